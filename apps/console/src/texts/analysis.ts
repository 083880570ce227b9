import type { Text } from './text.ts';

export const analysis = {
  title: ['即席分析', 'Ask in place'],
  about: [
    '选一张表、按什么分、看什么数，当场出结果；问题写在地址里，可以收藏、转发。',
    'Choose a table, dimensions and measures; the question stands in the address, to be kept and sent.',
  ],
  table: ['表', 'Table'],
  by: ['按什么分（最多四个）', 'By (four at most)'],
  measures: ['看什么数', 'Measures'],
  from: ['起始月', 'From'],
  to: ['截止月', 'To'],
  filters: ['只看', 'Only'],
  pick: ['点结果中的一格可以只看它', 'Pick a cell of the result to see only that'],
  none: ['还没有结算数据', 'No claims yet'],
  chooseMeasure: ['至少选一个数', 'Choose at least one measure'],
  keep: ['保存', 'Keep'],
  keepTitle: ['名称', 'Title'],
  place_overview: ['总览的卡片', 'card of the overview'],
  place_month: ['月报的一页', 'page of the monthly report'],
  kept: ['已保存', 'Kept'],
  end: ['取消保存“{title}”', 'no longer keep “{title}”'],
  rows: ['{n} 行', '{n} rows'],
  cut: ['分得太细，只列出前 {n} 行；请加条件或少分几层', 'Too fine: the first {n} rows only; filter, or take fewer dimensions'],
} as const satisfies Record<string, Text>;
