// Findings as screens ask for them: filtered, sorted, by page; their neighbours; sums with money counted once.
import type { FindingState } from '@hengjian/domain';
import type { Certainty } from '@hengjian/language';
import { type Expression, type Kysely, type RawBuilder, type Selectable, type SqlBool, sql } from 'kysely';
import type { Database } from '../records/database.ts';
import { moneyOnceOf } from '../review/finding-store.ts';

/** `live`: to be worked on; `exempted`: said, not pursued; `withdrawn`: no longer found. */
export type FindingStanding = 'live' | 'exempted' | 'withdrawn' | 'all';

export interface FindingFilter {
  /** Part of a number or of the explanation. */
  text?: string | undefined;
  ruleIds?: readonly string[] | undefined;
  certainty?: Certainty | undefined;
  providerNos?: readonly string[] | undefined;
  /** A whole person number. */
  personNo?: string | undefined;
  /** Everything found of the people of this finding (their numbers stay on the server). */
  peopleOf?: string | undefined;
  fromDay?: number | undefined;
  toDay?: number | undefined;
  leastFen?: number | undefined;
  mostFen?: number | undefined;
  standing: FindingStanding;
  /** Institutions whose findings may be seen (`providerScopeOf`); null: all. */
  scope: readonly string[] | null;
  /**
   * What concerns care of one physician: his encounters. Findings about a whole institution or department are nobody's own, however many of
   * his encounters they rest on.
   */
  treatedIn?: readonly string[] | undefined;
  /** States of the life of a finding. */
  lifeStates?: readonly string[] | undefined;
}

export const findingSorts = ['periodDay', 'amountFen', 'fundFen', 'ruleId', 'findingId'] as const;
export interface FindingOrder {
  by: (typeof findingSorts)[number];
  descending: boolean;
}
export interface PageOf {
  offset: number;
  limit: number;
}

export type StoredFinding = Selectable<Database['finding']> & { readonly lifeState?: FindingState | null; readonly dueDay?: number | null };
export type StoredFindingRecord = Selectable<Database['findingRecord']>;

const like = (text: string) => `%${text.replaceAll(/[\\%_]/g, (c) => `\\${c}`)}%`;

/** As the index `finding_words` has it. */
const searched = sql`(f.finding_id || chr(10) || f.subject_id || chr(10) || f.explanation_zh)`;
/** Numbers of encounters, settlements and people have neither blanks nor Chinese. */
const NUMBER = /^[\x21-\x7e]+$/;
/** Folding case costs three times the comparison, and Chinese has none. */
const likeThis = (text: string) => (text.toLowerCase() === text.toUpperCase() ? sql`like ${like(text)}` : sql`ilike ${like(text)}`);

/** The filter as a condition over `finding f`. */
export function whichFindings(filter: FindingFilter): RawBuilder<SqlBool> {
  const conditions: Expression<unknown>[] = [];
  if (filter.standing === 'live') conditions.push(sql`f.state = 'live' and f.exempted_by is null`);
  if (filter.standing === 'exempted') conditions.push(sql`f.state = 'live' and f.exempted_by is not null`);
  if (filter.standing === 'withdrawn') conditions.push(sql`f.state = 'withdrawn'`);
  if (filter.ruleIds?.length) conditions.push(sql`f.rule_id = any(${filter.ruleIds})`);
  if (filter.certainty) conditions.push(sql`f.certainty = ${filter.certainty}`);
  if (filter.providerNos?.length) conditions.push(sql`f.provider_nos && ${filter.providerNos}::text[]`);
  if (filter.personNo) conditions.push(sql`f.person_nos @> array[${filter.personNo}]::text[]`);
  if (filter.peopleOf) conditions.push(sql`f.person_nos && (select person_nos from finding where finding_id = ${filter.peopleOf})`);
  if (filter.treatedIn) conditions.push(sql`f.grain not in ('provider', 'department') and f.encounter_nos && ${filter.treatedIn}::text[]`);
  if (filter.fromDay !== undefined) conditions.push(sql`f.period_day >= ${filter.fromDay}`);
  if (filter.toDay !== undefined) conditions.push(sql`f.period_day <= ${filter.toDay}`);
  if (filter.leastFen !== undefined) conditions.push(sql`f.amount_fen >= ${filter.leastFen}`);
  if (filter.mostFen !== undefined) conditions.push(sql`f.amount_fen <= ${filter.mostFen}`);
  if (filter.scope) conditions.push(sql`f.provider_nos && ${filter.scope}::text[]`);
  if (filter.lifeStates?.length)
    conditions.push(
      sql`exists (select 1 from finding_case c where c.finding_id = f.finding_id and c.state = any(${filter.lifeStates}::text[]))`,
    );
  const text = filter.text?.trim();
  if (text)
    conditions.push(
      NUMBER.test(text)
        ? sql`(${searched} ${likeThis(text)} or f.encounter_nos @> array[${text}]::text[] or f.settlement_nos @> array[${text}]::text[]
            or f.person_nos @> array[${text}]::text[])`
        : sql`${searched} ${likeThis(text)}`,
    );
  return conditions.length ? sql<SqlBool>`${sql.join(conditions, sql` and `)}` : sql<SqlBool>`true`;
}

const orders = {
  periodDay: sql`f.period_day`,
  amountFen: sql`f.amount_fen`,
  fundFen: sql`f.fund_fen`,
  ruleId: sql`f.rule_id`,
  findingId: sql`f.finding_id`,
};
/** Unknown money stands last either way; equal ones by id, so that pages and neighbours agree. */
const ordered = ({ by, descending }: FindingOrder, backwards = false) => {
  const way = descending === backwards ? sql`asc` : sql`desc`;
  return sql`${orders[by]} ${way} nulls ${backwards ? sql`first` : sql`last`}, f.finding_id ${way}`;
};

export interface FindingSums {
  count: number;
  /** Money once. */
  amountFen: number;
  /** Of the lines whose fund share is determined. */
  fundFen: number;
  providerCount: number;
  personCount: number;
}

/** Further than this a list is not counted: a total beyond it says nothing to a person that "more than" does not. */
export const FINDINGS_COUNTED = 1_000;

export interface CountedTo {
  readonly count: number;
  /** There are more than counted. */
  readonly more: boolean;
}

/** States that are the whole wish: how many wait in them is kept, not counted. */
function statesAlone({ standing, lifeStates, ...more }: FindingFilter): readonly string[] | undefined {
  const plain = Object.values(more).every((wish) => wish === undefined || wish === null || (Array.isArray(wish) && wish.length === 0));
  return plain && (standing === 'live' || standing === 'all') && lifeStates?.length ? lifeStates : undefined;
}

const counted = (n: number): CountedTo => ({ count: Math.min(n, FINDINGS_COUNTED), more: n > FINDINGS_COUNTED });

/**
 * One page of the findings of a filter, with how many there are: exactly where only states are asked for, else as far as lists are
 * counted. What is found is looked for once, for the count and for the page.
 */
export async function listFindings(
  db: Kysely<Database>,
  filter: FindingFilter,
  order: FindingOrder,
  page: PageOf,
): Promise<CountedTo & { rows: StoredFinding[] }> {
  const states = statesAlone(filter);
  if (states) {
    const kept = sql<{ count: number }>`select coalesce(sum(count), 0)::int as count from finding_waiting
      where state = any(${states}::text[]) ${filter.standing === 'live' ? sql`and pursued` : sql``}`;
    const [{ rows: sums }, rows] = await Promise.all([kept.execute(db), pageOfFindings(db, filter, order, page)]);
    return { count: sums[0]?.count ?? 0, more: false, rows };
  }
  const found = sql`select f.* from finding f where ${whichFindings(filter)} limit ${FINDINGS_COUNTED + 1}`;
  const { rows } = await sql<{ count: number; findingIds: string[] | null }>`select count(*)::int as count,
      (array_agg(f.finding_id order by ${ordered(order)}))[${page.offset + 1}::int:${page.offset + page.limit}::int] as finding_ids
    from (${found}) f`.execute(db);
  const count = counted(rows[0]?.count ?? 0);
  if (count.more) return { ...count, rows: await pageOfFindings(db, filter, order, page) };
  const ids = rows[0]?.findingIds ?? [];
  return { ...count, rows: ids.length === 0 ? [] : await pageOf(db, sql<SqlBool>`f.finding_id = any(${ids}::text[])`, order, page.limit) };
}

/** How many findings the filter has, whom they touch, and their money with each line once. */
export async function sumFindings(db: Kysely<Database>, filter: FindingFilter): Promise<FindingSums> {
  const which = whichFindings(filter);
  const { rows } = await sql<{ count: number; providerCount: number; personCount: number }>`
    with chosen as (select provider_nos, person_nos from finding f where ${which})
    select (select count(*) from chosen)::int as count,
      (select count(distinct n) from chosen, unnest(provider_nos) n)::int as provider_count,
      (select count(distinct n) from chosen, unnest(person_nos) n)::int as person_count`.execute(db);
  const counts = rows[0] ?? { count: 0, providerCount: 0, personCount: 0 };
  return { ...counts, ...(await moneyOnceOf(db, which)) };
}

/** One page of the findings of a filter, in a total order. */
export async function pageOfFindings(
  db: Kysely<Database>,
  filter: FindingFilter,
  order: FindingOrder,
  { offset, limit }: PageOf,
): Promise<StoredFinding[]> {
  return pageOf(db, whichFindings(filter), order, limit, offset);
}

async function pageOf(db: Kysely<Database>, which: RawBuilder<SqlBool>, order: FindingOrder, limit: number, offset = 0) {
  const { rows } = await sql<StoredFinding>`
    select f.*, (select c.state from finding_case c where c.finding_id = f.finding_id) as life_state,
      (select c.due_day from finding_case c where c.finding_id = f.finding_id) as due_day
    from finding f where ${which} order by ${ordered(order)} limit ${limit} offset ${offset}`.execute(db);
  return rows;
}

/** Every finding of the filter, a page at a time. */
export async function* allFindings(db: Kysely<Database>, filter: FindingFilter, order: FindingOrder): AsyncGenerator<StoredFinding> {
  const limit = 2000;
  for (let offset = 0; ; offset += limit) {
    const page = await pageOfFindings(db, filter, order, { offset, limit });
    yield* page;
    if (page.length < limit) return;
  }
}

export interface Neighbours {
  previous: string | null;
  next: string | null;
  /** 1-based; null where the finding is not in the filter, or further down than lists are counted. */
  position: number | null;
  total: number;
  /** There are more than `total`. */
  more: boolean;
}

/** The findings before and after one in the list it was opened from. */
export async function neighboursOf(
  db: Kysely<Database>,
  findingId: string,
  filter: FindingFilter,
  order: FindingOrder,
): Promise<Neighbours> {
  const which = whichFindings(filter);
  const key = orders[order.by];
  const [larger, smaller] = [
    sql`${key} > own.key or (${key} = own.key and f.finding_id > own.finding_id)`,
    sql`${key} < own.key or (${key} = own.key and f.finding_id < own.finding_id)`,
  ];
  // unknown money stands last either way
  const [nullsBefore, nullsAfter] = [
    sql`own.key is null and (${key} is not null or ${order.descending ? sql`f.finding_id > own.finding_id` : sql`f.finding_id < own.finding_id`})`,
    sql`${key} is null and (own.key is not null or ${order.descending ? sql`f.finding_id < own.finding_id` : sql`f.finding_id > own.finding_id`})`,
  ];
  const before = sql`(coalesce(${order.descending ? larger : smaller}, false) or ${nullsBefore})`;
  const after = sql`(coalesce(${order.descending ? smaller : larger}, false) or ${nullsAfter})`;
  const upTo = (what: RawBuilder<unknown>) =>
    sql`(select count(*) from (select 1 from finding f where ${what} limit ${FINDINGS_COUNTED + 1}) n)::int`;
  const { rows } = await sql<{ previous: string | null; next: string | null; before: number; total: number }>`
    with own as (select f.finding_id, ${key} as key from finding f where f.finding_id = ${findingId} and ${which})
    select ${upTo(sql`${which} and ${before}`)} as before, ${upTo(which)} as total,
      (select f.finding_id from finding f where ${which} and ${before} order by ${ordered(order, true)} limit 1) as previous,
      (select f.finding_id from finding f where ${which} and ${after} order by ${ordered(order)} limit 1) as next
    from own`.execute(db);
  const own = rows[0];
  if (!own) return { previous: null, next: null, position: null, total: 0, more: false };
  const { count: total, more } = counted(own.total);
  return { previous: own.previous, next: own.next, position: own.before < FINDINGS_COUNTED ? own.before + 1 : null, total, more };
}

export interface FindingFile {
  finding: StoredFinding;
  records: StoredFindingRecord[];
  /** Earlier versions, newest first. */
  history: { version: number; state: string; cause: string | null; runId: string; recordedAt: Date; amountFen: number }[];
}

/**
 * A finding with its records and earlier versions; undefined when there is none, or none in the scope. Of a finding that touches
 * several institutions, each sees the records of its own.
 */
export async function findingFile(
  db: Kysely<Database>,
  findingId: string,
  scope: readonly string[] | null,
): Promise<FindingFile | undefined> {
  const finding = await db
    .selectFrom('finding')
    .selectAll()
    .where('findingId', '=', findingId)
    .$if(scope !== null, (query) => query.where(sql<SqlBool>`provider_nos && ${scope}::text[]`))
    .executeTakeFirst();
  if (!finding) return undefined;
  const records = await db
    .selectFrom('findingRecord')
    .selectAll()
    .where('findingId', '=', findingId)
    .$if(scope !== null, (query) => query.where('providerNo', 'in', scope ?? []))
    .orderBy('day')
    .orderBy('encounterNo')
    .orderBy('lineNo')
    .execute();
  const versions = await db
    .selectFrom('findingVersion')
    .select(['version', 'state', 'cause', 'runId', 'recordedAt', 'content'])
    .where('findingId', '=', findingId)
    .orderBy('version', 'desc')
    .execute();
  const history = versions.map(({ content, ...version }) => ({ ...version, amountFen: (content as { amount_fen: number }).amount_fen }));
  return { finding, records, history };
}
