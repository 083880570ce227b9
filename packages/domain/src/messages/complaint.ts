import type { ComplaintChannel, ComplaintKind, ComplaintMatter, ComplaintObject, ComplaintResult } from '../complaint/complaint.ts';
import type { ComplaintAction, ComplaintCondition, ComplaintState } from '../complaint/steps.ts';
import { sentence } from '../messages.ts';
import { termActions } from './term.ts';

type Words<K extends string> = Readonly<Record<K, { zh: string; en: string }>>;

const states: Words<ComplaintState> = {
  received: { zh: '待受理', en: 'received' },
  handling: { zh: '办理中', en: 'being handled' },
  concluded: { zh: '待答复', en: 'to be answered' },
  closed: { zh: '已办结', en: 'closed' },
  declined: { zh: '不予受理', en: 'not taken up' },
  merged: { zh: '已并案', en: 'merged' },
};
const actions: Words<ComplaintAction> = {
  accept: { zh: '受理', en: 'take up' },
  decline: { zh: '不予受理', en: 'decline' },
  assign: { zh: '分办', en: 'assign' },
  extend: { zh: '延期', en: 'extend' },
  link: { zh: '关联疑点', en: 'link to findings' },
  merge: { zh: '并案', en: 'merge' },
  conclude: { zh: '查明结果', en: 'conclude' },
  reply: { zh: '答复并办结', en: 'answer and close' },
  satisfaction: { zh: '回访满意度', en: 'ask whether satisfied' },
  reward: { zh: '决定奖励', en: 'decide the reward' },
};
const kinds: Words<ComplaintKind> = {
  report: { zh: '举报', en: 'report' },
  complaint: { zh: '投诉', en: 'complaint' },
  petition: { zh: '信访', en: 'petition' },
  hotline: { zh: '热线', en: 'hotline' },
};
const channels: Words<ComplaintChannel> = {
  web: { zh: '网页', en: 'web' },
  telephone: { zh: '电话', en: 'telephone' },
  letter: { zh: '来信', en: 'letter' },
  visit: { zh: '来访', en: 'visit' },
  hotline12345: { zh: '12345 热线', en: '12345' },
  transfer: { zh: '部门移送', en: 'transfer' },
};
const objects: Words<ComplaintObject> = {
  provider: { zh: '定点医药机构', en: 'institution' },
  individual: { zh: '个人', en: 'individual' },
  agency: { zh: '经办机构', en: 'agency' },
  other: { zh: '其他', en: 'other' },
};
const matters: Words<ComplaintMatter> = {
  fraud: { zh: '骗取医保基金', en: 'fraud on the fund' },
  impersonation: { zh: '冒名就医、出借医保凭证', en: 'impersonation' },
  falseCare: { zh: '虚假住院、虚开票据', en: 'false stays or bills' },
  overcharging: { zh: '乱收费、过度诊疗', en: 'overcharging, overtreatment' },
  resale: { zh: '倒卖药品', en: 'resale of drugs' },
  refusal: { zh: '推诿病人、拒绝刷卡', en: 'refusing patients' },
  service: { zh: '经办服务', en: 'service of the agency' },
  other: { zh: '其他', en: 'other' },
};
const results: Words<ComplaintResult> = {
  verified: { zh: '属实', en: 'true' },
  partly: { zh: '部分属实', en: 'partly true' },
  unfounded: { zh: '不属实', en: 'unfounded' },
};
export const complaintWords = { states, actions: { ...actions, ...termActions }, kinds, channels, objects, matters, results } as const;

const conditions: Words<ComplaintCondition> = {
  notExtended: { zh: '已经延期过一次', en: 'it was extended already' },
  canHold: { zh: '只能并入同一对象、尚未查明的另一件', en: 'it merges only into another open one about the same object' },
  anotherPerson: { zh: '奖励不能由承办人自己决定', en: 'who handled it may not decide the reward' },
  verified: { zh: '查明不属实的不奖励', en: 'it was found untrue' },
  named: { zh: '匿名举报没有奖励对象', en: 'it is anonymous' },
  firstReporter: { zh: '不是最先举报的人', en: 'somebody reported it before' },
  notRewarded: { zh: '已经奖励过', en: 'it was rewarded already' },
};

export const complaintMessages = {
  'complaint.condition': sentence<{ condition: ComplaintCondition }>(
    ({ condition }) => conditions[condition].zh,
    ({ condition }) => conditions[condition].en,
  ),
  'complaint.no-step': sentence<{ state: ComplaintState; action: ComplaintAction }>(
    ({ state, action }) => `“${states[state].zh}”时不能“${actions[action].zh}”`,
    ({ state, action }) => `cannot ${actions[action].en} while ${states[state].en}`,
  ),
  'complaint.no-clue': sentence<{ state: ComplaintState }>(
    ({ state }) => `“${states[state].zh}”的不能转为线索：受理以后、办结以前可以`,
    ({ state }) => `no clue can be opened while ${states[state].en}: only once it is accepted and before it is closed`,
  ),
  'complaint.unknown': sentence<{ id: string }>(
    ({ id }) => `没有编号为 ${id} 的举报投诉`,
    ({ id }) => `no complaint ${id}`,
  ),
  'complaint.why': sentence(
    () => '请写明理由或意见',
    () => 'say why',
  ),
  'complaint.missing': sentence<{ what: string }>(
    ({ what }) => `请填写${what}`,
    ({ what }) => `${what} is missing`,
  ),
  'complaint.contact': sentence(
    () => '实名举报请填写姓名和联系电话',
    () => 'a named report needs name and telephone',
  ),
  'complaint.captcha': sentence(
    () => '验证码不对或已过期，请看新的一张',
    () => 'the code of the picture is wrong or too old',
  ),
  'complaint.picture': sentence<{ no: number }>(
    ({ no }) => `第 ${no} 张不是 JPG 或 PNG 图片，或超过大小`,
    ({ no }) => `picture ${no} is no JPG or PNG, or too big`,
  ),
  'complaint.too-many-pictures': sentence<{ limit: number }>(
    ({ limit }) => `最多 ${limit} 张图片`,
    ({ limit }) => `at most ${limit} pictures`,
  ),
  'complaint.too-often': sentence(
    () => '提交太频繁，请稍后再试，或拨打举报电话',
    () => 'too many reports from here: try later or telephone',
  ),
  'complaint.no-code': sentence(
    () => '没有这个查询码，请核对',
    () => 'no such code',
  ),
  'complaint.no-reward-rule': sentence(
    () => '没有适用的奖励标准，请先录入本地区的奖励标准表',
    () => 'no row of the table of rewards fits',
  ),
} as const;
