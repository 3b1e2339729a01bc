# SPDX-License-Identifier: MIT
"""usage: published.py GOALSHEET SOURCE_DIR VNU_JAR     pages and text forms read back to what was written, and the Nu HTML checker accepts the pages"""
import json, os, pathlib, shutil, subprocess, sys, tempfile
from pages import export, find_pages, skip

goalsheet, source, jar = sys.argv[1:4]
jar = os.environ.get("VNU_JAR", jar)


def say_same(text):
    """What a document says: all of its JSON but where it was read from and what the reader remarked there."""
    documents = json.loads(text)["documents"]
    for document in documents:
        document.pop("source")
        for part in (document, *document["sheets"]):
            part.pop("remarks")
        for unplaced in (u for sheet in document["sheets"] for u in sheet["unplaced"]):
            unplaced.pop("line", None), unplaced.pop("column", None)
    return documents


failed = False
pages = find_pages(source) + [pathlib.Path(source, "tests/oracles/hostile.html")]
with tempfile.TemporaryDirectory() as work:
    for number, page in enumerate(pages):
        said = say_same(export(goalsheet, [page], "--to", "json"))
        for form in ("html", "txt"):
            written = pathlib.Path(work, f"{number}.{form}")
            export(goalsheet, [page], "--to", form, "-o", written)
            if say_same(export(goalsheet, [written], "--to", "json")) != said:
                print(f"{page}: reads otherwise as {form}")
                failed = True
    export(goalsheet, pages, "--to", "html", "-o", pathlib.Path(work, "all.html"))
    print(f"{len(pages)} pages read back")
    if failed:
        sys.exit(1)
    if not shutil.which("java") or not os.path.exists(jar):
        skip("there is no java or no vnu.jar; `make test-packages` installs both")
    checked = subprocess.run(["java", "-jar", jar, "--format", "gnu", *sorted(map(str, pathlib.Path(work).glob("*.html")))], capture_output=True, text=True)
    print(checked.stdout + checked.stderr, end="")
    print(f"{len(pages) + 1} pages checked by the Nu HTML checker")
    sys.exit(checked.returncode != 0 or bool(checked.stderr.strip()))
