#!/usr/bin/env bash
# fuzz/corpus.sh: writes the small inputs of fuzz/corpus anew from samples/ and the tests' encoders (what fuzzing found stays as it is).
set -euo pipefail
cd "$(dirname "$0")/.."
f=samples/input/02-hai-cuoc-hop.txt g=samples/input/01-hoi-nghi-quan-triet.txt
to() { mkdir -p "fuzz/corpus/$1"; cat >"fuzz/corpus/$1/$2"; }
tmp=$(mktemp -d); trap 'rm -rf "$tmp"' EXIT
mkdir "$tmp/in" "$tmp/nfc"
while read -r name; do
	python3 tests/encodings.py "$name" "$tmp/in" "$tmp/nfc" $f
	to "segment-$(sed 's/ .*//; s,/,+,' <<<"$name")" "$(tr ' /' '-+' <<<"$name")" <"$tmp/in/$(basename $f)"
	to segment-plain "$(tr ' /' '-+' <<<"$name")" <"$tmp/in/$(basename $f)"
done < <(python3 tests/encodings.py)
for seed in 1 2; do python3 tests/encodings.py --glue $seed "$tmp/glued" "$tmp/g.txt" $f $g; to segment-plain "glued-$seed" <"$tmp/glued"; done
iconv -t CP1252//TRANSLIT <<<'Le comité s’est réuni à la mairie.' | to segment-windows-1252 french
python3 tests/wet.py $f $g | tail -c +11 | to segment-wet two
python3 tests/wet.py $f | tail -c +11 | head -c 700 | to segment-wet cut
sed -n '/^cat >"$tmp\/a.html"/,/^H$/p' tests/props/containers.sh | sed '1d;$d' >"$tmp/a.html"; to segment-html page <"$tmp/a.html"
{ cat "$tmp/a.html"; cat $g; } | to segment-plain html
gzip -nc $f | to gzip one
{ gzip -nc $f; echo tail; gzip -nc $g; } | to gzip two
"${BIN:-bin}/segment" $f | "${BIN:-bin}/tag-entities" | sed -n 3p | to json sentence
printf '{"a":[1,-0.5e3,true,null,"\\u00e9\\ud83d\\ude00"],"b":{}}' | to json values
