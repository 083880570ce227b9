// A 3101 or 3102 from its bytes to the bytes of its answer, in one go: nothing is waited for between reading and answering, so that
// nothing of what was read is kept. Asked by the thread that listens and by those beside it.
import { crc32 } from 'node:zlib';
import { readEnvelope, writeAnswer } from '@hengjian/catalog/interfaces/envelope.ts';
import { type Message, onlyFields } from '@hengjian/catalog/interfaces/message.ts';
import { readInput } from '@hengjian/catalog/interfaces/read-node.ts';
import { cut, writeOutput } from '@hengjian/catalog/interfaces/write-node.ts';
import { interfaces } from '@hengjian/catalog/interfaces.gen.ts';
import type { Instant } from '@hengjian/domain';
import type { CallHead } from '@hengjian/store';
import { type AuditKnown, answerAudit, auditFields } from '@hengjian/workflows';
import { wallClock } from '../wall-clock.ts';
import { saidOf } from './audit-handler.ts';
import { asciiJson, readBody } from './body.ts';
import { type Given, givenOf, saidBytes } from './call-accounts.ts';
import type { InterfaceSettings } from './settings.ts';

export interface AuditAsk {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** As the head of the message has them: what is read must say the same. */
  readonly infno: string;
  readonly providerNo: string;
  readonly serial: number;
  readonly mostReminders: number | null;
  /** `result` as one object. */
  readonly single: boolean;
  readonly receivedAt: Instant;
  readonly receivedMs: number;
  /** Of the clock that all threads share, in milliseconds: when it came. */
  readonly arrivedAt: number;
  /** Date.now() at which it is to be answered with what there is: clocks of threads begin at their own time. */
  readonly until: number;
}

export interface AuditDone {
  /** The whole answer. */
  readonly text: Uint8Array;
  /** `CallSaid` as JSON. */
  readonly said: Uint8Array;
  /** CRC-32 of the message. */
  readonly sum: number;
  readonly msgid: string;
  readonly refusal: string | null;
  readonly reminders: number | null;
  readonly undecided: number | null;
  readonly given: readonly Given[];
}

/** What another thread sent, as a Buffer of the same memory. */
export const bytesFrom = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer => Buffer.from(buffer, byteOffset, byteLength);

const messages = interfaces as Readonly<Record<string, Message>>;
const read = new Map<string, Message>();
/** Only what the rules read of it. */
export const auditMessage = (infno: string): Message => {
  const known = read.get(infno) ?? onlyFields(messages[infno] as Message, auditFields);
  read.set(infno, known);
  return known;
};

/** Milliseconds of the clock that all threads share. */
export const sharedClock = (): number => performance.timeOrigin + performance.now();

/** The account of an answer that goes out now. */
export const callHeadOf = (ask: AuditAsk, done: AuditDone): CallHead => ({
  infno: ask.infno,
  msgid: done.msgid,
  providerNo: cut(ask.providerNo, 60),
  receivedAt: ask.receivedAt,
  serial: ask.serial,
  outcome: done.refusal === null ? 'answered' : 'refused',
  milliseconds: Math.max(0, sharedClock() - ask.arrivedAt),
  reminders: done.reminders,
  undecided: done.undecided,
  refusal: done.refusal,
});

/** undefined: the message is not what its head said, and is answered the long way. */
export function auditBytes(
  ask: AuditAsk,
  known: AuditKnown,
  { area, degraded, notice }: Pick<InterfaceSettings, 'degraded' | 'notice'> & { area: string },
): AuditDone | undefined {
  const bytes = bytesFrom(ask.bytes);
  const body = readBody(bytes, ask.contentType);
  const envelope = readEnvelope(body.json);
  if (!envelope || envelope.infno !== ask.infno || envelope.providerNo !== ask.providerNo || typeof envelope.input !== 'object')
    return undefined;
  const message = auditMessage(envelope.infno);
  const { nodes } = readInput(message, envelope.input);
  const timeIsOver = () => Date.now() >= ask.until;
  const wish = { serial: ask.serial, mostReminders: ask.mostReminders, degraded, notice, timeIsOver };
  const done = answerAudit(known, nodes.data?.[0], wish);
  const head = {
    area,
    serial: ask.serial,
    receivedAt: ask.receivedAt,
    respondedAt: wallClock(),
    receivedMs: ask.receivedMs,
    respondedMs: Date.now() % 1000,
  };
  const failed = 'error' in done;
  const written = failed
    ? { error: done.error }
    : { output: writeOutput(message.output, { result: done.result }, { single: ask.single ? ['result'] : [] }) };
  const whole = writeAnswer(head, written);
  const said = failed ? undefined : saidOf(done, ask.mostReminders);
  return {
    text: Buffer.from(body.gbk ? asciiJson(whole) : JSON.stringify(whole)),
    said: saidBytes(said),
    sum: crc32(bytes),
    msgid: cut(envelope.msgid, 60),
    refusal: failed ? done.error : null,
    reminders: failed ? null : done.given.length,
    undecided: failed ? null : done.undecided,
    given: givenOf(said),
  };
}
