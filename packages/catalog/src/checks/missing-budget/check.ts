import { type Check, hit } from '../check-type.ts';
import { targetPhases } from '../lib/phase.ts';

const TOTAL = /^(年度|项目)?资金总额|^年度金额|^总金额|^预算金额|^当年度金额/;

const check: Check = {
  code: 'MISSING_BUDGET',
  severity: 'warning',
  title: { zh: '填明资金总额', en: 'The total of the money is there' },
  basis: { document: '财预〔2015〕88号', article: '绩效目标与预算同步申报、同步审核、同步批复下达' },
  phases: targetPhases,
  explainedBy: /(不|未|无)(涉及|安排|需)[^。]{0,8}(资金|预算)|另行(下达|安排)|涉密/,
  find: (view) =>
    view.projects.flatMap((form) => {
      if (form.project.budgetWan !== null || form.rows.length === 0) return [];
      const totals = form.head.filter((cell) => TOTAL.test(cell.label.replace(/\s/g, '')));
      const [total] = totals;
      if (!total || totals.some((cell) => /\d/.test(cell.value) || /\d/.test(cell.label))) return [];
      // The money may stand in a cell below its label.
      if ([1, 2, 3].some((next) => view.cells(total.line + next).some((cell) => /^\d[\d,，.]*\s*(万元|元)?$/.test(cell)))) return [];
      // A wish may still wait for its amount; what is approved or handed down is money.
      const given = form.phase === 'approval' || form.phase === 'notice';
      const { name } = form.project;
      return given ? [hit('MISSING_BUDGET.given', [total.line], { name }, 'error')] : [hit('MISSING_BUDGET', [total.line], { name })];
    }),
};
export default check;
