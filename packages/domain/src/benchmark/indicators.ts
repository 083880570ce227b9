/** 机构对标与医疗质量: what institutions of a kind are compared by. One stay gives Y and X; the store has the columns named here. */
import type { Words } from '../messages.ts';
import type { GuidelineItemName } from './guideline-items.ts';

/** Columns of a stay as the store prepares them; readmission, death and infection are 0, 1 or not known. */
export type StayColumn =
  | 'costFen'
  | 'days'
  | 'selfPaidFen'
  | 'drugFen'
  | 'consumableFen'
  | 'examFen'
  | 'labFen'
  | 'fundFen'
  | 'readmitted7'
  | 'readmitted14'
  | 'readmitted30'
  | 'readmitted31'
  | 'transferred'
  | 'died'
  | 'lowRiskDied'
  | 'infected'
  | GuidelineItemName;

export interface StayIndicator extends Words {
  readonly group: 'efficiency' | 'quality';
  readonly unit: 'fen' | 'days' | 'share' | 'index';
  readonly y: StayColumn;
  /** one: a mean or rate; cost: a share of cost; expected: beside what stays of the same diagnosis, age, sex and severity have with the peers. */
  readonly over: 'one' | 'cost' | 'expected';
  /** Which side asks for a look. */
  readonly worse: 'high' | 'low' | 'both';
  /** Institutions may not record it at all: they are shown as such. */
  readonly unrecorded?: true;
}
const i = (
  group: StayIndicator['group'],
  zh: string,
  en: string,
  unit: StayIndicator['unit'],
  y: StayColumn,
  over: StayIndicator['over'],
  worse: StayIndicator['worse'] = 'high',
): StayIndicator => ({ group, zh, en, unit, y, over, worse });

// biome-ignore format: a table
export const stayIndicators = {
  cost: i('efficiency', '次均住院费用', 'cost per stay', 'fen', 'costFen', 'one'),
  costIndex: i('efficiency', '费用消耗指数（按病种、年龄、性别、合并症调整）', 'cost index (adjusted)', 'index', 'costFen', 'expected'),
  days: i('efficiency', '平均住院日', 'days per stay', 'days', 'days', 'one', 'both'),
  daysIndex: i('efficiency', '时间消耗指数（按病种、年龄、性别、合并症调整）', 'days index (adjusted)', 'index', 'days', 'expected', 'both'),
  selfPaid: i('efficiency', '自费率（政策范围外）', 'share out of scope', 'share', 'selfPaidFen', 'cost'),
  drug: i('efficiency', '药占比', 'drug share', 'share', 'drugFen', 'cost'),
  consumable: i('efficiency', '耗占比', 'consumable share', 'share', 'consumableFen', 'cost'),
  exam: i('efficiency', '检查占比', 'examination share', 'share', 'examFen', 'cost'),
  lab: i('efficiency', '检验占比', 'laboratory share', 'share', 'labFen', 'cost'),
  fund: i('efficiency', '次均基金支付', 'fund per stay', 'fen', 'fundFen', 'one'),
  readmitted7: i('quality', '7 日再住院率', 'readmitted within 7 days', 'share', 'readmitted7', 'one'),
  readmitted14: i('quality', '14 日再住院率', 'readmitted within 14 days', 'share', 'readmitted14', 'one'),
  readmitted30: i('quality', '30 日再住院率', 'readmitted within 30 days', 'share', 'readmitted30', 'one'),
  readmitted31: i('quality', '31 日再住院率', 'readmitted within 31 days', 'share', 'readmitted31', 'one'),
  readmittedIndex: i('quality', '31 日再住院（实际/预期）', 'readmission, observed/expected', 'index', 'readmitted31', 'expected'),
  transferred: i('quality', '转院率', 'transferred', 'share', 'transferred', 'one'),
  died: i('quality', '住院死亡率', 'died', 'share', 'died', 'one'),
  diedIndex: i('quality', '住院死亡（实际/预期）', 'deaths, observed/expected', 'index', 'died', 'expected'),
  lowRiskDied: i('quality', '低风险病种死亡率', 'deaths in low-risk diagnoses', 'share', 'lowRiskDied', 'one'),
  infected: { ...i('quality', '诊疗相关感染率（有记录的）', 'infections of care, where recorded', 'share', 'infected', 'one'), unrecorded: true },
  hba1c: i('quality', '糖尿病住院：查糖化血红蛋白', 'diabetes: HbA1c measured', 'share', 'hba1c', 'one', 'low'),
  infarctionAspirin: i('quality', '急性心肌梗死：用抗血小板药', 'infarction: antiplatelet given', 'share', 'infarctionAspirin', 'one', 'low'),
  strokeAntiplatelet: i('quality', '脑梗死：用抗栓药', 'stroke: antithrombotic given', 'share', 'strokeAntiplatelet', 'one', 'low'),
  prophylaxis: i('quality', 'Ⅱ、Ⅲ类切口：术前用抗菌药', 'class II–III incision: antibacterial before', 'share', 'prophylaxis', 'one', 'low'),
  cleanAntibiotic: i('quality', 'Ⅰ类切口：使用抗菌药', 'class I incision: antibacterial used', 'share', 'cleanAntibiotic', 'one'),
} as const satisfies Record<string, StayIndicator>;
export type StayIndicatorName = keyof typeof stayIndicators;
