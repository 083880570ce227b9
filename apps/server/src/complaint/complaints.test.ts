// A complaint's way over a real home: reported without an account, taken up, merged, concluded, answered, rewarded; the register, the
// journal and the sealed identity follow. Expectations are worked out by hand from the calendar of 2026 and the table of rewards.
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Complaint, currentEntries, parseDay, type RewardRule, rewardOf, rewardRuleFor } from '@hengjian/domain';
import {
  complaintBookOf,
  complaintRulesOf,
  type Home,
  journalOf,
  openHome,
  registerStoreOf,
  replaceRewardRules,
  sealerOf,
} from '@hengjian/store';
import { type ComplaintStepWish, receiveComplaint, takeComplaintStep, verifyJournal } from '@hengjian/workflows';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../api.ts';
import { createApp } from '../app.ts';
import { captchaDesk } from './captcha.ts';

const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-complaints-'));
let home: Home;
let app: App;
const day = (text: string) => parseDay(text) as number;
const at = (text: string) => day(text) * 86_400 + 9 * 3600;
/** One white pixel. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEANl9ngAAAAABJRU5ErkJggg==';

beforeAll(async () => {
  home = await openHome(path.join(scratch, 'home'));
  app = await createApp({ home, captchas: captchaDesk(() => 'ACEFH') });
  await app.ready();
});
afterAll(async () => {
  await app?.close();
  await home?.close();
  rmSync(scratch, { recursive: true, force: true });
});

const call = async (method: 'GET' | 'POST', url: string, payload?: object, by?: string) => {
  const headers = by ? { 'x-operator': encodeURIComponent(by) } : {};
  const response = await app.inject({ method, url, headers, ...(payload && { payload }) });
  return { status: response.statusCode, text: response.body, json: response.json() };
};
const ports = async (now: number) => ({
  book: complaintBookOf(home.db),
  sealer: sealerOf(home.folder),
  rules: await complaintRulesOf(home.db, '*', now),
});
const told = {
  kind: 'report',
  object: 'provider',
  objectName: '第一医院',
  matter: 'falseCare',
  facts: '虚假住院',
  insider: false,
} as const;
const received = async (receivedOn: string, more: object = {}) => {
  const wish = {
    ...told,
    channel: 'telephone' as const,
    providerNo: 'H1',
    reporter: null,
    pictures: [],
    receivedOn: day(receivedOn),
    by: '甲',
    at: at(receivedOn),
    ...more,
  };
  const outcome = await receiveComplaint(await ports(at(receivedOn)), wish);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
};
const step = async (
  complaintId: string,
  action: ComplaintStepWish['action'],
  on: string,
  by: string,
  more: Partial<ComplaintStepWish> = {},
) => takeComplaintStep(await ports(at(on)), { complaintId, action, by, why: '意见', at: at(on), ...more });
const must = (outcome: Awaited<ReturnType<typeof step>>): Complaint => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
};
const codes = (outcome: Awaited<ReturnType<typeof step>>) => outcome.issues.map(({ code, facts }) => facts.condition ?? code);
const entryOf = async (complaintId: string) =>
  currentEntries(await registerStoreOf(home.db).entries({ registerId: 'complaints' })).find(({ values }) => values.note === complaintId);

describe('the public page', () => {
  const fresh = async () => (await call('GET', '/api/public/captcha')).json;
  const report = async (more: object = {}) => {
    const { captchaId } = await fresh();
    return call('POST', '/api/public/reports', { ...told, captchaId, captcha: 'acefh', ...more });
  };

  test('a picture is a PNG of our own, good once and only for its answer', async () => {
    const { captchaId, picture } = await fresh();
    expect(Buffer.from(picture.split(',')[1], 'base64').subarray(1, 4).toString()).toBe('PNG');
    const wrong = await call('POST', '/api/public/reports', { ...told, captchaId, captcha: 'WRONG' });
    expect(wrong.json.issues[0].code).toBe('complaint.captcha');
    const again = await call('POST', '/api/public/reports', { ...told, captchaId, captcha: 'ACEFH' });
    expect(again.json.issues[0].code).toBe('complaint.captcha');
  });

  test('a named report with a picture: a code to follow it; nobody reads the identity at rest', async () => {
    const sent = await report({ reporter: { name: '赵某某', telephone: '000-0000' }, pictures: [`data:image/png;base64,${PNG}`] });
    expect(sent.status).toBe(200);
    const { complaintId, code } = sent.json;
    expect(code).toMatch(/^[2-9A-Z]{12}$/);
    const follow = (text: string) => call('POST', '/api/public/reports/follow', { code: text });
    const spoken = `${code.slice(0, 4)}-${code.slice(4, 8)} ${code.slice(8).toLowerCase()}`;
    expect((await follow(spoken)).json).toEqual({
      complaintId,
      state: 'received',
      stateName: '待受理',
      receivedOn: expect.any(Number),
      closedOn: null,
      reply: null,
    });
    expect((await follow('AAAABBBBCCCC')).status).toBe(404);
    const row = await sql<{
      all: string;
    }>`select c::text || coalesce((select string_agg(encode(sealed, 'base64'), '') from complaint_picture), '') as all from complaint c`.execute(
      home.db,
    );
    const journal = JSON.stringify(await journalOf(home.db).after(0, 100));
    for (const kept of [row.rows[0]?.all ?? '', journal]) {
      expect(kept).not.toContain('赵某某');
      expect(kept).not.toContain('000-0000');
      expect(kept).not.toContain(code);
    }
    expect(row.rows[0]?.all).not.toContain(PNG.slice(0, 30));
    expect(statSync(path.join(home.folder, 'keys', 'reporter.key')).mode & 0o777).toBe(0o600);
    expect(readFileSync(path.join(home.folder, 'keys', 'reporter.key'), 'utf8').trim()).toMatch(/^[0-9a-f]{64}$/);
  });

  test('each look at the identity is recorded, with its reason, before it is shown', async () => {
    const { complaintId } = (await call('GET', '/api/complaints')).json.rows[0];
    expect((await call('GET', `/api/complaints/${complaintId}`)).text).not.toContain('赵某某');
    const look = (why: string) => call('POST', `/api/complaints/${complaintId}/identity`, { why }, '李处');
    expect((await look('')).json.issues[0].code).toBe('account.why');
    const shown = await look('联系举报人核实');
    expect(shown.json.reporter).toEqual({ name: '赵某某', telephone: '000-0000' });
    expect(shown.json.pictures).toEqual([`data:image/png;base64,${PNG}`]);
    const log = await home.db.selectFrom('personalDataAccess').selectAll().execute();
    expect(log).toMatchObject([{ operator: '李处', subject: `complaint:${complaintId}`, why: '联系举报人核实', purpose: 'view' }]);
  });

  test('a seal is bound to its complaint', () => {
    const sealer = sealerOf(home.folder);
    const sealed = sealer.seal(Buffer.from('x'), 'JB1');
    expect(Buffer.from(sealer.open(sealed, 'JB1')).toString()).toBe('x');
    expect(() => sealer.open(sealed, 'JB2')).toThrow();
  });

  test('what is no picture, what lacks its facts, and who comes too often is refused', async () => {
    const bad = await report({ facts: ' ', pictures: [Buffer.from('<script>').toString('base64')], reporter: { name: '', telephone: '' } });
    expect(bad.json.issues.map((one: { code: string }) => one.code)).toEqual([
      'complaint.missing',
      'complaint.contact',
      'complaint.picture',
    ]);
    const answers = [];
    for (let i = 0; i < 12; i++) answers.push((await report()).status);
    expect(answers.filter((status) => status === 429).length).toBe(4);
  });
});

describe('limits in working days', () => {
  test('five days to take up, fifteen to verify, fifteen more once; National Day is not counted', async () => {
    // 2026: holiday from 1 to 7 October, 20 September and 10 October are worked (State Council notice of November 2025)
    const { complaintId } = await received('2026-09-28');
    const book = complaintBookOf(home.db);
    // 29, 30 September, 8, 9, 10 October
    expect((await book.find(complaintId))?.dueDay).toBe(day('2026-10-10'));
    expect(must(await step(complaintId, 'accept', '2026-09-29', '甲')).dueDay).toBe(day('2026-10-26'));
    expect(must(await step(complaintId, 'extend', '2026-10-20', '科长')).dueDay).toBe(day('2026-11-16'));
    expect(codes(await step(complaintId, 'extend', '2026-10-20', '科长'))).toEqual(['notExtended']);
  });
  test('a petition has five working days', async () => {
    const { complaintId } = await received('2026-06-08', { kind: 'petition', channel: 'visit' });
    expect(must(await step(complaintId, 'accept', '2026-06-08', '甲')).dueDay).toBe(day('2026-06-15'));
  });
});

describe('from report to reward', () => {
  const rule = (more: Partial<RewardRule>): RewardRule => ({
    region: '*',
    object: 'provider',
    fromFen: 0,
    toFen: 50_000_000,
    rate: 200,
    floorFen: 50_000,
    capFen: 20_000_000,
    insiderFactor: 120,
    fromDay: null,
    toDay: null,
    source: '示例',
    ...more,
  });
  // institution up to 500,000 yuan: 2 %, at least 500; above: 4 %, at most 200,000 (local table B of the reference)
  const table = [rule({}), rule({ fromFen: 50_000_000, toFen: null, rate: 400 })];

  test.each([
    ['2 % of 100,000 yuan', 10_000_000, false, 200_000],
    ['an insider a fifth more', 10_000_000, true, 240_000],
    ['not below the floor', 100_000, false, 50_000],
    ['just below the limit of 500,000', 49_999_999, false, 1_000_000],
    ['at 500,000 the other rate', 50_000_000, false, 2_000_000],
    ['not above the cap', 100_000_000_000, false, 20_000_000],
    ['half a fen rounds up', 5_000_025, false, 100_001],
  ])('%s', (_, valueFen, insider, rewardFen) => {
    const found = rewardRuleFor(table, { region: '330100', object: 'provider', valueFen, day: 0 });
    expect(found && rewardOf(found, valueFen, insider)).toBe(rewardFen);
  });

  test('the whole way, with its register entries', async () => {
    await replaceRewardRules(home.db, '*', table, '科长', at('2026-06-01'));
    const first = await received('2026-06-01', { reporter: { name: '钱某某', telephone: '1' } });
    const second = await received('2026-06-02', { reporter: { name: '孙某某', telephone: '2' } });
    const id = first.complaintId;
    expect((await entryOf(id))?.values).toMatchObject({ closedOn: null, kind: 'report', subject: '虚假住院、虚开票据' });
    must(await step(id, 'accept', '2026-06-02', '甲', { assignedTo: '乙' }));
    expect(codes(await step(second.complaintId, 'merge', '2026-06-02', '甲', { into: second.complaintId }))).toEqual(['canHold']);
    must(await step(second.complaintId, 'merge', '2026-06-02', '甲', { into: id }));
    expect(await entryOf(second.complaintId)).toBeUndefined();
    must(await step(id, 'link', '2026-06-03', '乙', { findingIds: ['F1', 'F1'] }));
    expect(codes(await step(id, 'reply', '2026-06-03', '乙', { reply: '先答复' }))).toEqual(['complaint.no-step']);
    expect(codes(await step(id, 'conclude', '2026-06-04', '乙'))).toEqual(['complaint.missing']);
    must(await step(id, 'conclude', '2026-06-04', '乙', { result: 'verified', valueFen: 10_000_000 }));
    const closed = must(await step(id, 'reply', '2026-06-08', '乙', { reply: '已查实，责令退回' }));
    // 2, 3, 4, 5 and 8 June
    expect(closed).toMatchObject({ state: 'closed', closedOn: day('2026-06-08'), workingDayCount: 5, findingIds: ['F1'] });
    must(await step(id, 'satisfaction', '2026-06-09', '乙', { satisfied: true }));
    expect(codes(await step(id, 'reward', '2026-06-09', '乙'))).toEqual(['anotherPerson']);
    expect(must(await step(id, 'reward', '2026-06-09', '科长')).rewardFen).toBe(200_000);
    expect(codes(await step(id, 'reward', '2026-06-10', '科长'))).toEqual(['notRewarded']);
    expect((await entryOf(id))?.values).toMatchObject({
      closedOn: day('2026-06-08'),
      workingDayCount: 5,
      satisfied: true,
      rewardFen: 200_000,
    });
    // who was merged is answered with the other
    const followed = await call('POST', '/api/public/reports/follow', { code: second.code });
    expect(followed.json).toMatchObject({ complaintId: second.complaintId, state: 'closed', reply: '已查实，责令退回' });
  });

  test('anonymous, unfounded, and second reporters get nothing', async () => {
    const done = async (more: object, result: 'verified' | 'unfounded') => {
      const { complaintId } = await received('2026-06-03', more);
      must(await step(complaintId, 'accept', '2026-06-04', '乙'));
      must(await step(complaintId, 'conclude', '2026-06-05', '乙', { result, valueFen: 100 }));
      must(await step(complaintId, 'reply', '2026-06-05', '乙', { reply: '已办' }));
      return complaintId;
    };
    const someone = { reporter: { name: '某', telephone: '3' } };
    expect(codes(await step(await done({}, 'verified'), 'reward', '2026-06-06', '科长'))).toEqual(['named']);
    expect(codes(await step(await done(someone, 'unfounded'), 'reward', '2026-06-06', '科长'))).toEqual(['verified']);
    const earlier = await received('2026-05-20', someone);
    const later = await received('2026-06-03', someone);
    must(await step(later.complaintId, 'accept', '2026-06-04', '乙'));
    must(await step(earlier.complaintId, 'merge', '2026-06-04', '乙', { into: later.complaintId }));
    must(await step(later.complaintId, 'conclude', '2026-06-05', '乙', { result: 'verified', valueFen: 100 }));
    must(await step(later.complaintId, 'reply', '2026-06-05', '乙', { reply: '已办' }));
    expect(codes(await step(later.complaintId, 'reward', '2026-06-06', '科长'))).toEqual(['firstReporter']);
  });

  test('a report becomes a clue once; the clue tells what it is about, neither what was written nor by whom', async () => {
    const { complaintId } = await received('2026-06-10', { reporter: { name: '某', telephone: '3' } });
    const early = await call('POST', `/api/complaints/${complaintId}/clue`, {});
    expect([early.status, early.json.issues[0].code]).toEqual([422, 'complaint.no-clue']);
    must(await step(complaintId, 'accept', '2026-06-11', '甲'));
    const file = async () => (await call('GET', `/api/complaints/${complaintId}`)).json;
    expect(await file()).toMatchObject({ clues: [], mayHandOn: true });
    const [first, again] = [
      await call('POST', `/api/complaints/${complaintId}/clue`, {}),
      await call('POST', `/api/complaints/${complaintId}/clue`, {}),
    ];
    expect(again.json).toEqual(first.json);
    expect(await file()).toMatchObject({ clues: [{ clueId: first.json.clueId, caseId: null }], mayHandOn: false });
    const { one } = (await call('GET', `/api/clues/${first.json.clueId}`)).json;
    expect(one).toMatchObject({ source: 'complaint', sourceRef: complaintId, text: `虚假住院、虚开票据，见举报投诉 ${complaintId}` });
  });

  test('two people at once: one step is taken, the other is told that it is too late', async () => {
    const { complaintId } = await received('2026-06-10');
    const both = await Promise.all([step(complaintId, 'accept', '2026-06-11', '甲'), step(complaintId, 'decline', '2026-06-11', '乙')]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.flatMap(codes)).toEqual(['complaint.no-step']);
  });

  test('the journal stands, and tells when a complaint was changed behind our back', async () => {
    const journal = journalOf(home.db);
    expect((await verifyJournal(journal)).fault).toBeNull();
    await sql`update complaint set reward_fen = 20000000 where reward_fen = 200000`.execute(home.db);
    expect((await verifyJournal(journal)).fault).toMatchObject({ kind: 'row-changed', table: 'complaint', step: { action: 'reward' } });
  });
});
