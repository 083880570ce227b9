// A grid becomes a ReadDocument: forms are found, read by their layouts, and what is doubtful is said. Pure.
import type { FormLayout } from '@hengjian/catalog';
import { TOTAL_SCORE_LABELS } from '@hengjian/catalog';
import {
  asPrinted,
  type DocumentKind,
  foldWidth,
  type Issue,
  type Language,
  type Outcome,
  type ReadDocument,
  type ReadIndicator,
  type ReadingHabit,
  type ReadProject,
  type ReadWarning,
  readingMessages,
  squeeze,
} from '@hengjian/domain';
import type { DocumentGrid } from '../grid/grid.ts';
import { layoutsWith, wordsFor } from './habits.ts';
import { amountIn, Head, splitGoals } from './head.ts';
import { contradictionOf, findHeaders, isHeaderWord, type Layouts } from './headers.ts';
import { readTables } from './indicators.ts';
import { mendWords } from './mend-words.ts';
import { type FormSegment, segmentsOf } from './segments.ts';
import { sideBySideStreams, unfolded } from './side-by-side.ts';
import type { Remark } from './table-rows.ts';
import { filled, tokensOf } from './tokens.ts';
import { type Parts, partsOf } from './totals.ts';

const OVERALL = '部门整体支出';
/** Goals that stand between the tables of a form in two terms. */
const LONG_GOALS = ['长期绩效目标', '长期目标', '中长期目标', '中期目标', '中期绩效目标', '实施期总目标', '实施期目标', '实施周期总目标'];
const YEAR_GOALS = ['年度绩效目标', '年度目标', '年度总体目标', '当年度目标', '本年度绩效目标'];

interface ReadForm {
  project: ReadProject;
  org: string | null;
  parts: Parts | null;
  remarks: Remark[];
}

const TO_WAN = { 元: 1e-4, 万元: 1, 亿元: 1e4 } as const;
const toWan = (amount: number, unit: '元' | '万元' | '亿元' | null): number => Number((amount * TO_WAN[unit ?? '万元']).toFixed(6));

/**
 * Reads a document's forms. A refusal where no form was found. The result's warnings are sorted by line and said in the language asked for.
 */
export function readGrid(
  printed: DocumentGrid,
  file: string,
  language: Language = 'zh',
  habits: readonly ReadingHabit[] = [],
): Outcome<ReadDocument> {
  const layouts = layoutsWith(habits);
  const grid = unfolded(mendWords(printed, layouts), layouts);
  const headers = findHeaders(grid, layouts);
  const contradiction = contradictionOf(grid, headers);
  if (contradiction) return { ok: false, issues: [{ code: 'reading.headers-contradict', severity: 'error', file, ...contradiction }] };
  const segments = segmentsOf(grid, headers);
  if (segments.length === 0) return { ok: false, issues: [noForm(grid, file, layouts)] };
  const forms = segments.map((segment, index) => readForm(grid, segment, index === 0 ? 0 : segment.from, habits));
  const remarks = [
    ...forms.flatMap((form) => form.remarks),
    ...sideBySideStreams(grid, layouts),
    ...htmlRests(grid),
    ...brokenLetters(grid),
    ...cutNames(forms.map((form) => form.project)),
  ];
  const parts = forms.find((form) => form.parts)?.parts ?? null;
  const unit = forms.find((form) => form.parts)?.project.unit ?? null;
  const wan = (amount: number | null | undefined) => (amount === null || amount === undefined ? null : toWan(amount, unit));
  const document: ReadDocument = {
    file,
    org: forms.find((form) => form.org)?.org ?? bureauIn(grid),
    year: yearOf(grid, forms, file),
    kind: kindOf(forms),
    totals: { totalWan: wan(parts?.total), basicWan: wan(parts?.basic), projectWan: wan(parts?.project) },
    projects: forms.map((form) => form.project),
    warnings: said(remarks, language),
  };
  return { ok: true, value: document, issues: [] };
}

/** No form, and the row that looks most like a header: with the words that are known, and those that would have to be taught. */
function noForm(grid: DocumentGrid, file: string, layouts: Layouts): Issue {
  const rows = grid.rows.map((row) => {
    const words = filled(row).map((cell) => cell.text.replace(/\s+/g, ''));
    const known = words.filter((word) => isHeaderWord(word, layouts));
    return { line: row.line, known, strange: words.filter((word) => !known.includes(word) && word.length <= 12 && !/\d/.test(word)) };
  });
  const best = rows.reduce<(typeof rows)[number] | null>((most, row) => (row.known.length > (most?.known.length ?? 1) ? row : most), null);
  const facts = best ? { line: best.line, known: best.known.join('、'), strange: best.strange.join('、') } : {};
  return { code: 'reading.no-form', severity: 'error', file, ...(best ? { lines: [best.line] } : {}), facts };
}

function said(remarks: readonly Remark[], language: Language): ReadWarning[] {
  const seen = new Set<string>();
  return remarks
    .map(({ code, line, facts }) => ({ code, line, message: sentenceOf(code, facts, language) }))
    .filter((warning) => {
      const key = `${warning.code}|${warning.line}|${warning.message}`;
      return !seen.has(key) && seen.add(key);
    })
    .sort((a, b) => a.line - b.line);
}
function sentenceOf(code: string, facts: Record<string, unknown>, language: Language): string {
  const sentence = readingMessages[`reading.${code}` as keyof typeof readingMessages] as
    | Record<Language, (facts: never) => string>
    | undefined;
  if (!sentence) throw new Error(`reading: no sentence for ${code}`);
  return sentence[language](facts as never);
}

const kindOf = (forms: readonly ReadForm[]): DocumentKind => {
  const kinds = forms.map((form) => form.project.kind);
  return kinds.find((kind) => kind === 'overall') ?? kinds[0] ?? 'project';
};

function readForm(grid: DocumentGrid, segment: FormSegment, from: number, habits: readonly ReadingHabit[]): ReadForm {
  const { layout } = segment;
  const firstHeader = segment.headers[0]?.from ?? segment.to;
  const head = new Head(grid, from, firstHeader);
  const whole = new Head(grid, from, segment.to);
  const remarks: Remark[] = [];
  const { indicators, longTerm, remarks: own } = readTables(grid, segment, wordsFor(habits, segment.layoutId));
  remarks.push(...own);
  const declared = head.declaredUnit();
  for (const bracket of head.bracketUnits())
    if (declared && bracket.unit !== declared.unit)
      remarks.push({
        code: 'unit-conflict',
        line: bracket.line,
        facts: { declared: declared.unit, declaredLine: declared.line, found: bracket.unit, label: bracket.label },
      });
  const unit = declared?.unit ?? head.bracketUnits()[0]?.unit ?? null;
  const parts = layout.parts ? partsNear(grid, segment, head, from, firstHeader) : null;
  const budget = parts ? null : head.amount(layout.budgetLabels);
  const amount = parts ? parts.total : (budget?.amount ?? null);
  const amountUnit = budget?.unit && declared === null ? budget.unit : (amountInCellUnit(budget?.value) ?? unit);
  if (amount !== null && !amountUnit)
    remarks.push({ code: 'unit-undeclared', line: budget?.line ?? parts?.line ?? segment.from + 1, facts: { amount } });
  const named = layout.nameLabels ? head.text(layout.nameLabels) : null;
  const name = layout.nameLabels ? asPrinted(named?.value ?? '') : OVERALL;
  const start = grid.rows[segment.from]?.line ?? 1;
  if (!name) remarks.push({ code: 'name-missing', line: start, facts: {} });
  const scored = layout.pointsInActual ? pointsFromActual(indicators, whole, remarks) : indicators;
  const project: ReadProject = {
    name: name || (segment.title ?? ''),
    kind: layout.kind,
    layout: segment.layoutId,
    budgetWan: amount === null ? null : toWan(amount, amountUnit),
    goals: goalsOf(head, layout, longTerm.length > 0 ? whole : head),
    indicators: scored,
    ...(longTerm.length > 0 ? { longTerm: { goals: goalsAt(whole, LONG_GOALS), indicators: longTerm } } : {}),
    line: named?.labelLine ?? start,
    unit,
    fields: head.fields(),
  };
  return { project, org: orgOf(head, layout), parts, remarks };
}
/** The form's own head first; what stands before its title (a report's tables) only where the form says nothing. */
function partsNear(grid: DocumentGrid, segment: FormSegment, head: Head, from: number, to: number): Parts {
  const own = from < segment.from ? partsOf(grid, new Head(grid, segment.from, to), segment.layout, segment.from, to) : null;
  return own && own.total !== null ? own : partsOf(grid, head, segment.layout, from, to);
}
const amountInCellUnit = (value: string | undefined) => (value === undefined ? null : (amountIn(value)?.unit ?? null));

function orgOf(head: Head, layout: FormLayout): string | null {
  const found = head.text(layout.orgLabels);
  const value = asPrinted(found?.value ?? '').replace(/^[(（]?盖章[)）]?/, '');
  return value && value.length <= 40 ? value.replace(/\s+/g, '') : null;
}

/** Texts beside one of the labels that are goals. */
function goalsAt(head: Head, labels: readonly string[], all = false): string[] {
  const goals: string[] = [];
  for (const label of labels) {
    const texts = head.find([label]).filter((found) => squeeze(found.value).length > 1 && !amountIn(found.value));
    for (const { value } of texts) for (const goal of splitGoals(value)) if (!goals.includes(goal)) goals.push(goal);
    if (goals.length && !all) break;
  }
  return goals;
}

/**
 * The most specific label that holds a text; several labels of the same kind (任务, 预期目标) all count. The year's goal may stand between
 * two tables.
 */
function goalsOf(head: Head, layout: FormLayout, between: Head): string[] {
  const goals = goalsAt(head, layout.goalLabels, layout.pointsInActual);
  return goals.length > 0 ? goals : goalsAt(between, YEAR_GOALS);
}

/** 完成情况 that holds nothing but points, where the form prints their total: they are points, not results. */
function pointsFromActual(indicators: ReadIndicator[], form: Head, remarks: Remark[]): ReadIndicator[] {
  const total = form.amount(TOTAL_SCORE_LABELS);
  const figures = indicators.flatMap((indicator) => (indicator.actual === null ? [] : [indicator.actual]));
  const sum = figures.reduce<number>((a, b) => a + (typeof b === 'number' ? b : Number.NaN), 0);
  if (!total || figures.length === 0 || !(sum <= total.amount + 0.001)) return indicators;
  remarks.push({ code: 'points-in-actual', line: total.line, facts: { count: figures.length, sum, total: total.amount } });
  for (const figure of loosePoints(form, total.line))
    remarks.push({ code: 'points-unassigned', line: figure.line, facts: { points: figure.points } });
  return indicators.map((indicator) =>
    typeof indicator.actual === 'number'
      ? { ...indicator, score: indicator.actual, actual: null, repairs: [...indicator.repairs, 'points-from-actual'] }
      : indicator,
  );
}
/** A second figure in the row of the total belongs to no indicator. */
function loosePoints(form: Head, line: number): { line: number; points: number }[] {
  const at = form.tokens.findIndex((token) => token.line === line && amountIn(token.text));
  const next = form.tokens[at + 1];
  const amount = next && next.gap === 0 ? amountIn(next.text) : null;
  return next && amount ? [{ line: next.line, points: amount.amount }] : [];
}

function brokenLetters(grid: DocumentGrid): Remark[] {
  return grid.lines.flatMap((line, index) => (line.includes('\uFFFD') ? [{ code: 'broken-letters', line: index + 1, facts: {} }] : []));
}

function htmlRests(grid: DocumentGrid): Remark[] {
  return grid.rows.flatMap((row) =>
    row.cells.some((cell) => !cell.continues && /<\/?(?:p|br|span|div)\b[^<>]*>|&nbsp;/i.test(cell.text))
      ? [{ code: 'html-rests', line: row.line, facts: {} }]
      : [],
  );
}

/** No name ends so: an enumeration, a particle, a verb without its object. */
const BROKEN = /(?:[、，,及和与或的之]|(?<![促推引改前递跟])进)$/;
const WHOLE =
  /(?:率|(?<!年)度|数|量|次|额|性|化|力|平|效|定|知|理|设|况|行|务|训|作|统|全|值|人|间|限|本|比|位|保|障|案|件|线|点|区|复|查|高|升|降|短信|提供|落实|行为|[)）])$/;
/** Names of exactly the longest length of their form, several of them, and not ending like a name: a field of fixed width cut them. */
function cutNames(projects: readonly ReadProject[]): Remark[] {
  return projects.flatMap((project) => {
    const longest = Math.max(0, ...project.indicators.map((indicator) => indicator.name.length));
    const full = project.indicators.filter((indicator) => indicator.name.length === longest && longest >= 10);
    const doubtful = project.indicators.filter(
      (indicator) => BROKEN.test(indicator.name) || (full.length >= 3 && full.includes(indicator) && !WHOLE.test(indicator.name)),
    );
    return doubtful.map((indicator) => ({
      code: 'name-cut',
      line: indicator.line,
      facts: { name: indicator.name, length: indicator.name.length },
    }));
  });
}

/** 「…医疗保障局」 that stands first in the document, where no form names its department. */
function bureauIn(grid: DocumentGrid): string | null {
  for (const token of tokensOf(grid.rows, 0, Math.min(grid.rows.length, 40))) {
    const match = /[\u4e00-\u9fff]{2,24}(?:医疗保障局|医保局)/.exec(squeeze(token.text));
    if (match && token.text.length < 60) return match[0];
  }
  return null;
}

/** The year: of a title, a label or 「(2023年度)」; else the one year that deadlines name; else the file's name. */
function yearOf(grid: DocumentGrid, forms: readonly ReadForm[], file: string): number | null {
  const texts = tokensOf(grid.rows, 0, grid.rows.length).map((token) => squeeze(token.text));
  const patterns = [
    /预算年度[:：]?(20\d\d)/,
    /(20\d\d)年度?.{0,30}绩效(?:目标|自评|评价|监控)/,
    /^[（(]?(20\d\d)年度?[）)]?$/,
    /绩效.{0,24}[（(](20\d\d)年度?[）)]$/,
    /(20\d\d)年度(?:部门|单位|整体)/,
  ];
  for (const pattern of patterns)
    for (const text of texts) {
      const match = text.length < 80 ? pattern.exec(text) : null;
      if (match) return Number(match[1]);
    }
  const label = texts.findIndex((text) => /^(?:预算)?年度$/.test(text));
  const beside = /^(20\d\d)年?$/.exec(texts[label + 1] ?? '');
  if (label >= 0 && beside) return Number(beside[1]);
  const values = forms.flatMap((form) => form.project.indicators.map((indicator) => foldWidth(String(indicator.value ?? ''))));
  const years = new Set(values.flatMap((value) => [...value.matchAll(/(20\d\d)\s*年/g)].map((match) => Number(match[1]))));
  const [only] = years;
  if (years.size === 1 && only) return only;
  const named = /(?<!\d)(20\d\d)(?!\d)/.exec(file.split(/[\\/]/).at(-1) ?? '');
  return named ? Number(named[1]) : null;
}

export const issueOf = (code: string, file: string, facts: Record<string, unknown> = {}): Issue => ({
  code,
  severity: 'error',
  file,
  facts,
});
