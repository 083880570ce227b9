// What points do to the right, worked out by hand from 医保发〔2024〕23号: nine suspend (one to six months), twelve end it for a year,
// twelve at once for three years; the natural year begins anew.
import { expect, test } from 'vitest';
import { formatDay, parseDay } from '../time.ts';
import { type PointRecord, recounted } from './points.ts';
import { monthsLater, pointsOn, type StandingRules, standingOn, stoppedPeriods } from './standing.ts';

const day = (text: string) => parseDay(text) as number;
const rules: StandingRules = {
  suspendAt: 9,
  endAt: 12,
  suspendMonths: (points) => (points >= 11 ? 6 : points === 10 ? 3 : 1),
  endedMonths: 12,
  endedAtOnceMonths: 36,
};
let no = 0;
const record = (effective: string, points: number, more: Partial<PointRecord> = {}): PointRecord => ({
  pointId: `JF${++no}`,
  practitionerNo: 'D1',
  providerNo: 'H1',
  behaviour: 'B01',
  responsibility: 'main',
  points,
  counted: points,
  decisionKind: 'agreement',
  decisionRef: '1',
  decidedOn: 0,
  conduct: [],
  occurredOn: 0,
  facts: '',
  state: 'effective',
  proposedBy: '甲',
  proposedOn: 0,
  noticeOn: 0,
  dueDay: null,
  objection: null,
  effectiveOn: day(effective),
  revokedOn: null,
  repairs: [],
  ...more,
});
const said = (records: PointRecord[], returned: string[] = []) =>
  stoppedPeriods(records, () => rules, returned.map(day)).map(
    ({ state, from, to, returnFrom }) =>
      `${state} ${formatDay(from)} ${to === null ? '…' : formatDay(to)}${returnFrom === null ? '' : ` ${formatDay(returnFrom)}`}`,
  );

test.each([
  ['eight are not enough', [record('2026-03-01', 5), record('2026-04-01', 3)], []],
  [
    'nine: one month, the last day is the day before the same date',
    [record('2026-03-01', 6), record('2026-04-15', 3)],
    ['suspended 2026-04-15 2026-05-14'],
  ],
  ['ten and eleven suspend for longer', [record('2026-03-01', 10)], ['suspended 2026-03-01 2026-05-31']],
  ['eleven', [record('2026-08-31', 11)], ['suspended 2026-08-31 2027-02-27']],
  ['the year begins anew', [record('2025-12-31', 8), record('2026-01-01', 8)], []],
  ['a suspension runs on into the next year', [record('2026-12-15', 9)], ['suspended 2026-12-15 2027-01-14']],
  [
    'twelve together end it, not before a year',
    [record('2026-03-01', 9), record('2026-03-10', 3)],
    ['suspended 2026-03-01 2026-03-09', 'ended 2026-03-10 … 2027-03-10'],
  ],
  ['twelve at once: three years', [record('2026-03-01', 12)], ['ended 2026-03-01 … 2029-03-01']],
  [
    'more while suspended lengthens it',
    [record('2026-03-01', 9), record('2026-03-20', 2)],
    ['suspended 2026-03-01 2026-03-19', 'suspended 2026-03-20 2026-09-19'],
  ],
  ['revoked points never were', [record('2026-03-01', 9, { state: 'revoked' }), record('2026-04-01', 3)], []],
  ['points not yet effective do not count', [record('2026-03-01', 9, { state: 'appealed', effectiveOn: null })], []],
  ['of two on one day both count', [record('2026-03-01', 5), record('2026-03-01', 4)], ['suspended 2026-03-01 2026-03-31']],
  [
    'repaired below nine: recovers the next day',
    [record('2026-03-01', 9, { repairs: [{ on: day('2026-03-10'), points: 1, why: '' }] })],
    ['suspended 2026-03-01 2026-03-10'],
  ],
])('%s', (_, records, expected) => {
  expect(said(records)).toEqual(expected);
});

test('registered anew after the end: in order from that day', () => {
  const records = [record('2026-03-01', 12)];
  expect(said(records, ['2029-03-01'])).toEqual(['ended 2026-03-01 2029-02-28 2029-03-01']);
  const periods = stoppedPeriods(records, () => rules, [day('2029-03-01')]);
  expect([standingOn(periods, day('2026-02-28')), standingOn(periods, day('2026-03-01')), standingOn(periods, day('2029-03-01'))]).toEqual([
    'normal',
    'ended',
    'normal',
  ]);
});

test('the same conduct counts once with its highest points, whichever came first; other conduct adds', () => {
  const finding = { conduct: ['F1'], points: 3 };
  const fromCase = { conduct: ['AJ1', 'F1', 'F2'], points: 6, decisionKind: 'enforcement' as const };
  const added = (records: PointRecord[]) => recounted(records).map(({ counted }) => counted);
  // 3 from the finding, then 6 from its case: 3 + 3; the other finding of the case gave 2: 6 − 3 − 2 = 1
  expect(added([record('2026-01-10', 3, finding), record('2026-03-01', 6, fromCase)])).toEqual([3, 3]);
  expect(
    added([
      record('2026-01-10', 3, finding),
      record('2026-02-01', 2, { ...finding, conduct: ['F2'], points: 2 }),
      record('2026-03-01', 6, fromCase),
    ]),
  ).toEqual([3, 2, 1]);
  expect(added([record('2026-03-01', 6, fromCase), record('2026-04-01', 3, finding)])).toEqual([6, 0]);
  expect(added([record('2026-01-10', 3, finding), record('2026-03-01', 6, { ...fromCase, conduct: ['AJ2', 'F9'] })])).toEqual([3, 6]);
  // letters say nothing of the conduct: each counts
  expect(added([record('2026-01-10', 3), record('2026-01-11', 3)])).toEqual([3, 3]);
  // what fell gives way: the case counts whole again
  expect(added([record('2026-01-10', 3, { ...finding, state: 'revoked' }), record('2026-03-01', 6, fromCase)])).toEqual([3, 6]);
});

test('the sum of any past day', () => {
  const records = [record('2026-01-10', 4), record('2026-06-01', 3, { repairs: [{ on: day('2026-07-01'), points: 2, why: '' }] })];
  expect(['2026-01-09', '2026-01-10', '2026-06-30', '2026-07-01', '2027-01-01'].map((text) => pointsOn(records, day(text)))).toEqual([
    0, 4, 7, 5, 0,
  ]);
});

test('months later: the last day of a shorter month', () => {
  expect(formatDay(monthsLater(day('2027-08-31'), 6))).toBe('2028-02-29');
  expect(formatDay(monthsLater(day('2026-12-05'), 1))).toBe('2027-01-05');
});
