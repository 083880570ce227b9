import { type Check, hit } from '../check-type.ts';
import { scoredPhases } from '../lib/phase.ts';

const check: Check = {
  code: 'SCORE_MISSING',
  severity: 'warning',
  title: { zh: '有分值的指标都已计分', en: 'Every weighted row has its score' },
  basis: { document: '财预〔2020〕10号', article: '单位自评：对照分值逐项计分，总分由各项指标得分汇总' },
  phases: scoredPhases,
  explainedBy: /不(计|予计|参与)分|不适用|未(开展|实施)|不考核/,
  find: (view) =>
    view.projects.flatMap((form) => {
      const weighted = form.rows.filter((row) => (row.indicator.weight ?? 0) > 0);
      const open = weighted.filter((row) => row.indicator.score === null);
      // A form with one column of points has no scores; a row whose points were lost may have lost its score with them.
      if (open.length === 0 || open.length > weighted.length / 2 || weighted.length < 2) return [];
      return [
        hit(
          'SCORE_MISSING',
          open.map((row) => row.indicator.line),
          { name: form.project.name, rows: open.length },
        ),
      ];
    }),
};
export default check;
