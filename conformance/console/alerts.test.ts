// The story of an alert in the browser: from the list to its drawing, looked at, made a clue; a threshold tried and put into force.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { alertPlants } from '@hengjian/catalog/alert-plants.gen.ts';
import { folderSink, generateCity } from '@hengjian/city';
import { dayOfDate } from '@hengjian/domain';
import { alertRun, type Serving, serve } from '@hengjian/server';
import type { StoryPageJson } from '@hengjian/server/schemas/alerts.ts';
import { claimsImporter, type Home, openHome } from '@hengjian/store';
import { importClaims } from '@hengjian/workflows';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureConsole } from '../../apps/cli/src/console-page.ts';
import { rowsOf } from '../src/small-city.ts';
import { launch, missing } from './browser.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
if (missing) console.warn(`browser tests are skipped: ${missing}`);
const chosen = {
  'card-cluster': alertPlants['card-cluster'],
  'sales-surge': alertPlants['sales-surge'],
  'two-places': alertPlants['two-places'],
};

describe.skipIf(missing !== undefined)('an alert in the browser', () => {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-alerts-'));
  let home: Home;
  let serving: Serving;
  let browser: Browser;
  let page: Page;
  let clusters: string[];
  /** Somebody who was at two places within an hour, and what these are called. */
  let seen: { personNo: string; houses: (string | undefined)[] };
  const complaints: string[] = [];

  beforeAll(async () => {
    ensureConsole();
    home = await openHome(path.join(scratch, 'home'));
    const extract = path.join(scratch, 'extract');
    const sink = folderSink(extract);
    const city = generateCity({ persons: 900, months: 6, seed: 3, from: dayOfDate(2025, 1, 1) }, {}, sink, () => {}, chosen);
    sink.close();
    clusters = city.alertTruth
      .filter(({ alertId, label }) => alertId === 'card-cluster' && label === 'signal')
      .map(({ subjectNo }) => subjectNo);
    const twice = city.alertTruth.find(({ alertId, label }) => alertId === 'two-places' && label === 'signal');
    const names = new Map(rowsOf(extract, 'fixmedins').map((row) => [row.fixmedins_code, row.fixmedins_name]));
    const hours = new Map(rowsOf(extract, 'setl').map((row) => [row.mdtrt_id, row.setl_time?.slice(0, 13)]));
    const visits = rowsOf(extract, 'mdtrt').filter((row) => row.psn_no === twice?.subjectNo);
    const together = [...Map.groupBy(visits, (row) => hours.get(row.mdtrt_id)).values()].find((own) => own.length > 1) ?? [];
    seen = { personNo: twice?.subjectNo ?? '', houses: together.map((row) => names.get(row.fixmedins_code)) };
    const imported = await importClaims(claimsImporter(home), { folder: extract, acceptRejects: false, progress: () => {} });
    if (!imported.ok) throw new Error(JSON.stringify(imported.issues));
    const ran = await alertRun.run(home, { alertIds: Object.keys(chosen) }, () => {});
    if (!ran.ok) throw new Error(JSON.stringify(ran.issues));
    // the same again adds nothing, and begins no story twice
    const again = await alertRun.run(home, { alertIds: Object.keys(chosen) }, () => {});
    expect(again.ok && again.value.map(({ saved }) => saved)).toEqual(
      Object.keys(chosen).map(() => ({ added: 0, changed: 0, withdrawn: 0, stories: 0 })),
    );
    serving = await serve({ home, consoleFolder: path.join(root, 'apps/console/dist'), port: 0, host: '127.0.0.1' });
    browser = await launch();
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(60_000);
    page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await serving?.close();
    rmSync(scratch, { recursive: true, force: true });
  }, 60_000);

  test('every planted cluster is a story, and one is drawn, looked at and made a clue', async () => {
    expect(clusters.length).toBeGreaterThan(0);
    await page.goto(`${serving.url}/alerts?alert=card-cluster`);
    for (const no of clusters) await page.getByText(no, { exact: true }).first().waitFor();
    await page
      .getByText(clusters[0] as string, { exact: true })
      .first()
      .click();
    await page.getByText('接下来做什么').waitFor();
    await page.getByRole('img', { name: /个成员/ }).waitFor();
    // numbers of people are half hidden
    expect(await page.locator('svg[role=img] text').first().textContent()).toContain('*');
    const take = async (step: string) => {
      await page.getByRole('combobox', { name: '步骤' }).click();
      await page.locator('.ant-select-item-option', { hasText: step }).click();
      await page.getByRole('textbox', { name: '理由或意见' }).fill('监控中为同一人持多张卡');
      await page.getByRole('button', { name: step, exact: true }).click();
    };
    await take('开始核查');
    await page.locator('dd', { hasText: '核查中' }).waitFor();
    await take('转为线索');
    const clue = page.locator('dd a', { hasText: /^XS/ });
    await clue.waitFor();
    const clueNo = (await clue.textContent()) as string;
    await page.goto(`${serving.url}/clues`);
    await page.getByText(clueNo, { exact: true }).first().waitFor();
  }, 180_000);

  test('a person at two places within an hour: the records say which', async () => {
    expect(new Set(seen.houses).size).toBe(2);
    const listed = await page.request.get(new URL(`/api/alerts?alert=two-places&text=${seen.personNo}`, serving.url).href);
    const { rows } = (await listed.json()) as StoryPageJson;
    expect(rows).toHaveLength(1);
    await page.goto(new URL(`/alerts/${rows[0]?.storyId}`, serving.url).href);
    for (const house of seen.houses)
      await page
        .getByRole('cell', { name: house as string, exact: true })
        .first()
        .waitFor();
    expect(await page.locator('main').textContent()).not.toContain(seen.personNo);
  });

  test('thresholds are tried on the past before they are put into force', async () => {
    await page.goto(`${serving.url}/alert-thresholds?alert=card-cluster`);
    const members = page.getByRole('spinbutton', { name: '至少几个人' });
    await members.fill('50');
    await members.press('Tab');
    await page.getByRole('button', { name: '在过去一年试算' }).click();
    // nobody keeps company by fifty
    await page.getByText(/试算 0 条；新增 0，减少 [1-9]/).waitFor();
    await page.getByRole('button', { name: '启用这组阈值' }).click();
    await page.getByRole('textbox', { name: '理由' }).fill('只看大团伙');
    await page.getByRole('button', { name: '确定' }).click();
    await page.getByText('已启用，从今天起按新阈值判断').waitFor();
    await page.getByRole('cell', { name: '50人' }).waitFor();
    expect(complaints).toEqual([]);
  }, 180_000);
});
