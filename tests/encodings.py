#!/usr/bin/env python3
"""encodings.py ENCODING OUT BASE PAGE...: writes each PAGE in ENCODING into folder OUT, and into BASE the same page in UTF-8 (NFC) as far as
ENCODING can write it. Without arguments: the names.
encodings.py --glue SEED OUT BASE PAGE...: all in one file.
The encoders do not read lexicon/encodings.csv, but for VPS, whose letters tests/segment/vps-letters.in holds as GNU recode wrote them."""
import csv, functools, html.entities, os, random, re, subprocess, sys, unicodedata

nfc = lambda s: unicodedata.normalize("NFC", s)
TONES = {"\u0300": 0, "\u0301": 1, "\u0309": 2, "\u0303": 3, "\u0323": 4}
VNI_TONE = "øùûõï"
VNI_CIRCUMFLEX, VNI_BREVE = "âàáåãä", "êèéúüë"
VNI_WHOLE = dict(zip("íìỉĩịđỵơưÍÌỈĨỊĐỴƠƯ", "íìæóòñîôöÍÌÆÓÒÑÎÔÖ"))


def vni(s):
    out = ""
    for c in nfc(s):
        if c in VNI_WHOLE:
            out += VNI_WHOLE[c]
            continue
        d = unicodedata.normalize("NFD", c)
        base, tone = d[0], next((TONES[m] for m in d[1:] if m in TONES), None)
        row = VNI_CIRCUMFLEX if "\u0302" in d else VNI_BREVE if "\u0306" in d else None
        if "\u031b" in d:
            base = VNI_WHOLE[nfc(base + "\u031b")]
        mark = row[0 if tone is None else tone + 1] if row else "" if tone is None else VNI_TONE[tone]
        out += base + (mark.upper() if c.isupper() else mark) if len(d) > 1 else c
    return out


@functools.lru_cache(None)
def table(name):
    """Letter -> byte, by the C library."""
    letters = {}
    for b in [*range(1, 9), *range(14, 32), *range(128, 256)]:
        r = subprocess.run(["iconv", "-f", name, "-t", "UTF-8"], input=bytes([b]), capture_output=True)
        if r.returncode == 0:
            letters.setdefault(r.stdout.decode(), bytes([b]))
    return letters


def by_iconv(s, name):
    return b"".join(c.encode() if c.isascii() else table(name)[c] for c in s)


def windows_1258(s):
    out = ""
    for c in s:
        d = unicodedata.normalize("NFD", c)
        tone = "".join(m for m in d[1:] if m in TONES)
        out += nfc("".join(x for x in d if x not in TONES)) + tone if tone and c not in "àáèéìíòóùúÀÁÈÉÌÍÒÓÙÚ" or tone and c in "ìòÌÒ" else c
    return out.encode("cp1258")


def tcvn3_text(s):
    """The page as TCVN3 can write it: no capitals with a tone but in words all of capitals."""
    def word(m):
        w = m.group()
        if w.isupper() and sum(c.isascii() for c in w) >= 2:
            return w
        w = w.replace("Ủy", "Uỷ")
        return "".join(c.lower() if c.isupper() and not c.isascii() and c not in "ĂÂÊÔƠƯĐ" else c for c in w)
    return re.sub(r"[^\W\d_]+", word, s)


def tcvn3(s):
    return b"".join(c.encode("cp1252") if c in "“”‘’–—…" else by_iconv(c.lower() if c not in "ĂÂÊÔƠƯĐ" and not c.isascii() else c, "TCVN5712-1") for c in s)


def plain_marks(s):
    return s.translate({0x201C: '"', 0x201D: '"', 0x2018: "'", 0x2019: "'", 0x2013: "-", 0x2014: "-", 0x2026: "..."})


def vps(s):
    table = {r["text"]: bytes([int(r["byte"], 16)]) for r in csv.DictReader(open("lexicon/encodings.csv")) if r["encoding"] == "VPS"}
    return b"".join(table.get(c) or c.encode("ascii") for c in s)


def twice(b):
    """Bytes that someone read as windows-1252 (as browsers do: undefined bytes as controls) and wrote as UTF-8."""
    return "".join(chr(x) if x in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else bytes([x]).decode("cp1252") for x in b).encode()


def mixed(s):
    return "".join(unicodedata.normalize("NFD", c) if i % 2 else c for i, c in enumerate(s)).encode()


same = lambda s: s
ENCODINGS = {
    "UTF-8 NFD": (lambda s: unicodedata.normalize("NFD", s).encode(), same),
    "UTF-8 mixed": (mixed, same),
    "UTF-16LE": (lambda s: s.encode("utf-16-le"), same),
    "UTF-16BE": (lambda s: s.encode("utf-16-be"), same),
    "UTF-16LE mark": (lambda s: b"\xff\xfe" + s.encode("utf-16-le"), same),
    "UTF-16BE mark": (lambda s: b"\xfe\xff" + s.encode("utf-16-be"), same),
    "windows-1258": (windows_1258, same),
    "TCVN3": (tcvn3, tcvn3_text),
    "VNI": (lambda s: vni(s).encode("cp1252"), same),
    "VISCII": (lambda s: by_iconv(s, "VISCII"), plain_marks),
    "VPS": (vps, plain_marks),
    "UTF-8/TCVN3": (lambda s: twice(tcvn3(s)), tcvn3_text),
    "UTF-8/VNI": (lambda s: vni(s).encode(), same),
    "UTF-8/UTF-8": (lambda s: twice(s.encode()), same),
    "UTF-8 entities": (lambda s: "".join(f"&#{ord(c)};" if ord(c) > 255 else f"&{html.entities.codepoint2name[ord(c)]};" if ord(c) > 127 else c for c in s).encode(), same),
    "UTF-8 hex entities": (lambda s: "".join(f"&#x{ord(c):x};" if ord(c) > 127 else c for c in s).encode(), same),
}

def glue(choice, out, base, pages):
    """The pages in one file, each in an encoding by chance, parted by a newline, by two, or not at all."""
    got, want = b"", ""
    for p in pages:
        encode, can = ENCODINGS[choice.choice(list(ENCODINGS))]
        text = can(nfc(open(p, encoding="utf-8").read())).rstrip("\n") + choice.choice(["", "\n", "\n\n"])
        got, want = got + encode(text), want + text
    open(out, "wb").write(got)
    open(base, "w", encoding="utf-8").write(want)


if __name__ == "__main__":
    if len(sys.argv) == 1:
        print("\n".join(ENCODINGS))
        sys.exit()
    name, out, base, *pages = sys.argv[1:]
    if name == "--glue":
        glue(random.Random(int(out)), sys.argv[3], sys.argv[4], sys.argv[5:])
        sys.exit()
    encode, can = ENCODINGS[name]
    for p in pages:
        text = can(nfc(open(p, encoding="utf-8").read()))
        open(os.path.join(out, os.path.basename(p)), "wb").write(encode(text))
        open(os.path.join(base, os.path.basename(p)), "w", encoding="utf-8").write(text)
