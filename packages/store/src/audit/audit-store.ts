// Calls of the national interface and what was answered to them, in PostgreSQL.
import type { Instant } from '@hengjian/domain';
import { reminderKeys } from '@hengjian/workflows';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../records/database.ts';

export interface InterfaceCall {
  readonly infno: string;
  readonly msgid: string;
  readonly providerNo: string;
  readonly receivedAt: Instant;
}

/** What is not reminded of again: keys by encounter. */
export interface Answered {
  readonly encounterNo: string;
  readonly keys: readonly string[];
}

export interface Feedback {
  readonly reminderId: string;
  /** 1 continues the order, 2 goes back to change it. */
  readonly disposition: string;
  readonly reason: string | null;
}

export interface AuditStore {
  /** Orders that were answered with a reason, by encounter: they are not reminded of again. The last encounters, for a memory of them. */
  allAnswered(): Promise<readonly Answered[]>;
  /** What these reminders are about, by reminder; those that we never gave are not there. */
  remindersOf(reminderIds: readonly string[]): Promise<ReadonlyMap<string, Answered>>;
  signIn(row: { signInNo: string; providerNo: string; operator: string; at: Instant }): Promise<void>;
  /** False where nobody signed in under that number, or has signed out. */
  signOut(signInNo: string, at: Instant): Promise<boolean>;
  /** Changes with every change of editions, parameters, exemptions and knowledge. */
  bookStamp(): Promise<string>;
}

/** Answers with a reason that a memory of them holds at most. */
const MOST_ANSWERED = 200_000;

/** Reminders that somebody went on from with a reason. */
const answeredRows = (db: Kysely<Database>) =>
  db
    .selectFrom('auditReminder as r')
    .innerJoin('auditFeedback as f', 'f.reminderId', 'r.reminderId')
    .select(['r.ruleId', 'r.lineage', 'r.personNo', 'r.lineNos'])
    .where('f.disposition', '=', '1')
    .where('f.reason', 'is not', null);

const answeredOf = (
  rows: readonly {
    encounterNo: string | null;
    ruleId: string;
    lineage: string | null;
    personNo: string | null;
    lineNos: readonly string[];
  }[],
): Answered[] =>
  rows.flatMap(({ encounterNo, ruleId, lineage, personNo, lineNos }) =>
    encounterNo === null ? [] : [{ encounterNo, keys: reminderKeys(ruleId, lineage, personNo, lineNos) }],
  );

export const auditStoreOf = (db: Kysely<Database>): AuditStore => ({
  allAnswered: async () =>
    answeredOf(await answeredRows(db).select('r.encounterNo').orderBy('f.serial', 'desc').limit(MOST_ANSWERED).execute()).reverse(),
  async remindersOf(reminderIds) {
    const rows = await db
      .selectFrom('auditReminder as r')
      .select(['r.reminderId', 'r.encounterNo', 'r.ruleId', 'r.lineage', 'r.personNo', 'r.lineNos'])
      .where('r.reminderId', 'in', ['', ...reminderIds])
      .execute();
    return new Map(
      rows.map(({ reminderId, encounterNo, ruleId, lineage, personNo, lineNos }) => [
        reminderId,
        { encounterNo: encounterNo ?? '', keys: reminderKeys(ruleId, lineage, personNo, lineNos) },
      ]),
    );
  },
  signIn: async ({ signInNo, providerNo, operator, at }) =>
    void (await db.insertInto('signIn').values({ signInNo, providerNo, operator, signedInAt: at, signedOutAt: null }).execute()),
  async signOut(signInNo, at) {
    const done = await db
      .updateTable('signIn')
      .set({ signedOutAt: at })
      .where('signInNo', '=', signInNo)
      .where('signedOutAt', 'is', null)
      .executeTakeFirst();
    return done.numUpdatedRows > 0n;
  },
  async bookStamp() {
    const { rows } = await sql<{
      stamp: string;
    }>`select concat_ws('/', (select max(serial) from rule_event), (select count(*) from rule_edition),
      (select count(*) from exemption), (select max(serial) from exemption_end), (select max(serial) from bureau_parameter),
      (select max(import_id) from knowledge_import)) as stamp`.execute(db);
    return rows[0]?.stamp ?? '';
  },
});
