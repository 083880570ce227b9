import { type Check, hit, mend, textAt } from '../check-type.ts';
import { scoredPhases } from '../lib/phase.ts';
import { statedTotal } from '../lib/scores.ts';

// 财预〔2020〕10号: 优 from 90, 良 from 80, 中 from 60, 差 below.
const GRADES: { least: number; name: string; words: RegExp }[] = [
  { least: 90, name: '优', words: /^优秀?$|^优等$/ },
  { least: 80, name: '良', words: /^良好?$|^良等$/ },
  { least: 60, name: '中', words: /^中等?$|^一般$|^合格$/ },
  { least: 0, name: '差', words: /^较?差$|^不合格$/ },
];

const check: Check = {
  code: 'GRADE_FIT',
  severity: 'error',
  title: { zh: '评价等次与总分相符', en: 'The grade fits the score' },
  basis: { document: '财预〔2020〕10号', article: '绩效评价结果：90（含）—100分为优、80（含）—90分为良、60（含）—80分为中、60分以下为差' },
  phases: scoredPhases,
  find: (view) =>
    view.projects.flatMap((form) => {
      const total = statedTotal(view, form);
      if (!total) return [];
      for (let line = form.from; line <= form.to; line += 1) {
        const cells = view.cells(line).map((cell) => cell.replace(/\s+/g, ''));
        const at = cells.findIndex((cell) => /^(自评|绩效)?(评价|自评|评定)?(等次|等级|结论|评级)[:：]?/.test(cell));
        if (at < 0) continue;
        const inline = (cells[at] ?? '').replace(/^[^:：]*[:：]/, '');
        const below = [line + 1, line + 2].map((n) =>
          view
            .cells(n)
            .find((cell) => cell !== '')
            ?.replace(/\s+/g, ''),
        );
        const words = [inline, cells.slice(at + 1).find((cell) => cell !== ''), ...below].filter(
          (word) => word !== undefined && word !== '',
        );
        const found = words.flatMap((word) => GRADES.filter((grade) => grade.words.test(word ?? '')))[0];
        const expected = GRADES.find((grade) => total.score >= grade.least);
        if (!found || !expected) continue;
        return found === expected
          ? []
          : [
              {
                ...hit('GRADE_FIT', [total.line, line], { score: total.score, expected: expected.name, found: found.name }),
                mends: [mend('certain', textAt(line), [found.name, expected.name], 'cell.replace', { what: '评价等次' })],
              },
            ];
      }
      return [];
    }),
};
export default check;
