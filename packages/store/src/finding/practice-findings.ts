// How many live findings concern each of some physicians or pharmacies: all of a page of a list at once.
import { type Kysely, sql } from 'kysely';
import { whichFindings } from '../browse/findings.ts';
import type { Database } from '../records/database.ts';

export interface Treated {
  readonly no: string;
  readonly encounterNo: string;
}

/** By physician: findings that `FindingFilter.treatedIn` means. `scope`: institutions that may be seen; null: all. */
export async function findingsOfTreated(
  db: Kysely<Database>,
  treated: readonly Treated[],
  scope: readonly string[] | null,
): Promise<Map<string, number>> {
  if (treated.length === 0) return new Map();
  const { rows } = await sql<{ no: string; n: number }>`
    with x as (select * from unnest(${treated.map(({ no }) => no)}::text[], ${treated.map(({ encounterNo }) => encounterNo)}::text[]) t(no, encounter_no))
    select x.no, count(distinct f.finding_id)::int as n from finding f cross join lateral unnest(f.encounter_nos) e(encounter_no) join x using (encounter_no)
    where ${whichFindings({ standing: 'live', scope })} and f.grain not in ('provider', 'department') group by x.no`.execute(db);
  return new Map(rows.map(({ no, n }) => [no, n]));
}

export async function findingsAtProviders(db: Kysely<Database>, providerNos: readonly string[]): Promise<Map<string, number>> {
  if (providerNos.length === 0) return new Map();
  const { rows } = await sql<{ no: string; n: number }>`
    select p.no, count(*)::int as n from finding f cross join lateral unnest(f.provider_nos) p(no)
    where ${whichFindings({ standing: 'live', scope: null, providerNos })} and p.no = any(${providerNos}::text[]) group by p.no`.execute(
    db,
  );
  return new Map(rows.map(({ no, n }) => [no, n]));
}
