#!/usr/bin/env bash
# The samples give samples/expected, by the batch runner and by the one-line pipe; cells read back equal the records.
set -euo pipefail
tmp=$(mktemp -d); trap 'rm -rf "$tmp"' EXIT
PATH=$(readlink -f "$BIN"):$PATH
segment samples/input/*.txt | tag-entities | extract-events | to-csv -d "$tmp/pipe"
for t in meetings officials directives; do diff -u samples/expected/$t.csv "$tmp/pipe/$t.csv"; done
./pipeline.sh -v -o "$tmp/run" samples/input 2>"$tmp/err"
grep -q 'meetings,' "$tmp/err"
for t in meetings officials directives; do cmp "$tmp/run/$t.csv" samples/expected/$t.csv; done
[ -z "$(find "$tmp" -name '.*.csv.*')" ]
