import { deepFreeze } from '@hengjian/language';
import { feeShare } from '../../peer-fragments.ts';

export default deepFreeze(
  feeShare({
    id: 'consumable-cost-share',
    code: 'ZB10000205003000',
    title: { zh: '耗材占比', en: 'Share of consumables in the cost' },
    part: { zh: '卫生材料费', en: 'consumables' },
    fees: ['consumableFen'],
    limitPercent: 25,
  }),
);
