// SPDX-License-Identifier: MIT
import program from './lib/program.js';
import memory from './lib/run.js';

/** What the program said when it could not do all it was asked for. */
export class GoalsheetError extends Error {
    constructor(message, exitCode) {
        super(message.trim() || `goalsheet ended with ${exitCode}`);
        this.name = 'GoalsheetError';
        this.exitCode = exitCode;
    }
}

/** Any command on files in memory: run(['export', 'a.html', '--to', 'md'], { files: { 'a.html': bytes } }). */
export function run(args, options = {}) {
    return memory.runInMemory(program.make, program.compile(), { ...options, args });
}

export async function read(source, options) {
    const { files, names } = asFiles([source]);
    return JSON.parse(text(await done(['export', '--to', 'json', ...shared(options), '--', ...names], files, 0)));
}

export async function validate(sources, options = {}) {
    const { files, names } = asFiles(list(sources));
    const args = ['validate', '--format', 'json', ...shared(options), ...flags(options, ['stage'])];
    for (const name of ['select', 'ignore', 'severity'])
        for (const value of list(options[name] ?? [])) args.push(`--${name}=${value}`);
    if (options.config) Object.assign(files, { 'goalsheet.json': JSON.stringify(options.config) });
    return JSON.parse(text(await done([...args, '--', ...names], files, 1)));
}

export async function diff(sources, options = {}) {
    const { files, names } = asFiles(list(sources));
    const args = ['diff', '--format', 'json', ...shared(options)];
    if (options.against) args.push(`--against=${options.against}`);
    if (options.asOf) args.push(`--as-of=${options.asOf}`);
    return JSON.parse(text(await done([...args, '--', ...names], files, 1)));
}

export async function toWorkbook(source, options) {
    const { files, names } = asFiles([source]);
    const args = ['export', '--to', 'xlsx', ...shared(options), '-o', 'goalsheet-output.xlsx', '--', ...names];
    return (await done(args, files, 0)).files.get('goalsheet-output.xlsx');
}

const list = (value) => (Array.isArray(value) ? value : [value]);
const text = (result) => new TextDecoder().decode(result.stdout);
const flags = (options, names) => names.filter((name) => options[name]).map((name) => `--${name}=${options[name]}`);
const shared = (options = {}) => [`--lang=${options.lang ?? 'ja'}`, ...flags(options, ['encoding'])];

// Bytes alone have no name; what they are is found by their content.
function asFiles(sources) {
    const files = {};
    const names = sources.map((source, i) => {
        const bare = typeof source === 'string' || source instanceof Uint8Array;
        const name = (bare ? undefined : source.name) ?? `sheet-${i + 1}`;
        if (Object.hasOwn(files, name)) throw new TypeError(`two sources have the name ${name}`);
        files[name] = bare ? source : source.bytes;
        return name;
    });
    return { files, names };
}

async function done(args, files, highest) {
    const result = await run(args, { files });
    if (result.status > highest) throw new GoalsheetError(result.stderr, result.status);
    return result;
}
