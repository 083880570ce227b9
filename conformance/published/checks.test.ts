// The linter on real published documents: what is truly wrong is found, what only looks odd is left alone. The table beside this
// file was written by eye before the program ran.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { checks, runChecks } from '@hengjian/catalog';
import { readDocument } from '@hengjian/documents';
import type { CheckFinding } from '@hengjian/domain';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

interface Wrong {
  code: string;
  lines: number[];
  /** Every line must be named, not only one. */
  all?: boolean;
  facts?: Record<string, unknown>;
  why: string;
}
interface Holds {
  code?: string;
  lines: number[];
  /** A finding that also names one of these is another matter. */
  except?: number[];
  why: string;
}

const seeds = path.join(process.env.HENGJIAN_SHARED ?? path.resolve(import.meta.dirname, '../../../shared'), 'data/seeds');
const tables = parse(readFileSync(path.join(import.meta.dirname, 'expectations.yaml'), 'utf8')) as Record<
  string,
  { wrong: Wrong[]; holds: Holds[] }
>;

if (!existsSync(seeds)) console.log(`skipped: the published documents are not at ${seeds} (set HENGJIAN_SHARED)`);

describe.skipIf(!existsSync(seeds)).each(Object.entries(tables))('%s', (file, { wrong, holds }) => {
  const found = async (): Promise<CheckFinding[]> => {
    const outcome = await readDocument(readFileSync(path.join(seeds, file)), file);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
    return runChecks(checks, outcome.value.document, outcome.value.source);
  };
  const findings = existsSync(seeds) ? found() : Promise.resolve([]);

  it.each(wrong.map((w) => [`${w.code} ${w.lines.join(',')}: ${w.why}`, w] as const))('finds %s', async (_, wanted) => {
    const near = (await findings).filter((f) => f.code === wanted.code && wanted.lines.some((line) => f.lines.includes(line)));
    const match = near.find(
      (f) =>
        (!wanted.all || wanted.lines.every((line) => f.lines.includes(line))) &&
        Object.entries(wanted.facts ?? {}).every(([key, value]) => f.facts[key] === value),
    );
    expect(match, JSON.stringify(near)).toBeDefined();
  });

  it.each(holds.map((h) => [`${h.code ?? 'anything'} ${h.lines.join(',')}: ${h.why}`, h] as const))(
    'is silent on %s',
    async (_, { code, lines, except }) => {
      const said = (await findings).filter(
        (f) =>
          (code === undefined ? f.severity !== 'info' : f.code === code) &&
          lines.some((line) => f.lines.includes(line)) &&
          !(except ?? []).some((line) => f.lines.includes(line)),
      );
      expect(said).toEqual([]);
    },
  );

  it('names lines that exist, and says each thing once', async () => {
    const count = readFileSync(path.join(seeds, file), 'utf8').split(/\r?\n/).length;
    for (const finding of await findings) {
      expect(finding.lines.length, finding.message).toBeGreaterThan(0);
      for (const line of finding.lines) expect(line >= 1 && line <= count).toBe(true);
      expect(finding.message).not.toMatch(/undefined|null|NaN/);
    }
    const keys = (await findings).map((f) => JSON.stringify([f.code, f.lines, f.message]));
    expect(new Set(keys).size).toBe(keys.length);
  });
});
