#!/usr/bin/env bash
# pipeline.sh [-o DIR] [FILE|DIRECTORY...]: pages in (plain or .gz; none = standard input), the three tables in DIR (default: out).
# A directory stands for its *.txt and *.gz. One line of summary on standard error; exit status of the worst stage; a table that is
# there is complete: to-csv writes beside it and renames.
set -euo pipefail
usage() { echo "usage: pipeline.sh [-o DIR] [FILE|DIRECTORY...]"; }
here=$(dirname "$(readlink -f "$0")")
[ -x "$here/bin/segment" ] && PATH=$here/bin:$PATH
[ -x "$here/segment" ] && PATH=$here:$PATH
out=out
while getopts ':o:h' o; do
	case $o in
	o) out=$OPTARG ;;
	h) usage; exit 0 ;;
	*) usage >&2; exit 2 ;;
	esac
done
shift $((OPTIND - 1))
files=()
for f; do
	if [ -d "$f" ]; then
		while IFS= read -r -d '' g; do files+=("$g"); done < <(find "$f" -maxdepth 1 -type f \( -name '*.txt' -o -name '*.gz' \) -print0 | LC_ALL=C sort -z)
	else
		files+=("$f")
	fi
done
if [ $# -gt 0 ] && [ ${#files[@]} = 0 ]; then
	echo "pipeline.sh: no *.txt or *.gz in $*" >&2
	exit 3
fi
mkdir -p "$out"
set +e
segment "${files[@]}" | tag-entities | extract-events | to-csv -d "$out"
codes=("${PIPESTATUS[@]}")
set -e
worst=0
for c in "${codes[@]}"; do if [ "$c" -gt "$worst" ]; then worst=$c; fi; done
count() { if [ -f "$out/$1.csv" ]; then python3 -c 'import csv,sys; print(sum(1 for _ in csv.reader(open(sys.argv[1], newline=""))) - 1)' "$out/$1.csv" 2>/dev/null || echo '?'; else echo 0; fi; }
echo "pipeline.sh: $(count meetings) meetings, $(count officials) officials, $(count directives) directives in $out; status $worst" >&2
exit "$worst"
