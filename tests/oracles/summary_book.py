# SPDX-License-Identifier: MIT
"""usage: summary_book.py GOALSHEET SOURCE_DIR     the summary workbook, read as somebody would who knows only ECMA-376"""
import functools, json, pathlib, re, subprocess, sys, tempfile, zipfile
import xml.etree.ElementTree as ElementTree
from pages import find_pages

goalsheet, source = sys.argv[1:3]
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
COVER = "総括"
# What is printed of 目標一覧 and 部門別: the status stands beside the figures of its own report. New columns come behind.
INDICATORS = "年度 部 重点目標 取組項目 目標指標 目標値 目標単位 集計した報告 実績値 実績単位 達成率(%) 改善率(%) 進捗区分 備考".split()
DEPARTMENTS = "部 集計した報告 重点目標数(件) 指標数(件) 順調(件) 概ね順調(件) 遅れ(件) 判定なし(件) 未報告(件) 算定可能(件) 平均達成率(%) 達成率の中央値(%)".split()
OTHERS = "全国地方公共団体コード 課 目標ID 項目番号 中間実績値 中間達成率(%) 算定区分 開始日 終了日".split()
SHEETS = ["目標一覧", "本文一覧", "部門別", "SDGs", "SDGs一覧", "要確認", "コード表", "項目定義", "変換記録"]
STAGES = {"midterm": "中間報告", "final": "期末報告"}
STANDINGS = {"順調(件)": "on-course", "概ね順調(件)": "under-way", "遅れ(件)": "behind", "判定なし(件)": "open", "未報告(件)": "not-reported"}
faults = []


def check(claim, *words):
    if not claim: faults.append(" ".join(map(str, words)))


def split_address(address):
    letters, digits = re.fullmatch(r"([A-Z]+)([0-9]+)", address).groups()
    column = 0
    for letter in letters: column = column * 26 + ord(letter) - 64
    return int(digits), column


def decode(text):
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda m: chr(int(m[1], 16)), text)


class Sheet:
    def __init__(self, book, name, part):
        self.name, self.xml = name, ElementTree.fromstring(book.zip.read(part))
        self.rows, self.links, self.formulas = {}, {}, len(self.xml.findall(f".//{MAIN}f"))
        self.merges = [m.get("ref") for m in self.xml.iter(MAIN + "mergeCell")]
        self.hidden = [e.attrib for e in self.xml.iter() if e.tag in (MAIN + "row", MAIN + "col") and (e.get("hidden") or e.get("collapsed"))]
        for cell in self.xml.iter(MAIN + "c"):
            row, column = split_address(cell.get("r"))
            value = cell.find(MAIN + "v")
            if cell.get("t") == "s": read = book.strings[int(value.text)]
            elif cell.get("t") == "inlineStr": read = decode("".join(t.text or "" for t in cell.iter(MAIN + "t")))
            else: read = float(value.text) if value is not None else None
            if read is not None: self.rows.setdefault(row, {})[column] = read
        for link in self.xml.iter(MAIN + "hyperlink"): self.links[split_address(link.get("ref"))] = link.get("location")
        self.part = part

    def relations(self, book):
        path = pathlib.PurePosixPath(self.part)
        rels = f"{path.parent}/_rels/{path.name}.rels"
        return [r.attrib for r in ElementTree.fromstring(book.zip.read(rels))] if rels in book.zip.namelist() else []

    def records(self):
        """Rows below the header by the header's names; what is empty is None."""
        names = [self.rows[1].get(c) for c in range(1, len(self.rows[1]) + 1)]
        return [dict(zip(names, (self.rows[r].get(c) for c in range(1, len(names) + 1)))) for r in sorted(self.rows) if r > 1]


class Book:
    def __init__(self, path):
        self.zip = zipfile.ZipFile(path)
        check(self.zip.testzip() is None, "a broken part")
        for name in self.zip.namelist():
            if name.endswith((".xml", ".rels")): ElementTree.fromstring(self.zip.read(name))
        strings = ElementTree.fromstring(self.zip.read("xl/sharedStrings.xml"))
        self.strings = [decode("".join(t.text or "" for t in si.iter(MAIN + "t"))) for si in strings.iter(MAIN + "si")]
        workbook = ElementTree.fromstring(self.zip.read("xl/workbook.xml"))
        targets = {r.get("Id"): r.get("Target") for r in ElementTree.fromstring(self.zip.read("xl/_rels/workbook.xml.rels"))}
        self.hidden = [s.get("name") for s in workbook.iter(MAIN + "sheet") if s.get("state")]
        self.sheets = {s.get("name"): Sheet(self, s.get("name"), "xl/" + targets[s.get(RELATION)]) for s in workbook.iter(MAIN + "sheet")}
        self.names = [(n.get("name"), n.text) for n in workbook.iter(MAIN + "definedName")]


def check_data_sheet(book, sheet):
    """L1–L3 of the machine-readability rules, as far as a program can see them."""
    where, rows = sheet.name, sheet.rows
    header = [rows[1].get(c) for c in range(1, max(rows[1]) + 1)]
    check(min(rows) == 1 and sorted(rows) == list(range(1, max(rows) + 1)), where, "L1-03: an empty row")
    check(all(isinstance(h, str) and h.strip() and "\n" not in h for h in header), where, "L1-05: a column without a name", header)
    check(len(set(header)) == len(header), where, "L2-03: a name twice")
    check(all(max(r) <= len(header) for r in rows.values()), where, "L1-04: a cell beside the table")
    check(not sheet.merges, where, "L1-12: merged", sheet.merges[:3])
    check(not sheet.hidden, where, "L1-13: hidden", sheet.hidden[:3])
    check(sheet.formulas == 0, where, "L2-06: a formula")
    check(not [r for r in sheet.relations(book) if r["Type"].endswith("/drawing")], where, "L1-10: an object on the table")
    for number, row in rows.items():
        for column, value in row.items():
            if not isinstance(value, str) or number == 1: continue
            place = f"{where} {number}:{column}"
            check("\n" not in value, place, "L1-07: a line break")
            check(value == value.strip() and "\u3000" not in value and "  " not in value, place, "L1-06: blanks for layout", repr(value[:60]))
            check(value not in ("〃", "同上", "同左", "同右"), place, "L2-02: a repetition mark")
    for column, name in enumerate(header, 1):
        values = [r.get(column) for n, r in rows.items() if n > 1]
        if re.search(r"\((件|%)\)$", name) or name.endswith("値"):
            check(not [v for v in values if isinstance(v, str)], where, name, "L2-01: text in a column of numbers")
        if name == "年度":
            check(all(v is None or (v == int(v) and 1900 < v < 2200) for v in values), where, "L3-05:", sorted(set(map(str, values)))[:5])
    view = sheet.xml.find(f".//{MAIN}pane")
    check(view is not None and float(view.get("ySplit", 0)) == 1, where, "the header does not stay in sight")
    tables = [r for r in sheet.relations(book) if r["Type"].endswith("/table")]
    check(len(tables) == 1, where, "is no Excel table")
    fit = sheet.xml.find(f"{MAIN}pageSetup")
    check(fit is not None and fit.get("orientation") == "landscape" and fit.get("paperSize") == "9", where, "is not A4 landscape")
    scale = float(fit.get("scale", 100)) if fit is not None else 0
    one_page = sheet.xml.find(f"{MAIN}sheetPr/{MAIN}pageSetUpPr")
    printed = next((re.search(r":\$([A-Z]+)\$", t)[1] for n, t in book.names if n == "_xlnm.Print_Area" and f"'{sheet.name}'!" in t or n == "_xlnm.Print_Area" and t.startswith(sheet.name + "!")), None)
    if printed and one_page is not None:
        last = functools.reduce(lambda n, letter: 26 * n + ord(letter) - 64, printed, 0)
        points = sum(float(c.get("width")) * 7 * 0.75 * (min(int(c.get("max")), last) - int(c.get("min")) + 1) for c in sheet.xml.iter(MAIN + "col") if int(c.get("min")) <= last)
        check(points * 0.8 <= 800, where, "is squeezed to a page below 8 points:", points)
    check(scale >= 80, where, "is printed at", scale, "per cent")
    check(any(n == "_xlnm.Print_Titles" and sheet.name in t for n, t in book.names), where, "does not repeat its header")


def check_cover(book, sheet, year):
    drawing = [r for r in sheet.relations(book) if r["Type"].endswith("/drawing")]
    check(len(drawing) == 1, sheet.name, "has no charts")
    part = "xl/drawings/" + drawing[0]["Target"].rsplit("/", 1)[1]
    text = book.zip.read(part).decode("utf-8")
    described = re.findall(r'<xdr:cNvPr [^>]*descr="([^"]+)"', text)
    check(text.count("<c:chart ") == 4 and len(described) == 4, sheet.name, "wants four charts with words for those who cannot see")
    rels = ElementTree.fromstring(book.zip.read(f"xl/drawings/_rels/{part.rsplit('/', 1)[1]}.rels"))
    for chart in (r.get("Target") for r in rels):
        xml = book.zip.read("xl/" + chart.replace("../", "")).decode("utf-8")
        check("<c:pieChart" not in xml and "3D" not in xml, chart, "pie or 3-D")
        check("BIZ UDゴシック" in xml and "<c:showVal" in xml, chart, "no Japanese font, or values not visible")
        if "平均" in xml:
            most = max([d["counts"][f"{year['against']}_rate"]["mean"] or 0 for d in year["departments"][:40]], default=0) * 100
            end = float(re.findall(r'<c:max val="([0-9.]+)"', xml)[0])
            check(end > most and end > 100, chart, "ends at", end, "below its longest bar or 100:", most)
        for ref in set(re.findall(r"<c:f>'?([^<']+)'?!", xml)): check(ref in ("部門別", "SDGs別", "達成率別"), chart, "takes values from", ref)
    fit = sheet.xml.find(f"{MAIN}pageSetup")
    check(fit.get("orientation") == "landscape" and fit.get("fitToHeight", "1") == "1", sheet.name, "is not one page")
    values = {v for row in sheet.rows.values() for v in row.values() if isinstance(v, float)}
    total = year["total"]
    for name in ("goals", "indicators", "reported"): check(total[name] in values, sheet.name, "does not show", name)
    for name, value in total["standings"].items(): check(value in values, sheet.name, "does not show", name)
    rate = total[f"{year['against']}_rate"]["mean"]
    if rate is not None: check(any(abs(v - rate * 100) < 0.011 for v in values), sheet.name, "does not show the average", rate)


def check_figures(book, summary):
    """The workbook says what the JSON says."""
    rows = book.sheets["目標一覧"].records()
    check(len(rows) == len(summary["indicators"]), "目標一覧 has", len(rows), "rows")
    against = {y["fiscal_year"]: y["against"] for y in summary["years"]}
    for row, one in zip(rows, summary["indicators"]):
        same = (row["目標ID"], row["目標値"], row["中間実績値"], row["期末実績値"]) == (one["goal_id"], one["target"], one["midterm"]["result"], one["final"]["result"])
        check(same, "目標一覧 differs", one["goal_id"], one["indicator"])
        report = one[against[one["fiscal_year"]]]
        rate = None if report["rate"] is None else 100 * report["rate"]
        beside = row["実績値"] == report["result"] and row["集計した報告"] == STAGES[against[one["fiscal_year"]]]
        check(beside and (row["達成率(%)"] is None) == (rate is None) and (rate is None or abs(row["達成率(%)"] - rate) < 0.011), "目標一覧: beside the status stands another report", one["goal_id"], one["indicator"])
        for column, words in (("目標原文", one["target_text"]), ("中間実績原文", one["midterm"]["text"])):
            told = row[column] or ""
            check(re.sub(r"\s|/", "", told) == re.sub(r"\s|/", "", words), column, "does not give the words", words[:40])
    departments = {(r["年度"], r["部"]): r for r in book.sheets["部門別"].records()}
    for year in summary["years"]:
        for one in year["departments"]:
            row, counts = departments[year["fiscal_year"], one["department"]], one["counts"]
            check(row["重点目標数(件)"] == counts["goals"] and row["指標数(件)"] == counts["indicators"], "部門別", one["department"])
            for column, name in STANDINGS.items(): check(row[column] == counts["standings"][name], "部門別", one["department"], column)
            check(row["算定可能(件)"] == counts[f"{year['against']}_rate"]["n"], "部門別 n", one["department"])
            for column, stage in (("平均達成率(%)", year["against"]), ("平均中間達成率(%)", "midterm"), ("平均期末達成率(%)", "final")):
                mean = counts[f"{stage}_rate"]["mean"]
                check((row[column] is None) == (mean is None), "部門別 mean", one["department"], column)
                if mean is not None: check(abs(row[column] - 100 * mean) < 0.011, "部門別 mean", one["department"], column)
    flags = sum(value for r in book.sheets["SDGs"].records() for name, value in r.items() if name.startswith("SDG"))
    check(flags == sum(s["goals"] for y in summary["years"] for s in y["sdgs"]), "SDGs matrix", flags)
    noted = [f for f in summary["findings"] if f["severity"] != "info"]
    check(len(book.sheets["要確認"].records()) == len(noted) + len(summary["unreadable"]), "要確認 does not list every finding")


def check_links(book):
    """A figure's words lead to the row of 本文一覧 that begins with them."""
    sheet, texts = book.sheets["目標一覧"], book.sheets["本文一覧"]
    header = {name: column for column, name in sheet.rows[1].items()}
    where = {name: column for column, name in texts.rows[1].items()}
    sections = {header["目標原文"]: "数値目標", header["中間実績原文"]: "中間報告", header["期末実績原文"]: "期末報告"}
    check(sheet.links, "目標一覧 has no links")
    for (row, column), location in sheet.links.items():
        name, address = location.rsplit("!", 1)
        check(name.strip("'") == "本文一覧", "a link leads to", location)
        target = texts.rows[split_address(address)[0]]
        check(target[where["区分"]] == sections[column], location, "is no", sections[column])
        check(target[where["目標ID"]] == sheet.rows[row][header["目標ID"]], location, "belongs to another sheet")
        check(sheet.rows[row][column].lstrip("・○(（").startswith(target.get(where["本文"], "")[:4].lstrip("(（")) or target.get(where["記号"], ""), location, "begins with other words")
    unlinked = [r for r in range(2, max(sheet.rows) + 1) for c in sections if sheet.rows[r].get(c) and (r, c) not in sheet.links]
    check(not unlinked, "words without a link in rows", unlinked[:5])


def check_run(pages):
    run = lambda *more: subprocess.run([goalsheet, "summary", *map(str, pages), *more], capture_output=True, check=True).stdout
    summary = json.loads(run("--to", "json", "--city-code", "011002"))
    with tempfile.TemporaryDirectory() as folder:
        paths = [f"{folder}/{name}.xlsx" for name in "ab"]
        for path in paths: run("-o", path, "--city-code", "011002", "--city-name", "見本市")
        check(pathlib.Path(paths[0]).read_bytes() == pathlib.Path(paths[1]).read_bytes(), "two runs differ")
        book = Book(paths[0])
    names = list(book.sheets)
    check(not book.hidden, "hidden sheets", book.hidden)
    covers = [n for n in names if n.startswith(COVER)]
    check(names[0] == COVER and len(covers) == len(summary["years"]), "one cover a year:", names)
    check([n for n in names if n in SHEETS] == SHEETS, "sheets", names)
    check(("推移" in names) == (len(summary["years"]) > 1), "推移 is for several years")
    check(list(book.sheets["目標一覧"].rows[1].values())[: len(INDICATORS)] == INDICATORS, "columns of 目標一覧")
    check(set(OTHERS) <= set(book.sheets["目標一覧"].rows[1].values()), "columns of 目標一覧 behind the printed ones")
    check(list(book.sheets["部門別"].rows[1].values())[1 : 1 + len(DEPARTMENTS)] == DEPARTMENTS, "columns of 部門別")
    for name in names:
        if name not in covers: check_data_sheet(book, book.sheets[name])
    for cover, year in zip(covers, summary["years"]): check_cover(book, book.sheets[cover], year)
    check_figures(book, summary)
    check_links(book)
    codes = {(r["コード種別"], r["コード"]) for r in book.sheets["コード表"].records()}
    for sheet, column, kind in (("目標一覧", "進捗区分", "進捗区分"), ("目標一覧", "算定区分", "算定区分"), ("目標一覧", "集計区分", "集計区分"), ("要確認", "重大度", "重大度")):
        for record in book.sheets[sheet].records(): check((kind, record[column]) in codes, "L2-04:", record[column], "is not in the code table")
    defined = {(r["シート"], r["論理名"]) for r in book.sheets["項目定義"].records()}
    for name in names:
        if name not in covers: check({(name, h) for h in book.sheets[name].rows[1].values()} <= defined, "L3-08:", name, "is not defined in full")
    return summary


pages = find_pages(source)
samples = [page for page in pages if pathlib.Path(source) in page.parents]
check_run(samples)
for page in pages:
    if page not in samples and page.suffix == ".html": check_run([page])
print("\n".join(faults[:40]) or f"{len(samples)} samples: the workbook keeps its rules and says what the JSON says")
sys.exit(bool(faults))
