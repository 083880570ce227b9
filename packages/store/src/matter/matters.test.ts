// Matters over a real home: numbers, steps, one clue a source, what is sealed, and the limits in working days.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { dayOfDate, SECONDS_PER_DAY } from '@hengjian/domain';
import { type MatterPorts, openClue, takeClueStep, verifyJournal } from '@hengjian/workflows';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Home, openHome } from '../home.ts';
import { journalOf } from '../journal/journal.ts';
import { matterBookOf, matterPage } from './matter-book.ts';
import { matterLimits } from './matter-limits.ts';

const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-matters-'));
let home: Home;
let ports: MatterPorts;
/** 2026-03-02, a Monday; 清明 is 2026-04-04 to 04-06, so that 15 working days end on Monday, 2026-03-23. */
const MONDAY = dayOfDate(2026, 3, 2);
const at = MONDAY * SECONDS_PER_DAY + 9 * 3600;

beforeAll(async () => {
  home = await openHome(path.join(scratch, 'home'));
  ports = { book: matterBookOf(home.db), limits: (day) => matterLimits(home.db, '*', day) };
});
afterAll(async () => {
  await home?.close();
  rmSync(scratch, { recursive: true, force: true });
});

const told = { source: 'alert', object: 'provider', objectNo: 'H1', objectName: '示例医院', text: '夜间集中结算', by: '系统', at } as const;

test('the same source opens one clue, also when asked at the same time', async () => {
  const asked = await Promise.all([1, 2, 3].map(() => openClue(ports, { ...told, sourceRef: 'alert-7' })));
  const ids = new Set(asked.map((one) => one.ok && one.value.matterId));
  expect([...ids]).toEqual([expect.stringMatching(/^XS2026-\d{6}$/)]);
  expect((await matterPage(home.db, 'clue', { offset: 0, limit: 10 })).total).toBe(1);
});

test('15 working days, 15 more once; dismissed by the head with a reason', async () => {
  const opened = await openClue(ports, told);
  if (!opened.ok) throw new Error();
  const { matterId, dueDay } = opened.value;
  expect(dueDay).toBe(dayOfDate(2026, 3, 23));
  const step = (action: 'extend' | 'verify' | 'dismiss' | 'file', given: Record<string, string> = {}, why = '办理') =>
    takeClueStep(ports, { matterId, action, by: '甲', at, why, given });
  const extended = await step('extend');
  // 15 working days after 2026-03-23, over 清明 (04-04 to 04-06, no day worked in exchange before 04-14)
  expect(extended.ok && extended.value.dueDay).toBe(dayOfDate(2026, 4, 14));
  expect(await step('extend')).toMatchObject({ ok: false, issues: [{ code: 'clue.extended' }] });
  expect(await step('verify', { verification: '调取记录', grounded: '否' }, '')).toMatchObject({ issues: [{ code: 'matter.why' }] });
  expect(await step('verify', { grounded: '也许' })).toMatchObject({
    issues: [{ code: 'register.required' }, { code: 'register.not-a-flag' }],
  });
  expect(await step('verify', { verification: '未见异常', grounded: '否' })).toMatchObject({ ok: true, value: { state: 'verified' } });
  expect(await step('file', { causeCode: 'AY13', actEndedOn: '2026-01-31' })).toMatchObject({
    ok: false,
    issues: [{ code: 'clue.notGrounded' }],
  });
  expect(await step('dismiss')).toMatchObject({ ok: true, value: { state: 'dismissed', closedOn: MONDAY, dueDay: null } });
  expect(await step('dismiss')).toMatchObject({ ok: false, issues: [{ code: 'matter.noStep' }] });
});

test('a clue changed behind the application’s back shows', async () => {
  expect((await verifyJournal(journalOf(home.db))).fault).toBeNull();
  await sql`update clue set content = content || '{"text": "x"}' where source_ref = 'alert-7'`.execute(home.db);
  expect((await verifyJournal(journalOf(home.db))).fault).toMatchObject({ kind: 'row-changed', table: 'clue' });
});
