import { and, countDistinctKnown, countKnown, eq, field, gt, param, sumKnown } from '@hengjian/language';
import { regulation } from '../../fragments.ts';
import { cellsAlert, scoreParameter, usualParameters } from '../fragments.ts';

/** Hours of a week: Mondays are held against Mondays, ten o'clock against ten o'clock. */
const WEEK = 168;

export default cellsAlert({
  id: 'settlement-surge',
  title: { zh: '结算骤增', en: 'Sudden rise of settlements within an hour' },
  monitor: 'services',
  subject: 'provider',
  live: true,
  basis: [regulation('第三十八条、第四十条')],
  reads: 'settlement',
  where: and(eq(field('providerKind'), 'medical'), gt(field('totalFen'), 0)),
  key: [field('provider')],
  window: { unit: 'hour', at: field('settledAt') },
  parameters: {
    ...usualParameters({ zh: '星期', en: 'weeks' }, 4, 3),
    score: scoreParameter(6000),
    minimum: {
      type: 'int',
      title: { zh: '一小时至少多少笔', en: 'Least settlements in the hour' },
      unit: '笔',
      standard: 12,
      minimum: 2,
      maximum: 5000,
    },
    spread: { type: 'int', title: { zh: '离散度不小于', en: 'Least spread' }, unit: '笔', standard: 1, minimum: 1, maximum: 500 },
  },
  value: { numerator: countKnown(), form: 'int' },
  volume: { of: countKnown(), minimum: param('minimum') },
  against: { kind: 'own', step: WEEK, back: param('back'), least: param('least'), score: param('score'), floor: param('spread') },
  direction: 'above',
  facts: {
    persons: { value: countDistinctKnown(field('person')), form: 'int' },
    total: { value: sumKnown(field('totalFen')), form: 'fen' },
  },
  contributes: field('totalFen'),
  explain: {
    zh: '{window} 结算 {value} 笔（{persons} 人，共 {total} 元），前几周同一星期、同一钟点平常约 {expected} 笔。',
    en: '{value} settlements at {window} ({persons} people, {total} yuan); about {expected} are usual at that hour of that day of the week.',
  },
  next: [
    { zh: '看明细：是否同一金额、同一项目、同一批人', en: 'Look at the records: one amount, one item, the same people?' },
    { zh: '问是否补录、批量结算或系统恢复后集中上传', en: 'Ask whether they were entered late, in bulk, or after a failure of the system' },
    { zh: '与挂号、叫号记录和门诊监控核对人是否到场', en: 'Compare registrations and the camera: were these people there?' },
  ],
});
