// A doctor gets points after a finding was decided against his hospital, is suspended, and what he orders then is found by the review
// and at the counter. Days are worked out by hand from the calendar of 2026.
import { newEnforcementCase, parseDay } from '@hengjian/domain';
import {
  journalOf,
  matterBookOf,
  pointsBookOf,
  replaceBehaviours,
  setBureauParameter,
  standingsOf,
  workingDayBookOf,
} from '@hengjian/store';
import { base, line, openWorkplace, type Workplace } from '@hengjian/store/claims/testing/extract.ts';
import { plant, withdraw } from '@hengjian/store/finding/testing/planted.ts';
import {
  audit,
  followFindings,
  journalled,
  openAuditBook,
  proposePoints,
  registerPractitioners,
  returnPractitioner,
  runReview,
  takeCaseStep,
  takeDuePointSteps,
  takeFindingSteps,
  takePointStep,
  verifyJournal,
} from '@hengjian/workflows';
import { strFromU8, unzipSync } from 'fflate';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from '../api.ts';
import { createApp } from '../app.ts';
import { findingLifeOf, moveFindings } from '../finding-life.ts';
import { matterPortsOf } from '../matter/matter-ports.ts';
import { reviewPortsOf } from '../review-ports.ts';
import { pointPortsOf } from './point-ports.ts';

let place: Workplace;
let app: App;
const day = (text: string) => parseDay(text) as number;
const at = (text: string) => day(text) * 86_400 + 9 * 3600;
const RULE = 'suspended-practitioner';

beforeAll(async () => {
  place = await openWorkplace();
  const extract = base();
  const visit = (no: string, date: string) => ({
    mdtrt: { ...(extract.mdtrt[0] as object), mdtrt_id: no, med_type: '11', begntime: `${date} 08:00:00`, endtime: `${date} 09:00:00` },
    setl: { ...(extract.setl[0] as object), setl_id: `S-${no}`, mdtrt_id: no, setl_time: `${date} 09:00:00`, medfee_sumamt: '80.00' },
    line: { ...line(no, '1', `S-${no}`, `${date} 08:30:00`, 'XC09CAA00001', '4', '20.00', '60.00'), bilg_dr_codg: 'D1' },
  });
  // the day before, the first and the last day of the suspension, and the day after
  for (const one of [visit('V0', '2026-04-06'), visit('V1', '2026-04-07'), visit('V2', '2026-05-06'), visit('V3', '2026-05-07')]) {
    extract.mdtrt.push(one.mdtrt as never);
    extract.setl.push(one.setl as never);
    extract.feedetl.push(one.line as never);
  }
  extract.prac = [{ ...(extract.prac[0] as object), stas: '1', stas_begndate: '2020-01-01' } as never];
  const imported = await place.import(extract);
  if (!imported.ok) throw new Error(JSON.stringify(imported.issues));
  app = await createApp({ home: place.home });
  await app.ready();
});
afterAll(async () => {
  await app?.close();
  await place?.close();
});

const ports = (now: string) => pointPortsOf(place.home, at(now));
const wish = {
  practitionerNo: 'D1',
  providerNo: 'H1',
  behaviour: 'B01',
  responsibility: 'main',
  occurredOn: day('2026-01-15'),
  facts: '本人开单',
} as const;
const propose = async (now: string, more: object) =>
  proposePoints(await ports(now), { ...wish, decisionKind: 'finding', decisionRef: 'F1', by: '甲', at: at(now), ...more });
const step = async (
  now: string,
  pointId: string,
  action: 'notify' | 'appeal' | 'change' | 'maintain' | 'repair' | 'accept' | 'revoke',
  by: string,
  points?: number,
) => takePointStep(await ports(now), { pointId, action, by, why: '意见', at: at(now), ...(points !== undefined && { points }) });
const codes = (outcome: Awaited<ReturnType<typeof propose>>) => outcome.issues.map(({ code, facts }) => facts.condition ?? code);
const idOf = (outcome: Awaited<ReturnType<typeof propose>>) => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value.pointId;
};
const decided = async (findingId: string) => {
  await plant(place.home, [
    { findingId, providerNo: 'H1', records: [{ encounterNo: 'M1', lineNo: findingId, amountFen: 100, fundFen: 50 }] },
  ]);
  await moveFindings(place.home, at('2026-02-02'));
  const { book, rules } = await findingLifeOf(place.home, at('2026-02-02'));
  for (const [action, by] of [
    ['uphold', '初审'],
    ['accept', '医院'],
  ] as const)
    await takeFindingSteps(book, rules, { findingIds: [findingId], action, act: { by, why: '试', at: at('2026-02-03') } });
};
const said = async () => {
  const review = await runReview(await reviewPortsOf(place.home), { period: { from: day('2026-01-01'), to: day('2026-12-31') } });
  if (!review.ok) throw new Error(JSON.stringify(review.issues));
  const { rows } = await sql<{
    no: string;
  }>`select unnest(encounter_nos) as no from finding where rule_id = ${RULE} and state = 'live'`.execute(place.home.db);
  return rows.map((row) => row.no).sort();
};
const counter = async (when: string) => {
  const book = await openAuditBook(await reviewPortsOf(place.home));
  expect(book.later.some(({ ruleId }) => ruleId === RULE)).toBe(false);
  const { records } = await standingsOf(place.home.lake)(undefined);
  const on = day(when);
  const own = {
    encounterNo: 'N1',
    person: 'P1',
    personNo: 'P1',
    provider: 'H1',
    providerNo: 'H1',
    setting: 'outpatient',
    day: on,
    settledDay: on,
    current: true,
  };
  const orders = [
    {
      ...own,
      line: 1,
      lineNo: '1',
      itemCode: 'XC09CAA00001',
      practitioner: 'D1',
      practitionerNo: 'D1',
      amountFen: 8000,
      occurredAt: on * 86_400,
    },
  ];
  const { hits } = audit(
    { ...book, standings: records },
    { personNo: 'P1', encounterNo: 'N1', tables: { line: orders } },
    { ruleIds: new Set([RULE]) },
  );
  return hits.map(({ amountFen }) => amountFen);
};

test('no points before a decision against the institution, nor for somebody who is not registered there', async () => {
  await plant(place.home, [
    { findingId: 'F0', providerNo: 'H1', records: [{ encounterNo: 'M1', lineNo: '9', amountFen: 100, fundFen: 50 }] },
  ]);
  await moveFindings(place.home, at('2026-02-01'));
  await decided('F1');
  expect(codes(await propose('2026-03-02', {}))).toEqual(['points.no-practitioner']);
  const filled = await app.inject({ method: 'POST', url: '/api/practitioners/roster' });
  expect(filled.json()).toEqual({ count: 1 });
  expect(codes(await propose('2026-03-02', { decisionRef: 'F0' }))).toEqual(['points.no-decision']);
  expect(codes(await propose('2026-03-02', { providerNo: 'H2' }))).toEqual(['points.no-decision']);
  expect(codes(await propose('2026-03-02', { decisionKind: 'agreement', decidedOn: day('2026-02-03'), providerNo: 'H2' }))).toEqual([
    'points.not-of-provider',
  ]);
  expect(codes(await propose('2026-03-02', { occurredOn: day('2024-12-31') }))).toEqual(['points.too-early']);
  expect(codes(await propose('2026-03-02', { behaviour: 'X' }))).toEqual(['points.no-behaviour']);
  expect(codes(await propose('2026-03-02', { decisionRef: ' ' }))).toEqual(['points.missing']);
});

test('proposed, told by another person, objected to in time, changed within the band', async () => {
  const first = idOf(await propose('2026-03-02', {}));
  expect(codes(await propose('2026-03-02', {}))).toEqual(['points.twice']);
  expect(codes(await step('2026-03-02', first, 'notify', '甲'))).toEqual(['anotherPerson']);
  const told = await step('2026-03-02', first, 'notify', '科长');
  // 3–6, 9–13 and 16 March
  expect(told.ok && told.value).toMatchObject({ state: 'notified', points: 6, dueDay: day('2026-03-16') });
  const notice = await app.inject({ method: 'GET', url: `/api/points/${first}/notice` });
  const text = strFromU8(unzipSync(new Uint8Array(notice.rawPayload))['word/document.xml'] as Uint8Array).replaceAll(/<[^>]+>/g, '');
  for (const part of ['医保支付资格记分告知书', '医师一（D1）', '2026年3月16日前', '6 分（生效后本自然年度累计 6 分）', '主要责任'])
    expect(text).toContain(part);
  expect(codes(await step('2026-03-17', first, 'appeal', '医师一'))).toEqual(['inTime']);
  expect((await step('2026-03-16', first, 'appeal', '医师一')).ok).toBe(true);
  expect(codes(await step('2026-03-18', first, 'change', '科长', 6))).toEqual(['withinBand']);
  expect(codes(await step('2026-03-18', first, 'change', '科长', 7))).toEqual(['withinBand']);
  const changed = await step('2026-03-18', first, 'change', '科长', 5);
  expect(changed.ok && changed.value).toMatchObject({ state: 'effective', points: 5, effectiveOn: day('2026-03-18') });
});

test('nine points: suspended for a month; the review and the counter find what is ordered then, and only then', async () => {
  expect(await said()).toEqual([]);
  await decided('F2');
  const second = idOf(await propose('2026-03-20', { decisionRef: 'F2', responsibility: 'general', behaviour: 'B02' }));
  await step('2026-03-20', second, 'notify', '科长');
  // 23–27, 30 and 31 March, 1, 2 and 3 April; 4 to 6 April is Qingming: the term ends on Friday the 3rd
  expect(await takeDuePointSteps(await ports('2026-04-03'), at('2026-04-03'))).toEqual({ lapsed: 0, fallen: 0 });
  await takePointStep(await ports('2026-04-03'), { pointId: second, action: 'appeal', by: '医师一', why: '不同意', at: at('2026-04-03') });
  expect((await step('2026-04-07', second, 'maintain', '科长')).ok).toBe(true);
  expect(await said()).toEqual(['V1', 'V2']);
  expect([await counter('2026-04-06'), await counter('2026-04-07'), await counter('2026-05-06'), await counter('2026-05-07')]).toEqual([
    [],
    [8000],
    [8000],
    [],
  ]);
  const list = (await app.inject({ method: 'GET', url: `/api/practitioners?day=${day('2026-04-20')}&standing=suspended` })).json();
  expect(list).toMatchObject({ total: 1, rows: [{ practitionerNo: 'D1', points: 9, standing: 'suspended', providerNames: ['示例医院'] }] });
});

test('the decision falls: its points fall, the suspension never was, and the finding it gave is withdrawn', async () => {
  await withdraw(place.home, 'F2');
  const { book, rules } = await findingLifeOf(place.home, at('2026-05-10'));
  await followFindings(book, rules, at('2026-05-10'));
  expect(await takeDuePointSteps(await ports('2026-05-10'), at('2026-05-10'))).toEqual({ lapsed: 0, fallen: 1 });
  expect(await said()).toEqual([]);
  expect(await counter('2026-04-07')).toEqual([]);
});

test('silence: effective on the day after the term; twelve at once end the right, registered anew after three years', async () => {
  const third = idOf(
    await propose('2026-05-11', { decisionKind: 'agreement', decisionRef: '医保处字1号', decidedOn: day('2026-05-08'), behaviour: 'D02' }),
  );
  const told = await step('2026-05-11', third, 'notify', '科长');
  expect(told.ok && told.value.dueDay).toBe(day('2026-05-25'));
  expect(await takeDuePointSteps(await ports('2026-06-30'), at('2026-06-30'))).toEqual({ lapsed: 1, fallen: 0 });
  const file = (await app.inject({ method: 'GET', url: '/api/practitioners/D1' })).json();
  expect(file.practitioner.stopped).toMatchObject([{ state: 'ended', from: day('2026-05-26'), to: null, returnFrom: day('2029-05-26') }]);
  expect(codes(await step('2026-07-01', third, 'repair', '科长', 1))).toEqual(['repairable']);
  const again = async (on: string) => returnPractitioner(await ports(on), 'D1', { by: '甲', why: '期满重新登记', at: at(on) });
  expect((await again('2029-05-25')).issues.map((one) => one.code)).toEqual(['points.too-soon']);
  expect((await again('2029-05-26')).ok).toBe(true);
});

/** A case of the hospital that was decided, and served or not; its conduct is that of these findings. */
const caseOf = async (matterId: string, findingIds: string[], more: object = {}) => {
  const decidedOn = day('2026-08-03');
  const sanction = { outcome: 'punish', refundFen: 10_000, fineFen: 12_000, suspendMonths: 0, other: null, mitigation: null };
  const one = {
    ...newEnforcementCase(
      matterId,
      {
        causeCode: 'AY13',
        party: { kind: 'provider', no: 'H1', name: '示例医院', licence: null, address: null, head: null, telephone: null },
        clueId: null,
        inspectionIds: [],
        findingIds,
        source: '线索',
        facts: '重复收费',
        lossFen: 10_000,
        actEndedOn: day('2026-07-01'),
        discoveredOn: day('2026-07-10'),
        harmed: false,
        appliedBy: '甲',
      },
      day('2026-07-10'),
    ),
    state: 'served',
    decision: { on: decidedOn, by: '科长', no: `医罚〔2026〕${matterId}`, sanction, text: '依据' },
    decidedOn,
    outcome: 'punish',
    service: { on: decidedOn, way: 'direct', receiver: '院办', consent: false },
    ...more,
  };
  const step = { action: 'open', by: '甲', at: at('2026-08-03'), why: null };
  const writes = [journalled('enforcementCase', null, one as never, step)];
  await matterBookOf(place.home.db).transact(async () => ({ writes, value: null }));
};

test('a served punishment gives points under its article; one conduct counts once, with its highest; set aside, they fall', async () => {
  await registerPractitioners(
    await ports('2026-07-02'),
    [{ practitionerNo: 'D3', name: '医师三', kind: 'doctor', title: null, providerNos: ['H1'], committedOn: null }],
    { by: '甲', why: '登记', at: at('2026-07-02') },
  );
  await decided('F7');
  await caseOf('AJ7', ['F7']);
  await caseOf('AJ8', [], { state: 'decided', service: null });
  await caseOf('AJ9', [], { outcome: 'noPunishment' });
  const person = { practitionerNo: 'D3', occurredOn: day('2026-01-20') };
  const ofCase = (ref: string, more: object = {}) =>
    propose('2026-08-10', { ...person, decisionKind: 'enforcement', decisionRef: ref, ...more });
  for (const ref of ['AJ8', 'AJ9', 'AJ10']) expect(codes(await ofCase(ref))).toEqual(['points.no-decision']);
  expect(codes(await ofCase('AJ7', { providerNo: 'H2' }))).toEqual(['points.no-decision']);
  expect(codes(await ofCase('AJ7', { behaviour: 'D01' }))).toEqual(['points.other-article']);
  // three points of the finding take effect, then six of the case: 3 + (6 − 3)
  const small = idOf(await propose('2026-08-05', { ...person, decisionRef: 'F7', behaviour: 'A01' }));
  await step('2026-08-05', small, 'notify', '科长');
  expect((await step('2026-08-06', small, 'accept', '医师三')).ok).toBe(true);
  const hint = (await app.inject({ method: 'GET', url: '/api/points/of-case/AJ7' })).json();
  expect(hint).toMatchObject({ providerNo: 'H1', decidedOn: day('2026-08-03'), article: '38', practitioners: [{ practitionerNo: 'D1' }] });
  const big = await ofCase('医罚〔2026〕AJ7');
  expect(big.ok && big.value).toMatchObject({ decisionRef: 'AJ7', points: 6, counted: 3, decidedOn: day('2026-08-03') });
  await step('2026-08-10', idOf(big), 'notify', '科长');
  expect((await step('2026-08-11', idOf(big), 'accept', '医师三')).ok).toBe(true);
  const sum = async (on: string) => {
    const page = (await app.inject({ method: 'GET', url: `/api/practitioners?day=${day(on)}&text=D3` })).json();
    return page.rows[0].points;
  };
  expect([await sum('2026-08-05'), await sum('2026-08-06'), await sum('2026-08-11')]).toEqual([0, 3, 6]);
  // once more of the same conduct, with no more points
  expect(codes(await propose('2026-08-12', { ...person, decisionRef: 'F7', behaviour: 'B01' }))).toEqual(['points.same-conduct']);
  // the smaller one is revoked: the case counts whole
  expect((await step('2026-08-13', small, 'revoke', '科长')).ok).toBe(true);
  expect(await sum('2026-08-13')).toBe(6);
  const wishOf = { matterId: 'AJ7', action: 'overturn', by: '科长', why: '复议撤销', at: at('2026-09-01') } as const;
  const given = { kind: 'reconsideration', on: '2026-09-01', no: '复议1号', text: '证据不足' };
  const undone = await takeCaseStep(matterPortsOf(place.home), { ...wishOf, given });
  expect(undone.ok && undone.value).toMatchObject({ state: 'overturned', outcome: null, fineFen: null });
  expect(await takeDuePointSteps(await ports('2026-09-02'), at('2026-09-02'))).toMatchObject({ fallen: 1 });
  expect(await sum('2026-09-02')).toBe(0);
});

test('a region’s own table counts from its day; a row out of order is refused with its line', async () => {
  const row = {
    code: 'Z9',
    title: '本地行为',
    general: 1,
    important: 1,
    main: 2,
    article: null,
    source: '本地细则',
    fromDay: null,
    toDay: null,
  };
  const bad = await app.inject({ method: 'PUT', url: '/api/point-behaviours', payload: [row, { ...row, code: 'Z8', general: 3 }] });
  expect(bad.json().issues[0]).toMatchObject({ code: 'points.table', facts: { line: 2 } });
  await replaceBehaviours(place.home.db, '*', [row], '科长', at('2026-06-01'));
  expect(codes(await propose('2026-07-02', { behaviour: 'B01' }))).toEqual(['points.no-behaviour']);
  expect(codes(await propose('2026-07-02', { behaviour: 'Z9' }))).toEqual(['points.same-conduct']);
  const letter = { decisionKind: 'agreement', decisionRef: '医保协处字2号', decidedOn: day('2026-06-30') };
  const record = await propose('2026-07-02', { ...letter, behaviour: 'Z9' });
  expect(record.ok && record.value.points).toBe(2);
});

test('who sees what, and the journal stands', async () => {
  await registerPractitioners(
    await ports('2026-07-02'),
    [{ practitionerNo: 'D2', name: '药师', kind: 'pharmacist', title: null, providerNos: ['H2'], committedOn: null }],
    { by: '甲', why: '登记', at: at('2026-07-02') },
  );
  const page = async (scope: readonly string[], own: string | null) => {
    const { practitionerPage } = await import('@hengjian/store');
    const { rows } = await practitionerPage(place.home.db, { scope, own, day: day('2026-07-02'), offset: 0, limit: 10 });
    return rows.map((one) => one.practitionerNo);
  };
  expect([await page(['H2'], null), await page([], 'D1'), await page([], null)]).toEqual([['D2'], ['D1'], []]);
  const journal = journalOf(place.home.db);
  const act = { by: '科长', why: '试', at: at('2026-07-03') };
  const row = { name: 'points.appealDays', region: '*', fromDay: null, toDay: null, value: 12, ...act } as const;
  await setBureauParameter(place.home.db, row);
  await workingDayBookOf(place.home.db).add({ day: day('2026-07-04'), worked: true, declaredYear: null, ...act });
  expect((await verifyJournal(journal)).fault).toBeNull();
  // a parameter or a working day changed behind the application's back, and put back
  for (const [table, change, back] of [
    ['bureau_parameter', "value = '20'", "value = '12'"],
    ['working_day', 'worked = false', 'worked = true'],
  ] as const) {
    const write = (set: string) => sql.raw(`alter table ${table} disable trigger all; update ${table} set ${set}`).execute(place.home.db);
    await write(change);
    expect((await verifyJournal(journal)).fault).toMatchObject({ kind: 'row-changed', table });
    await write(back);
    expect((await verifyJournal(journal)).fault).toBeNull();
  }
  await sql`update point_record set points = 1 where behaviour = 'D02'`.execute(place.home.db);
  expect((await verifyJournal(journal)).fault).toMatchObject({ kind: 'row-changed', table: 'point_record' });
  expect(await pointsBookOf(place.home.db).practitioner('D9')).toBeUndefined();
});
