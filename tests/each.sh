#!/usr/bin/env bash
# tests/each.sh SCRIPT...: runs test scripts one after another, shows what a failed one said; ends with `N passed, N failed`.
# A script that cannot run here (a package is missing, a mount is not permitted) says so and exits with 77.
cd "$(dirname "$0")/.." || exit 2
passed=0 failed=0
for t; do
	said=$(bash "$t" 2>&1); code=$?
	case $code in
	0) passed=$((passed + 1)) ;;
	77) echo "not run: $said" ;;
	*) failed=$((failed + 1)); echo "FAILED $t"; echo "$said" | tail -20 ;;
	esac
done
echo "$passed passed, $failed failed"
[ $failed = 0 ]
