// Limits that begin on Monday, 2026-12-28, and reach into 2027, whose holidays are not published: no last day, until they are.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  caseLife,
  type Day,
  type EnforcementCase,
  formatDay,
  type Inspection,
  inspectionLife,
  newEnforcementCase,
  newInspection,
  parseDay,
  SECONDS_PER_DAY,
  shippedSchemes,
} from '@hengjian/domain';
import {
  type CreditPorts,
  type CreditStepWish,
  extendLastDays,
  journalled,
  lapseOverdue,
  type MatterNoun,
  type Matters,
  openClue,
  proposePoints,
  receiveComplaint,
  setLastDays,
  takeClueStep,
  takeComplaintStep,
  takeCreditStep,
  takeFindingSteps,
  takePointStep,
  undoLapses,
  verifyJournal,
} from '@hengjian/workflows';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { complaintBookOf } from '../complaint/complaint-book.ts';
import { complaintRulesOf } from '../complaint/complaint-rules.ts';
import { sealerOf } from '../complaint/sealer.ts';
import { creditBookOf } from '../credit/credit-book.ts';
import { caseBookOf, casesOf } from '../finding/case-book.ts';
import { findingLifeRules, workingDayBookOf } from '../finding/life-rules.ts';
import { plant } from '../finding/testing/planted.ts';
import { type Home, openHome } from '../home.ts';
import { journalOf } from '../journal/journal.ts';
import { matterBookOf } from '../matter/matter-book.ts';
import { matterLimits } from '../matter/matter-limits.ts';
import { pointRulesOf } from '../points/point-rules.ts';
import { pointsBookOf } from '../points/points-book.ts';
import { setBureauParameter } from '../rule/decision-book.ts';
import { overdueWork } from './overdue.ts';
import { termBookOf } from './term-book.ts';

const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-terms-'));
let home: Home;
beforeAll(async () => {
  home = await openHome(path.join(scratch, 'home'));
});
afterAll(async () => {
  await home?.close();
  rmSync(scratch, { recursive: true, force: true });
});

const day = (text: string) => parseDay(text) as Day;
const at = (text: string) => day(text) * SECONDS_PER_DAY + 9 * 3600;
const BEGAN = '2026-12-28';
const now = at(BEGAN);
const act = { by: '甲', why: '办理', at: now };
const ok = <T>(outcome: { ok: true; value: T } | { ok: false; issues: readonly unknown[] }): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
};

/** The step that enters a row which the test writes into a book. */
const entered = (noun: string, table: string, key: string) => [
  { noun, subjectId: key, action: 'enter', before: null, after: null, ...act, rows: [{ table, key }] },
];

/** Where its last day stands: table, key, and the path of the column. */
type Kept = readonly [table: string, key: string, id: string, place?: string];
const lastDay = async ([table, key, id, place]: Kept): Promise<string | null> => {
  const { rows } = await sql<{ last: number | null }>`select ${place ? sql`(content #>> ${place})::int` : sql`due_day`} as last
    from ${sql.table(table)} where ${sql.ref(key)} = ${id}`.execute(home.db);
  const last = rows[0]?.last ?? null;
  return last === null ? null : formatDay(last);
};

type Taken = readonly [action: 'accept' | 'extend' | 'conclude', more?: object];
/** Received a week before what is begun today. */
const complaint = async (kind: 'report' | 'petition', receivedOn: string, ...steps: readonly Taken[]): Promise<Kept> => {
  const ports = { book: complaintBookOf(home.db), sealer: sealerOf(home.folder), rules: await complaintRulesOf(home.db, '*', now) };
  const told = { kind, channel: 'letter', object: 'provider', objectName: '第一医院', providerNo: 'H1', matter: 'falseCare' } as const;
  const given = {
    facts: '虚假住院',
    insider: false,
    reporter: null,
    pictures: [],
    receivedOn: day(receivedOn),
    by: '甲',
    at: at(receivedOn),
  };
  const { complaintId } = ok(await receiveComplaint(ports, { ...told, ...given }));
  for (const [action, more] of steps) ok(await takeComplaintStep(ports, { complaintId, action, ...act, ...more }));
  return ['complaint', 'complaint_id', complaintId];
};

const matterPorts = () => ({ book: matterBookOf(home.db), limits: (on: Day) => matterLimits(home.db, '*', on) });
const clue = async (...actions: 'extend'[]): Promise<Kept> => {
  const told = { source: 'person', object: 'provider', objectNo: 'H1', objectName: '第一医院', text: '夜间集中结算' } as const;
  const { matterId } = ok(await openClue(matterPorts(), { ...told, by: '甲', at: now }));
  for (const action of actions) ok(await takeClueStep(matterPorts(), { matterId, action, ...act, given: {} }));
  return ['clue', 'matter_id', matterId];
};

/** Written as the step of the life writes it. */
const matter = async <N extends MatterNoun>(noun: N, table: string, one: Matters[N], place?: string): Promise<Kept> => {
  await matterBookOf(home.db).transact(async () => ({ writes: [journalled(noun, null, one, { action: 'open', ...act })], value: null }));
  return place ? [table, 'matter_id', one.matterId, place] : [table, 'matter_id', one.matterId];
};
let number = 0;
const scene = async <One>(one: One, values: object = {}) => {
  const world = { ...(await matterLimits(home.db, '*', day(BEGAN))), teamLeast: 2, clueId: null, scans: new Map(), discretion: [] };
  return { one, by: '甲', at: now, why: '办理', values, world } as never;
};
const inspection = async (state: Inspection['state'], ...actions: ('finish' | 'order' | 'extend')[]): Promise<Kept> => {
  const wish = {
    matterId: `JC-${++number}`,
    planId: 'P1',
    kind: 'daily',
    providerNo: 'H1',
    providerName: '第一医院',
    dueDay: null,
  } as never;
  let one: Inspection = { ...newInspection(wish), openedOn: day('2026-12-01'), state };
  for (const action of actions) one = { ...one, ...inspectionLife.changes[action]?.(await scene(one)) };
  return matter('inspection', 'inspection', one);
};
const aCase = async (action: 'report' | 'serveNotice' | 'decide' | 'decideOnSpot', before: Partial<EnforcementCase>, place?: string) => {
  const wish = { causeCode: 'AY13', party: { kind: 'provider', no: 'H1', name: '第一医院' }, discoveredOn: day('2026-12-01') };
  const fresh = { ...newEnforcementCase(`AJ-${++number}`, wish as never, day('2026-12-01')), ...before };
  const values = { on: day(BEGAN), fineFen: 20_000, outcome: 'punish' };
  return matter('enforcementCase', 'enforcement_case', { ...fresh, ...caseLife.changes[action]?.(await scene(fresh, values)) }, place);
};

const points = async (...actions: ('notify' | 'appeal')[]): Promise<Kept> => {
  const ports = { book: pointsBookOf(home.db), rules: await pointRulesOf(home.db, '*', now) };
  const practitionerNo = `D${++number}`;
  const person = { practitionerNo, name: practitionerNo, kind: 'doctor', title: null, providerNos: ['H1'], returnedOn: [] } as const;
  await ports.book.register(
    [{ ...person, registeredOn: day('2025-01-01'), committedOn: null }],
    entered('practitioner', 'practitioner_registration', practitionerNo),
  );
  const decision = { decisionKind: 'agreement', decisionRef: `函${number}`, decidedOn: day('2026-12-20') } as const;
  const given = { practitionerNo, providerNo: 'H1', behaviour: 'A01', responsibility: 'main', occurredOn: day('2026-06-01') } as const;
  const { pointId } = ok(await proposePoints(ports, { ...given, ...decision, facts: '本人开单', by: '甲', at: now }));
  for (const action of actions) ok(await takePointStep(ports, { pointId, action, ...act, by: '乙' }));
  return ['point_record', 'point_id', pointId];
};

const credit = async (...actions: CreditStepWish['action'][]): Promise<Kept> => {
  const book = creditBookOf(home.db, { settled: async () => new Map(), visits: async () => [] });
  const ports: CreditPorts = { book, due: () => null };
  const ratingId = `XY-${++number}`;
  const [scheme] = shippedSchemes;
  if (!scheme) throw new Error('no scheme');
  const period = { from: day('2026-01-01'), to: day('2026-06-30'), asOf: now };
  const nothing = { publishedOn: null, dueDay: null, objection: null, effectiveOn: null, repairs: [] };
  const result = { score: 90, grade: 'A', lines: [] } as never;
  await book.add(
    [{ ratingId, providerNo: ratingId, ...period, scheme, values: {}, result, state: 'draft', madeBy: '甲', ...nothing }],
    entered('creditRating', 'credit_rating/2', ratingId),
  );
  for (const action of actions) ok(await takeCreditStep(ports, { ratingId, action, ...act, by: '乙' }));
  return ['credit_rating', 'rating_id', ratingId];
};

const rulesAt = (on: string) => findingLifeRules(home.db, '*', at(on));
/** Put to the institution on a day. */
const finding = async (on = BEGAN): Promise<Kept> => {
  const findingId = `F${++number}`;
  await plant(home, [{ findingId, records: [{ encounterNo: `M-${findingId}`, lineNo: '1', amountFen: 10_000, fundFen: 6_000 }] }]);
  const rules = await rulesAt(on);
  const book = caseBookOf(home.db, rules.due);
  await book.open(at(on));
  await takeFindingSteps(book, rules, { findingIds: [findingId], action: 'uphold', act: { ...act, at: at(on) } });
  return ['finding_case', 'finding_id', findingId];
};

const notice = { on: day('2026-12-25'), no: '1', sanction: {}, hearing: false, service: null, statementDue: null } as never;

/**
 * By hand: 29, 30 and 31 December are worked (3), 1 January 2027 is free, then Monday to Friday: the 5th day is 5 January, the 7th the
 * 7th, the 10th the 12th, the 15th the 19th, the 30th 9 February, the 45th 2 March. Days as the regulations say (bureau-parameters.ts).
 */
const cases: readonly [what: string, last: string, begin: () => Promise<Kept>][] = [
  ['机构反馈疑点：10', '2027-01-12', () => finding()],
  ['受理举报：5', '2027-01-05', () => complaint('report', BEGAN)],
  ['办理举报：15，自受理起', '2027-01-19', () => complaint('report', '2026-12-21', ['accept'])],
  ['办理举报并延期：15 + 15', '2027-02-09', () => complaint('report', '2026-12-21', ['accept'], ['extend'])],
  ['办理信访：5', '2027-01-05', () => complaint('petition', '2026-12-21', ['accept'])],
  ['查明后答复：5', '2027-01-05', () => complaint('report', '2026-12-21', ['accept'], ['conclude', { result: 'unfounded' }])],
  ['核查线索：15', '2027-01-19', () => clue()],
  ['核查线索并延期：15 + 15', '2027-02-09', () => clue('extend')],
  ['听取机构意见：5', '2027-01-05', () => inspection('feedback', 'finish')],
  ['整改：30', '2027-02-09', () => inspection('rectifying', 'order')],
  ['整改并延期：30 + 15', '2027-03-02', () => inspection('rectifying', 'order', 'extend')],
  ['法制审核：10', '2027-01-12', () => aCase('report', { state: 'reported' })],
  [
    '陈述申辩：5',
    '2027-01-05',
    () => aCase('serveNotice', { state: 'noticed', dueDay: day('2027-03-01'), notice }, '{notice,statementDue}'),
  ],
  ['送达：7', '2027-01-07', () => aCase('decide', { state: 'decided' })],
  ['当场处罚备案：7', '2027-01-07', () => aCase('decideOnSpot', { state: 'served', procedure: 'summary' })],
  ['记分异议：10', '2027-01-12', () => points('notify')],
  ['记分异议处理：10', '2027-01-12', () => points('notify', 'appeal')],
  ['信用公示：5', '2027-01-05', () => credit('publish')],
  ['信用异议处理：15', '2027-01-19', () => credit('publish', 'object')],
];

test('whatever runs in working days gets its last day when the holidays of the year are known, with its step in the journal', async () => {
  const kept: Kept[] = [];
  for (const [, , begin] of cases) kept.push(await begin());
  const told = async () => Promise.all(kept.map(async (one, i) => [cases[i]?.[0], await lastDay(one)]));
  const set = async (on: string) => setLastDays(await termBookOf(home.db, '*'), at(on));
  expect([await set('2026-12-29'), await told()]).toEqual([0, cases.map(([what]) => [what, null])]);

  const calendar = workingDayBookOf(home.db);
  const arrangement = { by: '管理员', why: '国务院办公厅通知', at: at('2026-12-30') };
  await calendar.add({ day: day('2027-01-01'), worked: false, declaredYear: null, ...arrangement });
  expect(await set('2026-12-30')).toBe(0);
  await calendar.add({ day: null, worked: null, declaredYear: 2027, ...arrangement });
  expect([await set('2026-12-30'), await told()]).toEqual([cases.length, cases.map(([what, last]) => [what, last])]);
  expect(await set('2026-12-31')).toBe(0);

  // on 6 January: acceptance, petition and reply; the institution's opinion; the publication of the rating
  expect(await overdueWork(home.db, day('2027-01-06'))).toEqual(
    [
      ['complaint', 3],
      ['credit', 1],
      ['inspection', 1],
    ].map(([noun, count]) => ({ noun, count, oldestDay: day('2027-01-05') })),
  );

  const { rows } = await sql<{ n: number }>`select count(*)::int as n from journal where action = 'setLastDay' and before = after`.execute(
    home.db,
  );
  expect([rows[0]?.n, (await verifyJournal(journalOf(home.db))).fault]).toEqual([cases.length, null]);
  // the record that a rating holds whole says the same as its column
  const { rows: ratings } = await sql<{ same: boolean }>`select (body->>'dueDay')::int = due_day as same from credit_rating`.execute(
    home.db,
  );
  expect(ratings.map(({ same }) => same)).toEqual([true, true]);
});

test('known only when it is over: whoever waits for it has that day still; a step in between keeps its own', async () => {
  const [table, key, id] = await clue();
  await sql`update clue set content = jsonb_set(content, '{dueDay}', 'null') where matter_id = ${id}`.execute(home.db);
  const book = await termBookOf(home.db, '*');
  const [term] = await book.waiting();
  await sql`update clue set content = jsonb_set(content, '{dueDay}', ${String(day('2027-06-01'))}::jsonb) where matter_id = ${id}`.execute(
    home.db,
  );
  if (!term) throw new Error('nothing waits');
  expect([await book.setLastDay(term, day('2027-01-19'), { why: '试', at: now }), await lastDay([table, key, id])]).toEqual([
    0,
    '2027-06-01',
  ]);
  await sql`update clue set content = jsonb_set(content, '{dueDay}', 'null') where matter_id = ${id}`.execute(home.db);
  expect([await setLastDays(book, at('2027-02-01')), await lastDay([table, key, id])]).toEqual([1, '2027-02-01']);
});

test('a day corrected while a limit runs over it: free gives everybody a day more, worked takes none; what ended before it stays', async () => {
  // ten working days for the institution, two weeks from Monday, 2026-05-11; of another that answers by Monday, 18 May
  const [running, over] = [await finding('2026-05-11'), await finding('2026-04-30')];
  const told = async () => Promise.all([running, over].map(lastDay));
  expect(await told()).toEqual(['2026-05-25', '2026-05-18']);
  const correct = async (text: string, worked: boolean) => {
    const before = await termBookOf(home.db, '*');
    const act = { by: '管理员', why: '当地安排', at: at('2026-05-12') };
    await workingDayBookOf(home.db).add({ day: day(text), worked, declaredYear: null, ...act });
    return extendLastDays(before, await termBookOf(home.db, '*'), day(text), act.at);
  };
  expect([await correct('2026-05-20', false), await told()]).toEqual([1, ['2026-05-26', '2026-05-18']]);
  // the last day itself turns out free as well
  expect([await correct('2026-05-26', false), await told()]).toEqual([1, ['2026-05-27', '2026-05-18']]);
  expect([await correct('2026-05-16', true), await told()]).toEqual([0, ['2026-05-27', '2026-05-18']]);
  // one that begins later counts by the calendar as it is: Saturday the 16th is worked
  expect(await lastDay(await finding('2026-05-11'))).toBe('2026-05-25');
  // a matter keeps the step that moved its last day: 15 working days from 28 December
  const own = await clue();
  expect(await lastDay(own)).toBe('2027-01-19');
  expect([(await correct('2027-01-18', false)) > 0, await lastDay(own)]).toEqual([true, '2027-01-20']);
  const { rows } = await sql<{ why: string }>`select why from journal where subject_id = ${own[2]} and action = 'setLastDay'`.execute(
    home.db,
  );
  expect(rows).toEqual([{ why: '期限内的工作日改为放假，期限顺延' }]);
  expect((await verifyJournal(journalOf(home.db))).fault).toBeNull();
});

test('a limit is a dated row of the bureau: days entered later follow it', async () => {
  const limit = { name: 'finding.feedbackDays', region: '*', fromDay: day('2026-06-01'), toDay: null, value: 7 } as const;
  await setBureauParameter(home.db, { ...limit, by: '甲', why: '试', at: now });
  const { due } = await rulesAt('2026-06-01');
  const last = (on: string) => formatDay(due('feedback', at(on)) as Day);
  // 1 June 2026 is a Monday; no holiday until 端午 (19 June)
  expect([last('2026-03-02'), last('2026-06-01')]).toEqual(['2026-03-16', '2026-06-10']);
});

test('silence had decided before a day turned out free: the lost days come back, once; what finance confirmed stays and is told', async () => {
  const state = async ([, , id]: Kept) => (await casesOf(home.db, [id]))[0]?.one.state;
  // ten working days from Monday, 2026-03-09: the last day is Monday the 23rd
  const [open, paid, late, noted] = [
    await finding('2026-03-09'),
    await finding('2026-03-09'),
    await finding('2026-03-09'),
    await finding('2026-03-09'),
  ];
  const rules = await rulesAt('2026-03-24');
  const book = caseBookOf(home.db, rules.due);
  const step = (id: string, action: 'note' | 'confirm', on: string) =>
    takeFindingSteps(book, rules, { findingIds: [id], action, act: { by: '财务', why: '试', at: at(on) } });
  await sql`update finding_case set due_day = ${day('2026-03-24')} where finding_id = ${late[2]}`.execute(home.db);
  expect(await lapseOverdue(book, rules, at('2026-03-24'), day('2026-03-24'))).toBe(3);
  expect(await lapseOverdue(book, rules, at('2026-03-25'), day('2026-03-25'))).toBe(1);
  await step(paid[2], 'confirm', '2026-03-25');
  await step(noted[2], 'note', '2026-03-25');
  const correct = async (text: string, on: string) => {
    await workingDayBookOf(home.db).add({ day: day(text), worked: false, declaredYear: null, by: '管理员', why: '补放假', at: at(on) });
    const now = await rulesAt(on);
    return undoLapses(caseBookOf(home.db, now.due), now, now.calendar, day(text), at(on));
  };
  // Wednesday the 18th was free: the last day was Tuesday the 24th, the day on which silence decided; one more day, from Thursday the 26th.
  // The one that had been told the 24th lost nothing.
  expect(await correct('2026-03-18', '2026-03-26')).toEqual({ reopened: 2, kept: 1 });
  expect(await Promise.all([open, paid, late, noted].map(state))).toEqual(['feedback', 'recovery', 'confirmed', 'feedback']);
  expect(await lastDay(open)).toBe('2026-03-27');
  const { rows } = await sql<{
    by: string;
    why: string;
  }>`select by, why from journal where subject_id = ${open[2]} and action = 'feedbackAgain'`.execute(home.db);
  expect(rows).toEqual([{ by: '系统', why: '期限内的工作日改为放假，视同认可提前，恢复期限' }]);
  // no answer then either: silence decides, and no correction opens it another time
  expect(await lapseOverdue(book, rules, at('2026-03-28'), day('2026-03-28'))).toBe(2);
  expect((await correct('2026-03-19', '2026-03-30')).reopened).toBe(1); // the one that had been told the 24th: now the 25th, when it lapsed
  expect(await Promise.all([open, late, noted].map(state))).toEqual(['confirmed', 'feedback', 'confirmed']);
  expect((await verifyJournal(journalOf(home.db))).fault).toBeNull();
});
