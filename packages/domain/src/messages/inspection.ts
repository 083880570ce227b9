import type { InspectionAction, InspectionState } from '../inspection/inspection.ts';
import type { InspectionPlanAction, InspectionPlanState } from '../inspection/plan.ts';
import { sentence } from '../messages.ts';
import { inspectionWordLists } from './inspection-words.ts';

type Words<K extends string> = Readonly<Record<K, { zh: string; en: string }>>;

const planStates: Words<InspectionPlanState> = {
  draft: { zh: '拟定中', en: 'draft' },
  drawn: { zh: '已抽取', en: 'drawn' },
  running: { zh: '检查中', en: 'running' },
  closed: { zh: '已完成', en: 'closed' },
  cancelled: { zh: '已取消', en: 'cancelled' },
};
const planActions: Words<InspectionPlanAction> = {
  change: { zh: '修改', en: 'change' },
  draw: { zh: '双随机抽取', en: 'draw' },
  redraw: { zh: '作废重抽', en: 'throw the draw away' },
  publish: { zh: '下达检查任务', en: 'assign the inspections' },
  close: { zh: '完成计划', en: 'close' },
  cancel: { zh: '取消', en: 'cancel' },
};
export const inspectionPlanWords = { states: planStates, actions: planActions, ...inspectionWordLists } as const;

const states: Words<InspectionState> = {
  assigned: { zh: '待检查', en: 'assigned' },
  onSite: { zh: '现场检查', en: 'on site' },
  feedback: { zh: '听取意见', en: 'hearing the institution' },
  rectifying: { zh: '整改中', en: 'rectifying' },
  closed: { zh: '已办结', en: 'closed' },
  cancelled: { zh: '已取消', en: 'cancelled' },
};
const actions: Words<InspectionAction> = {
  recuse: { zh: '回避换人', en: 'recuse' },
  start: { zh: '进场检查', en: 'begin' },
  note: { zh: '记现场笔录', en: 'write down' },
  problem: { zh: '记问题', en: 'note a problem' },
  drop: { zh: '撤销问题', en: 'drop a problem' },
  finish: { zh: '结束现场检查', en: 'end the visit' },
  statement: { zh: '记机构意见', en: 'note what the institution says' },
  selfReturn: { zh: '登记自查退回', en: 'note money returned' },
  refer: { zh: '问题转线索', en: 'make a problem a clue' },
  order: { zh: '责令整改', en: 'order rectification' },
  extend: { zh: '整改延期', en: 'extend' },
  report: { zh: '收到整改报告', en: 'note the report' },
  failCheck: { zh: '复查未通过', en: 'check failed' },
  passCheck: { zh: '复查通过并办结', en: 'check passed' },
  close: { zh: '未发现问题办结', en: 'close without problems' },
  cancel: { zh: '取消', en: 'cancel' },
};
export const inspectionWords = { states, actions, ...inspectionWordLists } as const;

export const inspectionMessages = {
  'inspection.dates': sentence(
    () => '结束日期不能早于开始日期，整改期限不能在今天以前',
    () => 'the end is before the beginning',
  ),
  'inspection.count': sentence(
    () => '至少抽取 1 家机构',
    () => 'at least one institution',
  ),
  'inspection.notInFrame': sentence<{ no: string }>(
    ({ no }) => `指定的机构 ${no} 不在这类机构里`,
    ({ no }) => `institution ${no} is not in the frame`,
  ),
  'inspection.smallFrame': sentence<{ count: number; wanted: number }>(
    ({ count, wanted }) => `可抽的机构只有 ${count} 家，不够抽 ${wanted} 家`,
    ({ count, wanted }) => `only ${count} institutions, ${wanted} wanted`,
  ),
  'inspection.smallRoster': sentence<{ count: number; wanted: number }>(
    ({ count, wanted }) => `执法检查人员名录里证件有效的只有 ${count} 人，不够每组 ${wanted} 人；请先在台账“执法检查人员名录”登记`,
    ({ count, wanted }) => `only ${count} officers with a valid certificate, ${wanted} wanted: enter them in the register`,
  ),
  'inspection.avoided': sentence<{ name: string }>(
    ({ name }) => `除去应回避的，“${name}”配不齐检查组`,
    ({ name }) => `too few officers may inspect ${name}`,
  ),
  'inspection.twoOfficers': sentence<{ least: number }>(
    ({ least }) => `检查组至少 ${least} 人，执法证号不能相同（条例第二十九条）`,
    ({ least }) => `at least ${least} officers with certificates of their own`,
  ),
  'inspection.stillOpen': sentence<{ count: number }>(
    ({ count }) => `还有 ${count} 家没有办结`,
    ({ count }) => `${count} inspections are still open`,
  ),
  'inspection.notTeam': sentence<{ by: string; team: string }>(
    ({ by, team }) => `${by}不在检查组里（${team}）`,
    ({ by, team }) => `${by} is not on the team (${team})`,
  ),
  'inspection.notOnTeam': sentence<{ name: string }>(
    ({ name }) => `检查组里没有 ${name}`,
    ({ name }) => `${name} is not on the team`,
  ),
  'inspection.noReserve': sentence(
    () => '没有可以替换的检查人员',
    () => 'nobody is left to come in',
  ),
  'inspection.notShown': sentence(
    () => '检查人员应当出示执法证件（条例第二十九条）',
    () => 'certificates must be shown',
  ),
  'inspection.noRecord': sentence(
    () => '还没有现场笔录',
    () => 'nothing was written down yet',
  ),
  'inspection.noProblem': sentence<{ no: number }>(
    ({ no }) => `没有待处理的第 ${no} 个问题`,
    ({ no }) => `no open problem ${no}`,
  ),
  'inspection.noProblems': sentence(
    () => '没有待处理的问题',
    () => 'there is no open problem',
  ),
  'inspection.openProblems': sentence<{ count: number }>(
    ({ count }) => `还有 ${count} 个问题没有处理，应当责令整改或撤销问题`,
    ({ count }) => `${count} problems are open`,
  ),
  'inspection.extended': sentence(
    () => '整改只能延期一次',
    () => 'it was extended already',
  ),
  'inspection.noReport': sentence(
    () => '还没有收到整改报告',
    () => 'no report came yet',
  ),
  'inspection.noAmount': sentence(
    () => '退回金额应当大于 0',
    () => 'the amount must be above 0',
  ),
  'inspection.returnAtFinding': sentence<{ ids: string }>(
    ({ ids }) => `这个问题关联了疑点 ${ids}，退回的钱请在疑点上登记，免得重复计算`,
    ({ ids }) => `enter the money at the findings ${ids}, or it counts twice`,
  ),
  'inspection.referred': sentence<{ no: number; id: string }>(
    ({ no, id }) => `第 ${no} 个问题已经转为线索 ${id}`,
    ({ no, id }) => `problem ${no} is clue ${id} already`,
  ),
  'inspection.nothingToSample': sentence(
    () => '这家机构在这段时间没有结算',
    () => 'nothing was settled there in these days',
  ),
  'inspection.sampleTime': sentence(
    () => '只有待检查和现场检查时可以抽取病例',
    () => 'claims are drawn before or during the visit',
  ),
} as const;
