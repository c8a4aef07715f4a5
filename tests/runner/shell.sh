#!/usr/bin/env bash
# The shell programs under shellcheck, the manual pages under mandoc, where these are installed.
. tests/runner/lib.sh
if command -v shellcheck >/dev/null; then
	shellcheck pipeline.sh vnmeet bench/slurm.sh debian/postinst debian/prerm >"$tmp/err" || { cat "$tmp/err"; fail shellcheck; }
else echo 'no shellcheck'; fi
if command -v mandoc >/dev/null; then
	mandoc -T lint -W warning man/pipeline.sh.1 man/vnmeet.1 man/publish.1 >"$tmp/err" || fail 'mandoc'
else echo 'no mandoc'; fi
