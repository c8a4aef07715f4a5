#!/usr/bin/env bash
# pipeline.sh [OPTION...] [FILE|DIRECTORY...] - pages in, the tables in DIR: for a terminal and for cron. Installed: vnmeet run.
#
#   list of files -> (--append: those whose bytes are new) -> blocks of files -> N pipes side by side -> records in order -> to-csv -> publish
#
# to-csv runs beside the pipes and takes the records of each block when those before it are done; with --append those of all files at the end.
#
# A block goes through segment | tag-entities | extract-events; what is left of its records without the sentences is a part file.
# A block in which a program fails is done again file by file, so that one page costs its own rows only.
# Beside DIR stands .DIR.vnmeet/:  lock; new.PID/ the run under way, of no worth when it was killed; previous/ the tables before, for
# readers that are still in them; state/ of --append: records, one after another, and index: "HASH BYTES FILE", NUL behind each.
# DIR and state/ change in one step each, by publish(1), DIR first: a run killed between the two is done again and gives the same.
# Bytes only, no locale; file names may hold anything. fd 3 is standard input, 5 what to-csv reads, 8 the log, 9 the lock.
set -uo pipefail
export LC_ALL=C
here=$(dirname "$(readlink -f "$0")")
if [ -x "$here/bin/segment" ]; then PATH=$here/bin:$PATH; elif [ -x "$here/segment" ]; then PATH=$here:$PATH; fi

help() {
	cat <<-'END'
	usage: pipeline.sh [-a] [-j N] [-o DIR] [FILE|DIRECTORY...]
	Turns saved pages into the tables in DIR; a directory operand stands for the pages below it.

	  -a, --append              do only files that are new or changed since the last --append run; the tables hold all
	      --gone keep|drop      with --append, the rows of a page that is no longer there (default: keep)
	  -j, --jobs N              N pipes side by side, 0: one a core (default: 1)
	      --lexicon DIR         read the lexicon tables from DIR instead of those built in
	      --log FILE            add messages and the summary to FILE
	  -o, --output DIR          the tables' directory (default: out)
	      --to-csv OPTIONS      more options for to-csv, as one word: --to-csv '--excel --header vi'
	  -q, --quiet               no progress and no summary on a terminal; trouble is still told
	  -v, --verbose             tell each step; the summary always
	  -h, --help                print this help
	  -V, --version             print the version
	END
}

# --- messages: standard error and the log -----------------------------------------------------------------------------------------
log=
say() {                         # a line for whoever looks and for the log
	printf '%s\n' "$1" >&2
	to_log "$1"
}
to_log() {
	[ -n "$log" ] || return 0
	printf '%(%FT%T%z)T [%d] %s\n' -1 $$ "$1" 2>/dev/null >&8 && return
	log=''
	raise 3
	say "pipeline.sh: the log cannot be written"
}
note() { if [ -n "$verbose" ]; then say "pipeline.sh: $1"; else to_log "pipeline.sh: $1"; fi; }
status=0
raise() { if [ "$1" -gt "$status" ]; then status=$1; fi; }
die() {                         # STATUS TEXT
	say "pipeline.sh: $2"
	exit "$1"
}
usage() {
	printf 'pipeline.sh: %s (try pipeline.sh --help)\n' "$1" >&2
	exit 2
}

# --- command line -----------------------------------------------------------------------------------------------------------------
append='' gone=keep jobs=1 lexicon=() csv=() out=out quiet='' verbose=''
options=$(getopt -n pipeline.sh -o ahj:o:qvV -l append,gone:,help,jobs:,lexicon:,log:,output:,quiet,to-csv:,verbose,version -- "$@") || exit 2
eval set -- "$options"
while [ "$1" != -- ]; do
	case $1 in
	-a | --append) append=1 ;;
	--gone) gone=$2; shift ;;
	-h | --help) help; exit ;;
	-j | --jobs) jobs=$2; shift ;;
	--lexicon) lexicon=(--lexicon "$2"); shift ;;
	--log) log=$2; shift ;;
	-o | --output) out=$2; shift ;;
	-q | --quiet) quiet=1 ;;
	--to-csv) read -r -a csv <<<"$2"; shift ;;
	-v | --verbose) verbose=1 ;;
	-V | --version) v=$(segment --version) || exit 3; echo "pipeline.sh ${v#segment }"; exit ;;
	esac
	shift
done
shift
case $gone in keep | drop) ;; *) usage "--gone is keep or drop, not $gone" ;; esac
case $jobs in '' | *[!0-9]*) usage "--jobs is a number, not $jobs" ;; 0) jobs=$(nproc) ;; esac
[ -n "$append" ] && [ $# = 0 ] && usage '--append wants files: standard input has no name to know it by'
if [ -n "$log" ] && ! { exec 8>>"$log"; } 2>/dev/null; then log='' && die 3 "the log cannot be written"; fi
exec 3<&0
began=${EPOCHREALTIME/./}

# --- the directory: its own, and nobody else at work in it ------------------------------------------------------------------------
work='' ticker='' maker=''
# shellcheck disable=SC2317  # reached through trap
leave() {                       # at every exit but SIGKILL: nothing of an unfinished run stays
	[ -z "$ticker" ] || kill "$ticker" 2>/dev/null
	[ -z "$maker" ] || { kill "$maker" && wait "$maker"; } 2>/dev/null
	[ -z "$work" ] || rm -rf "$work"
	[ -z "${locked:-}" ] || [ -e "$side/state" ] || [ -e "$side/previous" ] || { rm -f "$side/lock"; rmdir "$side"; } 2>/dev/null
}
# shellcheck disable=SC2317
stopped() {                     # SIGNAL NUMBER: the pipes and the programs in them end too
	local file pid parent all
	all=" $(jobs -p | tr '\n' ' ')"
	for file in /proc/[0-9]*/stat; do
		read -r pid _ _ parent _ 2>/dev/null <"$file" || continue
		case $all in *" $parent "*) kill "$parent" "$pid" 2>/dev/null ;; esac
	done
	say "pipeline.sh: stopped by SIG$1; $out is as it was"
	exit $((128 + $2))
}
trap leave EXIT
trap 'stopped INT 2' INT
trap 'stopped TERM 15' TERM
trap 'stopped HUP 1' HUP

take_directory() {
	local entry
	out=$(readlink -m -- "$out")
	side=$(dirname "$out")/.$(basename "$out").vnmeet
	if [ "$out" -ef / ] || [ "$out" -ef . ]; then die 2 "$out: the tables want a directory of their own, not the one worked in"; fi
	[ ! -e "$out" ] || [ -d "$out" ] || die 3 "$out: is no directory"
	mountpoint -q "$out" && die 3 "$out: is a mount point and cannot be replaced as a whole; name a directory in it"
	for entry in "$out"/* "$out"/.[!.]*; do
		entry=${entry##*/}
		[[ $entry =~ ^(\*|\.\[!\.\]\*|\.?(meetings|officials|directives)[.-].*|meeting_(officials|directives)\.csv|datapackage\.json|csv-metadata\.json)$ ]] ||
			die 2 "$out: holds '$entry'; the tables want a directory of their own"
	done
	for entry in {1..50} none; do   # the run before may have removed the lock just now
		[ "$entry" != none ] || die 3 "$side/lock: cannot be locked (is /proc there?)"
		{ mkdir -p "$side" && exec 9<>"$side/lock"; } 2>/dev/null || die 3 "$side: cannot be written"
		flock -n 9 || die 3 "another run writes to $out"
		[ ! "$side/lock" -ef /dev/fd/9 ] || break
	done
	locked=1
	rm -rf "$side"/new.*
	work=$side/new.$$
	mkdir "$work" "$work/tables" 2>/dev/null || die 3 "$work: cannot be written"
	[ ! -d "$out" ] || { chmod --reference="$out" "$work/tables"; chown --reference="$out" "$work/tables"; } 2>/dev/null
}

check_programs() {              # a bad lexicon or a missing program is known before anything is read
	local p code=0
	for p in segment tag-entities extract-events; do
		"$p" "${lexicon[@]}" </dev/null 2>>"$work/start" || { code=$?; break; }
	done
	[ $code != 0 ] || to-csv "${csv[@]}" --version >/dev/null 2>>"$work/start" || code=$?
	[ $code != 0 ] || publish --version >/dev/null 2>>"$work/start" || code=$?
	[ $code = 0 ] || { relay "$work/start"; die $((code > 3 ? 3 : code)) 'the programs do not start'; }
}

refused=0
relay() {                       # FILE: messages of the programs
	local line
	while IFS= read -r line || [ -n "$line" ]; do
		say "$line"
		refused=$((refused + 1))
	done <"$1"
}

# --- which files ------------------------------------------------------------------------------------------------------------------
list() {                        # to $work/list, NUL behind each; hidden names are files that something is still writing
	local f
	for f; do
		if [ -d "$f" ]; then
			find -L "$f" -mindepth 1 -name '.*' -prune -o -type f -regextype posix-extended -regex '.*\.(txt|html?|warc|wet|gz)' -print0 2>>"$work/find" | sort -z
		elif [ -n "$append" ] && [ -e "$f" ] && [ ! -f "$f" ]; then
			die 2 "$f: --append wants files"
		else
			printf '%s\0' "$f"
		fi || raise 3
	done >"$work/list"
	[ ! -s "$work/find" ] || relay "$work/find"
}

# The files as arrays: path, and with --append hash (empty: cannot be read) and from: "old" rows of the state, or a number into todo.
declare -A now=() known=() moved=()
path=() hash=() from=() todo=()
engine() { { cat "$(command -v segment)" "$(command -v tag-entities)" "$(command -v extract-events)"; [ ${#lexicon[@]} = 0 ] || cat "${lexicon[1]}"/*.csv; } | b2sum -l 256 | cut -c1-64; }

hashes() {
	local e lines
	xargs -0 -r b2sum -l 256 -z -- <"$work/list" >"$work/sums" 2>/dev/null
	mapfile -d '' -t lines <"$work/sums"   # from a file: bash reads a pipe byte by byte
	for e in "${lines[@]}"; do
		now[_${e:66}]=${e:0:64}
		moved[_${e:0:64}]=1
	done
}

# The state: known[FILE] = "HASH AT BYTES"; files that are gone come first, in their order, unless they moved or go by --gone drop.
read_state() {
	local e h n at=0 p all=1 f lines
	[ -d "$side/state" ] || return 0
	for f in "${path[@]}"; do [ -n "${now[_$f]:-}" ] || all=''; done
	[ "$status" = 0 ] || all=''
	mapfile -d '' -t lines <"$side/state/index"
	if [ "${lines[0]}" != "$engine" ]; then
		note "programs or lexicon have changed: all files are done again"
		stale=1
	fi
	for e in "${lines[@]:1}"; do
		h=${e%% *} e=${e#* } n=${e%% *} p=${e#* }
		known[_$p]="$h $at $n"
		listed+=("$p")
		[ -n "${now[_$p]:-}" ] || [ -n "${moved[_$h]:-}" ] || { [ "$gone" = drop ] && [ -n "$all" ]; } || kept+=("$p")
		at=$((at + n))
	done
	if [ "$at" != "$(stat -c %s "$side/state/records")" ]; then
		note "the state does not fit its records: all files are done again"
		known=() kept=() listed=()
	fi
}

stale='' kept=() listed=()
choose() {                      # path, hash, from, todo out of the list and the state
	local p k
	mapfile -d '' -t path <"$work/list"
	[ ${#path[@]} -gt 0 ] || die 3 "no pages (*.txt, *.html, *.warc, *.gz ...) in $*"
	[ -n "$append" ] || { todo=("${path[@]}"); return; }
	engine=$(engine)
	hashes
	read_state
	local given=("${path[@]}")
	path=("${kept[@]}")
	for p in "${kept[@]}"; do k=${known[_$p]}; hash+=("${k%% *}"); from+=(old); done
	declare -A seen=()
	for p in "${given[@]}"; do
		[ -z "${seen[_$p]:-}" ] || continue
		seen[_$p]=1
		path+=("$p") hash+=("${now[_$p]:-}") k=${known[_$p]:-}
		if [ -z "$stale" ] && [ -n "${now[_$p]:-}" ] && [ "${k%% *}" = "${now[_$p]}" ]; then
			from+=(old)
		else
			from+=(${#todo[@]})
			todo+=("$p")
		fi
	done
	note "${#given[@]} files: ${#todo[@]} new or changed; ${#kept[@]} no longer there, rows kept"
}

# --- the work: blocks of files, N at a time ---------------------------------------------------------------------------------------
pipe() {                        # PART FILE...: the records but the sentences to PART.records; codes of the four programs in codes
	local part=$1; shift
	segment "${lexicon[@]}" -- "$@" <&3 2>>"$part.err" | tag-entities "${lexicon[@]}" 2>>"$part.err" |
		extract-events "${lexicon[@]}" --no-sentences 2>>"$part.err" | cat >"$part.records" 2>>"$part.err"
	codes=("${PIPESTATUS[@]}")
}
whole() { [ "${codes[0]}" -le 3 ] && [ "${codes[1]}" -le 1 ] && [ "${codes[2]}" -le 1 ] && ! full; }
full() { [ "${codes[3]}" != 0 ]; }   # cat could not write: known apart from a program that fails
shares() {                      # PART FILE...: bytes of PART.records that each file gave; false if that cannot be told
	local part=$1 bytes name; shift
	while read -r bytes name; do
		while [ $# -gt 0 ] && [ "$1" != "$name" ]; do echo 0; shift; done
		[ $# -gt 0 ] || return 1
		echo "$bytes"
		shift
	done < <(awk '/^{"type":"document"/ { s = substr($0, index($0, "\"source\":\"") + 10); s = substr(s, 1, index(s, "\"") - 1)
			if (s != last && n) { print n, last; n = 0 }
			last = s }
		{ n += length($0) + 1 }
		END { if (n) print n, last }' "$part.records")
	while [ $# -gt 0 ]; do echo 0; shift; done
}
one_by_one() {                  # PART FILE...: as block, each file in a pipe of its own
	local part=$1 f worst=0; shift
	: >"$part.all"
	: >"$part.index"
	rm -f "$part.err"
	for f; do
		pipe "$part" "$f"
		! full || return 3
		if ! whole; then
			echo "pipeline.sh: $f: a program failed (status ${codes[*]}); the rows of this file are left out" >>"$part.err"
			: >"$part.records"
			worst=3 codes=(3 0 0 0)
		fi
		[ "${codes[0]}" -lt 3 ] || worst=3
		[ "${codes[0]} ${codes[1]} ${codes[2]}" = '0 0 0' ] || [ $worst = 3 ] || worst=1
		echo "$(stat -c %s "$part.records") ${codes[0]}" >>"$part.index"
		cat "$part.records" >>"$part.all" || return 3
	done
	mv "$part.all" "$part.records"
	return $worst
}
block() {                       # PART FILE...: PART.records, .err; with --append .index: "BYTES STATUS" a file. 3: some file failed
	local part=$1; shift
	pipe "$part" "$@"
	! full || return 3
	if [ "${codes[0]}" -lt 3 ] && whole && { [ -z "$append" ] || shares "$part" "$@" >"$part.index"; }; then
		[ "${codes[0]} ${codes[1]} ${codes[2]}" = '0 0 0' ]
	elif [ -z "$append" ] && whole; then
		return 3                # unreadable or damaged files: what could be read is there
	else
		[ "$*" != - ] || { : >"$part.records"; return 3; }   # standard input comes only once
		one_by_one "$part" "$@"
	fi
}

plain() { case $1 in *[\"\\[:cntrl:]]* | -) return 1 ;; esac; }
cut_blocks() {                  # first and count of each block in todo: by bytes, a few a pipe, and as long as a command line may be
	local i n=0 size sum=0 names=0 limit p lines
	local -A sizes=()
	printf '%s\0' "${todo[@]}" | xargs -0 -r stat -L --printf '%s %n\0' -- >"$work/sizes" 2>/dev/null
	mapfile -d '' -t lines <"$work/sizes"
	for p in "${lines[@]}"; do sizes[_${p#* }]=${p%% *}; done
	for size in "${sizes[@]}"; do total=$((total + size)); done
	limit=$((total / (jobs * 4) + 1))
	limit=$((limit > 8388608 ? 8388608 : limit < 262144 ? 262144 : limit))
	for ((i = 0; i < ${#todo[@]}; i++)); do
		p=${todo[i]} size=${sizes[_${todo[i]}]:-0}
		if [ $n -gt 0 ] && { [ $((sum + size)) -gt $limit ] || [ $n = 1000 ] || [ $((names + ${#p})) -gt 500000 ] || ! plain "$p" || ! plain "${todo[i - 1]}"; }; then
			first+=($((i - n))) count+=("$n") bytes+=("$sum")
			n=0 sum=0 names=0
		fi
		n=$((n + 1)) sum=$((sum + size)) names=$((names + ${#p} + 1))
	done
	[ $n = 0 ] || { first+=($((i - n))) count+=("$n") bytes+=("$sum"); }
}

first=() count=() bytes=() total=0
work_through() {
	local b running=0 made=0
	cut_blocks
	start_ticker
	for ((b = 0; b < ${#first[@]}; b++)); do
		if [ $running -ge "$jobs" ]; then wait -n; running=$((running - 1)); fi
		[ -n "$append" ] || tables_of_blocks
		[ ! -e "$work/full" ] || break
		{
			block "$work/$b" "${todo[@]:first[b]:count[b]}"
			code=$?
			! full || : >"$work/full"
			echo $code >"$work/$b.code"
			echo "${bytes[b]}" >>"$work/done"
		} 5>&- 9>&- &
		running=$((running + 1))
	done
	wait_all
	stop_ticker
	for ((b = 0; b < ${#first[@]}; b++)); do
		[ ! -s "$work/$b.err" ] || relay "$work/$b.err"
		[ -s "$work/$b.code" ] || die 3 "$work: cannot be written, or a pipe was killed; $out is as it was"
		raise "$(<"$work/$b.code")"
	done
	[ ! -e "$work/full" ] || die 3 "$work: cannot be written; $out is as it was"
	[ -n "$append" ] || tables_of_blocks
}
tables_of_blocks() {            # those that are done, up to the first that is not; made: how many have gone
	while [ -s "$work/$made.code" ]; do
		tables_add "$work/$made.records"
		made=$((made + 1))
	done
}
wait_all() { local p; for p in $(jobs -p); do [ "$p" = "$ticker" ] || wait "$p"; done; }

# --- progress on a terminal -------------------------------------------------------------------------------------------------------
start_ticker() {
	[ -t 2 ] && [ -z "$quiet" ] && [ "$total" -gt 0 ] || return 0
	: >"$work/done"
	tick 5>&- 9>&- &
	ticker=$!
}
stop_ticker() {
	[ -n "$ticker" ] || return 0
	kill "$ticker" 2>/dev/null
	wait "$ticker" 2>/dev/null
	ticker=''
	printf '\r\033[K' >&2
}
tick() {                        # from the second second on: [####    ] 45 %, rate, time left
	local start=${EPOCHREALTIME/./} sum b past left bar green='' plain=''
	[ -n "${NO_COLOR:-}" ] || { green=$'\033[32m' plain=$'\033[0m'; }
	while sleep 0.5; do
		past=$((${EPOCHREALTIME/./} - start)) sum=0
		[ $past -gt 1500000 ] || continue
		while read -r b; do sum=$((sum + b)); done <"$work/done"
		printf -v bar '%*s' $((sum * 30 / total)) ''
		left='?'
		[ $sum = 0 ] || left=$(((total - sum) * (past / 1000) / sum / 1000))
		printf '\r\033[K%s[%-30s]%s %d %%  %d.%d MB/s  %s s left' "$green" "${bar// /#}" "$plain" $((sum * 100 / total)) \
			$((sum / past)) $((sum * 10 / past % 10)) "$left" >&2
	done
}

# --- all records in the order of the files ----------------------------------------------------------------------------------------
range_file='' range_at=0 range_n=0
copy() {                        # FILE AT BYTES; neighbours are copied in one go
	[ "$3" -gt 0 ] || [ -z "$1" ] || return 0
	if [ "$1" = "$range_file" ] && [ "$2" = $((range_at + range_n)) ]; then range_n=$((range_n + $3)); return; fi
	if [ "$range_n" -gt 0 ]; then
		dd if="$range_file" iflag=skip_bytes,count_bytes skip="$range_at" count="$range_n" bs=1M status=none >>"$work/state/records" || die 3 "$work: cannot be written; $out is as it was"
	fi
	range_file=$1 range_at=$2 range_n=$3
}
assemble() {                    # $work/state: records and index of all files; a file not read whole has no hash there, so it is tried again
	local i t=0 k n s at b=-1 part end=0
	mkdir "$work/state"
	printf '%s\0' "$engine" >"$work/state/index.new"
	: >"$work/state/records"
	for i in "${!path[@]}"; do
		if [ "${from[i]}" = old ]; then
			k=${known[_${path[i]}]} k=${k#* }
			copy "$side/state/records" "${k% *}" "${k#* }"
			printf '%s %s %s\0' "${hash[i]}" "${k#* }" "${path[i]}"
			continue
		fi
		if [ $t = $end ]; then
			b=$((b + 1)) part=$work/$b at=0 end=$((end + count[b]))
			exec 4<"$part.index"
		fi
		read -r n s <&4 || die 3 "$work: cannot be written; $out is as it was"
		copy "$part.records" $at "$n"
		at=$((at + n)) t=$((t + 1))
		if [ "${s:-0}" = 3 ]; then hash[i]=''; [ "$n" != 0 ] || continue; fi
		printf '%s %s %s\0' "${hash[i]}" "$n" "${path[i]}" || die 3 "$work: cannot be written; $out is as it was"
	done >>"$work/state/index.new"
	copy '' 0 0
	mv "$work/state/index.new" "$work/state/index"
}

# --- tables, published --------------------------------------------------------------------------------------------------------------
pages=0 any=''
tables_begin() {
	exec 5> >(exec to-csv "${csv[@]}" -d "$work/tables" 2>"$work/csv.err" 9>&-)
	maker=$!
}
tables_add() {                  # FILE of records; a to-csv that has ended says why in tables_end
	[ -s "$1" ] || return 0
	any=1
	pages=$((pages + $(grep -c '^{"type":"document"' "$1")))
	cat "$1" >&5 2>/dev/null
}
tables_end() {
	local code
	exec 5>&-
	wait "$maker"
	code=$? maker=''
	relay "$work/csv.err"
	raise $code
	[ $code -le 1 ] || die 3 "no tables were made; $out is as it was"
	{ read -r meetings; read -r officials; read -r directives; } < <(sed -n 's/^ *"rows": \([0-9]*\).*/\1/p' "$work/tables/datapackage.json")
}
put() {                         # NEW PLACE: by publish(1); what was in PLACE is then NEW
	publish "$1" "$2" 2>"$work/put.err" || { relay "$work/put.err"; die 3 "$2 is as it was"; }
}
summary() {
	local took=$(((${EPOCHREALTIME/./} - began) / 10000)) line red='' plain=''
	line=$(printf '%d pages, %d rows (%d meetings, %d officials, %d directives), %d refused, %d.%02d s, in %s; status %d' \
		"$pages" $((meetings + officials + directives)) "$meetings" "$officials" "$directives" "$refused" $((took / 100)) $((took % 100)) "$out" "$status")
	to_log "pipeline.sh: $line"
	[ "$status" != 0 ] || [ -n "$verbose" ] || { [ -t 2 ] && [ -z "$quiet" ]; } || return 0
	if [ -t 2 ] && [ -z "${NO_COLOR:-}" ] && [ "$status" != 0 ]; then red=$'\033[31m' plain=$'\033[0m'; fi
	printf '%spipeline.sh: %s%s\n' "$red" "$line" "$plain" >&2
}

to_log "pipeline.sh: start"
take_directory
check_programs
[ $# -gt 0 ] || set -- -
list "$@"
choose "$@"
tables_begin
work_through
if [ -n "$append" ] && [ -z "$stale" ] && [ ${#todo[@]} = 0 ] && [ "${path[*]}" = "${listed[*]}" ]; then
	tables_add "$side/state/records"   # all is as it was
elif [ -n "$append" ]; then
	assemble
	tables_add "$work/state/records"
fi
[ "$status" -lt 3 ] || [ -n "$any" ] || die 3 "nothing could be done; $out is as it was"
tables_end
if diff -rq "$work/tables" "$out" >/dev/null 2>&1; then
	note "the tables are the same as before"
else
	put "$work/tables" "$out"
	rm -rf "$side/previous"
	[ ! -d "$work/tables" ] || mv "$work/tables" "$side/previous"
fi
[ ! -d "$work/state" ] || put "$work/state" "$side/state"
summary
exit "$status"
