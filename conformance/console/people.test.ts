// People in a real browser: a report from a telephone, handled to its answer; then the first account, logging in, and what each role is shown.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseDay } from '@hengjian/domain';
import { type App, accountPortsOf, wallClock } from '@hengjian/server';
import { type Home, journalOf, openHome, registerStoreOf } from '@hengjian/store';
import { addAccount, verifyJournal } from '@hengjian/workflows';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { missing, watchPages } from './browser.ts';
import { closeConsole, openConsole, PNG } from './open-console.ts';

if (missing) console.warn(`browser tests are skipped: ${missing}`);

describe.skipIf(missing !== undefined)('people', () => {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-people-'));
  let home: Home;
  let app: App;
  let browser: Browser;
  let page: Page;
  let url: string;
  let code: string;
  const watch = watchPages(() => url, { name: 'people', refusals: /40[1349]|422/ });

  beforeAll(async () => {
    home = await openHome(path.join(scratch, 'home'));
    ({ app, url, browser, page } = await openConsole(home));
    watch.on(page);
  }, 300_000);
  afterAll(async () => {
    await closeConsole({ app, browser });
    await home?.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  const open = (address: string) => watch.open(page, address);
  const sound = (one = page) => watch.sound(one);

  test('a named report with a picture from a telephone, and its code follows it', async () => {
    const telephone = await browser.newPage({ viewport: { width: 390, height: 844 }, isMobile: true });
    watch.on(telephone);
    telephone.setDefaultTimeout(20_000);
    await telephone.goto(new URL('/report', url).href);
    await telephone.getByLabel('被举报的机构或个人名称').fill('第一医院');
    await telephone.getByRole('textbox', { name: '事情经过' }).fill('空床住院，三月至今');
    const picture = path.join(scratch, 'x.png');
    writeFileSync(picture, PNG);
    await telephone.locator('input[type=file]').setInputFiles(picture);
    await telephone.getByText('我愿意实名').click();
    await telephone.getByLabel('姓名').fill('赵某某');
    await telephone.getByLabel('电话').fill('000-0000');
    await telephone.locator('.public-captcha img').waitFor();
    await telephone.getByRole('textbox', { name: '图中的字' }).fill('wrong');
    await telephone.getByRole('button', { name: '提交举报' }).click();
    await telephone.getByText('验证码不对或已过期').waitFor();
    await sound(telephone);
    await telephone.getByRole('textbox', { name: '图中的字' }).fill('acefh');
    await telephone.getByRole('button', { name: '提交举报' }).click();
    await telephone.getByText('已收到您的举报').waitFor();
    code = (await telephone.locator('.public-code').textContent()) ?? '';
    expect(code).toMatch(/^\w{4}-\w{4}-\w{4}$/);
    await sound(telephone);
    await telephone.getByText('查进度').click();
    await telephone.getByLabel('查询码').fill(code);
    await telephone.getByRole('button', { name: '查询' }).click();
    await telephone.getByText('待受理').waitFor();
    await sound(telephone);
    await telephone.close();
  });

  test('staff take it up, look at who reported with a reason, conclude, answer; the register and the journal follow', async () => {
    await open('/complaints');
    await page.locator('tbody tr', { hasText: '第一医院' }).click();
    const drawer = page.locator('.ant-drawer-content, .ant-drawer-section').first();
    await drawer.getByRole('button', { name: '查看举报人' }).click();
    await page.getByLabel('理由', { exact: true }).fill('联系核实');
    await page.getByRole('button', { name: '确定' }).click();
    await drawer.getByText('赵某某').waitFor();
    expect(await drawer.locator('img').count()).toBe(1);
    await sound();
    const why = drawer.getByLabel('理由或意见');
    const step = async (name: string, before: () => Promise<void>, state: string) => {
      await drawer.getByLabel('步骤').locator('xpath=ancestor::div[contains(@class,"ant-select")][1]').click();
      await page.locator('.ant-select-item-option', { hasText: name }).first().click();
      await before();
      await why.fill('已研究');
      await drawer.getByRole('button', { name, exact: true }).click();
      await drawer.locator('.ant-tag', { hasText: state }).waitFor();
    };
    await step('受理', () => drawer.getByLabel('承办人').fill('王经办'), '办理中');
    await step('查明结果', () => drawer.getByLabel('查实金额（元）').fill('100000.00'), '待答复');
    await step('答复并办结', () => drawer.getByLabel('答复内容').fill('已查实，责令退回'), '已办结');
    await sound();
    const entries = await registerStoreOf(home.db).entries({ registerId: 'complaints' });
    expect(entries.at(-1)?.values).toMatchObject({ kind: 'report', closedOn: expect.any(Number) });
    const answered = await app.inject({ method: 'POST', url: '/api/public/reports/follow', payload: { code } });
    expect(answered.json()).toMatchObject({ state: 'closed', reply: '已查实，责令退回' });
    expect((await verifyJournal(journalOf(home.db))).fault).toBeNull();
  });

  test('what is overdue stands on the overview and leads to its list', async () => {
    await open('/');
    await page.locator('.page').first().waitFor();
    expect(await page.getByText('超期未办').count()).toBe(0);
    const told = { object: 'provider', objectName: '第二医院', matter: 'falseCare', facts: '挂床', insider: false, reporter: null };
    const entered = { ...told, kind: 'report', channel: 'letter', receivedOn: parseDay('2026-03-02') };
    expect((await app.inject({ method: 'POST', url: '/api/complaints', payload: entered })).statusCode).toBe(200);
    await open('/');
    // received on a Monday: five working days to take it up end on the next
    await page.getByText('举报投诉 1 件，最早 2026-03-09 到期').click();
    await page.locator('tbody tr', { hasText: '第二医院' }).waitFor();
    expect(await page.locator('tbody tr', { hasText: '第一医院' }).count()).toBe(0);
    await sound();
  });

  test('a survey drawn up from a template, answered on a telephone and on paper, closed into the register', async () => {
    await open('/surveys');
    await page.getByRole('button', { name: '起草调查' }).click();
    await page.getByLabel('从哪里开始').click();
    await page.getByText('模板：办事窗口满意度问卷').click();
    await page.getByRole('button', { name: '起草调查' }).last().click();
    await page.getByText('手机上的样子').waitFor();
    await page.getByLabel('第 5 题', { exact: true }).fill('您对今天的服务满意吗？');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('第 2 版', { exact: true }).waitFor();
    const step = async (name: string) => {
      await page.getByRole('button', { name, exact: true }).click();
      await page.getByLabel('理由或意见').fill('按计划开展');
      await page.getByRole('button', { name: `${name} · 确定` }).click();
    };
    await step('发布');
    await page.getByText('录入纸质、电话答卷').waitFor();
    await sound();
    const id = new URL(page.url()).pathname.split('/').at(-1);
    const telephone = await browser.newPage({ viewport: { width: 390, height: 844 }, isMobile: true });
    watch.on(telephone);
    telephone.setDefaultTimeout(20_000);
    await telephone.goto(new URL(`/survey/${id}`, url).href);
    await telephone.getByText('还有 1 道必答题没有回答').waitFor();
    await telephone
      .getByRole('group', { name: /今天的服务满意吗/ })
      .getByText('很满意', { exact: true })
      .click();
    await telephone.getByRole('textbox', { name: '图中的字' }).fill('acefh');
    await sound(telephone);
    await telephone.getByRole('button', { name: '提交' }).click();
    await telephone.getByText('谢谢您的回答').waitFor();
    await telephone.reload();
    await telephone.getByText('已经答过这份问卷').waitFor();
    await telephone.close();
    await page
      .getByRole('group', { name: /今天的服务满意吗/ })
      .getByText('不满意', { exact: true })
      .click();
    await page.getByLabel('纸质编号').fill('1');
    await page.getByRole('button', { name: '保存，录入下一份' }).click();
    await page.getByText('1 ÷ 2 份有效答卷').waitFor();
    await step('结束并记入台账');
    await page.getByRole('link', { name: /satisfaction-surveys-DC/ }).waitFor();
    await sound();
    const [entry] = await registerStoreOf(home.db).entries({ registerId: 'satisfaction-surveys' });
    expect(entry?.values).toMatchObject({ group: 'insured', validCount: 2, satisfiedCount: 1, awareCount: null, note: id });
  });

  test('from the first account on everybody logs in, and changes the first password', async () => {
    const wish = {
      accountId: 'admin',
      name: '李管理',
      roles: ['administrator', 'auditor'],
      providerNos: [],
      practitionerNo: null,
      password: 'first-password',
    };
    const added = await addAccount(await accountPortsOf(home, wallClock()), wish, { by: 'test', at: wallClock() });
    expect(added.ok).toBe(true);
    await open('/complaints');
    await page.getByRole('heading', { name: '登录' }).waitFor();
    const log = async (password: string) => {
      await page.getByLabel('账号').fill('admin');
      await page.getByLabel('密码').fill(password);
      await page.getByRole('button', { name: '登录' }).click();
    };
    await log('not it');
    await page.getByText('账号或密码不对').waitFor();
    await sound();
    await log('first-password');
    await page.getByRole('heading', { name: '修改密码' }).waitFor();
    await page.getByLabel('现在的密码').fill('first-password');
    await page.getByLabel('新密码', { exact: true }).fill('my-own-password');
    await page.getByLabel('再输一次新密码').fill('my-own-password');
    await page.getByRole('button', { name: '修改密码' }).click();
    await page.getByText('密码已修改').waitFor();
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('heading', { name: '登录' }).waitFor();
    await log('my-own-password');
    await page.getByRole('button', { name: '李管理' }).waitFor();
    await sound();
  });

  test('the administrator adds an institution’s account; the auditor’s page tells who looked', async () => {
    await open('/accounts');
    await page.getByPlaceholder('账号', { exact: true }).fill('h1');
    await page.getByPlaceholder('姓名', { exact: true }).fill('第一医院医保办');
    await page.getByLabel('角色').locator('xpath=ancestor::div[contains(@class,"ant-select")][1]').click();
    await page.locator('.ant-select-item-option', { hasText: '机构医保办' }).click();
    await page.keyboard.press('Escape');
    await page.getByLabel(/^机构编号/).fill('H1');
    await page.getByRole('button', { name: '增加账号' }).click();
    await page.getByText('h1 的初始密码').waitFor();
    await page.locator('tbody tr', { hasText: '第一医院医保办' }).waitFor();
    await sound();
    await open('/audit');
    await page.locator('tbody tr', { hasText: '联系核实' }).waitFor();
    await sound();
    await open('/audit?show=steps');
    await page.locator('tbody tr', { hasText: '账号 h1' }).waitFor();
    await page.getByLabel('编号').fill('h1');
    await page.getByLabel('编号').press('Enter');
    await page.locator('tbody tr', { hasText: '账号 h1' }).waitFor();
    await expect.poll(() => page.locator('.ant-table-tbody tr.ant-table-row', { hasNotText: 'h1' }).count()).toBe(0);
    await sound();
  });

  test('an institution is shown its own pages only', async () => {
    const password = 'a-password-of-its-own';
    await home.db
      .updateTable('account')
      .set({ mustChange: false, passwordHash: await (await accountPortsOf(home, wallClock())).passwords.hash(password) })
      .where('accountId', '=', 'h1')
      .execute();
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const hospital = await context.newPage();
    watch.on(hospital);
    hospital.setDefaultTimeout(20_000);
    await hospital.goto(url);
    await hospital.getByLabel('账号').fill('h1');
    await hospital.getByLabel('密码').fill(password);
    await hospital.getByRole('button', { name: '登录' }).click();
    await hospital.getByRole('button', { name: '第一医院医保办' }).waitFor();
    const bar = await hospital.locator('.bar nav').textContent();
    expect(bar).toContain('监管');
    for (const hidden of ['总览', '绩效', '数据', '系统', '接口']) expect(bar).not.toContain(hidden);
    await hospital.locator('.bar nav').getByText('监管').click();
    await hospital.waitForURL((url) => url.pathname === '/findings');
    const strip = hospital.locator('nav.strip');
    await strip.getByText('支付资格').waitFor();
    for (const hidden of ['办理', '线索', '检查', '案件', '举报投诉']) expect(await strip.textContent()).not.toContain(hidden);
    await sound(hospital);
    await context.close();
  });
});
