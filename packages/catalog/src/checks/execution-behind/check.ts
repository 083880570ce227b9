import { type Check, hit } from '../check-type.ts';
import { gapOf, rounded } from '../lib/numbers.ts';

// Payments come late in the year: a few points behind the calendar are usual.
const MARGIN = 10;

const check: Check = {
  code: 'EXECUTION_BEHIND',
  severity: 'warning',
  title: { zh: '预算执行不低于序时进度', en: 'Execution keeps pace with the year' },
  basis: { document: '财预〔2019〕136号', article: '绩效监控内容：预算资金执行情况，预算执行进度与绩效目标实现程度“双监控”' },
  phases: ['monitoring'],
  explainedBy: /(执行|支付|支出|进度).{0,40}(原因|由于|因|受)|(原因|由于|因为|受).{0,60}(执行|支付|结算|支出|进度)/,
  find: (view) =>
    view.projects.flatMap((form) => {
      const rows = view.printedRows(form.from, form.to);
      for (const [index, { line, cells }] of rows.entries()) {
        const head = /1\s*[-—~至]\s*(\d{1,2})\s*月[^ ]{0,6}执行率/.exec(cells.join(' '));
        const total = rows.slice(index + 1, index + 4).find((row) => row.cells.some((cell) => /资金总额|^总额|^合计/.test(cell)));
        if (!head || !total) continue;
        const months = Number(head[1]);
        const rate = total.cells.map((cell) => /^(\d+(?:\.\d+)?)\s*[%％]$/.exec(cell)?.[1]).find((text) => text !== undefined);
        const expected = rounded((months / 12) * 100, 1);
        const found = Number(rate);
        if (rate === undefined || months < 1 || months > 12 || found >= expected - MARGIN) return [];
        return [hit('EXECUTION_BEHIND', [total.line, line], { months, expected, found, gap: gapOf(expected, found) })];
      }
      return [];
    }),
};
export default check;
