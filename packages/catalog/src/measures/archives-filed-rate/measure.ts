import { entries, measure, percent, sumOf } from '../fragments.ts';

export default measure({
  id: 'archives-filed-rate',
  title: { zh: '档案归档率', en: 'Archives filed' },
  about: '本年各类档案已归档数 ÷ 应归档数，按档案台账计',
  unit: '%',

  shape: percent(entries('archives', '已归档数', '卷', sumOf('filedCount')), entries('archives', '应归档数', '卷', sumOf('dueCount'))),
  answers: { names: ['档案归档率', '*档案管理', '*档案归档率', '*档案归档'], not: ['案卷'], unitRequired: true },
});
