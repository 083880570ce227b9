// A text table whose columns line up with Chinese text: a wide character takes two places.
const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|[\u{20000}-\u{3FFFD}]/u;

export const widthOf = (text: string): number => [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);

function shortened(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = '';
  for (const character of text) {
    if (widthOf(kept) + widthOf(character) > width - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

/** Rows as lines; a column is as wide as its widest cell, at most `most`. */
export function columns(rows: readonly string[][], most = 48): string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.min(most, Math.max(...rows.map((row) => widthOf(row[at] ?? '')))));
  return rows.map((row) =>
    row
      .map((cell, at) => shortened(cell, most) + ' '.repeat(Math.max(0, (widths[at] ?? 0) - widthOf(shortened(cell, most)))))
      .join('  ')
      .trimEnd(),
  );
}
