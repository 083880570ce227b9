import {
  and,
  coalesce,
  deepFreeze,
  eq,
  field,
  fold,
  ge,
  inList,
  le,
  literal,
  not,
  param,
  prefix,
  startsWithAny,
  subtract,
} from '@hengjian/language';
import { plannedStays, rule } from '../../fragments.ts';

const gap = subtract(field('begunDay'), fold('ended'));
/** dscg_way 2 医嘱转院, 3 医嘱转社区卫生服务机构或乡镇卫生院, 5 死亡. */
const transferOrDeath = ['2', '3', '5'];

export default deepFreeze(
  rule({
    id: 'split-stay',
    code: 'GZ10000204001000',
    title: { zh: '分解住院', en: 'Stay split in two' },
    category: '管理类/行为主体监管类',
    certainty: 'suspect',
    grain: 'encounter',
    basis: [
      { document: '医疗保障基金智能监管规则库(2025年版)', article: '分解住院' },
      { document: '医疗保障基金使用监督管理条例(国务院令第735号)', article: '第三十八条第(一)项' },
    ],
    reads: 'encounter',
    on: coalesce(field('begunDay'), field('settledDay')),
    parameters: {
      maxGapDays: {
        type: 'int',
        title: { zh: '出院后多少天内再入院', en: 'Days from discharge to readmission' },
        unit: '天',
        standard: 15,
      },
      plannedDiagnoses: plannedStays,
    },
    where: eq(field('setting'), 'inpatient'),
    exemptions: [
      {
        id: 'planned-cycle',
        title: { zh: '计划性周期治疗(放化疗、透析)', en: 'Planned cycles of treatment' },
        acts: 'population',
        when: startsWithAny(field('mainDiagnosis'), param('plannedDiagnoses')),
      },
    ],
    key: [field('encounter')],
    shape: {
      kind: 'sequence',
      stream: {
        key: [field('person'), field('provider')],
        order: field('begunAt'),
        folds: {
          ended: { fold: 'previous', args: [field('endedDay'), literal(-1_000_000)] },
          diagnosis: { fold: 'previous', args: [prefix(field('mainDiagnosis'), 3), literal('')] },
          way: { fold: 'previous', args: [field('dischargeWay'), literal('')] },
        },
      },
      when: and(
        ge(gap, 0),
        le(gap, param('maxGapDays')),
        eq(prefix(field('mainDiagnosis'), 3), fold('diagnosis')),
        not(inList(fold('way'), ...transferOrDeath)),
      ),
    },
    facts: {
      ended: { value: fold('ended'), form: 'day' },
      begun: { value: field('begunDay'), form: 'day' },
      gap: { value: gap, form: 'int' },
      maxGapDays: { value: param('maxGapDays'), form: 'int' },
      diagnosis: { value: field('mainDiagnosis'), form: 'text' },
    },
    explain: {
      zh: '上次住院 {ended} 出院,{gap} 天后({begun})因同类主要诊断({diagnosis})再次入住同一机构,间隔未超过 {maxGapDays} 天。',
      en: 'Discharged on {ended}, readmitted {gap} days later ({begun}) to the same institution for the same kind of diagnosis ({diagnosis}); the interval is within {maxGapDays} days.',
    },
  }),
);
