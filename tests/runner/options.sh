#!/usr/bin/env bash
# What pipeline.sh says and returns: quiet when all is well, a log, the summary, bad command lines, directories it refuses.
. tests/runner/lib.sh
in=samples/input
want 0 '' "$run" -o "$tmp/a" $in
samples "$tmp/a"
[ "$(find "$tmp" -mindepth 1 -maxdepth 1 -name '.*')" = '' ] || fail 'a plain first run leaves something beside its directory'
want 0 '[0-9]* pages, [0-9]* rows ([0-9]* meetings, [0-9]* officials, [0-9]* directives), 0 refused, [0-9.]* s, in .*; status 0' "$run" -v -o "$tmp/a" $in
for t in meetings officials directives; do
	n=$(python3 -c 'import csv,sys; print(sum(1 for _ in csv.reader(open(sys.argv[1], newline=""))) - 1)' "$tmp/a/$t.csv")
	grep -q "[ (]$n $t" "$tmp/err" || fail "the summary does not count $t as the table does ($n)"
done
want 0 '' "$run" --log "$tmp/log" --output="$tmp/a" $in
grep -q '^20..-..-..T..:..:..[+-].... \[[0-9]*\] pipeline.sh: [0-9]* pages, [0-9]* rows' "$tmp/log" || fail 'the log lacks the summary'
# standard input, and standard input among files
"$run" -o "$tmp/b" <$in/01-hoi-nghi-quan-triet.txt || fail 'standard input'
grep -q ',-#1,' "$tmp/b/meetings.csv" || fail 'source of standard input'
"$run" -o "$tmp/b" - $in/02-hai-cuoc-hop.txt $in/03-khong-co-cuoc-hop.txt <$in/01-hoi-nghi-quan-triet.txt || fail 'standard input among files'
by_hand "$tmp/c" - $in/02-hai-cuoc-hop.txt $in/03-khong-co-cuoc-hop.txt <$in/01-hoi-nghi-quan-triet.txt
same "$tmp/b" "$tmp/c"
# trouble: told, and the rest is there
want 3 'none.txt: No such file' "$run" -o "$tmp/a" $in "$tmp/none.txt"; samples "$tmp/a"
want 3 'pages.*1 refused.*status 3' "$run" -q -o "$tmp/a" $in "$tmp/none.txt"
printf 'Ngày \377 họp\n' >"$tmp/bytes.txt"
want 1 'bytes.txt: document [0-9a-f]*: 1 invalid byte' "$run" --log "$tmp/log" -o "$tmp/d" "$tmp/bytes.txt"
grep -q 'segment: .*bytes.txt: document' "$tmp/log" || fail 'the log lacks the message'
want 3 'nothing could be done' "$run" -o "$tmp/e" "$tmp/none.txt"; [ ! -e "$tmp/e" ] || fail 'a directory without a run'
mkdir "$tmp/empty"; want 3 'no pages' "$run" -o "$tmp/e" "$tmp/empty"
# bad command lines: one line, status 2, nothing done
want 2 'unrecognized option' "$run" --nonsense; [ "$(wc -l <"$tmp/err")" = 1 ] || fail 'usage is one line'
want 2 'number' "$run" -j x $in
want 2 'keep or drop' "$run" --gone x $in
want 2 'wants files' "$run" --append -o "$tmp/e"
want 2 'wants files' "$run" --append -o "$tmp/e" /dev/null
want 2 'lexicon' "$run" --lexicon "$tmp/none" -o "$tmp/e" $in
[ ! -e "$tmp/e" ] || fail 'a bad command line makes a directory'
"$run" --help | grep -q '^usage: ' || fail help
[ "$("$run" -V)" = "pipeline.sh $(to-csv -V | cut -d' ' -f2)" ] || fail version
want 0 '' "$run" --lexicon lexicon -o "$tmp/e" $in; samples "$tmp/e"
# options of to-csv
want 0 '' "$run" --to-csv '--excel --header vi --links --csvw' -o "$tmp/x" $in; want 0 '' "$run" --to-csv '--links' -o "$tmp/x" $in
segment $in/*.txt | tag-entities | extract-events | to-csv --links -d "$tmp/y"; same "$tmp/x" "$tmp/y"
want 2 'unknown option' "$run" --to-csv --nonsense -o "$tmp/e2" $in; [ ! -e "$tmp/e2" ] || fail 'a bad option of to-csv makes a directory'
# directories that are somebody's
mkdir "$tmp/mine"; echo x >"$tmp/mine/letter.txt"
want 2 "holds 'letter.txt'" "$run" -o "$tmp/mine" $in; [ "$(ls -A "$tmp/mine")" = letter.txt ] || fail 'a foreign directory is touched'
(cd "$tmp/empty" && want 2 'directory of their own' "$run" -o . "$OLDPWD/$in") || exit 1
want 2 'directory of their own' "$run" -o / $in
echo x >"$tmp/file"; want 3 'no directory' "$run" -o "$tmp/file" $in; want 3 'cannot be written' "$run" -o "$tmp/file/x" $in
want 3 'log cannot be written' "$run" --log "$tmp/file/x" -o "$tmp/e" $in
# a link to the directory stays a link; mode of the directory stays
ln -s "$tmp/real" "$tmp/link"; mkdir -m 750 "$tmp/real"
want 0 '' "$run" -o "$tmp/link" $in; [ -L "$tmp/link" ] && samples "$tmp/real"
[ "$(stat -c %a "$tmp/real")" = 750 ] || fail 'the mode of the directory is lost'
# tables that are the same are left alone
inode=$(stat -c %i "$tmp/real"); want 0 '' "$run" -o "$tmp/real" $in; [ "$(stat -c %i "$tmp/real")" = "$inode" ] || fail 'unchanged tables are replaced'
# overlapping runs
exec 5< <(sleep 20); sleeper=$!
"$run" -o "$tmp/f" - <&5 2>/dev/null & first=$!
until [ -e "$tmp/.f.vnmeet/lock" ]; do sleep 0.05; done; sleep 0.2
want 3 'another run' "$run" -o "$tmp/f" $in
kill $sleeper; wait $first; [ $? = 0 ] || fail 'the first of two runs'
want 0 '' "$run" -o "$tmp/f" $in
