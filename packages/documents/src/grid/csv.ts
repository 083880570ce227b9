// Text with quoted cells, separated by commas or tabs; a quoted cell may go over several lines.
export function csvRows(lines: readonly string[], separator: ',' | '\t' = ','): { line: number; cells: string[] }[] {
  const rows: { line: number; cells: string[] }[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let start = 1;
  lines.forEach((text, index) => {
    if (!quoted) start = index + 1;
    else cell += '\n';
    for (let at = 0; at < text.length; at++) {
      const c = text[at];
      if (quoted && c === '"' && text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else if (c === '"' && (quoted || cell.trim() === '')) quoted = !quoted;
      else if (c === separator && !quoted) {
        cells.push(cell);
        cell = '';
      } else cell += c;
    }
    if (quoted) return;
    rows.push({ line: start, cells: [...cells, cell] });
    cells = [];
    cell = '';
  });
  if (quoted) rows.push({ line: start, cells: [...cells, cell] });
  return rows;
}
