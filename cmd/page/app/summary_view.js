// SPDX-License-Identifier: MIT
// 総括: a year of sheets added up.

const kStandings = ['on-course', 'under-way', 'behind', 'open', 'not-reported'];

class SummaryView {
    constructor(batch) {
        this.batch = batch;
        this.root = element('div', { class: 'summary-view' });
    }

    async render() {
        this.report ??= await busy(async () => parse((await this.batch.run(['summary', '--to', 'json'], showProgress('readingAll'), this.batch.sheets())).stdout));
        const ja = language === 'ja';
        this.root.replaceChildren(element('div', { class: 'tools' }, element('div', { class: 'buttons' },
            button(say('summaryBook'), () => this.save(ja ? '総括.xlsx' : 'summary.xlsx')),
            button(say('summaryPage'), () => this.save(ja ? '総括.html' : 'summary.html')),
            button(say('print'), () => print(), { class: 'quiet' }))));
        const years = this.report?.years ?? [];
        if (!years.length) return this.root.append(element('p', { class: 'hint' }, say('noSummary')));
        for (const year of years) this.root.append(this.year(year));
    }

    save(name) {
        return saveRun(this.batch, ['summary', '-o', name], name);
    }

    year(year) {
        const numbers = ['goals', 'measures', 'indicators', 'reported'].map((key) => element('div', { class: 'tile' }, element('b', {}, String(year.total[key])), element('span', {}, say(key))));
        return element('section', {},
            element('h3', {}, say('yearTitle', year.fiscal_year ?? say('none'), nameOf(kStageNames, year.against ?? ''))),
            element('div', { class: 'tiles' }, numbers),
            stack(year.total.standings, true),
            element('h4', {}, say('byDepartment')),
            element('div', { class: 'scroller', tabindex: 0, role: 'region', 'aria-label': say('byDepartment') }, this.departments(year)),
            year.sdgs?.some((sdg) => sdg.goals) && element('h4', {}, say('goalsOfSdgs')),
            year.sdgs && element('ul', { class: 'sdgs' }, year.sdgs.filter((sdg) => sdg.goals).map((sdg) => element('li', {}, `SDG ${sdg.number}`, ' ', element('b', {}, String(sdg.goals))))));
    }

    departments(year) {
        const head = ['department', 'goals', 'measures', 'indicators', 'reported', 'standing'].map((key) => element('th', { scope: 'col' }, say(key)));
        const rows = year.departments.map(({ department, counts }) => element('tr', {},
            element('th', { scope: 'row' }, department || say('none')),
            ['goals', 'measures', 'indicators', 'reported'].map((key) => element('td', { class: 'number-cell' }, String(counts[key]))),
            element('td', {}, stack(counts.standings, false))));
        return element('table', { class: 'departments' }, element('thead', {}, element('tr', {}, head)), element('tbody', {}, rows));
    }
}

/** A bar of shares; with a legend, or with its words for who does not see it. */
function stack(standings, legend) {
    const total = kStandings.reduce((sum, key) => sum + (standings[key] ?? 0), 0) || 1;
    const words = kStandings.filter((key) => standings[key]).map((key) => `${nameOf(kStatusNames, key)} ${standings[key]}`);
    const parts = kStandings.filter((key) => standings[key]).map((key) => {
        const part = element('span', { class: `part ${key}`, title: `${nameOf(kStatusNames, key)} ${standings[key]}` });
        part.style.width = `${(standings[key] / total) * 100}%`;
        return part;
    });
    const line = element('div', { class: 'stack', role: 'img', 'aria-label': words.join('、') || say('none') }, parts);
    if (!legend) return line;
    return element('div', {}, line, element('ul', { class: 'legend' }, kStandings.filter((key) => standings[key]).map((key) => element('li', {}, element('span', { class: `key ${key}` }), `${nameOf(kStatusNames, key)} `, element('b', {}, String(standings[key]))))));
}
