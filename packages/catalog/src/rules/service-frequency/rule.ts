import { deepFreeze, field, param, sumExceeds, sumKnown } from '@hengjian/language';
import { nationalBasis, rule, sameProviderKey, windowKey } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'service-frequency',
    code: 'GZ10000102014000',
    title: { zh: '医疗服务项目限定频次', en: 'Service charged more often than allowed' },
    category: '政策类/医疗服务项目政策限定类',
    certainty: 'clear',
    grain: 'person',
    basis: [nationalBasis('医疗服务项目限定频次')],
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
