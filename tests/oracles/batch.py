# SPDX-License-Identifier: MIT
"""usage: batch.py GOALSHEET SOURCE_DIR     many inputs in one run: order, threads, bad ones among good ones, killed runs"""
import os, pathlib, random, signal, subprocess, sys, tempfile, time

goalsheet, source = sys.argv[1:3]
page = pathlib.Path(source, "samples/number-in-cell/r6-kodomo-mirai.html").read_bytes()
checks = 0


def run(folder, *arguments):
    return subprocess.run([goalsheet, "--lang", "en", *arguments], cwd=folder, capture_output=True,
                          env={**os.environ, "SOURCE_DATE_EPOCH": "1750000000"})


def check(fact, what):
    global checks
    checks += 1
    if not fact: sys.exit(f"FAILED: {what}")


def tree(folder):
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def make_pages(folder, count):
    for at in range(count):
        path = folder / f"in/{at % 7}/page{at:03}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(page.replace("2,400".encode(), str(1000 + at).encode()) + b" " * (at * 97 % 4096))


def same_for_any_threads(folder):
    make_pages(folder, 60)
    (folder / "in/3/broken.html").write_bytes(b"%PDF-1.4")
    (folder / "in/5/empty.txt").write_bytes(b"")
    runs = [("export", "in", "--to", f) for f in ("json", "ndjson", "md", "csv")]
    runs += [("validate", "in", "--format", f) for f in ("text", "json", "sarif", "junit")]
    runs += [("diff", "in", "--format", "json")]
    for arguments in runs:
        one, four = (run(folder, "--jobs", n, *arguments) for n in ("1", "4"))
        check(one.stdout == four.stdout and one.stderr == four.stderr, f"1 and 4 threads differ: {arguments}")
        check(one.returncode == four.returncode == 2, f"exit {one.returncode}: {arguments}")
        check(len(one.stdout) > 1000, f"no output: {arguments}")
    for form in ("json", "md", "xlsx"):
        for n in ("1", "4"):
            out = run(folder, "--jobs", n, "export", "in", "--to", form, "-o", f"{form}{n}/")
            check(out.returncode == 2, f"exit {out.returncode}")
        one, four = tree(folder / f"{form}1"), tree(folder / f"{form}4")
        check(one.keys() == four.keys() and len(one) == 60 + (form == "md"), f"{form}: {len(one)} and {len(four)} files")
        if form != "xlsx": check(one == four, f"{form}: files differ")


def one_bad_among_many(folder):
    make_pages(folder, 500)
    (folder / "in/4/page004.html").write_bytes(b"<html><p>no table")
    out = run(folder, "export", "in", "--to", "ndjson")
    check(out.returncode == 2 and out.stdout.count(b"\n") == 499, f"{out.stdout.count(10)} lines, exit {out.returncode}")
    named = [line for line in out.stderr.decode().splitlines() if "in/4/page004.html" in line]
    check(len(named) == 2 and named[0] == named[1], out.stderr.decode())
    check("1 of 500 inputs" in out.stderr.decode(), out.stderr.decode())


def killed_runs_leave_nothing_half(folder):
    make_pages(folder, 120)
    whole = run(folder, "export", "in", "--to", "json", "-o", "whole")
    check(whole.returncode == 0, whole.stderr.decode())
    wanted = tree(folder / "whole")
    started = time.monotonic()
    run(folder, "export", "in", "--to", "json", "-o", "timed")
    duration = time.monotonic() - started
    chance = random.Random(7)
    for _ in range(20):
        process = subprocess.Popen([goalsheet, "export", "in", "--to", "json", "-o", "out"], cwd=folder,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0, duration))
        process.send_signal(signal.SIGKILL)
        process.wait()
        for name, data in (tree(folder / "out") if (folder / "out").exists() else {}).items():
            check(wanted.get(name) == data or pathlib.Path(name).name.startswith(".goalsheet-"), f"half a file: {name}")
    after = run(folder, "export", "in", "--to", "json", "-o", "out")
    check(after.returncode == 0 and tree(folder / "out") == wanted, "the run after the killed ones differs")


def outputs_that_cannot_be(folder):
    make_pages(folder, 3)
    full = run(folder, "export", "in", "--to", "json", "-o", "/dev/full")
    check(full.returncode == 2 and b"the disk is full" in full.stderr, full.stderr.decode())
    (folder / "file").write_text("mine")
    blocked = run(folder, "export", "in", "--to", "json", "-o", "file/")
    check(blocked.returncode == 2 and (folder / "file").read_text() == "mine", blocked.stderr.decode())
    check(blocked.stderr.count(b"\n") >= 3, blocked.stderr.decode())


for test in (outputs_that_cannot_be, same_for_any_threads, one_bad_among_many, killed_runs_leave_nothing_half):
    with tempfile.TemporaryDirectory(prefix="goalsheet-batch-") as folder: test(pathlib.Path(folder))
print(f"{checks} checks")
