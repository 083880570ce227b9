import { field, isNull, not } from '@hengjian/language';
import { entries, measure, percent, sumOf } from '../fragments.ts';

export default measure({
  id: 'good-rating-rate',
  title: { zh: '政务服务好评率', en: 'Good ratings' },
  about: '本年好评件数 ÷ 评价件数，按政务服务办件台账计',
  unit: '%',

  shape: percent(
    entries('service-matters', '好评件数', '件', sumOf('goodCount'), { where: not(isNull(field('ratedCount'))) }),
    entries('service-matters', '评价件数', '件', sumOf('ratedCount'), { where: not(isNull(field('ratedCount'))) }),
  ),
  answers: { names: ['*好评率', '政务服务好评率'] },
});
