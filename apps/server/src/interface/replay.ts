// An accounted call asked again: its message and what was known of the person stand in the journal, editions and knowledge in the records.

import { readEnvelope } from '@hengjian/catalog/interfaces/envelope.ts';
import type { Message } from '@hengjian/catalog/interfaces/message.ts';
import { readInput } from '@hengjian/catalog/interfaces/read-node.ts';
import { interfaces } from '@hengjian/catalog/interfaces.gen.ts';
import type { Instant } from '@hengjian/domain';
import { type CallRecord, callShelfOf, type Home, openHistory, standingsOf, subjectsOfCodes } from '@hengjian/store';
import { type AuditBook, type HistoryContents, openAuditBook, type ReplayLine, replayCall } from '@hengjian/workflows';
import { replayPortsOf } from '../review-ports.ts';
import { readBody } from './body.ts';
import { bookNow, bookSourceOf } from './book-keeper.ts';

/** then: editions, exemptions, knowledge and history as they were when it was answered; now: all of today. */
export type ReplayAs = 'then' | 'now';

export interface CallReplay {
  readonly as: ReplayAs;
  readonly lines: readonly ReplayLine[];
  /** Whether more or other is known of the person today. */
  readonly historyChanged: boolean;
}

const messages = interfaces as Readonly<Record<string, Message>>;
export const isAudit = ({ infno, like }: Message): boolean => ['3101', '3102'].includes(like ?? infno);

/** unknown: there is no such call; unreadable: its journal can no longer be read; expired: messages are not kept so long; noAudit: it asked no rules. */
export type ReplayRefusal = 'unknown' | 'unreadable' | 'expired' | 'noAudit';

export async function replayOf(home: Home, serial: number, as: ReplayAs): Promise<CallReplay | { refused: ReplayRefusal }> {
  const shelf = callShelfOf(home);
  if (!(await shelf.find(serial))) return { refused: 'unknown' };
  const record = await shelf.record(serial);
  if (!record?.message) return { refused: (await shelf.isExpired(serial)) ? 'expired' : 'unreadable' };
  const book = await bookOf(home, as === 'then' ? record.head.receivedAt : undefined);
  const today = historyToday(home);
  try {
    const lines = await askAgain(home, record, book, as === 'then' ? historyThen(record) : today.contents);
    if (!lines) return { refused: 'noAudit' };
    const historyChanged = (record.said?.history ?? []).some(({ personNo, encounters }) => {
      const known = today.contents(personNo, 0);
      return known !== undefined && encounters.some(([no, content]) => known.find(([other]) => other === no)?.[1] !== content);
    });
    return { as, lines, historyChanged };
  } finally {
    await today.close();
  }
}

export const bookOf = async (home: Home, at?: Instant): Promise<AuditBook> =>
  at === undefined
    ? bookNow(bookSourceOf(home))
    : {
        ...(await openAuditBook({ ...(await replayPortsOf(home, at)), names: (codes) => subjectsOfCodes(home.db, codes) })),
        standings: (await standingsOf(home.lake)(undefined)).records,
      };

export type HistoryOf = (personNo: string, from: number) => HistoryContents | undefined;
/** What the rules were given then: it was cut to their days already. */
export const historyThen =
  ({ said }: CallRecord): HistoryOf =>
  (personNo) =>
    said?.history.find((one) => one.personNo === personNo)?.encounters ?? [];

export function historyToday(home: Home): { contents: HistoryOf; close(): Promise<void> } {
  const { contents, close } = openHistory(home.folder, home.lake);
  return { contents, close };
}

/** undefined where the message is none that asks the rules. */
export async function askAgain(home: Home, { head, said, message }: CallRecord, book: AuditBook, history: HistoryOf) {
  if (!message) return undefined;
  const envelope = readEnvelope(readBody(message).json);
  const declared = envelope && messages[envelope.infno];
  if (!envelope || !declared || !isAudit(declared) || head.outcome !== 'answered') return undefined;
  const input = typeof envelope.input === 'string' ? readBody(Buffer.from(envelope.input)).json : envelope.input;
  const data = readInput(declared, input).nodes.data?.[0];
  const shelf = callShelfOf(home);
  const encounters = (data?.nodes.patient_dtos ?? []).map(({ fields }) => String(fields.curr_mdtrt_id ?? ''));
  const answered = new Map<string, ReadonlySet<string>>();
  for (const encounterNo of encounters) answered.set(encounterNo, await shelf.answeredBefore(head.serial, encounterNo));
  const lines = replayCall(said?.given ?? [], {
    data,
    book,
    history,
    answered: (encounterNo) => answered.get(encounterNo) ?? new Set(),
    mostReminders: said?.mostReminders ?? null,
  });
  return 'error' in lines ? undefined : lines;
}
