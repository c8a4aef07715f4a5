#!/usr/bin/env python3
"""embed.py OUT.c FILE...: the files as C byte arrays and one table {name, bytes, length}, names without folders, sorted."""
import os, sys
out, files = sys.argv[1], sorted(sys.argv[2:], key=os.path.basename)
with open(out, "w") as o:
    o.write('#include "base/embedded.h"\n')
    for i, f in enumerate(files):
        data = open(f, "rb").read()
        o.write(f"static const unsigned char f{i}[] = {{{','.join(map(str, data + bytes(1)))}}};\n")
    o.write("const struct embedded embedded[] = {\n")
    for i, f in enumerate(files):
        o.write(f'\t{{ "{os.path.basename(f)}", (const char *)f{i}, sizeof f{i} - 1 }},\n')
    o.write("\t{ 0, 0, 0 }\n};\n")
