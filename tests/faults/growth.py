#!/usr/bin/env python3
"""growth.py [-v] [-tTIMES] [CASE...]: inputs made to be slow on. Four times as much of one may cost a program at most six times the processor time
(linear is four, quadratic sixteen); no absolute time is asked for. Each program is measured on what the one before it wrote.
-t takes so many times the sizes below. KNOWN holds what is not linear today; one that has become so must leave it. Ends with `N passed, N failed`."""
import os, resource, subprocess, sys, tempfile

BIN, MOST, TRIES = os.environ.get("BIN", "bin"), 6.0, 4
FLOOR = 0.02        # seconds of start-up and chance that are given free
KNOWN = {}          # (case, program): what it does too often
SURNAMES = "Nguyễn Trần Lê Phạm Hoàng Vũ Đặng Bùi Đỗ Hồ".split()
GIVEN = "An Bình Cường Dũng Giang Hà Khánh Lan Minh Nga Oanh Phúc Quang Sơn Tâm Uyên Vinh Xuân Yến Thảo".split()
HEAD = "Tin trong ngày của tỉnh\n\n"


def name(i):
    return f"{SURNAMES[i % 10]} {GIVEN[i // 10 % 20]} {GIVEN[i // 200 % 20]} {GIVEN[i // 4000 % 20]}"


def cited(i):
    return f"Chỉ thị số {i}-CT/TW, ngày {i % 28 + 1}/{i % 12 + 1}/2020 của Ban Bí thư"


CASES = {  # name: (text of n pieces, n)
    "one-line": (lambda n: "đường làng quanh co " * n, 200_000),        # 64 MiB at -t3, four times
    "names-in-a-sentence": (lambda n: HEAD + "Dự hội nghị có các đồng chí: " + ", ".join(map(name, range(n))) + ".\n", 2500),
    "dates-in-a-sentence": (lambda n: HEAD + "Các ngày " + ", ".join(f"{i % 28 + 1}/{i % 12 + 1}/{2000 + i % 25}" for i in range(n)) + " đều có họp.\n", 4000),
    "citations": (lambda n: HEAD + "Thực hiện " + ", ".join(map(cited, range(n))) + ".\n", 2500),
    "nested-quotes": (lambda n: HEAD + "Thực hiện Chỉ thị số 12-CT/TW " + '"về việc “về ' * n + "a" + '” "' * n + ".\n", 20_000),
    "short-lines": (lambda n: "".join(f"{i} dòng\n" for i in range(n)), 25_000),
    "citations-in-sentences": (lambda n: HEAD + "".join(f"{cited(i)} được nhắc lại.\n" for i in range(n)), 2500),
    "persons-in-sentences": (lambda n: HEAD + "".join(f"Ông {name(i)}, Chủ tịch UBND xã phát biểu.\n" for i in range(n)), 2500),
    "one-person": (lambda n: HEAD + "".join(f"Ông Lê Bá Hoan, Chủ tịch UBND xã phát biểu lần {i}.\n" for i in range(n)), 3000),
    "names-and-titles": (lambda n: HEAD + "Dự hội nghị có các đồng chí: " + "; ".join(name(i) + ", Chủ tịch UBND xã" for i in range(n)) + ".\n", 2500),
    "meetings": (lambda n: HEAD + "".join(f"Sáng {i % 28 + 1}/{i % 12 + 1}/2021, Đảng ủy xã Tân {GIVEN[i % 20]} tổ chức hội nghị bàn việc số {i}.\n" for i in range(n)), 3000),
    "bodies": (lambda n: HEAD + "Ủy ban nhân dân " * n + ".\n", 20_000),
    "commas": (lambda n: HEAD + "Sở Văn hóa, Thể thao và Du lịch, " * n + ".\n", 10_000),
    "capitals": (lambda n: HEAD + "Ông " + "Nguyễn Văn An Bình " * n + ".\n", 20_000),
    "brackets": (lambda n: HEAD + "Hội nghị (" * n + "a" + ")" * n + ".\n", 10_000),
    "dots": (lambda n: HEAD + "a." * n + "\n", 20_000),
    "decimals": (lambda n: HEAD + "1.2" * n + "\n", 20_000),
    "ellipses": (lambda n: HEAD + "rồi ... " * n + "\n", 30_000),
    "blank-lines": (lambda n: "a\n" + "\n" * n + "b\n", 300_000),
    "form-feeds": (lambda n: "Tin trong ngày của tỉnh\n\f" * n, 10_000),
    "dashes": (lambda n: HEAD + "Chỉ thị số " + "12-" * n + ".\n", 40_000),
}
PROGRAMS = (["segment"], ["tag-entities"], ["extract-events"], ["to-csv", "officials"])


def cost(program, source, target):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with open(source) as i, open(target, "w") as o:
        code = subprocess.run([f"{BIN}/{program[0]}", *program[1:]], stdin=i, stdout=o, stderr=subprocess.DEVNULL, timeout=120).returncode
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if code not in (0, 1):
        sys.exit(f"growth.py: {program[0]} ends with status {code}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def ratio(program, small, large, folder):
    """The best of some tries: what else runs on the machine only ever adds."""
    a, b = 9e9, 9e9
    for _ in range(TRIES):
        a, b = min(a, cost(program, small, f"{folder}/small.out")), min(b, cost(program, large, f"{folder}/large.out"))
        if (b - FLOOR) / a <= MOST:
            break
    return max(b - FLOOR, 0) / a, a, b


def main():
    verbose, scale = "-v" in sys.argv, next((int(a[2:]) for a in sys.argv[1:] if a.startswith("-t")), 1)
    names = [a for a in sys.argv[1:] if a[0] != "-"] or list(CASES)
    passed = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for case in names:
            text, n = CASES[case]
            for size, times in (("small", 1), ("large", 4)):
                with open(f"{folder}/{size}", "w") as f:
                    f.write(text(n * times * scale))
            for program in PROGRAMS:
                r, a, b = ratio(program, f"{folder}/small", f"{folder}/large", folder)
                known = KNOWN.get((case, program[0]))
                ok = r > MOST if known else r <= MOST
                passed, failed = passed + ok, failed + (not ok)
                if verbose or not ok:
                    print(f"{'' if ok else 'FAILED '}{case} {program[0]}: {a:.2f} s -> {b:.2f} s, x{r:.1f}{' known: ' + known if known else ''}")
                if known and not ok:
                    print(f"    it is linear now: remove it from KNOWN of {sys.argv[0]}")
                for size in ("small", "large"):
                    os.replace(f"{folder}/{size}.out", f"{folder}/{size}")
    print(f"{passed} passed, {failed} failed")
    return failed != 0


sys.exit(main())
