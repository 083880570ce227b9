// Facts of institutions for their credit, read from the records of a period as they were known at an instant.
import {
  type CreditValues,
  creditFacts,
  type Day,
  dayOf,
  type Instant,
  inForceStates,
  type ProviderFact,
  SECONDS_PER_DAY,
} from '@hengjian/domain';
import { type Kysely, sql } from 'kysely';
import type { LakeConnection } from '../lake/lake.ts';
import type { Database } from '../records/database.ts';

/** What the fund paid to each institution for settlements of these days, in fen. */
export async function settledFunds(lake: LakeConnection, from: Day, to: Day): Promise<Map<string, number>> {
  const rows = await lake.rows<{ no: string; fund: number }>(
    `SELECT v."providerNo" AS no, sum(s."fundFen")::DOUBLE AS fund FROM settlement s JOIN provider v USING (provider)
     WHERE s."settledDay" BETWEEN ${from} AND ${to} GROUP BY 1`,
  );
  return new Map(rows.map(({ no, fund }) => [no, Number(fund ?? 0)]));
}

type Row = { providerNo: string } & { [F in ProviderFact]?: number };

/** Institutions with settlements or with any fact. `settled`: by institution, of the same days. */
export async function creditValues(
  db: Kysely<Database>,
  { from, to, asOf, settled }: { from: Day; to: Day; asOf: Instant; settled: ReadonlyMap<string, number> },
): Promise<Map<string, CreditValues>> {
  const known = dayOf(asOf);
  const [begin, end] = [from * SECONDS_PER_DAY, Math.min((to + 1) * SECONDS_PER_DAY - 1, asOf)];
  const ask = async (statement: ReturnType<typeof sql<Row>>) => (await statement.execute(db)).rows;
  const declared = sql`exists (select 1 from finding_event d where d.finding_id = c.finding_id and d.action = 'declare' and d.at <= ${asOf})`;
  const rows = [
    // the claims' postings within the period: what was decided, less what was taken back
    ...(await ask(sql<Row>`select c.provider_no,
        coalesce(sum(l.fund_fen) filter (where l.account in ('upheld', 'refused', 'offset', 'paidBack', 'writtenOff', 'owedBack', 'givenBack') and not ${declared}), 0)::float8 as upheld_fen,
        coalesce(sum(l.fund_fen) filter (where l.account = 'selfReturned'), 0)::float8 as self_returned_fen
      from finding_ledger l join finding_case c using (finding_id) where l.at between ${begin} and ${end} and c.provider_no is not null group by 1`)),
    ...(await ask(sql<Row>`select c.provider_no, count(*)::int as upheld_count from finding_case c
      join lateral (select state_after from finding_event e where e.finding_id = c.finding_id and e.at <= ${asOf} order by serial desc limit 1) s
        on s.state_after in ('confirmed', 'recovery', 'closed')
      where c.provider_no is not null and not ${declared} and exists (select 1 from finding_event e where e.finding_id = c.finding_id
        and e.state_after = 'confirmed' and e.at between ${begin} and ${end}) group by 1`)),
    ...(await ask(sql<Row>`select provider_no, count(*)::int as data_quality_count from (
        select unnest(provider_nos) as provider_no from finding where certainty = 'quality' and state = 'live' and exempted_by is null
          and period_day between ${from} and ${to} and extract(epoch from recorded_at at time zone 'Asia/Shanghai') <= ${asOf}) q group by 1`)),
    ...(await ask(sql<Row>`select provider_no, count(*)::int as complaint_count from complaint where provider_no is not null and result in ('verified', 'partly')
        and closed_on between ${from} and least(${to}::int, ${known}::int) group by 1`)),
    ...(await ask(sql<Row>`select provider_no, sum(counted - (select coalesce(sum((x->>'points')::int), 0) from jsonb_array_elements(repairs) x where (x->>'on')::int <= ${known}))::int as staff_points
      from point_record where effective_on between ${from} and least(${to}::int, ${known}::int)
        and (state = 'effective' or (state = 'revoked' and revoked_on > ${known})) group by 1`)),
    ...(await ask(sql<Row>`select x.provider_no, count(distinct p.practitioner_no)::int as stopped_staff_count
      from practitioner_standing s join practitioner_registration p using (practitioner_no) cross join lateral unnest(p.provider_nos) x(provider_no)
      where s.recorded_at <= ${asOf} and (s.replaced_at is null or s.replaced_at > ${asOf}) and s.from_day <= ${to} and (s.to_day is null or s.to_day >= ${from}) group by 1`)),
    ...(await entered(db, from, to, asOf)),
  ];
  const all = new Map<string, Record<ProviderFact, number>>();
  const of = (providerNo: string) => {
    const kept = all.get(providerNo) ?? (Object.fromEntries(creditFacts.map((fact) => [fact, 0])) as Record<ProviderFact, number>);
    all.set(providerNo, kept);
    return kept;
  };
  for (const providerNo of settled.keys()) of(providerNo);
  for (const { providerNo, ...facts } of rows) Object.assign(of(providerNo), facts);
  for (const [providerNo, values] of all) {
    const fund = settled.get(providerNo) ?? 0;
    values.upheldFen = Math.max(0, values.upheldFen);
    values.upheldShare = fund > 0 ? Math.floor((values.upheldFen * 10_000) / fund) : 0;
  }
  return all;
}

/** What people entered and what our own cases decided; a decision that points also rest on counts once, by its number. */
async function entered(db: Kysely<Database>, from: Day, to: Day, asOf: Instant): Promise<Row[]> {
  const { rows } = await sql<{ providerNo: string; fact: ProviderFact; n: number }>`
    select provider_no, fact, count(distinct document)::int as n from (
      select provider_no, fact, document from credit_entry where "on" between ${from} and ${to} and at <= ${asOf}
      union all
      select provider_no, 'agreementCount', decision_ref from point_record
        where decision_kind = 'agreement' and decided_on between ${from} and ${to} and state <> 'revoked' and proposed_on <= ${dayOf(asOf)}
      union all
      select provider_no, 'punishedCount', content->'decision'->>'no' from enforcement_case
        where provider_no is not null and outcome = 'punish' and state = any(${[...inForceStates]}::text[])
          and decided_on between ${from} and least(${to}::int, ${dayOf(asOf)}::int)
    ) e group by 1, 2`.execute(db);
  return rows.map(({ providerNo, fact, n }) => ({ providerNo, [fact]: n }));
}
