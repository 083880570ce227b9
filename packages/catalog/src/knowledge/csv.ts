/** A record of a CSV text; `row` is the line of the file on which it begins (1-based). */
export interface CsvRecord {
  row: number;
  cells: string[];
}

/**
 * RFC 4180, comma or (where the first line has no comma) tab: quoted cells may hold separators, line breaks and doubled quotes. The text
 * may come in pieces, cut anywhere: what a piece leaves open waits for the next. Blank lines are left out.
 */
export class CsvReader {
  #rest = '';
  #line = 1;
  #separator: string | undefined;
  #begun = false;

  /** Records that are complete with this piece. */
  push(text: string): CsvRecord[] {
    const piece = this.#begun ? text : text.replace(/^\uFEFF/, '');
    if (piece !== '') this.#begun = true;
    this.#rest += piece;
    return this.#take(false).records;
  }

  /** The last record; `unclosedRow`: a quote opened in the record of that line is never closed, the text is cut off. */
  end(): { records: CsvRecord[]; unclosedRow: number | null } {
    return this.#take(true);
  }

  /** What waits, in characters: a record of a knowledge table is never this long. */
  get waiting(): number {
    return this.#rest.length;
  }

  #take(final: boolean): { records: CsvRecord[]; unclosedRow: number | null } {
    const source = this.#rest;
    if (this.#separator === undefined) {
      const stop = source.search(/[\r\n]/);
      if (stop < 0 && !final) return { records: [], unclosedRow: null };
      const head = stop < 0 ? source : source.slice(0, stop);
      this.#separator = !head.includes(',') && head.includes('\t') ? '\t' : ',';
    }
    const records: CsvRecord[] = [];
    let at = 0;
    while (at < source.length) {
      const record = recordAt(source, at, this.#separator, final);
      if (record === undefined) break;
      if (record === null) return { records, unclosedRow: this.#line };
      if (record.cells.some((cell) => cell !== '')) records.push({ row: this.#line, cells: record.cells });
      this.#line += record.lines;
      at = record.next;
    }
    this.#rest = source.slice(at);
    return { records, unclosedRow: null };
  }
}

/** The record that begins there; undefined: its end has not come yet; null: it never comes, a quote stays open. */
function recordAt(
  source: string,
  from: number,
  separator: string,
  final: boolean,
): { cells: string[]; next: number; lines: number } | null | undefined {
  const cells: string[] = [];
  let [at, lines] = [from, 0];
  const open = final ? null : undefined;
  const ends = (sign: string | undefined) => sign === undefined || sign === separator || sign === '\n' || sign === '\r';
  for (;;) {
    let cell = '';
    if (source[at] === '"') {
      let close = at + 1;
      while (close < source.length && (source[close] !== '"' || source[close + 1] === '"')) close += source[close] === '"' ? 2 : 1;
      if (close >= source.length) return open;
      const quoted = source.slice(at + 1, close);
      lines += quoted.split('\n').length - 1;
      cell = quoted.replaceAll('""', '"');
      at = close + 1;
    }
    // damage after a closing quote: more text, which is kept with the cell
    const rest = at;
    while (!ends(source[at])) at += 1;
    cells.push(cell + source.slice(rest, at));
    if (at >= source.length) return final ? { cells, next: at, lines } : undefined;
    if (source[at] === separator) {
      at += 1;
      continue;
    }
    // a line ends with \n, \r or both; the second sign may come with the next piece
    if (source[at] === '\r' && at + 1 >= source.length && !final) return undefined;
    at += source[at] === '\r' && source[at + 1] === '\n' ? 2 : 1;
    return { cells, next: at, lines: lines + 1 };
  }
}

/** The records of a whole text. */
export function readCsv(text: string): { records: CsvRecord[]; unclosedRow: number | null } {
  const reader = new CsvReader();
  const records = reader.push(text);
  const { records: last, unclosedRow } = reader.end();
  return { records: [...records, ...last], unclosedRow };
}

/** A cell as RFC 4180 has it: quoted where it holds a comma, a quote or a line break. */
export const csvCell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
