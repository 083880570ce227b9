import {
  and,
  choose,
  deepFreeze,
  doseIn,
  type Expression,
  field,
  gt,
  isNull,
  literal,
  multiply,
  not,
  or,
  param,
  timesADay,
} from '@hengjian/language';
import { ageOutside, nationalBasis, rule } from '../../fragments.ts';

const dose = doseIn(field('singleDose'), param('doseUnit'));
/** Dose and times are both in ten-thousandths. */
const daily = multiply(dose, timesADay(field('frequency')));
/** A row without that limit asks nothing of it. */
const above = (limit: string, exceeds: Expression): Expression => choose(isNull(param(limit)), literal(false), exceeds);

export default deepFreeze(
  rule({
    id: 'drug-dose',
    code: 'GZ10000301005000',
    title: { zh: '超说明书用量开药', en: 'Dose above the label' },
    category: '医疗类/药品合理使用类',
    certainty: 'suspect',
    basis: [nationalBasis('超说明书用量开药'), { document: '处方管理办法（卫生部令第53号）', article: '第六条第（九）项' }],
    knowledge: { by: 'item', role: 'code', mode: 'each' },
    knowledgeParams: ['maxSingleDose', 'maxDailyDose', 'doseUnit', 'minAge', 'maxAge', 'unit'],
    // a row for an age concerns that age alone
    where: choose(and(isNull(param('minAge')), isNull(param('maxAge'))), literal(true), not(ageOutside())),
    shape: {
      kind: 'row',
      when: or(
        above('maxSingleDose', gt(dose, param('maxSingleDose'))),
        above('maxDailyDose', gt(daily, multiply(param('maxDailyDose'), 10_000))),
      ),
    },
    facts: {
      dose: { value: field('singleDose'), form: 'text' },
      frequency: { value: field('frequency'), form: 'text' },
      maxSingle: { value: param('maxSingleDose'), form: 'quantity' },
      maxDaily: { value: param('maxDailyDose'), form: 'quantity' },
      unit: { value: param('doseUnit'), form: 'text' },
    },
    explain: {
      zh: '「{subject}」单次剂量 {dose}[、频次 {frequency}]，超过说明书[单次最大 {maxSingle}{unit}][、每日最大 {maxDaily}{unit}]。',
      en: '"{subject}": {dose}[, {frequency}], above the label[ of {maxSingle} {unit} at once][ or {maxDaily} {unit} a day].',
    },
  }),
);
