/** What a partition is asked and what it answers: the types that every reader and every shape share. */
import type { Compiled, Context, Row } from './compile.ts';
import type { Value } from './expression.ts';
import type { FoldWalk } from './fold.ts';
import type { PeerNumbers } from './peer-facts.ts';
import type { RuleTree } from './rule.ts';
import type { Schema } from './schema.ts';

export type Answer = 'hit' | 'clear' | 'notEvaluated';

/** A record beside one of its knowledge rows. */
export interface Member {
  readonly context: Context;
  /** true: takes part; null: unknown whether it does. Records out of scope are no members. */
  readonly scope: boolean | null;
}

export interface PartitionAnswer {
  readonly key: readonly Value[];
  readonly answer: Answer;
  readonly members: readonly Member[];
  /** Lends parameters to what is asked of the whole: the member whose knowledge row came into force last. */
  readonly lead: Member;
  /** In question, in stream order (a hit only). */
  readonly inQuestion: readonly Member[];
  /** Matched records of the other side of a pair. */
  readonly matched: readonly Row[];
  /** A subject among its peers (peer rules only); `members` may then be only the few records that add most. */
  readonly peer?: PeerStanding;
}

export interface CompiledRule {
  readonly rule: RuleTree;
  readonly schema: Schema;
  readonly scope: Compiled;
  readonly key: readonly Compiled[];
  readonly when: Compiled;
  readonly on: Compiled;
  readonly stream?: {
    key: readonly Compiled[];
    order: Compiled;
    folds: { name: string; start: () => FoldWalk; args: readonly Compiled[] }[];
  };
  readonly pair?: {
    link: readonly { left: Compiled; right: Compiled }[];
    /** Equal where the other side is linked by equal expressions. */
    signature: string;
    where: Compiled;
    on: Compiled;
  };
  readonly tie: readonly string[];
}

/** A subject among its peers, with everything that is told of it. */
export interface PeerStanding {
  readonly numbers: PeerNumbers;
  /** Values of the rule's own facts. */
  readonly facts: { readonly [name: string]: Value };
  /** Last settled day of the subject's records: the period it is reported in. */
  readonly lastDay: number;
  /** The few records that add most to the value, largest first (ties by the record's key); of a hit only. Those that add nothing are left out, but one is always there. */
  readonly top: readonly Member[];
}
