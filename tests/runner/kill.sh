#!/usr/bin/env bash
# Killed at any moment: a DEBUG trap ends pipeline.sh with SIGKILL at its n-th command, for n over the whole run. The directory then
# holds the tables of one run, the old or the new, and the next run gives those of an undisturbed one and leaves nothing behind.
# Then SIGTERM and SIGINT in the middle of the work: nothing is left at once, the status is 128 + signal, no program goes on.
. tests/runner/lib.sh
mkdir "$tmp/in"; cp samples/input/0[1-5]* "$tmp/in"
want 0 '' "$run" -a -o "$tmp/old" "$tmp/in"
cp samples/input/0[67]* "$tmp/in"; rm "$tmp/in"/03*; sed -i 's/ng/gn/' "$tmp/in"/02*
want 0 '' "$run" --gone drop -o "$tmp/new" "$tmp/in"
cat >"$tmp/trap" <<'END'
set -T; commands=0; trap '[ $BASHPID != $$ ] || [ $((++commands)) != "$KILL_AT" ] || kill -9 $$' DEBUG
END
points=0
killed_at() {                   # N, status of the run ended there
	rm -rf "$tmp/t" "$tmp/.t.vnmeet"
	cp -r "$tmp/old" "$tmp/t"; cp -r "$tmp/.old.vnmeet" "$tmp/.t.vnmeet"
	BASH_ENV=$tmp/trap KILL_AT=$1 "$run" -a -j 2 --gone drop -o "$tmp/t" "$tmp/in" >"$tmp/said" 2>&1
}
for ((at = 1; ; at += ${STEP:-17})); do
	killed_at $at 2>/dev/null; code=$?
	diff -r "$tmp/t" "$tmp/old" >/dev/null || diff -r "$tmp/t" "$tmp/new" >"$tmp/err" || fail "killed at command $at: tables of no run"
	points=$((points + 1))
	[ $code != 0 ] || break
	[ $code = 137 ] || fail "killed at command $at: status $code"
	want 0 '' "$run" -a --gone drop -o "$tmp/t" "$tmp/in"
	same "$tmp/t" "$tmp/new"
	[ "$(cd "$tmp/.t.vnmeet" && echo *)" = 'lock previous state' ] || [ "$(cd "$tmp/.t.vnmeet" && echo *)" = 'lock state' ] || fail "killed at command $at: left: $(ls "$tmp/.t.vnmeet")"
done
[ $points -gt 25 ] || fail "only $points points"
for sig in TERM INT HUP; do
	rm -rf "$tmp/u"; mkfifo "$tmp/slow"
	# a program group of its own, as a shell's foreground job has: no signal is ignored there, as SIGINT is in a script and SIGHUP under nohup
	python3 -c 'import os, signal, sys
os.setpgid(0, 0)
for s in signal.SIGINT, signal.SIGHUP, signal.SIGTERM: signal.signal(s, signal.SIG_DFL)
os.execvp(sys.argv[1], sys.argv[1:])' "$run" -j 2 -o "$tmp/u" "$tmp/in/02-hai-cuoc-hop.txt" "$tmp/slow" 2>"$tmp/err" & pid=$!
	exec 6>"$tmp/slow"; sleep 0.3
	kill -$sig $pid; wait $pid; code=$?
	[ $code = $((128 + $(kill -l $sig))) ] || fail "SIG$sig: status $code"
	grep -q "stopped by SIG$sig" "$tmp/err" || fail "SIG$sig: no message"
	[ ! -e "$tmp/u" ] && [ ! -e "$tmp/.u.vnmeet" ] || fail "SIG$sig: something is left"
	sleep 0.1
	if pgrep -f "$tmp/slow" >/dev/null; then fail "SIG$sig: a program goes on"; fi
	exec 6>&-; rm "$tmp/slow"
done
echo "killed at $points points"
