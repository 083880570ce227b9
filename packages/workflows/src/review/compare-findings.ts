/** What one edition says beside another of the same rule: findings have the same id where the partition is the same. */
import type { Fen } from '@hengjian/domain';
import type { EditionFinding, RuleResult } from './ports.ts';

/** Against the other edition: said by this one alone, by the other alone, by both with other money, by both alike. */
export type Mark = 'added' | 'gone' | 'changed' | 'same';

export interface MarkedFinding extends EditionFinding {
  readonly mark: Mark;
  /** What the other edition says it is worth; null where it does not say it. */
  readonly otherFen: Fen | null;
}

export interface Change {
  readonly added: number;
  readonly gone: number;
  readonly changed: number;
  readonly same: number;
  readonly addedFen: Fen;
  readonly goneFen: Fen;
  /** Of those that both say, what this one says less what the other says. */
  readonly changedFen: Fen;
}

/** A shadow edition in one run, against the live edition (null: the rule has none). */
export interface ShadowResult extends RuleResult {
  readonly runId: string;
  readonly against: number | null;
  readonly change: Change;
}

/** Findings of the edition, and those that only the other has, each with its mark; by id. */
export function compareFindings(
  other: readonly EditionFinding[],
  own: readonly EditionFinding[],
): { marked: MarkedFinding[]; change: Change } {
  const before = new Map(other.map((f) => [f.findingId, f]));
  const now = new Set(own.map((f) => f.findingId));
  const marked: MarkedFinding[] = [
    ...own.map((f): MarkedFinding => {
      const was = before.get(f.findingId);
      const mark = !was ? 'added' : was.amountFen === f.amountFen ? 'same' : 'changed';
      return { ...f, mark, otherFen: was?.amountFen ?? null };
    }),
    ...other.filter((f) => !now.has(f.findingId)).map((f): MarkedFinding => ({ ...f, mark: 'gone', otherFen: f.amountFen })),
  ].sort((a, b) => (a.findingId < b.findingId ? -1 : a.findingId > b.findingId ? 1 : 0));
  const of = (mark: Mark) => marked.filter((f) => f.mark === mark);
  const sum = (findings: readonly MarkedFinding[], value: (f: MarkedFinding) => number) => findings.reduce((t, f) => t + value(f), 0);
  const change = {
    added: of('added').length,
    gone: of('gone').length,
    changed: of('changed').length,
    same: of('same').length,
    addedFen: sum(of('added'), (f) => f.amountFen),
    goneFen: sum(of('gone'), (f) => f.amountFen),
    changedFen: sum(of('changed'), (f) => f.amountFen - (f.otherFen ?? 0)),
  };
  return { marked, change };
}
