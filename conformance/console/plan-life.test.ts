// A plan's year in a real browser: steps with remarks, the lock, monitoring in July, forms to take away.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { registers, suggestMeasures } from '@hengjian/catalog';
import { samplePlanText } from '@hengjian/city';
import { readDocument } from '@hengjian/documents';
import { dayOfDate, type Register } from '@hengjian/domain';
import { type Serving, serve } from '@hengjian/server';
import { type Home, measuringOf, openHome, planStoreOf, registerStoreOf } from '@hengjian/store';
import { adoptPlan, importRegister, measurePlan } from '@hengjian/workflows';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureConsole } from '../../apps/cli/src/console-page.ts';
import { launch, missing } from './browser.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const SIZE = { width: 1280, height: 800 };
if (missing) console.warn(`browser tests are skipped: ${missing}`);

describe.skipIf(missing !== undefined)('the year of a plan', () => {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-plan-year-'));
  let home: Home;
  let serving: Serving;
  let browser: Browser;
  let page: Page;
  let planId: string;
  const complaints: string[] = [];

  beforeAll(async () => {
    ensureConsole();
    home = await openHome(path.join(scratch, 'home'));
    const store = planStoreOf(home.db);
    const reading = await readDocument(new TextEncoder().encode(samplePlanText(2025)), '目标表.txt');
    if (!reading.ok) throw new Error('unread');
    const given = { document: reading.value.document, year: 2025, by: '经办', now: 1_750_000_000, confirm: true, suggest: suggestMeasures };
    const adopted = await adoptPlan(store, given);
    if (!adopted.ok) throw new Error('refused');
    planId = adopted.value.plan.planId;
    // 150 people a month up to July: a thousand by December is certain. Recoveries come late.
    const rows = Array.from({ length: 7 }, (_, month) => ({
      row: month + 4,
      values: {
        heldOn: dayOfDate(2025, month + 1, 15),
        topic: '政策',
        kind: 'policy',
        audience: 'staff',
        attendeeCount: 150,
        hours: null,
        project: null,
        note: null,
      },
    }));
    const sheet = { register: registers.training as Register, issues: [], file: '培训.xlsx', by: '经办', now: 1_750_000_000, rows };
    if (!(await importRegister(registerStoreOf(home.db), sheet)).ok) throw new Error('no entries');
    const run = await measurePlan(
      { plans: store, measuring: measuringOf(home) },
      { planId, asOf: dayOfDate(2025, 7, 31), runId: 'M1', now: 1_753_900_000 },
    );
    if (!run.ok) throw new Error('unmeasured');
    serving = await serve({ home, consoleFolder: path.join(root, 'apps/console/dist'), port: 0, host: '127.0.0.1' });
    browser = await launch();
    page = await browser.newPage({ viewport: SIZE });
    page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()}`);
    });
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await serving?.close();
    rmSync(scratch, { recursive: true, force: true });
  });
  const shot = async (name: string) => {
    if (process.env.SHOTS) await page.screenshot({ path: path.join(process.env.SHOTS, `${name}.png`), fullPage: true });
  };
  const step = (by: string, body: Record<string, unknown>) =>
    fetch(`${serving.url}api/plans/${planId}/steps`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-operator': encodeURIComponent(by) },
      body: JSON.stringify({ why: '', grade: null, documentNo: null, remarks: [], successorId: null, ...body }),
    });

  test('monitoring in July: training is certain, forms are filled', async () => {
    await page.goto(`${serving.url}plans/${planId}?view=monitoring`);
    const row = page.locator('tr', { hasText: '培训人次' }).first();
    await row.waitFor();
    // 150 × 7 = 1,050 of 1,000; at the same pace 1,800.
    expect(await row.textContent()).toMatch(/1,050.*105.*1,800.*确定能/s);
    await shot('monitoring');
    const bytes = await (await fetch(`${serving.url}api/plans/${planId}/monitoring.docx`)).arrayBuffer();
    const reading = await readDocument(new Uint8Array(bytes), '监控表.docx');
    const rows = reading.ok ? reading.value.document.projects.flatMap((project) => project.indicators) : [];
    expect(rows.find((one) => one.name === '培训人次')).toMatchObject({
      actual: 1050,
      forecast: 1800,
      likelihood: 'certain',
      remark: null,
    });
  });

  test('what must not be published is said on the plan’s page', async () => {
    await page.getByRole('button', { name: '公开前检查' }).click();
    const said = page.locator('.ant-modal-confirm-title');
    await said.waitFor();
    const found = (await (await fetch(`${serving.url}api/plans/${planId}/publication`)).json()) as unknown[];
    expect(await said.textContent()).toBe(found.length === 0 ? '没有发现不能公开的内容' : `公开前有 ${found.length} 处要处理`);
    await shot('publication');
  });

  test('submitted in the page, returned with a remark on a cell, passed, approved and locked', async () => {
    await page.goto(`${serving.url}plans/${planId}?view=life`);
    await page.getByRole('button', { name: '登记事前评估' }).click();
    const appraisal = page.getByRole('dialog');
    await appraisal.getByLabel('评估的政策或项目').fill('智能审核扩面');
    await appraisal.getByLabel('评估结论').click();
    await page.locator('.ant-select-item-option', { hasText: '予以支持' }).first().click();
    for (const name of ['立项必要性', '投入经济性', '绩效目标合理性', '实施方案可行性', '筹资合规性'])
      await appraisal.getByLabel(name).fill('经论证可行');
    await shot('life-appraisal');
    await appraisal.getByRole('button', { name: /确\s*定|OK/ }).click();
    await page.getByText('评估的政策或项目：智能审核扩面').waitFor();
    await page.getByRole('button', { name: '提交审核' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /确\s*定|OK/ })
      .click();
    await page.getByText('部门审核').first().waitFor();
    await shot('life-review');
    const indicatorId = `${planId}-1-1`;
    expect(
      (await step('乙', { action: 'return', remarks: [{ projectNo: 1, indicatorId, field: 'target', text: '低于上年实际' }] })).status,
    ).toBe(200);
    await page.reload();
    await page.getByText('低于上年实际').waitFor();
    await shot('life-returned');
    expect((await step('甲', { action: 'submit' })).status).toBe(200);
    const same = await step('甲', { action: 'pass' });
    expect(same.status).toBe(422);
    expect(await same.text()).toContain('审核要由另一个人办理');
    for (const [by, body] of [
      ['乙', { action: 'pass' }],
      ['丙', { action: 'pass', grade: '良' }],
      ['丙', { action: 'approve', documentNo: '云财〔2025〕5号' }],
    ] as const)
      expect((await step(by, body)).status).toBe(200);
    await page.reload();
    await page.getByText('云财〔2025〕5号').waitFor();
    await shot('life-approved');
    await page.getByRole('button', { name: '申请调整' }).click();
    await shot('life-modal');
    expect(complaints).toEqual([]);
  });
});
