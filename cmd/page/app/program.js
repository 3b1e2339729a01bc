// SPDX-License-Identifier: MIT
// The program behind the page: one run at a time, in a worker that can be stopped.

async function unpackProgram() {
    const packed = document.getElementById('program').textContent;
    const bytes = Uint8Array.from(atob(packed), (c) => c.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Response(stream).arrayBuffer();
}

class Stopped extends Error {}
class Crashed extends Error {}

class Program {
    constructor() {
        this.bytes = unpackProgram();
        this.source = new Blob([document.getElementById('worker').textContent], { type: 'text/javascript' });
        this.runs = new Map();
        this.next = 1;
        this.start();
    }

    start() {
        const url = URL.createObjectURL(this.source);
        const worker = new Worker(url);
        this.worker = worker;
        this.ready = this.bytes.then((program) => worker.postMessage({ program }));
        worker.onmessage = ({ data }) => this.hear(data);
        worker.onerror = (event) => {
            event.preventDefault();
            for (const id of this.runs.keys()) this.hear({ id, crash: event.message });
        };
    }

    hear(data) {
        const run = this.runs.get(data.id);
        if (!run) return;
        if (data.total) return run.onProgress(data.done, data.total);
        this.runs.delete(data.id);
        if (data.result) return run.resolve(data.result);
        // Nothing is known of a thread in which memory ran out.
        this.worker.terminate();
        this.start();
        run.reject(new Crashed(data.crash));
    }

    /** Gives { status, stdout, stderr, files }; throws Stopped or Crashed. */
    async run(args, files = {}, onProgress = () => {}) {
        await this.ready;
        const id = this.next++;
        return new Promise((resolve, reject) => {
            this.runs.set(id, { resolve, reject, onProgress });
            this.worker.postMessage({ id, args, files });
        });
    }

    stop() {
        if (this.runs.size === 0) return;
        this.worker.terminate();
        for (const run of this.runs.values()) run.reject(new Stopped());
        this.runs.clear();
        this.start();
    }
}
