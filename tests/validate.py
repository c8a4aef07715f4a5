#!/usr/bin/env python3
"""validate.py: every record on standard input against schemas/records/TYPE.schema.json; surface against text[start:end]."""
import json, sys, jsonschema
checks, n = {}, 0
for line in sys.stdin:
    r = json.loads(line)
    t = r["type"]
    if t not in checks:
        s = json.load(open(f"schemas/records/{t}.schema.json"))
        checks[t] = jsonschema.Draft202012Validator(s)
    checks[t].validate(r)
    for e in r.get("entities", []):
        assert r["text"][e["start"]:e["end"]] == e["surface"], (r["text"], e)
    n += 1
print(n, "records")
sys.exit(n == 0)
