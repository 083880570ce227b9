import { dayOfDate } from '../../time.ts';
import type { RuleSetChanges } from './read-rule-set.ts';

/** Variants of other years and divisions, each as what it changes of a national set. Sources: forms and notices that bodies published. */
export const variantRuleSets: readonly RuleSetChanges[] = [
  {
    id: 'forms-2016',
    title: '2016—2019年自评表式（定性 80%、50%）',
    fromDay: dayOfDate(2016, 1, 1),
    toDay: dayOfDate(2019, 12, 31),
    qualitative: { achieved: { from: 0.8, to: 1 }, partly: { from: 0.5, to: 0.8 }, missed: { from: 0, to: 0.5 } },
  },
  { id: 'hubei', title: '湖北（预算执行率 20 分）', region: '420000', executionWeight: 20 },
  {
    id: 'wuzhou',
    title: '梧州（一等至四等）',
    region: '450400',
    grades: [
      { grade: '一等', from: 90 },
      { grade: '二等', from: 80 },
      { grade: '三等', from: 60 },
      { grade: '四等', from: 0 },
    ],
  },
  {
    id: 'chongqing',
    title: '重庆（没有满意度指标的 60、30）',
    region: '500000',
    tiers: [
      { output: 50, effect: 30, satisfaction: 10 },
      { output: 60, effect: 30 },
      { cost: 20, output: 40, effect: 20, satisfaction: 10 },
    ],
  },
];
