// Points of a practitioner in a real browser: from a decided finding to a suspended right, seen by the person's own account; then the
// hospital's rating, line by line. One person ordered in two stays that the review takes for one.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { calendarDate, dayOf, dayOfDate, formatDay } from '@hengjian/domain';
import { accountPortsOf, moveFindings, type Serving, serve, wallClock } from '@hengjian/server';
import { reviewPortsOf } from '@hengjian/server/review-ports.ts';
import { claimsImporter, type Home, openHome } from '@hengjian/store';
import { addAccount, importClaims, runReview } from '@hengjian/workflows';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureConsole } from '../../apps/cli/src/console-page.ts';
import { writeExtract } from '../src/extract.ts';
import { launch, missing, watchPages } from './browser.ts';

const SIZE = { width: 1280, height: 800 };
const root = fileURLToPath(new URL('../..', import.meta.url));
if (missing) console.warn(`browser tests are skipped: ${missing}`);

describe.skipIf(missing !== undefined)('points and credit in the console', () => {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-points-'));
  let home: Home;
  let serving: Serving;
  let browser: Browser;
  let page: Page;
  let finding: string;
  const watch = watchPages(() => serving.url, { name: 'points', refusals: /40[139]|422/ });

  beforeAll(async () => {
    ensureConsole();
    home = await openHome(path.join(scratch, 'home'));
    const stay = (n: number, begun: string, ended: string) => ({
      mdtrt: { mdtrt_id: `M${n}`, begntime: `${begun} 08:00:00`, endtime: `${ended} 09:00:00`, dscg_way: '1', dr_codg: 'D1' },
      setl: { setl_id: `S${n}`, mdtrt_id: `M${n}`, setl_time: `${ended} 10:00:00`, medfee_sumamt: 100, fund_pay_sumamt: 60, clr_way: '1' },
      feedetl: { feedetl_sn: '1', mdtrt_id: `M${n}`, setl_id: `S${n}`, fee_ocur_time: `${begun} 09:00:00`, cnt: 10 },
      diag: { mdtrt_id: `M${n}`, diag_code: 'I20.000' },
    });
    const stays = [stay(1, '2025-03-01', '2025-03-10'), stay(2, '2025-03-15', '2025-03-20')];
    const folder = writeExtract(path.join(scratch, 'extract'), {
      psn: [{ psn_no: 'P1' }],
      prac: [
        { prac_code: 'D1', prac_name: '医师一', fixmedins_code: 'H1' },
        { prac_code: 'D2', prac_name: '医师二', fixmedins_code: 'H1' },
      ],
      mdtrt: stays.map((s) => s.mdtrt),
      setl: stays.map((s) => s.setl),
      feedetl: stays.map((s) => s.feedetl),
      diag: stays.map((s) => s.diag),
    });
    const imported = await importClaims(claimsImporter(home), { folder, acceptRejects: true, progress: () => {} });
    if (!imported.ok) throw new Error(JSON.stringify(imported.issues));
    const reviewed = await runReview(await reviewPortsOf(home, { threads: 1, memoryLimitMb: 500 }), {
      period: { from: dayOfDate(2025, 1, 1), to: dayOfDate(2025, 12, 31) },
      ruleIds: ['split-stay'],
    });
    if (!reviewed.ok) throw new Error(JSON.stringify(reviewed.issues));
    await moveFindings(home);
    finding = (await home.db.selectFrom('finding').select('findingId').executeTakeFirstOrThrow()).findingId;
    serving = await serve({ home, consoleFolder: path.join(root, 'apps/console/dist'), port: 0, host: '127.0.0.1' });
    browser = await launch();
    page = await browser.newPage({ viewport: SIZE });
    watch.on(page);
    page.setDefaultTimeout(20_000);
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await serving?.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  const open = (address: string) => watch.open(page, address);
  const sound = (one = page) => watch.sound(one);
  /** Who works from here on, as the bar keeps it. */
  const as = async (name: string) => void (await page.evaluate(`localStorage.setItem('hengjian.operator', '${name}')`));
  const decide = async (action: string, by: string) => {
    const answer = await fetch(new URL('/api/finding-steps', serving.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ findingIds: [finding], action, by, why: '与规定不符' }),
    });
    expect(await answer.json()).toMatchObject({ done: [{}] });
  };
  const choose = async (label: string, option: string) => {
    await page.getByLabel(label, { exact: true }).locator('xpath=ancestor::div[contains(@class,"ant-select")][1]').click();
    await page.locator('.ant-select-item-option', { hasText: option }).first().click();
  };

  test('points are proposed from the page of a finding, once it is decided against the hospital', async () => {
    await open('/practitioners');
    await page.getByRole('button', { name: '按名册登记' }).click();
    await page.getByText('新登记 2 人').waitFor();
    await sound();
    await as('甲');
    await open(`/findings/${finding}`);
    await page.getByRole('button', { name: '导出证据包' }).waitFor();
    expect(await page.getByRole('button', { name: '提出记分' }).count()).toBe(0);
    await decide('uphold', '甲');
    await decide('accept', '第一医院');
    await open(`/findings/${finding}`);
    await page.getByRole('button', { name: '提出记分' }).click();
    await page.waitForURL((url) => url.pathname === '/practitioners' && url.searchParams.get('finding') === finding);
    // what the finding knows stands there: who treated, and when
    await page.getByTitle('D1 医师一').waitFor();
    await choose('行为', 'C01');
    await choose('责任程度', '主要责任');
    // 7, 8, 9 of the band by responsibility
    await page.getByText('记 9 分').waitFor();
    await sound();
    await page.getByLabel('事实和责任认定').fill('为被停用的人员冒名结算');
    await page.locator('section.panel', { hasText: '须在对机构作出处理决定之后' }).getByRole('button', { name: '提出记分' }).click();
    await page.locator('.ant-tag', { hasText: '拟记分' }).waitFor();
    await sound();
  });

  test('who proposed does not decide; another tells the person', async () => {
    await open('/practitioners?open=D1');
    const notify = async () => {
      await page.getByLabel('理由或意见').fill('事实清楚');
      await page.getByRole('button', { name: '审定并告知' }).click();
    };
    await notify();
    await page.getByText('提出记分的人不能自己审定').waitFor();
    await as('科长');
    await open('/practitioners?open=D1');
    await notify();
    await page.locator('.ant-tag', { hasText: '已告知' }).waitFor();
    await page.getByRole('button', { name: '告知书' }).waitFor();
    await sound();
  });

  test('the hospital is rated; the rating opens line by line', async () => {
    const { year } = calendarDate(dayOf(wallClock()));
    await open('/credit');
    await page.getByLabel('测算 评价方案').waitFor();
    await page.locator('section.panel').first().getByRole('button', { name: '测算' }).click();
    await page.locator('tbody tr', { hasText: '第一医院' }).first().click();
    const drawer = page.locator('.ant-drawer-content, .ant-drawer-section').first();
    await drawer.getByText(`${year}-01-01 ~ ${formatDay(dayOf(wallClock()))}`).waitFor();
    // the lines and the base add up to the score
    const table = drawer.locator('table').first();
    const lines = await table.locator('tbody tr td:last-child').allTextContents();
    const [foot = '', total = ''] = await table.locator('tfoot td').allTextContents();
    const base = Number(/[\d,]+/.exec(foot)?.[0].replace(',', ''));
    const sum = lines.reduce((so, points) => so + Number(points), base);
    expect(lines.length).toBeGreaterThan(3);
    expect(Number(total.replace(',', ''))).toBe(sum);
    await sound();
    await open('/suppliers');
    await sound();
  });

  test('the person’s own account begins with its own points, sees nobody else’s, and is suspended at nine', async () => {
    const password = 'a-password-of-its-own';
    const ports = await accountPortsOf(home, wallClock());
    for (const [accountId, name, role, practitionerNo] of [
      ['admin', '李管理', 'administrator', null],
      ['d1', '医师一', 'practitioner', 'D1'],
    ] as const) {
      const wish = { accountId, name, roles: [role], providerNos: [], practitionerNo, password };
      expect((await addAccount(ports, wish, { by: 'test', at: wallClock() })).ok).toBe(true);
    }
    await home.db.updateTable('account').set({ mustChange: false }).execute();
    const context = await browser.newContext({ viewport: SIZE });
    const own = await context.newPage();
    watch.on(own);
    own.setDefaultTimeout(20_000);
    await own.goto(serving.url);
    await own.getByLabel('账号').fill('d1');
    await own.getByLabel('密码').fill(password);
    await own.getByRole('button', { name: '登录' }).click();
    await own.getByRole('heading', { name: '我的支付资格' }).waitFor();
    await own.locator('.ant-tag', { hasText: '已告知' }).waitFor();
    const shown = (await own.locator('body').textContent()) ?? '';
    expect(shown).not.toContain('医师二');
    for (const hidden of ['总览', '规则', '系统']) expect(shown).not.toContain(hidden);
    expect(await own.getByRole('button', { name: '提出记分' }).count()).toBe(0);
    await sound(own);
    const status = (address: string) => own.evaluate<number>(`fetch('${address}').then((answer) => answer.status)`);
    expect([await status('/api/practitioners/D1'), await status('/api/practitioners/D2')]).toEqual([200, 403]);
    await own.getByLabel('理由或意见').fill('没有异议');
    await own.getByRole('button', { name: '认可' }).click();
    await own.locator('.ant-tag', { hasText: '已生效' }).waitFor();
    await own.locator('.ant-tag', { hasText: /^暂停$/ }).waitFor();
    expect(await own.locator('dl.facts', { hasText: '登记机构' }).locator('strong').first().textContent()).toBe('9');
    await sound(own);
    await context.close();
  });
});
