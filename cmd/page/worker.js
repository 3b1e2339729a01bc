// SPDX-License-Identifier: MIT
// The program in a thread of its own. In front of this stand goalsheet.js (makeGoalsheet) and run.js.
'use strict';

let compiled;
const waiting = [];

self.onmessage = async ({ data }) => {
    if (data.program) {
        compiled = await WebAssembly.compile(data.program);
        postMessage({ ready: true });
        waiting.splice(0).forEach(run);
    } else if (compiled) run(data);
    else waiting.push(data);
};

async function run({ id, args, files, stdin }) {
    try {
        const result = await runInMemory(makeGoalsheet, compiled, {
            args,
            files,
            stdin,
            env: { LANG: 'ja_JP.UTF-8', TERM: 'xterm' },
            onError: progressOf(id),
        });
        postMessage({ id, result });
    } catch (error) {
        postMessage({ id, crash: String(error) });
    }
}

// On a terminal the program paints "[###---] 12/40 30% …"; its counts are the page's progress.
function progressOf(id) {
    return (text) => {
        const counts = /\] (\d+)\/(\d+) /.exec(text);
        if (counts) postMessage({ id, done: Number(counts[1]), total: Number(counts[2]) });
        return Boolean(counts) || text === '\r\x1b[K';
    };
}
