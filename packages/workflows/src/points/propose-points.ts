/** Points are proposed: only after a decision against the institution, for a registered person of it (医保发〔2024〕23号). */
import {
  behaviourFor,
  calendarDate,
  type Day,
  type DecisionKind,
  dayOf,
  type Instant,
  type Issue,
  type Outcome,
  type PointRecord,
  type Responsibility,
  recounted,
  sameConduct,
  stoppedPeriods,
} from '@hengjian/domain';
import type { HeldPractitioner, PointPorts, ProviderDecision } from './ports.ts';

export interface PointWish {
  readonly practitionerNo: string;
  readonly providerNo: string;
  readonly behaviour: string;
  readonly responsibility: Responsibility;
  readonly decisionKind: DecisionKind;
  readonly decisionRef: string;
  /** Of a decision that another body wrote; of ours it is known. */
  readonly decidedOn?: Day | undefined;
  readonly occurredOn: Day;
  readonly facts: string;
  readonly by: string;
  readonly at: Instant;
}

export const pointIssue = (code: string, facts: Record<string, unknown> = {}): Issue => ({
  code: `points.${code}`,
  severity: 'error',
  facts,
});
const no = (code: string, facts: Record<string, unknown> = {}): Outcome<never> => ({ ok: false, issues: [pointIssue(code, facts)] });

/** The record as proposed, or why nobody gets points: no decision stands, not registered there, behaviour not in the table, given already. */
export async function proposePoints({ book, rules }: PointPorts, wish: PointWish): Promise<Outcome<PointRecord>> {
  const today = dayOf(wish.at);
  const missing = [
    wish.decisionRef.trim() === '' ? '决定文号或疑点编号' : '',
    wish.facts.trim() === '' ? '事实和责任认定' : '',
    wish.decisionKind === 'agreement' && wish.decidedOn === undefined ? '决定日期' : '',
  ].filter(Boolean);
  if (missing.length > 0) return { ok: false, issues: missing.map((what) => pointIssue('missing', { what })) };
  const known = await book.decision(wish.decisionKind, wish.decisionRef.trim(), wish.providerNo);
  const decidedOn = known?.decidedOn ?? (wish.decisionKind === 'agreement' ? wish.decidedOn : undefined);
  if (decidedOn === undefined) return no('no-decision', { ref: wish.decisionRef });
  if (wish.occurredOn > decidedOn || decidedOn > today) return no('days');
  if (wish.occurredOn < rules.actsFrom) return no('too-early', { from: rules.actsFrom });
  const band = behaviourFor(rules.behaviours, wish.behaviour, wish.occurredOn);
  if (!band) return no('no-behaviour', { code: wish.behaviour });
  if (known?.article && band.article !== null && band.article !== known.article)
    return no('other-article', { code: wish.behaviour, article: band.article, decided: known.article });
  const pointId = await book.nextId(calendarDate(today).year);
  let outcome: Outcome<PointRecord> = no('no-practitioner', { id: wish.practitionerNo });
  await book.change(wish.practitionerNo, async (held) => {
    outcome = proposal(held, { ...wish, known, decidedOn, pointId, points: band[wish.responsibility], today });
    if (!outcome.ok) return undefined;
    const { by, at } = wish;
    const stopped = stoppedPeriods(held.records, rules.standing, held.person.returnedOn);
    return {
      records: [outcome.value],
      stopped,
      steps: [
        {
          noun: 'points',
          subjectId: pointId,
          action: 'propose',
          before: null,
          after: 'proposed',
          by,
          why: wish.facts.trim(),
          at,
          detail: { practitionerNo: wish.practitionerNo, behaviour: wish.behaviour, points: outcome.value.points },
          rows: [{ table: 'point_record/3', key: pointId }],
        },
      ],
    };
  });
  return outcome;
}

function proposal(
  { person, records }: HeldPractitioner,
  wish: PointWish & { known: ProviderDecision | null; decidedOn: Day; pointId: string; points: number; today: Day },
): Outcome<PointRecord> {
  const { practitionerNo, providerNo, behaviour, responsibility, decisionKind, occurredOn, decidedOn, pointId, points } = wish;
  if (!person.providerNos.includes(providerNo)) return no('not-of-provider', { id: practitionerNo, provider: providerNo });
  const decisionRef = wish.known?.ref ?? wish.decisionRef.trim();
  const conduct = wish.known?.conduct ?? [];
  const twice = records.find(
    (one) => one.state !== 'revoked' && one.decisionKind === decisionKind && one.decisionRef === decisionRef && one.behaviour === behaviour,
  );
  if (twice) return no('twice', { id: twice.pointId });
  const higher = records.find((one) => one.state !== 'revoked' && sameConduct(one, { conduct }) && one.points >= points);
  if (higher) return no('same-conduct', { id: higher.pointId, points: higher.points });
  const value: PointRecord = {
    pointId,
    practitionerNo,
    providerNo,
    behaviour,
    responsibility,
    points,
    counted: points,
    decisionKind,
    decisionRef,
    decidedOn,
    conduct,
    occurredOn,
    facts: wish.facts.trim(),
    state: 'proposed',
    proposedBy: wish.by,
    proposedOn: wish.today,
    noticeOn: null,
    dueDay: null,
    objection: null,
    effectiveOn: null,
    revokedOn: null,
    repairs: [],
  };
  return { ok: true, value: recounted([...records, value]).at(-1) as PointRecord, issues: [] };
}
