import { type Hit, hit } from '../check-type.ts';
import { amountsIn, withoutTags } from '../lib/amounts.ts';
import { addsUp, gapOf, moneyCell, onlyNumber, sumOf } from '../lib/numbers.ts';
import { type DocumentView, lineOfAmount, type ProjectView } from '../lib/view.ts';

/** 基本支出 + 项目支出 = 总额 of the department-wide form. */
export function totalsSum(view: DocumentView): Hit[] {
  const { totalWan, basicWan, projectWan } = view.document.totals;
  if (totalWan === null || basicWan === null || projectWan === null) return [];
  const parts = [basicWan, projectWan];
  if (addsUp(totalWan, parts)) return [];
  const found = sumOf(parts);
  return [
    hit('SUM_PARTS.total', [lineOfAmount(view, totalWan), lineOfAmount(view, basicWan), lineOfAmount(view, projectWan)], {
      expected: totalWan,
      found,
      gap: gapOf(totalWan, found),
      parts,
    }),
  ];
}

const TOTAL = /资金总额|年度金额|当年度金额|^预算金额|金额合计/;
const SOURCE =
  /^(其中[:：]?)?\s*(当年)?(财政拨款|财政资金|其[他它]资金|中央.*|省级.*|市级.*|市县.*|县级.*|地方.*|单位资金|自有资金|自筹资金|上年结转.*|政府性基金.*|一般公共预算.*|财政专户.*|专户资金)/;

/** A total and the sources below it, one number for each money column. */
interface Block {
  name: string;
  lines: number[];
  totals: (number | null)[];
  sources: (number | null)[][];
}

/** How many columns of money stand behind the label: 年初预算数, 全年预算数, 全年执行数 …; points and ratios follow them. */
function moneyColumns(rows: string[][]): number {
  for (const cells of rows.toReversed().slice(0, 4)) {
    const filled = cells.filter((cell) => cell !== '');
    const named = filled.filter(
      (cell, index) => /预算数?|执行数|支出数|到位|计划数/.test(cell) && !/率/.test(cell) && !(index === 0 && /[（(]/.test(cell)),
    );
    if (named.length >= 2) return named.length;
  }
  return 1;
}

/** The numbers behind a label; with one column only, the first number there is. */
function behind(cells: string[], label: number, columns: number): (number | null)[] {
  if (columns > 1) return cells.slice(label + 1, label + 1 + columns).map(moneyCell);
  return [
    cells
      .slice(label + 1, label + 5)
      .map(moneyCell)
      .find((value) => value !== null) ?? null,
  ];
}

/** Blocks of a form as its rows print them. */
function blocksOfRows(view: DocumentView, project: ProjectView): Block[] {
  const blocks: Block[] = [];
  let open: { block: Block; columns: number } | null = null;
  const rows = view.printedRows(project.from, project.headLines.at(-1) ?? project.from);
  for (const [index, { line, cells }] of rows.entries()) {
    const total = cells.findIndex((cell) => TOTAL.test(cell.replace(/\s+/g, '')) && !/率/.test(cell) && cell.length < 24);
    const source = cells.findIndex((cell) => SOURCE.test(cell));
    if (total >= 0 && source < 0) {
      const columns = moneyColumns(rows.slice(0, index + 1).map((row) => row.cells));
      const totals = behind(cells, total, columns);
      open = totals.some((value) => value !== null)
        ? { block: { name: cells[total] ?? '', lines: [line], totals, sources: [] }, columns }
        : null;
      if (open) blocks.push(open.block);
    } else if (source >= 0 && open) {
      open.block.sources.push(behind(cells, source, open.columns));
      open.block.lines.push(line);
    } else open = null;
  }
  return blocks;
}

/** Blocks of a form with one cell a line, from its labelled cells. */
function blocksOfHead(project: ProjectView): Block[] {
  const blocks: Block[] = [];
  for (const cell of project.head) {
    const label = cell.label.replace(/\s+/g, '');
    const value = onlyNumber(cell.value);
    if (TOTAL.test(label)) {
      if (value !== null) blocks.push({ name: cell.label, lines: [cell.line], totals: [value], sources: [] });
    } else if (SOURCE.test(label)) {
      blocks.at(-1)?.sources.push([value]);
      blocks.at(-1)?.lines.push(cell.line);
    }
  }
  return blocks;
}

/** Any run of sources that gives the total: 财政拨款 may be repeated by its own parts (中央, 省 …). */
function someRunAddsUp(total: number, values: number[]): boolean {
  for (let from = 0; from < values.length; from += 1)
    for (let to = from + 1; to <= values.length; to += 1)
      if (addsUp(total, values.slice(from, to)) && (to - from === values.length || values.length > 2)) return true;
  return false;
}

/** Total of a form = its sources, for every money column. A blank source is nought. */
export function sourcesSum(view: DocumentView, project: ProjectView): Hit[] {
  if (project.project.kind === 'overall') return [];
  const byLine = blocksOfRows(view, project).filter((block) => block.sources.length > 0);
  return (byLine.length > 0 ? byLine : blocksOfHead(project)).flatMap(({ name, lines, totals, sources }) => {
    if (sources.length < 2) return [];
    for (const [column, expected] of totals.entries()) {
      const parts = sources.map((source) => source[column] ?? null).filter((value) => value !== null);
      if (expected === null || parts.length === 0 || someRunAddsUp(expected, parts)) continue;
      const found = sumOf(parts);
      return [hit('SUM_PARTS.sources', lines, { name: name.replace(/[:：\s]/g, ''), expected, found, gap: gapOf(expected, found), parts })];
    }
    return [];
  });
}

/** `一、甲项目35.81万元:… 二、乙项目60万元:…` in the goals: the headings' amounts against the budget of the form. */
export function goalsSum(view: DocumentView, project: ProjectView): Hit[] {
  const budget = project.project.budgetWan;
  if (budget === null) return [];
  return project.headLines.flatMap((line) => {
    const text = withoutTags(view.line(line));
    const headings = [...text.matchAll(/(?:^|[\s。;；\t])[一二三四五六七八九十]{1,2}、([^:：。；;]{2,60}?元)\s*[:：]/g)].map((m) =>
      amountsIn(m[1] ?? ''),
    );
    if (headings.length < 2 || headings.some((amounts) => amounts.length !== 1)) return [];
    const parts = headings.map(([amount]) => amount?.wan ?? 0);
    if (addsUp(budget, parts)) return [];
    const found = sumOf(parts);
    return [
      hit('SUM_PARTS.goals', [line, lineOfAmount(view, budget, project.from, project.to)], {
        expected: budget,
        found,
        gap: gapOf(budget, found),
        parts,
      }),
    ];
  });
}

/** In forms that give every goal its own budget as a cost indicator: those budgets against 项目支出. */
export function costsSum(view: DocumentView, project: ProjectView): Hit[] {
  const expected = view.document.totals.projectWan;
  if (expected === null || project.project.kind !== 'overall') return [];
  const rows = project.rows.filter((row) => row.indicator.group !== null && row.tier === '成本' && /预算/.test(row.name));
  const groups = new Set(project.rows.map((row) => row.indicator.group).filter((group) => group !== null));
  const costs = rows.filter((row) => typeof row.indicator.value === 'number' && row.indicator.unit === '万元');
  if (groups.size < 2 || costs.length !== groups.size || new Set(costs.map((row) => row.indicator.group)).size !== groups.size) return [];
  const parts = costs.map((row) => row.indicator.value as number);
  if (addsUp(expected, parts)) return [];
  const found = sumOf(parts);
  return [
    hit('SUM_PARTS.costs', [lineOfAmount(view, expected), ...costs.map((row) => row.valueLine)], {
      expected,
      found,
      gap: gapOf(expected, found),
      parts,
    }),
  ];
}

/** Cost indicators of a project form that together pass its budget. One that is the whole (总成本) makes the others its parts. */
export function projectCosts(view: DocumentView, project: ProjectView): Hit[] {
  const { budgetWan, kind } = project.project;
  if (budgetWan === null || kind === 'overall' || kind === 'self-evaluation' || kind === 'monitoring') return [];
  const costs = project.rows.flatMap((row) => {
    const { value, unit, operator } = row.indicator;
    const counted = row.tier === '成本' && typeof value === 'number' && operator !== '≥' && operator !== '>' && /^万?元$/.test(unit ?? '');
    return counted && !/单位|单价|单个|单次|人均|次均|平均|标准|每/.test(row.name)
      ? [{ row, wan: (value as number) * (unit === '元' ? 0.0001 : 1) }]
      : [];
  });
  const parts = costs.map(({ wan }) => wan);
  const found = sumOf(parts);
  if (costs.length < 2 || parts.some((part) => addsUp(budgetWan, [part])) || addsUp(budgetWan, parts) || found <= budgetWan) return [];
  const lines = [lineOfAmount(view, budgetWan, project.from, project.to), ...costs.map(({ row }) => row.valueLine)];
  return [hit('SUM_PARTS.overBudget', lines, { expected: budgetWan, found, gap: gapOf(budgetWan, found), parts }, 'warning')];
}

const INCOME =
  /^(财政拨款|一般公共预算.*|政府性基金.*|国有资本经营预算.*|纳入专户.*|财政专户.*|专户资金|单位资金|其[他它]资金|事业收入|上年结转.*)$/;

/** Income by source = expenditure, where the department-wide form prints both beside each other. */
export function balance(view: DocumentView, project: ProjectView): Hit[] {
  const { totalWan, basicWan, projectWan } = view.document.totals;
  const expected = totalWan ?? (basicWan !== null && projectWan !== null ? sumOf([basicWan, projectWan]) : null);
  if (project.project.kind !== 'overall' || expected === null) return [];
  const incomes = project.head.filter((cell) => INCOME.test(cell.label.replace(/\s+/g, '')));
  // A label met twice is the head of a matrix, which the table sums look at.
  if (new Set(incomes.map((cell) => cell.label)).size !== incomes.length) return [];
  const known = incomes.flatMap((cell) => {
    const value = onlyNumber(cell.value);
    return value === null ? [] : [{ cell, value }];
  });
  const parts = known.map(({ value }) => value);
  if (parts.length === 0 || addsUp(expected, parts) || parts.some((value) => addsUp(expected, [value]))) return [];
  const found = sumOf(parts);
  return [
    hit('SUM_PARTS.balance', [...known.map(({ cell }) => cell.line), lineOfAmount(view, expected)], {
      expected,
      found,
      gap: gapOf(expected, found),
    }),
  ];
}
