# SPDX-License-Identifier: MIT
"""usage: summary_page.py GOALSHEET SOURCE_DIR     the summary's HTML page: as a parser, a screen reader and a browser meet it"""
import html.parser, json, pathlib, re, shutil, subprocess, sys, tempfile
from pages import find_pages

goalsheet, source = sys.argv[1:3]
VOID = {"meta", "br", "input", "link", "img", "hr"}
HOSTILE = """<table><caption>令和7年度 重点目標管理シート</caption>
<tr><th>重点目標</th><td colspan="3">&lt;script&gt;document.title='owned'&lt;/script&gt;]]&gt;&lt;/style&gt;</td><th>部局名</th><td>部" onload="x</td></tr>
<tr><th>取組項目</th><th>期間・期限</th><th>数値目標</th><th>中間報告</th><th colspan="2">期末報告</th></tr>
<tr><td>① \x1b[31m赤い取組<br>(1) =cmd|' /C calc'!A0<br>(2) &amp;lt;見学</td><td>(1)～(2) 年度末まで</td><td>(1) 見学 20回<br>(2) &lt;img src=x onerror=alert(1)&gt;</td><td>(1) 見学 12回<br>(2) --&gt;</td><td colspan="2"></td></tr>
</table>"""
faults = []


def check(claim, *words):
    if not claim: faults.append(" ".join(map(str, words)))


class Element:
    def __init__(self, tag, attributes, parent):
        self.tag, self.attributes, self.parent, self.children = tag, attributes, parent, []

    def text(self):
        return "".join(c if isinstance(c, str) else c.text() for c in self.children)

    def find(self, tag):
        return [e for c in self.children if isinstance(c, Element) for e in ([c] if c.tag == tag else []) + c.find(tag)]

    def all(self):
        return [e for c in self.children if isinstance(c, Element) for e in [c] + c.all()]


class Reader(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.root = self.at = Element("", {}, None)
        self.feed(text)
        self.close()
        check(self.at is self.root, "an element is left open:", self.at.tag)

    def handle_starttag(self, tag, attributes):
        element = Element(tag, dict(attributes), self.at)
        self.at.children.append(element)
        if tag not in VOID: self.at = element

    def handle_startendtag(self, tag, attributes):
        self.at.children.append(Element(tag, dict(attributes), self.at))

    def handle_endtag(self, tag):
        check(self.at.tag == tag, f"</{tag}> ends", self.at.tag)
        if self.at.parent: self.at = self.at.parent

    def handle_data(self, data):
        self.at.children.append(data)


def luminance(colour):
    colour = colour.lstrip("#")
    if len(colour) == 3: colour = "".join(2 * c for c in colour)
    parts = [int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def check_contrast(style):
    """WCAG 2.1, 1.4.3: 4.5 to 1 for text, in every colour scheme of the page."""
    schemes = [dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6})", block)) for block in re.findall(r":root \{(.*?)\}", style, re.S)]
    check(len(schemes) == 3, "wants colours for light, dark and print")
    pairs = [("text", "ground"), ("quiet", "ground"), ("text", "raised"), ("quiet", "raised"), ("link", "ground"), ("text", "head"), ("quiet", "head"), ("on-text", "on"),
             ("way-text", "way"), ("open-text", "open"), ("late", "ground"), ("good-text", "good-ground"), ("bad-text", "bad-ground"), ("none-text", "none-ground")]
    for number, scheme in enumerate(schemes):
        for text, ground in pairs:
            bright, dark = sorted((luminance(scheme[text]), luminance(scheme[ground])), reverse=True)
            check((bright + 0.05) / (dark + 0.05) >= 4.5, "scheme", number, text, "on", ground, "cannot be read")


def check_structure(page, raw):
    root = Reader(raw).root
    everything = root.all()
    check(root.find("html")[0].attributes.get("lang") == "ja", "no language")
    check(len(root.find("h1")) == 1 and len(root.find("main")) == 1, "wants one h1 and one main")
    ids = [e.attributes["id"] for e in everything if "id" in e.attributes]
    check(len(ids) == len(set(ids)), "an ID twice:", [i for i in ids if ids.count(i) > 1][:3])
    for link in root.find("a"): check(link.attributes["href"][1:] in ids and link.attributes["href"][0] == "#", "a link leads nowhere:", link.attributes["href"])
    body = [e for e in root.find("body")[0].children if isinstance(e, Element)]
    check(body[0].attributes.get("class") == "skip" and body[0].attributes["href"] == "#main", "the first thing is no skip link")
    levels = [int(e.tag[1]) for e in everything if re.fullmatch("h[1-6]", e.tag)]
    check(all(b <= a + 1 for a, b in zip(levels, levels[1:])), "a heading level is skipped")
    for table in root.find("table"):
        check(len(table.find("caption")) == 1 and table.find("caption")[0].text().strip(), "a table without a caption")
        check(all(h.attributes.get("scope") in ("col", "row") for h in table.find("th")), "a th without scope")
        widths = {len(row.find("th") + row.find("td")) for row in table.find("tr")}
        check(len(widths) == 1, "rows of", widths, "cells in", table.find("caption")[0].text())
    for svg in root.find("svg"):
        labels = svg.attributes["aria-labelledby"].split()
        check(svg.attributes.get("role") == "img" and [svg.find("title")[0].attributes["id"], svg.find("desc")[0].attributes["id"]] == labels, "a chart without words")
        check(len(svg.find("desc")[0].text()) > 10, "a chart whose description says nothing")
    for e in everything:
        for name, value in e.attributes.items():
            check(not name.startswith("on"), "an event handler in", e.tag)
            check(name not in ("src", "srcset", "xlink:href", "action", "style"), name, "on", e.tag)
    check(not re.search(r"(?i)@import|url\((?!#)|https?://|//[a-z0-9.]+\.[a-z]{2,}/", raw), "something from elsewhere")
    check(len(root.find("script")) == 1 and len(root.find("style")) == 1, "another script or style")
    check_contrast(root.find("style")[0].text())
    return root


def number(text):
    return float(re.sub(r"[^0-9.\-]", "", text))


def check_figures(root, summary):
    """The page says what the JSON says."""
    for index, year in enumerate(summary["years"]):
        section = next(e for e in root.find("section") if e.attributes["id"] == f"year{index}")
        tiles = {d.find("dt")[0].text(): d.find("dd")[0].text() for d in section.find("div") if d.find("dt") and d.parent.tag == "dl"}
        total, words = year["total"], {"順調": "on-course", "概ね順調": "under-way", "遅れ": "behind", "判定なし": "open", "未報告": "not-reported"}
        check(number(tiles["重点目標"]) == total["goals"] and number(tiles["指標"]) == total["indicators"] and number(tiles["報告済"]) == total["reported"], "tiles", tiles)
        for word, name in words.items(): check(number(tiles[word]) == total["standings"][name], "tile", word, tiles[word])
        table = section.find("table")[0]
        names = [h.text() for h in table.find("thead")[0].find("th")]
        rows = [[c.text() for c in row.children if isinstance(c, Element)] for row in table.find("tbody")[0].find("tr")]
        check(len(rows) == len(year["departments"]), "departments", len(rows))
        for row, one in zip(rows, year["departments"]):
            told = dict(zip(names, row))
            check(told["部"] == one["department"] and number(told["指標数(件)"]) == one["counts"]["indicators"], "department", told)
            for word, name in words.items(): check(number(told[f"{word}(件)"]) == one["counts"]["standings"][name], one["department"], word)
        # What the bars say adds up to the same.
        for word, name in words.items():
            bars = [re.search(rf" {word} (\d+)件$", t.text()) for t in section.find("svg")[0].find("title")]
            check(sum(int(b[1]) for b in bars if b) == total["standings"][name], "bars of", word)
    section = next(e for e in root.find("section") if e.attributes["id"] == "indicators")
    rows = section.find("tbody")[0].find("tr")
    check(len(rows) == len(summary["indicators"]), "rows of 目標一覧", len(rows))
    for row, one in zip(rows, summary["indicators"]):
        cells = [c.text() for c in row.children if isinstance(c, Element)]
        squeezed = [re.sub(r"\s", "", c) for c in cells]
        for words in (one["target_text"], one[f"midterm"]["text"]):
            check(re.sub(r"[\s\x00-\x1f\ufffd]", "", words) in [re.sub("\ufffd", "", c) for c in squeezed], "a figure without its words:", words[:40])


def run_json(*pages):
    return json.loads(subprocess.run([goalsheet, "summary", *map(str, pages), "--to", "json"], capture_output=True, check=True).stdout)


def run_page(folder, *pages):
    path = pathlib.Path(folder, "summary.html")
    subprocess.run([goalsheet, "summary", *map(str, pages), "-o", str(path)], capture_output=True, check=True)
    return path, path.read_text(encoding="utf-8")


def dump(path, *options):
    done = subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", *options, "--dump-dom", f"file://{path}"], capture_output=True, timeout=120)
    return done.stdout.decode("utf-8")


PROBE = """<script>
const box = document.querySelector("#indicators [data-sortable]"), head = [...box.querySelectorAll("th")].find((h) => h.textContent.startsWith("目標値"));
const index = head.cellIndex, column = () => [...box.querySelectorAll("tbody tr")].filter((r) => !r.hidden).map((r) => r.cells[index].dataset.value).filter(Boolean).map(Number);
const before = column();
head.querySelector("button").click(); const up = column(), state = head.getAttribute("aria-sort");
head.querySelector("button").click(); const down = column(), other = head.getAttribute("aria-sort");
head.querySelector("button").click(); const again = column();
const input = box.previousElementSibling.querySelector("input"); input.value = "遅れ"; input.dispatchEvent(new Event("input"));
const rows = [...box.querySelectorAll("tbody tr")], shown = rows.filter((r) => !r.hidden);
const probe = document.createElement("pre"); probe.id = "probe";
probe.textContent = JSON.stringify({before, up, state, down, other, again, all: rows.length, shown: shown.length, right: shown.every((r) => r.textContent.includes("遅れ")), told: box.previousElementSibling.querySelector("output").textContent});
document.body.append(probe);
</script>"""


def check_browser(path, raw, summary):
    if not shutil.which("chromium"): return print("SKIPPED in part: chromium is not installed")
    bare = path.with_name("bare.html")  # headless Chromium dumps nothing with scripts switched off
    bare.write_text(re.sub(r"<script>.*?</script>", "", raw, flags=re.S), encoding="utf-8")
    plain = dump(bare)
    check(plain.count("<tr") == raw.count("<tr"), "rows are lost without JavaScript")
    check('type="search"' not in plain, "a control that does nothing without JavaScript")
    probed = path.with_name("probe.html")
    probed.write_text(raw.replace("</body>", PROBE + "</body>"), encoding="utf-8")
    told = re.search(r'<pre id="probe">(.*?)</pre>', dump(probed), re.S)
    check(told, "the script did not run")
    if not told: return
    seen = json.loads(html.unescape(told[1]))
    check(seen["up"] == sorted(seen["before"]) and seen["state"] == "ascending", "sorting upward")
    check(seen["down"] == sorted(seen["before"], reverse=True) and seen["other"] == "descending", "sorting downward")
    check(seen["again"] == seen["before"], "the third click does not bring back the order")
    check(0 < seen["shown"] < seen["all"] and seen["right"], "filtering", seen["shown"], "of", seen["all"])
    check(seen["told"] == f"{seen['all']}件中 {seen['shown']}件を表示", "what is told of the filter:", seen["told"])


pages = find_pages(source)
samples = [page for page in pages if pathlib.Path(source) in page.parents]
with tempfile.TemporaryDirectory() as folder:
    path, raw = run_page(folder, *samples)
    summary = run_json(*samples)
    check_figures(check_structure(path, raw), summary)
    check_browser(path, raw, summary)
    for page in (page for page in pages if page not in samples and page.suffix == ".html"):
        real, text = run_page(folder, page)
        check_figures(check_structure(real, text), run_json(page))
    hostile = pathlib.Path(folder, "hostile.html")
    hostile.write_text(HOSTILE, encoding="utf-8")
    path, raw = run_page(folder, hostile)
    root = check_structure(path, raw)
    text = root.find("main")[0].text()
    for words in ("<script>document.title='owned'</script>]]></style>", "<img src=x onerror=alert(1)>", '部" onload="x', "-->"): check(words in text, "hostile words are not shown as they are:", words)
    check("\x1b" not in raw, "an escape character")
    if shutil.which("chromium"): check("<title>owned" not in dump(path), "a script of a sheet ran")
print("\n".join(faults[:40]) or f"{len(samples)} samples: the page stands alone and says what the JSON says")
sys.exit(bool(faults))
