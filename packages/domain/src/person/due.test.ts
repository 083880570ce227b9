// What is due, on calendars worked out by hand.
import { expect, test } from 'vitest';
import { approvalsOf, followUpsOf, refillsOf, type Supply } from './due.ts';

const got = (day: number, supplyDays: number | null, more: Partial<Supply> = {}): Supply => ({
  itemCode: 'X1',
  day,
  supplyDays,
  chronic: true,
  ...more,
});

test('what is left of a supply is added to the next, a gap is not', () => {
  // 30 days from day 10 reach day 39; fetched on 35, 30 more reach 69; fetched on 80 after the gap, 30 more reach 109
  expect(refillsOf([got(35, 30), got(10, 30)], 40, 7)).toEqual([{ itemCode: 'X1', lastDay: 35, untilDay: 69, state: 'fine' }]);
  expect(refillsOf([got(10, 30), got(35, 30), got(80, 30)], 80, 7)[0]?.untilDay).toBe(109);
});

test('seven days before the end is soon, the day after it is over, 90 days later nobody is reminded', () => {
  const state = (asOf: number) => refillsOf([got(10, 30)], asOf, 7).map((one) => one.state);
  expect([32, 33, 39, 40, 129, 130].map(state)).toEqual([['fine'], ['soon'], ['soon'], ['over'], ['over'], []]);
});

test('three days of an antibiotic are no drug taken for long, nor is a supply whose days nobody states', () => {
  const once = { chronic: false };
  expect(refillsOf([got(10, 3, once), got(20, 3, once)], 21, 7)).toEqual([]);
  expect(refillsOf([got(10, 30, once)], 21, 7)).toEqual([]);
  expect(refillsOf([got(10, 30, once), got(40, 30, once)], 41, 7)).toHaveLength(1);
  expect(refillsOf([got(10, null)], 21, 7)).toEqual([]);
});

test('a visit is due so many days after the last one of the disease; visits without a disease ask for none', () => {
  const visits = [
    { diseaseCode: 'M03900', day: 100 },
    { diseaseCode: 'M03900', day: 40 },
    { diseaseCode: 'M01600', day: 20 },
    { diseaseCode: null, day: 10 },
  ];
  expect(followUpsOf(visits, 120, { every: 90, notice: 14 })).toEqual([
    { diseaseCode: 'M01600', lastDay: 20, dueDay: 110, state: 'over' },
    { diseaseCode: 'M03900', lastDay: 100, dueDay: 190, state: 'fine' },
  ]);
});

test('an approval that another follows ends quietly; one that ended without another is told for 90 days', () => {
  const of = (diseaseCode: string, validFrom: number, validTo: number | null) => ({ diseaseCode, validFrom, validTo, quotaFen: null });
  const said = (asOf: number, ...approvals: ReturnType<typeof of>[]) =>
    approvalsOf(approvals, asOf, 30).map(({ validTo, due }) => [validTo, due]);
  expect(said(100, of('M03900', 1, 110))).toEqual([[110, 'soon']]);
  expect(said(80, of('M03900', 1, 110))).toEqual([[110, 'fine']]);
  expect(said(111, of('M03900', 1, 110))).toEqual([[110, 'over']]);
  expect(said(201, of('M03900', 1, 110))).toEqual([]);
  expect(said(100, of('M03900', 1, 110), of('M03900', 111, 400))).toEqual([
    [110, 'fine'],
    [400, 'fine'],
  ]);
  expect(said(120, of('M03900', 1, 110), of('M03900', 111, null), of('M01600', 1, 119))).toEqual([
    [null, null],
    [119, 'over'],
  ]);
});
