import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Reminder } from './audit-person.ts';
import { linesInQuestion, reminderKeys, wasAnswered, worthReading } from './worth-reading.ts';

const reminder = (
  id: string,
  { certainty = 'clear' as Reminder['certainty'], amountFen = 100, sentence = `s${id}`, lines = [id], ruleId = 'r' } = {},
): Reminder =>
  ({
    ruleCode: ruleId,
    title: ruleId,
    certainty,
    edition: 1,
    basis: '',
    finding: {
      findingId: id,
      ruleId,
      lineage: 'k',
      amountFen,
      explanation: { zh: sentence, en: sentence, facts: {} },
      records: (lines.length > 0 ? lines : [null]).map((lineNo) => ({
        role: 'inQuestion',
        personNo: 'P',
        encounterNo: 'M',
        lineNo,
        amountFen,
      })),
    },
  }) as unknown as Reminder;

test('certain before suspected, then what is worth most, at most so many', () => {
  const all = [
    reminder('a', { certainty: 'suspect', amountFen: 900 }),
    reminder('b', { amountFen: 10 }),
    reminder('c', { amountFen: 20 }),
    reminder('d', { certainty: 'suspect', amountFen: 5 }),
  ];
  const ids = (most: number) => worthReading(all, most).map(({ finding }) => finding.findingId);
  expect(ids(9)).toEqual(['c', 'b', 'a', 'd']);
  expect(ids(2)).toEqual(['c', 'b']);
});

test('put together, two small ones may weigh more than a large one; sharing a line they stay apart', () => {
  const said = worthReading(
    [reminder('a', { amountFen: 60, sentence: 's' }), reminder('b', { amountFen: 60, sentence: 's' }), reminder('c')],
    9,
  );
  expect(said.map(({ finding }) => [finding.findingId, finding.amountFen])).toEqual([
    ['a', 120],
    ['c', 100],
  ]);
  const sharing = [reminder('a', { sentence: 's', lines: ['1', '2'] }), reminder('b', { sentence: 's', lines: ['2', '3'] })];
  expect(worthReading(sharing, 9)).toHaveLength(2);
});

test('nothing is lost and nothing is counted twice, whatever is put together', () => {
  const one = fc.record({
    certainty: fc.constantFrom('clear' as const, 'suspect' as const),
    amountFen: fc.nat(50),
    sentence: fc.constantFrom('s', 't'),
    ruleId: fc.constantFrom('r', 'q'),
    lines: fc.uniqueArray(fc.constantFrom('1', '2', '3', '4'), { maxLength: 3 }),
  });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 12 }), (rows) => {
      const all = rows.map((row, i) => reminder(String(i), row));
      const said = worthReading(all, 100);
      const total = (list: readonly Reminder[]) => list.reduce((sum, { finding }) => sum + finding.amountFen, 0);
      expect(total(said)).toBe(total(all));
      const lines = (list: readonly Reminder[]) =>
        list.flatMap((r) => linesInQuestion(r).map((line) => `${r.finding.ruleId}${line}`)).sort();
      expect(lines(said)).toEqual(lines(all));
      for (const r of said) expect(new Set(linesInQuestion(r)).size).toBe(linesInQuestion(r).length);
    }),
  );
});

test('answered only when every order of it was', () => {
  const both = reminder('a', { lines: ['1', '2'] });
  expect(wasAnswered(both, new Set(reminderKeys('r', 'k', 'P', ['1'])))).toBe(false);
  expect(wasAnswered(both, new Set(reminderKeys('r', 'k', 'P', ['1', '2'])))).toBe(true);
  expect(wasAnswered(both, new Set(reminderKeys('r', 'other', 'P', ['1', '2'])))).toBe(false);
  expect(wasAnswered(both, new Set(reminderKeys('r', 'k', 'Q', ['1', '2'])))).toBe(false);
  expect(wasAnswered(reminder('b', { lines: [] }), new Set(reminderKeys('r', 'k', 'P', [])))).toBe(true);
});
