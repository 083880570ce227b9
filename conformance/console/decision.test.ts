// Decision support in the browser: the fund, a what-if from its levers to the printed page, forecast, benchmarks, report, questions, wall.
// What is expected is added up from the rows that the institutions wrote, never from what the product keeps.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { benefitScheme, clearingSink, folderSink, fundEntries, generateCity, type SampleEntry } from '@hengjian/city';
import { deductible, rates } from '@hengjian/city/benefit.ts';
import { findLibreOffice } from '@hengjian/documents';
import { docxGrid } from '@hengjian/documents/grid/docx.ts';
import { dayOfDate } from '@hengjian/domain';
import { type Serving, serve } from '@hengjian/server';
import type { PaymentCasesJson } from '@hengjian/server/schemas/payment.ts';
import { benefitStoreOf, claimsImporter, type Home, openHome, paymentStoreOf, registerStoreOf } from '@hengjian/store';
import { fillRegisters, importClaims } from '@hengjian/workflows';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureConsole } from '../../apps/cli/src/console-page.ts';
import { plainScheme } from '../src/plain-scheme.ts';
import { type Row, rowsOf } from '../src/small-city.ts';
import { launch, missing } from './browser.ts';

const YEAR = 2025;
const DESK = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };
const root = fileURLToPath(new URL('../..', import.meta.url));
if (missing) console.warn(`browser tests are skipped: ${missing}`);

const fen = (row: Row, name: string) => Math.round(Number(row[name]) * 100);
const sum = (rows: readonly Row[], name: string) => rows.reduce((total, row) => total + fen(row, name), 0);
/** Class of an institution by the national hosp_lv (1–4, 12 三级; 5–7, 13 二级; 8–10, 14 一级; 11 无等级). */
const classOf = (row: Row | undefined) =>
  [[11], [8, 9, 10, 14], [5, 6, 7, 13], [1, 2, 3, 4, 12]].findIndex((codes) => codes.includes(Number(row?.hosp_lv)));
/** Care of mothers (med_type 51 outpatient, 52 in hospital) is maternity insurance whatever insurance the person has. */
const maternal = (row: Row) => row.med_type === '51' || row.med_type === '52';
const insuranceOf = (row: Row) => (maternal(row) || row.insutype === '510' ? '生育' : row.insutype === '390' ? '城乡居民医保' : '职工医保');
const isStay = (row: Row) => row.med_type === '21' || row.med_type === '52';
/** As the pages write 万元. */
const wan = (amount: number) => (amount / 1_000_000).toFixed(2);
const grouped = (n: number) => String(n).replace(/\B(?=(\d{3})+$)/g, ',');

describe.skipIf(missing !== undefined)('decision support in the browser', () => {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-decision-page-'));
  let home: Home;
  let serving: Serving;
  let browser: Browser;
  let page: Page;
  let books: SampleEntry[];
  /** Settlements that stand: reversed ones and their reversals left out. */
  let settled: Row[];
  let providers: Map<string, Row>;
  let outside: Set<string>;
  let whatIf: string;
  const complaints: string[] = [];

  beforeAll(async () => {
    ensureConsole();
    const folder = path.join(scratch, 'extract');
    const sink = clearingSink(folderSink(folder));
    generateCity({ persons: 1500, months: 12, seed: 5, from: dayOfDate(YEAR, 1, 1) }, {}, sink, () => {});
    sink.close();
    books = fundEntries(sink.statements(), 5);
    const rows = rowsOf(folder, 'setl');
    const reversed = new Set(rows.flatMap((row) => (row.init_setl_id ? [row.init_setl_id, row.setl_id] : [])));
    settled = rows.filter((row) => !reversed.has(row.setl_id));
    providers = new Map(rowsOf(folder, 'fixmedins').map((row) => [row.fixmedins_code as string, row]));
    outside = new Set(rowsOf(folder, 'mdtrt').flatMap((row) => (row.out_area_flag === '1' ? [row.mdtrt_id as string] : [])));
    home = await openHome(path.join(scratch, 'home'));
    const imported = await importClaims(claimsImporter(home), { folder, acceptRejects: false, progress: () => {} });
    if (!imported.ok) throw new Error(JSON.stringify(imported.issues));
    await benefitStoreOf(home).addScheme(benefitScheme(YEAR), '测试', 0);
    serving = await serve({ home, consoleFolder: path.join(root, 'apps/console/dist'), port: 0, host: '127.0.0.1' });
    browser = await launch();
    page = await browser.newPage({ viewport: DESK });
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await serving?.close();
    rmSync(scratch, { recursive: true, force: true });
  }, 60_000);

  const open = async (address: string) => {
    await page.goto(new URL(address, serving.url).href);
    await page.locator('main').waitFor();
    await page.locator('.loading').first().waitFor({ state: 'detached' });
  };
  const shows = (text: string | RegExp) => page.getByText(text).first().waitFor();
  const pressed = async (name: string) => {
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name, exact: true }).click()]);
    return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
  };
  const choose = async (label: string, option: string) => {
    await page.getByRole('combobox', { name: label, exact: true }).last().click();
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: option }).click();
    await page.keyboard.press('Escape');
  };

  test('paid by disease group: a coefficient of all institutions down by 0.05 takes 200 yuan a stay', async () => {
    // every stay at 1,000 points of 4 yuan, so that counting is enough
    await paymentStoreOf(home).addScheme(plainScheme(YEAR), '测试', 0);
    const stays = settled.filter(isStay);
    const cases = new Set(stays.map((row) => row.mdtrt_id)).size;
    await open('/decision/payment');
    await page.getByRole('button', { name: '开始测算' }).click();
    await page.waitForURL(/\/decision\/payment\/P/);
    const due = cases * 400_000 - (sum(stays, 'medfee_sumamt') - sum(stays, 'fund_pay_sumamt'));
    await shows(`${wan(-cases * 20_000)} 万元`);
    await shows(`调整前 ${wan(due)} → 调整后 ${wan(due - cases * 20_000)} 万元`);
    await page.locator('.ant-table-row-expand-icon').first().click();
    await shows('分值 1000 × 机构系数 0.95 = 结算分值 950；× 点值 4.00 元 = 支付标准 3800.00 元');
    // a signal opens one clue, however often its button is pressed
    const trial = new URL(page.url()).pathname;
    const answer = await page.request.get(
      new URL(`/api${trial.replace('/decision/payment', '/payment/trials')}/cases?size=500`, serving.url).href,
    );
    const [signalled] = ((await answer.json()) as PaymentCasesJson).rows.filter(({ signals }) => signals.length > 0);
    const openClue = async () => {
      await open(`${trial}?no=${signalled?.encounterNo}`);
      await page.locator('.ant-table-row-expand-icon').first().click();
      await page.getByRole('button', { name: '登记为线索' }).click();
      const link = page.getByRole('link', { name: /^已登记为线索/ });
      return [await link.textContent(), await link.getAttribute('href')];
    };
    const [said, at] = await openClue();
    expect(await openClue()).toEqual([said, at]);
    await open(at as string);
    await page.locator('.ant-drawer').getByText(`就诊 ${signalled?.encounterNo}`).first().waitFor();
    await open(trial);
    expect((await pressed('导出')).bytes.subarray(0, 2).toString()).toBe('PK');
    await page.emulateMedia({ media: 'print' });
    await page.getByText('病例明细').waitFor({ state: 'hidden' });
    await page.emulateMedia({ media: null });
  }, 60_000);

  test('the fund: a row narrows the page, and its settlements are behind the numbers', async () => {
    const stays = settled.filter(isStay);
    await open('/decision');
    await shows('还没有基金收支台账');
    const row = page.locator('table.clickable tr', { has: page.getByRole('cell', { name: '住院', exact: true }) });
    expect((await row.locator('td').allTextContents()).slice(1, 4)).toEqual([
      wan(sum(stays, 'fund_pay_sumamt')),
      `${((sum(stays, 'fund_pay_sumamt') / sum(settled, 'fund_pay_sumamt')) * 100).toFixed(1)}%`,
      grouped(stays.length),
    ]);
    await row.click();
    await page.waitForURL(/setting=inpatient/);
    await shows('就医方式：住院');
    await page.getByRole('button', { name: '看结算记录' }).click();
    const dearest = [...stays].sort((a, b) => fen(b, 'fund_pay_sumamt') - fen(a, 'fund_pay_sumamt'))[0] as Row;
    const first = page.locator('tr.ant-table-row').first();
    await first.waitFor();
    expect(await first.textContent()).toContain(grouped(Math.floor(fen(dearest, 'fund_pay_sumamt') / 100)));
    // nobody's number stands in full
    expect(await page.locator('main').textContent()).not.toContain(dearest.psn_no);
  }, 180_000);

  test('a what-if without a change costs nothing and gives what was paid', async () => {
    await open('/decision/policy');
    await page.getByRole('button', { name: '去掉' }).click();
    await page.getByRole('button', { name: '开始测算' }).click();
    await page.waitForURL(/\/decision\/policy\/W/);
    await shows('没有改动（只检验现行政策能否重现）');
    // The city pays residents' mothers at residents' rates where the table says maternity: these keep what was paid, and are listed.
    const other = settled.filter((row) => maternal(row) && row.insutype === '390');
    const same = settled.filter((row) => !other.includes(row));
    const listed = page.locator('td.code');
    await listed.first().waitFor();
    expect((await listed.allTextContents()).sort()).toEqual(other.map((row) => row.setl_id).sort());
    const people = new Set(same.map((row) => row.psn_no)).size;
    await shows(`受益 0 人 · 受损 0 人 · 不变 ${grouped(people)} 人`);
    await shows(`${grouped(settled.length)} 笔中 ${grouped(same.length)} 笔与记录一致`);
    const fund = wan(sum(same, 'hifp_pay') + sum(same, 'maf_pay'));
    await shows(`调整前 ${fund} → 调整后 ${fund}`);
    for (const name of ['基金支出变化', '个人负担变化'])
      expect(await page.locator('.tile', { hasText: name }).locator('.value').textContent()).toBe('0.00 万元');
  }, 180_000);

  test('a higher deductible for residents’ stays: its cost and who loses, as the table of benefits says; and on paper', async () => {
    // settled again by hand: deductible and rate of the class, ten points less away from home, aid 60 % of what is left in scope
    const paid = (row: Row, more: number) => {
      const level = classOf(providers.get(row.fixmedins_code as string));
      const base = Math.max(0, fen(row, 'inscp_amt') - (deductible[level] as number) - more);
      const rate = (rates.stay['390'][level] as number) - (outside.has(row.mdtrt_id as string) ? 10 : 0);
      const pool = Math.floor((base * rate) / 100);
      return pool + (fen(row, 'maf_pay') > 0 ? Math.floor(((fen(row, 'inscp_amt') - pool) * 60) / 100) : 0);
    };
    const touched = settled.filter((row) => row.med_type === '21' && insuranceOf(row) === '城乡居民医保');
    const change = touched.reduce((total, row) => total + paid(row, 20_000) - paid(row, 0), 0);
    const losers = new Set(touched.filter((row) => paid(row, 20_000) < paid(row, 0)).map((row) => row.psn_no)).size;
    expect(losers).toBeGreaterThan(20);

    await open('/decision/policy');
    const scheme = { name: '待遇.json', mimeType: 'application/json', buffer: Buffer.from('不是 JSON') };
    await page.locator('input[type=file]').setInputFiles(scheme);
    await shows('“待遇.json”不是待遇政策文件：读不出 JSON');
    await page.getByRole('textbox', { name: '测算名称' }).fill('居民住院起付线提高');
    await choose('险种', '城乡居民医保');
    await choose('就医方式', '住院');
    const by = page.getByRole('spinbutton', { name: '元（增减）' });
    await by.fill('200');
    await by.press('Tab');
    await page.getByRole('button', { name: '开始测算' }).click();
    await page.waitForURL(/\/decision\/policy\/W/);
    whatIf = new URL(page.url()).pathname;
    await shows('起付线 · 城乡居民医保 住院 +200 元（增减）');
    const tile = (name: string) => page.locator('.tile', { hasText: name }).locator('.value').textContent();
    expect(await tile('基金支出变化')).toBe(`${wan(change)} 万元`);
    expect(await tile('个人负担变化')).toBe(`+${wan(-change)} 万元`);
    await shows(new RegExp(`受益 0 人 · 受损 ${losers} 人`));
    // the same number in its group, and none in the others
    const group = page.locator('table.plain tr', { has: page.getByRole('cell', { name: '城乡居民医保 · 住院', exact: true }) });
    expect(await group.locator('td').nth(4).textContent()).toBe(wan(change));
    await page.locator('.ant-segmented-item', { hasText: '年龄段' }).click();
    await page.waitForURL(/group=age/);
    expect((await pressed('导出')).name).toBe('政策测算-居民住院起付线提高.xlsx');
    await page.emulateMedia({ media: 'print' });
    try {
      await expect.poll(() => page.getByRole('button', { name: '打印' }).isVisible()).toBe(false);
      expect(await page.locator('.tile').first().isVisible()).toBe(true);
      const paper = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      expect(paper.match(/\/Type \/Page\b/g)?.length).toBeLessThanOrEqual(2);
    } finally {
      await page.emulateMedia({ media: null });
    }
  }, 180_000);

  test('the forecast says why it cannot, and with four years of books has its intervals and its back-test', async () => {
    await open('/decision/forecast');
    await shows('台账不足 24 个月（且中间不缺月），不能预测');
    const filled = await fillRegisters(registerStoreOf(home.db), {
      entries: books,
      complete: [],
      year: YEAR,
      source: '测试台账',
      by: '测试',
      now: 0,
    });
    if (!filled.ok) throw new Error(JSON.stringify(filled.issues));
    await open('/decision/forecast');
    await shows('回测：去年的预测会说什么');
    const [until, out, in80 = '', in95 = ''] = await page.locator('table.plain tbody tr').first().locator('td').allTextContents();
    expect(until).toBe(`${YEAR + 1}-12`);
    const span = (text: string) => text.split('~').map((part) => Number(part.replaceAll(',', '')));
    const [value, [low80 = 0, high80 = 0], [low95 = 0, high95 = 0]] = [Number(out?.replaceAll(',', '')), span(in80), span(in95)];
    expect([low95, low80, value, high80, high95]).toEqual([low95, low80, value, high80, high95].sort((a, b) => a - b));
    expect(low95).toBeLessThan(high95);
    // a back-test's error is that of the books: expenditure of the last year against the forecast, some months inside
    const said = (await page.getByText(/月平均误差/).textContent()) ?? '';
    const [in80n = 0, in95n = 0] = [...said.matchAll(/(\d+) 个落在/g)].map((match) => Number(match[1]));
    expect(in95n).toBeGreaterThanOrEqual(in80n);
    expect(in95n).toBeGreaterThan(0);
    await page.getByText('3 年', { exact: true }).click();
    await page.waitForURL(/years=3/);
    await page.getByRole('cell', { name: `${YEAR + 3}-12` }).waitFor();
    // now the fund page knows how long the money lasts: the balance by twelve months' mean
    await open('/decision');
    const own = books.filter(({ registerId, values }) => registerId === 'fund-accounts' && values.insurance === 'resident');
    const [last] = own.slice(-1);
    const mean = own.slice(-12).reduce((total, { values }) => total + Number(values.expenditureFen), 0) / 12;
    const tile = page.locator('a.tile', { hasText: '城乡居民医保' });
    expect(await tile.locator('.value').textContent()).toContain((Number(last?.values.balanceFen) / mean).toFixed(1));
  }, 180_000);

  test('benchmarks: a funnel, and an institution that leads to its fund page', async () => {
    await open('/decision/benchmarks?level=3');
    await page.locator('[role=img] > div svg').first().waitFor();
    await shows('99.8% 限');
    const stays = settled.filter((row) => isStay(row) && classOf(providers.get(row.fixmedins_code as string)) === 3);
    const n = await page.locator('table.plain tbody tr td:nth-child(2)').allTextContents();
    expect(n.reduce((total, text) => total + Number(text.replaceAll(',', '')), 0)).toBe(stays.length);
    await page.locator('table.plain tbody a').first().click();
    await page.waitForURL(/\/decision\?.*provider=H/);
  }, 180_000);

  test('the month’s report on the page, as Word and as PDF', async () => {
    const december = settled.filter((row) => row.setl_time?.startsWith(`${YEAR}-12`));
    const fact = `本月结算 ${december.length} 人次，医疗总费用 ${wan(sum(december, 'medfee_sumamt'))} 万元，基金支付 ${wan(sum(december, 'fund_pay_sumamt'))} 万元`;
    await open(`/decision/month?month=${YEAR}-12`);
    await shows(fact);
    const word = await pressed('Word');
    expect(word.name).toBe(`基金运行分析-${YEAR}-12.docx`);
    expect(JSON.stringify(docxGrid(word.bytes))).toContain(fact);
    if (findLibreOffice()) {
      const pdf = await pressed('PDF');
      expect(pdf.name).toBe(`基金运行分析-${YEAR}-12.pdf`);
      expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    }
    await page.getByLabel('月报的语言').getByText('English').click();
    await shows(`${december.length} cases were settled this month`);
    expect((await pressed('Word')).name).toBe(`fund-report-${YEAR}-12.docx`);
    await page.getByLabel('月报的语言').getByText('中文').click();
    await shows(fact);
    const program = process.env.HENGJIAN_SOFFICE;
    process.env.HENGJIAN_SOFFICE = '';
    try {
      const [refused] = await Promise.all([
        page.waitForResponse(/\/pdf\?/),
        page.getByRole('button', { name: 'PDF', exact: true }).click(),
      ]);
      expect(refused.status()).toBe(409);
      await shows(/没有安装 LibreOffice.*请下载 Word 版/);
    } finally {
      if (program === undefined) delete process.env.HENGJIAN_SOFFICE;
      else process.env.HENGJIAN_SOFFICE = program;
    }
  }, 180_000);

  test('a question is asked in place; its file says what the rows of the extract say', async () => {
    await open('/decision/ask?table=settlement&by=insurance&measure=settlements');
    await page.getByRole('cell', { name: '城乡居民医保' }).waitFor();
    await choose('看什么数', '基金支付');
    await page.waitForURL(/measure=fund/);
    await page.getByRole('columnheader', { name: '基金支付' }).waitFor();
    const file = await pressed('导出');
    const expected = [...Map.groupBy(settled, insuranceOf)].map(
      ([name, own]) => `${name},${own.length},${sum(own, 'fund_pay_sumamt') / 100}`,
    );
    const [head, ...lines] = file.bytes.toString('utf8').replace('\ufeff', '').trim().split('\r\n');
    expect(head).toBe('险种,结算人次,基金支付（元）');
    expect(lines.sort()).toEqual(expected.sort());
    // a cell of the answer becomes its filter
    await page.getByRole('button', { name: '职工医保' }).click();
    await page.waitForURL(/where=insurance/);
    await shows('只看 险种：职工医保');
  }, 180_000);

  test('areas are called by the names of their register, and a code that has none stays a code', async () => {
    const named = { fromOn: dayOfDate(YEAR, 1, 1), code: '990102', name: '云溪区', note: null };
    const filled = await fillRegisters(registerStoreOf(home.db), {
      entries: [{ registerId: 'areas', values: named }],
      complete: [],
      year: YEAR,
      source: '区划台账',
      by: '测试',
      now: 0,
    });
    expect(filled.ok).toBe(true);
    await open('/decision/ask?table=settlement&by=area&measure=settlements');
    await page.getByRole('button', { name: '云溪区 990102' }).click();
    await shows('只看 参保区划：云溪区 990102');
    await open('/decision/ask?table=settlement&by=area&measure=settlements');
    await page.getByRole('button', { name: '990101', exact: true }).waitFor();
    const lines = (await pressed('导出')).bytes.toString('utf8').split('\r\n');
    const called = lines.map((line) => line.split(',')[0]);
    expect(called).toContain('云溪区 990102');
    expect(called).toContain('990101');
    await open('/decision');
    await page.getByRole('cell', { name: '云溪区 990102' }).waitFor();
  }, 180_000);

  test('the wall shows sums and nobody', async () => {
    await open('/wall');
    await shows('不含个人信息');
    await page.locator('[role=img] > div svg').first().waitFor();
    const figures = await page.locator('.wall-figures strong').allTextContents();
    expect(figures.slice(0, 2).map((text) => text.replaceAll(',', ''))).toEqual([
      wan(sum(settled, 'fund_pay_sumamt')),
      String(settled.length),
    ]);
    // no number of a person, an institution or a settlement, whole or half hidden, and no name
    const said = await page.locator('.wall :not(:has(*))').allTextContents();
    expect(said.filter((text) => /\d{9,}|\*{2,}/.test(text))).toEqual([]);
    const names = [...providers.values()].flatMap(({ fixmedins_name = '', fixmedins_code = '' }) => [fixmedins_name, fixmedins_code]);
    expect(names.filter((name) => said.some((text) => text.includes(name)))).toEqual([]);
  }, 180_000);

  test('no page is wider than a desk’s window or a telephone’s, in Chinese and in English', async () => {
    const wide: string[] = [];
    // pages without a plot to wait for
    const plain = ['/decision/policy', '/decision/payment', '/decision/month'];
    for (const language of ['en', 'zh']) {
      await page.evaluate(`localStorage.setItem('hengjian.language', '${language}')`);
      for (const address of [
        '/decision',
        '/decision/policy',
        whatIf,
        '/decision/forecast',
        '/decision/items',
        '/decision/payment',
        '/decision/benchmarks',
        '/decision/month',
        '/decision/ask',
        '/wall',
      ]) {
        await page.setViewportSize(PHONE);
        await open(address);
        if (!plain.includes(address)) await page.locator('[role=img] > div svg').first().waitFor();
        for (const size of [PHONE, DESK]) {
          await page.setViewportSize(size);
          const over = () => page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
          // plots are drawn again after the window changes
          await expect
            .poll(over, { timeout: 5000 })
            .toBeLessThanOrEqual(0)
            .catch(async () => wide.push(`${language} ${address} at ${size.width}: ${await over()}`));
        }
      }
    }
    expect(wide).toEqual([]);
    expect(complaints).toEqual([]);
  }, 300_000);
});
