/**
 * The budget tables of a body's year, out of its registers: income and expenditure, projects, functional classification, 三公, procurement,
 * people, assets, and the scorecards of 财预〔2013〕53号. Money in fen; null where no entry says it.
 */

import type { Fen } from '../money.ts';
import { currentEntries, type RegisterEntry } from '../register/register.ts';
import { calendarDate, type Day, dayOfDate } from '../time.ts';
import { OVERALL_PROJECT, type Plan } from './plan.ts';
import { pointsOf, type Scorecard, type ScorecardRow } from './scorecard.ts';

/** Budget and what became of it. */
export interface MoneyRow {
  name: string;
  budgetFen: Fen | null;
  paidFen: Fen | null;
}

export interface ProjectMoney extends MoneyRow {
  adjustmentFen: Fen;
  adjustedFen: Fen | null;
  receivedFen: Fen | null;
}

export interface CodeRow {
  code: string;
  basicFen: Fen;
  projectFen: Fen;
}

export interface MeasuredCard {
  card: Scorecard;
  rows: { row: ScorecardRow; value: number | null; numbers: string; points: number | null }[];
}

export interface BudgetBook {
  org: string | null;
  year: number;
  asOf: Day;
  /** 资金性质 × 级次 of what was received; keys are the registers' codes, '' where an entry names none. */
  income: { source: string; origin: string; fen: Fen }[];
  /** 人员经费, 公用经费, 项目支出 (codes). */
  spending: MoneyRow[];
  projects: ProjectMoney[];
  /** By functional and by economic code as the budget lines give them; empty where no line has one. */
  functions: CodeRow[];
  economics: CodeRow[];
  threePublic: { kinds: { kind: string; lastYearFen: Fen | null; paidFen: Fen | null }[]; budgetFen: Fen | null };
  procurement: { methods: { method: string; contracts: number; fen: Fen }[]; budgetFen: Fen | null };
  staffing: { unit: string; quota: number; onDuty: number; retired: number | null }[];
  assets: { unit: string; totalFen: Fen; inUseFen: Fen; rentedFen: Fen | null }[];
  cards: MeasuredCard[];
}

/** What a spending kind of the budget is; 三公 and procurement are other views of the same money and are never added to it. */
const SPENDING = ['staff', 'office', 'project'] as const;

type Values = RegisterEntry['values'];
const fenOf = (values: Values, field = 'amountFen'): Fen => Number(values[field] ?? 0);
const text = (values: Values, field: string): string => String(values[field] ?? '');
const total = (entries: readonly RegisterEntry[], field?: string): Fen | null =>
  entries.length === 0 ? null : entries.reduce((sum, { values }) => sum + fenOf(values, field), 0);

/** Sums by a key, in the order in which the keys come first. */
function sums<T>(
  entries: readonly RegisterEntry[],
  keyOf: (values: Values) => string,
  fold: (key: string, own: RegisterEntry[]) => T,
): T[] {
  return [...Map.groupBy(entries, ({ values }) => keyOf(values))].map(([key, own]) => fold(key, own));
}

/** Entries of the last day on which anything was counted. */
const latest = (entries: readonly RegisterEntry[]): RegisterEntry[] => {
  const last = Math.max(...entries.map(({ occurredOn }) => occurredOn));
  return entries.filter(({ occurredOn }) => occurredOn === last);
};

function projectsOf(plan: Plan, of: (registerId: string) => RegisterEntry[]): ProjectMoney[] {
  const own = (registerId: string, name: string) => of(registerId).filter(({ values }) => values.project === name);
  return plan.projects
    .filter(({ kind, name }) => kind !== 'overall' && name !== OVERALL_PROJECT)
    .map(({ name, budgetFen }) => {
      const adjustmentFen = total(own('budget-adjustments', name)) ?? 0;
      return {
        name,
        budgetFen,
        adjustmentFen,
        adjustedFen: budgetFen === null ? null : budgetFen + adjustmentFen,
        receivedFen: total(own('budget-receipts', name)),
        paidFen: total(own('budget-payments', name)),
      };
    });
}

/** Payments without a kind belong to a project where they name one of the plan. */
function spendingOf(plan: Plan, of: (registerId: string) => RegisterEntry[]): MoneyRow[] {
  const projects = new Set(plan.projects.map(({ name }) => name));
  const kindOf = (values: Values) => text(values, 'kind') || (projects.has(text(values, 'project')) ? 'project' : '');
  const payments = of('budget-payments');
  const kinds: string[] = [...SPENDING, ...(payments.some(({ values }) => kindOf(values) === '') ? [''] : [])];
  return kinds.map((name) => ({
    name,
    budgetFen: total(of('budget-lines').filter(({ values }) => values.kind === name)),
    paidFen: total(payments.filter(({ values }) => kindOf(values) === name)),
  }));
}

/** Budget lines by one of their codes; nothing where no line has it. */
function byCode(lines: readonly RegisterEntry[], field: 'functionCode' | 'economicCode'): CodeRow[] {
  const own = lines.filter(({ values }) => (SPENDING as readonly string[]).includes(text(values, 'kind')));
  if (own.every(({ values }) => text(values, field) === '')) return [];
  const of = (entries: readonly RegisterEntry[], isProject: boolean) =>
    total(entries.filter(({ values }) => (values.kind === 'project') === isProject)) ?? 0;
  return sums(
    own,
    (values) => text(values, field),
    (code, entries): CodeRow => ({ code, basicFen: of(entries, false), projectFen: of(entries, true) }),
  ).sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}

/** The tables of a plan's year up to `asOf`; `entries` are those of the registers, this year's and the year's before. */
export function budgetBook(plan: Plan, entries: readonly RegisterEntry[], asOf: Day): Omit<BudgetBook, 'cards'> {
  const { year } = calendarDate(asOf);
  const [start, before] = [dayOfDate(year, 1, 1), dayOfDate(year - 1, 1, 1)];
  const current = currentEntries(entries);
  const of = (registerId: string) =>
    current.filter((entry) => entry.registerId === registerId && entry.occurredOn >= start && entry.occurredOn <= asOf);
  const lines = (kind: string) => of('budget-lines').filter(({ values }) => values.kind === kind);
  const lastYear = current.filter(
    ({ registerId, occurredOn }) => registerId === 'three-public' && occurredOn >= before && occurredOn < start,
  );
  const spent = of('three-public');
  const kinds = [...new Set([...spent, ...lastYear].map(({ values }) => text(values, 'kind')))];
  const ofKind = (from: readonly RegisterEntry[], kind: string) => total(from.filter(({ values }) => values.kind === kind));
  return {
    org: plan.org,
    year,
    asOf,
    income: sums(
      of('budget-receipts'),
      (values) => `${text(values, 'fundSource')}|${text(values, 'origin')}`,
      (key, own) => ({ source: key.split('|')[0] ?? '', origin: key.split('|')[1] ?? '', fen: total(own) ?? 0 }),
    ),
    spending: spendingOf(plan, of),
    projects: projectsOf(plan, of),
    functions: byCode(of('budget-lines'), 'functionCode'),
    economics: byCode(of('budget-lines'), 'economicCode'),
    threePublic: {
      kinds: kinds.map((kind) => ({ kind, lastYearFen: ofKind(lastYear, kind), paidFen: ofKind(spent, kind) })),
      budgetFen: total(lines('threePublic')),
    },
    procurement: {
      methods: sums(
        of('government-procurements'),
        (values) => text(values, 'method'),
        (method, own) => ({ method, contracts: own.length, fen: total(own) ?? 0 }),
      ),
      budgetFen: total(lines('procurement')),
    },
    staffing: latest(of('staffing')).map(({ values }) => ({
      unit: text(values, 'unit'),
      quota: Number(values.quotaCount),
      onDuty: Number(values.onDutyCount),
      retired: values.retiredCount == null ? null : Number(values.retiredCount),
    })),
    assets: latest(of('fixed-assets')).map(({ values }) => ({
      unit: text(values, 'unit'),
      totalFen: fenOf(values, 'totalFen'),
      inUseFen: fenOf(values, 'inUseFen'),
      rentedFen: values.rentedFen == null ? null : fenOf(values, 'rentedFen'),
    })),
  };
}

/** Share of the year gone at the end of a day, in per cent. */
export const elapsedPercent = (asOf: Day): number => {
  const { year } = calendarDate(asOf);
  const start = dayOfDate(year, 1, 1);
  return ((asOf - start + 1) / (dayOfDate(year + 1, 1, 1) - start)) * 100;
};

/** A card with its values; `measured` answers a row's measure with the number and the numbers it was reckoned from. */
export const measuredCard = (
  card: Scorecard,
  asOf: Day,
  measured: (measureId: string) => { value: number | null; numbers: string },
): MeasuredCard => ({
  card,
  rows: card.rows.map((row) => {
    if (row.measureId === null) return { row, value: null, numbers: '', points: null };
    const { value: own, numbers } = measured(row.measureId);
    const elapsed = elapsedPercent(asOf);
    const value = own !== null && row.against === 'elapsed' ? (own / elapsed) * 100 : own;
    const told = row.against === 'elapsed' && own !== null ? `${own.toFixed(2)}% ÷ ${elapsed.toFixed(2)}%` : numbers;
    return { row, value, numbers: told, points: pointsOf(row, value) };
  }),
});
