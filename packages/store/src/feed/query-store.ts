// What hospitals' software asks of the catalogue: items, matchings, price limits. Pages are counted from one.
import type { Day, Instant } from '@hengjian/domain';
import { type Kysely, sql } from 'kysely';
import { catalogueInForce } from '../knowledge/catalogue.ts';
import type { Database } from '../records/database.ts';

export interface Paging {
  readonly page: number;
  readonly size: number;
}
export interface CatalogueWish extends Paging {
  readonly code: string | null;
  readonly name: string | null;
  /** Only what is in force on that day. */
  readonly on: Day | null;
}
export interface CatalogueRow {
  readonly code: string;
  readonly name: string | null;
  readonly validFrom: Day | null;
  readonly validTo: Day | null;
}
export interface MatchWish extends Paging {
  readonly providerNo: string;
  readonly ownCode: string | null;
  readonly itemCode: string | null;
  readonly on: Day | null;
}
export interface MatchRow {
  readonly serial: number;
  readonly row: number;
  readonly providerNo: string;
  readonly ownCode: string;
  readonly ownName: string | null;
  readonly listType: string | null;
  readonly itemCode: string;
  readonly beginsOn: Day | null;
  readonly endsOn: Day | null;
  readonly receivedAt: Instant;
}
export interface PriceLimitRow {
  readonly pointId: string;
  readonly code: string;
  readonly from: Day | null;
  readonly to: Day | null;
  /** In yuan: one for every institution, or by its class ("3" "2" "1" "0"). */
  readonly maxPrice: number | Readonly<Record<string, number>>;
}

export interface QueryStore {
  items(wish: CatalogueWish): Promise<CatalogueRow[]>;
  matches(wish: MatchWish): Promise<MatchRow[]>;
  /** `ruleCode`: whose knowledge tells the limits. */
  priceLimits(wish: Omit<CatalogueWish, 'name'> & { ruleCode: string }): Promise<PriceLimitRow[]>;
}

const inForce = (from: string, to: string, on: Day | null) =>
  on === null
    ? sql`true`
    : sql`(${sql.ref(from)} is null or ${sql.ref(from)} <= ${on}) and (${sql.ref(to)} is null or ${sql.ref(to)} >= ${on})`;
const pageOf = ({ page, size }: Paging) => sql`limit ${size} offset ${(page - 1) * size}`;
/** Signs that mean something to `like` stand for themselves. */
const containing = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

export const queryStoreOf = (db: Kysely<Database>): QueryStore => ({
  async items(wish) {
    const { rows } = await sql<CatalogueRow>`
      select code, name, valid_from as "validFrom", valid_to as "validTo" from ${catalogueInForce} f
      where ${wish.code === null ? sql`true` : sql`code = ${wish.code}`}
        and ${wish.name === null ? sql`true` : sql`name like ${containing(wish.name)}`}
        and ${inForce('valid_from', 'valid_to', wish.on)}
      order by code ${pageOf(wish)}`.execute(db);
    return rows;
  },
  async matches(wish) {
    let query = db.selectFrom('catalogueMatch').selectAll().where('providerNo', '=', wish.providerNo).where('endedBy', 'is', null);
    if (wish.ownCode !== null) query = query.where('ownCode', '=', wish.ownCode);
    if (wish.itemCode !== null) query = query.where('itemCode', '=', wish.itemCode);
    const rows = await query
      .where(sql<boolean>`${inForce('begins_on', 'ends_on', wish.on)}`)
      .orderBy('ownCode')
      .orderBy('serial')
      .orderBy('row')
      .limit(wish.size)
      .offset((wish.page - 1) * wish.size)
      .execute();
    return rows.map((row) => ({ ...row, serial: Number(row.serial) }));
  },
  async priceLimits(wish) {
    const { rows } = await sql<PriceLimitRow>`
      select p.point_id as "pointId", c.code, p.in_force_from as "from", p.in_force_to as "to", k.params -> 'maxPrice' as "maxPrice"
      from knowledge_place p
        join knowledge_point k using (point_id, version)
        join knowledge_code c using (point_id, version)
      where p.usable and k.params ? 'maxPrice' and k.rule_key = ${wish.ruleCode}
        and ${wish.code === null ? sql`true` : sql`c.code = ${wish.code}`}
        and ${inForce('p.in_force_from', 'p.in_force_to', wish.on)}
      order by c.code, p.point_id ${pageOf(wish)}`.execute(db);
    return rows;
  },
});
