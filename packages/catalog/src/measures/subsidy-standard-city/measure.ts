import { eq, field } from '@hengjian/language';
import { amount, entries, measure, sumOf, YUAN } from '../fragments.ts';

export default measure({
  id: 'subsidy-standard-city',
  title: { zh: '市级财政补助标准', en: 'City subsidy per person' },
  about: '本年执行的市级财政人均补助标准，按补助标准台账计',
  unit: '元/人/年',
  decimals: 2,
  shape: amount(
    entries('subsidy-standards', '人均标准', '元/人/年', sumOf('amountFen'), { divide: YUAN, where: eq(field('level'), 'city') }),
  ),
  answers: { names: ['市财政补助标准', '*市级财政补助标准', '市级补助标准'] },
});
