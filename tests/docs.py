#!/usr/bin/env python3
"""docs.py: the commands that README.md and man/*.1 show are run as shown; what they are said to print, they print.

README: an indented line whose first word is a program of ours or a plain tool is a command, the indented lines behind it (up to the
next command) are lines of its output, where `...` stands for anything. Man pages: the lines of EXAMPLE(S) are commands, SYNOPSIS is the
usage of --help, and OPTIONS names the options that --help does. Each command runs in a folder that looks like the clone and holds some
pages as *.txt; installing packages and running the tests themselves are left out. Ends with `N passed, N failed`.
"""
import glob, os, re, shutil, subprocess, sys, tempfile

ROOT = os.getcwd()
BIN = os.path.abspath(os.environ.get("BIN", "bin"))
PROGRAMS = sorted(os.path.basename(p)[:-2] for p in glob.glob("man/*.1"))
TOOLS = {"cat", "make", "tests/install.sh", "./pipeline.sh", "zcat", "head", "gzip", "curl", "python3", "soffice", "parallel", "mkdir", "export"}
CRON = re.compile(r"^(?:[-*0-9,/]+\s+){5}")
passed = failed = 0


def check(ok, what, more=""):
    global passed, failed
    passed, failed = passed + bool(ok), failed + (not ok)
    if not ok:
        print(f"FAILED {what}\n{more}".rstrip())


def is_command(line):
    return bool(CRON.match(line)) or line.split()[0] in TOOLS or line.split()[0] in PROGRAMS


def commands_of_readme():
    """[(command, [output line, ...])]"""
    found, lines = [], open("README.md", encoding="utf-8").read().replace("\\\n", " ").splitlines()
    for line in lines:
        if not line.startswith("    "):
            continue
        line = line.strip()
        if is_command(line):
            found.append((line, []))
        elif found:
            found[-1][1].append(line)
        else:
            check(False, f"README.md: neither a command nor the output of one: {line}")
    return found


def section(page, name):
    text = open(page, encoding="utf-8").read()
    m = re.search(rf"^\.SH {name}\n(.*?)(?=^\.SH |\Z)", text, re.S | re.M)
    body = m[1] if m else ""
    return body.replace("\\-", "-").replace("\\(aq", "'").replace("\\e\n", " ").replace("\\e", "\\")


def run(command, folder):
    """The command as shown, less what installs packages or runs these tests; None when nothing is left."""
    command = re.sub(r"^tests/install\.sh && ", "", CRON.sub("", command))
    if "make check" in command or "apt-get" in command:
        return None
    for a, b in (("vnmeet run", "pipeline.sh"), ("/opt/vn/", ROOT + "/"), ("/srv/pages", "samples/input"), ("/srv/", "./"), ("/var/log/", "./"), ("../shared/", "/nonexistent/")):
        command = command.replace(a, b)
    # what a make above hands down would build README's programs its way (with sanitizers, say) in bin/
    handed = {"MAKEFLAGS", "MAKELEVEL", "MFLAGS", "MAKEOVERRIDES", "BIN", "UNIT", "FLAVOUR", "EXTRA", "CFLAGS", "CC", "XLSX"}
    env = {k: v for k, v in os.environ.items() if k not in handed}
    env["PATH"] = BIN + ":" + ROOT + ":" + env["PATH"]
    return subprocess.run(["bash", "-c", "set -o pipefail; " + command], cwd=folder, env=env, stdin=open("samples/input/01-hoi-nghi-quan-triet.txt"),
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", timeout=120)


def folder():
    """A place like the clone: its entries as links, so that what a command writes falls beside them, and three pages as *.txt."""
    d = tempfile.mkdtemp()
    for e in os.listdir("."):
        if e not in ("out", ".git"):
            os.symlink(f"{ROOT}/{e}", f"{d}/{e}")
    for f in sorted(glob.glob("samples/input/*.txt"))[:3]:
        shutil.copy(f, d)
    return d


def shown(command, output, where):
    d = folder()
    try:
        r = run(command, d)
    finally:
        shutil.rmtree(d)
    if r is None:
        return
    check(r.returncode == 0, f"{where}: status {r.returncode}: {command}", r.stderr)
    lines = r.stdout.splitlines()
    for want in output:
        pattern = ".*".join(map(re.escape, want.split("...")))
        at = next((i for i, l in enumerate(lines) if re.search(pattern, l)), None)
        check(at is not None, f"{where}: not in the output of `{command}`: {want}")
        lines = lines[at + 1:] if at is not None else lines


for command, output in commands_of_readme():
    shown(command, output, "README.md")
for name in PROGRAMS:
    page = f"man/{name}.1"
    for line in section(page, "EXAMPLES?").splitlines():
        if line and not line.startswith(".") and is_command(line.strip()):
            shown(line.strip().replace("\\-", "-"), [], page)
    program = f"{BIN}/{name}" if os.path.exists(f"{BIN}/{name}") else f"./{name}"
    usage = subprocess.run([program, "-h"], stdout=subprocess.PIPE, encoding="utf-8", check=True).stdout
    first = section(page, "SYNOPSIS").split("\n.br")[0]   # further forms behind .br are for reading
    synopsis = " ".join(re.sub(r"^\.[A-Z]+ ", "", l) for l in first.splitlines())
    check(usage.splitlines()[0] == "usage: " + " ".join(synopsis.replace("\\-", "-").split()), f"{page}: SYNOPSIS is not the usage of --help", usage.splitlines()[0])
    options = set(re.findall(r"--[a-z-]+", section(page, "OPTIONS").replace("\\-", "-")))
    there = set(re.findall(r"(?<![\w-])--[a-z-]+", usage))
    check(options == there, f"{page}: OPTIONS and --help differ: {sorted(options ^ there)}")
print(f"{passed} passed, {failed} failed")
sys.exit(failed != 0)
