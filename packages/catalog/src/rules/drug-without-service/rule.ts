import { deepFreeze, field, param } from '@hengjian/language';
import { inSameWindow, nationalBasis, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'drug-without-service',
    code: 'GZ10000301001000',
    title: { zh: '药品与医疗服务项目不符', en: 'Drug without its service' },
    category: '医疗类/药品合理使用类',
    certainty: 'suspect',
    basis: [nationalBasis('药品与医疗服务项目不符')],
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
