import { deepFreeze, field, fold, gt, literal, multiply, or, param } from '@hengjian/language';
import { regulation, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'dialysis-sessions',
    code: 'DF-49',
    title: { zh: '血透次数超过每周上限', en: 'More dialysis than a week allows' },
    category: '扩展/医疗服务项目合理使用类',
    certainty: 'suspect',
    basis: [regulation('第三十八条第（二）项、第四十条第（三）项')],
    knowledge: { by: 'item', role: 'code', mode: 'each' },
    parameters: {
      maxPerWeek: { type: 'int', title: { zh: '任意七天内透析次数上限', en: 'Sessions within seven days' }, unit: '次', standard: 4 },
    },
    shape: {
      kind: 'sequence',
      stream: {
        key: [field('person')],
        order: field('occurredAt'),
        folds: {
          recent: { fold: 'slidingSum', args: [field('quantity'), field('day'), literal(7)] },
          known: { fold: 'slidingSumKnown', args: [field('quantity'), field('day'), literal(7)] },
        },
      },
      when: or(gt(fold('known'), multiply(param('maxPerWeek'), 10_000)), gt(fold('recent'), multiply(param('maxPerWeek'), 10_000))),
    },
    facts: {
      day: { value: field('day'), form: 'day' },
      recent: { value: fold('known'), form: 'quantity' },
      max: { value: param('maxPerWeek'), form: 'int' },
    },
    explain: {
      zh: '截至 {day} 的七天内血液透析 {recent} 次，超过 {max} 次。',
      en: '{recent} dialysis sessions in the seven days to {day}, more than {max}.',
    },
  }),
);
