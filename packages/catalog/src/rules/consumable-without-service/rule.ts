import { deepFreeze, field, param } from '@hengjian/language';
import { inSameWindow, nationalBasis, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'consumable-without-service',
    code: 'GZ10000303001000',
    title: { zh: '医用耗材与医疗服务项目不符', en: 'Consumable without its service' },
    category: '医疗类/医用耗材合理使用类',
    certainty: 'suspect',
    basis: [nationalBasis('医用耗材与医疗服务项目不符')],
    knowledge: { by: 'item', role: 'code', mode: 'each' },
    knowledgeParams: ['window'],
    parameters: {
      window: { type: 'text', title: { zh: '知识点未写明时的区间', en: 'Window where the point names none' }, standard: 'encounter' },
    },
    shape: {
      kind: 'pair',
      want: 'absent',
      right: { reads: 'line', role: 'requires' },
      link: [[field('person'), field('person')]],
      on: inSameWindow,
    },
    facts: { day: { value: field('day'), form: 'day' }, window: { value: param('window'), form: 'window' } },
    explain: {
      zh: '{day} 收取「{subject}」，{window}没有收取任何一项应当同时有的医疗服务项目。',
      en: '"{subject}" was charged on {day}; none of the services it needs was charged in {window}.',
    },
  }),
);
