// The life of findings in a real embedded PostgreSQL: steps, people who may not decide alone, money to the fen, two at once.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { measures } from '@hengjian/catalog';
import { type Plan, parseDay, yearStartOf } from '@hengjian/domain';
import { lapseOverdue, measureValue } from '@hengjian/workflows';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { FINDINGS_COUNTED, listFindings, neighboursOf } from '../browse/findings.ts';
import { journalOf } from '../journal/journal.ts';
import { openMeasuring } from '../measure/measuring.ts';
import { moneyOnceOf } from '../review/finding-store.ts';
import { attachmentsOf, keepAttachment } from './attachments.ts';
import { casesOf } from './case-book.ts';
import { recountFindingSums, wrongFindingSums } from './kept-sums.ts';
import { drawRecheck, judgeRecheck, recheckEntries, recheckReport } from './recheck.ts';
import { Life, line } from './testing/life.ts';
import { type Planted, plant, withdraw } from './testing/planted.ts';
import { nextFinding, patternOf, precedentsOf } from './work.ts';

let life: Life;
beforeAll(async () => {
  life = await Life.open();
});
afterAll(() => life?.close());
beforeEach(() => life.clear());

const codes = async (taken: ReturnType<Life['step']>) => (await taken).refused.flatMap((one) => one.issues.map((issue) => issue.code));

test('the whole way: appeal, second review of a part, second appeal, panel, last word, money', async () => {
  // three lines of 100.00, 60.00 and 40.00 yuan, of which the fund paid 70 %
  const records = [line('M1', '1', 10_000, 7_000), line('M1', '2', 6_000, 4_200), line('M2', '1', 4_000, 2_800)];
  expect(await life.begin([{ findingId: 'F1', records }])).toEqual({ opened: 1, changed: 0 });
  expect(await life.totals()).toEqual({ source: -14_000, open: 14_000 });
  await life.step('F1', 'uphold', '甲');
  await life.step('F1', 'appeal', '医保办');
  expect(await codes(life.step('F1', 'maintain', '甲'))).toEqual(['finding.samePerson']);
  await life.step('F1', 'maintain', '乙', { dismissedLines: ['M2:1'] });
  await life.step('F1', 'appeal', '医保办');
  expect(await codes(life.step('F1', 'seat', '科长', { experts: ['一', '二', '乙'] }))).toEqual(['finding.expertReviewed']);
  await life.step('F1', 'seat', '科长', { experts: ['一', '二', '三'] });
  await life.step('F1', 'vote', '一', { verdict: 'uphold' });
  await life.step('F1', 'vote', '二', { verdict: 'dismiss' });
  expect(await life.stateOf('F1')).toBe('panel');
  await life.step('F1', 'vote', '三', { verdict: 'uphold' });
  expect(await life.stateOf('F1')).toBe('finalReview');
  await life.step('F1', 'uphold', '局长', { dismissedLines: ['M1:2'] });
  // 70.00 are claimed, 42.00 + 28.00 were let go
  expect(await life.totals()).toEqual({ source: -14_000, excluded: 7_000, upheld: 7_000 });
  await life.step('F1', 'confirm', '财务');
  expect(await codes(life.step('F1', 'offset', '财务', { amountFen: 7_001 }))).toEqual(['finding.overDue']);
  await life.step('F1', 'offset', '财务', { amountFen: 2_500, reference: '2026-04 结算' });
  expect(await life.stateOf('F1')).toBe('recovery');
  const beforeLast = life.now;
  await life.step('F1', 'payBack', '财务'); // all that is due
  expect(await life.stateOf('F1')).toBe('closed');
  expect(await life.totals()).toEqual({ source: -14_000, excluded: 7_000, offset: 2_500, paidBack: 4_500 });
  expect(await life.totals(beforeLast)).toEqual({ source: -14_000, excluded: 7_000, offset: 2_500, upheld: 4_500 });
});

test('silence is consent after the last day, and not before', async () => {
  await life.begin([{ findingId: 'F1', records: [line('M1', '1', 100, 70)] }]);
  await life.step('F1', 'uphold', '甲');
  const due = (await casesOf(life.home.db, ['F1']))[0]?.dueDay as number;
  // ten working days from Monday 2 March 2026: Monday 16 March
  expect(due).toBe(parseDay('2026-03-16'));
  expect(await lapseOverdue(life.book, life.rules, due * 86_400 + 86_399, due)).toBe(0);
  expect(await lapseOverdue(life.book, life.rules, (due + 1) * 86_400, due + 1)).toBe(1);
  expect(await life.stateOf('F1')).toBe('confirmed');
  expect(await lapseOverdue(life.book, life.rules, (due + 1) * 86_400, due + 1)).toBe(0);
});

test('a shared line is claimed once; when the first claim falls, the second takes it up and what was taken is owed back', async () => {
  await life.begin([
    { findingId: 'F1', records: [line('M1', '1', 1_000, 800)] },
    { findingId: 'F2', records: [line('M1', '1', 600, 480), line('M1', '2', 300, 240)] },
  ]);
  await life.step(['F1', 'F2'], 'uphold', '甲');
  await life.step('F1', 'accept', '医保办');
  await life.step('F2', 'accept', '医保办');
  expect(await life.totals()).toEqual({ source: -1_520, upheld: 1_040, overlap: 480 });
  await life.step(['F1', 'F2'], 'confirm', '财务');
  await life.step(['F1', 'F2'], 'payBack', '财务');
  expect(await life.totals()).toEqual({ source: -1_520, paidBack: 1_040, overlap: 480 });
  expect([await life.stateOf('F1'), await life.stateOf('F2')]).toEqual(['closed', 'closed']);
  // the settlement of F1's line was reversed and settled anew without the fault; F2 still stands
  await withdraw(life.home, 'F1');
  expect(await life.follow()).toEqual({ opened: 0, changed: 1 });
  expect([await life.stateOf('F1'), await life.stateOf('F2')]).toEqual(['dismissed', 'recovery']);
  expect(await life.totals()).toEqual({ source: -720, paidBack: 1_040, owedBack: -800, upheld: 480 });
  expect(await codes(life.step('F1', 'giveBack', '财务', { amountFen: 801 }))).toEqual(['finding.overOwed']);
  await life.step('F1', 'giveBack', '财务');
  await life.step('F2', 'writeOff', '局长', { reference: '2026-1 号' });
  expect(await life.totals()).toEqual({ source: -720, paidBack: 1_040, givenBack: -800, writtenOff: 480 });
  expect(await life.stateOf('F2')).toBe('closed');
});

test('a settlement reversed after its money was written off: nothing is owed back, for nothing came in; the decision stands', async () => {
  const records = [line('M1', '1', 1_000, 800)];
  await life.begin([{ findingId: 'F1', records }]);
  await life.step('F1', 'uphold', '甲');
  await life.step('F1', 'accept', '医保办');
  await life.step('F1', 'confirm', '财务');
  await life.step('F1', 'refuse', '财务', { amountFen: 300 });
  await life.step('F1', 'writeOff', '局长');
  expect(await life.totals()).toEqual({ source: -800, refused: 300, writtenOff: 500 });
  await withdraw(life.home, 'F1');
  await life.follow();
  expect(await life.totals()).toEqual({ refused: 300, owedBack: -300 });
  expect(await codes(life.step('F1', 'giveBack', '财务', { amountFen: 301 }))).toEqual(['finding.overOwed']);
  // settled anew with the fault, for less: judged afresh, what is kept counts against it
  await plant(life.home, [{ findingId: 'F1', evidenceHash: 'e2', records: [line('M1', '1', 600, 480)] }]);
  await life.follow();
  for (const [action, by] of [
    ['uphold', '甲'],
    ['accept', '医保办'],
    ['confirm', '财务'],
  ] as const)
    await life.step('F1', action, by);
  expect([await life.stateOf('F1'), await life.totals()]).toEqual(['closed', { source: -480, refused: 300, writtenOff: 180 }]);
});

test('on every day the measures say what had come in until then, and a reversal takes it back on its own day', async () => {
  const day = (text: string) => parseDay(text) as number;
  const on = (text: string) => {
    life.now = Math.max(life.now, day(text) * 86_400 + 10 * 3600);
  };
  on('2027-02-01');
  await life.begin([
    { findingId: 'F1', records: [line('M1', '1', 1_000_000, 800_000)] },
    { findingId: 'F2', records: [line('M2', '1', 500_000, 350_000)] },
    { findingId: 'F3', records: [line('M3', '1', 100_000, 90_000)] },
  ]);
  await life.step(['F1', 'F2'], 'uphold', '甲');
  await life.step(['F1', 'F2'], 'accept', '医保办');
  await life.step(['F1', 'F2'], 'confirm', '财务');
  await life.step('F3', 'declare', '医保办');
  on('2027-03-10');
  await life.step('F1', 'refuse', '财务', { amountFen: 300_000 });
  on('2027-03-12');
  await life.step('F1', 'offset', '财务');
  await life.step('F2', 'payBack', '财务', { amountFen: 100_000 });
  await life.step('F3', 'payBack', '财务');
  on('2027-04-05');
  await life.step('F2', 'writeOff', '局长');
  on('2027-05-20'); // the settlement of F1 was reversed after its money had come in
  await withdraw(life.home, 'F1');
  await life.follow();
  on('2027-05-21');
  await life.step('F1', 'giveBack', '财务', { amountFen: 600_000 });
  on('2028-01-02'); // another year: counted from nothing
  await life.step('F1', 'giveBack', '财务');
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
  expect(await life.totals()).toEqual({
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
  const measuring = await openMeasuring(life.home, { projects: [] } as unknown as Plan, day);
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
  await life.begin([{ findingId: 'F1', records: [line('M1', '1', 900, null), line('M1', '2', 100, null)] }]);
  await life.step('F1', 'uphold', '甲');
  await life.step('F1', 'accept', '医保办');
  expect(await codes(life.step('F1', 'confirm', '财务'))).toEqual(['finding.fundOpen']);
  await life.step('F1', 'confirm', '财务', { fundFen: 555 });
  expect(await life.totals()).toEqual({ source: -555, upheld: 555 });
});

test('self-check is counted apart', async () => {
  await life.begin([{ findingId: 'F1', records: [line('M1', '1', 900, 700)] }]);
  await life.step('F1', 'declare', '医保办');
  await life.step('F1', 'payBack', '财务');
  expect(await life.totals()).toEqual({ source: -700, selfReturned: 700 });
});

test('what is not pursued any more is neither counted among what waits nor handed out, from that very moment', async () => {
  await life.begin(['F1', 'F2', 'F3'].map((findingId, i) => ({ findingId, records: [line(`M${i}`, '1', 1_000 * (i + 1), 700)] })));
  const filter = { standing: 'live', scope: null, lifeStates: ['suspect'] } as const;
  const waiting = async () => {
    const { rows, ...counted } = await listFindings(life.home.db, filter, { by: 'findingId', descending: false }, { offset: 0, limit: 10 });
    expect(counted).toEqual({ count: rows.length, more: false });
    return rows.map(({ findingId }) => findingId);
  };
  const next = (by: string) => nextFinding(life.home.db, { state: 'suspect', by, at: life.now, until: life.now + 60 });
  expect(await waiting()).toEqual(['F1', 'F2', 'F3']);
  await withdraw(life.home, 'F1');
  await sql`update finding set exempted_by = 'E1' where finding_id = 'F2'`.execute(life.home.db);
  expect([await waiting(), await next('甲'), await next('乙')]).toEqual([['F3'], 'F3', undefined]);
  await sql`update finding set exempted_by = null where finding_id = 'F2'`.execute(life.home.db);
  expect([await waiting(), await next('乙')]).toEqual([['F2', 'F3'], 'F2']);
  // who has it before him is handed another once it is withdrawn
  await withdraw(life.home, 'F2');
  expect([await next('乙'), await next('丙')]).toEqual([undefined, undefined]);
});

test('the most recoverable comes first and the small last, each to one person; who lets one go gets the next', async () => {
  await life.begin([
    { findingId: 'F1', records: [line('M1', '1', 100, 70)] },
    { findingId: 'F2', records: [line('M2', '1', 50_000, 1)] },
    { findingId: 'F3', records: [line('M3', '1', 9_000, 8_000)] },
  ]);
  const next = (by: string, after?: string) =>
    nextFinding(life.home.db, { state: 'suspect', by, at: life.now, until: life.now + 60, after });
  expect([await next('甲'), await next('甲'), await next('乙'), await next('丙'), await next('丁')]).toEqual([
    'F3',
    'F3',
    'F1',
    'F2',
    undefined,
  ]);
  expect(await next('甲', 'F3')).toBeUndefined();
  expect(await next('丁')).toBe('F3');
});

test('what was decided on the like of it: appeals first, the own institution before others, the latest before earlier ones; withdrawn is no precedent', async () => {
  const like = (findingId: string, providerNo: string): Planted => ({
    findingId,
    providerNo,
    records: [line(`M-${findingId}`, '1', 1_000, 700)],
  });
  await life.begin([
    like('F0', 'H1'),
    like('F1', 'H1'),
    like('F2', 'H2'),
    like('F3', 'H1'),
    like('F4', 'H2'),
    like('F5', 'H1'),
    like('F6', 'H2'),
  ]);
  const dismissed = (findingId: string) => life.step(findingId, 'dismiss', '甲', { cause: 'clinicallyJustified' });
  await dismissed('F1');
  await dismissed('F2');
  await dismissed('F3');
  await life.step('F4', 'uphold', '甲');
  await life.step('F4', 'appeal', '医保办');
  await life.step('F4', 'dismiss', '乙', { cause: 'clinicallyJustified' });
  await withdraw(life.home, 'F5');
  await life.follow();
  const found = await precedentsOf(life.home.db, 'F0', 10);
  // F4 was appealed; F3 and F1 are of the same institution, F3 decided later; F5 is withdrawn, F6 still waits
  expect(found.map(({ findingId, appealed, sameProvider }) => [findingId, appealed, sameProvider])).toEqual([
    ['F4', true, false],
    ['F3', false, true],
    ['F1', false, true],
    ['F2', false, false],
  ]);
  expect((await precedentsOf(life.home.db, 'F0', 2)).map(({ findingId }) => findingId)).toEqual(['F4', 'F3']);
  // what may be decided with F6: the same state and institution, and still pursued
  expect((await patternOf(life.home.db, 'F6', 10)).findingIds).toEqual(['F6']);
  expect((await patternOf(life.home.db, 'F0', 10)).findingIds).toEqual(['F0']);
});

test.each([
  ['a word of two signs', '二线', ['F1', 'F2']],
  ['several words', '示例药品7号', ['F1']],
  ['letters in whatever case', 'ct平扫', ['F3']],
  ['part of its own number', '1', ['F1']],
  ['signs that mean something to the database', '50%', ['F2']],
  ['one of them alone', '_', []],
  ['a whole number of the settlement', 'S-F3', ['F3']],
  ['part of that number', 'S-F', []],
  ['a person', 'P-F2', ['F2']],
  ['nothing that is there', '三线用药', []],
])('searched for: %s', async (_, text, found) => {
  const explained = { F1: '示例药品7号限二线用药', F2: '超过二线用药限定的50%', F3: '重复收取CT平扫' };
  await plant(
    life.home,
    Object.entries(explained).map(([findingId, explanation]) => ({
      findingId,
      explanation,
      personNo: `P-${findingId}`,
      records: [{ ...line(`M-${findingId}`, 'x', 100, 70), settlementNo: `S-${findingId}` }],
    })),
  );
  const filter = { standing: 'live', scope: null, text } as const;
  const { rows, count, more } = await listFindings(life.home.db, filter, { by: 'findingId', descending: false }, { offset: 0, limit: 10 });
  expect([rows.map(({ findingId }) => findingId), count, more]).toEqual([found, found.length, false]);
});

test('what is found beyond the last that lists are counted to: more than so many, and every page is right all the same', async () => {
  const all = FINDINGS_COUNTED + 3;
  await sql`insert into finding select ('F' || lpad(n::text, 6, '0')), 1, 'live', null, 'r', 'c', 1, 'clear', 'line', 's', null, null, 20000, '{}', '{}', '{}',
      '{}', n, n % 7, '二线用药', 'words', '{}', '', '', null, 'e', 'R', now() from generate_series(1, ${all}) n`.execute(life.home.db);
  const order = { by: 'fundFen', descending: true } as const;
  const listed = (text: string, page: { offset: number; limit: number }) =>
    listFindings(life.home.db, { standing: 'live', scope: null, text }, order, page);
  const { rows, ...counted } = await listed('二线', { offset: 141, limit: 3 });
  expect(counted).toEqual({ count: FINDINGS_COUNTED, more: true });
  // a seventh each has 6, 5, … fen; of the equal ones the later number stands first: 143 have 6 fen, the last is F000006
  expect(rows.map(({ findingId, fundFen }) => [findingId, fundFen])).toEqual([
    ['F000013', 6],
    ['F000006', 6],
    ['F000999', 5],
  ]);
  expect((await listed('三线', { offset: 0, limit: 3 })).count).toBe(0);
  const near = (id: string) => neighboursOf(life.home.db, id, { standing: 'live', scope: null, text: '二线' }, order);
  expect(await near('F000006')).toEqual({
    previous: 'F000013',
    next: 'F000999',
    position: 143,
    total: FINDINGS_COUNTED,
    more: true,
  });
  // the last of all: further down than anybody counts
  expect(await near('F000007')).toMatchObject({ previous: 'F000014', next: null, position: null, more: true });
});

test('two reviewers on one finding at the same moment: one decides, the other is told', async () => {
  await life.begin([{ findingId: 'F1', records: [line('M1', '1', 900, 700)] }]);
  const both = await Promise.all([life.step('F1', 'uphold', '甲'), life.step('F1', 'dismiss', '乙', { cause: 'ruleError' })]);
  expect(both.map((taken) => taken.done.length).sort()).toEqual([0, 1]);
  expect(both.flatMap((taken) => taken.refused.flatMap((r) => r.issues.map((i) => i.code)))).toEqual(['finding.noStep']);
  expect(await life.home.db.selectFrom('findingEvent').selectAll().execute()).toHaveLength(1);
});

test('two bulk confirmations over the same encounters, from both ends: nothing lost, nothing claimed twice', async () => {
  const findings = Array.from({ length: 24 }, (_, i) => ({
    findingId: `F${String(i).padStart(2, '0')}`,
    records: [line(`M${i % 4}`, '1', 100, 80), line(`M${(i + 1) % 4}`, `${i}`, 10, 8)],
  }));
  await life.begin(findings);
  const ids = findings.map((f) => f.findingId);
  await life.step(ids, 'uphold', '甲');
  const odd = ids.filter((_, i) => i % 2 === 1);
  const even = ids.filter((_, i) => i % 2 === 0);
  await Promise.all([life.step(odd, 'accept', '医保办'), life.step(even, 'accept', '医保办')]);
  const { fundFen } = await moneyOnceOf(life.home.db, sql`f.state = 'live'`);
  expect((await life.totals()).upheld).toBe(fundFen);
});

test('the database refuses what does not balance, and any change of what was written', async () => {
  await life.begin([{ findingId: 'F1', records: [line('M1', '1', 900, 700)] }]);
  const refused = (text: string) =>
    sql
      .raw(text)
      .execute(life.home.db)
      .then(
        () => 'taken',
        (error: Error) => error.message,
      );
  expect(
    await refused(`insert into finding_ledger (finding_id, account, gross_fen, fund_fen, at) values ('F1', 'paidBack', 0, 5, 1)`),
  ).toMatch(/does not balance/);
  expect(await refused(`update finding_ledger set fund_fen = 1`)).toMatch(/append-only/);
  await life.step('F1', 'uphold', '甲');
  expect(await refused(`delete from finding_event`)).toMatch(/append-only/);
  // a running sum is no posting: whoever changes one is found out, and it is added up anew
  await sql`update finding_ledger_day set fund_fen = fund_fen + 1 where account = 'open' and provider_no = 'H1'`.execute(life.home.db);
  await sql`delete from finding_waiting where state = 'feedback'`.execute(life.home.db);
  expect(await wrongFindingSums(life.home.db)).toEqual([
    { table: 'finding_ledger_day', key: expect.stringMatching(/^open H1 20/) },
    { table: 'finding_waiting', key: expect.stringMatching(/^feedback H1/) },
  ]);
  await recountFindingSums(life.home.db);
  // neither is the state of a case a step, nor what a review posted a person's posting
  await sql`update finding_case set state = 'closed' where finding_id = 'F1'`.execute(life.home.db);
  expect(await wrongFindingSums(life.home.db)).toEqual([{ table: 'finding_case', key: 'F1' }]);
  await sql`update finding_case set state = 'feedback' where finding_id = 'F1'`.execute(life.home.db);
  const [step] = await journalOf(life.home.db).page({ noun: 'ledger', subjectId: 'opening', limit: 1 });
  const { rows } = JSON.parse(step?.detail ?? '{}') as { rows: { table: string; key: string; digest: string }[] };
  const asSealed = async () => (await journalOf(life.home.db).digests(rows))[0] === rows[0]?.digest;
  const changed = async (by: number) => {
    await sql`alter table finding_ledger disable trigger append_only`.execute(life.home.db);
    await sql`update finding_ledger set gross_fen = gross_fen + ${by} where finding_id = 'F1' and event_serial = 0`.execute(life.home.db);
    await sql`alter table finding_ledger enable trigger append_only`.execute(life.home.db);
    return asSealed();
  };
  expect([await asSealed(), await changed(1), await changed(-1)]).toEqual([true, false, true]);
  expect(await wrongFindingSums(life.home.db)).toEqual([]);
  expect(await life.totals()).toEqual({ source: -700, open: 700 });
});

test('kill -9 between the decision and its money: neither is there, nor what it rests on, and it can be decided again', async () => {
  await life.begin([{ findingId: 'F1', records: [line('M1', '1', 900, 700)] }]);
  const script = fileURLToPath(new URL('./testing/killed-step.ts', import.meta.url));
  const sheet = { name: '证明.pdf', kind: 'pdf' } as const;
  const attachmentId = await keepAttachment(life.home.db, sheet, Buffer.from('%PDF-1.7'), { by: '甲', at: life.now, providerNo: null });
  const hung = async () => (await attachmentsOf(life.home.db, 'F1')).map(({ file }) => file);
  const died = spawnSync(process.execPath, [script, life.folder, 'F1', attachmentId], { encoding: 'utf8', timeout: 60_000 });
  expect([died.stdout, died.signal], died.stderr).toEqual(['deciding\n', 'SIGKILL']);
  expect(await life.home.db.selectFrom('findingEvent').selectAll().execute()).toEqual([]);
  expect([await life.stateOf('F1'), await life.totals(), await hung()]).toEqual(['suspect', { source: -700, open: 700 }, []]);
  await life.step('F1', 'dismiss', '甲', { cause: 'ruleError', attachmentIds: [attachmentId] });
  expect([await life.stateOf('F1'), await life.totals(), await hung()]).toEqual([
    'dismissed',
    { source: -700, excluded: 700 },
    ['证明.pdf'],
  ]);
}, 90_000);

test('the re-review: drawn again from its seed, judged by another, and the rule hears of it', async () => {
  const ids = Array.from({ length: 10 }, (_, i) => `F${i}`);
  await life.begin(ids.map((findingId) => ({ findingId, records: [line(`M${findingId}`, '1', 900, 700)] })));
  await life.step(ids, 'uphold', '甲');
  const day = Math.floor(life.now / 86_400);
  const act = (by: string, why = '') => ({ by, why, at: ++life.now });
  const wish = { recheckId: `r${life.now}`, from: day, to: day, seed: 5, size: 4 };
  const drawn = await drawRecheck(life.home.db, null, wish, act('丙'));
  const again = await drawRecheck(life.home.db, null, { ...wish, recheckId: `s${life.now}` }, act('丙'));
  if (!drawn.ok || !again.ok) throw new Error('not drawn');
  expect(again.value.items).toEqual(drawn.value.items);
  expect(drawn.value.items).toHaveLength(4);
  const judged = async (item: number, agrees: boolean, by: string, why = '') => {
    const outcome = await judgeRecheck(life.home.db, wish.recheckId, item, agrees, act(by, why));
    return outcome.ok ? 'ok' : outcome.issues[0]?.code;
  };
  expect(await judged(1, true, '丙')).toBe('recheck.ownSample');
  expect(await judged(1, true, '甲')).toBe('recheck.ownDecision');
  expect(await judged(1, false, '丁')).toBe('recheck.noReason');
  expect(await judged(9, true, '丁')).toBe('recheck.unknown');
  expect(await judged(1, false, '丁', '限定不适用')).toBe('ok');
  for (const item of [2, 3, 4]) expect(await judged(item, true, '丁')).toBe('ok');
  const report = await recheckReport(life.home.db, wish.recheckId);
  expect(report?.agreement).toMatchObject({ count: 3, of: 4, ratio: 0.75 });
  expect(report?.byRule).toMatchObject([{ ruleId: 'drug-sex', errors: { count: 1, of: 4 } }]);
  const entries = (await recheckEntries(life.home.db)).filter((entry) => entry.entryId === `recheck:${wish.recheckId}`);
  expect(entries).toMatchObject([{ countedOn: day, reviewedCount: 10, recheckedCount: 4, correctedCount: 1 }]);
  const { findingId } = { findingId: drawn.value.items[0]?.id as string };
  expect(await life.home.db.selectFrom('findingDecision').select(['findingId', 'verdict']).execute()).toEqual([
    { findingId, verdict: 'overturned' },
  ]);
});
