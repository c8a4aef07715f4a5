#!/usr/bin/env bash
# --lexicon DIR replaces every table, the document types too; a table that is not there is said, status 2.
set -euo pipefail
tmp=$(mktemp -d); trap 'rm -rf "$tmp"' EXIT
cp lexicon/*.csv "$tmp"
in=tests/tag-entities/directive-same-code-two-dates.in
"$BIN/tag-entities" --lexicon "$tmp" <$in | cmp - <("$BIN/tag-entities" <$in)
sed -i '/^Chỉ thị,/d' "$tmp/doctypes.csv"
[ "$("$BIN/tag-entities" --lexicon "$tmp" <$in | grep -c '"DIRECTIVE"')" = 0 ]
rm "$tmp/doctypes.csv"; code=0; "$BIN/tag-entities" --lexicon "$tmp" <$in >/dev/null 2>"$tmp/err" || code=$?
[ $code = 2 ]; grep -q 'doctypes.csv' "$tmp/err"
