// SPDX-License-Identifier: MIT
// usage: node api_test.mjs BUILD_FOLDER GOALSHEET: the package's API against the compiled program.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

const [build, goalsheet] = process.argv.slice(2).map((name) => path.resolve(name));
const root = path.join(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..', '..');
const { read, validate, diff, toWorkbook, run, GoalsheetError } = await import(
    pathToFileURL(path.join(build, 'installed/node_modules/goalsheet/index.mjs'))
);

const sample = (name) => fs.readFileSync(path.join(root, 'samples', name));
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'goalsheet-api-'));
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));

function native(args, files = {}) {
    for (const [name, bytes] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), bytes);
    const done = spawnSync(goalsheet, args, { cwd: folder, env: { LANG: 'ja_JP.UTF-8', TZ: 'UTC' }, maxBuffer: 1 << 28 });
    return done.stdout;
}

const kPages = ['draft/kanko.html', 'cp932/r7-fukushi.html', 'word/r7-shobo.htm', 'excel/r6-digital.htm', 'copied-text/r7-kyoiku.txt'];

for (const page of kPages) {
    const name = path.basename(page);
    const bytes = sample(page);
    test(`${page}: documents, findings and progress are the program's`, async () => {
        const files = { [name]: bytes };
        const source = { name, bytes };
        assert.deepEqual(await read(source), JSON.parse(native(['export', '--to', 'json', name], files)));
        assert.deepEqual(await validate(source), JSON.parse(native(['validate', '--lang=ja', '--format', 'json', name], files)));
        assert.deepEqual(await diff(source), JSON.parse(native(['diff', '--lang=ja', '--format', 'json', name], files)));
    });
    test(`${page}: the workbook is the program's, byte for byte`, async () => {
        native(['export', '--lang=ja', '--to', 'xlsx', '-o', 'goalsheet-output.xlsx', name], { [name]: bytes });
        const expected = fs.readFileSync(path.join(folder, 'goalsheet-output.xlsx'));
        assert.ok(expected.equals(await toWorkbook({ name, bytes })));
    });
}

test('a workbook comes back as the sheet it was made of', async () => {
    const { documents } = await read(sample('draft/kanko.html'));
    const again = await read({ name: 'k.xlsx', bytes: await toWorkbook(sample('draft/kanko.html')) });
    assert.deepEqual(again.documents[0].sheets[0].items, documents[0].sheets[0].items);
});

test('options arrive: language, rules, configuration', async () => {
    const english = await validate(sample('draft/kanko.html'), { lang: 'en', select: ['GS501'] });
    assert.ok(english.findings.length > 0 && english.findings.every((f) => f.code === 'GS501' && !/[ぁ-ん]/.test(f.message.replace(/[“「].*?[”」]/g, ''))));
    const off = await validate(sample('draft/kanko.html'), { config: { rules: { GS501: 'off' } } }).catch((error) => error);
    assert.ok(off instanceof GoalsheetError || off.findings.every((f) => f.code !== 'GS501'));
});

test('what is no sheet is said so, and nothing else', async () => {
    await assert.rejects(read('nothing of the kind'), (error) => error instanceof GoalsheetError && error.exitCode === 2 && error.message.length > 10);
});

test('two runs at once do not see each other', async () => {
    const one = { name: 'a.html', bytes: sample('draft/kanko.html') };
    const two = { name: 'a.html', bytes: sample('cp932/r7-fukushi.html') };
    const [a, b] = await Promise.all([read(one), read(two)]);
    assert.notEqual(a.documents[0].department, b.documents[0].department);
});

test('any command runs on files in memory', async () => {
    const result = await run(['export', 'a.html', '-o', 'out/'], { files: { 'a.html': sample('draft/kanko.html') }, env: { LANG: 'ja_JP.UTF-8' } });
    assert.equal(result.status, 0);
    assert.ok([...result.files.keys()].every((name) => name.startsWith('out/')));
});

const bin = path.join(build, 'installed/node_modules/.bin/goalsheet');

test('files it writes have the rights the umask leaves', () => {
    fs.writeFileSync(path.join(folder, 'k.html'), sample('draft/kanko.html'));
    execFileSync('sh', ['-c', `umask 027; "${bin}" -q export k.html -o rights.md`], { cwd: folder });
    assert.equal((fs.statSync(path.join(folder, 'rights.md')).mode & 0o777).toString(8), '640');
});

test('links, folders above and the null device are where they are', () => {
    fs.mkdirSync(path.join(folder, 'deep/er'), { recursive: true });
    fs.symlinkSync('../k.html', path.join(folder, 'deep/relative.html'));
    fs.symlinkSync(path.join(folder, 'k.html'), path.join(folder, 'deep/er/absolute.html'));
    const expected = native(['export', '--to', 'md', 'k.html'], { 'k.html': sample('draft/kanko.html') });
    for (const [cwd, name] of [['deep', 'relative.html'], ['deep/er', 'absolute.html'], ['deep/er', '../../k.html'], ['.', path.join(folder, 'k.html')]])
        assert.ok(expected.equals(execFileSync(bin, ['export', '--to', 'md', name], { cwd: path.join(folder, cwd) })), `${cwd} ${name}`);
    execFileSync(bin, ['-q', 'export', '--to', 'json', 'k.html', '-o', '/dev/null'], { cwd: folder });
});

test('standard input comes as bytes, through pipes and process substitution', () => {
    const bytes = sample('cp932/r7-fukushi.html');
    assert.ok(native(['export', '--to', 'md', 'c.html'], { 'c.html': bytes }).equals(execFileSync(bin, ['export', '--to', 'md', '-'], { cwd: folder, input: bytes })));
    const piped = execFileSync('bash', ['-c', `"${bin}" export --to md <(cat c.html)`], { cwd: folder });
    assert.ok(piped.equals(native(['export', '--to', 'md', 'c.html'])));
});

test('paths of Windows are taken to where the program finds them', async () => {
    const require = (await import('node:module')).createRequire(import.meta.url);
    const { fromDrive, toInner } = require(path.join(root, 'cmd/npm/host_files.js'));
    assert.equal(toInner('C:\\sheets\\r7.html', 'win32'), '/C:/sheets/r7.html');
    assert.equal(toInner('sheets\\r7.html', 'win32'), 'sheets/r7.html');
    assert.equal(fromDrive('/C:/Users/d:/sheets'), '/D:/sheets');
    assert.equal(fromDrive('plain/a:b'), 'plain/a:b');
    assert.equal(toInner('/home/a\\b', 'linux'), '/home/a\\b');
});
