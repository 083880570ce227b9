// Rules that look beyond one person: which ones do is told by their keys, and over all buckets both readers agree on them. The rules
// here are small ones of every shape, made for this test; shipped ones go through rules.test.ts and agreement.test.ts as well.
import { readFileSync } from 'node:fs';
import { rule as makeRule, ruleSchema, rules } from '@hengjian/catalog';
import {
  and,
  checkRule,
  compileRule,
  countDistinct,
  deepFreeze,
  eq,
  field,
  fold,
  gt,
  le,
  literal,
  lt,
  ne,
  or,
  orderPoints,
  type Point,
  param,
  type RuleTree,
  reachesBeyondPerson,
  right,
  subtract,
} from '@hengjian/language';
import { bySql } from '@hengjian/store/rule/case-readers.ts';
import { openWorld } from '@hengjian/store/rule/case-world.ts';
import { byClosures, type CaseFile, type CaseReading, type CaseWorld, findingOf, pointsOf, worldOf } from '@hengjian/workflows';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';

let duck: Awaited<ReturnType<typeof openWorld>>;
beforeAll(async () => {
  duck = await openWorld();
});
afterAll(() => duck.close());

const words = { certainty: 'suspect', category: 'test', basis: [{ document: 'test' }], explain: { zh: '{n}', en: '{n}' } } as const;
const limit = { limit: { type: 'int', title: { zh: '上限', en: 'limit' }, standard: 1 } } as const;

/** More people in one institution on one day than the limit. */
const crowd = rule({
  id: 'crowd',
  grain: 'provider',
  key: [field('provider'), field('day')],
  parameters: limit,
  shape: { kind: 'group', when: gt(countDistinct(field('person')), param('limit')) },
  facts: { n: { value: countDistinct(field('person')), form: 'int' } },
});
/** One practitioner orders in two institutions within an hour. */
const twoPlaces = rule({
  id: 'two-places',
  shape: {
    kind: 'pair',
    want: 'present',
    right: { reads: 'line' },
    link: [
      [field('practitioner'), field('practitioner')],
      [field('day'), field('day')],
    ],
    on: and(
      ne(field('provider'), right('provider')),
      or(gt(field('occurredAt'), right('occurredAt')), and(eq(field('occurredAt'), right('occurredAt')), gt(field('line'), right('line')))),
      le(subtract(field('occurredAt'), right('occurredAt')), 3600),
    ),
  },
  facts: { n: { value: right('lineNo'), form: 'text' } },
});
/** The card before was swiped in the same institution less than so many seconds ago. */
const cluster = rule({
  id: 'cluster',
  grain: 'settlement',
  reads: 'settlement',
  on: field('settledDay'),
  key: [field('settlement')],
  parameters: { limit: { ...limit.limit, standard: 86_400 } },
  shape: {
    kind: 'sequence',
    when: lt(subtract(field('settledAt'), fold('before')), param('limit')),
    stream: {
      key: [field('provider')],
      order: field('settledAt'),
      folds: { before: { fold: 'previous', args: [field('settledAt'), literal(0)] } },
    },
  },
  facts: { n: { value: fold('before'), form: 'instant' } },
});
/** A practitioner on the list who has left: judged rows are no records of persons at all. */
const left = rule({
  id: 'left',
  grain: 'practitioner',
  reads: 'encounter',
  on: field('settledDay'),
  key: [field('practitioner')],
  shape: { kind: 'row', when: eq(field('setting'), 'inpatient') },
  facts: { n: { value: field('encounterNo'), form: 'text' } },
});

function rule(tree: Pick<RuleTree, 'id' | 'shape' | 'facts'> & Partial<RuleTree>): RuleTree {
  return deepFreeze(makeRule({ ...words, code: `NC-${tree.id}`, title: { zh: tree.id, en: tree.id }, ...tree }));
}

const beyond = [crowd, twoPlaces, cluster, left];
const shipped = (Object.values(rules) as RuleTree[]).map((tree) => ({
  rule: tree,
  file: parse(readFileSync(new URL(`../../packages/catalog/src/rules/${tree.id}/cases.yaml`, import.meta.url), 'utf8')) as CaseFile,
}));
const parametersOf = (tree: RuleTree): Point[] => pointsOf(tree, { cases: [] }, { name: '', kind: 'edge', expect: {} });

test('the rules of this test are well-formed and reach beyond one person', () => {
  for (const tree of beyond) {
    expect(checkRule(tree, ruleSchema), tree.id).toEqual([]);
    expect(reachesBeyondPerson(tree, ruleSchema), tree.id).toBe(true);
  }
});

/** The records of each person alone, dimensions whole: what a bucket of one person would hold. */
function perPerson(world: CaseWorld): CaseWorld[] {
  const people = [...new Set(Object.values(world.tables).flatMap((rows) => rows.map((row) => row.person)))].filter((p) => p !== undefined);
  return people.map((person) => ({
    ...world,
    tables: Object.fromEntries(
      Object.entries(world.tables).map(([table, rows]) => [
        table,
        ruleSchema.tables[table]?.personal ? rows.filter((row) => row.person === person) : rows,
      ]),
    ),
  }));
}
const essence = (readings: CaseReading[]) => ({
  hit: readings.flatMap((r) => r.hit).sort(),
  notEvaluated: readings.flatMap((r) => r.notEvaluated).sort(),
  clear: readings.reduce((n, r) => n + r.clear, 0),
});

test('what does not reach beyond one person says the same of every person alone', () => {
  let compared = 0;
  for (const { rule: tree, file } of shipped) {
    if (reachesBeyondPerson(tree, ruleSchema)) continue;
    const compiled = compileRule(tree, ruleSchema);
    for (const one of file.cases) {
      const [world, points] = [worldOf(one), pointsOf(tree, file, one)];
      const alone = perPerson(world).map((part) => byClosures(compiled, points, part));
      expect(essence(alone), `${tree.id}: ${one.name}`).toEqual(essence([byClosures(compiled, points, world)]));
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(300);
});

const pick = <T>(...values: T[]) => fc.constantFrom(...values);
const moment = pick(
  '2024-02-29 00:00:00',
  '2024-02-29 00:00:00',
  '2024-02-29 00:30:00',
  '2024-02-29 23:59:59',
  '2024-03-01 00:00:00',
  '2024-03-02 08:00:00',
);
const encounter = fc.record({
  person: pick('P1', 'P2', 'P3'),
  provider: pick('H1', 'H2'),
  setting: pick('inpatient', 'outpatient', null),
  practitioner: pick('D1', 'D2', null),
});
const world = fc
  .record({
    encounters: fc.record({ E1: encounter, E2: encounter, E3: encounter, E4: encounter }),
    lines: fc.array(
      fc.record({
        encounter: pick('E1', 'E2', 'E3', 'E4'),
        at: moment,
        practitioner: pick('D1', 'D1', 'D2', null),
        amount: pick('1.00', '2.00'),
      }),
      { minLength: 1, maxLength: 12 },
    ),
    settlements: fc.array(fc.record({ encounter: pick('E1', 'E2', 'E3', 'E4'), at: moment }), { maxLength: 8 }),
    limit: fc.integer({ min: 0, max: 2 }),
  })
  .map((raw) => ({
    limit: raw.limit,
    world: worldOf({
      name: '',
      kind: 'edge',
      expect: {},
      persons: { P1: {}, P2: {}, P3: {} },
      providers: { H1: {}, H2: {} },
      practitioners: { D1: {}, D2: {} },
      encounters: raw.encounters,
      lines: raw.lines.map((l, i) => ({ ...l, no: `L${i}` })),
      settlements: Object.fromEntries(raw.settlements.map((s, i) => [`S${i}`, s])),
    }),
  }));

test('both readers agree on rules that look beyond one person', async () => {
  const met = new Map(beyond.map((tree) => [tree.id, { hit: 0, clear: 0 }]));
  let together = 0;
  await fc.assert(
    fc.asyncProperty(world, async ({ world: made, limit: most }) => {
      const asked = beyond.map((tree) => ({
        rule: tree,
        points: orderPoints(parametersOf(tree).map((p) => ({ ...p, params: { limit: tree === cluster ? most * 43_200 : most } }))),
      }));
      const sql = await bySql(duck, asked, made);
      for (const [i, { rule: tree, points }] of asked.entries()) {
        const compiled = compileRule(tree, ruleSchema);
        const [closures, named] = [byClosures(compiled, points, made), sql[i] as CaseReading];
        expect(essence([named]), tree.id).toEqual(essence([closures]));
        const findings = (r: CaseReading) =>
          r.answers
            .filter((a) => a.answer === 'hit')
            .map((a) => findingOf(compiled, a))
            .map((f) => ({ id: f.findingId, subject: f.subjectId, says: f.explanation.zh, amount: f.amountFen, records: f.records.length }))
            .sort((a, b) => (a.id < b.id ? -1 : 1));
        expect(findings(named), tree.id).toEqual(findings(closures));
        const seen = met.get(tree.id) as { hit: number; clear: number };
        seen.hit += closures.hit.length;
        seen.clear += closures.clear;
        // buckets alone would have missed it
        if (essence(perPerson(made).map((part) => byClosures(compiled, points, part))).hit.length < closures.hit.length) together += 1;
      }
    }),
    { numRuns: Number(process.env.HENGJIAN_RUNS ?? 60), seed: 20250101 },
  );
  expect([...met].filter(([, seen]) => seen.hit === 0 || seen.clear === 0)).toEqual([]);
  expect(together).toBeGreaterThan(20);
}, 300_000);
