/** Columns a text takes on a terminal: Chinese signs take two. */
const widthOf = (text: string): number =>
  [...text].reduce(
    (sum, sign) =>
      sum + (/[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/.test(sign) ? 2 : 1),
    0,
  );

/** Aligned columns, the first `left` to the left, the others to the right. */
export function textTable(rows: readonly (readonly string[])[], left: number): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))));
  const cell = (text: string, column: number) => {
    const space = ' '.repeat((widths[column] as number) - widthOf(text));
    return column < left ? text + space : space + text;
  };
  return rows.map((row) => row.map(cell).join('  ').trimEnd()).join('\n');
}
