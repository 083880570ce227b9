// Whatever people and reviews do to findings in whatever order, their money stays right.
import { accounts, dayOf, type FindingAction, type FindingState, findingActionsOf, findingStepOf } from '@hengjian/domain';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { moneyOnceOf } from '../review/finding-store.ts';
import { foldFindingSums, wrongFindingSums } from './kept-sums.ts';
import { ledgerFindings, ledgerTotals, recoveryEntries } from './money.ts';
import { Life, type Sums } from './testing/life.ts';
import { type Planted, plant, withdraw } from './testing/planted.ts';
import { stepsTaken } from './work.ts';

let life: Life;
beforeAll(async () => {
  life = await Life.open();
});
afterAll(() => life?.close());

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
        await life.clear();
        const planted = given.map((list, i) => ({
          findingId: `F${i}`,
          records: list.map((r) => ({
            encounterNo: `M${r.e}`,
            lineNo: r.l === 0 ? null : String(r.l),
            amountFen: r.amount,
            fundFen: Math.floor((r.amount * r.share) / 10),
          })),
        }));
        await life.begin(planted);
        // half of them have come as far as their money, where most can go wrong
        const far = planted.filter((_, i) => i % 2 === 0).map((one) => one.findingId);
        for (const action of ['uphold', 'accept', 'confirm'] as const) await life.step(far, action, '甲');
        const past = new Map<number, { at: number; totals: Sums; counted: Sums }>();
        for (const { kind, who, choice, person, part, days } of moves) {
          life.now += days * 86_400;
          const own = planted[who % planted.length] as Planted;
          if (kind === 'step') {
            const action = next(await life.stateOf(own.findingId), choice);
            const lines = own.records.map((r) => `${r.encounterNo}:${r.lineNo ?? ''}`).slice(0, part);
            const partial = ['uphold', 'maintain'].includes(action) && lines.length > 0 ? { dismissedLines: lines } : {};
            await life.step(own.findingId, action, person, {
              cause: 'ruleError',
              ...partial,
              ...(part > 0 && ['offset', 'refuse', 'payBack', 'writeOff', 'giveBack'].includes(action) && { amountFen: 97 * part }),
            });
          } else {
            if (kind === 'withdraw') await withdraw(life.home, own.findingId);
            else
              await plant(life.home, [
                {
                  ...own,
                  evidenceHash: `e${life.now}`,
                  records: own.records.map((r) => ({ ...r, fundFen: Math.floor((r.fundFen ?? 0) / 2) })),
                },
              ]);
            await life.follow();
          }
          if (choice === 0) await foldFindingSums(life.home.db);
          await agree();
          past.set(dayOf(life.now), { at: life.now, totals: await life.totals(), counted: await ofCases() });
        }
        for (const [day, one] of past) {
          expect(await life.totals(one.at)).toEqual(one.totals);
          expect(await listed(one.at)).toEqual(one.totals);
          expect(await figures(day)).toEqual(one.counted);
        }
      },
    ),
    { numRuns: Number(process.env.HENGJIAN_RUNS ?? 10) },
  );
}, 240_000);

const known = (sums: Sums): Sums => Object.fromEntries(Object.entries(sums).filter(([, fen]) => fen !== 0));

/** The findings of each account at a moment, added up. */
async function listed(at: number): Promise<Sums> {
  const sums: Sums = {};
  for (const account of accounts) {
    const { count, rows } = await ledgerFindings(life.home.db, account, at, { offset: 0, limit: 100 });
    expect(rows).toHaveLength(count);
    sums[account] = rows.reduce((sum, row) => sum + row.fundFen, 0);
  }
  return known(sums);
}

/** What the plan's indicators count up to a day, by kind. */
async function figures(day: number): Promise<Sums> {
  const sums: Sums = {};
  for (const entry of await recoveryEntries(life.home.db))
    if (entry.settledOn <= day) sums[entry.kind] = (sums[entry.kind] ?? 0) + entry.amountFen;
  return known(sums);
}

/** The same from the cases as they stand, each told by its own steps: the last that came in goes back first. */
async function ofCases(): Promise<Sums> {
  const kindOf: Sums = {};
  const names: Record<string, string> = { refuse: 'refusal', offset: 'recovery', payBack: 'recovery', writeOff: '' };
  for (const { findingId } of await life.home.db.selectFrom('findingCase').select('findingId').execute()) {
    const coins: string[] = []; // one fen, one coin
    let selfCheck = false;
    for (const { action, before, detail } of await stepsTaken(life.home.db, findingId)) {
      if (action === 'declare') selfCheck = true;
      // judged afresh: what comes in life.now is no longer of the self-check
      if (['revise', 'withdraw'].includes(action) || (action === 'reopen' && before === 'dismissed')) selfCheck = false;
      const name = action === 'payBack' && selfCheck ? 'selfRefund' : names[action];
      if (name) for (let i = 0; i < (detail?.amountFen ?? 0); i++) coins.push(name);
      if (action === 'giveBack') coins.splice(coins.length - (detail?.amountFen ?? 0));
    }
    for (const coin of coins) kindOf[coin] = (kindOf[coin] ?? 0) + 1;
  }
  return known(kindOf);
}

/** The ledger against queries that know nothing of it; what is kept against what it is kept of, of everyone and of one institution. */
async function agree(): Promise<void> {
  expect(await wrongFindingSums(life.home.db)).toEqual([]);
  for (const at of [life.now, life.now - 1, life.now - 40_000]) {
    const { rows: posted } = await sql<{ account: string; fund: number }>`
      select account, sum(fund_fen)::float8 as fund from finding_ledger where at <= ${at} group by account`.execute(life.home.db);
    expect(await life.totals(at)).toEqual(known(Object.fromEntries(posted.map(({ account, fund }) => [account, fund]))));
    expect(await ledgerTotals(life.home.db, at, 'H1')).toEqual(await ledgerTotals(life.home.db, at));
  }
  const t = await life.totals();
  const n = (account: string) => t[account] ?? 0;
  const { rows } = await sql<{
    fund: number;
  }>`select coalesce(sum(r.fund_fen), 0)::float8 as fund from finding_record r join finding f using (finding_id) where f.state = 'live'`.execute(
    life.home.db,
  );
  expect(n('source') + (rows[0]?.fund ?? 0)).toBe(0);
  expect(Object.values(t).reduce((sum, one) => sum + one, 0)).toBe(0);
  // what the plan's indicators count is the ledger, to the fen
  const counted = (await recoveryEntries(life.home.db)).reduce((sum, entry) => sum + entry.amountFen, 0);
  expect(counted).toBe(n('refused') + n('offset') + n('paidBack') + n('selfReturned') + n('givenBack'));
  // no line was let go in claimed findings: then what is claimed is money once of the claimed findings
  const partial = await sql<{
    n: number;
  }>`select count(*)::int as n from finding_case where claimed_order is not null and jsonb_array_length(body->'dismissedLines') > 0`.execute(
    life.home.db,
  );
  if (partial.rows[0]?.n) return;
  const once = await moneyOnceOf(life.home.db, sql`f.finding_id in (select finding_id from finding_case where claimed_order is not null)`);
  expect(
    n('upheld') + n('refused') + n('offset') + n('paidBack') + n('selfReturned') + n('writtenOff') + n('owedBack') + n('givenBack'),
  ).toBe(once.fundFen);
}
