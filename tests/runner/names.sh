#!/usr/bin/env bash
# File names that hold anything, many blocks, several pipes side by side: the same tables as the plain pipe; the filters are run
# with --append too, where rows are told apart by file.
. tests/runner/lib.sh
mkdir "$tmp/in" "$tmp/in/sub"
texts=(samples/input/*.txt)
names=('a b' '-x' "it's" 'quote"d' 'back\slash' $'new\nline' $'tab\there' 'chữ' '*' '$(x)' ' lead' 'trail ' ']' '[_x]' 'sub/a' '`x`' '100%' 'a,b;c')
for i in "${!names[@]}"; do cp "${texts[i % 8]}" "$tmp/in/${names[i]}.txt"; done
: >"$tmp/in/empty.txt"; printf '\n\n' >"$tmp/in/blank.txt"; gzip -c "${texts[0]}" >"$tmp/in/z.gz"
echo x >"$tmp/in/.hidden.txt"; echo x >"$tmp/in/other.bin"
for i in {1..30}; do cat "${texts[i % 8]}" >"$tmp/in/n$i.txt"; for _ in {1..40}; do cat "${texts[i % 8]}"; printf '\f'; done >>"$tmp/in/n$i.txt"; done
mapfile -d '' -t files < <(find "$tmp/in" -name '[!.]*.txt' -print0 -o -name '*.gz' -print0 | sort -z)
by_hand "$tmp/hand" "${files[@]}"
for j in 1 2 5; do
	want 0 '' "$run" -j $j -o "$tmp/plain$j" "$tmp/in"; same "$tmp/hand" "$tmp/plain$j"
	want 0 '' "$run" -j $j -a -o "$tmp/append$j" "$tmp/in"; same "$tmp/hand" "$tmp/append$j"
	want 0 ': 0 new or changed' "$run" -v -j $j -a -o "$tmp/append$j" "$tmp/in"; same "$tmp/hand" "$tmp/append$j"
done
(cd "$tmp/in" && want 0 '' "$run" -o "$tmp/dash" -- -x.txt '*.txt' && by_hand "$tmp/dash2" -- -x.txt '*.txt' && same "$tmp/dash" "$tmp/dash2") || exit 1
# more names than a command line can hold
mkdir "$tmp/many"; long=$(printf '%0200d' 0)
for i in {1..10000}; do echo "$tmp/many/$long$i.txt"; done | xargs touch; cp "${texts[0]}" "$tmp/many/${long}7777.txt"
want 0 '' "$run" -j 2 -o "$tmp/m" "$tmp/many"; by_hand "$tmp/m2" "$tmp/many/${long}7777.txt"; same "$tmp/m" "$tmp/m2"
