#!/usr/bin/env bash
# to-html: the same page every time and from gzip; one document's memory; failures of the disk and of standard output are said; nothing stays.
set -uo pipefail
tmp=$(mktemp -d); trap 'rm -rf "$tmp"' EXIT
die() { echo "$*"; cat "$tmp/err" 2>/dev/null; exit 1; }
want() { local code=$1 text=$2; shift 2; "$@" >"$tmp/out" 2>"$tmp/err"; local c=$?; [ $c = "$code" ] && grep -q -- "$text" "$tmp/err" || die "want $code '$text', got $c:"; }
"$BIN/segment" samples/input/*.txt | "$BIN/tag-entities" | "$BIN/extract-events" >"$tmp/r" || die records
"$BIN/to-html" "$tmp/r" >"$tmp/page" 2>"$tmp/err" || die plain
[ "$(grep -c '<details class=page' "$tmp/page")" = "$(grep -c '"type":"end"' "$tmp/r")" ] || die pages
LC_ALL=C.UTF-8 "$BIN/to-html" <"$tmp/r" | cmp - "$tmp/page" || die again
gzip -c "$tmp/r" >"$tmp/r.gz"; "$BIN/to-html" "$tmp/r.gz" | cmp - "$tmp/page" || die gzip
grep -q '{{' "$tmp/page" && die 'a part is not filled in'
grep -qE '(src|href)="?(https?:)?//|@import|url\(' "$tmp/page" && die 'not self-contained'
# our own style and script must not end their elements, and the policy must hold the script's hash
[ "$(grep -c '</style' "$tmp/page")" = 1 ] && [ "$(grep -c '</script' "$tmp/page")" = 1 ] || die 'style or script ends itself'
python3 - "$tmp/page" <<'PY' || die 'the policy does not let the script run'
import base64, hashlib, re, sys
page = open(sys.argv[1], encoding="utf-8").read()
script = re.search(r"<script>(.*?)</script>", page, re.S).group(1)
assert f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'" in page
PY
want 2 'unknown option' "$BIN/to-html" --nonsense
"$BIN/to-html" --help | grep -q usage || die help
[ "$("$BIN/to-html" -V)" = "to-html 0.1.0" ] || die version
"$BIN/to-html" "$tmp/r" >/dev/full 2>"$tmp/err"; [ $? = 3 ] && grep -q 'No space' "$tmp/err" || die /dev/full
want 3 'No such file' env TMPDIR=/none "$BIN/to-html" "$tmp/r"; [ -s "$tmp/out" ] && die 'a page without its pages'
want 3 'No such file' "$BIN/to-html" /none "$tmp/r"; grep -q '<details class=page' "$tmp/out" || die 'one missing file held the others back'
"$BIN/to-html" <&- >"$tmp/out" 2>"$tmp/err"; [ "$? $(cat "$tmp/err")" = '3 to-html: -: Bad file descriptor' ] || die 'no standard input'
"$BIN/to-html" "$tmp/r" >&- 2>"$tmp/err"; [ "$? $(cat "$tmp/err")" = '3 to-html: standard output: Bad file descriptor' ] || die 'no standard output'
mkdir "$tmp/disk"
(trap '' XFSZ; ulimit -f 8; TMPDIR=$tmp/disk "$BIN/to-html" "$tmp/r" 2>"$tmp/err" | cat >/dev/null; exit "${PIPESTATUS[0]}"); [ $? = 3 ] && grep -q 'temporary file in .*disk' "$tmp/err" || die 'full disk'
[ -z "$(ls -A "$tmp/disk")" ] || die 'a temporary file stays'
for _ in {1..300}; do cat "$tmp/r"; done >"$tmp/many"
python3 - "$BIN/to-html" "$tmp/many" <<'PY' || die 'memory grows with the stream'
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
assert peak < 48 * 1024, f"{peak} KB"
PY
"$BIN/to-html" "$tmp/many" | head -1 >/dev/null
[ "${PIPESTATUS[0]}" = 141 ] || [ "${PIPESTATUS[0]}" = 3 ] || [ "${PIPESTATUS[0]}" = 0 ] || die 'closed pipe'
exit 0
