// SPDX-License-Identifier: MIT
// A web page as a sheet to look at: built anew from an inert document, with a few elements and next to no attributes.
// Nothing of the file runs, loads or styles anything.

const kKept = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'caption', 'p', 'div', 'span', 'br', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'b', 'strong', 'em', 'i', 'u', 's', 'del', 'sub', 'sup', 'hr', 'pre', 'ruby', 'rt', 'rp']);
const kDropped = new Set(['script', 'style', 'head', 'template', 'noscript', 'iframe', 'object', 'embed', 'svg', 'math', 'select', 'textarea', 'input', 'button', 'form-control', 'img', 'video', 'audio', 'canvas', 'link', 'meta', 'title', 'nav', 'header', 'footer']);
const kCells = new Set(['td', 'th', 'caption', 'li', 'dd', 'dt', 'p', 'pre']);
const kNodeLimit = 60000;

class PageBuilder {
    constructor(marker) {
        this.marker = marker;
        this.left = kNodeLimit;
    }

    build(node) {
        if (this.left-- <= 0) return [];
        if (node.nodeType === Node.TEXT_NODE) return this.marker.nodes(node.data);
        if (node.nodeType !== Node.ELEMENT_NODE) return [];
        const name = node.localName;
        if (kDropped.has(name)) return this.dropped(node);
        const children = [...node.childNodes].flatMap((child) => this.build(child));
        if (kCells.has(name)) this.marker.endCell();
        if (/^h[1-6]$/.test(name)) return [element('p', { class: 'heading' }, children)];
        if (!kKept.has(name)) return /^(?:center|section|article|main|body|form|fieldset|blockquote|address)$/.test(name) ? [element('div', {}, children)] : children;
        return [element(name, spans(node, name), children)];
    }

    // A place may lie in what is not shown; its number is shown all the same.
    dropped(node) {
        const numbers = /\uFDD0\d+\uFDD2/.test(node.textContent) ? node.textContent.match(/\uFDD0\d+\uFDD2/g) : [];
        const badges = numbers.flatMap((number) => this.marker.nodes(number));
        this.marker.endCell();
        return badges;
    }
}

function spans(node, name) {
    if (name !== 'td' && name !== 'th') return {};
    const span = (key) => {
        const value = parseInt(node.getAttribute(key) || '1', 10);
        return value > 1 && value <= 200 ? value : undefined;
    };
    return { colspan: span('colspan'), rowspan: span('rowspan') };
}

/** What of the built page is around its tables and its marks; menus and footers are left out. */
function trimToSheets(root) {
    let node = root;
    for (;;) {
        const wanted = [...node.children].filter((child) => child.matches('table, .badge') || child.querySelector('table, .badge'));
        if (wanted.length !== 1 || wanted[0].matches('table, .badge')) break;
        node = wanted[0];
    }
    return node;
}

function previewPage(text, findings) {
    const marker = new Marker(findings);
    const page = new DOMParser().parseFromString(markText(text, findings, true), 'text/html');
    const builder = new PageBuilder(marker);
    const root = element('div', { class: 'sheet page' }, builder.build(page.body));
    const shown = element('div', { class: 'sheet page' }, ...trimToSheets(root).childNodes);
    if (builder.left <= 0) shown.append(element('p', { class: 'hint' }, say('previewCut')));
    return { shown, placed: marker.begun };
}

/** Text, tab-separated tables and JSON: line by line. */
function previewText(text, findings) {
    const marker = new Marker(findings);
    const shown = element('div', { class: 'sheet text' });
    const all = markText(text, findings, false).split(/\r\n|\r|\n/);
    for (const line of all.slice(0, 5000)) shown.append(element('div', { class: 'line' }, marker.nodes(line)));
    if (all.length > 5000) shown.append(element('p', { class: 'hint' }, say('previewCut')));
    return { shown, placed: marker.begun };
}
