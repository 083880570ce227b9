import { type Check, hit } from '../check-type.ts';

const OPINION = /^(财政部门?|主管部门|部门|初|复)?(审核|评审)(意见|结论|等级|结果)[:：]?$|^综合评定等级[:：]?$/;

const check: Check = {
  code: 'REVIEW_OPINION',
  severity: 'warning',
  title: { zh: '审核表写明意见和等次', en: 'A review has its opinion' },
  basis: { document: '财预〔2015〕88号', article: '第二十五条（审核结果分为“优”“良”“中”“差”四个等级）' },
  // The same field in a declaration waits for the finance department.
  phases: ['review'],
  find: (view) =>
    view.projects.flatMap((form) =>
      Array.from({ length: form.to - form.from + 1 }, (_, n) => form.from + n).flatMap((line) => {
        const cells = view.cells(line);
        const at = cells.findIndex((cell) => OPINION.test(cell.replace(/\s/g, '')));
        if (at < 0) return [];
        const printed = [...cells.slice(at + 1), ...view.cells(line + 1)].join('').replace(/[\s□_＿:：（）()]/g, '');
        // 盖章, 签字 and the day wait for the pen.
        const said = printed.replace(/盖章|签字|签章|年月日/g, '');
        return said === '' ? [hit('REVIEW_OPINION', [line], { what: (cells[at] ?? '').replace(/[\s:：]/g, '') })] : [];
      }),
    ),
};
export default check;
