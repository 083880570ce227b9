// The linter on forms of other bureaus, in every manner of print: what is wrong is said, and nothing else.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checks, runChecks } from '@hengjian/catalog';
import { readDocument } from '@hengjian/documents';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

interface Bureau {
  name: string;
  text: string;
  finds: { code: string; at: string[]; why?: string }[];
}

const isRow = (line: string): boolean => line.includes(' | ') || line.startsWith('| ') || line.startsWith(' | ');
const cellsOf = (line: string): string[] => line.split('|').map((cell) => cell.trim());
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The same form as an exporter would print it. */
const prints: Record<string, (lines: string[]) => string> = {
  tabs: (lines) => lines.map((line) => (isRow(line) ? cellsOf(line).join('\t') : line)).join('\n'),
  'one cell a line': (lines) =>
    lines
      .map((line) =>
        isRow(line)
          ? `${cellsOf(line)
              .map((cell) => `\t${cell === '' ? '\t' : cell}`)
              .join('\n')}\n`
          : line,
      )
      .join('\n'),
  'one cell a line with bars': (lines) =>
    lines
      .map((line) =>
        isRow(line)
          ? `${cellsOf(line)
              .map((cell) => (cell === '' ? '|' : `${cell} |`))
              .join('\n')}\n|||||`
          : line,
      )
      .join('\n'),
  'a web page': (lines) =>
    `<html><body>${lines
      .map((line) =>
        isRow(line)
          ? `<tr>${cellsOf(line)
              .map((cell) => `<td>${escaped(cell)}</td>`)
              .join('')}</tr>`
          : `<p>${escaped(line)}</p>`,
      )
      .join('\n')
      .replaceAll('</p>\n<tr>', '</p>\n<table><tr>')
      .replaceAll('</tr>\n<p>', '</tr></table>\n<p>')}</body></html>`,
};

const bureaus = parse(readFileSync(path.join(import.meta.dirname, 'bureaus.yaml'), 'utf8')) as Bureau[];

async function said(text: string) {
  const outcome = await readDocument(new TextEncoder().encode(text), 'form');
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  const { document, source } = outcome.value;
  const findings = runChecks(checks, document, source).filter((finding) => finding.severity !== 'info');
  return findings.map((finding) => ({ ...finding, printed: finding.lines.map((line) => source.lines[line - 1] ?? '').join('\n') }));
}

describe.each(bureaus.map((bureau) => [bureau.name, bureau] as const))('%s', (_, bureau) => {
  const lines = bureau.text.trimEnd().split('\n');

  it('says what is wrong, and nothing else', async () => {
    const found = await said((prints.tabs as (lines: string[]) => string)(lines));
    const left = [...found];
    for (const wanted of bureau.finds) {
      const at = left.findIndex((finding) => finding.code === wanted.code && wanted.at.every((words) => finding.printed.includes(words)));
      expect(at, `${wanted.code} ${wanted.at} not among ${JSON.stringify(found)}`).toBeGreaterThanOrEqual(0);
      left.splice(at, 1);
    }
    expect(left.map((finding) => `${finding.code} ${finding.message}`)).toEqual([]);
  });

  it.each(Object.entries(prints).filter(([print]) => print !== 'tabs'))('says the same of %s', async (_, print) => {
    const codes = (await said(print(lines))).map((finding) => finding.code).sort();
    expect(codes).toEqual(bureau.finds.map((finding) => finding.code).sort());
  });
});
