# SPDX-License-Identifier: MIT
"""usage: rendered.py GOALSHEET SOURCE_DIR     pages and workbooks as they are printed: nothing outside of a page, a page for each year's
figures, letters that can be read; through Chromium and LibreOffice"""
import html, pathlib, re, shutil, subprocess, sys, tempfile
from pages import find_pages, skip

goalsheet, source = sys.argv[1:3]
SMALLEST = 7.9  # points: 8 as Chromium rounds them
faults = []
if not all(map(shutil.which, ("chromium", "soffice", "pdftotext"))): skip("Chromium, LibreOffice or poppler is not installed")


def check(claim, *words):
    if not claim: faults.append(" ".join(map(str, words)))


def make(*arguments):
    done = subprocess.run([goalsheet, *map(str, arguments), "--quiet"], capture_output=True)
    assert done.returncode in (0, 1), done.stderr.decode()


def print_page(page):
    pdf = page.with_suffix(".html.pdf")
    subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--print-to-pdf={pdf}", page.as_uri()], capture_output=True, check=True, timeout=120)
    return pdf


def print_book(book):
    subprocess.run(["soffice", f"-env:UserInstallation=file://{book.parent}/profile", "--headless", "--convert-to", "pdf", "--outdir", book.parent, book], capture_output=True, check=True, timeout=300)
    return book.with_suffix(".pdf")


def pages_of(pdf):
    """The words of each page with their boxes."""
    text = subprocess.run(["pdftotext", "-bbox", pdf, "-"], capture_output=True, check=True).stdout.decode("utf-8", "replace")
    pages = []
    for width, height, body in re.findall(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', text, re.S):
        words = re.findall(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>', body)
        pages.append((float(width), float(height), [(*map(float, word[:4]), html.unescape(word[4])) for word in words]))
    return pages


def check_inside(name, pages):
    check(pages, name, "has no page")
    for number, (width, height, words) in enumerate(pages, 1):
        check(width > height, name, "page", number, "is not landscape")
        check(words, name, "page", number, "is empty")
        outside = [w[4] for w in words if w[0] < 0 or w[1] < 0 or w[2] > width + 1 or w[3] > height + 1]
        check(not outside, name, "page", number, "has words outside of it:", outside[:3])


def check_summary(folder, pages):
    page = folder / "summary.html"
    make("summary", *pages, "-o", page)
    printed = pages_of(print_page(page))
    check_inside("summary.html", printed)
    text = page.read_text(encoding="utf-8")
    years = re.findall(r"<h2[^>]*>(\d{4})年度", text)
    heads = ["".join(word[4] for word in words[:4]) for _, _, words in printed]
    for year in years: check(any(f"{year}年度" in head for head in heads), "summary.html: no page begins with", year)
    style = text[text.index("@media print") : text.index("</style>")]
    small = [size for size in re.findall(r"font-size: ([\d.]+)pt", style) if float(size) < SMALLEST]
    check(not small, "summary.html prints letters of", small, "points")
    check(len(printed) <= 2 * len(pages) + len(years) + 4, "summary.html has", len(printed), "pages")


def check_comparison(folder, old, new):
    for name in ("changes.html", "changes.xlsx"): make("compare", old, new, "-o", folder / name, "--lang", "ja")
    for pdf in (print_page(folder / "changes.html"), print_book(folder / "changes.xlsx")):
        pages = pages_of(pdf)
        check_inside(pdf.name, pages)
        for number, (_, _, words) in enumerate(pages, 1):
            text = "".join(word[4] for word in words)
            check("変更の理由" in text, pdf.name, "page", number, "has no head")


def check_export(folder, page):
    book = folder / "export.xlsx"
    make("export", page, "-o", book)
    check_inside("export.xlsx", pages_of(print_book(book)))


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name).resolve()
    pages = [page for page in find_pages(source) if pathlib.Path(source) in page.parents]
    check_summary(folder, pages)
    check_comparison(folder, *sorted(pathlib.Path(source, "samples").glob("*/*-kodomo-mirai.html"), key=lambda page: page.name))
    check_export(folder, pages[0])
print("\n".join(faults[:30]) or f"{len(pages)} samples: summary, comparison and workbook print inside their pages")
sys.exit(bool(faults))
