// The same form in the ways in which bureaus publish it.
import { AlignmentType, Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, VerticalMergeType, WidthType } from 'docx';
import ExcelJS from 'exceljs';
import type { FormModel, FormRow } from './forms.ts';

export type ColumnName = 'level1' | 'level2' | 'name' | 'operator' | 'value' | 'unit' | 'weight' | 'actual' | 'score';

export interface Manner {
  columns: ColumnName[];
  words: Partial<Record<ColumnName, string>>;
  /** How a sign is written in front of (or behind) the figure. */
  sign: 'symbol' | 'ascii' | 'wide' | 'words' | 'after';
  /** 指标1：, 指标2：… before every name. */
  numbered?: boolean;
  /** 产出 instead of 产出指标. */
  shortLevels?: boolean;
  /** Levels stand on every row instead of the first of their block. */
  repeatLevels?: boolean;
}

export const WORDS: Record<ColumnName, string> = {
  level1: '一级指标', level2: '二级指标', name: '三级指标', operator: '指标性质', value: '指标值', unit: '度量单位', weight: '权重', actual: '实际完成值', score: '得分',
}; // biome-ignore format: one line

const SIGNS: Record<Manner['sign'], Record<string, string>> = {
  symbol: { '≥': '≥', '≤': '≤', '=': '=', '>': '>', '<': '<' },
  ascii: { '≥': '>=', '≤': '<=', '=': '=', '>': '>', '<': '<' },
  wide: { '≥': '≧', '≤': '≦', '=': '＝', '>': '＞', '<': '＜' },
  words: { '≥': '不少于', '≤': '不超过', '=': '', '>': '大于', '<': '低于' },
  after: { '≥': '以上', '≤': '以内', '=': '', '>': '>', '<': '<' },
};

function targetText(row: FormRow, manner: Manner, withUnit: boolean, withSign: boolean): string {
  if (row.value === null) return withSign && row.operator !== 'qualitative' ? row.operator : '';
  const unit = withUnit ? (row.unit ?? '') : '';
  // A text with signs of its own is written as it is.
  if (row.operator === 'qualitative' || typeof row.value === 'string') return String(row.value);
  const sign = withSign ? (SIGNS[manner.sign][row.operator] ?? '') : '';
  return manner.sign === 'after' && withSign && /[以]/.test(sign) ? `${row.value}${unit}${sign}` : `${sign}${row.value}${unit}`;
}

const short = (level: string, manner: Manner): string => (manner.shortLevels ? level.replace(/指标$/, '') : level);

/** The table as texts, levels on the first row of their block; null marks the lower part of a merged cell. */
export function tableOf(model: FormModel, manner: Manner): { head: string[]; body: (string | null)[][] } {
  const separate = manner.columns.includes('operator');
  const head = manner.columns.map((column) => manner.words[column] ?? WORDS[column]);
  const body = model.rows.map((row, at) => {
    const above = model.rows[at - 1];
    const same1 = !manner.repeatLevels && above?.level1 === row.level1;
    const same2 = same1 && above?.level2 === row.level2;
    return manner.columns.map((column): string | null => {
      if (column === 'level1') return same1 ? null : short(row.level1, manner);
      if (column === 'level2') return same2 ? null : short(row.level2, manner);
      if (column === 'name') return manner.numbered ? `指标${at + 1}：${row.name}` : row.name;
      if (column === 'operator')
        return row.operator === 'qualitative'
          ? '定性'
          : (SIGNS[manner.sign === 'after' ? 'symbol' : manner.sign][row.operator] ?? '') || '=';
      if (column === 'value') return targetText(row, manner, !manner.columns.includes('unit'), !separate);
      if (column === 'unit') return row.unit ?? '';
      const value = row[column];
      return value === null || value === undefined ? '' : String(value);
    });
  });
  return { head, body };
}

/** Head rows: label and value pairs. */
export function headOf(model: FormModel): [string, string][] {
  return [
    ...(model.nameLabel ? ([[model.nameLabel, model.name]] as [string, string][]) : []),
    [model.orgLabel, model.org],
    ...(model.budget === null ? [] : ([[model.budgetLabel, String(model.budget)]] as [string, string][])),
    [model.goalLabel, model.goals.join(' ')],
  ];
}

/** Rows of separated cells; `pad` empty cells keep every row as wide as the table. */
function rowsOf(model: FormModel, manner: Manner): string[][] {
  const { head, body } = tableOf(model, manner);
  const width = head.length;
  const pad = (cells: string[]) => [...cells, ...Array.from({ length: Math.max(0, width - cells.length) }, () => '')];
  return [...headOf(model).map((pair) => pad([...pair])), head, ...body.map((row) => row.map((cell) => cell ?? ''))];
}

const separatedBy =
  (separator: string, line: (cells: string[]) => string = (cells) => cells.join(separator)) =>
  (model: FormModel, manner: Manner): string =>
    `${model.title}\n\n单位：${model.unit}\n\n${rowsOf(model, manner).map(line).join('\n')}\n`;

const quoted = (cell: string): string => (/[",]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell);

/** A page break in the middle: page number, then title and header again. */
export function cut(text: string, model: FormModel, headerLine: string, at = 0.7): string {
  const lines = text.split('\n');
  const header = lines.indexOf(headerLine);
  const middle = header + 1 + Math.floor((lines.length - header - 2) * at);
  return [...lines.slice(0, middle), '', '- 1 -', '\f', model.title, '', headerLine, ...lines.slice(middle)].join('\n');
}

/** One cell a line: nothing but line ends; merged cells and empty cells leave no trace. */
const bare = (model: FormModel, manner: Manner): string => {
  const { head, body } = tableOf(model, manner);
  const cells = [...headOf(model).flat(), ...head, ...body.flat().filter((cell): cell is string => !!cell)];
  return `${model.title}\n单位：${model.unit}\n${cells.join('\n')}\n`;
};
/** One cell a line, each ended by a bar; a row of bars ends the row. */
const barred = (model: FormModel, manner: Manner): string => {
  const { head, body } = tableOf(model, manner);
  const row = (cells: (string | null)[]) =>
    `${cells
      .filter((cell) => cell !== null)
      .map((cell) => `${cell} |`)
      .join('\n')}\n|||`;
  return `${model.title}\n单位：${model.unit} |\n|||\n${[...headOf(model), head, ...body].map(row).join('\n')}\n`;
};
/** One cell a line, each begun by a tab; an empty line ends the row. */
const tabbed = (model: FormModel, manner: Manner): string => {
  const { head, body } = tableOf(model, manner);
  const row = (cells: (string | null)[]) => cells.map((cell) => `\t${cell ?? ''}`).join('\n');
  return `${model.title}\n\n单位：${model.unit}\n\n${[...headOf(model), head, ...body].map(row).join('\n\n')}\n`;
};

export const textForms: Record<string, (model: FormModel, manner: Manner) => string> = {
  tabs: separatedBy('\t'),
  bars: separatedBy('|', (cells) => `| ${cells.join(' | ')} |`),
  markdown: (model, manner) =>
    separatedBy('|', (cells) => `|${cells.join('|')}|`)(model, manner).replace(
      /^(\|[^\n]*指标值[^\n]*\|)$/m,
      `$1\n|${'---|'.repeat(manner.columns.length)}`,
    ),
  'wide spaces': separatedBy('\u3000'),
  'several spaces': separatedBy('    '),
  commas: separatedBy(',', (cells) => cells.map(quoted).join(',')),
  'one cell a line': bare,
  'one barred cell a line': barred,
  'one tabbed cell a line': tabbed,
};

export async function docxOf(model: FormModel, manner: Manner): Promise<Uint8Array> {
  const { head, body } = tableOf(model, manner);
  const width = head.length;
  const cell = (text: string | null, options: { span?: number; merge?: 'restart' | 'continue' } = {}) =>
    new TableCell({
      children: (text ?? '').split('\n').map((line) => new Paragraph({ children: [new TextRun(line)] })),
      ...(options.span ? { columnSpan: options.span } : {}),
      ...(options.merge ? { verticalMerge: options.merge === 'restart' ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE } : {}),
    });
  const rows = [
    ...headOf(model).map(
      (pair) =>
        new TableRow({
          children: [
            cell('基本情况', { merge: pair[0] === headOf(model)[0]?.[0] ? 'restart' : 'continue' }),
            cell(pair[0]),
            cell(pair[1], { span: width - 1 }),
          ],
        }),
    ),
    new TableRow({ children: [cell('绩效指标', { merge: 'restart' }), ...head.map((word) => cell(word))] }),
    ...body.map((row, at) => {
      const merge = (column: number): 'restart' | 'continue' | undefined => {
        if (row[column] === null) return 'continue';
        return body[at + 1]?.[column] === null ? 'restart' : undefined;
      };
      return new TableRow({
        children: [
          cell(null, { merge: 'continue' }),
          ...row.map((text, column) => cell(text, merge(column) ? { merge: merge(column) as 'restart' } : {})),
        ],
      });
    }),
  ];
  const document = new Document({
    sections: [
      {
        children: [
          new Paragraph({ text: model.title, alignment: AlignmentType.CENTER }),
          new Paragraph(`单位：${model.unit}`),
          new Table({ rows, width: { size: 100, type: WidthType.PERCENTAGE } }),
          new Paragraph(''),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

export function htmlOf(model: FormModel, manner: Manner): string {
  const { head, body } = tableOf(model, manner);
  const reach = (row: number, column: number): number => {
    let span = 1;
    while (body[row + span]?.[column] === null) span += 1;
    return span;
  };
  const rows = [
    ...headOf(model).map(([label, value]) => `<tr><td>${label}</td><td colspan="${head.length}"><p>${escaped(value)}</p></td></tr>`),
    `<tr><td rowspan="${body.length + 1}">绩效<br>指标</td>${head.map((word) => `<th>${word}</th>`).join('')}</tr>`,
    ...body.map(
      (row, at) =>
        `<tr>${row.map((text, column) => (text === null ? '' : `<td${reach(at, column) > 1 ? ` rowspan=${reach(at, column)}` : ''}><p><span>${escaped(text)}</span></p></td>`)).join('')}</tr>`,
    ),
  ];
  return `<!DOCTYPE html><html><head><title>x</title><script>var a = '三级指标';</script></head><body><div class="nav">首页</div><h1>${model.title}</h1><p>单位：${model.unit}</p><table>${rows.join('')}</table></body></html>`;
}

export async function xlsxOf(model: FormModel, manner: Manner): Promise<Uint8Array> {
  const { head, body } = tableOf(model, manner);
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('绩效目标');
  const width = head.length;
  sheet.addRow([model.title]);
  sheet.mergeCells(1, 1, 1, width);
  sheet.addRow([`单位：${model.unit}`]);
  for (const [label, value] of headOf(model)) {
    const row = sheet.addRow([label, /^\d+(\.\d+)?$/.test(value) ? Number(value) : value]);
    sheet.mergeCells(row.number, 2, row.number, width);
  }
  sheet.addRow(head);
  const first = sheet.rowCount + 1;
  for (const row of body) {
    const added = sheet.addRow(row.map((text) => text ?? ''));
    // Whole percentages are often real percentages under the format 0%.
    row.forEach((text, column) => {
      if (text && /^\d+%$/.test(text)) {
        added.getCell(column + 1).value = Number(text.slice(0, -1)) / 100;
        added.getCell(column + 1).numFmt = '0%';
      }
    });
  }
  for (let column = 0; column < width; column++)
    for (let at = 0; at < body.length; at++) {
      let to = at;
      while (body[to + 1]?.[column] === null) to += 1;
      if (to > at && body[at]?.[column] !== null) sheet.mergeCells(first + at, column + 1, first + to, column + 1);
    }
  return new Uint8Array((await book.xlsx.writeBuffer()) as ArrayBuffer);
}
