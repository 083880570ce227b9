import { coalesce, deepFreeze, field, fold, gt, multiply, ne, or, param, subtract } from '@hengjian/language';
import { regulation, rule } from '../../fragments.ts';

const days = field('supplyDays');
const limit = multiply(param('windowDays'), param('maxPercent'));
/** What was supplied before this purchase. */
const exceeds = (name: string, own: typeof days) => gt(multiply(subtract(fold(name), own), 100), limit);

export default deepFreeze(
  rule({
    id: 'excess-supply',
    code: 'DF-22',
    title: { zh: '超能力使用（用药天数超过日历天数）', en: 'More days of a drug than days to take it' },
    category: '扩展/行为主体监管类',
    certainty: 'suspect',
    basis: [regulation('第三十八条第（二）项、第（五）项、第四十一条第（三）项')],
    knowledge: { by: 'item', role: 'code', mode: 'each' },
    parameters: {
      windowDays: { type: 'int', title: { zh: '滚动期间', en: 'Sliding period' }, unit: '天', standard: 90 },
      maxPercent: { type: 'int', title: { zh: '已配天数与日历天数之比上限', en: 'Most supply per day' }, unit: '%', standard: 150 },
    },
    where: ne(field('setting'), 'inpatient'),
    shape: {
      kind: 'sequence',
      stream: {
        key: [field('person')],
        order: field('occurredAt'),
        folds: {
          supplied: { fold: 'slidingSum', args: [days, field('day'), param('windowDays')] },
          known: { fold: 'slidingSumKnown', args: [days, field('day'), param('windowDays')] },
        },
      },
      when: or(exceeds('known', coalesce(days, 0)), exceeds('supplied', days)),
    },
    facts: {
      day: { value: field('day'), form: 'day' },
      supplied: { value: subtract(fold('known'), coalesce(days, 0)), form: 'int' },
      windowDays: { value: param('windowDays'), form: 'int' },
      maxPercent: { value: param('maxPercent'), form: 'int' },
    },
    explain: {
      zh: '{day} 再次配取「{subject}」前的 {windowDays} 天内已配 {supplied} 天用量，超过日历天数的 {maxPercent}%。',
      en: 'Before "{subject}" was collected again on {day}, {supplied} days of it had been supplied within {windowDays} days, more than {maxPercent}%.',
    },
  }),
);
