#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""usage: scaling.py GOALSHEET [NAME...]     runs each command over 1x, 2x and 4x of shapes that were once worse than linear
and fails where processor time grows by more than 1.3 times what the input does"""
import json, os, pathlib, resource, subprocess, sys, tempfile

ALLOWED = 1.3
NOISE = 0.05  # seconds that starting a program and the clock may be off
LONGEST = 120
META = "<!DOCTYPE html><meta charset=utf-8>"
COLUMNS = "<tr><td>取組項目<td>期限<td>数値目標<td>中間報告<td>期末報告"
ITEM = "<tr><td>①剪定<td>3月<td>7本<td>2本<td>"


def head(goal="街路樹を守る", department="公園部", rank=1):
    return f"<tr><td>重点目標<td>{goal}<td>部局名<td>{department}<td>優先順位<td>{rank}位"


def sheets(count, department=lambda i: "公園部", rank=lambda i: i % 90 + 1, extra=""):
    return META + "".join(f"<table>{head(f'目標{i}', department(i), rank(i))}{extra}{COLUMNS}{ITEM}</table>" for i in range(count))


def items(count):
    rows = "".join(f"<tr><td>{i % 20 + 1}. 教室{i}<td>随時<td>検討<td>{i // 2}回<td>" for i in range(count))
    return f"{META}<table>{head()}{COLUMNS}{rows}</table>"


def headings(count):
    return f"{META}<table>{head()}<tr><td>総合計画における位置付け<td>{'第1編 み ' * count}{COLUMNS}{ITEM}</table>"


def alignments(count, word):
    rows = "".join(f"<tr><td>{word}{i}における位置付け<td>第{i}編" for i in range(count))
    return f"{META}<table>{head()}{rows}{COLUMNS}{ITEM}</table>"


def ignores(count):
    return json.dumps({"ignore": [{"rule": "GS3", "goal": f"目標{i}", "reason": "r"} for i in range(count)]}, ensure_ascii=False)


def one_item(count):
    lines = ["<br>".join(f"({i + 1}) {word}" for i in range(count)) for word in ("枝を払う", "7本", "2本")]
    return f"{META}<table>{head()}{COLUMNS}<tr><td>①剪定<br>{lines[0]}<td>3月<td>{lines[1]}<td>{lines[2]}<td></table>"


def form(label):
    return json.dumps({"name": "x", "extends": "standard", "fields": [{"field": "goal", "labels": [label]}]}, ensure_ascii=False)


PLAN = "<tr><td>総合計画における位置付け<td>第1編 まち 第2章 みち 第3節 みず"
TSV_HEAD = "重点目標\t緑\t部局名\t環境部\t優先順位\t1位\n取組項目\t期限\t数値目標\t中間報告\t期末報告\n"
SHAPES = {
    "many sheets": (2000, lambda n: {"a.html": sheets(n)}, "validate a.html"),
    "repeated goal rows": (4000, lambda n: {"a.html": META + "<table>" + head() + "<tr><td>重点目標<td>x" * n + "</table>"}, "validate a.html"),
    "plan references": (1000, lambda n: {"a.html": sheets(n, extra=PLAN)}, "validate a.html"),
    "plan headings": (2000, lambda n: {"a.html": headings(n)}, "validate a.html"),
    "priority gaps": (1000, lambda n: {"a.html": sheets(2 * n, lambda i: f"部{i // 2}x", lambda i: 1 + 8 * (i % 2))}, "validate a.html"),
    "alignments": (2000, lambda n: {"a.html": alignments(n, "計画"), "b.html": alignments(n, "別計")}, "compare a.html b.html"),
    "template names": (500, lambda n: {"a.html": items(n)}, "template a.html -o out.xlsx --year 2026"),
    "exceptions": (1000, lambda n: {"a.html": items(n), "c.json": ignores(n)}, "validate a.html --config c.json"),
    "rows under one cell": (2500, lambda n: {"a.html": f"{META}<table>{head()}{COLUMNS}<tr><td rowspan=65534>①x<td rowspan=65534>1<td>2" + "<tr><td>a<td>b" * n}, "validate a.html"),
    "cells of text": (20000, lambda n: {"a.txt": TSV_HEAD + ("a\t" * 10 + "\n") * (n // 10)}, "export a.txt --to json -o o.json"),
    "items to a workbook": (1000, lambda n: {"a.html": items(n)}, "export a.html -o o.xlsx"),
    "items held together": (1000, lambda n: {"a.html": items(n)}, "diff a.html"),
    "measures of one item": (225, lambda n: {"a.html": one_item(n)}, "validate a.html"),
    "more measures than numbers": (300, lambda n: {"a.html": one_item(n)}, "validate a.html"),
    "sheets of few departments": (500, lambda n: {"a.html": sheets(n, lambda i: "公水緑"[i % 3] + "部")}, "validate a.html"),
    "sheets held together": (500, lambda n: {"a.html": sheets(n), "b.html": sheets(n).replace("目標", "緑の目標")}, "compare a.html b.html"),
    "a long label of a form": (200000, lambda n: {"a.html": sheets(5), "f.json": form("目" * n)}, "validate a.html --form f.json"),
    "fields without a place": (1000, lambda n: {"a.html": META + "<table>" + head() + "<tr><td>謎の欄<td>x" * n + COLUMNS + ITEM + "</table>"}, "validate a.html"),
    "items added up": (1000, lambda n: {"a.html": items(n)}, "summary a.html -o s.html"),
}


def seconds(program, files, command):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            pathlib.Path(folder, name).write_text(text, encoding="utf-8")
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([program, "-j1", "-q", *command.split()], cwd=folder, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL, timeout=LONGEST, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    program = os.path.abspath(sys.argv[1])
    wanted = sys.argv[2:]
    slow = []
    for name, (size, make, command) in SHAPES.items():
        if wanted and not any(word in name for word in wanted):
            continue
        times = [min(seconds(program, make(size * times), command) for _ in range(2)) for times in (1, 2, 4)]
        linear = times[2] <= 4 * ALLOWED * max(times[0], NOISE) and times[2] <= 2 * ALLOWED * max(times[1], NOISE)
        print(f"{name:24} {'  '.join(f'{one:7.2f} s' for one in times)}  {'' if linear else 'ABOVE LINEAR'}", flush=True)
        if not linear:
            slow.append(name)
    print(f"{len(SHAPES) if not wanted else 'chosen'} shapes, {len(slow)} above {ALLOWED} times linear")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
