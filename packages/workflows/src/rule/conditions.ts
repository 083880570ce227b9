/** The conditions of steps.ts, each looked at in one place. */
import { type Issue, periodsMeet, type ReviewKind, reviewKinds, ruleMessages, sayIssue } from '@hengjian/domain';
import { parameterProblems, treeProblems } from './check-content.ts';
import { treeAsSet } from './live-rules.ts';
import type { Edition, EditionEvent, RulePorts } from './ports.ts';
import { runCases } from './run-cases.ts';
import type { Conditions, StepScene } from './take-step.ts';

const issue = (code: string, facts: Record<string, unknown> = {}): Issue => ({ code, severity: 'error', facts });

/** Approvals since the edition was last submitted (a return voids them). */
export function approvalsOf(events: readonly EditionEvent[]): { kind: ReviewKind; by: string; why: string; at: number }[] {
  const submitted = events.findLastIndex((e) => e.action === 'submit');
  return events
    .slice(submitted + 1)
    .flatMap((e) => (e.action === 'approve' && e.detail?.kind ? [{ kind: e.detail.kind, by: e.by, why: e.why, at: e.at }] : []));
}

/** Everybody who wrote the edition. */
const authorsOf = (events: readonly EditionEvent[]): string[] => [
  ...new Set(events.filter((e) => e.action === 'draft' || e.action === 'edit').map((e) => e.by)),
];

/** Trees in force, which a new one runs beside, with their parameters as they are set. */
export const treesInForce = async (ports: RulePorts) =>
  (await ports.book.all()).filter((e) => e.state === 'live' || e.state === 'shadow').map((e) => treeAsSet(e.tree, e.parameters));

/** Cases of an edition: the bureau's own, else those of the catalogue. */
export const casesOf = (edition: Edition, ports: RulePorts) => edition.cases ?? ports.shippedCases(edition.ruleId) ?? { cases: [] };

async function casesPass({ edition }: StepScene, ports: RulePorts): Promise<Issue[]> {
  const file = casesOf(edition, ports);
  const missing = (['clean', 'violating'] as const).filter((kind) => !file.cases.some((one) => one.kind === kind));
  if (missing.length > 0) return missing.map((kind) => issue('rule.noCases', { kind }));
  const engine = await ports.openEngine();
  try {
    const results = await runCases(edition.tree, file, engine);
    return results.flatMap(({ name, issues }) =>
      issues.map((one) => issue('rule.caseFails', { name, problem: sayIssue(one, ruleMessages, 'zh') })),
    );
  } finally {
    engine.close();
  }
}

/** `live` editions of the same region that judge one of the same days. */
export const rivalsOf = ({ edition, editions, period }: Pick<StepScene, 'edition' | 'editions' | 'period'>): Edition[] => {
  const wanted = period ?? edition;
  return editions.filter(
    (e) => e.edition !== edition.edition && e.state === 'live' && e.region === wanted.region && periodsMeet(e, wanted),
  );
};

/** A live edition that began earlier and is open is followed: it ends the day before. */
export const followedBy = (rival: Edition, from: number | null, to: number | null): boolean =>
  from !== null && to === null && rival.to === null && (rival.from === null || rival.from < from);

export const conditions: Conditions = {
  treeHolds: async ({ edition }, ports) => [
    ...treeProblems(edition.tree, await treesInForce(ports)),
    ...parameterProblems(edition.tree, edition.parameters),
  ],
  casesPass,
  reviewOpen: async ({ events, kind }) => {
    const given = approvalsOf(events).find((a) => a.kind === kind);
    return given ? [issue('rule.reviewGiven', { kind, by: given.by })] : [];
  },
  anotherPerson: async ({ events, act, kind }) => {
    if (authorsOf(events).includes(act.by)) return [issue('rule.reviewerDrafted', { by: act.by })];
    const other = approvalsOf(events).find((a) => a.by === act.by && a.kind !== kind);
    return other ? [issue('rule.reviewerTwice', { by: act.by, kind: other.kind })] : [];
  },
  threeReviews: async ({ events }) => {
    const given = approvalsOf(events).map((a) => a.kind);
    const kinds = reviewKinds.filter((kind) => !given.includes(kind));
    return kinds.length > 0 ? [issue('rule.reviewsMissing', { kinds })] : [];
  },
  tried: async ({ edition, events }, ports) => {
    const changed = events.findLastIndex((e) => e.action === 'draft' || e.action === 'edit');
    const tried = events.slice(changed + 1).some((e) => e.action === 'trial');
    return tried || (await ports.book.ranInShadow(edition.ruleId, edition.edition)) ? [] : [issue('rule.notTried')];
  },
  aloneLive: async (scene) => {
    const { from, to } = scene.period ?? scene.edition;
    const rivals = rivalsOf(scene).filter((rival) => !followedBy(rival, from, to));
    return rivals.map((e) => issue('rule.twoLive', { edition: e.edition, region: e.region, from: e.from, to: e.to }));
  },
};
