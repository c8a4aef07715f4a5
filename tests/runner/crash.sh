#!/usr/bin/env bash
# One page that makes a program fail costs its own rows only, and is tried again; a program that always fails changes nothing.
# The fault: a tag-entities in front of the real one that ends with SIGSEGV at a certain sentence.
. tests/runner/lib.sh
mkdir "$tmp/bin" "$tmp/in"; cp pipeline.sh bin/segment bin/extract-events bin/to-csv bin/publish "$tmp/bin"; real=$PWD/bin/tag-entities
cat >"$tmp/bin/tag-entities" <<END
#!/bin/bash
awk -v mark="\${MARK-Trang này hỏng}" 'mark != "" && index(\$0, mark) { fflush(); exit 1 } { print }' | "$real" "\$@"
[ "\${PIPESTATUS[0]}" = 0 ] || kill -SEGV \$\$
END
chmod +x "$tmp/bin/tag-entities"; run=$tmp/bin/pipeline.sh
cp samples/input/*.txt "$tmp/in"
by_hand "$tmp/good" "$tmp"/in/*.txt
for m in '' -a; do
	MARK='' want 0 '' "$run" $m -o "$tmp/t" "$tmp/in"; same "$tmp/t" "$tmp/good"
	sed '1s/^/Trang này hỏng. /' samples/input/01* >"$tmp/in/0-bad.txt"
	want 3 '0-bad.txt: a program failed.*left out' "$run" $m -o "$tmp/t" "$tmp/in"
	same "$tmp/t" "$tmp/good"
	want 3 '0-bad.txt: a program failed' "$run" $m -v -o "$tmp/t" "$tmp/in"
	[ -z "$m" ] || grep -q ' 1 new or changed' "$tmp/err" || fail 'not tried again'
	MARK='' want 0 '' "$run" $m -o "$tmp/t" "$tmp/in"; by_hand "$tmp/hand" "$tmp"/in/*.txt; same "$tmp/t" "$tmp/hand"
	MARK='type' want 3 'nothing could be done' "$run" -o "$tmp/t" "$tmp/in"
	MARK='type' want 3 'as it was' bash -c '"$1" -o "$2" <"$3"' - "$run" "$tmp/t" samples/input/02*   # standard input comes only once
	same "$tmp/t" "$tmp/hand"
	rm "$tmp/in/0-bad.txt"; rm -rf "$tmp/t" "$tmp/.t.vnmeet" "$tmp/hand"
done
rm "$tmp/bin/to-csv"; PATH=/usr/bin:/bin want 3 'do not start' "$run" -o "$tmp/t" "$tmp/in"
