# tests/runner/lib.sh: for the tests of pipeline.sh; sourced from the project's top.
set -uo pipefail
export LC_ALL=C
run=$PWD/pipeline.sh PATH=$PWD/bin:$PATH
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
fail() { echo "FAILED: $*"; [ ! -s "$tmp/err" ] || head -20 "$tmp/err" | cut -c1-300 | sed 's/^/    /'; exit 1; }
# want STATUS TEXT COMMAND...: its status, and TEXT (a basic regex, empty: nothing at all) in what it says
want() {
	local code=$1 text=$2 c; shift 2
	"$@" >"$tmp/said" 2>"$tmp/err" </dev/null; c=$?
	[ $c = "$code" ] || fail "status $c instead of $code: $*"
	[ ! -s "$tmp/said" ] || fail "standard output is used: $*"
	if [ -z "$text" ]; then [ ! -s "$tmp/err" ] || fail "not quiet: $*"; else grep -q -- "$text" "$tmp/err" || fail "no '$text': $*"; fi
}
same() { diff -r "$1" "$2" >"$tmp/err" || fail "$1 and $2 differ"; }
# The tables of files by the plain pipe, into DIR.
by_hand() { local dir=$1; shift; segment "$@" 2>/dev/null | tag-entities | extract-events | to-csv -d "$dir"; }
# the tables in DIR are those expected of samples/input
samples() { local t; for t in meetings officials directives; do cmp "$1/$t.csv" samples/expected/$t.csv >"$tmp/err" || fail "$1/$t.csv"; done; }
