/**
 * Cases at the edges of a rule: at, below and above each threshold, a value that is not known, a record outside the population, two
 * windows. Only the records are proposed; what is right for them the officer says.
 */
import { calendarOf, dayOfDate } from '../calendar.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { factorOf, unitOfField } from './compose.ts';
import { comparisonsOf } from './fields.ts';
import type { Comparison, RuleForm } from './form.ts';
import { fieldWord } from './words.ts';

type Raw = { [field: string]: unknown };
/** Records as cases.yaml writes them. */
export interface ProposedCase {
  readonly name: string;
  readonly persons?: { [no: string]: Raw };
  readonly providers?: { [no: string]: Raw };
  readonly encounters?: { [no: string]: Raw };
  readonly lines?: Raw[];
  readonly settlements?: { [no: string]: Raw };
  readonly diagnoses?: Raw[];
  readonly operations?: Raw[];
}

/** Where a case writes a column, under which name. */
interface Place {
  readonly in: 'person' | 'provider' | 'encounter' | 'record';
  readonly name: string;
}
const places: { readonly [column: string]: Place } = {
  sex: { in: 'person', name: 'sex' },
  birthDay: { in: 'person', name: 'birthDay' },
  deathDay: { in: 'person', name: 'deathDay' },
  age: { in: 'person', name: 'birthDay' },
  level: { in: 'provider', name: 'level' },
  providerKind: { in: 'provider', name: 'kind' },
  setting: { in: 'encounter', name: 'setting' },
  insurance: { in: 'encounter', name: 'insurance' },
  maternity: { in: 'encounter', name: 'maternity' },
  internet: { in: 'encounter', name: 'internet' },
  outOfArea: { in: 'encounter', name: 'outOfArea' },
  begunAt: { in: 'encounter', name: 'begunAt' },
  endedAt: { in: 'encounter', name: 'endedAt' },
  begunDay: { in: 'encounter', name: 'begunAt' },
  endedDay: { in: 'encounter', name: 'endedAt' },
  stayDays: { in: 'encounter', name: 'endedAt' },
  mainDiagnosis: { in: 'encounter', name: 'mainDiagnosis' },
  dischargeWay: { in: 'encounter', name: 'dischargeWay' },
  medicalKind: { in: 'encounter', name: 'medicalKind' },
  quantity: { in: 'record', name: 'quantity' },
  unitPrice: { in: 'record', name: 'price' },
  amountFen: { in: 'record', name: 'amount' },
  inScopeFen: { in: 'record', name: 'inScope' },
  fundFen: { in: 'record', name: 'fund' },
  totalFen: { in: 'record', name: 'total' },
  supplyDays: { in: 'record', name: 'days' },
  prescriptionNo: { in: 'record', name: 'prescription' },
  department: { in: 'record', name: 'department' },
  occurredAt: { in: 'record', name: 'at' },
  day: { in: 'record', name: 'at' },
  settledAt: { in: 'record', name: 'at' },
  settledDay: { in: 'record', name: 'at' },
  kind: { in: 'record', name: 'kind' },
  code: { in: 'record', name: 'code' },
  main: { in: 'record', name: 'main' },
  item: { in: 'record', name: 'code' },
};
/** Where a case writes this column; undefined: cases have no place for it. */
export function caseFieldOf(table: string, column: string): Place | undefined {
  const place = places[column];
  // an encounter is its own record
  return place && table === 'encounter' && place.in === 'record' ? { ...place, in: 'encounter' } : place;
}

const BASE = dayOfDate(2025, 3, 2);
const two = (n: number): string => String(n).padStart(2, '0');
const date = (day: number): string => {
  const { year, month, date: d } = calendarOf(day);
  return `${year}-${two(month)}-${two(d)}`;
};
const at = (day: number, hour = 9): string => `${date(day)} ${two(hour)}:00:00`;
const dayBefore = (day: number, years: number): number => {
  const { year, month, date: d } = calendarOf(day);
  return dayOfDate(year - years, month, d);
};

/** A number of the records as a case writes it: yuan, plain quantities. */
function written(column: string, value: number | string | boolean, words: Vocabulary, table: string): unknown {
  if (column === 'age') return date(dayBefore(BASE, Number(value)));
  if (column === 'stayDays') return at(BASE - 1 + Number(value), 16);
  if (typeof value !== 'number') return value;
  const unit = unitOfField(words, table, column);
  if (unit === 'fen') return (value / 100).toFixed(2);
  if (unit === 'quantity') return value / 10_000;
  if (unit === 'price') return value / 1_000_000;
  if (unit === 'day') return places[column]?.name === 'birthDay' || places[column]?.name === 'deathDay' ? date(value) : at(value);
  if (unit === 'instant') return at(Math.floor(value / 86_400), Math.floor((value % 86_400) / 3600));
  return value;
}

class Scene {
  readonly persons: { [no: string]: Raw } = { P1: {} };
  readonly providers: { [no: string]: Raw } = { H1: {} };
  readonly encounters: { [no: string]: Raw } = {};
  readonly records: Raw[] = [];
  private readonly form: RuleForm;
  private readonly words: Vocabulary;

  constructor(form: RuleForm, words: Vocabulary) {
    this.form = form;
    this.words = words;
  }

  /** One record that the population takes, `day` days after the first. */
  add(more: { day?: number; provider?: string; encounter?: string; values?: readonly [string, unknown][] } = {}): this {
    const { form } = this;
    const day = BASE + (more.day ?? 0);
    const own = form.reads === 'encounter' || more.provider || (more.day && form.reads === 'settlement');
    const encounterNo = more.encounter ?? (own ? `E${Object.keys(this.encounters).length + 1}` : 'E1');
    if (more.provider) this.providers[more.provider] ??= {};
    const fresh = { begunAt: at(form.reads === 'encounter' ? day : BASE - 1, 8), ...(more.provider && { provider: more.provider }) };
    this.encounters[encounterNo] ??= form.reads === 'encounter' ? { ...fresh, endedAt: at(day + 1, 16) } : fresh;
    const record: Raw = { no: `L${this.records.length + 1}`, encounter: encounterNo };
    if (form.reads === 'line')
      Object.assign(record, { code: form.list.items[0]?.code ?? 'A', kind: 'service', at: at(day, 9 + this.records.length), price: 10 });
    if (form.reads === 'settlement') Object.assign(record, { at: at(day) });
    if (form.reads === 'diagnosis' || form.reads === 'operation') Object.assign(record, { code: form.list.items[0]?.code ?? 'A00' });
    this.records.push(record);
    const wanted: [string, unknown][] = comparisonsOf(form.population).flatMap((c) => {
      const value = fitting(c, form);
      return value === undefined ? [] : [[c.field, written(c.field, value, this.words, form.reads)] as [string, unknown]];
    });
    for (const [column, value] of [...wanted, ...(more.values ?? [])]) this.set(column, value, record, encounterNo);
    return this;
  }

  private set(column: string, value: unknown, record: Raw, encounterNo: string): void {
    const place = caseFieldOf(this.form.reads, column);
    if (!place) return;
    const encounter = this.encounters[encounterNo] as Raw;
    if (place.in === 'person') (this.persons.P1 as Raw)[place.name] = value;
    else if (place.in === 'provider') (this.providers[String(encounter.provider ?? 'H1')] as Raw)[place.name] = value;
    else if (place.in === 'encounter') encounter[place.name] = value;
    else record[place.name] = value;
  }

  named(name: string): ProposedCase {
    const { reads } = this.form;
    const head = { name, persons: this.persons, providers: this.providers, encounters: this.encounters };
    if (reads === 'line') return { ...head, lines: this.records };
    if (reads === 'diagnosis') return { ...head, diagnoses: this.records.map(({ no: _, ...rest }) => rest) };
    if (reads === 'operation') return { ...head, operations: this.records.map(({ no: _, ...rest }) => rest) };
    if (reads === 'settlement')
      return { ...head, settlements: Object.fromEntries(this.records.map(({ no, ...rest }) => [String(no).replace('L', 'S'), rest])) };
    return head;
  }
}

/** A value that fulfils the comparison, where one can be told from it alone. */
function fitting({ compare, to }: Comparison, form: RuleForm): number | string | boolean | undefined {
  if (to.kind === 'field') return undefined;
  const value = to.kind === 'values' ? to.values[0] : form.thresholds.find((t) => t.name === to.name)?.standard;
  if (value === undefined) return undefined;
  if (compare === 'eq' || compare === 'in' || compare === 'startsWith' || compare === 'ge' || compare === 'le') return value;
  if (typeof value === 'number') return compare === 'gt' ? value + 1 : compare === 'lt' ? value - 1 : undefined;
  return undefined;
}

/** Cases an officer should decide on before she trusts her rule. */
export function proposeCases(form: RuleForm, words: Vocabulary, lang: 'zh' | 'en' = 'zh'): ProposedCase[] {
  const scene = () => new Scene(form, words);
  const t = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  const outside = outsidePopulation(form, words, t);
  if (form.shape.kind === 'total') return [...totalCases(form, scene, t), ...outside];
  if (form.shape.kind === 'gap') return [...gapCases(form, scene, t), ...outside];
  if (form.shape.kind === 'together') return [...togetherCases(form, scene, t), ...outside];
  return [...rowCases(form, words, scene, t), ...outside];
}

type Say = (zh: string, en: string) => string;

/** One record that the first condition of the population leaves out. */
function outsidePopulation(form: RuleForm, words: Vocabulary, t: Say): ProposedCase[] {
  const [first] = comparisonsOf(form.population);
  const choices = first && Object.keys(words.values[first.field] ?? {});
  if (!first || !choices || first.to.kind !== 'values') return [];
  const taken = first.to.values.map(String);
  const other = first.compare === 'ne' || first.compare === 'notIn' ? taken[0] : choices.find((c) => !taken.includes(c));
  if (other === undefined) return [];
  const value = words.intUnits[first.field] ? Number(other) : other;
  const word = words.values[first.field]?.[other];
  const name = t(
    `不看的：${fieldWord(words, form.reads, first.field).zh}为${word?.zh}`,
    `left out: ${fieldWord(words, form.reads, first.field).en} ${word?.en}`,
  );
  const much = form.shape.kind === 'total' ? Math.min(1 + limitOf(form, form.shape.threshold), 12) : 2;
  const made = new Scene(form, words);
  for (let i = 0; i < (form.shape.kind === 'total' ? much : 1); i++) made.add({ day: 0, values: [[first.field, value]] });
  return [made.named(name)];
}

const limitOf = (form: RuleForm, name: string): number => form.thresholds.find((t) => t.name === name)?.standard ?? 1;

/** As many records as it takes to bring the measure to `value`. */
function filled(form: RuleForm, made: Scene, value: number, more: { day?: number; provider?: string } = {}): Scene {
  const { shape } = form;
  if (shape.kind !== 'total') return made;
  const half = Math.floor(value / 2);
  if (shape.measure === 'quantity' || shape.measure === 'amount') {
    const column = shape.measure === 'quantity' ? 'quantity' : form.reads === 'line' ? 'amountFen' : 'totalFen';
    for (const part of value > 1 ? [value - half, half] : [value])
      made.add({ ...more, values: [[column, shape.measure === 'quantity' ? part : part.toFixed(2)]] });
    return made;
  }
  for (let i = 0; i < value; i++) {
    const apart = shape.measure === 'days' ? { day: (more.day ?? 0) + i } : {};
    const place = shape.measure === 'providers' ? { provider: `H${i + 1}` } : {};
    made.add({
      ...more,
      ...apart,
      ...place,
      ...(shape.measure === 'items' && { values: [['item', form.list.items[i]?.code ?? `A${i + 1}`] as [string, unknown]] }),
    });
  }
  return made;
}

function totalCases(form: RuleForm, scene: () => Scene, t: Say): ProposedCase[] {
  const { shape } = form;
  if (shape.kind !== 'total') return [];
  const limit = limitOf(form, shape.threshold);
  const cases = [
    filled(form, scene(), limit).named(t(`恰好 ${limit}`, `exactly ${limit}`)),
    filled(form, scene(), limit + 1).named(t(`多一：${limit + 1}`, `one more: ${limit + 1}`)),
    ...(limit > 1 ? [filled(form, scene(), limit - 1).named(t(`少一：${limit - 1}`, `one fewer: ${limit - 1}`))] : []),
  ];
  const apart = { day: 1, encounter: 40, month: 40, year: 400 }[shape.window as 'day'];
  if (apart !== undefined && limit >= 1)
    cases.push(
      filled(form, filled(form, scene(), limit), 1, { day: apart, ...(shape.window === 'encounter' && { provider: 'H1' }) }).named(
        t('分在两个时间区间', 'in two windows'),
      ),
    );
  if (shape.window !== 'encounter' && shape.measure !== 'providers')
    cases.push(filled(form, filled(form, scene(), limit), 1, { provider: 'H2' }).named(t('分在两家机构', 'at two institutions')));
  if (shape.measure === 'quantity')
    cases.push(
      scene()
        .add({ values: [['quantity', limit]] })
        .add({
          values: [
            ['quantity', null],
            ['amountFen', '10.00'],
          ],
        })
        .named(t('有一条数量未知', 'one quantity unknown')),
    );
  return cases;
}

function gapCases(form: RuleForm, scene: () => Scene, t: Say): ProposedCase[] {
  if (form.shape.kind !== 'gap') return [];
  const limit = limitOf(form, form.shape.threshold);
  // a stay of the case ends the day after it began
  const from = form.reads === 'encounter' ? 1 : 0;
  const twice = (days: number, provider?: string) =>
    scene()
      .add({ provider: 'H1' })
      .add({ day: from + days, provider: provider ?? 'H1' });
  return [
    twice(limit).named(t(`恰好相隔 ${limit} 天`, `exactly ${limit} days apart`)),
    twice(Math.max(0, limit - 1)).named(t(`相隔 ${Math.max(0, limit - 1)} 天`, `${Math.max(0, limit - 1)} days apart`)),
    scene().add().named(t('只有一次', 'only once')),
    twice(Math.max(0, limit - 1), 'H2').named(t('在另一家机构', 'at another institution')),
  ];
}

function togetherCases(form: RuleForm, scene: () => Scene, t: Say): ProposedCase[] {
  if (form.shape.kind !== 'together') return [];
  const { shape } = form;
  const alone = scene().add().named(t('只有本条', 'alone'));
  const code = shape.otherItems.items[0]?.code;
  const fits: [string, unknown][] = comparisonsOf(shape.on).flatMap((c) =>
    c.of === 'right' && c.to.kind === 'values' && c.to.values[0] !== undefined ? [[c.field, c.to.values[0]] as [string, unknown]] : [],
  );
  const value = (column: string) => fits.find(([name]) => name === column)?.[1];
  if (shape.other === 'diagnosis') {
    const other = { ...alone, diagnoses: [{ encounter: 'E1', code: 'Z00.000' }], name: t('有别的诊断', 'another diagnosis') };
    const there = {
      ...alone,
      diagnoses: [{ encounter: 'E1', code: String(value('code') ?? 'A00.000') }],
      name: t('有这个诊断', 'with the diagnosis'),
    };
    return [there, other, { ...alone, name: t('没有诊断记录', 'no diagnosis at all') }];
  }
  if (shape.other !== 'line' || form.reads !== 'line') return [alone];
  const beside = (name: string, more: Parameters<Scene['add']>[0]) => scene().add().add(more).named(name);
  const values: [string, unknown][] = [...(code ? [['item', code] as [string, unknown]] : []), ...fits];
  return [
    beside(t('同时有', 'both'), { values }),
    alone,
    beside(t('相隔一天', 'a day apart'), { day: 1, values }),
    beside(t('在另一次就诊', 'in another encounter'), { provider: 'H2', values }),
  ];
}

function rowCases(form: RuleForm, words: Vocabulary, scene: () => Scene, t: Say): ProposedCase[] {
  if (form.shape.kind !== 'row') return [];
  const cases: ProposedCase[] = [];
  for (const c of comparisonsOf(form.shape.when)) {
    const word = fieldWord(words, form.reads, c.field)[t('zh', 'en') as 'zh'];
    const one = (value: unknown, name: string) =>
      cases.push(
        scene()
          .add({ values: [[c.field, value]] })
          .named(name),
      );
    for (const { value, name } of edgeValues(c, form, words, word, t)) one(value, name);
    if (c.compare !== 'known' && c.field !== 'age') one(null, t(`${word}未知`, `${word} unknown`));
    if (c.field === 'age') one(null, t('出生日未知', 'birthday unknown'));
  }
  return cases;
}

function edgeValues(c: Comparison, form: RuleForm, words: Vocabulary, word: string, t: Say): { value: unknown; name: string }[] {
  const to = c.to.kind === 'values' ? c.to.values[0] : c.to.kind === 'threshold' ? limitOf(form, c.to.name) : undefined;
  if (to === undefined) return [];
  const choices = words.values[c.field];
  if (choices && ['eq', 'ne', 'in', 'notIn'].includes(c.compare)) {
    const taken = c.to.kind === 'values' ? c.to.values.map(String) : [];
    const number = words.intUnits[c.field] !== undefined;
    const shown = [taken[0], Object.keys(choices).find((key) => !taken.includes(key))].filter((v) => v !== undefined);
    return shown.map((v) => ({ value: number ? Number(v) : v, name: `${word}${t('为', ' ')}${choices[v]?.[t('zh', 'en') as 'zh'] ?? v}` }));
  }
  if (typeof to !== 'number') return [{ value: to, name: `${word} ${String(to)}` }];
  const unit = unitOfField(words, form.reads, c.field);
  const scale =
    c.to.kind === 'threshold'
      ? factorOf(unit, form.thresholds.find((x) => c.to.kind === 'threshold' && x.name === c.to.name)?.unit ?? '')
      : 1;
  const step = unit === 'fen' ? 1 : unit === 'price' || unit === 'quantity' ? 10_000 : 1;
  return [
    { by: -step, name: t('差一点', 'just below') },
    { by: 0, name: t('恰好', 'exactly') },
    { by: step, name: t('刚超过', 'just above') },
  ].map(({ by, name }) => ({ value: written(c.field, to * scale + by, words, form.reads), name: `${word}${name}` }));
}
