import { type Hit, hit } from '../check-type.ts';
import { amountsIn, withoutTags } from '../lib/amounts.ts';
import { addsUp, gapOf, onlyNumber, sumOf } from '../lib/numbers.ts';
import { type DocumentView, type HeadCell, lineOfAmount, type ProjectView } from '../lib/view.ts';

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

interface Block {
  total: HeadCell;
  totalValue: number;
  sources: { cell: HeadCell; value: number | null }[];
}

/** The total of a form's money block and the sources that follow it. */
function blocksOf(project: ProjectView): Block[] {
  const blocks: Block[] = [];
  for (const cell of project.head) {
    const label = cell.label.replace(/\s+/g, '');
    if (TOTAL.test(label)) {
      const totalValue = onlyNumber(cell.value);
      if (totalValue !== null) blocks.push({ total: cell, totalValue, sources: [] });
    } else if (SOURCE.test(label)) blocks.at(-1)?.sources.push({ cell, value: onlyNumber(cell.value) });
  }
  return blocks;
}

/** Total of a form = its sources. A blank source is nought; where two trees of sources overlap, either may give the total. */
export function sourcesSum(project: ProjectView): Hit[] {
  return blocksOf(project).flatMap(({ total, totalValue, sources }) => {
    const known = sources.filter((source): source is { cell: HeadCell; value: number } => source.value !== null);
    if (known.length === 0 || sources.length < 2) return [];
    const values = known.map((source) => source.value);
    if (addsUp(totalValue, values)) return [];
    // 财政拨款 may be repeated by its own parts (中央, 省 …): any run of sources that gives the total holds.
    for (let from = 0; from < values.length; from += 1)
      for (let to = from + 1; to <= values.length; to += 1)
        if (addsUp(totalValue, values.slice(from, to)) && to - from < values.length && values.length > 2) return [];
    const found = sumOf(values);
    const name = total.label.replace(/[:：\s]/g, '');
    return [
      hit('SUM_PARTS.sources', [total.line, ...known.map((source) => source.cell.line)], {
        name,
        expected: totalValue,
        found,
        gap: gapOf(totalValue, found),
        parts: values,
      }),
    ];
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
