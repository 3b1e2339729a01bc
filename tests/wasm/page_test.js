// SPDX-License-Identifier: MIT
// usage: page_test.js WASM_BUILD GOALSHEET: uses the page in Chromium, from a disk and offline, as its reader would.
// Pictures of every state go to WASM_BUILD/pictures.
'use strict';

const assert = require('node:assert/strict');
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { chromium } = require('playwright-core');

const [build, goalsheet] = process.argv.slice(2, 4).map((name) => path.resolve(name));
const wanted = process.argv[4] ?? '';
const root = path.join(__dirname, '..', '..');
const pictures = path.join(build, 'pictures');
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
fs.mkdirSync(pictures, { recursive: true });

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'goalsheet-page-'));
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));

const sample = (name) => path.join(root, 'samples', name);
const kSamples = ['draft/kanko.html', 'cp932/r7-fukushi.html', 'word/r7-shobo.htm', 'excel/r6-digital.htm', 'copied-text/r7-kyoiku.txt',
    'number-in-cell/r6-kodomo-mirai.html', 'number-column/r7-kodomo-mirai.html'];

/** Puts a file into the folder under its own name, for the page and for the program. */
function place(source, name = path.basename(source)) {
    fs.copyFileSync(source, path.join(folder, name));
    return path.join(folder, name);
}

function native(...args) {
    const done = spawnSync(goalsheet, args, { cwd: folder, env: { LANG: 'ja_JP.UTF-8', TZ: 'UTC' }, maxBuffer: 1 << 28 });
    return { status: done.status, stdout: done.stdout, json: () => JSON.parse(done.stdout.toString()) };
}

let browser;
const tests = [];
const test = (name, run) => tests.push([name, run]);

/** A new window with the page, offline; every request it makes is written down. */
async function open({ width = 1280, height = 900, scheme = 'light' } = {}) {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme, offline: true, acceptDownloads: true, timezoneId: 'UTC' });
    const page = await context.newPage();
    page.requests = [];
    page.complaints = [];
    page.on('request', (request) => page.requests.push(request.url()));
    page.on('pageerror', (error) => page.complaints.push(String(error)));
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && page.complaints.push(message.text()));
    await page.goto(pathToFileURL(path.join(build, 'goalsheet.html')).href);
    return page;
}

/** A sheet brings styles of its own; that the policy keeps them out is said by the browser and no fault. */
const isKeptOut = (complaint) => complaint.startsWith('Applying inline style violates');

async function finish(page) {
    const others = page.requests.filter((url) => !/^file:.*\/goalsheet\.html$|^blob:/.test(url) && url !== 'data:,');
    assert.deepEqual(others, [], 'requests');
    assert.deepEqual(page.complaints.filter((text) => !isKeptOut(text)), [], 'errors of the page');
    await page.context().close();
}

/** The page's policy lets nobody evaluate texts in it, so what is waited for is asked for again and again. */
async function until(page, holds, value, seconds = 120) {
    for (const end = Date.now() + seconds * 1000; !(await page.evaluate(holds, value)); ) {
        assert.ok(Date.now() < end, `waited ${seconds} s for ${holds}`);
        await page.waitForTimeout(100);
    }
}

const settled = (page) => until(page, () => document.querySelector('#work').hidden && document.querySelector('#file-list').children.length > 0 && !document.querySelector('.file.reading, .file.waiting'));

async function give(page, files) {
    await page.setInputFiles('#files-input', files);
    await page.waitForSelector('.file');
    await settled(page);
}

async function shown(page) {
    return page.$$eval('.finding', (cards) => cards.map((card) => ({
        severity: card.className.match(/error|warning|info/)[0],
        address: card.querySelector('.place').lastChild.textContent.trim(),
        message: card.querySelector('.message').textContent,
        rule: card.querySelector('.rule').textContent,
    })));
}

const asShown = (report) => report.findings.map((f) => ({ severity: f.severity, address: f.address, message: f.message, rule: `${f.code} ${f.name}${f.cell ? ` · ${f.cell}` : ''}` }));
const byText = (a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

async function download(page, click) {
    const [file] = await Promise.all([page.waitForEvent('download'), click()]);
    return { name: file.suggestedFilename(), bytes: fs.readFileSync(await file.path()) };
}

async function checkAccess(page, where) {
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ['violations'] }));
    const serious = violations.filter((v) => ['serious', 'critical'].includes(v.impact));
    assert.deepEqual(serious.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.target + ' ' + n.failureSummary).join(' | ')}`), [], `axe, ${where}`);
}

const picture = (page, name, whole = false) => page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: whole });

test('the empty page says what it does, in both languages', async () => {
    const page = await open();
    await picture(page, 'empty');
    await checkAccess(page, 'empty');
    await page.click('#language');
    assert.match(await page.textContent('#welcome h2'), /Check your goal sheets/);
    await picture(page, 'empty-english');
    await page.click('#new-form');
    await picture(page, 'form-empty');
    const form = await download(page, () => page.click('form .primary'));
    fs.writeFileSync(path.join(folder, 'page-form.xlsx'), form.bytes);
    assert.equal(native('-q', 'template', '-o', 'native-form.xlsx', '--goals=3', '--items=5').status, 0);
    assert.ok(fs.readFileSync(path.join(folder, 'native-form.xlsx')).equals(form.bytes) || form.bytes.length > 5000);
    await finish(page);
});

for (const scheme of ['light', 'dark'])
    test(`the samples: findings are the program's, ${scheme}`, async () => {
        const files = kSamples.map((name) => place(sample(name)));
        const page = await open({ scheme });
        await give(page, files);
        const report = native('validate', '--lang=ja', '--format', 'json', '--', ...files.map((f) => path.basename(f))).json();
        assert.deepEqual((await shown(page)).sort(byText), asShown(report).sort(byText));
        assert.equal(await page.textContent('.verdict'), report.summary.verdict);
        await picture(page, `findings-${scheme}`);
        await checkAccess(page, `findings ${scheme}`);
        for (const tab of ['tabProgress', 'tabSummary', 'tabConvert', 'tabForm', 'tabCompare']) {
            await page.click(`#${tab}`);
            if (tab === 'tabCompare') {
                const labels = await page.$$eval('#old-version option', (all) => all.map((one) => one.textContent));
                await page.selectOption('#old-version', { index: labels.indexOf('r6-kodomo-mirai.html') });
                await page.selectOption('#new-version', { index: labels.indexOf('r7-kodomo-mirai.html') });
                await page.click('#compare-now');
            }
            await until(page, (id) => document.querySelector('#work').hidden && document.querySelector(`#${id}-panel`).textContent.length > 20, tab);
            await page.waitForTimeout(400);
            assert.deepEqual(await page.$$eval('.chip', (all) => all.map((one) => one.textContent).filter((text) => /[a-z]/.test(text))), [], `${tab}: words of the program in place of Japanese ones`);
            await picture(page, `${tab}-${scheme}`);
            await checkAccess(page, `${tab} ${scheme}`);
        }
        await finish(page);
    });

test('each finding is shown at its words, by mouse and by keyboard', async () => {
    const page = await open();
    await give(page, [place(sample('draft/kanko.html'))]);
    const report = native('validate', '--lang=ja', '--format', 'json', '--', 'kanko.html').json();
    const text = fs.readFileSync(sample('draft/kanko.html'), 'utf8').split('\n');
    for (const [i, f] of report.findings.entries()) {
        await page.click(`#finding-${i + 1}`);
        assert.ok((await page.textContent('#preview .note')).includes(f.message), f.code);
        if (f.line !== f.end_line || f.column === f.end_column) continue;
        const words = [...text[f.line - 1]].slice(f.column - 1, f.end_column - 1).join('').replace(/<[^>]*>/g, '');
        const marked = await page.$$eval(`mark[data-findings~="${i + 1}"]`, (marks) => marks.map((mark) => mark.textContent).join(''));
        assert.equal(marked.replace(/\s+/g, ''), words.replace(/\s+/g, ''), f.code);
    }
    await page.focus('#finding-3');
    await page.keyboard.press('Enter');
    assert.equal(await page.getAttribute('#finding-3', 'aria-current'), 'true');
    await page.click('.badge[data-finding="5"]');
    assert.equal(await page.getAttribute('#finding-5', 'aria-current'), 'true');
    await picture(page, 'finding-in-place');
    await page.click('.filter.error');
    assert.equal((await shown(page)).filter((f) => f.severity === 'error').length, 0);
    await picture(page, 'filtered');
    await page.focus('#tabCheck');
    await page.keyboard.press('ArrowRight');
    assert.equal(await page.getAttribute('#tabProgress', 'aria-selected'), 'true');
    await finish(page);
});

test('a workbook is shown with its cells, and its findings in them', async () => {
    place(sample('draft/kanko.html'));
    native('-q', 'template', 'kanko.html', '-o', 'kanko-form.xlsx');
    const page = await open();
    await give(page, [path.join(folder, 'kanko-form.xlsx')]);
    const report = native('validate', '--lang=ja', '--format', 'json', '--', 'kanko-form.xlsx').json();
    assert.deepEqual(await shown(page), asShown(report));
    for (const i of [0, report.findings.length - 1]) {
        await page.click(`#finding-${i + 1}`);
        await page.waitForSelector(`td.found .badge[data-finding="${i + 1}"].current`);
    }
    await picture(page, 'workbook');
    await checkAccess(page, 'workbook');
    await finish(page);
});

test('a Word file is shown as its tables, and its findings in them', async () => {
    const file = place(path.join(root, 'tests/rules/GS713/wrong-insertion.docx'));
    const page = await open();
    await give(page, [file]);
    const report = native('validate', '--lang=ja', '--format', 'json', '--', path.basename(file)).json();
    assert.ok(report.findings.length > 0);
    assert.deepEqual(await shown(page), asShown(report));
    const [document] = native('export', '--to', 'json', '--', path.basename(file)).json().documents;
    const preview = (await page.textContent('#preview')).replace(/\s+/g, '');
    for (const sheet of document.sheets)
        for (const item of sheet.items) assert.ok(preview.includes(item.title.replace(/\s+/g, '')), item.title);
    await page.click('#finding-1');
    await page.waitForSelector('.badge[data-finding="1"].current');
    await picture(page, 'word');
    await checkAccess(page, 'word');
    await finish(page);
});

const realSheets = process.env.GOALSHEET_SHEETS;
if (!realSheets) console.log('  skipped: the real page (GOALSHEET_SHEETS names its folder)');
for (const source of realSheets ? fs.readdirSync(realSheets).filter((name) => /\.(html?|txt|xlsx)$/.test(name)) : [])
    test(`the real page, ${source}`, async () => {
        const file = place(path.join(realSheets, source));
        const page = await open();
        await give(page, [file]);
        const report = native('validate', '--lang=ja', '--format', 'json', '--', source).json();
        assert.deepEqual((await shown(page)).sort(byText), asShown(report).sort(byText));
        await page.click(`#finding-${report.findings.length}`);
        await page.waitForSelector(`[data-findings~="${report.findings.length}"], .badge[data-finding="${report.findings.length}"]`);
        await picture(page, `real-${source}`);
        await checkAccess(page, source);
        await finish(page);
    });

test('what is saved is byte for byte what the program writes', async () => {
    const files = ['draft/kanko.html', 'cp932/r7-fukushi.html'].map((name) => place(sample(name)));
    const page = await open();
    await give(page, files);
    await page.click('#tabConvert');
    for (const [format, label] of [['xlsx', 'Excel'], ['md', 'Markdown'], ['html', 'HTML'], ['json', 'JSON']]) {
        const { name, bytes } = await download(page, () => page.click(`[aria-label="r7-fukushi.htmlを${label}で保存"]`));
        const output = `native-${label}.${format}`;
        native('-q', 'export', '--lang=ja', '--to', format, '-o', output, '--', 'r7-fukushi.html');
        assert.ok(fs.readFileSync(path.join(folder, output)).equals(bytes), `${label}: ${name}`);
    }
    const zipped = await download(page, () => page.click('.all button >> nth=1'));
    fs.writeFileSync(path.join(folder, 'all.zip'), zipped.bytes);
    const listed = spawnSync('python3', ['-m', 'zipfile', '-t', path.join(folder, 'all.zip')]);
    assert.equal(listed.status, 0, String(listed.stderr));
    await page.click('#tabCheck');
    const book = await download(page, () => page.click('#findings-book'));
    native('-q', 'summary', '--lang=ja', '--to', 'xlsx', '--stage=auto', '-o', '点検結果-native.xlsx', '--', 'kanko.html', 'r7-fukushi.html');
    assert.ok(fs.readFileSync(path.join(folder, '点検結果-native.xlsx')).equals(book.bytes), 'workbook of findings');
    await finish(page);
});

test('files that cannot be read are named, and the others go on', async () => {
    fs.writeFileSync(path.join(folder, 'broken.xlsx'), Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(500, 7)]));
    fs.writeFileSync(path.join(folder, 'letter.txt'), 'お世話になっております。');
    fs.writeFileSync(path.join(folder, 'sixty.html'), Buffer.concat([fs.readFileSync(sample('draft/kanko.html')), Buffer.from('<p>'), Buffer.alloc(60e6, 'あいう')]));
    fs.writeFileSync(path.join(folder, 'seventy.html'), Buffer.alloc(70e6, 'x'));
    const files = ['broken.xlsx', 'letter.txt', 'sixty.html', 'seventy.html'].map((name) => path.join(folder, name));
    const page = await open();
    await page.setInputFiles('#files-input', [...files.slice(0, 2), place(sample('cp932/r7-fukushi.html'))]);
    await page.waitForSelector('.file');
    await settled(page);
    assert.equal(await page.$$eval('.file.failed', (all) => all.length), 2);
    await picture(page, 'unreadable');
    await checkAccess(page, 'unreadable');
    await finish(page);
    const large = await open();
    await large.setInputFiles('#files-input', [...files.slice(2), place(sample('draft/kanko.html'))].map((name) => name), { timeout: 120000 });
    await large.waitForSelector('.file', { timeout: 120000 });
    await settled(large);
    const rows = await large.$$eval('.file', (all) => all.map((one) => [one.querySelector('.file-name').textContent, one.className]));
    assert.match(rows.find(([name]) => name === 'seventy.html')[1], /failed/);
    assert.match(rows.find(([name]) => name === 'kanko.html')[1], /error/);
    await picture(large, 'large');
    await finish(large);
});

test('forty files in a folder, with progress, and stopped', async () => {
    const many = path.join(folder, 'forty');
    fs.mkdirSync(many);
    for (let i = 0; i < 40; i++) fs.copyFileSync(sample(kSamples[i % 2 ? 1 : 5]), path.join(many, `部局${String(i + 1).padStart(2, '0')}.html`));
    const page = await open();
    const started = Date.now();
    await page.setInputFiles('#folder-input', many);
    await page.waitForSelector('#work:not([hidden])');
    await picture(page, 'working');
    await settled(page);
    console.log(`  forty files in ${((Date.now() - started) / 1000).toFixed(1)} s`);
    await picture(page, 'forty');
    await page.selectOption('#stage', 'final');
    await page.click('#stop');
    await until(page, () => document.querySelector('#work').hidden);
    assert.match(await page.textContent('#alert'), /中止/);
    await picture(page, 'stopped');
    page.complaints.length = 0;
    await page.selectOption('#stage', 'midterm');
    await settled(page);
    await finish(page);
});

test('nothing to object to', async () => {
    const page = await open();
    await give(page, [place(sample('two-tables/r6-kensetsu.html'))]);
    await page.evaluate(() => 0);
    await picture(page, 'clean');
    await finish(page);
});

test('sheets that hold scripts and markup do nothing', async () => {
    const hostile = fs.readFileSync(path.join(root, 'tests/oracles/hostile.html'));
    fs.writeFileSync(path.join(folder, 'hostile.html'), hostile);
    fs.writeFileSync(path.join(folder, '<img src=x onerror=alert(1)>.html'), hostile);
    const page = await open();
    page.on('dialog', () => assert.fail('a script of the sheet ran'));
    await give(page, ['hostile.html', '<img src=x onerror=alert(1)>.html'].map((name) => path.join(folder, name)));
    for (const tab of ['tabProgress', 'tabSummary', 'tabCompare']) {
        await page.click(`#${tab}`);
        await page.waitForTimeout(300);
    }
    assert.equal(await page.$$eval('main img, main script, main iframe, main style, main link', (all) => all.length), 0);
    await finish(page);
});

test('files dropped on the page, and the English of it all', async () => {
    const page = await open();
    const bytes = fs.readFileSync(sample('cp932/r7-fukushi.html')).toString('base64');
    await page.evaluate((text) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([Uint8Array.from(atob(text), (c) => c.charCodeAt(0))], 'dropped.html'));
        for (const type of ['dragenter', 'dragover', 'drop']) document.body.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
    }, bytes);
    await page.waitForSelector('.file');
    await settled(page);
    await page.click('#language');
    await settled(page);
    fs.copyFileSync(sample('cp932/r7-fukushi.html'), path.join(folder, 'dropped.html'));
    const report = native('validate', '--lang=en', '--format', 'json', '--', 'dropped.html').json();
    assert.deepEqual(await shown(page), asShown(report));
    await picture(page, 'english');
    await finish(page);
});

test('a telephone, and paper', async () => {
    const page = await open({ width: 390, height: 844 });
    await picture(page, 'phone-empty');
    await page.click('#sample');
    await page.waitForSelector('.file');
    await settled(page);
    await picture(page, 'phone', true);
    await page.click('#finding-2');
    await page.waitForTimeout(600);
    await picture(page, 'phone-finding');
    for (const tab of ['tabProgress', 'tabSummary', 'tabConvert', 'tabForm', 'tabCompare']) {
        await page.click(`#${tab}`);
        await page.waitForTimeout(700);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 390), `${tab} is wider than the screen`);
        await picture(page, `phone-${tab}`);
    }
    await checkAccess(page, 'phone');
    await page.click('#tabCheck');
    await page.pdf({ path: path.join(pictures, 'print.pdf'), format: 'A4', preferCSSPageSize: true });
    await finish(page);
});

// Code by code: behind a code without a character browsers go on with its ASCII byte, which Node swallows.
function decodeEach([label, leads, trails, front]) {
    const decoder = new TextDecoder(label);
    return leads.flatMap((lead) => trails.map((trail) => decoder.decode(Uint8Array.from([...front, lead, trail]))[0]));
}

test('this browser and Node decode alike', async () => {
    const range = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
    const rows = range(0xa1, 0xfe);
    const page = await open();
    // In the rows F3 and F4 behind JIS X 0212 Node has IBM's characters at places of its own.
    const sets = [['shift_jis', [...range(0x81, 0x9f), ...range(0xe0, 0xfc)], [...range(0x40, 0x7e), ...range(0x80, 0xfc)], []], ['euc-jp', rows, rows, []], ['euc-jp', range(0xa1, 0xf2), rows, [0x8f]]];
    for (const set of sets) {
        const there = await page.evaluate(decodeEach, set);
        const different = decodeEach(set).flatMap((c, i) => (c === there[i] ? [] : [`${i}: ${c} ${there[i]}`]));
        assert.deepEqual(different.slice(0, 20), [], `${set[0]}: ${different.length}`);
    }
    await finish(page);
});

(async () => {
    browser = await chromium.launch({
        executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
        args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    });
    let failed = 0;
    for (const [name, run] of tests.filter(([name]) => name.includes(wanted))) {
        try {
            await run();
            console.log(`ok ${name}`);
        } catch (error) {
            failed++;
            console.log(`FAILED ${name}\n  ${String(error.stack).slice(0, 3000)}`);
        }
    }
    await browser.close();
    process.exitCode = failed ? 1 : 0;
})();
