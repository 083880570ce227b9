import { and, coalesce, deepFreeze, field, ge, le, param, right, subtract } from '@hengjian/language';
import { nationalBasis, rule } from '../../fragments.ts';

const lookback = coalesce(param('lookbackDays'), param('usualLookbackDays'));

export default deepFreeze(
  rule({
    id: 'second-line-drug',
    code: 'GZ10000101005000',
    title: { zh: '药品限二线使用', en: 'Second-line drug without a first-line one' },
    category: '政策类/药品政策限定类',
    certainty: 'suspect',
    basis: [nationalBasis('药品限二线使用')],
    knowledge: { by: 'item', role: 'code', mode: 'each' },
    knowledgeParams: ['lookbackDays'],
    parameters: {
      usualLookbackDays: {
        type: 'int',
        title: { zh: '知识点未写明时的回看天数', en: 'Days to look back where the point names none' },
        unit: '天',
        standard: 365,
      },
    },
    shape: {
      kind: 'pair',
      want: 'absent',
      right: { reads: 'line', role: 'firstLine' },
      link: [[field('person'), field('person')]],
      on: and(le(right('day'), field('day')), ge(right('day'), subtract(field('day'), lookback))),
    },
    facts: { day: { value: field('day'), form: 'day' }, lookback: { value: lookback, form: 'int' } },
    explain: {
      zh: '「{subject}」限二线使用[（{constraint}）]，{day} 之前 {lookback} 天内没有一线药品的使用记录。',
      en: '"{subject}" is for second-line use; no first-line drug was recorded in the {lookback} days before {day}.',
    },
  }),
);
