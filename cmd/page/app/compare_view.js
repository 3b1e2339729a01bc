// SPDX-License-Identifier: MIT
// 新旧対照: what changed between two versions, word by word.

class CompareView {
    constructor(batch) {
        this.batch = batch;
        this.root = element('div', { class: 'compare-view' });
    }

    render() {
        const sheets = this.batch.sheets();
        if (sheets.length < 2) return this.root.replaceChildren(element('p', { class: 'hint' }, say('needTwo')));
        const byYear = [...sheets].sort((a, b) => (a.document.fiscal_year?.gregorian ?? 0) - (b.document.fiscal_year?.gregorian ?? 0));
        if (!sheets.includes(this.old)) this.old = byYear[0];
        if (!sheets.includes(this.recent) || this.recent === this.old) this.recent = sheets.find((s) => s !== this.old && s.document.department === this.old.document.department) ?? byYear[1];
        const choose = (id, words, chosen, take) => element('label', {}, element('span', {}, say(words)), element('select', { id, onchange: (event) => take(sheets[event.target.selectedIndex]) }, sheets.map((s) => element('option', { selected: s === chosen }, s.name))));
        this.out = element('div', {});
        this.root.replaceChildren(element('p', {}, say('compareLead')), element('div', { class: 'tools' },
            choose('old-version', 'oldVersion', this.old, (s) => (this.old = s)), element('span', { 'aria-hidden': 'true' }, '→'),
            choose('new-version', 'newVersion', this.recent, (s) => (this.recent = s)),
            element('div', { class: 'buttons' }, button(say('compareNow'), () => this.compare(), { class: 'primary', id: 'compare-now' }),
                button(say('compareMarkdown'), () => this.saveMarkdown(), { class: 'quiet' }))), this.out);
        if (this.report) this.showReport();
    }

    async compare() {
        this.report = await busy(async () => {
            const result = await this.batch.run(['compare', '--format', 'json'], showProgress('readingAll'), [this.old, this.recent]);
            if (!result.stdout.length) complain(result.stderr || say('refused'));
            return parse(result.stdout);
        });
        this.showReport();
    }

    saveMarkdown() {
        const name = language === 'ja' ? '新旧対照.md' : 'comparison.md';
        return saveRun(this.batch, ['compare', '--format', 'md', '-o', name], name, [this.old, this.recent]);
    }

    showReport() {
        const { summary, differences } = this.report ?? { differences: [] };
        if (!summary) return this.out.replaceChildren();
        if (!differences.length) return this.out.replaceChildren(element('p', { class: 'all-clear' }, say('sameVersions')));
        const head = ['place', 'oldVersion', 'newVersion'].map((key) => element('th', { scope: 'col' }, say(key)));
        const total = summary.changed + summary.added + summary.removed + summary.moved;
        this.out.replaceChildren(element('p', { class: 'verdict' }, say('differences', total, summary.changed, summary.added, summary.removed, summary.moved)));
        for (const [goal, own] of groupBy(differences, (d) => d.goal || d.department || say('files')))
            this.out.append(element('h3', {}, goal), element('div', { class: 'scroller', tabindex: 0, role: 'region', 'aria-label': goal },
                element('table', { class: 'compare-table' }, element('thead', {}, element('tr', {}, head)), element('tbody', {}, own.map((d) => this.row(d))))));
        announce(say('differences', total, summary.changed, summary.added, summary.removed, summary.moved));
    }

    row(d) {
        const number = (item, measure) => `${item ? circled(item) : ''}${measure ? `(${measure})` : ''}`;
        const [before, after] = [number(d.item_before, d.measure_before), number(d.item_after, d.measure_after)];
        const place = [before && after && before !== after ? `${before} → ${after}` : before || after, d.label || nameOf(kFieldNames, d.field)].filter(Boolean).join(' ');
        const kind = `kind${d.kind[0].toUpperCase()}${d.kind.slice(1)}`;
        return element('tr', { class: d.kind }, element('th', { scope: 'row' }, element('span', { class: `chip ${d.kind}` }, kWords[kind] ? say(kind) : d.kind), ' ', place),
            element('td', {}, this.words(d, 'removed', d.before)), element('td', {}, this.words(d, 'added', d.after)));
    }

    words(d, op, whole) {
        if (!d.words?.length) return lines(whole);
        return d.words.filter((w) => w.op === 'same' || w.op === op).map((w) => (w.op === 'same' ? element('span', {}, ...lines(w.text)) : element(op === 'added' ? 'ins' : 'del', {}, ...lines(w.text))));
    }
}
