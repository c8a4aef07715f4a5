#!/usr/bin/env python3
"""embed.py OUT.c FILE...: the files as C byte arrays and one table {name, bytes, length}, names without folders, sorted.
A script NAME.js is followed by NAME.js.sha256, the hash by which a Content-Security-Policy lets it run."""
import base64, hashlib, os, sys
out, files = sys.argv[1], sorted(sys.argv[2:], key=os.path.basename)
parts = []
for f in files:
    name, data = os.path.basename(f), open(f, "rb").read()
    parts.append((name, data))
    if name.endswith(".js"): parts.append((name + ".sha256", base64.b64encode(hashlib.sha256(data).digest())))
with open(out, "w") as o:
    o.write('#include "base/embedded.h"\n')
    for i, (_, data) in enumerate(parts):
        o.write(f"static const unsigned char f{i}[] = {{{','.join(map(str, data + bytes(1)))}}};\n")
    o.write("const struct embedded embedded[] = {\n")
    for i, (name, _) in enumerate(parts):
        o.write(f'\t{{ "{name}", (const char *)f{i}, sizeof f{i} - 1 }},\n')
    o.write("\t{ 0, 0, 0 }\n};\n")
