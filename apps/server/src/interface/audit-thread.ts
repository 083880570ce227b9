// A thread that answers 3101 and 3102: its own book of rules (renewed within the second, swapped between two messages), the history
// read beside the server, what was answered with a reason as the server tells it, accounts in segments of its own. A message that is
// not plainly an audit goes back.

import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { type Answered, callBody, connectRecords, historyPath, openCallWriter, openLakeIn, readHistoryFile } from '@hengjian/store';
import type { HistoryContents } from '@hengjian/workflows';
import { type AuditDone, auditBytes, bytesFrom, callHeadOf } from './audit-bytes.ts';
import type { AuditReply, ThreadAsk, ThreadData, ThreadDone, ToThread } from './audit-threads.ts';
import { bookKeeperOf, bookSourceOf } from './book-keeper.ts';
import { claimsIn } from './claims.ts';
import { Latest } from './latest.ts';
import { warmUp } from './warm.ts';

const { connection, folder, settings, area, claims: shared } = workerData as ThreadData;
const port = parentPort as NonNullable<typeof parentPort>;
const db = connectRecords({ ...connection, max: 3, application_name: `hengjian-audit|${process.pid}` });
const keeper = bookKeeperOf(bookSourceOf({ db, lake: openLakeIn(path.join(folder, 'lake'), db) }));
const calls = openCallWriter(folder);
const claims = claimsIn(shared);
const answered = new Latest<Set<string>>(200_000);
const none: ReadonlySet<string> = new Set();
function remember({ encounterNo, keys }: Answered): void {
  const known = answered.get(encounterNo) ?? new Set();
  for (const key of keys) known.add(key);
  answered.set(encounterNo, known);
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

const known = { history: contentsOf, answered: (no: string) => answered.get(no) ?? none };

/** undefined: whoever listens answered it meanwhile. */
function kept(ask: ThreadAsk, done: AuditDone): ThreadDone | undefined {
  if (!claims.claim(ask.id)) return undefined;
  const { said, sum, text, given } = done;
  const body = callBody(callHeadOf(ask, done), bytesFrom(said), bytesFrom(ask.bytes), sum);
  return calls.write(ask.serial, body) ? { kept: true, text, given } : { ...done, kept: false };
}

async function reply(ask: ThreadAsk): Promise<void> {
  try {
    // renewed behind the messages: a book stands from the first to the last rule of one of them
    const book = await keeper.book().catch(() => undefined);
    const done = auditBytes(ask, { ...known, book }, { ...settings, area });
    port.postMessage({ id: ask.id, ...((done && kept(ask, done)) ?? { pass: true }) } satisfies AuditReply);
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
  else if ('end' in told) {
    calls.close();
    keeper
      .close()
      .then(() => db.destroy())
      .then(() => history?.close())
      .finally(() => port.close());
  }
});

/** As the thousandth message finds it. */
keeper
  .book()
  .then((book) => warmUp(book, settings.warmMs, (ask) => auditBytes(ask, { ...known, book }, { ...settings, area })))
  .catch(() => {}) // without records the server's own keeper raises the alarm
  .then(() => port.postMessage({ ready: true }));
