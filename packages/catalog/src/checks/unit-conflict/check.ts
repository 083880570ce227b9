import { type Check, type Hit, hit, mend, textAt } from '../check-type.ts';
import { amountsIn, withoutTags } from '../lib/amounts.ts';
import { decimalsOf, numberCell } from '../lib/numbers.ts';
import type { DocumentView, ProjectView } from '../lib/view.ts';
import { unitInName } from '../lib/words.ts';

type MoneyUnit = '元' | '万元';

const declared = (text: string): MoneyUnit | null =>
  (/单位\s*[:：]\s*(?:人民币)?\s*(万元|元)/.exec(text)?.[1] as MoneyUnit | undefined) ?? null;
// A price per head has a unit of its own.
const inHead = (cell: string): MoneyUnit | null =>
  /人均|每|标准|单价/.test(cell)
    ? null
    : ((/(?:资金|金额|预算|收入|支出|情况|总额)[^（()）]{0,6}[（(]\s*(?:单位[:：])?\s*(万元|元)\s*[)）]/.exec(cell)?.[1] as
        | MoneyUnit
        | undefined) ?? null);

/** Where the form (from a few lines above, as the unit often stands over the table) declares its unit. */
function declarations(view: DocumentView, form: ProjectView): { line: number; unit: MoneyUnit; kind: 'over' | 'head' }[] {
  const first = form.rows[0]?.indicator.line ?? form.to + 1;
  const previous = view.projects[view.projects.indexOf(form) - 1];
  const start = Math.max(1, previous ? (previous.rows.at(-1)?.indicator.line ?? previous.from) + 1 : 1, form.from - 12);
  return Array.from({ length: Math.max(0, first - start) }, (_, n) => start + n).flatMap((line) => {
    const over = declared(view.line(line));
    const heads = view
      .cells(line)
      .map(inHead)
      .filter((unit) => unit !== null);
    return [
      ...(over ? [{ line, unit: over, kind: 'over' as const }] : []),
      ...heads.map((unit) => ({ line, unit, kind: 'head' as const })),
    ];
  });
}

/** The unit over the form against the unit in the head of its money block, and the head against its cells. */
function heads(view: DocumentView, form: ProjectView): Hit[] {
  const units = declarations(view, form);
  const [first] = units;
  if (!first) return [];
  const other = units.find((unit) => unit.unit !== first.unit);
  const hits = other ? [hit('UNIT_CONFLICT.head', [first.line, other.line], { expected: first.unit, found: other.unit })] : [];
  for (const cell of form.head) {
    const found = /^(\d[\d,，]*(?:\.\d+)?)\s*(万元|元)$/.exec(cell.value.replace(/\s+/g, ''));
    // A label with a unit of its own speaks for its cell.
    if (!found || /[（(](万元|元)[)）]/.test(cell.label) || !/金额|资金|拨款|预算|支出|收入|补助/.test(cell.label)) continue;
    if (found[2] !== first.unit && !units.some((unit) => unit.unit === found[2]))
      hits.push(
        hit('UNIT_CONFLICT.cell', [cell.line, first.line], {
          expected: first.unit,
          found: found[2] ?? '',
          value: Number((found[1] ?? '').replace(/[,，]/g, '')),
        }),
      );
  }
  return hits;
}

/** The same digits in 元 in the text and in 万元 in a table of the document: with decimals, so that it is no chance. */
function texts(view: DocumentView): Hit[] {
  const inWan = view.source.tables.filter((table) =>
    /万元/.test(
      `${table.name} ${table.rows
        .slice(0, 3)
        .flatMap((row) => row.cells)
        .join(' ')}`,
    ),
  );
  const printed = new Map<number, number>();
  for (const row of inWan.flatMap((table) => table.rows))
    for (const cell of row.cells) {
      const value = numberCell(cell);
      if (value === null || decimalsOf(value) < 1 || value < 10 || printed.has(value)) continue;
      // A row of a form with one cell a line runs over several lines.
      const lines = Array.from({ length: row.cells.length }, (_, n) => row.line + n);
      printed.set(value, lines.find((line) => view.cells(line).includes(cell)) ?? row.line);
    }
  return view.source.lines.flatMap((raw, index) => {
    const text = withoutTags(raw);
    return amountsIn(text).flatMap((amount) => {
      const line = printed.get(amount.value);
      // A price per head in 元 is no total in 元.
      const before = text.slice(Math.max(0, amount.start - 12), amount.start);
      if (amount.unit !== '元' || line === undefined || line === index + 1 || /每|人均|标准|负担|单价/.test(before)) return [];
      const mends = [mend('possible', textAt(index + 1), [`${amount.value}元`, `${amount.value}万元`], 'cell.perhaps', { what: '金额' })];
      return [{ ...hit('UNIT_CONFLICT.text', [index + 1, line], { value: amount.value, expected: '万元', found: '元' }), mends }];
    });
  });
}

/** 人 in the name and 万人 in the cell. 元 and 元/人/年 agree. */
function names(form: ProjectView): Hit[] {
  return form.rows.flatMap((row) => {
    const inName = unitInName(row.indicator.name)?.replace('％', '%');
    const inCell = row.indicator.unit?.replace('％', '%');
    if (!inName || !inCell || inName === inCell || inCell.startsWith(`${inName}/`) || inName.startsWith(`${inCell}/`)) return [];
    // Only where the two differ by a factor or in kind, not 人 and 人次 or 个 and 项.
    const factor = inName.replace('万', '') === inCell.replace('万', '');
    const kind = (inName === '%') !== (inCell === '%');
    return factor || kind ? [hit('UNIT_CONFLICT.name', row.lines, { name: row.name, expected: inName, found: inCell }, 'warning')] : [];
  });
}

const check: Check = {
  code: 'UNIT_CONFLICT',
  severity: 'error',
  title: { zh: '计量单位前后一致', en: 'One unit throughout' },
  basis: { document: '财预〔2021〕101号', article: '指标要素：计量单位；部门预算公开表式“单位：万元”' },
  find: (view) => [...view.projects.flatMap((form) => [...heads(view, form), ...names(form)]), ...texts(view)],
};
export default check;
