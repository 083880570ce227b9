// The interface's pages in a real browser: a message tried out, the call found again with its reminder and what the doctor did, asked
// again as of then; a message of the feed with what became of it; the traffic.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Serving, serve } from '@hengjian/server';
import { type Home, openHome } from '@hengjian/store';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ensureConsole } from '../../apps/cli/src/console-page.ts';
import { launch, missing } from './browser.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
if (missing) console.warn(`browser tests are skipped: ${missing}`);

describe.skipIf(missing !== undefined)('the interface in the console', () => {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-interface-console-'));
  let home: Home;
  let serving: Serving;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];
  const send = async (infno: string, msgid: string, input: object, output?: object) => {
    const body = JSON.stringify({ infno, msgid, fixmedins_code: 'H00000000001', inf_time: '2025-03-02 10:00:00', input, output });
    return (await fetch(`${serving.url}fsi/x`, { method: 'POST', body })).json() as Promise<{ output: { result: { jr_id: string }[] } }>;
  };

  beforeAll(async () => {
    vi.stubEnv('HENGJIAN_AUDIT_THREADS', '0');
    ensureConsole();
    home = await openHome(path.join(scratch, 'home'));
    serving = await serve({ home, consoleFolder: path.join(root, 'apps/console/dist'), port: 0, host: '127.0.0.1' });
    // 非那雄胺片, for men only
    const order = { rx_id: 'R1', hilist_type: '101', hilist_code: 'XG04CBA170A001010190027', cnt: '2', pric: '31.50', sumamt: '63.00' };
    const visit = {
      mdtrt_id: 'M1',
      medins_id: 'H00000000001',
      med_type: '11',
      adm_date: '2025-03-02 09:00:00',
      fsi_order_dtos: [{ ...order, drord_begn_date: '2025-03-02 09:30:00' }],
    };
    const patient = { patn_id: 'P1', gend: '2', brdy: '1970-01-02', curr_mdtrt_id: 'M1', fsi_encounter_dtos: [visit] };
    const said = await send('3101', 'CALL-ONE', { data: { trig_scen: '5', patient_dtos: [patient] } });
    const warns = [{ warn_rslt_id: said.output.result[0]?.jr_id, dspo_way: '1', dspo_way_rea: '说明书外用药已备案' }];
    await send('3103', 'CALL-TWO', { data: { warn_type: '1', warns } });
    const line = {
      feedetl_sn: '1',
      mdtrt_id: 'M9',
      psn_no: 'P9',
      chrg_bchno: 'B',
      fee_ocur_time: '2025-03-02 09:30:00',
      med_list_codg: 'XA',
    };
    await send('2204', 'FEED-ONE', { feedetail: [{ ...line, cnt: 1, pric: '10.00', det_item_fee_sumamt: '10.00' }] });
    browser = await launch();
    page = await browser.newPage({ viewport: { width: 1360, height: 900 } });
    page.setDefaultTimeout(30_000);
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()}`);
    });
  }, 300_000);
  afterAll(async () => {
    vi.unstubAllEnvs();
    await browser?.close();
    await serving?.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  test('报文: a call is found by its number, with its reminder and the doctor’s reason, and asked again', async () => {
    await page.goto(`${serving.url}interface/messages`);
    // the records follow the journal
    await page.getByRole('button', { name: 'CALL-ONE' }).waitFor();
    await page.getByRole('searchbox', { name: '报文号、调用号、提醒编号或就诊号' }).fill('CALL-ONE');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'CALL-TWO' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'CALL-ONE' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText('继续执行：说明书外用药已备案').waitFor();
    await drawer.getByRole('button', { name: '按当时重问' }).click();
    await drawer.getByText('与当时的答复一致').waitFor();
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/call.png` });
    await drawer.getByRole('button', { name: /^(Close|关闭)$/ }).click();
    await drawer.waitFor({ state: 'hidden' });
  });

  test('数据报文: what was received, and what became of it', async () => {
    await page.goto(`${serving.url}interface/messages`);
    await page.getByText('数据报文', { exact: true }).click();
    const row = page.getByRole('row').filter({ hasText: 'FEED-ONE' });
    await row.getByText('待入库').waitFor();
    expect(await row.textContent()).toContain('M9');
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/feed.png` });
  });

  test('接口: reminders and reasons; 接口联调: a message is understood and answered', async () => {
    await page.goto(`${serving.url}interface`);
    await page.getByText('说明书外用药已备案').first().waitFor();
    await page.getByRole('link', { name: '药品区分性别使用' }).first().waitFor();
    await page.goto(`${serving.url}interface/check`);
    await page.getByRole('button', { name: '填入样例' }).click();
    await page.getByRole('button', { name: '看怎样理解' }).click();
    await page.getByText('fsi_order_dtos').first().waitFor();
    expect(complaints).toEqual([]);
  });
});
