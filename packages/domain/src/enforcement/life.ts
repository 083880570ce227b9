/** Forms, conditions and changes of a case's steps. Articles are those of 行政处罚程序暂行规定 (令第4号) unless another law is named. */

import type { Officer } from '../inspection/draw.ts';
import type { Issue } from '../issue.ts';
import {
  codesOf,
  field,
  flagOf,
  issueOf,
  listOf,
  type MatterLife,
  numberOf,
  numberOrNull,
  type Scene,
  type StepValues,
  textOf,
  textOrNull,
} from '../matter/life.ts';
import { calendarLimit, type Limits, rolledOver, todayOf, workingLimit } from '../matter/limits.ts';
import { caseWords } from '../messages/case.ts';
import { type Fen, formatYuan } from '../money.ts';
import { calendarDate, type Day, dayOfDate, formatDay } from '../time.ts';
import { type EnforcementCase, type PaymentKind, paidFen, type Sanction, type Service } from './case.ts';
import { caseNameOf, causeOf } from './causes.ts';
import { caseClock, lateFeeOf } from './clock.ts';
import { type Circumstance, circumstances, type DiscretionRule, proposeDiscretion } from './discretion.ts';
import { type CaseAction, type CaseActor, type CaseCondition, caseSteps } from './steps.ts';

export interface EnforcementWorld extends Limits {
  readonly discretion: readonly DiscretionRule[];
  readonly roster: readonly Officer[];
  /** Taken at the findings of the case already (their ledger), so that it is not asked for twice. */
  readonly takenFen: Fen;
  /** Papers that the file still lacks. */
  readonly missing: readonly string[];
}
type Asked = Scene<EnforcementCase, EnforcementWorld>;

// — amounts ————————————————————————————————————————————————————————————————————

const needsLoss = (one: EnforcementCase): boolean => one.article !== '39';

export const sanctionFields = [
  field('outcome', 'code', '处理结果', 'Outcome', { required: true, codes: codesOf(caseWords.outcomes) }),
  field('refundFen', 'money', '责令退回基金', 'Refund'),
  field('fineFen', 'money', '罚款', 'Fine'),
  field('suspendMonths', 'count', '暂停服务或联网结算', 'Suspension', { unit: '个月' }),
  field('other', 'text', '其他处理', 'Other'),
  field('mitigation', 'text', '减轻处罚的理由', 'Mitigation', { note: '低于法定幅度时必填' }),
] as const;
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

function lawIssues(scene: Asked): Issue[] {
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

/** 第四十一条: in no part heavier than announced. */
function noticeIssues({ one, values }: Asked): Issue[] {
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

/** From so much on the party may ask for a hearing (行政处罚法 第六十三条; the sums are the region's). */
const isUnit = (one: EnforcementCase) => one.party.kind !== 'person';
export const hearingFrom = (one: EnforcementCase, world: Limits): Fen =>
  world.number(isUnit(one) ? 'case.hearingUnitFen' : 'case.hearingPersonFen');
const offersHearing = (one: EnforcementCase, given: Sanction, world: Limits): boolean =>
  given.outcome === 'punish' && (given.fineFen >= hearingFrom(one, world) || given.suspendMonths > 0);
const discussFrom = (one: EnforcementCase, world: Limits): Fen =>
  world.number(isUnit(one) ? 'case.discussUnitFen' : 'case.discussPersonFen');

/** What is still owed of the decision; the refund also counts what the findings' ledger has taken. */
export const owedFen = (one: EnforcementCase, takenFen: Fen): Readonly<Record<'refund' | 'fine', Fen>> => ({
  refund: Math.max(0, (one.decision?.sanction.refundFen ?? 0) - paidFen(one, 'refund') - takenFen),
  fine: Math.max(0, (one.decision?.sanction.fineFen ?? 0) - paidFen(one, 'fine')),
});

const limitationEnd = (one: EnforcementCase, world: Limits): Day | null => {
  if (one.actEndedOn === null) return null;
  const { year, month, date } = calendarDate(one.actEndedOn);
  return dayOfDate(year + world.number(one.harmed ? 'case.limitationHarmYears' : 'case.limitationYears'), month, date);
};

// — people ————————————————————————————————————————————————————————————————————

/** Officers by name or certificate out of the roster in force. */
function officersFrom(names: readonly string[], world: EnforcementWorld, day: Day): readonly Officer[] | Issue[] {
  const found: Officer[] = [];
  for (const name of names) {
    const officer = world.roster.find(
      (one) => (one.name === name || one.certificateNo === name) && (one.validTo === null || one.validTo >= day),
    );
    if (!officer) return issueOf('case.unknownOfficer', { name });
    found.push(officer);
  }
  return found;
}
const isIssues = (value: unknown): value is Issue[] => Array.isArray(value) && value.length > 0 && 'severity' in (value[0] as object);
const distinct = (officers: readonly Officer[]) => new Set(officers.map(({ certificateNo }) => certificateNo)).size;

/** Handlers as they are after the step: those named in the form, else those of the case. */
function handlersAfter(scene: Asked): readonly Officer[] | Issue[] {
  const names = listOf(scene.values, 'handlers');
  return names.length > 0 ? officersFrom(names, scene.world, todayOf(scene)) : scene.one.handlers;
}

// — guards ————————————————————————————————————————————————————————————————————

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

// — changes ————————————————————————————————————————————————————————————————————

function circumstancesOf(values: StepValues): Circumstance[] | undefined {
  if (!('circumstances' in values)) return undefined;
  const titles = listOf(values, 'circumstances');
  return (Object.keys(circumstances) as Circumstance[]).filter((code) => titles.includes(code) || titles.includes(circumstances[code].zh));
}
const clock = (scene: Asked, change: Partial<EnforcementCase>): Partial<EnforcementCase> => {
  const next = { ...scene.one, ...change };
  return { ...change, dueDay: caseClock(next, todayOf(scene), scene.world.number('case.days')).due };
};
const ended = (scene: Asked): Partial<EnforcementCase> => ({ closedOn: todayOf(scene), dueDay: null, ending: scene.why });
const ending = <T extends { readonly to: Day | null }>(all: readonly T[], to: Day): T[] =>
  all.map((one) => (one.to === null ? { ...one, to } : one));
const serviceFrom = (values: StepValues): Service => ({
  on: numberOf(values, 'on'),
  way: textOf(values, 'way') as Service['way'],
  receiver: textOf(values, 'receiver'),
  consent: flagOf(values, 'consent'),
});
/** A day that was: not after today, not before the step it follows. */
const pastDay = (scene: Asked, name: string, notBefore: Day | null = null): Issue[] => {
  const day = numberOf(scene.values, name);
  return day > todayOf(scene) || (notBefore !== null && day < notBefore) ? issueOf('case.dates') : [];
};
const checkedDay = (
  scene: Asked,
  name: string,
  notBefore: Day | null,
  change: () => Partial<EnforcementCase>,
): Partial<EnforcementCase> | Issue[] => {
  const issues = pastDay(scene, name, notBefore);
  return issues.length > 0 ? issues : change();
};

function held(scene: Asked): Partial<EnforcementCase> {
  const { one, values, world } = scene;
  const today = todayOf(scene);
  const kind = textOf(values, 'kind') as 'preserve' | 'seal';
  const due = kind === 'preserve' ? workingLimit(world, 'case.preserveDays', today) : calendarLimit(world, 'case.sealDays', today);
  return {
    holds: [
      ...one.holds,
      { no: one.holds.length + 1, kind, things: listOf(values, 'things'), on: today, due, endedOn: null, outcome: null },
    ],
  };
}

function extended(kind: 'head' | 'collective', name: 'case.extensionDays' | 'case.collectiveDays') {
  return (scene: Asked): Partial<EnforcementCase> | Issue[] => {
    const most = scene.world.number(name);
    const days = numberOrNull(scene.values, 'days') ?? most;
    if (days < 1 || days > most) return issueOf('case.extendDays', { most });
    return clock(scene, { extensions: [...scene.one.extensions, { kind, on: todayOf(scene), days, why: scene.why }] });
  };
}

function announced(scene: Asked): Partial<EnforcementCase> {
  const sanction = sanctionFrom(scene.values);
  return {
    notice: {
      on: todayOf(scene),
      no: textOf(scene.values, 'no'),
      sanction,
      hearing: offersHearing(scene.one, sanction, scene.world),
      service: null,
      statementDue: null,
    },
    statements: [],
    waivedOn: null,
    hearing: null,
    discussion: null,
  };
}

function decided(scene: Asked): Partial<EnforcementCase> {
  const { one, by, values, world } = scene;
  const sanction = sanctionFrom(values);
  const on = todayOf(scene);
  return {
    decision: { on, by, no: textOf(values, 'no'), sanction, text: textOf(values, 'text') },
    decidedOn: on,
    outcome: sanction.outcome,
    refundFen: sanction.refundFen,
    fineFen: sanction.fineFen,
    title: caseNameOf(one.party.name, causeOf(one.causeCode)?.zh ?? '', sanction.outcome === 'punish'),
    dueDay: workingLimit(world, 'case.serveDays', on),
    exclusions: ending(one.exclusions, on),
  };
}

/** Nothing to pay is executed at once by the officer; otherwise fifteen days run. */
const served = (scene: Asked) =>
  checkedDay(scene, 'on', scene.one.decidedOn, () => {
    const service = serviceFrom(scene.values);
    const payDue = calendarLimit(scene.world, 'case.payDays', service.on);
    return { service, payDue, dueDay: payDue };
  });

const paid = (scene: Asked) =>
  checkedDay(scene, 'on', scene.one.decidedOn, () => {
    const { one, values } = scene;
    const kind = textOf(values, 'kind') as PaymentKind;
    return {
      payments: [
        ...one.payments,
        {
          no: one.payments.length + 1,
          kind,
          on: numberOf(values, 'on'),
          amountFen: numberOf(values, 'amountFen'),
          voucher: textOf(values, 'voucher'),
        },
      ],
    };
  });

const { evidence, records, holds, exclusions, reviews, transfers, measures, overturners, payments, services } = caseWords;
const noField = field('no', 'count', '序号', 'Number', { required: true });
const long = (name: string, title: string, en: string) => field(name, 'text', title, en, { required: true, long: true });
const handlersField = field('handlers', 'text', '承办人', 'Officers', { required: true, many: true, note: '两人以上，姓名或执法证号' });
const paperNo = field('no', 'text', '文号', 'No.', { required: true });
const serviceFields = [
  field('on', 'day', '送达日期', 'Served on', { required: true }),
  field('way', 'code', '送达方式', 'Way', { required: true, codes: codesOf(services) }),
  field('receiver', 'text', '收件人', 'Receiver', { required: true }),
  field('consent', 'flag', '有电子送达同意书', 'Consent to electronic service'),
] as const;
const circumstanceTitles = Object.values(circumstances).map(({ zh }) => zh);

export const caseLife: MatterLife<EnforcementCase, CaseAction, CaseCondition, CaseActor, EnforcementWorld> = {
  noun: 'enforcementCase',
  steps: caseSteps,
  fields: {
    approve: [handlersField, field('filingNo', 'text', '立案文号', 'No.', { required: true })],
    officers: [handlersField],
    record: [
      field('kind', 'code', '笔录种类', 'Kind', { required: true, codes: codesOf(records) }),
      field('on', 'day', '日期', 'Day', { required: true }),
      field('place', 'text', '地点', 'Place', { required: true }),
      field('person', 'text', '在场人或被询问人', 'Person', { required: true }),
      long('text', '笔录内容', 'Text'),
    ],
    evidence: [
      field('kind', 'code', '证据种类', 'Kind', { required: true, codes: codesOf(evidence) }),
      field('title', 'text', '证据名称', 'Title', { required: true }),
      field('source', 'text', '来源', 'Source', { required: true }),
      field('collectedOn', 'day', '取得日期', 'Day', { required: true }),
      field('pageCount', 'count', '页数', 'Pages', { unit: '页' }),
    ],
    hold: [
      field('kind', 'code', '措施', 'Kind', { required: true, codes: codesOf(holds) }),
      field('things', 'text', '物品清单', 'Things', { required: true, many: true }),
    ],
    release: [noField, field('outcome', 'text', '处理情况', 'What became of it', { required: true })],
    assist: [field('to', 'text', '协查机关', 'To', { required: true }), long('text', '协查事项', 'Matter')],
    answered: [noField, long('answer', '复函内容', 'Answer')],
    stopClock: [field('kind', 'code', '扣除事由', 'Kind', { required: true, codes: codesOf(exclusions) })],
    extend: [field('days', 'count', '延长天数', 'Days', { unit: '天', note: '不填为最长天数' })],
    extendCollective: [field('days', 'count', '延长天数', 'Days', { unit: '天', note: '不填为最长天数' })],
    correct: [paperNo, long('text', '责令改正的内容', 'What to correct'), field('due', 'day', '改正期限', 'Due', { required: true })],
    report: [
      long('text', '查明的事实和处理建议', 'Facts and proposal'),
      field('lossFen', 'money', '基金损失', 'Loss of the fund'),
      field('circumstances', 'text', '裁量情节', 'Circumstances', { many: true, note: circumstanceTitles.join('、') }),
      ...sanctionFields,
    ],
    review: [
      field('opinion', 'code', '审核意见', 'Opinion', { required: true, codes: { agree: reviews.agree.zh } }),
      long('text', '审核内容', 'Text'),
    ],
    sendBack: [
      field('opinion', 'code', '审核意见', 'Opinion', {
        required: true,
        codes: { change: reviews.change.zh, correct: reviews.correct.zh, continue: reviews.continue.zh, other: reviews.other.zh },
      }),
      long('text', '审核内容', 'Text'),
    ],
    notify: [paperNo, ...sanctionFields],
    serveNotice: [...serviceFields],
    statement: [
      field('on', 'day', '日期', 'Day', { required: true }),
      long('text', '陈述申辩内容', 'Statement'),
      long('answer', '复核意见', 'Answer'),
    ],
    holdHearing: [
      field('noticedOn', 'day', '听证通知日期', 'Told on', { required: true }),
      field('heldOn', 'day', '听证日期', 'Held on', { required: true }),
      long('record', '听证情况', 'Record'),
      long('opinion', '听证意见', 'Opinion'),
    ],
    discuss: [field('members', 'text', '参加人', 'Members', { required: true, many: true }), long('text', '讨论意见', 'Opinion')],
    decide: [paperNo, ...sanctionFields, long('text', '决定理由', 'Reasons')],
    serve: [...serviceFields],
    pay: [
      field('kind', 'code', '种类', 'Kind', { required: true, codes: codesOf(payments) }),
      field('on', 'day', '缴款日期', 'Paid on', { required: true }),
      field('amountFen', 'money', '金额', 'Amount', { required: true }),
      field('voucher', 'text', '凭证号', 'Voucher', { required: true }),
    ],
    instalment: [field('due', 'day', '最后缴纳日期', 'Last day', { required: true })],
    court: [long('text', '申请内容', 'Application')],
    publish: [
      field('on', 'day', '公示日期', 'Published on', { required: true }),
      field('at', 'text', '公示平台', 'Where', { required: true }),
    ],
    close: [long('text', '结案报告', 'Closing report')],
    archive: [field('fileNo', 'text', '案卷号', 'File no.', { required: true })],
    transfer: [
      field('kind', 'code', '移送类别', 'Kind', { required: true, codes: codesOf(transfers) }),
      field('to', 'text', '受移送机关', 'To', { required: true }),
      paperNo,
      field('list', 'text', '移送材料清单', 'What goes', { required: true, many: true }),
    ],
    overturn: [
      field('kind', 'code', '撤销机关', 'By', { required: true, codes: codesOf(overturners) }),
      field('on', 'day', '撤销日期', 'Day', { required: true }),
      paperNo,
      long('text', '撤销的理由', 'Reasons'),
    ],
    measure: [
      field('kind', 'code', '处理方式', 'Kind', { required: true, codes: codesOf(measures) }),
      field('amountFen', 'money', '金额', 'Amount'),
      field('until', 'day', '到期日', 'Until'),
      field('text', 'text', '处理内容', 'Text', { required: true }),
    ],
  },
  guards: caseGuards,
  changes: {
    approve: (scene) => {
      const handlers = handlersAfter(scene) as readonly Officer[];
      const filedOn = todayOf(scene);
      return clock(scene, { handlers, filedOn, filedBy: scene.by, filingNo: textOf(scene.values, 'filingNo') });
    },
    refuse: ended,
    officers: (scene) => ({ handlers: handlersAfter(scene) as readonly Officer[] }),
    record: (scene) =>
      checkedDay(scene, 'on', null, () => ({
        records: [
          ...scene.one.records,
          {
            no: scene.one.records.length + 1,
            kind: textOf(scene.values, 'kind') as 'scene',
            on: numberOf(scene.values, 'on'),
            place: textOf(scene.values, 'place'),
            person: textOf(scene.values, 'person'),
            text: textOf(scene.values, 'text'),
            by: scene.by,
          },
        ],
      })),
    evidence: (scene) =>
      checkedDay(scene, 'collectedOn', null, () => ({
        evidence: [
          ...scene.one.evidence,
          {
            no: scene.one.evidence.length + 1,
            kind: textOf(scene.values, 'kind') as 'document',
            title: textOf(scene.values, 'title'),
            source: textOf(scene.values, 'source'),
            collectedOn: numberOf(scene.values, 'collectedOn'),
            pageCount: numberOrNull(scene.values, 'pageCount'),
          },
        ],
      })),
    hold: held,
    release: (scene) => {
      const no = numberOf(scene.values, 'no');
      if (!scene.one.holds.some((one) => one.no === no && one.endedOn === null)) return issueOf('case.noHold', { no });
      const outcome = textOf(scene.values, 'outcome');
      return { holds: scene.one.holds.map((one) => (one.no === no ? { ...one, endedOn: todayOf(scene), outcome } : one)) };
    },
    assist: (scene) => {
      const on = todayOf(scene);
      const due = calendarLimit(scene.world, 'case.assistDays', on);
      const { one, values } = scene;
      return {
        assistance: [
          ...one.assistance,
          {
            no: one.assistance.length + 1,
            to: textOf(values, 'to'),
            text: textOf(values, 'text'),
            on,
            due,
            answeredOn: null,
            answer: null,
          },
        ],
      };
    },
    answered: (scene) => {
      const no = numberOf(scene.values, 'no');
      if (!scene.one.assistance.some((one) => one.no === no && one.answeredOn === null)) return issueOf('case.noAssistance', { no });
      const answer = textOf(scene.values, 'answer');
      return { assistance: scene.one.assistance.map((one) => (one.no === no ? { ...one, answeredOn: todayOf(scene), answer } : one)) };
    },
    stopClock: (scene) =>
      clock(scene, {
        exclusions: [
          ...scene.one.exclusions,
          { kind: textOf(scene.values, 'kind') as 'testing', from: todayOf(scene), to: null, why: scene.why },
        ],
      }),
    startClock: (scene) => clock(scene, { exclusions: ending(scene.one.exclusions, todayOf(scene)) }),
    suspend: (scene) => clock(scene, { suspensions: [...scene.one.suspensions, { from: todayOf(scene), to: null, why: scene.why }] }),
    resume: (scene) => clock(scene, { suspensions: ending(scene.one.suspensions, todayOf(scene)) }),
    extend: extended('head', 'case.extensionDays'),
    extendCollective: extended('collective', 'case.collectiveDays'),
    correct: (scene) => ({
      correction: {
        on: todayOf(scene),
        no: textOf(scene.values, 'no'),
        text: textOf(scene.values, 'text'),
        due: numberOf(scene.values, 'due'),
      },
    }),
    report: (scene) => ({
      report: { on: todayOf(scene), by: scene.by, text: textOf(scene.values, 'text'), proposal: sanctionFrom(scene.values) },
      lossFen: numberOrNull(scene.values, 'lossFen') ?? scene.one.lossFen,
      circumstances: circumstancesOf(scene.values) ?? scene.one.circumstances,
      dueDay: workingLimit(scene.world, 'case.reviewDays', todayOf(scene)),
    }),
    review: (scene) => clock(scene, { reviews: [...scene.one.reviews, reviewFrom(scene)] }),
    sendBack: (scene) => clock(scene, { reviews: [...scene.one.reviews, reviewFrom(scene)], report: null }),
    notify: announced,
    serveNotice: (scene) =>
      checkedDay(scene, 'on', scene.one.notice?.on ?? null, () => {
        const service = serviceFrom(scene.values);
        const statementDue = workingLimit(scene.world, 'case.statementDays', service.on);
        return { notice: scene.one.notice && { ...scene.one.notice, service, statementDue } };
      }),
    statement: (scene) =>
      checkedDay(scene, 'on', scene.one.notice?.service?.on ?? null, () => ({
        statements: [
          ...scene.one.statements,
          { on: numberOf(scene.values, 'on'), text: textOf(scene.values, 'text'), answer: textOf(scene.values, 'answer') },
        ],
      })),
    waive: (scene) => ({ waivedOn: todayOf(scene) }),
    askHearing: (scene) =>
      clock(scene, {
        hearing: { askedOn: todayOf(scene), noticedOn: null, heldOn: null, host: null, record: null, opinion: null, droppedOn: null },
        exclusions: [...scene.one.exclusions, { kind: 'hearing', from: todayOf(scene), to: null, why: scene.why }],
      }),
    holdHearing: (scene) =>
      checkedDay(scene, 'heldOn', scene.one.hearing?.askedOn ?? null, () =>
        clock(scene, {
          hearing: scene.one.hearing && {
            ...scene.one.hearing,
            noticedOn: numberOf(scene.values, 'noticedOn'),
            heldOn: numberOf(scene.values, 'heldOn'),
            host: scene.by,
            record: textOf(scene.values, 'record'),
            opinion: textOf(scene.values, 'opinion'),
          },
          exclusions: endedHearing(scene.one.exclusions, numberOf(scene.values, 'heldOn')),
        }),
      ),
    dropHearing: (scene) =>
      clock(scene, {
        hearing: scene.one.hearing && { ...scene.one.hearing, droppedOn: todayOf(scene) },
        exclusions: endedHearing(scene.one.exclusions, todayOf(scene)),
      }),
    discuss: (scene) => {
      const members = [...new Set(listOf(scene.values, 'members'))];
      if (members.length < 3) return issueOf('case.discussMembers');
      return { discussion: { on: todayOf(scene), members, text: textOf(scene.values, 'text') } };
    },
    reinvestigate: (scene) => clock(scene, { report: null, notice: null, statements: [], waivedOn: null, hearing: null, discussion: null }),
    decide: decided,
    serve: served,
    pay: paid,
    instalment: (scene) => {
      const due = numberOf(scene.values, 'due');
      return due < todayOf(scene)
        ? issueOf('case.dates')
        : { payDue: rolledOver(due, scene.world.calendar), dueDay: rolledOver(due, scene.world.calendar) };
    },
    urge: (scene) => {
      const due = calendarLimit(scene.world, 'case.urgeDays', todayOf(scene));
      return { urging: { on: todayOf(scene), due }, dueDay: due };
    },
    court: (scene) => ({ court: { on: todayOf(scene), text: textOf(scene.values, 'text') } }),
    publish: (scene) =>
      checkedDay(scene, 'on', scene.one.decidedOn, () => ({
        publishedOn: numberOf(scene.values, 'on'),
        publishedAt: textOf(scene.values, 'at'),
      })),
    execute: (scene) => ({ executedOn: todayOf(scene), dueDay: null }),
    close: (scene) => ({ closedOn: todayOf(scene), dueDay: null, closingReport: textOf(scene.values, 'text') }),
    archive: (scene) => ({ archivedOn: todayOf(scene), fileNo: textOf(scene.values, 'fileNo') }),
    withdraw: ended,
    terminate: ended,
    transfer: (scene) => ({
      ...ended(scene),
      transfer: {
        to: textOf(scene.values, 'to'),
        kind: textOf(scene.values, 'kind'),
        on: todayOf(scene),
        no: textOf(scene.values, 'no'),
        list: listOf(scene.values, 'list'),
        why: scene.why,
        returnedOn: null,
      },
    }),
    comeBack: (scene) => {
      const { transfer } = scene.one;
      // the days elsewhere do not count
      const away = { from: transfer?.on ?? todayOf(scene), to: todayOf(scene), why: scene.why };
      const back = { transfer: transfer && { ...transfer, returnedOn: todayOf(scene) }, closedOn: null, ending: null };
      return clock(scene, {
        ...back,
        suspensions: [...scene.one.suspensions, away],
        report: null,
        notice: null,
        statements: [],
        waivedOn: null,
        hearing: null,
        discussion: null,
      });
    },
    overturn: (scene) =>
      checkedDay(scene, 'on', scene.one.service?.on ?? null, () => {
        const { values } = scene;
        const [on, no, text] = [numberOf(values, 'on'), textOf(values, 'no'), textOf(values, 'text')];
        return {
          ...ended(scene),
          overturned: { kind: textOf(values, 'kind') as 'court', on, no, text },
          outcome: null,
          refundFen: null,
          fineFen: null,
          payDue: null,
        };
      }),
    measure: (scene) => ({
      measures: [
        ...scene.one.measures,
        {
          no: scene.one.measures.length + 1,
          kind: textOf(scene.values, 'kind') as 'talk',
          on: todayOf(scene),
          amountFen: numberOrNull(scene.values, 'amountFen'),
          until: numberOrNull(scene.values, 'until'),
          text: textOf(scene.values, 'text'),
          by: scene.by,
        },
      ],
    }),
  },
};

const reviewFrom = ({ at, by, values }: Asked) => ({
  on: todayOf({ at }),
  by,
  opinion: textOf(values, 'opinion'),
  text: textOf(values, 'text'),
});
const endedHearing = (all: EnforcementCase['exclusions'], to: Day): EnforcementCase['exclusions'] =>
  all.map((one) => (one.kind === 'hearing' && one.to === null ? { ...one, to } : one));

export interface CaseWish {
  readonly causeCode: string;
  readonly party: EnforcementCase['party'];
  readonly clueId: string | null;
  readonly inspectionIds: readonly string[];
  readonly findingIds: readonly string[];
  readonly source: string;
  readonly facts: string;
  readonly lossFen: Fen | null;
  readonly actEndedOn: Day | null;
  readonly discoveredOn: Day;
  readonly harmed: boolean;
  readonly appliedBy: string;
}

/** A case as it is put up for filing. */
export const newEnforcementCase = (caseId: string, wish: CaseWish, day: Day): EnforcementCase => ({
  ...wish,
  matterId: caseId,
  state: 'applied',
  title: caseNameOf(wish.party.name, causeOf(wish.causeCode)?.zh ?? '', false),
  providerNo: wish.party.kind === 'provider' ? wish.party.no : null,
  article: causeOf(wish.causeCode)?.article ?? '',
  openedOn: day,
  dueDay: null,
  closedOn: null,
  handlers: [],
  filedOn: null,
  filedBy: null,
  filingNo: null,
  circumstances: [],
  records: [],
  evidence: [],
  holds: [],
  assistance: [],
  exclusions: [],
  suspensions: [],
  extensions: [],
  correction: null,
  report: null,
  reviews: [],
  notice: null,
  statements: [],
  waivedOn: null,
  hearing: null,
  discussion: null,
  decision: null,
  decidedOn: null,
  outcome: null,
  refundFen: null,
  fineFen: null,
  service: null,
  payDue: null,
  payments: [],
  urging: null,
  court: null,
  publishedOn: null,
  publishedAt: null,
  executedOn: null,
  closingReport: null,
  transfer: null,
  overturned: null,
  measures: [],
  ending: null,
  archivedOn: null,
  fileNo: null,
  registerEntry: null,
});
