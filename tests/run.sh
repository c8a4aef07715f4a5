#!/usr/bin/env bash
# tests/run.sh [-u] [PROGRAM[/NAME] | faults]: golden cases, properties, units, faults. Ends with `N passed, N failed`; 1 if any failed.
# A case is tests/PROGRAM/NAME.in with .out (standard output, byte for byte) and optional .args .err .code; -u writes them anew.
# tests/PROGRAM/filter.sed, where there is one, takes out of the output what its cases are not about.
set -u
cd "$(dirname "$0")/.." || exit 2
BIN=${BIN:-bin} UNIT=${UNIT:-build/release/unit}
export BIN LC_ALL=C
update=; only=
for a; do case $a in -u) update=1 ;; *) only=$a ;; esac; done
[ -n "$update" ] && [ -n "${CI:-}" ] && { echo "run.sh: -u is refused under CI" >&2; exit 2; }
tmp=$(mktemp -d); trap 'rm -rf "$tmp"' EXIT
passed=0 failed=0
ok() { passed=$((passed + 1)); }
bad() { failed=$((failed + 1)); echo "FAILED $1"; }

golden() {                      # one case, by its path without .in
	local case=$1 program args=() code=0
	program=$(basename "$(dirname "$case")")
	[ -f "$case.args" ] && read -r -a args <"$case.args"
	"$BIN/$program" "${args[@]}" <"$case.in" >"$tmp/out" 2>"$tmp/err"; code=$?
	if [ -f "tests/$program/filter.sed" ]; then sed -i -f "tests/$program/filter.sed" "$tmp/out"; fi
	if [ -n "$update" ]; then
		cp "$tmp/out" "$case.out"
		if [ -s "$tmp/err" ]; then cp "$tmp/err" "$case.err"; else rm -f "$case.err"; fi
		if [ $code != 0 ]; then echo $code >"$case.code"; else rm -f "$case.code"; fi
		git --no-pager diff --stat -- "$case.out"
	fi
	local want=0; [ -f "$case.code" ] && want=$(cat "$case.code")
	[ -f "$case.err" ] || : >"$tmp/none"
	if cmp -s "$tmp/out" "$case.out" && cmp -s "$tmp/err" "$([ -f "$case.err" ] && echo "$case.err" || echo "$tmp/none")" && [ "$code" = "$want" ]
	then ok; else bad "$case (status $code, want $want)"; diff -u "$case.out" "$tmp/out" | head -20; fi
}

script() {                      # a test that is a program: its closing `N passed, N failed` is added, or it counts as one
	"$@" >"$tmp/log" 2>&1; local code=$? line
	line=$(tail -1 "$tmp/log" | grep -E '^[0-9]+ passed, [0-9]+ failed$')
	if [ -n "$line" ] && [ "${line%% passed*}" -gt 0 ]; then
		passed=$((passed + ${line%% passed*})); line=${line#*, }; failed=$((failed + ${line%% failed*}))
	elif [ $code = 0 ]; then ok
	else bad "$2"; fi
	[ $code = 0 ] || tail -30 "$tmp/log"
}

for f in tests/{segment,tag-entities,extract-events,to-csv,to-html}/*.in; do
	[ -f "$f" ] || continue
	case ${f#tests/} in "$only"*) golden "${f%.in}" ;; esac
done
if [ -z "$only" ]; then
	for t in "$UNIT"/*; do
		[ -x "$t" ] && [ ! -d "$t" ] || continue
		case $t in *.d | *.o) continue ;; esac
		if "$t" >"$tmp/unit" 2>&1; then ok; else bad "$t"; tail -5 "$tmp/unit"; fi
	done
	for t in tests/props/*.sh tests/pipeline/*.sh; do script bash "$t"; done
	script python3 tests/hard/check.py
	script python3 tests/docs.py
fi
if [ -z "$only" ] || [ "$only" = faults ]; then
	script bash tests/faults/input.sh
	script python3 tests/faults/cut.py ${HEAVY:-11}
	script python3 tests/faults/mutate.py 1 ${HEAVY:+3000}
	if [ -n "${SHIM:-}" ]; then   # the plain build: no preloading and no measuring under a sanitizer
		script python3 tests/faults/inject.py ${HEAVY:-197}
		if [ -n "${HEAVY:-}" ]; then script python3 tests/faults/growth.py -t3
		else script python3 tests/faults/growth.py one-line names-in-a-sentence dates-in-a-sentence citations nested-quotes short-lines; fi
	fi
fi
echo "$passed passed, $failed failed"
[ $failed = 0 ]
