# SPDX-License-Identifier: MIT
"""usage: markdown.py GOALSHEET SOURCE_DIR [PAGE...]     what renderers make of our Markdown says exactly what the model says"""
import re, shutil, subprocess, sys, unicodedata
from html.parser import HTMLParser
from pages import export, export_json, find_pages, skip

RENDERERS = {
    "cmark-gfm": ["cmark-gfm", "-e", "table", "-e", "strikethrough", "-e", "autolink"],
    "pandoc": ["pandoc", "--from=markdown-smart", "--to=html", "--wrap=none"],
}
renderers = [name for name in RENDERERS if shutil.which(name)]
if not renderers:
    skip("neither cmark-gfm nor pandoc is installed")
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


def render(renderer, markdown):
    return subprocess.run(RENDERERS[renderer], input=markdown.encode(), capture_output=True, check=True).stdout.decode("utf-8")


UNWRITTEN = {"del", "em", "strong", "code", "pre", "hr", "blockquote", "ol", "dl", "sub", "sup", "img", "math"}


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


def faults(renderer, markdown, sheets):
    page_html = render(renderer, markdown)
    out = Rendered()
    out.feed(page_html)
    if "raw HTML omitted" in page_html: yield "raw HTML was left out"
    if out.tags & UNWRITTEN: yield f"markup we did not write: {out.tags}"
    headings = [h for level, h in out.headings if level == 3 and h.startswith("取組") and re.match(r"取組\d", h)]
    items = sum(len(s["items"]) for s in sheets)
    if len(headings) != items: yield f"{len(headings)} headings for {items} items"
    yield from (f"a table with rows of {sorted(set(rows))} cells" for rows in out.rows if len(set(rows)) != 1)
    yield from (f"a table {rows[0]} columns wide" for rows in out.rows if rows[0] > 6)
    said = squash(out.text)
    yield from (f"lost: {text[:60]!r}" for s in sheets for text in texts(s) if squash(text) not in said)


failed = False
pages = find_pages(source) + sys.argv[3:]
for page in pages:
    markdown = export(goalsheet, [page], "--to", "md")
    sheets = [s for d in export_json(goalsheet, [page])["documents"] for s in d["sheets"]]
    for renderer in renderers:
        for fault in faults(renderer, markdown, sheets):
            print(f"{renderer}: {page}: {fault}")
            failed = True
print(f"{len(pages)} pages rendered with {', '.join(renderers)}")
sys.exit(failed)
