// SPDX-License-Identifier: MIT
// What the program asks of the JavaScript it runs in.
mergeInto(LibraryManager.library, {
    goalsheet_decode_codes: function (label, codes, size, units) {
        // A copy: TextDecoder takes no view of memory that may grow.
        var bytes = HEAPU8.slice(codes, codes + size);
        var encoding = UTF8ToString(label);
        var text = new TextDecoder(encoding).decode(bytes);
        for (var at = 0, from = 0; at < size; units += 2) {
            at += encoding === 'euc-jp' && bytes[at] === 0x8f ? 3 : 2;
            HEAPU16[units >> 1] = text.charCodeAt(from++);
            // Behind a code without a character, browsers go on with its ASCII byte (WHATWG Encoding §12.3.1); Node does not.
            if (bytes[at - 1] < 0x80 && text.charCodeAt(from) === bytes[at - 1]) from++;
        }
    },
    goalsheet_decode_codes__sig: 'viiii',
});
