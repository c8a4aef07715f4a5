#!/usr/bin/env bash
# Every record of every golden output, of the samples and of the hard cases is what its schema and tests/validate.py say; source bytes
# hold the sentence.
set -euo pipefail
python3 tests/validate.py tests/{segment,tag-entities,extract-events}/*.out
"$BIN/segment" samples/input/*.txt tests/hard/*.txt | "$BIN/tag-entities" | "$BIN/extract-events" | python3 tests/validate.py
"$BIN/segment" <samples/input/02-hai-cuoc-hop.txt | python3 -c '
import json, sys, unicodedata
src = open("samples/input/02-hai-cuoc-hop.txt", "rb").read()
for l in sys.stdin:
    r = json.loads(l)
    if r["type"] == "sentence":
        s = " ".join(unicodedata.normalize("NFC", src[r["byte_start"]:r["byte_end"]].decode()).split())
        assert s == r["text"], (s, r["text"])
'
