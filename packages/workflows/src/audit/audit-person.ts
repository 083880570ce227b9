/** What the live rules say of a person's records before anything is settled. The same closures as the review; nothing is stored. */
import {
  type CompiledRule,
  compile,
  hitPartitions,
  type Member,
  membersAt,
  noPoint,
  type PartitionAnswer,
  type Point,
  Rights,
  type Row,
  withMarks,
} from '@hengjian/language';
import { type FindingDraft, findingOf } from '../review/finding.ts';
import { price } from '../review/price.ts';
import type { AuditBook, BookRule } from './audit-book.ts';
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

/** A reminder that is not yet written out: what is worth telling is chosen before anything is explained. */
export interface Hit {
  readonly rule: BookRule;
  readonly answer: PartitionAnswer;
  readonly amountFen: number;
}

export interface Audit {
  /** What is certain first, then what is worth most. */
  readonly hits: readonly Hit[];
  /** Rules that concern the encounter and were not decided when the time was over. */
  readonly undecided: readonly BookRule[];
  /** What exemptions kept from being said, by exemption: current records that took no part, hits that are not pursued. */
  readonly exempted: Readonly<Counts>;
}

export interface AuditOptions {
  /** Only these rules, by id or code. */
  readonly ruleIds?: ReadonlySet<string> | undefined;
  /** Asked between two rules. */
  readonly timeIsOver?: (() => boolean) | undefined;
}

type Counts = { [exemption: string]: number };

const rank = { clear: 0, suspect: 1 } as const;
type Certainty = keyof typeof rank;
const certaintyOf = ({ rule }: Hit): Certainty => rule.compiled.rule.certainty as Certainty;

/**
 * Hits about the encounter in hand: those in which one of its current orders (or the encounter itself) is in question. Earlier
 * encounters and orders are context.
 */
export function audit(book: AuditBook, { tables: told, encounterNo }: RequestRecords, { ruleIds, timeIsOver }: AuditOptions = {}): Audit {
  const tables = withMarks(withStandings(book, told), book.marks);
  const concerns = (record: Row) => record.encounterNo === encounterNo && record.current !== false;
  const exempted: Counts = {};
  const asked = collect(book, tables, concerns, ruleIds, exempted);
  const rights = new Map<string, Rights>();
  const rightsOf = (table: string): Rights => {
    const made = rights.get(table) ?? new Rights(tables[table] ?? []);
    rights.set(table, made);
    return made;
  };
  const hits: Hit[] = [];
  const undecided: BookRule[] = [];
  for (const [rule, members] of asked) {
    if (undecided.length > 0 || timeIsOver?.()) {
      undecided.push(rule);
      continue;
    }
    const { shape } = rule.compiled.rule;
    const others = shape.kind === 'pair' ? rightsOf(shape.right.reads) : [];
    for (const answer of hitPartitions(rule.compiled, members, others, concerns)) {
      const hit = hitOf(rule, answer, encounterNo);
      const exemption = hit && exemptionOf(rule, answer);
      if (exemption) exempted[exemption.id] = (exempted[exemption.id] ?? 0) + 1;
      else if (hit) hits.push(hit);
    }
  }
  return { hits: hits.sort(byWeight), undecided, exempted };
}

/** Beside the records: how the rights of the practitioners stand that they name. */
function withStandings({ standings }: AuditBook, tables: RequestRecords['tables']): RequestRecords['tables'] {
  if (standings.size === 0) return tables;
  const named = new Set((tables.line ?? []).map(({ practitionerNo }) => String(practitionerNo)));
  return { ...tables, practitionerStanding: [...named].flatMap((no) => standings.get(no) ?? []) };
}

/** Members by rule, of the rules that a current record concerns; of the other records only what these rules take. */
function collect(
  book: AuditBook,
  tables: RequestRecords['tables'],
  concerns: (record: Row) => boolean,
  ruleIds: ReadonlySet<string> | undefined,
  exempted: Counts,
): Map<BookRule, Member[]> {
  const asked = new Map<BookRule, Member[]>();
  // a pair is not there where one side has no record at all; whom an exemption keeps out is counted all the same
  const idle = book.pairs.filter(({ right }) => (tables[right]?.length ?? 0) === 0).map(({ rule }) => rule);
  for (const [table, finder] of book.concerned) {
    const records = tables[table] ?? [];
    for (const record of records)
      if (concerns(record))
        finder.each(record, (rule, points) => {
          if (ruleIds && !ruleIds.has(rule.compiled.rule.id) && !ruleIds.has(rule.compiled.rule.code)) return;
          if (idle.length > 0 && idle.includes(rule)) return countKeptOut(rule, record, points, exempted);
          const members = asked.get(rule) ?? [];
          const before = members.length;
          membersAt(rule.compiled, rule.points, record, points, members);
          if (members.length === before) countKeptOut(rule, record, points, exempted);
          else if (before === 0) asked.set(rule, members);
        });
    for (const record of records)
      if (!concerns(record))
        finder.each(record, (rule, points) => {
          const known = asked.get(rule);
          if (known) membersAt(rule.compiled, rule.points, record, points, known);
        });
  }
  return asked;
}

/** Counts the exemptions by which a record that would take part takes none. */
function countKeptOut({ where, keptOut, points: index }: BookRule, record: Row, found: readonly Point[], exempted: Counts): void {
  if (keptOut.length === 0) return;
  const context = { record, point: found[0] ?? index.parameters[0] ?? noPoint };
  if (where && where(context) !== true) return;
  for (const { id, when } of keptOut) if (when(context) === true) exempted[id] = (exempted[id] ?? 0) + 1;
}

function hitOf(rule: BookRule, answer: PartitionAnswer, encounterNo: string): Hit | undefined {
  const own = answer.inQuestion.filter(({ context: { record } }) => record.encounterNo === encounterNo);
  if (!own.some(({ context: { record } }) => record.lineNo === undefined || record.current !== false)) return undefined;
  const amountFen = price(rule.compiled, answer).reduce((sum, one) => sum + one.amountFen, 0);
  return { rule, answer, amountFen };
}

/** That under which a hit is not pursued. */
const exemptionOf = ({ compiled }: BookRule, { inQuestion }: PartitionAnswer) =>
  compiled.rule.exemptions.find((x) => x.acts === 'finding' && inQuestion.every(({ context }) => compile(x.when)(context) === true));

const byWeight = (a: Hit, b: Hit): number =>
  rank[certaintyOf(a)] - rank[certaintyOf(b)] || b.amountFen - a.amountFen || a.rule.slot - b.rule.slot;

/** What is certain first, then what is worth most. */
export const graver = (a: Reminder, b: Reminder): number =>
  rank[a.certainty] - rank[b.certainty] ||
  b.finding.amountFen - a.finding.amountFen ||
  (a.finding.findingId < b.finding.findingId ? -1 : 1);

/** A hit in words. `book`: the one it was found by. */
export function reminderOf(book: AuditBook, hit: Hit): Reminder {
  const { compiled, edition, basis } = hit.rule;
  const finding = findingOf(compiled as CompiledRule, hit.answer, book.names);
  return {
    ruleCode: compiled.rule.code,
    title: compiled.rule.title.zh,
    certainty: certaintyOf(hit),
    edition,
    finding,
    basis: [basis, finding.basis].filter(Boolean).join('；'),
  };
}
