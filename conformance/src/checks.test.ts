// Static checks: what they must find, what they must leave alone, and that what they prove is true of random records.
import { ruleSchema, rules } from '@hengjian/catalog';
import { ruleCheckMessages, sayIssue, ruleVocabulary as words } from '@hengjian/domain';
import {
  add,
  and,
  any,
  checkRuleDeeply,
  compile,
  compileRule,
  contains,
  contradicts,
  count,
  countKnown,
  type Expression,
  eq,
  every,
  field,
  fold,
  ge,
  gt,
  inList,
  isNull,
  le,
  literal,
  lt,
  ne,
  not,
  or,
  type Point,
  param,
  type Row,
  type RuleTree,
  readWithClosures,
  right,
  startsWith,
  subtract,
  sum,
} from '@hengjian/language';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const tree = (more: Partial<RuleTree>): RuleTree => ({
  language: 1,
  id: 'local-a',
  code: 'NC-甲',
  title: { zh: '甲', en: 'A' },
  category: '本地规则',
  certainty: 'suspect',
  grain: 'line',
  basis: [{ document: '文件' }],
  reads: 'line',
  on: field('day'),
  parameters: {},
  knowledgeParams: [],
  exemptions: [],
  key: [field('line')],
  shape: { kind: 'row', when: eq(field('sex'), 2) },
  inQuestion: { kind: 'hits' },
  money: { kind: 'amount' },
  facts: {},
  explain: { zh: '错。', en: 'Wrong.' },
  ...more,
});
const row = (when: Expression, more: Partial<RuleTree> = {}): RuleTree => tree({ ...more, shape: { kind: 'row', when } });
const limit = (standard: number, more = {}) => ({
  limit: { type: 'int' as const, title: { zh: '上限', en: 'Limit' }, unit: '次', standard, ...more },
});
const codes = (rule: RuleTree, others: RuleTree[] = []) =>
  checkRuleDeeply(rule, ruleSchema, words, others).map(({ code }) => code.replace('rule.check.', ''));
const said = (rule: RuleTree, others: RuleTree[] = []) =>
  checkRuleDeeply(rule, ruleSchema, words, others).map((issue) => sayIssue(issue as never, ruleCheckMessages, 'zh'));

test('shipped rules: nothing is said of any of them, alone or beside the others', () => {
  const all = Object.values(rules) as RuleTree[];
  expect(all.length).toBeGreaterThan(60);
  for (const rule of all) expect(said(rule, all), rule.id).toEqual([]);
});

describe('faults of form', () => {
  test('an unknown field, with its place', () => {
    const faulty = row(eq(field('sexx'), 1));
    expect(codes(faulty)).toEqual(['noField']);
    expect(said(faulty)).toEqual(['判断条件（when）：费用明细没有字段“sexx”']);
  });
  test('an unknown parameter, operator, fold, fact', () => {
    expect(codes(row(gt(field('quantity'), param('nowhere'))))).toEqual(['noParameter']);
    expect(codes(row({ op: 'magic', args: [field('sex')] }))).toEqual(['noOperator']);
    expect(codes(row(gt(fold('nowhere'), 1)))).toEqual(['noFold']);
    expect(codes(row(eq(field('sex'), 2), { explain: { zh: '{nowhere}', en: '' } }))).toEqual(['noFact']);
  });
  test('folds in a circle, and a fold of a fold', () => {
    const stream = (folds: NonNullable<Extract<RuleTree['shape'], { kind: 'sequence' }>['stream']>['folds']): RuleTree =>
      tree({ shape: { kind: 'sequence', when: gt(fold('a'), 0), stream: { key: [field('person')], order: field('occurredAt'), folds } } });
    const previous = (of: Expression) => ({ fold: 'previous', args: [of, literal(0)] });
    const circle = stream({ a: previous(fold('b')), b: previous(fold('a')) });
    expect(codes(circle).filter((code) => code === 'foldCircle')).toHaveLength(2);
    expect(said(circle).join()).toContain('a → b → a');
    expect(codes(stream({ a: previous(fold('a')) }))).toContain('foldCircle');
    expect(codes(stream({ b: previous(field('day')), a: previous(fold('b')) }))).toEqual(['foldOfFold']);
  });
  test('a condition deeper than anything can walk', () => {
    let deep: Expression = eq(field('sex'), 2);
    for (let i = 0; i < 300; i++) deep = not(deep);
    expect(codes(row(deep))).toEqual(['tooDeep']);
  });
  test('a parameter out of its range', () => {
    const when = gt(field('supplyDays'), param('limit'));
    expect(codes(row(when, { parameters: limit(5, { minimum: 1, maximum: 3 }) }))).toEqual(['parameterRange']);
    expect(codes(row(when, { parameters: limit(5, { minimum: 9, maximum: 3 }) }))).toEqual(['parameterBounds']);
    expect(codes(row(when, { parameters: limit(3, { minimum: 1, maximum: 3 }) }))).toEqual([]);
  });
});

describe('units', () => {
  const faulty: [string, Expression][] = [
    ['a day and an amount', gt(field('day'), field('amountFen'))],
    ['a day and a moment', lt(field('day'), field('begunAt'))],
    ['an amount and a quantity', gt(field('amountFen'), field('quantity'))],
    ['a price and an amount', gt(field('unitPrice'), field('amountFen'))],
    ['a day plus an amount', gt(add(field('day'), field('amountFen')), 0)],
    ['a span of days and an amount', gt(subtract(field('day'), field('birthDay')), field('amountFen'))],
    ['a person and an institution', eq(field('person'), field('provider'))],
    ['age at a moment', ge({ op: 'ageYears', args: [field('birthDay'), field('begunAt')] }, 65)],
    ['the day of a day', eq({ op: 'dayOf', args: [field('day')] }, 1)],
  ];
  test.each(faulty)('%s do not go together', (_, when) => {
    expect(codes(row(when))).toContain('unitMismatch');
  });
  const fine: [string, Expression][] = [
    ['two days', lt(field('day'), field('deathDay'))],
    ['days and a bare number', gt(subtract(field('day'), field('birthDay')), 28)],
    ['a day and days', gt(field('day'), add(field('deathDay'), 1))],
    ['two amounts', gt(field('amountFen'), field('inScopeFen'))],
    ['age in years', ge({ op: 'ageYears', args: [field('birthDay'), field('day')] }, 65)],
  ];
  test.each(fine)('%s do', (_, when) => {
    expect(codes(row(when))).toEqual([]);
  });
  test('a value that its column never has', () => {
    const faulty = row(eq(field('setting'), 'inpatinet'));
    expect(codes(faulty)).toContain('noSuchValue');
    expect(said(faulty)[0]).toContain('就医方式没有“inpatinet”这个值（只有住院、门诊、急诊、门诊慢特病、药店购药、其他）');
  });
  test('a fact written in another unit, money in none', () => {
    expect(codes(tree({ facts: { x: { value: field('amountFen'), form: 'int' } } }))).toEqual(['factUnit']);
    expect(codes(tree({ facts: { x: { value: field('day'), form: 'fen' } } }))).toEqual(['factUnit']);
    expect(codes(tree({ money: { kind: 'amount', amount: field('quantity') } }))).toEqual(['unitMismatch']);
  });
});

test('a ratio whose denominator can only be zero', () => {
  const ratio = (denominator: Expression): RuleTree => ({
    ...(rules['drug-cost-share'] as RuleTree),
    id: 'local-a',
    shape: {
      ...((rules['drug-cost-share'] as RuleTree).shape as Extract<RuleTree['shape'], { kind: 'peer' }>),
      value: { numerator: sum(field('drugFen')), denominator, form: 'ratio' },
    },
  });
  expect(codes(ratio(count(and(eq(field('sex'), 1), eq(field('sex'), 2)))))).toContain('zeroDivision');
  expect(codes(ratio(sum(field('totalFen'))))).toEqual([]);
});

describe('conditions', () => {
  const q = field('quantity');
  const never: [string, Expression][] = [
    ['above and below', and(gt(q, 5), lt(q, 3))],
    ['between two whole numbers', and(gt(q, 5), lt(q, 6))],
    ['two values of one field', and(eq(field('setting'), 'inpatient'), eq(field('setting'), 'outpatient'))],
    ['none of a closed list', and(ne(field('sex'), 1), ne(field('sex'), 2))],
    ['unknown and compared', and(isNull(q), gt(q, 1))],
    ['a count below zero', lt(subtract(q, 0), subtract(q, 0))],
    ['it and its opposite', and(startsWith(field('prescriptionNo'), 'A'), not(startsWith(field('prescriptionNo'), 'A')))],
    ['two orders of two fields', and(lt(field('day'), field('deathDay')), gt(field('day'), field('deathDay')))],
    [
      'outside a list and in it',
      and(inList(field('setting'), 'inpatient', 'emergency'), not(inList(field('setting'), 'emergency', 'inpatient'))),
    ],
    ['compared with unknown', gt(q, literal(null))],
    ['an internet visit and none', and(eq(field('internet'), true), not(field('internet')))],
  ];
  test.each(never)('%s can never hold', (_, when) => {
    expect(codes(row(when)).some((code) => code === 'neverHits')).toBe(true);
  });
  test('the same at the standard value of a parameter', () => {
    const days = field('supplyDays');
    expect(codes(row(and(gt(days, param('limit')), lt(days, 3)), { parameters: limit(5) }))).toEqual(['neverHits']);
    expect(codes(row(and(gt(days, param('limit')), lt(days, 3)), { parameters: limit(1) }))).toEqual([]);
  });
  test('a count is never below zero', () => {
    const group = tree({ key: [field('person')], shape: { kind: 'group', when: lt(count(), 0) } });
    expect(codes(group)).toEqual(['neverHits']);
  });
  test('what the population leaves out', () => {
    const rule = row(eq(field('setting'), 'outpatient'), { where: eq(field('setting'), 'inpatient') });
    expect(codes(rule)).toEqual(['neverHitsInScope']);
    expect(said(rule)).toEqual(['在检查范围之内，判断条件永远不能成立：就医方式为门诊']);
  });
  test('a population that takes nobody, exemptions that leave nobody', () => {
    expect(codes(row(gt(q, 1), { where: and(eq(field('sex'), 1), eq(field('sex'), 2)) }))).toEqual(['neverTakesPart']);
    const exempt = (when: Expression) => [{ id: 'x', title: { zh: '豁免', en: 'x' }, acts: 'population' as const, when }];
    expect(codes(row(gt(q, 1), { where: eq(field('sex'), 1), exemptions: exempt(eq(field('sex'), 1)) }))).toEqual(['allExempt']);
    expect(codes(row(gt(q, 1), { exemptions: exempt(and(eq(field('sex'), 1), eq(field('sex'), 2))) }))).toEqual(['neverExempt']);
  });
  test('what always holds', () => {
    expect(codes(row(or(ge(q, 5), lt(q, 5))))).toEqual(['alwaysHits']);
    expect(codes(row(inList(field('sex'), 1, 2)))).toEqual(['alwaysHits']);
    expect(codes(row(eq(field('setting'), 'inpatient'), { where: eq(field('setting'), 'inpatient') }))).toEqual(['alwaysHits']);
    expect(codes(row(or(ge(q, 5), lt(q, 4))))).toEqual([]);
  });
  test('one alternative of several', () => {
    expect(codes(row(or(gt(q, 5), and(eq(field('sex'), 1), eq(field('sex'), 2)))))).toEqual(['partNever']);
  });
});

describe('two rules', () => {
  const other = (rule: RuleTree): RuleTree => ({ ...rule, id: 'local-b', code: 'NC-乙', title: { zh: '乙', en: 'B' } });
  const q = field('quantity');
  test('the same, inside, around', () => {
    const strict = row(and(gt(q, 50_000), eq(field('setting'), 'inpatient')));
    const wide = other(row(gt(q, 30_000)));
    expect(codes(strict, [wide])).toEqual(['containedIn']);
    expect(codes(wide, [strict])).toEqual(['containsRule']);
    expect(codes(strict, [other(strict)])).toEqual(['sameRule']);
    expect(codes(strict, [other(row(gt(q, 60_000)))])).toEqual([]);
    expect(said(strict, [wide])).toEqual(['本规则的疑点，在用规则“乙”都会报：本规则被它包含']);
  });
  test('thresholds count at their standard values', () => {
    const above = (n: number) => row(gt(field('supplyDays'), param('limit')), { parameters: limit(n) });
    expect(codes(above(30), [other(above(14))])).toEqual(['containedIn']);
    expect(codes(above(14), [other(above(30))])).toEqual(['containsRule']);
  });
  test('an exemption of the other may leave out what this one reports', () => {
    const exempt = [{ id: 'x', title: { zh: '急诊', en: 'x' }, acts: 'population' as const, when: eq(field('setting'), 'emergency') }];
    expect(codes(row(gt(q, 5)), [other(row(gt(q, 3), { exemptions: exempt }))])).toEqual([]);
    expect(codes(row(and(gt(q, 5), eq(field('setting'), 'inpatient'))), [other(row(gt(q, 3), { exemptions: exempt }))])).toEqual([
      'containedIn',
    ]);
  });
  test('groups of one population and key', () => {
    const group = (n: number, key: Expression[], where?: Expression) =>
      tree({ key, ...(where && { where }), grain: 'person', shape: { kind: 'group', when: or(gt(countKnown(), n), gt(count(), n)) } });
    const day = [field('person'), field('day')];
    expect(codes(group(5, day), [other(group(3, day))])).toEqual(['containedIn']);
    expect(codes(group(5, day), [other(group(3, [field('person')]))])).toEqual([]);
    expect(codes(group(5, day, eq(field('sex'), 1)), [other(group(3, day))])).toEqual([]);
  });
  test('one sex demanded and forbidden', () => {
    const onlyMen = row(ne(field('sex'), 1), { where: eq(field('kind'), 'drug') });
    const onlyWomen = other(row(ne(field('sex'), 2), { where: eq(field('kind'), 'drug') }));
    expect(codes(onlyMen, [onlyWomen])).toEqual(['contradicts']);
    expect(said(onlyMen, [onlyWomen])).toEqual(['与在用规则“乙”矛盾：同一条记录不可能同时合乎两条规则']);
    const herbs = other(row(ne(field('sex'), 2), { where: eq(field('kind'), 'herb') }));
    expect(codes(onlyMen, [herbs])).toEqual([]);
  });
  test('a record demanded and forbidden beside another', () => {
    const pair = (want: 'present' | 'absent', on: Expression): RuleTree =>
      tree({ shape: { kind: 'pair', want, right: { reads: 'diagnosis' }, link: [[field('encounter'), field('encounter')]], on } });
    const must = pair('absent', startsWith(right('code'), 'Z51'));
    expect(codes(must, [other(pair('present', startsWith(right('code'), 'Z51')))])).toEqual(['contradicts']);
    expect(codes(must, [other(pair('present', startsWith(right('code'), 'Z49')))])).toEqual([]);
    expect(codes(must, [other(pair('absent', startsWith(right('code'), 'Z51')))])).toEqual(['sameRule']);
  });
});

// What is proven must be true: random rules over few values, random records full of unknowns.
const maybe = <T>(...values: T[]) => fc.constantFrom<T | null>(...values, null);
const records = fc.array(
  fc.record({
    quantity: maybe(0, 1, 2, 3, 4, 5),
    sex: maybe(1, 2),
    setting: maybe('inpatient', 'outpatient', 'emergency'),
    internet: maybe(true, false),
    day: maybe(1, 2),
    deathDay: maybe(1, 2),
  }),
  { minLength: 1, maxLength: 12 },
);
const leaf: fc.Arbitrary<Expression> = fc.oneof(
  fc.tuple(fc.constantFrom(gt, ge, lt, le, eq, ne), fc.integer({ min: 0, max: 5 })).map(([op, n]) => op(field('quantity'), n)),
  fc.tuple(fc.constantFrom(eq, ne), fc.constantFrom(1, 2)).map(([op, n]) => op(field('sex'), n)),
  fc.subarray(['inpatient', 'outpatient', 'emergency', 'chronic'], { minLength: 1 }).map((list) => inList(field('setting'), ...list)),
  fc.constantFrom<Expression>(field('internet'), isNull(field('quantity')), isNull(field('sex')), literal(true)),
  fc.constantFrom(lt, le, eq, gt).map((op) => op(field('day'), field('deathDay'))),
);
const expression: fc.Arbitrary<Expression> = fc.letrec<{ e: Expression }>((tie) => ({
  e: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('e'), { minLength: 2, maxLength: 3 }).map((args): Expression => ({ op: 'and', args })),
    fc.array(tie('e'), { minLength: 2, maxLength: 3 }).map((args): Expression => ({ op: 'or', args })),
    tie('e').map((e) => not(e)),
    fc.tuple(tie('e'), tie('e'), tie('e')).map((args): Expression => ({ op: 'choose', args })),
  ),
})).e;

const rowsOf = (list: { [column: string]: unknown }[]): Row[] =>
  list.map(
    (one, i) =>
      ({
        ...one,
        line: i + 1,
        lineNo: `L${i}`,
        encounterNo: 'E1',
        encounter: 1,
        person: 1 + (i % 2),
        itemCode: 'A',
        settledDay: 1,
        occurredAt: i,
      }) as unknown as Row,
  );
const alone: Point[] = [
  { index: 0, pointId: '', lineage: '', subject: '', constraint: '', basis: '', from: -9e6, to: 9e6, codes: {}, params: {} },
];
const onDay = { on: literal(1) };
const hitsOf = (rule: RuleTree, list: Row[]) => {
  const answers = readWithClosures(compileRule(rule, ruleSchema), alone, { line: list });
  const named = (which: string) => answers.filter((a) => a.answer === which).map((a) => JSON.stringify(a.key));
  return { hit: named('hit'), clear: named('clear'), notEvaluated: named('notEvaluated') };
};

test('property: a condition said never to hold hits no record, one said always to hold clears none', () => {
  let [nevers, alwayses] = [0, 0];
  fc.assert(
    fc.property(expression, expression, records, (where, when, list) => {
      const rule = row(when, { where, ...onDay });
      const found = codes(rule);
      const read = hitsOf(rule, rowsOf(list));
      if (found.some((code) => /^never(Hits|TakesPart)/.test(code))) {
        nevers += 1;
        expect(read.hit).toEqual([]);
      }
      if (found.includes('alwaysHits')) {
        alwayses += 1;
        // of those that certainly take part
        const inside = rowsOf(list).filter((record) => compile(where)({ record, point: alone[0] as Point }) === true);
        const keys = inside.map((record) => JSON.stringify([record.line]));
        expect(read.clear.filter((key) => keys.includes(key))).toEqual([]);
      }
    }),
    { numRuns: 4000, seed: 3 },
  );
  expect(nevers).toBeGreaterThan(100);
  expect(alwayses).toBeGreaterThan(20);
});

test('property: what a contained rule hits, its container hits; of two that contradict nobody keeps both', () => {
  let [contained, against] = [0, 0];
  const asked = fc.oneof(
    expression.map((when): RuleTree['shape'] => ({ kind: 'row', when })),
    fc
      .tuple(expression, fc.integer({ min: 0, max: 2 }))
      .map(([of, n]): RuleTree['shape'] => ({ kind: 'group', when: or(gt(countKnown(of), n), gt(count(of), n)) })),
    expression.map((of): RuleTree['shape'] => ({ kind: 'group', when: or(every(of), any(of), gt(sum(field('quantity')), 5)) })),
  );
  fc.assert(
    fc.property(asked, asked, expression, fc.constantFrom('free', 'wider', 'against'), records, (first, second, where, mode, list) => {
      const key = [field(first.kind === 'row' ? 'line' : 'person')];
      const a = tree({ ...onDay, key, shape: first, where });
      // often a variation of the same rule, so that containment comes about
      const shape: RuleTree['shape'] =
        mode !== 'free' && first.kind === 'row' && second.kind === 'row'
          ? { kind: 'row', when: or(mode === 'wider' ? first.when : not(first.when), second.when) }
          : second;
      const b = tree({ ...onDay, id: 'local-b', key: [field(shape.kind === 'row' ? 'line' : 'person')], shape, where });
      const data = rowsOf(list);
      if (contains(a, b, words)) {
        contained += 1;
        const [x, y] = [hitsOf(a, data), hitsOf(b, data)];
        for (const key of x.hit) expect(y.hit).toContain(key);
      }
      if (contradicts(a, b, words)) {
        against += 1;
        const [x, y] = [hitsOf(a, data), hitsOf(b, data)];
        expect(x.clear.filter((key) => y.clear.includes(key))).toEqual([]);
      }
    }),
    { numRuns: 6000, seed: 5 },
  );
  expect(contained).toBeGreaterThan(100);
  expect(against).toBeGreaterThan(20);
});
