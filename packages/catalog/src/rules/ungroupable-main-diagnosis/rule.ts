import { and, coalesce, dayOf, deepFreeze, field, literal } from '@hengjian/language';
import { dischargedStay, regulation, rule } from '../../fragments.ts';

export default deepFreeze(
  rule({
    id: 'ungroupable-main-diagnosis',
    code: 'DF-30',
    title: { zh: '主要诊断不得用于分组', en: 'Main diagnosis that must not lead a group' },
    category: '扩展/信息数据监管类',
    certainty: 'suspect',
    grain: 'encounter',
    basis: [
      regulation('第三十八条第（七）项'),
      { document: '医疗保障基金使用监督管理条例实施细则（国家医保局令第7号）', article: '第二十三条' },
    ],
    reads: 'diagnosis',
    on: coalesce(dayOf(field('begunAt')), field('settledDay')),
    knowledge: { by: 'prefix', role: 'code', mode: 'each' },
    where: and(dischargedStay, field('main')),
    key: [field('encounter')],
    shape: { kind: 'row', when: literal(true) },
    money: { kind: 'none' },
    facts: { code: { value: field('code'), form: 'text' } },
    explain: {
      zh: '主要诊断「{subject}」（{code}）在不得作为分组依据的名单上[（{constraint}）]。',
      en: 'The main diagnosis "{subject}" ({code}) is on the list of codes that must not lead a group[ ({constraint})].',
    },
  }),
);
