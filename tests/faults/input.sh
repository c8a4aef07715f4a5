#!/usr/bin/env bash
# Bad input, program by program: the message (program: file:line: what), the status (1 refused and complete but for it, 3 cannot go on),
# and nothing lost but the bad piece. Faults of the system are inject.py's, cut streams cut.py's.
set -uo pipefail
tmp=$(mktemp -d); trap 'rm -rf "$tmp"' EXIT
passed=0 failed=0
all="segment tag-entities extract-events to-csv" filters="tag-entities extract-events"

check() { if [ "$2" = "$3" ]; then passed=$((passed + 1)); else failed=$((failed + 1)); printf 'FAILED %s: want [%s] got [%s]\n' "$1" "$2" "$3"; fi; }
run() { "$@" >"$tmp/out" 2>"$tmp/err"; code=$?; }
# STATUS MESSAGE PROGRAM ARGUMENT...: the status, and the message as the only line on standard error (none when it is empty)
says() {
	local want=$1 message=$2; shift 2
	run "$BIN/$@"
	check "$* status" "$want" $code
	check "$* message" "${message:+$1: $message}" "$(cat "$tmp/err")"
}

page=samples/input/08-ngay-neu-day-du.txt
"$BIN/segment" $page >"$tmp/segment"
"$BIN/tag-entities" "$tmp/segment" >"$tmp/tag-entities"
"$BIN/extract-events" "$tmp/tag-entities" >"$tmp/extract-events"
"$BIN/to-csv" officials "$tmp/extract-events" >"$tmp/to-csv"
in_of() { case $1 in segment) echo $page ;; tag-entities) echo "$tmp/segment" ;; extract-events) echo "$tmp/tag-entities" ;; to-csv) echo "$tmp/extract-events" ;; esac; }

for p in $all; do
	table=; [ $p = to-csv ] && table=officials
	good=$(in_of $p)
	says 3 '/nowhere/x: No such file or directory' $p $table /nowhere/x "$good"; cmp -s "$tmp/out" "$tmp/$p"; check "$p: the next operand is read" 0 $?
	says 3 "$tmp: Is a directory" $p $table "$tmp" "$good"; cmp -s "$tmp/out" "$tmp/$p"; check "$p: the next operand is read" 0 $?
	says 0 '' $p $table /dev/null; [ -n "$table" ] && sed -i 1d "$tmp/out"; check "$p: nothing in, nothing out" 0 "$(wc -c <"$tmp/out")"
	says 0 '' $p $table - <"$good"
	says 2 "unknown option --nonsense (try $p --help)" $p --nonsense
	run "$BIN/$p" --help; check "$p --help" "0 usage: $p" "$code $(head -1 "$tmp/out" | cut -d' ' -f1-2)"
	for o in --help --version; do "$BIN/$p" $o >/dev/full 2>"$tmp/err"; check "$p $o on a full disk" "3 $p: standard output: No space left on device" "$? $(cat "$tmp/err")"; done
	"$BIN/$p" $table "$good" >/dev/full 2>"$tmp/err"; check "$p on a full disk" "3 $p: standard output: No space left on device" "$? $(cat "$tmp/err")"
	"$BIN/$p" $table "$good" >&- 2>"$tmp/err"; check "$p without a standard output" "3 $p: standard output: Bad file descriptor" "$? $(cat "$tmp/err")"
	"$BIN/$p" $table <&- >/dev/null 2>"$tmp/err"; check "$p without a standard input" "3 $p: -: Bad file descriptor" "$? $(cat "$tmp/err")"
	{ cat "$good"; [ $p = segment ] && printf '\f'; } >"$tmp/much"
	enough=4000000; [ $p = to-csv ] && enough=60000000                 # the tables are a small part of the records
	while [ "$(wc -c <"$tmp/much")" -lt $enough ]; do cat "$tmp/much" "$tmp/much" >"$tmp/more"; mv "$tmp/more" "$tmp/much"; done   # more than a pipe holds
	{ "$BIN/$p" $table "$tmp/much" 2>"$tmp/err"; echo $? >"$tmp/code"; } | head -c 1 >/dev/null
	check "$p: the reader leaves" "141 " "$(cat "$tmp/code") $(cat "$tmp/err")"
	{ trap '' PIPE; "$BIN/$p" $table "$tmp/much" 2>"$tmp/err"; echo $? >"$tmp/code"; } | head -c 1 >/dev/null
	check "$p: the reader leaves, SIGPIPE ignored" "3 " "$(cat "$tmp/code") $(cat "$tmp/err")"
	if [ -n "${SHIM:-}" ]; then   # root may read everything, so the refusal is put there
		FAULT=open FAULT_AT=1 FAULT_ERRNO=13 LD_PRELOAD=$SHIM "$BIN/$p" "$good" >/dev/null 2>"$tmp/err"
		check "$p: no right to read" "3 $p: $good: Permission denied" "$? $(cat "$tmp/err")"
	fi
done

# lines that are no records, between good ones
middle() { head -2 "$1"; printf '%b\n' "$2"; tail -n +3 "$1"; }
for p in $filters to-csv; do
	table=; [ $p = to-csv ] && table=officials
	good=$(in_of $p)
	while IFS='|' read -r line message; do
		middle "$good" "$line" >"$tmp/in"
		says 1 "$tmp/in:3: $message" $p $table "$tmp/in"
		cmp -s "$tmp/out" "$tmp/$p"; check "$p: all but the bad line: $line" 0 $?
	done <<-'END'
		{"type":"meeting","doc":|a value is expected at byte 24
		{"type":"meeting" "doc":"x"}|',' or '}' is expected at byte 18
		{"type":"meeting","x":"\xff"}|invalid UTF-8 at byte 23
		{"type":"meeting","x":"\x00"}|control character in a string at byte 23
		{"type":"meeting","x":"\\ud800"}|lone surrogate at byte 29
		{"type":"meeting"} {}|something stands behind the value at byte 19
		<html>|a value is expected at byte 0
	END
	middle "$good" "$(printf '[%.0s' $(seq 100))" >"$tmp/in"; says 1 "$tmp/in:3: nested too deep at byte 64" $p $table "$tmp/in"
	cmp -s "$tmp/out" "$tmp/$p"; check "$p: all but the nest" 0 $?
	[ $p = to-csv ] || middle "$good" '{"type":"sentence","text":' >"$tmp/in"
	[ $p = to-csv ] || says 1 "$tmp/in:3: a value is expected at byte 26" $p $table "$tmp/in"
	# foreign ones pass
	middle "$good" '{"type":"weather","doc":"z","k":[1, 2.50, {"a":null}]}' >"$tmp/in"; says 0 '' $p $table "$tmp/in"
	if [ $p != to-csv ]; then sed -n 3p "$tmp/out" | cmp -s - <(sed -n 3p "$tmp/in"); check "$p: a foreign record goes through byte for byte" 0 $?; fi
	# 64 MiB and not a byte more
	for extra in 0 1; do
		{ head -2 "$good"; printf '{"type":"x","t":"'; head -c $(((64 << 20) - 19 + extra)) /dev/zero | tr '\0' a; printf '"}\n'; tail -n +3 "$good"; } >"$tmp/in"
		if [ $extra = 0 ]; then says 0 '' $p $table "$tmp/in"; else says 1 "$tmp/in:3: the line is longer than 67108864 bytes" $p $table "$tmp/in"; fi
		grep -av '^{"type":"x"' "$tmp/out" | cmp -s - "$tmp/$p"; check "$p: all but the long line" 0 $?
	done
	# the end of another document, and a document that begins inside one
	if [ $p != to-csv ]; then
		sed 's/^{"type":"end","doc":"....../&ffffff/; s/ffffff....../ffffff/' "$good" >"$tmp/in"
		run "$BIN/$p" "$tmp/in"; check "$p: the end of another document" 3 $code
		check "$p: no event of it" 0 "$(grep -c '"type":"official"' "$tmp/out")"
	fi
	{ head -2 "$good"; cat "$good"; } >"$tmp/in"; run "$BIN/$p" $table "$tmp/in"; check "$p: a document inside a document" 3 $code
	check "$p: the whole one is there" 1 "$(grep -c '^p.*Khổng\|"type":"end"' "$tmp/out")"
	# written by another hand: members apart, blanks, another order
	python3 -c 'import json, sys
for l in open(sys.argv[1]):
    r = json.loads(l); print(json.dumps(dict(reversed(r.items()))))' "$good" >"$tmp/in"
	run "$BIN/$p" $table "$tmp/in"; check "$p: rewritten records" "0 $(wc -l <"$tmp/$p")" "$code $(wc -l <"$tmp/out")"
done

# pages
printf 'Sáng nay \377\376 họp\nNgày \xc3\x28 họp\n' >"$tmp/page"; run "$BIN/segment" "$tmp/page"
check "segment: invalid UTF-8" "1 3 invalid bytes read as U+FFFD, the first at byte 10" "$code $(sed 's/.*: //' "$tmp/err")"
python3 tests/validate.py "$tmp/out" >/dev/null; check "segment: valid records from it" 0 $?
printf 'Ngày\0 họp\n' >"$tmp/page"; run "$BIN/segment" "$tmp/page"; python3 tests/validate.py "$tmp/out" >/dev/null; check "segment: a NUL" "0 0" "$code $?"
# a file that is no text among the pages, packed or not; what comes by a pipe is read
printf '%%PDF-1.7\n1 0 obj\n' >"$tmp/scan.txt"; gzip -c "$tmp/scan.txt" >"$tmp/scan.txt.gz"
for f in scan.txt scan.txt.gz; do
	says 1 "$tmp/$f: not read: a PDF document, no text" segment "$tmp/$f" $page; cmp -s "$tmp/out" "$tmp/segment"; check "segment: the page behind $f" 0 $?
done
run "$BIN/segment" <"$tmp/scan.txt"; check "segment: the same from a pipe" "0 1" "$code $(grep -c '"type":"end"' "$tmp/out")"
head -c $((64 << 20)) /dev/zero | tr '\0' a >"$tmp/page"; run "$BIN/segment" "$tmp/page"
check "segment: a line of 64 MiB" "1 segment: $tmp/page: a line of more than 4194304 bytes is cut" "$code $(sort -u "$tmp/err")"
check "segment: nothing of it lost" $((64 << 20)) "$(python3 -c 'import json, sys
print(sum(len(r.get("text", "")) for r in map(json.loads, open(sys.argv[1]))))' "$tmp/out")"

# more values than a cell's list takes: said, not dropped in silence
for n in 30 40; do
	{ printf 'Tin trong ngày\n\nSáng 2/3/2021, Huyện ủy Tân Sơn tổ chức hội nghị triển khai '; seq -f 'Chỉ thị số %g-CT/TW, ' $n | tr -d '\n'; echo 'và kế hoạch năm.'; } >"$tmp/page"
	"$BIN/segment" "$tmp/page" | "$BIN/tag-entities" >"$tmp/in"
	message="$tmp/in:4: a cell of this document holds more values than a list takes; the last ones are left out"
	if [ $n = 30 ]; then says 0 '' extract-events "$tmp/in"; else says 1 "$message" extract-events "$tmp/in"; fi
done
echo "$passed passed, $failed failed"
[ $failed = 0 ]
