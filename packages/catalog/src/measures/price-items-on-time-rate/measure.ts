import { eq, field } from '@hengjian/language';
import { entries, measure, percent, sumOf } from '../fragments.ts';

export default measure({
  id: 'price-items-on-time-rate',
  title: { zh: '新增价格项目申报按时办结率', en: 'Price item applications on time' },
  about: '本年新增医疗服务价格项目申报按时办结件数 ÷ 受理件数，按政务服务办件台账计',
  unit: '%',

  shape: percent(
    entries('service-matters', '按时办结件数', '件', sumOf('onTimeCount'), { where: eq(field('matter'), 'priceItem') }),
    entries('service-matters', '受理件数', '件', sumOf('receivedCount'), { where: eq(field('matter'), 'priceItem') }),
  ),
  answers: { names: ['*新增医疗服务价格项目申报*', '*医疗服务价格项目*办结*'] },
});
