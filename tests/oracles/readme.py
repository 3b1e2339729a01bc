# SPDX-License-Identifier: MIT
"""usage: readme.py GOALSHEET SOURCE_DIR     every console block of the READMEs prints what it says it prints"""
import os, pathlib, re, shutil, subprocess, sys, tempfile
from pages import skip

goalsheet, source = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
if not shutil.which("jq"):
    skip("jq is not installed")


def blocks(path):
    """(command, expected output) of every ```console block"""
    for block in re.findall(r"^```console\n(.*?)^```", path.read_text(encoding="utf-8"), flags=re.S | re.M):
        for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
            command, _, expected = part.partition("\n")
            yield command, expected


checked, failed = 0, False
with tempfile.TemporaryDirectory() as work:
    os.symlink(source / "samples", pathlib.Path(work, "samples"))
    for readme, lang in (("README.md", "en_US.UTF-8"), ("README.ja.md", "ja_JP.UTF-8")):
        env = {**os.environ, "LANG": lang, "PATH": f"{goalsheet.parent}:{os.environ['PATH']}"}
        for name in ("LC_ALL", "COLUMNS"):
            env.pop(name, None)
        for command, expected in blocks(source / readme):
            run = subprocess.run(command, shell=True, cwd=work, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
            checked += 1
            if run.stdout != expected:
                print(f"{readme}: $ {command}\nsays:\n{expected}prints:\n{run.stdout}")
                failed = True
print(f"{checked} examples")
sys.exit(failed or checked == 0)
