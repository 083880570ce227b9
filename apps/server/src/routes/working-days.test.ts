// A day turns out free after the fact, over the API: what still waits ends later, what silence decided too early is open again.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { dayOf, type Instant, parseInstant } from '@hengjian/domain';
import { casesOf, type Home, openHome } from '@hengjian/store';
import { plant } from '@hengjian/store/finding/testing/planted.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from '../api.ts';
import { createApp } from '../app.ts';

const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-working-days-'));
let home: Home;
let app: App;
let clock = '';
const on = (day: string) => {
  clock = `${day} 10:00:00`;
};
beforeAll(async () => {
  home = await openHome(path.join(scratch, 'home'));
  app = await createApp({ home, now: () => parseInstant(clock) as Instant });
  on('2026-03-09');
  await app.ready();
});
afterAll(async () => {
  await app?.close();
  await home?.close();
  rmSync(scratch, { recursive: true, force: true });
});

const post = async (url: string, payload: object, by: string) =>
  (await app.inject({ method: 'POST', url, payload, headers: { 'x-operator': encodeURIComponent(by) } })).json();
const step = (findingId: string, action: string, by: string) =>
  post('/api/finding-steps', { findingIds: [findingId], action, why: '试' }, by);
const upheld = async (findingId: string) => {
  await plant(home, [
    { findingId, records: [{ encounterNo: `M-${findingId}`, lineNo: '1', amountFen: 1000, inScopeFen: 1000, fundFen: 700 }] },
  ]);
  await post('/api/finding-work/move', {}, '系统');
  await step(findingId, 'uphold', '甲');
};

test('the answer says how many end later, how many are open again, how many are for people', async () => {
  // ten working days from Monday the 9th end on Monday the 23rd; from Monday the 16th on Monday the 30th
  await upheld('F1');
  await upheld('F2');
  on('2026-03-16');
  await upheld('F3');
  on('2026-03-24');
  expect(await post('/api/finding-work/move', {}, '系统')).toMatchObject({ lapsed: 2 });
  await step('F2', 'confirm', '财务');
  on('2026-03-25');
  const free = { day: dayOf(parseInstant('2026-03-18 00:00:00') as Instant), worked: false, why: '补放假' };
  expect(await post('/api/working-days', free, '管理员')).toEqual({ known: 0, extended: 1, reopened: 1, kept: 1 });
  const cases = await casesOf(home.db, ['F1', 'F2', 'F3']);
  expect(new Map(cases.map((one) => [one.one.findingId, one.one.state]))).toEqual(
    new Map([
      ['F1', 'feedback'],
      ['F2', 'recovery'],
      ['F3', 'feedback'],
    ]),
  );
});
