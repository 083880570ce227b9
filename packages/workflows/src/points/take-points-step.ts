/** One step of points: the table says whether it is there, the guards whether it may be taken; the right follows from all records. */
import {
  behaviourFor,
  type Day,
  dayOf,
  type Instant,
  type Issue,
  type Outcome,
  type PointAction,
  type PointFacts,
  type PointRecord,
  pointGuards,
  pointStepOf,
  recounted,
  standingOn,
  stoppedPeriods,
  yearStartOf,
} from '@hengjian/domain';
import type { HeldPractitioner, PointPorts, PointRules } from './ports.ts';
import { pointIssue } from './propose-points.ts';

export interface PointStepWish {
  readonly pointId: string;
  readonly action: PointAction;
  readonly by: string;
  readonly why: string;
  readonly at: Instant;
  /** Of a change or a repair. */
  readonly points?: number | undefined;
}

/** Takes the step, or says why not; record, standing and journal are written together. */
export async function takePointStep({ book, rules }: PointPorts, wish: PointStepWish): Promise<Outcome<PointRecord>> {
  const kept = await book.record(wish.pointId);
  let issues: Issue[] = [pointIssue('unknown', { id: wish.pointId })];
  let taken: PointRecord | undefined;
  if (!kept) return { ok: false, issues };
  if (wish.why.trim() === '') return { ok: false, issues: [pointIssue('why')] };
  const { decisionKind, decisionRef, providerNo } = kept;
  const stands = decisionKind === 'agreement' || (await book.decision(decisionKind, decisionRef, providerNo)) !== null;
  await book.change(kept.practitionerNo, async (held) => {
    const one = held.records.find(({ pointId }) => pointId === wish.pointId) ?? kept;
    const step = pointStepOf(one.state, wish.action);
    if (!step) {
      issues = [pointIssue('no-step', { state: one.state, action: wish.action })];
      return undefined;
    }
    const facts = factsOf(held, one, rules, wish, stands);
    issues = step.needs.filter((need) => !pointGuards[need](one, facts)).map((condition) => pointIssue('condition', { condition }));
    if (issues.length > 0) return undefined;
    const next: PointRecord = { ...one, state: step.to, ...writtenBy(one, wish, rules) };
    const records = recounted(held.records.map((record) => (record.pointId === wish.pointId ? next : record)));
    taken = records.find(({ pointId }) => pointId === wish.pointId);
    // what others of the same conduct add may have changed with it
    const written = records.filter((record) => record.pointId === wish.pointId || record.counted !== countedOf(held, record));
    const { pointId, action, by, why, at } = wish;
    return {
      records: written,
      stopped: stoppedPeriods(records, rules.standing, held.person.returnedOn),
      steps: [
        {
          noun: 'points',
          subjectId: pointId,
          action,
          before: one.state,
          after: step.to,
          by,
          why,
          at,
          detail: { practitionerNo: one.practitionerNo, points: wish.points ?? one.points },
          rows: written.map((record) => ({ table: 'point_record/3', key: record.pointId })),
        },
      ],
    };
  });
  return taken ? { ok: true, value: taken, issues: [] } : { ok: false, issues };
}

const countedOf = ({ records }: HeldPractitioner, one: PointRecord): number | undefined =>
  records.find(({ pointId }) => pointId === one.pointId)?.counted;

function factsOf(
  { person, records }: HeldPractitioner,
  one: PointRecord,
  rules: PointRules,
  { by, at, points }: PointStepWish,
  stands: boolean,
): PointFacts {
  const today = dayOf(at);
  const inYear = (day: Day) => yearStartOf(day) === yearStartOf(today);
  const repairs = records.flatMap((record) => (record.state === 'effective' ? record.repairs : []));
  return {
    by,
    today,
    stands,
    points,
    band: behaviourFor(rules.behaviours, one.behaviour, one.occurredOn),
    repairedInYear: repairs.filter(({ on }) => inYear(on)).reduce((sum, repair) => sum + repair.points, 0),
    repairMost: rules.repairMost,
    ended: standingOn(stoppedPeriods(records, rules.standing, person.returnedOn), today) === 'ended',
  };
}

/** What the step itself says. */
function writtenBy(one: PointRecord, { action, at, why, points }: PointStepWish, rules: PointRules): Partial<PointRecord> {
  const today = dayOf(at);
  const effective = { effectiveOn: today, dueDay: null };
  const gone = { revokedOn: today, dueDay: null };
  switch (action) {
    case 'notify':
      return { noticeOn: today, dueDay: rules.due('appeal', today) };
    case 'appeal':
      return { objection: why.trim(), dueDay: rules.due('answer', today) };
    case 'accept':
    case 'maintain':
      return effective;
    // effective on the first day after the term, whenever the system came to it
    case 'lapse':
      return { ...effective, effectiveOn: (one.dueDay ?? today) + 1 };
    case 'change':
      return { ...effective, points: points as number };
    case 'repair':
      return { repairs: [...one.repairs, { on: today, points: points as number, why: why.trim() }] };
    case 'drop':
    case 'revoke':
    case 'fall':
      return gone;
  }
}

/** What time and other decisions did: terms that are over take effect, records whose decision fell are revoked. How many of each. */
export async function takeDuePointSteps(ports: PointPorts, at: Instant): Promise<{ lapsed: number; fallen: number }> {
  const { lapsed, fallen } = await ports.book.waiting(dayOf(at));
  const take = async (ids: readonly string[], action: PointAction, why: string) => {
    let done = 0;
    for (const pointId of ids) if ((await takePointStep(ports, { pointId, action, by: '系统', why, at })).ok) done++;
    return done;
  };
  return {
    fallen: await take(fallen, 'fall', '对机构的处理决定不再成立'),
    lapsed: await take(lapsed, 'lapse', '告知期满未提出异议'),
  };
}
