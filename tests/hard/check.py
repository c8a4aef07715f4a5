#!/usr/bin/env python3
"""check.py [-v] [NAME...]: the hard cases, through the real pipe ($BIN, default bin), looked up in the tables it writes.

NAME.txt is a page, NAME.want what its tables must hold, one line each:
    meetings date=2019-01-16 chairs:"Lê Văn Hạ"      some row of the table fulfils all of these
    not officials name="Lê Lợi"                      no row does
    count directives 2                               so many rows (`count documents N`: so many pages)
    COLUMN = the cell   ~ a part of it   : one of its values (joined by "; ")   != !~ !: not so;  case does not count.
KNOWN lists `NAME: class` for the cases that fail today. A case that fails and is not there fails the test, and so does one that is
there and passes: the list can only shrink. Ends with `N passed, N failed`; -v says what is missing in the known cases too.
"""
import csv, json, os, re, shlex, subprocess, sys, tempfile

HERE, TABLES = os.path.dirname(os.path.relpath(__file__)), ("meetings", "officials", "directives")
TERM = re.compile(r"([a-z_]+)(!?)([=~:])(.*)", re.S)


def run(pages):
    """{page: {"documents": [...], "meetings": [row, ...], ...}}: each file operand is a page of its own, so one run does."""
    tool = os.environ.get("BIN", "bin")
    with tempfile.TemporaryDirectory() as out:
        pipe = 'set -o pipefail; b=$1; shift; "$b/segment" "$@" | "$b/tag-entities" | "$b/extract-events"'
        events = subprocess.run(["bash", "-c", pipe, "-", tool, *pages], stdout=subprocess.PIPE, check=True)
        subprocess.run([f"{tool}/to-csv", "-d", out], input=events.stdout, check=True)
        found = {p: {t: [] for t in ("documents", *TABLES)} for p in pages}
        for line in events.stdout.splitlines():
            record = json.loads(line)
            if record["type"] == "document":
                found[record["source"]]["documents"].append(record)
        for table in TABLES:
            with open(f"{out}/{table}.csv", encoding="utf-8", newline="") as f:
                for row in csv.DictReader(f):
                    found[row["source"]][table].append(row)
    return found


def holds(row, terms):
    for column, no, op, value in terms:
        cell, value = row[column].casefold(), value.casefold()
        hit = cell == value if op == "=" else value in cell if op == "~" else value in cell.split("; ")
        if hit == bool(no):
            return False
    return True


def complaint(line, tables):
    """None where the line of a .want holds, else what is there instead."""
    words = shlex.split(line)
    if words[0] == "count":
        n = len(tables[words[1]])
        return None if n == int(words[2]) else f"{line}: there are {n}"
    no = words[0] == "not"
    table, terms = words[no], [TERM.fullmatch(w).groups() for w in words[no + 1:]]
    rows = tables[table]
    if any(holds(r, terms) for r in rows) != no:
        return None
    seen = [" ".join(f"{c}={r[c]!r}" for c in dict.fromkeys(t[0] for t in terms)) for r in rows]
    return line + "".join(f"\n        has {s}" for s in seen or ["no row"])


def main():
    verbose, names = "-v" in sys.argv[1:], [a for a in sys.argv[1:] if a != "-v"]
    names = names or sorted(f[:-5] for f in os.listdir(HERE) if f.endswith(".want"))
    known = dict(l.rstrip("\n").split(": ", 1) for l in open(f"{HERE}/KNOWN", encoding="utf-8") if l.strip() and l[0] != "#")
    found = run([f"{HERE}/{n}.txt" for n in names])
    passed = failed = 0
    for n in names:
        wants = [l for l in open(f"{HERE}/{n}.want", encoding="utf-8").read().splitlines() if l and l[0] != "#"]
        bad = [c for c in (complaint(w, found[f"{HERE}/{n}.txt"]) for w in wants) if c]
        ok = bool(bad) == (n in known) and wants
        passed, failed = passed + bool(ok), failed + (not ok)
        if not bad and n in known:
            print(f"FAILED {n}: it holds now, remove it from {HERE}/KNOWN")
        elif bad and (verbose or not ok):
            print(f"{'FAILED' if not ok else 'known'} {n}", *bad, sep="\n    ")
    for n in set(known) - {f[:-5] for f in os.listdir(HERE)}:
        print(f"FAILED {n}: in {HERE}/KNOWN, but there is no such case")
        failed += 1
    print(f"{passed} passed, {failed} failed")
    return failed != 0


sys.exit(main())
