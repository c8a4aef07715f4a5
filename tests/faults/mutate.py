#!/usr/bin/env python3
"""mutate.py [SEED [N]]: N pages (default 150) made from the samples and hard cases by chance: bytes flipped, cut out, doubled, swapped between pages,
NUL, marks and long runs put in. The whole pipe takes them: no program dies, the status is 0 or 1, every record is what its schema and
validate.py say, every table has its columns in every row and as many rows as there are records. Ends with `N passed, N failed`."""
import collections, csv, glob, json, os, random, resource, subprocess, sys, tempfile

BIN = os.environ.get("BIN", "bin")
SEED, N = (int(sys.argv[1]) if len(sys.argv) > 1 else 1), (int(sys.argv[2]) if len(sys.argv) > 2 else 150)
PIECES = [b"\0", b"\xff\xfe", b"\xe1\xba", b"\xc3\x90", b"\xef\xbb\xbf", b"\xe2\x80\x8b", b"\xc2\xa0", b"\r\n", b"\f", b"\n\n", b'"', b"\\", b"{", b";", b"(", b")",
          "…".encode(), "“".encode(), "ngày ".encode(), "Chỉ thị số ".encode(), "ông ".encode(), "đồng chí ".encode(), "của ".encode(), "tổ chức ".encode(),
          "Hội nghị ".encode(), " và ".encode(), "99/99/9999".encode(), "12-CT/TW".encode(), b"- ", b"* ", b"=" * 300, b"1" * 30, "Đ".encode() * 200, b"\xcc\x81" * 40]


def capped():
    """No more than 1 GiB and a minute: a loop without end shows as a failure, not as a machine without memory."""
    if "asan" not in BIN:
        resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
    resource.setrlimit(resource.RLIMIT_CPU, (60, 60))


def mutated(rng, pages):
    p = bytearray(rng.choice(pages))
    for _ in range(rng.randint(1, 12)):
        i, j = sorted(rng.randrange(len(p) + 1) for _ in range(2))
        kind = rng.randrange(6)
        if kind == 0 and p:
            p[rng.randrange(len(p))] = rng.randrange(256)
        elif kind == 1:
            del p[i:min(j, i + rng.choice((1, 3, 40)))]
        elif kind == 2:
            p[i:i] = p[i:min(j, i + 200)] * rng.choice((1, 2, 5))
        elif kind == 3:
            other = rng.choice(pages)
            k = rng.randrange(len(other))
            p[i:i] = other[k:k + rng.randrange(400)]
        elif kind == 4:
            p[i:i] = rng.choice(PIECES) * rng.choice((1, 1, 1, 3))
        elif p:
            p[i:min(j, i + 60)] = bytes(p[i:min(j, i + 60)]).decode(errors="replace").upper().encode()
    return bytes(p)


def main():
    rng = random.Random(SEED)
    pages = [open(f, "rb").read() for f in sorted(glob.glob("samples/input/*.txt") + glob.glob("tests/hard/*.txt"))]
    bad = []
    with tempfile.TemporaryDirectory() as d:
        for i in range(N):
            with open(f"{d}/{i:04}.txt", "wb") as f:
                f.write(mutated(rng, pages))
        files, data = sorted(glob.glob(f"{d}/*.txt")), None
        for program in ("segment", "tag-entities", "extract-events"):
            r = subprocess.run([f"{BIN}/{program}", *(files if program == "segment" else [])], input=data, stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=capped)
            data = r.stdout
            if r.returncode not in ((0, 1) if program == "segment" else (0,)):
                bad.append(f"{program}: status {r.returncode}: {r.stderr.decode(errors='replace')[-300:]}")
        r = subprocess.run([f"{BIN}/to-csv", "-d", f"{d}/out"], input=data, stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=capped)
        if r.returncode or r.stderr:
            bad.append(f"to-csv: status {r.returncode}: {r.stderr.decode()}")
        v = subprocess.run([sys.executable, "tests/validate.py"], input=data, stdout=subprocess.PIPE)
        if v.returncode:
            bad.append("validate.py: " + v.stdout.decode()[:1500])
        count = collections.Counter(json.loads(l)["type"] for l in data.splitlines())
        for table in ("meetings", "officials", "directives"):
            if not os.path.exists(f"{d}/out/{table}.csv"):
                break
            with open(f"{d}/out/{table}.csv", encoding="utf-8", newline="") as f:
                rows = list(csv.reader(f, strict=True))
            if len(rows) - 1 != count[table[:-1]] or len({len(r) for r in rows}) != 1:
                bad.append(f"{table}.csv: {len(rows) - 1} rows of {count[table[:-1]]} records")
    print(*(f"FAILED seed {SEED}: {b}" for b in bad), f"{N - len(bad)} passed, {len(bad)} failed", sep="\n")
    return bool(bad)


sys.exit(main())
