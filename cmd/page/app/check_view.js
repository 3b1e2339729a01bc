// SPDX-License-Identifier: MIT
// 点検: findings by file, and the sheet with each of them in its place.

class CheckView {
    constructor(batch) {
        this.batch = batch;
        this.shown = new Set(kSeverities);
        this.current = null;
        this.root = element('div', { class: 'check' });
    }

    visible() {
        return (this.batch.report?.findings ?? []).filter((finding) => this.shown.has(finding.severity));
    }

    render() {
        this.list = element('div', { class: 'finding-list', id: 'findings' });
        this.pane = element('section', { class: 'pane', 'aria-label': say('preview'), id: 'preview' });
        this.root.replaceChildren(this.verdict(), this.tools(), element('div', { class: 'columns' }, this.list, this.pane));
        this.renderList();
        const first = this.visible()[0];
        const file = first ? this.fileOf(first) : this.batch.sheets()[0];
        if (file) this.show(file, first, false);
        else this.pane.remove();
    }

    fileOf(finding) {
        return this.batch.files.find((entry) => entry.name === finding.path);
    }

    verdict() {
        const words = this.batch.report?.summary.verdict ?? '';
        return element('p', { class: `verdict ${this.batch.report?.summary.fails ? 'fails' : 'passes'}` }, words);
    }

    tools() {
        const count = (severity) => (this.batch.report?.findings ?? []).filter((f) => f.severity === severity).length;
        const filters = kSeverities.map((severity) =>
            element('label', { class: `filter ${severity}` },
                element('input', { type: 'checkbox', checked: this.shown.has(severity), onchange: (event) => this.filter(severity, event.target.checked) }),
                element('span', {}, `${say(severity)} `, element('b', {}, String(count(severity))))));
        return element('div', { class: 'tools' },
            element('fieldset', { class: 'filters' }, element('legend', { class: 'hidden-words' }, say('show')), filters),
            element('div', { class: 'buttons' },
                button(say('copy'), () => this.copy(), { id: 'copy' }),
                button(say('asExcel'), () => this.saveBook(), { id: 'findings-book' }),
                button(say('print'), () => print(), { class: 'quiet' })));
    }

    filter(severity, on) {
        if (on) this.shown.add(severity);
        else this.shown.delete(severity);
        this.renderList();
        if (this.file) this.show(this.file, this.visible().includes(this.current) ? this.current : null, false);
    }

    renderList() {
        const visible = this.visible();
        this.list.replaceChildren();
        if (!this.batch.report?.findings.length) return this.list.append(this.allClear());
        if (!visible.length) this.list.append(element('p', { class: 'hint' }, say('filtered')));
        for (const entry of this.batch.files) {
            const own = visible.filter((finding) => finding.path === entry.name);
            if (!own.length) continue;
            this.list.append(element('h3', {}, entry.name, ' ', element('span', { class: 'count' }, say('counted', own.length))),
                element('ol', { class: 'finding-cards' }, own.map((finding) => element('li', {}, this.card(entry, finding)))));
        }
    }

    card(entry, finding) {
        return element('button', { type: 'button', class: `finding ${finding.severity}`, id: `finding-${finding.number}`, onclick: () => this.show(entry, finding, true) },
            element('span', { class: `badge ${finding.severity}`, 'aria-hidden': 'true' }, String(finding.number)),
            element('span', { class: 'finding-words' },
                element('span', { class: 'place' }, element('span', { class: 'severity' }, say(finding.severity)), ' ', finding.address),
                element('span', { class: 'message' }, finding.message),
                element('span', { class: 'rule' }, `${finding.code} ${finding.name}${finding.cell ? ` · ${finding.cell}` : ''}`)));
    }

    allClear() {
        const summary = this.batch.report?.summary;
        const stage = nameOf(kStageNames, this.batch.report?.stage ?? '');
        return element('div', { class: 'all-clear' }, element('p', { class: 'big' }, say('allClear')), summary && element('p', {}, say('allClearMore', summary.sheets, stage)));
    }

    /** Shows a file's sheet; with a finding, at its place. */
    async show(entry, finding, move) {
        const same = this.file === entry && this.previewed === this.key();
        [this.file, this.current] = [entry, finding];
        if (!same) await this.renderPane(entry);
        if (this.file === entry) this.point(finding, move);
    }

    key() {
        return `${[...this.shown]} ${this.worksheet ?? ''} ${language}`;
    }

    async renderPane(entry) {
        this.worksheet = this.file === this.worksheetOf ? this.worksheet : undefined;
        this.worksheetOf = entry;
        const own = this.visible().filter((f) => f.path === entry.name);
        const body = element('div', { class: 'pane-body', tabindex: 0, role: 'region', 'aria-label': say('previewOf', entry.name) });
        this.pane.replaceChildren(this.paneHead(entry, own), body);
        this.body = body;
        const preview = await previewOf(this.batch, entry, own, this.worksheet ?? this.worksheetFor(this.current), (name) => this.chooseWorksheet(entry, name)).catch(() => null);
        if (this.body !== body) return;
        if (!preview) return body.append(element('p', { class: 'hint' }, say('noPreview')));
        const about = own.filter((f) => !preview.placed.has(f.number) && preview.mine(f));
        if (about.length) body.append(element('div', { class: 'about' }, element('p', {}, say('noPlace')), about.map(badge)));
        if (preview.chooser) body.append(preview.chooser);
        body.append(preview.shown);
        body.addEventListener('click', (event) => this.clicked(event));
        this.previewed = this.key();
    }

    paneHead(entry, own) {
        this.steps = element('span', { class: 'steps-of' });
        return element('div', { class: 'pane-head' },
            element('h3', {}, entry.name),
            own.length > 0 && element('div', { class: 'buttons' },
                button('‹', () => this.step(-1), { class: 'quiet', 'aria-label': say('previous') }), this.steps,
                button('›', () => this.step(1), { class: 'quiet', 'aria-label': say('following') })));
    }

    worksheetFor(finding) {
        return finding?.cell ? splitCell(finding.cell).sheet : undefined;
    }

    chooseWorksheet(entry, name) {
        this.worksheet = name;
        this.current = null;
        this.renderPane(entry);
    }

    clicked(event) {
        const hit = event.target.closest('[data-finding], [data-findings]');
        if (!hit) return;
        const number = parseInt(hit.dataset.finding ?? hit.dataset.findings, 10);
        const finding = this.visible().find((f) => f.number === number);
        if (finding) this.show(this.file, finding, true);
    }

    step(by) {
        const own = this.visible().filter((f) => f.path === this.file.name);
        const at = own.indexOf(this.current);
        this.show(this.file, own[(at + by + own.length) % own.length], true);
    }

    async point(finding, move) {
        if (finding?.cell && this.worksheet !== undefined && this.worksheet !== this.worksheetFor(finding)) {
            this.worksheet = this.worksheetFor(finding);
            await this.renderPane(this.file);
        } else if (finding?.cell && !this.body.querySelector(`[data-finding="${finding.number}"]`)) {
            this.worksheet = this.worksheetFor(finding);
            await this.renderPane(this.file);
        }
        const own = this.visible().filter((f) => f.path === this.file.name);
        if (this.steps) this.steps.textContent = say('position', finding ? own.indexOf(finding) + 1 : '–', own.length);
        for (const old of this.root.querySelectorAll('.current')) old.classList.remove('current');
        this.root.querySelector('.note')?.remove();
        if (!finding) return;
        byId(`finding-${finding.number}`)?.classList.add('current');
        byId(`finding-${finding.number}`)?.setAttribute('aria-current', 'true');
        for (const card of this.list.querySelectorAll('[aria-current]')) if (card.id !== `finding-${finding.number}`) card.removeAttribute('aria-current');
        this.pinNote(finding, move);
    }

    // The words of the finding, in the cell itself.
    pinNote(finding, move) {
        const mark = this.body.querySelector(`.badge[data-finding="${finding.number}"]`);
        if (!mark) return;
        for (const words of this.body.querySelectorAll(`mark[data-findings~="${finding.number}"]`)) words.classList.add('current');
        mark.classList.add('current');
        const holder = mark.closest('td, th, li, p, .line, .about') ?? mark.parentElement;
        const note = element('span', { class: `note ${finding.severity}`, role: 'note' },
            element('b', {}, `${say(finding.severity)} ${finding.number}`), ' ', finding.message,
            move && button(say('backToList'), () => byId(`finding-${finding.number}`)?.focus(), { class: 'link to-list' }));
        holder.append(note);
        if (holder.matches('td, th')) this.floatNote(note, holder, mark);
        this.scrollTo(holder, mark, move);
        if (!move) return;
        byId(`finding-${finding.number}`)?.scrollIntoView({ block: 'nearest' });
        announce(`${finding.address} ${finding.message}`);
        if (matchMedia('(max-width: 900px)').matches) this.pane.scrollIntoView({ block: 'start' });
    }

    // Over the cells below, so that no column moves; towards the middle from the right-hand edge.
    floatNote(note, cell, mark) {
        const words = [...cell.querySelectorAll('mark.current')].at(-1) ?? mark;
        note.classList.add('floating');  // before anything is measured: it takes no room then
        const [box, end, pane] = [cell, words, this.body].map((node) => node.getBoundingClientRect());
        note.style.top = `${end.bottom - box.top + 6}px`;
        note.classList.toggle('from-right', box.left + note.offsetWidth > pane.right);
    }

    /** Down to the cell, across only where its mark is out of sight. */
    scrollTo(cell, mark, smooth) {
        const [outer, inner, point] = [this.body, cell, mark].map((node) => node.getBoundingClientRect());
        const top = this.body.scrollTop + inner.top - outer.top - Math.max(24, (outer.height - inner.height) / 3);
        const inSight = point.left >= outer.left && point.left + 120 <= outer.right;
        const left = inSight ? this.body.scrollLeft : this.body.scrollLeft + inner.left - outer.left - 24;
        const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
        this.body.scrollTo({ top, left, behavior: smooth && !calm ? 'smooth' : 'instant' });
    }

    asText() {
        const words = (f) => `${f.path}:${f.line}:${f.column}: ${say(f.severity)} ${f.code} ${f.message} [${f.name}]\n  ${f.cell ? `${f.cell}  ` : ''}${f.address}\n`;
        return `${this.visible().map(words).join('\n')}\n${this.batch.report?.summary.verdict ?? ''}\n`;
    }

    async copy() {
        const text = this.asText();
        try {
            await navigator.clipboard.writeText(text);
            announce(say('copied'));
            flash(byId('copy'), say('copied'));
        } catch {
            this.copyByHand(text);
        }
    }

    // From a file the clipboard may be out of reach for scripts, but not for the reader.
    copyByHand(text) {
        const area = element('textarea', { class: 'by-hand', rows: 8, readonly: true, 'aria-label': say('copy') });
        area.value = text;
        byId('copy').closest('.tools').after(area);
        area.select();
        if (document.execCommand?.('copy')) {
            area.remove();
            flash(byId('copy'), say('copied'));
        } else complain(say('copyFailed'));
    }

    async saveBook() {
        const name = language === 'ja' ? '点検結果.xlsx' : 'findings.xlsx';
        await saveRun(this.batch, ['summary', '--to', 'xlsx', `--stage=${byId('stage').value}`, '-o', name], name);
    }
}

function flash(node, words) {
    const before = node.textContent;
    node.textContent = words;
    setTimeout(() => (node.textContent = before), 1500);
}

/** { shown, placed, mine, chooser } for a file as it is: a page, a workbook, a text. */
async function previewOf(batch, entry, findings, worksheet, choose) {
    const whole = { mine: () => true };
    const { format, encoding } = entry.document?.source ?? {};
    if (entry.bytes[0] === 0x50 && entry.bytes[1] === 0x4b)
        return format === 'xlsx' ? previewBook(entry, findings, worksheet, choose) : { ...whole, ...(await previewAsRead(batch, entry)) };
    const text = decodeText(entry.bytes, encoding);
    const isPage = format === 'html' || (format === undefined && /<(?:html|table|body)\b/i.test(text.slice(0, 5000)));
    return { ...whole, ...(isPage ? previewPage(text, findings) : previewText(text, findings)) };
}

// A format that only the program reads (Word): the sheet as it publishes it, with the findings' numbers on top.
async function previewAsRead(batch, entry) {
    const { stdout } = await batch.run(['export', '--to', 'html'], undefined, [entry]);
    return previewPage(new TextDecoder().decode(stdout), []);
}

async function previewBook(entry, findings, wanted, choose) {
    entry.worksheets ??= (await readWorkbook(entry.bytes)).filter((sheet) => !sheet.hidden && sheet.rows > 0);
    const sheet = entry.worksheets.find((s) => s.name === wanted) ?? entry.worksheets[0];
    const placed = findings.filter((f) => f.cell).map((f) => ({ ...f, ...splitCell(f.cell) }));
    const here = placed.filter((f) => f.sheet === sheet.name);
    const preview = previewWorksheet(sheet, here);
    const counts = (s) => placed.filter((f) => f.sheet === s.name).length;
    const select = element('select', { onchange: (event) => choose(event.target.value) },
        entry.worksheets.map((s) => element('option', { value: s.name, selected: s === sheet }, counts(s) ? `${s.name}（${counts(s)}）` : s.name)));
    const chooser = element('label', { class: 'chooser' }, `${say('chooseSheet')} `, select);
    return { ...preview, chooser, mine: (f) => !f.cell };
}
