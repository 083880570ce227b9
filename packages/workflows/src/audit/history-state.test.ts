// What the history makes of an encounter's messages stands beside what the lake will: settled and not undone, the two must agree.
import { national } from '@hengjian/catalog/regions/national.ts';
import { OPEN_INSTANT, PRICE_SCALE, parseFixed, parseInstant, parseYuan, QUANTITY_SCALE } from '@hengjian/domain';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FeedMessage } from '../intake/feed.ts';
import { type FoldedEncounter, foldEncounter } from '../intake/fold-encounter.ts';
import { historyEntries } from '../intake/history-entries.ts';
import { eventsOf } from '../intake/read-feed.ts';
import { addRecords, type HistoryRows } from './history-records.ts';
import { chargeFacts, type EncounterState, newState, takeIn } from './history-state.ts';

interface Said {
  readonly infno: string;
  readonly input: object;
  readonly output?: object;
}
const message = ({ infno, input, output = {} }: Said, serial: number): FeedMessage => ({
  serial,
  infno,
  msgid: String(serial),
  providerNo: 'H1',
  providerName: '',
  treatmentArea: '',
  insuredArea: '',
  sentAt: null,
  receivedAt: parseInstant('2025-03-02 12:00:00') as number,
  milliseconds: 1,
  input,
  reply: null,
  output,
});
const lakeOf = (said: readonly Said[]): FoldedEncounter => foldEncounter('M', said.map(message).flatMap(eventsOf), () => '101');
const stateAfter = (said: readonly Said[], state = newState()) => {
  for (const entry of said.map(message).flatMap((one) => historyEntries(one, national))) takeIn(state, entry);
  return state;
};
function historyOf(state: ReturnType<typeof newState>): HistoryRows {
  const rows: HistoryRows = { line: [], encounter: [], diagnosis: [], operation: [], settlement: [] };
  addRecords(rows, 'P', 'M', JSON.parse(JSON.stringify(state)));
  return rows;
}

/** Lines of settlements that stand: settlement/number/fen. */
const inLake = ({ rows }: FoldedEncounter): string[] => {
  const undone = new Set(rows.setl.flatMap(({ init_setl_id: no }) => no ?? []));
  return rows.feedetl
    .flatMap((row) =>
      undone.has(row.setl_id as string) ? [] : [`${row.setl_id}/${row.feedetl_sn}/${parseYuan(row.det_item_fee_sumamt ?? '')}`],
    )
    .sort();
};
const inHistory = ({ line }: HistoryRows): string[] =>
  line.flatMap((row) => (row.settlementNo === null ? [] : [`${row.settlementNo}/${row.lineNo}/${row.amountFen}`])).sort();

const of = { mdtrt_id: 'M', psn_no: 'P' };
const charge = (no: string, yuan = 10, batch = 'B1'): Said => ({
  infno: '2204',
  input: {
    feedetail: [
      {
        ...of,
        feedetl_sn: no,
        chrg_bchno: batch,
        fee_ocur_time: '2025-03-02 09:00:00',
        med_list_codg: 'XA01',
        cnt: 1,
        pric: yuan,
        det_item_fee_sumamt: yuan,
      },
    ],
  },
});
const settle = (no: string, medfee = 20, batch?: string): Said => ({
  infno: '2207',
  input: { data: { ...of, medfee_sumamt: medfee, chrg_bchno: batch } },
  output: { setlinfo: { setl_id: no } },
});
const reverse = (no: string): Said => ({
  infno: '2208',
  input: { data: { ...of, setl_id: no } },
  output: { setlinfo: { setl_id: `${no}R` } },
});
const withdraw = (batch: string): Said => ({ infno: '2205', input: { data: { ...of, chrg_bchno: batch } } });
const withdrawLine = (no: string): Said => ({ infno: '2302', input: { data: [{ ...of, feedetl_sn: no }] } });
const cancel: Said = { infno: '2404', input: { data: of } };

describe('a reversal', () => {
  const undone = [charge('1'), charge('2'), settle('S1'), reverse('S1')];
  const charged = (said: readonly Said[]) =>
    historyOf(stateAfter(said)).line.map(({ lineNo, settlementNo }) => `${settlementNo}/${lineNo}`);

  test('is forgotten with its charges, which the next settlement takes again without their being sent again', () => {
    expect(charged(undone)).toEqual([]);
    expect(historyOf(stateAfter(undone)).encounter).toEqual([]);
    expect(charged([...undone, settle('S2')])).toEqual(['S2/1', 'S2/2']);
    expect(charged([...undone, charge('1', 7), settle('S2')]).sort()).toEqual(['S2/1', 'S2/2']);
  });

  test('charges that are taken back after it are gone', () => {
    expect(charged([...undone, withdraw('0000'), charge('3'), settle('S2')])).toEqual(['S2/3']);
    expect(charged([...undone, withdrawLine('1'), settle('S2')])).toEqual(['S2/2']);
  });

  test('of a sale takes its lines along', () => {
    const data = { setl_id: 'S1', mdtrt_id: 'M', psn_no: 'P' };
    const gone = [charge('1'), settle('S1'), { infno: '2103', input: { data }, output: { setlinfo: { setl_id: 'S1R' } } }];
    expect(charged([...gone, settle('S2')])).toEqual([]);
  });
});

describe('a stay', () => {
  const admitted: Said = {
    infno: '2401',
    input: {
      mdtrtinfo: { psn_no: 'P', begntime: '2025-03-01 08:00:00', med_type: '21' },
      diseinfo: [
        { diag_code: 'I10.x00', maindiag_flag: '1', diag_srt_no: 1 },
        { diag_code: 'E11.900', maindiag_flag: '0', diag_srt_no: 2 },
      ],
    },
    output: { result: { mdtrt_id: 'M' } },
  };
  const discharged: Said = {
    infno: '2402',
    input: {
      dscginfo: { ...of, endtime: '2025-03-05 10:00:00', dscg_way: '1' },
      diseinfo: [{ diag_code: 'I20.000', maindiag_flag: '1', diag_srt_no: 1 }],
    },
  };
  const reopened: Said = { infno: '2405', input: { data: of } };
  const changed: Said = { infno: '2403', input: { adminfo: of, diseinfo: [{ diag_code: 'E11.901', maindiag_flag: '0', diag_srt_no: 2 }] } };
  const settledAt = (more: object): Said => ({
    infno: '2304',
    input: { data: { ...of, medfee_sumamt: 10, ...more } },
    output: { setlinfo: { setl_id: 'S1' } },
  });
  /** Told by both: when it ended (null: open), and diagnoses as kind/serial/code. */
  const told = (...said: Said[]) => {
    const all = [admitted, ...said, charge('1'), settle('S9', 10)];
    const [rows, lake] = [historyOf(stateAfter(all)), lakeOf(all).rows];
    const ended = rows.encounter[0]?.endedAt as number;
    expect(ended).toBe(parseInstant(lake.mdtrt[0]?.endtime ?? ''));
    const diagnoses = rows.diagnosis.map(({ kind, serial, code }) => `${kind}/${serial}/${code}`).sort();
    expect(diagnoses).toEqual(lake.diag.map((row) => `${row.inout_diag_type}/${row.diag_srt_no}/${row.diag_code}`).sort());
    return { ended: ended === OPEN_INSTANT ? null : ended, diagnoses };
  };
  const both = ['1/1/I10.x00', '1/2/E11.900', '2/1/I20.000'];

  test('is open until its discharge, and open again when that is taken back', () => {
    expect(told()).toEqual({ ended: null, diagnoses: both.slice(0, 2) });
    expect(told(discharged)).toEqual({ ended: parseInstant('2025-03-05 10:00:00'), diagnoses: both });
    expect(told(discharged, reopened)).toEqual({ ended: null, diagnoses: both.slice(0, 2) });
    expect(told(discharged, reopened, discharged).diagnoses).toEqual(both);
    expect(told(changed, discharged).diagnoses).toEqual(['1/1/I10.x00', '1/2/E11.901', '2/1/I20.000']);
  });

  test.each(['dscgTime', 'dscg_time'])('2304 tells the day of discharge (%s) where 2402 does not; what 2402 says counts', (name) => {
    const endOfDay = parseInstant('2025-03-06 23:59:59');
    expect(told(settledAt({ [name]: '2025-03-06' })).ended).toBe(endOfDay);
    expect(told(settledAt({ [name]: '2025-03-06 09:00:00' })).ended).toBe(endOfDay);
    expect(told(discharged, settledAt({ [name]: '2025-03-06' })).ended).toBe(parseInstant('2025-03-05 10:00:00'));
    expect(told(settledAt({ [name]: '2025-03-06' }), discharged).ended).toBe(parseInstant('2025-03-05 10:00:00'));
    // 中途结算: the person lies there still
    expect(told(settledAt({ [name]: '2025-03-06', mid_setl_flag: '1' })).ended).toBeNull();
  });
});

describe('whatever comes, in whatever order', () => {
  const no = fc.constantFrom('1', '2', '3');
  const batch = fc.constantFrom('B1', 'B2');
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.tuple(no, fc.constantFrom(10, 20), batch).map(([n, yuan, b]) => charge(n, yuan, b)) },
    {
      weight: 3,
      arbitrary: fc.tuple(fc.constantFrom('S1', 'S2', 'S3'), fc.option(batch, { nil: undefined })).map(([n, b]) => settle(n, 20, b)),
    },
    { weight: 2, arbitrary: fc.constantFrom('S1', 'S2', 'S3').map(reverse) },
    { weight: 1, arbitrary: fc.oneof(batch.map(withdraw), fc.constant(withdraw('0000')), no.map(withdrawLine)) },
    { weight: 1, arbitrary: fc.constant(cancel) },
  );
  /** As the platform does: a settlement has a number of its own, and what is undone was settled before. */
  const sensible = (steps: readonly Said[]): Said[] => {
    let [settled, live] = [0, [] as string[]];
    return steps.flatMap((one): Said[] => {
      if (one.infno === '2207') {
        settled += 1;
        live.push(`S${settled}`);
        return [{ ...one, output: { setlinfo: { setl_id: `S${settled}` } } }];
      }
      if (one.infno !== '2208') return [one];
      const last = live.at(-1);
      live = live.slice(0, -1);
      return last === undefined ? [] : [reverse(last)];
    });
  };

  test('settled charges are the same in both', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
        const said = sensible(steps);
        expect(inHistory(historyOf(stateAfter(said)))).toEqual(inLake(lakeOf(said)));
      }),
      { numRuns: 600 },
    );
  });

  /** As it is made from the lake, which keeps what was undone and knows of nothing that waits. */
  const stateFromLake = ({ rows }: FoldedEncounter): EncounterState => ({
    ...newState(),
    l: rows.feedetl.map((row) =>
      chargeFacts.map((name) => {
        if (name === 'lineNo') return row.feedetl_sn ?? null;
        if (name === 'settlementNo') return row.setl_id ?? null;
        if (name === 'itemCode') return row.med_list_codg ?? null;
        if (name === 'occurredAt') return parseInstant(row.fee_ocur_time ?? '') ?? null;
        if (name === 'quantity') return parseFixed(row.cnt ?? '', QUANTITY_SCALE) ?? null;
        if (name === 'unitPrice') return parseFixed(row.pric ?? '', PRICE_SCALE) ?? null;
        return name === 'amountFen' ? (parseYuan(row.det_item_fee_sumamt ?? '') ?? null) : null;
      }),
    ),
    s: rows.setl.map((row) => [row.setl_id ?? null, 0, 0, null]),
    r: rows.setl.flatMap((row) => (row.init_setl_id === undefined ? [] : [row.init_setl_id, row.setl_id as string])),
  });

  test('a history made anew from the lake, to which all messages are told once more, says the same as the lake', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 10 }), (steps) => {
        // the lake keeps no batch, and nothing of a settlement without charges: both are told apart by messages only
        const said = sensible(steps.map((one) => (one.infno === '2207' ? settle('S') : one))).filter(
          (one, i, all) => one.infno !== '2207' || lakeOf(all.slice(0, i)).waitingLines > 0,
        );
        const lake = lakeOf(said);
        expect(inHistory(historyOf(stateAfter(said, stateFromLake(lake))))).toEqual(inLake(lake));
      }),
      { numRuns: 300 },
    );
  });
});
