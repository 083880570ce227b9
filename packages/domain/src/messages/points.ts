import { sentence } from '../messages.ts';
import type { DecisionKind, Responsibility } from '../points/points.ts';
import type { PractitionerKind } from '../points/practitioner.ts';
import type { Standing } from '../points/standing.ts';
import type { PointAction, PointCondition, PointState } from '../points/steps.ts';
import { formatDay } from '../time.ts';
import { termActions } from './term.ts';

type Words<K extends string> = Readonly<Record<K, { zh: string; en: string }>>;

const states: Words<PointState> = {
  proposed: { zh: '拟记分', en: 'proposed' },
  notified: { zh: '已告知，异议期内', en: 'told, may be objected to' },
  appealed: { zh: '异议处理中', en: 'objected to' },
  effective: { zh: '已生效', en: 'effective' },
  revoked: { zh: '已撤销', en: 'revoked' },
};
const actions: Words<PointAction> = {
  notify: { zh: '审定并告知', en: 'approve and tell the person' },
  drop: { zh: '放弃拟记分', en: 'drop the proposal' },
  accept: { zh: '认可', en: 'accept' },
  appeal: { zh: '提出异议', en: 'object' },
  lapse: { zh: '异议期满生效', en: 'take effect, the term being over' },
  maintain: { zh: '异议不成立，维持', en: 'maintain' },
  change: { zh: '异议部分成立，改记', en: 'change the points' },
  revoke: { zh: '撤销记分', en: 'revoke' },
  repair: { zh: '修复', en: 'repair' },
  fall: { zh: '依据的决定不再成立，撤销', en: 'fall with the decision' },
};
const responsibilities: Words<Responsibility> = {
  general: { zh: '一般责任', en: 'general' },
  important: { zh: '重要责任', en: 'important' },
  main: { zh: '主要责任', en: 'main' },
};
const decisions: Words<DecisionKind> = {
  finding: { zh: '疑点终审认定', en: 'finding decided against the institution' },
  enforcement: { zh: '行政处罚', en: 'enforcement case' },
  agreement: { zh: '协议处理', en: 'measure under the agreement' },
};
const kinds: Words<PractitionerKind> = {
  doctor: { zh: '医师', en: 'doctor' },
  pharmacist: { zh: '药师', en: 'pharmacist' },
  nurse: { zh: '护士', en: 'nurse' },
  technician: { zh: '医技人员', en: 'technician' },
  feeAuditor: { zh: '费用审核、结算人员', en: 'fee auditor' },
  pharmacyHead: { zh: '药店主要负责人', en: 'head of a pharmacy' },
};
const standings: Words<Standing> = {
  normal: { zh: '正常', en: 'in order' },
  suspended: { zh: '暂停', en: 'suspended' },
  ended: { zh: '终止', en: 'ended' },
};
export const pointWords = { states, actions: { ...actions, ...termActions }, responsibilities, decisions, kinds, standings } as const;

const conditions: Words<PointCondition> = {
  decisionStands: { zh: '没有对该机构生效的处理决定，不能记分', en: 'no decision against the institution stands' },
  decisionFell: { zh: '依据的决定仍然成立', en: 'the decision still stands' },
  anotherPerson: { zh: '提出记分的人不能自己审定', en: 'who proposed may not decide' },
  inTime: { zh: '异议期已过', en: 'the term for objections is over' },
  termOver: { zh: '异议期未满', en: 'the term for objections still runs' },
  withinBand: { zh: '改记的分值须与原来不同，并在该行为的分值档内', en: 'other points are needed, within the band of the behaviour' },
  repairable: {
    zh: '修复的分值超过剩余分值或全年上限，或资格已终止',
    en: 'more than is left or than a year allows, or the right has ended',
  },
};

export const pointMessages = {
  'points.condition': sentence<{ condition: PointCondition }>(
    ({ condition }) => conditions[condition].zh,
    ({ condition }) => conditions[condition].en,
  ),
  'points.no-step': sentence<{ state: PointState; action: PointAction }>(
    ({ state, action }) => `“${states[state].zh}”时不能“${actions[action].zh}”`,
    ({ state, action }) => `cannot ${actions[action].en} while ${states[state].en}`,
  ),
  'points.unknown': sentence<{ id: string }>(
    ({ id }) => `没有编号为 ${id} 的记分`,
    ({ id }) => `no points ${id}`,
  ),
  'points.why': sentence(
    () => '请写明理由或意见',
    () => 'say why',
  ),
  'points.missing': sentence<{ what: string }>(
    ({ what }) => `请填写${what}`,
    ({ what }) => `${what} is missing`,
  ),
  'points.no-practitioner': sentence<{ id: string }>(
    ({ id }) => `${id} 没有登记备案，请先登记`,
    ({ id }) => `${id} is not registered`,
  ),
  'points.not-of-provider': sentence<{ id: string; provider: string }>(
    ({ id, provider }) => `${id} 没有登记在机构 ${provider}`,
    ({ id, provider }) => `${id} is not registered at ${provider}`,
  ),
  'points.no-behaviour': sentence<{ code: string }>(
    ({ code }) => `记分标准中没有当日有效的行为 ${code}`,
    ({ code }) => `no behaviour ${code} on that day`,
  ),
  'points.no-decision': sentence<{ ref: string }>(
    ({ ref }) => `没有找到对该机构生效的决定 ${ref}：须在疑点终审（或机构认可）之后，或案件决定之后记分`,
    ({ ref }) => `no decision ${ref} against the institution stands`,
  ),
  'points.too-early': sentence<{ from: number }>(
    ({ from }) => `${formatDay(from)} 之前的行为不记分`,
    ({ from }) => `behaviour before ${formatDay(from)} gets no points`,
  ),
  'points.twice': sentence<{ id: string }>(
    ({ id }) => `同一决定、同一行为已给该人员记分（${id}）`,
    ({ id }) => `the same decision and behaviour already gave points (${id})`,
  ),
  'points.same-conduct': sentence<{ id: string; points: number }>(
    ({ id, points }) => `同一行为已给该人员记 ${points} 分（${id}），同一行为只按最高分记一次`,
    ({ id, points }) => `the same conduct already gave ${points} points (${id}); it counts once, with its highest`,
  ),
  'points.other-article': sentence<{ code: string; article: string; decided: string }>(
    ({ code, article, decided }) => `行为 ${code} 适用《条例》第 ${article} 条的处罚，该案是按第 ${decided} 条处罚的`,
    ({ code, article, decided }) => `behaviour ${code} is of article ${article}, the case was decided under ${decided}`,
  ),
  'points.days': sentence(
    () => '行为日期不能晚于决定日期，决定日期不能晚于今天',
    () => 'the behaviour comes before the decision, the decision not after today',
  ),
  'points.registered': sentence<{ id: string }>(
    ({ id }) => `${id} 已经登记备案`,
    ({ id }) => `${id} is registered already`,
  ),
  'points.not-ended': sentence(
    () => '支付资格没有终止，不需要重新登记',
    () => 'the right has not ended',
  ),
  'points.too-soon': sentence<{ from: number }>(
    ({ from }) => `${formatDay(from)} 起才可以重新登记备案`,
    ({ from }) => `may be registered anew from ${formatDay(from)}`,
  ),
  'points.table': sentence<{ line: number }>(
    ({ line }) => `记分标准第 ${line} 行：编码不能为空或重复，分值须是 1 至 12 的整数，且 一般 ≤ 重要 ≤ 主要`,
    ({ line }) => `row ${line} of the table: code missing or twice, or points out of order`,
  ),
} as const;
