# SPDX-License-Identifier: MIT
"""usage: markdown.py GOALSHEET SOURCE_DIR     what cmark-gfm makes of our Markdown says exactly what the model says"""
import html, re, shutil, subprocess, sys, unicodedata
from html.parser import HTMLParser
from pages import export, export_json, find_pages, skip

if not shutil.which("cmark-gfm"):
    skip("cmark-gfm is not installed")
goalsheet, source = sys.argv[1:3]


class Rendered(HTMLParser):
    def __init__(self):
        super().__init__()
        self.text, self.headings, self.rows, self.tags = "", [], [], set()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        if re.fullmatch("h[1-6]", tag): self.headings.append([int(tag[1]), ""])
        if tag == "table": self.rows.append([])
        if tag == "tr": self.rows[-1].append(0)
        if tag in ("td", "th"): self.rows[-1][-1] += 1

    def handle_data(self, data):
        self.text += data
        if self.lasttag and re.fullmatch("h[1-6]", self.lasttag): self.headings[-1][1] += data


def render(markdown):
    run = subprocess.run(["cmark-gfm", "-e", "table", "-e", "strikethrough", "-e", "autolink"], input=markdown.encode(), capture_output=True, check=True)
    return run.stdout.decode("utf-8")


def squash(text):
    return re.sub(r"[\s・]", "", unicodedata.normalize("NFKC", text.replace(" ／ ", "")))


def texts(sheet):
    yield sheet["goal"]
    yield from (a[k] for a in sheet["alignments"] for k in ("plan", "text"))
    yield from (sheet["situation"], sheet["purpose"], *sheet["notes"].values())
    yield from (s["name"] for s in sheet["sdgs"])
    yield from (u["text"] for u in sheet["unplaced"])
    for item in sheet["items"]:
        yield item["title"]
        yield from (m[k] for m in item["measures"] for k in ("action", "deadline", "target", "midterm", "final"))


def faults(page):
    page_html = render(export(goalsheet, [page], "--to", "md"))
    out = Rendered()
    out.feed(page_html)
    sheets = [s for d in export_json(goalsheet, [page])["documents"] for s in d["sheets"]]
    if "raw HTML omitted" in page_html: yield "raw HTML was left out"
    if out.tags & {"del", "em", "strong", "code", "pre", "hr", "blockquote", "ol"}: yield f"markup we did not write: {out.tags}"
    headings = [h for level, h in out.headings if level == 3 and h.startswith("取組") and re.match(r"取組\d", h)]
    items = sum(len(s["items"]) for s in sheets)
    if len(headings) != items: yield f"{len(headings)} headings for {items} items"
    yield from (f"a table with rows of {sorted(set(rows))} cells" for rows in out.rows if len(set(rows)) != 1)
    yield from (f"a table {rows[0]} columns wide" for rows in out.rows if rows[0] > 6)
    said = squash(out.text)
    yield from (f"lost: {text[:60]!r}" for s in sheets for text in texts(s) if squash(text) not in said)


failed = False
hostile = sys.argv[3:]
pages = find_pages(source) + hostile
for page in pages:
    for fault in faults(page):
        print(f"{page}: {fault}")
        failed = True
print(f"{len(pages)} pages rendered")
sys.exit(failed)
