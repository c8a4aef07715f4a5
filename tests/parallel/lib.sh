# tests/parallel/lib.sh: commands out of the manual page, and local hosts.
. tests/runner/lib.sh
need() { local p; for p; do command -v "$p" >/dev/null || [ -x "/usr/sbin/$p" ] || { echo "$p is missing"; exit 77; }; done; }
# The N-th block of commands of a manual page, as a reader would type it.
block() { awk -v n="$2" '/^\.nf/ { k++ } /^\.fi/ { on = 0 } on && k == n && !/^\.R/ { print } /^\.nf/ { on = 1 }' "$1" | sed 's/\\-/-/g; s/\\e/\\/g'; }
# host NAME PORT: an sshd of the test's own on 127.0.0.1, known to ssh by NAME through PARALLEL_SSH
hosts() {
	ssh-keygen -q -t ed25519 -N '' -f "$tmp/key" && cp "$tmp/key.pub" "$tmp/authorized"
	mkdir -p /run/sshd 2>/dev/null
	export PARALLEL_SSH="ssh -F $tmp/ssh_config" PARALLEL_HOME=$tmp/parallel
	mkdir "$PARALLEL_HOME"; touch "$PARALLEL_HOME/will-cite"
}
host() {
	printf '%s\n' "Port $2" 'ListenAddress 127.0.0.1' "HostKey $tmp/key" "AuthorizedKeysFile $tmp/authorized" 'StrictModes no' 'UsePAM no' \
		'PermitRootLogin yes' 'MaxStartups 100' "PidFile $tmp/$1.pid" "SetEnv PATH=$PWD/bin:/usr/bin:/bin" >"$tmp/$1.conf"
	setsid /usr/sbin/sshd -D -f "$tmp/$1.conf" -E "$tmp/$1.log" & disown
	printf '%s\n' "Host $1" 'HostName 127.0.0.1' "Port $2" "IdentityFile $tmp/key" 'StrictHostKeyChecking no' 'UserKnownHostsFile /dev/null' 'LogLevel ERROR' >>"$tmp/ssh_config"
	for _ in {1..50}; do ssh -F "$tmp/ssh_config" "$1" true 2>/dev/null && return; sleep 0.1; done
	cat "$tmp/$1.log"; echo "no local sshd"; exit 77
}
# kill_host NAME: the daemon, its sessions and what runs in them, all at once, as when a machine goes away
kill_host() {
	local all p new
	all=$(cat "$tmp/$1.pid")
	for _ in 1 2 3 4 5 6; do
		new=$(for p in $all; do ps -o pid= --ppid "$p"; done)
		all=$(printf '%s\n' $all $new | sort -u)
	done
	kill -9 $all 2>/dev/null
}
