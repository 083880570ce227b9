import { expect, test } from 'vitest';
import { planChanged } from './changed.ts';
import type { Mark, ReviewRule } from './ports.ts';

const live = (id: string) => ({ rule: { id } }) as ReviewRule;
const rules = ['alone', 'beyond'].map(live);
const signatures = new Map([
  ['alone', 'a'],
  ['beyond', 'b'],
]);
const mark = (ruleId: string, given: Partial<Mark> = {}): Mark => ({
  ruleId,
  signature: signatures.get(ruleId) as string,
  lakeVersion: 3,
  from: 1,
  to: 10,
  ...given,
});
/** What is planned for days 1 to 10 where nobody's records changed since version 3. */
const planned = (marks: readonly Mark[]) => {
  const plan = planChanged(
    rules,
    signatures,
    marks,
    { from: 1, to: 10 },
    ({ rule }) => rule.id === 'beyond',
    (_, version) => version >= 3,
  );
  const ids = (all: readonly ReviewRule[]) => all.map(({ rule }) => rule.id);
  return { whole: ids(plan.whole), narrowed: ids(plan.narrowed), standing: ids(plan.standing), narrowing: plan.narrowing };
};
const untouched = { sinceVersion: 3, settledWithin: [] };

test('a rule that looks beyond one person is left alone only where its marks have seen every record and every day', () => {
  expect(planned([mark('alone'), mark('beyond')])).toEqual({ whole: [], narrowed: ['alone'], standing: ['beyond'], narrowing: untouched });
  const redone = { whole: ['beyond'], narrowed: ['alone'], standing: [], narrowing: untouched };
  expect(planned([mark('alone')])).toEqual(redone);
  expect(planned([mark('alone'), mark('beyond', { lakeVersion: 2 })])).toEqual(redone);
  expect(planned([mark('alone'), mark('beyond', { signature: 'other' })])).toEqual(redone);
  expect(planned([mark('alone'), mark('beyond', { to: 9 })])).toEqual(redone);
  // one of two stretches was seen before something changed
  expect(planned([mark('alone'), mark('beyond', { to: 4, lakeVersion: 2 }), mark('beyond', { from: 5 })])).toEqual(redone);
  expect(planned([mark('alone'), mark('beyond', { to: 4 }), mark('beyond', { from: 5 })]).standing).toEqual(['beyond']);
});

test('a rule about one person reads whose records changed since its oldest mark, and who was settled on days without one', () => {
  const { narrowed, narrowing } = planned([mark('alone', { from: 3, to: 6 }), mark('alone', { from: 9, lakeVersion: 2 })]);
  expect(narrowed).toEqual(['alone']);
  expect(narrowing).toEqual({
    sinceVersion: 2,
    settledWithin: [
      { from: 1, to: 2 },
      { from: 7, to: 8 },
    ],
  });
});
