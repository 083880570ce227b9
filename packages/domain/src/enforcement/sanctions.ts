/** What may be proposed, announced and decided: the law's bounds, what was announced, what is still owed (行政处罚程序暂行规定, 令第4号). */
import type { Issue } from '../issue.ts';
import { flagOf, issueOf, numberOf, type StepValues, textOf, textOrNull } from '../matter/life.ts';
import { type Limits, todayOf } from '../matter/limits.ts';
import { type Fen, formatYuan } from '../money.ts';
import type { Day } from '../time.ts';
import { type EnforcementCase, paidFen, type Sanction } from './case.ts';
import { proposeDiscretion } from './discretion.ts';
import type { Asked, EnforcementWorld } from './world.ts';

export const needsLoss = (one: EnforcementCase): boolean => one.article !== '39';

export const sanctionFrom = (values: StepValues): Sanction => ({
  outcome: textOf(values, 'outcome') as Sanction['outcome'],
  refundFen: numberOf(values, 'refundFen'),
  fineFen: numberOf(values, 'fineFen'),
  suspendMonths: numberOf(values, 'suspendMonths'),
  other: textOrNull(values, 'other'),
  mitigation: textOrNull(values, 'mitigation'),
});

/** What the table proposes for the case as it stands. */
export const proposalFor = (one: EnforcementCase, { region, discretion }: Pick<EnforcementWorld, 'region' | 'discretion'>, day: Day) =>
  proposeDiscretion(discretion, { region, article: one.article, circumstances: one.circumstances, baseFen: one.lossFen ?? 0, day });

export function lawIssues(scene: Asked): Issue[] {
  const { one, values, world } = scene;
  const given = sanctionFrom(values);
  if (given.outcome !== 'punish') return given.fineFen > 0 || given.suspendMonths > 0 ? issueOf('case.noFine') : [];
  if (one.lossFen !== null && given.refundFen > one.lossFen) return issueOf('case.moreThanLoss');
  const bounds = proposalFor(one, world, todayOf(scene));
  if (!bounds) return given.fineFen === 0 ? [] : issueOf('case.noBounds', { article: one.article });
  const below = given.fineFen < bounds.leastFen && given.mitigation === null;
  return below || given.fineFen > bounds.mostFen
    ? issueOf('case.outsideLaw', { fine: formatYuan(given.fineFen), least: formatYuan(bounds.leastFen), most: formatYuan(bounds.mostFen) })
    : [];
}

/** A warning or a small fine: all that may be decided on the spot (行政处罚法 第五十一条; the sums are parameters). */
export const onSpotSanction = (values: StepValues): Sanction => ({
  ...sanctionFrom(values),
  outcome: 'punish',
  refundFen: 0,
  suspendMonths: 0,
  other: flagOf(values, 'warning') ? '警告' : null,
});
export function summaryIssues(scene: Asked): Issue[] {
  const { one, values, world } = scene;
  const given = onSpotSanction(values);
  const most = world.number(isUnit(one) ? 'case.summaryUnitFen' : 'case.summaryPersonFen');
  if (given.fineFen > most) return issueOf('case.overSummary', { fine: formatYuan(given.fineFen), most: formatYuan(most) });
  if (given.fineFen === 0 && given.other === null) return issueOf('case.nothingOnSpot');
  if (!flagOf(values, 'heard')) return issueOf('case.heardOnSpot');
  return given.fineFen === 0 ? [] : lawIssues({ ...scene, values: { ...values, outcome: 'punish' } });
}

/** 第四十一条: in no part heavier than announced. */
export function noticeIssues({ one, values }: Asked): Issue[] {
  const [given, noticed] = [sanctionFrom(values), one.notice?.sanction];
  if (!noticed) return issueOf('case.noticeNotServed');
  const parts = [
    ['罚款', given.fineFen, noticed.fineFen, (n: number) => `${formatYuan(n)} 元`],
    ['退回基金', given.refundFen, noticed.refundFen, (n: number) => `${formatYuan(n)} 元`],
    ['暂停', given.suspendMonths, noticed.suspendMonths, (n: number) => `${n} 个月`],
    ['处罚', given.outcome === 'punish' ? 1 : 0, noticed.outcome === 'punish' ? 1 : 0, (n: number) => (n ? '给予处罚' : '不予处罚')],
  ] as const;
  return parts.flatMap(([what, decided, said, text]) =>
    decided > said ? issueOf('case.overNotice', { what, decided: text(decided), noticed: text(said) }) : [],
  );
}

export const isUnit = (one: EnforcementCase) => one.party.kind !== 'person';

/** From so much on the party may ask for a hearing (行政处罚法 第六十三条; the sums are the region's). */
const hearingFrom = (one: EnforcementCase, world: Limits): Fen =>
  world.number(isUnit(one) ? 'case.hearingUnitFen' : 'case.hearingPersonFen');

export const offersHearing = (one: EnforcementCase, given: Sanction, world: Limits): boolean =>
  given.outcome === 'punish' && (given.fineFen >= hearingFrom(one, world) || given.suspendMonths > 0);

export const discussFrom = (one: EnforcementCase, world: Limits): Fen =>
  world.number(isUnit(one) ? 'case.discussUnitFen' : 'case.discussPersonFen');

/** What is still owed of the decision; the refund also counts what the findings' ledger has taken. */
export const owedFen = (one: EnforcementCase, takenFen: Fen): Readonly<Record<'refund' | 'fine', Fen>> => ({
  refund: Math.max(0, (one.decision?.sanction.refundFen ?? 0) - paidFen(one, 'refund') - takenFen),
  fine: Math.max(0, (one.decision?.sanction.fineFen ?? 0) - paidFen(one, 'fine')),
});
