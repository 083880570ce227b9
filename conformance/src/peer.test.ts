// Comparison with peers: over generated subjects full of ties, unknowns, small groups and no spread, SQL and the oracle over all records
// tell the same numbers to the last digit. The statistics themselves are checked against textbook values worked out by hand.
import { rule as makeRule, ruleSchema } from '@hengjian/catalog';
import {
  and,
  call,
  checkRule,
  choose,
  compileRule,
  count,
  deepFreeze,
  eq,
  field,
  gt,
  isNull,
  literal,
  multiply,
  orderPoints,
  type PeerShape,
  param,
  peerFactValues,
  prefix,
  type RuleTree,
  reachesBeyondPerson,
  sum,
  yearStart,
} from '@hengjian/language';
import { bySql, openCaseEngine } from '@hengjian/store/rule/case-readers.ts';
import { openWorld } from '@hengjian/store/rule/case-world.ts';
import { byClosures, type CaseReading, findingOf, measuringTree, pointsOf, type RuleCase, worldOf } from '@hengjian/workflows';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';

let duck: Awaited<ReturnType<typeof openWorld>>;
beforeAll(async () => {
  duck = await openWorld();
});
afterAll(() => duck.close());

const int = (standard: number) => ({ type: 'int', title: { zh: '参数', en: 'parameter' }, standard }) as const;

function peers(id: string, shape: Partial<PeerShape>, tree: Partial<RuleTree> = {}): RuleTree {
  return deepFreeze(
    makeRule({
      id,
      code: `NC-${id}`,
      title: { zh: id, en: id },
      category: 'test',
      certainty: 'statistic',
      basis: [{ document: 'test' }],
      grain: 'department',
      reads: 'encounter',
      on: field('settledDay'),
      parameters: { least: int(2), threshold: int(3000), minimum: int(1), limit: int(500_000), floor: int(10_000), also: int(0) },
      key: [field('provider'), field('department')],
      shape: {
        kind: 'peer',
        value: { numerator: sum(field('drugFen')), denominator: sum(field('totalFen')), form: 'ratio', parts: 'fen' },
        volume: { of: count(), minimum: param('minimum') },
        of: [field('level'), yearStart(field('settledDay'))],
        statistic: 'robust',
        direction: 'above',
        minimumPeers: param('least'),
        threshold: param('threshold'),
        floor: { absolute: param('floor') },
        contributes: field('drugFen'),
        ...shape,
      },
      money: { kind: 'none' },
      facts: { stays: { value: count(), form: 'int' } },
      explain: {
        zh: '{value}={numerator}/{denominator}，{stays}次[；同类{peers}个，中位{center}，离散{spread}，评分{score}，第{percentile}百分位][，限{limit}]',
        en: '{value}',
      },
      ...tree,
    }),
  );
}
const limit = (combine: 'and' | 'or', alone: boolean) => ({ value: param('limit'), combine, alone });
const amount = { value: { numerator: sum(field('totalFen')), form: 'fen' } } as const;
const sentence = { explain: { zh: '{value}[;{peers}个，{center}，{spread}，{score}]', en: '{value}' } };

const trees = [
  peers(
    'share',
    {},
    {
      facts: {
        stays: { value: count(), form: 'int' },
        ward: { value: choose(eq(field('department'), 'A'), 'a', field('department')), form: 'text' },
      },
    },
  ),
  peers('share-below', { direction: 'below' }),
  peers('share-and', { limit: limit('and', false) }),
  peers('share-alone', { limit: limit('and', true), also: gt(count(), param('also')) }),
  peers('share-or', { limit: limit('or', false), direction: 'below' }),
  peers('share-plain', { statistic: 'plain', floor: {} }),
  peers('plain-below', { statistic: 'plain', direction: 'below', floor: { absolute: param('floor'), relative: param('floor') } }),
  peers(
    'cost',
    { ...amount, of: [prefix(field('mainDiagnosis'), 3)], floor: { relative: literal(500) } },
    { ...sentence, grain: 'encounter', key: [field('encounter')] },
  ),
  peers('cost-no-floor', { ...amount, of: [field('level')], floor: {} }, { ...sentence, where: eq(field('setting'), 'inpatient') }),
  peers('cost-plain', { ...amount, statistic: 'plain', of: [field('level')], floor: {} }, sentence),
  peers(
    'again',
    {
      value: {
        numerator: count(and(eq(call('isNull', { op: 'fold', name: 'before' }), false), gt({ op: 'fold', name: 'before' }, 0))),
        denominator: count(),
        form: 'ratio',
        parts: 'int',
      },
      of: [field('level')],
      contributes: choose(isNull({ op: 'fold', name: 'before' }), 0, 1),
      stream: {
        key: [field('person')],
        order: field('begunAt'),
        folds: { before: { fold: 'previous', args: [field('endedAt'), literal(0)] } },
      },
    },
    { key: [field('provider')], grain: 'provider' },
  ),
  peers(
    'lines',
    {
      value: {
        numerator: sum(choose({ op: 'listed' }, field('amountFen'), 0)),
        denominator: sum(field('amountFen')),
        form: 'ratio',
        parts: 'fen',
      },
      contributes: choose({ op: 'listed' }, field('amountFen'), 0),
      of: [field('level')],
    },
    { reads: 'line', key: [field('provider')], grain: 'provider', knowledge: { by: 'item', role: 'code', mode: 'list' } },
  ),
];

test('the trees of this test are well-formed; a tree that prices a statistic, or lets a column stand alone, is not', () => {
  for (const tree of trees) expect([tree.id, checkRule(tree, ruleSchema)]).toEqual([tree.id, []]);
  for (const tree of trees) expect(reachesBeyondPerson(tree, ruleSchema), tree.id).toBe(true);
  const wrong = (tree: RuleTree) => checkRule(tree, ruleSchema).map((problem) => problem.split(':')[0]);
  const shape = (trees[0] as RuleTree).shape as PeerShape;
  expect(wrong({ ...(trees[0] as RuleTree), money: { kind: 'amount' }, certainty: 'clear' })).toEqual(['money', 'certainty']);
  expect(wrong(peers('x', { value: { ...shape.value, numerator: field('drugFen') } }))).toEqual(['value.numerator']);
  expect(wrong(peers('x', {}, { facts: { stays: { value: field('bed'), form: 'text' } } }))).toEqual(['facts.stays']);
  expect(wrong(peers('x', { threshold: field('totalFen'), of: [] }))).toEqual(['threshold', 'of']);
});

const pick = <T>(...values: T[]) => fc.constantFrom(...values);
const encounter = fc.record({
  person: pick('P1', 'P2', 'P3'),
  provider: pick('H1', 'H2', 'H3', 'H4', 'H5'),
  department: pick('A', 'A', 'A', 'B', null),
  setting: pick('inpatient', 'inpatient', 'outpatient', null),
  mainDiagnosis: pick('J18.900', 'J18.100', 'I20.000', null),
  begunAt: pick('2024-02-29 08:00', '2024-12-31 08:00', '2025-01-01 08:00', '2025-03-01 08:00'),
  endedAt: pick('2025-03-02 08:00', '2025-06-01 08:00', null),
  total: pick('0.00', '100.00', '100.00', '100.01', '200.00', '300.00', '700.00', '9999999.99'),
  drug: pick('0.00', '10.00', '10.00', '33.33', '50.00', '100.00', null),
});
const level = pick(3, 3, 3, 2, null);
const world = fc.record({
  encounters: fc.array(encounter, { minLength: 4, maxLength: 24 }),
  levels: fc.tuple(level, level, level, level, level),
  lines: fc.array(fc.record({ to: fc.nat(), code: pick('X', 'Y'), amount: pick('1.00', '2.00', '5.00', '0.00') }), { maxLength: 20 }),
  parameters: fc.record({
    least: pick(0, 1, 2, 3),
    threshold: pick(0, 1000, 2000, 3500),
    minimum: pick(0, 1, 2),
    limit: pick(100_000, 333_300, 500_000),
    floor: pick(0, 1, 10_000),
    also: pick(0, 1),
  }),
});

const caseOf = (raw: {
  encounters: { [field: string]: unknown }[];
  levels: (number | null)[];
  lines: { to: number; code: string; amount: string }[];
}): RuleCase => ({
  name: '',
  kind: 'edge',
  expect: {},
  persons: { P1: {}, P2: {}, P3: {} },
  providers: Object.fromEntries(raw.levels.map((l, i) => [`H${i + 1}`, { level: l }])),
  encounters: Object.fromEntries(raw.encounters.map((e, i) => [`E${String(i).padStart(2, '0')}`, e])),
  lines: raw.lines.map((l, i) => ({
    no: `L${i}`,
    encounter: `E${String(l.to % raw.encounters.length).padStart(2, '0')}`,
    code: l.code,
    amount: l.amount,
  })),
});

test('SQL and the oracle tell the same of every subject', async () => {
  const met = new Map(trees.map((tree) => [tree.id, { hit: 0, clear: 0, notEvaluated: 0 }]));
  const file = { cases: [], knowledge: [{ id: 'K', codes: ['X'] }] };
  await fc.assert(
    fc.asyncProperty(world, async ({ parameters, ...raw }) => {
      const one = { ...caseOf(raw), parameters };
      const asked = trees.map((tree) => ({ rule: tree, points: orderPoints(pointsOf(tree, tree.knowledge ? file : { cases: [] }, one)) }));
      const made = worldOf(one);
      const sql = await bySql(duck, asked, made);
      for (const [i, { rule: tree, points }] of asked.entries()) {
        const compiled = compileRule(tree, ruleSchema);
        const [oracle, named] = [byClosures(compiled, points, made), sql[i] as CaseReading];
        const counts = (r: CaseReading) => ({ rule: tree.id, hit: r.hit, notEvaluated: r.notEvaluated, clear: r.clear });
        expect(counts(named)).toEqual(counts(oracle));
        const numbers = (r: CaseReading) =>
          r.answers
            .filter((a) => a.answer !== 'clear')
            .map((a) => ({ key: JSON.stringify(a.key), ...a.peer, top: a.peer?.top.length }))
            .sort((a, b) => (a.key < b.key ? -1 : 1));
        expect(numbers(named), tree.id).toEqual(numbers(oracle));
        const findings = (r: CaseReading) =>
          r.answers
            .filter((a) => a.answer === 'hit')
            .map((a) => findingOf(compiled, a))
            .sort((a, b) => (a.findingId < b.findingId ? -1 : 1));
        expect(findings(named), tree.id).toEqual(findings(oracle));
        for (const f of findings(oracle)) expect(f.amountFen).toBe(0);
        const seen = met.get(tree.id) as { hit: number; clear: number; notEvaluated: number };
        seen.hit += oracle.hit.length;
        seen.clear += oracle.clear;
        seen.notEvaluated += oracle.notEvaluated.length;
      }
    }),
    { numRuns: Number(process.env.HENGJIAN_RUNS ?? 60), seed: 20250101 },
  );
  expect([...met].filter(([, seen]) => seen.hit === 0 || seen.clear === 0 || seen.notEvaluated === 0)).toEqual([]);
}, 300_000);

/** Totals of single departments in yuan → the numbers of the last one, as people read them. */
function standingOf(tree: RuleTree, totals: readonly (number | string)[], parameters = {}) {
  const one: RuleCase = {
    name: '',
    kind: 'edge',
    expect: {},
    parameters: { least: 2, threshold: 0, minimum: 1, floor: 0, ...parameters },
    providers: Object.fromEntries(totals.map((_, i) => [`H${i}`, {}])),
    encounters: Object.fromEntries(
      totals.map((total, i) => [`E${i}`, { provider: `H${i}`, total: Number(total).toFixed(2), department: 'A' }]),
    ),
  };
  const compiled = compileRule(tree, ruleSchema);
  const { answers } = byClosures(compiled, pointsOf(tree, { cases: [] }, one), worldOf(one));
  const last = answers.at(-1);
  if (!last?.peer) throw new Error('no standing');
  return peerFactValues(tree.shape as PeerShape, last.peer.numbers);
}

test('robust: median, MAD and modified z-score of a worked example', () => {
  // 2 4 4 5 9: median 4, deviations 2 0 0 1 5, MAD 1; of 9: 0.6745 × 5 / 1 = 3.3725
  const tree = peers('worked', { ...amount, of: [field('level')], floor: {} });
  expect(standingOf(tree, [2, 4, 4, 5, 9])).toMatchObject({ value: 900, center: 400, spread: 100, score: 3373, peers: 4, percentile: 100 });
  // 1 2 3 4: median 2.5, deviations 1.5 0.5 0.5 1.5, MAD 1; of 4: 0.6745 × 1.5 = 1.01175
  expect(standingOf(tree, [1, 2, 3, 4])).toMatchObject({ center: 250, spread: 100, score: 1012 });
  // all equal but one: no spread; a floor of 5 % of the median (200) is 10: 0.6745 × 100 / 10 = 6.745
  expect(standingOf(tree, [2, 2, 2, 2, 3])).toMatchObject({ spread: 0, score: null });
  expect(
    standingOf(peers('floored', { ...amount, of: [field('level')], floor: { relative: literal(500) } }), [2, 2, 2, 2, 3]),
  ).toMatchObject({ spread: 10, score: 6745 });
  expect(standingOf(tree, [9, 5, 4, 4, 2])).toMatchObject({ score: -1349, percentile: 0 });
  expect(standingOf(tree, [1, 2, 3])).toMatchObject({ tenths: [100, 100, 100, 100, 100, 200, 200, 200, 200, 200, 300] });
});

test('plain: mean, standard deviation and z-score of a worked example', () => {
  // 2 4 4 4 5 5 7 9: mean 5, standard deviation 2; of 9: 2
  const tree = peers('worked-plain', { ...amount, statistic: 'plain', of: [field('level')], floor: {} });
  expect(standingOf(tree, [2, 4, 4, 4, 5, 5, 7, 9])).toMatchObject({ center: 500, spread: 200, score: 2000, percentile: 100 });
  expect(standingOf(tree, [9, 7, 5, 5, 4, 4, 4, 2])).toMatchObject({ score: -1500 });
});

test('a ratio is rounded once, halves up, in millionths', () => {
  const tree = peers('ratio', { value: { numerator: multiply(count(), 1), denominator: sum(field('totalFen')), form: 'ratio' } });
  // 1 / 300 fen = 3333.3 millionths; 1 / 32 fen = 31250; 1 / 64 = 15625; 1/128 = 7812.5 → 7813
  const value = (total: number) => standingOf(tree, [total]).value;
  expect([value(3), value(0.32), value(0.64), value(1.28)]).toEqual([3333, 31250, 15625, 7813]);
});

test('the engine of cases compares peers too', async () => {
  const engine = await openCaseEngine();
  const tree = peers('engine', { ...amount, of: [field('level')], floor: {} }, sentence);
  const one = caseOf({
    encounters: ['H1', 'H2', 'H3', 'H4', 'H5'].map((provider, i) => ({
      provider,
      department: 'A',
      total: ['2.00', '4.00', '4.00', '5.00', '9.00'][i],
    })),
    levels: [3, 3, 3, 3, 3],
    lines: [],
  });
  const points = pointsOf(tree, { cases: [] }, { ...one, parameters: { threshold: 3300 } });
  const [reading] = await engine.read([{ rule: tree, points }], worldOf(one));
  expect(reading).toMatchObject({ hit: [expect.any(String)], clear: 4, notEvaluated: [] });
  // without threshold, limit and further conditions everybody is told, the lowest too: 0.6745 × (2 − 4), 0, 0, × 1 and × 5
  const strict = peers(
    'engine',
    { ...amount, of: [field('level')], floor: {}, limit: limit('and', false), also: gt(count(), 9) },
    sentence,
  );
  const measured = measuringTree(strict);
  const [all] = await engine.read([{ rule: measured, points: pointsOf(measured, { cases: [] }, one) }], worldOf(one));
  const scores = all?.answers.map((answer) => peerFactValues(measured.shape as PeerShape, answer.peer?.numbers as never).score);
  expect(scores?.map(Number).sort((a, b) => a - b)).toEqual([-1349, 0, 0, 675, 3373]);
  engine.close();
});
