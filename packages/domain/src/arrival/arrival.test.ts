import { describe, expect, test } from 'vitest';
import { bureauParameters } from '../bureau-parameters.ts';
import { formatDay, parseDay } from '../time.ts';
import { workingCalendarOf } from '../working-days.ts';
import { type ArrivalDay, arrivalParameterNames, arrivalSignals } from './arrival.ts';
import { type ProviderMonth, reconcile } from './reconcile.ts';

const day = (text: string) => parseDay(text) as number;
const calendar = workingCalendarOf([]);
const parameters = Object.fromEntries(arrivalParameterNames.map((name) => [name, bureauParameters[name].standard])) as never;
/** Settlements on each day from 2025-03-03 (a Monday) on; undefined: the day is not among what came. */
const came = (counts: readonly (number | undefined)[]): ArrivalDay[] =>
  counts.flatMap((settlementCount, n) =>
    settlementCount === undefined
      ? []
      : [{ providerNo: 'H1', day: day('2025-03-03') + n, settlementCount, refundCount: 0, personCount: 0, totalFen: 0, fundFen: 0 }],
  );
const told = (counts: readonly (number | undefined)[]) =>
  arrivalSignals(came(counts), {
    from: day('2025-03-03'),
    to: day('2025-03-03') + counts.length - 1,
    calendar,
    parameters,
  }).map(({ kind, fromDay, toDay, usualCount }) => `${kind} ${formatDay(fromDay)} ${formatDay(toDay)} ${usualCount}`);
const week = (worked: number, free: number) => [worked, worked, worked, worked, worked, free, free];
const weeks = (n: number, worked: number, free: number) => Array.from({ length: n }, () => week(worked, free)).flat();

describe('an institution by day', () => {
  test.each<[string, (number | undefined)[], string[]]>([
    ['the same every week', weeks(4, 20, 0), []],
    ['silent on one busy day', [...weeks(2, 20, 0), undefined, 20, 20], ['silent 2025-03-17 2025-03-17 20']],
    // five working days of three; four weekend days are too few to say what is usual
    ['a small shop is silent until ten are missed', [...weeks(2, 3, 3), ...Array(7).fill(undefined)], ['silent 2025-03-17 2025-03-23 15']],
    ['… and not before', [...weeks(2, 3, 3), undefined, undefined, undefined, 3], []],
    [
      'a silence runs through free days',
      [...weeks(2, 20, 0), 20, 20, 20, 20, undefined, 0, 0, undefined, 20],
      ['silent 2025-03-21 2025-03-24 40'],
    ],
    ['weekends are compared with weekends', [...weeks(3, 100, 5), ...week(100, 5)], []],
    ['far more than usual', [...weeks(2, 20, 0), 60, 20], ['high 2025-03-17 2025-03-17 20']],
    ['far less than usual', [...weeks(2, 100, 0), 20, 100], ['low 2025-03-17 2025-03-17 100']],
    ['every other day is how a small shop works', Array.from({ length: 60 }, (_, n) => n % 2), []],
    // from the last day without anything on, 31 days of one
    [
      'two days of three, until it stops',
      [...Array.from({ length: 42 }, (_, n) => (n % 3 === 2 ? 0 : 1)), ...Array(30).fill(undefined)],
      ['silent 2025-04-13 2025-05-13 31'],
    ],
    ['nothing is usual in the first days', [20, 20, 20, 200], []],
    // 2025-04-04 to 04-06 are free (清明), so Friday is compared with weekends
    ['a holiday is no silence', [...weeks(4, 20, 0), 20, 20, 20, 20, 0, 0, 0], []],
  ])('%s', (_, counts, expected) => {
    expect(told(counts)).toEqual(expected);
  });
  test('what is silent for long does not become usual', () => {
    // 29 working days of twenty: six weeks less 2025-04-04
    expect(told([...weeks(2, 20, 0), ...Array(40).fill(undefined)])).toEqual(['silent 2025-03-17 2025-04-25 580']);
  });
  test('nothing at all says nothing', () => {
    expect(told([])).toEqual([]);
  });
});

describe('control totals', () => {
  const row = (
    providerNo: string,
    month: string,
    settlementCount: number,
    personCount: number | null,
    totalFen: number,
    fundFen: number,
  ): ProviderMonth => ({
    providerNo,
    month,
    settlementCount,
    personCount,
    totalFen,
    fundFen,
  });
  test.each<[string, ProviderMonth[], ProviderMonth[], string[]]>([
    ['equal', [row('H1', '2025-01', 2, 1, 300, 200)], [row('H1', '2025-01', 2, 1, 300, 200)], ['2025-01 H1 tied 0 0 0 0']],
    [
      'people not stated',
      [row('H1', '2025-01', 2, 1, 300, 200)],
      [row('H1', '2025-01', 2, null, 300, 200)],
      ['2025-01 H1 tied 0 null 0 0'],
    ],
    [
      'one settlement did not come',
      [row('H1', '2025-01', 2, 1, 300, 200)],
      [row('H1', '2025-01', 3, 2, 400, 260)],
      ['2025-01 H1 differs -1 -1 -100 -60'],
    ],
    ['one fen', [row('H1', '2025-01', 2, 1, 300, 201)], [row('H1', '2025-01', 2, 1, 300, 200)], ['2025-01 H1 differs 0 0 0 1']],
    ['no statement', [row('H1', '2025-01', 2, 1, 300, 200)], [], ['2025-01 H1 notStated 2 1 300 200']],
    ['nothing came', [], [row('H1', '2025-02', 2, 1, 300, 200)], ['2025-02 H1 notArrived -2 -1 -300 -200']],
    [
      'a supplement adds up',
      [row('H1', '2025-01', 3, 2, 400, 260)],
      [row('H1', '2025-01', 2, 1, 300, 200), row('H1', '2025-01', 1, 1, 100, 60)],
      ['2025-01 H1 tied 0 null 0 0'],
    ],
    [
      'by month, then institution',
      [row('H2', '2025-01', 1, 1, 1, 1), row('H1', '2025-02', 1, 1, 1, 1), row('H1', '2025-01', 1, 1, 1, 1)],
      [],
      ['2025-01 H1 notStated 1 1 1 1', '2025-01 H2 notStated 1 1 1 1', '2025-02 H1 notStated 1 1 1 1'],
    ],
  ])('%s', (_, arrived, stated, expected) => {
    expect(
      reconcile(arrived, stated).map(
        ({ providerNo, month, state, gap }) =>
          `${month} ${providerNo} ${state} ${gap.settlementCount} ${gap.personCount} ${gap.totalFen} ${gap.fundFen}`,
      ),
    ).toEqual(expected);
  });
});
