import type { Day } from '@hengjian/domain';

/** A JSON value of a parameter as written in a knowledge file: money in yuan, quantities as plain numbers. */
export type ParamValue = number | string | boolean | string[] | Record<string, number>;
export type Params = Record<string, ParamValue>;

/**
 * What a code of a point is to the rule: `code` the item judged; in a pair `included` (judged) and `including`; `counter` the
 * other side elsewhere; and the codes that parameters name.
 */
export type CodeRole = 'code' | 'included' | 'including' | 'counter' | 'requires' | 'firstLine' | 'bundle' | 'parts';

/**
 * One row of the knowledge library as published (contracts §4): codes it speaks of, the Chinese text of the constraint, and,
 * where the publisher gives them, structured parameters. Unknown is null.
 */
export interface KnowledgePoint {
  id: string;
  /** National code of the rule; null where a rule has none yet, then `ruleName` identifies it. */
  ruleCode: string | null;
  ruleName: string | null;
  codes: string[];
  counterCodes: string[];
  subject: string | null;
  constraint: string | null;
  logic: string | null;
  /** As given by the publisher; null or empty: to be read from the text. */
  params: Record<string, unknown> | null;
  basis: string | null;
  batch: string | null;
  publishedOn: Day | null;
  validFrom: Day | null;
  validTo: Day | null;
  supersedes: string | null;
}

/** Why a point waits for a person: key of a sentence in messages/knowledge.ts and its facts. */
export interface WaitingReason {
  code: WaitingCode;
  facts: Record<string, string | number>;
}

export type WaitingCode =
  | 'unknownRule'
  | 'paramUnknown'
  | 'paramType'
  | 'paramMissing'
  | 'paramRange'
  | 'noText'
  | 'sexBoth'
  | 'sexNeither'
  | 'sexExcluded'
  | 'ageNotFound'
  | 'ageUnclear'
  | 'adultUse'
  | 'settingNotFound'
  | 'levelNotFound'
  | 'levelFirstOnly'
  | 'levelBySpecialty'
  | 'insuranceUnclear'
  | 'frequencyNotFound'
  | 'frequencyUnclear'
  | 'intervalNotStated'
  | 'intervalRange'
  | 'courseNotFound'
  | 'courseUnclear'
  | 'pairCodes'
  | 'pairContradicted'
  | 'groupNotFound'
  | 'codesNeeded'
  | 'diagnosisUnmatched'
  | 'codesUnknown'
  | 'lineageCycle'
  | 'twoSuccessors';

/** What the reader of a constraint answers: parameters that are certain, or why a person must look. */
export type Reading = { ok: true; params: Params } | { ok: false; reason: WaitingReason };

export const read = (params: Params = {}): Reading => ({ ok: true, params });
export const wait = (code: WaitingCode, facts: Record<string, string | number> = {}): Reading => ({ ok: false, reason: { code, facts } });
