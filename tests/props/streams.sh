#!/usr/bin/env bash
# f(A;B) = f(A);f(B); CRLF, BOM, NFD, gzip and byte-wise input give the same tables but for positions; locale does not matter.
set -euo pipefail
tmp=$(mktemp -d); trap 'rm -rf "$tmp"' EXIT
events() { "$BIN/tag-entities" | "$BIN/extract-events"; }
"$BIN/segment" samples/input/0[1-4]*.txt >"$tmp/a"; "$BIN/segment" samples/input/0[5-8]*.txt >"$tmp/b"
cat "$tmp/a" "$tmp/b" | events >"$tmp/ab"
{ events <"$tmp/a"; events <"$tmp/b"; } | cmp - "$tmp/ab"
{ grep -v '"type":"sentence"' "$tmp/ab" || true; } >"$tmp/bare"; [ "$(wc -l <"$tmp/bare")" -ge 10 ]
cat "$tmp/a" "$tmp/b" | "$BIN/tag-entities" | "$BIN/extract-events" --no-sentences | cmp - "$tmp/bare"
LC_ALL=C.UTF-8 events <"$tmp/a" >"$tmp/utf"; events <"$tmp/a" | cmp - "$tmp/utf"
plain() { python3 -c '
import csv, sys
for r in csv.DictReader(sys.stdin):
    for k in ("doc_id", "meeting_id", "meeting_ids", "start", "end", "evidence", "source", "official_id"): r.pop(k, None)
    print(sorted(r.items()))'; }
table() { "$BIN/segment" "$@" | events | "$BIN/to-csv" officials | plain; }
f=samples/input/01-hoi-nghi-quan-triet.txt
table $f >"$tmp/want"; [ "$(wc -l <"$tmp/want")" -ge 3 ]
sed 's/$/\r/' $f >"$tmp/crlf.txt"; table "$tmp/crlf.txt" | cmp - "$tmp/want"
{ printf '\357\273\277'; cat $f; } >"$tmp/bom.txt"; table "$tmp/bom.txt" | cmp - "$tmp/want"
gzip -c $f >"$tmp/p.gz"; table "$tmp/p.gz" | cmp - "$tmp/want"
python3 -c 'import sys,unicodedata; sys.stdout.write(unicodedata.normalize("NFD", open(sys.argv[1]).read()))' $f >"$tmp/nfd.txt"
table "$tmp/nfd.txt" | cmp - "$tmp/want"
python3 -c '
import sys
for b in open(sys.argv[1], "rb").read(): sys.stdout.buffer.write(bytes([b])); sys.stdout.buffer.flush()' $f | "$BIN/segment" | events | "$BIN/to-csv" officials | plain | cmp - "$tmp/want"
printf '\f' | cat $f - $f | "$BIN/segment" | grep -c '"type":"document"' | grep -qx 2

# what a sentence is given does not depend on those before it: the same backwards
python3 - >"$tmp/on" <<'END'
import json
words = ("Xã Tân Phú giao ban tuần, bàn việc làm đường, trồng rừng, Bí thư Đảng ủy xã, Ủy ban nhân dân huyện Hòa Lạc, đồng chí Đặng Quốc "
         "Thịnh, Chỉ thị số 12-CT/TU và Kế hoạch số 7-KH/HU ngày 3/4/2021 về trồng rừng").split()
cited = ("Nghị quyết số 15/2019/NQ-HĐTP của Hội đồng thẩm phán Tòa án nhân dân tối cao",
         "Quyết định số 9-QĐ/BCĐ của Ban Chỉ đạo xây dựng nông thôn mới và giảm nghèo huyện Hòa Lạc")
record = lambda **r: print(json.dumps(r, ensure_ascii=False))
record(type="document", doc="0123456789abcdef", format=1, source="x", byte_start=0)
for i in range(40):
    text = " ".join((words * 2)[:i * 23 % 60] + ["theo", cited[i % 2]] + words[:i * 13 % 20])
    record(type="sentence", doc="0123456789abcdef", n=i + 1, para=1, zone="body", text=text, byte_start=0, byte_end=9)
record(type="end", doc="0123456789abcdef", sentences=40, byte_end=9)
END
backwards() { python3 -c 'import sys; l = sys.stdin.readlines(); print(*l[:1], *l[-2:0:-1], l[-1], sep="", end="")'; }
"$BIN/tag-entities" <"$tmp/on" >"$tmp/tagged"; [ "$(grep -c '"DIRECTIVE"' "$tmp/tagged")" = 40 ]
backwards <"$tmp/on" | "$BIN/tag-entities" | backwards | cmp - "$tmp/tagged"
