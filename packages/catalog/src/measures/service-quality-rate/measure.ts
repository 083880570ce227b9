import { field, isNull, not } from '@hengjian/language';
import { entries, measure, percent, sumOf } from '../fragments.ts';

export default measure({
  id: 'service-quality-rate',
  title: { zh: '服务质量达标率', en: 'Service quality' },
  about: '本年按时办结且无差错的件数 ÷ 受理件数，按政务服务办件台账计',
  unit: '%',

  shape: percent(
    entries('service-matters', '达标件数', '件', sumOf('qualifiedCount'), { where: not(isNull(field('qualifiedCount'))) }),
    entries('service-matters', '受理件数', '件', sumOf('receivedCount'), { where: not(isNull(field('qualifiedCount'))) }),
  ),
  answers: { names: ['服务质量达标率', '经办服务质量达标率', '*服务达标率'] },
});
