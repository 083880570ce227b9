/** A record of a CSV text; `row` is the line of the file on which it begins (1-based). */
export interface CsvRecord {
  row: number;
  cells: string[];
}

/**
 * RFC 4180, comma or (where the first line has no comma) tab: quoted cells may hold separators, line breaks and doubled quotes.
 * `unclosedRow`: a quote opened on that line is never closed, the text is cut off. Blank lines are left out.
 */
export function readCsv(text: string): { records: CsvRecord[]; unclosedRow: number | null } {
  const source = text.replace(/^\uFEFF/, '');
  const head = source.slice(0, (source.search(/[\r\n]/) + 1 || source.length + 1) - 1);
  const separator = !head.includes(',') && head.includes('\t') ? '\t' : ',';
  const records: CsvRecord[] = [];
  let cells: string[] = [];
  let [line, begun, at] = [1, 1, 0];
  const end = () => {
    if (cells.some((cell) => cell !== '')) records.push({ row: begun, cells });
    cells = [];
    begun = line;
  };
  while (at < source.length) {
    if (source[at] === '"') {
      let close = at + 1;
      while (close < source.length && (source[close] !== '"' || source[close + 1] === '"')) close += source[close] === '"' ? 2 : 1;
      if (close >= source.length) return { records, unclosedRow: begun };
      const cell = source.slice(at + 1, close);
      line += cell.split('\n').length - 1;
      cells.push(cell.replaceAll('""', '"'));
      at = close + 1;
    } else {
      let stop = at;
      while (stop < source.length && source[stop] !== separator && source[stop] !== '\n' && source[stop] !== '\r') stop += 1;
      cells.push(source.slice(at, stop));
      at = stop;
    }
    // After a cell: a separator, a line end, or (damage after a closing quote) more text, which is kept with the cell.
    const rest = at;
    while (at < source.length && source[at] !== separator && source[at] !== '\n' && source[at] !== '\r') at += 1;
    if (at > rest) cells[cells.length - 1] += source.slice(rest, at);
    if (source[at] === separator) {
      at += 1;
      if (at >= source.length || source[at] === '\n' || source[at] === '\r') cells.push('');
    }
    if (source[at] === '\r') at += 1;
    if (source[at] === '\n' || (source[at - 1] === '\r' && source[at] !== '\n')) {
      if (source[at] === '\n') at += 1;
      line += 1;
      end();
    }
  }
  if (cells.length > 0) end();
  return { records, unclosedRow: null };
}
