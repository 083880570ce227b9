import { and, deepFreeze, eq, field, gt } from '@hengjian/language';
import { regulation, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'shifted-to-self-pay',
    code: 'DF-31',
    title: { zh: '住院目录内药品转为自费', en: 'Covered drug of a stay paid by the patient' },
    category: '扩展/行为主体监管类',
    certainty: 'suspect',
    basis: [regulation('第十五条、第三十八条第（七）项')],
    knowledge: { by: 'item', role: 'code', mode: 'each' },
    where: and(eq(field('setting'), 'inpatient'), gt(field('amountFen'), 0)),
    shape: { kind: 'row', when: eq(field('inScopeFen'), 0) },
    facts: { day: { value: field('day'), form: 'day' }, amount: { value: field('amountFen'), form: 'fen' } },
    explain: {
      zh: '「{subject}」属于目录内药品，{day} 住院使用的 {amount} 元没有纳入医保，全部由患者自付。',
      en: '"{subject}" is covered, but {amount} yuan used in the stay on {day} were put wholly on the patient.',
    },
  }),
);
