/** Messages of audits are kept for so many days (`interface.messageDays`); what became of them, the accounts, stays for good. */
import { rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { dayOf, type Instant } from '@hengjian/domain';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../records/database.ts';
import { bureauParameter, bureauRegion } from '../rule/decision-book.ts';
import { callFolder, callSegments, PACKED, SUFFIX } from './call-journal.ts';

const DAY_MS = 86_400_000;

/**
 * Deletes packed segments that are older than the parameter says on the day of `now`; their names. A segment stays while one of its
 * calls has yet to be asked again. 0 days: nothing is deleted.
 */
export async function pruneCalls(db: Kysely<Database>, home: string, now: Instant): Promise<string[]> {
  const days = (await bureauParameter(db, 'interface.messageDays', await bureauRegion(db)))(dayOf(now));
  if (days === 0) return [];
  const pruned: string[] = [];
  for (const name of callSegments(home).filter((one) => one.endsWith(PACKED))) {
    const file = path.join(callFolder(home), name);
    // packed when it was at rest: all that stands in it is older
    const { mtimeMs = Number.POSITIVE_INFINITY } = statSync(file, { throwIfNoEntry: false }) ?? {};
    if (mtimeMs > Date.now() - days * DAY_MS) continue;
    const segment = name.slice(0, -PACKED.length) + SUFFIX;
    if (await isWaitedFor(db, segment)) continue;
    // told first: whoever looks for a message is not to think that it was lost
    await db.updateTable('callSegment').set({ prunedAt: now }).where('segment', '=', segment).execute();
    rmSync(file, { force: true });
    pruned.push(segment);
  }
  return pruned;
}

async function isWaitedFor(db: Kysely<Database>, segment: string): Promise<boolean> {
  const { rows } = await sql`select 1 from interface_call c where c.segment = ${segment} and c.undecided <> 0
    and not exists (select 1 from call_recheck r where r.call = c.serial) limit 1`.execute(db);
  return rows.length > 0;
}
