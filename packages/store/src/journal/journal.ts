// The journal: appended inside the transaction that does the step, one chain for the whole home.
import {
  canonical,
  type JournalHead,
  type JournalReader,
  type JournalStep,
  type KeptStep,
  linkSteps,
  type SealedRow,
  sm3,
} from '@hengjian/workflows';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../records/database.ts';
import { sealedTables } from './sealed-tables.ts';

/**
 * Appends steps in the caller's transaction: they stand or fall with what they tell. Call it **last**: it takes the chain's lock,
 * which is held until the transaction ends. A thousand steps cost as much as one. Throws outside a transaction.
 */
export async function appendSteps(trx: Kysely<Database>, steps: readonly JournalStep[]): Promise<void> {
  if (!trx.isTransaction) throw new Error('steps are appended inside the transaction that does them');
  if (steps.length === 0) return;
  const rows = steps.flatMap((step) => step.rows ?? []);
  const digests = rows.length > 0 ? await digestsOf(trx, rows) : new Map<string, string>();
  const head = await trx.selectFrom('journalHead').select(['serial', 'hash']).forUpdate().executeTakeFirstOrThrow();
  const kept = linkSteps(
    steps,
    { serial: Number(head.serial), hash: head.hash },
    (table, key) => digests.get(nameOf({ table, key })) ?? null,
  );
  const end = kept.at(-1) as KeptStep;
  await sql`with added as (
      insert into journal (serial, at, by, noun, subject_id, action, before, after, why, detail, hash)
      select * from json_to_recordset(${JSON.stringify(kept.map(wire))}::json)
        as s(serial bigint, at float8, by text, noun text, subject_id text, action text, before text, after text, why text, detail text, hash text))
    update journal_head set serial = ${end.serial}, hash = ${end.hash}`.execute(trx);
}

/** In the caller's transaction where there is one, else in one of its own. */
export const transacted = <T>(db: Kysely<Database>, work: (trx: Kysely<Database>) => Promise<T>): Promise<T> =>
  db.isTransaction ? work(db) : db.transaction().execute(work);

const wire = ({ subjectId, ...step }: KeptStep) => ({ ...step, subject_id: subjectId });
const nameOf = ({ table, key }: SealedRow) => `${table}\0${key}`;

/** Digests of rows as they stand, one question a table. */
async function digestsOf(db: Kysely<Database>, rows: readonly SealedRow[]): Promise<Map<string, string>> {
  const digests = new Map<string, string>();
  for (const [name, own] of Map.groupBy(rows, ({ table }) => table)) {
    const sealed = sealedTables[name];
    if (!sealed) throw new Error(`sealed-tables.ts names no table ${name}`);
    // compared in the key's own type, which PostgreSQL gives the parameter: as texts no index would serve, and every step would read the table
    const keys = [...new Set(own.map(({ key }) => key))];
    const found = await sql<{ key: string; content: string }>`
      select ${sql.ref(sealed.key)}::text as key, to_jsonb(t)::text as content from ${sql.table(sealed.table)} t
      where ${sql.ref(sealed.key)} = any(${keys})`.execute(db);
    for (const { key, content } of found.rows) {
      const row = JSON.parse(content) as Record<string, unknown>;
      digests.set(nameOf({ table: name, key }), sm3(canonical(sealed.columns.map((column) => (column && row[column]) ?? null))));
    }
  }
  return digests;
}

const columns = ['serial', 'at', 'by', 'noun', 'subjectId', 'action', 'before', 'after', 'why', 'detail', 'hash'] as const;

export const journalOf = (db: Kysely<Database>): JournalReader & JournalSearch => ({
  async after(serial, limit) {
    const rows = await db
      .selectFrom('journal')
      .select(columns)
      .where('serial', '>', String(serial))
      .orderBy('serial')
      .limit(limit)
      .execute();
    return rows.map(keptOf);
  },
  async head(): Promise<JournalHead> {
    const { serial, hash } = await db.selectFrom('journalHead').select(['serial', 'hash']).executeTakeFirstOrThrow();
    return { serial: Number(serial), hash };
  },
  async digests(rows) {
    const found = await digestsOf(db, rows);
    return rows.map((row) => found.get(nameOf(row)) ?? null);
  },
  async stranger(named) {
    const tables = Object.values(sealedTables).filter(({ every }) => every);
    for (const { table, key, every } of tables) {
      const which = every === 'row' ? sql`true` : sql.raw((every as { where: string }).where);
      const { rows } = await sql<{ key: string }>`select ${sql.ref(key)}::text as key from ${sql.table(table)} where ${which}`.execute(db);
      const own = named.get(table);
      const stranger = rows.find((row) => !own?.has(row.key));
      if (stranger) return { table, key: stranger.key };
    }
    return null;
  },
  async page({ noun, subjectId, by, before, limit }) {
    let query = db.selectFrom('journal').select(columns).orderBy('serial', 'desc').limit(limit);
    if (noun) query = query.where('noun', '=', noun);
    if (subjectId) query = query.where('subjectId', '=', subjectId);
    if (by) query = query.where('by', '=', by);
    if (before) query = query.where('serial', '<', String(before));
    return (await query.execute()).map(keptOf);
  },
});

/** Steps as a screen asks for them, the newest first. */
export interface JournalSearch {
  page(wish: {
    noun?: string | undefined;
    subjectId?: string | undefined;
    by?: string | undefined;
    before?: number | undefined;
    limit: number;
  }): Promise<KeptStep[]>;
}

const keptOf = ({ serial, ...row }: { serial: string } & Omit<KeptStep, 'serial'>): KeptStep => ({ ...row, serial: Number(serial) });
