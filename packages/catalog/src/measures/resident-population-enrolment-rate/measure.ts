import { eq, field } from '@hengjian/language';
import { entries, measure, percent, sumOf } from '../fragments.ts';

export default measure({
  id: 'resident-population-enrolment-rate',
  title: { zh: '以常住人口计的参保率', en: 'Enrolment of the resident population' },
  about: '最近一个统计日的参保人数 ÷ 常住人口，按参保人数台账和常住人口台账计',
  unit: '%',
  shape: percent(
    entries('enrolment-counts', '参保人数', '人', sumOf('enrolledCount'), { latest: true, where: eq(field('group'), 'all') }),
    entries('populations', '常住人口', '人', sumOf('populationCount'), { latest: true }),
  ),
  answers: { names: ['以常住人口*参保率', '*常住人口*参保率'] },
});
