// Findings counted by rule, month, institution and class, for the overview.
import { type Kysely, sql } from 'kysely';
import type { Database } from '../records/database.ts';
import { type FindingFilter, whichFindings } from './findings.ts';

export interface FindingCount {
  count: number;
  amountFen: number;
  /** Of findings whose fund share is determined. */
  fundFen: number;
}

const counted = sql`count(*)::int as count, coalesce(sum(f.amount_fen), 0)::float8 as amount_fen, coalesce(sum(f.fund_fen), 0)::float8 as fund_fen`;

/** Sums over findings, so that one line may stand under several rules; the total counts it once. */
export async function findingsByRule(
  db: Kysely<Database>,
  filter: FindingFilter,
): Promise<(FindingCount & { ruleId: string; certainty: string })[]> {
  const { rows } = await sql<FindingCount & { ruleId: string; certainty: string }>`
    select f.rule_id, min(f.certainty) as certainty, ${counted} from finding f where ${whichFindings(filter)}
    group by f.rule_id order by count desc, f.rule_id`.execute(db);
  return rows;
}

/** Months as `yyyy-MM`. */
export async function findingsByMonth(db: Kysely<Database>, filter: FindingFilter): Promise<(FindingCount & { month: string })[]> {
  const { rows } = await sql<FindingCount & { month: string }>`
    select to_char(date '1970-01-01' + f.period_day, 'YYYY-MM') as month, ${counted} from finding f where ${whichFindings(filter)}
    group by 1 order by 1`.execute(db);
  return rows;
}

/** By the institution of the finding; a finding of two institutions counts at both. */
export async function findingsByProvider(
  db: Kysely<Database>,
  filter: FindingFilter,
  limit: number,
): Promise<(FindingCount & { providerNo: string })[]> {
  const { rows } = await sql<FindingCount & { providerNo: string }>`
    select n as provider_no, ${counted} from finding f, unnest(f.provider_nos) n where ${whichFindings(filter)}
    group by n order by amount_fen desc, n limit ${limit}`.execute(db);
  return rows;
}

/** The last finished run that read every rule's whole period, newest first. */
export async function reviewRuns(db: Kysely<Database>, limit: number) {
  return db.selectFrom('reviewRun').selectAll().orderBy('startedAt', 'desc').limit(limit).execute();
}

export interface LastRuleRun {
  ruleId: string;
  runId: string;
  edition: number;
  partitions: number;
  hit: number;
  clear: number;
  notEvaluated: number;
  /** Uses of each exemption. */
  exempted: Record<string, number>;
  amountFen: number;
  seconds: number;
  finishedAt: Date | null;
  fromDay: number;
  toDay: number;
}

/** Each rule as its last finished run saw it; where two editions judged different dates of it, both together. */
export async function lastRunOfRules(db: Kysely<Database>): Promise<LastRuleRun[]> {
  const { rows } = await sql<LastRuleRun>`
    select q.*, l.finished_at, l.from_day, l.to_day from review_rule q join (
      select distinct on (q.rule_id) q.rule_id, r.* from review_rule q join review_run r using (run_id)
      where r.state = 'done' order by q.rule_id, r.finished_at desc) l using (rule_id, run_id)
    order by q.rule_id, q.edition desc`.execute(db);
  const byRule = Map.groupBy(rows, (row) => row.ruleId);
  return [...byRule.values()].map((own) => own.reduce(together));
}

function together(a: LastRuleRun, b: LastRuleRun): LastRuleRun {
  const exempted = { ...a.exempted };
  for (const [id, n] of Object.entries(b.exempted)) exempted[id] = (exempted[id] ?? 0) + n;
  const sums = ['partitions', 'hit', 'clear', 'notEvaluated', 'amountFen', 'seconds'] as const;
  return { ...a, exempted, ...Object.fromEntries(sums.map((name) => [name, a[name] + b[name]])) };
}
