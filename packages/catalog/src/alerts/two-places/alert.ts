import { and, coalesce, countDistinctKnown, eq, field, gt, inList, maximum, minimum, not, param } from '@hengjian/language';
import { regulation } from '../../fragments.ts';
import { cellsAlert } from '../fragments.ts';

export default cellsAlert({
  id: 'two-places',
  title: { zh: '同一小时两地就诊', en: 'One person in two places within an hour' },
  monitor: 'services',
  subject: 'person',
  live: true,
  basis: [regulation('第十七条、第四十一条')],
  reads: 'settlement',
  where: and(
    eq(field('providerKind'), 'medical'),
    inList(field('setting'), 'outpatient', 'emergency', 'chronic'),
    not(coalesce(field('internet'), false)),
    gt(field('totalFen'), 0),
  ),
  key: [field('person')],
  window: { unit: 'hour', at: field('settledAt') },
  parameters: {
    places: { type: 'int', title: { zh: '医疗机构数达到', en: 'Institutions' }, unit: '家', standard: 2, minimum: 2, maximum: 10 },
  },
  value: { numerator: countDistinctKnown(field('provider')), form: 'int' },
  against: { kind: 'limit', limit: param('places') },
  direction: 'above',
  facts: {
    first: { value: minimum(field('settledAt')), form: 'instant' },
    last: { value: maximum(field('settledAt')), form: 'instant' },
  },
  contributes: field('totalFen'),
  explain: {
    zh: '{first} 至 {last} 之间在 {value} 家医疗机构现场就诊结算。',
    en: 'Settled in person at {value} institutions between {first} and {last}.',
  },
  next: [
    { zh: '看两家机构相距多远、路上要多久，调取挂号、收费窗口监控', en: 'How far apart are they? Get the cameras of both counters' },
    {
      zh: '问本人：哪一次是自己去的，医保码、卡有没有借给别人',
      en: 'Ask the person which visit was theirs, and whether the card was lent',
    },
    {
      zh: '属于互联网诊疗、代办取药而未标记的，请机构更正',
      en: 'Visits on the internet that were not marked are corrected by the institution',
    },
  ],
});
