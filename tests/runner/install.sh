#!/usr/bin/env bash
# make install: all in place and running, by the front and by the short names; pages and completions; NAMES=front; uninstall takes all.
. tests/runner/lib.sh
p=$tmp/prefix
make -s install PREFIX="$p" >"$tmp/err" 2>&1 || fail 'make install'
clean() { env -i PATH="$p/bin:/usr/bin:/bin" "$@"; }
clean vnmeet run -o "$tmp/a" samples/input || fail 'vnmeet run'; samples "$tmp/a"
clean pipeline.sh -o "$tmp/b" samples/input || fail 'pipeline.sh'; samples "$tmp/b"
clean sh -c 'segment samples/input/*.txt | tag-entities | extract-events | to-csv -d "$1"' - "$tmp/c" || fail 'the pipe'; samples "$tmp/c"
clean sh -c 'vnmeet segment samples/input/*.txt | vnmeet tag-entities | vnmeet extract-events | vnmeet to-csv -d "$1"' - "$tmp/d" || fail 'the pipe behind vnmeet'; samples "$tmp/d"
for x in segment tag-entities extract-events to-csv publish pipeline.sh vnmeet; do
	[ -e "$p/share/man/man1/$x.1" ] || fail "no page $x"
	clean $x --version | grep -q "^$x [0-9]" || fail "$x --version"
	[ $x = vnmeet ] || clean vnmeet --help | grep -E "^  ($x|run) " >/dev/null || fail "vnmeet --help does not name $x"
done
want 2 'no command' "$p/bin/vnmeet" nonsense; want 2 'no command' "$p/bin/vnmeet" ../../bin/sh; want 2 'no command' "$p/bin/vnmeet"
want 2 'unknown option' "$p/bin/vnmeet" segment --nonsense; want 2 'unrecognized option' "$p/bin/vnmeet" run --nonsense
grep -q "ExecStart=$p/bin/vnmeet run" "$p/share/vnmeet/vnmeet.service" || fail 'the path in the service'
# completions, in the shells themselves
words() { (cd samples && bash --norc -c '. "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _vnmeet; echo "${COMPREPLY[*]}"' - "$p/share/bash-completion/completions/vnmeet" "$@"); }
[ "$(words vnmeet seg)" = segment ] && [ "$(words vnmeet ru)" = run ] || fail 'bash: commands'
[ "$(words vnmeet run --gone '')" = 'keep drop' ] && [ "$(words pipeline.sh --gone '')" = 'keep drop' ] && [ "$(words pipeline.sh --gone = d)" = drop ] || fail 'bash: words of an option'
[ "$(words to-csv --dir)" = --directory ] && [ "$(words to-csv -d e)" = expected ] && [ "$(words to-csv off)" = officials ] || fail 'bash: to-csv'
for x in segment tag-entities extract-events to-csv; do   # every option of every program, so none is missing when a table grows
	for o in $("bin/$x" --help | grep -oE -- '--[a-z-]+' | sort -u); do words $x "$o" | grep -qw -- "$o" || fail "bash: $x $o"; done
done
if command -v zsh >/dev/null; then
	cat >"$tmp/z" <<'END'
zmodload zsh/zpty; zpty z zsh -f -i; zpty -w z "PS1=; fpath=($1 \$fpath); autoload -U compinit; compinit -u -D; echo ready"; 
zpty -r z out '*ready*ready*'; zpty -w -n z $2$'\t\t'; sleep 2; zpty -w -n z $'\C-u'; zpty -r -t z out; out=; while zpty -r -t z more; do out+=$more; done; print -r -- $out
END
	zsh -f "$tmp/z" "$p/share/zsh/vendor-completions" "vnmeet run --gone " >"$tmp/zsh" 2>&1
	grep -q 'keep' "$tmp/zsh" || { cat -v "$tmp/zsh"; fail 'zsh: words of an option'; }
fi
make -s uninstall PREFIX="$p" >"$tmp/err" 2>&1 || fail 'make uninstall'
[ -z "$(find "$p" ! -type d)" ] || fail "uninstall leaves $(find "$p" ! -type d)"
make -s install PREFIX=/usr DESTDIR="$tmp/dest" NAMES=front >"$tmp/err" 2>&1 || fail 'make install NAMES=front'
[ "$(ls "$tmp/dest/usr/bin")" = vnmeet ] && [ -x "$tmp/dest/usr/libexec/vnmeet/to-csv" ] || fail 'NAMES=front'
grep -q 'ExecStart=/usr/bin/vnmeet' "$tmp/dest/usr/share/vnmeet/vnmeet.service" || fail 'DESTDIR in a path'
make -s dist >"$tmp/err" 2>&1 && tar tzf "build/vnmeet-$(bin/segment -V | cut -d' ' -f2).tar.gz" | grep '/pipeline.sh$' >/dev/null || fail 'make dist'
