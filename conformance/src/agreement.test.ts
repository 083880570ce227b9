// Property: over generated claims full of ties, unknowns, limits and leap days, both readers name the same partitions as hit and
// as not evaluated, count the same as clear, and tell the same findings. All rules are read together, as a review reads them.
import { readFileSync } from 'node:fs';
import { ruleSchema, rules } from '@hengjian/catalog';
import {
  type CompiledRule,
  compileRule,
  hitPartitions,
  indexPoints,
  marksOf,
  membersOf,
  type PartitionAnswer,
  type Point,
  Rights,
  type Row,
  type RuleTree,
  type Tables,
  withMarks,
} from '@hengjian/language';
import { bySql } from '@hengjian/store/rule/case-readers.ts';
import { openWorld } from '@hengjian/store/rule/case-world.ts';
import {
  byClosures,
  type CaseFile,
  type CaseReading,
  type EncounterForm,
  type ExemptionRow,
  findingOf,
  pointsOf,
  type RuleCase,
  withExemptions,
  worldOf,
} from '@hengjian/workflows';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';

let duck: Awaited<ReturnType<typeof openWorld>>;
beforeAll(async () => {
  duck = await openWorld();
});
afterAll(() => duck.close());

const all = (Object.values(rules) as RuleTree[]).map((rule) => ({
  rule,
  file: parse(readFileSync(new URL(`../../packages/catalog/src/rules/${rule.id}/cases.yaml`, import.meta.url), 'utf8')) as CaseFile,
}));
const blank = { name: '', kind: 'edge', expect: {} } as const;
const ruleCases = (file: CaseFile) => [file.knowledge ?? [], ...file.cases.map((c) => c.knowledge ?? [])];
/** Codes, prefixes and limits that the rules speak of, so that generated records meet them. */
const codes = [
  ...new Set(
    all
      .flatMap(({ file }) => ruleCases(file).flat())
      .flatMap((k) => (Array.isArray(k.codes) ? k.codes : Object.values((k.codes ?? {}) as object).flat())),
  ),
].map(String);
const diagnoses = [
  ...new Set([
    'N40.x00',
    'K80.100',
    'K35.900',
    'R19.500',
    'B18.100',
    'J18.900',
    'Z51.100',
    'I20.900',
    'O80.000',
    ...codes.filter((c) => /^[A-Z]\d/.test(c)).map((c) => `${c}00`),
  ]),
];

const pick = <T>(...values: T[]) => fc.constantFrom(...values);
/** Few moments close together: equal instants, equal days, month ends, a leap day, exact intervals. */
const moment = pick(
  '2024-02-29 00:00:00',
  '2024-02-28 23:59:59',
  '2024-03-01 08:00:00',
  '2024-03-01 08:00:00',
  '2024-03-01 20:00:00',
  '2024-03-02 08:00:00',
  '2024-03-07 08:00:00',
  '2024-03-08 08:00:00',
  '2024-03-14 08:00:00',
  '2024-03-15 08:00:00',
  '2024-03-31 08:00:00',
  '2024-04-01 08:00:00',
  '2024-12-31 23:00:00',
  '2025-01-01 01:00:00',
);
const person = fc.record({
  sex: pick(1, 2, null),
  birthDay: pick('1980-01-01', '2004-02-29', '2010-03-01', '2010-03-02', '2024-02-02', '1959-03-01', null),
  deathDay: pick(null, null, '2024-03-01'),
});
const provider = fc.record({
  level: pick(3, 2, 1, 0, null),
  kind: pick('medical', 'medical', 'pharmacy'),
  from: pick('2024-01-01', '2024-03-01', null),
  to: pick('2024-03-07', '2025-12-31', null),
});
const practitioner = fc.record({
  state: pick('1', '2', '3', null),
  title: pick('231', '233', '234', '9', null),
  from: pick('2024-03-01', '2024-03-08', null),
  to: pick('2024-03-07', '2024-03-08', null),
});
const encounter = fc.record({
  person: pick('P1', 'P1', 'P2', 'P2'),
  provider: pick('H1', 'H2', 'H2'),
  setting: pick('inpatient', 'inpatient', 'inpatient', 'outpatient', 'chronic', 'pharmacy', 'emergency', null),
  insurance: pick('employee', 'resident', 'maternity', 'injury', null),
  begunAt: moment,
  endedAt: pick(
    'open',
    '2024-03-01 20:00:00',
    '2024-03-02 08:00:00',
    '2024-03-14 08:00:00',
    '2024-03-15 08:00:00',
    '2025-01-02 08:00:00',
    null,
  ),
  diseaseCode: pick('M03900', 'M03900', 'M01600', 'M07200', null),
  mainDiagnosis: pick('I20.900', 'I20.900', 'I20.900', ...diagnoses, null),
  dischargeWay: pick('1', '1', '1', '2', '5', null),
  maternity: pick('1', null),
  internet: pick(true, false, null),
  outOfArea: pick(true, true, false, null),
  address: pick('甲路1号', '甲路1号', null),
  statedStayDays: pick(0, 1, 13, null),
  idleDays: pick(0, 2, 3, null),
  sentGroup: pick('J18.9-0', 'K80.1-1', null),
  birthWeightGrams: pick(1200, 3100, null),
  medicalKind: pick('21', '24', null),
  exam: pick('60.00', '120.00', null),
  lab: pick('0.00', '20.00'),
  drug: pick('0.00', '20.00', '60.00'),
  treatment: pick('0.00', '20.00'),
  total: pick('100.00', '200.00'),
});
const line = fc.record({
  encounter: pick('E1', 'E1', 'E2', 'E3', 'E4'),
  code: fc.nat({ max: 9 }),
  at: moment,
  quantity: pick(1, 1, 2, 24, 0.5, null),
  price: pick(10, 20, 0.333333),
  days: pick(1, 3, 7, 14, 30, null),
  prescription: pick('R1', 'R2', null),
  practitioner: pick('D1', 'D1', 'D2', null),
  department: pick('A21', 'A04.03', 'A03', null),
  dose: pick('30mg', '0.25毫克', '250ug', '0.6g', '2片', '30', null),
  frequency: pick('qid', '13', '每日3次', 'q4h', 'prn', null),
  category: pick('01', '09', null),
  delaySeconds: pick(0, 3600, 3601, 86_401, null),
  kind: pick('usual', 'usual', 'drug', 'herb', 'service', 'consumable', null),
  fund: pick('1.00', '0.00', null),
  inScope: pick('8.00', '0.00'),
});
const diagnosis = fc.record({ encounter: pick('E1', 'E2'), code: pick(...diagnoses), main: pick(true, false, null) });
const operation = fc.record({
  encounter: pick('E1', 'E2'),
  code: pick(...codes, '47.0900'),
  at: pick('2024-03-01 08:00:00', '2024-03-02 08:00:00', null),
  main: pick(true, false, null),
  finishedAt: pick('2024-03-01 23:00:00', '2024-03-02 01:00:00', null),
});
const trace = fc.record({ line: fc.nat({ max: 15 }), code: pick('T1', 'T1', 'T2', 'T3'), split: pick(false, false, true, null) });
const stock = fc.record({
  provider: pick('H1', 'H2'),
  code: fc.nat({ max: 9 }),
  month: pick('2024-02', '2024-03', '2024-03', '2024-04', '2024-12'),
  opening: pick(0, 1, null),
  purchased: pick(0, 0, 2),
  closing: pick(0, 1),
});
const prescription = fc.record({
  no: pick('R1', 'R2', 'R3'),
  person: pick('P1', 'P2'),
  code: fc.nat({ max: 9 }),
  on: pick('2024-02-29', '2024-03-02'),
  to: pick('2024-03-01', null),
});
const equipment = fc.record({
  provider: pick('H1', 'H2'),
  code: fc.nat({ max: 9 }),
  units: pick(1, 2, null),
  from: pick('2024-03-01', null),
  to: pick('2024-03-08', null),
});
const benefit = fc.record({
  person: pick('P1', 'P2'),
  state: pick('1', '1', '2', null),
  from: pick('2024-01-01', '2024-03-02'),
  to: pick('2024-03-01', '2024-03-14', null),
});
const approval = fc.record({
  person: pick('P1', 'P2'),
  quota: pick('100.00', '160.00', null),
  from: pick('2024-01-01', '2024-03-02'),
  to: pick('2024-03-01', '2024-03-14', null),
});
const settlement = fc.record({
  encounter: pick('E1', 'E2', 'E3'),
  at: moment,
  total: pick('100.00', '200.00', '0.00'),
  fund: pick('100.00', '60.00', null),
  account: pick('0.00', '39.98', null),
  cash: pick('0.00', '40.00', null),
  lines: pick('100.00', '200.01', null),
});

const world = fc
  .record({
    persons: fc.record({ P1: person, P2: person }),
    providers: fc.record({ H1: provider, H2: provider }),
    practitioners: fc.record({ D1: practitioner, D2: practitioner }),
    encounters: fc.record({ E1: encounter, E2: encounter, E3: encounter, E4: encounter, E5: encounter }),
    lines: fc.array(line, { minLength: 1, maxLength: 16 }),
    diagnoses: fc.array(diagnosis, { maxLength: 4 }),
    operations: fc.array(operation, { maxLength: 3 }),
    settlements: fc.array(settlement, { maxLength: 4 }),
    traces: fc.array(trace, { maxLength: 5 }),
    inventory: fc.array(stock, { maxLength: 5 }),
    prescriptions: fc.array(prescription, { maxLength: 3 }),
    equipment: fc.array(equipment, { maxLength: 3 }),
    benefits: fc.array(benefit, { maxLength: 3 }),
    approvals: fc.array(approval, { maxLength: 3 }),
  })
  .map(
    (raw): RuleCase => ({
      ...blank,
      ...raw,
      lines: raw.lines.map((l, i) => ({ ...l, no: `L${String(i).padStart(2, '0')}`, ...(l.quantity === null && { amount: '10.00' }) })),
      settlements: Object.fromEntries(raw.settlements.map((s, i) => [`S${i}`, s])),
      traces: raw.traces.map((t) => ({ ...t, line: `L${String(t.line).padStart(2, '0')}` })),
    }),
  );

/**
 * Turns towards one rule at a time: its codes and the kinds of lines its cases speak of, so that chance meets it; the other
 * rules read the same records.
 */
function focused(raw: RuleCase, { file }: (typeof all)[number], own: RuleCase): RuleCase {
  const knowledge = own.knowledge ?? file.knowledge ?? [];
  const spoken = [
    ...new Set(knowledge.flatMap((k) => (Array.isArray(k.codes) ? k.codes : Object.values((k.codes ?? {}) as object).flat())).map(String)),
  ];
  const pool = [...spoken, ...spoken, ...codes.slice(0, 3), 'X'];
  const kinds = [...new Set(file.cases.flatMap((c) => (c.lines ?? []).map((l) => (l.kind ?? 'drug') as string)))];
  const lines = (raw.lines ?? []).map((l, i) => ({
    ...l,
    code: pool[Number(l.code) % pool.length],
    kind: l.kind === 'usual' ? (kinds[i % Math.max(1, kinds.length)] ?? 'drug') : l.kind,
  }));
  const named = (rows: { [field: string]: unknown }[] | undefined) =>
    (rows ?? []).map((row) => ({ ...row, code: pool[Number(row.code) % pool.length] }));
  const coded = (rows: { [field: string]: unknown }[] | undefined) =>
    (rows ?? []).map((row, i) => ({ ...row, ...(spoken.length > 0 && i % 2 === 0 && { code: `${spoken[i % spoken.length]}x` }) }));
  // the diagnoses a row names as parameters
  const meant = knowledge.flatMap((k) => ((k.params as { diagnoses?: string[] } | undefined)?.diagnoses ?? []).map(String));
  const diagnosed = coded(raw.diagnoses).map((row, i) =>
    meant.length > 0 && i % 3 !== 0 ? { ...row, code: `${meant[i % meant.length]}.900` } : row,
  );
  const scenes = [
    ...new Set(file.cases.flatMap((c) => Object.values(c.encounters ?? {}).map((e) => (e.setting ?? 'inpatient') as string))),
  ];
  const encounters = Object.fromEntries(
    Object.entries(raw.encounters ?? {}).map(([no, e], i) => [
      no,
      scenes.length > 0 && i % 2 === 0 && e.setting !== null ? { ...e, setting: scenes[i % scenes.length] } : e,
    ]),
  );
  // a case of the rule that hits is laid in among the generated records
  return {
    ...raw,
    persons: { ...raw.persons, P1: {}, ...own.persons },
    providers: { ...raw.providers, H1: {}, ...own.providers },
    practitioners: { ...raw.practitioners, ...own.practitioners },
    // the case's own first: a record that names no encounter belongs to the first
    encounters: { ...(own.encounters ?? { E1: {} }), ...encounters, ...own.encounters, ...(own.encounters ? {} : { E1: {} }) },
    lines: [...lines, ...(own.lines ?? [])],
    diagnoses: [...diagnosed, ...(own.diagnoses ?? [])],
    operations: [...coded(raw.operations), ...(own.operations ?? [])],
    settlements: { ...raw.settlements, ...own.settlements },
    traces: [...(raw.traces ?? []), ...(own.traces ?? [])],
    inventory: [...named(raw.inventory), ...(own.inventory ?? [])],
    prescriptions: [...named(raw.prescriptions), ...(own.prescriptions ?? [])],
    equipment: [...named(raw.equipment), ...(own.equipment ?? [])],
    benefits: [...(raw.benefits ?? []), ...(own.benefits ?? [])],
    approvals: [...(raw.approvals ?? []), ...(own.approvals ?? [])],
  };
}

const essence = (compiled: ReturnType<typeof compileRule>, { answers }: CaseReading) =>
  answers
    .filter((a) => a.answer === 'hit')
    .map((a) => findingOf(compiled, a))
    .map((f) => ({
      id: f.findingId,
      amount: f.amountFen,
      fund: f.fundFen,
      says: f.explanation.zh,
      exempted: f.exemptedBy,
      records: f.records.map((r) => `${r.role} ${r.encounterNo}:${r.lineNo ?? ''}:${r.settlementNo ?? ''} ${r.amountFen}`).sort(),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));

/** What an audit asks for, the hits that concern one encounter, is what all answers have of them. */
function expectSameHits(compiled: CompiledRule, points: readonly Point[], told: Tables, answers: readonly PartitionAnswer[]): void {
  const { reads, shape } = compiled.rule;
  const tables = withMarks(told, marksOf([compiled.rule]));
  const index = indexPoints(compiled, points);
  const members = (tables[reads] ?? []).flatMap((record) => membersOf(compiled, index, record));
  const rights = new Rights(shape.kind === 'pair' ? (tables[shape.right.reads] ?? []) : []);
  const own = answers.find(({ answer }) => answer === 'hit')?.lead.context.record.encounterNo;
  const concerns = (record: Row) => record.encounterNo === own;
  const said = ({ key, inQuestion, matched, members: all }: PartitionAnswer) => ({
    key,
    inQuestion: inQuestion.map(({ context }) => context.record),
    matched,
    members: all.length,
  });
  const expected = answers.filter((one) => one.answer === 'hit' && one.members.some(({ context }) => concerns(context.record)));
  expect(hitPartitions(compiled, members, rights, concerns).map(said)).toEqual(expected.map(said));
}

/** The generated records as those of another person at another institution, so that they stand beside a case and do not disturb it. */
function apartFrom(raw: RuleCase): RuleCase {
  type Raw = { [field: string]: unknown };
  const renamed = (rows: { [no: string]: Raw } | undefined, more: Raw = {}) =>
    Object.fromEntries(
      Object.entries(rows ?? {}).map(([no, row]) => [
        `G${no}`,
        { ...row, ...('encounter' in row && { encounter: `G${row.encounter}` }), ...more },
      ]),
    );
  const away = (rows: Raw[] | undefined, more: Raw = {}) =>
    (rows ?? []).map((row) => ({ ...row, ...('encounter' in row && { encounter: `G${row.encounter}` }), ...more }));
  return {
    ...raw,
    persons: renamed(raw.persons),
    providers: renamed(raw.providers),
    practitioners: renamed(raw.practitioners),
    encounters: renamed(raw.encounters, { person: 'GP1', provider: 'GH1', address: null }),
    lines: away(raw.lines, { practitioner: null }),
    diagnoses: away(raw.diagnoses),
    operations: away(raw.operations),
    settlements: renamed(raw.settlements),
    traces: (raw.traces ?? []).map((trace) => ({ ...trace, code: `G${trace.code}` })),
    inventory: away(raw.inventory, { provider: 'GH1' }),
    prescriptions: away(raw.prescriptions, { person: 'GP1', no: 'G1' }),
    equipment: away(raw.equipment, { provider: 'GH1' }),
    benefits: away(raw.benefits, { person: 'GP1' }),
    approvals: away(raw.approvals, { person: 'GP1' }),
  };
}

/** Exemptions that look at the encounters: laid over the first turn of every rule, so that each way in which they act meets each shape. */
const looks: readonly EncounterForm[] = [
  { settings: ['emergency', 'pharmacy'] },
  { diagnoses: ['I20', 'K80'], mainOnly: true },
  { diagnoses: ['J18', 'Z51'], settings: ['inpatient'] },
  { operations: ['47'] },
  { dischargeWays: ['2', '5'], medicalKinds: ['21'] },
];
const exemptRows = looks.map(
  (encounter, i): ExemptionRow => ({
    exemptionId: `T${i}`,
    kind: 'other',
    title: '试',
    ruleIds: null,
    acts: (['population', 'link', 'finding'] as const)[i % 3] as 'population',
    condition: { encounter },
    region: '*',
    from: null,
    to: null,
    reason: '试',
    by: '试',
    at: 0,
  }),
);
const exempt = (rule: RuleTree, rows: readonly ExemptionRow[]) => withExemptions({ rule, edition: 1, parameters: [] }, rows, '*').rule;

/**
 * Each rule has three turns: a case that hits laid in among generated records, the same beside them, and a case that does not hit
 * beside them. So many rules are read together (the one in focus and those after it), so that the work grows with the rules and not
 * with their square.
 */
const TOGETHER = [16, 4, 4] as const;

test('both readers agree on every rule', async () => {
  const met = new Map<string, { hit: number; notEvaluated: number; clear: number }>(
    all.map(({ rule }) => [rule.id, { hit: 0, notEvaluated: 0, clear: 0 }]),
  );
  let turn = 0;
  const variants = Math.max(...all.map(({ file }) => ruleCases(file).length));
  await fc.assert(
    fc.asyncProperty(world, fc.nat({ max: variants - 1 }), async (raw, variant) => {
      const at = turn % all.length;
      const focus = all[at] as (typeof all)[number];
      const round = Math.floor(turn / all.length) % TOGETHER.length;
      const wanted = (c: RuleCase) => (round === 2 ? (c.expect.clear ?? 0) > 0 : (c.expect.hits ?? []).length > 0);
      const cases = focus.file.cases.filter(wanted);
      const own = (cases[Math.floor(turn++ / all.length + variant) % Math.max(1, cases.length)] ??
        focus.file.cases.find((c) => c.kind === 'clean') ??
        focus.file.cases[0]) as RuleCase;
      const together = all.filter((_, i) => (i - at + all.length) % all.length < (TOGETHER[round] as number));
      const asked = together.map(({ rule, file }) => {
        if (rule === focus.rule) return { rule, points: pointsOf(rule, file, own) };
        const sets = ruleCases(file).filter((set) => set.length > 0);
        const knowledge = sets.length === 0 ? [] : (sets[variant % sets.length] ?? []);
        const changed = [undefined, ...file.cases.flatMap((c) => (c.parameters ? [c.parameters] : []))];
        const parameters = changed[variant % changed.length];
        return { rule, points: pointsOf(rule, file, { ...blank, knowledge, ...(parameters && { parameters }) }) };
      });
      const made = worldOf(focused(round === 0 ? raw : apartFrom(raw), focus, own));
      const rows = round > 0 ? [] : exemptRows.map((row, i) => ({ ...row, acts: exemptRows[(i + variant) % 5]?.acts ?? row.acts }));
      const exempted = asked.map(({ rule, points }) => ({ rule: exempt(rule, rows), points }));
      const bySqlAll = await bySql(duck, exempted, made);
      for (const [i, { rule, points }] of exempted.entries()) {
        const compiled = compileRule(rule, ruleSchema);
        const [closures, sql] = [byClosures(compiled, points, made), bySqlAll[i] as CaseReading];
        const counts = (r: CaseReading) => ({ rule: rule.id, hit: r.hit, notEvaluated: r.notEvaluated, clear: r.clear });
        expect(counts(sql)).toEqual(counts(closures));
        expect(essence(compiled, sql)).toEqual(essence(compiled, closures));
        if (rule.shape.kind !== 'peer') expectSameHits(compiled, points, made.tables, closures.answers);
        const seen = met.get(rule.id) as { hit: number; notEvaluated: number; clear: number };
        seen.hit += closures.hit.length;
        seen.notEvaluated += closures.notEvaluated.length;
        seen.clear += closures.clear;
      }
    }),
    { numRuns: Number(process.env.HENGJIAN_RUNS ?? all.length * TOGETHER.length), seed: 20250101 },
  );
  // A property that never meets a hit proves nothing. To stand on some lists is the whole offence: then nothing is ever clear.
  const never = new Set(all.filter(({ rule }) => rule.shape.kind === 'row' && rule.shape.when.op === 'literal').map(({ rule }) => rule.id));
  expect([...met].filter(([id, seen]) => seen.hit === 0 || (seen.clear === 0 && !never.has(id)))).toEqual([]);
}, 900_000);
