import { deepFreeze, field, memberOf, not, param, right } from '@hengjian/language';
import { regulation, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'practice-scope',
    code: 'DF-41',
    title: { zh: '超执业范围', en: 'Outside the registered scope of practice' },
    category: '扩展/行为主体监管类',
    certainty: 'suspect',
    basis: [{ document: '中华人民共和国医师法', article: '第十四条' }, regulation('第三十八条')],
    knowledge: { by: 'item', role: 'code', mode: 'each' },
    knowledgeParams: ['scopes'],
    shape: {
      kind: 'pair',
      want: 'present',
      right: { reads: 'practitioner', none: 'unknown' },
      link: [[field('practitioner'), field('practitioner')]],
      on: not(memberOf(right('scope'), param('scopes'))),
    },
    facts: {
      day: { value: field('day'), form: 'day' },
      practitioner: { value: right('practitionerNo'), form: 'text' },
      scope: { value: right('scope'), form: 'text' },
      scopes: { value: param('scopes'), form: 'texts' },
    },
    explain: {
      zh: '「{subject}」[{constraint}，]{day} 由医师 {practitioner} 开单，其执业范围（编码 {scope}）不在允许的范围（{scopes}）之内。',
      en: '"{subject}" was ordered on {day} by {practitioner}, whose scope {scope} is none of {scopes}.',
    },
  }),
);
