#!/usr/bin/env bash
# A full disk and a read-only one: status 3, a message, the old tables as they were, nothing left; with room again the run goes through.
# Small file systems are mounted in a mount namespace of the test's own; where that is not permitted the test says so.
. tests/runner/lib.sh
if [ -z "${INSIDE:-}" ]; then
	INSIDE=1 exec unshare -rm bash "$0"
fi
mkdir "$tmp/disk"; mount -t tmpfs -o size=2m tmpfs "$tmp/disk" || fail 'mount'
trap 'umount -l "$tmp/disk" 2>/dev/null; rm -rf "$tmp"' EXIT
in=$tmp/in out=$tmp/disk/out; mkdir "$in"
for i in {1..40}; do for _ in {1..20}; do cat samples/input/*.txt; printf '\f'; done >"$in/$i.txt"; done
by_hand "$tmp/hand" "$in/1.txt"
want 0 '' "$run" -a -o "$out" "$in/1.txt"; same "$out" "$tmp/hand"
full() {                        # with ever less room, each failing run leaves things as they were
	local k failed=0 c
	for k in 0 8 40 100 200 400 800 1200; do
		rm -f "$tmp/disk/filler"
		head -c $((1024 * ($(df --output=avail -k "$tmp/disk" | tail -1) - k))) /dev/zero >"$tmp/disk/filler" 2>/dev/null
		"$run" "$@" -j 2 -o "$out" "$in" >"$tmp/said" 2>"$tmp/err"; c=$?
		[ $c != 0 ] || continue
		[ $c = 3 ] || fail "full disk ($k KiB): status $c"
		grep -q 'pipeline.sh: ' "$tmp/err" || fail "full disk ($k KiB): no message"
		same "$out" "$tmp/hand"
		[ -z "$(find "$tmp/disk/.out.vnmeet" -name 'new.*')" ] || fail "full disk ($k KiB): something is left"
		failed=$((failed + 1))
	done
	rm -f "$tmp/disk/filler"
	[ $failed -ge 4 ] || fail "the disk was not full ($failed)"
}
full -a; full
mount -o remount,size=64m "$tmp/disk"
want 0 '' "$run" -a -o "$out" "$in"; by_hand "$tmp/all" $(printf '%s\n' "$in"/*.txt | sort); same "$out" "$tmp/all"
want 3 'mount point' "$run" -o "$tmp/disk" "$in/1.txt"
mount -o remount,ro "$tmp/disk"
want 3 'cannot be written' "$run" -o "$out" "$in/1.txt"; want 3 'cannot be written' "$run" -a -o "$tmp/disk/other" "$in/1.txt"; same "$out" "$tmp/all"
want 3 'cannot be written' "$run" -o "$tmp/e" --log "$tmp/disk/log" "$in/1.txt"
umount "$tmp/disk"
want 3 'log cannot be written' "$run" --log /dev/full -o "$tmp/e" "$in/1.txt"; same "$tmp/e" "$tmp/hand"
