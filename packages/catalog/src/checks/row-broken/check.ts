import { type Check, type Hit, hit } from '../check-type.ts';
import { addsUp, numberCell, sumOf } from '../lib/numbers.ts';
import type { DocumentView, ProjectView, Row } from '../lib/view.ts';

/** Rows that lost a value or weight that the others have. */
function lost(form: ProjectView): Hit[] {
  const valued = form.rows.filter((row) => row.indicator.value !== null).length;
  const weighted = form.rows.filter((row) => row.indicator.weight !== null).length;
  return form.rows.flatMap((row) => {
    const { value, weight } = row.indicator;
    const missing = [
      ...(value === null && valued > form.rows.length / 2 ? ['指标值'] : []),
      ...(weight === null && weighted > form.rows.length / 2 ? ['权重'] : []),
    ];
    return missing.length > 0 ? [hit('ROW_BROKEN.lost', [row.indicator.line], { name: row.name, missing }, 'error')] : [];
  });
}

const isShifted = (row: Row): boolean =>
  row.indicator.value !== null && row.indicator.repairs.some((repair) => /shift|moved|错位/i.test(repair));

/** Rows whose cells the reading had to put back, run by run. Where most rows moved, the form lost its merged cells as a whole. */
function shifted(form: ProjectView): Hit[] {
  const runs: Row[][] = [];
  for (const [index, row] of form.rows.entries()) {
    if (!isShifted(row)) continue;
    const before = form.rows[index - 1];
    if (before && isShifted(before)) runs.at(-1)?.push(row);
    else runs.push([row]);
  }
  const all = runs.flat();
  const lines = (rows: Row[]) => rows.map((row) => row.indicator.line);
  const say = (rows: Row[], severity?: 'info') =>
    hit('ROW_BROKEN.shifted', lines(rows), { name: rows[0]?.name ?? '', rows: rows.length }, severity);
  if ((all.length > 2 && all.length > form.rows.length / 2) || (all.length === form.rows.length && all.length > 1))
    return [say(all, 'info')];
  return runs.map((run) => say(run));
}

interface Block {
  total: number;
  sources: number[];
}

/**
 * A matrix of blocks, each `合计 | 财政拨款 | 专户资金 …`, whose first 合计 holds the total of all blocks: the row has slid to the
 * left by one column. Said only where the slide explains every number.
 */
function matrices(view: DocumentView): Hit[] {
  const rows = view.printedRows(1, view.source.lines.length);
  return rows.flatMap((row, index) => {
    const head = row.cells.map((cell) => cell.replace(/\s+/g, ''));
    const starts = head.flatMap((cell, column) => (/^(合计|小计)$/.test(cell) ? [column] : []));
    if (starts.length < 2) return [];
    const { cells = [], line = row.line } = rows[index + 1] ?? {};
    const value = (column: number) => numberCell(cells[column] ?? '');
    const blocks: Block[] = starts.map((start, block) => ({
      total: start,
      sources: head.flatMap((cell, column) =>
        column > start && column < (starts[block + 1] ?? head.length) && cell !== '' ? [column] : [],
      ),
    }));
    const sums = blocks.map((block) => ({ total: value(block.total), parts: block.sources.map(value).filter((v) => v !== null) }));
    const broken = sums.findIndex((sum) => sum.total !== null && sum.parts.length > 0 && !addsUp(sum.total, sum.parts));
    const block = blocks[broken];
    const sum = sums[broken];
    if (!block || !sum || sum.total === null) return [];
    const next = value(block.total + 1);
    const others = sums.filter((_, other) => other !== broken).map((other) => other.total);
    if (next === null || others.some((total) => total === null) || !addsUp(sum.total, [next, ...(others as number[])])) return [];
    if (!addsUp(next, sum.parts.slice(1))) return [];
    return [hit('ROW_BROKEN.matrix', [line], { expected: sumOf(sum.parts), found: sum.total, cells: sum.parts }, 'error')];
  });
}

const check: Check = {
  code: 'ROW_BROKEN',
  severity: 'warning',
  title: { zh: '表格行列完整', en: 'Rows are whole' },
  basis: { document: '财预〔2015〕88号', article: '绩效目标审核“完整性”：内容完整、填报规范' },
  find: (view) => [...view.projects.flatMap((form) => [...lost(form), ...shifted(form)]), ...matrices(view)],
};
export default check;
