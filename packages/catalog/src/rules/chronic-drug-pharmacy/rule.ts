import { and, deepFreeze, eq, field, literal } from '@hengjian/language';
import { regulation, rule } from '../../fragments.ts';

/** A knowledge row is the list of one disease, as in `chronic-drug-list`: `codes` its code, `counterCodes` the drugs it pays for. */
export default deepFreeze(
  rule({
    id: 'chronic-drug-pharmacy',
    code: 'DF-17',
    title: { zh: '门慢特超病种用药（药店）', en: 'Drug beyond the list of the approved disease, at a pharmacy' },
    category: '扩展/药品监管类',
    certainty: 'clear',
    basis: [regulation('第十五条、第三十八条第（六）项'), { document: '零售药店医疗保障定点管理暂行办法（国家医保局令第3号）' }],
    knowledge: { by: 'prefix', column: 'diseaseCode', role: 'code', mode: 'alternatives' },
    where: and(eq(field('setting'), 'pharmacy'), eq(field('kind'), 'drug')),
    shape: {
      kind: 'pair',
      want: 'absent',
      right: { reads: 'line', role: 'counter' },
      link: [[field('line'), field('line')]],
      on: literal(true),
    },
    facts: { disease: { value: field('diseaseCode'), form: 'text' }, day: { value: field('day'), form: 'day' } },
    explain: {
      zh: '{day} 在药店按门诊慢特病病种 {disease} 结算，所购药品[「{item}」]不在「{subject}」的用药目录内。',
      en: 'Settled at a pharmacy on {day} under the approved disease {disease}; the drug is not on the list of "{subject}".',
    },
  }),
);
