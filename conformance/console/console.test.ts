// Every page of the console in a real browser, on a small real city with a reviewed year and a measured plan.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { plants } from '@hengjian/catalog/plants.gen.ts';
import { folderSink, generateCity, samplePlanText } from '@hengjian/city';
import { dayOfDate } from '@hengjian/domain';
import { type Serving, serve } from '@hengjian/server';
import { reviewPortsOf } from '@hengjian/server/review-ports.ts';
import { claimsImporter, documentShelfOf, type Home, openHome, sumFindings } from '@hengjian/store';
import { importClaims, runReview } from '@hengjian/workflows';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureConsole } from '../../apps/cli/src/console-page.ts';
import { performanceThread } from '../../apps/cli/src/plan/performance-thread.ts';
import { launch, missing, watchPages } from './browser.ts';

const YEAR = 2025;
const SIZE = { width: 1280, height: 800 };
const root = fileURLToPath(new URL('../..', import.meta.url));
const TARGETS = '绩效目标表.txt';
if (missing) console.warn(`browser tests are skipped: ${missing}`);

const must = <T>(outcome: { ok: true; value: T } | { ok: false; issues: unknown }): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
};

describe.skipIf(missing !== undefined)('the console', () => {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-console-'));
  let home: Home;
  let serving: Serving;
  let browser: Browser;
  let page: Page;
  let documentId: string;
  let findings: number;
  const watch = watchPages(() => serving.url, { name: 'console', warnings: true });

  beforeAll(async () => {
    ensureConsole();
    home = await openHome(path.join(scratch, 'home'));
    ({ documentId, findings } = await oneYear(home, scratch));
    serving = await serve({ home, consoleFolder: path.join(root, 'apps/console/dist'), port: 0, host: '127.0.0.1' });
    browser = await launch();
    page = await browser.newPage({ viewport: SIZE });
    watch.on(page);
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await serving?.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  const open = (address: string) => watch.open(page, address);
  const sound = () => watch.sound(page);
  const shows = (text: string | RegExp) => page.getByText(text).first().waitFor();

  test('overview: figures, plots, and each number leads to its records', async () => {
    await open('/');
    await shows('已审核结算');
    await page.locator('[role=img] svg').first().waitFor();
    const tile = page.locator('a.tile', { hasText: '疑点' });
    expect(await tile.locator('.value').textContent()).toContain(String(findings));
    await sound();
    await tile.click();
    await page.waitForURL(/\/findings/);
    await shows(`疑点 ${findings} 条`);
  });

  test('a finding about many people names one and their number', async () => {
    await open('/findings?rule=equipment-capacity');
    await page.locator('tbody tr.ant-table-row').first().waitFor();
    await shows(/^等 \d+ 人$/);
    await sound();
    await page.locator('tbody tr.ant-table-row a').first().click();
    await page.waitForURL(/\/findings\/F/);
    await shows('为什么');
    await sound();
  });

  test('findings: filter, sort, open, walk with j and k, back', async () => {
    await open('/findings?rule=drug-sex');
    await page.locator('tbody tr.ant-table-row').first().waitFor();
    const rows = await page.locator('tbody tr.ant-table-row').count();
    expect(rows).toBeGreaterThan(1);
    const sorted = page.waitForResponse(/\/api\/findings\?.*sort=-?periodDay/);
    await page.locator('th', { hasText: '结算日期' }).click();
    await sorted;
    await page.waitForURL(/sort=-?periodDay/);
    await page.keyboard.press('j');
    expect(await page.locator('tr.chosen').count()).toBe(1);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/findings\/F/);
    await shows('为什么');
    await page.locator('tr.inQuestion').first().waitFor();
    await sound();
    const first = page.url();
    // the way on is known only when the list around the finding has come
    await page.locator('button:not([disabled])', { hasText: '下一条' }).waitFor();
    await page.keyboard.press('j');
    await page.waitForURL((url) => url.href !== first);
    await page.locator('button:not([disabled])', { hasText: '上一条' }).waitFor();
    await page.keyboard.press('k');
    await page.waitForURL((url) => url.pathname === new URL(first).pathname);
    await sound();
  });

  test('a person’s number shows when asked, and the asking is recorded', async () => {
    await open('/findings?rule=drug-sex');
    await page.locator('tbody tr.ant-table-row').first().click();
    const number = page.locator('dd .code', { hasText: /^\d+\*+\d+$/ });
    await number.waitFor();
    await page.getByText('显示完整编号').click();
    // the finding's own steps ask for a reason too
    const asked = page.locator('.ant-popover');
    await asked.getByLabel('理由').fill('核对病历');
    const answered = page.waitForResponse(/\/unmasking$/);
    await asked.getByRole('button', { name: '确定' }).click();
    expect((await answered).ok()).toBe(true);
    await page.locator('dd .code', { hasText: /^\d{10,}$/ }).waitFor();
    expect(await home.db.selectFrom('personalDataAccess').select(['purpose', 'why']).execute()).toEqual([
      { purpose: 'view', why: '核对病历' },
    ]);
    await sound();
  });

  test('rules: list, a rule’s page with its knowledge, the library', async () => {
    await open('/rules');
    await page.getByRole('link', { name: '药品区分性别使用' }).click();
    await shows('怎么判');
    await shows('非那雄胺片');
    await sound();
    await open('/knowledge?text=%E9%9D%9E%E9%82%A3%E9%9B%84%E8%83%BA');
    await shows('非那雄胺片');
    await sound();
  });

  test('knowledge: a batch is seen before it is taken in; what waits is decided beside its sentence', async () => {
    await open('/knowledge?tab=batch');
    const row = { id: 'KP-T1', ruleName: '药品限医疗机构级别', codes: ['XT01'], subject: '试验片', constraint: '首次处方限三级医院' };
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '第一批.jsonl', mimeType: 'text/plain', buffer: Buffer.from(JSON.stringify(row)) });
    await shows('新增 1，改变 0，相同 0，读不出 0');
    await page.getByRole('button', { name: '写入知识库' }).click();
    await shows('已写入：新增 1，改变 0，相同 0');
    await sound();
    await open('/knowledge?state=waiting&text=XT01');
    await page.getByText('试验片').first().click();
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await shows(/参数不能使用/);
    // the browser notes the refusal, and nothing else
    expect(watch.complaints.splice(0)).toEqual([expect.stringContaining('422')]);
    await page.getByLabel('最低级别').click();
    await page.locator('.ant-select-item', { hasText: '二级' }).click();
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('没有符合条件的知识点').waitFor();
    await open('/knowledge?text=XT01&point=KP-T1');
    await shows('人工给出');
    await sound();
    await open('/knowledge?tab=coverage');
    await shows('金额大而没有知识点的项目');
    await sound();
  });

  test('plan: targets and actuals; a number opens into formula, months and records', async () => {
    await open('/plans');
    await page.locator('table.plan td .number-link').first().click();
    await shows('依据的记录');
    await page.locator('.ant-drawer td.code').first().waitFor();
    await sound();
    await open('/plans?only=open');
    expect(await page.locator('table.plan .ant-tag', { hasText: /^达成$/ }).count()).toBe(0);
    await sound();
  });

  test('documents: source and result beside each other, lighting up together', async () => {
    await open('/documents');
    await page.getByRole('link', { name: TARGETS }).click();
    const row = page.locator('tr.read-row').nth(2);
    await row.waitFor();
    await row.hover();
    const line = await row.getAttribute('data-line');
    expect(await page.locator(`.source-line.lit[data-line="${line}"]`).count()).toBe(1);
    await sound();
    await open(`/documents/${documentId}?show=marks`);
    await sound();
  });

  test('registers: an entry by form, refused at its field, then kept', async () => {
    await open('/registers');
    await page
      .getByRole('link', { name: /^调研走访台账|^制度文件台账/ })
      .first()
      .click();
    await page.getByRole('button', { name: '录入', exact: true }).click();
    await page.locator('.ant-modal').waitFor();
    await page.getByRole('button', { name: '保存' }).click();
    await page.locator('.ant-form-item-explain-error').first().waitFor();
    await page.getByRole('button', { name: '取消' }).click();
    await sound();
    await open('/registers/training');
    await page.locator('tbody tr.ant-table-row').first().waitFor();
    await sound();
  });

  test('data: counts, imports, reviews', async () => {
    await open('/imports');
    await shows('费用明细');
    await page.locator('tr.ant-table-row').first().waitFor();
    await sound();
    await page.getByRole('link', { name: '对账与到达' }).click();
    await page.waitForURL(/\/arrivals/);
    await shows('还没有录入清算对账单');
    await shows('停传与异常');
    await sound();
  });

  test('English follows, and a wrong address says so', async () => {
    await open('/');
    await page.getByRole('button', { name: 'English' }).click();
    await shows('Settlements reviewed');
    await sound();
    await page.getByRole('button', { name: '中文' }).click();
    await open('/nowhere');
    await shows('没有这个页面');
    await sound();
  });

  test('a page prints without its buttons', async () => {
    await open('/plans');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.page-extra').first().isVisible()).toBe(false);
    expect((await page.pdf({ format: 'A4', landscape: true })).length).toBeGreaterThan(10_000);
    await page.emulateMedia({ media: null });
  });

  test('it ends cleanly while a browser is connected', async () => {
    const before = performance.now();
    await serving.close();
    expect(performance.now() - before).toBeLessThan(10_000);
    await expect(fetch(serving.url)).rejects.toThrow();
  });
});

/** A city of 1,500 people, its year reviewed, a plan adopted and measured. */
async function oneYear(home: Home, scratch: string): Promise<{ documentId: string; findings: number }> {
  const extract = path.join(scratch, 'extract');
  const sink = folderSink(extract);
  generateCity({ persons: 1500, months: 12, seed: 5, from: dayOfDate(YEAR, 1, 1) }, plants, sink, () => {});
  sink.close();
  must(await importClaims(claimsImporter(home), { folder: extract, acceptRejects: false, progress: () => {} }));
  const period = { from: dayOfDate(YEAR, 1, 1), to: dayOfDate(YEAR, 12, 31) };
  must(await runReview(await reviewPortsOf(home), { period }));
  const bytes = new TextEncoder().encode(samplePlanText(YEAR));
  const fileName = TARGETS;
  const documentId = await documentShelfOf(home.db).keep(fileName, bytes, '测试', 0);
  const reports = { docx: path.join(scratch, 'report.docx'), xlsx: path.join(scratch, 'report.xlsx') };
  must(await performanceThread(home, { bytes, fileName, year: YEAR, seed: 1, by: '测试', ...reports }));
  return { documentId, findings: (await sumFindings(home.db, { standing: 'live', scope: null })).count };
}
