// What the composer makes: well-formed trees that are read back into the same form, and that both readers decide alike.
import { ruleSchema, rules } from '@hengjian/catalog';
import { ruleVocabulary as words } from '@hengjian/domain';
import {
  type Comparison,
  type ComposerTable,
  type ConditionGroup,
  checkRule,
  compileRule,
  compose,
  composerFacts,
  formOf,
  hasCodes,
  listRow,
  noCondition,
  noItems,
  proposeCases,
  proposedExplanation,
  type RuleForm,
  type RuleTree,
  type ShapeForm,
  sentenceOf,
} from '@hengjian/language';
import { openCaseEngine } from '@hengjian/store/rule/case-readers.ts';
import { byClosures, type CaseEngine, findingOf, pointsOf, type RuleCase, worldOf } from '@hengjian/workflows';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';

let engine: CaseEngine;
beforeAll(async () => {
  engine = await openCaseEngine();
});
afterAll(() => engine.close());

const both = (zh: string) => ({ zh, en: 'a rule' });
const pick = <T>(...values: T[]) => fc.constantFrom(...values);
const tables = pick<ComposerTable>('line', 'encounter', 'settlement', 'diagnosis', 'operation');

/** Comparisons that make sense for every table that has the column. */
const comparisonOn = (table: ComposerTable, of?: 'right'): fc.Arbitrary<Comparison> => {
  const c = (field: string, compare: Comparison['compare'], to: Comparison['to']): Comparison => ({
    kind: 'compare',
    field,
    ...(of && { of }),
    compare,
    to,
  });
  const values = (...v: (number | string | boolean)[]): Comparison['to'] => ({ kind: 'values', values: v });
  const common = [
    c('sex', 'eq', values(1)),
    c('sex', 'ne', values(2)),
    c('setting', 'in', values('outpatient', 'emergency')),
    c('setting', 'eq', values('inpatient')),
    c('insurance', 'notIn', values('injury', 'maternity')),
    c('level', 'ge', values(2)),
    c('internet', 'eq', values(true)),
    c('deathDay', 'unknown', values()),
    c('birthDay', 'known', values()),
    ...(of ? [] : [c('age', 'lt', { kind: 'threshold', name: 'limit' }), c('age', 'ge', values(65))]),
  ];
  const own: { readonly [t in ComposerTable]: Comparison[] } = {
    line: [
      c('quantity', 'gt', { kind: 'threshold', name: 'limit' }),
      c('amountFen', 'ge', { kind: 'threshold', name: 'money' }),
      c('unitPrice', 'gt', { kind: 'threshold', name: 'money' }),
      c('kind', 'eq', values('service')),
      c('supplyDays', 'le', { kind: 'threshold', name: 'limit' }),
    ],
    encounter: [
      c('stayDays', 'gt', { kind: 'threshold', name: 'limit' }),
      c('totalFen', 'gt', { kind: 'threshold', name: 'money' }),
      c('mainDiagnosis', 'startsWith', values('Z51')),
    ],
    settlement: [c('totalFen', 'ge', { kind: 'threshold', name: 'money' })],
    diagnosis: [c('code', 'startsWith', values('A00')), c('main', 'eq', values(true))],
    operation: [c('code', 'startsWith', values('38')), c('main', 'eq', values(false))],
  };
  return pick(...common, ...own[table]);
};

const groupOn = (table: ComposerTable, least: number, of?: 'right'): fc.Arbitrary<ConditionGroup> => {
  const leaf = comparisonOn(table, of);
  const inner = fc.record({
    kind: fc.constant('group' as const),
    join: pick('and', 'or'),
    parts: fc.uniqueArray(leaf, { minLength: 2, maxLength: 3, selector: (x) => JSON.stringify(x) }),
  });
  return fc
    .record({
      join: pick<'and' | 'or'>('and', 'or'),
      parts: fc.uniqueArray(fc.oneof({ weight: 3, arbitrary: leaf }, { weight: 1, arbitrary: inner }), {
        minLength: least,
        maxLength: 3,
        selector: (x) => JSON.stringify(x),
      }),
    })
    .map(({ join, parts }): ConditionGroup => {
      // one part alone needs no joining, and a group in a group of one is that group
      const [only] = parts;
      if (parts.length === 1 && only?.kind === 'group') return only as ConditionGroup;
      return { kind: 'group', join: parts.length < 2 ? 'and' : join, parts: parts as ConditionGroup['parts'] };
    });
};

const shapeOn = (table: ComposerTable): fc.Arbitrary<ShapeForm> =>
  fc.oneof(
    groupOn(table, 1).map((when): ShapeForm => ({ kind: 'row', when })),
    fc.record({
      kind: fc.constant('total' as const),
      measure: pick(...composerFacts[table].measures),
      compare: pick<'gt' | 'ge'>('gt', 'ge'),
      threshold: fc.constant('limit'),
      window: pick('day', 'encounter', 'month', 'year', 'ever'),
      sameProvider: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant('together' as const),
      want: pick<'present' | 'absent'>('present', 'absent'),
      other: pick<ComposerTable>('line', 'diagnosis', 'encounter'),
      otherItems: fc.constant(noItems),
      scope: pick('encounter', 'day', 'person'),
      on: fc.constant(noCondition),
    }),
    table === 'line' || table === 'encounter'
      ? fc.record({
          kind: fc.constant('gap' as const),
          since: pick('lastPaid', 'previous'),
          threshold: fc.constant('limit'),
          sameProvider: fc.boolean(),
        })
      : fc.constant<ShapeForm>({
          kind: 'row',
          when: {
            kind: 'group',
            join: 'and',
            parts: [{ kind: 'compare', field: 'sex', compare: 'eq', to: { kind: 'values', values: [1] } }],
          },
        }),
  ) as fc.Arbitrary<ShapeForm>;

const forms: fc.Arbitrary<RuleForm> = tables.chain((reads) =>
  fc
    .record({
      population: groupOn(reads, 0),
      shape: shapeOn(reads),
      certainty: pick<'clear' | 'suspect'>('clear', 'suspect'),
      limit: fc.integer({ min: 1, max: 3 }),
      listed: fc.boolean(),
      money: pick<'whole' | 'excess'>('whole', 'excess'),
      exempt: groupOn(reads, 1),
      exempts: fc.boolean(),
    })
    .map(({ population, shape, certainty, limit, listed, money, exempt, exempts }): RuleForm => {
      const list = listed && hasCodes(reads) ? { name: '推拿', items: [{ code: reads === 'line' ? 'A' : 'A00', name: '推拿' }] } : noItems;
      const other =
        shape.kind === 'together' && shape.other === 'line' && reads === 'line' && list.items.length > 0
          ? { ...shape, otherItems: { name: '针灸', items: [{ code: 'B', name: '针灸' }] } }
          : shape;
      const above = money === 'excess' && other.kind === 'total' && (other.measure === 'quantity' || other.measure === 'amount');
      const form: RuleForm = {
        id: 'local-test',
        title: both('测试规则'),
        category: '本地规则',
        certainty,
        basis: [{ document: '本地文件' }],
        reads,
        list,
        population,
        shape: other,
        thresholds: [
          {
            name: 'limit',
            title: both('上限'),
            unit: other.kind === 'total' && other.measure === 'amount' ? '元' : other.kind === 'gap' ? '天' : '次',
            standard: limit,
          },
          { name: 'money', title: both('金额上限'), unit: '元', standard: 10, minimum: 0 },
        ],
        exemptions: exempts ? [{ id: 'x1', title: both('豁免'), acts: 'population', when: exempt }] : [],
        money: above ? 'excess' : 'whole',
        explain: both(''),
      };
      return { ...form, explain: proposedExplanation(form, words) };
    }),
);

test('every form is a well-formed rule with a readable sentence, and is read back as it was', () => {
  const shapes = new Set<string>();
  fc.assert(
    fc.property(forms, (form) => {
      const tree = compose(form, words);
      shapes.add(tree.shape.kind);
      expect(checkRule(tree, ruleSchema)).toEqual([]);
      expect(sentenceOf(tree, words, 'zh').replace(/“[A-Z0-9]+”/g, '')).not.toMatch(/[A-Za-z]/);
      const stored = JSON.parse(JSON.stringify(tree)) as RuleTree;
      const lists = { list: form.list, otherItems: form.shape.kind === 'together' ? form.shape.otherItems : noItems };
      expect(formOf(stored, lists, words)).toEqual(form);
    }),
    { numRuns: 600, seed: 7 },
  );
  expect([...shapes].sort()).toEqual(['group', 'pair', 'row', 'sequence']);
});

test('both readers decide the proposed cases of composed rules alike, and say why without gaps', async () => {
  const answers = { hit: 0, clear: 0, notEvaluated: 0 };
  const sampled = fc.sample(forms, { numRuns: 36, seed: 11 });
  for (const form of sampled) {
    const tree = compose(form, words);
    const compiled = compileRule(tree, ruleSchema);
    const row = listRow(form);
    const knowledge = row ? [{ id: row.id, subject: row.subject, codes: { code: row.codes, counter: row.counterCodes } }] : [];
    for (const proposed of proposeCases(form, words)) {
      const one = { ...proposed, kind: 'edge', expect: {} } as RuleCase;
      const points = pointsOf(tree, { knowledge, cases: [] } as never, one);
      const world = worldOf(one);
      const closures = byClosures(compiled, points, world);
      const [sql] = await engine.read([{ rule: tree, points }], world);
      const seen = (r: typeof closures | undefined) => ({ hit: r?.hit, clear: r?.clear, notEvaluated: r?.notEvaluated });
      expect(seen(sql), `${JSON.stringify(form.shape)} ${proposed.name}`).toEqual(seen(closures));
      answers.hit += closures.hit.length;
      answers.clear += closures.clear;
      answers.notEvaluated += closures.notEvaluated.length;
      for (const answer of closures.answers)
        if (answer.answer === 'hit')
          expect(findingOf(compiled, answer).explanation.zh, JSON.stringify(form.explain)).not.toMatch(/未知|[{}[\]]/);
    }
  }
  // the proposals reach every answer
  for (const n of Object.values(answers)) expect(n).toBeGreaterThan(10);
});

test('a rule that the composer did not make is not guessed at', () => {
  const lists = { list: { name: '', items: [{ code: 'A', name: 'A' }] }, otherItems: noItems };
  const read = (Object.values(rules) as RuleTree[]).filter((rule) => formOf(rule, lists, words));
  // an officer could have made this one: a list and one comparison
  expect(read.map(({ id }) => id)).toEqual(['internet-drug']);
});
