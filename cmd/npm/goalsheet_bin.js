#!/usr/bin/env node
// SPDX-License-Identifier: MIT
'use strict';

const fs = require('node:fs');
const tty = require('node:tty');
const v8 = require('node:v8');
const { make, compile } = require('../lib/program.js');
const { runGoalsheet } = require('../lib/run.js');
const { mountHost, toInnerArguments } = require('../lib/host_files.js');

// A run uses a part of the program: each function is looked at when it is first called.
v8.setFlagsFromString('--wasm-lazy-validation');

// A pipe may have no bytes, or no room, for the moment.
function patiently(transfer) {
    for (;;) {
        try {
            return transfer();
        } catch (error) {
            if (error.code === 'EOF') return 0;
            if (error.code !== 'EAGAIN') throw error;
            Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
        }
    }
}

const streams = [fs.readSync, fs.writeSync, fs.writeSync].map((transfer, fd) => ({
    terminal: tty.isatty(fd),
    transfer: (bytes) => patiently(() => transfer(fd, bytes, 0, bytes.length, null)),
}));

runGoalsheet(make, compile(), {
    args: toInnerArguments(process.argv.slice(2)),
    env: process.env,
    streams,
    prepare: mountHost,
}).then(
    (status) => (process.exitCode = status),
    (error) => {
        console.error(`goalsheet: internal error, please report it: ${error && error.stack}`);
        process.exitCode = 2;
    },
);
