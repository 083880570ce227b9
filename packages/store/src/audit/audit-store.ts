// Calls of the national interface and what was answered to them, in PostgreSQL.
import type { Instant } from '@hengjian/domain';
import type { Reminder } from '@hengjian/workflows';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../records/database.ts';

export interface InterfaceCall {
  readonly infno: string;
  readonly msgid: string;
  readonly providerNo: string;
  readonly receivedAt: Instant;
}

export interface GivenReminder {
  readonly reminderId: string;
  readonly reminder: Reminder;
}

export interface Feedback {
  readonly reminderId: string;
  /** 1 continues the order, 2 goes back to change it. */
  readonly disposition: string;
  readonly reason: string | null;
}

export interface AuditStore {
  /** Opens the account of a call; its serial is part of the answer's id. */
  begin(call: InterfaceCall): Promise<number>;
  end(serial: number, outcome: 'answered' | 'refused' | 'failed', milliseconds: number, reminders: number | null): Promise<void>;
  keepReminders(serial: number, scene: string | null, given: readonly GivenReminder[]): Promise<void>;
  /** Ids of reminders that we never gave; the others are kept, all or none. */
  keepFeedback(serial: number, feedback: readonly Feedback[]): Promise<string[]>;
  /** Orders of an encounter that were answered with a reason, by rule and lineage: they are not reminded of again. */
  answered(encounterNo: string): Promise<ReadonlySet<string>>;
  signIn(row: { signInNo: string; providerNo: string; operator: string; at: Instant }): Promise<void>;
  /** False where nobody signed in under that number, or has signed out. */
  signOut(signInNo: string, at: Instant): Promise<boolean>;
  /** Changes with every change of editions, parameters, exemptions and knowledge. */
  bookStamp(): Promise<string>;
}

/** What makes two reminders the same for one order: rule, lineage of its knowledge, line. */
export const reminderKeys = (ruleId: string, lineage: string | null, lineNos: readonly string[]): string[] =>
  lineNos.map((lineNo) => JSON.stringify([ruleId, lineage, lineNo]));

const lineNosOf = ({ finding }: Reminder): string[] =>
  finding.records.flatMap(({ role, lineNo }) => (role === 'inQuestion' && lineNo !== null ? [lineNo] : []));

export const auditStoreOf = (db: Kysely<Database>): AuditStore => ({
  async begin(call) {
    const row = await db.insertInto('interfaceCall').values(call).returning('serial').executeTakeFirstOrThrow();
    return Number(row.serial);
  },
  end: async (serial, outcome, milliseconds, reminders) =>
    void (await db.updateTable('interfaceCall').set({ outcome, milliseconds, reminders }).where('serial', '=', String(serial)).execute()),
  async keepReminders(serial, scene, given) {
    if (given.length === 0) return;
    const rows = given.map(({ reminderId, reminder }) => {
      const { finding } = reminder;
      const own = finding.records.find(({ role }) => role === 'inQuestion');
      return {
        reminderId,
        call: String(serial),
        triggerScene: scene,
        findingId: finding.findingId,
        ruleId: finding.ruleId,
        edition: reminder.edition,
        pointId: finding.pointId,
        lineage: finding.lineage,
        personNo: own?.personNo ?? null,
        encounterNo: own?.encounterNo ?? null,
        lineNos: lineNosOf(reminder),
        severity: reminder.certainty,
        amountFen: finding.amountFen,
        sentence: finding.explanation.zh,
      };
    });
    await db.insertInto('auditReminder').values(rows).execute();
  },
  keepFeedback: (serial, feedback) =>
    db.transaction().execute(async (tx) => {
      const ids = feedback.map(({ reminderId }) => reminderId);
      const known = await tx
        .selectFrom('auditReminder')
        .select('reminderId')
        .where('reminderId', 'in', ['', ...ids])
        .execute();
      const unknown = ids.filter((id) => !known.some(({ reminderId }) => reminderId === id));
      if (unknown.length > 0) return unknown;
      if (feedback.length > 0)
        await tx
          .insertInto('auditFeedback')
          .values(feedback.map((row) => ({ ...row, call: String(serial) })))
          .execute();
      return [];
    }),
  async answered(encounterNo) {
    const rows = await db
      .selectFrom('auditReminder as r')
      .innerJoin('auditFeedback as f', 'f.reminderId', 'r.reminderId')
      .select(['r.ruleId', 'r.lineage', 'r.lineNos'])
      .where('r.encounterNo', '=', encounterNo)
      .where('f.disposition', '=', '1')
      .where('f.reason', 'is not', null)
      .execute();
    return new Set(rows.flatMap(({ ruleId, lineage, lineNos }) => reminderKeys(ruleId, lineage, lineNos)));
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
