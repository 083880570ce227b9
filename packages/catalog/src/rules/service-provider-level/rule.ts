import { deepFreeze, field, lt, ne, param } from '@hengjian/language';
import { nationalBasis, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'service-provider-level',
    code: 'GZ10000102011000',
    title: { zh: '医疗服务项目限医疗机构级别', en: 'Service restricted to a class of institution' },
    category: '政策类/医疗服务项目政策限定类',
    certainty: 'clear',
    basis: [nationalBasis('医疗服务项目限医疗机构级别')],
    knowledge: { by: 'item', role: 'code', mode: 'each' },
    knowledgeParams: ['minLevel'],
    where: ne(field('providerKind'), 'pharmacy'),
    shape: { kind: 'row', when: lt(field('level'), param('minLevel')) },
    facts: { level: { value: field('level'), form: 'level' }, minLevel: { value: param('minLevel'), form: 'level' } },
    explain: {
      zh: '「{subject}」限{minLevel}及以上医疗机构使用，本机构级别为{level}。',
      en: '"{subject}" is limited to institutions of {minLevel} or above; this one is {level}.',
    },
  }),
);
