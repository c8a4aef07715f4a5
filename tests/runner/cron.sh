#!/usr/bin/env bash
# The lines to paste, as cron runs them (sh, its short PATH, no terminal): README's and share/crontab's; then the units and logrotate.
. tests/runner/lib.sh
make -s install PREFIX="$tmp/usr" >"$tmp/err" 2>&1 || fail 'make install'
mkdir -p "$tmp/srv" "$tmp/var/log"; cp -r samples/input "$tmp/srv/pages"
n=0
while read -r line; do
	n=$((n + 1))
	line=$(sed -E 's/^([^ ]+ +){5}//; s,/srv/(vnmeet/)?,'"$tmp/srv/,g; s,/var/log,$tmp/var/log,; s,/usr/bin/,$tmp/usr/bin/," <<<"$line")
	for _ in 1 2; do
		want 0 '' env -i HOME=/ LOGNAME=nobody SHELL=/bin/sh PATH="$tmp/usr/bin:/usr/bin:/bin" sh -c "$line"
		[ "$(wc -l <"$tmp/srv/tables/officials.csv")" -gt 10 ] || fail "no tables: $line"
	done
	printf 'Ngày \377 họp\n' >"$tmp/srv/pages/bytes$n.txt"   # trouble is mailed
	want 1 "bytes$n.txt: " env -i HOME=/ SHELL=/bin/sh PATH="$tmp/usr/bin:/usr/bin:/bin" sh -c "$line"
	grep -q 'rows.*status 1' "$tmp/var/log/vnmeet.log" || fail 'the log'
done < <(sed 's/^ *//' README.md share/crontab | grep '^15 2 \* \* \*')
[ $n = 2 ] || fail "$n lines for cron"
if command -v systemd-analyze >/dev/null; then
	mkdir "$tmp/units"; sed "s,/usr/bin/,$tmp/usr/bin/," share/vnmeet.service >"$tmp/units/vnmeet.service"; cp share/vnmeet.timer "$tmp/units"
	systemd-analyze verify --man=no "$tmp/units/vnmeet.timer" "$tmp/units/vnmeet.service" >"$tmp/err" 2>&1 && [ ! -s "$tmp/err" ] || fail 'systemd-analyze verify'
else echo 'no systemd-analyze: the units are not checked'; fi
if command -v logrotate >/dev/null; then
	sed "s,/var/log,$tmp/var/log," share/logrotate >"$tmp/rotate"; chmod 644 "$tmp/rotate"; chmod 755 "$tmp/var/log"
	logrotate -s "$tmp/rotated" -f "$tmp/rotate" >"$tmp/err" 2>&1 && [ -e "$tmp/var/log/vnmeet.log.1.gz" ] || fail logrotate
else echo 'no logrotate: its file is not checked'; fi
