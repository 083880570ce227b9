// The life of findings in a real embedded PostgreSQL: steps, people who may not decide alone, money to the fen, two at once.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { measures } from '@hengjian/catalog';
import {
  accounts,
  dayOf,
  type FindingAction,
  type FindingState,
  findingActionsOf,
  findingStepOf,
  formatDay,
  type Plan,
  parseDay,
  type StepDetail,
  yearStartOf,
} from '@hengjian/domain';
import { type CaseBook, followFindings, lapseOverdue, measureValue, setLastDays, takeFindingSteps } from '@hengjian/workflows';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Home, openHome } from '../home.ts';
import { openMeasuring } from '../measure/measuring.ts';
import { moneyOnceOf } from '../review/finding-store.ts';
import { setBureauParameter } from '../rule/decision-book.ts';
import { caseBookOf, casesOf } from './case-book.ts';
import { type FindingLifeRules, findingLifeRules, workingDayBookOf } from './life-rules.ts';
import { ledgerFindings, ledgerTotals, recoveryEntries } from './money.ts';
import { drawRecheck, judgeRecheck, recheckEntries, recheckReport } from './recheck.ts';
import { type Planted, plant, withdraw } from './testing/planted.ts';
import { stepsTaken } from './work.ts';

let folder: string;
let home: Home;
let rules: FindingLifeRules;
let book: CaseBook;
let now = (parseDay('2026-03-02') as number) * 86_400 + 9 * 3600;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'hengjian-life-'));
  home = await openHome(folder);
  rules = await findingLifeRules(home.db, '*', now);
  book = caseBookOf(home.db, rules.due);
});
afterAll(async () => {
  await home.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  await sql`truncate finding_case, finding_event, finding_ledger, finding_claim, finding_decision, finding_record, finding cascade`.execute(
    home.db,
  );
});

const step = (findingIds: string | string[], action: FindingAction, by: string, detail?: StepDetail) =>
  takeFindingSteps(book, rules, {
    findingIds: [findingIds].flat(),
    action,
    act: { by, why: '试', at: ++now },
    ...(detail && { detail }),
  });
const codes = async (taken: ReturnType<typeof step>) => (await taken).refused.flatMap((one) => one.issues.map((issue) => issue.code));
const line = (encounterNo: string, lineNo: string, amountFen: number, fundFen: number | null) => ({
  encounterNo,
  lineNo,
  amountFen,
  fundFen,
});
const stateOf = async (id: string) => (await casesOf(home.db, [id]))[0]?.one.state;
const totals = async (at = now) => {
  const rows = await ledgerTotals(home.db, at);
  return Object.fromEntries(rows.filter((row) => row.fundFen !== 0).map((row) => [row.account, row.fundFen]));
};
const begin = async (findings: Planted[]) => {
  await plant(home, findings);
  return followFindings(book, rules, ++now);
};

test('the whole way: appeal, second review of a part, second appeal, panel, last word, money', async () => {
  // three lines of 100.00, 60.00 and 40.00 yuan, of which the fund paid 70 %
  const records = [line('M1', '1', 10_000, 7_000), line('M1', '2', 6_000, 4_200), line('M2', '1', 4_000, 2_800)];
  expect(await begin([{ findingId: 'F1', records }])).toEqual({ opened: 1, changed: 0 });
  expect(await totals()).toEqual({ source: -14_000, open: 14_000 });
  await step('F1', 'uphold', '甲');
  await step('F1', 'appeal', '医保办');
  expect(await codes(step('F1', 'maintain', '甲'))).toEqual(['finding.samePerson']);
  await step('F1', 'maintain', '乙', { dismissedLines: ['M2:1'] });
  await step('F1', 'appeal', '医保办');
  expect(await codes(step('F1', 'seat', '科长', { experts: ['一', '二', '乙'] }))).toEqual(['finding.expertReviewed']);
  await step('F1', 'seat', '科长', { experts: ['一', '二', '三'] });
  await step('F1', 'vote', '一', { verdict: 'uphold' });
  await step('F1', 'vote', '二', { verdict: 'dismiss' });
  expect(await stateOf('F1')).toBe('panel');
  await step('F1', 'vote', '三', { verdict: 'uphold' });
  expect(await stateOf('F1')).toBe('finalReview');
  await step('F1', 'uphold', '局长', { dismissedLines: ['M1:2'] });
  // 70.00 are claimed, 42.00 + 28.00 were let go
  expect(await totals()).toEqual({ source: -14_000, excluded: 7_000, upheld: 7_000 });
  await step('F1', 'confirm', '财务');
  expect(await codes(step('F1', 'offset', '财务', { amountFen: 7_001 }))).toEqual(['finding.overDue']);
  await step('F1', 'offset', '财务', { amountFen: 2_500, reference: '2026-04 结算' });
  expect(await stateOf('F1')).toBe('recovery');
  const beforeLast = now;
  await step('F1', 'payBack', '财务'); // all that is due
  expect(await stateOf('F1')).toBe('closed');
  expect(await totals()).toEqual({ source: -14_000, excluded: 7_000, offset: 2_500, paidBack: 4_500 });
  expect(await totals(beforeLast)).toEqual({ source: -14_000, excluded: 7_000, offset: 2_500, upheld: 4_500 });
});

test('silence is consent after the last day, and not before', async () => {
  await begin([{ findingId: 'F1', records: [line('M1', '1', 100, 70)] }]);
  await step('F1', 'uphold', '甲');
  const due = (await casesOf(home.db, ['F1']))[0]?.dueDay as number;
  // ten working days from Monday 2 March 2026: Monday 16 March
  expect(due).toBe(parseDay('2026-03-16'));
  expect(await lapseOverdue(book, rules, due * 86_400 + 86_399, due)).toBe(0);
  expect(await lapseOverdue(book, rules, (due + 1) * 86_400, due + 1)).toBe(1);
  expect(await stateOf('F1')).toBe('confirmed');
  expect(await lapseOverdue(book, rules, (due + 1) * 86_400, due + 1)).toBe(0);
});

test('a shared line is claimed once; when the first claim falls, the second takes it up and what was taken is owed back', async () => {
  await begin([
    { findingId: 'F1', records: [line('M1', '1', 1_000, 800)] },
    { findingId: 'F2', records: [line('M1', '1', 600, 480), line('M1', '2', 300, 240)] },
  ]);
  await step(['F1', 'F2'], 'uphold', '甲');
  await step('F1', 'accept', '医保办');
  await step('F2', 'accept', '医保办');
  expect(await totals()).toEqual({ source: -1_520, upheld: 1_040, overlap: 480 });
  await step(['F1', 'F2'], 'confirm', '财务');
  await step(['F1', 'F2'], 'payBack', '财务');
  expect(await totals()).toEqual({ source: -1_520, paidBack: 1_040, overlap: 480 });
  expect([await stateOf('F1'), await stateOf('F2')]).toEqual(['closed', 'closed']);
  // the settlement of F1's line was reversed and settled anew without the fault; F2 still stands
  await withdraw(home, 'F1');
  expect(await followFindings(book, rules, ++now)).toEqual({ opened: 0, changed: 1 });
  expect([await stateOf('F1'), await stateOf('F2')]).toEqual(['dismissed', 'recovery']);
  expect(await totals()).toEqual({ source: -720, paidBack: 1_040, owedBack: -800, upheld: 480 });
  expect(await codes(step('F1', 'giveBack', '财务', { amountFen: 801 }))).toEqual(['finding.overOwed']);
  await step('F1', 'giveBack', '财务');
  await step('F2', 'writeOff', '局长', { reference: '2026-1 号' });
  expect(await totals()).toEqual({ source: -720, paidBack: 1_040, givenBack: -800, writtenOff: 480 });
  expect(await stateOf('F2')).toBe('closed');
});

test('a settlement reversed after its money was written off: nothing is owed back, for nothing came in; the decision stands', async () => {
  const records = [line('M1', '1', 1_000, 800)];
  await begin([{ findingId: 'F1', records }]);
  await step('F1', 'uphold', '甲');
  await step('F1', 'accept', '医保办');
  await step('F1', 'confirm', '财务');
  await step('F1', 'refuse', '财务', { amountFen: 300 });
  await step('F1', 'writeOff', '局长');
  expect(await totals()).toEqual({ source: -800, refused: 300, writtenOff: 500 });
  await withdraw(home, 'F1');
  await followFindings(book, rules, ++now);
  expect(await totals()).toEqual({ refused: 300, owedBack: -300 });
  expect(await codes(step('F1', 'giveBack', '财务', { amountFen: 301 }))).toEqual(['finding.overOwed']);
  // settled anew with the fault, for less: judged afresh, what is kept counts against it
  await plant(home, [{ findingId: 'F1', evidenceHash: 'e2', records: [line('M1', '1', 600, 480)] }]);
  await followFindings(book, rules, ++now);
  for (const [action, by] of [
    ['uphold', '甲'],
    ['accept', '医保办'],
    ['confirm', '财务'],
  ] as const)
    await step('F1', action, by);
  expect([await stateOf('F1'), await totals()]).toEqual(['closed', { source: -480, refused: 300, writtenOff: 180 }]);
});

test('on every day the measures say what had come in until then, and a reversal takes it back on its own day', async () => {
  const day = (text: string) => parseDay(text) as number;
  const on = (text: string) => {
    now = Math.max(now, day(text) * 86_400 + 10 * 3600);
  };
  on('2027-02-01');
  await begin([
    { findingId: 'F1', records: [line('M1', '1', 1_000_000, 800_000)] },
    { findingId: 'F2', records: [line('M2', '1', 500_000, 350_000)] },
    { findingId: 'F3', records: [line('M3', '1', 100_000, 90_000)] },
  ]);
  await step(['F1', 'F2'], 'uphold', '甲');
  await step(['F1', 'F2'], 'accept', '医保办');
  await step(['F1', 'F2'], 'confirm', '财务');
  await step('F3', 'declare', '医保办');
  on('2027-03-10');
  await step('F1', 'refuse', '财务', { amountFen: 300_000 });
  on('2027-03-12');
  await step('F1', 'offset', '财务');
  await step('F2', 'payBack', '财务', { amountFen: 100_000 });
  await step('F3', 'payBack', '财务');
  on('2027-04-05');
  await step('F2', 'writeOff', '局长');
  on('2027-05-20'); // the settlement of F1 was reversed after its money had come in
  await withdraw(home, 'F1');
  await followFindings(book, rules, ++now);
  on('2027-05-21');
  await step('F1', 'giveBack', '财务', { amountFen: 600_000 });
  on('2028-01-02'); // another year: counted from nothing
  await step('F1', 'giveBack', '财务');
  // 元, reckoned by hand: refused, recovered, returned after a self-check
  const expected: [string, number | null, number | null, number | null][] = [
    ['2027-03-09', null, null, null],
    ['2027-03-10', 3_000, 0, 0],
    ['2027-03-12', 3_000, 6_000, 900],
    ['2027-04-30', 3_000, 6_000, 900],
    ['2027-05-20', 3_000, 6_000, 900],
    ['2027-05-21', 2_000, 1_000, 900],
    ['2027-12-31', 2_000, 1_000, 900],
    ['2028-01-02', -2_000, 0, 0],
  ];
  for (const [text, ...values] of expected) expect([text, ...(await measured(day(text)))]).toEqual([text, ...values]);
  expect(await totals()).toEqual({
    source: -440_000,
    refused: 300_000,
    offset: 500_000,
    givenBack: -800_000,
    paidBack: 100_000,
    writtenOff: 250_000,
    selfReturned: 90_000,
  });
});

/** 元, of the year up to a day. */
async function measured(day: number): Promise<(number | null)[]> {
  const measuring = await openMeasuring(home, { projects: [] } as unknown as Plan, day);
  const asked = { from: yearStartOf(day), to: day, project: null, indicator: null, goal: null, budget: '' };
  const values = [];
  try {
    for (const measure of [measures['refused-amount'], measures['fund-recovered'], measures['self-refunds']])
      values.push((await measureValue(measure, asked, measuring.reader)).value);
  } finally {
    await measuring.close();
  }
  return values.map((wan) => (wan === null ? null : Math.round(wan * 1_000_000) / 100));
}

test('an undetermined share is fixed by a person before money is asked for', async () => {
  await begin([{ findingId: 'F1', records: [line('M1', '1', 900, null), line('M1', '2', 100, null)] }]);
  await step('F1', 'uphold', '甲');
  await step('F1', 'accept', '医保办');
  expect(await codes(step('F1', 'confirm', '财务'))).toEqual(['finding.fundOpen']);
  await step('F1', 'confirm', '财务', { fundFen: 555 });
  expect(await totals()).toEqual({ source: -555, upheld: 555 });
});

test('self-check is counted apart', async () => {
  await begin([{ findingId: 'F1', records: [line('M1', '1', 900, 700)] }]);
  await step('F1', 'declare', '医保办');
  await step('F1', 'payBack', '财务');
  expect(await totals()).toEqual({ source: -700, selfReturned: 700 });
});

test('two reviewers on one finding at the same moment: one decides, the other is told', async () => {
  await begin([{ findingId: 'F1', records: [line('M1', '1', 900, 700)] }]);
  const both = await Promise.all([step('F1', 'uphold', '甲'), step('F1', 'dismiss', '乙', { cause: 'ruleError' })]);
  expect(both.map((taken) => taken.done.length).sort()).toEqual([0, 1]);
  expect(both.flatMap((taken) => taken.refused.flatMap((r) => r.issues.map((i) => i.code)))).toEqual(['finding.noStep']);
  expect(await home.db.selectFrom('findingEvent').selectAll().execute()).toHaveLength(1);
});

test('two bulk confirmations over the same encounters, from both ends: nothing lost, nothing claimed twice', async () => {
  const findings = Array.from({ length: 24 }, (_, i) => ({
    findingId: `F${String(i).padStart(2, '0')}`,
    records: [line(`M${i % 4}`, '1', 100, 80), line(`M${(i + 1) % 4}`, `${i}`, 10, 8)],
  }));
  await begin(findings);
  const ids = findings.map((f) => f.findingId);
  await step(ids, 'uphold', '甲');
  const odd = ids.filter((_, i) => i % 2 === 1);
  const even = ids.filter((_, i) => i % 2 === 0);
  await Promise.all([step(odd, 'accept', '医保办'), step(even, 'accept', '医保办')]);
  const { fundFen } = await moneyOnceOf(home.db, sql`f.state = 'live'`);
  expect((await totals()).upheld).toBe(fundFen);
});

test('the database refuses what does not balance, and any change of what was written', async () => {
  await begin([{ findingId: 'F1', records: [line('M1', '1', 900, 700)] }]);
  const refused = (text: string) =>
    sql
      .raw(text)
      .execute(home.db)
      .then(
        () => 'taken',
        (error: Error) => error.message,
      );
  expect(
    await refused(`insert into finding_ledger (finding_id, account, gross_fen, fund_fen, at) values ('F1', 'paidBack', 0, 5, 1)`),
  ).toMatch(/does not balance/);
  expect(await refused(`update finding_ledger set fund_fen = 1`)).toMatch(/append-only/);
  await step('F1', 'uphold', '甲');
  expect(await refused(`delete from finding_event`)).toMatch(/append-only/);
});

test('kill -9 between the decision and its money: neither is there, and it can be decided again', async () => {
  await begin([{ findingId: 'F1', records: [line('M1', '1', 900, 700)] }]);
  const script = fileURLToPath(new URL('./testing/killed-step.ts', import.meta.url));
  const died = spawnSync(process.execPath, [script, folder, 'F1'], { encoding: 'utf8', timeout: 60_000 });
  expect([died.stdout, died.signal], died.stderr).toEqual(['deciding\n', 'SIGKILL']);
  expect(await home.db.selectFrom('findingEvent').selectAll().execute()).toEqual([]);
  expect([await stateOf('F1'), await totals()]).toEqual(['suspect', { source: -700, open: 700 }]);
  await step('F1', 'dismiss', '甲', { cause: 'ruleError' });
  expect([await stateOf('F1'), await totals()]).toEqual(['dismissed', { source: -700, excluded: 700 }]);
}, 90_000);

test('the re-review: drawn again from its seed, judged by another, and the rule hears of it', async () => {
  const ids = Array.from({ length: 10 }, (_, i) => `F${i}`);
  await begin(ids.map((findingId) => ({ findingId, records: [line(`M${findingId}`, '1', 900, 700)] })));
  await step(ids, 'uphold', '甲');
  const day = Math.floor(now / 86_400);
  const act = (by: string, why = '') => ({ by, why, at: ++now });
  const wish = { recheckId: `r${now}`, from: day, to: day, seed: 5, size: 4 };
  const drawn = await drawRecheck(home.db, null, wish, act('丙'));
  const again = await drawRecheck(home.db, null, { ...wish, recheckId: `s${now}` }, act('丙'));
  if (!drawn.ok || !again.ok) throw new Error('not drawn');
  expect(again.value.items).toEqual(drawn.value.items);
  expect(drawn.value.items).toHaveLength(4);
  const judged = async (item: number, agrees: boolean, by: string, why = '') => {
    const outcome = await judgeRecheck(home.db, wish.recheckId, item, agrees, act(by, why));
    return outcome.ok ? 'ok' : outcome.issues[0]?.code;
  };
  expect(await judged(1, true, '丙')).toBe('recheck.ownSample');
  expect(await judged(1, true, '甲')).toBe('recheck.ownDecision');
  expect(await judged(1, false, '丁')).toBe('recheck.noReason');
  expect(await judged(9, true, '丁')).toBe('recheck.unknown');
  expect(await judged(1, false, '丁', '限定不适用')).toBe('ok');
  for (const item of [2, 3, 4]) expect(await judged(item, true, '丁')).toBe('ok');
  const report = await recheckReport(home.db, wish.recheckId);
  expect(report?.agreement).toMatchObject({ count: 3, of: 4, ratio: 0.75 });
  expect(report?.byRule).toMatchObject([{ ruleId: 'drug-sex', errors: { count: 1, of: 4 } }]);
  const entries = (await recheckEntries(home.db)).filter((entry) => entry.entryId === `recheck:${wish.recheckId}`);
  expect(entries).toMatchObject([{ countedOn: day, reviewedCount: 10, recheckedCount: 4, correctedCount: 1 }]);
  const { findingId } = { findingId: drawn.value.items[0]?.id as string };
  expect(await home.db.selectFrom('findingDecision').select(['findingId', 'verdict']).execute()).toEqual([
    { findingId, verdict: 'overturned' },
  ]);
});

test('a day that turns out free counts for terms that begin later; a term into an unknown year gets its last day with the holidays', async () => {
  const at = (day: string) => (parseDay(day) as number) * 86_400 + 9 * 3600;
  const days = workingDayBookOf(home.db);
  const know = (wish: { day?: string; worked?: boolean; declaredYear?: number }) =>
    days.add({
      day: wish.day === undefined ? null : (parseDay(wish.day) as number),
      worked: wish.worked ?? null,
      declaredYear: wish.declaredYear ?? null,
      by: '管理员',
      why: '国务院办公厅通知',
      at: now,
    });
  const put = async (findingId: string, day: string) => {
    await plant(home, [{ findingId, records: [line(`M-${findingId}`, '1', 10_000, 6_000)] }]);
    const current = await findingLifeRules(home.db, '*', at(day));
    const [own, act] = [caseBookOf(home.db, current.due), { by: '甲', why: '试', at: at(day) }];
    await own.open(at(day));
    await takeFindingSteps(own, current, { findingIds: [findingId], action: 'uphold', act });
  };
  const last = async (findingId: string) => {
    const [one] = await casesOf(home.db, [findingId]);
    return one?.dueDay === null ? null : formatDay(one?.dueDay as number);
  };
  const arrive = async (today: string) => {
    const current = await findingLifeRules(home.db, '*', at(today));
    return setLastDays(caseBookOf(home.db, current.due), current, parseDay(today) as number);
  };
  // ten working days for the institution, two weeks from Monday, 2026-05-11
  await put('F1', '2026-05-11');
  expect(await last('F1')).toBe('2026-05-25');
  await know({ day: '2026-05-20', worked: false });
  await put('F2', '2026-05-11');
  expect([await last('F1'), await last('F2'), await arrive('2026-05-12')]).toEqual(['2026-05-25', '2026-05-26', 0]);
  // from Monday, 2026-12-28: three days of the old year, 1 January free, seven of the new one
  await put('F3', '2026-12-28');
  await put('F4', '2026-12-28');
  expect([await last('F3'), await arrive('2026-12-29')]).toEqual([null, 0]);
  await know({ declaredYear: 2027 });
  await know({ day: '2027-01-01', worked: false });
  expect([await arrive('2026-12-30'), await last('F3'), await arrive('2026-12-31')]).toEqual([2, '2027-01-12', 0]);
  // known only when it is over: the institution has that day still
  await home.db.updateTable('findingCase').set({ dueDay: null }).where('findingId', '=', 'F4').execute();
  expect([await arrive('2027-02-01'), await last('F4')]).toEqual([1, '2027-02-01']);
});

test('a limit is a dated row of the bureau: days entered later follow it', async () => {
  const from = parseDay('2026-06-01') as number;
  await setBureauParameter(home.db, {
    name: 'finding.feedbackDays',
    region: '*',
    fromDay: from,
    toDay: null,
    value: 7,
    by: '甲',
    why: '试',
    at: now,
  });
  const later = await findingLifeRules(home.db, '*', now);
  expect(later.due('feedback', (parseDay('2026-03-02') as number) * 86_400)).toBe(parseDay('2026-03-16'));
  // 1 June 2026 is a Monday; no holiday until 端午 (19 June)
  expect(later.due('feedback', from * 86_400)).toBe(parseDay('2026-06-10'));
});

/** What a person may do next in a state; a refusal is part of the game. */
const next = (state: FindingState | undefined, n: number): FindingAction => {
  const offered = state ? findingActionsOf(state).filter((action) => findingStepOf(state, action)?.who !== 'system') : [];
  const moving = offered.filter((action) => !['note', 'escalate', 'seat'].includes(action));
  return moving[n % moving.length] ?? 'note';
};

test('property: whatever happens, totals equal the findings, claims are money once, and the past stays as it was', async () => {
  const records = fc.array(
    fc.record({
      e: fc.integer({ min: 1, max: 3 }),
      l: fc.integer({ min: 0, max: 3 }),
      amount: fc.integer({ min: 0, max: 999 }),
      share: fc.integer({ min: 0, max: 10 }),
    }),
    { minLength: 1, maxLength: 4 },
  );
  const move = fc.record({
    kind: fc.constantFrom('step', 'step', 'step', 'step', 'step', 'step', 'step', 'step', 'withdraw', 'change'),
    who: fc.integer({ min: 0, max: 4 }),
    choice: fc.nat({ max: 11 }),
    person: fc.constantFrom('甲', '乙', '丙'),
    part: fc.integer({ min: 0, max: 3 }),
    days: fc.constantFrom(0, 0, 1, 40),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(records, { minLength: 2, maxLength: 4 }),
      fc.array(move, { minLength: 15, maxLength: 30 }),
      async (given, moves) => {
        await sql`truncate finding_case, finding_event, finding_ledger, finding_claim, finding_decision, finding_record, finding cascade`.execute(
          home.db,
        );
        const planted = given.map((list, i) => ({
          findingId: `F${i}`,
          records: list.map((r) => ({
            encounterNo: `M${r.e}`,
            lineNo: r.l === 0 ? null : String(r.l),
            amountFen: r.amount,
            fundFen: Math.floor((r.amount * r.share) / 10),
          })),
        }));
        await begin(planted);
        // half of them have come as far as their money, where most can go wrong
        const far = planted.filter((_, i) => i % 2 === 0).map((one) => one.findingId);
        for (const action of ['uphold', 'accept', 'confirm'] as const) await step(far, action, '甲');
        const past = new Map<number, { at: number; totals: Sums; counted: Sums }>();
        for (const { kind, who, choice, person, part, days } of moves) {
          now += days * 86_400;
          const own = planted[who % planted.length] as Planted;
          if (kind === 'step') {
            const action = next(await stateOf(own.findingId), choice);
            const lines = own.records.map((r) => `${r.encounterNo}:${r.lineNo ?? ''}`).slice(0, part);
            const partial = ['uphold', 'maintain'].includes(action) && lines.length > 0 ? { dismissedLines: lines } : {};
            await step(own.findingId, action, person, {
              cause: 'ruleError',
              ...partial,
              ...(part > 0 && ['offset', 'refuse', 'payBack', 'writeOff', 'giveBack'].includes(action) && { amountFen: 97 * part }),
            });
          } else {
            if (kind === 'withdraw') await withdraw(home, own.findingId);
            else
              await plant(home, [
                { ...own, evidenceHash: `e${now}`, records: own.records.map((r) => ({ ...r, fundFen: Math.floor((r.fundFen ?? 0) / 2) })) },
              ]);
            await followFindings(book, rules, ++now);
          }
          await agree();
          past.set(dayOf(now), { at: now, totals: await totals(), counted: await ofCases() });
        }
        for (const [day, one] of past) {
          expect(await totals(one.at)).toEqual(one.totals);
          expect(await listed(one.at)).toEqual(one.totals);
          expect(await figures(day)).toEqual(one.counted);
        }
      },
    ),
    { numRuns: Number(process.env.HENGJIAN_RUNS ?? 10) },
  );
}, 240_000);

type Sums = Record<string, number>;
const known = (sums: Sums): Sums => Object.fromEntries(Object.entries(sums).filter(([, fen]) => fen !== 0));

/** The findings of each account at a moment, added up. */
async function listed(at: number): Promise<Sums> {
  const sums: Sums = {};
  for (const account of accounts) {
    const { count, rows } = await ledgerFindings(home.db, account, at, { offset: 0, limit: 100 });
    expect(rows).toHaveLength(count);
    sums[account] = rows.reduce((sum, row) => sum + row.fundFen, 0);
  }
  return known(sums);
}

/** What the plan's indicators count up to a day, by kind. */
async function figures(day: number): Promise<Sums> {
  const sums: Sums = {};
  for (const entry of await recoveryEntries(home.db))
    if (entry.settledOn <= day) sums[entry.kind] = (sums[entry.kind] ?? 0) + entry.amountFen;
  return known(sums);
}

/** The same from the cases as they stand, each told by its own steps: the last that came in goes back first. */
async function ofCases(): Promise<Sums> {
  const kindOf: Sums = {};
  const names: Record<string, string> = { refuse: 'refusal', offset: 'recovery', payBack: 'recovery', writeOff: '' };
  for (const { findingId } of await home.db.selectFrom('findingCase').select('findingId').execute()) {
    const coins: string[] = []; // one fen, one coin
    let selfCheck = false;
    for (const { action, before, detail } of await stepsTaken(home.db, findingId)) {
      if (action === 'declare') selfCheck = true;
      // judged afresh: what comes in now is no longer of the self-check
      if (['revise', 'withdraw'].includes(action) || (action === 'reopen' && before === 'dismissed')) selfCheck = false;
      const name = action === 'payBack' && selfCheck ? 'selfRefund' : names[action];
      if (name) for (let i = 0; i < (detail?.amountFen ?? 0); i++) coins.push(name);
      if (action === 'giveBack') coins.splice(coins.length - (detail?.amountFen ?? 0));
    }
    for (const coin of coins) kindOf[coin] = (kindOf[coin] ?? 0) + 1;
  }
  return known(kindOf);
}

/** The ledger against two queries that know nothing of it. */
async function agree(): Promise<void> {
  const t = await totals();
  const n = (account: string) => t[account] ?? 0;
  const { rows } = await sql<{
    fund: number;
  }>`select coalesce(sum(r.fund_fen), 0)::float8 as fund from finding_record r join finding f using (finding_id) where f.state = 'live'`.execute(
    home.db,
  );
  expect(n('source') + (rows[0]?.fund ?? 0)).toBe(0);
  expect(Object.values(t).reduce((sum, one) => sum + one, 0)).toBe(0);
  // what the plan's indicators count is the ledger, to the fen
  const counted = (await recoveryEntries(home.db)).reduce((sum, entry) => sum + entry.amountFen, 0);
  expect(counted).toBe(n('refused') + n('offset') + n('paidBack') + n('selfReturned') + n('givenBack'));
  // no line was let go in claimed findings: then what is claimed is money once of the claimed findings
  const partial = await sql<{
    n: number;
  }>`select count(*)::int as n from finding_case where claimed_order is not null and jsonb_array_length(body->'dismissedLines') > 0`.execute(
    home.db,
  );
  if (partial.rows[0]?.n) return;
  const once = await moneyOnceOf(home.db, sql`f.finding_id in (select finding_id from finding_case where claimed_order is not null)`);
  expect(
    n('upheld') + n('refused') + n('offset') + n('paidBack') + n('selfReturned') + n('writtenOff') + n('owedBack') + n('givenBack'),
  ).toBe(once.fundFen);
}
