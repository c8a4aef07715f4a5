#!/usr/bin/env python3
"""same.py [lf] [cut] [excel] WANT GOT: two {table: [[cell, ..], ..]} are the same; says the first cells that are not.
lf: the reader makes one LF of CR and CR LF.   cut: it holds 32767 characters of a cell.   excel: WANT as --excel has it."""
import json, sys

how, (want, got) = sys.argv[1:-2], (json.load(open(p)) for p in sys.argv[-2:])


def as_read(cell):
    if "excel" in how:
        guard = "'" if cell[:1] in ("=", "+", "-", "@", "\t", "\r", "\0") and cell else ""
        units = len(cell.encode("utf-16-le")) // 2
        cell = guard + (cell if units <= 32767 else cell[:32767 - 6] + " [...]")
    if "lf" in how:
        cell = cell.replace("\r\n", "\n").replace("\r", "\n")
    return cell[:32767] if "cut" in how else cell


want = {t: [[as_read(c) for c in r] for r in rows] for t, rows in want.items()}
bad = 0
for t in sorted(set(want) | set(got)):
    a, b = want.get(t, []), got.get(t, [])
    if len(a) != len(b):
        print(f"{t}: {len(b)} rows, want {len(a)}")
        bad += 1
    for i, (x, y) in enumerate(zip(a, b)):
        for k in range(max(len(x), len(y))):
            u, v = (x[k:k + 1] or [None])[0], (y[k:k + 1] or [None])[0]
            if u != v:
                bad += 1
                if bad <= 12:
                    print(f"{t} row {i} {a[0][k] if k < len(a[0]) else k}: {v!r:.90}, want {u!r:.90}")
print(sum(map(len, want.values())), "rows,", bad, "differences")
sys.exit(bad != 0 or not want)
