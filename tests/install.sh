#!/usr/bin/env bash
# tests/install.sh [bench] [PACKAGE...]: what the build and the tests need, with the neighbours of make bench or PACKAGEs (chromium for
# make check-html), from Debian 12's packages; nothing is fetched when all is there.
set -eu
need=(gcc clang make pkg-config libcsv-dev libpcre2-dev zlib1g-dev libutf8proc-dev libxml2-dev nettle-dev libxxhash-dev libxlsxwriter-dev libjansson-dev python3 python3-jsonschema)
[ "${1:-}" = bench ] && { shift; need+=(time ripgrep hfst miller jq); }
need+=("$@")
missing=()
for p in "${need[@]}"; do dpkg -s "$p" >/dev/null 2>&1 || missing+=("$p"); done
[ ${#missing[@]} = 0 ] && exit 0
sudo=; [ "$(id -u)" = 0 ] || sudo=sudo
$sudo apt-get update -qq
$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
