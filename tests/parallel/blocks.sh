#!/usr/bin/env bash
# The commands of the manual page for one big file and for one stream of records give the tables of one process; the first but for
# source and positions, which count from the cut.
. tests/parallel/lib.sh
need parallel
export PARALLEL_HOME=$tmp/parallel; mkdir "$PARALLEL_HOME"; touch "$PARALLEL_HOME/will-cite"
for _ in {1..600}; do for f in samples/input/*.txt; do cat "$f"; printf '\f'; done; done >"$tmp/news.txt"
by_hand "$tmp/one" "$tmp/news.txt"
mkdir "$tmp/w"; ln "$tmp/news.txt" "$tmp/w/news.txt"; cd "$tmp/w" || exit 1
page=$OLDPWD/man/pipeline.sh.1
by_hand "$tmp/here" news.txt
for n in 2 3; do
	rm -rf tables
	block "$page" $n >"$tmp/commands"; grep -q '^.*parallel -k' "$tmp/commands" || fail 'the manual page'
	sed -i "s/--block [0-9]*M/--block 500k/" "$tmp/commands"   # a small file, so small blocks
	bash "$tmp/commands" 2>"$tmp/err" || fail "block $n"
	if [ $n = 3 ]; then same "$tmp/here" tables; continue; fi
	for t in meetings officials directives; do
		python3 -c 'import csv, sys
a, b = ([{k: v for k, v in r.items() if k not in ("source", "start", "end")} for r in csv.DictReader(open(f, newline=""))] for f in sys.argv[1:])
sys.exit(a != b or len(a) < 1000)' "$tmp/here/$t.csv" "tables/$t.csv" || fail "$t by blocks"
	done
done
