import { deepFreeze, field, memberOf, not, param } from '@hengjian/language';
import { nationalBasis, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'drug-setting',
    code: 'NC-药品限就医方式',
    title: { zh: '药品限就医方式', en: 'Drug restricted to a setting of care' },
    category: '政策类/药品政策限定类',
    certainty: 'clear',
    basis: [nationalBasis('药品限就医方式')],
    knowledge: { by: 'item', role: 'code', mode: 'each' },
    knowledgeParams: ['settings'],
    shape: { kind: 'row', when: not(memberOf(field('setting'), param('settings'))) },
    facts: { setting: { value: field('setting'), form: 'setting' }, settings: { value: param('settings'), form: 'texts' } },
    explain: {
      zh: '「{subject}」限{settings}使用，本次就医方式为{setting}。',
      en: '"{subject}" is limited to {settings}; this encounter is {setting}.',
    },
  }),
);
