import { deepFreeze } from '@hengjian/language';
import { feeShare } from '../../peer-fragments.ts';

export default deepFreeze(
  feeShare({
    id: 'examination-cost-share',
    code: 'ZB10000205002000',
    title: { zh: '检验检查占比', en: 'Share of laboratory and examinations in the cost' },
    part: { zh: '检查费与化验费', en: 'laboratory and examinations' },
    fees: ['examFen', 'labFen'],
    limitPercent: 40,
  }),
);
