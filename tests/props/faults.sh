#!/usr/bin/env bash
# Bad input and bad output: the message, the status, and nothing lost but the bad piece.
set -uo pipefail
tmp=$(mktemp -d); trap 'rm -rf "$tmp"' EXIT
want() { local code=$1 text=$2; shift 2; "$@" >"$tmp/out" 2>"$tmp/err"; local c=$?; [ $c = "$code" ] && grep -q -- "$text" "$tmp/err" || { echo "want $code '$text', got $c:"; cat "$tmp/err"; exit 1; }; }
f=samples/input/01-hoi-nghi-quan-triet.txt
want 3 'No such file' "$BIN/segment" /none $f; grep -q '"type":"end"' "$tmp/out" || exit 1
want 3 'Is a directory' "$BIN/segment" samples $f; grep -q '"type":"end"' "$tmp/out" || exit 1
gzip -c $f | head -c 300 >"$tmp/cut.gz"; want 3 'cut.gz: the compressed file is cut short' "$BIN/segment" "$tmp/cut.gz" $f
gzip -c $f >"$tmp/bad.gz"; printf 'XXXX' | dd of="$tmp/bad.gz" bs=1 seek=200 conv=notrunc 2>/dev/null; want 3 'bad.gz' "$BIN/segment" "$tmp/bad.gz"
printf 'Ngày \377\376 họp\n' >"$tmp/bytes.txt"; want 1 '2 invalid bytes' "$BIN/segment" "$tmp/bytes.txt"
"$BIN/segment" </dev/null | cmp - /dev/null || exit 1
printf 'a\0b\n' | "$BIN/segment" >/dev/null || exit 1
for p in segment tag-entities extract-events to-csv; do
	want 2 'unknown option' "$BIN/$p" --nonsense
	"$BIN/$p" --help | grep -q usage || exit 1
	[ "$("$BIN/$p" -V)" = "$p 0.1.0" ] || exit 1
done
"$BIN/segment" $f | "$BIN/tag-entities" | "$BIN/extract-events" >"$tmp/good"
for p in segment tag-entities to-csv; do
	case $p in segment) i=$f ;; *) i=$tmp/good ;; esac
	"$BIN/$p" "$i" >/dev/full 2>"$tmp/err"; [ $? = 3 ] && grep -q 'No space' "$tmp/err" || { echo "$p: /dev/full"; exit 1; }
done
{ head -3 "$tmp/good"; echo '{"type":"sentence","doc":'; tail -n +4 "$tmp/good"; } >"$tmp/mal"
want 1 'mal:4: ' "$BIN/tag-entities" "$tmp/mal"
want 1 'mal:4: ' "$BIN/extract-events" "$tmp/mal"
{ echo '{"type":"foreign","x":[1]}'; cat "$tmp/good"; } | "$BIN/tag-entities" | head -1 | grep -qx '{"type":"foreign","x":\[1\]}' || exit 1
grep -v '"type":"end"' "$tmp/good" >"$tmp/noend"
want 3 'no end record' "$BIN/to-csv" officials "$tmp/noend"; [ "$(wc -l <"$tmp/out")" = 1 ] || exit 1
want 3 'has no end record' "$BIN/extract-events" "$tmp/noend"
"$BIN/segment" samples/input/*.txt samples/input/*.txt | head -1 >/dev/null
[ "${PIPESTATUS[0]}" = 0 ] || [ "${PIPESTATUS[0]}" = 141 ] || exit 1
head -c 6000000 /dev/zero | tr '\0' a | "$BIN/segment" >/dev/null 2>"$tmp/err"; [ $? = 1 ] && grep -q 'is cut' "$tmp/err" || { echo long line; exit 1; }
mkdir "$tmp/t"; echo old >"$tmp/t/meetings.csv"; echo x >"$tmp/file"
want 3 'file' "$BIN/to-csv" -d "$tmp/file/x" "$tmp/good"
head -c -3 "$tmp/good" >"$tmp/cutend"   # cut inside the end record
want 3 'no end record' "$BIN/to-csv" officials "$tmp/cutend"; [ "$(wc -l <"$tmp/out")" = 1 ] || { echo cut end gives rows; exit 1; }
sed 's/"type":/"type": /' "$tmp/good" >"$tmp/spaced"
"$BIN/to-csv" officials "$tmp/spaced" | cmp - <("$BIN/to-csv" officials "$tmp/good") || { echo spaced records; exit 1; }
grep '"type":"official"' "$tmp/good" >"$tmp/rows"; want 3 'without its document' "$BIN/to-csv" officials "$tmp/rows"
"$BIN/to-csv" -d "$tmp/keep" "$tmp/good" && cp -r "$tmp/keep" "$tmp/before"
want 3 'no end record' "$BIN/to-csv" -d "$tmp/keep" "$tmp/noend"; diff -r "$tmp/before" "$tmp/keep" || { echo a failed run replaced good tables; exit 1; }
"$BIN/to-csv" -d "$tmp/one" officials "$tmp/good" >"$tmp/out"; [ ! -s "$tmp/out" ] && [ "$(ls -A "$tmp/one")" = officials.csv ] && cmp "$tmp/one/officials.csv" "$tmp/keep/officials.csv" || { echo one table into DIR; exit 1; }
exit 0
