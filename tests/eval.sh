#!/usr/bin/env bash
# tests/eval.sh [--detail]: quality on ../shared (seeds, train, dev), as one glued stream and as separate files, with boundaries.
set -u
cd "$(dirname "$0")/.." || exit 2
shared=../shared
[ -d $shared/gold ] || { echo "eval: $shared is not there; nothing to measure"; exit 0; }
export LC_ALL=C
tmp=$(mktemp -d); trap 'rm -rf "$tmp"' EXIT
for set in seeds train dev; do
	echo "== $set, one stream"
	cat $shared/$set/*.txt | bin/segment | bin/tag-entities | bin/extract-events | bin/to-csv -d "$tmp/glued"
	$shared/eval/score "$@" --texts $shared/$set $shared/gold/$set "$tmp/glued"
	cat $shared/$set/*.txt | bin/segment | $shared/eval/boundaries $shared/$set | tail -1
	echo "== $set, as files"
	bin/segment $shared/$set/*.txt | bin/tag-entities | bin/extract-events | bin/to-csv -d "$tmp/files"
	$shared/eval/score $shared/gold/$set "$tmp/files" | grep -v '^    '
done
echo "== zones of lines, train"; tests/zones/score tests/zones/train.csv $shared/train
