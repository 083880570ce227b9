// 3101 and 3102: what the live rules say of the orders in hand, beside the person's history, within the time that is left.
import type { NodeValue } from '@hengjian/catalog/interfaces/read-node.ts';
import { national } from '@hengjian/catalog/regions/national.ts';
import { interfaceMessages as say } from '@hengjian/domain';
import type { AuditStore } from '@hengjian/store';
import {
  type AuditBook,
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
import type { Call, Handler } from './call.ts';
import { type InterfaceSettings, inTime, isOver } from './settings.ts';

/** A doctor reads the few that matter; the rest is found by the review afterwards. */
const MOST_REMINDERS = 8;
/** Words are made of the gravest only: of so many, the rest would not be read. */
const MOST_EXPLAINED = 64;
/** Two years: a year that is counted, and the year that a rule looks back from it. */
const HISTORY_DAYS = 731;

export interface AuditDesk {
  readonly store: AuditStore;
  readonly keeper: BookKeeper;
  readonly history: Pick<History, 'read'>;
  readonly settings: InterfaceSettings;
}

const textOf = (value: NodeValue, name: string): string | null => {
  const text = value.fields[name];
  return typeof text === 'string' ? text : null;
};

export const auditHandler =
  (desk: AuditDesk): Handler =>
  async (call) => {
    const data = call.nodes.data?.[0];
    if (!data) return { error: say.noNode.zh({ node: 'data' }) };
    const people = requestRecords(data, national);
    if (people.length === 0) return { error: say.noNode.zh({ node: 'patient_dtos' }) };
    const { settings, store } = desk;
    // a fault of the book (records away before it was ever opened) is the keeper's alarm; the order goes on as configured
    const book = await inTime(desk.keeper.book(), call.until).catch(() => undefined);
    const { reminders, undecided, blind } = book
      ? await decide(desk, book, people, data, call)
      : { reminders: [], undecided: null, blind: false };
    const degraded = !book || blind;
    if (degraded && settings.degraded === 'refuse') return { error: say.degraded.zh({}) };
    const given = worthReading(reminders, call.mostReminders ?? MOST_REMINDERS).map((reminder, i) => ({
      reminder,
      reminderId: `A${call.serial}-${i + 1}`,
    }));
    await store.keepReminders(call.serial, textOf(data, 'trig_scen'), given);
    const taskId = textOf(data, 'task_id');
    const result = given.map(({ reminder, reminderId }) => resultOf(reminder, reminderId, taskId));
    const left = book ? (undecided ?? 0) : null;
    const notice = noticeOf(left, blind);
    if (notice && settings.notice) result.push(noticeRow(notice, call.serial, people[0]?.encounterNo ?? '', taskId));
    return { output: { result }, reminders: given.length, undecided: left ?? -1 };
  };

async function decide(
  { store, history, settings }: AuditDesk,
  book: AuditBook,
  people: ReturnType<typeof requestRecords>,
  data: NodeValue,
  { until, mostReminders }: Call,
) {
  const asked = (textOf(data, 'rule_ids') ?? '').split(',').filter((id) => id !== '');
  // the scene comes first where both are given (reference §2.1)
  const ruleIds = textOf(data, 'trig_scen') === null && asked.length > 0 ? new Set(asked) : undefined;
  const reminders: Reminder[] = [];
  const undecided = new Set<string>();
  let blind = false;
  for (const person of people) {
    const answered = await store.answered(person.encounterNo);
    const past = person.personNo === '' ? {} : history.read(person.personNo, historyFrom(person, HISTORY_DAYS));
    if (past === undefined) blind = true;
    if (blind && settings.degraded === 'refuse') break;
    const done = audit(book, withHistory(person, past), { ruleIds, timeIsOver: () => isOver(until) });
    for (const { compiled } of done.undecided) undecided.add(compiled.rule.id);
    const grave = answered.size === 0 ? done.hits.slice(0, Math.max(mostReminders ?? 0, MOST_EXPLAINED)) : done.hits;
    reminders.push(...grave.map(reminderOf).filter((reminder) => !wasAnswered(reminder, answered)));
  }
  return { reminders, undecided: undecided.size, blind };
}

/** What was not asked, in a sentence; undefined where everything was. `left`: rules without a decision, null for all of them. */
function noticeOf(left: number | null, blind: boolean): string | undefined {
  if (left === null) return say.nothingDecided.zh({});
  if (left > 0) return say.someUndecided.zh({ count: left });
  return blind ? say.withoutHistory.zh({}) : undefined;
}

/** A line of the result that is no violation: worth nothing, of the slightest degree, its number ends in 0. */
const noticeRow = (sentence: string, serial: number, encounterNo: string, taskId: string | null): NodeValue => ({
  fields: {
    jr_id: `A${serial}-0`,
    rule_id: '0',
    rule_name: say.noticeTitle.zh({}),
    vola_cont: sentence,
    patn_id: null,
    mdtrt_id: encounterNo,
    vola_amt: 0,
    vola_amt_stas: '1',
    sev_deg: '3',
    vola_evid: '',
    vola_bhvr_type: '1',
    task_id: taskId,
  },
  nodes: { judge_result_detail_dtos: [] },
});

/** Whether a reminder's number is that of a notice: software that answers every line answers these as well. */
export const isNotice = (reminderId: string): boolean => /^A\d+-0$/.test(reminderId);
