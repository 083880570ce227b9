/** An answered call as the body of a journal record: a line of JSON (who, how long, what came of it), a line of what was said, the message. */
import { crc32, zstdDecompressSync } from 'node:zlib';
import type { Reminder } from '@hengjian/workflows';
import { linesInQuestion, reminderKeys } from '@hengjian/workflows/audit/worth-reading.ts';
import type { Feedback, InterfaceCall } from './audit-store.ts';

/** A reminder as it is kept. */
export interface ReminderRow {
  readonly reminderId: string;
  readonly findingId: string;
  readonly ruleId: string;
  readonly edition: number;
  readonly pointId: string | null;
  readonly lineage: string | null;
  readonly personNo: string | null;
  readonly encounterNo: string | null;
  readonly lineNos: readonly string[];
  readonly severity: string;
  readonly amountFen: number;
  readonly sentence: string;
}

/** What an audit said, and what it knew. */
export interface CallSaid {
  readonly scene: string | null;
  /** `med_type` and `medfee_sumamt` of the encounter in hand. */
  readonly medicalKind: string | null;
  readonly feeFen: number | null;
  readonly given: readonly ReminderRow[];
  /** What exemptions kept from being said, by exemption; a call of before it was counted does not tell. */
  readonly exempted?: { readonly [exemption: string]: number };
  /** Rows of the history that the rules were given, by person: content as the history keeps it. */
  readonly history: readonly { readonly personNo: string; readonly encounters: readonly (readonly [no: string, content: string])[] }[];
  /** The history could not be read. */
  readonly blind: boolean;
  /** How many reminders this institution's doctors read at most; null: as everybody's. */
  readonly mostReminders: number | null;
}

export interface CallHead extends InterfaceCall {
  readonly serial: number;
  readonly outcome: 'answered' | 'refused' | 'failed';
  readonly milliseconds: number;
  readonly reminders: number | null;
  readonly undecided: number | null;
  /** The sentence of a refusal. */
  readonly refusal: string | null;
  readonly feedback?: readonly Feedback[];
}

const END = Buffer.from('\n');
/** Bytes of a message from which on it is packed. */
const PACK_FROM = 2048;

/** What a journal writes of a call. */
export interface CallBody {
  readonly parts: readonly Buffer[];
  readonly cargo: Buffer;
  /** The cargo is to be packed first. */
  readonly packed: boolean;
}

/**
 * `said` is `CallSaid` as JSON or `null`; `message` the bytes as they came, `sum` their CRC-32 where it is known already. A long message is
 * packed before it is written: 500 a second are 26 MB of plain text, and a disk that is kept busy with writing makes whoever reads from it wait.
 */
export function callBody(head: CallHead, said: Buffer, message: Buffer, sum = crc32(message)): CallBody {
  const packed = message.length >= PACK_FROM;
  return { parts: [Buffer.from(`${JSON.stringify({ ...head, sum, packed })}\n`), said, END], cargo: message, packed };
}

export interface CallRecord {
  readonly head: CallHead;
  readonly said: CallSaid | null;
  /** undefined where it is not what was written. */
  readonly message: Buffer | undefined;
}

const LINE = 0x0a;
interface Carried {
  readonly sum: number;
  /** Not told by a record of before messages were packed. */
  readonly packed?: boolean;
}

/** Account and answer of a record; the message is not looked into. */
export function accountOf(body: Buffer): Omit<CallRecord, 'message'> & Carried & { readonly messageAt: number } {
  const first = body.indexOf(LINE);
  const second = body.indexOf(LINE, first + 1);
  const { sum, packed = false, ...head } = JSON.parse(body.toString('utf8', 0, first)) as CallHead & Carried;
  return { head, sum, packed, said: JSON.parse(body.toString('utf8', first + 1, second)) as CallSaid | null, messageAt: second + 1 };
}

export function callOf(body: Buffer): CallRecord {
  const { head, said, sum, packed, messageAt } = accountOf(body);
  const carried = body.subarray(messageAt);
  const message = packed ? unpacked(carried) : carried;
  return { head, said, message: message && crc32(message) === sum ? message : undefined };
}

function unpacked(bytes: Buffer): Buffer | undefined {
  try {
    return zstdDecompressSync(bytes);
  } catch {
    return undefined; // what rotted on the disk may be no packed text at all
  }
}

export function reminderRow(reminderId: string, reminder: Reminder): ReminderRow {
  const { finding } = reminder;
  const own = finding.records.find(({ role }) => role === 'inQuestion');
  return {
    reminderId,
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

/** Under which what was answered with a reason is not said again. */
export const keysOf = ({ ruleId, lineage, personNo, lineNos }: ReminderRow): string[] => reminderKeys(ruleId, lineage, personNo, lineNos);
