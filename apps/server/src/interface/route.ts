// The national interface: POST on any path outside /api; the message is known by `infno` in the body. Always HTTP 200 and an envelope.
import type { IncomingMessage } from 'node:http';
import { type Request as Envelope, readEnvelope, writeAnswer } from '@hengjian/catalog/interfaces/envelope.ts';
import type { Message } from '@hengjian/catalog/interfaces/message.ts';
import { readInput } from '@hengjian/catalog/interfaces/read-node.ts';
import { cut, writeOutput } from '@hengjian/catalog/interfaces/write-node.ts';
import { interfaces } from '@hengjian/catalog/interfaces.gen.ts';
import { type Instant, interfaceMessages as say, type TurnedAwayReason } from '@hengjian/domain';
import { type CallHead, callShelfOf, historyPath, type KeyStore, keyStoreOf, queryStoreOf } from '@hengjian/store';
import type { AuditBook } from '@hengjian/workflows';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../api.ts';
import { interfaceFold } from '../jobs/interface-fold.ts';
import { interfaceRecheck } from '../jobs/interface-recheck.ts';
import type { Services } from '../services.ts';
import { wallClock } from '../wall-clock.ts';
import { type AuditAsk, type AuditDone, auditBytes, auditMessage, bytesFrom, callHeadOf } from './audit-bytes.ts';
import { type AuditThreads, openAuditThreads } from './audit-threads.ts';
import { asciiJson, type Body, bytesOf, giveBack, readBody, TooBig, TooSlow } from './body.ts';
import { type BookKeeper, bookKeeperOf, bookSourceOf } from './book-keeper.ts';
import type { Handled, Handler } from './call.ts';
import { type CallAccounts, givenOf, saidBytes } from './call-accounts.ts';
import { handlersOf } from './handlers.ts';
import { type HistoryReaders, openHistoryReaders, type Past, pastOf, pastOr, watchedReads } from './history-readers.ts';
import { type IntakeDesk, openIntakeDesk } from './intake-desk.ts';
import { openInput } from './open-input.ts';
import { queryHandlers } from './query-handlers.ts';
import { rememberedKeys } from './remembered-keys.ts';
import { isAudit } from './replay.ts';
import { type InterfaceSettings, inTime, interfaceSettings, isOver, type Until } from './settings.ts';
import { type Caller, type Gate, gateOf, speaksFor, unixSeconds } from './signature.ts';
import { openVerifier } from './sm/verifier.ts';
import { openSteadiness, type Steadiness } from './steadiness.ts';
import { ownerOf, type Refused, type TurnedAwayCounts, turnAway } from './turned-away.ts';
import { warmUp } from './warm.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** When a message of the interface came, on the process clock. */
    arrivedAt: number;
  }
}

/** Our division in the ids of answers, until the home has one of its own. */
const AREA = '000000';
const messages = interfaces as Readonly<Record<string, Message>>;

/** Largest message: a stay of many months stays far below. */
const MOST_MEGABYTES = 16;
/** How long a start waits for a history that has to be made anew; beyond it messages are answered without it and say so. */
const WARM_MS = 10_000;
/** How often calls that were cut short are asked again. */
const RECHECK_EVERY_MS = 60_000;

export function interfaceRoutes(
  app: App,
  { home, now, runner }: Services,
  { trustLoopback = true, threads, onThread }: { trustLoopback?: boolean; threads?: number; onThread?: (warm: number) => void } = {},
): void {
  const settings = interfaceSettings();
  let audits: AuditThreads | undefined;
  const { accounts, history, alarms, turnedAway, ...steadiness } = openSteadiness(home, now, {
    threads: threads !== undefined,
    onAnswered: (answered) => audits?.answered(answered),
    onHistory(ready) {
      audits?.history(ready);
      readers?.history(ready);
    },
  });
  app.addHook('onClose', () => steadiness.close());
  const reads = watchedReads(history.contents);
  const readers = threads === undefined ? undefined : openHistoryReaders(historyPath(home.folder), () => history.state() === 'ready');
  app.addHook('onClose', () => readers?.close());
  const keys = rememberedKeys(keyStoreOf(home.db));
  const verifier = openVerifier();
  app.addHook('onClose', () => verifier.close());
  const gate = gateOf(keys, { trustLoopback, verifier });
  const keeper = bookKeeperOf(bookSourceOf(home), alarms);
  app.addHook('onClose', () => keeper.close());
  const handlers = { ...handlersOf({ accounts, keeper, history, settings }), ...queryHandlers(queryStoreOf(home.db)) };
  const here: Desk['here'] = (ask, book, past) => {
    const contents = past ? pastOr(past, reads.contents) : reads.contents;
    return auditBytes(ask, { book, history: contents, answered: accounts.answered }, { ...settings, area: AREA });
  };
  app.addHook('onReady', async () => {
    // warm before listening: the first message finds everything as the thousandth does
    await Promise.all([
      accounts.warm(),
      keeper
        .book()
        .then((book) => (threads === undefined ? undefined : warmUp(book, settings.warmMs, here)))
        .catch(() => {}),
      keys.inForce().then(
        (all) => all.some(({ scheme }) => scheme === 'SM2') && verifier.warm(),
        () => {},
      ),
      inTime(history.catchUp(), performance.now() + WARM_MS).catch(() => {}),
      readers?.warm(),
      // connections to the records, and what every message asks of them
      Promise.all([keys.find('x-tif', ''), keys.isTrusted('127.0.0.1'), keys.switchOf(''), keys.ofProvider('SM2', '')]).catch(() => {}),
    ]);
  });
  // they warm up behind the first messages, which are answered here meanwhile
  app.addHook('onListen', async () => {
    if (!threads) return;
    audits = openAuditThreads({
      threads,
      connection: home.connection,
      folder: home.folder,
      settings,
      area: AREA,
      ...(onThread && { onReady: onThread }),
      historyReady: () => history.state() === 'ready',
      allAnswered: accounts.allAnswered,
      onHistoryFault: (personNo) => history.contents(personNo, 0), // its own look finds what is wrong
      onLost: (error) => process.stderr.write(`audit thread: ${error instanceof Error ? error.name : 'ended'}\n`),
    });
  });
  app.addHook('onClose', () => audits?.close());
  app.removeAllContentTypeParsers();
  // JSON whatever the header says: several platforms send text/plain
  app.addContentTypeParser('*', async (request: FastifyRequest, sent: IncomingMessage) =>
    readBody(await bytesOf(sent, MOST_MEGABYTES * 2 ** 20, settings.bodyMs), request.headers['content-type']),
  );
  app.setErrorHandler((error, request, reply) => {
    const [reason, said]: [TurnedAwayReason, string] =
      error instanceof TooBig
        ? ['tooBig', say.tooBig.zh({ megabytes: MOST_MEGABYTES })]
        : error instanceof TooSlow
          ? ['tooSlow', say.tooSlow.zh({ seconds: settings.bodyMs / 1000 })]
          : ['unreadable', say.unreadable.zh({})];
    turnedAway.note(request.ip, reason);
    // the rest of it would be read as the next message
    if (error instanceof TooSlow) reply.header('connection', 'close');
    reply.code(200).send(writeAnswer(headOf(0, now(), now()), { error: said }));
  });
  const intake = openIntakeDesk(home, now, {
    history,
    alarms,
    fold: () => runner.submit(interfaceFold, {}).outcome,
    liveMs: settings.liveMs,
  });
  app.addHook('onClose', () => intake.close());
  const recheck = setInterval(() => {
    callShelfOf(home)
      .open(1)
      .then((open) => (open.length > 0 ? runner.submit(interfaceRecheck, {}).outcome : undefined))
      .catch((error: Error) => process.stderr.write(`interface recheck: ${error.name}\n`));
  }, RECHECK_EVERY_MS);
  recheck.unref();
  app.addHook('onClose', async () => clearInterval(recheck));
  const desk: Desk = {
    audits: () => audits,
    readers: () => (reads.wary() ? readers : undefined),
    here,
    keeper,
    accounts,
    keys,
    gate,
    handlers,
    intake,
    now,
    settings,
    turnedAway,
  };
  boundArrivals(app, settings, { alarms, turnedAway }, () => writeAnswer(headOf(0, now(), now()), { error: say.overloaded.zh({}) }));
  app.post('/*', { schema: { hide: true } }, async (request, reply) => {
    const body = (request.body as Body | undefined) ?? readBody(Buffer.alloc(0));
    const door = await atTheDoor(desk, request);
    const bytes = await answerPlainAudit(desk, request, body, door);
    if (bytes) return reply.code(200).type('application/json; charset=utf-8').send(bytes);
    const said = await answer(desk, request, body, door);
    // serialised here: the answer's shape is the catalogue's affair and not the framework's
    const text = body.gbk ? asciiJson(said) : JSON.stringify(said);
    body.forget();
    return reply.code(200).type('application/json; charset=utf-8').send(text);
  });
}

/** An address that cannot be decoded is a path like any other to a message; whoever asks for a page is told in the usual way. */
export function answerBadAddress(error: Error & { statusCode?: number }, request: FastifyRequest, reply: FastifyReply): void {
  if (request.method !== 'POST' || request.url.startsWith('/api/')) {
    reply.code(error.statusCode ?? 400).send({ issues: [] });
    return;
  }
  const now = wallClock();
  reply
    .code(200)
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(writeAnswer(headOf(0, now, now), { error: say.unreadable.zh({}) })));
}

const milliseconds = (): number => Date.now() % 1000;
const headOf = (serial: number, receivedAt: Instant, respondedAt: Instant, receivedMs = milliseconds()) => ({
  area: AREA,
  serial,
  receivedAt,
  respondedAt,
  receivedMs,
  respondedMs: milliseconds(),
});

/** Refuses a message before it is read when so many are inside that it would come too late. */
function boundArrivals(
  app: App,
  { mostInside, deadlineMs }: InterfaceSettings,
  { alarms, turnedAway }: Pick<Steadiness, 'alarms' | 'turnedAway'>,
  refusal: () => object,
): void {
  let [inside, lag, last] = [0, 0, performance.now()];
  // what waits in the sockets is seen by how late this clock is
  const clock = setInterval(() => {
    const now = performance.now();
    [lag, last] = [now - last - CLOCK_MS, now];
  }, CLOCK_MS);
  clock.unref();
  app.addHook('onClose', async () => clearInterval(clock));
  app.decorateRequest('arrivedAt', 0);
  app.addHook('onRequest', async (request, reply) => {
    request.arrivedAt = performance.now();
    if (inside >= mostInside || lag > deadlineMs * LATE_RATIO) {
      alarms.raise('overload', `报文积压：正在处理 ${inside} 条，滞后 ${Math.round(lag)} 毫秒`);
      turnedAway.note(request.ip, 'overloaded');
      return reply.code(200).type('application/json; charset=utf-8').send(JSON.stringify(refusal()));
    }
    inside += 1;
    reply.raw.once('close', () => {
      inside -= 1;
      if (inside * 2 < mostInside && lag < deadlineMs * LATE_RATIO) alarms.end('overload');
    });
  });
}
const CLOCK_MS = 20;
/** Part of the deadline that may pass before a message is even looked at. */
const LATE_RATIO = 0.75;

interface Desk {
  /** Those beside this thread; undefined where there are none, or none yet. */
  audits: () => AuditThreads | undefined;
  /** The same in this one. */
  here: (ask: AuditAsk, book: AuditBook | undefined, past?: Past) => AuditDone | undefined;
  /** Who reads the history for this one; undefined where it reads itself. */
  readers: () => HistoryReaders | undefined;
  keeper: BookKeeper;
  settings: InterfaceSettings;
  accounts: CallAccounts;
  keys: KeyStore;
  gate: Gate;
  handlers: Readonly<Record<string, Handler>>;
  intake: IntakeDesk;
  now: () => Instant;
  turnedAway: TurnedAwayCounts;
}

/** Who calls, as far as the headers tell; undefined too where the keys cannot be asked in time. */
type Door = { caller: Caller | undefined } | undefined;
async function atTheDoor({ gate, settings }: Desk, request: FastifyRequest): Promise<Door> {
  const until = request.arrivedAt + settings.deadlineMs;
  if (isOver(until)) return undefined;
  const asked = gate.atTheDoor(request.headers, request.ip, unixSeconds()).then((caller) => ({ caller }));
  return inTime(asked, until).catch((error) => {
    logFault(0, error);
    return undefined;
  });
}

/** What an audit's head says before `input` begins; undefined where it is not plainly an audit in the clear. */
function auditHead({ bytes }: Body): { infno: string; providerNo: string; signed: boolean } | undefined {
  const start = bytes.toString('latin1', 0, Math.min(bytes.length, HEAD_BYTES));
  const end = start.indexOf('"input"');
  const head = end < 0 ? start : start.slice(0, end);
  const infno = /"infno"\s*:\s*"?(\d{4})\b/.exec(head)?.[1];
  const providerNo = /"fixmedins_code"\s*:\s*"([A-Za-z0-9]{1,30})"/.exec(head)?.[1];
  if (end < 0 || infno === undefined || providerNo === undefined || !Object.hasOwn(messages, infno)) return undefined;
  if (!isAudit(messages[infno] as Message) || /"enc_?type"\s*:\s*"[^"]/i.test(head)) return undefined;
  return { infno, providerNo, signed: /"cainfo"\s*:\s*"[^"]/.test(head) };
}
const HEAD_BYTES = 4096;

/** A plain audit from bytes to bytes; undefined where the message is answered the long way. */
async function answerPlainAudit(desk: Desk, request: FastifyRequest, body: Body, door: Door): Promise<Buffer | undefined> {
  const { accounts, keys, settings, now } = desk;
  const head = door?.caller?.ok ? auditHead(body) : undefined;
  if (!head || !door?.caller?.ok || !speaksFor(door.caller, head.providerNo)) return undefined;
  const started = request.arrivedAt;
  const until = started + settings.deadlineMs;
  // a signature of the message itself is looked into the long way
  if (head.signed && (await keys.ofProvider('SM2', head.providerNo)).length > 0) return undefined;
  const wish = await inTime(keys.switchOf(head.providerNo), until).catch(() => undefined);
  const ask: AuditAsk = {
    infno: head.infno,
    providerNo: head.providerNo,
    bytes: body.bytes,
    contentType: request.headers['content-type'] ?? '',
    serial: accounts.serial(),
    mostReminders: wish?.mostReminders ?? null,
    single: wish?.singleResult ?? false,
    receivedAt: now(),
    receivedMs: milliseconds(),
    arrivedAt: performance.timeOrigin + started,
    until: Date.now() + Math.max(0, until - performance.now()),
  };
  const audits = desk.audits();
  const handed = audits && (await inTime(audits.ask(ask), until + GRACE_MS));
  if (handed?.kept) {
    accounts.stands(handed.given);
    giveBack(body.bytes);
    return bytesFrom(handed.text);
  }
  const own = handed ? ask : { ...ask, serial: accounts.serial() }; // a thread that was late with it may have used the other number
  const done = handed ?? (await inTime(askHere(desk, own, until), until + GRACE_MS));
  if (!done) return undefined;
  accounts.gave(done.given);
  // what could not be written waits with its bytes
  const written = accounts.keep(callHeadOf(own, done), bytesFrom(done.said), body.bytes, done.sum);
  if (await inTime(written, until + GRACE_MS)) giveBack(body.bytes);
  return bytesFrom(done.text);
}
/** In this thread. What fails here is answered the long way, which accounts for it. */
async function askHere({ keeper, here, readers }: Desk, ask: AuditAsk, until: Until): Promise<AuditDone | undefined> {
  // a fault of the book (records away before it was ever opened) is the keeper's alarm; the order goes on as configured
  const beside = readers();
  const asked = Promise.all([keeper.book().catch(() => undefined), beside && pastOf(beside, ask.bytes)]);
  const [book, past] = (await inTime(asked, until)) ?? [undefined, 'late' as const];
  try {
    return here(ask, book, past);
  } catch (error) {
    logFault(ask.serial, error);
    return undefined;
  }
}

/** A thread that stopped at the deadline has yet to say so. */
const GRACE_MS = 200;

/** The message of the table and its caller, or why it is not taken. */
async function admitted({ keys, gate }: Desk, body: Body, door: Caller | undefined) {
  const envelope = readEnvelope(body.json);
  const opened = envelope && (await openInput(keys, envelope, body.text));
  const signed = envelope && { ...envelope, inputText: () => (opened?.ok ? opened.inputText() : '') };
  const caller = await gate.beyond(door, unixSeconds(), signed);
  if (!caller.ok) return caller;
  const owner = ownerOf(caller);
  if (body.json === undefined) return turnAway('notJson', owner);
  if (!envelope || !opened) return turnAway('noInfno', owner);
  const message = messages[envelope.infno];
  if (!message || !Object.hasOwn(messages, envelope.infno)) return unknownMessage(envelope, owner);
  if (!opened.ok) return { ...opened, providerNo: owner };
  if (!speaksFor(caller, envelope.providerNo)) {
    const error = say.otherProvider.zh({ providerNo: cut(envelope.providerNo, 30) });
    return { ok: false, reason: 'otherProvider', error, providerNo: owner } satisfies Refused;
  }
  return { ok: true as const, owner, envelope, message, input: opened.input, seal: opened.seal };
}

const unknownMessage = ({ infno }: Envelope, providerNo: string): Refused => ({
  ok: false,
  reason: 'unknownMessage',
  error: say.unknownMessage.zh({ infno: cut(infno, 20) }),
  providerNo,
});

async function answer(desk: Desk, request: FastifyRequest, body: Body, door: Door): Promise<Record<string, unknown>> {
  const { accounts, keys, handlers, now, settings } = desk;
  const [receivedAt, receivedMs] = [now(), milliseconds()];
  const started = request.arrivedAt;
  const until = started + settings.deadlineMs;
  const refuse = (error: string, serial = 0) => writeAnswer(headOf(serial, receivedAt, now(), receivedMs), { error });
  const away = ({ reason, error, providerNo }: Refused) => {
    desk.turnedAway.note(request.ip, reason, providerNo);
    return refuse(error);
  };
  // keys that cannot be asked, or a wait longer than anybody waits
  const known =
    isOver(until) || !door
      ? undefined
      : await inTime(admitted(desk, body, door.caller), until).catch((error) => {
          logFault(0, error);
          return undefined;
        });
  if (known === undefined) return away(turnAway('overloaded'));
  if (!known.ok) return away(known);
  const { envelope, message, seal } = known;
  const sealed = (answer: Record<string, unknown>) =>
    seal && answer.output ? { ...answer, output: seal(JSON.stringify(answer.output)), enc_type: 'SM4' } : answer;
  /** The account stands before the answer goes out; a disk that hangs holds up no hospital. */
  const end = async (serial: number, handled: Handled, outcome: CallHead['outcome'] = 'error' in handled ? 'refused' : 'answered') => {
    const said = 'error' in handled ? undefined : handled;
    const head: CallHead = {
      ...accountOf(envelope, receivedAt),
      serial,
      outcome,
      milliseconds: performance.now() - started,
      reminders: said?.reminders ?? null,
      undecided: said?.undecided ?? null,
      refusal: 'error' in handled ? handled.error : null,
      ...(said?.feedback && { feedback: said.feedback }),
    };
    accounts.gave(givenOf(said?.said));
    await inTime(accounts.keep(head, saidBytes(said?.said), seal ? opened(body, known.input) : body.bytes), until);
  };
  if (desk.intake.takes(message.infno)) {
    const taken = await desk.intake.take({
      envelope,
      message,
      input: known.input,
      reply: (body.json as { output?: unknown }).output,
      receivedAt,
      started,
      answer: (serial, output) => writeAnswer(headOf(serial, receivedAt, now(), receivedMs), { output }),
    });
    if ('answer' in taken) return sealed(taken.answer);
    const serial = accounts.serial();
    await end(serial, taken);
    return refuse(taken.error, serial);
  }
  const handler = handlers[message.like ?? message.infno];
  if (!handler) return away(unknownMessage(envelope, known.owner));
  const serial = accounts.serial();
  try {
    const { nodes } = readInput(isAudit(message) ? auditMessage(message.infno) : message, known.input);
    const wish = await inTime(keys.switchOf(envelope.providerNo), until).catch(() => undefined);
    const handled = await handler({ request: envelope, nodes, serial, receivedAt, mostReminders: wish?.mostReminders ?? null, until });
    await end(serial, handled);
    if ('error' in handled) return refuse(handled.error, serial);
    const written = writeOutput(message.output, handled.output, { single: wish?.singleResult ? ['result'] : [] });
    return sealed(writeAnswer(headOf(serial, receivedAt, now(), receivedMs), { output: written }));
  } catch (error) {
    logFault(serial, error);
    const fault = say.fault.zh({ serial });
    await end(serial, { error: fault }, 'failed').catch(() => {});
    return refuse(fault, serial);
  }
}

/** A message that came enciphered, in the clear: keys go, the journal stays. */
const opened = ({ json }: Body, input: unknown): Buffer => Buffer.from(JSON.stringify({ ...(json as object), input, enc_type: '' }));

/** Nothing of the message goes into the log but the number of the call: an error's own words may quote what was sent. */
function logFault(serial: number, error: unknown): void {
  const { name = 'Error', stack = '', code = '' } = (error ?? {}) as { name?: string; stack?: string; code?: string };
  const places = stack.split('\n').filter((line) => /^\s+at /.test(line));
  process.stderr.write(`interface call ${serial}: ${[`${name} ${code}`, ...places].join('\n')}\n`);
}

const accountOf = ({ infno, msgid, providerNo }: Envelope, receivedAt: Instant) => ({
  infno,
  msgid: cut(msgid, 60),
  providerNo: cut(providerNo, 60),
  receivedAt,
});
