// Governance in a real browser: other parameters become an edition, are tried, reviewed by three, run in shadow and go live;
// exemptions are added, rates are shown. Readmissions after 5 and after 12 days; fifteen days say both, ten days one.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { dayOfDate, dueDay, formatDay } from '@hengjian/domain';
import { findingLifeOf, moveFindings, type Serving, serve } from '@hengjian/server';
import { reviewPortsOf } from '@hengjian/server/review-ports.ts';
import { claimsImporter, type Home, openHome } from '@hengjian/store';
import { importClaims, runReview, takeFindingSteps } from '@hengjian/workflows';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureConsole } from '../../apps/cli/src/console-page.ts';
import { writeExtract } from '../src/extract.ts';
import { launch, missing, typeDay, watchPages } from './browser.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const year = { from: dayOfDate(2025, 1, 1), to: dayOfDate(2025, 12, 31) };
if (missing) console.warn(`browser tests are skipped: ${missing}`);

describe.skipIf(missing !== undefined)('governance in the console', () => {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-governance-'));
  let home: Home;
  let serving: Serving;
  let browser: Browser;
  let page: Page;
  const watch = watchPages(() => serving.url, { name: 'governance', refusals: /422/ });

  beforeAll(async () => {
    ensureConsole();
    home = await openHome(path.join(scratch, 'home'));
    const stay = (n: number, psn_no: string, begun: string, ended: string) => ({
      mdtrt: { mdtrt_id: `M${n}`, psn_no, begntime: `${begun} 08:00:00`, endtime: `${ended} 09:00:00`, dscg_way: '1' },
      setl: { setl_id: `S${n}`, mdtrt_id: `M${n}`, psn_no, setl_time: `${ended} 10:00:00`, medfee_sumamt: n * 100, clr_way: '1' },
      feedetl: { feedetl_sn: '1', mdtrt_id: `M${n}`, setl_id: `S${n}`, fee_ocur_time: `${begun} 09:00:00`, cnt: n * 10 },
      diag: { mdtrt_id: `M${n}`, diag_code: 'I20.000' },
    });
    const stays = [
      stay(1, 'P1', '2025-03-01', '2025-03-10'),
      stay(2, 'P1', '2025-03-15', '2025-03-20'),
      stay(3, 'P2', '2025-03-01', '2025-03-10'),
      stay(4, 'P2', '2025-03-22', '2025-04-02'),
    ];
    const folder = writeExtract(path.join(scratch, 'extract'), {
      psn: [{ psn_no: 'P1' }, { psn_no: 'P2' }],
      mdtrt: stays.map((s) => s.mdtrt),
      setl: stays.map((s) => s.setl),
      feedetl: stays.map((s) => s.feedetl),
      diag: stays.map((s) => s.diag),
    });
    await importClaims(claimsImporter(home), { folder, acceptRejects: true, progress: () => {} });
    await reviewed();
    serving = await serve({ home, consoleFolder: path.join(root, 'apps/console/dist'), port: 0, host: '127.0.0.1' });
    browser = await launch();
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(20_000);
    watch.on(page);
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await serving?.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  const reviewed = async () => {
    const outcome = await runReview(await reviewPortsOf(home, { threads: 1, memoryLimitMb: 500 }), {
      period: year,
      ruleIds: ['split-stay'],
    });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
    return outcome.value;
  };
  const open = (address: string) => watch.open(page, address);
  const panel = (title: string | RegExp) =>
    page
      .locator('section.panel')
      .filter({ has: page.locator('h2', { hasText: title }) })
      .first();
  const sign = async (title: string | RegExp, by: string, why: string) => {
    await panel(title).getByLabel('经办人').fill(by);
    await panel(title).getByLabel('原因或意见').fill(why);
  };
  const sound = () => watch.sound(page);
  const STEP = /^第 2 版/;
  const step = async (by: string, label: string, state: string) => {
    await sign(STEP, by, '同意');
    await panel(STEP).getByRole('button', { name: label }).click();
    await panel(STEP).locator('h2', { hasText: state }).waitFor();
  };

  test('other parameters become the draft of edition 2, and the difference is told', async () => {
    await open('/rules/split-stay/editions');
    await panel(/^第 1 版/).waitFor();
    // live: neither submit nor edit
    expect(
      await panel(/^第 1 版/)
        .getByRole('button')
        .allTextContents(),
    ).toEqual(['停用']);
    await page.getByLabel('出院后多少天内再入院 值').fill('10');
    await sign('参数（按地区和日期）', '甲', '本地口径');
    await page.getByRole('button', { name: '另立新版本' }).click();
    await panel(STEP).locator('h2', { hasText: '草稿' }).waitFor();
    await panel('改了什么').getByText('15天').waitFor();
    await panel('改了什么').getByText('10天').waitFor();
    await sound();
  });

  test('a trial shows what would change, with plots and a sample to judge', async () => {
    await sign('试算', '甲', '看看影响');
    await panel('试算').getByRole('button', { name: '试算' }).click();
    await panel('试算').getByText('与在用的第 1 版相比').waitFor();
    await panel('试算').locator('[role=img] svg').nth(1).waitFor();
    const facts = (await panel('试算').locator('dl.facts').textContent()) ?? '';
    expect(facts).toContain('消失 1 (400.00)');
    expect(facts).toContain('不变 1');
    await panel('试算').locator('label', { hasText: /^错$/ }).first().click();
    await panel('试算').getByText('已判断：对 0，错 1').waitFor();
    const live = await home.db.selectFrom('finding').select('findingId').where('state', '=', 'live').execute();
    expect(live.length).toBe(2);
    await sound();
  });

  test('submit, three reviews by three people, shadow beside live, live from a day', async () => {
    await step('甲', '提交审核', '审核中');
    await sign(STEP, '甲', '自己审');
    await panel(STEP).getByRole('button', { name: '政策审核：通过' }).click();
    await panel(STEP).getByText('甲 起草或修改过这一版').waitFor();
    for (const [by, kind] of [
      ['乙', '政策审核'],
      ['丙', '临床审核'],
      ['丁', '技术审核'],
    ] as const) {
      await sign(STEP, by, '同意');
      await panel(STEP)
        .getByRole('button', { name: `${kind}：通过` })
        .click();
      await panel(STEP).getByText(`${kind}：${by}`).waitFor();
    }
    await step('甲', '开始试运行', '试运行');
    expect((await reviewed()).shadow.map((r) => [r.edition, r.change.gone, r.change.same])).toEqual([[2, 1, 1]]);
    await open('/rules/split-stay/editions');
    expect(await panel('试运行比较').locator('tbody tr').count()).toBeGreaterThan(0);
    await sign(STEP, '甲', '试运行满意');
    await panel(STEP).getByLabel('从这一天的费用起').fill('2025-03-16');
    await panel(STEP).getByRole('button', { name: '启用' }).click();
    await panel(STEP).locator('h2', { hasText: '在用' }).waitFor();
    await panel('经过').getByText('被新版本接替').waitFor();
    await reviewed();
    const live = await home.db.selectFrom('finding').select('encounterNos').where('state', '=', 'live').execute();
    expect(live).toEqual([{ encounterNos: ['M2'] }]);
    await sound();
  });

  test('an exemption is added with its encounters, used in the next review, and ended', async () => {
    await open('/exemptions');
    await page.getByLabel('名称').fill('专家会诊');
    await page.getByLabel('就诊号').fill('M2');
    await sign('增加豁免', '甲', '病情加重');
    await panel('增加豁免').getByRole('button', { name: '增加豁免' }).click();
    await page.getByText('专家会诊').waitFor();
    await reviewed();
    await open('/exemptions');
    const row = page.locator('tbody tr', { hasText: '专家会诊' }).first();
    expect(await row.locator('td').nth(-2).textContent()).toBe('1');
    expect(await row.textContent()).toContain('就诊号 M2');
    expect(await row.textContent()).toContain('病情加重（甲）');
    const unpursued = async () =>
      (await home.db.selectFrom('finding').select('exemptedBy').where('state', '=', 'live').execute()).filter((f) => f.exemptedBy !== null);
    expect(await unpursued()).toHaveLength(1);
    await row.getByRole('button', { name: '展开行' }).click();
    const form = page.locator('.ant-table-expanded-row');
    await form.getByLabel('到这一天止').fill('2025-01-01');
    await form.getByLabel('经办人').fill('甲');
    await form.getByLabel('原因或意见').fill('病例讨论已结束');
    await form.getByRole('button', { name: /终\s*止/ }).click();
    await row.getByText('已过期').waitFor();
    await reviewed();
    expect(await unpursued()).toEqual([]);
    await sound();
  });

  test('the rate of wrong findings stands by rule and edition', async () => {
    await moveFindings(home);
    const { book, rules } = await findingLifeOf(home);
    const [one] = await home.db.selectFrom('finding').select('findingId').where('state', '=', 'live').execute();
    const { done } = await takeFindingSteps(book, rules, {
      findingIds: [one?.findingId ?? ''],
      action: 'dismiss',
      act: { by: '乙', why: '规则有误', at: 1_800_000_000 },
      detail: { cause: 'ruleError' },
    });
    expect(done).toHaveLength(1);
    await open('/rule-quality');
    const row = page.locator('tbody tr', { hasText: '分解住院' }).first();
    expect(await row.textContent()).toContain('100.0%');
    await sound();
  });

  test('parameters: found, refused in words, set from a day on', async () => {
    await open('/parameters');
    await page.getByPlaceholder('查找参数').fill('合议至少');
    await page.locator('tbody tr', { hasText: 'finding.panelSize' }).click();
    const form = page.locator('.ant-table-expanded-row');
    const set = async (value: string) => {
      await form.getByLabel('数值').fill(value);
      await typeDay(form.getByLabel('自哪天起'), '2026-01-01');
      await form.getByLabel('经办人').fill('甲');
      await form.getByLabel('原因或意见').fill('案情复杂');
      await form.getByRole('button', { name: /设\s*定/ }).click();
    };
    await set('4');
    await form.getByText('参数值须为单数，4 是双数').waitFor();
    await set('5');
    await form.getByText('案情复杂（甲）').waitFor();
    expect(await page.locator('tbody tr', { hasText: 'finding.panelSize' }).first().textContent()).toMatch(/已另设5/);
    await sound();
  });

  test('working days: a year in colours, a day corrected from then on, and the year nobody published declared', async () => {
    // 国办发明电〔2025〕7号: 17 February 2026 is free for 春节, Saturday 14 February worked for it; 4 March an ordinary Wednesday
    await open('/working-days?year=2026');
    const cell = (date: string) => page.locator(`button.year-day[title^="${date}"]`);
    const titles = async (...dates: string[]) => Promise.all(dates.map((date) => cell(date).getAttribute('title')));
    expect(await titles('2026-02-17', '2026-02-14', '2026-03-04', '2026-03-07')).toEqual([
      '2026-02-17 节假日 春节',
      '2026-02-14 调休上班 春节',
      '2026-03-04 工作日',
      '2026-03-07 周末',
    ]);
    await cell('2026-03-04').click();
    expect(await page.getByLabel('日期', { exact: true }).inputValue()).toBe('2026-03-04');
    const correct = async (why: string) => {
      await sign('更正一天', '甲', why);
      await panel('更正一天').getByRole('button', { name: '更正', exact: true }).click();
    };
    await correct('市政府放假通知');
    await panel('更正记录').getByText('2026-03-04 休息').waitFor();
    await panel(/更正 1 天/).waitFor();
    expect(await titles('2026-03-04')).toEqual(['2026-03-04 本局更正']);
    // terms from then on: five working days from Monday 2 March are 3, 5, 6, 9 and 10
    const { rules } = await findingLifeOf(home);
    expect(formatDay(dueDay(dayOfDate(2026, 3, 2), 5, rules.calendar) ?? 0)).toBe('2026-03-10');
    await panel('更正一天').getByText('休息', { exact: true }).click();
    await correct('重复');
    await panel('更正一天').getByText('2026-03-04 本来就是休息日').waitFor();
    await sound();
    await open('/working-days?year=2099');
    await page.getByText('还没有公布').waitFor();
    await sign('更正一天', '甲', '假设已公布');
    await panel('更正一天').getByRole('button', { name: '宣布 2099 年安排已录全' }).click();
    await page.getByText('还没有公布').waitFor({ state: 'detached' });
    await sound();
  });

  test('a threshold is calibrated at the rule: what each value names, one judged, and the value goes into a draft only', async () => {
    await open('/rules/split-stay');
    await page.getByRole('button', { name: '校准' }).click();
    const asked = panel(/^校准$/);
    await asked.getByLabel('参数').waitFor();
    await expect.poll(() => asked.getByLabel('起', { exact: true }).inputValue(), { timeout: 20_000 }).not.toBe('');
    await asked.getByLabel('起', { exact: true }).fill('2025-01-01');
    await asked.getByLabel('止', { exact: true }).fill('2025-12-31');
    const run = async (values: string) => {
      await asked.getByLabel('取值').fill(values);
      await sign(/^校准$/, '甲', '看看取值');
      await asked.getByRole('button', { name: /校\s*准/ }).click();
    };
    await run('10、十五');
    await asked.getByText('取值应为整数：十五').waitFor();
    await run('10 20');
    const told = panel('出院后多少天内再入院');
    await told.getByText('10（在用）').waitFor();
    // in force are ten days: readmitted after five of 200 yuan, which was overturned; within twenty one more, of 400 yuan
    expect(await told.locator('tbody tr').allTextContents()).toEqual(['10（在用）111200.0011100.0%', '20212600.0011100.0%']);
    await told.getByRole('button', { name: '20', exact: true }).click();
    const sample = panel('取值 20 列出的');
    await sample.locator('tr', { hasText: '新增' }).locator('label', { hasText: /^错$/ }).click();
    await sample.getByText('已判断：对 0，错 1').waitFor();
    await sign('取值 20 写入草稿', '甲', '按校准');
    await panel('取值 20 写入草稿').getByRole('button', { name: '取值 20 写入草稿' }).click();
    await page.getByRole('link', { name: '已写入第 3 版草稿' }).click();
    await panel(/^第 3 版/)
      .locator('h2', { hasText: '草稿' })
      .waitFor();
    const states = await home.db
      .selectFrom('ruleEdition')
      .select(['edition', 'state'])
      .where('ruleId', '=', 'split-stay')
      .orderBy('edition')
      .execute();
    expect(states.map(({ edition, state }) => `${edition} ${state}`)).toEqual(['1 live', '2 live', '3 draft']);
    await sound();
  });

  test('English', async () => {
    await open('/rules/split-stay/editions');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('What changed').first().waitFor();
    await sound();
  });
});
