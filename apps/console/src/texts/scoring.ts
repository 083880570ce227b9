import type { MarkedTier } from '@hengjian/domain';
import type { Text } from './text.ts';

export const scoring = {
  view: ['试算得分', 'What if'],
  about: [
    '改实际完成值或指标值、换评分办法，看得分怎样变；不测算，不保存，也不改动自评。',
    'Change actuals or targets, compare rule sets: nothing is measured, nothing is kept.',
  ],
  rules: ['评分办法', 'Rules of scoring'],
  ownRules: ['评分办法…', 'Rules…'],
  indicator: ['指标', 'Indicator'],
  target: ['指标值', 'Target'],
  actual: ['实际完成', 'Actual'],
  weight: ['权重', 'Weight'],
  reset: ['恢复原值', 'Reset'],
  changed: ['改了 {n} 处', '{n} changed'],
  total: ['{as} → {if}', '{as} → {if}'],
  onlyDiffering: ['只看得分有变化的', 'Only rows whose score differs'],
  noRun: ['还没有测算，先测算再试算', 'Measure first'],
  newRules: ['新的评分办法', 'New rules'],
  edit: ['修改', 'Edit'],
  end: ['停用', 'End'],
  id: ['编号', 'Id'],
  title: ['名称', 'Title'],
  base: ['以哪个办法为底', 'Based on'],
  executionWeight: ['预算执行率分值', 'Marks of execution'],
  passMark: ['及格线（%，空着按底本）', 'Pass mark (%)'],
  farAbove: ['超过目标多少提示（%）', 'Far above target (%)'],
  steps: ['预算执行率分档（每行：执行率% 得分%）', 'Steps of execution (a line: ratio% part%)'],
  satisfactionSteps: ['满意度分档（每行：满意度% 得分%）', 'Steps of satisfaction (a line: share% part%)'],
  grades: ['等次（每行：名称 起点分）', 'Grades (a line: name from)'],
  partly: ['部分达成的得分区间（%，如 50 80）', 'Bounds of "partly" (%)'],
  region: ['适用区划（空着为各地）', 'Division (empty: everywhere)'],
  fromYear: ['从哪个年度起', 'From year'],
  toYear: ['到哪个年度止', 'To year'],
  tiers: ['一级指标的权重（每行一种情形）', 'Marks of the tiers (a case a line)'],
  tiersExample: ['产出 50 效益 30 满意度 10\n产出 50 效益 40', '产出 50 效益 30 满意度 10\n产出 50 效益 40'],
  counts: ['本年度采用', 'counts this year'],
  national: ['内置', 'shipped'],
  lineBad: ['“{line}”看不懂，请照格式写', 'cannot read "{line}"'],
  gradesExample: ['优秀 90\n良好 80\n合格 60\n不合格 0', '优秀 90\n良好 80\n合格 60\n不合格 0'],
} as const satisfies Record<string, Text>;

/** As people write the tiers of an indicator table. */
export const tierWords: Readonly<Record<string, MarkedTier>> = { 成本: 'cost', 产出: 'output', 效益: 'effect', 满意度: 'satisfaction' };
