#!/usr/bin/env bash
# The Debian package: the same bytes from two builds in other places, time zones and locales; lintian has nothing to say; hardened;
# and in a fresh Debian (debootstrap) it installs with its dependencies, runs, leaves names that are taken alone, and goes without a trace.
set -uo pipefail
need() { command -v "$1" >/dev/null || { echo "package.sh: $1 is missing"; exit 77; }; }
for p in dpkg-buildpackage dh lintian debootstrap; do need $p; done
[ "$(id -u)" = 0 ] || { echo 'package.sh: a fresh Debian wants root'; exit 77; }
tmp=$(mktemp -d) root=''
trap 'rm -rf "$tmp"; [ -z "$root" ] || { umount -l "$root/proc" 2>/dev/null; rm -rf --one-file-system "$root"; }' EXIT
fail() { echo "FAILED: $*"; [ ! -s "$tmp/log" ] || tail -15 "$tmp/log"; exit 1; }
[ "$(dpkg-parsechangelog -S Version)" = "$(bin/segment -V | cut -d' ' -f2)" ] || fail 'debian/changelog and the programs have different versions'
TZ=UTC make deb DEB_DIR="$tmp/a" >"$tmp/log" 2>&1 || fail 'make deb'
deb=$(echo "$tmp"/a/*.deb)
TZ=Asia/Ho_Chi_Minh LC_ALL=C.UTF-8 make deb DEB_DIR="$tmp/other/place/b" >"$tmp/log" 2>&1 || fail 'make deb, second time'
cmp "$deb" "$tmp"/other/place/b/*.deb || fail 'two builds differ'
lintian --fail-on error,warning,info,pedantic "$deb" >"$tmp/log" 2>&1 || fail lintian
dpkg -x "$deb" "$tmp/x"
for p in "$tmp"/x/usr/libexec/vnmeet/*; do
	case $p in *.sh) continue ;; esac
	readelf -hldW "$p" >"$tmp/elf"
	grep -q 'Type: *DYN' "$tmp/elf" && grep -q GNU_RELRO "$tmp/elf" && grep -q 'NOW' "$tmp/elf" && readelf -W --dyn-syms "$p" | grep __stack_chk_fail >/dev/null ||
		fail "$p: not hardened"
done
readelf -W --dyn-syms "$tmp"/x/usr/libexec/vnmeet/{segment,to-csv} | grep -E '__(snprintf|vsnprintf|fprintf|memcpy)_chk' >/dev/null || fail 'not fortified'
root=$(mktemp -d) kept=build/fresh-debian.tar   # debootstrap takes a minute, so its result is kept until `make clean`
mirror=$(sed -n 's/^\(URIs:\|deb\( \[.*\]\)\?\) *\(https\?:[^ ]*\).*/\3/p' /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | head -1)
if [ ! -e $kept ]; then
	debootstrap --variant=minbase bookworm "$root" "${mirror:-http://deb.debian.org/debian}" >"$tmp/log" 2>&1 || { echo "package.sh: no fresh Debian here: $(tail -1 "$tmp/log")"; exit 77; }
	umount -l "$root/proc" "$root/sys" 2>/dev/null
	tar cf $kept.new --one-file-system -C "$root" . && mv $kept.new $kept || fail 'the fresh Debian cannot be kept'
else
	tar xpf $kept -C "$root" || fail "$kept"
fi
[ -e "$root/proc/self" ] || mount -t proc proc "$root/proc" || { echo 'package.sh: /proc cannot be mounted'; exit 77; }
there() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin "$@" >>"$tmp/log" 2>&1; }
mkdir "$root/pages"; cp samples/input/*.txt "$root/pages"; cp "$deb" "$root/vnmeet.deb"
printf '#!/bin/sh\necho mine\n' >"$root/usr/bin/segment"; chmod +x "$root/usr/bin/segment"
find "$root"/usr "$root"/etc | sort >"$tmp/before"
there apt-get install -y --no-install-recommends /vnmeet.deb || fail 'apt-get install'
[ "$(chroot "$root" segment)" = mine ] || fail 'a foreign segment is replaced'
there vnmeet run -o /tables /pages || fail 'vnmeet run'
for t in meetings officials directives; do sed 's,samples/input/,/pages/,' samples/expected/$t.csv | cmp - "$root/tables/$t.csv" || fail "$t"; done
there sh -c 'cat /pages/*.txt | vnmeet segment | tag-entities | extract-events | to-csv -d /pipe' || fail 'the pipe with short names'
[ "$(wc -l <"$root/pipe/officials.csv")" -gt 5 ] || fail 'the pipe gives nothing'
there sh -c 'PATH=$(vnmeet --exec-path):$PATH; segment --version | grep -q "^segment 0"' || fail '--exec-path'
there apt-get install -y --reinstall /vnmeet.deb || fail 'installed again'
there rm /usr/bin/segment; there apt-get install -y --reinstall /vnmeet.deb; there sh -c 'segment --version | grep -q "^segment 0"' || fail 'a free name is not taken'
there apt-get purge -y vnmeet || fail purge
there sh -c '! command -v to-csv && ! command -v vnmeet && ! command -v segment' || fail 'something is left on PATH'
find "$root"/usr "$root"/etc | grep -E 'vnmeet|to-csv|tag-entities|extract-events' >"$tmp/log" && fail 'something is left'
exit 0
