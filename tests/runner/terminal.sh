#!/usr/bin/env bash
# On a terminal (a pty): the bar with rate and time left when the work is long, the summary; not with --quiet, no colour with NO_COLOR.
. tests/runner/lib.sh
mkdir "$tmp/in"
for i in {1..16}; do for _ in {1..60}; do cat samples/input/*.txt; printf '\f'; done >"$tmp/in/$i.txt"; done
cat >"$tmp/terminal.py" <<'END'
import os, pty, sys
def read(fd):
    data = os.read(fd, 65536); out.write(data); return data
out = open(sys.argv[1], "wb")
code = pty.spawn(sys.argv[2:], read)
sys.exit(os.waitstatus_to_exitcode(code))
END
on_terminal() { python3 "$tmp/terminal.py" "$tmp/screen" "$@" >/dev/null </dev/null || fail "on a terminal: $*"; }
bar=']\S* [0-9]* %  [0-9.]* MB/s  [0-9?]* s left'
on_terminal taskset -c 0 "$run" -o "$tmp/t" "$tmp/in"
grep -q 'pages, .* rows .*status 0' "$tmp/screen" || fail 'no summary on a terminal'
if grep -q 's left' "$tmp/screen"; then
	grep -aq "\[#*  *$bar" "$tmp/screen" || grep -aq "$bar" "$tmp/screen" || fail 'the bar'
	grep -aq $'\033\[32m' "$tmp/screen" || fail 'no colour'
else echo 'terminal.sh: the work was too short for a bar'; fi
NO_COLOR=1 on_terminal "$run" -o "$tmp/t" "$tmp/in"; grep -aq $'\033\[[0-9;]*m' "$tmp/screen" && fail 'NO_COLOR'
on_terminal "$run" -q -o "$tmp/t" "$tmp/in"; [ ! -s "$tmp/screen" ] || fail '--quiet is not quiet'
on_terminal "$run" -o "$tmp/t" samples/input/01*; grep -q 's left' "$tmp/screen" && fail 'a bar for short work'
python3 "$tmp/terminal.py" "$tmp/screen" "$run" -o "$tmp/t" samples/input "$tmp/none" >/dev/null; [ $? = 3 ] || fail 'status on a terminal'
grep -aq $'\033\[31m.*status 3' "$tmp/screen" || fail 'trouble is not red'
