import { and, eq, field, param } from '@hengjian/language';
import { regulation } from '../../fragments.ts';
import { atPharmacy, togetherAlert } from '../fragments.ts';

export default togetherAlert({
  id: 'drug-sets',
  title: { zh: '药店套餐', en: 'Drugs that always sell together' },
  monitor: 'links',
  subject: 'provider',
  basis: [regulation('第三十八条、第四十条')],
  reads: 'line',
  where: and(atPharmacy, eq(field('kind'), 'drug')),
  member: { of: 'item', value: field('item') },
  home: [field('provider')],
  meet: [field('settlement')],
  occasion: field('settlement'),
  day: field('day'),
  adds: field('amountFen'),
  parameters: {
    times: { type: 'int', title: { zh: '一起售出达到', en: 'Sold together' }, unit: '笔', standard: 10, minimum: 3, maximum: 1000 },
    share: {
      type: 'int',
      title: { zh: '占较少一方售出的', en: 'Share of the rarer one’s sales' },
      unit: '%',
      standard: 80,
      minimum: 10,
      maximum: 100,
    },
    elsewhere: {
      type: 'int',
      title: { zh: '别家药店也达到这一占比的不算', en: 'As usual elsewhere' },
      unit: '%',
      standard: 40,
      minimum: 1,
      maximum: 100,
    },
    crowd: {
      type: 'int',
      title: { zh: '一笔超过多少种药不算', en: 'More drugs in one sale do not count' },
      unit: '种',
      standard: 12,
      minimum: 2,
      maximum: 100,
    },
    members: { type: 'int', title: { zh: '至少几种药', en: 'Least drugs' }, unit: '种', standard: 3, minimum: 2, maximum: 50 },
  },
  times: param('times'),
  share: param('share'),
  elsewhere: param('elsewhere'),
  crowd: param('crowd'),
  members: param('members'),
  explain: {
    zh: '{from} 至 {to}，{members} 种药品几乎总是一起售出，最多的两种一起 {occasions} 笔，别家药店没有这样的搭配。',
    en: 'From {from} to {to} {members} drugs nearly always sold together, up to {occasions} times; no other pharmacy sells them so.',
  },
  next: [
    { zh: '看是否与促销海报、会员日、保健品替换有关', en: 'Promotions, member days, goods in exchange?' },
    { zh: '盘点这几种药的进销存，核对追溯码', en: 'Count the stock of these drugs, check the trace codes' },
  ],
});
