// The folder of a shipped rule becomes live edition 1 the first time it is seen; a folder that changed becomes the next edition.
import { rules } from '@hengjian/catalog';
import type { RuleTree } from '@hengjian/language';
import { sameContent, shippedEdition } from '@hengjian/workflows';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../records/database.ts';
import { editionsOf, writerOf } from './edition-rows.ts';

/** Trees already looked at by this process, by database: the shelf does not change while a program runs. */
const looked = new WeakMap<object, Promise<void>>();

/** Loads what the book does not know yet. Several processes may do so at once. */
export function loadShipped(db: Kysely<Database>): Promise<void> {
  const known = looked.get(db);
  if (known) return known;
  const work = load(db);
  looked.set(db, work);
  work.catch(() => looked.delete(db));
  return work;
}

async function load(db: Kysely<Database>): Promise<void> {
  const shipped = await db
    .selectFrom('ruleEdition')
    .distinctOn('ruleId')
    .select(['ruleId', 'tree'])
    .where('origin', '=', 'shipped')
    .orderBy('ruleId')
    .orderBy('edition', 'desc')
    .execute();
  const last = new Map(shipped.map((row) => [row.ruleId, row.tree]));
  const changed = (Object.values(rules) as RuleTree[]).filter((rule) => !sameContent(last.get(rule.id), rule));
  if (changed.length === 0) return;
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('load shipped rules'))`.execute(trx);
    const at = Math.floor(Date.now() / 1000) - new Date().getTimezoneOffset() * 60;
    for (const rule of changed) await loadOne(trx, rule, at);
  });
}

/**
 * Where the shipped rule is the one in use, its change is live at once (it comes tested, with the product) and the old edition
 * retires. Where the bureau has an edition of its own in use, or has retired the rule, the change is a draft to be reviewed.
 */
async function loadOne(trx: Kysely<Database>, rule: RuleTree, at: number): Promise<void> {
  const editions = await editionsOf(trx, rule.id);
  const lastShipped = editions.find((e) => e.origin === 'shipped');
  if (lastShipped && sameContent(lastShipped.tree, rule)) return;
  const live = editions.filter((e) => e.state === 'live');
  const inUse = editions.length === 0 || (live.length > 0 && live.every((e) => e.origin === 'shipped'));
  const edition = shippedEdition(rule, (editions[0]?.edition ?? 0) + 1, inUse ? 'live' : 'draft');
  const writer = writerOf(trx, rule.id);
  const act = { by: '系统', why: '随产品装入', at, detail: null };
  if (inUse)
    for (const old of live) {
      await writer.setState(old.edition, 'retired');
      await writer.append({ ...act, edition: old.edition, action: 'retire', stateBefore: 'live', stateAfter: 'retired' });
    }
  await writer.insert(edition);
  await writer.append({ ...act, edition: edition.edition, action: 'load', stateBefore: null, stateAfter: edition.state });
}
