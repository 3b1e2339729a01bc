// SPDX-License-Identifier: MIT
// A zip of files as they are: workbooks are packed already, and the rest is small. APPNOTE.TXT 6.3, §4.3.

const kCrcTable = Uint32Array.from({ length: 256 }, (_, n) => {
    for (let k = 0; k < 8; k++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
    return n;
});

function crc32(bytes) {
    let crc = ~0;
    for (const byte of bytes) crc = kCrcTable[(crc ^ byte) & 255] ^ (crc >>> 8);
    return ~crc >>> 0;
}

// Each field: [value, bytes], little-endian.
function record(...fields) {
    const view = new DataView(new ArrayBuffer(fields.reduce((sum, [, size]) => sum + size, 0)));
    let at = 0;
    for (const [value, size] of fields) {
        if (size === 2) view.setUint16(at, value, true);
        else view.setUint32(at, value, true);
        at += size;
    }
    return new Uint8Array(view.buffer);
}

/** files: Map of name to bytes. The time is 1980-01-01 for all, so that the same files give the same zip. */
function zip(files) {
    const parts = [];
    const directory = [];
    let at = 0;
    for (const [name, bytes] of files) {
        const path = new TextEncoder().encode(name);
        const crc = crc32(bytes);
        // Version 2.0, names in UTF-8, stored, 1980-01-01.
        const common = [[20, 2], [0x800, 2], [0, 2], [0, 2], [0x21, 2], [crc, 4], [bytes.length, 4], [bytes.length, 4], [path.length, 2], [0, 2]];
        const head = record([0x04034b50, 4], ...common);
        parts.push(head, path, bytes);
        directory.push(record([0x02014b50, 4], [20, 2], ...common, [0, 2], [0, 2], [0, 2], [0, 4], [at, 4]), path);
        at += head.length + path.length + bytes.length;
    }
    const size = directory.reduce((sum, part) => sum + part.length, 0);
    const end = record([0x06054b50, 4], [0, 2], [0, 2], [files.size, 2], [files.size, 2], [size, 4], [at, 4], [0, 2]);
    return new Blob([...parts, ...directory, end], { type: 'application/zip' });
}
