// The story of a rule made by hand in the browser: from an empty form to a live rule whose finding stands on the findings page.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { plants } from '@hengjian/catalog/plants.gen.ts';
import { folderSink, generateCity } from '@hengjian/city';
import { dayOfDate } from '@hengjian/domain';
import { type Serving, serve } from '@hengjian/server';
import { reviewPortsOf } from '@hengjian/server/review-ports.ts';
import { claimsImporter, type Home, openHome } from '@hengjian/store';
import { importClaims } from '@hengjian/workflows';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureConsole } from '../../apps/cli/src/console-page.ts';
import { launch, missing, typeDay, watchPages } from './browser.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Where pictures go, for people who want to look. */
if (missing) console.warn(`browser tests are skipped: ${missing}`);

const NAME = '门诊同一天某项目超过两次';
const LIMIT = 2;
const must = <T>(outcome: { ok: true; value: T } | { ok: false; issues: unknown }): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
};

describe.skipIf(missing !== undefined)('a rule is composed in the browser', () => {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-compose-'));
  let home: Home;
  let serving: Serving;
  let browser: Browser;
  let page: Page;
  let code: string;
  /** Person and day of every excess, counted from the records without any rule. */
  let excesses: number;
  const watch = watchPages(() => serving.url, { name: 'compose', warnings: true });

  beforeAll(async () => {
    ensureConsole();
    home = await openHome(path.join(scratch, 'home'));
    const extract = path.join(scratch, 'extract');
    const sink = folderSink(extract);
    generateCity({ persons: 800, months: 6, seed: 8, from: dayOfDate(2025, 1, 1) }, plants, sink, () => {});
    sink.close();
    must(await importClaims(claimsImporter(home), { folder: extract, acceptRejects: false, progress: () => {} }));
    await reviewPortsOf(home); // the knowledge that ships with the product names items
    ({ code, excesses } = await mostRepeated(home));
    serving = await serve({ home, consoleFolder: path.join(root, 'apps/console/dist'), port: 0, host: '127.0.0.1' });
    browser = await launch();
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(60_000);
    watch.on(page);
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await serving?.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  const sound = () => watch.sound(page);
  const shows = (text: string | RegExp) => page.getByText(text).first().waitFor();
  const panel = (title: string): Locator => page.locator('section.panel', { has: page.locator('h2', { hasText: title }) });
  const become = async (name: string) => {
    await page.getByRole('button', { name: /^经办人/ }).click();
    const field = page.getByPlaceholder('姓名或工号');
    await field.fill(name);
    await field.press('Enter');
    await page.getByRole('button', { name: `经办人：${name}` }).waitFor();
    await page.keyboard.press('Escape');
    await page.mouse.click(640, 90);
  };
  /** Takes a step of the rule's life with a reason, and waits until the server has taken it. */
  const step = async (label: string, reason: string) => {
    const life = panel('从草稿到启用');
    await life.getByLabel('原因').fill(reason);
    const answered = page.waitForResponse((r) => r.request().method() !== 'GET' && /\/api\/rules\//.test(r.url()));
    await life.getByRole('button', { name: label, exact: true }).click();
    const response = await answered;
    expect(response.ok(), await response.text()).toBe(true);
  };
  const choose = async (field: Locator, option: string) => {
    await field.click();
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: new RegExp(`^${option}$`) }).click();
  };

  test('she opens an empty form and fills it; the sentence grows with it', async () => {
    await page.goto(new URL('/rules', serving.url).href);
    await become('甲');
    await page.getByRole('link', { name: '编写规则' }).click();
    await shows('这条规则说的是');
    await shows('还没有规则名称');
    await page.getByLabel('规则名称').fill(NAME);
    await page.getByLabel('依据文件').fill('本市门诊治疗项目限频规定');
    const list = page.getByLabel('项目清单');
    await list.click();
    await list.fill(code);
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: code }).click();
    await page.keyboard.press('Escape');
    const population = page.getByRole('region', { name: '只看符合以下条件的' });
    await population.getByRole('button', { name: /加条件/ }).click();
    await choose(population.getByLabel('值', { exact: true }), '门诊');
    await page.locator('.ant-segmented-item', { hasText: '合计、次数' }).click();
    const sentence = page.getByTestId('sentence');
    expect(await sentence.textContent()).toContain('只看就医方式为门诊的');
    expect(await sentence.textContent()).toContain('按同一参保人、同一天归为一组');
    expect(await sentence.textContent()).toContain(`数量合计大于 ${LIMIT} 次〔上限〕`);
    await shows('没有发现问题');
    await sound();
  });

  test('a condition that contradicts itself is marked at once, and unmarked when it goes', async () => {
    const population = page.getByRole('region', { name: '只看符合以下条件的' });
    await population.getByRole('button', { name: /加条件/ }).click();
    await choose(population.getByLabel('值', { exact: true }).nth(1), '住院');
    // among all that the checks say, and at the part of the form that it is about
    await shows(/检查范围自相矛盾/);
    await page.locator('.marks-at', { hasText: '检查范围自相矛盾' }).waitFor();
    await population.getByLabel('删除').last().click();
    await shows('没有发现问题');
    await sound();
  });

  test('the edges are proposed as cases; she decides, and a wrong decision is seen', async () => {
    await page.getByRole('button', { name: '提出边界用例' }).click();
    const cases = page.locator('section.case');
    await cases.first().waitFor();
    const expected: Record<string, string> = {
      [`恰好 ${LIMIT}`]: '通过',
      [`多一：${LIMIT + 1}`]: '疑点',
      [`少一：${LIMIT - 1}`]: '通过',
      分在两个时间区间: '通过',
      分在两家机构: '疑点',
      有一条数量未知: '无法判断',
      '不看的：就医方式为住院': '通过',
    };
    const names = await cases.evaluateAll((all: { getAttribute(name: string): string | null }[]) =>
      all.map((one) => one.getAttribute('aria-label')),
    );
    expect(names).toEqual(Object.keys(expected));
    // what is right by the rule's own words, not by what the page answers; the first at first wrongly
    const decide = (name: string, answer: string) =>
      page.locator(`section.case[aria-label="${name}"] .ant-segmented-item`, { hasText: answer }).click();
    await decide(`恰好 ${LIMIT}`, '疑点');
    await page.locator('section.case.differs').waitFor();
    for (const [name, answer] of Object.entries(expected)) await decide(name, answer);
    expect(await page.locator('section.case.agrees').count()).toBe(Object.keys(expected).length);
    await page.locator(`section.case[aria-label="多一：${LIMIT + 1}"] [aria-expanded]`).click();
    await page.locator('.case-table').waitFor();
    const ran = page.waitForResponse(/\/api\/rules\/drafts\/cases\/run/);
    await page.getByRole('button', { name: '在两个引擎上运行' }).click();
    const both = await ran;
    expect(both.status(), await both.text()).toBe(200);
    expect(((await both.json()) as { results: { issues: unknown[] }[] }).results.flatMap(({ issues }) => issues)).toEqual([]);
    await shows('两个引擎上 7 个通过，0 个不通过');
    await sound();
  });

  test('the draft is kept, tried on the past, reviewed by three, run in shadow and made live', async () => {
    // the list of editions may answer after all else; the route stays, since one taken away can lose the requests it holds
    let late = true;
    await page.route(/\/api\/rules\/local-[\w-]+\/editions$/, async (route) => {
      if (late) await page.waitForTimeout(1_000);
      await route.continue();
    });
    await step('保存草稿', '门诊过度治疗专项');
    await page.waitForURL(/\/composer\/local-/);
    await shows('第 1 版 草稿');
    late = false;
    const trial = panel('试算');
    await trial.getByLabel('起').fill('2025-06-01');
    await trial.getByLabel('止').fill('2025-06-30');
    await trial.getByLabel('原因或意见').fill('先看上个月');
    await trial.getByRole('button', { name: '试算', exact: true }).click();
    await trial.locator('dl.facts').first().waitFor();
    await trial.scrollIntoViewIfNeeded();
    await step('提交三项审核', '用例齐全');
    await shows('第 1 版 审核中');
    for (const [by, kind] of [
      ['乙', '政策审核'],
      ['丙', '临床审核'],
      ['丁', '技术审核'],
    ] as const) {
      await become(by);
      await step(`${kind}通过`, '同意');
      await shows(`${kind}：${by}`);
    }
    await step('开始试运行', '三审通过');
    await shows('第 1 版 试运行');
    await typeDay(panel('从草稿到启用').getByLabel('启用日期'), '2025-01-01');
    await step('启用', '试算结果属实');
    await shows('第 1 版 在用');
    await sound();
  });

  test('the next review reports it, with evidence and a sentence', async () => {
    const ruleId = /\/composer\/(local-[\w-]+)/.exec(page.url())?.[1] as string;
    await page.goto(new URL('/imports', serving.url).href);
    const [from, to] = [dayOfDate(2025, 1, 1), dayOfDate(2025, 6, 30)];
    const started = await page.request.post(new URL('/api/runs', serving.url).href, { data: { fromDay: from, toDay: to } });
    expect(started.status()).toBe(202);
    for (let wait = 0; wait < 120; wait += 1) {
      const { current, failure } = await (await page.request.get(new URL('/api/runs', serving.url).href)).json();
      expect(failure).toBeNull();
      if (!current) break;
      await page.waitForTimeout(500);
    }
    await page.goto(new URL(`/findings?rule=${ruleId}`, serving.url).href);
    await page.locator('tbody tr.ant-table-row').first().waitFor();
    await shows(`疑点 ${excesses} 条`);
    await page.locator('tbody tr.ant-table-row').first().click();
    await page.waitForURL(/\/findings\/F/);
    await shows(/当日数量合计 .* 次，超过 2 次。/);
    await page.locator('tr.inQuestion').first().waitFor();
    await sound();
  });
});

/** The outpatient item that is charged most often more than twice a day, counted from the net lines themselves. */
async function mostRepeated(home: Home): Promise<{ code: string; excesses: number }> {
  const snapshot = await home.lake.snapshot();
  const lake = await snapshot.connect({ memoryLimitMb: 400 });
  try {
    await lake.useBucket(undefined);
    const rows = await lake.rows<{ code: string; person: number; day: number; quantity: number | null }>(
      `SELECT i.code, person, day, quantity FROM line JOIN item i USING (item) WHERE setting = 'outpatient'`,
    );
    const sums = new Map<string, Map<string, number>>();
    for (const { code, person, day, quantity } of rows) {
      const days = sums.get(code) ?? new Map<string, number>();
      days.set(`${person} ${day}`, (days.get(`${person} ${day}`) ?? 0) + Number(quantity ?? 0));
      sums.set(code, days);
    }
    const counted = [...sums].map(([code, days]) => ({ code, excesses: [...days.values()].filter((sum) => sum > LIMIT * 10_000).length }));
    const [most] = counted.sort((a, b) => b.excesses - a.excesses || (a.code < b.code ? -1 : 1));
    if (!most || most.excesses === 0) throw new Error('the city repeats no item');
    return most;
  } finally {
    lake.close();
  }
}
