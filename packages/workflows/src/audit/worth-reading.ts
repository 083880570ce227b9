/** Of all that the rules say of a prescription, what a doctor is to read: each thing once, the gravest first, and few. */
import { graver, type Reminder } from './audit-person.ts';

/**
 * What makes two reminders the same for one order: rule, lineage of its knowledge, person (hospitals that number their own encounters
 * may use one number twice), line. Of an encounter as a whole the line is ''.
 */
export const reminderKeys = (ruleId: string, lineage: string | null, personNo: string | null, lineNos: readonly string[]): string[] =>
  (lineNos.length > 0 ? lineNos : ['']).map((lineNo) => JSON.stringify([ruleId, lineage, personNo, lineNo]));

/** The orders that a reminder is about. */
export const linesInQuestion = ({ finding }: Pick<Reminder, 'finding'>): string[] =>
  finding.records.flatMap(({ role, lineNo }) => (role === 'inQuestion' && lineNo !== null ? [lineNo] : []));

/** Whether every order of it was answered with a reason before: then it is not said again. */
export function wasAnswered(reminder: Reminder, answered: ReadonlySet<string>): boolean {
  const { ruleId, lineage, records } = reminder.finding;
  const personNo = records.find(({ role }) => role === 'inQuestion')?.personNo ?? null;
  return reminderKeys(ruleId, lineage, personNo, linesInQuestion(reminder)).every((key) => answered.has(key));
}

type Involved = Reminder['finding']['records'][number];
/** What is in question first, then by the order's number. */
const byOrder = (a: Involved, b: Involved): number => {
  if (a.role !== b.role) return a.role === 'inQuestion' ? -1 : 1;
  const [x, y] = [a.lineNo ?? '', b.lineNo ?? ''];
  return x < y ? -1 : x > y ? 1 : 0;
};

/**
 * The `most` gravest. What says the same sentence of several orders of one encounter (two boxes of one drug, written twice) is one
 * reminder with all its orders and their amounts together.
 */
export function worthReading(reminders: readonly Reminder[], most: number): Reminder[] {
  const bySentence = new Map<string, Reminder>();
  for (const reminder of [...reminders].sort(graver)) {
    const { finding } = reminder;
    const lines = linesInQuestion(reminder);
    const [own] = finding.records.filter(({ role }) => role === 'inQuestion');
    const key = JSON.stringify([finding.ruleId, finding.lineage, own?.personNo, own?.encounterNo, finding.explanation.zh]);
    const before = bySentence.get(key);
    const apart = before && lines.length > 0 && !linesInQuestion(before).some((line) => lines.includes(line));
    if (before && apart) {
      const together = {
        ...before.finding,
        amountFen: before.finding.amountFen + finding.amountFen,
        records: [...before.finding.records, ...finding.records].sort(byOrder),
      };
      bySentence.set(key, { ...before, finding: together });
    } else bySentence.set(before ? `${key}${finding.findingId}` : key, reminder);
  }
  return [...bySentence.values()].sort(graver).slice(0, most);
}
