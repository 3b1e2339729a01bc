# SPDX-License-Identifier: MIT
"""usage: hostile_fields.py GOALSHEET SOURCE_DIR     every field of a sheet with words that a log, a spreadsheet, a browser or a terminal
would obey, through every command and format, and files named so: none comes out as an order"""
import csv, html, io, json, os, pathlib, re, subprocess, sys, tempfile, zipfile

goalsheet = os.path.abspath(sys.argv[1])
ORDERS = ["::stop-commands::x", "##[error]x", " ::add-mask::x", "\u3000::warning::x", "##vso[task.setvariable]x", "=1+2", "＝1+2", "+1+2", "＋CMD",
          "@SUM(1)", "＠SUM(1)", "-2+3", "−2+3", "－2+3", "=HYPERLINK(\"http://x\")", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>",
          "[a](javascript:alert(1))", "| a | b |", "# a", "\x1b[31mred", "\x9b31m", "\u202eabc", "\u061cabc", "\U000e0001abc", "\u2028::error::x", "']}{;`$(id)", "%0A::error::x"]
FIELDS = ("goal", "department", "rank", "plan", "situation", "purpose", "sdgs", "title", "action", "deadline", "target", "midterm", "final", "effects", "label")
FORMS = (("export", "txt csv md html json ndjson xlsx", "--to {} a.html"), ("validate", "text github json sarif junit gitlab rdjson", "--format {} a.html"),
         ("diff", "text csv md json ndjson", "--format {} a.html"), ("compare", "text md json html", "a.html b.html --format {}"),
         ("summary", "md csv json html xlsx", "--to {} a.html"))
# Where a file's name is said.
NAMED = (("export", "csv", "--to csv"), ("export", "md", "--to md"), ("validate", "text", "--format text"), ("validate", "github", "--format github"),
         ("validate", "sarif", "--format sarif"), ("diff", "csv", "--format csv"), ("diff", "text", "--format text"), ("summary", "md", "--to md"),
         ("form learn", "text", ""))


def page(order, field, figure="12件"):
    words = {name: "水道" + name for name in FIELDS} | {"rank": "1位", "target": f"点検 {figure}", "midterm": "点検 5件", "final": "", "deadline": "年度末", "sdgs": "6 安全な水とトイレを世界中に"}
    words[field] = order
    w = {name: html.escape(text) for name, text in words.items()}
    return f"""<!DOCTYPE html><meta charset="utf-8"><title>水道部の重点目標（令和7年度）</title><h3>令和7年度 重点目標管理シート</h3><table>
<tr><td>重点目標<td>{w['goal']}<td>部局名<td>{w['department']}<td>優先順位<td>{w['rank']}<tr><td>総合計画における位置付け<td colspan=5>{w['plan']}
<tr><td>現況・課題<td colspan=5>{w['situation']}<tr><td>{w['label']}<td colspan=5>欄の文<tr><td>目的・効果<td colspan=2>{w['purpose']}<td>該当するSDGsの目標<td colspan=2>{w['sdgs']}
<tr><td>取組項目<td>方法・手段<td>期限<td>数値目標<td>中間報告<td>期末報告<tr><td>①{w['title']}<td>(1) {w['action']}<br>{w['action']}<td>{w['deadline']}<td>{w['target']}<td>{w['midterm']}<td>{w['final']}
<tr><td>取組による効果・残された課題<td colspan=5>{w['effects']}</table>"""


NUMBER = re.compile(r"^[-－−＋+]?[0-9０-９][0-9０-９,，.．]*[%％]?$|^[-－−]$")
JSON_KINDS = ("json", "ndjson", "sarif", "gitlab", "rdjson")
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\U000e0000-\U000e007f]")


def complain(kind, out):
    """What would be obeyed in an output of a kind, or nothing."""
    if kind in ("text", "txt", "md", "csv", "note", "github"):
        for line in re.split("[\n\r]" if kind == "csv" else "[\n\r\u2028\u2029]", out):
            shown = line.strip(" \t\u3000\u00a0\ufeff")
            if kind != "github" and shown.startswith("::"): return f"a command: {line[:60]!r}"
            if kind == "github" and shown.startswith("::") and not re.match(r"::(error|warning|notice|group|endgroup|stop-commands|debug)\b", shown): return f"a command: {line[:60]!r}"
    # A line that is a command is nothing else.
    if found := re.search(r"^(?!::).*##(vso)?\[", out, re.MULTILINE): return f"a command: {found[0]}"
    if kind in ("text", "note", "github") or kind in JSON_KINDS:
        if found := CONTROLS.search(out): return f"a control: {found[0]!r}"
    if kind in ("csv", "txt"):
        for row in csv.reader(io.StringIO(out), delimiter="," if kind == "csv" else "\t"):
            for field in row:
                if field.lstrip(" \t\r\n\u3000")[:1] in tuple("=＝+＋-－@＠") and not NUMBER.match(field.strip()): return f"a formula: {field[:40]!r}"
    if kind in ("html", "md") and re.search(r"(?<!\\)<script>alert|(?<!\\)<img src=x", out): return "live markup"
    if kind == "md" and re.search(r"(?<!\\)\[a\]\(javascript", out): return "a live link"
    if kind in JSON_KINDS:
        for text in out.splitlines() if kind == "ndjson" else [out]: json.loads(text)
    return None


def cells_of(book):
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        return "".join(parts.read(name).decode() for name in parts.namelist() if "worksheets/" in name and name.endswith(".xml"))


faults = runs = 0


def check(folder, kind, what, *arguments):
    global faults, runs
    runs += 1
    done = subprocess.run([goalsheet, "--lang", "ja", *arguments], cwd=folder, capture_output=True, timeout=60)
    said = complain("note", done.stderr.decode())
    if kind == "xlsx":
        found = "a formula" if done.returncode == 0 and re.search(r"<f>(1\+2|CMD|SUM|2\+3|HYPERLINK)", cells_of(done.stdout)) else None
    else:
        found = complain(kind, done.stdout.decode())
    if done.returncode not in (0, 1, 2): found = f"exit {done.returncode}"
    for fault in filter(None, (found, said)):
        faults += 1
        if faults <= 20: print(f"{arguments[0]} {kind}, {what}: {fault}")


with tempfile.TemporaryDirectory(prefix="goalsheet-hostile-") as folder:
    for index, order in enumerate(ORDERS):
        # Every field with the first order, three with each of the others: all with all takes minutes.
        for field in FIELDS if index == 0 else [FIELDS[(index + k * 5) % len(FIELDS)] for k in range(3)]:
            pathlib.Path(folder, "a.html").write_text(page(order, field), encoding="utf-8")
            pathlib.Path(folder, "b.html").write_text(page(order + "改", field, "15件"), encoding="utf-8")
            for command, kinds, arguments in FORMS:
                for kind in kinds.split() if field == FIELDS[index % len(FIELDS)] else kinds.split()[:2]:
                    check(folder, kind, f"{field} = {order!r}", command, *arguments.format(kind).split())
with tempfile.TemporaryDirectory(prefix="goalsheet-hostile-") as folder:
    for order in ORDERS:
        if "/" in order: continue
        name = order + ".html"
        check(folder, "json", f"text {name!r}", "quantities", "--", name)
        for text in (page("", "target"), "no sheet", "\0" * 100):
            pathlib.Path(folder, name).write_text(text, encoding="utf-8")
            for command, kind, arguments in NAMED: check(folder, kind, f"file {name!r}", *command.split(), *arguments.split(), "--", name)
        pathlib.Path(folder, name).unlink()
print(f"{runs} runs, {faults} faults")
sys.exit(faults > 0)
