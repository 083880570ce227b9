// The five published documents through a year, in a real browser: read, gathered in the library, a year drawn up from it.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Serving, serve } from '@hengjian/server';
import { type Home, openHome, planStoreOf } from '@hengjian/store';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureConsole } from '../../apps/cli/src/console-page.ts';
import { launch, missing } from './browser.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const shared = process.env.HENGJIAN_SHARED;
const seeds = [
  '2021-linxiang-self-evaluation-report',
  '2021-xiangtan-overall-targets',
  '2022-xiushan-overall-and-project-targets',
  '2023-shangrao-transfer-notice-and-targets',
  '2024-zhanjiang-overall-and-project-targets',
];
if (missing) console.warn(`browser tests are skipped: ${missing}`);

describe.skipIf(missing !== undefined || !shared)('a year out of the published documents', () => {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-performance-year-'));
  let home: Home;
  let serving: Serving;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];
  const documents = new Map<string, string>();
  const send = async (method: string, where: string, body: unknown, by = '经办甲') => {
    const response = await fetch(`${serving.url}api/${where}`, {
      method,
      headers: { 'content-type': 'application/json', 'x-operator': encodeURIComponent(by) },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as never };
  };
  const shot = async (name: string) => {
    if (process.env.SHOTS) await page.screenshot({ path: path.join(process.env.SHOTS, `${name}.png`), fullPage: false });
  };

  beforeAll(async () => {
    ensureConsole();
    home = await openHome(path.join(scratch, 'home'));
    serving = await serve({ home, consoleFolder: path.join(root, 'apps/console/dist'), port: 0, host: '127.0.0.1' });
    for (const seed of seeds) {
      const bytes = readFileSync(path.join(shared as string, 'data/seeds', `${seed}.txt`));
      const answer = await fetch(`${serving.url}api/documents?file=${encodeURIComponent(`${seed}.txt`)}`, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        body: bytes,
      });
      documents.set(seed, ((await answer.json()) as { documentId: string }).documentId);
    }
    browser = await launch();
    page = await browser.newPage({ viewport: { width: 1360, height: 900 } });
    page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await serving?.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  test('the library holds what the five bureaus promised, with body, year and place', async () => {
    await page.goto(`${serving.url}indicator-library?text=${encodeURIComponent('追回')}`);
    const row = page.locator('tr', { hasText: '追回、拒付医保基金金额' }).first();
    await row.waitFor();
    // 上饶: ≥600 at the city, ≥10 at 婺源.
    expect(await row.textContent()).toMatch(/10 ~ 600，中位 305万元/);
    await row.click();
    await page.getByRole('dialog').getByText('2023-shangrao').first().waitFor();
    await page.getByRole('img', { name: '各单位、各年度的指标值与完成值' }).locator('svg').waitFor();
    await shot('library');
  });

  test('next year is drawn up from an adopted plan, with a row of the library, weights spread, and adopted', async () => {
    const adopted = await send('POST', `documents/${documents.get('2022-xiushan-overall-and-project-targets')}/adoption`, { year: 2022 });
    const { planId } = adopted.body as { planId: string };
    const store = planStoreOf(home.db);
    const known = (await store.measuresOf(planId)).filter(({ measureId }) => measureId !== null);
    // A person names one measure that the catalogue did not suggest: next year it is suggested.
    const plan = (await store.plan(planId))?.plan;
    const own = plan?.projects
      .flatMap((one) => one.indicators)
      .find((row) => !known.some((link) => link.indicatorId === row.indicatorId) && typeof row.target === 'number');
    expect(own).toBeDefined();
    expect((await send('POST', `indicators/${own?.indicatorId}/measure`, { measureId: 'training-attendance' })).status).toBe(200);
    await page.goto(`${serving.url}plan-drafts`);
    await page.getByRole('button', { name: '新编目标' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '新编目标' }).click();
    await page.getByRole('button', { name: '从指标库加' }).first().click();
    await page.getByRole('dialog').getByLabel('查找指标或项目').fill('违规率下降');
    await page.getByRole('dialog').getByRole('button', { name: /^加入/ }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: '完成' }).click();
    await page.getByRole('button', { name: '按办法分配权重' }).first().click();
    await page.getByText('权重合计 90', { exact: true }).first().waitFor();
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByRole('button', { name: '采用为当年目标' }).and(page.locator(':enabled')).waitFor();
    await shot('draft');
    await page.getByRole('button', { name: '采用为当年目标' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /确\s*定|OK/ })
      .click();
    await page.waitForURL(/plans\/P2023/);
    const next = (await store.plans()).find((one) => one.plan.year === 2023);
    const again = next?.plan.projects.flatMap((one) => one.indicators).find((row) => row.name === own?.name);
    expect((await store.measuresOf(next?.plan.planId ?? '')).find((link) => link.indicatorId === again?.indicatorId)).toMatchObject({
      measureId: 'training-attendance',
      state: 'suggested',
      by: '指标库',
    });
    expect(complaints).toEqual([]);
  });
});
