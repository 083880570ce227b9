import { field, inList } from '@hengjian/language';
import { amount, count, entries, measure } from '../fragments.ts';

export default measure({
  id: 'publicity-supervision',
  title: { zh: '基金监管与集采宣传次数', en: 'Publicity on supervision and procurement' },
  about: '本年基金监管与集采宣传次数，按宣传台账一次一条计',
  unit: '次',

  shape: amount(
    entries('publicity', '基金监管与集采宣传次数', '次', count, {
      where: inList(field('topic'), 'supervision', 'procurement', 'regulation'),
    }),
  ),
  answers: {
    names: ['*宣传*基金监管*', '*基金监管*宣传*', '*基金监管*带量采购*', '*带量采购政策进*', '*打击欺诈骗保*宣传*'],
    not: ['短信', '条例'],
    unitRequired: true,
  },
});
