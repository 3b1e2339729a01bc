# SPDX-License-Identifier: MIT
"""What the tests of hostile files share: packing them, and holding each to a time, to a size and to words."""
import io, json, pathlib, resource, subprocess, tempfile, zipfile


def pack(entries):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items(): archive.writestr(name, content)
    return out.getvalue()


def processor_seconds():
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def hold(kind, files, goalsheet, name, seconds, megabytes, patience, faulty_words):
    """Exports each of `files` (what it is: its bytes) under `name`. Gives 1 where one ends neither well nor with words, says one of
    `faulty_words`, takes more of the processor's seconds or of memory, or still runs after `patience` seconds."""

    def limited():
        resource.setrlimit(resource.RLIMIT_DATA, (megabytes * 1_000_000, megabytes * 1_000_000))

    def fault(path):
        started = processor_seconds()
        with subprocess.Popen([goalsheet, "export", str(path), "--lang", "en"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=limited) as run:
            try:
                out, said = run.communicate(timeout=patience)
            except subprocess.TimeoutExpired:
                run.kill()
                return patience, f"still running after {patience} s"
        spent = processor_seconds() - started
        if run.returncode not in (0, 2): return spent, f"exit {run.returncode}: {said[:200]!r}"
        if run.returncode == 2 and not said: return spent, "exit 2 without a word"
        if any(word in said for word in faulty_words): return spent, said.decode()[:200]
        if run.returncode == 0: json.loads(out)
        return spent, None if spent <= seconds else f"took {spent:.1f} s"

    measured, faults = [], 0
    with tempfile.TemporaryDirectory(prefix="goalsheet-bombs-") as folder:
        path = pathlib.Path(folder, name)
        for what, data in files.items():
            path.write_bytes(data)
            spent, found = fault(path)
            measured.append((spent, what))
            if found: print(f"FAILED: {what}: {found}")
            faults += found is not None
    print(f"{len(files)} {kind}, {faults} failed, at most {seconds} s and {megabytes} MB each; the slowest:")
    for spent, what in sorted(measured, reverse=True)[:5]: print(f"  {spent:5.2f} s  {what}")
    return int(faults > 0)
