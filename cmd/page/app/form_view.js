// SPDX-License-Identifier: MIT
// 様式: empty forms and forms carried over from last year.

class FormView {
    constructor(batch) {
        this.batch = batch;
        this.root = element('div', { class: 'form-view' });
    }

    render() {
        const field = (id, words, attributes) => element('label', {}, element('span', {}, say(words)), element('input', { id, ...attributes }));
        const empty = element('form', { class: 'card', onsubmit: (event) => this.makeEmpty(event) },
            element('h3', {}, say('formEmpty')),
            field('form-year', 'formYear', { placeholder: say('formYearHint'), autocomplete: 'off' }),
            field('form-department', 'formDepartment', { autocomplete: 'off' }),
            field('form-goals', 'formGoals', { type: 'number', min: 1, max: 20, value: 3 }),
            field('form-items', 'formItems', { type: 'number', min: 1, max: 50, value: 5 }),
            element('p', {}, element('button', { class: 'primary' }, say('makeForm'))));
        const carried = element('form', { class: 'card', onsubmit: (event) => this.carryOver(event) },
            element('h3', {}, say('formCarried')), element('p', {}, say('formCarriedMore')),
            field('carried-year', 'formYear', { placeholder: say('formYearHint'), autocomplete: 'off' }),
            element('p', {}, element('button', { class: 'primary' }, say('makeForms'))));
        this.root.replaceChildren(element('p', {}, say('formLead')), element('div', { class: 'cards' }, empty, this.batch.sheets().length > 0 && carried));
    }

    makeEmpty(event) {
        event.preventDefault();
        const name = language === 'ja' ? '様式.xlsx' : 'form.xlsx';
        const args = ['template', '-o', name, `--goals=${byId('form-goals').value || 1}`, `--items=${byId('form-items').value || 5}`];
        if (byId('form-year').value.trim()) args.push(`--year=${byId('form-year').value.trim()}`);
        if (byId('form-department').value.trim()) args.push(`--department=${byId('form-department').value.trim()}`);
        saveRun(this.batch, args, name, []);
    }

    carryOver(event) {
        event.preventDefault();
        const sheets = this.batch.sheets();
        const stem = sheets[0].name.replace(/.*\//, '').replace(/\.[^.]*$/, '');
        const one = language === 'ja' ? `様式-${stem}.xlsx` : `form-${stem}.xlsx`;
        const output = sheets.length > 1 ? (language === 'ja' ? '様式' : 'forms') : one;
        const year = byId('carried-year').value.trim();
        saveRun(this.batch, ['template', '-o', sheets.length > 1 ? `${output}/` : output, ...(year ? [`--year=${year}`] : [])], output, sheets);
    }
}
