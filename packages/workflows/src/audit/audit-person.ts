/** What the live rules say of a person's records before anything is settled. The same closures as the review; nothing is stored. */
import { decidePartitions, membersOf, type Row } from '@hengjian/language';
import { type FindingDraft, findingOf } from '../review/finding.ts';
import type { AuditBook } from './audit-book.ts';
import type { RequestRecords } from './request-records.ts';

export interface Reminder {
  readonly ruleCode: string;
  readonly title: string;
  /** 'clear' before 'suspect'; what is only data quality or a statistic is no reminder. */
  readonly certainty: 'clear' | 'suspect';
  readonly edition: number;
  readonly finding: FindingDraft;
  /** Documents and articles, the published constraint last. */
  readonly basis: string;
}

const rank = { clear: 0, suspect: 1 } as const;

/**
 * Reminders about the encounter in hand: findings in which one of its current orders (or the encounter itself) is in question,
 * what is certain first, then what is worth most. Earlier encounters and orders are context. `ruleIds` narrows to these rules.
 */
export function auditPerson(book: AuditBook, { tables, encounterNo }: RequestRecords, ruleIds?: ReadonlySet<string>): Reminder[] {
  const current = new Set(
    (tables.line ?? []).flatMap((line) => (line.encounterNo === encounterNo && line.current === true ? [line.lineNo] : [])),
  );
  const reminders: Reminder[] = [];
  for (const { compiled, points, edition } of book.rules) {
    const { rule } = compiled;
    if (ruleIds && !ruleIds.has(rule.id) && !ruleIds.has(rule.code)) continue;
    if (rule.certainty !== 'clear' && rule.certainty !== 'suspect') continue;
    const members = (tables[rule.reads] ?? []).flatMap((record) => membersOf(compiled, points, record));
    if (members.length === 0) continue;
    const rights: readonly Row[] = rule.shape.kind === 'pair' ? (tables[rule.shape.right.reads] ?? []) : [];
    for (const answer of decidePartitions(compiled, members, rights)) {
      if (answer.answer !== 'hit') continue;
      const finding = findingOf(compiled, answer);
      if (finding.exemptedBy !== null || !concerns(finding, encounterNo, current)) continue;
      reminders.push({
        ruleCode: rule.code,
        title: rule.title.zh,
        certainty: rule.certainty,
        edition,
        finding,
        basis: basisOf(rule.basis, finding),
      });
    }
  }
  return reminders.sort(graver);
}

/** What is certain first, then what is worth most. */
export const graver = (a: Reminder, b: Reminder): number =>
  rank[a.certainty] - rank[b.certainty] ||
  b.finding.amountFen - a.finding.amountFen ||
  (a.finding.findingId < b.finding.findingId ? -1 : 1);

const concerns = ({ records }: FindingDraft, encounterNo: string, current: ReadonlySet<unknown>): boolean =>
  records.some((r) => r.role === 'inQuestion' && r.encounterNo === encounterNo && (r.lineNo === null || current.has(r.lineNo)));

const basisOf = (documents: readonly { document: string; article?: string }[], { basis }: FindingDraft): string =>
  [...documents.map(({ document, article }) => `《${document}》${article ?? ''}`), basis].filter(Boolean).join('；');
