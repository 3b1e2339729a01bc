// SPDX-License-Identifier: MIT
'use strict';

const fs = require('node:fs');
const path = require('node:path');

let compiled;

/** The compiled program, the same one for every run. */
function compile() {
    compiled ??= new WebAssembly.Module(fs.readFileSync(path.join(__dirname, 'goalsheet.wasm')));
    return compiled;
}

module.exports = { make: require('./goalsheet.js'), compile };
