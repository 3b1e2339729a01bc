// SPDX-License-Identifier: MIT
// Runs whose output the reader asked for.

const kTypes = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', md: 'text/markdown', html: 'text/html', csv: 'text/csv', json: 'application/json' };
const extensionOf = (name) => name.slice(name.lastIndexOf('.') + 1);

/** Runs something with the working line shown and whatever goes wrong said. */
async function busy(work) {
    const line = byId('work');
    line.hidden = false;
    byId('work-words').textContent = say('working');
    byId('work-bar').removeAttribute('value');
    try {
        return await work();
    } catch (error) {
        if (!(error instanceof Stopped)) complain(error instanceof Crashed ? say('crashed') : String(error));
        return null;
    } finally {
        line.hidden = true;
    }
}

/** Runs a command that writes `output`, and saves that; all its files in a zip where it is a folder. */
async function saveRun(batch, args, output, entries) {
    await busy(async () => {
        const result = await batch.run(args, showProgress('readingAll'), entries ?? batch.sheets());
        const whole = result.files.get(output);
        if (whole) save(output, whole, kTypes[extensionOf(output)]);
        else if (result.files.size) save(`${output}.zip`, await zip(result.files).arrayBuffer(), 'application/zip');
        else complain(result.stderr || say('refused'));
    });
}

const showProgress = (key) => (done, total) => {
    byId('work-words').textContent = say(key, done, total);
    byId('work-bar').value = total ? done / total : 0;
};
