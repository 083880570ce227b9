// Findings: identity by rule and partition, evidence as versions. One transaction stores a run or nothing of it.
import { randomUUID } from 'node:crypto';
import type {
  Coverage,
  EditionFinding,
  FindingIntake,
  FindingStore,
  Period,
  ReviewRule,
  RuleResult,
  StoredCounts,
} from '@hengjian/workflows';
import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely';
import { appendSteps } from '../journal/journal.ts';
import type { Database } from '../records/database.ts';
import { readMarks, setMarks } from './marks.ts';

/** Runs and findings in PostgreSQL. */
export const findingStoreOf = (db: Kysely<Database>): FindingStore => ({
  async begin({ period, lakeVersion, lines, changed = false }) {
    // Only one process writes: what still says running was cut off.
    await db.updateTable('reviewRun').set({ state: 'failed', finishedAt: new Date() }).where('state', '=', 'running').execute();
    const runId = `R${randomUUID().replaceAll('-', '').slice(0, 15)}`;
    await db
      .insertInto('reviewRun')
      .values({
        runId,
        fromDay: period.from,
        toDay: period.to,
        lakeVersion,
        state: 'running',
        startedAt: new Date(),
        finishedAt: null,
        lines,
        summary: null,
        changed,
      })
      .execute();
    return runId;
  },
  fail: async (runId) =>
    void (await db.updateTable('reviewRun').set({ state: 'failed', finishedAt: new Date() }).where('runId', '=', runId).execute()),
  take: (runId, rules) => takeRun(db, runId, rules),
  marks: () => readMarks(db),
});

type Trx = Transaction<Database>;
type Results = readonly (ReviewRule & { readonly result: RuleResult })[];

/** One transaction from the first finding of a run to the last. New findings go in as they come, while the lake is read. */
async function takeRun(db: Kysely<Database>, runId: string, rules: readonly ReviewRule[]): Promise<FindingIntake> {
  const byEdition = new Map(rules.map((r) => [`${r.rule.id}@${r.edition}`, r]));
  const trx = await db.startTransaction().execute();
  await sql`create temp table staged_finding (like finding including defaults) on commit drop`.execute(trx);
  await sql`create temp table staged_record (like finding_record) on commit drop`.execute(trx);
  // plans are kept while the tables grow: of a few rows a scan would seem the cheapest, and stay
  await sql`set local enable_seqscan = off`.execute(trx);
  let added = 0;
  return {
    async add(findings) {
      added += await take(trx, byEdition, findings, runId);
    },
    async finish(results, coverage) {
      await sql`set local enable_seqscan = on`.execute(trx);
      const stored = await storeRun(trx, runId, added, results, coverage);
      await trx.commit().execute();
      return stored;
    },
    abandon: async () => void (await trx.rollback().execute()),
  };
}

async function storeRun(trx: Trx, runId: string, added: number, rules: Results, coverage: Coverage): Promise<StoredCounts> {
  const { period } = coverage;
  const counts = { added, ...(await merge(trx)) };
  await countAnew(trx, added);
  const withdrawn = await withdraw(
    trx,
    runId,
    rules.map((r) => r.rule.id).filter((id) => !coverage.standing.includes(id)),
    coverage,
  );
  await setMarks(trx, runId, coverage);
  const counted = rules.map(({ rule, edition, result: { partitions, hit, clear, notEvaluated, exempted, amountFen, seconds } }) => ({
    runId,
    ruleId: rule.id,
    edition,
    partitions,
    hit,
    clear,
    notEvaluated,
    exempted: JSON.stringify(exempted),
    amountFen,
    seconds,
  }));
  if (counted.length > 0) await trx.insertInto('reviewRule').values(counted).execute();
  const stored = { ...counts, withdrawn, money: await moneyOnce(trx, period) };
  await trx
    .updateTable('reviewRun')
    .set({ state: 'done', finishedAt: new Date(), summary: JSON.stringify(stored) })
    .where('runId', '=', runId)
    .execute();
  await sealRun(trx, runId, stored);
  return stored;
}

/** What a run stored is sealed as a whole: evidence changed later behind the application's back shows. Takes the journal's lock, so last. */
export const sealRun = (trx: Kysely<Database>, runId: string, detail: StoredCounts | Record<string, never>): Promise<void> =>
  appendSteps(trx, [
    {
      noun: 'review',
      subjectId: runId,
      action: 'store',
      before: null,
      after: null,
      by: '系统',
      why: null,
      at: Math.floor(Date.now() / 1000),
      detail: { ...detail },
      rows: [{ table: 'review_run_findings', key: runId }],
    },
  ]);

const CHUNK = 5000;

/** Takes findings and their records: new ones among all, the others apart, to be compared with what stands. Gives the number of new ones. */
async function take(
  trx: Trx,
  byEdition: ReadonlyMap<string, ReviewRule>,
  findings: readonly EditionFinding[],
  runId: string,
): Promise<number> {
  let added = 0;
  for (let at = 0; at < findings.length; at += CHUNK) {
    const piece = findings.slice(at, at + CHUNK);
    const ids = piece.map((f) => f.findingId);
    const { rows } = await sql<{ id: string }>`select finding_id id from finding where finding_id = any(${ids})`.execute(trx);
    const there = new Set(rows.map(({ id }) => id));
    const fresh = piece.filter((f) => !there.has(f.findingId));
    await insert(trx, 'finding', byEdition, fresh, runId);
    await insert(
      trx,
      'staged',
      byEdition,
      piece.filter((f) => there.has(f.findingId)),
      runId,
    );
    added += fresh.length;
  }
  return added;
}

/** Sent as JSON in large pieces. */
async function insert(
  trx: Trx,
  into: 'finding' | 'staged',
  byEdition: ReadonlyMap<string, ReviewRule>,
  findings: readonly EditionFinding[],
  runId: string,
): Promise<void> {
  if (findings.length === 0) return;
  const rows = findings.map((f) => rowOf(f, byEdition.get(`${f.ruleId}@${f.edition}`) as ReviewRule, runId));
  const table = into === 'finding' ? sql`finding` : sql`staged_finding`;
  await sql`insert into ${table} select * from json_populate_recordset(null::finding, ${JSON.stringify(rows)}::json)`.execute(trx);
  const records = findings.flatMap((f) =>
    f.records.map((r) => ({
      finding_id: f.findingId,
      role: r.role,
      encounter_no: r.encounterNo,
      line_no: r.lineNo,
      settlement_no: r.settlementNo,
      person_no: r.personNo,
      provider_no: r.providerNo,
      item_code: r.itemCode,
      day: r.day,
      amount_fen: r.amountFen,
      in_scope_fen: r.inScopeFen,
      fund_fen: r.fundFen,
    })),
  );
  const ofRecords = into === 'finding' ? sql`finding_record` : sql`staged_record`;
  await sql`insert into ${ofRecords} select * from json_populate_recordset(null::finding_record, ${JSON.stringify(records)}::json)`.execute(
    trx,
  );
}

function rowOf(f: EditionFinding, { rule, edition }: ReviewRule, runId: string) {
  const own = f.records.filter((r) => r.role === 'inQuestion');
  const distinct = (values: (string | null)[]) => [...new Set(values.flatMap((v) => v?.split(';') ?? []))].sort();
  const basis = rule.basis.map((b) => `${b.document}${b.article ? ` ${b.article}` : ''}`).join('；');
  return {
    finding_id: f.findingId,
    version: 1,
    state: 'live',
    cause: null,
    rule_id: rule.id,
    rule_code: rule.code,
    edition,
    certainty: rule.certainty,
    grain: rule.grain,
    subject_id: f.subjectId,
    point_id: f.pointId,
    lineage: f.lineage,
    period_day: f.periodDay,
    person_nos: distinct(own.map((r) => r.personNo)),
    encounter_nos: distinct(own.map((r) => r.encounterNo)),
    settlement_nos: distinct(own.map((r) => r.settlementNo)),
    provider_nos: own.length > 0 ? distinct(own.map((r) => r.providerNo)) : [...(f.providerNos ?? [])],
    amount_fen: f.amountFen,
    fund_fen: f.fundFen,
    explanation_zh: f.explanation.zh,
    explanation_en: f.explanation.en,
    facts: f.explanation.facts,
    basis: f.basis ? `${basis}；${f.basis}` : basis,
    constraint_text: f.constraint,
    exempted_by: f.exemptedBy,
    evidence_hash: f.evidenceHash,
    run_id: runId,
    recorded_at: new Date().toISOString(),
  };
}

/** The version that is replaced goes to finding_version with its records; then the new one takes its place. */
export async function keepOld(trx: Trx, which: ReturnType<typeof sql>): Promise<void> {
  await sql`insert into finding_version (finding_id, version, state, cause, run_id, evidence_hash, content)
    select f.finding_id, f.version, f.state, f.cause, f.run_id, f.evidence_hash,
      to_jsonb(f) || jsonb_build_object('records', (select coalesce(jsonb_agg(to_jsonb(r)), '[]') from finding_record r where r.finding_id = f.finding_id))
    from finding f where ${which}`.execute(trx);
}

/** What stands already and was found again. */
async function merge(trx: Trx): Promise<Pick<StoredCounts, 'changed' | 'unchanged'>> {
  await sql`create index on staged_finding (finding_id)`.execute(trx);
  await sql`analyze staged_finding (finding_id), staged_record (finding_id)`.execute(trx);
  const number = async (query: ReturnType<typeof sql<{ n: string }>>) => Number((await query.execute(trx)).rows[0]?.n ?? 0);
  const unchanged = await number(
    sql<{
      n: string;
    }>`select count(*) n from staged_finding s join finding f using (finding_id) where f.state = 'live' and f.evidence_hash = s.evidence_hash and f.edition = s.edition and f.exempted_by is not distinct from s.exempted_by`,
  );
  await sql`delete from staged_finding s using finding f where f.finding_id = s.finding_id and f.state = 'live' and f.evidence_hash = s.evidence_hash and f.edition = s.edition and f.exempted_by is not distinct from s.exempted_by`.execute(
    trx,
  );
  const changed = await number(sql<{ n: string }>`select count(*) n from staged_finding`);
  if (changed > 0) {
    await keepOld(trx, sql`f.finding_id in (select finding_id from staged_finding)`);
    await sql`update staged_finding s set version = f.version + 1 from finding f where f.finding_id = s.finding_id`.execute(trx);
    await sql`delete from finding_record where finding_id in (select finding_id from staged_finding)`.execute(trx);
    await sql`update finding f set version = s.version, state = s.state, cause = null, edition = s.edition, rule_code = s.rule_code, certainty = s.certainty, subject_id = s.subject_id, point_id = s.point_id, period_day = s.period_day, person_nos = s.person_nos, encounter_nos = s.encounter_nos, settlement_nos = s.settlement_nos, provider_nos = s.provider_nos, amount_fen = s.amount_fen, fund_fen = s.fund_fen, explanation_zh = s.explanation_zh, explanation_en = s.explanation_en, facts = s.facts, basis = s.basis, constraint_text = s.constraint_text, exempted_by = s.exempted_by, evidence_hash = s.evidence_hash, run_id = s.run_id, recorded_at = s.recorded_at from staged_finding s where s.finding_id = f.finding_id`.execute(
      trx,
    );
    await sql`insert into finding_record select r.* from staged_record r where finding_id in (select finding_id from staged_finding)`.execute(
      trx,
    );
  }
  return { changed, unchanged };
}

/** Of a table that was empty when PostgreSQL last counted it, every row would be looked for in every other. */
async function countAnew(trx: Trx, added: number): Promise<void> {
  const { rows } = await sql<{ known: number }>`select reltuples::float8 known from pg_class where oid = 'finding'::regclass`.execute(trx);
  if (added > Math.max(1000, rows[0]?.known ?? 0)) await sql`analyze finding, finding_record`.execute(trx);
}

/** Live findings of these rules and this period that the run did not find again are gone: their records or knowledge changed. */
async function withdraw(trx: Trx, runId: string, ruleIds: readonly string[], { period, narrowed }: Coverage): Promise<number> {
  if (narrowed) {
    await sql`create temp table staged_person on commit drop as select unnest(${narrowed.personNos}::text[]) as person_no`.execute(trx);
    await sql`create index on staged_person (person_no)`.execute(trx);
  }
  const done = narrowed
    ? sql`(f.rule_id <> all(${narrowed.ruleIds}) or exists (select 1 from staged_person p where p.person_no = any(f.person_nos)))`
    : sql`true`;
  const gone = sql`${done} and f.state = 'live' and f.run_id <> ${runId} and f.rule_id = any(${ruleIds}) and f.period_day between ${period.from} and ${period.to} and not exists (select 1 from staged_seen s where s.finding_id = f.finding_id)`;
  await sql`create temp table staged_seen on commit drop as select distinct finding_id from staged_record`.execute(trx);
  await sql`create index on staged_seen (finding_id)`.execute(trx);
  await keepOld(trx, gone);
  const result =
    await sql`update finding f set state = 'withdrawn', cause = 'notFoundAgain', version = version + 1, run_id = ${runId}, recorded_at = now() where ${gone}`.execute(
      trx,
    );
  return Number(result.numAffectedRows ?? 0);
}

/**
 * Money once (house law): per line the largest amount; per settlement (or encounter) the larger of its own amount and the sum of
 * its lines. A query over live findings, never a sum over findings.
 */
export const moneyOnce = (db: Kysely<Database>, period: Period): Promise<StoredCounts['money']> =>
  moneyOnceOf(db, sql`f.state = 'live' and f.exempted_by is null and f.period_day between ${period.from} and ${period.to}`);

/** The same of the findings `f` that fulfil a condition. */
export async function moneyOnceOf(db: Kysely<Database>, which: RawBuilder<unknown>): Promise<StoredCounts['money']> {
  const { rows } = await sql<{ amount: number; fund: number }>`
    select coalesce(sum(amount), 0)::float8 amount, coalesce(sum(fund), 0)::float8 fund from (${moneyOnceRows(which)}) once`.execute(db);
  return { amountFen: rows[0]?.amount ?? 0, fundFen: rows[0]?.fund ?? 0 };
}

/** Money once as rows, one an encounter: `encounter_no, amount, fund, day` (the latest day in which a finding of it is reported). */
export const moneyOnceRows = (which: RawBuilder<unknown>): RawBuilder<unknown> => sql`
    with r as (select r.*, f.period_day from finding_record r join finding f using (finding_id) where r.role = 'inQuestion' and (${which})),
    line as (select encounter_no, line_no, settlement_no, max(amount_fen) amount, max(fund_fen) fund, max(period_day) reported from r where line_no is not null group by 1, 2, 3),
    lines as (select encounter_no, sum(amount) amount, sum(coalesce(fund, 0)) fund, max(reported) reported from line group by 1),
    whole_settlement as (select encounter_no, settlement_no, max(amount_fen) amount, max(fund_fen) fund, max(period_day) reported from r where line_no is null group by 1, 2),
    -- a finding on an encounter of several settlements names them all (S1;S2) and holds each of them: never added to them
    whole as (select encounter_no, max(reported) reported,
        greatest(coalesce(max(amount) filter (where several), 0), coalesce(sum(amount) filter (where not several), 0)) amount,
        greatest(coalesce(max(fund) filter (where several), 0), coalesce(sum(coalesce(fund, 0)) filter (where not several), 0)) fund
      from (select *, coalesce(settlement_no like '%;%', true) several from whole_settlement) w group by 1)
    select encounter_no, greatest(coalesce(lines.amount, 0), coalesce(whole.amount, 0)) amount,
           greatest(coalesce(lines.fund, 0), coalesce(whole.fund, 0)) fund, greatest(lines.reported, whole.reported) as day
    from lines full join whole using (encounter_no)`;
