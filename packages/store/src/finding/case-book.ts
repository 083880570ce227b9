// Cases of findings in PostgreSQL: held in the order of their ids, written together with their events and their money.
import {
  type Account,
  type Amounts,
  type ClaimRecord,
  claimedStates,
  type Day,
  type FindingCase,
  type FindingState,
  fundOf,
  type Instant,
  newCase,
} from '@hengjian/domain';
import type { CaseBook, CaseWriter, JournalStep, Lapsed, NewEvent, StoredCase } from '@hengjian/workflows';
import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely';
import { appendSteps } from '../journal/journal.ts';
import type { Database } from '../records/database.ts';
import { openCases } from './open-cases.ts';

type Db = Kysely<Database>;

/** `due`: last day of a state entered at an instant, for cases that are opened. */
export const caseBookOf = (db: Db, due: (state: FindingState, at: Instant) => Day | null): CaseBook => ({
  change: (findingIds, work) =>
    again(() =>
      db.transaction().execute(async (trx) => {
        const cases = await held(trx, sql`c.finding_id = any(${findingIds}::text[])`);
        const steps: JournalStep[] = [];
        const done = await work(writerOf(trx, steps), cases);
        await appendSteps(trx, steps);
        return done;
      }),
    ),
  open: (at) => db.transaction().execute((trx) => openCases(trx, at, due('suspect', at))),
  changed: async (limit) =>
    ids(
      await sql<{ findingId: string }>`select c.finding_id from finding_case c join finding f using (finding_id)
        where c.pursued is distinct from (coalesce(c.body->>'cause', '') <> 'withdrawn') or (c.pursued and c.evidence_hash <> f.evidence_hash)
        order by c.finding_id limit ${limit}`.execute(db),
    ),
  overdue: async (states, today, limit) =>
    ids(
      await sql<{ findingId: string }>`select c.finding_id from finding_case c
        where c.due_day < ${today} and c.state = any(${states}::text[]) and c.pursued
        order by c.finding_id limit ${limit}`.execute(db),
    ),
  lapsedSince: async (at) => {
    const { rows } = await sql<Lapsed>`select l.finding_id, l.state_before as "from", b.at as began, l.at, c.state
      from finding_event l join finding_case c using (finding_id) cross join lateral (
        select b.at, b.action from finding_event b where b.finding_id = l.finding_id and b.serial < l.serial
          and b.state_after = l.state_before and b.state_before <> b.state_after order by b.serial desc limit 1) b
      where l.at >= ${at} and l.action = 'lapse' and b.action not in ('feedbackAgain', 'reAppealAgain')
        and not exists (select 1 from finding_event n where n.finding_id = l.finding_id and n.serial > l.serial
          and n.state_after <> all(${claimedStates}::text[]))
      order by l.finding_id`.execute(db);
    return rows;
  },
});

const ids = ({ rows }: { rows: { findingId: string }[] }) => rows.map((row) => row.findingId);

/** Two people on the same findings, or claims drawn in from both sides: PostgreSQL ends one of them, which then begins again. */
async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let left = 5; ; left -= 1) {
    try {
      return await work();
    } catch (error) {
      const { code } = error as { code?: string };
      if (left === 0 || (code !== '40P01' && code !== '40001')) throw error;
    }
  }
}

interface CaseRow {
  findingId: string;
  state: FindingState;
  enteredAt: number;
  dueDay: number | null;
  ruleId: string;
  providerNo: string | null;
  lockedBy: string | null;
  lockedUntil: number | null;
  claimedOrder: number | null;
  body: FindingCase | null;
  pursued: boolean;
  version: number;
  evidenceHash: string;
  foundHash: string;
  amountFen: number;
  fundFen: number | null;
  edition: number;
  records: {
    encounterNo: string;
    lineNo: string | null;
    settlementNo: string | null;
    grossFen: number;
    inScopeFen: number | null;
    fundFen: number | null;
  }[];
  claimGross: number;
  claimInScope: number;
  claimFund: number;
}

const storedOf = (row: CaseRow): StoredCase => {
  const { findingId, version, evidenceHash, foundHash, fundFen } = row;
  const found = { findingId, version, evidenceHash, grossFen: row.amountFen, foundFundFen: fundFen };
  return {
    one: row.body ?? newCase(found, row.enteredAt),
    ruleId: row.ruleId,
    providerNo: row.providerNo,
    dueDay: row.dueDay,
    lockedBy: row.lockedBy,
    lockedUntil: row.lockedUntil,
    claimedOrder: row.claimedOrder,
    finding: { pursued: row.pursued, version, evidenceHash: foundHash, grossFen: row.amountFen, fundFen, edition: row.edition },
    records: row.records as ClaimRecord[],
    claim: { grossFen: row.claimGross, inScopeFen: row.claimInScope, fundFen: row.claimFund },
  };
};

/** Cases that fulfil a condition over `finding_case c`; with `hold` nobody else changes them until the transaction ends. */
async function casesWhere(db: Db, which: RawBuilder<unknown>, hold: boolean): Promise<StoredCase[]> {
  const { rows } = await sql<CaseRow>`
    select c.*, f.version, f.evidence_hash as found_hash, f.amount_fen, f.fund_fen, f.edition,
      coalesce((select sum(gross_fen) from finding_claim k where k.finding_id = c.finding_id), 0) as claim_gross,
      coalesce((select sum(in_scope_fen) from finding_claim k where k.finding_id = c.finding_id), 0) as claim_in_scope,
      coalesce((select sum(fund_fen) from finding_claim k where k.finding_id = c.finding_id), 0) as claim_fund,
      coalesce((select jsonb_agg(jsonb_build_object('encounterNo', r.encounter_no, 'lineNo', r.line_no, 'settlementNo', r.settlement_no,
          'grossFen', r.amount_fen, 'inScopeFen', r.in_scope_fen, 'fundFen', r.fund_fen) order by r.encounter_no, r.line_no, r.settlement_no)
        from finding_record r where r.finding_id = c.finding_id and r.role = 'inQuestion'), '[]') as records
    from finding_case c join finding f using (finding_id) where ${which} order by c.finding_id ${hold ? sql`for update of c` : sql``}`.execute(
    db,
  );
  return rows.map(storedOf);
}
const held = (trx: Db, which: RawBuilder<unknown>) => casesWhere(trx, which, true);

/** Cases as they stand, held by nobody. */
export const casesOf = (db: Db, findingIds: readonly string[]): Promise<StoredCase[]> =>
  casesWhere(db, sql`c.finding_id = any(${findingIds}::text[])`, false);

const rowsOf = (name: string, rows: readonly object[]) =>
  sql`select * from jsonb_populate_recordset(null::${sql.table(name)}, ${JSON.stringify(rows)}::jsonb)`;

const caseRow = ({ one, dueDay, lockedBy, lockedUntil, claimedOrder }: StoredCase) => ({
  finding_id: one.findingId,
  state: one.state,
  entered_at: one.enteredAt,
  due_day: dueDay,
  evidence_hash: one.evidenceHash,
  worth_fen: fundOf(one) ?? one.grossFen,
  first_by: one.firstBy,
  second_by: one.secondBy,
  experts: one.experts,
  locked_by: lockedBy,
  locked_until: lockedUntil,
  claimed_order: claimedOrder,
  decided_at: one.decidedAt ?? null,
  body: one,
});

/** What is written is told to the journal as well, in `steps`. */
const writerOf = (trx: Transaction<Database>, steps: JournalStep[]): CaseWriter => {
  /** What follows from a step is sealed with the last one that was told. */
  const seal = (table: string, keys: Iterable<string>) => {
    const step = steps.pop();
    if (!step) throw new Error(`${table} is written without a step`);
    steps.push({ ...step, rows: [...(step.rows ?? []), ...[...keys].map((key) => ({ table, key }))] });
  };
  return {
    async append(events: readonly NewEvent[]) {
      const { rows } = await sql<{
        serial: string;
      }>`insert into finding_event (finding_id, action, state_before, state_after, by, why, at, detail)
      select e->>'findingId', e->>'action', e->>'before', e->>'after', e->>'by', e->>'why', (e->>'at')::float8, nullif(e->'detail', 'null')
      from jsonb_array_elements(${JSON.stringify(events)}::jsonb) with ordinality as given(e, n) order by n returning serial`.execute(trx);
      // what a step rests on stands with it, or neither does
      const hung = events.flatMap(({ findingId, detail }) =>
        (detail?.attachmentIds ?? []).map((attachmentId) => ({ findingId, attachmentId })),
      );
      if (hung.length > 0)
        await sql`insert into finding_attachment_of (finding_id, attachment_id)
        select h->>'findingId', h->>'attachmentId' from jsonb_array_elements(${JSON.stringify(hung)}::jsonb) h on conflict do nothing`.execute(
          trx,
        );
      events.forEach(({ findingId, action, before, after, by, why, at, detail }, i) => {
        const sealed = [{ table: 'finding_event', key: rows[i]?.serial as string }];
        if (detail?.attachmentIds?.length) sealed.push({ table: 'finding_rests_on', key: findingId });
        steps.push({ noun: 'finding', subjectId: findingId, action, before, after, by, why, at, detail: { ...detail }, rows: sealed });
      });
      return rows.map((row) => Number(row.serial));
    },
    async save(cases) {
      if (cases.length === 0) return;
      await sql`update finding_case c set state = s.state, entered_at = s.entered_at, due_day = s.due_day, evidence_hash = s.evidence_hash, worth_fen = s.worth_fen,
        first_by = s.first_by, second_by = s.second_by, experts = s.experts, locked_by = s.locked_by, locked_until = s.locked_until,
        claimed_order = s.claimed_order,
        decided_at = coalesce(s.decided_at, c.decided_at), body = s.body
      from (${rowsOf('finding_case', cases.map(caseRow))}) s where s.finding_id = c.finding_id`.execute(trx);
      seal(
        'finding_case',
        cases.map(({ one }) => one.findingId),
      );
    },
    async claimedOn(encounterNos) {
      // one at a time: what a finding claims hangs on what the others on its lines claim
      await sql`select pg_advisory_xact_lock(hashtext('finding claims'))`.execute(trx);
      return held(
        trx,
        sql`c.claimed_order is not null and c.finding_id in (select r.finding_id from finding_record r
        where r.role = 'inQuestion' and r.encounter_no = any(${encounterNos}::text[]))`,
      );
    },
    async setClaims(encounterNos, claims) {
      const before = await sql<{
        findingId: string;
      }>`delete from finding_claim where encounter_no = any(${encounterNos}::text[]) returning finding_id`.execute(trx);
      seal('finding_claim_of', new Set([...before.rows, ...claims].map(({ findingId }) => findingId)));
      if (claims.length === 0) return;
      const rows = claims.map(({ findingId, encounterNo, claim }) => ({
        finding_id: findingId,
        encounter_no: encounterNo,
        gross_fen: claim.grossFen,
        in_scope_fen: claim.inScopeFen,
        fund_fen: claim.fundFen,
      }));
      await sql`insert into finding_claim ${rowsOf('finding_claim', rows)}`.execute(trx);
    },
    async claimsOfFindings(findingIds) {
      const { rows } = await sql<Amounts & { findingId: string }>`
      select finding_id, sum(gross_fen) as gross_fen, sum(in_scope_fen) as in_scope_fen, sum(fund_fen) as fund_fen from finding_claim
      where finding_id = any(${findingIds}::text[]) group by finding_id`.execute(trx);
      return new Map(rows.map(({ findingId, ...claim }) => [findingId, claim]));
    },
    async positions(findingIds) {
      const { rows } = await sql<Amounts & { findingId: string; account: Account }>`
      select finding_id, account, sum(gross_fen) as gross_fen, sum(in_scope_fen) as in_scope_fen, sum(fund_fen) as fund_fen from finding_ledger
      where finding_id = any(${findingIds}::text[]) group by finding_id, account`.execute(trx);
      const all = new Map<string, Map<Account, Amounts>>();
      for (const { findingId, account, ...amounts } of rows) {
        const own = all.get(findingId) ?? new Map<Account, Amounts>();
        own.set(account, amounts);
        all.set(findingId, own);
      }
      return all;
    },
    async post(postings) {
      if (postings.length === 0) return;
      const rows = postings.map(({ findingId, account, grossFen, inScopeFen, fundFen, at, eventSerial }) => ({
        findingId,
        account,
        grossFen,
        inScopeFen,
        fundFen,
        at,
        eventSerial,
      }));
      const added = await sql<{
        serial: string;
        findingId: string;
      }>`insert into finding_ledger (finding_id, account, gross_fen, in_scope_fen, fund_fen, at, event_serial)
      select e->>'findingId', e->>'account', (e->>'grossFen')::float8, (e->>'inScopeFen')::float8, (e->>'fundFen')::float8, (e->>'at')::float8, (e->>'eventSerial')::bigint
      from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) with ordinality as given(e, n) order by n
      returning serial, finding_id`.execute(trx);
      const { at } = postings[0] as { at: Instant };
      for (const [findingId, own] of Map.groupBy(added.rows, (row) => row.findingId))
        steps.push({
          noun: 'ledger',
          subjectId: findingId,
          action: 'post',
          before: null,
          after: null,
          by: '系统',
          why: '',
          at,
          detail: {},
          rows: own.map(({ serial }) => ({ table: 'finding_ledger/2', key: serial })),
        });
    },
    async judge(decisions) {
      if (decisions.length === 0) return;
      const { rows } = await sql<{
        serial: string;
      }>`insert into finding_decision (finding_id, version, rule_id, edition, verdict, by, why, at)
      select e->>'findingId', (e->>'version')::int, e->>'ruleId', (e->>'edition')::int, e->>'verdict', e->>'by', e->>'why', (e->>'at')::float8
      from jsonb_array_elements(${JSON.stringify(decisions)}::jsonb) e returning serial`.execute(trx);
      seal(
        'finding_decision',
        rows.map(({ serial }) => serial),
      );
    },
  };
};
