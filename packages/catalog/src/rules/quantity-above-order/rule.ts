import { add, and, deepFreeze, doseIn, field, gt, isNull, multiply, not, param, subtract, timesADay } from '@hengjian/language';
import { regulation, rule } from '../../fragments.ts';

/** What is taken in all, in 1e-8 of the unit: dose and times are both in ten-thousandths. */
const taken = multiply(multiply(doseIn(field('singleDose'), param('doseUnit')), timesADay(field('frequency'))), field('supplyDays'));
/** What was billed beside one unit that may be left over, in the same measure. */
const billed = multiply(subtract(field('quantity'), 10_000), param('unitContent'));

export default deepFreeze(
  rule({
    id: 'quantity-above-order',
    code: 'DF-26',
    title: { zh: '多记数量', en: 'More billed than ordered' },
    category: '扩展/药品合理使用类',
    certainty: 'suspect',
    basis: [regulation('第三十八条第（三）项、第四十条第（三）项')],
    knowledge: { by: 'item', role: 'code', mode: 'each' },
    knowledgeParams: ['unitContent', 'doseUnit'],
    parameters: {
      lossPercent: { type: 'int', title: { zh: '允许的损耗', en: 'Loss allowed' }, unit: '%', standard: 10 },
    },
    where: and(not(isNull(field('singleDose'))), not(isNull(field('frequency')))),
    shape: { kind: 'row', when: gt(multiply(billed, 100), multiply(taken, add(param('lossPercent'), 100))) },
    facts: {
      dose: { value: field('singleDose'), form: 'text' },
      frequency: { value: field('frequency'), form: 'text' },
      days: { value: field('supplyDays'), form: 'int' },
      quantity: { value: field('quantity'), form: 'quantity' },
      content: { value: param('unitContent'), form: 'quantity' },
      unit: { value: param('doseUnit'), form: 'text' },
    },
    explain: {
      zh: '「{subject}」每次 {dose}、频次 {frequency}、{days} 天，而计费 {quantity}（每单位含 {content}{unit}），多于用量。',
      en: '"{subject}": {dose}, {frequency}, {days} days, but {quantity} units of {content} {unit} were billed, more than is taken.',
    },
  }),
);
