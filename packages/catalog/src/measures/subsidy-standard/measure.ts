import { amount, entries, measure, sumOf, YUAN } from '../fragments.ts';

export default measure({
  id: 'subsidy-standard',
  title: { zh: '财政补助标准', en: 'Subsidy per person' },
  about: '本年执行的各级财政人均补助标准合计，按补助标准台账计',
  unit: '元/人/年',
  decimals: 2,
  shape: amount(entries('subsidy-standards', '人均标准', '元/人/年', sumOf('amountFen'), { divide: YUAN })),
  answers: { names: ['财政实际补助标准', '财政补助标准', '人均财政补助标准'] },
});
