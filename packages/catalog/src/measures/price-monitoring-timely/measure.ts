import { and, field, isNull, le, not } from '@hengjian/language';
import { count, entries, measure, percent } from '../fragments.ts';

export default measure({
  id: 'price-monitoring-timely',
  title: { zh: '价格监测按时报送率', en: 'Price monitoring on time' },
  about: '本年按时报送的期数 ÷ 应报期数，按药品价格监测台账计',
  unit: '%',

  shape: percent(
    entries('price-monitoring', '按时报送期数', '期', count, {
      where: and(not(isNull(field('submittedOn'))), le(field('submittedOn'), field('dueOn'))),
    }),
    entries('price-monitoring', '应报期数', '期', count),
  ),
  answers: { names: ['*价格信息监测*', '*价格监测*报送*', '药品价格监测*'] },
});
