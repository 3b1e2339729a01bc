# SPDX-License-Identifier: MIT
"""usage: samples.py GOALSHEET SOURCE_DIR     every field of every sample against what its author put there"""
import json, pathlib, re, sys, unicodedata
from pages import export_json

goalsheet, source = sys.argv[1:3]
gold = json.loads(pathlib.Path(source, "tests/golden/samples.json").read_text(encoding="utf-8"))
SPACED = {"copied-text/r7-kyoiku.txt"}  # a browser's copy joins the lines of a cell with spaces


def squash(text):
    return re.sub(r"[\s・]", "", unicodedata.normalize("NFKC", text))


def lines(text):
    return [squash(line) for line in text.split("\n") if squash(line)]


def leaves(value, path=""):
    if isinstance(value, dict):
        for key, inner in value.items(): yield from leaves(inner, f"{path}.{key}")
    elif isinstance(value, list):
        yield f"{path}.length", len(value)
        for at, inner in enumerate(value): yield from leaves(inner, f"{path}[{at}]")
    else:
        yield path, value


def shape(sheet):
    """the exported sheet in the gold's terms"""
    picked = {k: sheet[k] for k in ("goal", "department", "priority", "alignments", "situation", "purpose", "items", "notes")}
    return {**picked, "fiscal_year": (sheet["fiscal_year"] or {}).get("gregorian"), "sdgs": [s["number"] for s in sheet["sdgs"]]}


def faults(name, want, got):
    if len(want) != len(got): yield f"{len(got)} sheets, {len(want)} are there"
    for at, (wanted, sheet) in enumerate(zip(want, got), 1):
        have = dict(leaves(shape(sheet)))
        for path, value in leaves(wanted):
            same = have.get(path) == value
            if isinstance(value, str):
                text = have.get(path, "")
                same = squash(text) == squash(value) if name in SPACED else lines(text) == lines(value)
            if not same: yield f"sheet {at} {path}: want {value!r}, got {have.get(path)!r}"
        for text in sheet["unplaced"]:
            if not text["text"].startswith("<ul"): yield f"sheet {at}: unplaced {text['text']!r}"


failed = False
for name, want in gold.items():
    page = export_json(goalsheet, [pathlib.Path(source, "samples", name)])
    for fault in faults(name, want, page["documents"][0]["sheets"]):
        print(f"{name}: {fault}")
        failed = True
print(f"{len(gold)} samples, {sum(map(len, gold.values()))} sheets")
sys.exit(failed)
