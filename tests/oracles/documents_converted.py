# SPDX-License-Identifier: MIT
"""usage: documents_converted.py GOALSHEET SOURCE_DIR     pages that LibreOffice converts to docx and odt, and workbooks to ods, read the same"""
import json, os, pathlib, re, shutil, subprocess, sys, tempfile
from pages import find_pages, skip

goalsheet, source = map(os.path.abspath, sys.argv[1:3])
if not shutil.which("soffice"): skip("LibreOffice is not installed")
# LibreOffice writes the alternative text of a page's icon as a title, which its docx does not hold: the numbers of icons are lost.
LOST = {"docx": ("sdgs",), "odt": (), "ods": ()}
# What a reader says of an input, and where things stand in it.
OF_THE_FILE = ("source", "remarks", "line", "column", "cell")


def run(*arguments):
    done = subprocess.run(list(map(str, arguments)), capture_output=True, timeout=300)
    assert done.returncode == 0, (arguments, done.stderr.decode())
    return done.stdout


def convert(folder, to, files):
    run("soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", to, "--outdir", folder / to, *files)
    return [folder / to / f"{file.stem}.{to}" for file in files]


SHIFT_JIS = re.compile(rb"(charset=[\"']?)(?:x-sjis|shift_jis)", re.IGNORECASE)


def for_libreoffice(page):
    """It takes &#179; for the byte of that number in the page's charset, ｳ in CP932: such pages are given to it in UTF-8."""
    data = page.read_bytes()
    if not SHIFT_JIS.search(data): return data
    text = SHIFT_JIS.sub(rb"\1utf-8", data).decode("cp932")
    return re.sub("&#(1[2-9]\\d|2\\d\\d);", lambda number: chr(int(number[1])), text).encode()


def content(value, lost):
    if isinstance(value, dict): return {k: content(v, lost) for k, v in value.items() if k not in OF_THE_FILE + lost}
    return [content(v, lost) for v in value] if isinstance(value, list) else value


def read(path, lost):
    return content(json.loads(run(goalsheet, "export", path))["documents"], lost)


faults = compared = 0
with tempfile.TemporaryDirectory(prefix="goalsheet-converted-") as name:
    folder = pathlib.Path(name)
    pages = [page for page in find_pages(source) if page.suffix in (".html", ".htm")]
    for number, page in enumerate(pages):
        (folder / f"{number}.html").write_bytes(for_libreoffice(page))
        run(goalsheet, "export", page, "-q", "-o", folder / f"{number}.xlsx")
    texts = convert(folder, "odt", [folder / f"{n}.html" for n in range(len(pages))])
    if not all(text.exists() for text in texts): skip("LibreOffice Writer is not installed")
    made = {"odt": texts, "docx": convert(folder, "docx", texts), "ods": convert(folder, "ods", [folder / f"{n}.xlsx" for n in range(len(pages))])}
    for kind, files in made.items():
        for page, file in zip(pages, files):
            compared += 1
            if read(file, LOST[kind]) == read(page, LOST[kind]): continue
            print(f"{page.name}: reads differently as {kind}")
            faults += 1
print(f"{compared} files, {faults} differ")
sys.exit(bool(faults))
