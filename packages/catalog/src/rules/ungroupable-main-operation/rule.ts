import { and, coalesce, dayOf, deepFreeze, field, literal } from '@hengjian/language';
import { dischargedStay, regulation, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'ungroupable-main-operation',
    code: 'DF-30',
    title: { zh: '主要手术不得用于分组', en: 'Main operation that must not lead a group' },
    category: '扩展/信息数据监管类',
    certainty: 'suspect',
    grain: 'encounter',
    basis: [
      regulation('第三十八条第（七）项'),
      { document: '医疗保障基金使用监督管理条例实施细则（国家医保局令第7号）', article: '第二十三条' },
    ],
    reads: 'operation',
    on: coalesce(field('day'), dayOf(field('begunAt')), field('settledDay')),
    knowledge: { by: 'prefix', role: 'code', mode: 'each' },
    where: and(dischargedStay, field('main')),
    key: [field('encounter')],
    shape: { kind: 'row', when: literal(true) },
    money: { kind: 'none' },
    facts: { code: { value: field('code'), form: 'text' }, day: { value: field('day'), form: 'day' } },
    explain: {
      zh: '主要手术操作「{subject}」（{code}）在不得作为分组依据的名单上[（{constraint}）]。',
      en: 'The main operation "{subject}" ({code}) is on the list of codes that must not lead a group[ ({constraint})].',
    },
  }),
);
