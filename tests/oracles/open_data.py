# SPDX-License-Identifier: MIT
"""usage: open_data.py GOALSHEET SOURCE_DIR TOOLS     the CSV sets keep what datapackage.json says of them, two cities share no ID,
and DuckDB's totals (schemas/sql, npm @duckdb/node-api in TOOLS) are those of the summary"""
import csv, datetime, json, os, pathlib, re, shutil, subprocess, sys, tempfile

goalsheet, source, tools = sys.argv[1:4]
goalsheet = os.path.abspath(goalsheet)
samples = sorted(str(p.resolve()) for p in pathlib.Path(source, "samples").glob("*/r*") if p.suffix in (".html", ".txt"))
CITIES = {"京浜市": "209996", "白樺市": "011002"}
faults = []


def check(claim, *words):
    if not claim: faults.append(" ".join(map(str, words)))


def run(*arguments, cwd):
    done = subprocess.run([goalsheet, *map(str, arguments)], capture_output=True, cwd=cwd)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode("utf-8")


def make_cities(folder):
    """The samples twice, as those of two cities that have departments of the same names."""
    for name in CITIES:
        (folder / "sheets" / name).mkdir(parents=True)
        for page in samples: shutil.copy(page, folder / "sheets" / name)
    lines = [f"{code},{name}" for name, code in CITIES.items()]
    (folder / "cities.csv").write_text("\ufeffcity_code,city_name\r\n" + "\r\n".join(lines) + "\r\n", encoding="utf-8")


def is_of(kind, text):
    if kind == "string": return True
    if kind == "integer": return re.fullmatch(r"-?\d+", text)
    if kind == "number": return re.fullmatch(r"-?\d+(\.\d+)?(e-?\d+)?", text)
    if kind == "date": return datetime.date.fromisoformat(text)
    return False


def read_table(folder, resource):
    text = (folder / resource["path"]).read_bytes().decode(resource["encoding"])
    check("\r\n" in text and "\n" not in text.replace("\r\n", ""), resource["path"], "line ends")
    records = list(csv.reader(text.splitlines()))
    fields = resource["schema"]["fields"]
    check(records[0] == [field["name"] for field in fields], resource["path"], "header")
    for record in records[1:]:
        for field, value in zip(fields, record, strict=True):
            check(value == "" or is_of(field["type"], value), resource["path"], field["name"], "is no", field["type"], value)
    return [dict(zip(records[0], record)) for record in records[1:]]


def check_package(folder):
    """Types, keys and references, as Table Schema means them; no path of this computer anywhere."""
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    check(package["profile"] == "tabular-data-package", folder, "profile")
    tables = {resource["name"]: read_table(folder, resource) for resource in package["resources"]}
    check({p.stem for p in folder.glob("*.csv")} == set(tables), folder, "files", sorted(tables))
    for resource in package["resources"]:
        schema, rows = resource["schema"], tables[resource["name"]]
        if "primaryKey" in schema:
            keys = [row[schema["primaryKey"]] for row in rows]
            check(len(set(keys)) == len(keys) and all(keys), resource["name"], "primary key")
        for key in schema.get("foreignKeys", []):
            known = {row[key["reference"]["fields"]] for row in tables[key["reference"]["resource"]]}
            lost = {row[key["fields"]] for row in rows} - known - {""}
            check(not lost, resource["name"], key["fields"], "leads nowhere:", sorted(lost)[:3])
    for path in folder.glob("*.csv"): check(os.fsencode(os.path.dirname(samples[0])) not in path.read_bytes(), path, "a path of this computer")
    return tables


def sql(*names): return "\n".join(pathlib.Path(source, "schemas/sql", name).read_text(encoding="utf-8") for name in names)


def query(text):
    script = pathlib.Path(source, "tests/support/run_duckdb.js")
    done = subprocess.run(["node", script], input=text.encode(), capture_output=True, env={**os.environ, "NODE_PATH": f"{tools}/node_modules"})
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


def check_totals(rows, summary, where):
    told = {year["fiscal_year"]: year for year in summary["years"]}
    check({row["fiscal_year"] for row in rows} == set(told), where, "years", [row["fiscal_year"] for row in rows])
    for row in rows:
        year = told[row["fiscal_year"]]
        total = year["total"]
        spot = f"{where} {row['fiscal_year']}"
        check(row["against"] == year["against"], spot, "against", row["against"])
        check(int(row["indicators"]) == total["indicators"], spot, "indicators", row["indicators"], total["indicators"])
        for name in ("achieved", "on-track", "behind", "not-reported"):
            check(int(row[name.replace("-", "_")]) == total["statuses"][name], spot, name, row[name.replace("-", "_")], total["statuses"][name])
        for stage in ("midterm", "final"):
            rate, mean = total[f"{stage}_rate"], row[f"{stage}_mean"]
            check(int(row[f"{stage}_n"]) == rate["n"], spot, stage, "n", row[f"{stage}_n"], rate["n"])
            same = mean is None if rate["mean"] is None else mean is not None and abs(mean - rate["mean"]) < 1.1e-4
            check(same, spot, stage, "mean", mean, rate["mean"])


def check_duckdb(folder):
    if not shutil.which("node") or not pathlib.Path(tools, "node_modules/@duckdb/node-api").exists():
        return print("note: npm's @duckdb/node-api is not installed, the totals in SQL are left out (make test-packages)")
    summary = json.loads(run("summary", "sheets", "--cities", "cities.csv", "--to", "json", cwd=folder))
    for where in ("csv", "parted/*/*"):
        rows = query(f"SET VARIABLE folder = '{folder}/{where}';" + sql("load_csv.sql", "totals_csv.sql"))
        check_totals(rows, summary, where)
    for stage in ("midterm", "final"):
        run("diff", "sheets", "--cities", "cities.csv", "--against", stage, "--format", "ndjson", "-o", f"{stage}.ndjson", cwd=folder)
    files = ", ".join(f"'{folder}/{stage}.ndjson'" for stage in ("midterm", "final"))
    check_totals(query(f"SET VARIABLE files = [{files}];" + sql("load_ndjson.sql", "totals_ndjson.sql")), summary, "ndjson")
    print("DuckDB has the summary's totals from CSV, partitions and NDJSON")


def check_ids(folder, tables):
    codes = {row["city_code"] for row in tables["sheets"]}
    check(codes == set(CITIES.values()), "cities", codes)
    for name, rows in tables.items():
        for row in rows:
            for column in ("id", "sheet_id", "item_id", "measure_id", "indicator_id"):
                if name not in ("codes", "definitions") and row.get(column):
                    check(row[column].startswith(row["city_code"] + "-"), name, column, row[column])
    lines = [json.loads(line) for line in run("export", "sheets", "--cities", "cities.csv", "--to", "ndjson", cwd=folder).splitlines()]
    ids = [sheet["sheet_id"] for line in lines for sheet in line["sheets"]]
    check(sorted(ids) == sorted(row["sheet_id"] for row in tables["sheets"]), "NDJSON and CSV have other sheets")
    measures = {m["measure_id"] for line in lines for s in line["sheets"] for i in s["items"] for m in i["measures"]}
    check(measures == {row["measure_id"] for row in tables["measures"]} - {""}, "NDJSON and CSV have other measures")


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name).resolve()
    make_cities(folder)
    common = ("export", "sheets", "--cities", "cities.csv", "--to", "csv", "--quiet")
    run(*common, "--header", "physical", "-o", "csv/", cwd=folder)
    run(*common, "-o", "ja/", cwd=folder)
    run(*common, "--header", "physical", "--partition-by", "year,city", "-o", "parted/", cwd=folder)
    run("summary", "sheets", "--cities", "cities.csv", "--to", "csv", "--header", "physical", "-o", "summary/", "--quiet", cwd=folder)
    run("export", *samples, "--to", "csv", "-o", "absolute/", "--quiet", cwd=folder)
    tables = check_package(folder / "csv")
    parts = [part for part in (folder / "parted").glob("*/*")]
    for part in (folder / "ja", folder / "summary", folder / "absolute", *parts): check_package(part)
    check(len(parts) > 2 and all(re.fullmatch(r"year=\d{4}/city=\d{6}", str(p.relative_to(folder / "parted"))) for p in parts), "partitions", parts)
    check_ids(folder, tables)
    check_duckdb(folder)
for fault in faults[:20]: print("FAULT", fault)
print(f"{len(samples)} pages of two cities, {len(faults)} faults")
sys.exit(bool(faults))
