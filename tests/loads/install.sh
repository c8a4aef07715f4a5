#!/usr/bin/env bash
# tests/loads/install.sh: what `make check-loads` loads the tables into: Debian 12's packages, and DuckDB and the Data Package reader from npm
# into build/loads (left out, with a word, where npm gives nothing).
set -eu
cd "$(dirname "$0")/../.."
need=(sqlite3 postgresql-15 miller csvkit python3-pandas python3-openpyxl libreoffice-calc-nogui)
missing=()
for p in "${need[@]}"; do dpkg -s "$p" >/dev/null 2>&1 || missing+=("$p"); done
if [ ${#missing[@]} != 0 ]; then
	sudo=; [ "$(id -u)" = 0 ] || sudo=sudo
	$sudo apt-get update -qq
	$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
fi
[ ! -d build/loads/node_modules/datapackage ] || exit 0
mkdir -p build/loads
echo '{"private":true,"dependencies":{"@duckdb/node-api":"1.5.6-r.1","datapackage":"1.1.10"}}' >build/loads/package.json
(cd build/loads && npm install --no-audit --no-fund --silent) || { rm -rf build/loads/node_modules; echo "no npm: DuckDB and the Data Package reader are left out"; }
