import type { CheckFinding, CheckSuggestion } from '@hengjian/domain';
import type { SuggestionFacts, SuggestionSentence } from '@hengjian/domain/messages/check-suggestions.ts';
import type { CheckFacts, CheckSentence } from '@hengjian/domain/messages/checks.ts';
import type { Phase } from './lib/phase.ts';
import type { DocumentView, Row } from './lib/view.ts';

/** How a hit may be mended, before it is said in a language. */
export interface Mend extends Omit<CheckSuggestion, 'message'> {
  sentence: SuggestionSentence;
  facts: Record<string, unknown>;
}

/** One thing found wrong: which sentence, where, with which facts. */
export interface Hit {
  sentence: CheckSentence;
  /** 1-based, the most telling line first. */
  lines: number[];
  facts: Record<string, unknown>;
  /** Where it differs from the check's own. */
  severity?: CheckFinding['severity'];
  mends?: Mend[];
}

/** A check of published performance documents: a pure function over the reading and its source. Its id is its folder's name. */
export interface Check {
  /** UPPER_SNAKE of the id. */
  code: string;
  severity: CheckFinding['severity'];
  title: { zh: string; en: string };
  /** The rule that the document breaks, so that an officer can look it up. */
  basis: { document: string; article: string };
  /** Forms of which phases it looks at: what is asked grows with the year. Absent: of all, and at the text of the document. */
  phases?: readonly Phase[];
  /** Words in a row's remark or a note of the form that explain what the check would find: it is silent then. */
  explainedBy?: RegExp;
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

/** Where something is mended: a cell of a row, or a place in the text. */
export type MendPlace = Pick<Mend, 'line' | 'name' | 'field'>;

/** A cell of a row that was read. */
export const cellOf = (row: Row, field: NonNullable<Mend['field']>): MendPlace => ({
  line: row.indicator.line,
  name: row.indicator.name,
  field,
});
export const textAt = (line: number): MendPlace => ({ line, name: null, field: null });

/** A mend with facts that fit its sentence; `from` and `to` need not be repeated in `facts`. */
export const mend = <K extends SuggestionSentence>(
  certainty: Mend['certainty'],
  place: MendPlace,
  [from, to]: [Mend['from'], Mend['to']],
  sentence: K,
  facts: Omit<SuggestionFacts<K>, 'from' | 'to'>,
): Mend => ({ certainty, ...place, from, to, sentence, facts: { ...facts, from, to } });
