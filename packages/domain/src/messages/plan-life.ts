import { sentence } from '../messages.ts';
import type { PlanAction, PlanState } from '../plan/life/steps.ts';

type Words<K extends string> = Readonly<Record<K, { zh: string; en: string }>>;

const states: Words<PlanState> = {
  draft: { zh: '申报中', en: 'being drawn up' },
  departmentReview: { zh: '部门审核', en: 'with the department' },
  financeReview: { zh: '财政审核', en: 'with the finance department' },
  reviewed: { zh: '审核通过，待批复', en: 'reviewed' },
  approved: { zh: '已批复', en: 'approved' },
  public: { zh: '已公开，执行中', en: 'public, being carried out' },
  adjusting: { zh: '调整中', en: 'being adjusted' },
  replaced: { zh: '已调整为新目标', en: 'replaced by adjustment' },
  selfEvaluated: { zh: '已自评', en: 'self-evaluated' },
  evaluated: { zh: '已评价', en: 'evaluated' },
  rectifying: { zh: '整改中', en: 'being rectified' },
  closed: { zh: '已办结', en: 'closed' },
  rejected: { zh: '不予安排', en: 'rejected' },
};
const actions: Words<PlanAction> = {
  appraise: { zh: '登记事前评估', en: 'appraise beforehand' },
  submit: { zh: '提交审核', en: 'submit' },
  pass: { zh: '审核通过', en: 'pass' },
  return: { zh: '退回修改', en: 'return' },
  reject: { zh: '不予安排', en: 'reject' },
  approve: { zh: '批复目标', en: 'approve' },
  publish: { zh: '登记公开', en: 'publish' },
  adjust: { zh: '申请调整', en: 'ask for adjustment' },
  replace: { zh: '批准调整', en: 'approve the adjustment' },
  keep: { zh: '不予调整', en: 'keep as it is' },
  monitor: { zh: '登记监控', en: 'monitor' },
  selfEvaluate: { zh: '提交自评', en: 'submit the self-evaluation' },
  giveBack: { zh: '退回自评', en: 'give the self-evaluation back' },
  evaluate: { zh: '评价', en: 'evaluate' },
  rectify: { zh: '要求整改', en: 'ask for rectification' },
  assign: { zh: '落实责任人', en: 'name who mends' },
  mend: { zh: '登记整改完成', en: 'mend' },
  report: { zh: '报告整改', en: 'report on rectification' },
  apply: { zh: '登记结果应用', en: 'say what follows' },
  close: { zh: '办结', en: 'close' },
};
export const planWords = { states, actions } as const;

export const planLifeMessages = {
  'plan.no-such-step': sentence<{ state: PlanState; action: PlanAction }>(
    ({ state, action }) => `目标现在是“${states[state].zh}”，不能${actions[action].zh}`,
    ({ state, action }) => `the plan is ${states[state].en}: it cannot be ${actions[action].en}`,
  ),
  'plan.moved-on': sentence(
    () => '别人刚刚办理过这份目标，请刷新后再办',
    () => 'somebody else took a step in the meantime: reload',
  ),
  'plan.no-reason': sentence(
    () => '请写明理由',
    () => 'say why',
  ),
  'plan.no-remarks': sentence(
    () => '退回或要求整改要写明意见，并指到具体的表格或指标',
    () => 'give at least one remark on a cell',
  ),
  'plan.remark-empty': sentence(
    () => '意见是空的',
    () => 'a remark is empty',
  ),
  'plan.remark-nowhere': sentence<{ projectNo: number; indicatorId: string }>(
    ({ projectNo, indicatorId }) => `意见指向的地方不在这份目标里：第 ${projectNo} 张表 ${indicatorId}`,
    ({ projectNo, indicatorId }) => `the plan has no form ${projectNo} ${indicatorId}`,
  ),
  'plan.same-person': sentence<{ by: string }>(
    ({ by }) => `${by}是提交人，审核要由另一个人办理`,
    ({ by }) => `${by} submitted it: somebody else has to review`,
  ),
  'plan.grade-does-not-pass': sentence<{ grade: string }>(
    ({ grade }) => `审核等次为“${grade}”：优、良才能通过，中要退回修改，差不予安排（财预〔2015〕88号第二十五条）`,
    ({ grade }) => `grade ${grade}: only 优 and 良 pass`,
  ),
  'plan.grade-does-not-fail': sentence<{ grade: string }>(
    ({ grade }) => `审核等次为“${grade}”：只有“差”才不予安排`,
    ({ grade }) => `grade ${grade}: only 差 is rejected`,
  ),
  'plan.no-grade': sentence(
    () => '请给出等次（优、良、中、差）',
    () => 'give a grade',
  ),
  'plan.no-document': sentence(
    () => '请填写批复或调整的文号',
    () => 'give the number of the approving document',
  ),
  'plan.targets-lost': sentence<{ project: string; names: string; count: number }>(
    ({ project, names, count }) => `“${project}”有 ${count} 个指标没有指标值（${names}），不能提交`,
    ({ project, names, count }) => `${count} indicators of ${project} have no target (${names})`,
  ),
  'plan.weights-missing': sentence<{ project: string; count: number }>(
    ({ project, count }) => `“${project}”有 ${count} 个指标没有权重，其余的有，不能提交`,
    ({ project, count }) => `${count} indicators of ${project} lack a weight`,
  ),
  'plan.not-measured': sentence<{ id: string }>(
    ({ id }) => `计划 ${id} 还没有测算`,
    ({ id }) => `plan ${id} was not measured`,
  ),
  'plan.opposed': sentence<{ subject: string }>(
    ({ subject }) => `“${subject}”的事前评估结论是“不予支持”，不能申报；方案改好后请重新登记事前评估`,
    ({ subject }) => `${subject} was opposed when appraised: appraise it again once it is changed`,
  ),
  'plan.no-problem': sentence<{ id: string }>(
    ({ id }) => `没有待整改的问题 ${id}`,
    ({ id }) => `no open problem ${id}`,
  ),
  'plan.problem-nobody': sentence(
    () => '请先落实这个问题的责任人和期限',
    () => 'name who mends it, and until when, first',
  ),
  'plan.mended-ahead': sentence(
    () => '整改完成日期不能晚于今天',
    () => 'it cannot be mended in the days to come',
  ),
  'plan.cut-how-much': sentence(
    () => '核减预算要写明本年和下年的预算，下年应少于本年',
    () => 'a cut needs both budgets, the later one smaller',
  ),
  'plan.problems-open': sentence<{ count: number }>(
    ({ count }) => `还有 ${count} 个问题没有整改完，不能办结`,
    ({ count }) => `${count} problems are still open`,
  ),
  'plan.not-applied': sentence(
    () => '还没有登记结果应用（与预算怎样挂钩、结果是否公开），不能办结',
    () => 'say first what follows from the evaluation',
  ),
  'plan.no-successor': sentence(
    () => '请指明调整后的目标（先读取并采用调整后的目标表，再批准调整）',
    () => 'name the plan that takes its place',
  ),
  'plan.same-content': sentence(
    () => '调整后的目标与原目标相同',
    () => 'the adjusted targets are the same',
  ),
  'plan.other-year': sentence<{ year: number; org: string }>(
    ({ year, org }) => `调整后的目标属于 ${org} ${year} 年度，与原目标不是同一年度、同一单位`,
    ({ year, org }) => `the successor is of ${org}, ${year}`,
  ),
  'plan.locked': sentence<{ id: string; state: PlanState }>(
    ({ id, state }) => `当年在用的目标 ${id}${states[state].zh}，已经锁定；要改须先“申请调整”，由财政部门批准`,
    ({ id, state }) => `the plan in force ${id} is ${states[state].en} and locked: ask for an adjustment first`,
  ),
  'plan.under-review': sentence<{ id: string; state: PlanState }>(
    ({ id, state }) => `当年的目标 ${id} 正在${states[state].zh}，不能另行采用；请等审核退回，或由审核人退回后再改`,
    ({ id, state }) => `the plan ${id} is ${states[state].en}: wait until it is returned`,
  ),
};
