/** An acknowledged message as the body of a journal record. */
import { createHash } from 'node:crypto';
import type { FeedMessage } from '@hengjian/workflows';

export interface FeedRecord extends Omit<FeedMessage, 'serial' | 'output'> {
  /** Under which the same message is known again; null for one without a number of its own. */
  readonly key: string | null;
  /** The whole answer: who sends the message again gets it again. */
  readonly answer: { readonly output: unknown };
}

/** The same message again: sender, transaction, number and content. Senders that number everything alike lose nothing. */
export function feedKey({ providerNo, infno, msgid, input }: Pick<FeedMessage, 'providerNo' | 'infno' | 'msgid' | 'input'>): string | null {
  if (msgid === '') return null;
  const digest = createHash('sha256').update(JSON.stringify(input)).digest('base64url');
  return JSON.stringify([providerNo, infno, msgid, digest]);
}

export const keyOfRecord = (body: string): string | null => (JSON.parse(body) as FeedRecord).key;

export function messageOf(serial: number, body: string): FeedMessage {
  const { key: _, answer, ...rest } = JSON.parse(body) as FeedRecord;
  return { ...rest, serial, output: answer.output };
}
