// SPDX-License-Identifier: MIT
// Making elements. What comes from files goes in as text nodes only; nothing here reads markup.

const byId = (id) => document.getElementById(id);

/** element('td', { class: 'n', onclick: f, hidden: true }, 'text', child, [more]) */
function element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
        if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
        else if (value === true) made.setAttribute(key, '');
        else if (value !== false && value !== undefined && value !== null) made.setAttribute(key, value);
    }
    made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
    return made;
}

function button(words, onclick, attributes = {}) {
    return element('button', { type: 'button', onclick, ...attributes }, words);
}

/** Text with its line breaks. */
function lines(text) {
    return String(text ?? '')
        .split('\n')
        .flatMap((line, i) => (i ? [element('br'), line] : [line]));
}

function announce(words) {
    byId('status').textContent = words;
}

/** Says what went wrong, with a button for what to do about it where there is something. */
function complain(words, remedy) {
    const alert = byId('alert');
    const close = () => (alert.hidden = true);
    const act = () => {
        close();
        remedy.run();
    };
    alert.replaceChildren(element('span', {}, lines(words)), element('span', { class: 'buttons' }, remedy && button(remedy.words, act), button('×', close, { class: 'quiet', 'aria-label': say('close') })));
    alert.hidden = false;
}

function save(name, bytes, type = 'application/octet-stream') {
    const url = URL.createObjectURL(new Blob([bytes], { type }));
    const link = element('a', { href: url, download: name, hidden: true });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(url), 60000);
    announce(say('saved', name));
}
