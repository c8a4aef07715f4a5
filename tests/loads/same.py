#!/usr/bin/env python3
"""same.py [HOW...] WANT GOT: two {table: [[cell, ..], ..]} are the same; says the first cells that are not. HOW: see as_read."""
import json, sys

how, (want, got) = sys.argv[1:-2], (json.load(open(p)) for p in sys.argv[-2:])


def fit(cell, rest=""):
    """Excel's 32,767 UTF-16 units, the last of a longer text given to `rest`. Every long cell of awkward.py is of one-unit characters."""
    return cell if len(cell.encode("utf-16-le")) // 2 <= 32767 else cell[:32767 - len(rest)] + rest


def as_read(cell):
    """What a reader may make of a cell: crlf, lf: CR LF, or every line end, read as LF; cut, mark: cut to Excel's length, mark with to-csv's
    mark; excel: as to-csv --excel writes it."""
    if "excel" in how:
        cell = ("'" if cell[:1] and cell[0] in "=+-@\t\r\0" else "") + fit(cell, " [...]")
    if "crlf" in how or "lf" in how:
        cell = cell.replace("\r\n", "\n")
    if "lf" in how:
        cell = cell.replace("\r", "\n")
    return fit(cell) if "cut" in how else fit(cell, " [...]") if "mark" in how else cell


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
