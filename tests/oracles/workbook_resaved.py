# SPDX-License-Identifier: MIT
"""usage: workbook_resaved.py GOALSHEET SOURCE_DIR     a workbook that LibreOffice has opened and saved again reads the same"""
import json, os, pathlib, shutil, subprocess, sys, tempfile
from pages import find_pages, skip

goalsheet, source = map(os.path.abspath, sys.argv[1:3])
if not shutil.which("soffice"): skip("LibreOffice is not installed")


def run(*arguments):
    done = subprocess.run(list(map(str, arguments)), capture_output=True, timeout=300)
    assert done.returncode == 0, (arguments, done.stderr.decode())
    return done.stdout


def content(value):
    """a document without its file: where it was read, and what its reader remarked"""
    if isinstance(value, dict):
        return {k: content(v) for k, v in value.items() if k not in ("source", "remarks", "line", "column", "cell")}
    return [content(v) for v in value] if isinstance(value, list) else value


def read(path):
    return content(json.loads(run(goalsheet, "export", path))["documents"])


faults = 0
with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    pages = find_pages(source)
    for number, page in enumerate(pages): run(goalsheet, "export", page, "-q", "-o", folder / f"{number}.xlsx")
    saved = folder / "saved"
    run("soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx", "--outdir", saved, *sorted(folder.glob("*.xlsx")))
    for number, page in enumerate(pages):
        again = saved / f"{number}.xlsx"
        assert again.read_bytes() != (folder / f"{number}.xlsx").read_bytes(), "LibreOffice has not saved it"
        if read(again) != read(page):
            print(f"{page.name}: LibreOffice's copy of the workbook reads differently")
            faults += 1
print(f"{len(pages)} workbooks, {faults} differ")
sys.exit(bool(faults))
