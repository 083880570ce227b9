import type { ClueAction, ClueLink, ClueObject, ClueSource, ClueState } from '../clue/clue.ts';
import { sentence } from '../messages.ts';

type Words<K extends string> = Readonly<Record<K, { zh: string; en: string }>>;

const states: Words<ClueState> = {
  open: { zh: '待核查', en: 'to be verified' },
  verified: { zh: '已核查', en: 'verified' },
  filed: { zh: '已提请立案', en: 'put up for filing' },
  dismissed: { zh: '已排除', en: 'dismissed' },
  transferred: { zh: '已移送', en: 'handed on' },
};
const actions: Words<ClueAction> = {
  assign: { zh: '分办', en: 'assign' },
  extend: { zh: '延期', en: 'extend' },
  link: { zh: '关联', en: 'link' },
  verify: { zh: '核查完毕', en: 'verify' },
  file: { zh: '提请立案', en: 'put up for filing' },
  dismiss: { zh: '排除', en: 'dismiss' },
  transfer: { zh: '移送', en: 'hand on' },
};
const sources: Words<ClueSource> = {
  finding: { zh: '智能审核疑点', en: 'finding' },
  complaint: { zh: '举报投诉', en: 'complaint' },
  alert: { zh: '预警', en: 'alert' },
  inspection: { zh: '检查发现', en: 'inspection' },
  payment: { zh: '支付方式测算', en: 'payment by disease group' },
  transferIn: { zh: '部门移送、上级交办', en: 'handed in by others' },
  person: { zh: '参保人声明不是本人', en: 'disowned by the insured person' },
  other: { zh: '其他', en: 'other' },
};
const objects: Words<ClueObject> = {
  provider: { zh: '定点医药机构', en: 'institution' },
  practitioner: { zh: '医药人员', en: 'practitioner' },
  person: { zh: '参保人', en: 'insured person' },
};
const links: Words<ClueLink['kind']> = {
  finding: { zh: '疑点', en: 'finding' },
  complaint: { zh: '举报投诉', en: 'complaint' },
  alert: { zh: '预警', en: 'alert' },
  inspection: { zh: '检查', en: 'inspection' },
  case: { zh: '案件', en: 'case' },
  encounter: { zh: '就诊', en: 'encounter' },
  settlement: { zh: '结算', en: 'settlement' },
};
export const clueWords = { states, actions, sources, objects, links } as const;

export const clueMessages = {
  'clue.extended': sentence(
    () => '线索核查只能延期一次',
    () => 'it was extended already',
  ),
  'clue.notGrounded': sentence(
    () => '核查没有认定违法违规事实，不能提请立案',
    () => 'no violation was verified: it cannot be filed',
  ),
  'clue.noText': sentence(
    () => '请写明线索的对象和内容',
    () => 'say whom and what the clue is about',
  ),
  'clue.unknownProvider': sentence<{ no: string }>(
    ({ no }) => `没有编号为 ${no} 的机构`,
    ({ no }) => `no institution ${no}`,
  ),
} as const;
