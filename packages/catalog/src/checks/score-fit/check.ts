import { type Check, cellOf, type Hit, hit, mend, textAt } from '../check-type.ts';
import { gapOf, rounded } from '../lib/numbers.ts';
import { scoredPhases } from '../lib/phase.ts';
import { execution, measured } from '../lib/scores.ts';
import type { DocumentView, ProjectView, Row } from '../lib/view.ts';

const reasonOf = (row: Row): string => (row.indicator.remark ?? '').replace(/[\s/／\-—无]/g, '');

function find(row: Row): Hit[] {
  const { weight, score } = row.indicator;
  if (weight === null || score === null || weight <= 0) return [];
  const { name, lines } = row;
  if (score < 0 || score > weight + 1e-9) return [hit('SCORE_FIT.over', lines, { name, weight, score }, 'error')];
  const result = measured(row);
  if (!result) return [];
  const { target, actual, share } = result;
  const facts = { name, target, actual, weight, score };
  if (result.met) return score < weight - 1e-9 && reasonOf(row) === '' ? [hit('SCORE_FIT.met', lines, facts)] : [];
  // More than the proportion is not covered by any rule set; less may be (101号 has a pass mark of 60 %).
  const expected = rounded(weight * share, 2);
  const mends = [mend('possible', cellOf(row, 'score'), [score, expected], 'score.share', {})];
  if (score >= weight - 1e-9 && weight * (1 - share) > 0.05)
    return [{ ...hit('SCORE_FIT.missed', lines, facts, reasonOf(row) === '' ? 'error' : 'warning'), mends }];
  return score > expected + 0.1
    ? [{ ...hit('SCORE_FIT.ratio', lines, { name, target, actual, expected, found: score, gap: gapOf(expected, score) }), mends }]
    : [];
}

/** 预算执行率 × its points: more than that is not covered by any rule set. */
function executed(view: DocumentView, form: ProjectView): Hit[] {
  const row = execution(view, form);
  if (!row || row.weight === null || row.score === null || row.weight <= 0 || row.weight > 20) return [];
  const expected = rounded(row.weight * Math.min(1, row.percent / 100), 2);
  if (row.score <= expected + 0.1) return [];
  return [
    {
      ...hit('SCORE_FIT.execution', [row.line], {
        percent: row.percent,
        weight: row.weight,
        expected,
        found: row.score,
        gap: gapOf(expected, row.score),
      }),
      mends: [mend('possible', textAt(row.line), [row.score, expected], 'score.share', {})],
    },
  ];
}

const check: Check = {
  code: 'SCORE_FIT',
  severity: 'warning',
  title: { zh: '得分与完成情况相符', en: 'Scores fit target and actual' },
  basis: {
    document: '财预〔2020〕10号',
    article: '定量指标：完成的记满分，未完成的按完成值与指标值的比例记分',
  },
  phases: scoredPhases,
  find: (view) => [...view.rows.flatMap(find), ...view.projects.flatMap((form) => executed(view, form))],
};
export default check;
