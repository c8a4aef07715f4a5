#!/usr/bin/env python3
"""completions.py bash|zsh PROGRAM...: completions on standard output, from what each PROGRAM's --help prints, which is its option table.

An option's argument says what completes it: DIR directories, FILE files, `a|b|c` these words, all else nothing. Words in the usage
line ([meetings|officials]) complete operands, besides files. pipeline.sh is also `vnmeet run`."""
import re
import subprocess
import sys

OPTION = re.compile(r"  (?:-(?P<letter>.), |    )--(?P<name>[a-z-]+)(?: (?P<argument>\S+))?  +(?P<help>.+)")


def program(path):
    text = subprocess.run([path, "--help"], check=True, capture_output=True, text=True).stdout.splitlines()
    options = []
    for line in text[3:]:
        m = OPTION.fullmatch(line)
        if not m:
            sys.exit(f"completions.py: {path} --help: not an option line: {line!r}")
        options.append(m.groupdict())
    words = [w for group in re.findall(r"\[([a-z|-]+)\]", text[0]) for w in group.split("|") if not w.startswith("-")]
    return {"name": path.rsplit("/", 1)[-1], "about": text[1], "options": options, "words": words}


def flags(p):
    return [f for o in p["options"] for f in ([f"-{o['letter']}"] if o["letter"] else []) + [f"--{o['name']}"]]


def values(argument):
    if re.fullmatch(r"[a-z0-9]+(\|[a-z0-9]+)+", argument):
        return argument.split("|")
    return {"DIR": "/", "FILE": "files"}.get(argument, "")


def bash(programs):
    print("# bash completion for vnmeet and its programs, made from their option tables; do not edit\n_vnmeet() {")
    print("\tlocal cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[0]##*/} options words='' value=-")
    print("\tif [ \"$command\" = vnmeet ]; then\n\t\tif [ \"$COMP_CWORD\" = 1 ]; then")
    print(f"\t\t\tmapfile -t COMPREPLY < <(compgen -W '{' '.join(commands(programs))} help --exec-path --help --version' -- \"$cur\")")
    print("\t\t\treturn\n\t\tfi\n\t\tcommand=${COMP_WORDS[1]}\n\t\t[ \"$command\" != help ] || words='" + " ".join(commands(programs)) + "'\n\tfi")
    print("\t[ \"$prev\" != = ] || prev=${COMP_WORDS[COMP_CWORD - 2]}\n\t[ \"$cur\" != = ] || cur=''\n\tcase $command in")
    for p in programs:
        print(f"\t{' | '.join(names(p))})\n\t\toptions='{' '.join(flags(p))}' words='{' '.join(p['words'])}'\n\t\tcase $prev in")
        for o in p["options"]:
            if o["argument"]:
                v = values(o["argument"])
                given = [f"-{o['letter']}"] if o["letter"] else []
                print(f"\t\t{' | '.join(given + ['--' + o['name']])}) value='{v if isinstance(v, str) else ' '.join(v)}' ;;")
        print("\t\tesac ;;")
    print("""	esac
	case $value in
	-) case $cur in
		-*) mapfile -t COMPREPLY < <(compgen -W "$options" -- "$cur") ;;
		*) mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur"; compgen -f -- "$cur") ;;
		esac ;;
	/) mapfile -t COMPREPLY < <(compgen -d -- "$cur") ;;
	files) mapfile -t COMPREPLY < <(compgen -f -- "$cur") ;;
	*) mapfile -t COMPREPLY < <(compgen -W "$value" -- "$cur") ;;
	esac
}""")
    print(f"complete -o filenames -F _vnmeet vnmeet {' '.join(p['name'] for p in programs)}")


def quoted(text):
    return "'" + text.replace("'", "'\\''") + "'"


def zsh(programs):
    print(f"#compdef vnmeet {' '.join(p['name'] for p in programs)}\n# made from the programs' option tables; do not edit")
    print("_vnmeet_program() {\n\tcase $1 in")
    for p in programs:
        print(f"\t{'|'.join(names(p))}) _arguments -s -S \\")
        for o in p["options"]:
            text = re.sub(r"([\[\]:\\])", r"\\\1", o["help"])
            v = values(o["argument"] or "")
            action = "" if not o["argument"] else f":{o['argument'].replace('|', ' ')}:" + (
                {"/": "_files -/", "files": "_files", "": " "}[v] if isinstance(v, str) else f"({' '.join(v)})")
            long = f"--{o['name']}" + ("=" if o["argument"] else "")
            if o["letter"]:
                short = f"-{o['letter']}" + ("+" if o["argument"] else "")
                print(f"\t\t'(-{o['letter']} --{o['name']})'{{{short},{long}}}{quoted(f'[{text}]{action}')} \\")
            else:
                print(f"\t\t{quoted(f'{long}[{text}]{action}')} \\")
        if p["words"]:
            print(f"\t\t'1:table or file:_alternative \"words:word:({' '.join(p['words'])})\" \"files:file:_files\"' \\")
        print("\t\t'*:file:_files' ;;")
    print("\tesac\n}")
    print("if [[ $service != vnmeet ]]; then\n\t_vnmeet_program $service\nelif (( CURRENT == 2 )); then\n\tlocal -a commands=(")
    for p in programs:
        print(f"\t\t{quoted(commands([p])[0] + ':' + p['about'])}")
    print("\t\t'help:show a manual page'\n\t)\n\t_describe command commands\nelse\n\tshift words\n\t(( CURRENT-- ))\n\t_vnmeet_program $words[1]\nfi")


def names(p):
    return [p["name"], "run"] if p["name"] == "pipeline.sh" else [p["name"]]


def commands(programs):
    return [names(p)[-1] for p in programs]


{"bash": bash, "zsh": zsh}[sys.argv[1]]([program(a) for a in sys.argv[2:]])
