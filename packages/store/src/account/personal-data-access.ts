// Who looked at personal data: appended before it is shown, never with the data itself.
import type { Instant } from '@hengjian/domain';
import type { Kysely } from 'kysely';
import type { Database } from '../records/database.ts';

export interface PersonalDataAccess {
  readonly at: Instant;
  readonly operator: string;
  readonly accountId: string | null;
  /** Network address. */
  readonly address: string;
  readonly purpose: string;
  /** Whose: `finding:<id>`, `complaint:<id>` … */
  readonly subject: string;
  readonly why: string;
}

export const recordPersonalDataAccess = async (db: Kysely<Database>, access: PersonalDataAccess): Promise<void> =>
  void (await db.insertInto('personalDataAccess').values(access).execute());

/** The newest first. */
export function personalDataAccesses(
  db: Kysely<Database>,
  wish: { operator?: string | undefined; subject?: string | undefined; before?: number | undefined; limit: number },
) {
  let query = db.selectFrom('personalDataAccess').selectAll().orderBy('serial', 'desc').limit(wish.limit);
  if (wish.operator) query = query.where('operator', '=', wish.operator);
  if (wish.subject) query = query.where('subject', 'like', `${wish.subject.replaceAll(/[\\%_]/g, (c) => `\\${c}`)}%`);
  if (wish.before) query = query.where('serial', '<', String(wish.before));
  return query.execute();
}
