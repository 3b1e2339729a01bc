# SPDX-License-Identifier: MIT
"""usage: json_schema.py GOALSHEET SOURCE_DIR     every page's JSON and NDJSON against schemas/document.schema.json, the form against its own"""
import copy, json, pathlib, sys
from pages import export, export_json, find_pages, skip

try:
    from jsonschema import Draft202012Validator
except ImportError:
    skip("python3-jsonschema is not installed")

goalsheet, source = sys.argv[1:3]
schema = json.loads(pathlib.Path(source, "schemas/document.schema.json").read_text(encoding="utf-8"))
Draft202012Validator.check_schema(schema)
whole = Draft202012Validator(schema)
one = Draft202012Validator({**schema["$defs"]["document"], "$defs": schema["$defs"]})
pages = find_pages(source)

output = export_json(goalsheet, pages)
errors = [f"{'/'.join(map(str, e.absolute_path))}: {e.message[:200]}" for e in whole.iter_errors(output)]
assert len(output["documents"]) == len(pages)

lines = export(goalsheet, pages, "--to", "ndjson").splitlines()


def without_ids(document):
    for sheet in document["sheets"]:
        assert sheet.pop("sheet_id") and all(m.pop("measure_id") for item in sheet["items"] for m in item["measures"])
    document["source"]["path"] = str(next(page for page in pages if str(page).endswith(document["source"]["path"])))
    return document


assert [without_ids(json.loads(line)) for line in lines] == output["documents"], "NDJSON says something else than JSON"
errors += [f"NDJSON line {n}: {e.message[:200]}" for n, line in enumerate(lines, 1) for e in one.iter_errors(json.loads(line))]

# A schema that takes anything would find nothing above.
for spoil in (
    lambda d: d.pop("schema_version"),
    lambda d: d["documents"][0]["sheets"][0].update(extra=1),
    lambda d: d["documents"][0]["sheets"][0].update(goal=None),
    lambda d: d["documents"][0]["sheets"][0]["items"][0]["measures"][0].pop("final"),
    lambda d: d["documents"][0]["source"].update(sha256="x"),
):
    spoilt = copy.deepcopy(output)
    spoil(spoilt)
    assert not whole.is_valid(spoilt), "the schema accepts a spoilt document"

form_schema = Draft202012Validator(json.loads(pathlib.Path(source, "schemas/form.schema.json").read_text(encoding="utf-8")))
form = json.loads(pathlib.Path(source, "schemas/forms/ueda.json").read_text(encoding="utf-8"))
errors += [f"forms/ueda.json: {e.message[:200]}" for e in form_schema.iter_errors(form)]
form["fields"][0].pop("field", None)
assert not form_schema.is_valid(form), "the form's schema accepts a field without its name"

print("\n".join(errors) or f"{len(pages)} pages are valid")
sys.exit(bool(errors))
