import { deepFreeze, field } from '@hengjian/language';
import { fundCapRule } from '../../window-families.ts';

export default deepFreeze(
  fundCapRule(
    {
      id: 'consumable-fund-cap',
      code: 'GZ10000103003000',
      title: { zh: '耗材超限定报销总额', en: 'Consumable above its payable limit' },
      category: '政策类/医用耗材政策限定类',
      explain: {
        zh: '「{subject}」{window}纳入报销的金额合计 {total} 元，超过限定总额 {max} 元。',
        en: '{total} yuan of "{subject}" were put into the scope of payment in {window}, above the limit of {max} yuan.',
      },
    },
    field('inScopeFen'),
  ),
);
