/**
 * 3101 and 3102 answered: what the live rules say of the orders in hand, beside the person's history, within the time that is left.
 * Pure: the server, its threads and the replay of an accounted call all ask here.
 */
import type { NodeValue } from '@hengjian/catalog/interfaces/read-node.ts';
import { national } from '@hengjian/catalog/regions/national.ts';
import { interfaceMessages as say } from '@hengjian/domain';
import type { AuditBook } from './audit-book.ts';
import { audit, type Reminder, reminderOf } from './audit-person.ts';
import type { HistoryContents } from './history.ts';
import { historyTables } from './history-records.ts';
import { type RequestRecords, requestRecords } from './request-records.ts';
import { historyFrom, withHistory } from './with-history.ts';
import { wasAnswered, worthReading } from './worth-reading.ts';
import { resultOf } from './write-result.ts';

/** A doctor reads the few that matter; the rest is found by the review afterwards. */
const MOST_REMINDERS = 8;
/** Words are made of the gravest only: of so many, the rest would not be read. */
const MOST_EXPLAINED = 64;
/** Two years: a year that is counted, and the year that a rule looks back from it. */
const HISTORY_DAYS = 731;

/** What an answer is made of. */
export interface AuditKnown {
  /** undefined where no rules can be asked. */
  readonly book: AuditBook | undefined;
  /** undefined where the history cannot be read. */
  readonly history: (personNo: string, from: number) => HistoryContents | undefined;
  /** Keys of orders that were answered with a reason. */
  readonly answered: (encounterNo: string) => ReadonlySet<string>;
}

export interface AuditWish {
  /** Number of the call: part of every reminder's. */
  readonly serial: number;
  /** How many reminders this institution's doctors read at most; null: as everybody's. */
  readonly mostReminders: number | null;
  /** Where rules cannot be asked at all: let the order pass with a notice, or refuse the message. */
  readonly degraded: 'pass' | 'refuse';
  /** Whether what was left undecided is said as a line of the result. */
  readonly notice: boolean;
  readonly timeIsOver?: (() => boolean) | undefined;
}

export interface AuditAnswer {
  readonly result: readonly NodeValue[];
  readonly given: readonly { readonly reminderId: string; readonly reminder: Reminder }[];
  /** Rules left to the review afterwards; -1: all, or nobody knows how many. */
  readonly undecided: number;
  /** What exemptions kept from being said, by exemption. */
  readonly exempted: { readonly [exemption: string]: number };
  readonly scene: string | null;
  /** `med_type` and `medfee_sumamt` of the encounter in hand. */
  readonly medicalKind: string | null;
  readonly feeFen: number | null;
  /** What the rules were given of the history, by person. */
  readonly history: readonly { readonly personNo: string; readonly encounters: HistoryContents }[];
  /** The history could not be read. */
  readonly blind: boolean;
}

const textOf = (value: NodeValue, name: string): string | null => {
  const text = value.fields[name];
  return typeof text === 'string' ? text : null;
};

export function answerAudit(known: AuditKnown, data: NodeValue | undefined, wish: AuditWish): AuditAnswer | { error: string } {
  if (!data) return { error: say.noNode.zh({ node: 'data' }) };
  const people = requestRecords(data, national);
  const [own] = people;
  if (!own) return { error: say.noNode.zh({ node: 'patient_dtos' }) };
  const { reminders, left, exempted, history, blind } = decide(known, people, data, wish);
  if ((left === null || blind) && wish.degraded === 'refuse') return { error: say.degraded.zh({}) };
  const taskId = textOf(data, 'task_id');
  const given = worthReading(reminders, wish.mostReminders ?? MOST_REMINDERS).map((reminder, i) => ({
    reminder,
    reminderId: `A${wish.serial}-${i + 1}`,
  }));
  const result = given.map(({ reminder, reminderId }) => resultOf(reminder, reminderId, taskId));
  const notice = noticeOf(left, blind);
  if (notice && wish.notice) result.push(noticeRow(notice, wish.serial, own.encounterNo, taskId));
  const encounter = own.tables.encounter?.find(({ encounterNo }) => encounterNo === own.encounterNo);
  return {
    result,
    given,
    // without the history nobody knows how many
    undecided: left === null || (blind && left === 0) ? -1 : left,
    exempted,
    scene: textOf(data, 'trig_scen'),
    medicalKind: (encounter?.medicalKind ?? null) as string | null,
    feeFen: (encounter?.totalFen ?? null) as number | null,
    history,
    blind,
  };
}

function decide(known: AuditKnown, people: readonly RequestRecords[], data: NodeValue, wish: AuditWish) {
  const asked = (textOf(data, 'rule_ids') ?? '').split(',').filter((id) => id !== '');
  // the scene comes first where both are given (reference §2.1)
  const ruleIds = textOf(data, 'trig_scen') === null && asked.length > 0 ? new Set(asked) : undefined;
  const reminders: Reminder[] = [];
  const undecided = new Set<string>();
  const exempted: { [exemption: string]: number } = {};
  const history: { personNo: string; encounters: HistoryContents }[] = [];
  let blind = false;
  const { book } = known;
  if (!book) return { reminders, left: null, exempted, history, blind };
  for (const person of people) {
    const answered = known.answered(person.encounterNo);
    const past = person.personNo === '' ? [] : known.history(person.personNo, historyFrom(person, HISTORY_DAYS));
    if (past === undefined) blind = true;
    else if (past.length > 0) history.push({ personNo: person.personNo, encounters: past });
    if (blind && wish.degraded === 'refuse') break;
    const records = past && past.length > 0 ? withHistory(person, historyTables(person.personNo, past)) : person;
    const done = audit(book, records, { ruleIds, timeIsOver: wish.timeIsOver });
    for (const { compiled } of done.undecided) undecided.add(compiled.rule.id);
    for (const [id, n] of Object.entries(done.exempted)) exempted[id] = (exempted[id] ?? 0) + n;
    const grave = answered.size === 0 ? done.hits.slice(0, Math.max(wish.mostReminders ?? 0, MOST_EXPLAINED)) : done.hits;
    reminders.push(...grave.map((hit) => reminderOf(book, hit)).filter((reminder) => !wasAnswered(reminder, answered)));
  }
  return { reminders, left: undecided.size, exempted, history, blind };
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
