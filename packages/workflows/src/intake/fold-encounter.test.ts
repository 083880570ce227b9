import { expect, test } from 'vitest';
import type { FeedEvent } from './feed.ts';
import { foldEncounter } from './fold-encounter.ts';

const charge = (lineNo: string, amount: string, batchNo: string | null = null, more: object = {}): FeedEvent => ({
  kind: 'charge',
  encounterNo: 'M1',
  lineNo,
  batchNo,
  row: {
    fee_ocur_time: '2025-03-02 10:00:00',
    med_list_codg: 'XA',
    cnt: '1',
    pric: amount,
    det_item_fee_sumamt: amount,
    updt_time: '1',
    ...more,
  },
});
const visit: FeedEvent = { kind: 'visit', encounterNo: 'M1', row: { psn_no: 'P1', fixmedins_code: 'H1', med_type: '11' } };
const settle = (settlementNo: string, total: string, batchNo: string | null = null): FeedEvent => ({
  kind: 'settlement',
  encounterNo: 'M1',
  settlementNo,
  batchNo,
  row: { setl_time: '2025-03-02 11:00:00', medfee_sumamt: total, fund_pay_sumamt: '1.00' },
});
const withdraw = (lineNos: string[] | null, batchNo: string | null = null): FeedEvent => ({
  kind: 'withdrawal',
  encounterNo: 'M1',
  lineNos,
  batchNo,
});
const reverse = (settlementNo: string, withLines = false): FeedEvent => ({
  kind: 'reversal',
  encounterNo: 'M1',
  settlementNo,
  reversalNo: `${settlementNo}-R`,
  at: '2025-03-03 09:00:00',
  withLines,
});
const fold = (...events: FeedEvent[]) => foldEncounter('M1', [visit, ...events], (code) => (code === 'XA' ? '101' : null));
const lines = (...events: FeedEvent[]) => fold(...events).rows.feedetl.map((row) => `${row.setl_id}/${row.feedetl_sn}`);

test('a settlement takes the charges of its batch, one without a batch all that wait', () => {
  const charges = [charge('1', '1.00', 'B1'), charge('2', '2.00', 'B2'), charge('3', '4.00', 'B1')];
  expect(lines(...charges, settle('S1', '5.00', 'B1'))).toEqual(['S1/1', 'S1/3']);
  expect(fold(...charges, settle('S1', '5.00', 'B1'))).toMatchObject({ waitingLines: 1, waitingFen: 200, problems: [] });
  expect(lines(...charges, settle('S1', '7.00'))).toEqual(['S1/1', 'S1/2', 'S1/3']);
});

test('nothing of an encounter comes in before its first settlement', () => {
  const { rows, waitingLines } = fold(charge('1', '1.00'));
  expect(Object.values(rows).flat()).toEqual([]);
  expect(waitingLines).toBe(1);
});

test('charges taken back are gone; taken back after they were settled they stay, and that is told', () => {
  expect(lines(charge('1', '1.00'), charge('2', '2.00'), withdraw(['1']), settle('S1', '2.00'))).toEqual(['S1/2']);
  expect(fold(charge('1', '1.00'), settle('S1', '1.00'), withdraw(['1']))).toMatchObject({
    rows: { feedetl: [{ feedetl_sn: '1' }] },
    problems: ['withdrawalOfNothing'],
  });
  // taken back and sent anew under the same number: what was sent last counts
  const again = fold(charge('1', '1.00'), withdraw(null), charge('1', '3.00'), settle('S1', '3.00'));
  expect(again.rows.feedetl).toMatchObject([{ det_item_fee_sumamt: '3.00' }]);
});

test('a reversal is a settlement of its own with everything turned round; its charges wait again, a sale takes them along', () => {
  const { rows, waitingLines } = fold(charge('1', '1.00'), settle('S1', '1.00'), reverse('S1'));
  expect(rows.setl).toMatchObject([
    { setl_id: 'S1', refd_setl_flag: '0', medfee_sumamt: '1.00', fund_pay_sumamt: '1.00' },
    {
      setl_id: 'S1-R',
      refd_setl_flag: '1',
      init_setl_id: 'S1',
      medfee_sumamt: '-1.00',
      fund_pay_sumamt: '-1.00',
      setl_time: '2025-03-03 09:00:00',
    },
  ]);
  expect(waitingLines).toBe(1);
  expect(lines(charge('1', '1.00'), settle('S1', '1.00'), reverse('S1'), settle('S2', '1.00'))).toEqual(['S1/1', 'S2/1']);
  expect(fold(charge('1', '1.00'), settle('S1', '1.00'), reverse('S1', true)).waitingLines).toBe(0);
  expect(fold(charge('1', '1.00'), settle('S1', '1.00'), reverse('S9')).problems).toEqual(['reversalUnknown']);
});

test('sent twice is once: charges, settlements and reversals under the same numbers', () => {
  const once = [charge('1', '1.00'), settle('S1', '1.00'), reverse('S1'), settle('S2', '1.00')];
  const twice = once.flatMap((event) => [event, event]);
  expect(fold(...twice).rows).toEqual(fold(...once).rows);
  // a charge that is settled, sent again later
  expect(fold(charge('1', '1.00'), settle('S1', '1.00'), charge('1', '1.00', null, { updt_time: '2' })).waitingLines).toBe(0);
});

test('a settlement that overtakes its charges waits for them; one without any is not taken into the lake', () => {
  const early = fold(settle('S1', '3.00'), charge('1', '1.00'), charge('2', '2.00'), charge('3', '5.00'));
  expect(early.rows.feedetl.map((row) => row.feedetl_sn)).toEqual(['1', '2']);
  expect(early).toMatchObject({ waitingLines: 1, problems: [] });
  expect(fold(settle('S1', '3.00'))).toMatchObject({ rows: { setl: [] }, problems: ['settlementWithoutCharges'] });
  expect(fold(charge('1', '1.00'), settle('S1', '1.50')).problems).toEqual(['settlementSum']);
});

test('what ends before it begins is open, and said; an operation without its time is left out, and said', () => {
  const stay: FeedEvent = { kind: 'visit', encounterNo: 'M1', row: { begntime: '2025-03-05 08:00:00', endtime: '2025-03-01 08:00:00' } };
  const operation: FeedEvent = {
    kind: 'operations',
    encounterNo: 'M1',
    rows: [{ oprn_code: '1' }, { oprn_code: '2', oprn_time: '2025-03-05 09:00:00' }],
  };
  const { rows, problems } = fold(stay, operation, charge('1', '1.00'), settle('S1', '1.00'));
  expect(rows.mdtrt).toMatchObject([{ begntime: '2025-03-05 08:00:00', endtime: '9999-12-31 00:00:00' }]);
  expect(rows.oprn).toMatchObject([{ oprn_code: '2' }]);
  expect([...problems].sort()).toEqual(['endsBeforeItBegins', 'operationWithoutTime']);
});

test('a trace code finds its line by number, or by the item where that is one line', () => {
  const trace = (lineNo: string | null, itemCode: string, code: string): FeedEvent => ({
    kind: 'trace',
    encounterNo: 'M1',
    lineNo,
    itemCode,
    row: { drug_trac_codg: code },
  });
  const events = [
    charge('1', '1.00'),
    charge('2', '2.00', null, { med_list_codg: 'XB' }),
    charge('3', '2.00', null, { med_list_codg: 'XB' }),
    settle('S1', '5.00'),
  ];
  const { rows, problems } = fold(...events, trace('2', 'XB', 'a'), trace(null, 'XA', 'b'), trace(null, 'XB', 'c'));
  expect(rows.trac).toEqual([
    { mdtrt_id: 'M1', feedetl_sn: '2', drug_trac_codg: 'a' },
    { mdtrt_id: 'M1', feedetl_sn: '1', drug_trac_codg: 'b' },
  ]);
  expect(problems).toEqual(['traceWithoutLine']);
});
