// Facts of insured people for their credit: what was done and when, from ordinary visits, signals of alerts, and what was decided.
import { plannedVisits } from '@hengjian/catalog';
import { type CreditFact, type CreditValues, type Day, dayOf, type Instant, SECONDS_PER_DAY, standingEvents } from '@hengjian/domain';
import { type Kysely, sql } from 'kysely';
import { literal } from '../lake/duck.ts';
import type { LakeConnection } from '../lake/lake.ts';
import type { Database } from '../records/database.ts';

export interface PersonEvent {
  readonly personNo: string;
  readonly fact: CreditFact;
  readonly on: Day;
}

/**
 * Days and months with too many ordinary visits. Who is ill goes often: stays, approved chronic diseases and planned treatment (dialysis,
 * chemotherapy …) take no part.
 */
export async function personVisits(
  lake: LakeConnection,
  { from, to, visitsPerDay, placesPerMonth }: { from: Day; to: Day; visitsPerDay: number; placesPerMonth: number },
): Promise<PersonEvent[]> {
  const planned = (plannedVisits.standard as readonly string[])
    .map((code) => `starts_with("mainDiagnosis", ${literal(code)})`)
    .join(' OR ');
  const visits = `SELECT p."personNo", e."begunDay" AS "on", e.provider FROM encounter e JOIN person p USING (person)
    WHERE e.setting IN ('outpatient', 'emergency', 'pharmacy') AND NOT coalesce(${planned}, FALSE) AND e."begunDay" BETWEEN ${from} AND ${to}`;
  return lake.rows<PersonEvent & Record<string, never>>(`WITH v AS MATERIALIZED (${visits})
    SELECT "personNo", 'busyDayCount' AS fact, "on" FROM v GROUP BY "personNo", "on" HAVING count(*) >= ${visitsPerDay}
    UNION ALL SELECT "personNo", 'manyPlacesCount', max("on") FROM v GROUP BY "personNo", date_trunc('month', DATE '1970-01-01' + "on")
    HAVING count(DISTINCT provider) >= ${placesPerMonth} ORDER BY 1, 2, 3`);
}

/** Signals in force that nobody found explained, decisions about the person's own conduct, and penalties that were entered. */
export async function personEvents(
  db: Kysely<Database>,
  { from, to, asOf }: { from: Day; to: Day; asOf: Instant },
): Promise<PersonEvent[]> {
  const known = Math.min((to + 1) * SECONDS_PER_DAY - 1, asOf);
  const wrong = sql`t.state = 'closed' and t.reason in ('explained', 'policy', 'data', 'duplicate')`;
  const { rows } = await sql<PersonEvent>`
    select t.subject_no as person_no, case g.alert_id when 'two-places' then 'overlapCount' else 'stockCount' end as fact, g.to_day as "on"
      from alert_signal g join alert_story t using (story_id) where g.alert_id in ('two-places', 'supply-over') and t.subject_kind = 'person'
        and g.ended_at is null and g.found_at <= ${asOf} and g.to_day between ${from} and ${to} and not (${wrong})
    union all
    select n->>'no', 'companyCount', g.to_day from alert_signal g join alert_story t using (story_id) cross join lateral jsonb_array_elements(g.graph->'nodes') n
      where g.alert_id = 'card-cluster' and g.ended_at is null and g.found_at <= ${asOf} and g.to_day between ${from} and ${to} and not (${wrong})
    union all
    select f.person_nos[1], 'decidedCount', floor(e.at / ${SECONDS_PER_DAY})::int from finding f join finding_event e using (finding_id)
      where f.grain = 'person' and f.state = 'live' and cardinality(f.person_nos) = 1 and e.state_after = 'confirmed' and e.at between ${from * SECONDS_PER_DAY} and ${known}
    union all
    select provider_no, fact, "on" from credit_entry where "on" between ${from} and ${to} and at <= ${asOf}`.execute(db);
  return rows;
}

/** People of whom there is any fact; events count less as they grow old. */
export function personValues(
  events: readonly PersonEvent[],
  { asOf, halfDays }: { asOf: Instant; halfDays: number | undefined },
): Map<string, CreditValues> {
  const on = dayOf(asOf);
  return new Map(
    [...Map.groupBy(events, ({ personNo }) => personNo)].map(([personNo, own]) => [
      personNo,
      Object.fromEntries(
        [...Map.groupBy(own, ({ fact }) => fact)].map(([fact, of]) => [
          fact,
          standingEvents(
            of.map((one) => one.on),
            on,
            halfDays,
          ),
        ]),
      ),
    ]),
  );
}
