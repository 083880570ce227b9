import { deepFreeze, field, literal, ne } from '@hengjian/language';
import { rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'trace-missing',
    code: 'DF-18',
    title: { zh: '追溯码缺失', en: 'No trace code uploaded' },
    category: '扩展/药品监管类',
    certainty: 'quality',
    basis: [{ document: '医疗保障基金使用监督管理条例实施细则（国家医保局令第7号）', article: '第九条、第二十四条' }],
    knowledge: { by: 'item', role: 'code', mode: 'each' },
    where: ne(field('setting'), 'inpatient'),
    shape: {
      kind: 'pair',
      want: 'absent',
      right: { reads: 'trace' },
      link: [[field('line'), field('line')]],
      on: literal(true),
    },
    facts: {
      day: { value: field('day'), form: 'day' },
      quantity: { value: field('quantity'), form: 'quantity' },
    },
    explain: {
      zh: '「{subject}」{day} 结算[ {quantity}]，没有上传追溯码。',
      en: '"{subject}" was settled on {day}[ ({quantity})] without a trace code.',
    },
  }),
);
