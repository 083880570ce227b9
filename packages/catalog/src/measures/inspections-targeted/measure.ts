import { field, inList } from '@hengjian/language';
import { amount, count, entries, measure } from '../fragments.ts';

export default measure({
  id: 'inspections-targeted',
  title: { zh: '飞行专项线索交叉检查次数', en: 'Flying, special, lead and cross inspections' },
  about: '本年飞行检查、专项检查、线索检查和交叉检查的次数合计，按检查台账一家一次计',
  unit: '次',

  shape: amount(
    entries('provider-inspections', '检查次数', '次', count, { where: inList(field('kind'), 'flying', 'special', 'lead', 'cross') }),
  ),
  answers: { names: ['*飞行检查*次数', '*飞行检查*交叉检查*', '*检查累计*次数'] },
});
