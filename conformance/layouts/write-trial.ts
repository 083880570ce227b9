// Writes docs/forms-trial.md: `node conformance/layouts/write-trial.ts`
import { writeFileSync } from 'node:fs';
import { everyPrint, type LayoutResult, totalOf, trial } from './trial.ts';

const results = await trial();
const prepared = await everyPrint();
const sum = (take: (result: LayoutResult) => number) => totalOf(results, take);
const percent = (part: number, whole: number) => (whole === 0 ? '—' : `${((100 * part) / whole).toFixed(1)} %`);
const prints: Record<string, string> = {
  html: 'web page, merged cells',
  xlsx: 'workbook',
  tabs: 'tabs',
  bars: 'one barred cell a line',
  lines: 'one cell a line',
};
const row = (name: string, print: string, of: readonly LayoutResult[]) => {
  const all = (take: (result: LayoutResult) => number) => totalOf(of, take);
  const [rows, read, right] = [all((r) => r.rows), all((r) => r.read), all((r) => r.right)];
  const [planted, named] = [all((r) => r.planted), all((r) => r.named)];
  return `| ${name} | ${print} | ${all((r) => r.documents)} | ${rows} | ${percent(right, rows)} | ${percent(right, read)} | ${all((r) => r.heads)} | ${all((r) => r.alarms)} | ${named} of ${planted} | ${all((r) => r.beside)} |`;
};
const printRow = (print: string, of: readonly LayoutResult[]) => {
  const all = (take: (result: LayoutResult) => number) => totalOf(of, take);
  const [rows, read, right] = [all((r) => r.rows), all((r) => r.read), all((r) => r.right)];
  return `| ${print} | ${of.length} | ${rows} | ${percent(right, rows)} | ${percent(right, read)} | ${all((r) => r.heads)} |`;
};
writeFileSync(
  new URL('../../docs/forms-trial.md', import.meta.url),
  `# Reader and linter on layouts of our own making

Written by \`node conformance/layouts/write-trial.ts\`. Layouts of other provinces and rules, written by hand from the column sets in use
(\`conformance/layouts/layouts.ts\`), each filled with three invented documents that the reader was not mended on. A row is right when
every cell is: both tiers, name, sign, value, unit, points, actual, score. The head is right when body, year, project, kind and money are.
The linter is asked about each document as it is (every error or warning is a false alarm) and with one fault planted at a time: points
that no longer add up, a row printed twice, a share over 100 %, a score that does not fit, a missed target without a reason.

At first sight, before header words of 河北 and year words were added, the reader had a recall of 89.9 % and a precision of 94.7 % on
another sample of the same layouts. Six layouts came later (two tables below each other and side by side, four grades, numbered sections,
资金管理情况, the 岳阳 project report). Before their folders were there their 135 rows were read with a recall of 94.8 % and a precision of 81.0 %, 9 of 18 heads were
right and 23 findings were false alarms: rows over several years were taken for the year's. The reader was mended with these six in sight.
Every layout is also written as docx and
xlsx and read back equal (\`layouts.test.ts\`). The same columns in other manners of print stand in \`packages/documents/src/reading\`, the five published
documents in \`conformance/published\`.

| layout | printed as | documents | rows | recall | precision | heads right | false alarms | faults named | findings beside |
|---|---|---|---|---|---|---|---|---|---|
${results.map((result) => row(result.layout.family, prints[result.layout.print] ?? result.layout.print, [result])).join('\n')}
${row('**all**', '', results)}

${
  sum((result) => result.wrong.length) === 0
    ? 'Nothing was read wrong and nothing missed.'
    : results.flatMap(({ layout, wrong }) => wrong.map((line) => `- ${layout.family}: ${line}`)).join('\n')
}

## The same layouts in every manner of print

Each layout once in each manner, with documents that no test reads. One cell a line and one barred cell a line leave no trace of empty or merged
cells: what was lost cannot always be told.

| printed as | documents | rows | recall | precision | heads right |
|---|---|---|---|---|---|
${Object.entries(prints)
  .map(([print, name]) =>
    printRow(
      name,
      prepared.filter(({ layout }) => layout.print === print),
    ),
  )
  .join('\n')}
${printRow('**all**', prepared)}

${prepared.flatMap(({ layout, wrong }) => wrong.map((line) => `- ${layout.family}, ${prints[layout.print]}: ${line.slice(0, 200)}`)).join('\n')}
`,
);
