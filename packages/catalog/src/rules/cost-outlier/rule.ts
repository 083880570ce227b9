import { and, call, deepFreeze, eq, field, literal, lt, multiply, param, prefix, subtract, sum, yearStart } from '@hengjian/language';
import { regulation, rule } from '../../fragments.ts';
import { comparison, percentParameter, scoreThreshold } from '../../peer-fragments.ts';

const OPEN_DAY = 2_932_896; // 9999-12-31
const group = prefix(field('mainDiagnosis'), 3);
const { minVolume: _, ...parameters } = comparison({ peers: 20, score: 30 });

export default deepFreeze(
  rule({
    id: 'cost-outlier',
    code: 'DF-42',
    title: { zh: '同病组费用离群', en: 'Cost far above that of the same disease' },
    category: '扩展/统计指标监测类',
    certainty: 'statistic',
    grain: 'encounter',
    basis: [regulation('第三十八条第（二）项')],
    reads: 'encounter',
    on: field('settledDay'),
    parameters: {
      ...parameters,
      leastSpreadPercent: percentParameter('同类标准差下限（占均值）', 'Least standard deviation of the peers, of the mean', 15),
    },
    where: and(eq(field('setting'), 'inpatient'), lt(field('endedDay'), OPEN_DAY)),
    key: [field('encounter')],
    shape: {
      kind: 'peer',
      value: { numerator: sum(field('totalFen')), form: 'fen' },
      volume: { of: literal(1), minimum: literal(1) },
      of: [group, field('level'), yearStart(field('settledDay'))],
      statistic: 'plain',
      direction: 'above',
      minimumPeers: param('minPeers'),
      threshold: scoreThreshold,
      floor: { relative: multiply(param('leastSpreadPercent'), 100) },
      contributes: field('totalFen'),
    },
    money: { kind: 'none' },
    facts: {
      year: { value: yearStart(field('settledDay')), form: 'year' },
      level: { value: field('level'), form: 'level' },
      diagnosis: { value: group, form: 'text' },
      days: { value: call('maximum', subtract(field('endedDay'), field('begunDay'))), form: 'int' },
    },
    explain: {
      zh: '本次住院（{days} 天，诊断类目 {diagnosis}）费用 {value} 元；{year} 年{level}医院同病组其他住院 {peers} 次，均值 {center} 元，标准差 {spread} 元，离群评分 {score}（阈值 {threshold}），高于 {percentile}% 的同类。',
      en: 'This stay ({days} days, {diagnosis}) cost {value} yuan; {peers} peers, mean {center}, standard deviation {spread}, score {score} (from {threshold}), above {percentile}% of them.',
    },
  }),
);
