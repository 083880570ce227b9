import type { Fold } from '../../fold.ts';
import { stockSabotage, stockSql, walkStock } from '../stock/fold.ts';

/** `stockKnown(day, days, reach)`: the stock that the known purchases alone leave; unknown ones could only add to it. */
export default {
  name: 'stockKnown',
  title: { zh: '已知剩余天数', en: 'days in stock from known purchases' },
  takes: ['int', 'int', 'int'],
  gives: 'int',
  exact: true,
  walk: () => walkStock(true),
  stages: stockSql(true),
  sabotage: stockSabotage,
} satisfies Fold;
