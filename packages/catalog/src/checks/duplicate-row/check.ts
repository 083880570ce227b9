import { type Check, hit, mend, textAt } from '../check-type.ts';
import { printed } from '../lib/same.ts';
import type { ProjectView, Row } from '../lib/view.ts';

/** The target says it; where the form has no column of targets, what was reached and scored. */
function sameNumbers({ indicator: one }: Row, { indicator: other }: Row, { rows }: ProjectView): boolean {
  if (other.value !== null) return true;
  const told = other.actual !== null || other.score !== null;
  return told && one.actual === other.actual && one.score === other.score && rows.every(({ indicator }) => indicator.value === null);
}

const check: Check = {
  code: 'DUPLICATE_ROW',
  severity: 'warning',
  title: { zh: '指标不重复', en: 'No row twice' },
  basis: { document: '财预〔2021〕101号', article: '指标设置：突出核心、避免重复' },
  find: (view) =>
    view.projects.flatMap((form) =>
      form.rows.flatMap((row, index) => {
        const first = form.rows
          .slice(0, index)
          .find(
            (other) =>
              other.name === row.name &&
              other.branch === row.branch &&
              other.indicator.group === row.indicator.group &&
              printed(other) === printed(row) &&
              sameNumbers(other, row, form),
          );
        if (!first) return [];
        const told = hit('DUPLICATE_ROW', [first.indicator.line, row.indicator.line], {
          name: row.name,
          value: row.indicator.value === null ? String(row.indicator.actual ?? row.indicator.score) : printed(row),
        });
        return [{ ...told, mends: [mend('certain', textAt(row.indicator.line), [row.name, null], 'row.remove', {})] }];
      }),
    ),
};
export default check;
