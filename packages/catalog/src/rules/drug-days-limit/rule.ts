import { and, choose, deepFreeze, eq, field, gt, inList, param } from '@hengjian/language';
import { nationalBasis, rule } from '../../fragments.ts';

const limit = choose(
  eq(field('setting'), 'emergency'),
  param('maxEmergencyDays'),
  choose(eq(field('setting'), 'chronic'), param('maxChronicDays'), param('maxOutpatientDays')),
);

export default deepFreeze(
  rule({
    id: 'drug-days-limit',
    code: 'GZ10000101009000',
    title: { zh: '药品限最大开药天数/开药量', en: 'More days of a drug than one prescription may hold' },
    category: '政策类/药品政策限定类',
    certainty: 'clear',
    basis: [
      nationalBasis('药品限最大开药天数/开药量'),
      { document: '处方管理办法（卫生部令第53号）', article: '第十九条' },
      { document: '长期处方管理规范（试行）（国卫办医发〔2021〕17号）', article: '第十三条' },
    ],
    parameters: {
      maxOutpatientDays: { type: 'int', title: { zh: '门诊最长开药天数', en: 'Longest supply, outpatient' }, unit: '天', standard: 30 },
      maxEmergencyDays: { type: 'int', title: { zh: '急诊最长开药天数', en: 'Longest supply, emergency' }, unit: '天', standard: 3 },
      maxChronicDays: { type: 'int', title: { zh: '门诊慢特病最长开药天数', en: 'Longest supply, chronic' }, unit: '天', standard: 84 },
    },
    where: and(inList(field('kind'), 'drug', 'herb'), inList(field('setting'), 'outpatient', 'emergency', 'chronic')),
    shape: { kind: 'row', when: gt(field('supplyDays'), limit) },
    facts: {
      days: { value: field('supplyDays'), form: 'int' },
      limit: { value: limit, form: 'int' },
      setting: { value: field('setting'), form: 'setting' },
    },
    explain: {
      zh: '「{subject}」一次开药 {days} 天，超过{setting}最长 {limit} 天。',
      en: '"{subject}" was prescribed for {days} days, more than the {limit} days allowed ({setting}).',
    },
  }),
);
