#!/usr/bin/env bash
# doc is XXH3 of the bytes that vnrecords(5) names: of the samples one by one, and glued in a stream with LF, CRLF, blanks around and a mark before.
set -euo pipefail
tmp=$(mktemp -d); trap 'rm -rf "$tmp"' EXIT
mkdir "$tmp/in"
cp samples/input/*.txt "$tmp/in"
cat samples/input/*.txt >"$tmp/in/glued"
sed 's/$/\r/' "$tmp/in/glued" >"$tmp/in/crlf"
{ printf '\xEF\xBB\xBF \n'; sed 's/^/  /; s/$/ \t/; s/^ *\t$//' "$tmp/in/glued"; printf ' \n\n'; } >"$tmp/in/blanks"
"$BIN/segment" "$tmp"/in/* >"$tmp/records"
python3 - "$tmp/records" <<'P'
import ctypes, json, shutil, subprocess, sys
xxh3 = ctypes.CDLL("libxxhash.so.0").XXH3_64bits
xxh3.restype, xxh3.argtypes = ctypes.c_uint64, (ctypes.c_char_p, ctypes.c_size_t)
pages = 0
for line in open(sys.argv[1], encoding="utf-8"):
    r = json.loads(line)
    if r["type"] == "document":
        doc = r
    if r["type"] == "end":
        page = open(doc["source"], "rb").read()[doc["byte_start"]:r["byte_end"]]
        assert f"{xxh3(page, len(page)):016x}" == r["doc"], doc
        pages += 1
        if shutil.which("xxhsum"):          # the command of the manual
            command = f"""tail -c +$(({doc["byte_start"]} + 1)) {doc["source"]} | head -c $(({r["byte_end"]} - {doc["byte_start"]})) | xxhsum -H3"""
            assert r["doc"] in subprocess.run(command, shell=True, capture_output=True, text=True).stdout, command
assert pages > 20, pages
P
