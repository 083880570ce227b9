// The whole story in a real browser, everybody under an account of his own: findings of a month go to a hospital, which accepts some and
// appeals one with a PDF; second review, panel, last word; the money comes in; a doctor gets points; institutions are drawn, an
// inspection becomes a case, its file is produced, bound and complete; a complaint is answered and rewarded. The indicators of the plan
// move by exactly these amounts, which are worked out here from the extract and from what was typed.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { suggestMeasures } from '@hengjian/catalog';
import { plants } from '@hengjian/catalog/plants.gen.ts';
import { folderSink, generateCity } from '@hengjian/city';
import { findLibreOffice, readDocument } from '@hengjian/documents';
import { currentEntries, dayOfDate, SECONDS_PER_DAY, stepWords } from '@hengjian/domain';
import { type App, moveFindings } from '@hengjian/server';
import { reviewPortsOf } from '@hengjian/server/review-ports.ts';
import type { PlanFileJson } from '@hengjian/server/schemas/plans.ts';
import {
  claimsImporter,
  type Home,
  journalOf,
  matterBookOf,
  openHome,
  planStoreOf,
  registerStoreOf,
  replaceRewardRules,
} from '@hengjian/store';
import { adoptPlan, importClaims, runReview, verifyJournal } from '@hengjian/workflows';
import type { Browser, BrowserContext, Download, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { missing, typeDay, watchPages } from './browser.ts';
import { closeConsole, openConsole, PNG } from './open-console.ts';
import { addPeople, type Chosen, chooseHospital, DAY, EXPERTS, must, openBooks, PASSWORD, planText, TODAY } from './supervision-world.ts';

if (missing) console.warn(`browser tests are skipped: ${missing}`);

describe.skipIf(missing !== undefined)('from a finding to a bound file and a year’s plan', () => {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-story-'));
  const extract = path.join(scratch, 'extract');
  const scan = path.join(scratch, '签字页.png');
  const scannedPdf = path.join(scratch, '送达回证.pdf');
  let home: Home;
  let app: App;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let url: string;
  /** Seconds go on, so that steps have an order; the day stays. */
  let clock = DAY * SECONDS_PER_DAY + 36_000;
  let planId: string;
  let chosen: Chosen;
  let hospital: Chosen['hospital'];
  let argued: Chosen['argued'];
  let caseId: string;
  /** What is typed as money in this story, in fen. */
  const typed = { offset: 100, refund: 5_000_000, fine: 6_000_000, selfReturn: 123_456, verified: 10_000_000 };
  const watch = watchPages(() => url, { name: 'story', refusals: /40[1349]|422/ });

  beforeAll(async () => {
    writeFileSync(scan, PNG);
    const signed = await PDFDocument.create();
    for (const text of ['receipt 1', 'receipt 2']) signed.addPage([595, 842]).drawText(text, { x: 80, y: 700 });
    writeFileSync(scannedPdf, await signed.save());
    home = await openHome(path.join(scratch, 'home'));
    const sink = folderSink(extract);
    generateCity({ persons: 400, months: 1, seed: 7, from: dayOfDate(2026, 1, 1) }, plants, sink, () => {});
    sink.close();
    must(await importClaims(claimsImporter(home), { folder: extract, acceptRejects: false, progress: () => {} }));
    must(await runReview(await reviewPortsOf(home), { period: { from: dayOfDate(2026, 1, 1), to: dayOfDate(2026, 1, 31) } }));
    await moveFindings(home, clock);
    chosen = await chooseHospital(home, extract);
    ({ hospital, argued } = chosen);
    const { document } = must(await readDocument(new TextEncoder().encode(planText), '绩效目标表.txt'));
    const wish = { document, year: 2026, by: '周科长', now: clock, confirm: true, suggest: suggestMeasures };
    planId = must(await adoptPlan(planStoreOf(home.db), wish)).plan.planId;
    await openBooks(home);
    const reward = { object: '*', fromFen: 0, toFen: null, rate: 200, floorFen: 50_000, capFen: 20_000_000, insiderFactor: 120 } as const;
    await replaceRewardRules(home.db, '*', [{ ...reward, region: '*', fromDay: null, toDay: null, source: '当地办法' }], '周科长', clock);
    await addPeople(home, chosen, clock);
    ({ app, url, browser, context, page } = await openConsole(home, { now: () => ++clock, today: TODAY }));
    watch.on(page);
  }, 600_000);
  afterAll(async () => {
    await closeConsole({ app, browser });
    await home?.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  const open = (address: string) => watch.open(page, address);
  const sessions = new Map<string, string>();
  /** Goes on under another account: the browser keeps what it loaded, the session is another. */
  const as = async (name: string, address?: string) => {
    const { accountId } = await home.db.selectFrom('account').select('accountId').where('name', '=', name).executeTakeFirstOrThrow();
    const held = sessions.get(name);
    if (held === undefined) {
      const answer = await context.request.post(new URL('/api/session', url).href, { data: { accountId, password: PASSWORD } });
      expect(answer.status(), `${name} logs in`).toBe(200);
      sessions.set(name, (await context.cookies()).find((one) => one.name === 'hengjian_session')?.value ?? '');
    } else await context.addCookies([{ name: 'hengjian_session', value: held, url, httpOnly: true, sameSite: 'Strict' }]);
    if (address) await open(address);
    else {
      await page.reload();
      await page.locator('main.page').waitFor();
    }
    await page.getByRole('button', { name, exact: true }).first().waitFor();
  };
  const sound = (one = page) => watch.sound(one);
  const choose = async (form: Page | Locator, label: string, option: string) => {
    await form.getByLabel(label, { exact: true }).locator('xpath=ancestor-or-self::div[contains(@class,"ant-select")][1]').click();
    await page
      .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option', { hasText: option })
      .first()
      .click();
  };
  const stateOf = async (id: string) =>
    (await home.db.selectFrom('findingCase').select('state').where('findingId', '=', id).executeTakeFirstOrThrow()).state;
  const own = (state: string) =>
    home.db
      .selectFrom('findingCase')
      .select(['findingId', 'worthFen'])
      .where('providerNo', '=', hospital.providerNo)
      .where('state', '=', state)
      .orderBy('worthFen', 'desc')
      .execute();
  /** One step of the argued finding, or of another, by somebody: the reason, the button, what follows. */
  const act = async (by: string, button: string | RegExp, { id = argued.findingId, why = '依据记录' } = {}) => {
    await as(by, `/findings/${id}`);
    await page.getByLabel('理由', { exact: true }).fill(why);
    await page.getByRole('button', { name: button }).first().click();
    await page.getByText('已办理').first().waitFor();
  };
  /** One step of a matter: its button, its form (`选项：` before a value chooses), the reason, the new state. */
  const step = async (name: string, given: Record<string, string>, state: string) => {
    await page.getByRole('button', { name, exact: true }).first().click();
    const form = page.getByRole('form', { name, exact: true });
    for (const [label, value] of Object.entries(given)) {
      if (value.startsWith('选项：')) await choose(form, label, value.slice(3));
      else if (/^\d{4}-\d\d-\d\d$/.test(value)) await typeDay(form.getByLabel(label, { exact: true }), value);
      else await form.getByLabel(label, { exact: true }).fill(value);
    }
    await form.getByLabel('理由或意见').fill('按规定办理');
    await form.getByRole('button', { name: `${name} · 确定` }).click();
    await form.waitFor({ state: 'detached' });
    // of the file that is open, not of the list behind it
    await page.locator('.ant-drawer .ant-tag, .page-head .ant-tag', { hasText: state }).first().waitFor();
  };
  /** Measured in the page; by measure, in the unit of the plan. */
  const measured = async (): Promise<Record<string, number | null>> => {
    await as('周科长', `/plans/${planId}`);
    await page.getByRole('button', { name: '测算', exact: true }).first().click();
    await page.locator('.ant-popover').getByRole('button', { name: '测算', exact: true }).click();
    await page
      .getByText(/已测算|个指标有/)
      .first()
      .waitFor();
    const answer = await context.request.get(new URL(`/api/plans/${planId}`, url).href);
    const { projects } = (await answer.json()) as PlanFileJson;
    return Object.fromEntries(projects.flatMap(({ indicators }) => indicators.map((row) => [row.link?.measureId ?? row.name, row.actual])));
  };
  const registered = async (registerId: string) => currentEntries(await registerStoreOf(home.db).entries({ registerId }));
  let before: Record<string, number | null>;

  test('the plan is measured before anything happens', async () => {
    before = await measured();
    await sound();
    expect(before).toMatchObject({ 'recovered-and-refused': 0.012345, 'case-files-archived-rate': 0, 'complaints-handled-rate': 0 });
  });

  test('the queue hands out a finding; one key decides it and the next one comes; the rest are decided at once', async () => {
    await as('钱初审', '/work');
    await page.getByText('待机构反馈').first().waitFor();
    await page.keyboard.press('n');
    await page.waitForURL(/\/findings\/F/);
    const first = /findings\/(F\w+)/.exec(page.url())?.[1] as string;
    await page.getByLabel('理由', { exact: true }).fill('与限定不符');
    // a reviewer is offered a reviewer’s steps, and nobody else’s
    expect(await page.getByRole('button', { name: /^(申\s?诉|确认扣款|自查退回)$/ }).count()).toBe(0);
    await sound();
    await page.getByRole('heading').first().click();
    await page.keyboard.press('a');
    await page.waitForURL((to) => to.pathname.startsWith('/findings/F') && !to.pathname.includes(first));
    expect(await stateOf(first)).toBe('feedback');
    await open('/work?state=suspect&size=100');
    while ((await own('suspect')).length > 0) {
      const left = (await own('suspect')).length;
      await page.locator('thead .ant-checkbox-input').first().check();
      await page.getByLabel('理由', { exact: true }).fill('与限定不符');
      await page.getByRole('button', { name: /^认定违规/ }).click();
      await expect.poll(async () => (await own('suspect')).length).toBeLessThan(left);
      await page.locator('.bulk').waitFor({ state: 'detached' });
    }
    expect((await own('feedback')).length).toBeGreaterThan(3);
    await sound();
  }, 180_000);

  test('the hospital appeals one with a PDF and accepts what it cannot defend', async () => {
    await as('院医保办', `/findings/${argued.findingId}`);
    await page.setInputFiles('.finding-step input[type=file]', {
      name: '申诉书<b>.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n1 0 obj\nendobj\n%%EOF\n'),
    });
    await page.getByText('将随这一步提交').waitFor();
    await page.getByLabel('理由', { exact: true }).fill('病程记录可证');
    await page.getByRole('button', { name: /^申\s?诉$/ }).click();
    await page.getByText('已办理').first().waitFor();
    expect(await stateOf(argued.findingId)).toBe('secondReview');
    await page.getByText('申诉书_b_.pdf').first().waitFor();
    await open(`/institutions/${hospital.providerNo}`);
    await page.locator('tbody tr.ant-table-row').first().waitFor();
    await page.locator('thead .ant-checkbox-input').first().check();
    await page.getByLabel('理由', { exact: true }).fill('认可');
    await sound();
    await page.getByRole('button', { name: /^认\s?可$/ }).click();
    await page.getByText('已办理').first().waitFor();
    expect(await own('feedback')).toEqual([]);
    await sound();
  });

  test('second review by another person, second appeal, a blind panel, the last word', async () => {
    await act('孙复审', /^维\s?持/);
    await act('院医保办', /^申\s?诉$/);
    await as('周科长', `/findings/${argued.findingId}`);
    await page.getByLabel('合议专家（单数）').fill(`${EXPERTS.join('、')}、`);
    await page.getByLabel('理由', { exact: true }).fill('请合议');
    await page.getByRole('button', { name: '组成合议组' }).click();
    await page.getByText('已办理').first().waitFor();
    for (const [who, verdict] of [
      [EXPERTS[0], '不违规'],
      [EXPERTS[1], '违规'],
      [EXPERTS[2], '违规'],
    ] as const)
      await act(who as string, new RegExp(`合议表决：${verdict}$`));
    expect(await stateOf(argued.findingId)).toBe('finalReview');
    await sound();
    await act('周科长', /^认定违规/);
    expect(await stateOf(argued.findingId)).toBe('confirmed');
  }, 180_000);

  test('finance confirms; the money comes in, whole or in part', async () => {
    await act('吴财务', '确认扣款');
    // 实施细则 art. 35: what is in scope and the fund's share stand beside the amount
    const due = await home.db
      .selectFrom('findingLedger')
      .select(({ fn }) => [fn.sum<number>('inScopeFen').as('inScope'), fn.sum<number>('fundFen').as('fund')])
      .where('findingId', '=', argued.findingId)
      .where('account', '=', 'upheld')
      .executeTakeFirst();
    expect(due).toEqual({ inScope: argued.inScopeFen, fund: argued.fundFen });
    await act('吴财务', '退回到账');
    expect(await stateOf(argued.findingId)).toBe('closed');
    const other = (await own('confirmed')).find(({ worthFen }) => worthFen > typed.offset)?.findingId as string;
    await as('吴财务', `/findings/${other}`);
    const fund = page.getByLabel('核定基金金额（元）');
    await page.getByRole('button', { name: '确认扣款' }).waitFor();
    if (await fund.count()) await fund.fill('2.00');
    await act('吴财务', '确认扣款', { id: other }).catch(() => {});
    await open(`/findings/${other}`);
    await page.getByLabel('金额（元）').first().fill('1.00');
    await page.getByLabel('理由', { exact: true }).fill('从 3 月结算中抵扣');
    await page.getByRole('button', { name: '结算抵扣' }).click();
    await page.getByText('已办理').first().waitFor();
    expect(await stateOf(other)).toBe('recovery');
    await sound();
  });

  test('the doctor gets points: proposed, decided by another, accepted by the person', async () => {
    await as('周科长', '/practitioners');
    await page.getByRole('button', { name: '按名册登记' }).click();
    await page.getByText(/新登记 \d+ 人/).waitFor();
    await as('钱初审', `/findings/${argued.findingId}`);
    await page.getByRole('button', { name: '提出记分' }).click();
    await page.getByTitle(new RegExp(`^${argued.doctor}`)).waitFor();
    await choose(page, '行为', 'A01');
    await choose(page, '责任程度', '主要责任');
    await page.getByText('记 3 分').waitFor();
    await page.getByLabel('事实和责任认定').fill('机构被认定违规，本人为主管医师');
    await page.locator('section.panel', { hasText: '须在对机构作出处理决定之后' }).getByRole('button', { name: '提出记分' }).click();
    await page.locator('.ant-tag', { hasText: '拟记分' }).waitFor();
    await as('周科长', `/practitioners?open=${argued.doctor}`);
    await page.getByLabel('理由或意见').fill('事实清楚');
    await page.getByRole('button', { name: '审定并告知' }).click();
    await page.locator('.ant-tag', { hasText: '已告知' }).waitFor();
    await as('医师本人', '/');
    await page.getByRole('heading', { name: '我的支付资格' }).waitFor();
    await page.getByLabel('理由或意见').fill('没有异议');
    await page.getByRole('button', { name: '认可' }).click();
    await page.locator('.ant-tag', { hasText: '已生效' }).waitFor();
    expect(await page.locator('dl.facts', { hasText: '登记机构' }).locator('strong').first().textContent()).toBe('3');
    await sound();
  });

  test('an inspection is drawn by a seed; the draw comes again from its seed', async () => {
    await as('周科长', '/inspection-plans');
    await page.getByRole('button', { name: '拟定计划' }).click();
    const form = page.getByRole('form', { name: '拟定计划' });
    for (const [label, value] of Object.entries({
      计划名称: '2026年第一季度专项检查',
      检查依据: '年度检查计划',
      开始日期: TODAY,
      结束日期: '2026-03-31',
      抽取机构数: '3',
      指定机构编码: hospital.providerNo,
    }))
      await form.getByLabel(label).fill(value);
    await form.getByRole('button', { name: '保存' }).click();
    await page.locator('tbody tr', { hasText: '2026年第一季度专项检查' }).click();
    await step('双随机抽取', { 随机种子: '20260302' }, '已抽取');
    const drawnRows = page.locator('.ant-drawer tbody tr.ant-table-row');
    await expect.poll(() => drawnRows.count()).toBe(3);
    const drawn = await drawnRows.allInnerTexts();
    await step('作废重抽', {}, '拟定中');
    await step('双随机抽取', { 随机种子: '20260302' }, '已抽取');
    await expect.poll(() => drawnRows.allInnerTexts()).toEqual(drawn);
    await sound();
    await step('下达检查任务', {}, '检查中');
    await page.locator('.ant-drawer').getByText('待检查').first().waitFor();
  });

  test('on a tablet: claims drawn, the visit, a record, a problem, money returned, a clue', async () => {
    await page.setViewportSize({ width: 1024, height: 768 });
    await as('甲执法', '/inspections');
    await page.locator('tr.ant-table-row', { hasText: hospital.name }).first().click();
    await page.getByText('抽取带去的病例').waitFor();
    const [leader] = ((await page.locator('dl.facts dd').first().textContent()) ?? '').split('（');
    await as(leader as string);
    await typeDay(page.getByLabel('结算日期从'), '2026-01-01');
    await typeDay(page.getByLabel('到', { exact: true }), '2026-12-31');
    await page.getByLabel('例数').fill('5');
    await page.getByRole('button', { name: '抽取', exact: true }).click();
    await page.getByRole('button', { name: '导出 Excel' }).waitFor();
    await step('进场检查', { 检查通知书文号: '医检〔2026〕1号', 检查地点: '收费处', 机构在场人员: '医保办主任' }, '现场检查');
    await step('记现场笔录', { 检查情况: '查看收费系统，抽查病历。' }, '现场检查');
    await step('记问题', { 问题类别: '选项：重复收费', 涉及基金: '50000', 问题情况: '同日重复收取护理费 36 笔。' }, '现场检查');
    await sound();
    await page.setViewportSize({ width: 390, height: 844 });
    await sound();
    await page.setViewportSize({ width: 1280, height: 800 });
    await step('结束现场检查', {}, '听取意见');
    await step('登记自查退回', { 到账日期: TODAY, 自查退回金额: '1234.56', 凭证号: 'V-1' }, '听取意见');
    await step('问题转线索', { 问题序号: '1' }, '听取意见');
    const visits = await registered('provider-inspections');
    expect(visits.map(({ values }) => [values.kind, values.officerCount, values.problemFound])).toEqual([['special', 2, true]]);
  }, 180_000);

  test('the clue is verified and put up for filing; the head files it, with two officers', async () => {
    await as('甲执法', '/clues');
    await page.locator('tbody tr', { hasText: '检查发现' }).click();
    await step('核查完毕', { 核查情况: '调取收费明细，重复收费属实。', 有违法违规事实: '选项：是', 涉及基金: '50000' }, '已核查');
    await step('提请立案', { 案由: '选项：重复收费', 违法行为终了之日: '2026-01-31' }, '已提请立案');
    await page.locator('.ant-drawer a.code', { hasText: 'AJ' }).first().click();
    await page.getByText('待立案审批').first().waitFor();
    caseId = /AJ\d{4}-\d{6}/.exec(page.url())?.[0] ?? '';
    await as('周科长');
    await page.getByRole('button', { name: '批准立案', exact: true }).first().click();
    const form = page.getByRole('form', { name: '批准立案', exact: true });
    await form.getByLabel('承办人', { exact: true }).fill('甲执法');
    await form.getByLabel('立案文号', { exact: true }).fill('医立〔2026〕1号');
    await form.getByLabel('理由或意见').fill('符合立案条件');
    await form.getByRole('button', { name: '批准立案 · 确定' }).click();
    await page.getByText('承办人应当不少于两人').waitFor();
    await form.getByLabel('承办人', { exact: true }).fill('甲执法、乙执法');
    await form.getByRole('button', { name: '批准立案 · 确定' }).click();
    await page.locator('.ant-tag', { hasText: '调查中' }).first().waitFor();
  });

  test('investigated, reviewed, announced, decided, served, paid, executed, closed', async () => {
    await as('甲执法');
    const record = { 地点: '会议室', 在场人或被询问人: '收费处负责人', 笔录内容: '问：何时开始？\n答：一月。', 日期: TODAY };
    await step('做笔录', { 笔录种类: '选项：询问笔录', ...record }, '调查中');
    const proof = { 证据名称: '收费明细', 来源: '结算系统', 取得日期: TODAY, 页数: '12' };
    await step('收集证据', { 证据种类: '选项：电子数据', ...proof }, '调查中');
    await step(
      '调查终结',
      { 查明的事实和处理建议: '查明同日重复收取护理费 36 笔。', 基金损失: '50000', 责令退回基金: '50000', 罚款: '60000' },
      '待法制审核',
    );
    await as('郑法制');
    await step('法制审核通过', { 审核内容: '事实清楚，证据充分，程序合法。' }, '已法制审核');
    await as('周科长');
    await step('事先告知', { 文号: '医告〔2026〕1号' }, '已事先告知');
    await as('甲执法');
    const service = { 收件人: '院办', 送达日期: TODAY };
    await step('送达告知书', service, '已事先告知');
    await step('放弃陈述申辩', {}, '已事先告知');
    await as('周科长');
    await page.getByRole('button', { name: '作出决定', exact: true }).click();
    const form = page.getByRole('form', { name: '作出决定' });
    await form.getByLabel('文号').fill('医罚〔2026〕1号');
    await form.getByLabel('决定理由').fill('事实清楚。');
    await form.getByLabel('罚款').fill('60000.01');
    await form.getByLabel('理由或意见').fill('审批');
    await form.getByRole('button', { name: '作出决定 · 确定' }).click();
    await page.getByText('重于告知的').waitFor();
    await form.getByLabel('罚款').fill('60000');
    await form.getByRole('button', { name: '作出决定 · 确定' }).click();
    await page.locator('.ant-tag', { hasText: '待送达' }).first().waitFor();
    await as('乙执法');
    await step('送达决定书', service, '执行中');
    await step('登记缴款', { 种类: '选项：退回基金', 缴款日期: TODAY, 金额: '50000', 凭证号: 'P-1' }, '执行中');
    await step('登记缴款', { 种类: '选项：罚款', 缴款日期: TODAY, 金额: '60000', 凭证号: 'P-2' }, '执行中');
    await step('公示', { 公示日期: TODAY, 公示平台: '门户网站' }, '执行中');
    await step('执行完毕', {}, '执行完毕');
    await as('周科长');
    await step('结案', { 结案报告: '罚款缴清，基金已退回。' }, '已结案');
    await sound();
  }, 180_000);

  test('the file: what is missing is named, scans are attached, then it is bound and counted', async () => {
    await as('甲执法');
    await page.getByRole('button', { name: '归档', exact: true }).click();
    const form = page.getByRole('form', { name: '归档' });
    await form.getByLabel('案卷号').fill('医执〔2026〕1');
    await form.getByLabel('理由或意见').fill('归档');
    await form.getByRole('button', { name: '归档 · 确定' }).click();
    await page.getByText('案卷不完整').waitFor();
    const lacking = page.locator('tr.ant-table-row', { has: page.locator('.ant-tag', { hasText: '缺' }) });
    const lacked = await lacking.count();
    expect(lacked).toBeGreaterThan(1);
    // one of them came from the copier as a PDF of two pages, the others as pictures
    for (let left = lacked; left > 0; left -= 1) {
      await lacking
        .first()
        .locator('input[type=file]')
        .setInputFiles(left === 1 ? scannedPdf : scan);
      await expect.poll(() => lacking.count(), { timeout: 30_000 }).toBe(left - 1);
    }
    await page.getByText('案卷完整').waitFor();
    // the history says which sheet came, not that something was entered
    await expect.poll(() => page.locator('.steps li', { hasText: '收入扫描件' }).count()).toBe(lacked);
    expect(await page.locator('.steps li', { hasText: '收入扫描件 送达回证.pdf' }).count()).toBe(1);
    await sound();
    const saved = async (name: string): Promise<Download> => {
      const [download] = await Promise.all([
        page.waitForEvent('download', { timeout: 120_000 }),
        page.getByRole('button', { name }).click(),
      ]);
      return download;
    };
    expect((await saved('全卷 Word')).suggestedFilename()).toMatch(/全卷\.docx$/);
    if (findLibreOffice() !== null) {
      const pdf = await saved('全卷 PDF');
      const file = await PDFDocument.load(readFileSync(await pdf.path()));
      // cover, catalogue, papers, one page a picture, two of the PDF
      expect(file.getPageCount()).toBeGreaterThan(2 + lacked + 1);
      if (process.env.HENGJIAN_PICTURES) await pdf.saveAs(path.join(process.env.HENGJIAN_PICTURES, 'story.pdf'));
    }
    await form.getByRole('button', { name: '归档 · 确定' }).click();
    await page.locator('.ant-tag', { hasText: '已归档' }).first().waitFor();
    expect(await matterBookOf(home.db).find('enforcementCase', caseId)).toMatchObject({
      state: 'archived',
      fineFen: typed.fine,
      outcome: 'punish',
    });
  }, 300_000);

  test('a complaint comes from a telephone, is answered, and its reporter rewarded by somebody else', async () => {
    const telephone = await browser.newPage({ viewport: { width: 390, height: 844 }, isMobile: true });
    watch.on(telephone);
    telephone.setDefaultTimeout(30_000);
    await telephone.goto(new URL('/report', url).href);
    await telephone.getByLabel('被举报的机构或个人名称').fill(hospital.name);
    await telephone.getByRole('textbox', { name: '事情经过' }).fill('空床住院，一月至今');
    await telephone.getByText('我愿意实名').click();
    await telephone.getByLabel('姓名').fill('赵某某');
    await telephone.getByLabel('电话').fill('000-0000');
    await telephone.locator('.public-captcha img').waitFor();
    await telephone.getByRole('textbox', { name: '图中的字' }).fill('acefh');
    await telephone.getByRole('button', { name: '提交举报' }).click();
    const code = (await telephone.locator('.public-code').textContent()) ?? '';
    const drawer = page.locator('.ant-drawer-content, .ant-drawer-section').first();
    const complaintStep = async (name: string, label: string, value: string, shows: string) => {
      await choose(drawer, '步骤', name);
      if (label) await drawer.getByLabel(label).fill(value);
      await drawer.getByLabel('理由或意见').fill('已研究');
      await drawer.getByRole('button', { name, exact: true }).click();
      await drawer.getByText(shows).first().waitFor();
    };
    const openIt = async (who: string) => {
      await as(who, '/complaints');
      await page.locator('tbody tr', { hasText: hospital.name }).click();
    };
    await openIt('丙执法');
    await complaintStep('受理', '承办人', '丙执法', '办理中');
    await complaintStep('查明结果', '查实金额（元）', '100000.00', '待答复');
    await complaintStep('答复并办结', '答复内容', '已查实，责令退回', '已办结');
    await openIt('周科长');
    // two in a hundred of what was found true
    await complaintStep('决定奖励', '', '', '2,000.00');
    await sound();
    await telephone.getByText('查进度').click();
    await telephone.getByLabel('查询码').fill(code);
    await telephone.getByRole('button', { name: '查询' }).click();
    await telephone.getByText('已查实，责令退回').waitFor();
    await sound(telephone);
    await telephone.close();
    const [kept] = (await registered('complaints')).filter(({ entryId }) => entryId !== 'complaints-before');
    expect(kept?.values).toMatchObject({ closedOn: DAY, workingDayCount: 0, rewardFen: (typed.verified * 2) / 100 });
  });

  test('the indicators moved by exactly that, and the journal holds', async () => {
    const after = await measured();
    const WAN = 1_000_000;
    const back = argued.fundFen + typed.offset + typed.refund;
    expect(after).toEqual({
      ...before,
      'recovered-and-refused': (12_345 + back) / WAN,
      'recovered-and-fined': (12_345 + back + typed.fine) / WAN,
      fines: typed.fine / WAN,
      'self-refunds': typed.selfReturn / WAN,
      'inspected-providers': 1,
      'inspections-total': 1,
      // one of two files, one of two complaints
      'case-files-archived-rate': 50,
      'complaints-handled': 1,
      'complaints-handled-rate': 50,
    });
    // the number opens into its records, which add up to it
    await page.locator('table.plan tr', { hasText: '追回、拒付医保基金金额' }).locator('.number-link').first().click();
    await page.locator('.ant-drawer').getByText('依据的记录').waitFor();
    await sound();
    expect((await verifyJournal(journalOf(home.db))).fault).toBeNull();
    // and it can be read: every step has words
    const steps = await home.db.selectFrom('journal').select(['noun', 'action', 'before', 'after']).distinct().execute();
    const silent = steps.filter(({ noun, action, before, after }) => {
      const words = stepWords[noun];
      return !words?.actions[action] || [before, after].some((state) => state !== null && !words.states?.[state]);
    });
    expect(silent).toEqual([]);
    expect(watch.complaints).toEqual([]);
  });
});
