// What a handler is given and what it says.
import type { Request } from '@hengjian/catalog/interfaces/envelope.ts';
import type { NodeValue } from '@hengjian/catalog/interfaces/read-node.ts';
import type { Instant } from '@hengjian/domain';
import type { CallSaid, Feedback } from '@hengjian/store';
import type { Until } from './settings.ts';

export interface Call {
  readonly request: Request;
  readonly nodes: Readonly<Record<string, readonly NodeValue[]>>;
  /** Number of the call in our accounts. */
  readonly serial: number;
  readonly receivedAt: Instant;
  /** How many reminders this institution's doctors read at most; null: as everybody's. */
  readonly mostReminders: number | null;
  /** When it is to be answered with what there is. */
  readonly until: Until;
}

export type Handled =
  | {
      output: Readonly<Record<string, readonly NodeValue[]>>;
      reminders?: number;
      /** Rules left to the review afterwards; -1: all. */
      undecided?: number;
      /** What is kept of an audit. */
      said?: CallSaid;
      /** What a doctor did of reminders. */
      feedback?: readonly Feedback[];
    }
  | { error: string };
export type Handler = (call: Call) => Promise<Handled>;
