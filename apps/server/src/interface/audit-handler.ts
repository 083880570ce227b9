// 3101 and 3102: what the live rules say of the orders in hand, beside the person's history, within the time that is left.
import type { NodeValue } from '@hengjian/catalog/interfaces/read-node.ts';
import { national } from '@hengjian/catalog/regions/national.ts';
import { interfaceMessages as say } from '@hengjian/domain';
import type { AuditStore } from '@hengjian/store';
import {
  audit,
  type History,
  historyFrom,
  type Reminder,
  reminderOf,
  requestRecords,
  resultOf,
  wasAnswered,
  withHistory,
  worthReading,
} from '@hengjian/workflows';
import type { BookKeeper } from './book-keeper.ts';
import type { Handler } from './call.ts';

/** A doctor reads the few that matter; the rest is found by the review afterwards. */
const MOST_REMINDERS = 8;
const MOST_EXPLAINED = 64;
/** Two years: a year that is counted, and the year that a rule looks back from it. */
const HISTORY_DAYS = 731;

export interface AuditDesk {
  readonly store: AuditStore;
  readonly keeper: BookKeeper;
  readonly history: Pick<History, 'read'>;
}

const textOf = (value: NodeValue, name: string): string | null => {
  const text = value.fields[name];
  return typeof text === 'string' ? text : null;
};

export const auditHandler =
  ({ store, keeper, history }: AuditDesk): Handler =>
  async ({ nodes, serial, mostReminders }) => {
    const data = nodes.data?.[0];
    if (!data) return { error: say.noNode.zh({ node: 'data' }) };
    const people = requestRecords(data, national);
    if (people.length === 0) return { error: say.noNode.zh({ node: 'patient_dtos' }) };
    const book = await keeper.book();
    const asked = (textOf(data, 'rule_ids') ?? '').split(',').filter((id) => id !== '');
    // the scene comes first where both are given (reference §2.1)
    const scene = textOf(data, 'trig_scen');
    const only = scene === null && asked.length > 0 ? new Set(asked) : undefined;
    const found: Reminder[] = [];
    const most = mostReminders ?? MOST_REMINDERS;
    for (const person of people) {
      const answered = await store.answered(person.encounterNo);
      const past = person.personNo === '' ? undefined : history.read(person.personNo, historyFrom(person, HISTORY_DAYS));
      const { hits } = audit(book, withHistory(person, past), { ruleIds: only });
      // words are made of the gravest only: of so many, the rest would not be read
      const grave = answered.size === 0 ? hits.slice(0, Math.max(most, MOST_EXPLAINED)) : hits;
      found.push(...grave.map(reminderOf).filter((reminder) => !wasAnswered(reminder, answered)));
    }
    const given = worthReading(found, most).map((reminder, i) => ({
      reminder,
      reminderId: `A${serial}-${i + 1}`,
    }));
    await store.keepReminders(serial, scene, given);
    const taskId = textOf(data, 'task_id');
    return { output: { result: given.map(({ reminder, reminderId }) => resultOf(reminder, reminderId, taskId)) }, reminders: given.length };
  };
