import { type Check, hit, mend, textAt } from '../check-type.ts';
import { gapOf, sumOf } from '../lib/numbers.ts';
import { scoredPhases } from '../lib/phase.ts';
import { execution, statedTotal } from '../lib/scores.ts';
import { slipOf } from '../lib/slips.ts';

// Rounding of single scores: 财预〔2020〕10号 forms print one or two places.
const TOLERANCE = 0.1;

const check: Check = {
  code: 'SCORE_SUM',
  severity: 'error',
  title: { zh: '得分合计等于总分', en: 'Scores sum to the total' },
  basis: { document: '财预〔2020〕10号', article: '单位自评：总分由各项指标得分汇总' },
  phases: scoredPhases,
  explainedBy: /折算|加分项|加分\d|扣分项|另扣|尾差|四舍五入/,
  find: (view) =>
    view.projects.flatMap((form) => {
      const total = statedTotal(view, form);
      const scored = form.rows.filter((row) => row.indicator.score !== null);
      const points = scored.length > 0 ? scored : form.rows.filter((row) => row.indicator.weight !== null);
      if (!total || points.length < 2 || points.length < form.rows.length / 2) return [];
      // A table with one column of points and no column of scores gives its points as scores.
      const values = points.map((row) => (scored.length > 0 ? row.indicator.score : row.indicator.weight) as number);
      const found = sumOf(values);
      const extra = execution(view, form)?.score ?? null;
      const readings = [found, ...(extra === null ? [] : [sumOf([found, extra])])];
      if (readings.some((sum) => gapOf(total.score, sum) <= TOLERANCE + 1e-9)) return [];
      // One column of points that sums to full marks is the weights, not the scores.
      if (scored.length === 0 && [90, 100].includes(found)) return [];
      const best = extra === null ? found : sumOf([found, extra]);
      // With rows unread the sum proves nothing unless it is already above the total.
      const unread = form.rows.filter((row) => !points.includes(row) && !row.indicator.repairs.includes('names-split'));
      if (unread.length > 0 && best < total.score) return [];
      const slip = slipOf(total.score, best);
      const pair: [number, number] = [total.score, best];
      return [
        {
          ...hit('SCORE_SUM', [total.line, ...points.map((row) => row.indicator.line)], {
            name: form.project.name,
            expected: total.score,
            found: best,
            gap: gapOf(total.score, best),
          }),
          mends: [
            slip === 'swapped' || slip === 'point'
              ? mend('possible', textAt(total.line), pair, 'sum.slip', { what: '总分', slip })
              : mend('possible', textAt(total.line), pair, 'total.sum', { what: '总分' }),
          ],
        },
      ];
    }),
};
export default check;
