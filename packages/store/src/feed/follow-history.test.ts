import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseDay } from '@hengjian/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHistory } from '../history/open-history.ts';
import { type Home, openHome } from '../home.ts';
import { type FeedRecord, keyOfRecord } from './feed-record.ts';
import { followHistory } from './follow-history.ts';
import { openMessageJournal } from './message-journal.ts';

const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-follow-'));
let home: Home;
beforeAll(async () => {
  home = await openHome(path.join(scratch, 'home'));
});
afterAll(async () => {
  await home?.close();
  rmSync(scratch, { recursive: true, force: true });
});

const record = (infno: string, input: unknown, output: unknown = {}): string =>
  JSON.stringify({
    key: null,
    infno,
    msgid: '',
    providerNo: 'H1',
    providerName: '',
    treatmentArea: '',
    insuredArea: '',
    sentAt: null,
    receivedAt: 1_740_909_600,
    milliseconds: 1,
    input,
    reply: null,
    answer: { output },
  } satisfies FeedRecord);
const line = (no: string) => ({
  feedetl_sn: no,
  mdtrt_id: 'M1',
  psn_no: 'P1',
  chrg_bchno: 'B1',
  fee_ocur_time: '2025-03-02 09:30:00',
  med_list_codg: 'XA01',
  cnt: 2,
  pric: 10,
  det_item_fee_sumamt: 20,
});

test('charges and what becomes of them stand in the history, once, with how far it came', async () => {
  const journal = await openMessageJournal(path.join(scratch, 'journal'), { keyOf: keyOfRecord });
  const history = openHistory(home.folder, home.lake);
  await history.catchUp();
  const lines = () =>
    (history.read('P1', parseDay('2025-01-01') as number)?.line ?? []).map(({ lineNo, amountFen, settledDay }) => [
      lineNo,
      amountFen,
      settledDay,
    ]);
  try {
    await journal.append(null, () => record('2204', { feedetail: [line('1'), line('2'), line('3')] }));
    await journal.append(null, () => record('2302', { data: [{ feedetl_sn: '2', mdtrt_id: 'M1', psn_no: 'P1' }] }));
    for (let again = 0; again < 2; again += 1) await followHistory(journal, history);
    expect(history.position()).toBe(2);
    expect(lines().map(([no, amount]) => [no, amount])).toEqual([
      ['1', 2000],
      ['3', 2000],
    ]);
    const data = { psn_no: 'P1', mdtrt_id: 'M1', medfee_sumamt: 40, chrg_bchno: 'B1' };
    await journal.append(null, () => record('2207', { data }, { setlinfo: { setl_id: 'S1' } }));
    await followHistory(journal, history);
    expect(history.read('P1', 0)?.settlement).toHaveLength(1);
    await journal.append(null, () =>
      record('2208', { data: { setl_id: 'S1', mdtrt_id: 'M1', psn_no: 'P1' } }, { setlinfo: { setl_id: 'S1R' } }),
    );
    await followHistory(journal, history);
    expect(history.position()).toBe(4);
    expect(lines()).toEqual([]);
    // settled again without the charges being sent again
    await journal.append(null, () => record('2207', { data }, { setlinfo: { setl_id: 'S2' } }));
    await followHistory(journal, history);
    expect(lines().map(([no]) => no)).toEqual(['1', '3']);
  } finally {
    await history.close();
    await journal.close();
  }
});
