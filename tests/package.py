#!/usr/bin/env python3
"""package.py DIR: the tables of DIR against what its datapackage.json says (Data Package v1: shape, dialect, sizes, sums, row counts, types,
constraints, keys) and, when it is there, its csv-metadata.json (CSV on the Web: shape, datatypes, separators, keys). Exit 1 and a reason."""
import csv, hashlib, itertools, json, os, re, sys
import jsonschema

STRING, STRINGS = {"type": "string", "minLength": 1}, {"type": "array", "items": {"type": "string"}, "minItems": 1}
FIELD = {"type": "object", "required": ["name", "type"], "properties": {
    "name": STRING, "type": {"enum": ["string", "integer"]}, "title": STRING, "description": STRING, "rdfType": {"type": "string", "format": "uri"},
    "constraints": {"type": "object", "additionalProperties": False, "properties": {
        "required": {"type": "boolean"}, "pattern": STRING, "minimum": {"type": "integer"}, "enum": STRINGS}}}}
PACKAGE = {"type": "object", "required": ["profile", "resources"], "properties": {
    "profile": {"const": "tabular-data-package"}, "name": {"type": "string", "pattern": "^([-a-z0-9._/])+$"},
    "resources": {"type": "array", "minItems": 1, "items": {
        "type": "object", "required": ["profile", "name", "path", "schema", "bytes", "hash", "rows", "dialect"], "properties": {
            "profile": {"const": "tabular-data-resource"}, "name": {"type": "string", "pattern": "^([-a-z0-9._/])+$"},
            "path": {"type": "string", "pattern": r"^(?=^[^./~])(^((?!\.{2}).)*$).*$"}, "bytes": {"type": "integer"}, "rows": {"type": "integer"},
            "hash": {"type": "string", "pattern": "^sha256:[0-9a-f]{64}$"}, "encoding": {"const": "utf-8"},
            "dialect": {"type": "object", "required": ["delimiter", "doubleQuote"], "properties": {
                "delimiter": {"type": "string", "maxLength": 1}, "lineTerminator": {"enum": ["\n", "\r\n"]}, "header": {"type": "boolean"}}},
            "schema": {"type": "object", "required": ["fields"], "properties": {
                "fields": {"type": "array", "minItems": 1, "items": FIELD}, "missingValues": {"type": "array", "items": {"type": "string"}},
                "primaryKey": STRINGS, "foreignKeys": {"type": "array", "items": {
                    "type": "object", "required": ["fields", "reference"], "properties": {
                        "fields": STRINGS, "reference": {"type": "object", "required": ["resource", "fields"], "properties": {"fields": STRINGS}}}}}}}}}}}}
CSVW = {"type": "object", "required": ["@context", "tables"], "properties": {
    "@context": {"type": "array", "prefixItems": [{"const": "http://www.w3.org/ns/csvw"}, {"type": "object"}]},
    "null": {"type": "string"}, "dialect": {"type": "object"},
    "tables": {"type": "array", "minItems": 1, "items": {"type": "object", "required": ["url", "tableSchema"], "properties": {
        "url": STRING, "tableSchema": {"type": "object", "required": ["columns"], "properties": {
            "primaryKey": STRINGS, "columns": {"type": "array", "items": {
                "type": "object", "required": ["name", "titles", "datatype"], "properties": {
                    "name": {"type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9_.]*$"}, "titles": STRINGS, "required": {"type": "boolean"},
                    "separator": STRING, "datatype": {"anyOf": [{"enum": ["string", "integer"]}, {
                        "type": "object", "required": ["base"], "properties": {"base": {"enum": ["string", "integer"]}}}]}}}}}}}}}}}
csv.field_size_limit(1 << 30)


def need(what, *said):
    if not what:
        sys.exit("package.py: " + " ".join(map(str, said)))


def rows_of(path, dialect):
    return list(csv.reader(open(path, newline="", encoding="utf-8-sig"), delimiter=dialect["delimiter"], strict=True))


def unique(rows, columns, where):
    keys = [tuple(r[c] for c in columns) for r in rows]
    need(len(keys) == len(set(keys)), where, "primary key is not unique")


def check_cell(v, kind, c, where):
    need(kind != "integer" or re.fullmatch("[0-9]+", v), where, "no integer:", v)
    need("pattern" not in c or re.search(c["pattern"], v), where, "pattern:", v)
    need("enum" not in c or v in c["enum"], where, "enum:", v)
    need("minimum" not in c or int(v) >= c["minimum"], where, "minimum:", v)


def resource(folder, r):
    path, s = os.path.join(folder, r["path"]), r["schema"]
    data = open(path, "rb").read()
    need(len(data) == r["bytes"] and "sha256:" + hashlib.sha256(data).hexdigest() == r["hash"], path, "other bytes than told")
    need(data.endswith(r["dialect"]["lineTerminator"].encode()) or not data, path, "line terminator")
    rows, names = rows_of(path, r["dialect"]), [f["name"] for f in s["fields"]]
    if r["dialect"]["header"]:
        need(rows[0] == names, path, "header:", rows[0])
        rows = rows[1:]
    need(len(rows) == r["rows"], path, len(rows), "rows, told", r["rows"])
    for i, row in enumerate(rows):
        need(len(row) == len(names), path, "row", i, "has", len(row), "cells")
        for f, v in zip(s["fields"], row):
            c = f.get("constraints", {})
            if v in s["missingValues"]:
                need(not c.get("required"), path, i, f["name"], "is missing")
            else:
                check_cell(v, f["type"], c, (path, i, f["name"]))
    unique(rows, [names.index(k) for k in s.get("primaryKey", [])], path) if s.get("primaryKey") else None
    return [dict(zip(names, row)) for row in rows]


def package(folder):
    p = json.load(open(os.path.join(folder, "datapackage.json"), encoding="utf-8"))
    jsonschema.Draft202012Validator(PACKAGE).validate(p)
    rows = {r["name"]: resource(folder, r) for r in p["resources"]}
    for r in p["resources"]:
        for k in r["schema"].get("foreignKeys", []):
            there = {tuple(row[c] for c in k["reference"]["fields"]) for row in rows[k["reference"]["resource"]]}
            for row in rows[r["name"]]:
                v = tuple(row[c] for c in k["fields"])
                need(v[0] in r["schema"]["missingValues"] or v in there, r["name"], "foreign key:", v)
    return sum(map(len, rows.values()))


def csvw_table(folder, t, d, null):
    rows, columns = rows_of(os.path.join(folder, t["url"]), d), t["tableSchema"]["columns"]
    if d["header"]:
        need(all(h in c["titles"] for h, c in zip(rows[0], columns)), t["url"], "header:", rows[0])
        rows = rows[1:]
    for i, row in enumerate(rows):
        need(len(row) == len(columns), t["url"], i, "columns")
        for c, v in zip(columns, row):
            where = (t["url"], i, c["name"])
            kind = c["datatype"] if isinstance(c["datatype"], dict) else {"base": c["datatype"]}
            need(v != null or not c.get("required"), *where, "is missing")
            for one in v.split(c["separator"]) if "separator" in c else [v]:
                if v != null:
                    check_cell(one, kind["base"], {k: kind[j] for j, k in (("format", "pattern"), ("minimum", "minimum")) if j in kind}, where)
    names = [c["name"] for c in columns]
    if "primaryKey" in t["tableSchema"]:
        unique(rows, [names.index(k) for k in t["tableSchema"]["primaryKey"]], t["url"])
    return [dict(zip(names, row)) for row in rows]


def csvw(folder):
    m = json.load(open(os.path.join(folder, "csv-metadata.json"), encoding="utf-8"))
    jsonschema.Draft202012Validator(CSVW).validate(m)
    rows = {t["url"]: csvw_table(folder, t, m["dialect"], m["null"]) for t in m["tables"]}
    for t in m["tables"]:
        for k in t["tableSchema"].get("foreignKeys", []):
            columns = [next(c for c in t["tableSchema"]["columns"] if c["name"] == name) for name in k["columnReference"]]
            there = [tuple(row[c] for c in k["reference"]["columnReference"]) for row in rows[k["reference"]["resource"]]]
            need(len(there) == len(set(there)), "foreign key to columns that are not unique")
            for row in rows[t["url"]]:
                v = [row[c["name"]].split(c["separator"]) if "separator" in c else [row[c["name"]]] for c in columns]
                need(v[0] == [m["null"]] or set(itertools.product(*v)) <= set(there), t["url"], "foreign key:", v)


n = package(sys.argv[1])
if os.path.exists(os.path.join(sys.argv[1], "csv-metadata.json")):
    csvw(sys.argv[1])
print(n, "rows as told")
