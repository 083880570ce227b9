/**
 * Everything that may be asked of somebody, in one table: the question, who may, and in which states of its subject. The server asks
 * it once for every route, workflows ask it for every step of a case; docs/permissions.md is written from it.
 */
import { type StoryActor, storySteps } from '../alert/steps.ts';
import { type ClueActor, clueSteps } from '../clue/clue.ts';
import { type ComplaintActor, complaintSteps } from '../complaint/steps.ts';
import { type CreditActor, creditSteps } from '../credit/steps.ts';
import { type CaseActor, caseSteps } from '../enforcement/steps.ts';
import { type FindingActor, findingSteps } from '../finding/steps.ts';
import { type InspectionActor, inspectionSteps } from '../inspection/inspection.ts';
import { inspectionPlanSteps } from '../inspection/plan.ts';
import { alertWords } from '../messages/alert.ts';
import { caseWords } from '../messages/case-words.ts';
import { clueWords } from '../messages/clue.ts';
import { complaintWords } from '../messages/complaint.ts';
import { creditWords } from '../messages/credit.ts';
import { findingWords } from '../messages/finding.ts';
import { inspectionPlanWords, inspectionWords } from '../messages/inspection.ts';
import { contactWords } from '../messages/person.ts';
import { planWords } from '../messages/plan-life.ts';
import { pointWords } from '../messages/points.ts';
import { surveyWords } from '../messages/survey.ts';
import { type ContactActor, contactSteps } from '../person/contact.ts';
import { type PlanAction, type PlanActor, planSteps } from '../plan/life/steps.ts';
import { type PointActor, pointSteps } from '../points/steps.ts';
import { type SurveyActor, surveySteps } from '../survey/survey.ts';
import { type Actor, providerScopeOf, type Role, roles, staffRoles } from './account.ts';

export interface Permission {
  /** `<noun>.<verb>` */
  readonly action: string;
  readonly zh: string;
  readonly en: string;
  readonly who: readonly Role[] | 'everyone' | 'anyone logged in';
  /** States of the subject in which it may be done; all of them where absent. */
  readonly states?: readonly string[];
}

/** Accounts that may take the steps of a finding's life; the system's steps are nobody's. */
const stepRoles: Readonly<Record<FindingActor, readonly Role[]>> = {
  reviewer: ['reviewer', 'secondReviewer', 'sectionHead'],
  secondReviewer: ['secondReviewer', 'sectionHead'],
  expert: ['panelExpert'],
  head: ['sectionHead'],
  finance: ['financeOfficer'],
  institution: ['insuranceOffice', 'pharmacyManager'],
  system: [],
};

/** One question a step: `finding.<action>`, in the state it leaves. */
const findingStepRows = findingSteps.map(({ from, action, who }) => ({
  action: `finding.${action}` as const,
  ...findingWords.actions[action],
  who: stepRoles[who],
  states: [from],
}));

const complaintRoles: Readonly<Record<ComplaintActor, readonly Role[]>> = {
  officer: ['enforcementOfficer', 'sectionHead'],
  head: ['sectionHead'],
};
/** `complaint.<action>`, in the state it leaves. */
const complaintStepRows = complaintSteps.map(({ from, action, who }) => ({
  action: `complaint.${action}` as const,
  ...complaintWords.actions[action],
  who: complaintRoles[who],
  states: [from],
}));

const clueRoles: Readonly<Record<ClueActor, readonly Role[]>> = {
  officer: ['enforcementOfficer', 'sectionHead'],
  head: ['sectionHead'],
};
/** `clue.<action>`, in the state it leaves. */
const clueStepRows = clueSteps.map(({ from, action, who }) => ({
  action: `clue.${action}` as const,
  ...clueWords.actions[action],
  who: clueRoles[who],
  states: [from],
}));

const pointRoles: Readonly<Record<PointActor, readonly Role[]>> = {
  officer: ['reviewer', 'secondReviewer', 'enforcementOfficer', 'sectionHead'],
  head: ['sectionHead'],
  person: ['practitioner', 'insuranceOffice', 'pharmacyManager'],
  system: [],
};
/** `points.<action>`, in the state it leaves. */
const pointStepRows = pointSteps.map(({ from, action, who }) => ({
  action: `points.${action}` as const,
  ...pointWords.actions[action],
  who: pointRoles[who],
  states: [from],
}));

const storyRoles: Readonly<Record<StoryActor, readonly Role[]>> = {
  officer: ['reviewer', 'secondReviewer', 'enforcementOfficer', 'sectionHead'],
  head: ['sectionHead'],
};
/** `alert.<action>`, in the state it leaves. */
const storyStepRows = storySteps.map(({ from, action, who }) => ({
  action: `alert.${action}` as const,
  ...alertWords.actions[action],
  who: storyRoles[who],
  states: [from],
}));

const creditRoles: Readonly<Record<CreditActor, readonly Role[]>> = {
  officer: ['enforcementOfficer', 'reviewer', 'sectionHead'],
  head: ['sectionHead'],
  institution: ['insuranceOffice', 'pharmacyManager'],
  system: [],
};
/** `credit.<action>`, in the state it leaves. */
const creditStepRows = creditSteps.map(({ from, action, who }) => ({
  action: `credit.${action}` as const,
  ...creditWords.actions[action],
  who: creditRoles[who],
  states: [from],
}));

const contactRoles: Readonly<Record<ContactActor, readonly Role[]>> = {
  officer: ['reviewer', 'sectionHead', 'administrator'],
  person: ['insuredPerson'],
};
/** `contact.<action>`, in the state it leaves. */
const contactStepRows = contactSteps.map(({ from, action, who }) => ({
  action: `contact.${action}` as const,
  ...contactWords.actions[action],
  who: contactRoles[who],
  states: [from],
}));

const inspectionRoles: Readonly<Record<InspectionActor, readonly Role[]>> = clueRoles;
/** `inspectionPlan.<action>`, `inspection.<action>`, in the state each leaves. */
const inspectionStepRows = [
  ...inspectionPlanSteps.map(({ from, action, who }) => ({
    action: `inspectionPlan.${action}` as const,
    ...inspectionPlanWords.actions[action],
    who: inspectionRoles[who],
    states: [from],
  })),
  ...inspectionSteps.map(({ from, action, who }) => ({
    action: `inspection.${action}` as const,
    ...inspectionWords.actions[action],
    who: inspectionRoles[who],
    states: [from],
  })),
];

const caseRoles: Readonly<Record<CaseActor, readonly Role[]>> = {
  officer: ['enforcementOfficer'],
  head: ['sectionHead'],
  legal: ['legalReviewer'],
};
/** `enforcementCase.<action>`, in the state it leaves. */
const caseStepRows = caseSteps.map(({ from, action, who }) => ({
  action: `enforcementCase.${action}` as const,
  ...caseWords.actions[action],
  who: caseRoles[who],
  states: [from],
}));

const surveyRoles: Readonly<Record<SurveyActor, readonly Role[]>> = {
  officer: ['reviewer', 'secondReviewer', 'enforcementOfficer', 'financeOfficer', 'sectionHead', 'administrator'],
  head: ['sectionHead', 'administrator'],
};
/** `survey.<action>`, in the state it leaves. */
const surveyStepRows = surveySteps.map(({ from, action, who }) => ({
  action: `survey.${action}` as const,
  ...surveyWords.actions[action],
  who: surveyRoles[who],
  states: [from],
}));

const planRoles: Readonly<Record<PlanActor, readonly Role[]>> = {
  office: ['financeOfficer', 'sectionHead'],
  head: ['sectionHead', 'administrator'],
  finance: ['financeDepartment'],
};

/** One question a step of a plan's year, in the state it leaves. */
const planStepRows = planSteps.map(({ from, action, who }) => ({
  action: `plan.step.${action}` as `plan.step.${PlanAction}`,
  ...planWords.actions[action],
  who: planRoles[who],
  states: [from],
}));

const staff = staffRoles;
const reviewers: readonly Role[] = ['reviewer', 'secondReviewer', 'sectionHead'];
const provider: readonly Role[] = ['insuranceOffice', 'pharmacyManager'];
const officers: readonly Role[] = ['enforcementOfficer', 'sectionHead'];
const withFinance: readonly Role[] = [...staff, 'financeDepartment'];

// biome-ignore format: a table
const table = [
  { action: 'session.use', zh: '登录、退出、查看自己的登录状态', en: 'log in and out, see one’s own session', who: 'everyone' },
  { action: 'password.change', zh: '修改自己的密码', en: 'change one’s own password', who: 'anyone logged in' },
  { action: 'account.manage', zh: '增加、停用账号，重置密码', en: 'add and disable accounts, reset passwords', who: ['administrator'] },
  { action: 'access.read', zh: '查看谁看过个人信息', en: 'see who looked at personal data', who: ['auditor'] },
  { action: 'journal.read', zh: '查看操作日志', en: 'read the journal', who: ['auditor', 'sectionHead'] },
  { action: 'job.submit', zh: '本机程序交办任务（另验口令）', en: 'hand in work from a program of this machine (proved by its own token)', who: 'everyone' },
  { action: 'health.read', zh: '服务是否正常', en: 'is the server well', who: 'everyone' },

  { action: 'finding.read', zh: '查看疑点（机构只看本机构）', en: 'read findings (an institution its own)', who: [...staff, ...provider] },
  { action: 'finding.export', zh: '导出疑点（机构只导本机构）', en: 'export findings (an institution its own)', who: [...reviewers, 'auditor', 'enforcementOfficer', 'financeOfficer', ...provider] },
  { action: 'finding.unmask', zh: '查看、导出完整的个人信息（留痕）', en: 'see personal numbers whole (recorded)', who: [...reviewers, 'enforcementOfficer', ...provider] },
  { action: 'finding.work', zh: '领取疑点、看办理情况和资金台账', en: 'take findings to work on, see what waits and the ledger', who: staff },
  { action: 'recheck.read', zh: '查看月度复核', en: 'read the monthly re-review', who: staff },
  { action: 'recheck.draw', zh: '抽取月度复核样本', en: 'draw the sample of the monthly re-review', who: ['secondReviewer', 'sectionHead', 'auditor'] },
  { action: 'recheck.judge', zh: '复核样本（抽样人、原审核人除外）', en: 'judge a sample (not who drew it or decided it)', who: [...reviewers, 'auditor'] },
  { action: 'overview.read', zh: '查看总览', en: 'read the overview', who: withFinance },
  { action: 'decision.read', zh: '查看基金运行、测算、预测、对标和分析', en: 'read the fund, what-ifs, forecasts, benchmarks and analyses', who: withFinance },
  { action: 'decision.records', zh: '查看数字背后的结算（个人编号打码）', en: 'see the settlements behind a number (personal numbers masked)', who: staff },
  { action: 'decision.change', zh: '发起政策测算、保存分析、写月报', en: 'start what-ifs, save analyses, write the monthly report', who: ['sectionHead', 'financeOfficer', 'administrator'] },
  { action: 'provider.read', zh: '查看机构名称', en: 'read names of institutions', who: 'anyone logged in' },

  { action: 'complaint.report', zh: '举报、凭查询码看进度（公众）', en: 'report, and follow a report by its code (the public)', who: 'everyone' },
  { action: 'complaint.read', zh: '查看举报投诉（不含举报人）', en: 'read complaints (without who reported)', who: [...officers, 'legalReviewer', 'auditor'] },
  { action: 'complaint.enter', zh: '登记电话、来信、来访、12345、移送的举报投诉', en: 'enter complaints that came by telephone, letter, visit, 12345, transfer', who: officers },
  { action: 'complaint.identity', zh: '查看举报人身份和图片（逐次留痕）', en: 'see who reported and the pictures (each look recorded)', who: officers },
  { action: 'complaint.rewards', zh: '录入奖励标准表', en: 'set the table of rewards', who: ['sectionHead', 'administrator'] },

  { action: 'clue.read', zh: '查看线索', en: 'read clues', who: [...reviewers, ...officers, 'legalReviewer', 'auditor'] },
  { action: 'clue.enter', zh: '登记线索', en: 'enter clues', who: [...reviewers, 'enforcementOfficer'] },
  { action: 'points.read', zh: '查看登记备案人员和记分（机构看本机构人员，本人看自己）', en: 'read practitioners and their points (an institution its own, a person his own)', who: [...staff, ...provider, 'practitioner'] },
  { action: 'points.register', zh: '登记备案、服务承诺（机构为本机构人员）', en: 'register practitioners and their commitment (an institution its own)', who: [...officers, ...provider] },
  { action: 'points.propose', zh: '提出记分', en: 'propose points', who: pointRoles.officer },
  { action: 'points.table', zh: '录入记分标准', en: 'set the table of points', who: ['sectionHead', 'administrator'] },

  { action: 'practice.read', zh: '查看医师、药店画像（机构看本机构，医师看本人）', en: 'read pages of physicians and pharmacies (an institution its own, a person his own)', who: [...staff, ...provider, 'practitioner'] },

  { action: 'person.own', zh: '查看、下载本人的就医记录，声明不是本人，申请更正联系方式，查看本人的信用评价并申诉（参保人只限本人）', en: 'one’s own record: read, download, disown a visit, ask for other contact data; one’s own credit: read, appeal (an insured person the own only)', who: ['insuredPerson'] },
  { action: 'person.read', zh: '查看一位参保人的就医记录（写明理由，逐次留痕）', en: 'read the record of an insured person (with a reason, each look recorded)', who: [...reviewers, 'enforcementOfficer'] },
  { action: 'contact.read', zh: '查看联系方式更正申请', en: 'read requests for other contact data', who: contactRoles.officer },

  { action: 'alert.read', zh: '查看预警', en: 'read alerts', who: staff },
  { action: 'alert.export', zh: '导出预警', en: 'export alerts', who: [...reviewers, ...officers, 'auditor'] },
  { action: 'alert.run', zh: '运行预警、试算阈值', en: 'run alerts, try thresholds', who: [...reviewers, 'administrator'] },
  { action: 'alert.threshold', zh: '启用预警阈值', en: 'put thresholds of alerts into force', who: ['sectionHead', 'administrator'] },
  { action: 'credit.read', zh: '查看信用评价（机构看本机构）', en: 'read ratings (an institution its own)', who: [...staff, ...provider] },
  { action: 'credit.rate', zh: '测算信用评价、登记信用事项', en: 'work out ratings, enter facts of credit', who: creditRoles.officer },
  { action: 'credit.scheme', zh: '设定信用评价方案', en: 'set the scheme of credit', who: ['sectionHead', 'administrator'] },
  { action: 'credit.supplier', zh: '查看、登记医药企业招采信用', en: 'read and enter credit of suppliers', who: [...officers, 'reviewer', 'auditor'] },

  { action: 'inspectionPlan.read', zh: '查看检查计划', en: 'read inspection plans', who: [...officers, 'legalReviewer', 'auditor'] },
  { action: 'inspectionPlan.enter', zh: '拟定检查计划', en: 'draft inspection plans', who: officers },
  { action: 'inspection.read', zh: '查看检查', en: 'read inspections', who: [...officers, 'legalReviewer', 'auditor'] },
  { action: 'inspection.sample', zh: '抽取带去现场的病例（含参保人编号，留痕）', en: 'draw claims to take along (with personal numbers, recorded)', who: officers },
  { action: 'enforcementCase.read', zh: '查看案件', en: 'read cases', who: [...officers, 'legalReviewer', 'auditor'] },
  { action: 'enforcementCase.enter', zh: '提请立案', en: 'put a case up for filing', who: officers },
  { action: 'enforcementCase.file', zh: '导出案卷文书和全卷（留痕）', en: 'take papers and the whole file (recorded)', who: [...officers, 'legalReviewer', 'auditor'] },
  { action: 'enforcementCase.attach', zh: '上传签字扫描件', en: 'attach signed scans', who: officers },
  { action: 'discretion.change', zh: '录入裁量基准', en: 'set the table of discretion', who: ['legalReviewer', 'sectionHead', 'administrator'] },

  { action: 'rule.read', zh: '查看规则', en: 'read rules', who: [...staff, ...provider] },
  { action: 'edition.read', zh: '查看规则的版本、试算和试运行', en: 'read editions, trials and shadow runs', who: staff },
  { action: 'rule.draft', zh: '起草、修改、试算规则', en: 'draft, edit and try rules', who: [...reviewers, 'administrator'] },
  { action: 'rule.review', zh: '审核规则', en: 'review rules', who: ['secondReviewer', 'panelExpert', 'legalReviewer', 'sectionHead', 'administrator'] },
  { action: 'rule.enact', zh: '试运行、启用、停用规则', en: 'run rules in shadow, make them live, retire them', who: ['sectionHead', 'administrator'] },
  { action: 'parameter.read', zh: '查看参数', en: 'read parameters', who: staff },
  { action: 'parameter.set', zh: '设定参数和行政区划', en: 'set parameters and the division', who: ['sectionHead', 'administrator'] },
  { action: 'exemption.read', zh: '查看豁免', en: 'read exemptions', who: [...staff, ...provider] },
  { action: 'exemption.change', zh: '增加、终止豁免', en: 'add and end exemptions', who: ['sectionHead', 'administrator'] },
  { action: 'knowledge.read', zh: '查看知识库', en: 'read knowledge', who: [...staff, ...provider] },
  { action: 'knowledge.change', zh: '导入、认定知识点', en: 'import and decide knowledge points', who: [...reviewers, 'administrator'] },

  { action: 'claims.read', zh: '查看数据和审核批次', en: 'read the state of claims and reviews', who: staff },
  { action: 'claims.change', zh: '导入数据、发起审核', en: 'import claims and start reviews', who: ['reviewer', 'sectionHead', 'administrator'] },

  { action: 'interface.read', zh: '查看接口的流量和提醒', en: 'see the traffic of the interface and its reminders', who: staff },
  { action: 'interface.check', zh: '接口联调：查看报文怎样被理解', en: 'see how a message of the interface is understood', who: [...staff, ...provider] },

  { action: 'register.read', zh: '查看台账', en: 'read registers', who: withFinance },
  { action: 'register.enter', zh: '录入、更正台账', en: 'enter and correct registers', who: [...reviewers, ...officers, 'financeOfficer', 'administrator'] },
  { action: 'survey.answer', zh: '回答满意度问卷（公众）', en: 'answer a survey (the public)', who: 'everyone' },
  { action: 'survey.read', zh: '查看满意度调查和匿名答卷', en: 'read surveys and their nameless answers', who: withFinance },
  { action: 'survey.design', zh: '起草、修改问卷，生成答卷码', en: 'draw up questionnaires, make codes', who: surveyRoles.officer },
  { action: 'survey.enter', zh: '录入纸质、电话答卷', en: 'enter answers given on paper or by telephone', who: surveyRoles.officer },
  { action: 'survey.withdraw', zh: '作废答卷', en: 'withdraw answers', who: surveyRoles.head },
  { action: 'plan.read', zh: '查看绩效目标和结果', en: 'read plans and their results', who: withFinance },
  { action: 'plan.change', zh: '采用目标、认定口径、填写、测算', en: 'adopt plans, confirm measures, state values, measure', who: ['sectionHead', 'financeOfficer', 'administrator'] },
  { action: 'plan.step', zh: '办理绩效目标（每一步另有规定）', en: 'take steps of a plan’s year (each has its own row)', who: ['sectionHead', 'financeOfficer', 'administrator', 'financeDepartment'] },
  { action: 'transfer.read', zh: '查看转移支付', en: 'read transfers', who: withFinance },
  { action: 'transfer.change', zh: '登记转移支付的下达、分配、支付', en: 'enter notices, allocations and payments of transfers', who: ['sectionHead', 'financeOfficer', 'administrator'] },
  { action: 'document.read', zh: '查看文件', en: 'read documents', who: withFinance },
  { action: 'document.change', zh: '上传文件', en: 'send documents in', who: ['sectionHead', 'financeOfficer', 'administrator'] },
] as const satisfies readonly Permission[];

export type Action =
  | (typeof table)[number]['action']
  | (typeof findingStepRows)[number]['action']
  | (typeof complaintStepRows)[number]['action']
  | (typeof storyStepRows)[number]['action']
  | (typeof clueStepRows)[number]['action']
  | (typeof pointStepRows)[number]['action']
  | (typeof creditStepRows)[number]['action']
  | (typeof inspectionStepRows)[number]['action']
  | (typeof caseStepRows)[number]['action']
  | (typeof surveyStepRows)[number]['action']
  | (typeof contactStepRows)[number]['action']
  | (typeof planStepRows)[number]['action'];
/** An action stands in several rows where different people may do it in different states. */
export const permissions: readonly (Permission & { readonly action: Action })[] = [
  ...table,
  ...findingStepRows,
  ...complaintStepRows,
  ...storyStepRows,
  ...clueStepRows,
  ...pointStepRows,
  ...creditStepRows,
  ...inspectionStepRows,
  ...caseStepRows,
  ...surveyStepRows,
  ...contactStepRows,
  ...planStepRows,
];
const byAction = Map.groupBy<string, Permission>(permissions, (row) => row.action);

/** What is asked about: its state where the action has states, its institutions where it has some. */
export interface Subject {
  readonly state?: string;
  readonly providerNos?: readonly string[];
  readonly practitionerNo?: string | null;
}

export type Permit = { readonly ok: true } | { readonly ok: false; readonly why: 'login' | 'role' | 'state' | 'scope' };

/** May this actor do this, to a subject in this state? Every refusal says why. An action that the table does not name is a fault. */
export function may(actor: Actor, action: Action, subject: Subject = {}): Permit {
  const rows = byAction.get(action);
  if (!rows) throw new Error(`permissions.ts names no action ${action}`);
  const { state } = subject;
  const now = state === undefined ? rows : rows.filter(({ states }) => states?.includes(state) ?? true);
  if (!rows.some(({ who }) => hasRole(actor, who))) return { ok: false, why: actor.kind === 'public' ? 'login' : 'role' };
  if (now.length === 0) return { ok: false, why: 'state' };
  if (!now.some(({ who }) => hasRole(actor, who))) return { ok: false, why: 'role' };
  return withinScope(actor, subject) ? { ok: true } : { ok: false, why: 'scope' };
}

function hasRole(actor: Actor, who: Permission['who']): boolean {
  if (who === 'everyone' || actor.kind === 'declared') return true;
  if (actor.kind === 'public') return false;
  return who === 'anyone logged in' || actor.account.roles.some((role) => who.includes(role));
}

function withinScope(actor: Actor, { providerNos, practitionerNo }: Subject): boolean {
  const scope = providerScopeOf(actor);
  if (scope === null || actor.kind !== 'account') return scope === null || (providerNos === undefined && practitionerNo === undefined);
  const own = practitionerNo !== undefined && practitionerNo !== null && practitionerNo === actor.account.practitionerNo;
  if (own || (providerNos === undefined && practitionerNo === undefined)) return true;
  return (providerNos ?? []).some((no) => scope.includes(no));
}

/** Everything that a role may be asked, whatever the state: the console shows pages by it. */
export const permittedActions = (actor: Actor): Action[] => [
  ...new Set(permissions.filter((row) => hasRole(actor, row.who)).map((row) => row.action)),
];

/** Parts in a finding's life that an account may take; everything while there are no accounts, except the system's own. */
export const findingActorsOf = (actor: Actor): FindingActor[] =>
  (Object.keys(stepRoles) as FindingActor[]).filter((part) => part !== 'system' && hasRole(actor, stepRoles[part]));

/** Roles that an action is open to. */
export const rolesOf = (row: Permission): readonly Role[] => (typeof row.who === 'string' ? roles : row.who);
