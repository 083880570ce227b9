import { type Check, type Hit, mend, textAt } from '../check-type.ts';
import { slipIn } from '../lib/slips.ts';
import { balance, costsSum, goalsSum, projectCosts, sourcesSum, totalsSum } from './forms.ts';
import { sentenceSums } from './sentences.ts';
import { tableSums } from './tables.ts';

/** The one number that a slip of the hand explains, where there is one. */
function withSlip(hit: Hit): Hit {
  const { expected, found, parts } = hit.facts as { expected?: number; found?: number; parts?: number[] };
  const [line] = hit.lines;
  const slip = parts && parts.length > 1 && expected !== undefined && line !== undefined ? slipIn(expected, parts) : null;
  // Parts that are not all of what was summed explain nothing.
  if (!slip || line === undefined || found === undefined || (slip.part < 0 && slip.to !== found)) return hit;
  const facts = { what: slip.part < 0 ? '总数' : '分项', slip: slip.slip };
  return { ...hit, mends: [mend('possible', textAt(line), [slip.from, slip.to], 'sum.slip', facts)] };
}

const check: Check = {
  code: 'SUM_PARTS',
  severity: 'error',
  title: { zh: '分项之和等于总数', en: 'Parts sum to their total' },
  basis: { document: '财预〔2015〕88号', article: '绩效目标审核“完整性”“适当性”：资金数额完整，分项与总额相符' },
  explainedBy:
    /尾差|四舍五入|进位|涉密|(总额|合计|总数|金额|预算|支出|收入|资金)[^。；;]{0,20}(不含|未含|不包括|未包括|除外|另有|扣除|剔除|口径)/,
  find: (view) => {
    const totals = totalsSum(view);
    // A total row that repeats the totals of the form is the same mistake.
    const told = new Set(totals.map(({ facts }) => `${facts.expected} ${facts.found}`));
    const hits = [
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
    return hits.map(withSlip);
  },
};
export default check;
