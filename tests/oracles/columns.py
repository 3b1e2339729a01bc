# SPDX-License-Identifier: MIT
"""usage: columns.py GOALSHEET SOURCE_DIR     what is laid out for a terminal of 60 or 80 columns fits it, in both languages"""
import os, pathlib, re, subprocess, sys, unicodedata

goalsheet, source = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
EXCERPT = re.compile(r"^  \S+ \| |^ +\| *\^")
COLOR = re.compile(r"\x1b\[[0-9;]*m")
old, new = "number-in-cell/r6-kodomo-mirai.html", "number-column/r7-kodomo-mirai.html"
pages = [new, "row-per-measure/r5-kankyo.html", "two-tables/r6-kensetsu.html", "cp932/r7-fukushi.html"]


def width(text):
    """columns of a terminal: two for wide and full-width characters, none for those that combine"""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def run(arguments, columns, lang):
    env = {**os.environ, "LANG": lang, "COLUMNS": str(columns)}
    env.pop("LC_ALL", None)
    done = subprocess.run([goalsheet, *arguments], cwd=source / "samples", env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode not in (0, 1):
        sys.exit(f"goalsheet {' '.join(arguments)}: exit {done.returncode}\n{done.stderr.decode()}")
    return COLOR.sub("", done.stdout.decode("utf-8")).splitlines()


commands = re.findall(r"^  (\w+) {2,}", subprocess.run([goalsheet, "help"], capture_output=True, text=True, env={**os.environ, "LANG": "en_US.UTF-8"}).stdout, flags=re.M)
codes = re.findall(r"^  (GS\d+) ", subprocess.run([goalsheet, "rules"], capture_output=True, text=True).stdout, flags=re.M)
if len(commands) < 10 or len(codes) < 50:
    sys.exit(f"found {len(commands)} commands and {len(codes)} rules only")
whole = [["help"], ["--help"], ["help", "limits"], ["rules"], ["form", "learn", "--help"], ["form", "check", "--help"],
         ["diff", *pages], ["diff", "--explain", *pages], ["diff", "--color", "always", *pages],
         ["compare", old, new], ["compare", "--color", "always", old, new],
         ["form", "check", str(source / "schemas/forms/ueda.json"), *pages]]
whole += [["help", command] for command in commands] + [["rules", code] for code in codes]
excerpts = [["validate", "draft/kanko.html", *pages], ["validate", "--color", "always", "draft/kanko.html"]]

failed, lines = [], 0
for lang in ("ja_JP.UTF-8", "en_US.UTF-8"):
    for columns in (60, 80):
        for arguments in whole + excerpts:
            shown = [line for line in run(arguments, columns, lang) if arguments in whole or EXCERPT.match(line)]
            lines += len(shown)
            failed += [f"{lang} {columns} goalsheet {' '.join(arguments[:4])}: {width(line)} columns\n  {line}" for line in shown if width(line) > columns]
print("\n".join(failed[:40]))
print(f"{lines} lines, {len(failed)} too long")
sys.exit(bool(failed) or lines < 1000)
