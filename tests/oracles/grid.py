# SPDX-License-Identifier: MIT
"""usage: grid.py GOALSHEET SOURCE_DIR DUMP_GRIDS     our grids against the rectangles that headless Chromium lays out"""
import pathlib, random, re, shutil, subprocess, sys, tempfile
from pages import skip

dump_grids = sys.argv[3]
chromium = shutil.which("chromium") or shutil.which("chromium-browser")
if not chromium: skip("chromium is not installed")

TABLES, SIZE, COLUMNS = 240, 20, 60
COLSPANS = ["1", "1", "1", "2", "3", "2x", " 3", "+2", "2.9", "0", "-3", "abc", "5"]
ROWSPANS = ["1", "1", "1", "2", "3", "0", "9", "2x", " 2", "+3", "-1", "abc", "70000"]


def group(rng, tag, names):
    rows = []
    for _ in range(rng.randint(1, 5)):
        cells = []
        for _ in range(rng.randint(0 if rng.random() < 0.1 else 1, 5)):
            spans = (f' colspan="{rng.choice(COLSPANS)}"' if rng.random() < 0.5 else "") + (f' rowspan="{rng.choice(ROWSPANS)}"' if rng.random() < 0.5 else "")
            kind = "th" if rng.random() < 0.2 else "td"
            cells.append(f"<{kind}{spans}>c{next(names)}</{kind}>")
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f"<{tag}>{''.join(rows)}</{tag}>" if tag else "".join(rows)


def table(rng):
    names = iter(range(10000))
    parts = [group(rng, tag, names) for tag in rng.choice([[None], ["tbody"], ["thead", "tbody"], ["tfoot", "tbody", "thead"], ["tbody", "tbody"], ["thead", "tbody", "thead", "tfoot"]])]
    # Columns of one width, rows of one height: a rectangle says which slots its cell has.
    return f"<table><colgroup><col span={COLUMNS}></colgroup>{''.join(parts)}</table>"


rng = random.Random(20250401)
page = f"""<!DOCTYPE html><meta charset=utf-8><style>table{{table-layout:fixed;border-collapse:separate;border-spacing:0;width:{COLUMNS * SIZE}px}}
col{{width:{SIZE}px}} tr{{height:{SIZE}px}} td,th{{padding:0;height:{SIZE}px;overflow:hidden;font-size:1px;line-height:1px}}</style>
{"".join(table(rng) for _ in range(TABLES))}<script>
var lines = [];
document.querySelectorAll("table").forEach(function (t, n) {{
  var o = t.getBoundingClientRect();
  t.querySelectorAll("td,th").forEach(function (c) {{
    var r = c.getBoundingClientRect(), q = function (x) {{ return Math.round(x / {SIZE}); }};
    lines.push([n, c.textContent, q(r.top - o.top), q(r.left - o.left), q(r.height), q(r.width)].join(" "));
  }});
}});
var out = document.createElement("pre"); out.id = "out"; out.textContent = lines.join("\\n"); document.body.appendChild(out);
</script>"""

with tempfile.TemporaryDirectory() as folder:
    path = pathlib.Path(folder, "tables.html")
    path.write_text(page, encoding="utf-8")
    shown = subprocess.run(
        [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
         "--disable-sync", f"--user-data-dir={folder}/profile", "--dump-dom", path.as_uri()], capture_output=True, text=True, timeout=120).stdout
    theirs = re.search(r'<pre id="out">(.*?)</pre>', shown, re.S)
    if not theirs: skip("chromium printed nothing")
    theirs = set(theirs.group(1).split("\n"))
    ours = set(subprocess.run([dump_grids, str(path)], capture_output=True, text=True, check=True).stdout.splitlines())

wrong = sorted(theirs ^ ours, key=lambda line: (int(line.split()[0]), line.split()[1]))
bad_tables = {line.split()[0] for line in wrong}
for line in wrong[:20]: print("chromium:" if line in theirs else "ours:    ", line)
print(f"{TABLES - len(bad_tables)} of {TABLES} tables ({len(theirs)} cells) are laid out alike")
assert len(theirs) > TABLES, "no cells came out"
sys.exit(bool(wrong))
