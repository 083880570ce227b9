// Threads that answer audits: the same answers as without them, what was answered with a reason is silent in all of them, a change of
// knowledge is seen whole or not at all.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseDay } from '@hengjian/domain';
import { callShelfOf, exemptedInCalls, exemptionBookOf, type Home, knowledgeStoreOf, openHome } from '@hengjian/store';
import { addExemption, endExemption, importKnowledge } from '@hengjian/workflows';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { App } from '../api.ts';
import { createApp } from '../app.ts';
import { rulePortsOf } from '../rule-ports.ts';

const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-threads-'));
let home: Home;
let app: App;
let url = '';
let warm = 0;
const before: string[] = [];

beforeAll(async () => {
  home = await openHome(path.join(scratch, 'home'));
  await flip(1);
  // an order that nobody had time to judge has no reminder either
  vi.stubEnv('HENGJIAN_AUDIT_DEADLINE_MS', '30000');
  app = await createApp({ home, auditThreads: 2, onAuditThread: (n) => (warm = n) });
  url = await app.listen({ port: 0, host: '127.0.0.1' });
  // answered by the thread that listens, while the others warm up
  for (const one of asked) before.push(await told(await send(one)));
  await vi.waitFor(() => expect(warm).toBe(2), { timeout: 90_000, interval: 50 });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await app?.close();
  await home?.close();
  rmSync(scratch, { recursive: true, force: true });
});

/** Two drugs for one sex alone, both changed by one import. */
const [A, B] = ['XTESTA0000000000000000A', 'XTESTB0000000000000000B'];
let clock = 1_800_000_000;
async function flip(sex: 1 | 2): Promise<void> {
  const rows = [A, B].map((code, i) => ({
    row: i + 1,
    fields: {
      id: `T-${i}`,
      ruleName: '药品区分性别使用',
      codes: code,
      subject: `试药${i}`,
      constraint: `限${sex === 1 ? '男' : '女'}性`,
      params: { sex },
    },
  }));
  clock += 1;
  const done = await importKnowledge(knowledgeStoreOf(home.db), {
    files: [{ file: '试.jsonl', rows, issues: [], damaged: false }],
    by: '经办',
    now: clock,
  });
  expect(done).toMatchObject({ ok: true, value: { structured: 2 } });
}
const message = (encounter: string, codes: readonly string[], more: object = {}) => {
  const orders = codes.map((hilist_code, i) => ({
    rx_id: `R${i}`,
    hilist_type: '101',
    hilist_code,
    cnt: '2',
    pric: '31.50',
    sumamt: '63.00',
    drord_begn_date: '2025-03-02 09:30:00',
  }));
  const visit = {
    mdtrt_id: encounter,
    medins_id: 'H1',
    med_type: '11',
    adm_date: '2025-03-02 09:00:00',
    fsi_order_dtos: orders,
    fsi_diagnose_dtos: [{ dise_codg: 'C34.900', maindise_flag: '0' }],
  };
  const patient = { patn_id: 'P1', gend: '2', brdy: '1970-01-02', curr_mdtrt_id: encounter, fsi_encounter_dtos: [visit] };
  const data = { trig_scen: '5', patient_dtos: [patient] };
  return JSON.stringify({ infno: '3101', msgid: encounter, fixmedins_code: 'H1', ...more, input: { data } });
};
const FINASTERIDE = 'XG04CBA170A001010190027';
const asked = [
  message('S1', [A, B, FINASTERIDE]),
  message('S2', ['OTHER']),
  message('S3', [FINASTERIDE, FINASTERIDE], { infno: '3102' }),
  message('S4', [A]).replace('"patient_dtos"', '"nobody"'),
  '{"infno":"3101","fixmedins_code":"H1","input":{"data":',
];
const send = async (body: string) => fetch(`${url}/fsi/3101`, { method: 'POST', body });
/** An answer without its times and numbers. */
const told = async (response: Response) =>
  (await response.text()).replaceAll(/"(inf_refmsgid|refmsg_time|respond_time)":"\d+"/g, '').replaceAll(/A\d{10,}/g, 'A');

test('the same answers as without threads, accounted for in the same way', async () => {
  for (const [i, one] of asked.entries()) expect(await told(await send(one))).toBe(before[i]);
  expect(before[0]).toContain('非那雄胺片');
  expect(before[3]).toContain('patient_dtos');
  const rows = () => callShelfOf(home).list({ text: 'S', infno: '3101', limit: 50 });
  await vi.waitFor(async () => expect((await rows()).map(({ msgid }) => msgid).sort()).toEqual(['S1', 'S1', 'S2', 'S2', 'S4', 'S4']), {
    timeout: 15_000,
    interval: 50,
  });
  const [first, second] = (await rows())
    .filter(({ msgid }) => msgid === 'S1')
    .map(({ serial: _, receivedAt: _at, milliseconds: _ms, ...row }) => row);
  expect(first).toEqual(second);
  expect(first).toMatchObject({ outcome: 'answered', reminders: 3, undecided: 0, medicalKind: '11' });
});

test('what was answered with a reason is silent in every thread', async () => {
  const one = message('Q1', [FINASTERIDE]);
  const { output } = (await (await send(one)).json()) as { output: { result: { jr_id: string }[] } };
  const warns = [{ warn_rslt_id: output.result[0]?.jr_id, dspo_way: '1', dspo_way_rea: '已备案' }];
  const input = { data: { warn_type: '1', warns } };
  const answer = await (await send(JSON.stringify({ infno: '3103', msgid: 'Q1-f', fixmedins_code: 'H1', input }))).json();
  expect(answer).toMatchObject({ infcode: 0 });
  const all = await Promise.all(Array.from({ length: 12 }, async () => (await send(one)).json() as Promise<typeof answer>));
  expect(all.map((said) => (said as { output: { result: unknown[] } }).output.result)).toEqual(all.map(() => []));
});

test('more at once than threads take, some longer than a thread is waited for: each is answered alike and accounted for once', async () => {
  const long = Array.from({ length: 4000 }, (_, n) => (n % 500 === 0 ? FINASTERIDE : `OTHER${n}`));
  const ofKind = (n: number) => (n % 20 === 7 ? long : [FINASTERIDE, 'OTHER']);
  const numbers = Array.from({ length: 240 }, (_, n) => n);
  const answers = await Promise.all(numbers.map(async (n) => told(await send(message(`M${n}`, ofKind(n))))));
  const alike = (encounter: number) => (answers[encounter] as string).replaceAll(`M${encounter}`, 'M');
  for (const n of numbers) expect(alike(n), String(n)).toBe(alike(n % 20 === 7 ? 7 : 0));
  const rows = () => callShelfOf(home).list({ text: 'M', infno: '3101', limit: 500 });
  await vi.waitFor(async () => expect(await rows()).toHaveLength(240), { timeout: 30_000, interval: 100 });
  expect(new Set((await rows()).map(({ msgid }) => msgid)).size).toBe(240);
  // accounts that came late would be here by now
  await new Promise((later) => setTimeout(later, 1500));
  expect(await rows()).toHaveLength(240);
}, 120_000);

test('knowledge that changes under load: two rows of one import are seen together, in every answer', async () => {
  const counts = new Map<number, number>();
  let stop = false;
  const asking = Array.from({ length: 6 }, async (_, worker) => {
    for (let n = 0; !stop; n += 1) {
      const answer = (await (await send(message(`L${worker}-${n}`, [A, B]))).json()) as { output: { result: unknown[] } };
      counts.set(answer.output.result.length, (counts.get(answer.output.result.length) ?? 0) + 1);
    }
  });
  for (let n = 0; n < 6; n += 1) {
    await flip(n % 2 === 0 ? 2 : 1);
    // until it was seen: within the second
    const seen = counts.get(n % 2 === 0 ? 0 : 2) ?? 0;
    await vi.waitFor(() => expect(counts.get(n % 2 === 0 ? 0 : 2) ?? 0).toBeGreaterThan(seen + 5), { timeout: 60_000, interval: 20 });
  }
  stop = true;
  await Promise.all(asking);
  expect([...counts.keys()].sort()).toEqual([0, 2]);
}, 180_000);

test('exemptions that change under load: both orders of a message are exempt or neither, and every use is counted', async () => {
  await flip(1);
  const counts = new Map<number, number>();
  let [stop, counting] = [false, false];
  /** How many answers in a row had as many reminders as the last one, and since when. */
  let row = { reminders: -1, answers: 0, since: 0 };
  const asking = Array.from({ length: 6 }, async (_, worker) => {
    for (let n = 0; !stop; n += 1) {
      const counted = counting;
      const answer = (await (await send(message(`${counted ? 'X' : 'W'}${worker}-${n}`, [A, B]))).json()) as {
        output: { result: unknown[] };
      };
      const reminders = answer.output.result.length;
      if (counted) counts.set(reminders, (counts.get(reminders) ?? 0) + 1);
      row = row.reminders === reminders ? { ...row, answers: row.answers + 1 } : { reminders, answers: 1, since: performance.now() };
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  });
  // threads change over one after the other: so many in a row are of all that answer now
  const all = (reminders: number, lasting = 0) =>
    vi.waitFor(() => expect(row.reminders === reminders && row.answers > 60 && performance.now() - row.since > lasting).toBe(true), {
      timeout: 60_000,
      interval: 20,
    });
  const exemptions = exemptionBookOf(home.db);
  const ports = { exemptions, book: rulePortsOf(home).book };
  // a tumour anywhere among the diagnoses: no column of an order tells
  const tumours = { kind: 'other', title: '肿瘤', ruleIds: null, acts: 'finding', encounter: { diagnoses: ['C'] }, from: null, to: null };
  // without a reminder is what the knowledge before the flip said, too; the thread that listens changes within a second, and answers seldom
  await all(2, 5000);
  counting = true;
  for (let n = 0; n < 3; n += 1) {
    clock += 1;
    const added = await addExemption(ports, tumours, { by: '甲', why: '试', at: clock });
    if (!added.ok) throw new Error(JSON.stringify(added.issues));
    await all(0);
    clock += 1;
    await endExemption({ exemptions }, added.value.exemptionId, parseDay('2025-03-01') as number, { by: '甲', why: '到期', at: clock });
    await all(2);
  }
  stop = true;
  await Promise.all(asking);
  expect([...counts.keys()].sort()).toEqual([0, 2]);
  await vi.waitFor(
    async () => {
      const used = [...(await exemptedInCalls(home.db)).values()];
      expect(used).toHaveLength(3);
      expect(used.reduce((sum, n) => sum + n, 0)).toBe(2 * (counts.get(0) ?? 0));
    },
    { timeout: 60_000, interval: 200 },
  );
}, 400_000);
