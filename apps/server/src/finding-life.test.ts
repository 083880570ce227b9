// The life of findings over the API: an institution answers by Excel and with a PDF, who may not is told, the queue hands out each once.
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { readWorkbook, writeWorkbook } from '@hengjian/documents';
import { type Home, openHome, setBureauParameter } from '@hengjian/store';
import { type Planted, plant } from '@hengjian/store/finding/testing/planted.ts';
import { takeFindingSteps } from '@hengjian/workflows';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from './api.ts';
import { createApp } from './app.ts';
import { findingLifeOf, moveFindings } from './finding-life.ts';
import { reachSettings } from './reach.ts';

const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-life-api-'));
let home: Home;
let app: App;
/** Four fifths of it are in the scope of payment, and the fund paid half. */
const line = (encounterNo: string, amountFen: number) => ({
  encounterNo,
  lineNo: '1',
  amountFen,
  inScopeFen: (amountFen * 4) / 5,
  fundFen: amountFen / 2,
});
const findings: Planted[] = Array.from({ length: 12 }, (_, i) => ({
  findingId: `F${String(i).padStart(2, '0')}`,
  providerNo: i < 9 ? 'H1' : 'H2',
  records: [line(`M${i}`, (i + 1) * 1000)],
}));

beforeAll(async () => {
  home = await openHome(path.join(scratch, 'home'));
  app = await createApp({ home });
  await app.ready();
  await plant(home, findings);
  await moveFindings(home);
});
afterAll(async () => {
  await app?.close();
  await home?.close();
  rmSync(scratch, { recursive: true, force: true });
});

const ask = async (method: 'GET' | 'POST', url: string, payload?: object | Buffer, by = '甲') => {
  const headers = { 'x-operator': encodeURIComponent(by), ...(Buffer.isBuffer(payload) && { 'content-type': 'application/octet-stream' }) };
  const response = await app.inject({ method, url, headers, ...(payload && { payload }) });
  return { status: response.statusCode, json: () => response.json(), bytes: response.rawPayload, headers: response.headers };
};
const step = (findingIds: string[], action: string, by: string, more: object = {}) =>
  ask('POST', '/api/finding-steps', { findingIds, action, why: '试', ...more }, by).then((answer) => answer.json());

test('the queue hands out the largest first, each to one person; what is skipped is free again', async () => {
  const next = (by: string, after?: string) =>
    ask('POST', '/api/finding-work/next', { state: 'suspect', ...(after && { after }) }, by).then((answer) => answer.json().findingId);
  expect(await Promise.all([next('甲'), next('乙'), next('丙')]).then((ids) => [...ids].sort())).toEqual(['F09', 'F10', 'F11']);
  const own = await next('甲');
  expect(await next('甲')).toBe(own); // still his
  const refused = await step([own], 'uphold', '丁');
  expect(refused.refused[0].issues[0]).toMatchObject({ code: 'finding.locked', message: '甲 正在办理这条疑点' });
  expect(await next('甲', own)).toBe('F08');
  expect(await next('丁')).toBe(own);
});

test('many at once with one reason; then the institution’s sheet: out, filled, in, refused rows told', async () => {
  const ids = findings.slice(0, 8).map((f) => f.findingId);
  expect(await step(ids, 'uphold', '甲')).toMatchObject({ done: ids.map((findingId) => ({ findingId, state: 'feedback' })), refused: [] });
  const sheet = await ask('GET', '/api/institutions/H1/answer-sheet');
  const [{ rows, name } = { rows: [], name: '' }] = await readWorkbook(sheet.bytes);
  const head = rows.findIndex((row) => row.includes('疑点编号'));
  const [id, answer, why] = ['疑点编号', '答复', '理由'].map((title) => (rows[head] as string[]).indexOf(title)) as [
    number,
    number,
    number,
  ];
  const filled = rows.map((row, i) => {
    const given = [...row, '', ''].slice(0, 11);
    if (i <= head) return given;
    const n = i - head - 1;
    given[answer] = ['认可', '申诉', '申诉', '同意', '', '认可'][n] ?? '';
    given[why] = ['', '病程记录可证', '', '', '', ''][n] ?? '';
    return given;
  });
  const again = filled[head + 1] as string[];
  const foreign = [...again].map((cell, column) => (column === id ? 'F09' : cell)); // another institution's
  const bytes = await writeWorkbook([
    { name, widths: [], headRows: 1, rows: [...filled, again, foreign].map((row) => row.map((value) => ({ value }))) },
  ]);
  const taken = (await ask('POST', '/api/institutions/H1/answer-sheet?file=a.xlsx', Buffer.from(bytes), '医保办')).json();
  expect(taken.done).toBe(3);
  const row = (n: number) => head + 2 + n;
  expect(taken.refused).toEqual([
    { row: row(2), findingId: filled[head + 3]?.[id], message: '申诉要写理由' },
    { row: row(3), findingId: filled[head + 4]?.[id], message: '答复“同意”有误，应为“认可”或“申诉”' },
    { row: row(8), findingId: again[id], message: `与第 ${row(0)} 行是同一条疑点` },
    { row: row(9), findingId: 'F09', message: '这条疑点不属于本机构' },
  ]);
  const counts = (await ask('GET', '/api/institutions/H1/findings?state=feedback')).json();
  expect(counts.rows).toHaveLength(5);
});

test('a sheet that is none is refused as a whole', async () => {
  const none = await ask('POST', '/api/institutions/H1/answer-sheet?file=a.xlsx', Buffer.from('no book'));
  expect([none.status, none.json().issues[0].code]).toEqual([422, 'finding.answerNotBook']);
  const other = await writeWorkbook([{ name: 'x', widths: [], headRows: 1, rows: [[{ value: '疑点编号' }, { value: '答复' }]] }]);
  const answer = await ask('POST', '/api/institutions/H1/answer-sheet?file=a.xlsx', Buffer.from(other));
  expect(answer.json().issues[0].message).toBe('a.xlsx：缺少“理由”列：请使用系统导出的答复表');
});

test('an appeal with a PDF; a program in a PDF’s name is not kept; what was kept is sent as a file, never opened', async () => {
  const waiting = (await ask('GET', '/api/institutions/H1/findings?state=feedback')).json().rows[0].findingId;
  const bad = await ask('POST', '/api/finding-attachments?file=x.pdf&provider=H1', Buffer.from('MZ…'));
  expect(bad.json().issues[0].code).toBe('finding.attachmentKind');
  const pdf = Buffer.from('%PDF-1.4\n%%EOF\n');
  const kept = (await ask('POST', `/api/finding-attachments?file=${encodeURIComponent('../申诉<b>书.pdf')}&provider=H1`, pdf)).json();
  expect(kept.file).toBe('申诉_b_书.pdf');
  const answer = await ask(
    'POST',
    '/api/institutions/H1/answers',
    { findingIds: [waiting], action: 'appeal', why: '见附件', attachmentIds: [kept.attachmentId] },
    '医保办',
  );
  expect(answer.json().done).toEqual([{ findingId: waiting, state: 'secondReview' }]);
  const one = (await ask('GET', `/api/finding-cases/${waiting}`)).json();
  expect(one.attachments).toMatchObject([{ file: '申诉_b_书.pdf', size: pdf.length }]);
  const file = await ask('GET', `/api/finding-attachments/${kept.attachmentId}`);
  expect(file.headers['content-type']).toMatch(/octet-stream/);
  expect(file.headers['content-disposition']).toMatch(/^attachment/);
  expect(file.bytes.equals(pdf)).toBe(true);
  // an institution cannot take a reviewer's step, nor answer for another
  const own = await ask('POST', '/api/institutions/H1/answers', { findingIds: [waiting], action: 'maintain', why: 'x' }, '医保办');
  expect(own.json().refused[0].issues[0].code).toBe('finding.notYours');
  const foreign = await ask('POST', '/api/institutions/H2/answers', { findingIds: [waiting], action: 'accept', why: 'x' }, '医保办');
  expect(foreign.json().refused[0].issues[0].code).toBe('finding.otherProvider');
});

test('two appeals at once: one is taken, the other told; the finding has one step more', async () => {
  const id = (await ask('GET', '/api/institutions/H1/findings?state=feedback')).json().rows[0].findingId;
  const appeal = (by: string) =>
    ask('POST', '/api/institutions/H1/answers', { findingIds: [id], action: 'appeal', why: '病程记录可证' }, by).then((a) => a.json());
  const answers = await Promise.all(['医保办', '医务科'].map(appeal));
  expect(answers.flatMap(({ done }) => done)).toEqual([{ findingId: id, state: 'secondReview' }]);
  expect(answers.flatMap(({ refused }) => refused)[0].issues[0]).toMatchObject({
    code: 'finding.noStep',
    message: expect.stringContaining('待复审'),
  });
  const { events } = (await ask('GET', `/api/finding-cases/${id}`)).json();
  expect(events.map(({ action }: { action: string }) => action)).toEqual(['uphold', 'appeal']);
});

test('an upload cut off, one too big, one that turns its name around: nothing is kept, and every one is told', async () => {
  const kept = async () => (await home.db.selectFrom('findingAttachment').select('attachmentId').execute()).length;
  const before = await kept();
  const small = await createApp({ home, reach: reachSettings({ HENGJIAN_BODY_MEGABYTES: '1' }) });
  try {
    const { port } = new URL(await small.listen({ port: 0, host: '127.0.0.1' }));
    const upload = async (length: string, pieces: Iterable<Buffer>, cutOff = false) => {
      const socket = connect(Number(port), '127.0.0.1');
      let answer = '';
      let sent = 0;
      socket.on('data', (chunk) => {
        answer += chunk;
      });
      const closed = new Promise((resolve) => socket.on('close', resolve));
      socket.on('error', () => {});
      socket.write(
        `POST /api/finding-attachments?file=a.pdf HTTP/1.1\r\nHost: x\r\nContent-Type: application/octet-stream\r\n${length}\r\n\r\n`,
      );
      for (const piece of pieces) {
        if (socket.destroyed || answer !== '') break;
        sent += piece.length;
        const chunk = length.startsWith('Transfer')
          ? Buffer.concat([Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n')])
          : piece;
        await new Promise((resolve) => {
          if (socket.write(chunk)) return setImmediate(resolve);
          for (const event of ['drain', 'close']) socket.once(event, resolve);
        });
      }
      if (cutOff) socket.destroy();
      await closed;
      return { answer, sent };
    };
    const megabyte = Buffer.alloc(1_000_000, '%PDF-1.4 ');
    const many = function* () {
      for (let i = 0; i < 500; i += 1) yield megabyte;
    };
    // it says that it is too big: refused before a byte of it is read
    const declared = await upload('Content-Length: 500000000', []);
    expect(declared.answer).toMatch(/^HTTP\/1.1 413 /);
    expect(declared.answer).toContain('文件超过 1 MB，不能上传');
    // it does not say so: refused as soon as it is, and the rest is not waited for
    const streamed = await upload('Transfer-Encoding: chunked', many());
    expect(streamed.answer).toMatch(/^HTTP\/1.1 413 /);
    expect(streamed.sent).toBeLessThan(20_000_000);
    await upload('Content-Length: 800000', [megabyte.subarray(0, 400_000)], true);
    const turned = await small.inject({
      method: 'POST',
      url: `/api/finding-attachments?file=${encodeURIComponent('申诉书\u202Efdp.exe')}`,
      headers: { 'content-type': 'application/octet-stream' },
      payload: Buffer.from('%PDF-1.4\n%%EOF\n'),
    });
    expect([turned.statusCode, turned.json().issues[0].file]).toEqual([422, '申诉书_fdp.exe']);
    expect((await small.inject({ url: '/api/health' })).statusCode).toBe(200);
  } finally {
    await small.close();
  }
  expect(await kept()).toBe(before);
});

test('the panel is blind until it ends', async () => {
  const id = (await ask('GET', '/api/institutions/H1/findings?state=secondReview')).json().rows[0].findingId;
  await step([id], 'maintain', '乙');
  await step([id], 'appeal', '医保办');
  await step([id], 'seat', '科长', { experts: ['一', '二', '三'] });
  await step([id], 'vote', '一', { verdict: 'dismiss' });
  const seen = (by: string) =>
    ask('GET', `/api/finding-cases/${id}`, undefined, by).then((answer) =>
      answer
        .json()
        .events.filter((event: { action: string }) => event.action === 'vote')
        .map((event: { why: string }) => event.why),
    );
  expect(await seen('二')).toEqual(['']);
  expect(await seen('一')).toEqual(['试']);
  await step([id], 'vote', '二', { verdict: 'uphold' });
  await step([id], 'vote', '三', { verdict: 'uphold' });
  expect(await seen('二')).toHaveLength(3);
  expect((await ask('GET', `/api/finding-cases/${id}`)).json()).toMatchObject({ state: 'finalReview' });
});

test('the findings of an account add up to its total', async () => {
  const totals = (await ask('GET', '/api/finding-ledger')).json() as {
    account: string;
    grossFen: number;
    inScopeFen: number;
    fundFen: number;
  }[];
  expect(totals.filter(({ grossFen }) => grossFen !== 0).length).toBeGreaterThan(2);
  for (const { account, grossFen, inScopeFen, fundFen } of totals) {
    // nothing came in yet: every account holds findings, whole
    expect(inScopeFen).toBe((grossFen * 4) / 5);
    const { count, rows } = (await ask('GET', `/api/finding-ledger/findings?account=${account}&size=500`)).json();
    expect(rows).toHaveLength(count);
    const sum = (key: 'grossFen' | 'inScopeFen' | 'fundFen') =>
      rows.reduce((total: number, row: Record<typeof key, number>) => total + row[key], 0);
    expect([account, sum('grossFen'), sum('inScopeFen'), sum('fundFen')]).toEqual([account, grossFen, inScopeFen, fundFen]);
  }
});

test('findings handed on to enforcement: one clue an institution, its number on every one of them; again, the same', async () => {
  const clues = () => home.db.selectFrom('clue').select('matterId').execute();
  const act = (ids: string[]) => step(ids, 'escalate', '甲', { why: '疑似冒名就医' });
  expect((await act(['F06', 'F07', 'F09'])).refused).toEqual([]);
  await act(['F07']);
  expect(await clues()).toHaveLength(2);
  const told = async (id: string) => (await ask('GET', `/api/finding-cases/${id}`)).json();
  const [own, like, other] = await Promise.all(['F06', 'F07', 'F09'].map(told));
  expect([like.clues, other.clues.length, own.escalated]).toEqual([own.clues, 1, true]);
  const file = (await ask('GET', `/api/clues/${own.clues[0].clueId}`)).json().one;
  // the fund paid half of 70.00 and of 80.00 yuan
  expect(file).toMatchObject({ source: 'finding', sourceRef: 'F06', objectNo: 'H1', amountFen: 3_500 + 4_000 });
  expect(file.links.map(({ id }: { id: string }) => id)).toEqual(['F06', 'F07']);
  expect(file.text).toContain('疑点移交，共 2 条');
  expect(file.text).toContain('疑似冒名就医');
});

test('cut off between handing on and its clue: the clue comes with the next round, once, as who handed on said it', async () => {
  const { book, rules } = await findingLifeOf(home);
  const at = Math.floor(Date.now() / 1000);
  const handed = { findingIds: ['F10'], action: 'escalate', act: { by: '乙', why: '疑似分解住院', at } } as const;
  expect((await takeFindingSteps(book, rules, handed)).refused).toEqual([]);
  const clues = async () => (await ask('GET', '/api/finding-cases/F10')).json().clues as { clueId: string }[];
  expect(await clues()).toEqual([]);
  await moveFindings(home);
  await moveFindings(home);
  const [clue, ...more] = await clues();
  expect(more).toEqual([]);
  const file = (await ask('GET', `/api/clues/${clue?.clueId}`)).json();
  expect([file.one.text.includes('疑似分解住院'), file.steps[0].by]).toEqual([true, '乙']);
});

test('whom enforcement should know of: by the sum, or because the rule rests on article 40', async () => {
  // 10,000 yuan is the standard of finding.escalationFen; 空刷 is article 40, whatever it costs
  const records = (fund: number) => [{ encounterNo: `E${fund}`, lineNo: '1', amountFen: 2_000_000, inScopeFen: 2_000_000, fundFen: fund }];
  await plant(home, [
    { findingId: 'G1', records: records(1_000_000) },
    { findingId: 'G2', records: records(999_999) },
    { findingId: 'G3', ruleId: 'empty-swipe', records: records(1) },
  ]);
  await moveFindings(home);
  const advised = async (id: string) => (await ask('GET', `/api/finding-cases/${id}`)).json().escalationAdvised;
  expect(await Promise.all(['G1', 'G2', 'G3'].map(advised))).toEqual(['amount', null, 'fraud']);
});

test('whom enforcement should know of by number: like findings of one institution within the period, dismissed ones left out', async () => {
  const set = (name: string, value: number) =>
    setBureauParameter(home.db, { name, value, region: '*', fromDay: null, toDay: null, by: '管理员', why: '试', at: 0 });
  await set('finding.escalationCount', 3);
  await set('finding.escalationDays', 30);
  // K1 to K3 lie within 30 days (100 to 129), K4 a day too far; K5 elsewhere; another rule, another institution: neither is like
  const days = { K1: 100, K2: 110, K3: 129, K4: 159, K5: 300 };
  const one = (findingId: string, periodDay: number, more: Partial<Planted> = {}): Planted => ({
    findingId,
    periodDay,
    ruleId: 'age-limit',
    providerNo: 'H7',
    records: [line(`E-${findingId}`, 100)],
    ...more,
  });
  await plant(home, [
    ...Object.entries(days).map(([id, on]) => one(id, on)),
    one('K6', 120, { providerNo: 'H8' }),
    one('K7', 120, { ruleId: 'other-rule' }),
  ]);
  await moveFindings(home);
  const advised = () =>
    Promise.all(
      ['K1', 'K2', 'K3', 'K4', 'K5', 'K6', 'K7'].map(async (id) => (await ask('GET', `/api/finding-cases/${id}`)).json().escalationAdvised),
    );
  expect(await advised()).toEqual(['number', 'number', 'number', null, null, null, null]);
  await step(['K2'], 'dismiss', '甲', { cause: 'dataProblem' });
  expect(await advised()).toEqual([null, null, null, null, null, null, null]);
});
