# SPDX-License-Identifier: MIT
"""The pages that output is checked on, and running goalsheet over them."""
import json, os, pathlib, subprocess, sys


def skip(why):
    print(f"SKIPPED: {why}")
    sys.exit(77)


def find_pages(source):
    """All samples, and the real page where GOALSHEET_SHEETS names its folder."""
    pages = sorted(p for p in pathlib.Path(source, "samples").glob("*/*") if p.suffix in (".html", ".htm", ".txt"))
    shared = os.environ.get("GOALSHEET_SHEETS", "")
    if shared:
        pages += sorted(p for p in pathlib.Path(shared).iterdir() if p.suffix in (".html", ".txt"))
    else:
        print("note: GOALSHEET_SHEETS is not set, the real page is left out")
    assert pages, "no pages found"
    return pages


def export(goalsheet, pages, *options):
    run = subprocess.run([goalsheet, "export", *map(str, pages), *options], capture_output=True)
    assert run.returncode == 0, run.stderr.decode()
    return run.stdout.decode("utf-8")


def export_json(goalsheet, pages):
    return json.loads(export(goalsheet, pages, "--to", "json"))
