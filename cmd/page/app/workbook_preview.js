// SPDX-License-Identifier: MIT
// A workbook's worksheets as tables, for looking at: texts, merged cells, hidden rows and sheets left out. What the
// program reads it reads itself; this only shows where a finding's cell is. ECMA-376 part 1, §18.

const kRowLimit = 400;
const kColumnLimit = 60;

class Archive {
    constructor(bytes) {
        this.bytes = bytes;
        this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
        this.entries = new Map();
        this.list();
    }

    list() {
        let end = this.bytes.length - 22;
        while (end >= 0 && this.view.getUint32(end, true) !== 0x06054b50) end--;
        if (end < 0) throw new Error('no zip');
        let at = this.view.getUint32(end + 16, true);
        for (let left = this.view.getUint16(end + 10, true); left > 0; left--) {
            const size = (offset) => this.view.getUint16(at + offset, true);
            const name = new TextDecoder().decode(this.bytes.subarray(at + 46, at + 46 + size(28)));
            this.entries.set(name, { method: size(10), packed: this.view.getUint32(at + 20, true), at: this.view.getUint32(at + 42, true) });
            at += 46 + size(28) + size(30) + size(32);
        }
    }

    async xml(name) {
        const entry = this.entries.get(name);
        if (!entry) return null;
        const start = entry.at + 30 + this.view.getUint16(entry.at + 26, true) + this.view.getUint16(entry.at + 28, true);
        const packed = this.bytes.subarray(start, start + entry.packed);
        const stream = new Blob([packed]).stream();
        const plain = entry.method === 8 ? stream.pipeThrough(new DecompressionStream('deflate-raw')) : stream;
        return new DOMParser().parseFromString(await readAtMost(plain, 16 << 20), 'application/xml');
    }
}

// A part that unpacks to gigabytes is not looked at.
async function readAtMost(stream, limit) {
    const reader = stream.getReader();
    const decoder = new TextDecoder();
    let text = '';
    for (let size = 0; ; ) {
        const { done, value } = await reader.read();
        if (done) return text + decoder.decode();
        size += value.length;
        if (size > limit) throw new Error('too large');
        text += decoder.decode(value, { stream: true });
    }
}

const tags = (node, name) => (node ? [...node.getElementsByTagNameNS('*', name)] : []);
const textOf = (node) => tags(node, 't').filter((t) => t.parentNode.localName !== 'rPh').map((t) => t.textContent).join('');

function columnNumber(reference) {
    return [...reference.replace(/\d+/g, '')].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0);
}
const rowNumber = (reference) => parseInt(reference.replace(/\D+/g, ''), 10);

/** [{ name, hidden, cells: Map of "row,column" to text, merges, rows, columns, widths }] */
async function readWorkbook(bytes) {
    const archive = new Archive(bytes);
    const [book, relations, strings] = await Promise.all(['xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/sharedStrings.xml'].map((name) => archive.xml(name)));
    const targets = new Map(tags(relations, 'Relationship').map((r) => [r.getAttribute('Id'), r.getAttribute('Target')]));
    const shared = tags(strings, 'si').map(textOf);
    const sheets = [];
    for (const sheet of tags(book, 'sheet')) {
        const id = [...sheet.attributes].find((a) => a.localName === 'id' && a.namespaceURI);
        const target = id && targets.get(id.value);
        if (!target) continue;
        const xml = await archive.xml(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
        if (xml) sheets.push({ name: sheet.getAttribute('name'), hidden: sheet.hasAttribute('state') && sheet.getAttribute('state') !== 'visible', ...readSheet(xml, shared) });
    }
    return sheets;
}

function readSheet(xml, shared) {
    const cells = new Map();
    const hiddenRows = new Set(tags(xml, 'row').filter((r) => r.getAttribute('hidden') === '1').map((r) => Number(r.getAttribute('r'))));
    let rows = 0;
    let columns = 0;
    for (const cell of tags(xml, 'c')) {
        const reference = cell.getAttribute('r') || '';
        const [row, column] = [rowNumber(reference), columnNumber(reference)];
        const text = cellText(cell, shared);
        if (!row || row > kRowLimit || column > kColumnLimit) continue;
        if (text) [rows, columns] = [Math.max(rows, row), Math.max(columns, column)];
        cells.set(`${row},${column}`, text);
    }
    const merges = tags(xml, 'mergeCell').map((m) => (m.getAttribute('ref') || '').split(':')).filter((m) => m.length === 2);
    for (const [from, to] of merges) if (cells.get(`${rowNumber(from)},${columnNumber(from)}`)) columns = Math.max(columns, Math.min(columnNumber(to), kColumnLimit));
    return { cells, merges, rows, columns, hiddenRows, widths: readWidths(xml) };
}

// In characters, by column; what is missing has the width of the others.
function readWidths(xml) {
    const widths = [];
    for (const col of tags(xml, 'col')) {
        const [from, to] = ['min', 'max'].map((key) => Number(col.getAttribute(key)));
        for (let i = from; i <= Math.min(to, kColumnLimit); i++) widths[i] = Number(col.getAttribute('width'));
    }
    return widths;
}

function cellText(cell, shared) {
    const type = cell.getAttribute('t');
    if (type === 'inlineStr') return textOf(cell);
    const value = tags(cell, 'v')[0]?.textContent ?? '';
    return type === 's' ? shared[Number(value)] ?? '' : value;
}

// Which cells a merged one covers, and how far the first of them reaches.
function layMerges(sheet) {
    const covered = new Set();
    const reach = new Map();
    for (const [from, to] of sheet.merges) {
        const [top, left, bottom, right] = [rowNumber(from), columnNumber(from), Math.min(rowNumber(to), sheet.rows), Math.min(columnNumber(to), sheet.columns)];
        reach.set(`${top},${left}`, [bottom - top + 1, right - left + 1]);
        for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) if (row !== top || column !== left) covered.add(`${row},${column}`);
    }
    return { covered, reach };
}

function letters(column) {
    return column > 26 ? letters(Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1) : String.fromCharCode(64 + column);
}

/** findings: those of this worksheet, with { number, row, column }. */
function previewWorksheet(sheet, findings) {
    for (const f of findings) [sheet.rows, sheet.columns] = [Math.max(sheet.rows, f.row), Math.max(sheet.columns, f.column)];
    const { covered, reach } = layMerges(sheet);
    const heads = Array.from({ length: sheet.columns }, (_, i) => element('th', { class: 'edge', scope: 'col' }, letters(i + 1)));
    heads.forEach((head, i) => (head.style.minWidth = `${Math.min(sheet.widths[i + 1] ?? 9, 30) * 0.4}em`));
    const table = element('table', { class: 'grid' }, element('tr', {}, element('td', { class: 'edge' }), heads));
    const placed = new Set();
    for (let row = 1; row <= sheet.rows; row++) {
        if (sheet.hiddenRows.has(row)) continue;
        const line = element('tr', {}, element('th', { class: 'edge', scope: 'row' }, String(row)));
        for (let column = 1; column <= sheet.columns; column++) {
            const key = `${row},${column}`;
            if (covered.has(key)) continue;
            const here = findings.filter((f) => f.row === row && f.column === column);
            here.forEach((f) => placed.add(f.number));
            const [down, across] = reach.get(key) || [1, 1];
            const text = lines(sheet.cells.get(key));
            const content = here.length ? [here.map(badge), element('mark', { class: worstOf(here), 'data-findings': here.map((f) => f.number).join(' ') }, text)] : text;
            line.append(element('td', { class: here.length ? `found ${worstOf(here)}` : undefined, rowspan: down > 1 ? down : undefined, colspan: across > 1 ? across : undefined }, content));
        }
        table.append(line);
    }
    return { shown: element('div', { class: 'sheet book' }, table), placed };
}

/** 重点目標一覧!A3 */
function splitCell(cell) {
    const at = cell.lastIndexOf('!');
    const reference = cell.slice(at + 1);
    return { sheet: cell.slice(0, at), row: rowNumber(reference), column: columnNumber(reference) };
}
