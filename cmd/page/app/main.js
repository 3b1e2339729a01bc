// SPDX-License-Identifier: MIT
// The page: files in, tabs with what was made of them.

const program = new Program();
const batch = new Batch(program);
const kTabs = [['tabCheck', CheckView], ['tabProgress', ProgressView], ['tabSummary', SummaryView], ['tabConvert', ConvertView], ['tabForm', FormView], ['tabCompare', CompareView]];
let views = {};
let chosenTab = 'tabCheck';
let checking = 0;

function translate() {
    document.documentElement.lang = language;
    document.title = `goalsheet ${say('title')}`;
    for (const node of document.querySelectorAll('[data-word]')) node.textContent = say(node.dataset.word);
    byId('example').replaceChildren(drawExample());
    byId('language').textContent = language === 'ja' ? 'English' : '日本語';
    byId('language').lang = language === 'ja' ? 'en' : 'ja';
}

// What a finding will look like, before there is one.
function drawExample() {
    const cells = (key, name) => say(key).split('|').map((words) => element(name, {}, words));
    const row = cells('exampleRow', 'td');
    row.at(-1).append(element('mark', { class: 'warning' }, say('exampleMark')), element('span', { class: 'note warning' }, element('b', {}, `${say('warning')} 1`), ' ', say('exampleNote')));
    return element('table', {}, element('tr', {}, cells('exampleHead', 'th')), element('tr', {}, row));
}

function buildTabs() {
    views = Object.fromEntries(kTabs.map(([key, View]) => [key, new View(batch)]));
    byId('tabs').replaceChildren(...kTabs.map(([key]) => element('button', { type: 'button', role: 'tab', id: key, 'aria-controls': `${key}-panel`, 'aria-selected': String(key === chosenTab), tabindex: key === chosenTab ? 0 : -1, onclick: () => openTab(key) }, say(key))));
    byId('panels').replaceChildren(...kTabs.map(([key]) => element('section', { role: 'tabpanel', id: `${key}-panel`, 'aria-labelledby': key, hidden: key !== chosenTab }, views[key].root)));
}

async function openTab(key) {
    chosenTab = key;
    for (const [other] of kTabs) {
        byId(other).setAttribute('aria-selected', String(other === key));
        byId(other).tabIndex = other === key ? 0 : -1;
        byId(`${other}-panel`).hidden = other !== key;
    }
    await views[key].render();
}

byId('tabs').addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -kTabs.length, End: kTabs.length }[event.key];
    if (!step) return;
    event.preventDefault();
    const at = kTabs.findIndex(([key]) => key === chosenTab);
    const to = Math.abs(step) > 1 ? (step > 0 ? kTabs.length - 1 : 0) : (at + step + kTabs.length) % kTabs.length;
    byId(kTabs[to][0]).focus();
    openTab(kTabs[to][0]);
});

function renderFiles() {
    const any = batch.files.length > 0;
    byId('frame').dataset.state = any ? 'files' : 'empty';
    byId('choose-files').textContent = say(any ? 'addFiles' : 'chooseFiles');
    byId('choose-folder').textContent = say(any ? 'addFolder' : 'chooseFolder');
    byId('list-foot').hidden = !any;
    byId('file-list').replaceChildren(...batch.files.map(fileRow));
}

function fileRow(entry) {
    const state = { waiting: say('waiting'), reading: say('reading'), failed: say('failed'), clean: say('clean'), findings: say('counted', entry.findings?.length ?? 0) }[entry.state];
    const worst = entry.findings?.length ? worstOf(entry.findings) : '';
    const sheets = entry.document?.sheets.length;
    const about = entry.document ? [entry.document.department, entry.document.fiscal_year?.label, sheets === 1 ? say('oneSheet') : say('sheets', sheets)].filter(Boolean).join('・') : '';
    const open = entry.document && entry.state !== 'reading';
    return element('li', { class: `file ${entry.state} ${worst}` },
        element('div', { class: 'file-line' },
            open ? button(entry.name, () => openFile(entry), { class: 'link file-name' }) : element('span', { class: 'file-name' }, entry.name),
            element('span', { class: 'state' }, state),
            button('×', () => removeFile(entry), { class: 'quiet remove', 'aria-label': say('remove', entry.name) })),
        about && element('p', { class: 'about-file' }, about),
        entry.why && element('p', { class: 'why' }, entry.why));
}

async function openFile(entry) {
    await openTab('tabCheck');
    const first = views.tabCheck.visible().find((finding) => finding.path === entry.name);
    views.tabCheck.show(entry, first, true);
}

function removeFile(entry) {
    batch.remove(entry);
    batch.files.length ? check() : reset();
}

function reset() {
    program.stop();
    batch.files = [];
    batch.report = null;
    byId('results').hidden = true;
    byId('welcome').hidden = false;
    byId('alert').hidden = true;
    renderFiles();
}

async function check() {
    const mine = ++checking;
    program.stop();
    renderFiles();
    byId('work').hidden = false;
    byId('work-words').textContent = say('starting');
    byId('work-bar').removeAttribute('value');
    let words = '';
    try {
        await batch.check(byId('stage').value, (step, done, total) => {
            renderFilesSoon();
            showProgress(step)(done, total);
        });
        words = say('ended', batch.sheets().length, batch.report?.findings.length ?? 0);
    } catch (error) {
        if (mine !== checking) return;
        batch.settle();
        words = error instanceof Stopped ? say('stopped') : String(error);
        complain(words, { words: say('again'), run: check });
    }
    if (mine !== checking) return;
    byId('work').hidden = true;
    renderFiles();
    announce(words);
    showResults();
}

let renderTimer = 0;
function renderFilesSoon() {
    clearTimeout(renderTimer);
    renderTimer = setTimeout(renderFiles, 50);
}

function showResults() {
    clearTimeout(renderTimer);
    const any = batch.sheets().length > 0;
    byId('welcome').hidden = any || batch.files.length > 0;
    byId('results').hidden = !any;
    if (!any) return;
    buildTabs();
    return openTab(chosenTab);
}

async function take(dropped) {
    if (!dropped.length) return;
    byId('alert').hidden = true;
    await batch.add(dropped);
    await check();
}

// A folder that is dropped is walked; hidden files and Office's lock files are nobody's sheets.
const isPassedOver = (name) => name.startsWith('.') || name.startsWith('~$');

async function walk(entry) {
    if (isPassedOver(entry.name)) return [];
    if (entry.isFile) {
        const file = await new Promise((resolve) => entry.file(resolve, () => resolve(null)));
        return file ? [{ path: entry.fullPath.slice(1), file }] : [];
    }
    const reader = entry.createReader();
    const found = [];
    for (;;) {
        const entries = await new Promise((resolve) => reader.readEntries(resolve, () => resolve([])));
        if (!entries.length) break;
        for (const inner of entries) found.push(...(await walk(inner)));
    }
    return found;
}

/** What of a folder may be a sheet, in the order of names. */
function sheetsOf(found) {
    const named = found.filter(({ path }) => /\.(?:html?|txt|tsv|csv|xlsx|docx|json)$/i.test(path) && !path.split('/').some(isPassedOver));
    return named.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function wireDrops() {
    let depth = 0;
    const cover = byId('drop-cover');
    addEventListener('dragenter', (event) => {
        event.preventDefault();
        depth++;
        cover.hidden = false;
    });
    addEventListener('dragleave', () => (cover.hidden = --depth <= 0));
    addEventListener('dragover', (event) => event.preventDefault());
    addEventListener('drop', async (event) => {
        event.preventDefault();
        depth = 0;
        cover.hidden = true;
        const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
        const plain = [...event.dataTransfer.files].map((file) => ({ path: file.name, file }));
        const walked = await Promise.all(entries.map(async (entry) => (entry.isDirectory ? sheetsOf(await walk(entry)) : walk(entry))));
        take(entries.length ? walked.flat() : plain);
    });
}

function wireButtons() {
    const [files, folder] = [byId('files-input'), byId('folder-input')];
    byId('choose-files').onclick = () => files.click();
    byId('choose-folder').onclick = () => folder.click();
    for (const input of [files, folder])
        input.onchange = () => {
            const chosen = [...input.files].filter((file) => !isPassedOver(file.name));
            const dropped = chosen.map((file) => ({ path: file.webkitRelativePath || file.name, file }));
            take(input === folder ? sheetsOf(dropped) : dropped);
            input.value = '';
        };
    byId('sample').onclick = () => take([{ path: say('sampleName'), file: new Blob([byId('sample-sheet').textContent]) }]);
    byId('new-form').onclick = () => {
        byId('welcome').hidden = true;
        byId('results').hidden = false;
        buildTabs();
        openTab('tabForm');
    };
    byId('stop').onclick = () => program.stop();
    byId('clear').onclick = reset;
    byId('stage').onchange = check;
    byId('language').onclick = switchLanguage;
    byId('licences-button').onclick = () => {
        byId('licences').textContent = byId('licence-texts').textContent;
        byId('licences').hidden = !byId('licences').hidden;
    };
}

function switchLanguage() {
    language = language === 'ja' ? 'en' : 'ja';
    translate();
    if (batch.files.length) check();
    else if (!byId('results').hidden) buildTabs(), openTab(chosenTab);
}

translate();
wireDrops();
wireButtons();
