// SPDX-License-Identifier: MIT
// The files that were dropped, and what the program says of them.

const kMaxBytes = 64 << 20;

/** One dropped file: { name, size, bytes, state: waiting|reading|failed|clean|findings, why, document, findings }. */
class Batch {
    constructor(program) {
        this.program = program;
        this.files = [];
        this.report = null;
    }

    /** dropped: [{ path, file }]. */
    async add(dropped) {
        for (const { path, file } of dropped) {
            const entry = { name: this.freeName(path), size: file.size, state: 'waiting' };
            this.files.push(entry);
            if (file.size > kMaxBytes) fail(entry, say('tooLarge'));
            else await file.arrayBuffer().then((buffer) => (entry.bytes = new Uint8Array(buffer)), () => fail(entry, say('unreadable')));
        }
    }

    freeName(path) {
        const taken = new Set(this.files.map((entry) => entry.name));
        let name = path;
        for (let n = 2; taken.has(name); n++) name = path.replace(/(\.[^./]*)?$/, ` (${n})$1`);
        return name;
    }

    remove(entry) {
        this.files = this.files.filter((other) => other !== entry);
    }

    readable() {
        return this.files.filter((entry) => entry.bytes && !entry.crashed);
    }

    sheets() {
        return this.files.filter((entry) => entry.document);
    }

    /** Runs a command over files, all that can be read where none are given. */
    run(args, onProgress, entries = this.readable()) {
        const files = Object.fromEntries(entries.map((entry) => [entry.name, entry.bytes]));
        return this.program.run([`--lang=${language}`, '--color=never', ...args, '--', ...entries.map((entry) => entry.name)], files, onProgress);
    }

    /** Reads and checks every file. on(step, done, total) hears how far it is. */
    async check(stage, on) {
        for (const entry of this.readable()) Object.assign(entry, { state: 'reading', document: null, findings: [], why: '' });
        this.report = null;
        const read = await this.runSafely(['export', '--to', 'json'], (done, total) => on('readingAll', done, total));
        this.takeDocuments(read);
        if (this.readable().length === 0) return;
        const checked = await this.runSafely(['validate', '--format', 'json', `--stage=${stage}`], (done, total) => on('checkingAll', done, total));
        this.takeFindings(checked);
    }

    // Memory that runs out takes the whole run with it: then file by file finds the one, and the others go on.
    async runSafely(args, on) {
        try {
            return await this.run(args, on);
        } catch (error) {
            if (!(error instanceof Crashed)) throw error;
        }
        const all = this.readable();
        for (const [i, entry] of all.entries()) {
            on(i, all.length);
            try {
                await this.run(args, () => {}, [entry]);
            } catch (error) {
                if (!(error instanceof Crashed)) throw error;
                entry.crashed = true;
                fail(entry, say('crashed'));
            }
        }
        return this.readable().length ? this.run(args, on) : { stdout: new Uint8Array(), stderr: '' };
    }

    takeDocuments({ stdout, stderr }) {
        const documents = parse(stdout)?.documents ?? [];
        for (const document of documents) {
            const entry = this.files.find((file) => file.name === document.source.path);
            if (entry) entry.document = document;
        }
        const faults = readFaults(stderr);
        for (const entry of this.readable()) {
            const why = faults.find(([path]) => path === entry.name)?.[1] ?? '';
            if (entry.document) entry.why = why;
            else fail(entry, why || say('refused'));
        }
    }

    takeFindings({ stdout, stderr }) {
        this.report = parse(stdout);
        const findings = this.report?.findings ?? [];
        findings.forEach((finding, i) => (finding.number = i + 1));
        for (const entry of this.readable()) {
            entry.findings = findings.filter((finding) => finding.path === entry.name);
            if (entry.document) entry.state = entry.findings.length ? 'findings' : 'clean';
        }
        if (!this.report) complain(stderr || say('refused'));
    }

    /** After a stop: what was not reached. */
    settle() {
        for (const entry of this.files) if (entry.state === 'reading') entry.state = 'waiting';
    }
}

function fail(entry, why) {
    Object.assign(entry, { state: 'failed', why, document: null });
}

function parse(bytes) {
    try {
        return JSON.parse(new TextDecoder().decode(bytes));
    } catch {
        return null;
    }
}

// goalsheet: PATH: what is wrong with it
function readFaults(stderr) {
    return [...stderr.matchAll(/^goalsheet: (.+?): (.+)$/gm)].map((match) => [match[1], match[2]]);
}
