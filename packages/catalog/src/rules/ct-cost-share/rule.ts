import { deepFreeze } from '@hengjian/language';
import { itemShare } from '../../peer-fragments.ts';

export default deepFreeze(
  itemShare({
    id: 'ct-cost-share',
    code: 'ZB10000205005000',
    title: { zh: 'CT检查占比', en: 'Share of CT in the cost' },
    part: { zh: 'CT 检查费', en: 'CT' },
    limitPercent: 8,
  }),
);
