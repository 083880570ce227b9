// Alerts kept current by messages, over a real embedded home: from a message to a story on the page within seconds, what was repeated,
// came late or was taken back; the same cells as the lake has once everything is settled; and on to the inspection that follows.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { dayOf, formatDay, parseInstant } from '@hengjian/domain';
import {
  alertBookOf,
  alertLakeOf,
  claimsImporter,
  type Home,
  messageOf,
  openHistory,
  openHome,
  registerStoreOf,
  withJournal,
} from '@hengjian/store';
import { type AlertLake, findSignals, importClaims, liveAlerts, windowsOf } from '@hengjian/workflows';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { App } from '../api.ts';
import { createApp } from '../app.ts';
import { alertRun } from '../jobs/alert-run.ts';
import { interfaceFold } from '../jobs/interface-fold.ts';
import type { StoryPageJson } from '../schemas/alerts.ts';
import { openLiveAlerts } from './live-alerts.ts';

const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-live-'));
const HOSPITAL = 'H43990000001';
const SHOP = 'P43990000001';
/** Thursday, 2026-03-26; a message is received when it says it was sent. */
const TODAY = dayOf(parseInstant('2026-03-26 00:00:00') as number);
const clock = '2026-03-26 11:30:00';
let home: Home;
let app: App;
const on = (before: number, time: string) => `${formatDay(TODAY - before)} ${time}`;
const call = async <T>(method: 'GET' | 'POST', url: string, payload?: object): Promise<T> => {
  const response = await app.inject({ method, url, headers: { 'x-operator': 'watcher' }, ...(payload && { payload }) });
  if (response.statusCode !== 200) throw new Error(`${url}: ${response.body}`);
  return response.json() as T;
};

let number = 0;
async function send(infno: string, input: unknown, at: string, provider = HOSPITAL, msgid = `m${++number}`) {
  const payload = JSON.stringify({
    infno,
    msgid,
    fixmedins_code: provider,
    inf_time: at,
    mdtrtarea_admvs: '439900',
    insuplc_admdvs: '439900',
    input,
  });
  const response = await app.inject({ method: 'POST', url: '/fsi', payload, headers: { 'content-type': 'text/plain' } });
  const answer = response.json();
  expect(answer.infcode, answer.err_msg).toBe(0);
  return answer.output;
}
const admit = async (person: string, at: string, msgid?: string): Promise<string> =>
  (
    await send(
      '2401',
      { mdtrtinfo: { psn_no: person, insutype: '310', med_type: '21', begntime: at, adm_bed: '1', adm_dept_codg: 'A03', atddr_no: 'D1' } },
      at,
      HOSPITAL,
      msgid,
    )
  ).result.mdtrt_id;
const line = (encounter: string, person: string, at: string) => ({
  feedetl_sn: '1',
  mdtrt_id: encounter,
  psn_no: person,
  fee_ocur_time: at,
  med_list_codg: 'XC09CAA00001',
  medins_list_codg: '1',
  cnt: '2',
  pric: '10.00',
  det_item_fee_sumamt: '20.00',
});
async function discharge(stay: string, person: string, at: string) {
  await send('2301', { feedetail: [line(stay, person, at)] }, at);
  await send('2402', { dscginfo: { mdtrt_id: stay, psn_no: person, insutype: '310', endtime: at, dscg_way: '1' }, diseinfo: [] }, at);
  const data = { psn_no: person, mdtrt_id: stay, medfee_sumamt: '20.00', insutype: '310', med_type: '21', mid_setl_flag: '0' };
  return (await send('2304', { data }, at)).setlinfo.setl_id as string;
}
const sell = async (person: string, at: string, msgid?: string) =>
  (
    await send(
      '2102',
      {
        druginfo: { psn_no: person, begntime: at, medfee_sumamt: '20.00', insutype: '310', med_type: '41' },
        drugdetail: [{ ...line('', person, at), mdtrt_id: undefined }],
      },
      at,
      SHOP,
      msgid,
    )
  ).setlinfo as { setl_id: string; mdtrt_id: string };
const open = async (alert: string) => (await call<StoryPageJson>('GET', `/api/alerts?alert=${alert}`)).rows;
/** The page asks again and again, as an officer's does; nothing else is told to hurry. */
const shown = (alert: string, count: number) =>
  vi.waitFor(async () => expect(await open(alert)).toHaveLength(count), { timeout: 120_000, interval: 200 });

beforeAll(async () => {
  process.env.HENGJIAN_LIVE_MS = '300';
  home = await openHome(path.join(scratch, 'home'));
  const registers = path.join(scratch, 'registers');
  mkdirSync(registers);
  writeFileSync(
    path.join(registers, 'fixmedins.csv'),
    `fixmedins_code,fixmedins_name,fixmedins_type,hosp_lv,admdvs,aprv_bed_cnt,agrm_begndate,agrm_enddate,lon,lat\n${HOSPITAL},河东医院,1,02,439900,3,,,,\n${SHOP},河东药店,2,,439900,,,,,\n`,
  );
  const imported = await importClaims(claimsImporter(home), { folder: registers, acceptRejects: false, progress: () => {} });
  if (!imported.ok) throw new Error(JSON.stringify(imported.issues));
  app = await createApp({ home, now: () => parseInstant(clock) as number });
  await app.ready();
  // more than two weeks of a quiet house and a quiet shop
  for (let before = 16; before >= 1; before -= 1) {
    await discharge(await admit(`P${before}`, on(before, '09:00:00')), `P${before}`, on(before, '16:00:00'));
    await sell(`B${before}`, on(before, '10:10:00'));
  }
  const folded = await interfaceFold.run(home, {}, () => {});
  if (!folded.ok) throw new Error(JSON.stringify(folded.issues));
}, 300_000);
afterAll(async () => {
  delete process.env.HENGJIAN_LIVE_MS;
  await app?.close();
  await home?.close();
  rmSync(scratch, { recursive: true, force: true });
});

type Cells = Awaited<ReturnType<AlertLake['cells']>>;
const stays: [string, string][] = [];
test('ten admissions in a morning are a story before anything is settled; the same message again counts once', async () => {
  expect(await open('admissions-surge')).toEqual([]);
  for (let n = 0; n < 10; n += 1) stays.push([await admit(`N${n}`, on(0, `09:0${n}:00`), `adm${n}`), `N${n}`]);
  expect(await admit('N0', on(0, '09:00:00'), 'adm0')).toBe(stays[0]?.[0]);
  await shown('admissions-surge', 1);
  const [story] = await open('admissions-surge');
  expect(story).toMatchObject({ subjectKind: 'provider', subjectNo: HOSPITAL, fromDay: TODAY, toDay: TODAY, state: 'raised' });
  // a look in the middle of the morning may have seen fewer
  await vi.waitFor(
    async () => {
      const file = await call<{ signals: { alertId: string; value: number; expected: number }[] }>('GET', `/api/alerts/${story?.storyId}`);
      expect(file.signals.find(({ alertId }) => alertId === 'admissions-surge')).toMatchObject({ value: 10, expected: 1 });
    },
    { timeout: 120_000, interval: 200 },
  );
  // ten people in three beds, none of them discharged
  await shown('beds-full', 1);
  // the lake knows an admission with its settlement only, and does not take the story away
  expect((await alertRun.run(home, { alertIds: ['admissions-surge'] }, () => {})).ok).toBe(true);
  expect(await open('admissions-surge')).toHaveLength(1);
}, 300_000);

test('admissions that were taken back take their story along; sales that came late are counted at their own hour', async () => {
  for (const [stay, person] of stays.slice(0, 6)) await send('2404', { data: { mdtrt_id: stay, psn_no: person } }, on(0, '11:00:00'));
  await shown('admissions-surge', 0);
  // a till whose clock runs a day ahead: nothing is said of tomorrow before it has come
  for (let n = 0; n < 12; n += 1) await sell(`A${n}`, on(-1, `10:${20 + n}:00`));
  // yesterday's, sent today in the wrong order
  for (let n = 11; n >= 0; n -= 1) await sell(`L${n}`, on(1, `10:${20 + n}:00`));
  await shown('sales-surge', 1);
  expect((await open('sales-surge'))[0]).toMatchObject({ subjectNo: SHOP, fromDay: TODAY - 1, toDay: TODAY - 1 });
}, 300_000);

test('once all is settled, live cells are the lake’s cells, those of a reversed settlement gone from both', async () => {
  for (const [stay, person] of stays.slice(6)) await discharge(stay, person, on(0, '11:00:00'));
  const undone = await sell('R1', on(0, '10:30:00'));
  await send('2103', { data: { ...undone, psn_no: 'R1' } }, on(0, '10:40:00'), SHOP);
  const history = openHistory(home.folder, home.lake);
  const asked = openLiveAlerts(home, {
    history,
    now: () => parseInstant(clock) as number,
    everyMs: 1_000_000,
    message: (serial) =>
      withJournal(home, async (journal) => {
        const entry = await journal.read(serial);
        return entry && 'body' in entry ? messageOf(serial, entry.body) : undefined;
      }),
  });
  try {
    const sent = await withJournal(home, async (journal) => journal.durable());
    await vi.waitFor(() => expect(history.position()).toBe(sent), { timeout: 120_000 });
    const desk = await asked.current();
    const folded = await interfaceFold.run(home, {}, () => {});
    expect(folded.ok).toBe(true);
    const connection = await (await home.lake.snapshot()).connect();
    await connection.useBucket(undefined);
    const lake = alertLakeOf(connection);
    const days = { from: TODAY - 7, to: TODAY };
    let compared = 0;
    for (const alert of liveAlerts) {
      const parameters = (await alertBookOf(home.db).stretches(alert.id, TODAY, TODAY))[0]?.parameters ?? {};
      const windows = windowsOf(alert.window.unit, { from: TODAY - 40, to: TODAY });
      const told = (cells: Cells['cells']) =>
        cells
          .map(({ window, numerator, denominator, volume, limit, also, peers }) =>
            JSON.stringify([window, numerator, denominator, volume, limit, also, peers]),
          )
          .sort();
      const [fromMessages, fromLake] = [await desk.cells(alert, parameters, windows), await lake.cells(alert, parameters, windows)];
      expect(told(fromMessages.cells)).toEqual(told(fromLake.cells));
      expect(fromMessages.below).toBe(fromLake.below);
      compared += fromLake.all;
      const signals = async (of: typeof lake) =>
        (await findSignals(of, alert, parameters, days)).signals.map(({ signalId, value, expected, score }) => ({
          signalId,
          value,
          expected,
          score,
        }));
      expect(await signals(desk)).toEqual(await signals(lake));
    }
    // seventeen days with an admission and with somebody in a bed, sixteen hours with a sale, sixteen afternoons and a morning with a discharge
    expect(compared).toBe(17 + 17 + 16 + 17);
    connection.close();
  } finally {
    await asked.close();
    await history.close();
  }
}, 300_000);

test('the story is looked at and becomes an inspection of the shop', async () => {
  await registerStoreOf(home.db).append(
    ['甲某', '乙某', '丙某'].map((name, i) => ({
      entryId: `inspectors-${i}`,
      registerId: 'inspectors',
      occurredOn: TODAY - 400,
      recordedAt: 0,
      recordedBy: 'test',
      source: 'test',
      values: { certifiedOn: TODAY - 400, name, certificateNo: `ZF00${i}`, unit: '执法支队', validTo: null, avoids: null, note: null },
      corrects: null,
      withdrawn: false,
    })),
  );
  const [story] = await open('sales-surge');
  const step = (action: string, more: object = {}) =>
    call('POST', `/api/alerts/${story?.storyId}/steps/${action}`, { why: '监控中一人持多卡', ...more });
  await step('look');
  const plan = await call<{ matterId: string }>('POST', '/api/inspection-plans', {
    given: {
      title: '药店集中划卡专项检查',
      kind: 'special',
      basis: '预警事项',
      from: formatDay(TODAY),
      to: formatDay(TODAY + 30),
      providerKind: 'pharmacy',
      institutionCount: '1',
      teamSize: '2',
      stratify: 'none',
    },
  });
  const planned = (action: string, values: object = {}) =>
    call('POST', `/api/inspection-plans/${plan.matterId}/steps/${action}`, { why: '按预警安排', given: values });
  await planned('draw', { seed: '20260326' });
  await planned('publish');
  const drawn = await call<{ inspections: { matterId: string; providerNo: string }[] }>('GET', `/api/inspection-plans/${plan.matterId}`);
  expect(drawn.inspections).toMatchObject([{ providerNo: SHOP }]);
  const inspectionId = drawn.inspections[0]?.matterId as string;
  expect(await step('inspect', { inspectionId })).toMatchObject({ state: 'inspection', ledTo: inspectionId });
  // whoever looks at the alert afterwards sees that it was right, and every step with who took it
  const ended = await call<{ steps: { action: string; by: string }[] }>('GET', `/api/alerts/${story?.storyId}`);
  expect(ended.steps.map(({ action, by }) => [action, by])).toEqual([
    ['inspect', 'watcher'],
    ['look', 'watcher'],
  ]);
  // the digest of its week counts it as followed, that of the week before does not know it
  const week = await call<{ monitors: { monitor: string }[] }>('GET', `/api/alerts/digest?to=${TODAY}`);
  expect(week.monitors.find(({ monitor }) => monitor === 'pharmacy')).toEqual({
    monitor: 'pharmacy',
    raised: 1,
    followed: 1,
    right: 0,
    otherwise: 0,
    open: 0,
    waiting: 0,
  });
  expect((await call<{ monitors: object[] }>('GET', `/api/alerts/digest?to=${TODAY - 7}`)).monitors).not.toContainEqual(
    expect.objectContaining({ raised: 1 }),
  );
  const catalogue = await call<{ alertId: string; right: number }[]>('GET', '/api/alert-catalogue');
  expect(catalogue.find(({ alertId }) => alertId === 'sales-surge')).toMatchObject({ right: 1 });
}, 120_000);
