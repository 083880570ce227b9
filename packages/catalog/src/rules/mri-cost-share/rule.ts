import { deepFreeze } from '@hengjian/language';
import { itemShare } from '../../peer-fragments.ts';

export default deepFreeze(
  itemShare({
    id: 'mri-cost-share',
    code: 'ZB10000205006000',
    title: { zh: '核磁检查占比', en: 'Share of MRI in the cost' },
    part: { zh: '磁共振检查费', en: 'MRI' },
    limitPercent: 5,
  }),
);
