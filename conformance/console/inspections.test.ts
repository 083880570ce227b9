// One story in a real browser: institutions drawn, an inspection on a tablet, a problem made a clue, a case decided, paid and filed away
// with its whole file. Registers and the journal agree with it to the fen.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { plants } from '@hengjian/catalog/plants.gen.ts';
import { folderSink, generateCity } from '@hengjian/city';
import { findLibreOffice } from '@hengjian/documents';
import { currentEntries, dayOfDate, SECONDS_PER_DAY } from '@hengjian/domain';
import { type App, createApp, matterSourceOf } from '@hengjian/server';
import { claimsImporter, type Home, journalOf, matterBookOf, openHome, registerStoreOf } from '@hengjian/store';
import { importClaims, verifyJournal } from '@hengjian/workflows';
import type { Browser, Download, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureConsole } from '../../apps/cli/src/console-page.ts';
import { launch, missing } from './browser.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
if (missing) console.warn(`browser tests are skipped: ${missing}`);
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEANl9ngAAAAABJRU5ErkJggg==';
/** Monday, 2026-03-02, ten o’clock. */
const DAY = dayOfDate(2026, 3, 2);

describe.skipIf(missing !== undefined)('from a plan to a bound file', () => {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-inspections-'));
  const scan = path.join(scratch, 'scan.png');
  let home: Home;
  let app: App;
  let browser: Browser;
  let page: Page;
  let url: string;
  /** Seconds go on, so that steps have an order; the day stays. */
  let clock = DAY * SECONDS_PER_DAY + 36_000;
  let caseId: string;
  /** An institution with claims to draw from. */
  let busy: { providerNo: string; name: string | null } | undefined;
  const complaints: string[] = [];

  beforeAll(async () => {
    ensureConsole();
    writeFileSync(scan, Buffer.from(PNG, 'base64'));
    home = await openHome(path.join(scratch, 'home'));
    const extract = path.join(scratch, 'extract');
    const sink = folderSink(extract);
    generateCity({ persons: 500, months: 1, seed: 3, from: dayOfDate(2026, 1, 1) }, plants, sink, () => {});
    sink.close();
    const imported = await importClaims(claimsImporter(home), { folder: extract, acceptRejects: false, progress: () => {} });
    if (!imported.ok) throw new Error(JSON.stringify(imported.issues));
    const source = matterSourceOf(home);
    for (const one of (await source.names.providers()).values())
      if (busy === undefined && (await source.encounters(one.providerNo, dayOfDate(2026, 1, 1), dayOfDate(2026, 12, 31))).length >= 5)
        busy = one;
    await source.close();
    await registerStoreOf(home.db).append(
      ['甲某', '乙某', '丙某'].map((name, i) => ({
        entryId: `inspectors-${i}`,
        registerId: 'inspectors',
        occurredOn: DAY - 400,
        recordedAt: 0,
        recordedBy: 'test',
        source: 'test',
        values: { certifiedOn: DAY - 400, name, certificateNo: `ZF00${i}`, unit: '执法支队', validTo: null, avoids: null, note: null },
        corrects: null,
        withdrawn: false,
      })),
    );
    app = await createApp({ home, consoleFolder: path.join(root, 'apps/console/dist'), now: () => ++clock });
    url = await app.listen({ port: 0, host: '127.0.0.1' });
    browser = await launch();
    page = await browser.newPage({ viewport: { width: 1280, height: 800 }, acceptDownloads: true });
    page.setDefaultTimeout(20_000);
    page.on('console', (message) => {
      if (message.type() === 'error' && !/40[1349]|422/.test(message.text())) complaints.push(`${page.url()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await app?.close();
    await home?.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  const open = async (address: string) => {
    await page.goto(new URL(address, url).href);
    await page.locator('main.page').waitFor();
  };
  /** Before there are accounts people say who they are. */
  const as = async (name: string) => {
    await page.evaluate(`localStorage.setItem('hengjian.operator', ${JSON.stringify(name)})`);
    await page.reload();
    await page.locator('main.page').waitFor();
  };
  let pictures = 0;
  const sound = async () => {
    const wide = await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect(wide, `${page.url()} is wider than the window`).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
    pictures += 1;
    const folder = process.env.HENGJIAN_PICTURES;
    if (folder) await page.screenshot({ path: path.join(folder, `story-${pictures}.png`), fullPage: true });
  };
  const choose = async (form: Locator, label: string, option: string) => {
    await form.getByLabel(label, { exact: true }).locator('xpath=ancestor-or-self::div[contains(@class,"ant-select")][1]').click();
    await page
      .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option', { hasText: option })
      .first()
      .click();
  };
  /** One step: its button, its form (`选项:` before a value chooses), the reason, the new state. */
  const step = async (name: string, given: Record<string, string>, state: string) => {
    await page.getByRole('button', { name, exact: true }).first().click();
    const form = page.getByRole('form', { name, exact: true });
    for (const [label, value] of Object.entries(given)) {
      if (value.startsWith('选项：')) await choose(form, label, value.slice(3));
      else await form.getByLabel(label, { exact: true }).fill(value);
    }
    await form.getByLabel('理由或意见').fill('按规定办理');
    await form.getByRole('button', { name: `${name} · 确定` }).click();
    await form.waitFor({ state: 'detached', timeout: 20_000 });
    // of the file that is open, not of the list behind it
    await page.locator('.ant-drawer .ant-tag, .page-head .ant-tag', { hasText: state }).first().waitFor();
  };

  test('a plan is drafted and drawn by a seed; the draw comes again from its seed', async () => {
    await open('/inspection-plans');
    await as('科长');
    await page.getByRole('button', { name: '拟定计划' }).click();
    const form = page.getByRole('form', { name: '拟定计划' });
    await form.getByLabel('计划名称').fill('2026年第一季度专项检查');
    await form.getByLabel('检查依据').fill('年度检查计划');
    await form.getByLabel('开始日期').fill('2026-03-02');
    await form.getByLabel('结束日期').fill('2026-03-31');
    await form.getByLabel('抽取机构数').fill('3');
    await form.getByLabel('指定机构编码').fill(busy?.providerNo ?? '');
    await form.getByRole('button', { name: '保存' }).click();
    await page.locator('tbody tr', { hasText: '2026年第一季度专项检查' }).click();
    await step('双随机抽取', { 随机种子: '20260302' }, '已抽取');
    const rows = page.locator('.ant-drawer tbody tr.ant-table-row');
    await expect.poll(() => rows.count()).toBe(3);
    const drawn = await rows.allInnerTexts();
    await sound();
    await step('作废重抽', {}, '拟定中');
    await step('双随机抽取', { 随机种子: '20260302' }, '已抽取');
    await expect.poll(() => rows.allInnerTexts()).toEqual(drawn);
    await step('下达检查任务', {}, '检查中');
    await page.locator('.ant-drawer').getByText('待检查').first().waitFor();
    await sound();
  });

  test('on a tablet: claims drawn, the visit, a record, a problem, money returned, a clue', async () => {
    await page.setViewportSize({ width: 1024, height: 768 });
    await open('/inspections');
    await page
      .locator('tr.ant-table-row', { hasText: busy?.name ?? '' })
      .first()
      .click();
    await page.getByText('抽取带去的病例').waitFor();
    const [leader] = ((await page.locator('dl.facts dd').first().textContent()) ?? '').split('（');
    await as(leader as string);
    await page.getByLabel('结算日期从').fill('2026-01-01');
    await page.getByLabel('到', { exact: true }).fill('2026-12-31');
    await page.getByLabel('例数').fill('5');
    await page.getByRole('button', { name: '抽取', exact: true }).click();
    await page.getByRole('button', { name: '导出 Excel' }).waitFor();
    await step('进场检查', { 检查通知书文号: '医检〔2026〕1号', 检查地点: '收费处', 机构在场人员: '医保办主任' }, '现场检查');
    await step('记现场笔录', { 检查情况: '查看收费系统，抽查病历。' }, '现场检查');
    await step('记问题', { 问题类别: '选项：重复收费', 涉及基金: '50000', 问题情况: '同日重复收取护理费 36 笔。' }, '现场检查');
    await sound();
    await page.setViewportSize({ width: 390, height: 844 });
    await sound();
    await page.setViewportSize({ width: 1024, height: 768 });
    await step('结束现场检查', {}, '听取意见');
    await step('登记自查退回', { 到账日期: '2026-03-02', 自查退回金额: '1234.56', 凭证号: 'V-1' }, '听取意见');
    await step('问题转线索', { 问题序号: '1' }, '听取意见');
    await sound();
    const entries = currentEntries(await registerStoreOf(home.db).entries({ registerId: 'recoveries' }));
    expect(entries.map(({ values }) => [values.kind, values.amountFen])).toEqual([['selfRefund', 123_456]]);
    const visits = currentEntries(await registerStoreOf(home.db).entries({ registerId: 'provider-inspections' }));
    expect(visits.map(({ values }) => [values.kind, values.officerCount, values.problemFound])).toEqual([['special', 2, true]]);
  });

  test('the clue is verified and put up for filing; the head files it', async () => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await open('/clues');
    await as('甲某');
    await page.locator('tbody tr', { hasText: '检查发现' }).click();
    await step('核查完毕', { 核查情况: '调取收费明细，重复收费属实。', 有违法违规事实: '选项：是', 涉及基金: '50000' }, '已核查');
    await step('提请立案', { 案由: '选项：重复收费', 违法行为终了之日: '2026-01-31' }, '已提请立案');
    await sound();
    await page.locator('.ant-drawer a.code', { hasText: 'AJ' }).first().click();
    await page.getByText('待立案审批').first().waitFor();
    caseId = /AJ\d{4}-\d{6}/.exec(page.url())?.[0] ?? '';
    await as('科长');
    await step('批准立案', { 承办人: '甲某', 立案文号: '医立〔2026〕1号' }, '待立案审批').catch(() => {});
    await page.getByText('承办人应当不少于两人').waitFor();
    await page.getByRole('form', { name: '批准立案' }).getByLabel('承办人').fill('甲某、乙某');
    await page.getByRole('button', { name: '批准立案 · 确定' }).click();
    await page.locator('.ant-tag', { hasText: '调查中' }).waitFor();
  }, 90_000);

  test('investigated, reviewed, announced, decided, served, paid, executed, closed', async () => {
    await as('甲某');
    await step(
      '做笔录',
      {
        笔录种类: '选项：询问笔录',
        地点: '会议室',
        在场人或被询问人: '收费处负责人',
        笔录内容: '问：何时开始？\n答：一月。',
        日期: '2026-03-02',
      },
      '调查中',
    );
    await step(
      '收集证据',
      { 证据种类: '选项：电子数据', 证据名称: '收费明细', 来源: '结算系统', 取得日期: '2026-03-02', 页数: '12' },
      '调查中',
    );
    await page.getByRole('button', { name: '调查终结', exact: true }).click();
    await page.getByText('裁量基准').first().waitFor();
    await page.getByRole('button', { name: '调查终结', exact: true }).click();
    await step(
      '调查终结',
      { 查明的事实和处理建议: '查明同日重复收取护理费 36 笔。', 基金损失: '50000', 责令退回基金: '50000', 罚款: '60000' },
      '待法制审核',
    );
    await as('法制员');
    await step('法制审核通过', { 审核内容: '事实清楚，证据充分，程序合法。' }, '已法制审核');
    await as('科长');
    await step('事先告知', { 文号: '医告〔2026〕1号' }, '已事先告知');
    await as('甲某');
    const service = { 收件人: '院办', 送达日期: '2026-03-02' };
    await step('送达告知书', service, '已事先告知');
    await step('放弃陈述申辩', {}, '已事先告知');
    await as('科长');
    await page.getByRole('button', { name: '作出决定', exact: true }).click();
    const form = page.getByRole('form', { name: '作出决定' });
    await form.getByLabel('文号').fill('医罚〔2026〕1号');
    await form.getByLabel('决定理由').fill('事实清楚。');
    await form.getByLabel('罚款').fill('60000.01');
    await form.getByLabel('理由或意见').fill('x');
    await form.getByRole('button', { name: '作出决定 · 确定' }).click();
    await page.getByText('重于告知的').waitFor();
    await sound();
    await form.getByLabel('罚款').fill('60000');
    await form.getByRole('button', { name: '作出决定 · 确定' }).click();
    await page.locator('.ant-tag', { hasText: '待送达' }).waitFor();
    await as('乙某');
    await step('送达决定书', service, '执行中');
    await step('登记缴款', { 种类: '选项：退回基金', 缴款日期: '2026-03-02', 金额: '50000', 凭证号: 'P-1' }, '执行中');
    await step('登记缴款', { 种类: '选项：罚款', 缴款日期: '2026-03-02', 金额: '60000', 凭证号: 'P-2' }, '执行中');
    await step('公示', { 公示日期: '2026-03-02', 公示平台: '门户网站' }, '执行中');
    await step('执行完毕', {}, '执行完毕');
    await as('科长');
    await step('结案', { 结案报告: '罚款缴清，基金已退回。' }, '已结案');
    await sound();
    const archive = currentEntries(await registerStoreOf(home.db).entries({ registerId: 'archives' }));
    expect(archive.map(({ values }) => [values.dueCount, values.filedCount])).toEqual([[1, 0]]);
  }, 180_000);

  test('the file: what is missing is named, scans are attached, then it is bound and counted', async () => {
    await as('甲某');
    await page.getByRole('button', { name: '归档', exact: true }).click();
    const form = page.getByRole('form', { name: '归档' });
    await form.getByLabel('案卷号').fill('医执〔2026〕1');
    await form.getByLabel('理由或意见').fill('归档');
    await form.getByRole('button', { name: '归档 · 确定' }).click();
    await page.getByText('案卷不完整').waitFor();
    for (;;) {
      const lacking = page.locator('tr.ant-table-row', { has: page.locator('.ant-tag', { hasText: '缺' }) });
      const before = await lacking.count();
      if (before === 0) break;
      await lacking.first().locator('input[type=file]').setInputFiles(scan);
      await expect.poll(() => lacking.count(), { timeout: 20_000 }).toBeLessThan(before);
    }
    await page.getByText('案卷完整').waitFor();
    await sound();
    const saved = async (name: string): Promise<Download> => {
      const [download] = await Promise.all([
        page.waitForEvent('download', { timeout: 120_000 }),
        page.getByRole('button', { name }).click(),
      ]);
      return download;
    };
    const word = await saved('全卷 Word');
    expect(word.suggestedFilename()).toMatch(/全卷\.docx$/);
    if (findLibreOffice() !== null) {
      const pdf = await saved('全卷 PDF');
      expect(
        readFileSync(await pdf.path())
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-');
      const folder = process.env.HENGJIAN_PICTURES;
      if (folder) await pdf.saveAs(path.join(folder, 'story.pdf'));
    }
    await form.getByRole('button', { name: '归档 · 确定' }).click();
    await page.locator('.ant-tag', { hasText: '已归档' }).waitFor();
    const archive = currentEntries(await registerStoreOf(home.db).entries({ registerId: 'archives' }));
    expect(archive.map(({ values }) => [values.kind, values.dueCount, values.filedCount])).toEqual([['caseFile', 1, 1]]);
    const money = currentEntries(await registerStoreOf(home.db).entries({ registerId: 'recoveries' }));
    const total = (kind: string) =>
      money.filter(({ values }) => values.kind === kind).reduce((sum, { values }) => sum + (values.amountFen as number), 0);
    expect([total('recovery'), total('fine'), total('selfRefund')]).toEqual([5_000_000, 6_000_000, 123_456]);
    expect(await matterBookOf(home.db).find('enforcementCase', caseId)).toMatchObject({
      state: 'archived',
      fineFen: 6_000_000,
      outcome: 'punish',
    });
    expect((await verifyJournal(journalOf(home.db))).fault).toBeNull();
    expect(complaints).toEqual([]);
  }, 300_000);
});
