// One import of knowledge as one transaction, in pieces of some thousand rows. Rows go over as one JSON value a statement: a table of
// millions is written at the speed of its indexes.
import type {
  KnowledgeStore,
  KnowledgeWriting,
  NewVersion,
  PointPlace,
  StandingPoint,
  TouchedPoint,
} from '@hengjian/workflows/knowledge/ports.ts';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from '../records/database.ts';

type Work<T> = (writing: KnowledgeWriting) => Promise<{ keep: boolean; value: T }>;
/** Touched points that are placed together. */
const AT_ONCE = 5_000;
/** From so many rows on, PostgreSQL looks at the tables anew: its plans would be made for what was there before. */
const MANY = 50_000;

/** Ends a transaction without a trace, and without being a fault. */
class NotKept extends Error {}

export async function importing<T>(db: Kysely<Database>, head: Parameters<KnowledgeStore['importing']>[0], work: Work<T>): Promise<T> {
  let done: { keep: boolean; value: T } | undefined;
  try {
    await db.transaction().execute(async (tx) => {
      await sql`create temporary table knowledge_touched (id text primary key, change text, rule_code text, rule_name text, file text, row_no integer)
        on commit drop`.execute(tx);
      const writing = new Writing(tx, head);
      done = await work(writing);
      if (!done.keep) throw new NotKept();
      if (writing.written > MANY) await sql`analyze knowledge_point, knowledge_code, knowledge_place`.execute(tx);
    });
  } catch (error) {
    if (!(error instanceof NotKept)) throw error;
  }
  return (done as { value: T }).value;
}

class Writing implements KnowledgeWriting {
  written = 0;
  #importId: string | undefined;
  readonly #tx: Transaction<Database>;
  readonly #head: Parameters<KnowledgeStore['importing']>[0];

  constructor(tx: Transaction<Database>, head: Parameters<KnowledgeStore['importing']>[0]) {
    this.#tx = tx;
    this.#head = head;
  }

  async standing(ids: readonly string[]): Promise<StandingPoint[]> {
    const { rows } = await sql<StandingPoint>`
      select distinct on (point_id) point_id as id, version, content_hash, params, reason, source, supersedes, published_on, valid_from, valid_to
      from knowledge_point where point_id = any(${[...ids]}::text[]) order by point_id, version desc`.execute(this.#tx);
    return rows;
  }

  async write(versions: readonly NewVersion[]): Promise<void> {
    if (versions.length === 0) return;
    const { by, at, files } = this.#head;
    this.#importId ??= (
      await this.#tx
        .insertInto('knowledgeImport')
        .values({ importedAt: at, importedBy: by, files: JSON.stringify(files) })
        .returning('importId')
        .executeTakeFirstOrThrow()
    ).importId;
    await this.#insert('knowledge_point', versions.map(rowOf(this.#importId)));
    await this.#insert('knowledge_code', versions.flatMap(codesOf));
    await this.#changed(versions.map(({ ruleKey }) => ruleKey));
    this.written += versions.length;
  }

  async touch(points: readonly TouchedPoint[]): Promise<void> {
    const rows = points.map(({ id, change, ruleCode, ruleName, file, row }) => ({
      id,
      change,
      rule_code: ruleCode,
      rule_name: ruleName,
      file,
      row_no: row,
    }));
    // a row of the import says more than a neighbour
    await sql`insert into knowledge_touched select distinct on (id) * from json_populate_recordset(null::knowledge_touched, ${JSON.stringify(rows)}::json)
      order by id, change nulls last
      on conflict (id) do update set change = excluded.change, rule_code = excluded.rule_code, rule_name = excluded.rule_name, file = excluded.file,
        row_no = excluded.row_no where excluded.change is not null`.execute(this.#tx);
  }

  async *touched(): AsyncGenerator<TouchedPoint[]> {
    let after = '';
    for (;;) {
      const { rows } = await sql<TouchedPoint>`select id, change, rule_code, rule_name, file, row_no as row from knowledge_touched
        where id > ${after} order by id limit ${AT_ONCE}`.execute(this.#tx);
      const last = rows.at(-1);
      if (!last) return;
      yield rows;
      after = last.id;
    }
  }

  async linked(ids: readonly string[]): Promise<StandingPoint[]> {
    const found = new Map<string, StandingPoint>();
    const asked = new Set(ids);
    for (let next = [...ids]; next.length > 0; ) {
      const points = await this.standing(next);
      for (const point of points) found.set(point.id, point);
      const { rows } = await sql<{ pointId: string }>`
        select distinct point_id from knowledge_point where supersedes = any(${next}::text[])`.execute(this.#tx);
      next = [...rows.map(({ pointId }) => pointId), ...points.flatMap(({ supersedes }) => supersedes ?? [])].filter(
        (id) => !asked.has(id) && asked.add(id),
      );
    }
    return [...found.values()];
  }

  async place(places: readonly PointPlace[]): Promise<void> {
    const rows = places.map((place) => ({
      point_id: place.pointId,
      version: place.version,
      state: place.state,
      lineage: place.lineage,
      in_force_from: place.inForceFrom,
      in_force_to: place.inForceTo,
      usable: place.usable,
      superseded_by: place.supersededBy,
      reason: place.reason,
    }));
    // those that are new or have moved; the others are left untouched
    const { rows: moved } = await sql<{ ruleKey: string }>`with placed as (
        insert into knowledge_place select * from json_populate_recordset(null::knowledge_place, ${JSON.stringify(rows)}::json)
        on conflict (point_id) do update set version = excluded.version, state = excluded.state, lineage = excluded.lineage,
          in_force_from = excluded.in_force_from, in_force_to = excluded.in_force_to, usable = excluded.usable,
          superseded_by = excluded.superseded_by, reason = excluded.reason
          where knowledge_place is distinct from excluded
        returning point_id, version)
      select distinct rule_key from placed join knowledge_point using (point_id, version)`.execute(this.#tx);
    await this.#changed(moved.map(({ ruleKey }) => ruleKey));
  }

  /** Rules that read something else from now on. */
  async #changed(ruleKeys: readonly string[]): Promise<void> {
    if (ruleKeys.length === 0 || this.#importId === undefined) return;
    await sql`insert into knowledge_state select distinct key, ${this.#importId}::bigint from unnest(${[...ruleKeys]}::text[]) as changed (key)
      on conflict (rule_key) do update set import_id = excluded.import_id`.execute(this.#tx);
  }

  async #insert(table: 'knowledge_point' | 'knowledge_code', rows: readonly object[]): Promise<void> {
    const name = sql.raw(table);
    await sql`insert into ${name} select * from json_populate_recordset(null::${name}, ${JSON.stringify(rows)}::json)`.execute(this.#tx);
  }
}

const rowOf =
  (importId: string) =>
  ({ point, params, reason, ...version }: NewVersion): object => ({
    point_id: point.id,
    version: version.version,
    import_id: importId,
    rule_key: version.ruleKey,
    rule_code: point.ruleCode,
    rule_name: point.ruleName,
    kind: version.kind,
    subject: point.subject,
    constraint_text: point.constraint,
    logic: point.logic,
    basis: point.basis,
    batch: point.batch,
    published_on: point.publishedOn,
    valid_from: point.validFrom,
    valid_to: point.validTo,
    supersedes: point.supersedes,
    raw: point,
    params,
    source: version.source,
    reason,
    content_hash: version.contentHash,
    file: version.file,
    file_row: version.row,
    shipped: version.shipped,
  });

function codesOf({ point, version, codes }: NewVersion): object[] {
  const next = new Map<string, number>();
  return codes.map(({ role, code }) => {
    const position = next.get(role) ?? 0;
    next.set(role, position + 1);
    return { point_id: point.id, version, role, position, code };
  });
}
