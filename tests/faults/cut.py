#!/usr/bin/env python3
"""cut.py [STEP]: a stream of two documents cut behind its Nth byte, for every N (every STEP-th), given to each program that reads records.
The status is never 0 and 3 as soon as the document under way is known; the cut document gives no event and no row, the complete one
all of its; what goes out is the begin of what would have gone out. Ends with `N passed, N failed`."""
import json, os, subprocess, sys
from concurrent.futures import ThreadPoolExecutor

BIN, STEP = os.environ.get("BIN", "bin"), int(sys.argv[1]) if len(sys.argv) > 1 else 1
PAGES = ["Tin vắn\n\nSáng 2/3/2021, Huyện ủy Tân Sơn tổ chức hội nghị. Ông Lê Bá Hoan chủ trì hội nghị.\n",
         "Tin vắn\n\nNgày 4/3/2021, Đảng ủy xã Tân Lý tổ chức hội nghị. Ông Vũ Tiến Lợi chủ trì hội nghị.\n"]


def run(program, data):
    table = ["officials"] if program == "to-csv" else []
    r = subprocess.run([f"{BIN}/{program}", *table], input=data, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)
    return r.returncode, r.stdout, r.stderr.decode()


def ends(data):
    """Byte positions behind the `document` and `end` lines: [(position, type), ...]"""
    at, found = 0, []
    for line in data.splitlines(keepends=True):
        at += len(line)
        if json.loads(line)["type"] in ("document", "end"):
            found.append((at, json.loads(line)["type"]))
    return found


def allowed(data, n):
    """The statuses that a stream cut behind byte n may give. The last LF may be missing."""
    marks = [t for at, t in ends(data) if n >= at - 1]
    if not marks:
        return (1, 3)                       # nothing but a line that breaks off
    if marks[-1] == "document":
        return (3,)
    return (0,) if any(n in (at - 1, at) for at, t in ends(data) if t == "end") else (1, 3)


def look(job):
    program, data, whole, n = job
    code, out, err = run(program, data[:n])
    bad = []
    if code not in allowed(data, n):
        bad.append(f"status {code}, not {allowed(data, n)}")
    if code and not all(line.startswith(f"{program}: ") for line in err.splitlines()) or bool(code) != bool(err):
        bad.append(f"says {err!r}")
    if not whole.startswith(out):
        bad.append("the output is no begin of the right one")
    complete = sum(t == "end" and n >= at - 1 for at, t in ends(data))
    rows = out.count(b"\n") - 1 if program == "to-csv" else out.count(b'{"type":"official"')
    if program != "tag-entities" and rows != complete:
        bad.append(f"{rows} officials of {complete} complete documents")
    return [f"FAILED {program}, cut behind byte {n}: {'; '.join(bad)}"] if bad else []


stream = b"".join(run("segment", p.encode())[1] for p in PAGES)
jobs = []
for program in ("tag-entities", "extract-events", "to-csv"):
    whole = run(program, stream)[1]
    marks = {at + d for at, t in ends(stream) for d in (-2, -1, 0, 1)}
    jobs += [(program, stream, whole, n) for n in range(1, len(stream) + 1) if n % STEP == 0 or n in marks]
    stream = whole
with ThreadPoolExecutor(2) as pool:
    problems = [p for found in pool.map(look, jobs) for p in found]
print(*problems[:20], f"{len(jobs) - len(problems)} passed, {len(problems)} failed", sep="\n")
sys.exit(bool(problems))
