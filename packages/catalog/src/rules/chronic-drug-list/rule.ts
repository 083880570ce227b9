import { and, deepFreeze, eq, field, literal } from '@hengjian/language';
import { nationalBasis, regulation, rule } from '../../fragments.ts';

/** A knowledge row is the list of one disease: `codes` its code, `counterCodes` the drugs it pays for. */
export default deepFreeze(
  rule({
    id: 'chronic-drug-list',
    code: 'GZ10000101011000',
    title: { zh: '药品超限定病种目录范围使用', en: 'Drug beyond the list of the approved disease' },
    category: '政策类/药品政策限定类',
    certainty: 'clear',
    basis: [nationalBasis('药品超限定病种目录范围使用'), regulation('第十五条')],
    knowledge: { by: 'prefix', column: 'diseaseCode', role: 'code', mode: 'alternatives' },
    where: and(eq(field('setting'), 'chronic'), eq(field('kind'), 'drug')),
    // the other side is the line itself, found again on the list of its disease
    shape: {
      kind: 'pair',
      want: 'absent',
      right: { reads: 'line', role: 'counter' },
      link: [[field('line'), field('line')]],
      on: literal(true),
    },
    facts: { disease: { value: field('diseaseCode'), form: 'text' }, day: { value: field('day'), form: 'day' } },
    explain: {
      zh: '{day} 按门诊慢特病病种 {disease} 结算，所开药品[「{item}」]不在「{subject}」的用药目录内。',
      en: 'Settled on {day} under the approved disease {disease}; the drug is not on the list of "{subject}".',
    },
  }),
);
