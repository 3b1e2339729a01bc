# SPDX-License-Identifier: MIT
"""usage: faults.py GOALSHEET SOURCE_DIR     what the machine does to a run: no memory, no disk, no right, no reader, signals, odd files"""
import json, os, pathlib, random, resource, signal, subprocess, sys, tempfile, threading, time

goalsheet, source = map(os.path.abspath, sys.argv[1:3])
samples = pathlib.Path(source, "samples")
page = (samples / "number-in-cell/r6-kodomo-mirai.html").read_bytes()
ENVIRONMENT = {**os.environ, "SOURCE_DATE_EPOCH": "1750000000"}
NOBODY = 65534
checks = 0


def check(fact, *what):
    global checks
    checks += 1
    if not fact: sys.exit("FAILED: " + " ".join(map(str, what)))


def run(folder, *arguments, **options):
    return subprocess.run([goalsheet, "--lang", "en", *arguments], cwd=folder, capture_output=True, timeout=60, env=ENVIRONMENT, **options)


def make_pages(folder, count):
    for at in range(count):
        path = folder / f"in/page{at:03}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(page.replace("2,400".encode(), str(1000 + at).encode()))


def ends_well(done, *what):
    """an exit code of the contract, and words where it is 2"""
    check(done.returncode in (0, 1, 2), *what, "exit", done.returncode, done.stderr[-300:])
    check(done.returncode != 2 or done.stderr, *what, "exit 2 without a word")
    check(b"internal error" not in done.stderr, *what, done.stderr[-300:])


def no_leftovers(folder, *what):
    left = [p.name for p in folder.rglob(".goalsheet-*")]
    check(not left, *what, "left", left)


def memory_runs_out(folder):
    make_pages(folder, 12)
    (folder / "big.html").write_bytes(page + page[page.index(b"<table"):page.rindex(b"</table>") + 8] * 20)
    commands = (("export", "in", "--to", "json", "-o", "out/"), ("export", "in", "--to", "xlsx", "-o", "out/"), ("export", "big.html"), ("validate", "in"),
                ("diff", "in", "--format", "json"), ("summary", "in", "-o", "out/sum.xlsx"), ("summary", "in", "-o", "out/sum.html"), ("compare", "big.html", "in/page001.html"))
    refused = 0
    for command in commands:
        for mebibytes in (28, 48, 80, 128):
            limit = mebibytes << 20
            done = run(folder, *command, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)))
            if done.returncode == 127 and b"shared librar" in done.stderr: continue  # the loader itself has no room
            ends_well(done, f"{mebibytes} MiB:", command)
            refused += done.returncode == 2
        whole = run(folder, *command)
        check(whole.returncode in (0, 1), command, "without a limit:", whole.stderr)
    check(refused > 4, "no run was short of memory")
    no_leftovers(folder, "out of memory:")


def disk_is_full(folder):
    make_pages(folder, 20)
    commands = (("export", "in", "--to", "json", "-o", "out/"), ("export", "in", "--to", "xlsx", "-o", "out/"), ("summary", "in", "-o", "out/sum.xlsx"), ("export", "in", "-o", "out/all.json"))
    for command in commands:
        for kilobytes in (0, 1, 9, 30):  # what a file may hold; the system then says EFBIG, with the same consequences as ENOSPC
            done = run(folder, *command, preexec_fn=lambda: (signal.signal(signal.SIGXFSZ, signal.SIG_IGN), resource.setrlimit(resource.RLIMIT_FSIZE, (kilobytes << 10, resource.RLIM_INFINITY))))
            check(done.returncode in (0, 2) and (done.returncode == 2 or kilobytes >= 9), kilobytes, command, "exit", done.returncode, done.stderr)
            check(done.returncode == 0 or done.stderr, kilobytes, command, "without a word")
            for made in (folder / "out").rglob("*.json") if (folder / "out").exists() else (): json.loads(made.read_bytes())
            no_leftovers(folder, kilobytes, command)
    for arguments in (("export", "in"), ("validate", "in", "--format", "json"), ("diff", "in"), ("rules",), ("quantities", "3件")):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([goalsheet, "--lang", "en", *arguments], cwd=folder, stdout=full, stderr=subprocess.PIPE, env=ENVIRONMENT)
        check(done.returncode == 2 and b"No space left" in done.stderr, arguments, "to a full disk: exit", done.returncode, done.stderr)


def folder_is_read_only(folder):
    make_pages(folder, 3)
    (folder / "out").mkdir()
    (folder / "secret.html").write_bytes(page)
    (folder / "out/page000.json").write_text("old")
    (folder / "out").chmod(0o555)
    (folder / "secret.html").chmod(0)
    folder.chmod(0o755)
    options = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
    if options and subprocess.run(["test", "-x", goalsheet], **options).returncode:
        return print("note: nobody may not run the program from where it was built; read-only folders were not tried")
    done = run(folder, "export", "in", "--to", "json", "-o", "out/", **options)
    check(done.returncode == 2 and done.stderr.count(b"out/page00") >= 3, done.returncode, done.stderr)
    check((folder / "out/page000.json").read_text() == "old", "a file in a read-only folder has changed")
    done = run(folder, "export", "secret.html", "in/page001.html", **options)
    check(done.returncode == 2 and b"secret.html" in done.stderr and b"page001" in done.stdout, done.returncode, done.stderr)
    (folder / "out").chmod(0o755)


def nobody_reads_the_output(folder):
    make_pages(folder, 60)
    for arguments in (("export", "in", "--to", "ndjson"), ("validate", "in"), ("diff", "in"), ("rules",)):
        with subprocess.Popen([goalsheet, *arguments], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT) as process:
            process.stdout.readline()
            process.stdout.close()
            said = process.stderr.read()
            code = process.wait(timeout=30)
        check(code in (0, 1, 2, -signal.SIGPIPE), arguments, "into a closed pipe: exit", code, said)
    closed = subprocess.run(["sh", "-c", '"$0" export in/page000.html >&- 2>/dev/null', goalsheet], cwd=folder, env=ENVIRONMENT, timeout=30)
    check(closed.returncode == 2, "stdout closed from the start: exit", closed.returncode)


def run_is_interrupted(folder):
    make_pages(folder, 150)
    whole = run(folder, "export", "in", "--to", "json", "-o", "whole/")
    check(whole.returncode == 0, whole.stderr)
    wanted = {p.name: p.read_bytes() for p in (folder / "whole").iterdir()}
    chance = random.Random(11)
    stopped = 0
    for number in range(12):
        sent = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)[number % 3]
        with subprocess.Popen([goalsheet, "export", "in", "--to", "json", "-o", "out/"], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=ENVIRONMENT) as process:
            time.sleep(chance.uniform(0, 0.15))
            process.send_signal(sent)
            process.communicate(timeout=30)
        check(process.returncode in (0, -sent), "interrupted by", sent, "exit", process.returncode)
        stopped += process.returncode != 0
        for made in (folder / "out").glob("*.json") if (folder / "out").exists() else ():
            check(made.read_bytes() == wanted[made.name], "half a file:", made)
    check(stopped > 0, "no run was interrupted")
    done = run(folder, "export", "in", "--to", "json", "-o", "out/")
    check(done.returncode == 0 and {p.name: p.read_bytes() for p in (folder / "out").iterdir()} == wanted, "the run after it differs")


def two_runs_write_one_folder(folder):
    make_pages(folder, 80)
    for form in ("json", "xlsx"):
        runs = [subprocess.Popen([goalsheet, "export", "in", "--to", form, "-o", f"{form}/"], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=ENVIRONMENT) for _ in range(3)]
        for process in runs:
            said = process.communicate(timeout=120)[1]
            check(process.returncode == 0, form, "beside another run: exit", process.returncode, said)
        check(len(list((folder / form).iterdir())) == 80, len(list((folder / form).iterdir())), form, "files")
        no_leftovers(folder / form, "two runs:")


def input_changes_while_read(folder):
    make_pages(folder, 1)
    path, stop = folder / "in/page000.html", threading.Event()

    def rewrite():
        chance = random.Random(5)
        while not stop.is_set():
            path.write_bytes((page * 40)[:chance.randrange(len(page) * 40)])
            os.truncate(path, chance.randrange(2000))

    writer = threading.Thread(target=rewrite)
    writer.start()
    try:
        for command in ("export", "validate", "diff") * 8: ends_well(run(folder, command, str(path)), "an input that changes:", command)
    finally:
        stop.set()
        writer.join()


def inputs_are_no_files(folder):
    make_pages(folder, 2)
    os.mkfifo(folder / "in/pipe.html")
    os.symlink(".", folder / "in/loop")
    os.symlink("loop.html", folder / "in/loop.html")
    os.symlink("gone", folder / "in/gone.html")
    os.symlink("page000.html", folder / "in/link.html")
    (folder / "in/folder.html").mkdir()
    done = run(folder, "export", "in", "--to", "ndjson")
    names = [json.loads(line)["source"]["path"] for line in done.stdout.splitlines()]
    check(names == ["in/link.html", "in/page001.html"], names, done.stderr)  # a page and a link to it: once
    with subprocess.Popen([goalsheet, "export", "in/pipe.html"], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT) as process:
        (folder / "in/pipe.html").write_bytes(page)
        out, said = process.communicate(timeout=30)
    check(process.returncode == 0 and json.loads(out)["documents"], "a named FIFO is read:", said)
    for odd in ("/dev/zero", "in/loop.html", "in/gone.html", "/proc/self/mem", "in/folder.html"):
        done = run(folder, "export", odd, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30)))
        check(done.returncode == 2 and done.stderr, odd, done.returncode, done.stderr)


def names_are_long_or_odd(folder):
    make_pages(folder, 1)
    deep = "x" * 200
    os.chdir(folder)
    length = len(os.fsencode(folder))
    parts = []
    while length + len(deep) + 1 < 3900:
        parts.append(deep)
        length += len(deep) + 1
    here = os.open(".", os.O_RDONLY)
    for part in parts:
        os.mkdir(part, dir_fd=here)
        here = os.open(part, os.O_RDONLY, dir_fd=here)
    with open(os.open("page.html", os.O_WRONLY | os.O_CREAT, dir_fd=here), "wb") as file: file.write(page)
    path = "/".join((str(folder), *parts, "page.html"))
    done = run(folder, "export", path, "-o", "/".join((str(folder), *parts, "page.json")))
    check(done.returncode == 0, "a path of", len(path), "bytes:", done.stderr)
    for command in (("export", str(folder / ("y" * 4000))), ("export", "/".join([str(folder), *(["z" * 200] * 40)])), ("export", "in", "-o", "/".join([str(folder), *(["w" * 250] * 30), "out.json"])), ("export", "in", "-o", "v" * 300 + ".json")):
        done = run(folder, *command)
        check(done.returncode == 2 and done.stderr, "too long a path:", done.returncode, done.stderr[:200])
    for name in (b"\xff\xfe.html", b"\x8e\x59\x8b\xc6.html", b"new\nline\x1b[31m.html", "＝1＋1 \u202eabc.html".encode(), b" -o x.html", b"'\"$(id).html"):
        (folder / "odd").mkdir(exist_ok=True)
        odd = os.path.join(os.fsencode(folder), b"odd", name)
        with open(odd, "wb") as file: file.write(page)
    for command in (("export", "odd"), ("validate", "odd", "--format", "json"), ("validate", "odd", "--format", "sarif"), ("diff", "odd", "--format", "json"), ("summary", "odd", "--to", "json")):
        done = run(folder, *command)
        check(done.returncode in (0, 1), command, done.returncode, done.stderr)
        json.loads(done.stdout.decode("utf-8"))
    for command in (("validate", "odd"), ("validate", "odd", "--format", "github"), ("diff", "odd"), ("export", "odd", "--to", "md"), ("export", "odd", "--to", "csv")):
        done = run(folder, *command)
        check(done.returncode in (0, 1), command, done.returncode, done.stderr)
        shown = done.stdout.decode("utf-8") + done.stderr.decode("utf-8")
        check("\x1b" not in shown and "\u202e" not in shown and "new\nline" not in shown, command, "shows control characters of a name")
    done = run(folder, "export", "odd", "--to", "json", "-o", "mirror/")
    check(done.returncode == 0, done.stderr)
    made = sorted(os.listdir(os.path.join(os.fsencode(folder), b"mirror")))
    check(len(made) == 6, made)


tests = (memory_runs_out, disk_is_full, folder_is_read_only, nobody_reads_the_output, run_is_interrupted, two_runs_write_one_folder,
         input_changes_while_read, inputs_are_no_files, names_are_long_or_odd)
wanted = sys.argv[3:]
for test in tests:
    if wanted and test.__name__ not in wanted: continue
    with tempfile.TemporaryDirectory(prefix="goalsheet-faults-") as folder: test(pathlib.Path(folder))
    print(f"{test.__name__.replace('_', ' ')}: {checks} checks so far")
