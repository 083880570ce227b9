import { type Check, cellOf, hit, type Mend, mend } from '../check-type.ts';
import { gapOf, rounded, sumOf } from '../lib/numbers.ts';
import { type DocumentView, isTarget, type ProjectView, type Row } from '../lib/view.ts';

/** `绩效指标(90分)` and the like, where a form says itself what its weights sum to. */
const stated = (view: DocumentView, form: ProjectView): number | null => {
  for (let line = form.from; line <= form.to; line += 1) {
    const found = /绩效指标\s*[（(]\s*(\d{2,3})\s*分\s*[)）]/.exec(view.line(line));
    if (found) return Number(found[1]);
  }
  return null;
};

/** The weight of the only row without one: certain where only one sum is left that it can make. */
function restOf(row: Row, others: number, allowed: readonly number[], usual: number): Mend[] {
  const [total, more] = allowed.filter((sum) => sum > others);
  if (total === undefined) return [];
  const sum = more === undefined ? total : usual;
  const to = rounded(sum - others, 4);
  const facts = { others, total: sum };
  return [
    more === undefined
      ? mend('certain', cellOf(row, 'weight'), [null, to], 'weight.rest', facts)
      : mend('possible', cellOf(row, 'weight'), [null, to], 'weight.restPossible', facts),
  ];
}

const check: Check = {
  code: 'WEIGHT_SUM',
  severity: 'error',
  title: { zh: '权重合计为90或100', en: 'Weights sum to 90 or 100' },
  basis: { document: '财预〔2021〕101号；财预〔2020〕10号', article: '绩效指标权重90，另加预算执行率10；单位自评总分100' },
  explainedBy:
    /(不列入|不计入|不含|未含|另有|另设|加分|附加)[^。；;]{0,20}(权重|分值|分)|(权重|分值)[^。；;]{0,20}(不列入|不计入|不含|未含)|(权重|分值)(合计|之和|总和|总计)[^。；;\d]{0,8}\d/,
  find: (view) =>
    view.projects.flatMap((form) => {
      const weighted = form.rows.filter((row) => row.indicator.weight !== null);
      if (weighted.length < 2 || weighted.length < form.rows.length / 2) return [];
      const found = sumOf(weighted.map((row) => row.indicator.weight as number));
      const { name } = form.project;
      const own = stated(view, form);
      const lines = weighted.flatMap((row) => row.indicator.line);
      const goal = isTarget(form) && form.project.kind !== 'overall';
      // Provinces print goal forms of 90 and of 100; overall forms and self-evaluations add the 10 of 预算执行率 or leave it out.
      const allowed = own === null ? [90, 100] : [own];
      const expected = own ?? (goal ? 90 : 100);
      const fits = (sum: number) => allowed.some((one) => gapOf(one, sum) < 0.05);
      // Weights as shares of one, and forms that give every goal its own hundred.
      const groups = Map.groupBy(weighted, (row) => row.indicator.group);
      const apart = groups.size > 1 && [...groups.values()].every((rows) => fits(sumOf(rows.map((row) => row.indicator.weight as number))));
      if (fits(found) || apart || (own === null && (gapOf(found, 1) < 1e-6 || gapOf(found, 0.9) < 1e-6))) return [];
      const unknown = form.rows.filter((row) => row.indicator.weight === null);
      if (unknown.length > 0 && found < Math.max(...allowed))
        return [
          {
            ...hit(
              'WEIGHT_SUM.unknown',
              unknown.map((row) => row.indicator.line),
              { name, found, missing: unknown.length },
              'info',
            ),
            mends: unknown.length === 1 && unknown[0] ? restOf(unknown[0], found, allowed, expected) : [],
          },
        ];
      // A share of 20 for 预算执行率 (as in 湖北) leaves 80.
      if (
        found === 80 &&
        Array.from({ length: form.to - form.from + 1 }, (_, n) => view.line(form.from + n)).some(
          (line) => /执行率/.test(line) && /(^|\D)20(\D|$)/.test(line),
        )
      )
        return [];
      return [hit('WEIGHT_SUM', lines, { name, expected, found, gap: gapOf(expected, found) })];
    }),
};
export default check;
