# SPDX-License-Identifier: MIT
"""usage: summary.py GOALSHEET SOURCE_DIR     the summary's figures, counted again from export and diff"""
import collections, copy, json, pathlib, subprocess, sys
from pages import export_json, find_pages

goalsheet, source = sys.argv[1:3]
STANDING = {
    "achieved": "on-course", "within": "on-course", "on-track": "on-course", "done": "on-course", "in-progress": "under-way",
    "behind": "behind", "over": "behind", "unclear": "open", "planned": "open", "no-figure": "open", "preparing": "open", "stated": "open",
    "not-reported": "not-reported",
}
faults = []


def check(claim, *words):
    if not claim: faults.append(" ".join(map(str, words)))


def run_json(*arguments):
    done = subprocess.run([goalsheet, *map(str, arguments)], capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


def squeeze(text):
    return " ".join(text.split())


def count_again(pages, year, against):
    """Counts by department from the JSON export (goals, items, measures, SDGs) and from diff (statuses)."""
    departments, sdgs, reports = {}, collections.Counter(), {}
    for page in pages:
        for document in export_json(goalsheet, [page])["documents"]:
            for sheet in document["sheets"]:
                if (sheet["fiscal_year"] or document["fiscal_year"] or {"gregorian": None})["gregorian"] != year: continue
                name = squeeze(sheet["department"] or document["department"])
                counts = departments.setdefault(name, collections.Counter())
                counts["goals"] += 1
                counts["items"] += len(sheet["items"])
                counts["measures"] += sum(len(item["measures"]) for item in sheet["items"])
                for number in {sdg["number"] for sdg in sheet["sdgs"]}: sdgs[number] += 1
        for stage in ("midterm", "final"):
            for row in run_json("diff", page, "--against", stage, "--format", "json")["progress"]:
                if row["fiscal_year"] != year: continue
                name = squeeze(row["department"])
                if row["rate"] is not None and row["status"] != "unclear": reports.setdefault((name, stage), []).append(row["rate"])
                if stage == against:
                    departments[name]["indicators"] += 1
                    departments[name][row["status"]] += 1
                    departments[name][STANDING[row["status"]] + "*"] += 1
    return departments, sdgs, reports


def mean(rates):
    return sum(rates) / len(rates) if rates else None


def check_counts(where, counts, again, rates):
    for name in ("goals", "items", "measures", "indicators"): check(counts[name] == again[name], where, name, counts[name], again[name])
    for name, value in counts["statuses"].items(): check(value == again[name], where, name, value, again[name])
    for name, value in counts["standings"].items(): check(value == again[name + "*"], where, "standing", name, value, again[name + "*"])
    check(sum(counts["standings"].values()) == counts["indicators"], where, "the groups do not add up")
    check(counts["reported"] == counts["indicators"] - again["not-reported"], where, "reported")
    for stage in ("midterm", "final"):
        own = rates.get(stage, [])
        told = counts[f"{stage}_rate"]
        check(told["n"] == len(own), where, stage, "n", told["n"], len(own))
        # Rates in diff's JSON are rounded to four places.
        if own: check(abs(told["mean"] - mean(own)) < 1.1e-4, where, stage, "mean", told["mean"], mean(own))
        else: check(told["mean"] is None, where, stage, "a mean of nothing")


def check_run(pages):
    summary = run_json("summary", *pages, "--to", "json")
    sheets = 0
    for year in summary["years"]:
        where = f"{year['fiscal_year']}"
        departments, sdgs, rates = count_again(pages, year["fiscal_year"], year["against"])
        check({d["department"] for d in year["departments"]} == set(departments), where, "departments", departments.keys())
        total = collections.Counter()
        for department in year["departments"]:
            name = department["department"]
            own = {stage: rates.get((name, stage), []) for stage in ("midterm", "final")}
            check_counts(f"{where} {name}", department["counts"], departments.get(name, total), own)
            total.update(departments.get(name, {}))
        every = {stage: [rate for (_, s), list in rates.items() if s == stage for rate in list] for stage in ("midterm", "final")}
        check_counts(f"{where} in all", year["total"], total, every)
        check({s["number"]: s["goals"] for s in year["sdgs"]} == {n: sdgs[n] for n in range(1, 18)}, where, "SDGs")
        sheets += year["total"]["goals"]
    check(sheets == len(summary["goals"]), "goals", sheets, len(summary["goals"]))
    check(sum(y["total"]["indicators"] for y in summary["years"]) == len(summary["indicators"]), "indicators")
    return summary


def check_schema(summary):
    try:
        from jsonschema import Draft202012Validator
    except ImportError:
        return print("note: python3-jsonschema is not installed, the schema is left out")
    schema = json.loads(pathlib.Path(source, "schemas/summary.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    faults.extend(f"{'/'.join(map(str, e.absolute_path))}: {e.message[:200]}" for e in validator.iter_errors(summary))
    # A schema that takes anything would find nothing above.
    for spoil in (
        lambda s: s.pop("schema_version"),
        lambda s: s["years"][0]["total"]["standings"].pop("behind"),
        lambda s: s["indicators"][0].update(status="fine"),
        lambda s: s["goals"][0].update(extra=1),
        lambda s: s["inputs"][0].update(sha256="x"),
    ):
        spoilt = copy.deepcopy(summary)
        spoil(spoilt)
        check(not validator.is_valid(spoilt), "the schema accepts a spoilt summary")


pages = find_pages(source)
samples = [page for page in pages if pathlib.Path(source) in page.parents]
summary = check_run(samples)
check_schema(summary)
goals = len(summary["goals"])
# The real page is in several formats; each alone must come to the same.
for page in (page for page in pages if page not in samples): goals += len(check_run([page])["goals"])
print("\n".join(faults) or f"{len(pages)} pages, {goals} goals, {len(summary['indicators'])} indicators of samples: every figure counted again")
sys.exit(bool(faults))
