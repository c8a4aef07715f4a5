#!/usr/bin/env python3
"""read.py HOW PATTERN: the tables as JSON {table: [[cell, ..], ..]}. PATTERN holds %s for the table's name.
csv, csv;  Python's csv module, delimiter as given behind "csv"        pandas  pandas.read_csv as the man page says
rows       JSON lines of objects, as Miller and csvkit write            xlsx    a workbook (PATTERN is its path): shown values, dates as ISO"""
import csv, json, sys

TABLES = ("meetings", "officials", "directives")
csv.field_size_limit(1 << 30)


def by_csv(path, delimiter):
    return [r for r in csv.reader(open(path, newline="", encoding="utf-8-sig"), delimiter=delimiter, strict=True)]


def by_pandas(path):
    import pandas
    d = pandas.read_csv(path, dtype=str, keep_default_na=False)
    return [list(d.columns)] + d.values.tolist()


def by_rows(path):
    rows = json.load(open(path))
    return [list(rows[0])] + [["" if v is None else str(v) for v in r.values()] for r in rows]


def by_xlsx(path):
    import datetime, openpyxl
    from openpyxl.utils.escape import unescape      # openpyxl leaves this to its user for inline strings

    def shown(v):
        return "" if v is None else v.date().isoformat() if isinstance(v, datetime.datetime) else unescape(v) if isinstance(v, str) else str(v)
    return {s.title: [[shown(v) for v in r] for r in s.iter_rows(values_only=True)] for s in openpyxl.load_workbook(path)}


how, pattern = sys.argv[1:3]
if how == "xlsx":
    json.dump(by_xlsx(pattern), sys.stdout)
else:
    one = {"pandas": by_pandas, "rows": by_rows}.get(how, lambda p: by_csv(p, how[3:] or ","))
    json.dump({t: one(pattern % t) for t in TABLES}, sys.stdout)
