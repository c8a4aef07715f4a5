#!/usr/bin/env bash
# An archive of 10,000 pages, the second run: nothing is done again, in under a second of processor a thousand pages (says the time).
. tests/runner/lib.sh
python3 - "$tmp/in" <<'END'
import glob, os, sys
texts = [open(f, encoding="utf-8").read() for f in sorted(glob.glob("samples/input/*.txt"))]
for i in range(10000):
    os.makedirs(f"{sys.argv[1]}/{i // 1000}", exist_ok=True)
    with open(f"{sys.argv[1]}/{i // 1000}/{i:05}.txt", "w", encoding="utf-8") as f: f.write(f"{texts[i % 8]}\nTrang {i}.\n" * 8)
END
want 0 ' 10000 new or changed' "$run" -v -a -j 0 -o "$tmp/t" "$tmp/in"
TIMEFORMAT='%R s, %U s + %S s of processor'
took=$({ time "$run" -v -a -j 0 -o "$tmp/t" "$tmp/in" 2>"$tmp/err"; } 2>&1)
grep -q ' 0 new or changed' "$tmp/err" || fail 'the second run'
echo "$(du -sh --apparent-size "$tmp/in" | cut -f1), second run: $took"
python3 -c 'import re, sys; _, u, s = map(float, re.findall(r"[0-9.]+", sys.argv[1])); sys.exit(u + s >= 10)' "$took" || fail "too slow: $took"
echo "Sáng 5/6/2023, Đảng ủy xã Phú Lộc tổ chức hội nghị." >"$tmp/in/3/new.txt"
want 0 ' 1 new or changed' "$run" -v -a -o "$tmp/t" "$tmp/in"
