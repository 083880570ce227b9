// The catalogue of billable items in force: which codes exist, by edition. An edition replaces the one before it, kind by kind.
import { type Kysely, sql } from 'kysely';
import type { Database } from '../records/database.ts';

export interface CatalogueItem {
  code: string;
  name: string | null;
  /** Days in force, both included; null: open. */
  validFrom: number | null;
  validTo: number | null;
}

/** The first sign of a national code tells its kind (X western drug, Z patent medicine, T herb, C consumable, digits services). */
const kind = sql`left(code, 1)`;
const BATCH = 10_000;

/** Takes a new edition; items of kinds that it does not speak of stay as they are. */
export const importCatalogue = (db: Kysely<Database>, items: readonly CatalogueItem[], by: string, file: string): Promise<number> =>
  db.transaction().execute(async (tx) => {
    const { edition } = await tx
      .insertInto('catalogueEdition')
      .values({ importedBy: by, file, items: items.length })
      .returning('edition')
      .executeTakeFirstOrThrow();
    for (let at = 0; at < items.length; at += BATCH) {
      const rows = items.slice(at, at + BATCH).map((item) => ({
        edition,
        code: item.code,
        name: item.name,
        valid_from: item.validFrom,
        valid_to: item.validTo,
      }));
      await sql`insert into catalogue_item select * from jsonb_populate_recordset(null::catalogue_item, ${JSON.stringify(rows)}::jsonb)
        on conflict (edition, code) do nothing`.execute(tx);
    }
    return edition;
  });

/** Of every kind of code the items of its newest edition: a relation `(code, name, valid_from, valid_to)`. */
export const catalogueInForce = sql`(
  select i.code, i.name, i.valid_from, i.valid_to from catalogue_item i
    join (select ${kind} as kind, max(edition) as edition from catalogue_item group by 1) newest
      on newest.kind = left(i.code, 1) and newest.edition = i.edition)`;

/** Those of the codes that the catalogue in force does not have; none of a kind that no catalogue speaks of. */
export async function codesMissing(db: Kysely<Database>, codes: readonly string[]): Promise<ReadonlySet<string>> {
  if (codes.length === 0) return new Set();
  const { rows } = await sql<{ code: string }>`
    with kinds as (select distinct ${kind} as kind from catalogue_item)
    select c.code from unnest(${[...codes]}::text[]) as c (code)
    where left(c.code, 1) in (select kind from kinds)
      and not exists (select 1 from ${catalogueInForce} f where f.code = c.code)`.execute(db);
  return new Set(rows.map(({ code }) => code));
}

export async function catalogueSize(db: Kysely<Database>): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${catalogueInForce} f`.execute(db);
  return rows[0]?.n ?? 0;
}
