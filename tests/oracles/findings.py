# SPDX-License-Identifier: MIT
"""usage: findings.py GOALSHEET SOURCE_DIR     every report of one run against its own specification, and against the others"""
import json, os, pathlib, re, shutil, subprocess, sys, tempfile
import xml.etree.ElementTree as ElementTree
from pages import find_pages, skip

try:
    from jsonschema import Draft4Validator, Draft202012Validator
except ImportError:
    skip("python3-jsonschema is not installed")

goalsheet, source = sys.argv[1:3]
schemas = pathlib.Path(source, "schemas")
shared = os.environ.get("GOALSHEET_SHARED", "")
oracles = pathlib.Path(shared, "oracles") if shared else None
if oracles is None:
    print("note: GOALSHEET_SHARED is not set, the schemas of SARIF, JUnit and rdjson are left out")
FORMATS = {"text": "txt", "json": "json", "github": "log", "sarif": "sarif", "junit": "xml", "gitlab": "gitlab.json", "rdjson": "rdjson"}
faults = []


def check(claim, *words):
    if not claim: faults.append(" ".join(map(str, words)))


def schema_faults(validator, name, data):
    faults.extend(f"{name}: {'/'.join(map(str, e.absolute_path))}: {e.message[:200]}" for e in validator.iter_errors(data))


def run(folder, *arguments, env=None):
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1767225600", **(env or {})}
    environment.pop("GITHUB_ACTIONS", None)
    outputs = [f"--output={name}={folder}/report.{ending}" for name, ending in FORMATS.items()]
    done = subprocess.run([goalsheet, "validate", "--lang", "ja", *outputs, *map(str, arguments)], capture_output=True, env=environment)
    return done, {name: pathlib.Path(folder, f"report.{ending}").read_bytes() for name, ending in FORMATS.items()}


def undo(text, *escapes):
    for escaped, plain in escapes: text = text.replace(escaped, plain)
    return text


def read_command(line):
    """::error key=value,…::message as GitHub's runner reads it."""
    name, _, rest = line[2:].partition(" ")
    properties, _, data = rest.partition("::")
    pairs = (one.split("=", 1) for one in properties.split(","))
    plain = {k: undo(v, ("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")) for k, v in pairs}
    return name, plain, undo(data, ("%0D", "\r"), ("%0A", "\n"), ("%25", "%"))


def told_by_line(finding):
    """the message of a report that knows lines only: in a workbook it begins with the cell"""
    return f"{finding['cell']}: {finding['message']}" if finding.get("cell") else finding["message"]


def check_json(report, findings_schema):
    data = json.loads(report["json"])
    schema_faults(Draft202012Validator(findings_schema), "json", data)
    return data["findings"]


def check_sarif(report, findings):
    data = json.loads(report["sarif"])
    if oracles: schema_faults(Draft4Validator(json.loads((oracles / "sarif-schema-2.1.0.json").read_text())), "sarif", data)
    results = data["runs"][0]["results"]
    told = [(r["ruleId"], r["message"]["text"], r["locations"][0]["physicalLocation"]["region"]["startLine"],
             r["partialFingerprints"]["goalsheet/v1"]) for r in results]
    check(told == [(f["code"], told_by_line(f), f["line"], f["fingerprint"]) for f in findings], "sarif differs from json")
    check(all(len(r["locations"]) == 1 for r in results), "a result without its one location")


def check_junit(report, findings, folder):
    if oracles and shutil.which("xmllint"):
        for schema in ("junit-10.xsd", "junit-windyroad.xsd"):
            done = subprocess.run(["xmllint", "--noout", "--schema", str(oracles / schema), f"{folder}/report.xml"], capture_output=True)
            check(done.returncode == 0, schema, done.stderr.decode()[:500])
    elif oracles:
        print("note: xmllint is not installed, JUnit's schemas are left out")
    root = ElementTree.fromstring(report["junit"])
    told = [text for name in ("failure", "system-out") for node in root.iter(name) if (text := node.text)]
    hits = [line for text in told for line in text.splitlines()]
    for finding in findings: check(any(finding["message"] in hit for hit in hits), "junit lacks", finding["message"])
    check(len(hits) == len(findings), "junit has", len(hits), "hits for", len(findings), "findings")


def check_gitlab(report, findings):
    issues = json.loads(report["gitlab"])
    told = [(i["description"], i["fingerprint"], i["location"]["path"], i["location"]["lines"]["begin"]) for i in issues]
    check(told == [(told_by_line(f), f["fingerprint"], f["path"], f["line"]) for f in findings], "gitlab differs from json")
    check(len({i["fingerprint"] for i in issues}) == len(issues), "gitlab: fingerprints repeat")
    check({i["severity"] for i in issues} <= {"info", "minor", "major", "critical"}, "gitlab: severities")


def check_rdjson(report, findings):
    data = json.loads(report["rdjson"])
    if oracles: schema_faults(Draft4Validator(json.loads((oracles / "rdjson.schema.json").read_text())), "rdjson", data)
    told = data["diagnostics"]
    check([(d["code"]["value"], d["message"]) for d in told] == [(f["code"], told_by_line(f)) for f in findings], "rdjson differs from json")
    for diagnostic, finding in zip(told, findings):
        start, end = diagnostic["location"]["range"]["start"], diagnostic["location"]["range"]["end"]
        check((start["line"], start["column"]) <= (end["line"], end["column"]), "rdjson: a range runs backwards")
        path = pathlib.Path(finding["path"])
        if not path.exists() or finding["line"] != finding["end_line"]: continue
        try:
            line = re.split("\r\n|\r|\n", path.read_bytes().decode("utf-8"))[finding["line"] - 1]
        except UnicodeDecodeError:
            continue
        points = line[finding["column"] - 1:finding["end_column"] - 1]
        cut = line.encode()[start["column"] - 1:end["column"] - 1].decode("utf-8", "replace")
        check(points == cut, f"rdjson cuts {cut!r}, json {points!r}")


def check_github(report, findings):
    commands = [read_command(line) for line in report["github"].decode().splitlines()]
    for kind, severity in (("error", "error"), ("warning", "warning"), ("notice", "info")):
        told = [data for name, _, data in commands if name == kind]
        wanted = [told_by_line(f) for f in findings if f["severity"] == severity]
        check(len(told) == min(len(wanted), 10), "github:", len(told), kind)
        check(told[:9] == wanted[:9] and (len(wanted) > 10 or told == wanted), "github differs from json in", kind)
    order = [name for name, _, _ in commands]
    check(order == sorted(order, key=["error", "warning", "notice"].index), "github: errors do not come first")


def check_text(report, findings):
    text = report["text"].decode()
    for finding in findings: check(finding["code"] in text and finding["address"] in text, "text lacks", finding["code"])
    check(text.splitlines()[-1].startswith("結果: "), "text does not end with the verdict")
    check(not re.search(r"^\s*::", text, re.M) and "##[" not in text and "\x1b" not in text, "text forges commands")


def check_all(folder, *arguments):
    done, report = run(folder, *arguments)
    check(done.stdout == report["text"], "stdout is not the text report")
    findings = check_json(report, findings_schema)
    check_sarif(report, findings)
    check_junit(report, findings, folder)
    check_gitlab(report, findings)
    check_rdjson(report, findings)
    check_github(report, findings)
    check_text(report, findings)
    return done.returncode, findings


findings_schema = json.loads((schemas / "findings.schema.json").read_text(encoding="utf-8"))
config_schema = json.loads((schemas / "config.schema.json").read_text(encoding="utf-8"))
for schema in (findings_schema, config_schema): Draft202012Validator.check_schema(schema)
config = Draft202012Validator(config_schema)
for example in config_schema["examples"]: schema_faults(config, "config example", example)
check(not config.is_valid({"selct": []}) and not config.is_valid({"ignore": [{"rule": "GS301"}]}), "the config schema takes anything")

pages = find_pages(source)
broken = sorted(pathlib.Path(source, "tests/rules").glob("*/*.*"))
hostile = pathlib.Path(source, "tests/oracles/hostile.html")
with tempfile.TemporaryDirectory() as folder:
    checked = 0
    for page in [*pages, hostile, *broken]:
        before = len(faults)
        code, findings = check_all(folder, page)
        checked += 1
        errors = any(f["severity"] == "error" for f in findings)
        unread = any(f["code"] in ("GS001", "GS003") for f in findings)
        check(code == (2 if unread and not errors else code) and code in ((1, 2) if errors else (0,)), "exit code", code)
        faults[before:] = [f"{page}: {fault}" for fault in faults[before:]]
    check_all(folder, *pages, hostile)
    clean_code, clean = check_all(folder, "--select", "GS301", pages[0])
    check(clean_code == 0 and clean == [], "a clean run is not clean")
    gone_code, _ = check_all(folder, pages[0], f"{folder}/no-such-file.html")
    check(gone_code == 2, "a missing file beside a good one gives", gone_code)

print("\n".join(faults) or f"{checked} pages: all reports hold to their specifications")
sys.exit(bool(faults))
