import { type Check, type Hit, hit } from '../check-type.ts';
import type { ProjectView } from '../lib/view.ts';

const blank = (value: string | number | null | undefined) => value === null || value === undefined || /^[\s/／—-]*$/.test(String(value));

const ASKED = [
  ['执行情况', 'actual'],
  ['全年预计完成情况', 'forecast'],
  ['完成目标可能性', 'likelihood'],
] as const;

function find(form: ProjectView): Hit[] {
  const rows = form.rows.map(({ indicator }) => indicator);
  if (rows.length < 2) return [];
  const undone = rows.filter((row) => blank(row.actual) && blank(row.forecast));
  if (undone.length === rows.length)
    return [
      hit(
        'MONITORING_INCOMPLETE.all',
        rows.map(({ line }) => line),
        { name: form.project.name, rows: rows.length },
        'error',
      ),
    ];
  return ASKED.flatMap(([missing, field]) => {
    const open = rows.filter((row) => blank(row[field]));
    // A column that most rows leave empty is none of this form, or is filled only where something is off.
    if (open.length === 0 || open.length > rows.length / 2) return [];
    return [
      hit(
        'MONITORING_INCOMPLETE',
        open.map(({ line }) => line),
        { name: form.project.name, missing, rows: open.length },
      ),
    ];
  });
}

const check: Check = {
  code: 'MONITORING_INCOMPLETE',
  severity: 'warning',
  title: { zh: '监控表逐项填报', en: 'The monitoring form is filled in' },
  basis: { document: '财预〔2019〕136号', article: '绩效监控表：执行情况、全年预计完成情况、完成目标可能性逐项填报' },
  phases: ['monitoring'],
  find: (view) => view.projects.flatMap(find),
};
export default check;
