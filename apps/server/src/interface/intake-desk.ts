// The feed: a message is acknowledged when it stands in the journal on the disk. What follows from it is taken in afterwards.
import type { Request } from '@hengjian/catalog/interfaces/envelope.ts';
import type { Message } from '@hengjian/catalog/interfaces/message.ts';
import { readInput } from '@hengjian/catalog/interfaces/read-node.ts';
import { writeOutput } from '@hengjian/catalog/interfaces/write-node.ts';
import { type Instant, parseInstant, intakeMessages as say } from '@hengjian/domain';
import {
  type FeedRecord,
  feedKey,
  feedStoreOf,
  followHistory,
  type Home,
  holdJournal,
  JournalBusy,
  type MessageJournal,
  messageOf,
} from '@hengjian/store';
import { answerFeed, feedInfnos, type History, refusalOf } from '@hengjian/workflows';
import type { Alarms } from './alarms.ts';
import { openLiveAlerts } from './live-alerts.ts';

export interface FeedCall {
  readonly envelope: Request;
  readonly message: Message;
  readonly input: unknown;
  /** The platform's own answer that the sender passes on beside `input`. */
  readonly reply: unknown;
  readonly receivedAt: Instant;
  /** performance.now() when it came. */
  readonly started: number;
  /** The envelope of an answer, under a serial of ours. */
  answer(serial: number, output: unknown): Record<string, unknown>;
}

export interface IntakeDesk {
  takes(infno: string): boolean;
  /** The answer as it was given the first time, or why the message is not taken. */
  take(call: FeedCall): Promise<{ answer: Record<string, unknown> } | { error: string }>;
  /** Resolves when everything that was acknowledged is in PostgreSQL. */
  followed(): Promise<void>;
  close(): Promise<void>;
}

/** Serials of the feed begin beyond those of other calls, so that no two answers have one number. */
const FIRST_SERIAL = 5_000_000_000;
const RETRY_MS = 1000;

/** How often the lake takes in what came. A delta costs the people of the day, so it need not be seldom. */
const FOLD_EVERY_MS = 15 * 60_000;

export interface IntakeOptions {
  readonly history: Pick<History, 'append' | 'contents' | 'position' | 'state'>;
  readonly alarms: Pick<Alarms, 'raise' | 'end'>;
  /** Hands the fold to whoever does this server's jobs. */
  fold(): Promise<unknown>;
  foldEveryMs?: number;
  /** How long what was told may wait until alerts have looked at it. */
  liveMs: number;
}

export function openIntakeDesk(home: Home, now: () => Instant, { history, alarms, fold, foldEveryMs, liveMs }: IntakeOptions): IntakeDesk {
  const store = feedStoreOf(home.db);
  let opened: Promise<MessageJournal> | undefined;
  let closed = false;
  let following: Promise<void> | undefined;
  let retry: NodeJS.Timeout | undefined;
  // another process may let go of it: who could not open it asks again with the next message
  const journal = (): Promise<MessageJournal> => {
    opened ??= holdJournal(home).catch((error) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
  const live = openLiveAlerts(home, {
    history,
    now,
    everyMs: liveMs,
    async message(serial) {
      const entry = await (await journal()).read(serial);
      return entry && 'body' in entry ? messageOf(serial, entry.body) : undefined;
    },
  });
  const follow = (): Promise<void> => {
    following ??= journal()
      .then(async (j) => {
        await store.follow(j, now());
        await followHistory(j, history);
        const damage = (await store.damages()).at(-1);
        if (damage) alarms.raise('journal', say.damage.zh(damage));
        live.soon();
      })
      .finally(() => {
        following = undefined;
      });
    return following;
  };
  /** PostgreSQL may be away: the journal waits. */
  const followSoon = (): void => {
    if (closed || retry) return;
    retry = setTimeout(() => {
      retry = undefined;
      follow().catch((error: Error) => {
        process.stderr.write(`interface feed: ${error.name}\n`);
        followSoon();
      });
    }, RETRY_MS);
    retry.unref();
  };
  journal().then(followSoon, () => {});
  const folding = setInterval(() => {
    foldNew().catch((error: Error) => process.stderr.write(`interface fold: ${error.name}\n`));
  }, foldEveryMs ?? FOLD_EVERY_MS);
  folding.unref();
  async function foldNew(): Promise<void> {
    // a history that was made anew is filled again
    await follow();
    if ((await store.position('records')) > (await store.position('lake'))) await fold();
  }
  return {
    takes: (infno) => feedInfnos.has(infno),
    async take(call) {
      const { envelope, message, input, reply, receivedAt } = call;
      const { nodes } = readInput(message, input);
      const error = refusalOf(message.infno, envelope.providerNo, nodes);
      if (error) return { error };
      try {
        const j = await journal();
        const key = feedKey({ providerNo: envelope.providerNo, infno: message.infno, msgid: envelope.msgid, input });
        const { body } = await j.append(key, (serial) => {
          const said = answerFeed({
            infno: message.infno,
            msgid: envelope.msgid,
            providerNo: envelope.providerNo,
            nodes,
            reply: readInput({ input: message.output }, reply).nodes,
            at: receivedAt,
            serial,
          });
          return JSON.stringify(recordOf(call, key, call.answer(FIRST_SERIAL + serial, writeOutput(message.output, said))));
        });
        followSoon();
        alarms.end('store');
        return { answer: (JSON.parse(body) as FeedRecord).answer as Record<string, unknown> & { output: unknown } };
      } catch (error) {
        // nothing was acknowledged: the sender sends it again
        if (!(error instanceof JournalBusy))
          alarms.raise('store', say.notWritten.zh({ why: (error as NodeJS.ErrnoException).code ?? (error as Error).name }));
        return { error: error instanceof JournalBusy ? say.journalBusy.zh({}) : say.notKept.zh({}) };
      }
    },
    async followed() {
      await follow();
      await follow();
    },
    async close() {
      closed = true;
      clearTimeout(retry);
      clearInterval(folding);
      await following?.catch(() => {});
      await live.close();
      await opened?.then(
        (j) => j.close(),
        () => {},
      );
    },
  };
}

const recordOf = (call: FeedCall, key: string | null, answer: Record<string, unknown>): FeedRecord => ({
  key,
  infno: call.message.infno,
  msgid: call.envelope.msgid.slice(0, 60),
  providerNo: call.envelope.providerNo.slice(0, 60),
  providerName: call.envelope.providerName,
  treatmentArea: call.envelope.treatmentArea,
  insuredArea: call.envelope.insuredArea,
  sentAt: parseInstant(call.envelope.sentAt) ?? null,
  receivedAt: call.receivedAt,
  milliseconds: performance.now() - call.started,
  input: call.input ?? null,
  reply: call.reply ?? null,
  answer: answer as FeedRecord['answer'],
});
