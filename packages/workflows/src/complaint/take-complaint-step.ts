/** One step of a complaint: the table says whether it is there, the guards whether it may be taken, the register follows. */
import {
  type Complaint,
  type ComplaintAction,
  type ComplaintResult,
  type ComplaintState,
  complaintGuards,
  complaintLimitOf,
  complaintStepOf,
  dayOf,
  type Fen,
  type Instant,
  type Issue,
  type Outcome,
  rewardOf,
  rewardRuleFor,
} from '@hengjian/domain';
import type { ComplaintBook, ComplaintPorts, ComplaintRules, KeptComplaint } from './ports.ts';
import { complaintEntry } from './register-entry.ts';

export interface ComplaintStepWish {
  readonly complaintId: string;
  readonly action: ComplaintAction;
  readonly by: string;
  readonly why: string;
  readonly at: Instant;
  readonly assignedTo?: string | undefined;
  readonly findingIds?: readonly string[] | undefined;
  /** The complaint to merge into. */
  readonly into?: string | undefined;
  readonly result?: ComplaintResult | undefined;
  readonly valueFen?: Fen | undefined;
  readonly reply?: string | undefined;
  readonly satisfied?: boolean | undefined;
}

const issue = (code: string, facts: Record<string, unknown> = {}): Issue => ({ code: `complaint.${code}`, severity: 'error', facts });
const missing = (what: string): Issue => issue('missing', { what });

/** Takes the step, or says why not; the complaint, its register entry and the journal are written together. */
export async function takeComplaintStep({ book, rules }: ComplaintPorts, wish: ComplaintStepWish): Promise<Outcome<Complaint>> {
  let issues: readonly Issue[] = [issue('unknown', { id: wish.complaintId })];
  let taken: Complaint | undefined;
  await book.change(wish.complaintId, async (one, locked) => {
    const next = await nextOf(one, wish, locked, rules);
    if (!next.ok) {
      issues = next.issues;
      return undefined;
    }
    const complaint: KeptComplaint = { ...one, ...next.value };
    const entry = complaintEntry(complaint, wish.by, wish.at);
    taken = { ...complaint, registerEntry: entry.entryId } as KeptComplaint;
    const { complaintId, action, by, why, at } = wish;
    return {
      complaint: taken as KeptComplaint,
      entry,
      step: {
        noun: 'complaint',
        subjectId: complaintId,
        action,
        before: one.state,
        after: complaint.state,
        by,
        why,
        at,
        detail: next.value as Record<string, unknown>,
        rows: [{ table: 'complaint/2', key: complaintId }],
      },
    };
  });
  return taken ? { ok: true, value: taken, issues: [] } : { ok: false, issues: [...issues] };
}

async function nextOf(
  one: KeptComplaint,
  wish: ComplaintStepWish,
  book: ComplaintBook,
  rules: ComplaintRules,
): Promise<Outcome<Partial<Complaint>>> {
  const step = complaintStepOf(one.state, wish.action);
  if (!step) return { ok: false, issues: [issue('no-step', { state: one.state, action: wish.action })] };
  if (wish.why.trim() === '') return { ok: false, issues: [issue('why')] };
  const other = wish.into === undefined ? undefined : await book.find(wish.into);
  const facts = { by: wish.by, other, reportedBefore: await book.reportedBefore(one) };
  const failing = step.needs.filter((condition) => !complaintGuards[condition](one, facts));
  if (failing.length > 0) return { ok: false, issues: failing.map((condition) => issue('condition', { condition })) };
  const written = await writtenBy(one, wish, book, rules);
  if (!written.ok) return written;
  return { ok: true, value: { state: step.to, ...written.value, ...clockOf(one, step.to, wish, rules) }, issues: [] };
}

/** What the step itself says, or what it lacks. */
async function writtenBy(
  one: KeptComplaint,
  wish: ComplaintStepWish,
  book: ComplaintBook,
  rules: ComplaintRules,
): Promise<Outcome<Partial<Complaint>>> {
  const fine = (value: Partial<Complaint>): Outcome<Partial<Complaint>> => ({ ok: true, value, issues: [] });
  const lacks = (what: string): Outcome<never> => ({ ok: false, issues: [missing(what)] });
  const { assignedTo, findingIds, into, result, reply, satisfied } = wish;
  switch (wish.action) {
    case 'accept':
      return fine({ assignedTo: assignedTo?.trim() || wish.by });
    case 'assign':
      return assignedTo?.trim() ? fine({ assignedTo: assignedTo.trim() }) : lacks('承办人');
    case 'extend':
      return fine({ extended: true });
    case 'link':
      return findingIds?.length ? fine({ findingIds: [...new Set([...one.findingIds, ...findingIds])] }) : lacks('疑点编号');
    case 'merge':
      return fine({ mergedInto: into ?? null });
    case 'conclude':
      if (!result) return lacks('查明结果');
      return fine({ result, valueFen: result === 'unfounded' ? 0 : (wish.valueFen ?? null), handledBy: wish.by });
    case 'reply':
      return reply?.trim() ? fine({ reply: reply.trim() }) : lacks('答复内容');
    case 'decline':
      return fine({ reply: wish.why.trim() });
    case 'satisfaction':
      return satisfied === undefined ? lacks('是否满意') : fine({ satisfied });
    case 'reward':
      return rewardFor(one, wish, book, rules);
  }
}

async function rewardFor(
  one: KeptComplaint,
  wish: ComplaintStepWish,
  book: ComplaintBook,
  { region }: ComplaintRules,
): Promise<Outcome<Partial<Complaint>>> {
  const valueFen = wish.valueFen ?? one.valueFen;
  if (valueFen === null) return { ok: false, issues: [missing('查实金额')] };
  const rule = rewardRuleFor(await book.rewardRules(), { region, object: one.object, valueFen, day: dayOf(wish.at) });
  if (!rule) return { ok: false, issues: [issue('no-reward-rule')] };
  return { ok: true, value: { valueFen, rewardFen: rewardOf(rule, valueFen, one.insider) }, issues: [] };
}

/** Entering a state starts its clock; an end stops it and counts the working days. */
function clockOf(one: KeptComplaint, to: ComplaintState, wish: ComplaintStepWish, rules: ComplaintRules): Partial<Complaint> {
  const today = dayOf(wish.at);
  if (wish.action === 'extend') return { dueDay: one.dueDay === null ? null : rules.due('complaint.extensionDays', one.dueDay) };
  if (to === one.state) return {};
  const limit = complaintLimitOf(to, one.kind);
  if (limit) return { dueDay: rules.due(limit, today) };
  return { dueDay: null, closedOn: today, workingDayCount: rules.workingDays(one.receivedOn, today) };
}
