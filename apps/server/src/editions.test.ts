// Editions over HTTP: an officer's draft with its cases, tried, reviewed, refused in words.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { rules } from '@hengjian/catalog';
import { type Home, openHome } from '@hengjian/store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from './api.ts';
import { createApp } from './app.ts';
import type { DraftKeptJson, EditionListJson } from './schemas/editions.ts';

const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-editions-'));
let home: Home;
let app: App;
beforeAll(async () => {
  home = await openHome(path.join(scratch, 'home'));
  app = await createApp({ home });
  await app.ready();
});
afterAll(async () => {
  await app.close();
  await home.close();
  rmSync(scratch, { recursive: true, force: true });
});

const send = async (method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) => {
  const response = await app.inject({ method, url, ...(payload && { payload }) });
  return { status: response.statusCode, json: response.json() };
};
const tree = { ...rules['price-cap'], id: 'local-price', code: 'NC-本局限价', title: { zh: '本局限价', en: 'Local price cap' } };
const line = (price: number) => [{ no: 'L1', code: 'A', quantity: 2, price, kind: 'service' }];
const cases = (violatingPrice: number) => ({
  knowledge: [{ id: 'K1', codes: ['A'], params: { maxPrice3: 20, maxPrice2: 20, maxPrice1: 20, maxPrice0: 20 } }],
  cases: [
    { name: '不超', kind: 'clean', lines: line(20), expect: { clear: 1 } },
    { name: '超过', kind: 'violating', lines: line(violatingPrice), expect: { hits: [{ lines: ['L1'], amount: '10.00' }] } },
  ],
});

test('from a draft to a refusal and to review', async () => {
  const made = await send('POST', '/api/rules/drafts', { tree, cases: cases(24), by: '甲', why: '本局限价' });
  expect([made.status, made.json]).toMatchObject([200, { ruleId: 'local-price', edition: 1, problems: [] } satisfies DraftKeptJson]);
  // 2 × (24 − 20) = 8.00, not 10.00
  const failing = await send('POST', '/api/rules/local-price/editions/1/cases/run');
  expect(failing.json).toMatchObject({ passed: 1, failed: 1 });
  expect(failing.json.results[1].issues[0].message).toContain('应有而没有的疑点');
  const refused = await send('POST', '/api/rules/local-price/editions/1/submit', { by: '甲', why: '请审' });
  expect([refused.status, refused.json.issues[0].code]).toEqual([422, 'rule.caseFails']);
  expect(refused.json.issues[0].message).toMatch(/^用例「超过」不成立/);
  // 2 × (25 − 20) = 10.00
  expect((await send('PUT', '/api/rules/drafts', { tree, cases: cases(25), by: '甲', why: '改正用例' })).status).toBe(200);
  expect((await send('POST', '/api/rules/drafts/cases/run', { tree, cases: cases(25) })).json).toMatchObject({ passed: 2, failed: 0 });
  expect((await send('POST', '/api/rules/local-price/editions/1/submit', { by: '甲', why: '请审' })).json.state).toBe('review');
  const review = { by: '乙', why: '同意', kind: 'policy', verdict: 'approve' };
  expect((await send('POST', '/api/rules/local-price/editions/1/review', { ...review, by: '甲' })).json.issues[0].code).toBe(
    'rule.reviewerDrafted',
  );
  expect((await send('POST', '/api/rules/local-price/editions/1/review', review)).status).toBe(200);
  const { json } = await send('GET', '/api/rules/local-price/editions');
  const list = json as EditionListJson;
  expect(list.editions[0]).toMatchObject({
    state: 'review',
    actions: ['approve', 'return', 'trial', 'startShadow', 'retire'],
    caseCount: 2,
  });
  expect(list.editions[0]?.approvals).toMatchObject([{ kind: 'policy', by: '乙', why: '同意' }]);
  expect(list.events.map((event) => event.action)).toEqual(['draft', 'edit', 'submit', 'approve']);
});

test('a live edition is not edited, an unknown one not found, a body without a reason not taken', async () => {
  const live = await send('PUT', '/api/rules/drafts', { tree: rules['price-cap'], edition: 1, by: '甲', why: '改' });
  expect([live.status, live.json.issues[0].message]).toEqual([422, '第 1 版在用，不能修改，只能起草新版本接替']);
  expect((await send('GET', '/api/rules/nowhere/editions')).status).toBe(404);
  expect((await send('GET', '/api/rules/price-cap/editions/7')).status).toBe(404);
  expect((await send('POST', '/api/rules/drafts', { tree, by: '甲' })).status).toBe(400);
  expect((await send('POST', '/api/rules/drafts', { tree, by: '甲', why: ' ' })).json.issues[0].code).toBe('rule.noReason');
});

test('other parameters make the next edition of a shipped rule', async () => {
  const { json } = await send('GET', '/api/rules/split-stay/editions/1');
  expect(json.tree).toEqual(rules['split-stay']);
  expect(json.cases.cases.length).toBeGreaterThan(5);
  const rows = [{ name: 'maxGapDays', value: 10, from: 20_000 }];
  expect((await send('PUT', '/api/rules/split-stay/parameters', { rows, by: '甲', why: '本地口径' })).json).toMatchObject({
    edition: 2,
    problems: [],
  });
  expect((await send('GET', '/api/rules/split-stay/editions')).json.editions.map((e: { state: string }) => e.state)).toEqual([
    'draft',
    'live',
  ]);
});
