#!/usr/bin/env bash
# to-html: entities that nest and cross at random: the text stays whole, marks are balanced, and each entity covers its surface.
set -euo pipefail
python3 - "$BIN/to-html" <<'PY'
import html.parser, json, random, subprocess, sys
random.seed(6)
doc, records, want = "00000000000000f1", [], []
records.append(dict(type="document", doc=doc, format=1, source="f", byte_start=0))
for n in range(1, 401):
    text = "".join(random.choice("aă<đ&ế 𝒳\u202e\u200b\"'") for _ in range(random.randrange(0, 30)))
    spans = sorted((sorted(random.choices(range(len(text) + 1), k=2)) for _ in range(random.randrange(0, 7))), key=lambda s: (s[0], -s[1]))
    entities = [dict(label=random.choice(["PERSON", "PLACE", "ROLE"]), start=a, end=b, surface=text[a:b], norm="", rule=f"r:{k}") for k, (a, b) in enumerate(spans)]
    records.append(dict(type="sentence", doc=doc, n=n, para=n, zone="body", text=text, byte_start=n, byte_end=n, entities=entities))
    want.append((text, {e["rule"]: e["surface"] for e in entities if e["surface"]}))
records.append(dict(type="end", doc=doc, sentences=400, byte_end=0))
page = subprocess.run([sys.argv[1]], input="\n".join(map(json.dumps, records)).encode(), stdout=subprocess.PIPE, check=True).stdout.decode()

class Reader(html.parser.HTMLParser):
    def __init__(self): super().__init__(); self.got, self.open, self.inside = [], [], False
    def handle_starttag(self, tag, attributes):
        a = dict(attributes)
        if tag == "span" and a.get("class") == "s": self.inside = True; self.got.append(["", {}])
        elif tag == "mark" and self.inside:
            self.open.append(a["data-r"])
            assert ("data-again" in a) == (a["data-r"] in self.got[-1][1]), a
            self.got[-1][1].setdefault(a["data-r"], "")
    def handle_endtag(self, tag):
        if tag == "mark": self.open.pop()
        elif tag == "span" and self.inside: assert not self.open; self.inside = False
    def handle_data(self, data):
        if not self.inside: return
        self.got[-1][0] += data
        for rule in self.open: self.got[-1][1][rule] += data

r = Reader(); r.feed(page); r.close()
assert len(r.got) == len(want)
for (text, marks), (t, m) in zip(r.got, want): assert (text, marks) == (t, m), ((text, marks), (t, m))
PY
