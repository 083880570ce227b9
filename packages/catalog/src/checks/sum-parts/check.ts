import type { Check } from '../check-type.ts';
import { balance, costsSum, goalsSum, projectCosts, sourcesSum, totalsSum } from './forms.ts';
import { sentenceSums } from './sentences.ts';
import { tableSums } from './tables.ts';

const check: Check = {
  code: 'SUM_PARTS',
  severity: 'error',
  title: { zh: '分项之和等于总数', en: 'Parts sum to their total' },
  basis: { document: '财预〔2015〕88号', article: '绩效目标审核“完整性”“适当性”：资金数额完整，分项与总额相符' },
  find: (view) => {
    const totals = totalsSum(view);
    // A total row that repeats the totals of the form is the same mistake.
    const told = new Set(totals.map(({ facts }) => `${facts.expected} ${facts.found}`));
    return [
      ...totals,
      ...view.projects.flatMap((project) => [
        ...sourcesSum(view, project),
        ...goalsSum(view, project),
        ...costsSum(view, project),
        ...projectCosts(view, project),
        ...balance(view, project),
      ]),
      ...sentenceSums(view),
      ...tableSums(view).filter(({ facts }) => !told.has(`${facts.expected} ${facts.found}`)),
    ];
  },
};
export default check;
