#!/usr/bin/env python3
"""check.py: to-html's page in Debian's chromium, without a window: what it shows is what the records say, its links and keys work, hostile
text stays text, colours have contrast in light and dark, and 1,000 pages stay usable. Ends with `N passed, N failed`."""
import csv, glob, io, json, os, subprocess, sys, tempfile, time
from chromium import Browser

BIN = os.environ.get("BIN", "bin")
SAMPLES = sorted(glob.glob("samples/input/*.txt"))
passed = failed = 0

def check(what, got, want=True):
    global passed, failed
    if got == want: passed += 1
    else: failed += 1; print(f"FAILED {what}: got {got!r}" + ("" if want is True else f", want {want!r}"))

def run(*command, stdin=b""): return subprocess.run(command, input=stdin, stdout=subprocess.PIPE, check=True).stdout
def program(name): return os.path.join(BIN, name)
def records_of(pages): return run(program("extract-events"), stdin=run(program("tag-entities"), stdin=pages))
def page_of(records, name):
    path = os.path.join(tmp, name)
    with open(path, "wb") as f: f.write(run(program("to-html"), stdin=records))
    return "file://" + path

SHOWN = {i: 0x2400 + i for i in range(0x20) if i not in (9, 10)} | {0x7F: 0x2421}   # what a control character is shown as

def faithful(b, records):
    """Every sentence, entity and row of the records is in the page, and nothing else."""
    records = [json.loads(l) for l in records.decode().split("\n") if l]
    sentences = [r for r in records if r["type"] == "sentence"]
    rows = [r for r in records if r["type"] in ("meeting", "official", "directive")]
    check("one page a document", b.js("document.querySelectorAll('.page').length"), sum(r["type"] == "end" for r in records))
    check("sentences", b.js("[...document.querySelectorAll('.s')].map(s => s.textContent)"), [s["text"].translate(SHOWN) for s in sentences])
    drawn = [[e for e in s["entities"] if e["start"] < e["end"]] for s in sentences]
    check("entities", b.js("[...document.querySelectorAll('.s')].map(s => [...s.querySelectorAll('mark:not([data-again])')].map(m => m.classList[0]))"),
          [[e["label"] for e in one] for one in drawn])
    check("rules of entities", b.js("[...document.querySelectorAll('mark:not([data-again])')].length"), sum(map(len, drawn)))
    check("rows' evidence", b.js("""[...document.querySelectorAll('.row')].map(r => {
        const a = r.querySelector('.ev'); return document.getElementById(a.getAttribute('href').slice(1)).textContent; })"""), [r["evidence"].translate(SHOWN) for r in rows])
    check("rows' rules", b.js("[...document.querySelectorAll('.row')].map(r => [...r.querySelectorAll('.why .r')].map(c => c.textContent))"), [r["rules"] for r in rows])

def whole(b):
    check("no complaint in the console", b.complaints(), [])
    check("ids are unique", b.js("(() => { const all = [...document.querySelectorAll('[id]')].map(e => e.id); return all.length - new Set(all).size; })()"), 0)
    check("every link of the page has a target", b.js("[...document.querySelectorAll('a[href]')].filter(a => !document.getElementById(a.getAttribute('href').slice(1))).map(a => a.outerHTML).slice(0, 3)"), [])

CONTRAST = """(() => {
const rgb = c => { const m = c.match(/[\\d.]+/g).map(Number); return m.length > 3 ? m : [...m, 1]; };
const light = c => { const f = c.slice(0, 3).map(v => { v /= 255; return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; }); return .2126 * f[0] + .7152 * f[1] + .0722 * f[2]; };
const ground = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c[3] === 1) return c; } return [255, 255, 255]; };
const ratio = (a, b) => { a = light(a); b = light(b); return (Math.max(a, b) + .05) / (Math.min(a, b) + .05); };
const poor = new Set(), walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walk.nextNode()) {
	const e = walk.currentNode.parentElement;
	if (!walk.currentNode.textContent.trim() || !e.checkVisibility() || e.matches('script, style, option')) continue;
	for (const pseudo of [null, '::before', '::after']) {
		const s = getComputedStyle(e, pseudo);
		if (pseudo && s.content === 'none') continue;
		const r = ratio(rgb(s.color), ground(e));
		if (r < 4.5) poor.add(e.tagName + '.' + e.className + (pseudo ?? '') + ' ' + s.color + ' ' + r.toFixed(2));
	}
	const m = e.closest('.months td');
	if (m) { const a = getComputedStyle(document.documentElement).getPropertyValue('--accent'), p = document.createElement('p'); p.style.color = a; document.body.append(p);
		if (ratio(rgb(getComputedStyle(e).color), rgb(getComputedStyle(p).color)) < 4.5) poor.add('number on a bar'); p.remove(); }
}
return [...poor];
})()"""

def samples(b):
    records = records_of(run(program("segment"), *SAMPLES))
    b.open(page_of(records, "samples.html"))
    faithful(b, records)
    whole(b)
    check("language", b.js("document.documentElement.lang"), "vi")
    for name, letter in ("meetings", "M"), ("officials", "O"), ("directives", "D"):
        rows = list(csv.DictReader(io.StringIO(run(program("to-csv"), name, stdin=records).decode(), newline="")))
        check(f"{name} as to-csv gives them", b.js(f"[...document.querySelectorAll('.row.{letter}')].map(r => r.dataset.i)"), [r[name[:-1] + "_id"] for r in rows])
        check(f"total of {name}", b.js(f"document.querySelector('.totals').innerText.includes('{len(rows)} ')"))
    check("the months add up to the meetings", b.js("[...document.querySelectorAll('.months td a')].reduce((n, a) => n + Number(a.textContent), 0)"), b.js("document.querySelectorAll('.row.M').length"))
    check("the zones add up to the sentences", b.js("[...document.querySelectorAll('.tally td')].reduce((n, a) => n + Number(a.textContent), 0)"), b.js("document.querySelectorAll('.s').length"))
    b.js("document.getElementById('names').click()")
    for scheme in "light", "dark":
        b.scheme(scheme)
        check(f"contrast of text, {scheme}", b.js(CONTRAST), [])
    b.js("document.getElementById('names').click()")
    b.scheme("light", "print")
    check("print hides the tools and keeps the text", b.js("[document.querySelector('.tools').checkVisibility(), document.querySelector('.page .s').checkVisibility()]"), [False, True])
    check("prints", b.call("Page.printToPDF", printBackground=True)["data"].startswith("JVBERi0"))
    b.scheme("light")
    for width in 1400, 360:
        b.size(width, 900)
        check(f"no sideways scrolling at {width}", b.js("document.documentElement.scrollWidth <= innerWidth"))
    b.size(1400, 900)

def pointing(b):
    """From a row to its evidence and back; from the overview to rows."""
    b.js("document.getElementById('close').click()")
    check("closed", b.js("document.querySelectorAll('.page[open]').length"), 0)
    b.click(".top a")
    want = b.js("Number(document.querySelector('.top b').textContent)")
    check("as many hits as the overview counts", b.js("document.querySelectorAll('#hits li').length"), want)
    b.click("#hits li a")
    check("a hit opens its page and shows its row", b.js("""(() => { const r = document.getElementById(location.hash.slice(1)), q = r.getBoundingClientRect();
        return [r.matches('.row.O.now'), r.closest('.page').open, q.bottom > 0 && q.top < innerHeight]; })()"""), [True, True, True])
    row = "[id='" + b.js("location.hash.slice(1)") + "']"
    b.click(row + " .ev")
    check("evidence is in sight and marked", b.js(f"""(() => {{ const s = document.getElementById(location.hash.slice(1)), q = s.getBoundingClientRect(), bar = document.querySelector('.bar').getBoundingClientRect();
        return [s.matches('.s.now:target'), q.top >= bar.bottom && q.bottom <= innerHeight, document.querySelector({json.dumps(row)}).matches('.now'),
            [...document.querySelectorAll('mark.PERSON.hit')].every(m => m.textContent === document.querySelector({json.dumps(row + ' h3 span')}).textContent) && document.querySelectorAll('mark.PERSON.hit').length > 0]; }})()"""),
          [True, True, True, True])
    b.click(".s.now ~ a.n")
    check("and back to a row", b.js("document.getElementById(location.hash.slice(1)).matches('.row')"))
    b.click(".months td a")
    check("a month lists its meetings", b.js("[document.querySelectorAll('#hits li').length, document.activeElement.id]"), [b.js("Number(document.querySelector('.months td a').textContent)"), "hits"])
    b.key("Escape")
    check("Esc closes the list and gives the focus back", b.js("[document.getElementById('hits').hidden, document.activeElement.matches('.months a')]"), [True, True])
    b.click(".rules summary")
    b.click(".rules table a")
    check("a rule lists its places", b.js("document.querySelectorAll('#hits li').length"), b.js("[...document.querySelector('.rules table a').closest('tr').querySelectorAll('td + td')].reduce((n, c) => n + Number(c.textContent), 0)"))
    b.click("[data-q=m]:not([data-v])")
    dates = b.js("[...document.querySelectorAll('#hits li b')].map(e => e.textContent)")
    check("all meetings by date", (len(dates), dates), (b.js("document.querySelectorAll('.row.M').length"), sorted(dates)))
    b.click(".page summary")
    b.click(".page .ents summary")
    check("a page's entities as a table", b.js("document.querySelectorAll('.ents td:first-child a').length"), b.js("document.querySelector('.page').querySelectorAll('.text mark:not([data-again])').length"))
    b.js("document.querySelector('.page mark').dispatchEvent(new MouseEvent('mouseover', {bubbles: true}))")
    check("an entity says its rule", b.js("(m => m.title.includes(m.dataset.r))(document.querySelector('.page mark'))"))
    b.click(".legend input[value=PLACE]")
    check("a type can be hidden", b.js("[...document.querySelectorAll('mark.PLACE')].every(m => getComputedStyle(m).backgroundColor === 'rgba(0, 0, 0, 0)')"))
    check("no complaint after all that", b.complaints(), [])

def keys(b, url):
    b.open(url)
    b.key("Tab")
    check("first stop: skip link", b.js("document.activeElement.className"), "skip")
    b.key("Enter", "\r"); b.key("Tab"); b.key("Tab")
    for _ in range(400):
        if b.js("document.activeElement.matches('.page > summary')"): break
        b.key("Tab")
    check("Tab comes to a page", b.js("document.activeElement.matches('.page > summary')"))
    before = b.js("document.activeElement.parentElement.open")
    b.key("Enter", "\r")
    check("Enter opens or closes it", b.js("document.activeElement.parentElement.open"), not before)
    at = b.js("[...document.querySelectorAll('.page')].indexOf(document.activeElement.parentElement)")
    b.key("j", "j")
    check("j goes on", b.js("[...document.querySelectorAll('.page')].indexOf(document.activeElement.parentElement)"), at + 1)
    b.key("k", "k")
    check("k goes back", b.js("[...document.querySelectorAll('.page')].indexOf(document.activeElement.parentElement)"), at)
    b.js("document.getElementById('filter').focus()")
    for c in "nong thi hanh": b.key(c, c)
    time.sleep(.6)
    check("the filter finds a name without its marks", b.js("[...document.querySelectorAll('.page:not([hidden])')].map(p => p.textContent.includes('Nông Thị Hạnh'))"), [True])

def without_scripts(b, url):
    b.call("Emulation.setScriptExecutionDisabled", value=True)
    row = b.js("document.querySelector('.row .ev').getAttribute('href')")
    b.open(url + "?bare")
    check("without scripts: closed", b.js("[document.documentElement.className, document.querySelectorAll('.page[open]').length]"), ["", 0])
    b.open(url + "?linked" + row)
    check("without scripts: a link opens its page", b.js("document.querySelector(':target').checkVisibility()"))
    b.call("Emulation.setScriptExecutionDisabled", value=False)

def hostile(b):
    records = open("tests/to-html/hostile.in", "rb").read()
    b.open(page_of(records, "hostile.html"))
    faithful(b, records)
    whole(b)
    check("no element of the text's making", b.js("[document.scripts.length, document.images.length, document.querySelectorAll('[onerror], [onmouseover], i:not([lang])').length]"), [1, 0, 0])
    check("title is ours", b.js("document.title.startsWith('Soát')"))
    check("what turns the direction is boxed", b.js("""(() => { const w = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), out = [];
        while (w.nextNode()) if (/[\\u202A-\\u202E\\u2066-\\u2069]/.test(w.currentNode.data) && !w.currentNode.parentElement.matches('bdi.u')) out.push(w.currentNode.data);
        return out; })()"""), [])
    check("and moves nothing else", b.js("""(() => { const s = [...document.querySelectorAll('.s')].pop(), r = document.createRange(), w = document.createTreeWalker(s, NodeFilter.SHOW_TEXT), x = [];
        while (w.nextNode()) if (!w.currentNode.parentElement.matches('bdi')) for (let i = 0; i < w.currentNode.length; i++) { r.setStart(w.currentNode, i); r.setEnd(w.currentNode, i + 1); x.push(r.getBoundingClientRect().left); }
        return x.length > 5 && x.every((v, i) => i === 0 || v >= x[i - 1]); })()"""))
    b.click(".row.O .ev")
    check("links by hostile ids work", b.js("document.querySelector('.s.now')?.dataset.s"), "2")
    b.click(".top a")
    check("hits of a hostile id", b.js("document.querySelectorAll('#hits li').length"), 1)
    check("nothing was run", (b.js("document.title.startsWith('Soát')"), b.complaints()), (True, []))
    b.js("(() => { const s = document.createElement('script'); s.textContent = 'document.title = \"taken\"'; document.body.append(s); })()")
    check("even a script that got in would not run", b.js("document.title.startsWith('Soát')"))

def thousand(b):
    told = [" ".join(l for l in open(f, encoding="utf-8").read().split("\n") if len(l) > 60) for f in SAMPLES]
    pages = "\f".join(f"Bản tin thứ {i} trong ngày\n\n" + " ".join(told[(i + k) % len(told)] for k in range(5)) + "\n" for i in range(1000))
    records = records_of(run(program("segment"), stdin=pages.encode()))
    start = time.time()
    url = page_of(records, "thousand.html")
    wrote, size = time.time() - start, os.path.getsize(url[7:])
    n = records.count(b'"type":"end"')
    check("1,000 pages", n, 1000)
    loaded = b.open(url)
    check("all there", b.js("document.querySelectorAll('.page').length"), n)
    def timed(what, source, most):
        begin = time.time()
        b.js(source + "; new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(1))))")
        took = time.time() - begin
        check(f"{what} took {took:.2f} s", took < most)
        return took
    evidence = timed("last row to its evidence", "location.hash = [...document.querySelectorAll('.ev')].pop().hash", 5)
    check("it is in sight", b.js("(q => q.top >= 0 && q.bottom <= innerHeight)(document.querySelector(':target').getBoundingClientRect())"))
    hits = timed("hits", "document.querySelector('.top a').click()", 5)
    everything = timed("opening all", "document.getElementById('open').click()", 20)
    check(f"loaded in {loaded:.1f} s", loaded < 40)
    check("no complaint", b.complaints(), [])
    print(f"{n} pages, {size / 1e6:.1f} MB: written in {wrote:.2f} s, loaded in {loaded:.2f} s, last row to its evidence {evidence:.2f} s, "
          f"hits of an official {hits:.2f} s, all pages opened {everything:.2f} s")

with tempfile.TemporaryDirectory() as tmp, Browser() as b:
    samples(b)
    pointing(b)
    keys(b, "file://" + os.path.join(tmp, "samples.html"))
    without_scripts(b, "file://" + os.path.join(tmp, "samples.html"))
    hostile(b)
    thousand(b)
print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
