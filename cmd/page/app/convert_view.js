// SPDX-License-Identifier: MIT
// 変換: every file in every format, one by one or all in a zip.

const kFormats = [['xlsx', 'Excel'], ['md', 'Markdown'], ['csv', 'CSV'], ['html', 'HTML'], ['json', 'JSON']];

class ConvertView {
    constructor(batch) {
        this.batch = batch;
        this.root = element('div', { class: 'convert-view' });
    }

    render() {
        const sheets = this.batch.sheets();
        const row = (entry) => element('tr', {}, element('th', { scope: 'row' }, entry.name),
            element('td', {}, element('div', { class: 'buttons' }, kFormats.map(([format, name]) => button(name, () => this.save(entry, format), { 'aria-label': say('saveOne', entry.name, name), class: format === 'xlsx' ? '' : 'quiet' })))));
        const all = element('tr', { class: 'all' }, element('th', { scope: 'row' }, say('all')),
            element('td', {}, element('div', { class: 'buttons' }, kFormats.map(([format, name]) => button(say('zipOf', name), () => this.saveAll(format), { class: 'quiet' })))));
        this.root.replaceChildren(element('p', {}, say('convertLead')),
            element('div', { class: 'scroller', tabindex: 0, role: 'region', 'aria-label': say('tabConvert') }, element('table', { class: 'convert-table' },
                element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, say('file')), element('th', { scope: 'col' }, say('formats')))),
                element('tbody', {}, sheets.map(row), sheets.length > 1 && all))));
    }

    save(entry, format) {
        const stem = entry.name.replace(/.*\//, '').replace(/\.[^.]*$/, '');
        if (format === 'csv') return saveRun(this.batch, ['export', '--to', 'csv', '-o', `${stem}-csv/`], `${stem}-csv`, [entry]);
        const name = outputName(stem, format, entry);
        return saveRun(this.batch, ['export', '--to', format, '-o', name], name, [entry]);
    }

    saveAll(format) {
        return saveRun(this.batch, ['export', '--to', format, '-o', `${format}/`], format, this.batch.sheets());
    }
}

// The program never writes over an input.
function outputName(stem, format, entry) {
    const name = `${stem}.${format}`;
    return name === entry.name ? `${stem}-goalsheet.${format}` : name;
}
