import fc from 'fast-check';
import { expect, test } from 'vitest';
import { base, type Extract, line, openWorkplace, type Row } from './testing/extract.ts';

// Claims of a few people, dense with refunds, reversals and unsettled lines, so that netting crosses the pieces.
const lineArbitrary = fc.record({
  encounter: fc.integer({ min: 0, max: 9 }),
  settlement: fc.constantFrom(0, 0, 0, 1, null),
  hour: fc.integer({ min: 0, max: 23 }),
  code: fc.constantFrom('XA', 'XB'),
  quantity: fc.constantFrom(1, 2, 3, -1, -2),
  refundOf: fc.option(fc.integer({ min: 0, max: 40 }), { freq: 3 }),
  piece: fc.integer({ min: 0, max: 2 }),
});
const claimsArbitrary = fc.record({
  lines: fc.array(lineArbitrary, { minLength: 60, maxLength: 60 }),
  reversed: fc.uniqueArray(fc.integer({ min: 0, max: 19 }), { minLength: 3, maxLength: 3 }),
  reversalPiece: fc.integer({ min: 0, max: 2 }),
});
type Claims = typeof claimsArbitrary extends fc.Arbitrary<infer T> ? T : never;

const settlementNo = (encounter: number, n: number) => `S${encounter * 2 + n}`;
const personOf = (encounter: number) => `P${(encounter % 2) + 1}`;

/** Whole when `pieces` is 1; else references first, the lines by their piece, and a settlement with its first line. */
function extracts({ lines, reversed, reversalPiece }: Claims, pieces: number): Extract[] {
  const { psn, fixmedins, prac } = base();
  const mdtrt = Array.from(
    { length: 10 },
    (_, at): Row => ({
      mdtrt_id: `E${at}`,
      psn_no: personOf(at),
      fixmedins_code: 'H1',
      med_type: at % 3 === 0 ? '2101' : '11',
      begntime: '2024-03-01 00:00:00',
      endtime: '2024-03-02 00:00:00',
    }),
  );
  const settlement = (no: number): Row => ({
    setl_id: `S${no}`,
    mdtrt_id: `E${no >> 1}`,
    psn_no: personOf(no >> 1),
    fixmedins_code: 'H1',
    setl_time: '2024-03-03 00:00:00',
    medfee_sumamt: '100.00',
    fund_pay_sumamt: '33.33',
    refd_setl_flag: '0',
    init_setl_id: '',
    clr_way: '1',
  });
  const reversals = reversed.map(
    (no): Row => ({
      ...settlement(no),
      setl_id: `R${no}`,
      medfee_sumamt: '-100.00',
      fund_pay_sumamt: '-33.33',
      refd_setl_flag: '1',
      init_setl_id: `S${no}`,
    }),
  );
  const all = Array.from({ length: 20 }, (_, no) => settlement(no));
  const result: Extract[] = [];
  for (let piece = 0; piece < pieces; piece += 1) {
    const mine = (at: number) => pieces === 1 || at === piece;
    const feedetl = lines.flatMap((l, at) =>
      mine(l.piece)
        ? [
            {
              ...line(
                `E${l.encounter}`,
                String(at),
                l.settlement === null ? '' : settlementNo(l.encounter, l.settlement),
                `2024-03-01 ${String(l.hour).padStart(2, '0')}:00:00`,
                l.code,
                String(l.quantity),
                '10.00',
                (l.quantity * 7).toFixed(2),
              ),
              init_feedetl_sn: l.quantity < 0 && l.refundOf !== null ? String(l.refundOf) : '',
            },
          ]
        : [],
    );
    result.push({
      ...(piece === 0
        ? { psn, fixmedins, prac, mdtrt, setl: [...all, ...(mine(reversalPiece) ? reversals : [])] }
        : mine(reversalPiece)
          ? { setl: reversals }
          : {}),
      ...(feedetl.length > 0 ? { feedetl } : {}),
    });
  }
  return result.filter((extract) => Object.keys(extract).length > 0);
}

const NET = `SELECT l."encounterNo", "lineNo", s."settlementNo", quantity, "amountFen", l."inScopeFen", l."fundFen", l."settledDay", l."setAside", l.setting
  FROM original_line l LEFT JOIN original_settlement s USING (settlement) ORDER BY ALL`;
const STAYS = 'SELECT "encounterNo", "settlementNos", "totalFen", "inScopeFen", "fundFen", "setAside" FROM original_encounter ORDER BY ALL';

test('claims imported in pieces net to the same as at once', async () => {
  const samples = fc.sample(claimsArbitrary, { numRuns: 2, seed: 20241121 });
  let refunds = 0;
  for (const claims of samples) {
    const [whole, pieces] = [await openWorkplace(), await openWorkplace()];
    try {
      for (const extract of extracts(claims, 1)) expect(await whole.import(extract)).toMatchObject({ ok: true });
      for (const extract of extracts(claims, 3)) expect(await pieces.import(extract)).toMatchObject({ ok: true });
      const expected = await whole.rows(NET);
      refunds += expected.filter((row) => row.setAside === 'refund').length;
      expect(await pieces.rows(NET)).toEqual(expected);
      expect(await pieces.rows(STAYS)).toEqual(await whole.rows(STAYS));
      const unmatched =
        'SELECT u.kind, e."encounterNo", l."lineNo", u.quantity FROM unmatched u JOIN original_encounter e USING (encounter) LEFT JOIN original_line l USING (line) ORDER BY ALL';
      expect(await pieces.rows(unmatched)).toEqual(await whole.rows(unmatched));
    } finally {
      await whole.close();
      await pieces.close();
    }
  }
  expect(refunds).toBeGreaterThan(30);
});
