/** What one edition says beside another of the same rule: findings have the same id where the partition is the same. */
import type { Change, ChangeMark, EditionFinding, MarkedFinding } from './ports.ts';

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
  const of = (mark: ChangeMark) => marked.filter((f) => f.mark === mark);
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
