# SPDX-License-Identifier: MIT
"""usage: form_learn.py GOALSHEET SOURCE_DIR     a form learned from one page of a layout reads three others of it, after at most five lines edited by hand

A layout (tests/data/learned) is a page with {field1} for a text of the first item, a line of =====, „edit<TAB>what<TAB>by what“ for each line a
person changes in the draft, the fields in a line, and a line of texts for each page. The form is learned from the first page."""
import json, os, pathlib, re, subprocess, sys, tempfile

goalsheet, source = map(os.path.abspath, sys.argv[1:3])
MOST_EDITED = 5
MEASURE = ("action", "deadline", "target", "midterm", "final")
faults = []


def run(*arguments):
    return subprocess.run([goalsheet, *map(str, arguments)], capture_output=True, text=True, timeout=300)


def load(path):
    template, data = path.read_text(encoding="utf-8").split("=====\n")
    lines = [line.split("\t") for line in data.splitlines() if line]
    edits = [line[1:] for line in lines if line[0] == "edit"]
    names, *pages = [line for line in lines if line[0] != "edit"]
    assert all(len(page) == len(names) for page in pages), (path, [len(page) for page in pages], len(names))
    return template, edits, [dict(zip(names, page)) for page in pages]


def edited(form, edits):
    """what a person makes of the draft, and how many of its lines are others then"""
    lines = form.splitlines()
    for old, new in edits:
        place = next((i for i, line in enumerate(lines) if old in line), None)
        assert place is not None, (old, form)
        lines[place] = lines[place].replace(old, new)
    return "\n".join(lines), sum(a != b for a, b in zip(form.splitlines(), lines))


def kept_texts(part):
    """texts of extras and series, units and baselines, wherever they are tied to"""
    if isinstance(part, list): return [text for one in part for text in kept_texts(one)]
    if not isinstance(part, dict): return []
    own = [one["text"] for key in ("extras", "series") for one in part.get(key, [])]
    own += [one.get(key) or "" for one in part.get("indicators", []) for key in ("unit", "baseline")]
    return own + [text for value in part.values() for text in kept_texts(value)]


def text_at(sheets, field, number):
    """an item's number counts through all sheets; with a unit of its own, a figure may stand before it"""
    if field == "goal": return sheets[number - 1]["goal"] if number <= len(sheets) else ""
    items = [item for sheet in sheets for item in sheet["items"]]
    if number > len(items): return ""
    item, measure = items[number - 1], items[number - 1]["measures"][0]
    indicators = measure.get("indicators") or [{}]
    if field == "item": return item["title"] or indicators[0].get("name", "")
    return indicators[0].get(field) or measure[field] if field in ("target", "final") else measure[field]


def hold(name, page, texts, form):
    documents = json.loads(run("export", page, "--to", "json", "--form", form, "-q").stdout or '{"documents": []}')["documents"]
    sheets = [sheet for document in documents for sheet in document["sheets"]]
    kept = kept_texts(sheets)
    for key, text in texts.items():
        field, number = re.fullmatch(r"([a-z]+)(\d*)", key).groups()
        if field == "year": continue
        found = text in kept if field == "extra" else text_at(sheets, field, int(number)) == text
        if not found: faults.append(f"{name}, {page.name}: {key} is not “{text}”" + ("" if field == "extra" else f" but “{text_at(sheets, field, int(number))}”"))


def check_layout(path, folder):
    template, edits, contents = load(path)
    pages = []
    for i, texts in enumerate(contents):
        pages.append(folder / f"{path.stem}-{i}.html")
        pages[-1].write_text("<!DOCTYPE html><meta charset=utf-8>" + re.sub(r"\{(\w+)\}", lambda m: texts[m[1]], template), encoding="utf-8")
    draft = run("form", "learn", pages[0])
    if draft.returncode != 0: return faults.append(f"{path.stem}: form learn says {draft.stderr}")
    text, changed = edited(draft.stdout, edits)
    form = folder / f"{path.stem}.json"
    form.write_text(text, encoding="utf-8")
    if changed > MOST_EDITED: faults.append(f"{path.stem}: {changed} lines had to be edited")
    done = run("form", "check", form, *pages)
    if done.returncode != 0: return faults.append(f"{path.stem}: form check says {done.stdout}{done.stderr}")
    for page, texts in zip(pages, contents): hold(path.stem, page, texts, form)
    print(f"{path.stem}: {changed} lines edited, {len(pages) - 1} other pages of the layout")


with tempfile.TemporaryDirectory() as folder:
    layouts = sorted(pathlib.Path(source, "tests/data/learned").glob("*.layout"))
    assert len(layouts) >= 6, layouts
    for path in layouts: check_layout(path, pathlib.Path(folder))
print("\n".join(faults) or f"a form learned from one page reads the others: {len(layouts)} layouts")
sys.exit(bool(faults))
