import { deepFreeze, field, param, sumExceeds, sumKnown } from '@hengjian/language';
import { nationalBasis, rule, sameProviderKey, windowKey } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'consumable-quantity',
    code: 'GZ10000303003000',
    title: { zh: '医用耗材数量超标', en: 'More of a consumable than can be used' },
    category: '医疗类/医用耗材合理使用类',
    certainty: 'suspect',
    grain: 'person',
    basis: [nationalBasis('医用耗材数量超标')],
    knowledge: { by: 'item', role: 'code', mode: 'each' },
    knowledgeParams: ['max', 'window', 'sameProvider'],
    key: [field('person'), ...windowKey(), sameProviderKey],
    shape: { kind: 'group', when: sumExceeds(field('quantity'), param('max')) },
    money: { kind: 'excess', quantity: field('quantity'), limit: param('max') },
    facts: {
      total: { value: sumKnown(field('quantity')), form: 'quantity' },
      max: { value: param('max'), form: 'quantity' },
      window: { value: param('window'), form: 'window' },
    },
    explain: {
      zh: '「{subject}」{window}累计收费 {total}，超过上限 {max}。',
      en: '"{subject}" was charged {total} times in {window}, above the limit of {max}.',
    },
  }),
);
