#!/usr/bin/env bash
# bench/run.sh [TEXT...]: how fast each program, the pipe and their neighbours read, as Markdown on standard output.
# TEXT: plain or .gz files of pages, each measured as one stream; none = ../shared/bench/news.txt.gz, and ../shared/dev repeated to 100 MB.
# RUNS=3 takes the best of three; SIZES="1 10 100 1000" are the MB of the cost table, SIZES= leaves it out; NEIGHBOURS= leaves them out.
set -u
cd "$(dirname "$0")/.." || exit 2
RUNS=${RUNS:-3} SIZES=${SIZES-1 10 100 1000} NEIGHBOURS=${NEIGHBOURS-yes}
export PATH=$PWD/bin:$PATH LC_ALL=C.UTF-8
tmp=$(mktemp -d); trap 'rm -rf "$tmp"' EXIT
patterns=$(paste -sd'|' bench/patterns.txt)
have() { command -v "$1" >/dev/null || { missing="${missing:-} $1"; return 1; }; }
calc() { awk "BEGIN { printf(\"$1\", $2) }"; }

# best INPUT COMMAND...: wall seconds, CPU seconds and peak KiB of the fastest run
best() {
	local from=$1 best=999999 line i s user sys rss; shift
	for ((i = 0; i < RUNS; i++)); do
		/usr/bin/time -f '%e %U %S %M' -o "$tmp/time" "$@" <"$from" 2>"$tmp/err" | cat >/dev/null   # grep stops at the first match when it writes to /dev/null
		read -r s user sys rss <<<"$(tail -1 "$tmp/time")"
		[ "$(calc %d "$s < $best")" = 1 ] && best=$s line="$(calc '%.2f %.2f' "($s > 0 ? $s : 0.01), $user + $sys") $rss"
	done
	echo "$line"
}
megabytes() { calc %.6f "$(stat -Lc %s "$1") / 1e6"; }
row() {                         # what, MB read, MB of text behind it, wall s, CPU s, KiB
	echo "| $1 | $(calc %.1f "$2") | $4 | $5 | $(calc %.1f "$2 / $4") | $(calc %.1f "$3 / $4") | $(calc %.2f "$3 / $4 / $grep_speed") | $(calc %.1f "$6 / 1024") |"
}
timed() {                       # what, its input, MB of text behind it, command...
	local name=$1 from=$2 mb=$3 s cpu rss; shift 3
	read -r s cpu rss <<<"$(best "$from" "$@")"
	row "$name" "$(megabytes "$from")" "$mb" "$s" "$cpu" "$rss"
}
# the pipe over standard input, CPU seconds and KiB of each program in $tmp/pipe.1 to .4
pipe() {
	stage() { local n=$1; shift; /usr/bin/time -f %U+%S:%M -o "$tmp/pipe.$n" "$@"; }
	cat | stage 1 segment | stage 2 tag-entities | stage 3 extract-events | stage 4 to-csv -d "$tmp/tables"
}
pipe_peaks() { for i in 1 2 3 4; do calc %.1f "$(tail -qn1 "$tmp/pipe.$i" | cut -d: -f2) / 1024"; [ "$i" = 4 ] || echo -n ' / '; done; }
pipe_cpu() { calc %.2f "$(tail -qn1 "$tmp"/pipe.? | cut -d: -f1 | paste -sd+)"; }
pipe_row() {                    # what, file
	local best=999999 cpu peak i t mb; mb=$(megabytes "$2")
	for ((i = 0; i < RUNS; i++)); do
		t=$(date +%s.%N); pipe <"$2"; t=$(calc %.2f "$(date +%s.%N) - $t")
		[ "$(calc %d "$t < $best")" = 1 ] && best=$t cpu=$(pipe_cpu) peak=$(pipe_peaks)
	done
	row "$1" "$mb" "$mb" "$best" "$cpu" 0 | sed "s:[^|]* |\$: $peak |:"
}

table() {                       # name of the text, its file
	local text=$2 mb some s cpu rss; mb=$(megabytes "$text")
	segment <"$text" >"$tmp/sentences"; tag-entities <"$tmp/sentences" >"$tmp/tagged"; extract-events <"$tmp/tagged" >"$tmp/events"
	read -r s cpu rss <<<"$(best "$text" grep -Po "$patterns")"
	grep_speed=$(calc %.6f "$mb / $s")
	echo; echo "## $1"; echo
	echo "MB/s is of what the program reads (records are longer than their text), text MB/s of the pages behind it; x grep compares the latter"
	echo "with \`grep -Po\` and the thirty patterns of \`bench/patterns.txt\`."; echo
	echo "| | MB read | s | CPU s | MB/s | text MB/s | x grep | peak MiB |"; echo "|---|---|---|---|---|---|---|---|"
	pipe_row '**cat \| segment \| tag-entities \| extract-events \| to-csv**' "$text"
	timed segment "$text" "$mb" segment
	gzip -c "$text" >"$tmp/text.gz"; timed "segment, of gzip" "$tmp/text.gz" "$mb" segment
	bench/wet.py "$text" >"$tmp/text.wet"; timed "segment, of WET, a gzip member a record" "$tmp/text.wet" "$mb" segment
	timed tag-entities "$tmp/sentences" "$mb" tag-entities
	timed extract-events "$tmp/tagged" "$mb" extract-events
	timed to-csv "$tmp/events" "$mb" to-csv -d "$tmp/tables"
	row "grep -Po, 30 patterns" "$mb" "$mb" "$s" "$cpu" "$rss"
	[ -n "$NEIGHBOURS" ] || return
	timed cat "$text" "$mb" cat
	timed "cat through four pipes" "$text" "$mb" sh -c 'cat | cat | cat | cat'
	timed "wc -w" "$text" "$mb" wc -w
	have rg && timed "rg -o, the same patterns" "$text" "$mb" rg -of bench/patterns.txt
	have hfst-pmatch && hfst-pmatch2fst bench/names.pmatch -o "$tmp/names" 2>/dev/null && timed "hfst-pmatch, 3 patterns" "$text" "$mb" hfst-pmatch "$tmp/names"
	head -c 20000000 "$tmp/events" | sed '$d' >"$tmp/some"
	some=$(calc %.6f "$mb * $(megabytes "$tmp/some") / $(megabytes "$tmp/events")")
	# shellcheck disable=SC1010,SC2016     # mlr's own verbs and fields
	have mlr && timed "mlr, event records to one CSV" "$tmp/some" "$some" mlr --ijsonl --ocsv filter '$type=="official"' then cut -o -f doc,official_id,name
	have jq && timed "jq, event records to one CSV" "$tmp/some" "$some" jq -r 'select(.type=="official")|[.doc,.official_id,.name]|@csv'
}

costs() {                       # the text that is repeated, what it is called
	local mb t
	echo; echo "## Cost of the pipe by size ($2, repeated)"; echo
	echo "| MB | s | CPU s | MB/s | peak MiB of segment / tag-entities / extract-events / to-csv |"; echo "|---|---|---|---|---|"
	for mb in $SIZES; do
		t=$(date +%s.%N)
		while cat "$1" && printf '\f'; do :; done 2>/dev/null | head -c "${mb}000000" | pipe
		t=$(calc %.2f "$(date +%s.%N) - $t")
		echo "| $mb | $t | $(pipe_cpu) | $(calc %.1f "$mb / $t") | $(pipe_peaks) |"
	done
}

scaling() {                     # the text that is parted into files, what it is called
	local t n i took cores pages=$tmp/files; mkdir "$pages"
	awk -v RS='\f' -v dir="$pages" '{ f = sprintf("%s/%03d.txt", dir, NR / 200); printf("%s\f", $0) >f }' "$1"
	echo; echo "## pipeline.sh -j N over $(find "$pages" -type f | wc -l) files of 200 pages each ($2)"; echo
	echo "| cores | -j | s | MB/s |"; echo "|---|---|---|---|"
	for n in $(seq "$(nproc)"); do
		cores=0-$((n - 1))
		for ((t = 0, i = 0; i < RUNS; i++)); do
			took=${EPOCHREALTIME/./}; taskset -c "$cores" ./pipeline.sh -q -j "$n" -o "$tmp/scaled" "$pages"; took=$((${EPOCHREALTIME/./} - took))
			[ "$t" = 0 ] || [ "$took" -lt "$t" ] && t=$took
		done
		echo "| $n | $n | $(calc %.2f "$t / 1e6") | $(calc %.1f "$(du -cbL "$pages" | tail -1 | cut -f1) / $t") |"
	done
}

starts() {
	echo; echo "## Start-up: the program on an empty input, least of 100"; echo
	echo "| | ms | peak MiB |"; echo "|---|---|---|"
	local p t least
	for p in segment tag-entities extract-events to-csv; do
		least=999999
		for _ in {1..100}; do
			t=${EPOCHREALTIME/./}; $p </dev/null >/dev/null; t=$((${EPOCHREALTIME/./} - t))
			[ $t -lt $least ] && least=$t
		done
		/usr/bin/time -f %M -o "$tmp/time" $p </dev/null >/dev/null
		echo "| $p | $(calc %.1f "$least / 1000") | $(calc %.1f "$(cat "$tmp/time") / 1024") |"
	done
}

echo "# bench/run.sh"; echo
echo "$(date -u +%F), commit $(git rev-parse --short HEAD 2>/dev/null)$(git diff --quiet HEAD 2>/dev/null || echo ' and changes'), $(nproc) cores, $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1), $(sed -n 's/^PRETTY_NAME="\(.*\)"/\1/p' /etc/os-release), load $(cut -d' ' -f1 /proc/loadavg) at the start; best of $RUNS runs."
if [ $# = 0 ]; then
	[ -d ../shared ] || { echo "run.sh: ../shared is not there; name the texts to measure" >&2; exit 2; }
	zcat ../shared/bench/news.txt.gz >"$tmp/news"; table "News, 62 MB" "$tmp/news"; scaling "$tmp/news" news
	cat ../shared/dev/*.txt >"$tmp/pages"
	n=$((100000000 / $(stat -c %s "$tmp/pages") + 1))
	for ((i = 0; i < n; i++)); do cat "$tmp/pages"; printf '\f'; done >"$tmp/dev"
	table "Meeting pages repeated to 100 MB" "$tmp/dev"
	costs "$tmp/pages" "meeting pages"
else
	for f; do zcat -f "$f" >"$tmp/text"; table "$(basename "$f")" "$tmp/text"; done
	costs "$tmp/text" "$(basename "$f")"
fi
starts
echo; echo "Not installed here:${missing:- nothing}. Packages: ripgrep hfst miller jq time."
