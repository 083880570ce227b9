import { choose, coalesce, deepFreeze, field, fold, gt, isNull, literal, ne, or, param } from '@hengjian/language';
import { nationalBasis, regulation, rule } from '../../fragments.ts';

const tolerance = coalesce(param('toleranceDays'), param('usualToleranceDays'));

export default deepFreeze(
  rule({
    id: 'duplicate-prescription',
    code: 'GZ10000301006000',
    title: { zh: '重复开药', en: 'Prescribed again while still in stock' },
    category: '医疗类/药品合理使用类',
    certainty: 'suspect',
    basis: [nationalBasis('重复开药'), regulation('第三十八条第（二）项')],
    knowledge: { by: 'item', role: 'code', mode: 'together' },
    knowledgeParams: ['group', 'toleranceDays'],
    parameters: {
      usualToleranceDays: {
        type: 'int',
        title: { zh: '知识点未写明时允许提前的天数', en: 'Days early allowed where the point names none' },
        unit: '天',
        standard: 3,
      },
      reachDays: { type: 'int', title: { zh: '向前累计存药的天数', en: 'Days back in which stock is counted' }, unit: '天', standard: 365 },
    },
    // doses given on the ward are no purchases; medicine taken home at discharge is
    where: or(ne(field('setting'), 'inpatient'), gt(coalesce(field('supplyDays'), 0), 1)),
    shape: {
      kind: 'sequence',
      stream: {
        key: [field('person'), param('group')],
        order: field('occurredAt'),
        folds: {
          left: { fold: 'stock', args: [field('day'), field('supplyDays'), param('reachDays')] },
          known: { fold: 'stockKnown', args: [field('day'), field('supplyDays'), param('reachDays')] },
          last: { fold: 'previous', args: [field('day'), literal(-1_000_000)] },
        },
      },
      when: choose(isNull(param('group')), literal(null), or(gt(fold('known'), tolerance), gt(fold('left'), tolerance))),
    },
    facts: {
      day: { value: field('day'), form: 'day' },
      left: { value: fold('known'), form: 'int' },
      tolerance: { value: tolerance, form: 'int' },
      last: { value: fold('last'), form: 'day' },
      group: { value: param('group'), form: 'text' },
    },
    explain: {
      zh: '{day} 再次开具「{subject}」时，同类药品（{group}）[上次 {last} 开具，]尚余 {left} 天用量，超过允许提前的 {tolerance} 天。',
      en: 'When "{subject}" was prescribed again on {day}, {left} days of the same group ({group}) were left[ from {last}], more than the {tolerance} days allowed.',
    },
  }),
);
