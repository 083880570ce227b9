import { type Check, type Hit, hit } from '../check-type.ts';
import { onlyNumber } from '../lib/numbers.ts';
import type { DocumentView, ProjectView } from '../lib/view.ts';

/** Places of the columns of a monitoring form, counted from the right end of its head (rows lose cells on the left). */
function columnsOf(view: DocumentView, form: ProjectView): { forecast: number; reason: number | null; chance: number | null } | null {
  for (let line = form.from; line <= form.to; line += 1) {
    const cells = view.cells(line).map((cell) => cell.replace(/\s+/g, ''));
    const forecast = cells.findIndex((cell) => /全年预计完成/.test(cell));
    if (forecast < 0 || !cells.some((cell) => /指标值/.test(cell))) continue;
    const fromName = (index: number) => index - cells.findIndex((cell) => /三级指标|指标名称/.test(cell));
    const at = (pattern: RegExp) => {
      const index = cells.findIndex((cell) => pattern.test(cell));
      return index < 0 ? null : fromName(index);
    };
    return { forecast: fromName(forecast), reason: at(/偏差原因/), chance: at(/完成目标可能性/) };
  }
  return null;
}

const squeeze = (text: string) => text.replace(/\s+/g, '').replace(/^指标\d+[:：]/, '');

function find(view: DocumentView, form: ProjectView): Hit[] {
  const columns = columnsOf(view, form);
  if (!columns) return [];
  return form.rows.flatMap((row) => {
    const { value: target, operator, unit } = row.indicator;
    const cells = view.cells(row.indicator.line);
    const name = cells.findIndex((cell) => cell !== '' && squeeze(cell) === squeeze(row.indicator.name));
    const text = name < 0 ? '' : (cells[name + columns.forecast] ?? '');
    const forecast = onlyNumber(text);
    if (typeof target !== 'number' || forecast === null || operator === 'qualitative') return [];
    // Another unit is another number.
    if (unit !== null && /[%％]/.test(unit) !== /[%％]/.test(text) && /[^\d.\s]/.test(text)) return [];
    const met = operator === '≤' || operator === '<' ? forecast <= target : operator === '=' ? forecast === target : forecast >= target;
    if (met) return [];
    const chance = columns.chance === null ? '' : (cells[name + columns.chance] ?? '');
    const reason = columns.reason === null ? null : (cells[name + columns.reason] ?? '').replace(/[\s/／无—-]/g, '');
    if (/^(1|确定能|1[.、]?\s*确定能)$/.test(chance.replace(/\s+/g, '')))
      return [hit('FORECAST_FIT.sure', [row.indicator.line], { name: row.name, target, forecast, chance })];
    return reason === '' ? [hit('FORECAST_FIT.reason', [row.indicator.line], { name: row.name, target, forecast })] : [];
  });
}

const check: Check = {
  code: 'FORECAST_FIT',
  severity: 'warning',
  title: { zh: '全年预计与完成可能性相符', en: 'The forecast fits its likelihood' },
  basis: { document: '财预〔2019〕136号', article: '对偏离绩效目标的原因进行分析，对全年绩效目标完成情况进行预计' },
  phases: ['monitoring'],
  find: (view) => view.projects.flatMap((form) => find(view, form)),
};
export default check;
