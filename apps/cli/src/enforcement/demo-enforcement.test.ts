// The demonstration's supervision on the spot, on a real home: drawn, inspected, decided, paid, filed away; registers and journal agree.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { currentEntries } from '@hengjian/domain';
import { type Home, journalOf, matterPage, openHome, registerStoreOf } from '@hengjian/store';
import { verifyJournal } from '@hengjian/workflows';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoEnforcement } from './demo-enforcement.ts';

const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-demo-enforcement-'));
let home: Home;
beforeAll(async () => {
  home = await openHome(path.join(scratch, 'home'));
}, 120_000);
afterAll(async () => {
  await home?.close();
  rmSync(scratch, { recursive: true, force: true });
});

test('one plan drawn, one visit, one case to its bound file; the money is counted once', { timeout: 120_000 }, async () => {
  const providers = new Map(
    [1, 2, 3, 4, 5].map((i) => [`H${i}`, { providerNo: `H${i}`, name: `示例医院${i}`, kind: 'medical', level: 2 }] as const),
  );
  await demoEnforcement({ home, names: { providers: async () => providers }, encounters: async () => [] });
  const all = { offset: 0, limit: 10 };
  expect((await matterPage(home.db, 'inspection', all)).total).toBe(3);
  const { rows } = await matterPage(home.db, 'enforcementCase', all);
  expect(rows.map(({ state, outcome, refundFen, fineFen }) => [state, outcome, refundFen, fineFen])).toEqual([
    ['archived', 'punish', 7_380_000, 8_118_000],
  ]);
  const entries = async (registerId: string) => currentEntries(await registerStoreOf(home.db).entries({ registerId }));
  expect((await entries('recoveries')).map(({ values }) => [values.kind, values.amountFen]).sort()).toEqual([
    ['fine', 8_118_000],
    ['recovery', 7_380_000],
    ['selfRefund', 1_260_000],
  ]);
  expect((await entries('archives')).map(({ values }) => [values.dueCount, values.filedCount])).toEqual([[1, 1]]);
  expect((await entries('provider-inspections')).map(({ values }) => [values.kind, values.problemFound])).toEqual([['special', true]]);
  expect((await verifyJournal(journalOf(home.db))).fault).toBeNull();
});
