#!/usr/bin/env bash
# A record means the same however it is laid out: blanks and escapes send a sentence the slow way (sentence_scan takes only lines as our own
# programs write them), and both ways must give the same entities and the same events.
set -euo pipefail
tmp=$(mktemp -d); trap 'rm -rf "$tmp"' EXIT
spaced() { sed 's/^{"type":"sentence"/{"type": "sentence"/'; }
tight() { sed 's/^{"type": "sentence"/{"type":"sentence"/'; }
escaped() { sed -E '/^\{"type":"sentence"/s/"(zone|text|label|rule|norm)":"([a-zA-Z])/"\1":"\\u00\2/g' | python3 -c '
import re, sys
for l in sys.stdin: sys.stdout.write(re.sub(r"\\u00([a-zA-Z])", lambda m: "\\u%04x" % ord(m.group(1)), l))'; }
events() { grep -v '^{"type": *"sentence"' || true; }
"$BIN/segment" samples/input/*.txt tests/hard/*.txt >"$tmp/sentences"
"$BIN/tag-entities" <"$tmp/sentences" >"$tmp/tagged"
spaced <"$tmp/sentences" | "$BIN/tag-entities" | tight | cmp - "$tmp/tagged"
"$BIN/extract-events" <"$tmp/tagged" | events >"$tmp/events"
spaced <"$tmp/tagged" | "$BIN/extract-events" | events | cmp - "$tmp/events"
escaped <"$tmp/tagged" >"$tmp/escaped"
! cmp -s "$tmp/escaped" "$tmp/tagged"
"$BIN/extract-events" <"$tmp/escaped" | events | cmp - "$tmp/events"
