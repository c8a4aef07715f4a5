#!/usr/bin/env python3
"""score.py [-v] LABELS TABLES: F1 over the cells of the three tables against hand-made labels (LABELS/NAME.json for NAME.txt).

Stricter and shorter than the score of `make eval`: a row is found by its key, a cell is right when it is the label's (case aside), a
value of a list when it is among the label's. `attend` goes without saying for whoever does more, `speak` for whoever concludes,
directs, opens or presents. -v prints every wrong cell. Prints the mean of the three tables' F1.
"""
import csv, glob, json, os, sys

LISTS = {"organizers", "co_organizers", "places", "chairs", "directives", "positions", "roles"}
KEYS = {"meetings": ("type", "date"), "officials": ("name",), "directives": ("type", "number", "date")}
SKIP = {"id", "meetings", "optional", "alt"}
verbose = "-v" in sys.argv[1:]
labels, tables = [a for a in sys.argv[1:] if a != "-v"]


def values(column, v):
    """The cell's values, lower case: a list's or one or none."""
    v = ([x.strip() for x in v.split(";")] if column in LISTS else [v]) if isinstance(v, str) else v
    v = {x.casefold() for x in v if x}
    if column == "roles" and v - {"attend", "mention"}:
        v -= {"attend"}
        v -= {"speak"} if v & {"conclude", "direct", "open", "present"} else set()
    return v


def rows_of(table):
    with open(f"{tables}/{table}.csv", encoding="utf-8", newline="") as f:
        for r in csv.DictReader(f):
            yield os.path.basename(r["source"]).removesuffix(".txt"), r


def f1(table):
    right = wrong = missed = 0
    got = {}
    for name, r in rows_of(table):
        got.setdefault(name, []).append(r)
    for file in sorted(glob.glob(f"{labels}/*.json")):
        name = os.path.basename(file)[:-5]
        left = got.pop(name, [])
        for want in json.load(open(file, encoding="utf-8"))[table]:
            key = [want[k].casefold() for k in KEYS[table]]
            row = next((r for r in left if [r[k].casefold() for k in KEYS[table]] == key), None)
            if row:
                left.remove(row)
            for c in want.keys() - SKIP:
                w, g = values(c, want[c]), values(c, row[c] if row else "")
                right, wrong, missed = right + len(w & g), wrong + len(g - w), missed + len(w - g)
                if verbose and w != g:
                    print(f"{name} {table} {key} {c}: want {sorted(w)} got {sorted(g)}")
        for row in left:
            wrong += sum(len(values(c, row[c])) for c in row if c in KEYS[table] or c in LISTS)
            if verbose:
                print(f"{name} {table}: no such row: {[row[k] for k in KEYS[table]]}")
    for name, rows in got.items():
        sys.exit(f"score.py: {name} has no label")
    return 2 * right / (2 * right + wrong + missed) if right + wrong + missed else 1.0


print(f"{sum(map(f1, KEYS)) / 3:.4f}")
