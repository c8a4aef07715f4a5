#!/usr/bin/env bash
# Files of to-csv: metadata that is true of them, whatever the dialect; published together or not at all; memory that does not grow.
set -euo pipefail
tmp=$(mktemp -d); trap 'rm -rf "$tmp"' EXIT
die() { echo "$*"; exit 1; }
"$BIN/segment" samples/input/*.txt | "$BIN/tag-entities" | "$BIN/extract-events" >"$tmp/records"
for dialect in '' --links '--excel --links' '--delimiter tab --header vi' '--header none --null NA' '--bom --crlf --delimiter ;'; do
	# shellcheck disable=SC2086
	"$BIN/to-csv" $dialect --csvw -d "$tmp/p" "$tmp/records"
	python3 tests/package.py "$tmp/p" >/dev/null || die "metadata of '$dialect'"
done
"$BIN/to-csv" -d "$tmp/p" "$tmp/records"
[ "$(ls -A "$tmp/p" | tr '\n' ' ')" = 'datapackage.json directives.csv meetings.csv officials.csv ' ] || die "csv-metadata.json of an earlier run stays"
grep -q foreignKeys "$tmp/p/datapackage.json" || die "no keys"
cp -r "$tmp/p" "$tmp/whole"
"$BIN/to-csv" -d "$tmp/twice" "$tmp/records" "$tmp/records"; python3 tests/package.py "$tmp/twice" >/dev/null
! grep -q Key "$tmp/twice/datapackage.json" || die "keys claimed of documents that came twice"

# the SQL files have the columns of the schemas, in their order
python3 - <<'P'
import glob, json, re
for path in glob.glob("share/*.sql"):
    sql = open(path).read()
    for t in ("meetings", "officials", "directives"):
        body = re.search(rf"create table if not exists {t} \((.*?)\n\);", sql, re.S).group(1)
        columns = [w.strip('"') for w in re.findall(r'^\t("?\w+"?) (?:text|integer|bigint)', body, re.M)]
        assert columns == [f["name"] for f in json.load(open(f"schemas/tables/{t}.json"))["fields"]], (path, t)
P

# all or nothing: a table that cannot be replaced keeps the others; a signal keeps all and leaves nothing behind; kill -9 is mended
cp -r "$tmp/p" "$tmp/old"; rm "$tmp/old/officials.csv"; mkdir "$tmp/old/officials.csv"; echo old >"$tmp/old/meetings.csv"
code=0; "$BIN/to-csv" -d "$tmp/old" "$tmp/records" 2>"$tmp/err" || code=$?
[ $code = 3 ] && [ "$(cat "$tmp/old/meetings.csv")" = old ] && grep -q officials.csv "$tmp/err" || die "a table was replaced alone"
[ "$(ls -A "$tmp/old" | wc -l)" = 4 ] || die "something was left behind"
for signal in TERM KILL; do
	mkfifo "$tmp/fifo"
	"$BIN/to-csv" -d "$tmp/p" "$tmp/fifo" & pid=$!
	exec 7>"$tmp/fifo"; cat "$tmp/records" >&7
	for _ in $(seq 100); do [ -e "$tmp/p/.directives.csv.$pid" ] && break; sleep 0.05; done
	[ -e "$tmp/p/.directives.csv.$pid" ] || die "no file under way"
	kill -s $signal $pid; code=0; { wait $pid; } 2>/dev/null || code=$?; exec 7>&-
	[ $code = $((128 + $(kill -l $signal))) ] || die "status $code at SIG$signal"
	diff -r "$tmp/whole" "$tmp/p" -x ".*" || die "SIG$signal changed a table"
	rm "$tmp/fifo"
	[ $signal = KILL ] || [ "$(ls -A "$tmp/p" | wc -l)" = 4 ] || die "a signal left a file behind"
done
"$BIN/to-csv" -d "$tmp/p" "$tmp/records"; python3 tests/package.py "$tmp/p" >/dev/null
touch "$tmp/p/meetings-2.csv"; "$BIN/to-csv" -d "$tmp/p" "$tmp/records"; [ ! -e "$tmp/p/meetings-2.csv" ] || die "an older part stays"

# three tables in one stream: as the files are, through temporary files and not memory
"$BIN/to-csv" "$tmp/records" | cmp - <(cat "$tmp/whole/meetings.csv"; echo; cat "$tmp/whole/officials.csv"; echo; cat "$tmp/whole/directives.csv")
code=0; TMPDIR=/none "$BIN/to-csv" "$tmp/records" >/dev/null 2>"$tmp/err" || code=$?
[ $code = 3 ] && grep -q /none "$tmp/err" || die "no temporary file, no word"
python3 - "$BIN/to-csv" "$tmp/records" <<'P' || exit 1
import resource, subprocess, sys
program, records = sys.argv[1], open(sys.argv[2], "rb").read()
def peak(args, times):
    p = subprocess.Popen([program] + args, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
    for _ in range(times):
        p.stdin.write(records)
    p.stdin.close()
    assert p.wait() == 0
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss   # of the largest child so far, in KiB
small, large = peak([], 10), peak([], 3000)
assert large - small < 4096, ("KiB for 10 and for 3000 times the samples", small, large)
P

# the workbook: the same bytes from the same records; text as text, whole days as days, ids as links
if ! "$BIN/to-csv" --xlsx "$tmp/a.xlsx" "$tmp/records" 2>"$tmp/err"; then
	grep -q 'this build has no libxlsxwriter' "$tmp/err" || die "no workbook, no word"
	exit 0
fi
(here=$(readlink -f "$BIN"); cd "$tmp"; sleep 1; TZ=Asia/Ho_Chi_Minh "$here/to-csv" --xlsx b.xlsx records)
cmp "$tmp/a.xlsx" "$tmp/b.xlsx"
code=0; "$BIN/to-csv" --xlsx "$tmp" "$tmp/records" 2>"$tmp/err" || code=$?
[ $code = 3 ] && grep -q 'not a regular file' "$tmp/err" || die "a directory as workbook"
python3 - "$tmp/a.xlsx" "$tmp/whole" <<'P'
import csv, re, sys, zipfile
book = zipfile.ZipFile(sys.argv[1])
sheet = [book.read(f"xl/worksheets/sheet{i}.xml").decode() for i in (1, 2, 3)]
for s in sheet:
    assert 'ySplit="1"' in s and "<autoFilter" in s and s.endswith("</worksheet>") and "<cols>" in s
assert re.search(r'<c r="B2" t="inlineStr"><is><t>[0-9a-f]{16}<', sheet[0])
days = len(re.findall(r'<c r="F\d+" s="\d+"><v>4\d{4}</v>', sheet[0]))
whole = sum(re.fullmatch(r"\d{4}-\d\d-\d\d", r["date"]) is not None for r in csv.DictReader(open(sys.argv[2] + "/meetings.csv", newline="")))
assert days == whole > 0, (days, whole)
links = sum(r["meeting_ids"] != "" for r in csv.DictReader(open(sys.argv[2] + "/officials.csv", newline="")))
assert sheet[1].count("<hyperlink ") == links > 0 and "location=\"'meetings'!A2\"" in sheet[1] or "location=\"meetings!A2\"" in sheet[1]
P
