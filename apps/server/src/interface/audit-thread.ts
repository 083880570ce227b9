// A thread that answers 3101 and 3102: its own book of rules (renewed within the second, swapped between two messages), the history
// read beside the server, what was answered with a reason as the server tells it. A message that is not plainly an audit goes back.

import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { crc32 } from 'node:zlib';
import { readEnvelope, writeAnswer } from '@hengjian/catalog/interfaces/envelope.ts';
import { type Message, onlyFields } from '@hengjian/catalog/interfaces/message.ts';
import { readInput } from '@hengjian/catalog/interfaces/read-node.ts';
import { cut, writeOutput } from '@hengjian/catalog/interfaces/write-node.ts';
import { interfaces } from '@hengjian/catalog/interfaces.gen.ts';
import { type Answered, connectRecords, historyPath, openLakeIn, readHistoryFile } from '@hengjian/store';
import { type AuditBook, answerAudit, auditFields, type HistoryContents } from '@hengjian/workflows';
import { wallClock } from '../wall-clock.ts';
import { saidOf } from './audit-handler.ts';
import type { AuditAsk, AuditReply, ThreadData, ToThread } from './audit-threads.ts';
import { asciiJson, readBody } from './body.ts';
import { bookKeeperOf, bookSourceOf } from './book-keeper.ts';
import { givenOf, saidBytes } from './call-accounts.ts';
import { warmMessages } from './warm.ts';

const { connection, folder, settings, area } = workerData as ThreadData;
const port = parentPort as NonNullable<typeof parentPort>;
const db = connectRecords({ ...connection, max: 3, application_name: `hengjian-audit|${process.pid}` });
const keeper = bookKeeperOf(bookSourceOf({ db, lake: openLakeIn(path.join(folder, 'lake'), db) }));
const messages = interfaces as Readonly<Record<string, Message>>;
const read = new Map<string, Message>();
const messageOf = (infno: string): Message => {
  const known = read.get(infno) ?? onlyFields(messages[infno] as Message, auditFields);
  read.set(infno, known);
  return known;
};

const answered = new Map<string, Set<string>>();
const MOST_ENCOUNTERS = 200_000;
const none: ReadonlySet<string> = new Set();
function remember({ encounterNo, keys }: Answered): void {
  const known = answered.get(encounterNo) ?? new Set();
  for (const key of keys) known.add(key);
  answered.delete(encounterNo);
  answered.set(encounterNo, known);
  if (answered.size > MOST_ENCOUNTERS) for (const oldest of answered.keys()) return void answered.delete(oldest);
}

let history: ReturnType<typeof readHistoryFile> | undefined;
function reopen(ready: boolean): void {
  history?.close();
  history = undefined;
  if (!ready) return;
  try {
    history = readHistoryFile(historyPath(folder));
  } catch {
    // the server opens it as well, and says what is wrong
  }
}
function contentsOf(personNo: string, from: number): HistoryContents | undefined {
  try {
    return history?.read(personNo, from);
  } catch {
    reopen(false);
    port.postMessage({ historyFault: personNo });
    return undefined;
  }
}

/** `pass`: the server answers it the long way. */
function answer(ask: AuditAsk, book: AuditBook | undefined): AuditReply {
  const bytes = Buffer.from(ask.bytes.buffer, ask.bytes.byteOffset, ask.bytes.byteLength);
  const body = readBody(bytes, ask.contentType);
  const envelope = readEnvelope(body.json);
  if (!envelope || envelope.infno !== ask.infno || envelope.providerNo !== ask.providerNo || typeof envelope.input !== 'object')
    return { id: ask.id, pass: true };
  const message = messageOf(envelope.infno);
  const { nodes } = readInput(message, envelope.input);
  const timeIsOver = () => Date.now() >= ask.until;
  const { degraded, notice } = settings;
  const wish = { serial: ask.serial, mostReminders: ask.mostReminders, degraded, notice, timeIsOver };
  const known = { book, history: contentsOf, answered: (no: string) => answered.get(no) ?? none };
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
    id: ask.id,
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

async function reply(ask: AuditAsk): Promise<void> {
  try {
    // renewed behind the messages: a book stands from the first to the last rule of one of them
    const book = await keeper.book().catch(() => undefined);
    const said = answer(ask, book);
    port.postMessage(said);
  } catch (error) {
    // an error's own words may quote what was sent: its place is enough
    const stack = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
    port.postMessage({ id: ask.id, fault: stack.slice(0, 5).join('\n') });
  }
}

port.on('message', (told: ToThread) => {
  if ('ask' in told) void reply(told.ask);
  else if ('answered' in told) for (const one of told.answered) remember(one);
  else if ('history' in told) reopen(told.history);
  else if ('end' in told)
    db.destroy()
      .then(() => history?.close())
      .finally(() => port.close());
});

/** As the thousandth message finds it. */
async function warm(): Promise<void> {
  const book = await keeper.book();
  const until = performance.now() + WARM_MS;
  for (const [n, text] of warmMessages(book).entries()) {
    if (performance.now() > until) break;
    const ask = { id: 0, bytes: Buffer.from(text), contentType: '', infno: '3101', providerNo: 'H', single: false };
    answer({ ...ask, serial: n, mostReminders: null, receivedAt: 0, receivedMs: 0, until: Number.POSITIVE_INFINITY }, book);
    await new Promise((next) => setImmediate(next));
  }
}
const WARM_MS = 1500;
warm()
  .catch(() => {}) // without records the server's own keeper raises the alarm
  .then(() => port.postMessage({ ready: true }));
