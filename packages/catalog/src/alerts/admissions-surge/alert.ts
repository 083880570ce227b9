import { countDistinctKnown, countKnown, eq, field, param } from '@hengjian/language';
import { regulation } from '../../fragments.ts';
import { cellsAlert, scoreParameter, usualParameters } from '../fragments.ts';

export default cellsAlert({
  id: 'admissions-surge',
  title: { zh: '入院骤增', en: 'Sudden rise of admissions' },
  monitor: 'services',
  subject: 'provider',
  live: true,
  basis: [regulation('第三十八条、第四十条')],
  reads: 'encounter',
  where: eq(field('setting'), 'inpatient'),
  key: [field('provider')],
  window: { unit: 'day', at: field('begunDay') },
  parameters: {
    ...usualParameters({ zh: '天', en: 'days' }, 28, 14),
    score: scoreParameter(6000),
    minimum: {
      type: 'int',
      title: { zh: '一天至少入院', en: 'Least admissions of the day' },
      unit: '人',
      standard: 6,
      minimum: 2,
      maximum: 500,
    },
    spread: { type: 'int', title: { zh: '离散度不小于', en: 'Least spread' }, unit: '人', standard: 1, minimum: 1, maximum: 50 },
  },
  value: { numerator: countKnown(), form: 'int' },
  volume: { of: countKnown(), minimum: param('minimum') },
  against: { kind: 'own', step: 1, back: param('back'), least: param('least'), score: param('score'), floor: param('spread') },
  direction: 'above',
  facts: {
    addresses: { value: countDistinctKnown(field('address')), form: 'int' },
    diagnoses: { value: countDistinctKnown(field('mainDiagnosis')), form: 'int' },
  },
  contributes: field('totalFen'),
  explain: {
    zh: '{window} 入院 {value} 人（住址 {addresses} 处，主要诊断 {diagnoses} 个），平常一天约 {expected} 人。',
    en: '{value} admissions on {window} ({addresses} addresses, {diagnoses} main diagnoses); about {expected} are usual.',
  },
  next: [
    { zh: '看是否集中于一个村、一个单位、一个诊断', en: 'Do they come from one village, one employer, with one diagnosis?' },
    { zh: '问有无义诊、车接车送、减免自付', en: 'Ask about free clinics, transport, waived payments' },
    { zh: '流感、食物中毒等聚集性疫情与疾控核实', en: 'Check outbreaks with the health authority' },
  ],
});
