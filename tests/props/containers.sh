#!/usr/bin/env bash
# gzip members, WET files and HTML pages: what they hold is read, what is damaged is said with its place, the rest is complete.
export LC_ALL=C.UTF-8
set -uo pipefail
tmp=$(mktemp -d); trap 'rm -rf "$tmp"' EXIT
fail() { echo "$1"; cat "$tmp/err"; exit 1; }
run() { local code=$1; shift; "$BIN/segment" "$@" >"$tmp/out" 2>"$tmp/err"; local c=$?; [ $c = "$code" ] || fail "status $c, want $code: $*"; }
said() { grep -q -- "$1" "$tmp/err" || fail "not said: $1"; }
pages() { grep -c '"type":"end"' "$tmp/out"; }
texts() { python3 -c 'import json,sys
for l in sys.stdin:
    r = json.loads(l)
    if r["type"] == "sentence": print(r["text"])' <"${1:-$tmp/out}"; }
have() { [ "$(pages)" = "$1" ] || fail "$(pages) pages, want $1"; }
s=samples/input; f=$s/01-hoi-nghi-quan-triet.txt g=$s/02-hai-cuoc-hop.txt h=$s/04-nam-theo-ngay-dang.txt

# --- gzip
gzip -nc $f >"$tmp/f.gz"; gzip -nc $g >"$tmp/g.gz"; gzip -nc $h >"$tmp/h.gz"; size=$(stat -c %s "$tmp/f.gz")
cat "$tmp/f.gz" "$tmp/g.gz" "$tmp/h.gz" >"$tmp/all.gz"; run 0 "$tmp/all.gz"; cat $f $g $h | "$BIN/segment" | texts /dev/stdin >"$tmp/want"; texts | cmp - "$tmp/want" || fail "members"
{ cat "$tmp/f.gz"; echo 'rubbish behind'; } >"$tmp/tail.gz"; run 1 "$tmp/tail.gz"; said "tail.gz: 15 bytes at byte $size are no gzip member"; have 1
{ cat "$tmp/f.gz"; head -c 40 /dev/zero; cat "$tmp/g.gz"; } >"$tmp/mid.gz"; run 1 "$tmp/mid.gz"; said "40 bytes at byte $size"; have 2
for how in file pipe; do
	for at in 0 12 60 150 $(($(stat -c %s "$tmp/g.gz") - 6)); do          # header, first block, middle, end, checksum
		cp "$tmp/all.gz" "$tmp/bad.gz"
		printf '\252\125\252\125' | dd of="$tmp/bad.gz" bs=1 seek=$((size + at)) conv=notrunc 2>/dev/null
		if [ $how = file ]; then run "$([ $at = 0 ] && echo 1 || echo 3)" "$tmp/bad.gz"
		else cat "$tmp/bad.gz" | "$BIN/segment" >"$tmp/out" 2>"$tmp/err"; c=$?; [ $c = "$([ $at = 0 ] && echo 1 || echo 3)" ] || fail "status $c"; fi
		said "at byte $size"
		texts >"$tmp/got"
		for p in $f $h; do "$BIN/segment" $p | texts /dev/stdin | while read -r l; do grep -qxF -- "$l" "$tmp/got" || { echo "lost behind damage at $at ($how): $l"; exit 1; }; done || exit 1; done
	done
done
head -c $((size + 100)) "$tmp/all.gz" >"$tmp/cut.gz"; run 3 "$tmp/cut.gz"; said "cut short in the member at byte $size"

# --- WET
python3 tests/wet.py $f $g $h >"$tmp/a.wet"; run 0 "$tmp/a.wet"; have 3; cp "$tmp/out" "$tmp/plain.out"
python3 tests/validate.py <"$tmp/out" >/dev/null || fail "schema"
grep -q '"source":"http://bao.example/tin/2.html".*"file":".*a.wet","container":"wet".*"captured":"2021-03-09T08:30:00Z"' "$tmp/out" || fail "document record"
texts | cmp - <("$BIN/segment" $f $g $h | texts /dev/stdin) || fail "texts of records"
python3 - "$tmp/a.wet" "$tmp/out" <<'P' || fail "positions"
import json, sys
src = open(sys.argv[1], "rb").read()
for l in open(sys.argv[2], encoding="utf-8"):
    r = json.loads(l)
    if r["type"] == "sentence": assert " ".join(src[r["byte_start"]:r["byte_end"]].decode().split()) == r["text"], r
P
python3 tests/wet.py --member $f $g $h >"$tmp/a.wet.gz"; run 0 "$tmp/a.wet.gz"; sed 's/a\.wet\.gz/a.wet/' "$tmp/out" | cmp - "$tmp/plain.out" || fail "gzip members of a WET file"
python3 - "$tmp" $f $g $h <<'P'
import gzip, sys
sys.path.insert(0, "tests")
from wet import record, wet
tmp, *pages = sys.argv[1:]
bodies = [open(p, "rb").read() for p in pages]
def write(name, *records): open(f"{tmp}/{name}", "wb").write(b"".join(records))
a, b, c = (record("conversion", x, f"http://bao.example/{i}") for i, x in enumerate(bodies))
write("short.wet", a, record("conversion", bodies[1], "http://bao.example/x", len(bodies[1]) - 20), c)
write("long.wet", a, record("conversion", bodies[1], "http://bao.example/x", len(bodies[1]) + 200), c)
write("huge.wet", a, record("conversion", bodies[1], "http://bao.example/x", 1 << 40), c)
write("nolength.wet", a, b.replace(b"Content-Length", b"Content-Size"), c)
write("rubbish.wet", a, b"\0\1rubbish\r\n\r\n", c)
write("cut.wet", a, b[:-100])
write("cuthead.wet", a, b[:40])
write("inner.wet", a, record("conversion", bodies[1] + b"\nWARC/1.0\r\nis how a record begins.\n", "http://bao.example/x"), c)
write("response.wet", a, record("response", b"HTTP/1.1 200 OK\r\n\r\n<p>x</p>", "http://bao.example/x"), c)
write("lf.wet", a.replace(b"\r\n", b"\n"), c)
z = [gzip.compress(x, mtime=0) for x in (a, b, c)]
bad = bytearray(z[1]); bad[-6] ^= 0x55
write("crc.wet.gz", z[0], bytes(bad), z[2])
bad = bytearray(z[1]); bad[len(bad) // 2] ^= 0x55
write("flip.wet.gz", z[0], bytes(bad), z[2])
big = record("conversion", b"".join(bodies) * 3000, "http://bao.example/big")
write("big.wet", a, big, c)
write("offset", str(len(a)).encode())
P
o=$(cat "$tmp/offset")
for x in short long huge; do run 1 "$tmp/$x.wet"; have 2; said "record at byte $o: "; done
run 1 "$tmp/nolength.wet"; have 2; said "record at byte $o: no Content-Length"
run 1 "$tmp/rubbish.wet"; have 2; said "at byte $o: no WARC record begins here"
run 1 "$tmp/cut.wet"; have 1; said "record at byte $o: cut"
run 1 "$tmp/cuthead.wet"; have 1; said "record at byte $o: cut in its header"
run 0 "$tmp/inner.wet"; have 3
run 1 "$tmp/response.wet"; have 2; said '1 response or resource records'
run 0 "$tmp/lf.wet"; have 2
for x in crc flip; do run 3 "$tmp/$x.wet.gz"; have 2; said "damaged gzip member at byte"; said "record at byte $o: not read"; done
run 1 "$tmp/big.wet"; grep -q 'bao.example/2"' "$tmp/out" || fail "behind a long record"
[ "$(grep -c "bao.example/0\"" "$tmp/out")" = 1 ] || fail "before a long record"

# --- HTML
cat >"$tmp/a.html" <<'H'
<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><title>Tiêu đề của trang - Cổng thông tin</title>
<meta property="article:published_time" content="2023-09-13T08:00:00+07:00">
<script>var x = "<p>không đọc</p>";</script><style>p{color:red}</style></head>
<body class="has-sidebar"><nav><ul><li><a href="/">Trang chủ</a></li><li>Liên hệ</li></ul></nav>
<div class="content"><h1>Xã Tân Phú quán triệt   chỉ thị về chuyển&nbsp;đổi số</h1>
<p>S&aacute;ng 12/9, <b>Đảng ủy xã Tân Phú</b> tổ chức Hội nghị quán triệt Chỉ thị số 21-CT/TU,
ngày 10/8 của Ban Thường vụ Tỉnh ủy.<br>Đồng chí Đặng Quốc Thịnh, B&#237; thư Đảng ủy xã chủ trì &lt;hội nghị&gt;.</p>
<p hidden>Ẩn đi</p><p style="display: none">Cũng ẩn</p>
<p>Dự có bà Lò Thị Xuân, Phó Bí thư Đảng ủy.</p></div>
<div class="related"><h3>Tin liên quan</h3><p>Ngày 3/3, Huyện ủy họp bàn việc khác.</p></div>
<footer>Bản quyền</footer></body></html>
H
cat >"$tmp/want" <<'H'
boilerplate|Trang chủ|Trang chủ
boilerplate|Liên hệ|Liên hệ
headline|Xã Tân Phú quán triệt chỉ thị về chuyển đổi số|Xã Tân Phú quán triệt   chỉ thị về chuyển&nbsp;đổi số
lead|Sáng 12/9, Đảng ủy xã Tân Phú tổ chức Hội nghị quán triệt Chỉ thị số 21-CT/TU, ngày 10/8 của Ban Thường vụ Tỉnh ủy.|S&aacute;ng 12/9, <b>Đảng ủy xã Tân Phú</b> tổ chức Hội nghị quán triệt Chỉ thị số 21-CT/TU, ngày 10/8 của Ban Thường vụ Tỉnh ủy.
body|Đồng chí Đặng Quốc Thịnh, Bí thư Đảng ủy xã chủ trì <hội nghị>.|Đồng chí Đặng Quốc Thịnh, B&#237; thư Đảng ủy xã chủ trì &lt;hội nghị&gt;.
body|Dự có bà Lò Thị Xuân, Phó Bí thư Đảng ủy.|Dự có bà Lò Thị Xuân, Phó Bí thư Đảng ủy.
related|Tin liên quan|Tin liên quan
related|Ngày 3/3, Huyện ủy họp bàn việc khác.|Ngày 3/3, Huyện ủy họp bàn việc khác.
boilerplate|Bản quyền|Bản quyền
H
zones() { python3 -c '
import json, sys
src = open(sys.argv[1], "rb").read()
for l in open(sys.argv[2], encoding="utf-8"):
    r = json.loads(l)
    if r["type"] == "sentence": print(r["zone"], r["text"], src[r["byte_start"]:r["byte_end"]].decode(sys.argv[3]).replace("\n", " "), sep="|")' "$1" "$tmp/out" "$2"; }
run 0 "$tmp/a.html"; have 1; zones "$tmp/a.html" utf-8 | diff "$tmp/want" - || fail "zones and places of HTML"
grep -q '"container":"html".*"published":"2023-09-13"' "$tmp/out" || fail "document record of HTML"
iconv -t UTF-16LE "$tmp/a.html" >"$tmp/b.html"; run 0 "$tmp/b.html"; zones "$tmp/b.html" utf-16-le | diff "$tmp/want" - || fail "HTML in UTF-16"
"$BIN/tag-entities" "$tmp/out" | "$BIN/extract-events" | "$BIN/to-csv" meetings | grep -q ',2023-09-12,.*,dateline,' || fail "the year by the page's own day"
cat "$tmp/a.html" "$tmp/a.html" $f >"$tmp/three.txt"; run 0 "$tmp/three.txt"; have 3
cat $f "$tmp/a.html" $g | "$BIN/segment" >"$tmp/out" || fail "HTML between texts"; have 3
sed 's/h1>/h2>/g' "$tmp/a.html" >"$tmp/c.html"; run 0 "$tmp/c.html"; grep -q '"zone":"headline","text":"Tiêu đề của trang"' "$tmp/out" || fail "the title as headline"
python3 -c 'print("<html>" + "<div>" * 100000 + "<p>Đáy" + "<b>x" * 100000)' >"$tmp/deep.html"; run 0 "$tmp/deep.html"; have 1
: >"$tmp/empty.html"; run 0 "$tmp/empty.html"

# --- languages
cat >"$tmp/en.txt" <<'H'
The committee met on 12 September in the town hall of the district.
It was chaired by the secretary, who said that the plan for the year had been carried out and that there was still much to do.
H
run 0 "$tmp/en.txt"; grep -q '"language":"en"' "$tmp/out" || fail "English"
{ cat "$tmp/en.txt"; echo 'Ông Lò Văn An, Chủ tịch UBND xã, dự.'; } >"$tmp/mix.txt"; "$BIN/segment" "$tmp/mix.txt" | "$BIN/tag-entities" | "$BIN/extract-events" >"$tmp/out"
grep -q '"type":"official"' "$tmp/out" && fail "rows of a page in English"
printf 'Le comité s’est réuni dans la salle de la commune pour la première fois depuis le début de l’année.\n' | iconv -t CP1252 | "$BIN/segment" >"$tmp/out" || fail "French"
grep -q '"encoding":"windows-1252".*"invalid_bytes":0,"language":"fr"' "$tmp/out" && grep -q 'première fois depuis le début' "$tmp/out" || fail "French in windows-1252"
printf 'Hoi nghi quan triet chi thi cua Ban Bi thu, do Dang uy xa Tan Phu to chuc vao sang thu hai.\n' | "$BIN/segment" | grep -q '"language":"vi"' || fail "Vietnamese without marks"

# --- --encoding
iconv -t VISCII $f >"$tmp/viscii.txt"; run 0 --encoding viscii "$tmp/viscii.txt"; grep -q '"encoding":"VISCII","confidence":100' "$tmp/out" || fail "--encoding"
run 2 --encoding klingon "$tmp/viscii.txt"

# --- a separator
printf 'Trang một nói về một việc.\n=====\nTrang hai nói về hai việc.==x==Trang ba nói về ba việc.\n' >"$tmp/sep.txt"
run 0 --separator '={5}|==x==' "$tmp/sep.txt"; have 3; grep -q '"text":"Trang ba' "$tmp/out" || fail "behind a separator"; grep -q '=' <(texts) && fail "a separator in the text"
run 2 --separator '(' "$tmp/sep.txt"
exit 0
