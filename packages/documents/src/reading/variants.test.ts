// The same form, rendered in every manner, must give the same reading.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ReadDocument } from '@hengjian/domain';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../read-document.ts';
import { type FormModel, madeUp, modelOf } from './testing/forms.ts';
import { pdfOf } from './testing/pdf.ts';
import { type ColumnName, cut, docxOf, htmlOf, type Manner, tableOf, textForms, xlsxOf } from './testing/render.ts';

const combined: Manner = { columns: ['level1', 'level2', 'name', 'value', 'weight'], words: { weight: '分值' }, sign: 'symbol' };
const separate: Manner = { columns: ['level1', 'level2', 'name', 'operator', 'value', 'unit', 'weight'], words: {}, sign: 'symbol' };
const manners: Record<string, Manner> = {
  'one value column': combined,
  'sign, value and unit columns': separate,
  'words for signs': { ...combined, sign: 'words', words: { name: '指标名称', value: '年度指标值', weight: '指标权重' } },
  'words behind': { ...combined, sign: 'after', words: { value: '目标值' } },
  'ASCII signs, numbered names': { ...combined, sign: 'ascii', numbered: true },
  'wide signs, short level names': { ...combined, sign: 'wide', shortLevels: true },
  'weight before the value': { ...combined, columns: ['level1', 'level2', 'name', 'weight', 'value'] },
  'unit before the value, weight first': {
    ...separate,
    columns: ['level1', 'level2', 'weight', 'name', 'operator', 'unit', 'value'],
    words: { weight: '权重' },
  },
  'levels on every row': { ...separate, repeatLevels: true, words: { operator: '计算符号', unit: '计量单位' } },
};

/** What the manner prints of the model: a column that is not printed cannot be read. */
function expected(model: FormModel, manner: Manner) {
  const level = (name: string) => (manner.shortLevels ? name.replace(/指标$/, '') : name);
  return {
    name: model.name,
    kind: model.kind,
    budgetWan: model.budget === null ? null : model.unit === '元' ? model.budget / 10_000 : model.budget,
    goals: model.goals.length,
    rows: model.rows.map((row) => [
      level(row.level1),
      level(row.level2),
      row.name,
      row.operator,
      row.value,
      row.unit,
      manner.columns.includes('weight') ? row.weight : null,
      manner.columns.includes('actual') ? (row.actual ?? null) : null,
      manner.columns.includes('score') ? (row.score ?? null) : null,
    ]),
  };
}
function found(document: ReadDocument) {
  return document.projects.map((project) => ({
    name: project.name,
    kind: project.kind,
    budgetWan: project.budgetWan,
    goals: project.goals.length,
    rows: project.indicators.map((one) => [
      one.level1,
      one.level2,
      one.name,
      one.operator,
      one.value,
      one.unit,
      one.weight,
      one.actual,
      one.score,
    ]),
  }));
}
async function read(bytes: Uint8Array, name: string): Promise<ReadDocument> {
  const outcome = await readDocument(bytes, name);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value.document;
}
const utf8 = (text: string) => new TextEncoder().encode(text);

const selfManner: Manner = {
  ...combined,
  columns: ['level1', 'level2', 'name', 'value', 'actual', 'weight', 'score'],
  words: { value: '年度指标值', weight: '分值' },
};
const cases = Object.entries(madeUp).flatMap(([form, model]) =>
  form === 'selfEvaluation'
    ? [
        [form, 'official columns', model, selfManner] as const,
        [
          form,
          'points first',
          model,
          { ...selfManner, columns: ['level1', 'level2', 'name', 'weight', 'value', 'actual', 'score'] as ColumnName[] },
        ] as const,
        [
          form,
          'own sign and unit',
          model,
          {
            ...selfManner,
            columns: ['level1', 'level2', 'name', 'operator', 'value', 'unit', 'actual', 'weight', 'score'] as ColumnName[],
          },
        ] as const,
      ]
    : Object.entries(manners).map(([manner, how]) => [form, manner, model, how] as const),
);

describe.each(cases)('%s, %s', (_, __, model, manner) => {
  it.each(Object.keys(textForms))('as text: %s', async (format) => {
    const text = textForms[format]?.(model, manner) ?? '';
    expect(found(await read(utf8(text), 'form.txt'))).toEqual([expected(model, manner)]);
    expect(
      found(
        await read(
          iconv.encode(
            text.replace(/[≧≦]/g, (c) => (c === '≧' ? '≥' : '≤')),
            'gb18030',
          ),
          'form.txt',
        ),
      ),
    ).toEqual([expected(model, manner)]);
  });
  it('with a page break in the middle', async () => {
    for (const format of ['tabs', 'bars', 'several spaces', 'one cell a line']) {
      const text = textForms[format]?.(model, manner) ?? '';
      const { head } = tableOf(model, manner);
      const line = format === 'one cell a line' ? null : (text.split('\n').find((one) => head.every((word) => one.includes(word))) ?? '');
      const broken =
        line === null
          ? text.replace(`\n${model.rows.at(-1)?.name}`, `\n- 2 -\n${model.title}\n${head.join('\n')}\n${model.rows.at(-1)?.name}`)
          : cut(text, model, line);
      expect(found(await read(utf8(broken), 'form.txt'))).toEqual([expected(model, manner)]);
    }
  });
  it('as docx, html and xlsx with merged cells', async () => {
    expect(found(await read(await docxOf(model, manner), 'form.docx'))).toEqual([expected(model, manner)]);
    expect(found(await read(utf8(htmlOf(model, manner)), 'form.html'))).toEqual([expected(model, manner)]);
    expect(found(await read(await xlsxOf(model, manner), 'form.xlsx'))).toEqual([expected(model, manner)]);
  });
});

describe.each(Object.entries({ combined, separate }))('a printed PDF, %s columns', (_, manner) => {
  it.each(Object.entries(madeUp).slice(0, 3))('%s, cells over several lines and two pages', async (_form, model) => {
    expect(found(await read(pdfOf(model, manner), 'form.pdf'))).toEqual([expected(model, manner)]);
    expect(found(await read(pdfOf(model, manner, 40), 'form.pdf'))).toEqual([expected(model, manner)]);
  });
});

it('several forms in one document stay apart', async () => {
  const text = Object.values(madeUp)
    .slice(0, 3)
    .map((model) => textForms.tabs?.(model, combined))
    .join('\n\n');
  expect(found(await read(utf8(text), 'forms.txt'))).toEqual(
    Object.values(madeUp)
      .slice(0, 3)
      .map((model) => expected(model, combined)),
  );
});

const shared = process.env.HENGJIAN_SHARED ?? path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../../../shared');
const seeds = path.join(shared, 'data/seeds');
if (!existsSync(seeds)) console.log(`skipped: the published documents are not at ${seeds} (set HENGJIAN_SHARED)`);

describe.skipIf(!existsSync(seeds))('published forms, rendered anew', () => {
  const files = existsSync(seeds) ? readdirSync(seeds).filter((name) => name.endsWith('targets.txt')) : [];
  it.each(files)('%s', async (file) => {
    const document = await read(readFileSync(path.join(seeds, file)), file);
    for (const project of document.projects) {
      const model = modelOf(project, document.org ?? '');
      for (const manner of [separate, { ...combined, sign: 'words' as const }]) {
        const wanted = [expected(model, manner)];
        // Signs of texts (≥ 国家规定标准) need their own column, and cells that hold nothing need their place.
        const rows =
          manner === separate
            ? wanted
            : [
                {
                  ...wanted[0],
                  rows: wanted[0]?.rows.map((row) =>
                    typeof row[4] === 'string' || row[4] === null ? row.map((cell, at) => (at === 3 ? 'any' : cell)) : row,
                  ),
                },
              ];
        const compare = (document: ReadDocument) =>
          found(document).map((one) => ({
            ...one,
            rows: one.rows.map((row) =>
              manner !== separate && (typeof row[4] === 'string' || row[4] === null)
                ? row.map((cell, at) => (at === 3 ? 'any' : cell))
                : row,
            ),
          }));
        for (const format of ['tabs', 'bars', 'commas'])
          expect(compare(await read(utf8(textForms[format]?.(model, manner) ?? ''), 'form.txt'))).toEqual(rows);
        expect(compare(await read(await docxOf(model, manner), 'form.docx'))).toEqual(rows);
        expect(compare(await read(utf8(htmlOf(model, manner)), 'form.html'))).toEqual(rows);
        expect(compare(await read(await xlsxOf(model, manner), 'form.xlsx'))).toEqual(rows);
      }
    }
  });
});

/** Ways in which a document loses what parted its cells. */
const stripped: Record<string, (text: string) => string> = {
  'one cell a line': (text) =>
    text
      .replace(/^\|+$/gm, '')
      .replace(/\s*\|\s*$/gm, '')
      .split(/[\n\t]/)
      .filter((cell) => cell.trim())
      .join('\n'),
  'empty lines between': (text) =>
    text
      .replace(/^\|+$/gm, '')
      .replace(/\s*\|\s*$/gm, '')
      .replace(/\t/g, '\n'),
  'runs of tabs as spaces': (text) => text.replace(/\t+/g, '    '),
  'no leading tabs': (text) => text.replace(/^\t+/gm, ''),
  'bars for tabs': (text) => (text.includes('|') ? text : text.replace(/\t/g, '|')),
};

describe.skipIf(!existsSync(seeds))('published documents that lost their separators', () => {
  const files = existsSync(seeds) ? readdirSync(seeds) : [];
  it.each(files.flatMap((file) => Object.keys(stripped).map((way) => [file, way] as const)))('%s, %s', async (file, way) => {
    const text = readFileSync(path.join(seeds, file), 'utf8');
    const [whole, bare] = [await read(utf8(text), file), await read(utf8(stripped[way]?.(text) ?? ''), file)];
    // Which of two names in one cell had the cell's points is lost with the cell; their sum is not.
    const rows = (document: ReadDocument) => found(document).map((one) => ({ ...one, rows: one.rows.map((row) => row.slice(0, -1)) }));
    const points = (document: ReadDocument) =>
      document.projects.flatMap((one) => one.indicators.map((indicator) => indicator.score ?? 0)).reduce((a, b) => a + b, 0);
    expect(rows(bare)).toEqual(rows(whole));
    expect(points(bare)).toBe(points(whole));
    expect({ org: bare.org, year: bare.year, totals: bare.totals }).toEqual({ org: whole.org, year: whole.year, totals: whole.totals });
  });
});
