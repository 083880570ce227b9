// One handler a message: the nodes as they were read → the nodes of the answer, or a refusal in a sentence a hospital's engineer understands.
import type { Request } from '@hengjian/catalog/interfaces/envelope.ts';
import type { NodeValue } from '@hengjian/catalog/interfaces/read-node.ts';
import { national } from '@hengjian/catalog/regions/national.ts';
import { type Instant, interfaceMessages as say } from '@hengjian/domain';
import { type AuditStore, reminderKeys } from '@hengjian/store';
import { auditPerson, type Reminder, requestRecords, resultOf } from '@hengjian/workflows';
import type { BookKeeper } from './book-keeper.ts';

export interface Call {
  readonly request: Request;
  readonly nodes: Readonly<Record<string, readonly NodeValue[]>>;
  /** Number of the call in our accounts. */
  readonly serial: number;
  readonly receivedAt: Instant;
  /** How many reminders this institution's doctors read at most; null: as everybody's. */
  readonly mostReminders: number | null;
}

export type Handled = { output: Readonly<Record<string, readonly NodeValue[]>>; reminders?: number } | { error: string };
export type Handler = (call: Call) => Promise<Handled>;

/** A doctor reads the few that matter; the rest is found by the review afterwards. */
const MOST_REMINDERS = 8;

const textOf = (value: NodeValue | undefined, name: string): string | null => {
  const text = value?.fields[name];
  return typeof text === 'string' ? text : null;
};

export function handlersOf(store: AuditStore, keeper: BookKeeper): Readonly<Record<string, Handler>> {
  const audit: Handler = async ({ nodes, serial, mostReminders }) => {
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
    for (const person of people) {
      const answered = await store.answered(person.encounterNo);
      const fresh = ({ finding }: Reminder) => {
        const lines = finding.records.flatMap(({ role, lineNo }) => (role === 'inQuestion' && lineNo !== null ? [lineNo] : []));
        return lines.length === 0 || !reminderKeys(finding.ruleId, finding.lineage, lines).every((key) => answered.has(key));
      };
      found.push(...auditPerson(book, person, only).filter(fresh));
    }
    const given = found.slice(0, mostReminders ?? MOST_REMINDERS).map((reminder, i) => ({ reminder, reminderId: `A${serial}-${i + 1}` }));
    await store.keepReminders(serial, scene, given);
    const taskId = textOf(data, 'task_id');
    return { output: { result: given.map(({ reminder, reminderId }) => resultOf(reminder, reminderId, taskId)) }, reminders: given.length };
  };

  const feedback: Handler = async ({ nodes, serial }) => {
    const warns = nodes.data?.[0]?.nodes.warns ?? [];
    if (warns.length === 0) return { error: say.noNode.zh({ node: 'warns' }) };
    const rows = warns.map((warn) => ({
      reminderId: textOf(warn, 'warn_rslt_id') ?? '',
      disposition: textOf(warn, 'dspo_way') ?? '',
      reason: textOf(warn, 'dspo_way_rea'),
    }));
    const bad = rows.find(({ disposition }) => disposition !== '1' && disposition !== '2');
    if (bad) return { error: say.badDisposition.zh({ id: bad.reminderId }) };
    const silent = rows.find(({ disposition, reason }) => disposition === '1' && reason === null);
    if (silent) return { error: say.noReason.zh({ id: silent.reminderId }) };
    const unknown = await store.keepFeedback(serial, rows);
    return unknown.length > 0 ? { error: say.unknownReminder.zh({ ids: unknown.slice(0, 5).join('、') }) } : { output: {} };
  };

  const signIn: Handler = async ({ request, nodes, serial, receivedAt }) => {
    const given = nodes.signIn?.[0];
    const signInNo = `S${serial}`;
    const operator = textOf(given, 'opter_no') ?? request.operator;
    await store.signIn({ signInNo, providerNo: request.providerNo, operator, at: receivedAt });
    return { output: { signinoutb: [{ fields: { sign_time: receivedAt, sign_no: signInNo }, nodes: {} }] } };
  };

  const signOut: Handler = async ({ request, nodes, receivedAt }) => {
    const signInNo = textOf(nodes.signOut?.[0], 'sign_no') ?? request.signInNo;
    if (!(await store.signOut(signInNo, receivedAt))) return { error: say.notSignedIn.zh({ no: signInNo }) };
    return { output: { sign_time: [{ fields: { sign_time: receivedAt }, nodes: {} }] } };
  };

  return { '3101': audit, '3102': audit, '3103': feedback, '9001': signIn, '9002': signOut };
}
