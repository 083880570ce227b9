// Calls of the national interface and what was answered to them, in PostgreSQL.
import type { Instant } from '@hengjian/domain';
import { linesInQuestion, type Reminder, reminderKeys } from '@hengjian/workflows';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../records/database.ts';

export interface InterfaceCall {
  readonly infno: string;
  readonly msgid: string;
  readonly providerNo: string;
  readonly receivedAt: Instant;
}

/** A call with what became of it and what was said; `outcome` null while it is being answered. */
export interface FinishedCall extends InterfaceCall {
  readonly serial: number;
  readonly outcome: 'answered' | 'refused' | 'failed' | null;
  readonly milliseconds: number | null;
  readonly reminders: number | null;
  /** Rules that the deadline left to the review afterwards; null where none was asked. */
  readonly undecided: number | null;
  readonly scene: string | null;
  readonly given: readonly GivenReminder[];
}

/** What is not reminded of again: keys by encounter. */
export interface Answered {
  readonly encounterNo: string;
  readonly keys: readonly string[];
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
  end(
    serial: number,
    outcome: 'answered' | 'refused' | 'failed',
    milliseconds: number,
    reminders: number | null,
    undecided?: number | null,
  ): Promise<void>;
  /** Accounts of many calls with their reminders at once; a call that stands already gets its end. All or none. */
  keepCalls(calls: readonly FinishedCall[]): Promise<void>;
  keepReminders(serial: number, scene: string | null, given: readonly GivenReminder[]): Promise<void>;
  /** Ids of reminders that we never gave; the others are kept, all or none. */
  keepFeedback(serial: number, feedback: readonly Feedback[]): Promise<string[]>;
  /** Orders of an encounter that were answered with a reason, by rule and lineage: they are not reminded of again. */
  answered(encounterNo: string): Promise<ReadonlySet<string>>;
  /** The same of the last encounters, for a memory of them. */
  allAnswered(): Promise<readonly Answered[]>;
  answeredBy(reminderIds: readonly string[]): Promise<readonly Answered[]>;
  signIn(row: { signInNo: string; providerNo: string; operator: string; at: Instant }): Promise<void>;
  /** False where nobody signed in under that number, or has signed out. */
  signOut(signInNo: string, at: Instant): Promise<boolean>;
  /** Changes with every change of editions, parameters, exemptions and knowledge. */
  bookStamp(): Promise<string>;
}

function reminderRow(serial: number, scene: string | null, { reminderId, reminder }: GivenReminder) {
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
    lineNos: linesInQuestion(reminder),
    severity: reminder.certainty,
    amountFen: finding.amountFen,
    sentence: finding.explanation.zh,
  };
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
  async begin(call) {
    const row = await db.insertInto('interfaceCall').values(call).returning('serial').executeTakeFirstOrThrow();
    return Number(row.serial);
  },
  end: async (serial, outcome, milliseconds, reminders, undecided = null) =>
    void (await db
      .updateTable('interfaceCall')
      .set({ outcome, milliseconds, reminders, undecided })
      .where('serial', '=', String(serial))
      .execute()),
  async keepReminders(serial, scene, given) {
    if (given.length > 0)
      await db
        .insertInto('auditReminder')
        .values(given.map((one) => reminderRow(serial, scene, one)))
        .execute();
  },
  // one text of JSON a table: a thousand rows cost one parameter
  keepCalls: (calls) =>
    db.transaction().execute(async (tx) => {
      const rows = calls.map(({ scene: _scene, given: _given, ...call }) => call);
      await sql`insert into interface_call (serial, infno, msgid, provider_no, received_at, milliseconds, outcome, reminders, undecided)
        select serial, infno, msgid, "providerNo", "receivedAt", milliseconds, outcome, reminders, undecided
        from json_to_recordset(${JSON.stringify(rows)}::json) as c(serial bigint, infno text, msgid text, "providerNo" text,
          "receivedAt" double precision, milliseconds double precision, outcome text, reminders integer, undecided integer)
        on conflict (serial) do update set milliseconds = excluded.milliseconds, outcome = excluded.outcome, reminders = excluded.reminders,
          undecided = excluded.undecided`.execute(tx);
      const reminders = calls.flatMap(({ serial, scene, given }) => given.map((one) => reminderRow(serial, scene, one)));
      if (reminders.length > 0)
        await sql`insert into audit_reminder (reminder_id, call, trigger_scene, finding_id, rule_id, edition, point_id, lineage, person_no,
            encounter_no, line_nos, severity, amount_fen, sentence)
          select "reminderId", call, "triggerScene", "findingId", "ruleId", edition, "pointId", lineage, "personNo", "encounterNo",
            array(select json_array_elements_text("lineNos")), severity, "amountFen", sentence
          from json_to_recordset(${JSON.stringify(reminders)}::json) as r("reminderId" text, call bigint, "triggerScene" text,
            "findingId" text, "ruleId" text, edition integer, "pointId" text, lineage text, "personNo" text, "encounterNo" text,
            "lineNos" json, severity text, "amountFen" bigint, sentence text)`.execute(tx);
    }),
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
    const rows = await answeredRows(db).where('r.encounterNo', '=', encounterNo).execute();
    return new Set(rows.flatMap(({ ruleId, lineage, personNo, lineNos }) => reminderKeys(ruleId, lineage, personNo, lineNos)));
  },
  allAnswered: async () =>
    answeredOf(await answeredRows(db).select('r.encounterNo').orderBy('f.serial', 'desc').limit(MOST_ANSWERED).execute()).reverse(),
  answeredBy: async (reminderIds) =>
    answeredOf(
      await answeredRows(db)
        .select('r.encounterNo')
        .where('r.reminderId', 'in', ['', ...reminderIds])
        .execute(),
    ),
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
