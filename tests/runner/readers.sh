#!/usr/bin/env bash
# A reader that enters the directory reads the tables of one run, however often they are replaced meanwhile, also slowly.
. tests/runner/lib.sh
"$run" -o "$tmp/a" samples/input/0[1-4]* && "$run" -o "$tmp/b" samples/input/0[5-8]* || fail 'the two sets'
sum() { (cd "$1" && cat meetings.csv && sleep "${2:-0}" && cat officials.csv directives.csv) 2>&1 | md5sum; }
a=$(sum "$tmp/a") b=$(sum "$tmp/b")
"$run" -o "$tmp/t" samples/input/0[1-4]*
read_on() {                     # DELAY: until told to stop; each reading is one of the two sets
	local n=0 s
	while [ ! -e "$tmp/stop" ]; do
		s=$(sum "$tmp/t" "$1")
		[ "$s" = "$a" ] || [ "$s" = "$b" ] || { echo "a mixed or broken reading" >"$tmp/mixed"; return; }
		n=$((n + 1))
		echo $n >"$tmp/readings$1"
	done
}
read_on 0 & read_on 0.02 &
for _ in {1..15}; do
	want 0 '' "$run" -o "$tmp/t" samples/input/0[5-8]*
	want 0 '' "$run" -o "$tmp/t" samples/input/0[1-4]*
done
touch "$tmp/stop"; wait
[ ! -e "$tmp/mixed" ] || fail "$(cat "$tmp/mixed")"
echo "$(cat "$tmp/readings0") and $(cat "$tmp/readings0.02") readings while 30 sets were published"
# where the file system cannot exchange: two renames, the same tables
if command -v strace >/dev/null && strace -o /dev/null true 2>/dev/null; then
	mkdir "$tmp/n"; cp "$tmp/b"/* "$tmp/n"
	strace -qq -o /dev/null -e inject=renameat2:error=EINVAL publish "$tmp/n" "$tmp/t" || fail 'publish without exchange'
	same "$tmp/t" "$tmp/b"; same "$tmp/n" "$tmp/a"
	strace -qq -o /dev/null -e inject=fsync:error=EIO:when=2 publish "$tmp/n" "$tmp/t" 2>"$tmp/err" && fail 'publish does not see a failed fsync'
	same "$tmp/t" "$tmp/b"
fi
want 2 'two directories' publish "$tmp/n"
want 3 'No such file' publish "$tmp/none" "$tmp/t"; same "$tmp/t" "$tmp/b"
want 0 '' publish "$tmp/n" "$tmp/fresh"; same "$tmp/fresh" "$tmp/a"
