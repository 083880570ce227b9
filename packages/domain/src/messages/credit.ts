import type { CreditFact } from '../credit/scheme.ts';
import type { CreditAction, CreditCondition, CreditState } from '../credit/steps.ts';
import type { DishonestyLevel, SupplierCase } from '../credit/supplier.ts';
import { sentence } from '../messages.ts';
import { termActions } from './term.ts';

type Words<K extends string> = Readonly<Record<K, { zh: string; en: string }>>;

const states: Words<CreditState> = {
  draft: { zh: '已测算', en: 'worked out' },
  published: { zh: '公示中', en: 'public' },
  objected: { zh: '异议处理中', en: 'objected to' },
  effective: { zh: '已生效', en: 'in force' },
  dropped: { zh: '已作废', en: 'dropped' },
};
const actions: Words<CreditAction> = {
  publish: { zh: '审定并公示', en: 'approve and make public' },
  drop: { zh: '作废', en: 'drop' },
  object: { zh: '提出异议', en: 'object' },
  appeal: { zh: '登记本人申诉、更正申请', en: 'take down the person’s appeal' },
  lapse: { zh: '公示期满生效', en: 'take effect, the term being over' },
  maintain: { zh: '异议不成立，维持', en: 'maintain' },
  redo: { zh: '异议成立，按更正后的记录重算', en: 'work out again from corrected records' },
  repair: { zh: '信用修复', en: 'repair' },
};
const facts: Words<CreditFact> = {
  upheldFen: { zh: '认定违规基金（元）', en: 'upheld, yuan' },
  upheldCount: { zh: '认定违规条数', en: 'findings upheld' },
  upheldShare: { zh: '认定违规占结算基金（万分之）', en: 'upheld of ten thousand settled' },
  selfReturnedFen: { zh: '自查退回（元）', en: 'returned by itself, yuan' },
  punishedCount: { zh: '行政处罚次数', en: 'penalties' },
  fraudCount: { zh: '欺诈骗保处罚次数', en: 'penalties for fraud' },
  agreementCount: { zh: '协议处理次数', en: 'measures under the agreement' },
  staffPoints: { zh: '人员记分', en: 'points of staff' },
  stoppedStaffCount: { zh: '暂停、终止人员数', en: 'stopped staff' },
  dataQualityCount: { zh: '数据质量问题条数', en: 'data-quality findings' },
  complaintCount: { zh: '查实举报投诉件数', en: 'complaints found true' },
  purchasingCount: { zh: '集采履约问题次数', en: 'purchasing not fulfilled' },
  meritCount: { zh: '表彰等加分事项', en: 'merits' },
  busyDayCount: { zh: '就诊购药过多的天数', en: 'days with too many visits' },
  manyPlacesCount: { zh: '去机构过多的月数', en: 'months with too many institutions' },
  overlapCount: { zh: '同一小时两地就诊次数', en: 'hours in two places' },
  stockCount: { zh: '购药远超日历天数', en: 'drugs far beyond the days' },
  companyCount: { zh: '所属卡群个数', en: 'groups of cards' },
  decidedCount: { zh: '本人行为认定违规条数', en: 'own conduct found against' },
};
const cases: Words<SupplierCase> = {
  bribery: { zh: '商业贿赂', en: 'bribery' },
  tax: { zh: '涉税违法', en: 'tax offence' },
  monopoly: { zh: '价格垄断', en: 'price monopoly' },
  price: { zh: '价格违法', en: 'price offence' },
  resistance: { zh: '抗拒监管', en: 'resisting supervision' },
  bidding: { zh: '违规竞标', en: 'bidding offence' },
  promise: { zh: '违反承诺', en: 'broken promise' },
};
const levels: Words<DishonestyLevel> = {
  dishonest: { zh: '失信', en: 'dishonest' },
  serious: { zh: '严重失信', en: 'seriously dishonest' },
  gravest: { zh: '特别严重失信', en: 'gravest' },
};
export const creditWords = { states, actions: { ...actions, ...termActions }, facts, cases, levels } as const;

const conditions: Words<CreditCondition> = {
  anotherPerson: { zh: '测算的人不能自己审定', en: 'who worked it out may not decide' },
  inTime: { zh: '公示期已过', en: 'the term is over' },
  termOver: { zh: '公示期未满', en: 'the term still runs' },
  ofPerson: { zh: '只用于参保人的评价；机构用“提出异议”', en: 'of insured people only' },
  withinRepair: { zh: '修复的分值超过方案的上限', en: 'more than the scheme lets be repaired' },
};

export const creditMessages = {
  'credit.condition': sentence<{ condition: CreditCondition }>(
    ({ condition }) => conditions[condition].zh,
    ({ condition }) => conditions[condition].en,
  ),
  'credit.no-step': sentence<{ state: CreditState; action: CreditAction }>(
    ({ state, action }) => `“${states[state].zh}”时不能“${actions[action].zh}”`,
    ({ state, action }) => `cannot ${actions[action].en} while ${states[state].en}`,
  ),
  'credit.unknown': sentence<{ id: string }>(
    ({ id }) => `没有编号为 ${id} 的信用评价`,
    ({ id }) => `no rating ${id}`,
  ),
  'credit.why': sentence(
    () => '请写明理由或意见',
    () => 'say why',
  ),
  'credit.no-scheme': sentence<{ id: string }>(
    ({ id }) => `没有编号为 ${id} 的评价方案`,
    ({ id }) => `no scheme ${id}`,
  ),
  'credit.scheme': sentence<{ fault: string }>(
    ({ fault }) => `评价方案有误——${fault}`,
    ({ fault }) => `the scheme cannot be used: ${fault}`,
  ),
  'credit.scheme-version': sentence<{ version: number }>(
    ({ version }) => `没有第 ${version} 号方案草稿，或者它已经启用`,
    ({ version }) => `no draft ${version}, or it is in force already`,
  ),
  'credit.scheme-own': sentence(
    () => '拟定方案的人不能自己启用，请另一位负责人办理',
    () => 'who wrote a scheme does not put it in force: another person does',
  ),
  'credit.scheme-past': sentence(
    () => '启用日期不能早于今天：已经作出的评价不因新方案改变',
    () => 'a scheme begins today at the earliest: ratings that were made stay',
  ),
  'credit.period': sentence(
    () => '评价期间的起日不能晚于止日，止日不能晚于今天',
    () => 'the period ends after it begins and not after today',
  ),
  'credit.rated': sentence<{ id: string }>(
    ({ id }) => `同一方案、同一期间已经评价（${id}）`,
    ({ id }) => `rated already by this scheme for this period (${id})`,
  ),
} as const;
