#!/usr/bin/env bash
# --append: after any change of the archive the tables are those of a full run; what is gone stays or goes; what failed is tried again.
. tests/runner/lib.sh
a=$tmp/in t=$tmp/t
mkdir "$a"; cp samples/input/0[1-8]*.txt "$a"
full() { rm -rf "$tmp/full"; want 0 '' "$run" -o "$tmp/full" "$a"; same "$tmp/full" "$t"; }
want 0 ' 8 new or changed' "$run" -v -a -o "$t" "$a"; full
want 0 ' 0 new or changed' "$run" -v -a -o "$t" "$a"; full
touch "$a"/*; want 0 ' 0 new or changed' "$run" -v -a -o "$t" "$a"; full
cp samples/input/01* "$a/00-new.txt"; cp samples/input/02* "$a/99-new.txt"; cp samples/input/03* "$a/04-between.txt"
want 0 ' 3 new or changed' "$run" -v -a -o "$t" "$a"; full
cat samples/input/0[12]* >"$a/05-nam-theo-van-ban.txt"; want 0 ' 1 new or changed' "$run" -v -a -o "$t" "$a"; full
# same size, same time, other bytes
touch -r "$a/01-hoi-nghi-quan-triet.txt" "$tmp/stamp"; sed -i 's/ng/gn/' "$a/01-hoi-nghi-quan-triet.txt"; touch -r "$tmp/stamp" "$a/01-hoi-nghi-quan-triet.txt"
want 0 ' 1 new or changed' "$run" -v -a -o "$t" "$a"; full
# tables that somebody removed or spoilt come back
rm -rf "$t"; want 0 '' "$run" -a -o "$t" "$a"; full
echo x >>"$t/meetings.csv"; want 0 '' "$run" -a -o "$t" "$a"; full
# gone: kept, then dropped; moved: once
cp -r "$t" "$tmp/before"; mv "$a/06-khong-ro-nam.txt" "$tmp"
want 0 '1 no longer there, rows kept' "$run" -v -a -o "$t" "$a"
for x in meetings officials directives; do diff <(sort "$t/$x.csv") <(sort "$tmp/before/$x.csv") >/dev/null || fail "kept rows of $x"; done
want 0 '1 no longer there, rows kept' "$run" -v -a -o "$t" "$a"
want 0 '' "$run" -a --gone drop -o "$t" "$a"; full
mv "$a/04-between.txt" "$a/moved.txt"; want 0 '0 no longer there' "$run" -v -a -o "$t" "$a"; full
# the nightly way: only today's pages are named, the tables hold all
n=$(wc -l <"$t/officials.csv"); mkdir "$tmp/today"; sed "s/$/ /" samples/input/08* >"$tmp/today/08.txt"
want 0 '' "$run" -a -o "$t" "$tmp/today"; [ "$(wc -l <"$t/officials.csv")" -gt "$n" ] || fail 'rows of earlier nights are lost'
want 0 '' "$run" -a --gone drop -o "$t" "$a"; full
# damaged, then mended: told each time, what could be read is there
gzip -c samples/input/07* | head -c -9 >"$a/cut.gz"
want 3 'cut.gz: ' "$run" -a -o "$t" "$a"; want 3 ' 1 new or changed' "$run" -v -a -o "$t" "$a"
want 3 'cut.gz' "$run" -o "$tmp/full" "$a"; same "$tmp/full" "$t"
gzip -c samples/input/07* >"$a/cut.gz"; want 0 ' 1 new or changed' "$run" -v -a -o "$t" "$a"; full
# a listed page that cannot be read keeps its rows, even with --gone drop: this is trouble, not a removal
cp -r "$t" "$tmp/whole"; want 3 'lost.txt: No such file' "$run" -a --gone drop -o "$t" "$a" "$tmp/lost.txt"; same "$t" "$tmp/whole"
mv "$a/cut.gz" "$tmp"; want 3 'lost.txt: No such file' "$run" -a --gone drop -o "$t" "$a" "$tmp/lost.txt"
cut -d, -f2 "$t/officials.csv" | sort | cmp -s - <(cut -d, -f2 "$tmp/whole/officials.csv" | sort) || fail 'rows dropped on a night with trouble'
mv "$tmp/cut.gz" "$a"; want 0 '' "$run" -a --gone drop -o "$t" "$a"; full
# refused bytes are told in the run that reads them
printf 'Ngày \377 họp\n' >"$a/bytes.txt"; want 1 'invalid byte' "$run" -a -o "$t" "$a"; want 0 '' "$run" -a -o "$t" "$a"
# other lexicon, other programs: all is done again; a spoilt state too
cp -r lexicon "$tmp/lex"; want 1 'have changed' "$run" -v --lexicon "$tmp/lex" -a -o "$t" "$a"
sed -i '$d' "$tmp/lex/places.csv"; want 1 'have changed' "$run" -v --lexicon "$tmp/lex" -a -o "$t" "$a"
want 0 ' 0 new' "$run" -v --lexicon "$tmp/lex" -a -o "$t" "$a"
truncate -s -5 "$tmp/.t.vnmeet/state/records"; want 1 'does not fit' "$run" -v --lexicon "$tmp/lex" -a -o "$t" "$a"
rm "$a/bytes.txt"; want 0 'have changed' "$run" -v --gone drop -a -o "$t" "$a"; full
# a file named twice counts once
want 0 '' "$run" -a -o "$t" "$a" "$a"; full
