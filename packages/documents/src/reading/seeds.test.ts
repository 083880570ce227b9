// The five published documents, every row against tables written from their text by eye.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { squeeze } from '@hengjian/domain';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readDocument } from '../read-document.ts';

const here = path.dirname(fileURLToPath(import.meta.url));
const shared = process.env.HENGJIAN_SHARED ?? path.resolve(here, '../../../../../shared');
const seeds = path.join(shared, 'data/seeds');

interface Expected {
  file: string;
  org: string;
  year: number;
  kind: string;
  totals: Record<string, number | null>;
  scores?: boolean;
  projects: { name: string; kind: string; budgetWan: number; goals: number; rows: string }[];
  warnings: string[];
}

interface Row {
  group: string | null;
  level1: string;
  level2: string;
  line: number;
  name: string;
  operator: string;
  value: string;
  unit: string;
  points: string;
  repairs: string;
}

/** The rows of a table; group and levels stand above the rows they cover. */
function rowsOf(text: string): Row[] {
  let group: string | null = null;
  let levels = ['', ''];
  return text
    .trim()
    .split('\n')
    .flatMap((line) => {
      if (line.startsWith('# ')) group = line.slice(2);
      else if (line.startsWith('@ ')) levels = line.slice(2).split(' / ');
      else {
        const [at, name = '', operator = '', value = '', unit = '', points = '', repairs = ''] = line.split('|').map((cell) => cell.trim());
        return [
          { group, level1: levels[0] ?? '', level2: levels[1] ?? '', line: Number(at), name, operator, value, unit, points, repairs },
        ];
      }
      return [];
    });
}

/** `beginning…end` fits a longer text; anything else must be equal. */
function fits(found: string | number | null, wanted: string): boolean {
  if (wanted === '-') return found === null;
  if (typeof found === 'number') return found === Number(wanted);
  const [start = '', end] = wanted.split('…');
  return end === undefined
    ? found === wanted
    : found?.startsWith(start) === true && found.endsWith(end) && found.length > start.length + end.length;
}

const tables = readdirSync(path.join(here, 'expected'))
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => parse(readFileSync(path.join(here, 'expected', name), 'utf8')) as Expected);

if (!existsSync(seeds)) console.log(`skipped: the published documents are not at ${seeds} (set HENGJIAN_SHARED)`);

describe.skipIf(!existsSync(seeds))('the published documents', () => {
  it.each(tables.map((table) => [table.file, table] as const))('%s', async (file, wanted) => {
    const bytes = readFileSync(path.join(seeds, file));
    const outcome = await readDocument(bytes, file);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
    const { document, source } = outcome.value;
    expect({ org: document.org, year: document.year, kind: document.kind, totals: document.totals }).toEqual({
      org: wanted.org,
      year: wanted.year,
      kind: wanted.kind,
      totals: wanted.totals,
    });
    expect(document.projects.map(({ name, kind, budgetWan, goals }) => ({ name, kind, budgetWan, goals: goals.length }))).toEqual(
      wanted.projects.map(({ name, kind, budgetWan, goals }) => ({ name, kind, budgetWan, goals })),
    );
    const wrong: string[] = [];
    wanted.projects.forEach((project, index) => {
      const rows = rowsOf(project.rows);
      const found = document.projects[index]?.indicators ?? [];
      expect(found.map((indicator) => indicator.line)).toEqual(rows.map((row) => row.line));
      rows.forEach((row, at) => {
        const indicator = found[at];
        if (!indicator) return;
        const points = wanted.scores ? indicator.score : indicator.weight;
        const checks: [string, boolean][] = [
          ['group', indicator.group === row.group],
          ['level1', indicator.level1 === row.level1],
          ['level2', indicator.level2 === row.level2],
          ['name', fits(indicator.name, row.name)],
          ['name in its line', squeeze(source.lines[indicator.line - 1] ?? '').includes(squeeze(indicator.name))],
          ['operator', indicator.operator === row.operator],
          ['value', fits(indicator.value, row.value)],
          ['unit', fits(indicator.unit, row.unit)],
          ['points', fits(points, row.points)],
          ['actual', indicator.actual === null],
          ['other points', (wanted.scores ? indicator.weight : indicator.score) === null],
          ['repairs', indicator.repairs.join(' ') === row.repairs],
        ];
        for (const [what, good] of checks) if (!good) wrong.push(`${row.line} ${what}: ${JSON.stringify(indicator)}`);
      });
    });
    expect(wrong).toEqual([]);
    const said = document.warnings.map(({ code, line }) => `${code} ${line}`);
    expect(wanted.warnings.filter((warning) => !said.includes(warning))).toEqual([]);
    // Shifted rows stand in the rows' own column; of all else nothing is said that is not so.
    expect(said.filter((warning) => !warning.startsWith('row-shifted') && !wanted.warnings.includes(warning))).toEqual([]);
    // Every row that was repaired is said, and nothing is said twice.
    for (const indicator of document.projects.flatMap((project) => project.indicators))
      if (indicator.repairs.includes('row-shifted')) expect(said).toContain(`row-shifted ${indicator.line}`);
    expect(new Set(said).size).toBe(said.length);
  });

  it('hold 253 indicators in all', () => {
    const counts = tables.map((table) => table.projects.reduce((sum, project) => sum + rowsOf(project.rows).length, 0));
    expect(counts.reduce((a, b) => a + b, 0)).toBe(253);
  });
});
