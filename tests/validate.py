#!/usr/bin/env python3
"""validate.py [FILE...]: every record (JSON Lines; none = standard input) against schemas/records/TYPE.schema.json, and what no schema
says: a document's records are of one `doc` and in order, n counts on, `end` holds the number of sentences, an entity's surface is the
slice of its text, an event rests on a sentence of its document and names its rules, its meeting_ids are meetings of its document.
Records of a type without a schema are foreign: they pass, if they came so (a type that a filter writes is not foreign)."""
import json, os, sys
import jsonschema

SCHEMAS = {f[:-len(".schema.json")]: jsonschema.Draft202012Validator(json.load(open(f"schemas/records/{f}", encoding="utf-8")))
           for f in os.listdir("schemas/records")}
EVENTS = ("meeting", "official", "directive")
problems = 0


def check(ok, where, what):
    global problems
    if not ok:
        problems += 1
        print(f"{where}: {what}")


def sentence(r, where, texts):
    check(r["n"] == len(texts) + 1, where, f"n is {r['n']} behind {len(texts)} sentences")
    texts.append((r["text"], r["byte_start"], r["byte_end"]))
    last = 0
    for e in r.get("entities", []):
        check(r["text"][e["start"]:e["end"]] == e["surface"], where, f"surface is not the slice: {e}")
        check(e["start"] >= last and e["start"] < e["end"], where, f"entities are not in order: {e}")
        check(e["rule"], where, f"no rule: {e}")
        last = e["start"]


def records(lines, name):
    document, texts, meetings, n = None, [], set(), 0
    for n, line in enumerate(lines, 1):
        where, r = f"{name}:{n}", json.loads(line)
        kind = r["type"]
        if kind not in SCHEMAS:
            continue
        for e in SCHEMAS[kind].iter_errors(r):
            check(False, where, e.message)
        if kind == "document":
            check(document is None, where, "a document inside a document")
            document, texts, meetings = r["doc"], [], set()
        check(document is None or r["doc"] == document, where, "another doc")
        if kind == "sentence":
            sentence(r, where, texts)
        elif kind in EVENTS:
            check(not texts or (r["evidence"], r["start"], r["end"]) in texts, where, "evidence is no sentence of the document")
            check(r["rules"], where, "no rules")
            meetings |= {r["meeting_id"]} if kind == "meeting" else set()
            check(set(r.get("meeting_ids", [])) <= meetings, where, "meeting_ids of no meeting")
        elif kind == "end":
            check(document is None or r["sentences"] == len(texts), where, f"end says {r['sentences']} sentences, there are {len(texts)}")
            document = None
    return n


names = sys.argv[1:]
count = sum(records(open(f, encoding="utf-8"), f) for f in names) if names else records(sys.stdin, "-")
print(f"{count} records, {problems} problems")
sys.exit(count == 0 or problems != 0)
