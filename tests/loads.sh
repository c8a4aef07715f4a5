#!/usr/bin/env bash
# tests/loads.sh [-n] [NAME...]: loads a stream of awkward cells into databases, spreadsheets and notebooks by the commands of to-csv(1) and
# reads the same cells back. A program that is not installed is said and passed over; tests/loads/install.sh gets them all; -n makes a
# missing one a failure. Ends with `N passed, N failed`.
set -u
cd "$(dirname "$0")/.." || exit 2
export BIN SHARE LC_ALL=C.UTF-8 PYTHONWARNINGS=ignore
BIN=$(readlink -f "${BIN:-bin}") SHARE=$PWD/share
man=$PWD/man/to-csv.1 tests=$PWD/tests/loads need=; only=()
for a; do case $a in -n) need=1 ;; *) only+=("$a") ;; esac; done
tmp=$(mktemp -d); chmod 755 "$tmp"
trap 'stop_postgres; rm -rf "$tmp"' EXIT
passed=0 failed=0
python=/usr/bin/python3          # the one that Debian's pandas and openpyxl belong to
node_modules=$PWD/build/loads/node_modules
read_() { "$python" "$tests/read.py" "$@"; }
same() { "$python" "$tests/same.py" "$@"; }

# The command that to-csv(1) shows for NAME: the lines between `.\" load: NAME` and `.EE`, roff's escapes undone.
unroff='/^\./d; s/\\(aq/'"'"'/g; s/\\-/-/g; s/\\e/\\/g; p'
shown() { sed -n '/^\.\\" load: '"$1"'$/,/^\.EE/{'"$unroff"'}' "$man"; }
by_man() { local c; c=$(shown "$1"); [ -n "$c" ] || { echo "to-csv.1 shows nothing for $1"; return 1; }; (cd "$tmp/t" && eval "$c"); }

# ---- one function a loader: leaves $tmp/got.json ------------------------------------------------------------------------------------------
each() { local t; for t in meetings officials directives; do "$@" "$t" || return 1; done; }

load_python() { read_ csv "$tmp/t/%s.csv" >"$tmp/got.json" && same "$tmp/want.json" "$tmp/got.json"; }
load_package() { "$python" tests/package.py "$tmp/t"; }
load_pandas() {
	PATH=/usr/bin:$PATH by_man pandas >"$tmp/pandas.txt" && grep -q meeting_id "$tmp/pandas.txt" &&
		read_ pandas "$tmp/t/%s.csv" >"$tmp/got.json" && same "$tmp/want.json" "$tmp/got.json"
}
load_sqlite() {
	by_man sqlite && by_man sqlite || return 1      # the second time adds nothing
	dump() { sqlite3 -csv -header "$tmp/t/news.db" "select * from $1 order by rowid" >"$tmp/sqlite.$1"; }
	each dump && read_ csv "$tmp/sqlite.%s" >"$tmp/got.json" && same "$tmp/want.json" "$tmp/got.json" || return 1
	[ "$(sqlite3 "$tmp/t/news.db" 'pragma foreign_key_check; select count(*) from meeting_officials; select count(*) from meetings where date is null or session is not null')" = "$links
0" ]
}
stop_postgres() { [ ! -d "$tmp/pg/data" ] || as_postgres "$pg/pg_ctl" -D "$tmp/pg/data" -m immediate stop >/dev/null 2>&1; }
as_postgres() { if [ "$(id -u)" = 0 ]; then setpriv --reuid postgres --regid postgres --clear-groups "$@"; else "$@"; fi; }
load_postgresql() {              # a server of its own, on a socket in the test's folder and nowhere else
	mkdir "$tmp/pg"; [ "$(id -u)" != 0 ] || chown postgres "$tmp/pg"
	as_postgres "$pg/initdb" -D "$tmp/pg/data" -U tester -A trust -E UTF8 --locale=C.UTF-8 >"$tmp/pg.log" 2>&1 &&
		as_postgres "$pg/pg_ctl" -D "$tmp/pg/data" -l "$tmp/pg/log" -w -o "-k $tmp/pg -c listen_addresses='' -c fsync=off" start >>"$tmp/pg.log" 2>&1 ||
		{ cat "$tmp/pg.log"; return 1; }
	export PGHOST=$tmp/pg PGUSER=tester PGOPTIONS='-c client_min_messages=warning'
	"$pg/createdb" news && by_man postgresql >/dev/null && by_man postgresql >/dev/null || return 1
	dump() { psql -q -d news -c "\\copy (select * from $1 order by doc_id, 1) to '$tmp/pg.$1' with (format csv, header)"; }
	each dump && read_ csv "$tmp/pg.%s" >"$tmp/got.json" && same "$tmp/want.json" "$tmp/got.json" || return 1
	[ "$(psql -At -d news -c 'select count(*) from meeting_officials' -c 'select count(*) from meetings where date is null or session is not null')" = "$links
0" ]
}
load_duckdb() {
	node "$tests/duckdb.mjs" "$node_modules" "$tmp/t" "$SHARE/duckdb.sql" "$links" "$tmp/duck" &&
		read_ csv "$tmp/duck.%s" >"$tmp/got.json" && same "$tmp/want.json" "$tmp/got.json"
}
load_miller() {
	run() { (cd "$tmp/t" && eval "$(shown miller | sed "s/meetings/$1/")") >"$tmp/mlr.$1"; }
	each run && read_ rows "$tmp/mlr.%s" >"$tmp/got.json" && same crlf "$tmp/want.json" "$tmp/got.json"
}
load_csvkit() {
	run() { (cd "$tmp/t" && eval "$(shown csvkit | sed "s/meetings/$1/")") >"$tmp/ck.$1"; }
	each run && read_ rows "$tmp/ck.%s" >"$tmp/got.json" && same lf "$tmp/want.json" "$tmp/got.json"
}
soffice_() { HOME=$tmp timeout 200 soffice --headless "-env:UserInstallation=file://$tmp/lo" "$@" >"$tmp/lo.log" 2>&1 || { cat "$tmp/lo.log"; return 1; }; }
all_sheets='csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'
load_libreoffice() {             # the CSV to a workbook and back
	soffice() { soffice_ "${@:2}"; }
	by_man libreoffice || return 1
	soffice_ --convert-to "$all_sheets" --outdir "$tmp/back" "$tmp"/t/{meetings,officials,directives}.xlsx || return 1
	back() { mv "$tmp/back/$1-$1.csv" "$tmp/back/$1.csv"; }
	each back && read_ csv "$tmp/back/%s.csv" >"$tmp/got.json" && same lf cut "$tmp/want.json" "$tmp/got.json"
}
load_xlsx_libreoffice() {        # to-csv's own workbook, to CSV
	soffice_ --convert-to "$all_sheets" --outdir "$tmp/xback" "$tmp/book.xlsx" &&
		read_ csv "$tmp/xback/book-%s.csv" >"$tmp/got.json" && same crlf mark "$tmp/want.json" "$tmp/got.json"
}
load_xlsx_openpyxl() { read_ xlsx "$tmp/book.xlsx" >"$tmp/got.json" && same mark "$tmp/want.json" "$tmp/got.json"; }
load_excel_dialect() { read_ csv "$tmp/excel/%s.csv" >"$tmp/got.json" && same excel "$tmp/want.json" "$tmp/got.json" && "$python" tests/package.py "$tmp/excel"; }
load_frictionless() {            # and it does follow the keys: one that leads nowhere is found
	node "$tests/datapackage.cjs" "$node_modules" "$tmp/t" || return 1
	cp -r "$tmp/t" "$tmp/broken" && sed -i '2s/-m1,/-m7,/' "$tmp/broken/meeting_officials.csv"
	! node "$tests/datapackage.cjs" "$node_modules" "$tmp/broken" >/dev/null 2>&1
}
load_two_files() {               # one row more than an Excel sheet holds
	local n=1048576
	"$python" "$tests/many.py" $n | "$BIN/to-csv" --excel -d "$tmp/many" || return 1
	"$python" tests/package.py "$tmp/many" && "$python" -c '
import csv, sys
a, b = (list(csv.reader(open(f"{sys.argv[1]}/directives{p}.csv", newline="", encoding="utf-8-sig"))) for p in ("", "-2"))
assert len(a) == 1048576 and len(b) == 2 and a[0] == b[0] and (a[-1][0], b[1][0]) == ("d1048574", "d1048575"), (len(a), len(b), b)' "$tmp/many" || return 1
	[ "$("$python" "$tests/many.py" $n | "$BIN/to-csv" --excel directives 2>&1 >/dev/null)" = "to-csv: directives: more rows than Excel opens (1048576 with the header); with -d they go on in directives-2.csv" ]
}

has() {                          # is what loader $1 needs there?
	case $1 in
	sqlite) command -v sqlite3 ;;
	postgresql) [ -n "$pg" ] && command -v psql ;;
	duckdb | frictionless) command -v node && [ -d "$node_modules" ] ;;
	miller) command -v mlr ;;
	csvkit) command -v csvjson ;;
	libreoffice) command -v soffice ;;
	xlsx_libreoffice) command -v soffice && [ -f "$tmp/book.xlsx" ] ;;
	xlsx_openpyxl) "$python" -c 'import openpyxl' && [ -f "$tmp/book.xlsx" ] ;;
	pandas) "$python" -c 'import pandas' ;;
	esac >/dev/null 2>&1
}

pg=; for d in /usr/lib/postgresql/*/bin; do [ ! -x "$d/initdb" ] || pg=$d; done
"$python" "$tests/awkward.py" "$tmp" || exit 2
"$BIN/to-csv" --csvw --links -d "$tmp/t" "$tmp/records.jsonl" || exit 2
"$BIN/to-csv" --excel -d "$tmp/excel" "$tmp/records.jsonl" 2>/dev/null
"$BIN/to-csv" --xlsx "$tmp/book.xlsx" "$tmp/records.jsonl" 2>/dev/null
links=$("$python" -c 'import json, sys; print(sum(len(r[3].split("; ")) for r in json.load(open(sys.argv[1]))["officials"][1:] if r[3]))' "$tmp/want.json")
for name in python package pandas sqlite postgresql duckdb miller csvkit libreoffice xlsx_libreoffice xlsx_openpyxl excel_dialect frictionless two_files; do
	[ ${#only[@]} = 0 ] || [[ " ${only[*]} " = *" $name "* ]] || continue
	if ! has $name; then
		echo "$name: not installed"
		[ -z "$need" ] || failed=$((failed + 1))
		continue
	fi
	rm -f "$tmp/got.json"
	if said=$(load_$name 2>&1); then passed=$((passed + 1)); echo "$name: ${said##*$'\n'}"; else failed=$((failed + 1)); echo "FAILED $name"; echo "$said" | tail -15; fi
done
echo "$passed passed, $failed failed"
[ $failed = 0 ]
