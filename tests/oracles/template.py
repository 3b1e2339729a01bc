# SPDX-License-Identifier: MIT
"""usage: template.py GOALSHEET SOURCE_DIR     forms as a stranger's program sees them, and filled in through LibreOffice: read, checked, published"""
import json, os, pathlib, re, shutil, subprocess, sys, tempfile, zipfile
import xml.etree.ElementTree as ET
from pages import skip

goalsheet, source = map(os.path.abspath, sys.argv[1:3])
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
faults = []


def check(claim, *words):
    if not claim: faults.append(" ".join(map(str, words)))


def run(*arguments, code=0):
    done = subprocess.run(list(map(str, arguments)), capture_output=True, timeout=300)
    if code is not None: assert done.returncode == code, (arguments, done.returncode, done.stdout.decode(), done.stderr.decode())
    return done.stdout.decode()


def read(path):
    return json.loads(run(goalsheet, "export", path, "-q"))["documents"][0]


def content(value):
    """a document without its file: where it was read, and what its reader remarked"""
    if isinstance(value, dict):
        return {k: content(v) for k, v in value.items() if k not in ("source", "remarks", "line", "column", "cell")}
    return [content(v) for v in value] if isinstance(value, list) else value


def findings(path, stage, code):
    report = json.loads(run(goalsheet, "validate", path, "--stage", stage, "--format", "json", code=code))
    return [(f["code"], f.get("cell", "")) for f in report["findings"]]


# ---- the file itself


class Book:
    """Names, cells, protection and validations of a workbook, read with the zip and XML of Python alone."""

    def __init__(self, path):
        package = zipfile.ZipFile(path)
        assert package.testzip() is None
        root = lambda part: ET.fromstring(package.read(part))
        targets = {r.get("Id"): r.get("Target") for r in root("xl/_rels/workbook.xml.rels")}
        book = root("xl/workbook.xml")
        self.sheets = {s.get("name"): root("xl/" + targets[s.get(RELATION + "id")]) for s in book.iter(MAIN + "sheet")}
        self.names = {n.get("name"): n.text for n in book.iter(MAIN + "definedName") if not n.get("name").startswith("_xlnm")}
        self.strings = ["".join(t.text or "" for t in s.iter(MAIN + "t")) for s in root("xl/sharedStrings.xml").iter(MAIN + "si")]
        styles = root("xl/styles.xml").find(MAIN + "cellXfs")
        self.unlocked = [any(p.get("locked") == "0" for p in xf.iter(MAIN + "protection")) for xf in styles]

    def cell_of(self, name):
        sheet, cell = re.fullmatch(r"'?(.+?)'?!\$([A-Z]+\$\d+)", self.names[name]).groups()
        return sheet, cell.replace("$", "")

    def node(self, sheet, cell):
        return next((c for c in self.sheets[sheet].iter(MAIN + "c") if c.get("r") == cell), None)

    def text(self, sheet, cell):
        node = self.node(sheet, cell)
        value = None if node is None else node.find(MAIN + "v")
        return "" if value is None else self.strings[int(value.text)] if node.get("t") == "s" else value.text

    def unlocked_cells(self, sheet):
        """those that begin a merged range or stand alone"""
        covered = set()
        for merge in self.sheets[sheet].iter(MAIN + "mergeCell"):
            covered |= set(cells_of(merge.get("ref"))[1:])
        return {c.get("r") for c in self.sheets[sheet].iter(MAIN + "c") if self.unlocked[int(c.get("s", 0))]} - covered

    def validations(self, sheet):
        return {cells_of(v.get("sqref"))[0]: v for v in self.sheets[sheet].iter(MAIN + "dataValidation")}


def column_number(letters):
    number = 0
    for letter in letters: number = number * 26 + ord(letter) - 64
    return number


def column_name(number):
    name = ""
    while number: number, rest = divmod(number - 1, 26); name = chr(65 + rest) + name
    return name


def cells_of(reference):
    first, _, last = reference.partition(":")
    (a, top), (b, bottom) = (re.fullmatch(r"([A-Z]+)(\d+)", end).groups() for end in (first, last or first))
    return [f"{column_name(c)}{r}" for r in range(int(top), int(bottom) + 1) for c in range(column_number(a), column_number(b) + 1)]


def check_form(path, goals):
    """what an officer's Excel will find"""
    book = Book(path)
    forms = [sheet for sheet in book.sheets if re.match(r"\d+ ", sheet)]
    check(len(forms) == goals, path.name, "has", len(forms), "sheets for goals")
    check(len(set(map(str.lower, book.names))) == len(book.names), "two names are alike")
    for name in book.names:
        legal = re.fullmatch(r"[^\W\d]\w*", name) and not re.fullmatch(r"(?i)[a-z]{1,3}\d+|r\d*(c\d*)?", name) and len(name) <= 255
        check(legal, name, "is no legal name")
    named = {}
    for name in book.names: named.setdefault(book.cell_of(name)[0], {})[book.cell_of(name)[1]] = name
    for sheet in forms:
        root = book.sheets[sheet]
        protection = root.find(MAIN + "sheetProtection")
        check(protection is not None and protection.get("sheet") == "1", sheet, "is not protected")
        check(protection.get("password") is None and protection.get("hashValue") is None, sheet, "has a password")
        check(protection.get("formatRows") == "0" and protection.get("formatColumns") == "0", sheet, "rows cannot be made higher")
        inputs = {c for c, name in named[sheet].items() if name.startswith("目標")}
        check(book.unlocked_cells(sheet) == inputs, sheet, "unlocked and named cells differ:", sorted(book.unlocked_cells(sheet) ^ inputs))
        validations = book.validations(sheet)
        for cell in inputs:
            words = validations.get(cell)
            check(words is not None and words.get("showInputMessage") == "1", sheet, cell, named[sheet][cell], "has no words to go by")
            if words is None: continue
            check(0 < len(words.get("prompt", "")) <= 255 and 0 < len(words.get("promptTitle", "")) <= 32, sheet, cell, "has words too long for Excel")
            if words.get("type") == "list":
                formula = words.find(MAIN + "formula1").text
                codes, first, last = re.fullmatch(r"'?(コード表)'?!\$C\$(\d+):\$C\$(\d+)", formula).groups()
                check(all(book.text(codes, f"C{row}") for row in range(int(first), int(last) + 1)), formula, "has blanks")
        lists = {named[sheet][c].split("_", 1)[1] for c, v in validations.items() if v.get("type") == "list"}
        check({"優先順位", "SDGs1", "取組1_期間期限"} <= lists, sheet, "has pull-downs for", lists)
        for row in root.iter(MAIN + "row"): check(row.get("ht") and row.get("customHeight") == "1", sheet, "row", row.get("r"), "has no height")
        setup = root.find(MAIN + "pageSetup")
        check(setup.get("paperSize") == "9" and setup.get("orientation") == "landscape", sheet, "is not A4 landscape")
        check("様式の版 1" in book.text(sheet, book.cell_of(f"様式_目標{forms.index(sheet) + 1}_版")[1]), sheet, "does not say which form it is")
    return book


# ---- filled in through LibreOffice

MACRO = """Sub FillIn(form, values, saved)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  book = StarDesktop.loadComponentFromURL(ConvertToURL(form), "_blank", 0, hidden())
  files = CreateUnoService("com.sun.star.ucb.SimpleFileAccess")
  lines = CreateUnoService("com.sun.star.io.TextInputStream")
  lines.setInputStream(files.openFileRead(ConvertToURL(values)))
  lines.setEncoding("UTF-8")
  Do While Not lines.isEOF()
    parts = Split(lines.readLine(), Chr(9))
    If UBound(parts) = 1 Then
      cell = book.NamedRanges.getByName(parts(0)).getReferredCells().getCellByPosition(0, 0)
      If Not (cell.Spreadsheet.isProtected() And cell.CellProtection.IsLocked) Then cell.setString(Join(Split(parts(1), "⏎"), Chr(10)))
    End If
  Loop
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName" : filter(0).Value = "Calc MS Excel 2007 XML"
  book.storeToURL(ConvertToURL(saved), filter())
  book.close(True)
  StarDesktop.terminate()
End Sub
"""


def install_macro(profile):
    """into the empty module of its own that LibreOffice makes when it starts for the first time"""
    run("soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--terminate_after_init")
    module = profile / "user/basic/Standard/Module1.xba"
    text = module.read_text(encoding="utf-8")
    begin, end = re.search(r"<script:module[^>]*>", text).end(), text.index("</script:module>")
    module.write_text(text[:begin] + MACRO.replace("&", "&amp;").replace("<", "&lt;") + text[end:], encoding="utf-8")


def fill_in(folder, form, values, saved):
    """types the values into the cells of these names and saves, as somebody in front of the screen would"""
    lines = folder / "values.txt"
    lines.write_text("".join(f"{name}\t{text.replace(chr(10), '⏎')}\n" for name, text in values.items()), encoding="utf-8")
    run("soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--norestore", f"macro:///Standard.Module1.FillIn({form},{lines},{saved})", code=None)
    assert saved.exists(), "LibreOffice has saved nothing"


def plan(goal, first=1):
    """what a department writes into a sheet of the form"""
    return {
        f"目標{goal}_重点目標": f"川べりの散歩道をつなぐ その{goal}", f"目標{goal}_部局名": "みどり建設部", f"目標{goal}_優先順位": f"{goal}位",
        f"目標{goal}_位置付け1": "第3編 水と緑のまち\n第1章 川と暮らす\n第2節 水辺の整備",
        f"目標{goal}_現況課題": "・散歩道が3か所で途切れている。\n・夜は暗く、歩く人が少ない。", f"目標{goal}_目的効果": "・誰もが安心して歩ける水辺にする。",
        f"目標{goal}_SDGs1": "11 住み続けられるまちづくりを", f"目標{goal}_SDGs3": "15 陸の豊かさも守ろう",
        f"目標{goal}_取組1_取組項目": "○ 散歩道の整備\n(1) 途切れた区間の工事\n(2) 見守り灯の設置",
        f"目標{goal}_取組1_期間期限": "(1) 12月末まで\n(2) 年度末まで", f"目標{goal}_取組1_数値目標": "(1) 工事 3か所\n(2) 見守り灯 24基",
        f"目標{goal}_取組2_取組項目": "○ 水辺に親しむ催し\n(1) 川歩きの会の開催", f"目標{goal}_取組2_期間期限": "年度末まで",
        f"目標{goal}_取組2_数値目標": "(1) 川歩きの会 6回", f"目標{goal}_市民参加協働": "流域の自治会と毎月話し合う。",
    }


def main(folder):
    empty, again = folder / "empty.xlsx", folder / "again.xlsx"
    for path in (empty, again): run(goalsheet, "template", "--year", "2027", "--goals", "3", "--items", "4", "-q", "-o", path)
    check(empty.read_bytes() == again.read_bytes(), "two runs give two forms")
    book = check_form(empty, 3)
    unfilled = findings(empty, "plan", 1)
    place = lambda name: "!".join(book.cell_of(name))
    for code, name in (("GS101", "目標1_重点目標"), ("GS101", "目標2_部局名"), ("GS201", "目標1_優先順位"), ("GS301", "目標1_取組1_数値目標"), ("GS303", "目標3_取組1_期間期限")):
        check((code, place(name)) in unfilled, "the empty form has no", code, "at", place(name), name)
    check(not [f for f in unfilled if f[0] in ("GS103", "GS104", "GS105", "GS106", "GS107", "GS307")], "the empty form is taken apart:", unfilled)

    last = pathlib.Path(source, "samples/row-per-measure/r5-kankyo.html")
    carried = folder / "carried.xlsx"
    run(goalsheet, "template", last, "-q", "-o", carried)
    before, after = read(last), read(carried)
    check_form(carried, len(before["sheets"]))
    check(after["fiscal_year"] == {"label": "令和6年度", "gregorian": 2024}, "the year is", after["fiscal_year"])
    for old, new in zip(before["sheets"], after["sheets"], strict=True):
        check(old["goal"] == new["goal"] and old["sdgs"] == new["sdgs"] and new["unplaced"] == [], "a goal comes as", new["goal"], new["unplaced"])
        words = lambda sheet: [(i["number"], i["title"], [(m["number"], m["action"]) for m in i["measures"]]) for i in sheet["items"]]
        check(words(old) == words(new), "items come as", words(new))
        for item in new["items"]:
            for measure in item["measures"]:
                check(not any(measure[f] for f in ("deadline", "target", "midterm", "final")), "last year's words are this year's:", measure)

    if not shutil.which("soffice"): return "LibreOffice is not installed"
    install_macro(folder / "profile")
    filled = folder / "filled.xlsx"
    guide = book.text(*book.cell_of("様式_目標1_案内"))
    fill_in(folder, empty, plan(1) | plan(2) | {"目標2_取組2_数値目標": "", "様式_目標1_案内": "消せないはず"}, filled)
    document = read(filled)
    check(document["fiscal_year"]["gregorian"] == 2027 and document["department"] == "みどり建設部", "read as", document["fiscal_year"], document["department"])
    check(Book(filled).text(*Book(filled).cell_of("様式_目標1_案内")) == guide, "a locked cell was written")
    check(len(document["sheets"]) == 2, "the sheet nobody wrote in makes", len(document["sheets"]))
    first = document["sheets"][0]
    check(first["goal"] == "川べりの散歩道をつなぐ その1" and first["priority"] == 1 and [s["number"] for s in first["sdgs"]] == [11, 15], "the header reads", first)
    check(first["unplaced"] == [] and len(first["items"]) == 2, "the items read", first["items"], first["unplaced"])
    check(first["items"][0]["measures"][1] == {"number": 2, "action": "見守り灯の設置", "deadline": "年度末まで", "target": "見守り灯 24基", "midterm": "", "final": ""},
          "a measure reads", first["items"][0]["measures"][1])
    check(first["notes"] == {"participation": "流域の自治会と毎月話し合う。", "outcomes": ""}, "the notes read", first["notes"])
    check(findings(filled, "plan", 1) == [("GS301", place("目標2_取組2_数値目標"))], "the plan gives", findings(filled, "plan", 1))

    midterm = folder / "midterm.xlsx"
    reports = {"目標2_取組2_数値目標": "(1) 川歩きの会 6回"}
    for goal in (1, 2): reports |= {f"目標{goal}_取組1_中間報告": "(1) 工事 2か所（9月末現在）\n(2) 見守り灯 10基（9月末現在）", f"目標{goal}_取組2_中間報告": "(1) 川歩きの会 3回（9月末現在）"}
    fill_in(folder, filled, reports, midterm)
    check(findings(midterm, "midterm", 0) == [], "a reported form gives", findings(midterm, "midterm", None))
    page = folder / "page.html"
    run(goalsheet, "export", midterm, "-q", "-o", page)
    check(content(read(page)) == content(read(midterm)), "the published page reads differently")
    check(guide not in page.read_text(encoding="utf-8"), "the page shows the form's guide")

    saved = folder / "carried-filled.xlsx"
    fill_in(folder, carried, {"目標1_取組1_数値目標": "(1) 年間 11,400t以下\n(2) 補助台数 140台\n(3) 協力店 75店"}, saved)
    this_year = read(saved)["sheets"][0]
    check([m["target"] for m in this_year["items"][0]["measures"]] == ["年間 11,400t以下", "補助台数 140台", "協力店 75店"], "targets read", this_year["items"][0])
    check(this_year["unplaced"] == [] and len(this_year["items"]) == len(before["sheets"][0]["items"]), "left over:", this_year["unplaced"])
    return ""


with tempfile.TemporaryDirectory() as name: missing = main(pathlib.Path(name))
print("\n".join(faults) or "forms read as they were filled in")
if missing and not faults: skip(missing)
sys.exit(bool(faults))
