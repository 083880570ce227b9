import { and, coalesce, field, inList, not, param, startsWithAny } from '@hengjian/language';
import { plannedVisits, regulation } from '../../fragments.ts';
import { togetherAlert } from '../fragments.ts';

export default togetherAlert({
  id: 'card-cluster',
  title: { zh: '卡聚集', en: 'Cards that keep company' },
  monitor: 'links',
  subject: 'provider',
  basis: [regulation('第四十条、第四十一条')],
  reads: 'encounter',
  where: and(
    inList(field('setting'), 'pharmacy', 'outpatient', 'chronic'),
    not(coalesce(startsWithAny(field('mainDiagnosis'), param('planned')), false)),
  ),
  member: { of: 'person', value: field('person') },
  home: [field('provider')],
  meet: [field('provider')],
  near: { at: field('begunAt'), seconds: param('seconds') },
  occasion: field('begunDay'),
  day: field('begunDay'),
  adds: field('totalFen'),
  parameters: {
    seconds: { type: 'int', title: { zh: '相隔不超过', en: 'Within' }, unit: '秒', standard: 600, minimum: 60, maximum: 3600 },
    times: { type: 'int', title: { zh: '一起出现的天数达到', en: 'Days together' }, unit: '天', standard: 4, minimum: 2, maximum: 100 },
    share: {
      type: 'int',
      title: { zh: '占较少一方在此天数的', en: 'Share of the rarer one’s days here' },
      unit: '%',
      standard: 60,
      minimum: 10,
      maximum: 100,
    },
    crowd: {
      type: 'int',
      title: { zh: '同时超过多少人视为人群', en: 'More at once are a crowd' },
      unit: '人',
      standard: 15,
      minimum: 3,
      maximum: 500,
    },
    members: { type: 'int', title: { zh: '至少几个人', en: 'Least members' }, unit: '人', standard: 4, minimum: 2, maximum: 100 },
    planned: { ...plannedVisits, type: 'texts' },
  },
  times: param('times'),
  share: param('share'),
  crowd: param('crowd'),
  members: param('members'),
  explain: {
    zh: '{from} 至 {to}，{members} 人反复在几分钟内先后刷卡，最多的两人一起出现 {occasions} 天，彼此联系 {ties} 条。',
    en: 'From {from} to {to} {members} people came within minutes of each other again and again: up to {occasions} days together, {ties} ties.',
  },
  next: [
    { zh: '看图：谁和谁一起最多，谁是中心', en: 'Read the drawing: who is with whom, who is in the middle' },
    { zh: '调取当时监控：是本人，还是一人持多卡', en: 'Get the camera: the people themselves, or one with many cards?' },
    { zh: '查这些人的住址、单位、出借医保卡情况，成团的转线索', en: 'Addresses, employers, lent cards; a ring becomes a clue' },
  ],
});
