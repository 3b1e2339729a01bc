# SPDX-License-Identifier: MIT
"""usage: ci_files.py GOALSHEET SOURCE_DIR     the steps of action.yml and the hooks of pre-commit, run by hand as CI would"""
import json, os, pathlib, re, shlex, subprocess, sys, tempfile
from pages import skip

try:
    import yaml
except ImportError:
    skip("python3-yaml is not installed")

goalsheet, source = map(pathlib.Path, map(os.path.abspath, sys.argv[1:3]))
action = yaml.safe_load((source / "action.yml").read_text(encoding="utf-8"))
hooks = {hook["id"]: hook for hook in yaml.safe_load((source / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
draft = source / "samples/draft/kanko.html"
clean = source / "samples/two-tables/r6-kensetsu.html"
faults = []


def check(claim, *words):
    if not claim: faults.append(" ".join(map(str, words)))


def environment(folder):
    path = f"{goalsheet.parent}{os.pathsep}{os.environ['PATH']}"
    (folder / "summary").touch()
    return {**os.environ, "PATH": path, "RUNNER_TEMP": str(folder), "GITHUB_PATH": str(folder / "path"), "GITHUB_ACTIONS": "true"}


def fill(text, inputs):
    """${{ … }} as the runner puts it in."""
    values = {f"inputs.{name}": str(value) for name, value in inputs.items()}
    values |= {"github.server_url": "https://github.com", "github.action_repository": "goalsheet/goalsheet", "github.action_ref": "main"}
    return re.sub(r"\$\{\{\s*(\S+)\s*\}\}", lambda m: values[m.group(1)], text)


def run_action(folder, **given):
    """Runs all steps; the exit code and output of the first that fails, or of the last."""
    inputs = {name: one["default"] for name, one in action["inputs"].items()} | {k.replace("_", "-"): v for k, v in given.items()}
    for step in action["runs"]["steps"]:
        check("${{" not in step["run"], step["name"], "puts an expression into its script")
        check(step["shell"] == "bash", step["name"], "names no shell")
        env = environment(folder) | {k: fill(v, inputs) for k, v in step["env"].items()}
        done = subprocess.run(["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]], cwd=folder, env=env, capture_output=True, text=True)
        if done.returncode: break
    return done


def run_hook(name, files, args=None):
    hook = hooks[name]
    command = shlex.split(hook["entry"]) + (args or hook.get("args", []))
    command += [] if hook.get("pass_filenames") is False else [str(f) for f in files if re.search(hook["files"], f.name)]
    env = {k: v for k, v in environment(pathlib.Path(folder)).items() if k != "GITHUB_ACTIONS"}
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True)


for name, one in action["inputs"].items(): check(one["description"] and "default" in one, "input", name, "is not described")

with tempfile.TemporaryDirectory() as folder_name:
    folder = pathlib.Path(folder_name)
    sheets = folder / "with space"
    sheets.mkdir()
    (sheets / "a.html").write_bytes(draft.read_bytes())
    (sheets / "b.html").write_bytes(clean.read_bytes())

    done = run_action(folder, files="with space", outputs="sarif=out.sarif\njunit=out.xml\n")
    check(done.returncode == 1, "a broken sheet gives", done.returncode, done.stderr)
    check(re.search(r"^::error file=with space/a\.html,line=\d+", done.stdout, re.M), "no annotation of an error")
    check("結果: 不合格" in done.stdout, "no verdict in the log")
    check(json.loads((folder / "out.sarif").read_text(encoding="utf-8"))["runs"][0]["results"], "no result in the SARIF file")
    check((folder / "out.xml").exists(), "no JUnit file")

    done = run_action(folder, files="with space/b.html\n\n")
    check(done.returncode == 0, "a clean sheet gives", done.returncode, done.stdout, done.stderr)
    check(run_action(folder, files="no-such-folder").returncode == 2, "a missing folder is not 2")
    check(run_action(folder, files="").returncode == 2, "nothing to check is not 2")
    done = run_action(folder, files="with space", lang="en", select="GS501", severity="GS501=warning", fail_on="never", max_warnings="0")
    check(done.returncode == 1 and "::warning" in done.stdout and "GS501" in done.stdout, "options do not arrive", done.stdout, done.stderr)
    done = run_action(folder, files="with space", fail_on="never", ignore="GS7,GS5")
    check(done.returncode == 0 and "GS702" not in done.stdout, "fail-on never gives", done.returncode)

    for evil in ("$(touch pwned)", "a; touch pwned", "`touch pwned`", "' ; touch pwned '", "--write-baseline"):
        for name in ("files", "select", "outputs", "baseline", "config"):
            done = run_action(folder, **({"files": "with space"} | {name: evil}))
            check(done.returncode in (1, 2), "hostile", name, evil, "gives", done.returncode)
    check(not (folder / "pwned").exists(), "an input was run as a command")

    files = [sheets / "a.html", sheets / "b.html", folder / "notes.md"]
    check(run_hook("goalsheet", files).returncode == 1, "the hook passes a broken sheet")
    check(run_hook("goalsheet", files[1:]).returncode == 0, "the hook refuses a clean sheet")
    (folder / "two").mkdir()
    for number in (1, 2): (folder / f"two/{number}.html").write_bytes(clean.read_bytes())
    check(run_hook("goalsheet-all", files, ["two"]).returncode == 1, "the hook for all sees no duplicates between files")
    check(hooks["goalsheet-all"]["pass_filenames"] is False, "the hook for all gets file names")

print("\n".join(faults) or "action.yml and the hooks do what CI asks of them")
sys.exit(bool(faults))
