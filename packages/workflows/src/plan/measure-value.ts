// A measure asked of a period: points of its parts → number, parts and the reason where there is none. The reader may be either.
import { measureTables } from '@hengjian/catalog';
import { calendarDate, type Day, dayOfDate, type Measured, type MeasuredPart, type UnknownReason } from '@hengjian/domain';
import {
  type Asked,
  foldPart,
  isCall,
  type MeasurePoint,
  type MeasureTree,
  nodes,
  type PartTree,
  type PartValue,
  partsOf,
} from '@hengjian/language';

/** What a measure needs of the stores. */
export interface MeasureReader {
  points(part: PartTree, asked: Asked): Promise<MeasurePoint[]>;
  /** Whether no record may be read as none: a register declared complete, claims reviewed throughout. */
  complete(table: string, from: Day, to: Day): Promise<boolean>;
  /** A figure of the year before from the baseline register, in the measure's unit. */
  baseline(measureId: string, from: Day, to: Day): Promise<{ entryId: string; value: number } | null>;
}

interface PartAnswer {
  part: PartTree;
  answer: PartValue;
  value: number | null;
  unknown: UnknownReason | null;
}

const noneOf: Record<string, UnknownReason> = {
  claims: 'no-claims',
  review: 'not-reviewed',
  register: 'no-records',
  plan: 'no-budget',
  stock: 'nothing-to-divide-by',
};

function judge(part: PartTree, answer: PartValue, complete: boolean): PartAnswer {
  const kind = measureTables[part.from]?.kind ?? 'register';
  const unknown = (reason: UnknownReason): PartAnswer => ({ part, answer, value: null, unknown: reason });
  // Findings of an unreviewed period would be too few, whatever their number.
  if (kind === 'review' && part.from !== 'review_run' && !complete) return unknown('not-reviewed');
  if (answer.seen === 0 && kind !== 'stock') {
    if (!complete || part.behaviour === 'latest') return unknown(noneOf[kind] as UnknownReason);
    return { part, answer, value: 0, unknown: null };
  }
  if (answer.value !== null) return { part, answer, value: answer.value, unknown: null };
  if (kind === 'stock') return { part, answer, value: 0, unknown: null };
  return unknown(answer.undetermined > 0 ? 'no-values' : 'no-records');
}

interface Answer {
  value: number | null;
  unknown: UnknownReason | null;
  parts: PartAnswer[];
}

function combine(measure: MeasureTree, parts: PartAnswer[]): Answer {
  const [numerator, denominator] = parts as [PartAnswer, PartAnswer | undefined];
  if (numerator.value === null) return { value: null, unknown: numerator.unknown, parts };
  if (measure.shape.kind === 'amount') return { value: numerator.value, unknown: null, parts };
  if (!denominator || denominator.value === null) return { value: null, unknown: denominator?.unknown ?? null, parts };
  if (denominator.value === 0) return { value: null, unknown: 'nothing-to-divide-by', parts };
  const { times, rest } = measure.shape;
  // Multiplied before divided: 95 of 100 is 95, not 94.99999.
  const over = rest ? denominator.value - numerator.value : numerator.value;
  return { value: (over * times) / denominator.value, unknown: null, parts };
}

const monthEnd = (year: number, month: number): Day => dayOfDate(year, month + 1, 1) - 1;
const usesAsOf = (part: PartTree): boolean =>
  [part.day, part.where, part.take.kind === 'count' ? null : part.take.of].some(
    (tree) => tree && [...nodes(tree)].some((node) => !isCall(node) && node.op === 'param'),
  );

/** The measure at the end of several days of one year; points are read once where the trees allow it. */
async function answers(measure: MeasureTree, asked: Asked, days: Day[], reader: MeasureReader): Promise<Answer[]> {
  const parts = partsOf(measure.shape);
  const read = await Promise.all(parts.map((part) => reader.points(part, asked)));
  const result: Answer[] = [];
  for (const day of days) {
    const judged: PartAnswer[] = [];
    for (const [index, part] of parts.entries()) {
      const points =
        usesAsOf(part) && day !== asked.to ? await reader.points(part, { ...asked, to: day }) : (read[index] as MeasurePoint[]);
      const from = measure.over === 'average' ? dayOfDate(calendarDate(day).year, calendarDate(day).month, 1) : asked.from;
      const inWindow = part.day === null ? points : points.filter((point) => point.bucket >= from);
      judged.push(judge(part, foldPart(part, inWindow, day), await reader.complete(part.from, asked.from, day)));
    }
    result.push(combine(measure, judged));
  }
  return result;
}

/** Days at which the year is told month by month: each month's end, the last one being the day asked for. */
function monthDays(asked: Asked): Day[] {
  const { year, month } = calendarDate(asked.to);
  return Array.from({ length: month }, (_, index) => Math.min(monthEnd(year, index + 1), asked.to));
}

const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;

/** `average`: the months' values up to each month. */
function averaged(months: Answer[]): Answer[] {
  return months.map((month, index) => {
    const known = months.slice(0, index + 1).flatMap((answer) => (answer.value === null ? [] : [answer.value]));
    return known.length ? { ...month, value: mean(known), unknown: null } : { ...month, unknown: month.unknown ?? 'no-records' };
  });
}

const shift = (day: Day): Day => {
  const { year, month, date } = calendarDate(day);
  // 29 February has its counterpart at the month's end.
  return Math.min(dayOfDate(year - 1, month, date), monthEnd(year - 1, month));
};

/**
 * Claims of a part of the year before are no base: growth against them would be made up. The year before counts as known when
 * its first month has records.
 */
async function claimsFromTheStart(measure: MeasureTree, before: Asked, reader: MeasureReader): Promise<boolean> {
  for (const part of partsOf(measure.shape)) {
    if (measureTables[part.from]?.kind !== 'claims') continue;
    const points = await reader.points(part, before);
    if (!points.some((point) => point.bucket === before.from && point.seen > 0)) return false;
  }
  return true;
}

async function growthOf(measure: MeasureTree, asked: Asked, now: Answer[], days: Day[], reader: MeasureReader): Promise<Answer[]> {
  const before = { ...asked, from: shift(asked.from), to: shift(asked.to) };
  const measured = await answers(measure, before, days.map(shift), reader);
  const whole = await claimsFromTheStart(measure, before, reader);
  const bases = whole ? measured : measured.map((base): Answer => ({ ...base, value: null, unknown: 'no-base-year' }));
  return Promise.all(
    now.map(async (answer, index): Promise<Answer> => {
      const day = days[index] as Day;
      const base = bases[index] as Answer;
      const table = base.parts[0]?.part as PartTree;
      const recorded = base.value === null ? await reader.baseline(measure.id, before.from, shift(day)) : null;
      const baseValue = base.value ?? recorded?.value ?? null;
      const part = (title: string, value: number | null, of: Answer): PartAnswer => ({
        part: { ...table, title, unit: measure.shape.kind === 'ratio' && measure.shape.times === 100 ? '%' : table.unit },
        answer: (of.parts[0] as PartAnswer).answer,
        value,
        unknown: of.unknown,
      });
      const parts = [
        part('本年', answer.value, answer),
        { ...part('上年同期', baseValue, base), ...(recorded ? { entryId: recorded.entryId } : {}) },
      ];
      if (answer.value === null) return { value: null, unknown: answer.unknown, parts };
      if (baseValue === null) return { value: null, unknown: 'no-base-year', parts };
      if (measure.growth === 'difference') return { value: answer.value - baseValue, unknown: null, parts };
      if (baseValue === 0) return { value: null, unknown: 'nothing-to-divide-by', parts };
      const change = measure.growth === 'fall' ? baseValue - answer.value : answer.value - baseValue;
      return { value: (change / baseValue) * 100, unknown: null, parts };
    }),
  );
}

const told = ({ part, answer, value, entryId }: PartAnswer & { entryId?: string }): MeasuredPart => ({
  title: part.title,
  value,
  unit: part.unit,
  recordCount: answer.records,
  undeterminedCount: answer.undetermined,
  source: measureTables[part.from]?.title ?? part.from,
  ...(entryId ? { baselineEntryId: entryId } : {}),
});

/** The arithmetic in words. */
export function formulaOf(measure: MeasureTree): string {
  const [first, second] = partsOf(measure.shape) as [PartTree, PartTree | undefined];
  const times = measure.shape.kind === 'ratio' && measure.shape.times === 100 ? ' × 100%' : '';
  const plain = !second
    ? first.title
    : measure.shape.kind === 'ratio' && measure.shape.rest
      ? `（${second.title} − ${first.title}）÷ ${second.title}${times}`
      : `${first.title} ÷ ${second.title}${times}`;
  if (measure.growth === 'difference') return `本年 − 上年同期；其中 ${plain}`;
  if (measure.growth) {
    const change = measure.growth === 'fall' ? '上年同期 − 本年' : '本年 − 上年同期';
    return `（${change}）÷ 上年同期 × 100%；其中 ${plain}`;
  }
  return measure.over === 'average' ? `各月平均：${plain}` : plain;
}

/** Asks a measure of the year up to `asked.to`. Unknown is unknown, with its reason; the parts are told either way. */
export async function measureValue(measure: MeasureTree, asked: Asked, reader: MeasureReader): Promise<Measured> {
  const days = monthDays(asked);
  let series = await answers(measure, asked, days, reader);
  if (measure.over === 'average') series = averaged(series);
  if (measure.growth) series = await growthOf(measure, asked, series, days, reader);
  const last = series[series.length - 1] as Answer;
  const [numerator, denominator] = last.parts as [PartAnswer, PartAnswer | undefined];
  return {
    measureId: measure.id,
    value: last.value,
    unit: measure.unit,
    unknown: last.value === null ? (last.unknown ?? 'no-records') : null,
    numerator: told(numerator),
    denominator: denominator ? told(denominator) : null,
    formula: formulaOf(measure),
    monthly: series.map((answer, index) => ({ month: index + 1, value: answer.value })),
  };
}
