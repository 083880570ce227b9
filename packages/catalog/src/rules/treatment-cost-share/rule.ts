import { deepFreeze } from '@hengjian/language';
import { feeShare } from '../../peer-fragments.ts';

export default deepFreeze(
  feeShare({
    id: 'treatment-cost-share',
    code: 'ZB10000205004000',
    title: { zh: '治疗占比', en: 'Share of treatment in the cost' },
    part: { zh: '治疗费与手术费', en: 'treatment' },
    fees: ['treatmentFen'],
    limitPercent: 45,
  }),
);
