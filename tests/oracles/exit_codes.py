# SPDX-License-Identifier: MIT
"""usage: exit_codes.py GOALSHEET SOURCE_DIR     validate's exit codes for every format on standard output and with every --output"""
import json, os, pathlib, subprocess, sys, tempfile

goalsheet, source = map(os.path.abspath, sys.argv[1:3])
samples = pathlib.Path(source, "samples")
FORMATS = ["text", "json", "github", "sarif", "junit", "gitlab", "rdjson"]
faults, runs = [], 0


def check(claim, *words):
    if not claim: faults.append(" ".join(map(str, words)))


def run(folder, *arguments):
    global runs
    runs += 1
    env = {k: v for k, v in os.environ.items() if k != "GITHUB_ACTIONS"}
    return subprocess.run([goalsheet, "validate", *map(str, arguments)], cwd=folder, env=env, capture_output=True)


def sheet_with_findings(rank, count):
    """A sheet of one row an item, none of which has a target."""
    rows = "".join(f"<tr><td>{n}</td><td>講座の開催</td><td>年度末まで</td><td></td><td>1回</td><td></td></tr>\n" for n in range(1, count + 1))
    return ("<h2>令和7年度 重点目標管理シート</h2><table>"
            f"<tr><td>重点目標</td><td>学びの場をひらく その{rank}</td><td>部局名</td><td>教育部</td><td>優先順位</td><td>{rank}位</td></tr>"
            "<tr><td>総合計画における位置付け</td><td colspan='5'>第1編 学び</td></tr>"
            "<tr><td></td><td>取組項目及び方法・手段</td><td>期間・期限</td><td>数値目標</td><td>中間報告</td><td>期末報告</td></tr>" + rows +
            "<tr><td>特記事項</td><td colspan='5'>○ 市民参加・協働の推進、市民満足度の向上を考慮した点</td></tr></table>")


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    page = "<!DOCTYPE html><meta charset='utf-8'>" + "".join(sheet_with_findings(rank, 64) for rank in (1, 2, 3, 4))
    (folder / "many.html").write_text(page, encoding="utf-8")
    (folder / "other.html").write_text("<p>会議録</p>", encoding="utf-8")
    (folder / "empty").mkdir()
    clean, broken = samples / "two-tables/r6-kensetsu.html", samples / "draft/kanko.html"
    situations = {
        "clean": (0, [clean]),
        "findings": (1, [broken]),
        "findings that do not fail": (0, [broken, "--fail-on", "never"]),
        "256 findings": (1, ["many.html", "--select", "GS301"]),
        "a missing file beside a good one": (2, [clean, "missing.html"]),
        "a missing file beside a broken one": (2, [broken, "missing.html"]),
        "a page without a sheet beside a good one": (2, [clean, "other.html"]),
        "nothing to check": (2, ["empty"]),
        "no such rule": (2, [clean, "--select", "GS999"]),
    }
    for what, (expected, arguments) in situations.items():
        for standard in FORMATS:
            for written in [[], FORMATS] + ([[f] for f in FORMATS] if standard == "text" else []):
                for old in folder.glob("report.*"): old.unlink()
                outputs = [f"--output={f}=report.{f}" for f in written]
                done = run(folder, *arguments, "--format", standard, *outputs)
                check(done.returncode == expected, what, "as", standard, "with", written, "gives", done.returncode, done.stderr.decode())
                check(bool(done.stderr) == (expected == 2), what, ": standard error is", done.stderr.decode())
                reports = expected != 2 or what not in ("nothing to check", "no such rule")
                check(all((folder / f"report.{f}").exists() == reports for f in written), what, "with", written, "does not write what it should")
                if standard in written and reports:
                    same = (folder / f"report.{standard}").read_bytes() == done.stdout
                    check(same or standard == "junit", what, standard, "says one thing and writes another")
    for standard in FORMATS:
        done = run(folder, broken, "--format", standard, "--output=json=other.html/x/report.json", "--output=text=report.txt")
        check(done.returncode == 2 and done.stdout, "an output that cannot be written gives", done.returncode)
        check((folder / "report.txt").exists(), "one output that fails keeps another from being written")
    many = json.loads(run(folder, "many.html", "--select", "GS301", "--format", "json").stdout)["findings"]
    check(len(many) == 256, len(many), "findings instead of 256")
    for usage in (["--format", "xml", clean], ["--output", "json", clean], [], ["--stage", "never", clean], ["--fail-on", "off", clean],
                  [clean, f"--output=json={clean}"], [clean, "--output=json=a", "--output=sarif=a"], [clean, "--write-baseline"]):
        done = run(folder, *usage)
        check(done.returncode == 2 and done.stderr, "bad usage", usage, "gives", done.returncode)

print("\n".join(faults[:40]) or f"{runs} runs end as they should")
sys.exit(bool(faults))
