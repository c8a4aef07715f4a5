#!/usr/bin/env bash
# Every sample in every encoding: the encoding is found, the tables are those of the page in NFC but for positions, and so are they when the pages
# are glued in one stream.
set -uo pipefail
tmp=$(mktemp -d); trap 'rm -rf "$tmp"' EXIT
bin=$(readlink -f "$BIN"); bad=0
run() { "$bin/segment" "$@" >"$tmp/seg" 2>"$tmp/err" && "$bin/tag-entities" "$tmp/seg" | "$bin/extract-events" | "$bin/to-csv" -d "$tmp/tables"; }
# rows without start, end and source; the documents' ids are of their text, so they are the same
rows() { python3 -c '
import csv, sys
for t in ("meetings", "officials", "directives"):
    for r in csv.DictReader(open(f"{sys.argv[1]}/{t}.csv", newline="")):
        print(t, {k: v for k, v in r.items() if k not in ("start", "end", "source")})' "$tmp/tables"; }
while read -r name; do
	mkdir -p "$tmp/in" "$tmp/nfc"
	python3 tests/encodings.py "$name" "$tmp/in" "$tmp/nfc" samples/input/*.txt || exit 1
	(cd "$tmp/nfc" && run ./*.txt); rows >"$tmp/want"
	(cd "$tmp/in" && run ./*.txt) || { echo "$name: status"; cat "$tmp/err"; bad=1; }
	rows >"$tmp/got"
	diff "$tmp/want" "$tmp/got" >"$tmp/diff" || { echo "$name:"; head -6 "$tmp/diff"; bad=1; }
	grep '"type":"document"' "$tmp/seg" | grep -v "\"encoding\":\"${name%% *}\"" && { echo "$name: not found"; bad=1; }
	# every sentence stands where the record says: its bytes, read alone, give its text
	python3 - "$name" "$tmp/seg" "$tmp/in" <<'P' || { echo "$name: positions"; bad=1; }
import json, sys
name, records, folder = sys.argv[1:]
codec = {"UTF-8 NFD": "utf-8", "UTF-8 mixed": "utf-8", "UTF-16LE": "utf-16-le", "UTF-16BE": "utf-16-be", "UTF-16LE mark": "utf-16-le", "UTF-16BE mark": "utf-16-be"}.get(name, "cp1258" if name == "windows-1258" else None)
import unicodedata
for l in open(records, encoding="utf-8"):
    r = json.loads(l)
    if r["type"] == "document": src = open(f"{folder}/{r['source']}", "rb").read()
    if r["type"] == "sentence":
        b = src[r["byte_start"]:r["byte_end"]]
        assert b and b.strip() == b or codec and codec.startswith("utf-16"), (b, r["text"])
        if codec:
            assert " ".join(unicodedata.normalize("NFC", b.decode(codec).lstrip("\ufeff")).split()) == r["text"], (b, r["text"])
P
	rm -r "$tmp/in" "$tmp/nfc"
done < <(python3 tests/encodings.py)
# pages of several encodings glued in one stream, half of them without a newline between: 99 of 100 sentences as of the stream in NFC
all=0 other=0
for seed in 0 1 2 3 4 5 6 7; do
	python3 tests/encodings.py --glue $seed "$tmp/glued" "$tmp/nfc" samples/input/*.txt
	for f in glued nfc; do "$bin/segment" <"$tmp/$f" | python3 -c 'import json,sys
for l in sys.stdin:
    r = json.loads(l)
    if r["type"] == "sentence": print(r["text"])' >"$tmp/$f.text"; done
	all=$((all + $(wc -l <"$tmp/nfc.text"))); other=$((other + $(diff "$tmp/nfc.text" "$tmp/glued.text" | grep -c '^<')))
done
echo "$other of $all sentences of glued streams read otherwise"
[ $((other * 100)) -le "$all" ] || bad=1
exit $bad
