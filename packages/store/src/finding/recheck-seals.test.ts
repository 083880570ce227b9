// What was drawn and judged for a re-review, and what was handed in as evidence: changed behind the application’s back, the journal names it.
import { verifyJournal } from '@hengjian/workflows';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { journalOf } from '../journal/journal.ts';
import { keepAttachment } from './attachments.ts';
import { drawRecheck, judgeRecheck } from './recheck.ts';
import { Life, line } from './testing/life.ts';

let life: Life;
beforeAll(async () => {
  life = await Life.open();
  await life.begin([{ findingId: 'F1', records: [line('M1', '1', 900, 700)] }]);
  await life.step('F1', 'uphold', '甲');
  const sheet = { name: '证明.pdf', kind: 'pdf' } as const;
  for (let twice = 0; twice < 2; twice += 1)
    await keepAttachment(life.home.db, sheet, Buffer.from('%PDF-1.7'), { by: '甲', at: life.now, providerNo: null });
  const day = Math.floor(life.now / 86_400);
  const wish = { recheckId: 'R1', from: day, to: day, seed: 5, size: 1 };
  expect(await drawRecheck(life.home.db, null, wish, { by: '丙', why: '', at: ++life.now })).toMatchObject({ ok: true });
  expect(await judgeRecheck(life.home.db, 'R1', 1, true, { by: '丁', why: '', at: ++life.now })).toMatchObject({ ok: true });
});
afterAll(() => life?.close());

const fault = async () => (await verifyJournal(journalOf(life.home.db))).fault;

test('each act is a step of the journal, a file kept twice is one', async () => {
  const { rows } = await sql<{
    act: string;
  }>`select noun || ' ' || action as act from journal where noun in ('recheck', 'findingAttachment') order by serial`.execute(life.home.db);
  expect(rows.map(({ act }) => act)).toEqual(['findingAttachment keep', 'recheck draw', 'recheck judge']);
  expect(await fault()).toBeNull();
});

test.each([
  ['recheck', 'recheck', 'seed = 6', 'seed = 5'],
  ['recheck_sample', 'recheck_item', "subject_id = 'F9'", "subject_id = 'F1'"],
  ['recheck_judgement', 'recheck_judgement', 'agrees = false', 'agrees = true'],
  ['finding_attachment', 'finding_attachment', "file = '另一份.pdf'", "file = '证明.pdf'"],
])('%s', async (sealed, table, changed, back) => {
  const set = (to: string) =>
    sql
      .raw(`alter table ${table} disable trigger all; update ${table} set ${to}; alter table ${table} enable trigger all`)
      .execute(life.home.db);
  await set(changed);
  expect(await fault()).toMatchObject({ kind: 'row-changed', table: sealed });
  await set(back);
  expect(await fault()).toBeNull();
});
