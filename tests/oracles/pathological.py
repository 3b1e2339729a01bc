# SPDX-License-Identifier: MIT
"""usage: pathological.py GOALSHEET SOURCE_DIR     inputs that crash, hang or fill other readers: each has a time and a memory limit"""
import json, os, pathlib, resource, subprocess, sys, tempfile

from bombs import processor_seconds

goalsheet, source = sys.argv[1:3]
SECONDS = 10
PATIENCE = 120  # what runs longer waits for something
MEBIBYTES = 2048

HEAD = "<meta charset=utf-8><table><tr><td>重点目標<td>緑を守る<td>部局名<td>環境部<td>優先順位<td>1位"
COLUMNS = "<tr><td>取組項目<td>期限<td>数値目標<td>中間報告<td>期末報告"


def sheet(target="5本", more="", above=""):
    return f"{above}{HEAD}{more}{COLUMNS}<tr><td>①植える<td>3月<td>{target}<td>2本<td></table>"


def text(rows):
    return "重点目標\t緑を守る\t部局名\t環境部\t優先順位\t1位\n取組項目\t期限\t数値目標\t中間報告\t期末報告\n" + rows


JIS = sheet().replace("utf-8", "iso-2022-jp").replace("①", "1 ").encode("iso-2022-jp")
GOOD = sheet().encode()
HTML = {
    "100,000 nested div around a sheet": sheet(above="<div>" * 100_000),
    "100,000 nested div in a cell": sheet("<div>" * 100_000 + "5本"),
    "20,000 nested b with an attribute": sheet("<b id=i>" * 20_000 + "5本"),
    "10,000 font never closed": sheet(above="<p><font color=i>" * 10_000),
    "20,000 nested tables": sheet("<table><tr><td>" * 20_000 + "5本"),
    "100,000 cells never closed": sheet("5本" + "<td>" * 100_000),
    "50,000 item rows": sheet("5本" + "<tr><td>①x<td>1<td>2" * 50_000),
    "100,000 attributes": sheet(above="<div " + " ".join(f"a{i}=1" for i in range(100_000)) + ">"),
    "an attribute of 10 MB": sheet(above=f"<div title='{'x' * 10_000_000}'>"),
    "a cell of 10 MB": sheet("あ" * 3_500_000),
    "a cell of 10 MB without kana": sheet("1" * 10_000_000),
    "2,000 cells that span everything": sheet() + "<table>" + "<tr><td colspan=1000 rowspan=65534>" * 2_000 + "</table>",
    "a span of millions in the sheet": sheet(more="<tr><td colspan=99999999 rowspan=9999999>" * 300),
    "overlapping spans": sheet(more="<tr>" + "<td rowspan=3 colspan=2>a<td rowspan=2>b" * 400 + "<tr><td colspan=900>c" * 20),
    "spans of zero, minus and letters": sheet(more="<tr><td colspan=0 rowspan=0>a<td colspan=-1>b<td rowspan=x>c<td colspan=1e9>d"),
    "300,000 references": sheet("&amp;" * 300_000),
    "references without end": sheet("&#" + "9" * 1_000_000 + "&#x" + "f" * 1_000_000 + "&" + "a" * 1_000_000),
    "300,000 open brackets": sheet("(" * 300_000),
    "100,000 pairs of brackets": sheet("（５本）" * 100_000),
    "50,000 numbered parts": sheet("<br>".join(f"({i % 99 + 1}) あ" for i in range(50_000))),
    "100,000 numbers in a target": sheet("、".join(f"{i}本" for i in range(100_000))),
    "100,000 SDG numbers": sheet(more="<tr><td>SDGs<td>" + "3 " * 100_000),
    "300,000 less-than signs": sheet("<" * 300_000),
    "NUL bytes": sheet("5\0本\0"),
    "a comment that never ends": sheet("5本<!-- "),
    "100,000 comments": sheet("<!-- -->" * 100_000 + "5本"),
    "a script that never ends": sheet() + "<script>" + "x" * 1_000_000,
    "template, svg, math, noscript, select in cells":
        sheet("<template><table><tr><td>x</table></template><svg><td>y</svg><math><mi>z</math><noscript>n</noscript><select><td>s</select>5本"),
    "frames around a sheet": "<frameset><frame src=x></frameset>" + sheet(),
    "a table in each of 5,000 cells": sheet("".join(f"<table><tr><td>{i}</table>" for i in range(5_000))),
    "1,000 sheets, each in the last cell of the one before": sheet().removesuffix("</table>") * 1_000,
    "5,000 sheets in a cell": sheet(sheet() * 5_000),
    "1,000 nested tables with a sheet in each": sheet(("<table><tr><td>" + sheet()) * 1_000),
    "10,000 captions": sheet(above="").replace("<table>", "<table>" + "<caption>題</caption>" * 10_000),
    "100,000 lists in a cell": sheet("<ul><li>あ</ul>" * 100_000),
    "a line of 50,000 ruby texts": sheet("<ruby>木<rt>き</rt></ruby>" * 50_000),
    "a million spaces": sheet(" " * 1_000_000 + "5本" + "　" * 300_000),
    "a million combining marks": sheet("は" + "\u3099" * 300_000),
    "direction marks and joiners": sheet("\u202e\u200d\ufeff\u2066" * 50_000 + "5本"),
    "5,000 sheets": sheet() * 5_000,
}
TEXT = {
    "200,000 cells in a row": text("①\t" * 200_000),
    "500,000 lines behind a row": text("あ\n" * 500_000),
    "a line of 20 MB": text("①植える\t3月\t" + "本" * 7_000_000 + "\t\t\n"),
    "100,000 sheets' first rows": text("") * 20_000,
}
BYTES = {
    "every byte value": GOOD.replace("5本".encode(), bytes(range(256))),
    "overlong and truncated UTF-8": GOOD.replace("5本".encode(), b"\xc0\xaf\xe0\x80\xaf\xf0\x80\x80\xaf\xed\xa0\x80\xf4\x90\x80\x80\xe6\x9c"),
    "half a CP932 character at the end": sheet().replace("utf-8", "Shift_JIS").encode("cp932") + b"\x88",
    "UTF-16 with an odd byte": b"\xff\xfe" + sheet().encode("utf-16-le") + b"\x00",
    "ISO-2022-JP": JIS,
    "escape sequences that never end": JIS + b"\x1b$B" * 100_000,
    "random bytes": bytes((i * i * 31 + i // 7) % 256 for i in range(300_000)),
    "20 MB of brackets": b"<" * 20_000_000,
}


def limited():
    resource.setrlimit(resource.RLIMIT_AS, (MEBIBYTES << 20, MEBIBYTES << 20))


def fault(name, path):
    started = processor_seconds()
    try:
        run = subprocess.run([goalsheet, "export", str(path), "--lang", "en"], capture_output=True, timeout=PATIENCE, preexec_fn=limited)
    except subprocess.TimeoutExpired:
        return f"still running after {PATIENCE} s"
    spent = processor_seconds() - started
    slow.append((spent, name))
    if spent > SECONDS: return f"took {spent:.1f} s of the processor"
    if run.returncode not in (0, 2): return f"exit {run.returncode}: {run.stderr[:200]!r}"
    if run.returncode == 2 and not run.stderr: return "exit 2 without a word"
    if b"internal error" in run.stderr: return run.stderr.decode()[:200]
    if run.stdout: json.loads(run.stdout)
    if run.returncode == 0 and not run.stdout: return "exit 0 without a result"
    return None


slow = []
faults = 0
inputs = [(n, t.encode(), ".html") for n, t in HTML.items()] + [(n, t.encode(), ".txt") for n, t in TEXT.items()]
inputs += [(n, b, ".html") for n, b in BYTES.items()]
with tempfile.TemporaryDirectory(prefix="goalsheet-pathological-") as folder:
    for name, data, ending in inputs:
        path = pathlib.Path(folder, "page" + ending)
        path.write_bytes(data)
        found = fault(name, path)
        if found: print(f"FAILED: {name}: {found}")
        faults += found is not None
print(f"{len(inputs)} inputs, {faults} failed, at most {SECONDS} s and {MEBIBYTES} MiB each; the slowest:")
for spent, name in sorted(slow, reverse=True)[:8]: print(f"  {spent:5.2f} s  {name}")
sys.exit(faults > 0)
