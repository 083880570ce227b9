// The national interface: POST on any path outside /api; the message is known by `infno` in the body. Always HTTP 200 and an envelope.
import { type Request as Envelope, readEnvelope, writeAnswer } from '@hengjian/catalog/interfaces/envelope.ts';
import type { Message } from '@hengjian/catalog/interfaces/message.ts';
import { readInput } from '@hengjian/catalog/interfaces/read-node.ts';
import { writeOutput } from '@hengjian/catalog/interfaces/write-node.ts';
import { interfaces } from '@hengjian/catalog/interfaces.gen.ts';
import { type Instant, interfaceMessages as say } from '@hengjian/domain';
import { type AuditStore, auditStoreOf, keyStoreOf } from '@hengjian/store';
import type { App } from '../api.ts';
import { reviewPortsOf } from '../review-ports.ts';
import type { Services } from '../services.ts';
import { bookKeeperOf } from './book-keeper.ts';
import { type Handler, handlersOf } from './handlers.ts';
import { type Caller, gateOf, speaksFor, unixSeconds } from './signature.ts';

/** Our division in the ids of answers, until the home has one of its own. */
const AREA = '000000';
const messages = interfaces as Readonly<Record<string, Message>>;

export function interfaceRoutes(app: App, { home, now }: Services): void {
  const store = auditStoreOf(home.db);
  const gate = gateOf(keyStoreOf(home.db));
  const handlers = handlersOf(
    store,
    bookKeeperOf(store, () => reviewPortsOf(home)),
  );
  app.removeAllContentTypeParsers();
  // JSON whatever the header says: several platforms send text/plain
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, parsed(String(body))));
  app.setErrorHandler((error: { message?: string }, _request, reply) =>
    reply.code(200).send(writeAnswer(headOf(0, now(), now()), { error: error.message ?? '' })),
  );
  app.post('/*', { schema: { hide: true } }, async (request, reply) => {
    const caller = await gate.admit(request.headers, request.ip, unixSeconds());
    const said = await answer({ store, handlers, now, caller }, request.body);
    return reply.code(200).type('application/json; charset=utf-8').send(said);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch {
    return undefined;
  }
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

interface Desk {
  store: AuditStore;
  handlers: Readonly<Record<string, Handler>>;
  now: () => Instant;
  caller: Caller;
}

async function answer({ store, handlers, now, caller }: Desk, body: unknown): Promise<Record<string, unknown>> {
  const [receivedAt, receivedMs, started] = [now(), milliseconds(), performance.now()];
  const refuse = (error: string, serial = 0) => writeAnswer(headOf(serial, receivedAt, now(), receivedMs), { error });
  if (!caller.ok) return refuse(caller.error);
  if (body === undefined) return refuse(say.notJson.zh({}));
  const envelope = readEnvelope(body);
  if (!envelope) return refuse(say.noInfno.zh({}));
  const [message, handler] = [messages[envelope.infno], handlers[envelope.infno]];
  if (!message || !handler) return refuse(say.unknownMessage.zh({ infno: envelope.infno.slice(0, 20) }));
  if (!speaksFor(caller, envelope.providerNo)) return refuse(say.otherProvider.zh({ providerNo: envelope.providerNo.slice(0, 30) }));
  const serial = await store.begin(accountOf(envelope, receivedAt));
  const end = (outcome: 'answered' | 'refused' | 'failed', reminders: number | null) =>
    store.end(serial, outcome, performance.now() - started, reminders);
  try {
    const { nodes } = readInput(message.input, envelope.input);
    const handled = await handler({ request: envelope, nodes, serial, receivedAt });
    if ('error' in handled) {
      await end('refused', null);
      return refuse(handled.error, serial);
    }
    await end('answered', handled.reminders ?? null);
    return writeAnswer(headOf(serial, receivedAt, now(), receivedMs), { output: writeOutput(message.output, handled.output) });
  } catch (error) {
    // nothing of the message goes into the log but the number of the call
    process.stderr.write(`interface call ${serial}: ${error instanceof Error ? error.stack : String(error)}\n`);
    await end('failed', null).catch(() => {});
    return refuse(say.fault.zh({ serial }), serial);
  }
}

const accountOf = ({ infno, msgid, providerNo }: Envelope, receivedAt: Instant) => ({
  infno,
  msgid: msgid.slice(0, 60),
  providerNo: providerNo.slice(0, 60),
  receivedAt,
});
