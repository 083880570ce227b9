/**
 * An evidence package read and re-run: does its seal hold, and does the finding follow from what it holds? Pure: the package is all that
 * is needed, so it can be asked anywhere and at any time.
 */
import type { Fen, Issue } from '@hengjian/domain';
import type { RuleTree } from '@hengjian/language';
import { canonical, sm3 } from '../journal/chain.ts';
import { type DecidedFrom, decideAgain } from './evidence.ts';
import type { FindingDraft, FindingRecord } from './finding.ts';

/** What was decided, with personal numbers as the package shows them: ids and hashes are those of what it shows. */
export type DecidedAgain = Pick<FindingDraft, 'findingId' | 'evidenceHash' | 'amountFen' | 'fundFen' | 'records'> & {
  readonly explanation: string;
};

export const decisionOf = ({ findingId, evidenceHash, amountFen, fundFen, records, explanation }: FindingDraft): DecidedAgain => ({
  findingId,
  evidenceHash,
  amountFen,
  fundFen,
  records,
  explanation: explanation.zh,
});

export interface EvidencePackage {
  /** SM3 of the canonical JSON of `content` (keys in order, no white space). */
  readonly sm3: string;
  readonly content: {
    readonly format: number;
    readonly finding: {
      readonly findingId: string;
      readonly amountFen: Fen;
      readonly fundFen: Fen | null;
      readonly records: readonly ShownRecord[];
    };
    readonly rule: { readonly ruleId: string; readonly edition: number; readonly tree: RuleTree | null };
    /** null: the records do not say it any more, or the edition is not in force any more. */
    readonly decidedFrom: Omit<DecidedFrom, 'rule'> | null;
    readonly decision: DecidedAgain | null;
    readonly [more: string]: unknown;
  };
}
type ShownRecord = Omit<FindingRecord, 'personNo'>;

export interface EvidenceVerified {
  /** Of the finding as the bureau has it. */
  readonly findingId: string;
  readonly issues: readonly Issue[];
  /** What follows from the package. */
  readonly decided: DecidedAgain | null;
}

const issue = (code: string, facts: Record<string, unknown> = {}): Issue => ({ code: `evidence.${code}`, severity: 'error', facts });

const recordWords = (records: readonly ShownRecord[]): string =>
  records
    .map((r) => `${r.role} ${r.encounterNo}:${r.lineNo ?? ''}:${r.settlementNo ?? ''} ${r.amountFen} ${r.fundFen}`)
    .sort()
    .join('\n');

/** Checks the seal, decides again, and compares with what the package says; no issue: it holds. `text`: JSON as exported. */
export function verifyEvidence(text: string): EvidenceVerified {
  const packed = parsed(text);
  if (!packed) return { findingId: '', issues: [issue('noPackage')], decided: null };
  const { content } = packed;
  const { finding, rule, decidedFrom, decision } = content;
  const { findingId } = finding;
  const issues: Issue[] = sm3(canonical(content)) === packed.sm3 ? [] : [issue('seal')];
  if (!decidedFrom || !decision || !rule.tree) return { findingId, issues: [...issues, issue('nothing')], decided: null };
  let decided: DecidedAgain | undefined;
  try {
    const found = decideAgain({ ...decidedFrom, rule: rule.tree }).map(decisionOf);
    decided = found.find((one) => one.findingId === decision.findingId);
  } catch (error) {
    return {
      findingId,
      issues: [...issues, issue('broken', { reason: error instanceof Error ? error.message : String(error) })],
      decided: null,
    };
  }
  if (!decided) return { findingId, issues: [...issues, issue('notFound')], decided: null };
  const compare = (what: string, stated: unknown, followed: unknown) =>
    stated === followed ? [] : [issue('differs', { what, stated, found: followed })];
  return {
    findingId,
    decided,
    issues: [
      ...issues,
      ...compare('amountFen', finding.amountFen, decided.amountFen),
      ...compare('fundFen', finding.fundFen, decided.fundFen),
      ...compare('records', recordWords(finding.records), recordWords(decided.records)),
      ...compare('explanation', decision.explanation, decided.explanation),
      ...compare('evidenceHash', decision.evidenceHash, decided.evidenceHash),
    ],
  };
}

function parsed(text: string): EvidencePackage | undefined {
  try {
    const value = JSON.parse(text) as EvidencePackage;
    return typeof value.sm3 === 'string' && value.content?.format === 2 && value.content.finding?.findingId ? value : undefined;
  } catch {
    return undefined;
  }
}
