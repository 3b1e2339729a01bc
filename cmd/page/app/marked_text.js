// SPDX-License-Identifier: MIT
// The text of a file with the places of its findings put in as characters of their own, so that they stay where they
// are whatever is made of the text.

const kOpen = '\uFDD0';
const kClose = '\uFDD1';
const kEnd = '\uFDD2';

const kDecoderLabels = { 'windows-31j': 'shift_jis' };

/** The text as the program decoded it: its lines and columns count in this. */
function decodeText(bytes, encoding) {
    return new TextDecoder(kDecoderLabels[encoding] || encoding || 'utf-8').decode(bytes).replace(/[\uFDD0-\uFDD2]/g, '\uFFFD');
}

function lineStarts(text) {
    const starts = [0];
    for (const end of text.matchAll(/\r\n|\r|\n/g)) starts.push(end.index + end[0].length);
    return starts;
}

/** Line and column (from 1, in code points) to an index of the text. */
function indexOf(text, starts, line, column) {
    let at = starts[Math.min(line, starts.length) - 1];
    for (let i = 1; i < column && at < text.length; i++) at += text.codePointAt(at) > 0xffff ? 2 : 1;
    return at;
}

// In a page a mark within a tag would tear it: it goes behind the tag. An empty cell's mark goes into the cell.
function outOfTag(text, at) {
    const open = text.lastIndexOf('<', at - 1);
    if (open > text.lastIndexOf('>', at - 1)) {
        const close = text.indexOf('>', at);
        if (close >= 0) at = close + 1;
    }
    return at;
}

function intoCell(text, at) {
    const cell = /^(?:\s*<\/?(?:table|thead|tbody|tfoot|tr|colgroup|col)\b[^>]*>)*\s*<t[dh]\b[^>]*>/i.exec(text.slice(at, at + 2000));
    return cell ? at + cell[0].length : at;
}

/**
 * findings: [{ number, line, column, end_line, end_column }]. Gives the text with kOpen number kEnd … kClose number kEnd
 * around each place.
 */
function markText(text, findings, isPage) {
    const starts = lineStarts(text);
    const marks = [];
    for (const finding of findings) {
        let from = indexOf(text, starts, finding.line, finding.column);
        let to = Math.max(from, indexOf(text, starts, finding.end_line, finding.end_column));
        if (isPage) {
            from = intoCell(text, outOfTag(text, from));
            to = Math.max(from, outOfTag(text, to));
        }
        marks.push([from, 1, `${kOpen}${finding.number}${kEnd}`], [to, to === from ? 2 : 0, `${kClose}${finding.number}${kEnd}`]);
    }
    marks.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    let marked = '';
    let at = 0;
    for (const [index, , words] of marks) {
        marked += text.slice(at, index) + words;
        at = index;
    }
    return marked + text.slice(at);
}

/** Takes marked text to elements: what is inside a place becomes <mark>, with a number in front. */
class Marker {
    constructor(findings) {
        this.findings = new Map(findings.map((finding) => [finding.number, finding]));
        this.open = new Set();
        this.begun = new Set();
    }

    /** The nodes for a piece of text; places may go on in the next piece. */
    nodes(text) {
        const nodes = [];
        for (const part of text.split(/([\uFDD0\uFDD1]\d+\uFDD2)/)) {
            if (part[0] === kOpen) nodes.push(this.begin(parseInt(part.slice(1), 10)));
            else if (part[0] === kClose) this.open.delete(parseInt(part.slice(1), 10));
            else if (part) nodes.push(this.open.size ? this.mark(part) : part);
        }
        return nodes;
    }

    begin(number) {
        const finding = this.findings.get(number);
        if (!finding) return '';
        this.open.add(number);
        this.begun.add(number);
        return badge(finding);
    }

    mark(text) {
        const open = [...this.open].map((number) => this.findings.get(number));
        const worst = worstOf(open);
        return element('mark', { class: worst, 'data-findings': open.map((f) => f.number).join(' ') }, text);
    }

    /** Places end with their cell. */
    endCell() {
        this.open.clear();
    }
}

const kSeverities = ['error', 'warning', 'info'];
const worstOf = (findings) => kSeverities.find((severity) => findings.some((f) => f.severity === severity)) || 'info';

function badge(finding) {
    const words = `${say(finding.severity)} ${finding.number}: ${finding.message}`;
    return element('button', { type: 'button', class: `badge ${finding.severity}`, 'data-finding': finding.number, 'aria-label': words, title: finding.message }, String(finding.number));
}
