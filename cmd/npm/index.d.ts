// SPDX-License-Identifier: MIT

/** A sheet's bytes (HTML, text, Excel, JSON). A string is taken as UTF-8. */
export type Source = Uint8Array | string | { name?: string; bytes: Uint8Array | string };
export type Lang = 'ja' | 'en';
export type Severity = 'info' | 'warning' | 'error';

export interface Options {
    /** Language of the messages; Japanese when left out. */
    lang?: Lang;
    /** Encoding of the inputs, where it is not to be found out: utf-8, windows-31j, euc-jp … */
    encoding?: string;
}

export interface ValidateOptions extends Options {
    stage?: 'auto' | 'plan' | 'midterm' | 'final';
    select?: string | string[];
    ignore?: string | string[];
    /** RULE=off|info|warning|error */
    severity?: string | string[];
    /** What a goalsheet.json would hold (schemas/config.schema.json). */
    config?: object;
}

export interface DiffOptions extends Options {
    against?: 'midterm' | 'final' | 'auto';
    /** The day of reports that name none, YYYY-MM-DD. */
    asOf?: string;
}

/** Lines and columns start at 1 and count code points of the decoded text; ends are exclusive. */
export interface Finding {
    code: string;
    name: string;
    severity: Severity;
    message: string;
    path: string;
    line: number;
    column: number;
    end_line: number;
    end_column: number;
    /** The place in words. */
    address: string;
    /** In a workbook: sheet and cell. */
    cell?: string;
    fingerprint: string;
}

/** schemas/findings.schema.json */
export interface Findings {
    schema_version: number;
    stage: 'plan' | 'midterm' | 'final' | 'mixed' | null;
    findings: Finding[];
    summary: {
        files: number;
        unreadable: number;
        sheets: number;
        errors: number;
        warnings: number;
        infos: number;
        hidden: number;
        ignored: number;
        fails: boolean;
        verdict: string;
    };
}

/** schemas/document.schema.json */
export interface Documents {
    schema_version: number;
    documents: SheetDocument[];
}

export interface FiscalYear {
    label: string;
    gregorian: number | null;
}

export interface SheetDocument {
    source: { path: string; format: string; encoding?: string };
    department: string | null;
    fiscal_year: FiscalYear | null;
    goals: string[];
    sheets: Sheet[];
    remarks: object[];
}

export interface Sheet {
    goal: string;
    department: string | null;
    fiscal_year: FiscalYear | null;
    items: Item[];
    [field: string]: unknown;
}

export interface Item {
    number: number | null;
    title: string;
    measures: Measure[];
    [field: string]: unknown;
}

export interface Measure {
    number: number | null;
    action: string;
    deadline: string;
    target: string;
    midterm: string;
    final: string;
    [field: string]: unknown;
}

/** schemas/progress.schema.json */
export interface Progress {
    schema_version: number;
    against: 'midterm' | 'final' | null;
    as_of: string | null;
    progress: ProgressRow[];
}

export interface ProgressRow {
    source: string;
    line: number;
    department: string;
    goal: string;
    item: number | null;
    measure: number | null;
    indicator: string;
    target: number | null;
    unit: string;
    result: number | null;
    rate: number | null;
    status: string;
    target_text: string;
    report_text: string;
    [field: string]: unknown;
}

/** What the program said when it could not do all it was asked for. */
export class GoalsheetError extends Error {
    exitCode: number;
}

/** Reads a page or workbook of sheets. */
export function read(source: Source, options?: Options): Promise<Documents>;
/** Checks sheets; findings do not throw, what cannot be read does. */
export function validate(sources: Source | Source[], options?: ValidateOptions): Promise<Findings>;
/** Holds targets against reports. */
export function diff(sources: Source | Source[], options?: DiffOptions): Promise<Progress>;
/** The workbook that `goalsheet export --to xlsx` writes, byte for byte. */
export function toWorkbook(source: Source, options?: Options): Promise<Uint8Array>;

export interface RunResult {
    /** 0: done; 1: done, with findings; 2: not done, or not all of it. */
    status: number;
    stdout: Uint8Array;
    stderr: string;
    /** The files the command wrote, by name. */
    files: Map<string, Uint8Array>;
}

/** Any command, on files in memory. */
export function run(
    args: string[],
    options?: { files?: Record<string, Uint8Array | string>; stdin?: Uint8Array | string; env?: Record<string, string> },
): Promise<RunResult>;
