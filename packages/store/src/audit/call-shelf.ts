// Accounted calls: looked for, read again with their message, and those that a deadline cut short asked again afterwards.
import type { Instant } from '@hengjian/domain';
import { reminderKeys, type SaidThen } from '@hengjian/workflows';
import { type Kysely, sql } from 'kysely';
import type { Home } from '../home.ts';
import type { Database } from '../records/database.ts';
import { readCall } from './call-journal.ts';
import { type CallRecord, callOf } from './call-record.ts';

export interface CallQuery {
  readonly from?: Instant | undefined;
  readonly to?: Instant | undefined;
  readonly providerNo?: string | undefined;
  readonly infno?: string | undefined;
  /** Part of a message number, or the number of a call or of one of its reminders. */
  readonly text?: string | undefined;
  /** open: cut short and not yet asked again; rechecked: asked again. */
  readonly outcome?: 'answered' | 'refused' | 'failed' | 'open' | 'rechecked' | undefined;
  readonly before?: number | undefined;
  readonly limit: number;
}

export interface CallRow {
  readonly serial: number;
  readonly infno: string;
  readonly msgid: string;
  readonly providerNo: string;
  readonly receivedAt: Instant;
  readonly milliseconds: number | null;
  readonly outcome: 'answered' | 'refused' | 'failed' | null;
  readonly reminders: number | null;
  /** Rules that the deadline left; -1: all. */
  readonly undecided: number | null;
  readonly triggerScene: string | null;
  readonly medicalKind: string | null;
  readonly feeFen: number | null;
  readonly refusal: string | null;
  /** When it was asked again, and what was found then; null where it was not. */
  readonly recheckedAt: Instant | null;
  readonly found: number | null;
}

export interface CallReminder extends SaidThen {
  readonly reminderId: string;
  readonly severity: string;
  /** The last answer to it. */
  readonly disposition: string | null;
  readonly reason: string | null;
}

export interface Recheck {
  readonly call: number;
  readonly recheckedAt: Instant;
  readonly findings: readonly SaidThen[];
}

export interface CallShelf {
  /** Newest first. */
  list(query: CallQuery): Promise<CallRow[]>;
  find(serial: number): Promise<{ row: CallRow; reminders: CallReminder[]; recheck: Recheck | null } | undefined>;
  /** Account and message as they stand in the journal; undefined for calls of the feed, and where the file can no longer be read. */
  record(serial: number): Promise<CallRecord | undefined>;
  /** Its message was deleted because messages are kept no longer. */
  isExpired(serial: number): Promise<boolean>;
  /** Orders of an encounter that had been answered with a reason before this call. */
  answeredBefore(serial: number, encounterNo: string): Promise<ReadonlySet<string>>;
  /** Calls that were cut short and not asked again, oldest first. */
  open(limit: number): Promise<number[]>;
  keepRecheck(recheck: Recheck): Promise<void>;
}

const columns = [
  'c.serial',
  'c.infno',
  'c.msgid',
  'c.providerNo',
  'c.receivedAt',
  'c.milliseconds',
  'c.outcome',
  'c.reminders',
  'c.undecided',
  'c.triggerScene',
  'c.medicalKind',
  'c.feeFen',
  'c.refusal',
  'r.recheckedAt',
  'r.found',
] as const;

export const callShelfOf = ({ db, folder }: Pick<Home, 'db' | 'folder'>): CallShelf => ({
  async list({ from, to, providerNo, infno, text, outcome, before, limit }) {
    let query = callsWith(db).select(columns).orderBy('c.receivedAt', 'desc').orderBy('c.serial', 'desc').limit(limit);
    if (from !== undefined) query = query.where('c.receivedAt', '>=', from);
    if (to !== undefined) query = query.where('c.receivedAt', '<', to);
    if (providerNo !== undefined) query = query.where('c.providerNo', '=', providerNo);
    if (infno !== undefined) query = query.where('c.infno', '=', infno);
    if (before !== undefined)
      query = query.where(
        sql<boolean>`(c.received_at, c.serial) < (select received_at, serial from interface_call where serial = ${before})`,
      );
    if (outcome === 'open') query = query.where('c.undecided', '!=', 0).where('r.call', 'is', null);
    else if (outcome === 'rechecked') query = query.where('r.call', 'is not', null);
    else if (outcome !== undefined) query = query.where('c.outcome', '=', outcome);
    if (text !== undefined && text !== '') {
      const number = /^A?(\d{1,18})(-\d+)?$/.exec(text)?.[1];
      query = query.where((eb) => eb.or([eb('c.msgid', 'like', `${likeText(text)}%`), ...(number ? [eb('c.serial', '=', number)] : [])]));
    }
    return (await query.execute()).map(rowOf);
  },
  async find(serial) {
    const row = await callsWith(db).select(columns).select('r.findings').where('c.serial', '=', String(serial)).executeTakeFirst();
    if (!row) return undefined;
    const reminders = await db
      .selectFrom('auditReminder as a')
      .leftJoinLateral(
        (eb) =>
          eb
            .selectFrom('auditFeedback')
            .select(['disposition', 'reason'])
            .whereRef('reminderId', '=', 'a.reminderId')
            .orderBy('serial', 'desc')
            .limit(1)
            .as('f'),
        (join) => join.onTrue(),
      )
      .selectAll('a')
      .select(['f.disposition', 'f.reason'])
      .where('a.call', '=', String(serial))
      .orderBy('a.reminderId')
      .execute();
    const recheck = row.recheckedAt === null ? null : { call: serial, recheckedAt: row.recheckedAt, findings: row.findings as SaidThen[] };
    return { row: rowOf(row), reminders: reminders.map((one) => ({ ...one, amountFen: Number(one.amountFen) })), recheck };
  },
  async record(serial) {
    const row = await db
      .selectFrom('interfaceCall')
      .select(['segment', 'place', 'size'])
      .where('serial', '=', String(serial))
      .executeTakeFirst();
    if (!row?.segment) return undefined;
    const body = readCall(folder, { segment: row.segment, at: Number(row.place), size: Number(row.size) });
    return body && callOf(body);
  },
  async isExpired(serial) {
    const row = await db
      .selectFrom('interfaceCall as c')
      .innerJoin('callSegment as s', 's.segment', 'c.segment')
      .select('s.prunedAt')
      .where('c.serial', '=', String(serial))
      .executeTakeFirst();
    return (row?.prunedAt ?? null) !== null;
  },
  async answeredBefore(serial, encounterNo) {
    const rows = await db
      .selectFrom('auditReminder as a')
      .innerJoin('auditFeedback as f', 'f.reminderId', 'a.reminderId')
      .select(['a.ruleId', 'a.lineage', 'a.personNo', 'a.lineNos'])
      .where('a.encounterNo', '=', encounterNo)
      .where('f.disposition', '=', '1')
      .where('f.reason', 'is not', null)
      .where('f.call', '<', String(serial))
      .execute();
    return new Set(rows.flatMap(({ ruleId, lineage, personNo, lineNos }) => reminderKeys(ruleId, lineage, personNo, lineNos)));
  },
  async open(limit) {
    const rows = await callsWith(db)
      .select('c.serial')
      .where('c.undecided', '!=', 0)
      .where('c.segment', 'is not', null)
      .where('r.call', 'is', null)
      .orderBy('c.serial')
      .limit(limit)
      .execute();
    return rows.map(({ serial }) => Number(serial));
  },
  keepRecheck: async ({ call, recheckedAt, findings }) =>
    void (await db
      .insertInto('callRecheck')
      .values({
        call: String(call),
        recheckedAt,
        found: findings.length,
        amountFen: String(findings.reduce((sum, { amountFen }) => sum + amountFen, 0)),
        findings: JSON.stringify(findings),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()),
});

const callsWith = (db: Kysely<Database>) => db.selectFrom('interfaceCall as c').leftJoin('callRecheck as r', 'r.call', 'c.serial');
/** `%` and `_` mean themselves. */
const likeText = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
const rowOf = <R extends { serial: string; feeFen: string | null; findings?: unknown }>({ findings: _, ...row }: R) => ({
  ...row,
  serial: Number(row.serial),
  feeFen: row.feeFen === null ? null : Number(row.feeFen),
});
