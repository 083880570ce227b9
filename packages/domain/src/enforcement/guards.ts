/** Conditions of a case's steps. Articles are those of 行政处罚程序暂行规定 (令第4号) unless another law is named. */
import type { Officer } from '../inspection/draw.ts';
import type { Issue } from '../issue.ts';
import { flagOf, issueOf, numberOf, numberOrNull, textOf } from '../matter/life.ts';
import { type Limits, todayOf } from '../matter/limits.ts';
import { formatYuan } from '../money.ts';
import { calendarDate, type Day, dayOfDate, formatDay } from '../time.ts';
import { type EnforcementCase, isSummary, type PaymentKind, paidFen } from './case.ts';
import { circumstancesOf } from './changes/change.ts';
import { lateFeeOf } from './clock.ts';
import { distinct, handlersAfter, isIssues } from './handlers.ts';
import { discussFrom, lawIssues, needsLoss, noticeIssues, owedFen, sanctionFrom, summaryIssues } from './sanctions.ts';
import type { CaseCondition } from './steps.ts';
import type { Asked } from './world.ts';

const limitationEnd = (one: EnforcementCase, world: Limits): Day | null => {
  if (one.actEndedOn === null) return null;
  const { year, month, date } = calendarDate(one.actEndedOn);
  return dayOfDate(year + world.number(one.harmed ? 'case.limitationHarmYears' : 'case.limitationYears'), month, date);
};

const nothing: Issue[] = [];

export const caseGuards: { readonly [condition in CaseCondition]: (scene: Asked) => Issue[] } = {
  twoOfficers: (scene) => {
    const handlers = handlersAfter(scene);
    if (isIssues(handlers)) return handlers;
    const count = distinct(handlers as readonly Officer[]);
    return count < 2 ? issueOf('case.twoOfficers', { count }) : nothing;
  },
  inLimitation: ({ one, world }) => {
    const end = limitationEnd(one, world);
    if (end === null) return issueOf('case.noActDay');
    return one.discoveredOn > end ? issueOf('case.limitation', { until: formatDay(end) }) : nothing;
  },
  summaryCase: ({ one }) => (isSummary(one) ? nothing : issueOf('case.notSummary')),
  amongOfficers: (scene) => {
    const handlers = handlersAfter(scene);
    if (isIssues(handlers)) return handlers;
    const names = (handlers as readonly Officer[]).map(({ name }) => name);
    return names.includes(scene.by) ? nothing : issueOf('case.handler', { by: scene.by, handlers: names.join('、') });
  },
  withinSummary: summaryIssues,
  notReportedYet: ({ one }) => (one.onSpotReport ? issueOf('case.reportedAlready') : nothing),
  reportedOnSpot: ({ one }) => (isSummary(one) && !one.onSpotReport ? issueOf('case.reportFirst') : nothing),
  handler: ({ one, by }) =>
    one.handlers.some(({ name }) => name === by)
      ? nothing
      : issueOf('case.handler', { by, handlers: one.handlers.map(({ name }) => name).join('、') }),
  notHandler: (scene) => {
    const handlers = handlersAfter(scene);
    const all = [...scene.one.handlers, ...(isIssues(handlers) ? [] : (handlers as readonly Officer[]))];
    return all.some(({ name }) => name === scene.by) || (scene.one.state === 'applied' && scene.one.appliedBy === scene.by)
      ? issueOf('case.notHandler', { by: scene.by })
      : nothing;
  },
  hasEvidence: ({ one }) => (one.evidence.length > 0 ? nothing : issueOf('case.noEvidence')),
  clockRuns: ({ one }) => (one.exclusions.some(({ to }) => to === null) ? issueOf('case.clockStands') : nothing),
  clockStands: ({ one }) => (one.exclusions.some(({ to }) => to === null) ? nothing : issueOf('case.clockRuns')),
  notExtended: ({ one }) => (one.extensions.length > 0 ? issueOf('case.extended') : nothing),
  notExtendedTwice: ({ one }) =>
    one.extensions.some(({ kind }) => kind === 'collective')
      ? issueOf('case.extended')
      : one.extensions.length === 0
        ? issueOf('case.extendFirst')
        : nothing,
  lossKnown: ({ one, values }) =>
    needsLoss(one) && numberOrNull(values, 'lossFen') === null && one.lossFen === null ? issueOf('case.noLoss') : nothing,
  withinLaw: (scene) => {
    const lossFen = numberOrNull(scene.values, 'lossFen');
    const speaking = circumstancesOf(scene.values);
    const one = { ...scene.one, ...(lossFen !== null && { lossFen }), ...(speaking && { circumstances: speaking }) };
    return lawIssues({ ...scene, one });
  },
  noticeServed: ({ one }) => (one.notice?.service ? nothing : issueOf('case.noticeNotServed')),
  noticeOpen: (scene) => {
    const { one } = scene;
    if (one.hearing) return issueOf('case.hearingAskedAlready');
    const due = one.notice?.statementDue ?? null;
    return due !== null && todayOf(scene) > due ? issueOf('case.noticeOver', { due: formatDay(due) }) : nothing;
  },
  hearingOffered: ({ one }) => (one.notice?.hearing ? nothing : issueOf('case.noHearing')),
  hearingAsked: ({ one }) =>
    one.hearing && one.hearing.heldOn === null && one.hearing.droppedOn === null ? nothing : issueOf('case.hearingNotAsked'),
  noticeOfHearing: (scene) => {
    const noticedOn = numberOrNull(scene.values, 'noticedOn');
    const heldOn = numberOf(scene.values, 'heldOn');
    const days = scene.world.number('case.hearingNoticeDays');
    return noticedOn !== null && heldOn < noticedOn + days
      ? issueOf('case.hearingNotice', { days, first: formatDay(noticedOn + days) })
      : nothing;
  },
  heard: (scene) => {
    const { one } = scene;
    if (one.statements.length > 0 || one.waivedOn !== null || one.hearing?.heldOn) return nothing;
    const due = one.notice?.statementDue ?? null;
    return due === null || todayOf(scene) <= due ? issueOf('case.statementTime', { due: due === null ? '—' : formatDay(due) }) : nothing;
  },
  hearingHeld: ({ one }) =>
    one.hearing && one.hearing.heldOn === null && one.hearing.droppedOn === null ? issueOf('case.hearingFirst') : nothing,
  discussed: ({ one, values, world }) => {
    const { fineFen, suspendMonths } = sanctionFrom(values);
    const from = discussFrom(one, world);
    return (fineFen >= from || suspendMonths > 0) && !one.discussion ? issueOf('case.discussFirst', { from: formatYuan(from) }) : nothing;
  },
  withinNotice: noticeIssues,
  nothingHeld: ({ one }) => {
    const count = one.holds.filter(({ endedOn }) => endedOn === null).length;
    return count > 0 ? issueOf('case.held', { count }) : nothing;
  },
  electronicConsent: ({ one, values }) =>
    textOf(values, 'way') === 'electronic' && (!flagOf(values, 'consent') || one.state === 'decided') ? issueOf('case.eConsent') : nothing,
  withinOwed: ({ one, values, world }) => {
    const kind = textOf(values, 'kind') as PaymentKind;
    const amountFen = numberOf(values, 'amountFen');
    if (amountFen <= 0) return issueOf('case.amount');
    if (kind === 'liquidated') return nothing;
    const owed = owedFen(one, world.takenFen);
    const fine = one.decision?.sanction.fineFen ?? 0;
    const fee = lateFeeOf(fine, one.payDue ?? numberOf(values, 'on'), numberOf(values, 'on'), world.number('case.lateFeePerMille'));
    const most = kind === 'lateFee' ? Math.max(0, fee - paidFen(one, 'lateFee')) : owed[kind];
    return amountFen > most ? issueOf('case.owed', { most: formatYuan(most) }) : nothing;
  },
  overdue: (scene) => {
    const due = scene.one.payDue;
    return due !== null && todayOf(scene) > due ? nothing : issueOf('case.notOverdue', { due: due === null ? '—' : formatDay(due) });
  },
  urged: (scene) => (scene.one.urging && todayOf(scene) > scene.one.urging.due ? nothing : issueOf('case.urgeFirst')),
  paidUp: ({ one, world }) => {
    const { refund, fine } = owedFen(one, world.takenFen);
    return refund === 0 && fine === 0 ? nothing : issueOf('case.owing', { refund: formatYuan(refund), fine: formatYuan(fine) });
  },
  fileComplete: ({ world }) => (world.missing.length > 0 ? issueOf('case.incomplete', { missing: world.missing.join('、') }) : nothing),
};
