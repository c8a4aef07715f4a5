#!/usr/bin/env python3
"""inject.py [STEP]: every program under faults of the system, put there by shim.c ($SHIM) at the Nth call, for every N (every STEP-th for
memory). A fault is said as HOUSE asks (`program: ... what`), the status is 3, no program dies, what went out is the begin of what
would have gone out, tables in a directory are old or new and whole, and no temporary file stays. Short writes and interrupted ones
change nothing. Ends with `N passed, N failed`.
"""
import errno, glob, os, re, shutil, subprocess, sys, tempfile
from concurrent.futures import ThreadPoolExecutor

BIN, SHIM, STEP = os.environ.get("BIN", "bin"), os.path.abspath(os.environ["SHIM"]), int(sys.argv[1]) if len(sys.argv) > 1 else 1
TMP = tempfile.mkdtemp()
KINDS = [("write", errno.ENOSPC), ("write", errno.EIO), ("close", errno.EIO), ("read", errno.EIO), ("open", errno.EACCES), ("open", errno.EMFILE),
         ("rename", errno.EIO), ("fsync", errno.ENOSPC), ("malloc", errno.ENOMEM)]
UNNOTICED = ("short", "eintr")
passed, problems = 0, []


def sh(command, **more):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60, **more)


def inputs():
    """One small and one large input (more than two output buffers) for each program: {program: [file, ...]}."""
    files = {}
    for size, pages in (("small", glob.glob("samples/input/0[24]*.txt")), ("large", sorted(glob.glob("samples/input/*.txt")) * 30)):
        data = sh([f"{BIN}/segment", *pages]).stdout
        for program, before in (("segment", None), ("tag-entities", data), ("extract-events", None), ("to-csv", None)):
            if program == "segment":
                content = b"\f".join(open(p, "rb").read() for p in pages)
            else:
                content = data if program == "tag-entities" else sh([f"{BIN}/{last}"], input=content).stdout
            name, last = f"{TMP}/{size}.{program}", program
            with open(name, "wb") as f:
                f.write(content)
            files.setdefault(program, []).append(name)
    files["to-html"] = files["to-csv"]
    return files


def tables(folder):
    return {os.path.basename(f): open(f, "rb").read() for f in glob.glob(f"{folder}/*.*")}


def one(program, args, file, kind, code, n, clean, old):
    """Runs with the fault at call n: None when the program made fewer calls, else the list of what is wrong."""
    work = tempfile.mkdtemp(dir=TMP)
    folder, mark = f"{work}/d", f"{work}/mark"
    if old is not None:
        shutil.copytree(old, folder)
    env = dict(os.environ, LD_PRELOAD=SHIM, FAULT=kind, FAULT_AT=str(n), FAULT_ERRNO=str(code), FAULT_MARK=mark)
    r = sh([f"{BIN}/{program}", *[a.replace("@", folder) for a in args], file], env=env)
    bad, what = [], os.strerror(code)
    if not os.path.exists(mark):
        shutil.rmtree(work)
        return None
    recovered = kind == "malloc" and not r.returncode and not r.stderr and (r.stdout, tables(folder)) == clean   # tried again, with success
    if kind in UNNOTICED or recovered:
        if r.returncode or r.stderr or (r.stdout, tables(folder)) != clean:
            bad.append("is noticed")
    else:
        said = r.stderr.decode(errors="replace").splitlines()
        if r.returncode != 3:
            bad.append(f"status {r.returncode}")
        if not said or not all(re.match(rf"{program}: ", s) for s in said):
            bad.append("not said in the one form")
        if not any((what if kind != "malloc" else "out of memory") in s for s in said):
            bad.append(f"nobody says {what!r}")
        if kind not in ("read", "open") and not clean[0].startswith(r.stdout):
            bad.append("the output is no begin of the right one")
        whole_rows = set(r.stdout.splitlines()) <= set(clean[0].splitlines())      # or a begin, when reading back its own spool fails
        if kind in ("read", "open") and program == "to-csv" and not whole_rows and not clean[0].startswith(r.stdout):
            bad.append("rows that are not in the right output")
        for name, content in tables(folder).items() if old is not None else ():
            if content not in (clean[1].get(name), tables(old).get(name)):
                bad.append(f"{name} is neither the old one nor the new one")
        if old is not None and len(os.listdir(folder)) != len(tables(folder)):
            bad.append("temporary files stay")
        bad += [f"said: {s}" for s in said[:3]] if bad else []
    shutil.rmtree(work)
    return bad


def case(job):
    (program, args), file, (kind, code) = job
    old = f"{TMP}/old" if "-d" in args else None
    whole = tempfile.mkdtemp(dir=TMP)
    if old:
        shutil.copytree(old, f"{whole}/d")
    r = sh([f"{BIN}/{program}", *[a.replace("@", f"{whole}/d") for a in args], file])
    clean = (r.stdout, tables(f"{whole}/d"))
    n, done, wrong = 1, 0, []
    while n < 100000:
        bad = one(program, args, file, kind, code, n, clean, old)
        if bad is None:
            break
        done += 1
        if bad:
            wrong.append(f"FAILED {program} {' '.join(args)} {os.path.basename(file)}: {kind} {n} ({errno.errorcode.get(code, '')}): " + "; ".join(bad))
        if kind in UNNOTICED:
            break
        n += 1 if kind != "malloc" or n < 12 else STEP
    return done, wrong


files = inputs()
os.mkdir(f"{TMP}/old")
for t in ("meetings", "officials", "directives"):
    with open(f"{TMP}/old/{t}.csv", "w") as f:
        f.write("an old table\n")
programs = [("segment", []), ("tag-entities", []), ("extract-events", []), ("to-csv", []), ("to-csv", ["officials"]), ("to-csv", ["-d", "@"]), ("to-html", [])]
jobs = [(p, f, k) for p in programs for f in files[p[0]] for k in KINDS + [(u, 0) for u in UNNOTICED] if not (k[0] == "malloc" and "large" in f)]
with ThreadPoolExecutor(2) as pool:
    for done, wrong in pool.map(case, jobs):
        passed += done - len(wrong)
        problems += wrong
shutil.rmtree(TMP)
print(*problems[:40], f"{passed} passed, {len(problems)} failed", sep="\n")
sys.exit(bool(problems) or passed < 100)
