// A survey's way over a real home: drawn up from a template, published, answered on the page and on paper, closed into the register, from
// which the indicator's measure counts. Expectations are counted by hand.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { currentEntries, parseDay } from '@hengjian/domain';
import { answerBookOf, type Home, journalOf, openHome, registerStoreOf } from '@hengjian/store';
import { answerSurvey, giveCodes, verifyJournal } from '@hengjian/workflows';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from '../api.ts';
import { createApp } from '../app.ts';
import { captchaDesk } from '../complaint/captcha.ts';

const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-surveys-'));
const today = parseDay('2026-03-10') as number;
let clock = today * 86_400 + 9 * 3600;
let home: Home;
let app: App;

beforeAll(async () => {
  home = await openHome(path.join(scratch, 'home'));
  app = await createApp({ home, captchas: captchaDesk(() => 'ACEFH'), now: () => clock });
  await app.ready();
});
afterAll(async () => {
  await app?.close();
  await home?.close();
  rmSync(scratch, { recursive: true, force: true });
});

const call = async (method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) => {
  const headers = { 'x-operator': encodeURIComponent('甲') };
  const response = await app.inject({ method, url, headers, ...(payload && { payload }) });
  return { status: response.statusCode, json: response.json() };
};
const codesOf = ({ json }: { json: { issues?: { code: string }[] } }) => json.issues?.map(({ code }) => code);
const drawUp = async (more: object = {}) => {
  const { templates } = (await call('GET', '/api/surveys/beginning')).json;
  const { questionnaire, group } = templates.find(({ id }: { id: string }) => id === 'insured');
  const design = {
    title: '参保群众满意度',
    group,
    project: '监管经费',
    population: 200,
    method: 'visitors',
    access: 'open',
    until: today + 5,
    questionnaire,
    ...more,
  };
  return { design, id: (await call('POST', '/api/surveys', design)).json.matterId as string };
};
const step = (id: string, action: string, given: object = {}) => call('POST', `/api/surveys/${id}/steps/${action}`, { why: '办理', given });
const open = async (more: object = {}) => {
  const { id } = await drawUp(more);
  await step(id, 'publish');
  return id;
};
/** Satisfied (很满意), or not (不满意); aware or not. */
const answers = (satisfied: boolean, aware: boolean) => ({ overall: [satisfied ? 0 : 3], aware: [aware ? 1 : 2] });
const answer = async (id: string, body: object, captcha = 'acefh') => {
  const { captchaId } = (await call('GET', '/api/public/captcha')).json;
  return call('POST', `/api/public/surveys/${id}/answers`, { captchaId, captcha, ...body });
};
const entriesOf = async (id: string) =>
  currentEntries(await registerStoreOf(home.db).entries({ registerId: 'satisfaction-surveys' })).filter(({ values }) => values.note === id);

test('a draft is nobody’s business outside; changed, its older version stays; what cannot be counted is refused', async () => {
  const { id, design } = await drawUp();
  expect(id).toMatch(/^DC2026-\d{6}$/);
  expect((await call('GET', `/api/public/surveys/${id}`)).status).toBe(404);
  const nothing = design.questionnaire.questions.map((one: object) => ({ ...one, counts: null }));
  const refused = await call('PUT', `/api/surveys/${id}`, { ...design, questionnaire: { opening: '', questions: nothing } });
  expect(codesOf(refused)).toEqual(['survey.nothing-counts']);
  expect(codesOf(await call('PUT', `/api/surveys/${id}`, { ...design, method: 'random' }))).toEqual(['survey.open-is-not-random']);
  const questions = design.questionnaire.questions.slice(1);
  await call('PUT', `/api/surveys/${id}`, { ...design, questionnaire: { opening: '您好', questions } });
  const file = (await call('GET', `/api/surveys/${id}`)).json;
  expect(file.one).toMatchObject({ version: 2, earlier: [{ version: 1, by: '甲' }] });
  expect(file.one.earlier[0].questionnaire.questions).toHaveLength(questions.length + 1);
  // 200 people, ±5 points at 95 %: 384.16 ÷ (1 + 383.16 ÷ 200) = 131.8
  expect(file.needed).toBe(132);
  expect(await step(id, 'publish')).toMatchObject({ status: 200, json: { state: 'open', dueDay: today + 5 } });
  expect(codesOf(await call('PUT', `/api/surveys/${id}`, design))).toEqual(['survey.not-draft']);
  const page = (await call('GET', `/api/public/surveys/${id}`)).json;
  expect(JSON.stringify(page)).not.toMatch(/counts|good|version/);
});

test('answered on the page and on paper, one withdrawn; closed into the register; opened again, the entry is taken back', async () => {
  const id = await open();
  expect(codesOf(await answer(id, { answers: answers(true, true) }, 'WRONG'))).toEqual(['complaint.captcha']);
  expect(codesOf(await answer(id, { answers: { overall: [0] } }))).toEqual(['survey.not-whole']);
  expect(codesOf(await answer(id, { answers: { overall: [0, 1], aware: [9] } }))).toEqual([
    'survey.answer-misfits',
    'survey.answer-misfits',
  ]);
  for (const [satisfied, aware] of [
    [true, true],
    [true, false],
    [true, true],
    [false, false],
  ] as const)
    expect((await answer(id, { answers: answers(satisfied, aware) })).json).toEqual({ taken: true });
  expect(codesOf(await step(id, 'takeBack'))).toEqual(['survey.has-answers']);
  const enter = (body: object) => call('POST', `/api/surveys/${id}/answers`, { channel: 'paper', ...body });
  expect((await enter({ sheetNo: '7', answers: answers(true, true) })).status).toBe(200);
  expect(codesOf(await enter({ sheetNo: '7', answers: answers(true, true) }))).toEqual(['survey.sheet-known']);
  // a sheet that leaves the question out is kept and does not count
  expect((await enter({ sheetNo: '8', answers: { remarks: '排队时间长' } })).status).toBe(200);
  const { rows } = (await call('GET', `/api/surveys/${id}/answers`)).json;
  const unsatisfied = rows.find((row: { answers: { overall: number[] } }) => row.answers.overall?.[0] === 3);
  await call('POST', `/api/surveys/${id}/answers/${unsatisfied.answerId}/withdrawal`, { why: '同一人重复提交' });
  const { tally, days } = (await call('GET', `/api/surveys/${id}`)).json;
  expect(tally).toMatchObject({ valid: 4, incomplete: 1, withdrawn: 1, byChannel: { web: 3, paper: 1, telephone: 0 } });
  expect(tally).toMatchObject({ satisfied: { count: 4, of: 4 }, aware: { count: 3, of: 4, share: 0.75 } });
  expect(days).toEqual([{ day: today, n: 4 }]);

  expect(codesOf(await step(id, 'close', { surveyedOn: '2026-03-11' }))).toEqual(['survey.surveyed-when']);
  expect((await step(id, 'close', { surveyedOn: '2026-03-10' })).json.state).toBe('closed');
  const values = { group: 'insured', subject: '参保群众满意度', validCount: 4, satisfiedCount: 4, awareCount: 3, project: '监管经费' };
  expect((await entriesOf(id)).map((entry) => entry.values)).toEqual([{ ...values, surveyedOn: today, note: id }]);
  expect(codesOf(await answer(id, { answers: answers(true, true) }))).toEqual(['survey.not-open']);
  await step(id, 'reopen');
  expect(await entriesOf(id)).toEqual([]);
  expect((await answer(id, { answers: answers(false, true) })).status).toBe(200);
  await step(id, 'close', { surveyedOn: '2026-03-10' });
  expect((await entriesOf(id)).map((entry) => entry.values)).toEqual([
    { ...values, surveyedOn: today, note: id, validCount: 5, awareCount: 4 },
  ]);
  expect((await verifyJournal(journalOf(home.db))).fault).toBeNull();
  await expect(sql`update survey_answer set whole = true`.execute(home.db)).rejects.toThrow();
});

test('codes for a whole city in one go, more than PostgreSQL takes parameters', async () => {
  const id = await open({ access: 'codes', method: 'random', title: '全市普查' });
  const survey = (await call('GET', `/api/surveys/${id}`)).json.one;
  const count = 33_000;
  expect(await giveCodes(answerBookOf(home.db), { survey, count, by: '甲', at: clock })).toMatchObject({ ok: true, value: count });
  const { rows } = await sql<{ n: number }>`select count(distinct code)::int as n from survey_code where survey_id = ${id}`.execute(
    home.db,
  );
  expect(rows).toEqual([{ n: count }]);
});

test('a code is good once, also when two use it at the same time; nothing ties it to its answer; limits hold', async () => {
  const id = await open({ access: 'codes', method: 'random', title: '抽样调查' });
  expect(codesOf(await answer(id, { answers: answers(true, true), code: 'AAAAABBBBB' }))).toEqual(['survey.code']);
  expect((await call('POST', `/api/surveys/${id}/codes`, { count: 3 })).json).toEqual({ count: 3 });
  expect(codesOf(await call('POST', `/api/surveys/${id}/codes`, { count: 99_999 }))).toEqual(['survey.too-many-codes']);
  const [first, second] = (await call('GET', `/api/surveys/${id}/codes`)).json as { code: string }[];
  const spoken = `${first?.code.slice(0, 5)}-${first?.code.slice(5).toLowerCase()}`;
  const tried = await Promise.all(
    [1, 2, 3].map(() => call('POST', `/api/public/surveys/${id}/answers`, { answers: answers(true, true), code: spoken })),
  );
  expect(tried.map(({ status }) => status).sort()).toEqual([200, 422, 422]);
  expect((await call('GET', `/api/surveys/${id}`)).json.codes).toEqual({ given: 3, used: 1 });
  // what is refused uses nothing up
  expect(codesOf(await answer(id, { answers: {}, code: second?.code }))).toEqual(['survey.not-whole']);
  const kept = await sql<{ row: string }>`select row_to_json(a)::text as row from survey_answer a where survey_id = ${id}`.execute(home.db);
  expect(kept.rows).toHaveLength(1);
  expect(kept.rows[0]?.row).not.toContain(first?.code);

  const until = { surveyId: id, answers: answers(true, true), sheetNo: null, code: second?.code ?? '' };
  const late = { ...until, channel: 'web' as const, by: null, at: clock + 6 * 86_400 };
  expect(await answerSurvey(answerBookOf(home.db), late)).toMatchObject({ ok: false, issues: [{ code: 'survey.not-open' }] });
  // what came on paper is entered after the last day
  expect((await answerSurvey(answerBookOf(home.db), { ...late, channel: 'paper', by: '甲' })).ok).toBe(true);
  clock += 3600;
  let last = { status: 0, json: {} as { issues?: { code: string }[] } };
  for (let i = 0; i < 31; i += 1) last = await call('POST', `/api/public/surveys/${id}/answers`, { answers: {}, code: 'X' });
  expect(codesOf(last)).toEqual(['survey.too-often']);
});
