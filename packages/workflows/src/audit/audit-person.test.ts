// A deadline between two rules: what was decided stays, the rest is named.
import { ruleSchema, rules } from '@hengjian/catalog';
import { compileRule, indexPoints, type Point, type RuleTree } from '@hengjian/language';
import { expect, test } from 'vitest';
import { openAuditBook } from './audit-book.ts';
import { audit } from './audit-person.ts';

const point = (subject: string): Omit<Point, 'index'> => ({
  pointId: subject,
  lineage: subject,
  subject,
  constraint: '限女性',
  basis: '说明书',
  from: 0,
  to: 99_999,
  codes: { code: ['X1'] },
  params: { sex: 2, maxAge: 10, minAge: 0, unit: 'year' },
});
const line = (no: string) => ({
  encounterNo: 'E1',
  encounter: 'E1',
  line: `E1:${no}`,
  lineNo: no,
  person: 'P1',
  personNo: 'P1',
  item: 'X1',
  itemCode: 'X1',
  kind: 'drug',
  sex: 1,
  birthDay: 0,
  day: 20_000,
  settledDay: 20_000,
  occurredAt: 20_000 * 86_400,
  amountFen: 100,
  current: true,
});
const live = [rules['drug-sex'], rules['drug-child']] as unknown as RuleTree[];
const book = () =>
  openAuditBook({
    rules: { live: async () => live.map((rule) => ({ rule, edition: 1, parameters: [] })) },
    knowledge: { points: async (keys) => new Map(keys.map((key) => [key, [point('药')]])) },
  });

test('without a deadline every rule is decided, once its time is over none', async () => {
  const records = {
    personNo: 'P1',
    encounterNo: 'E1',
    tables: { line: [line('1')], encounter: [], diagnosis: [], operation: [], settlement: [] },
  };
  const opened = await book();
  const all = audit(opened, records);
  expect(all.undecided).toEqual([]);
  expect(all.hits.map(({ rule }) => rule.compiled.rule.id)).toContain('drug-sex');
  expect(audit(opened, records, { timeIsOver: () => true })).toMatchObject({ hits: [], undecided: [expect.anything(), expect.anything()] });
  let asked = 0;
  const half = audit(opened, records, { timeIsOver: () => asked++ > 0 });
  expect(half.undecided).toHaveLength(1);
});

test('earlier orders are context: alone they remind nobody', async () => {
  const past = { ...line('1'), current: false };
  const records = {
    personNo: 'P1',
    encounterNo: 'E1',
    tables: { line: [past], encounter: [], diagnosis: [], operation: [], settlement: [] },
  };
  expect(audit(await book(), records)).toEqual({ hits: [], undecided: [], exempted: {} });
});

test('one lookup of a code finds what each rule finds by itself', async () => {
  const opened = await book();
  for (const { compiled, points } of opened.rules) {
    const own = indexPoints(compileRule(compiled.rule, ruleSchema), [{ ...point('药'), index: 0 }]);
    const found: string[] = [];
    opened.concerned.get('line')?.each(line('1'), (rule, rows) => {
      if (rule.compiled.rule.id === compiled.rule.id) found.push(...rows.map(({ pointId }) => pointId));
    });
    expect(found).toEqual(own.find('X1').map(({ pointId }) => pointId));
    expect(points.find('X1')).toHaveLength(1);
  }
});
