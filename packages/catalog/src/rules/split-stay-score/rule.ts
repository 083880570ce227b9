import {
  add,
  and,
  choose,
  coalesce,
  deepFreeze,
  type Expression,
  eq,
  field,
  fold,
  ge,
  inList,
  le,
  literal,
  multiply,
  not,
  param,
  prefix,
  startsWithAny,
  subtract,
} from '@hengjian/language';
import { plannedStays, rule } from '../../fragments.ts';

const gap = subtract(field('begunDay'), fold('ended'));
/** What is unknown earns nothing. */
const points = (when: Expression, earned: number, otherwise: Expression = literal(0)) => choose(coalesce(when, false), earned, otherwise);
/** An unknown interval decides nothing. */
const closeness = choose(le(gap, 3), 30, choose(le(gap, 7), 20, 10));
const disease = points(
  eq(prefix(field('mainDiagnosis'), 3), prefix(fold('diagnosis'), 3)),
  25,
  points(eq(prefix(field('mainDiagnosis'), 1), prefix(fold('diagnosis'), 1)), 10),
);
const department = points(eq(field('department'), fold('department')), 15);
const doctor = points(eq(field('practitioner'), fold('doctor')), 15);
const within = (a: Expression, b: Expression) => le(multiply(subtract(a, b), 5), a);
const cost = points(and(within(field('totalFen'), fold('cost')), within(fold('cost'), field('totalFen'))), 15);
const score = [closeness, disease, department, doctor, cost].reduce((all, next) => add(all, next));

export default deepFreeze(
  rule({
    id: 'split-stay-score',
    code: 'DF-08',
    title: { zh: '分解住院(模型)', en: 'Stay split in two (score)' },
    category: '扩展/行为主体监管类',
    certainty: 'statistic',
    grain: 'encounter',
    basis: [{ document: '医疗保障基金使用监督管理条例(国务院令第735号)', article: '第三十八条第(一)项' }],
    reads: 'encounter',
    on: coalesce(field('begunDay'), field('settledDay')),
    parameters: {
      maxGapDays: {
        type: 'int',
        title: { zh: '出院后多少天内再入院', en: 'Days from discharge to readmission' },
        unit: '天',
        standard: 15,
      },
      minScore: { type: 'int', title: { zh: '评分达到', en: 'Score from which it counts' }, unit: '分', standard: 70 },
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
          diagnosis: { fold: 'previous', args: [coalesce(field('mainDiagnosis'), ''), literal('')] },
          department: { fold: 'previous', args: [coalesce(field('department'), ''), literal('')] },
          doctor: { fold: 'previous', args: [coalesce(field('practitioner'), 0), literal(0)] },
          cost: { fold: 'previous', args: [coalesce(field('totalFen'), 0), literal(0)] },
          way: { fold: 'previous', args: [coalesce(field('dischargeWay'), ''), literal('')] },
        },
      },
      when: and(
        ge(gap, 0),
        le(gap, param('maxGapDays')),
        // 2 医嘱转院, 3 医嘱转社区卫生服务机构或乡镇卫生院, 5 死亡
        not(inList(fold('way'), '2', '3', '5')),
        ge(score, param('minScore')),
      ),
    },
    money: { kind: 'none' },
    facts: {
      points: { value: score, form: 'int' },
      minScore: { value: param('minScore'), form: 'int' },
      gap: { value: gap, form: 'int' },
      closeness: { value: closeness, form: 'int' },
      sameDisease: { value: disease, form: 'int' },
      sameDepartment: { value: department, form: 'int' },
      sameDoctor: { value: doctor, form: 'int' },
      similarCost: { value: cost, form: 'int' },
    },
    explain: {
      zh: '本院上次出院 {gap} 天后再入院,分解住院评分 {points}(阈值 {minScore}):间隔 {closeness},诊断相近 {sameDisease},同科室 {sameDepartment},同医师 {sameDoctor},费用相近 {similarCost}。',
      en: 'Readmitted {gap} days after a discharge from the same institution; score {points} (from {minScore}): interval {closeness}, diagnosis {sameDisease}, department {sameDepartment}, doctor {sameDoctor}, cost {similarCost}.',
    },
  }),
);
