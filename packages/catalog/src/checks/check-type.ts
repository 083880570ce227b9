import type { CheckFinding } from '@hengjian/domain';
import type { CheckFacts, CheckSentence } from '@hengjian/domain/messages/checks.ts';
import type { DocumentView } from './lib/view.ts';

/** One thing found wrong: which sentence, where, with which facts. */
export interface Hit {
  sentence: CheckSentence;
  /** 1-based, the most telling line first. */
  lines: number[];
  facts: Record<string, unknown>;
  /** Where it differs from the check's own. */
  severity?: CheckFinding['severity'];
}

/** A check of published performance documents: a pure function over the reading and its source. Its id is its folder's name. */
export interface Check {
  /** UPPER_SNAKE of the id. */
  code: string;
  severity: CheckFinding['severity'];
  title: { zh: string; en: string };
  /** The rule that the document breaks, so that an officer can look it up. */
  basis: { document: string; article: string };
  find: (view: DocumentView) => Hit[];
}

/** A hit with facts that fit its sentence. */
export const hit = <K extends CheckSentence>(
  sentence: K,
  lines: readonly (number | null)[],
  facts: CheckFacts<K>,
  severity?: CheckFinding['severity'],
): Hit => ({
  sentence,
  lines: [...new Set(lines.filter((line) => line !== null))],
  facts: facts as Record<string, unknown>,
  ...(severity ? { severity } : {}),
});
