/** Words and sentences of alerts. */
import type { UnaskedReason } from '../alert/judge.ts';
import type { CloseReason, StoryAction, StoryCondition, StoryState } from '../alert/steps.ts';
import { sentence } from '../messages.ts';

type Words<K extends string> = Readonly<Record<K, { zh: string; en: string }>>;

const states: Words<StoryState> = {
  raised: { zh: '待分派', en: 'raised' },
  assigned: { zh: '已分派', en: 'assigned' },
  looking: { zh: '核查中', en: 'being looked at' },
  clue: { zh: '已转线索', en: 'a clue' },
  inspection: { zh: '已转检查', en: 'an inspection' },
  closed: { zh: '已了结', en: 'closed' },
};
const actions: Words<StoryAction> = {
  assign: { zh: '分派', en: 'assign' },
  look: { zh: '开始核查', en: 'look at it' },
  clue: { zh: '转为线索', en: 'make it a clue' },
  inspect: { zh: '转为检查', en: 'make it an inspection' },
  close: { zh: '了结', en: 'close' },
  reopen: { zh: '重新核查', en: 'open again' },
};
const reasons: Words<CloseReason> = {
  corrected: { zh: '情况属实，机构已改正', en: 'true, and put right' },
  explained: { zh: '有正当原因', en: 'a good reason' },
  policy: { zh: '政策调整所致', en: 'caused by a change of policy' },
  data: { zh: '数据有误', en: 'the data were wrong' },
  duplicate: { zh: '与另一件重复', en: 'the same as another' },
};
const monitors: Words<'services' | 'pharmacy' | 'items' | 'persons' | 'links'> = {
  services: { zh: '医疗服务', en: 'Services' },
  pharmacy: { zh: '慢病与药店', en: 'Chronic disease and pharmacies' },
  items: { zh: '项目与重点药品', en: 'Items and key drugs' },
  persons: { zh: '参保人信用', en: 'Insured people' },
  links: { zh: '关联团伙', en: 'Links' },
};
const subjects: Words<'provider' | 'person' | 'practitioner' | 'item'> = {
  provider: { zh: '机构', en: 'institution' },
  person: { zh: '参保人', en: 'insured person' },
  practitioner: { zh: '医师', en: 'practitioner' },
  item: { zh: '项目', en: 'item' },
};
const unasked: Words<UnaskedReason> = {
  missing: { zh: '数据缺失', en: 'an input is missing' },
  noBaseline: { zh: '历史不足', en: 'too little history' },
  merged: { zh: '机构在对照期里合并或换了编号', en: 'the institution was merged or renumbered within the time compared with' },
  zeroBaseline: { zh: '基期为零或过小', en: 'the period compared with has nothing or too little' },
  fewPeers: { zh: '同类太少', en: 'too few peers' },
};
const conditions: Words<StoryCondition> = {
  ownWork: { zh: '只有承办人或科室负责人可以办理', en: 'only whom it is assigned to, or the head, may do this' },
};
export const alertWords = { states, actions, reasons, monitors, subjects, unasked } as const;

export const alertMessages = {
  'alert.unknown': sentence<{ id: string }>(
    ({ id }) => `没有编号为 ${id} 的预警`,
    ({ id }) => `there is no alert ${id}`,
  ),
  'alert.no-step': sentence<{ state: StoryState; action: StoryAction }>(
    ({ state, action }) => `“${states[state].zh}”时不能“${actions[action].zh}”`,
    ({ state, action }) => `it is ${states[state].en}: «${actions[action].en}» is not possible`,
  ),
  'alert.condition': sentence<{ condition: StoryCondition }>(
    ({ condition }) => conditions[condition].zh,
    ({ condition }) => conditions[condition].en,
  ),
  'alert.why': sentence(
    () => '请写明理由',
    () => 'a reason is needed',
  ),
  'alert.missing': sentence<{ what: string }>(
    ({ what }) => `缺少${what}`,
    ({ what }) => `«${what}» is missing`,
  ),
  'alert.no-data': sentence(
    () => '还没有导入结算数据',
    () => 'no claims have been imported',
  ),
  'alert.parameter': sentence<{ name: string; value: string }>(
    ({ name, value }) => `阈值 ${name} 不能设为 ${value}`,
    ({ name, value }) => `the threshold ${name} cannot be ${value}`,
  ),
  'alert.not-tried': sentence(
    () => '请先用这组阈值在过去一年的数据上试算，再启用',
    () => 'try these thresholds on the past year before they are put into force',
  ),
};
