import { and, countKnown, field, gt, isNull, literal, maximum, multiply, not, param } from '@hengjian/language';
import { regulation } from '../../fragments.ts';
import { cellsAlert } from '../fragments.ts';

export default cellsAlert({
  id: 'beds-full',
  title: { zh: '在院人数超床位', en: 'More people in the house than beds' },
  monitor: 'services',
  subject: 'provider',
  live: true,
  basis: [regulation('第三十八条、第四十条')],
  reads: 'stayDay',
  where: and(not(isNull(field('beds'))), gt(field('beds'), 0)),
  key: [field('provider')],
  window: { unit: 'day', at: field('day') },
  parameters: {
    percent: {
      type: 'int',
      title: { zh: '在院人数达到床位的', en: 'Share of the beds' },
      unit: '%',
      standard: 105,
      minimum: 80,
      maximum: 200,
    },
  },
  value: { numerator: countKnown(), denominator: maximum(field('beds')), form: 'ratio' },
  against: { kind: 'limit', limit: multiply(param('percent'), 10_000) },
  direction: 'above',
  facts: { people: { value: countKnown(), form: 'int' }, beds: { value: maximum(field('beds')), form: 'int' } },
  contributes: literal(1),
  explain: {
    zh: '{window} 在院 {people} 人，核定床位 {beds} 张，占 {value}。',
    en: '{people} people in the house on {window}, {beds} beds: {value}.',
  },
  next: [
    { zh: '当天到病区按床核人，看加床有无审批', en: 'Count people by bed the same day; ask for the approval of extra beds' },
    { zh: '抽查当天在院病人的医嘱、护理记录和打卡、视频', en: 'Check orders, nursing records and pictures of those in the house' },
  ],
});
