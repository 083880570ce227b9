import { deepFreeze, eq, field } from '@hengjian/language';
import { nationalBasis, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'internet-drug',
    code: 'NC-超互联网医院药品支付范围',
    title: { zh: '超互联网医院药品支付范围', en: 'Drug not payable in an internet visit' },
    category: '管理类/药品监管类',
    certainty: 'clear',
    basis: [nationalBasis('超互联网医院药品支付范围'), { document: '互联网诊疗管理办法（试行）', article: '第二十条' }],
    knowledge: { by: 'item', role: 'code', mode: 'each' },
    shape: { kind: 'row', when: eq(field('internet'), true) },
    facts: { day: { value: field('day'), form: 'day' } },
    explain: {
      zh: '「{subject}」不得在互联网诊疗中开具并由基金支付，{day} 的就诊为互联网诊疗。',
      en: '"{subject}" may not be prescribed in an internet visit; the encounter of {day} is one.',
    },
  }),
);
