/** An accounted call asked again, under the editions and knowledge of then or of now, and what is said otherwise. Pure. */
import type { NodeValue } from '@hengjian/catalog/interfaces/read-node.ts';
import { answerAudit } from './answer-audit.ts';
import type { AuditBook } from './audit-book.ts';
import type { Reminder } from './audit-person.ts';
import type { HistoryContents } from './history.ts';
import { linesInQuestion, reminderKeys } from './worth-reading.ts';

/** A reminder as it was kept when it was given. */
export interface SaidThen {
  readonly findingId: string;
  readonly ruleId: string;
  readonly edition: number;
  readonly lineage: string | null;
  readonly personNo: string | null;
  readonly encounterNo: string | null;
  readonly lineNos: readonly string[];
  readonly amountFen: number;
  readonly sentence: string;
}

export interface ReplayAsked {
  readonly data: NodeValue | undefined;
  readonly book: AuditBook;
  readonly history: (personNo: string, from: number) => HistoryContents | undefined;
  /** Orders that had been answered with a reason before. */
  readonly answered: (encounterNo: string) => ReadonlySet<string>;
  readonly mostReminders: number | null;
}

export interface ReplayLine {
  /** same; changed: another edition, sentence or amount; gone: said then only; new: said now only. */
  readonly mark: 'same' | 'changed' | 'gone' | 'new';
  readonly before: SaidThen | null;
  readonly after: SaidThen | null;
}

/** The same encounter, rule, lineage and orders are one reminder; what differs comes first. */
export function replayCall(said: readonly SaidThen[], asked: ReplayAsked): readonly ReplayLine[] | { error: string } {
  const { book, history, answered, data, mostReminders } = asked;
  const answer = answerAudit({ book, history, answered }, data, { serial: 0, mostReminders, degraded: 'pass', notice: false });
  if ('error' in answer) return answer;
  const after = new Map(answer.given.map(({ reminder }) => saidOf(reminder)).map((one) => [keyOf(one), one]));
  const before = new Map(said.map((one) => [keyOf(one), one]));
  const lines = [...new Set([...before.keys(), ...after.keys()])].map((key): ReplayLine => {
    const [b, a] = [before.get(key) ?? null, after.get(key) ?? null];
    return { mark: b === null ? 'new' : a === null ? 'gone' : sameWords(a, b) ? 'same' : 'changed', before: b, after: a };
  });
  return lines.sort((a, b) => rank[a.mark] - rank[b.mark]);
}

const rank = { gone: 0, new: 1, changed: 2, same: 3 } as const;
const keyOf = ({ ruleId, lineage, personNo, encounterNo, lineNos }: SaidThen): string =>
  JSON.stringify([encounterNo, ...reminderKeys(ruleId, lineage, personNo, lineNos).sort()]);
const sameWords = (a: SaidThen, b: SaidThen): boolean =>
  a.edition === b.edition && a.amountFen === b.amountFen && a.sentence === b.sentence;

function saidOf(reminder: Reminder): SaidThen {
  const { finding, edition } = reminder;
  const own = finding.records.find(({ role }) => role === 'inQuestion');
  return {
    findingId: finding.findingId,
    ruleId: finding.ruleId,
    edition,
    lineage: finding.lineage,
    personNo: own?.personNo ?? null,
    encounterNo: own?.encounterNo ?? null,
    lineNos: linesInQuestion(reminder),
    amountFen: finding.amountFen,
    sentence: finding.explanation.zh,
  };
}
