// SPDX-License-Identifier: MIT
// The folders of the machine, where the program looks for them.
'use strict';

const fs = require('node:fs');
const path = require('node:path');

/** Makes the program's file system the machine's own, and its working folder ours. */
function mountHost({ FS, ERRNO_CODES, _umask }) {
    repairLinks(FS, ERRNO_CODES);
    repairLookups(FS, ERRNO_CODES);
    if (process.platform === 'win32') mountDrives(FS, listDrives());
    else mountRoot(FS, ERRNO_CODES);
    FS.chdir(workingFolder(FS));
    _umask(process.umask());
}

// A working folder that was deleted is an empty one in which nothing can be made; whole paths lead on from it.
function workingFolder(FS) {
    try {
        return toInner(process.cwd());
    } catch (error) {
        if (error.code !== 'ENOENT') throw error;
        FS.mkdir('/dev/deleted', 0o555);
        return '/dev/deleted';
    }
}

// NODEFS gives a link's target from its mount's root, where the caller wants it as it stands.
function repairLinks(FS, codes) {
    const { NODEFS } = FS.filesystems;
    NODEFS.node_ops.readlink = (node) => {
        try {
            return toInner(fs.readlinkSync(NODEFS.realPath(node)));
        } catch (error) {
            throw new FS.ErrnoError(codes[error.code] || codes.EINVAL);
        }
    };
}

// What is below a file is no folder's, rather than forbidden.
function repairLookups(FS, codes) {
    for (const name of ['mayLookup', 'mayCreate']) {
        const may = FS[name];
        FS[name] = (node, ...rest) => (FS.isFile(node.mode) ? codes.ENOTDIR : may(node, ...rest));
    }
}

// The file system began with one in memory; what the program opened there (its three streams) stays open.
function mountRoot(FS, codes) {
    const { NODEFS, MEMFS } = FS.filesystems;
    FS.root = null;
    FS.mount(NODEFS, { root: '/' }, '/');
    if (!fs.existsSync('/dev')) return;
    FS.mount(MEMFS, {}, '/dev');
    FS.mkdev('/dev/null', FS.makedev(1, 3));
    makeFullDevice(FS, codes);
    const names = ['stdin', 'stdout', 'stderr'];
    names.forEach((name, fd) => FS.mkdev(`/dev/${name}`, FS.makedev(64, fd)));
    passDescriptors(FS);
}

function makeFullDevice(FS, codes) {
    const device = FS.makedev(1, 7);
    FS.registerDevice(device, {
        read: () => 0,
        write() {
            throw new FS.ErrnoError(codes.ENOSPC);
        },
    });
    FS.mkdev('/dev/full', device);
}

// /dev/fd/63 is how a shell passes <(command).
function passDescriptors(FS) {
    FS.mkdir('/dev/fd');
    const descriptors = fs.existsSync('/dev/fd') ? fs.readdirSync('/dev/fd').map(Number) : [];
    for (const fd of descriptors.filter((fd) => fd > 2)) {
        const device = FS.makedev(65, fd);
        FS.registerDevice(device, {
            open: (stream) => (stream.seekable = false),
            read: (stream, buffer, offset, length) => fs.readSync(fd, buffer, offset, length, null),
        });
        FS.mkdev(`/dev/fd/${fd}`, device);
    }
}

function listDrives() {
    const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(65 + i));
    const drives = letters.filter((letter) => fs.existsSync(`${letter}:/`));
    return Object.fromEntries(drives.map((letter) => [letter, `${letter}:/`]));
}

/**
 * Windows' drives as folders /C:, /D: … of the root. A path is often put behind the working folder before it is looked
 * up (/C:/Users/C:/sheets): the last drive in it counts.
 */
function mountDrives(FS, drives) {
    for (const [letter, root] of Object.entries(drives)) {
        FS.mkdir(`/${letter}:`);
        FS.mount(FS.filesystems.NODEFS, { root }, `/${letter}:`);
    }
    const lookup = FS.lookupPath;
    FS.lookupPath = (name, options) => lookup(fromDrive(name), options);
}

/** The path from its last drive on: a/C:/b is /C:/b. */
function fromDrive(name) {
    const drive = /^(?:.*\/)?([A-Za-z]):(?=\/|$)(.*)$/s.exec(name || '');
    return drive ? `/${drive[1].toUpperCase()}:${drive[2]}` : name;
}

/** A path of this machine as the program writes it: with slashes, and drives below the root. */
function toInner(name, platform = process.platform) {
    return platform === 'win32' ? fromDrive(name.replaceAll('\\', '/')) : name;
}

/**
 * The arguments as they are, but on Windows \ becomes / in what names a file or folder that is there, or could be made
 * there: sheets\r7.html, --output=sarif=out\r7.sarif.
 */
function toInnerArguments(args, platform = process.platform) {
    if (platform !== 'win32') return args;
    return args.map((arg) => {
        const name = arg.slice(arg.lastIndexOf('=') + 1);
        const namesFile = /[*?]/.test(name) || fs.existsSync(name) || fs.existsSync(path.win32.dirname(name));
        return namesFile ? arg.replaceAll('\\', '/') : arg;
    });
}

module.exports = { mountHost, mountDrives, fromDrive, toInner, toInnerArguments };
