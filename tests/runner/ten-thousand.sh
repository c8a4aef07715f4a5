#!/usr/bin/env bash
# An archive of 10,000 pages, the second run: nothing is done again, in under a second a thousand pages (ten seconds; says the time).
. tests/runner/lib.sh
python3 - "$tmp/in" <<'END'
import glob, os, sys
texts = [open(f, encoding="utf-8").read() for f in sorted(glob.glob("samples/input/*.txt"))]
for i in range(10000):
    os.makedirs(f"{sys.argv[1]}/{i // 1000}", exist_ok=True)
    with open(f"{sys.argv[1]}/{i // 1000}/{i:05}.txt", "w", encoding="utf-8") as f: f.write(f"{texts[i % 8]}\nTrang {i}.\n" * 8)
END
want 0 ' 10000 new or changed' "$run" -v -a -j 0 -o "$tmp/t" "$tmp/in"
from=${EPOCHREALTIME/./}
want 0 ' 0 new or changed' "$run" -v -a -j 0 -o "$tmp/t" "$tmp/in"
took=$(((${EPOCHREALTIME/./} - from) / 1000))
grep -q '^pipeline.sh: [0-9]* pages' "$tmp/err" || fail 'no pages'
echo "$(du -sh --apparent-size "$tmp/in" | cut -f1), second run $took ms: $(tail -1 "$tmp/err")"
[ $took -lt 10000 ] || fail "the second run took $took ms"
echo "Sáng 5/6/2023, Đảng ủy xã Phú Lộc tổ chức hội nghị." >"$tmp/in/3/new.txt"
want 0 ' 1 new or changed' "$run" -v -a -o "$tmp/t" "$tmp/in"
