// An accounted call asked again: as of then it says what it said, as of now what the editions and the knowledge of today say.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readCsv } from '@hengjian/catalog/knowledge/index.ts';
import { parseInstant } from '@hengjian/domain';
import { callShelfOf, type Home, openHome, warningsCsv } from '@hengjian/store';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { App } from '../api.ts';
import { createApp } from '../app.ts';
import { interfaceRecheck } from '../jobs/interface-recheck.ts';
import { replayOf } from './replay.ts';

const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-replay-'));
let home: Home;
let app: App;
beforeAll(async () => {
  home = await openHome(path.join(scratch, 'home'));
  app = await createApp({ home });
  await app.ready();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await app?.close();
  await home?.close();
  rmSync(scratch, { recursive: true, force: true });
});

/** 非那雄胺片, for men only. */
const order = { rx_id: 'R1', hilist_type: '101', hilist_code: 'XG04CBA170A001010190027', cnt: '2', pric: '31.50', sumamt: '63.00' };
const message = (encounter: string) => {
  const visit = {
    mdtrt_id: encounter,
    medins_id: 'H1',
    med_type: '11',
    medfee_sumamt: '163.00',
    adm_date: '2025-03-02 09:00:00',
    fsi_order_dtos: [{ ...order, drord_begn_date: '2025-03-02 09:30:00' }],
  };
  const patient = { patn_id: 'P1', gend: '2', brdy: '1970-01-02', curr_mdtrt_id: encounter, fsi_encounter_dtos: [visit] };
  return JSON.stringify({
    infno: '3101',
    msgid: encounter,
    fixmedins_code: 'H1',
    input: { data: { trig_scen: '5', patient_dtos: [patient] } },
  });
};
const send = async (payload: string) => (await app.inject({ method: 'POST', url: '/3101', payload })).json();
const callOfMessage = async (msgid: string): Promise<number> =>
  vi.waitFor(
    async () => {
      const [row] = await callShelfOf(home).list({ text: msgid, limit: 1 });
      if (!row) throw new Error('not there yet');
      return row.serial;
    },
    { timeout: 10_000, interval: 20 },
  );
const marks = async (serial: number, as: 'then' | 'now') => {
  const replayed = await replayOf(home, serial, as);
  return 'refused' in replayed ? replayed.refused : replayed.lines.map(({ mark, before, after }) => [mark, (before ?? after)?.ruleId]);
};

test('asked again at once it says the same; after the rule was retired only as of then', async () => {
  const answer = await send(message('RE1'));
  expect(answer.output.result).toHaveLength(1);
  const serial = await callOfMessage('RE1');
  expect(answer.output.result[0].jr_id).toBe(`A${serial}-1`);
  expect(await marks(serial, 'then')).toEqual([['same', 'drug-sex']]);
  expect(await marks(serial, 'now')).toEqual([['same', 'drug-sex']]);
  // of the next second: knowledge and editions are dated by whole seconds
  await new Promise((resolve) => setTimeout(resolve, 1100));
  const retired = await app.inject({
    method: 'POST',
    url: '/api/rules/drug-sex/editions/1/retire',
    payload: { by: '科长', why: '试验' },
    headers: { 'content-type': 'application/json' },
  });
  expect(retired.statusCode).toBe(200);
  expect(await marks(serial, 'then')).toEqual([['same', 'drug-sex']]);
  expect(await marks(serial, 'now')).toEqual([['gone', 'drug-sex']]);
  expect(await marks(7, 'now')).toBe('unknown');
});

test('the national table: a row a reminder with the request and what it was worth, a row for a call without one', async () => {
  // the rule is retired: within the second nothing is said
  const silent = await vi.waitFor(
    async () => {
      const no = `RE2-${performance.now()}`;
      if ((await send(message(no))).output.result.length > 0) throw new Error('it still speaks');
      return no;
    },
    { timeout: 10_000, interval: 100 },
  );
  await callOfMessage(silent);
  const { text } = await warningsCsv(home.db, {});
  const [head, ...rows] = readCsv(text).records;
  const cells = rows.map((row) => Object.fromEntries((head?.cells ?? []).map((name, i) => [name, row.cells[i]])));
  expect(cells[0]).toMatchObject({
    trig_scen: '5',
    med_type: '11',
    vola_flag: '1',
    rule_id: 'drug-sex',
    rule_code: 'GZ10000301004000',
    rule_name: '药品区分性别使用',
    rule_sev_deg: '1',
    medfee_sumamt: '163.00',
    vola_amt: '63.00',
    warn_dspo_way: '',
  });
  expect(cells.at(-1)).toMatchObject({ vola_flag: '0', rule_id: '', vola_amt: '', medfee_sumamt: '163.00' });
  for (const { reqt_time, rsp_time, ana_dura } of cells) {
    const took = (parseInstant(rsp_time ?? '') as number) - (parseInstant(reqt_time ?? '') as number);
    expect(took).toBeGreaterThanOrEqual(0);
    expect(Number(ana_dura)).toBeGreaterThan(0);
  }
});

test('a call that its deadline cut short is listed as open, asked again, and what was left is kept', async () => {
  await app.close();
  vi.stubEnv('HENGJIAN_AUDIT_DEADLINE_MS', '1');
  app = await createApp({ home });
  await app.ready();
  // a man's diagnosis beside: a rule that is still live
  const diagnosed = message('RE3').replace(
    '"fsi_order_dtos"',
    '"fsi_diagnose_dtos":[{"maindise_flag":"1","dise_codg":"N40.x00"}],"fsi_order_dtos"',
  );
  const cut = await vi.waitFor(
    async () => {
      const answer = await send(diagnosed.replaceAll('RE3', `RE3-${Math.random()}`));
      if (answer.output?.result.at(-1)?.rule_id !== '0' || answer.output.result.length > 1) throw new Error('it was in time');
      return answer.output.result[0].mdtrt_id as string;
    },
    { timeout: 20_000, interval: 1 },
  );
  const serial = await callOfMessage(cut);
  const open = async () => (await callShelfOf(home).list({ outcome: 'open', limit: 1000 })).map((row) => row.serial);
  expect(await open()).toContain(serial);
  const report = await interfaceRecheck.run(home, {}, () => {});
  expect(report.ok && report.value.calls).toBeGreaterThan(0);
  expect(await open()).not.toContain(serial);
  const found = await callShelfOf(home).find(serial);
  expect(found?.recheck?.findings.map(({ ruleId }) => ruleId)).toContain('diagnosis-sex');
  // again: nothing is left
  expect(await interfaceRecheck.run(home, {}, () => {})).toMatchObject({ value: { calls: 0 } });
});
