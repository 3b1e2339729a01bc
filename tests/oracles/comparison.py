# SPDX-License-Identifier: MIT
"""usage: comparison.py GOALSHEET SOURCE_DIR     every pair of pages compared: its JSON against the schema, and against the documents"""
import copy, itertools, json, pathlib, subprocess, sys
from pages import export_json, find_pages, skip

try:
    from jsonschema import Draft202012Validator
except ImportError:
    skip("python3-jsonschema is not installed")

goalsheet, source = sys.argv[1:3]
schema = json.loads(pathlib.Path(source, "schemas/comparison.schema.json").read_text(encoding="utf-8"))
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema)
pages = find_pages(source)


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from strings(inner)


def faults(old, new):
    run = subprocess.run([goalsheet, "compare", str(old), str(new), "--format", "json"], capture_output=True)
    result = json.loads(run.stdout)
    yield from (f"{'/'.join(map(str, e.absolute_path))}: {e.message[:200]}" for e in validator.iter_errors(result))
    if run.returncode != (0 if result["equal"] else 1): yield f"exit code {run.returncode}"
    if result["equal"] != (old == new): yield f"equal: {result['equal']}"
    said = {"before": "\n".join(strings(export_json(goalsheet, [old]))), "after": "\n".join(strings(export_json(goalsheet, [new])))}
    for one in result["differences"]:
        for side, gone in (("before", "added"), ("after", "removed")):
            if one["words"] and "".join(w["text"] for w in one["words"] if w["op"] != gone) != one[side]:
                yield f"words do not give {side}: {one['before'][:40]!r}"
            if one["part"] == "measure" and one["field"] and one[side] not in said[side]:
                yield f"no text of the {side} version: {one[side][:40]!r}"


failed, pairs = False, [(page, page) for page in pages] + list(itertools.permutations(pages[:6], 2))
for old, new in pairs:
    for fault in faults(old, new):
        print(f"{old} {new}: {fault}")
        failed = True

spoilt = json.loads(subprocess.run([goalsheet, "compare", str(pages[0]), str(pages[1]), "--format", "json"], capture_output=True).stdout)
spoilt["differences"][0]["kind"] = "other"
assert not validator.is_valid(spoilt), "the schema accepts a spoilt comparison"
print(f"{len(pairs)} pairs compared")
sys.exit(failed)
