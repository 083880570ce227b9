// An institution answers thousands of findings by one Excel sheet.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readWorkbook, writeWorkbook } from '@hengjian/documents';
import { type Home, openHome } from '@hengjian/store';
import { plant } from '@hengjian/store/finding/testing/planted.ts';
import { takeFindingSteps } from '@hengjian/workflows';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from './api.ts';
import { createApp } from './app.ts';
import { findingLifeOf, moveFindings } from './finding-life.ts';

const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-answers-'));
let home: Home;
let app: App;
beforeAll(async () => {
  home = await openHome(path.join(scratch, 'home'));
  app = await createApp({ home });
  await app.ready();
});
afterAll(async () => {
  await app?.close();
  await home?.close();
  rmSync(scratch, { recursive: true, force: true });
});

const line = (encounterNo: string, amountFen: number) => ({ encounterNo, lineNo: '1', amountFen, fundFen: amountFen / 2 });
const ask = async (method: 'GET' | 'POST', url: string, payload?: Buffer) => {
  const headers = { 'x-operator': encodeURIComponent('医保办'), ...(payload && { 'content-type': 'application/octet-stream' }) };
  const response = await app.inject({ method, url, headers, ...(payload && { payload }) });
  return { json: () => response.json(), bytes: response.rawPayload };
};

test('three thousand on one sheet: each answer counted once, each refused row with its number, no fen lost', async () => {
  const many = 3000;
  const ids = Array.from({ length: many }, (_, i) => `T${String(i).padStart(4, '0')}`);
  await plant(
    home,
    ids.map((findingId, i) => ({ findingId, providerNo: 'H9', records: [line(`N${i}`, 1000)] })),
  );
  await moveFindings(home);
  const { book, rules } = await findingLifeOf(home);
  const upheld = await takeFindingSteps(book, rules, {
    findingIds: ids,
    action: 'uphold',
    act: { by: '甲', why: '试', at: Date.now() / 1000 },
  });
  expect(upheld.done).toHaveLength(many);
  const sheet = await ask('GET', '/api/institutions/H9/answer-sheet');
  const [{ rows, name } = { rows: [], name: '' }] = await readWorkbook(sheet.bytes);
  const head = rows.findIndex((row) => row.includes('疑点编号'));
  const [answer, why] = ['答复', '理由'].map((title) => (rows[head] as string[]).indexOf(title)) as [number, number];
  // of ten: six accepted, two appealed, one appealed without a reason, one left open
  const told = rows.map((row, i) => {
    const given = [...row, '', ''].slice(0, 11);
    const n = i - head - 1;
    if (n < 0) return given;
    given[answer] = n % 10 < 6 ? '认可' : n % 10 < 9 ? '申诉' : '';
    given[why] = n % 10 < 8 ? '病程记录可证' : '';
    return given;
  });
  const filled = await writeWorkbook([{ name, widths: [], headRows: 1, rows: told.map((row) => row.map((value) => ({ value }))) }]);
  const taken = (await ask('POST', '/api/institutions/H9/answer-sheet?file=a.xlsx', Buffer.from(filled))).json();
  expect([rows.length - head - 1, taken.done, taken.refused.length]).toEqual([many, 2400, 300]);
  expect(taken.refused.map(({ row }: { row: number }) => (row - head - 2) % 10)).toEqual(Array(300).fill(8));
  const states = await home.db
    .selectFrom('findingCase')
    .select((e) => ['state', e.fn.countAll<number>().as('n')])
    .where('providerNo', '=', 'H9')
    .groupBy('state')
    .orderBy('state')
    .execute();
  expect(states.map(({ state, n }) => [state, Number(n)])).toEqual([
    ['confirmed', 1800],
    ['feedback', 600],
    ['secondReview', 600],
  ]);
  // 1,800 accepted at 500 fen each are to be recovered, the other 1,200 are still in question
  const { rows: money } = await sql<{ account: string; fen: string }>`
    select account, sum(fund_fen) as fen from finding_ledger group by account having sum(fund_fen) <> 0`.execute(home.db);
  expect(Object.fromEntries(money.map(({ account, fen }) => [account, Number(fen)]))).toEqual({
    source: -1_500_000,
    open: 600_000,
    upheld: 900_000,
  });
});
