import { type Check, hit } from '../check-type.ts';
import { addsUp, gapOf, sumOf } from '../lib/numbers.ts';
import { lineOfAmount } from '../lib/view.ts';

const check: Check = {
  code: 'PROJECTS_SUM',
  severity: 'error',
  title: { zh: '项目绩效表合计等于项目支出', en: 'Project forms sum to project expenditure' },
  basis: { document: '财预〔2015〕88号', article: '绩效目标与预算同步编制、相应匹配' },
  explainedBy: /重点项目|部分项目|涉密|不含|未含|除外|另有|口径|尾差/,
  find: (view) => {
    const expected = view.document.totals.projectWan;
    const forms = view.projects.filter((form) => form.project.kind === 'project');
    const parts = forms.map((form) => form.project.budgetWan).filter((budget) => budget !== null);
    if (expected === null || forms.length < 2 || parts.length !== forms.length || addsUp(expected, parts)) return [];
    const found = sumOf(parts);
    // Where only key projects are published, less than the whole is as it should be.
    const selected = forms.some((form) =>
      [form.from, form.from - 1, form.from - 2, form.from + 1].some((line) => /重点/.test(view.line(line))),
    );
    if (found < expected && selected) return [];
    const lines = forms.map((form) => lineOfAmount(view, form.project.budgetWan as number, form.from, form.to));
    return [
      hit(
        'PROJECTS_SUM',
        [lineOfAmount(view, expected), ...lines],
        { expected, found, gap: gapOf(expected, found), forms: forms.length },
        found > expected ? 'error' : 'warning',
      ),
    ];
  },
};
export default check;
