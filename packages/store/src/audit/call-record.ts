/** An answered call as the body of a journal record: a line of JSON (who, how long, what came of it), a line of what was said, the message. */
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

/** `said` is `CallSaid` as JSON or `null`; `message` the bytes as they came. */
export const callParts = (head: CallHead, said: string, message: Buffer): Buffer[] => [
  Buffer.from(`${JSON.stringify(head)}\n${said}\n`),
  message,
];

export interface CallRecord {
  readonly head: CallHead;
  readonly said: CallSaid | null;
  readonly message: Buffer;
}

const LINE = 0x0a;
/** The parts of a record's body. */
export function callOf(body: Buffer): CallRecord {
  const first = body.indexOf(LINE);
  const second = body.indexOf(LINE, first + 1);
  return {
    head: JSON.parse(body.toString('utf8', 0, first)) as CallHead,
    said: JSON.parse(body.toString('utf8', first + 1, second)) as CallSaid | null,
    message: body.subarray(second + 1),
  };
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
