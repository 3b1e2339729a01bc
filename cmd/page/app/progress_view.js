// SPDX-License-Identifier: MIT
// 進捗: targets against reports, with bars and the words each figure was read from.

class ProgressView {
    constructor(batch) {
        this.batch = batch;
        this.against = 'auto';
        this.root = element('div', { class: 'progress-view' });
    }

    // A year at a time: its own reports are the latest there are, whatever other years have.
    years() {
        return groupBy(this.batch.sheets(), (entry) => entry.document.fiscal_year?.gregorian ?? '');
    }

    async load() {
        this.rows = await busy(async () => {
            const rows = [];
            for (const [, entries] of this.years()) {
                const result = await this.batch.run(['diff', '--format', 'json', `--against=${this.against}`], showProgress('readingAll'), entries);
                rows.push(...(parse(result.stdout)?.progress ?? []));
            }
            return rows;
        });
    }

    async render() {
        if (!this.rows) await this.load();
        const rows = this.rows ?? [];
        const choices = { auto: say('latest'), midterm: pick(kStageNames.midterm), final: pick(kStageNames.final) };
        const select = element('select', { onchange: (event) => this.change(event.target.value) }, Object.entries(choices).map(([value, words]) => element('option', { value, selected: value === this.against }, words)));
        this.root.replaceChildren(element('div', { class: 'tools' },
            element('label', {}, `${say('against')} `, select),
            element('span', { class: 'count' }, say('rows', rows.length)),
            element('div', { class: 'buttons' }, button(say('asExcel'), () => this.saveBook()), button(say('print'), () => print(), { class: 'quiet' }))));
        if (!rows.length) return this.root.append(element('p', { class: 'hint' }, say('noProgress')));
        for (const [title, own] of groupBy(rows, (row) => `${row.fiscal_year ?? ''} ${row.department} ${row.goal}`)) this.root.append(this.table(title, own));
    }

    change(against) {
        this.against = against;
        this.rows = null;
        this.render();
    }

    table(title, rows) {
        const head = ['measure', 'target', 'result', 'rate', 'status'].map((key) => element('th', { scope: 'col' }, say(key)));
        return element('section', { class: 'goal' },
            element('h3', {}, rows[0].goal, ' ', element('span', { class: 'count' }, `${rows[0].department} ${rows[0].fiscal_year ?? ''}`)),
            element('div', { class: 'scroller', tabindex: 0, role: 'region', 'aria-label': title }, element('table', { class: 'progress-table' }, element('thead', {}, element('tr', {}, head)), element('tbody', {}, rows.map((row) => this.row(row))))));
    }

    row(row) {
        const number = `${row.item ? circled(row.item) : ''}${row.measure ? `(${row.measure})` : ''}`;
        return element('tr', {},
            element('th', { scope: 'row' }, element('span', { class: 'number' }, number), ` ${row.action}`, element('span', { class: 'indicator' }, row.indicator)),
            element('td', { class: 'figure' }, figure(row.target, row.unit), element('span', { class: 'words' }, ...markFigure(row.target_text, row.target))),
            element('td', { class: 'figure' }, figure(row.result, row.result_unit || row.unit), element('span', { class: 'words' }, ...markFigure(row.report_text, row.result))),
            element('td', {}, bar(row)),
            element('td', {}, element('span', { class: `chip ${row.status}` }, nameOf(kStatusNames, row.status)), row.note && element('span', { class: 'words' }, row.note)));
    }

    async saveBook() {
        const stem = language === 'ja' ? '進捗' : 'progress';
        const years = [...this.years()];
        for (const [year, entries] of years) {
            const name = years.length > 1 ? `${stem}-${year}.xlsx` : `${stem}.xlsx`;
            await saveRun(this.batch, ['diff', '--format', 'xlsx', `--against=${this.against}`, '-o', name], name, entries);
        }
    }
}

function groupBy(rows, keyOf) {
    const groups = new Map();
    for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
    return groups;
}

const figure = (value, unit) => element('b', {}, value === null || value === undefined ? say('none') : `${Number(value).toLocaleString(language, { maximumFractionDigits: 4 })}${unit ?? ''}`);
const percent = (rate) => `${(rate * 100).toLocaleString(language, { maximumFractionDigits: 1 })}%`;

/** The words of a figure, with the number that was read marked in them. */
function markFigure(text, value) {
    if (!text || value === null || value === undefined) return lines(text);
    for (const found of text.matchAll(/[0-9０-９](?:[0-9０-９.,．，]*[0-9０-９])?/g)) {
        const plain = found[0].normalize('NFKC').replaceAll(',', '');
        if (Number(plain) !== value) continue;
        const [from, to] = [found.index, found.index + found[0].length];
        return [...lines(text.slice(0, from)), element('mark', { class: 'read' }, found[0]), ...lines(text.slice(to))];
    }
    return lines(text);
}

function bar(row) {
    if (row.rate === null || row.rate === undefined) return element('span', { class: 'words' }, say('none'));
    const filled = element('span', { class: 'bar-fill' });
    filled.style.width = `${Math.max(0, Math.min(1, row.rate)) * 100}%`;
    const pace = row.pace !== null && row.pace < 1 && element('span', { class: 'bar-pace', title: say('paceMark', percent(row.pace)) });
    if (pace) pace.style.left = `${row.pace * 100}%`;
    return element('span', { class: `rate ${row.status}` }, element('b', {}, percent(row.rate)), element('span', { class: 'bar', 'aria-hidden': 'true' }, filled, pace));
}
