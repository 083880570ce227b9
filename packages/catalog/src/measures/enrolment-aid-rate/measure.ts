import { entries, measure, percent, sumOf } from '../fragments.ts';

export default measure({
  id: 'enrolment-aid-rate',
  title: { zh: '资助参保率', en: 'Enrolment aid rate' },
  about: '最近一个统计日的已资助人数 ÷ 应资助人数，按资助参保台账计',
  unit: '%',
  shape: percent(
    entries('enrolment-aid', '已资助人数', '人', sumOf('aidedCount'), { latest: true }),
    entries('enrolment-aid', '应资助人数', '人', sumOf('eligibleCount'), { latest: true }),
  ),
  answers: { names: ['资助参保率', '资助率', '*资助*参保率', '资助*参加城乡居民医疗保险', '资助*参加*医疗保险'], unitRequired: true },
});
