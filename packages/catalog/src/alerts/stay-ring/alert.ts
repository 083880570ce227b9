import { and, coalesce, eq, field, not, param, startsWithAny } from '@hengjian/language';
import { plannedStays, regulation } from '../../fragments.ts';
import { togetherAlert } from '../fragments.ts';

export default togetherAlert({
  id: 'stay-ring',
  title: { zh: '团伙住院', en: 'People admitted together' },
  monitor: 'links',
  subject: 'provider',
  basis: [regulation('第四十条、第四十一条')],
  reads: 'encounter',
  where: and(eq(field('setting'), 'inpatient'), not(coalesce(startsWithAny(field('mainDiagnosis'), param('planned')), false))),
  member: { of: 'person', value: field('person') },
  home: [field('provider')],
  meet: [field('provider'), field('begunDay')],
  occasion: field('begunDay'),
  day: field('begunDay'),
  adds: field('totalFen'),
  parameters: {
    times: {
      type: 'int',
      title: { zh: '同日入院的次数达到', en: 'Admissions on one day' },
      unit: '次',
      standard: 2,
      minimum: 2,
      maximum: 20,
    },
    share: {
      type: 'int',
      title: { zh: '占较少一方在此住院的', en: 'Share of the rarer one’s stays here' },
      unit: '%',
      standard: 60,
      minimum: 10,
      maximum: 100,
    },
    crowd: {
      type: 'int',
      title: { zh: '同日超过多少人视为人群', en: 'More on one day are a crowd' },
      unit: '人',
      standard: 40,
      minimum: 3,
      maximum: 500,
    },
    members: { type: 'int', title: { zh: '至少几个人', en: 'Least members' }, unit: '人', standard: 3, minimum: 2, maximum: 100 },
    planned: { ...plannedStays, type: 'texts' },
  },
  times: param('times'),
  share: param('share'),
  crowd: param('crowd'),
  members: param('members'),
  explain: {
    zh: '{from} 至 {to}，{members} 人多次在同一天住进同一机构，最多的两人同日入院 {occasions} 次，彼此联系 {ties} 条。',
    en: 'From {from} to {to} {members} people were admitted on the same days again and again: up to {occasions} times, {ties} ties.',
  },
  next: [
    { zh: '比对各人的诊断、费用清单和出院日期是否雷同', en: 'Are diagnoses, bills and discharges alike?' },
    { zh: '查是否同村、同单位、车接车送、减免自付', en: 'One village, one employer, transport, waived payments?' },
    { zh: '电话回访出院病人，问有无真实治疗', en: 'Call those who left: were they treated?' },
  ],
});
