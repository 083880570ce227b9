// What the accounts of the national interface say: traffic, latency, reminders and what became of them.
import type { Instant } from '@hengjian/domain';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Database } from '../records/database.ts';

export interface TrafficQuery {
  readonly from: Instant;
  readonly to: Instant;
  /** One institution; all of them without. */
  readonly providerNo?: string | undefined;
  readonly ruleId?: string | undefined;
  /** Seconds that one point of the plot stands for. */
  readonly step: number;
}

interface Calls {
  calls: number;
  refused: number;
  failed: number;
  reminders: number;
  p50: number | null;
  p95: number | null;
  p99: number | null;
}
interface Dispositions {
  given: number;
  /** Went back to change the order. */
  accepted: number;
  /** Went on with a reason. */
  overridden: number;
  amountFen: number;
}
export interface Traffic {
  readonly total: Calls;
  readonly points: readonly (Calls & { at: Instant })[];
  readonly byMessage: readonly (Calls & { infno: string })[];
  readonly byProvider: readonly (Calls & Dispositions & { providerNo: string })[];
  readonly byRule: readonly (Dispositions & { ruleId: string })[];
  readonly reasons: readonly { reason: string; count: number }[];
}

const MOST_ROWS = 200;
const calls = sql`count(*)::int as calls, count(*) filter (where outcome = 'refused')::int as refused,
  count(*) filter (where outcome = 'failed')::int as failed, coalesce(sum(reminders), 0)::int as reminders,
  percentile_disc(0.5) within group (order by milliseconds) as p50,
  percentile_disc(0.95) within group (order by milliseconds) as p95,
  percentile_disc(0.99) within group (order by milliseconds) as p99`;
const dispositions = sql`count(*)::int as given, count(*) filter (where disposition = '2')::int as accepted,
  count(*) filter (where disposition = '1')::int as overridden, coalesce(sum(amount_fen), 0)::float8 as amount_fen`;

/** Percentiles are over calls that ended; null where none did. The last answer to a reminder counts. */
export async function interfaceTraffic(db: Kysely<Database>, query: TrafficQuery): Promise<Traffic> {
  const { from, to, providerNo, ruleId, step } = query;
  const own = sql`received_at >= ${from} and received_at < ${to} ${providerNo ? sql`and provider_no = ${providerNo}` : sql``}`;
  const given = sql`(select r.rule_id, r.amount_fen, c.provider_no, f.disposition, f.reason
    from interface_call c join audit_reminder r on r.call = c.serial
    left join lateral (select disposition, reason from audit_feedback where reminder_id = r.reminder_id order by serial desc limit 1) f on true
    where ${own} ${ruleId ? sql`and r.rule_id = ${ruleId}` : sql``}) as g`;
  const rows = async <T>(text: RawBuilder<unknown>): Promise<T[]> => (await text.execute(db)).rows as T[];
  const [total] = await rows<Calls>(sql`select ${calls} from interface_call where ${own}`);
  const points = await rows<Calls & { at: number }>(sql`
    select floor(received_at / ${step}) * ${step} as at, ${calls} from interface_call where ${own} group by 1 order by 1`);
  const byMessage = await rows<Calls & { infno: string }>(sql`
    select infno, ${calls} from interface_call where ${own} group by 1 order by calls desc, infno limit ${MOST_ROWS}`);
  const providerCalls = await rows<Calls & { providerNo: string }>(sql`
    select provider_no, ${calls} from interface_call where ${own} group by 1 order by calls desc, provider_no limit ${MOST_ROWS}`);
  const providerGiven = await rows<Dispositions & { providerNo: string }>(
    sql`select provider_no, ${dispositions} from ${given} group by 1`,
  );
  const byRule = await rows<Dispositions & { ruleId: string }>(sql`
    select rule_id, ${dispositions} from ${given} group by 1 order by given desc, rule_id limit ${MOST_ROWS}`);
  const reasons = await rows<{ reason: string; count: number }>(sql`
    select reason, count(*)::int as count from ${given} where disposition = '1' and reason is not null
    group by 1 order by count desc, reason limit 30`);
  const none: Dispositions = { given: 0, accepted: 0, overridden: 0, amountFen: 0 };
  return {
    total: total as Calls,
    points,
    byMessage,
    byProvider: providerCalls.map((row) => ({ ...none, ...providerGiven.find((g) => g.providerNo === row.providerNo), ...row })),
    byRule,
    reasons,
  };
}
