import { type Check, type Hit, hit } from '../check-type.ts';
import type { ProjectView } from '../lib/view.ts';

function find(form: ProjectView): Hit[] {
  const { name, kind } = form.project;
  const { rows } = form;
  if (rows.length === 0) return [hit('EMPTY_FORM.rows', [form.from], { name })];
  const lines = rows.map((row) => row.indicator.line);
  if (rows.length < 2) return [];
  const hits: Hit[] = [];
  const untargeted = rows.filter((row) => row.indicator.value === null && row.indicator.actual === null);
  if (kind !== 'self-evaluation') {
    if (untargeted.length === rows.length) hits.push(hit('EMPTY_FORM.values', lines, { name, rows: rows.length }));
    return hits;
  }
  const blank = (value: string | number | null) => value === null || String(value).trim() === '';
  const undone = rows.filter((row) => blank(row.indicator.actual));
  if (undone.length === rows.length) hits.push(hit('EMPTY_FORM.actuals', lines, { name, rows: rows.length }));
  else if (undone.length > 0)
    hits.push(
      hit(
        'EMPTY_FORM.some',
        undone.map((row) => row.indicator.line),
        { name, missing: undone.length },
        'warning',
      ),
    );
  return hits;
}

const check: Check = {
  code: 'EMPTY_FORM',
  severity: 'error',
  title: { zh: '表格已填写', en: 'The form is filled in' },
  basis: { document: '财预〔2020〕10号', article: '单位自评应当逐项填报实际完成值；自评结果公开' },
  find: (view) => view.projects.flatMap(find),
};
export default check;
