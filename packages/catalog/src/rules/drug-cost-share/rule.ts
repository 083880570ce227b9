import { deepFreeze } from '@hengjian/language';
import { feeShare } from '../../peer-fragments.ts';

export default deepFreeze(
  feeShare({
    id: 'drug-cost-share',
    code: 'ZB10000205001000',
    title: { zh: '药费占比统计', en: 'Share of drugs in the cost' },
    part: { zh: '药费', en: 'drugs' },
    fees: ['drugFen'],
    limitPercent: 35,
  }),
);
