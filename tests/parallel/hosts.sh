#!/usr/bin/env bash
# The command of the manual page with two local hosts; one is killed in the middle, the same command is given again, and the tables are
# those of one process.
. tests/parallel/lib.sh
need parallel sshd ssh-keygen ps
hosts; trap 'for h in host1 host2; do [ ! -e "$tmp/$h.pid" ] || kill_host $h; done; rm -rf "$tmp"' EXIT
host host1 $((20000 + $$ % 10000)); host host2 $((30000 + $$ % 10000))
mkdir -p "$tmp/w/pages"
for i in {1..1200}; do for _ in {1..4}; do cat samples/input/0$((i % 8 + 1))*; printf '\f'; done >"$tmp/w/pages/$i.txt"; done
block man/pipeline.sh.1 1 >"$tmp/commands"
grep -q 'parallel --joblog log --resume-failed' "$tmp/commands" || fail 'the manual page'
(
	cd "$tmp/w"
	bash "$tmp/commands" >"$tmp/first" 2>&1 & run=$!
	until [ "$(cat log 2>/dev/null | wc -l)" -ge 3 ]; do kill -0 $run 2>/dev/null || break; sleep 0.05; done
	kill_host host2
	wait $run
	done_first=$(find parts -type f ! -name '*.tmp' | wc -l)
	[ "$done_first" -lt 12 ] || fail "the killed host left nothing to do"
	sed -i 's/host1,host2/host1/' "$tmp/commands"   # it stays away
	bash "$tmp/commands" >"$tmp/err" 2>&1 || fail 'the resumed run'
	echo "$done_first of 12 jobs done when host2 was killed, $(find parts -type f ! -name '*.tmp' | wc -l) in the end"
	[ "$(find parts -type f ! -name '*.tmp' | wc -l)" = 12 ] || fail 'parts are missing'
	mapfile -t files <list; by_hand one "${files[@]}"; same one tables
) || exit 1
