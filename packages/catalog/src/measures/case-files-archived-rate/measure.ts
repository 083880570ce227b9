import { eq, field } from '@hengjian/language';
import { entries, measure, percent, sumOf } from '../fragments.ts';

export default measure({
  id: 'case-files-archived-rate',
  title: { zh: '行政执法案卷归档率', en: 'Case files archived' },
  about: '本年已归档的行政执法案卷 ÷ 应归档案卷，按档案台账计',
  unit: '%',

  shape: percent(
    entries('archives', '已归档案卷', '卷', sumOf('filedCount'), { where: eq(field('kind'), 'caseFile') }),
    entries('archives', '应归档案卷', '卷', sumOf('dueCount'), { where: eq(field('kind'), 'caseFile') }),
  ),
  answers: { names: ['*案卷归档率', '执法案卷归档率'] },
});
