# SPDX-License-Identifier: MIT
"""usage: progress_schema.py GOALSHEET SOURCE_DIR     every page's progress against schemas/progress.schema.json, and
the CSV against the JSON"""
import copy, csv, io, json, pathlib, re, subprocess, sys
from pages import find_pages, skip

try:
    from jsonschema import Draft202012Validator
except ImportError:
    skip("python3-jsonschema is not installed")

goalsheet, source = sys.argv[1:3]
schema = json.loads(pathlib.Path(source, "schemas/progress.schema.json").read_text(encoding="utf-8"))
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema)
pages = find_pages(source)

# The page that officers open names them in words of its own.
words = pathlib.Path(source, "cmd/page/app/words.js").read_text(encoding="utf-8").partition("kStatusNames = {")[2].partition("};")[0]
statuses = schema["$defs"]["row"]["properties"]["status"]["enum"]
unnamed = [status for status in statuses if not re.search(rf"^ *'?{status}'?: ", words, re.MULTILINE)]
assert statuses and not unnamed, f"words.js has no name for {unnamed}"


def diff(*arguments):
    run = subprocess.run([goalsheet, "diff", *map(str, pages), *arguments], capture_output=True, check=True)
    return run.stdout.decode("utf-8")


def figures_follow(row):
    """Rates and statuses, as far as they can be said without the words"""
    target, result, rate, improvement, status = (row[k] for k in ("target", "result", "rate", "improvement", "status"))
    if (row["confidence"] is None) != (result is None) or (rate is not None and row["direction"] != "up") or (improvement is not None and row["baseline"] is None):
        return False
    share = rate if improvement is None else improvement
    if target is None:
        return result is None and share is None and row["pace"] is None and row["direction"] == "unknown" and status in ("done", "in-progress", "preparing", "stated", "not-reported")
    if status in ("no-figure", "not-reported"):
        return result is None and share is None and row["state"] == "none"
    if status == "planned":
        return result is not None and share is None and row["state"] == "planned"
    if status in ("within", "over"):
        return share is None and row["direction"] == "down"
    if rate is not None and row["unit"] == row["result_unit"] and abs(rate - result / target) > 1e-4:
        return False
    if status == "unclear":
        return improvement is None and row["note"] != "" and (row["direction"] == "unknown" or row["baseline"] is not None)
    if share is None or (improvement is None and row["baseline"] is not None):
        return status in ("achieved", "on-track", "behind")
    if status == "achieved":
        return share >= 1 and row["state"] == "done"
    return (share >= row["pace"] - 1e-4) if status == "on-track" else share <= row["pace"] + 1e-4


errors, rows = [], 0
for against in ("midterm", "final", "auto"):
    for language in ("ja", "en"):
        text = diff("--format", "json", "--against", against, "--lang", language)
        output = json.loads(text)
        errors += [f"{'/'.join(map(str, e.absolute_path))}: {e.message[:200]}" for e in validator.iter_errors(output)]
        errors += [f"does not follow: {json.dumps(r, ensure_ascii=False)}" for r in output["progress"] if not figures_follow(r)]
        assert {r["source"] for r in output["progress"]} == set(map(str, pages)), "a page has no row"
        rows += len(output["progress"])

    # The CSV has the same rows under the JSON's names.
    records = list(csv.DictReader(io.StringIO(diff("--format", "csv", "--against", against, "--lang", "en").lstrip("\ufeff"))))
    assert len(records) == len(output["progress"])
    for record, row in zip(records, output["progress"]):
        assert set(row) <= set(record), set(row) - set(record)
        for name in ("target", "baseline", "result", "projected"):
            assert (record[name] == "") == (row[name] is None) and (not record[name] or float(record[name]) == row[name]), (record, row)

# A schema that takes anything would find nothing above.
for spoil in (
    lambda d: d.pop("against"),
    lambda d: d.update(as_of="30.9.2025"),
    lambda d: d["progress"][0].update(extra=1),
    lambda d: d["progress"][0].pop("note"),
    lambda d: d["progress"][0].update(target="300"),
    lambda d: d["progress"][0].update(status="good"),
    lambda d: d["progress"][0].update(pace=1.5),
    lambda d: d["progress"][0].update(rate=-0.25),
    lambda d: d["progress"][0].update(direction=""),
    lambda d: d["progress"][0].update(line=0),
):
    spoilt = copy.deepcopy(output)
    spoil(spoilt)
    assert not validator.is_valid(spoilt), "the schema accepts spoilt progress"

print("\n".join(errors) or f"{rows} rows of {len(pages)} pages are valid")
sys.exit(bool(errors))
