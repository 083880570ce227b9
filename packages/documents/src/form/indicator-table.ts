// The indicator part of every form: tiers as merged cells, then the columns that the form has.
import { type ReadIndicator, readTarget, sameTarget } from '@hengjian/domain';
import { type FormCell, type FormTable, label, long, runs, value } from './sheet.ts';

/** A column behind the three tiers. */
export interface FormColumn {
  title: string;
  across: number;
  cell: (indicator: ReadIndicator) => FormCell;
}

const signs: Record<ReadIndicator['operator'], string> = { '≥': '≥', '≤': '≤', '=': '＝', '>': '＞', '<': '＜', qualitative: '定性' };

/** 指标性质, 指标值, 度量单位 in columns of their own: nothing has to be guessed back. */
export const signCell = ({ operator, value: target }: ReadIndicator): string =>
  operator === 'qualitative' && target === null ? '' : signs[operator];

/**
 * Sign, number and unit in one cell, as forms without a column of signs have them: ≥12次. An equality needs no sign where a reader
 * takes the bare number as one.
 */
export function targetCell(indicator: ReadIndicator): string {
  const { operator, value: target, unit } = indicator;
  if (target === null) return operator === 'qualitative' ? '' : signs[operator];
  const text = `${target}${unit ?? ''}`;
  if (operator === 'qualitative') return text;
  const wanted = { operator, value: target, unit };
  return [text, `${signs[operator]}${text}`].find((spelling) => sameTarget(readTarget(spelling), wanted)) ?? `${signs[operator]}${text}`;
}

/** Header and rows; a group (目标1) has its own header, as forms that list indicators by goal do. */
export function indicatorTables(
  indicators: readonly ReadIndicator[],
  tiers: readonly [number, number, number],
  columns: readonly FormColumn[],
  third = '三级指标',
): FormTable[] {
  const width = tiers.reduce((a, b) => a + b, 0) + columns.reduce((sum, column) => sum + column.across, 0);
  const head = [
    ...['一级指标', '二级指标', third].map((title, at) => label(title, { across: tiers[at] ?? 1 })),
    ...columns.map((column) => label(column.title, { across: column.across })),
  ];
  const groups = runs(indicators.map((one) => one.group ?? ''));
  return groups.flatMap((count, from): FormTable[] => {
    if (count === 0) return [];
    const own = indicators.slice(from, from + count);
    const group = own[0]?.group ?? null;
    const rows = rowsOf(own, tiers, columns);
    return group === null
      ? [{ rows: [head, ...rows], headRows: 1 }]
      : [{ rows: [[label(`${group}年度绩效指标`, { across: width })], head, ...rows], headRows: 2 }];
  });
}

export function rowsOf(
  indicators: readonly ReadIndicator[],
  tiers: readonly [number, number, number],
  columns: readonly FormColumn[],
): FormCell[][] {
  const first = runs(indicators.map((one) => one.level1 ?? ''));
  const second = runs(indicators.map((one) => `${one.level1 ?? ''}|${one.level2 ?? ''}`));
  const tier = (count: number | undefined, text: string | null, across: number): FormCell[] =>
    count ? [value(text, { down: count, across })] : [];
  return indicators.map((indicator, index) => [
    ...tier(first[index], indicator.level1, tiers[0]),
    ...tier(second[index], indicator.level2, tiers[1]),
    long(indicator.name, { across: tiers[2] }),
    ...columns.map((column) => ({ ...column.cell(indicator), across: column.across })),
  ]);
}
