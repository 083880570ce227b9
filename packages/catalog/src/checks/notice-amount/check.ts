import { type Check, hit, mend, textAt } from '../check-type.ts';
import { amountsIn } from '../lib/amounts.ts';
import { noticeOf } from '../lib/notice.ts';
import { addsUp, gapOf, numberCell, sumOf } from '../lib/numbers.ts';
import { lineOfAmount } from '../lib/view.ts';

const check: Check = {
  code: 'NOTICE_AMOUNT',
  severity: 'error',
  title: { zh: '下达金额齐全并与附表一致', en: 'The amount handed down is there and equals its tables' },
  basis: { document: '财预〔2015〕163号', article: '绩效目标与资金同步下达' },
  find: (view) => {
    const notice = noticeOf(view);
    if (!notice) return [];
    const budgets = view.projects.map((form) => form.project.budgetWan);
    const parts = budgets.filter((budget) => budget !== null);
    const total = parts.length > 0 && parts.length === budgets.length ? sumOf(parts) : null;
    for (let line = notice.title.line + 1; line <= notice.end; line += 1) {
      const text = view.line(line);
      const handed =
        /(现|此次|本次)?[^。；;]{0,8}(下达|拨付|追加|安排)[^。；;]*$/.exec(text.split(/[。；;]/)[0] ?? '') ??
        /现[^。；;]{0,6}(下达|拨付)[^。；;]*/.exec(text);
      if (!handed) continue;
      if (
        /(资金|补助|经费|预算)[^\d，,。；;]{0,12}\s+万元|(资金|补助|经费)[^\d，,。；;]{0,4}[_＿×X*]*万元/.test(text) &&
        amountsIn(text).length === 0
      )
        return [
          {
            ...hit('NOTICE_AMOUNT.missing', [line], { found: total }),
            mends: total === null ? [] : [mend('possible', textAt(line), [null, total], 'amount.tables', {})],
          },
        ];
      const amounts = amountsIn(text.slice(Math.max(0, text.search(/现[^。；;]{0,6}(下达|拨付)|(此次|本次)(下达|拨付)/))));
      const [amount] = amounts;
      if (amount === undefined || amount.about) continue;
      // The allocation table, where there is one, is what the amount must equal.
      const table = view.source.tables.find((t) => /分配|明细/.test(t.name));
      const row = table?.rows.find((r) => r.cells.some((cell) => /合计|总计/.test(cell)));
      const numbers = row?.cells.map(numberCell).filter((value) => value !== null) ?? [];
      if (numbers.length > 0) {
        const found = numbers.at(-1) as number;
        return numbers.some((value) => addsUp(amount.wan, [value]))
          ? []
          : [hit('NOTICE_AMOUNT.differs', [line, row?.line ?? null], { expected: amount.wan, found, gap: gapOf(amount.wan, found) })];
      }
      if (total === null || addsUp(amount.wan, parts) || amounts.some((other) => addsUp(other.wan, parts))) return [];
      // Without the table, goal tables above the amount contradict it; fewer may be a selection.
      return total > amount.wan
        ? [
            hit(
              'NOTICE_AMOUNT.differs',
              [line, ...view.projects.map((form) => lineOfAmount(view, form.project.budgetWan as number, form.from, form.to))],
              { expected: amount.wan, found: total, gap: gapOf(amount.wan, total) },
              'warning',
            ),
          ]
        : [];
    }
    return [];
  },
};
export default check;
