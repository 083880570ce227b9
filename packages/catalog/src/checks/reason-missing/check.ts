import { type Check, type Hit, hit } from '../check-type.ts';
import { rounded } from '../lib/numbers.ts';
import { scoredPhases } from '../lib/phase.ts';
import { execution, measured } from '../lib/scores.ts';
import type { DocumentView, ProjectView, Row } from '../lib/view.ts';
import { isBoundedShare } from '../lib/words.ts';

// 10号 leaves "far above target" open; many local notices take 30 %.
const FAR = 130;
// 四川: below 90 % the reason is due; without a local rule a wider margin.
const LOW_EXECUTION = 90;

const said = (text: string | null | undefined) => (text ?? '').replace(/[\s/／\-—]|^无$/g, '') !== '';

/** A reason that stands in the printed row though the reading has none: words that are no level, value or actual. */
function saidInRow(row: Row, form: ProjectView): boolean {
  const { value, actual } = row.indicator;
  // The same words in another row are a column of the form (a way of scoring), not this row's reason.
  const elsewhere = new Set(form.rows.flatMap((other) => (other === row ? [] : other.text.split(/[\s|]+/))));
  const known = [value, actual].map((cell) => String(cell ?? '').replace(/\s+/g, ''));
  return row.text
    .split(/[\s|]+/)
    .some(
      (cell) =>
        /[一-龥]{4,}/.test(cell) &&
        !elsewhere.has(cell) &&
        !/^.{0,10}(指标|目标)([（(].*)?$|^[≥≤＞＜><＝=]/.test(cell) &&
        !known.some((text) => text !== '' && cell.includes(text)),
    );
}

function rows(form: ProjectView): Hit[] {
  // Where the reading has no column of reasons, nothing can be said about them.
  const known = form.rows.some((row) => row.indicator.remark !== undefined);
  return form.rows.flatMap((row) => {
    const result = measured(row);
    if (!result || said(row.indicator.remark) || saidInRow(row, form)) return [];
    const { target, actual, met } = result;
    if (!met) return known ? [hit('REASON_MISSING.missed', row.lines, { name: row.name, target, actual })] : [];
    const ratio =
      target > 0 && (row.indicator.operator === '≥' || row.indicator.operator === '=') ? rounded((actual / target) * 100, 1) : 0;
    return known && ratio > FAR && !isBoundedShare(row.name)
      ? [hit('REASON_MISSING.far', row.lines, { name: row.name, target, actual, ratio }, 'info')]
      : [];
  });
}

function executions(view: DocumentView, form: ProjectView): Hit[] {
  const row = execution(view, form);
  if (!row || row.percent >= LOW_EXECUTION) return [];
  for (let line = form.from; line <= form.to; line += 1)
    if (/执行率.{0,30}(原因|由于|因|受)|(原因|由于|因为|受).{0,40}(执行|支付|结算|支出|进度)/.test(view.line(line))) return [];
  if (form.rows.some((r) => said(r.indicator.remark))) return [];
  return [hit('REASON_MISSING.execution', [row.line], { found: row.percent })];
}

const check: Check = {
  code: 'REASON_MISSING',
  severity: 'warning',
  title: { zh: '偏差说明原因', en: 'Deviations are explained' },
  basis: { document: '财预〔2020〕10号', article: '未完成绩效目标或偏离绩效目标较大的，分析并说明原因，研究提出改进措施' },
  phases: scoredPhases,
  explainedBy:
    /(未完成|未达|偏差|偏低|滞后|超额|执行率?)[^。]{0,30}(原因|由于|因为?|受)|(由于|因|受)[^。]{0,60}(未完成|未达|未能|偏低|滞后|推迟)/,
  find: (view) => view.projects.flatMap((form) => [...rows(form), ...executions(view, form)]),
};
export default check;
