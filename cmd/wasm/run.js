// SPDX-License-Identifier: MIT
'use strict';

/**
 * Runs one command in a new instance of the compiled program, so that no run sees another's memory.
 * make: what goalsheet.js exports. compiled: the WebAssembly.Module. args: as on the command line, without the program.
 * env: the whole environment. streams: for descriptors 0 to 2 what reads into or takes a Uint8Array and gives its
 * count, { transfer, terminal }. prepare(program) sees the file system before, finish(program) after the run.
 * Gives the exit code.
 */
async function runGoalsheet(make, compiled, { args, env = {}, streams, prepare, finish }) {
    let status = 0;
    const program = await make({
        thisProgram: 'goalsheet',
        instantiateWasm(imports, receive) {
            const instance = new WebAssembly.Instance(compiled, imports);
            receive(instance);
            return instance.exports;
        },
        quit(code, thrown) {
            status = code;
            throw thrown;
        },
        preRun: [(module) => module.ENV && setEnvironment(module.ENV, env)],
    });
    connectStreams(program, streams);
    if (prepare) prepare(program);
    try {
        program.callMain(args);
    } catch (thrown) {
        if (!thrown || thrown.name !== 'ExitStatus') throw thrown;
    }
    if (finish) finish(program);
    return status;
}

// What emscripten makes up itself (LANG, USER …) is nobody's environment.
function setEnvironment(variables, env) {
    for (const name of ['USER', 'LOGNAME', 'PATH', 'PWD', 'HOME', 'LANG', '_']) variables[name] = undefined;
    Object.assign(variables, env);
}

function connectStreams({ FS, ERRNO_CODES }, streams) {
    const transfer = (stream, buffer, offset, length) => {
        try {
            return streams[stream.host].transfer(buffer.subarray(offset, offset + length));
        } catch (error) {
            throw new FS.ErrnoError(ERRNO_CODES[error.code] || ERRNO_CODES.EIO);
        }
    };
    for (let fd = 0; fd < 3; fd++) {
        const device = FS.makedev(64, fd);
        FS.registerDevice(device, {
            open(stream) {
                stream.seekable = false;
                stream.host = fd;
                if (streams[fd].terminal) stream.tty = true;
            },
            read: transfer,
            write: transfer,
        });
        FS.mkdev(`/dev/goalsheet-${fd}`, device);
        FS.close(FS.getStream(fd));
        FS.open(`/dev/goalsheet-${fd}`, fd === 0 ? 'r' : 'w');
    }
}

/**
 * Runs a command on files in memory. files: { name: Uint8Array or string }; stdin likewise. onError hears what goes to
 * standard error, which is then a terminal, piece by piece, and says true of what shall not be kept.
 * Gives { status, stdout (bytes), stderr (text), files (those that the command wrote or changed, as a Map) }.
 */
async function runInMemory(make, compiled, { args, files = {}, stdin = '', env = {}, onError }) {
    const output = [[], []];
    const collect = (pieces, hear) => ({
        terminal: Boolean(hear),
        transfer(bytes) {
            if (!hear || !hear(new TextDecoder().decode(bytes))) pieces.push(bytes.slice());
            return bytes.length;
        },
    });
    let written = new Map();
    const status = await runGoalsheet(make, compiled, {
        args,
        env,
        streams: [{ transfer: reader(toBytes(stdin)) }, collect(output[0]), collect(output[1], onError)],
        prepare: (program) => layOut(program, files),
        finish: ({ FS }) => (written = gather(FS, files)),
    });
    return { status, stdout: join(output[0]), stderr: new TextDecoder().decode(join(output[1])), files: written };
}

const kFolder = '/sheets';

function layOut({ FS, _umask }, files) {
    _umask(0o022);
    FS.mkdir(kFolder);
    for (const [name, bytes] of Object.entries(files)) {
        const path = `${kFolder}/${name}`;
        FS.mkdirTree(path.slice(0, path.lastIndexOf('/')));
        FS.writeFile(path, toBytes(bytes));
    }
    FS.chdir(kFolder);
}

function gather(FS, files) {
    const written = new Map();
    const walk = (folder) => {
        for (const entry of FS.readdir(folder)) {
            if (entry === '.' || entry === '..') continue;
            const path = `${folder}/${entry}`;
            if (FS.isDir(FS.stat(path).mode)) walk(path);
            else if (!Object.hasOwn(files, path.slice(kFolder.length + 1)))
                written.set(path.slice(kFolder.length + 1), FS.readFile(path));
        }
    };
    walk(kFolder);
    return written;
}

function reader(bytes) {
    let at = 0;
    return (buffer) => {
        const piece = bytes.subarray(at, at + buffer.length);
        buffer.set(piece);
        at += piece.length;
        return piece.length;
    };
}

function toBytes(value) {
    return typeof value === 'string' ? new TextEncoder().encode(value) : value;
}

function join(pieces) {
    const all = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0));
    let at = 0;
    for (const piece of pieces) {
        all.set(piece, at);
        at += piece.length;
    }
    return all;
}

if (typeof module === 'object') module.exports = { runGoalsheet, runInMemory };
