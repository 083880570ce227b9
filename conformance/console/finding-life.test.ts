// The story of issue 5 in a real browser: findings of a month go to a hospital; it accepts some and appeals others with a PDF; second
// review, panel, last word; money comes in; the plan's indicator moves by exactly that amount.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { suggestMeasures } from '@hengjian/catalog';
import { plants } from '@hengjian/catalog/plants.gen.ts';
import { folderSink, generateCity, samplePlanText } from '@hengjian/city';
import { readDocument } from '@hengjian/documents';
import { calendarDate, dayOf, dayOfDate } from '@hengjian/domain';
import { moveFindings, type Serving, serve, wallClock } from '@hengjian/server';
import { reviewPortsOf } from '@hengjian/server/review-ports.ts';
import { claimsImporter, type Home, ledgerTotals, measuringOf, openHome, planStoreOf } from '@hengjian/store';
import { adoptPlan, importClaims, measurePlan, runReview } from '@hengjian/workflows';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureConsole } from '../../apps/cli/src/console-page.ts';
import { launch, missing } from './browser.ts';

const SIZE = { width: 1280, height: 800 };
const root = fileURLToPath(new URL('../..', import.meta.url));
/** Pictures of the pages, where somebody wants to look at them. */
const pictures = process.env.HENGJIAN_PICTURES;
if (missing) console.warn(`browser tests are skipped: ${missing}`);

const must = <T>(outcome: { ok: true; value: T } | { ok: false; issues: unknown }): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
};
const YEAR = calendarDate(dayOf(wallClock())).year;

describe.skipIf(missing !== undefined)('from a finding to recovered money', () => {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-life-story-'));
  let home: Home;
  let serving: Serving;
  let browser: Browser;
  let page: Page;
  let planId: string;
  let provider: string;
  const complaints: string[] = [];

  beforeAll(async () => {
    ensureConsole();
    home = await openHome(path.join(scratch, 'home'));
    const extract = path.join(scratch, 'extract');
    const sink = folderSink(extract);
    generateCity({ persons: 400, months: 1, seed: 7, from: dayOfDate(YEAR, 1, 1) }, plants, sink, () => {});
    sink.close();
    must(await importClaims(claimsImporter(home), { folder: extract, acceptRejects: false, progress: () => {} }));
    must(await runReview(await reviewPortsOf(home), { period: { from: dayOfDate(YEAR, 1, 1), to: dayOfDate(YEAR, 1, 31) } }));
    await moveFindings(home);
    const { document } = must(await readDocument(new TextEncoder().encode(samplePlanText(YEAR)), '绩效目标表.txt'));
    const adopted = must(
      await adoptPlan(planStoreOf(home.db), {
        document,
        year: YEAR,
        by: '科长',
        now: wallClock(),
        confirm: true,
        suggest: suggestMeasures,
      }),
    );
    planId = adopted.plan.planId;
    const { providerNo } = await home.db
      .selectFrom('findingCase')
      .select(({ fn }) => ['providerNo', fn.countAll().as('n')])
      .where('worthFen', '>', 0)
      .groupBy('providerNo')
      .orderBy('n', 'desc')
      .executeTakeFirstOrThrow();
    provider = providerNo as string;
    serving = await serve({ home, consoleFolder: path.join(root, 'apps/console/dist'), port: 0, host: '127.0.0.1' });
    browser = await launch();
    page = await browser.newPage({ viewport: SIZE });
    // the name in the bar, as an officer leaves it there
    await page.addInitScript("localStorage.setItem('hengjian.operator', '甲')");
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(`${page.url()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  }, 600_000);
  afterAll(async () => {
    await browser?.close();
    await serving?.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  const open = async (address: string) => {
    await page.goto(new URL(address, serving.url).href);
    await page.locator('main.page').waitFor();
    await page.locator('.loading').waitFor({ state: 'detached' });
  };
  const picture = async (name: string) => {
    if (!pictures) return;
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true });
  };
  const sound = async () => {
    const wide = await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect(wide, `${page.url()} is wider than the window`).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
  };
  const stateOf = async (id: string) =>
    (await home.db.selectFrom('findingCase').select('state').where('findingId', '=', id).executeTakeFirstOrThrow()).state;
  const own = (state: string) =>
    home.db
      .selectFrom('findingCase')
      .select(['findingId', 'ruleId', 'worthFen'])
      .where('providerNo', '=', provider)
      .where('state', '=', state)
      .execute();
  /** On the page of a finding: who, why, and the button. */
  const act = async (id: string, by: string, button: string | RegExp, why = '依据记录') => {
    if (!page.url().includes(`/findings/${id}`)) await open(`/findings/${id}`);
    await page.getByLabel('经办人', { exact: true }).fill(by);
    await page.getByLabel('理由', { exact: true }).fill(why);
    await page.getByRole('button', { name: button }).first().click();
    await page.getByText('已办理').first().waitFor();
  };
  const recovered = async () => {
    const run = must(
      await measurePlan(
        { plans: planStoreOf(home.db), measuring: measuringOf(home) },
        { planId, asOf: dayOf(wallClock()), runId: `M${Math.random()}`.slice(0, 14), now: wallClock(), onProgress: () => {} },
      ),
    );
    const row = run.rows.find((one) => one.measureId === 'recovered-and-refused');
    if (!row) throw new Error('the plan has no indicator of recovered money');
    return row.measured?.value ?? null;
  };

  let appealed = '';

  test('the queue hands out a finding; one key decides it and the next one comes', async () => {
    await open('/work');
    await page.getByText('待机构反馈').first().waitFor();
    await picture('work');
    await sound();
    await page.keyboard.press('n');
    await page.waitForURL(/\/findings\/F/);
    const first = /findings\/(F\w+)/.exec(page.url())?.[1] as string;
    await page.getByLabel('理由', { exact: true }).fill('与限定不符');
    await picture('finding-first-review');
    await page.getByRole('heading').first().click();
    await page.keyboard.press('a');
    await page.waitForURL((url) => url.pathname.startsWith('/findings/F') && !url.pathname.includes(first));
    expect(await stateOf(first)).toBe('feedback');
    await sound();
  });

  test('the rest of the hospital’s findings are decided at once', async () => {
    const rest = await own('suspect');
    const response = await fetch(new URL('/api/finding-steps', serving.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ findingIds: rest.map((row) => row.findingId), action: 'uphold', by: '甲', why: '与限定不符' }),
    });
    const { done } = (await response.json()) as { done: unknown[] };
    expect(done.length).toBeGreaterThan(3);
  });

  test('the hospital accepts what it cannot defend and appeals one with a PDF', async () => {
    await open(`/institutions/${provider}`);
    await page.locator('tbody tr.ant-table-row').first().waitFor();
    await picture('institution');
    // one finding worth money is argued
    const waiting = (await own('feedback')).filter((row) => row.worthFen > 0).sort((a, b) => b.worthFen - a.worthFen);
    appealed = (waiting[0] as { findingId: string }).findingId;
    await open(`/findings/${appealed}`);
    await page.setInputFiles('.step-form input[type=file]', {
      name: '申诉书<b>.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n1 0 obj\nendobj\n%%EOF\n'),
    });
    await page.getByText('将随这一步提交').waitFor();
    await act(appealed, '医保办', /^申\s?诉$/, '病程记录可证');
    expect(await stateOf(appealed)).toBe('secondReview');
    await open(`/findings/${appealed}`);
    await page.getByText('申诉书_b_.pdf').first().waitFor();
    await picture('finding-appealed');
    await sound();
    // the others by rule, on the institution's page
    await open(`/institutions/${provider}`);
    await page.locator('thead .ant-checkbox-input').first().check();
    await page.getByLabel('经办人', { exact: true }).fill('医保办');
    await page.getByLabel('理由', { exact: true }).fill('认可');
    await picture('institution-chosen');
    await page.getByRole('button', { name: /^认\s?可$/ }).click();
    await page.getByText('已办理').first().waitFor();
    expect(await own('feedback')).toEqual([]);
    await sound();
  });

  test('second review by another person, second appeal, a blind panel, the last word', async () => {
    await open(`/findings/${appealed}`);
    await page.getByLabel('经办人', { exact: true }).fill('甲');
    await page.getByLabel('理由', { exact: true }).fill('维持');
    await page.getByRole('button', { name: /^维\s?持/ }).click();
    await page.getByText('甲 已经审核过这条疑点').waitFor();
    await act(appealed, '乙', /^维\s?持/);
    await open(`/findings/${appealed}`);
    await act(appealed, '医保办', /^申\s?诉$/);
    await open(`/findings/${appealed}`);
    await page.getByLabel('合议专家（单数）').fill('专家一、专家二、专家三、');
    await act(appealed, '科长', '组成合议组');
    for (const [who, verdict] of [
      ['专家一', '不违规'],
      ['专家二', '违规'],
      ['专家三', '违规'],
    ] as const) {
      await open(`/findings/${appealed}`);
      if (who === '专家三') await picture('finding-panel');
      await act(appealed, who, new RegExp(`合议表决：${verdict}$`));
    }
    expect(await stateOf(appealed)).toBe('finalReview');
    await open(`/findings/${appealed}`);
    await act(appealed, '局长', /^认定违规/);
    expect(await stateOf(appealed)).toBe('confirmed');
    await sound();
  });

  test('finance confirms, the money comes in, and the indicator moves by exactly that', async () => {
    const before = await recovered();
    await open(`/findings/${appealed}`);
    await page.getByRole('button', { name: '确认扣款' }).waitFor();
    const fund = page.getByLabel('核定基金金额（元）');
    if (await fund.count()) await fund.fill('1.23');
    await act(appealed, '财务', '确认扣款');
    await open(`/findings/${appealed}`);
    await act(appealed, '财务', '退回到账');
    expect(await stateOf(appealed)).toBe('closed');
    await open(`/findings/${appealed}`);
    await picture('finding-closed');
    const totals = new Map((await ledgerTotals(home.db, wallClock())).map((row) => [row.account, row.fundFen]));
    const paidBack = totals.get('paidBack') as number;
    expect(paidBack).toBeGreaterThan(0);
    // 万元; before anything came in, nobody knew
    const after = await recovered();
    expect(Math.round(((after ?? 0) - (before ?? 0)) * 1_000_000)).toBe(paidBack);
    await open('/work?state=closed');
    await page.locator('tbody tr.ant-table-row').first().waitFor();
    await picture('work-closed');
    await sound();
  });
});
