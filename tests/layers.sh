#!/usr/bin/env bash
# tests/layers.sh: the arrows of HACKING.md point right, and a third-party header is included by exactly one .c file.
cd "$(dirname "$0")/.." || exit 2
bad=0
rank() { case $1 in base) echo 0 ;; vi) echo 1 ;; record) echo 2 ;; segment | tag | extract | table | html) echo 3 ;; cmd) echo 4 ;; *) echo 9 ;; esac; }
for f in src/*/*.[ch]; do
	from=$(basename "$(dirname "$f")")
	for to in $(grep -oE '^#include "[a-z]+/' "$f" | sed 's/.*"//; s,/,,' | sort -u); do
		if [ "$to" != "$from" ] && [ "$(rank "$to")" -ge "$(rank "$from")" ]; then echo "$f includes $to/"; bad=1; fi
	done
done
for h in zlib.h pcre2.h csv.h utf8proc.h sha2.h xxhash.h xlsxwriter.h iconv.h libxml/HTMLparser.h; do
	n=$(grep -lE "^#include <$h>" src/*/*.[ch] | wc -l)
	[ "$n" -le 1 ] || { echo "<$h> is included by $n files"; bad=1; }
done
exit $bad
