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
  le,
  literal,
  multiply,
  not,
  param,
  prefix,
  subtract,
} from '@hengjian/language';
import { plannedStays, regulation, rule } from '../../fragments.ts';
import { daysSinceDischarge, plannedCycle, readmittedWithin, sentOnOrDied, stayDay, staysInOrder } from '../../stays.ts';

const gap = daysSinceDischarge;
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
    title: { zh: '分解住院（模型）', en: 'Stay split in two (score)' },
    category: '扩展/行为主体监管类',
    certainty: 'statistic',
    grain: 'encounter',
    basis: [regulation('第三十八条第（一）项')],
    reads: 'encounter',
    on: stayDay,
    parameters: {
      maxGapDays: readmittedWithin(15),
      minScore: { type: 'int', title: { zh: '评分达到', en: 'Score from which it counts' }, unit: '分', standard: 70 },
      plannedDiagnoses: plannedStays,
    },
    where: eq(field('setting'), 'inpatient'),
    exemptions: [plannedCycle()],
    key: [field('encounter')],
    shape: {
      kind: 'sequence',
      stream: staysInOrder({
        diagnosis: { fold: 'previous', args: [coalesce(field('mainDiagnosis'), ''), literal('')] },
        department: { fold: 'previous', args: [coalesce(field('department'), ''), literal('')] },
        doctor: { fold: 'previous', args: [coalesce(field('practitioner'), 0), literal(0)] },
        cost: { fold: 'previous', args: [coalesce(field('totalFen'), 0), literal(0)] },
      }),
      when: and(ge(gap, 0), le(gap, param('maxGapDays')), not(sentOnOrDied(fold('way'))), ge(score, param('minScore'))),
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
      zh: '本院上次出院 {gap} 天后再入院，分解住院评分 {points}（阈值 {minScore}）：间隔 {closeness}，诊断相近 {sameDisease}，同科室 {sameDepartment}，同医师 {sameDoctor}，费用相近 {similarCost}。',
      en: 'Readmitted {gap} days after a discharge from the same institution; score {points} (from {minScore}): interval {closeness}, diagnosis {sameDisease}, department {sameDepartment}, doctor {sameDoctor}, cost {similarCost}.',
    },
  }),
);
