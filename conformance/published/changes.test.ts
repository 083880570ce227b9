// A repaired mistake is no longer said, a new one is, and nothing else changes.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { checks, runChecks } from '@hengjian/catalog';
import { readDocument } from '@hengjian/documents';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

interface Change {
  file: string;
  line: number;
  from: string;
  to: string;
  gone: string[];
  comes: string[];
}

const seeds = path.join(process.env.HENGJIAN_SHARED ?? path.resolve(import.meta.dirname, '../../../shared'), 'data/seeds');
const changes = parse(readFileSync(path.join(import.meta.dirname, 'changes.yaml'), 'utf8')) as Change[];

async function said(text: string): Promise<string[]> {
  const outcome = await readDocument(new TextEncoder().encode(text), 'form.txt');
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return runChecks(checks, outcome.value.document, outcome.value.source)
    .filter((finding) => finding.severity !== 'info')
    .map((finding) => `${finding.code} ${finding.lines} ${finding.message}`);
}

if (!existsSync(seeds)) console.log(`skipped: the published documents are not at ${seeds} (set HENGJIAN_SHARED)`);

describe.skipIf(!existsSync(seeds))('a change to a published document', () => {
  it.each(changes.map((change) => [`${change.file} ${change.line}: ${change.from} → ${change.to}`, change] as const))(
    '%s',
    async (_, change) => {
      const lines = readFileSync(path.join(seeds, change.file), 'utf8').split('\n');
      const line = lines[change.line - 1] ?? '';
      expect(line).toContain(change.from);
      const before = await said(lines.join('\n'));
      lines[change.line - 1] = line.replace(change.from, change.to);
      const after = await said(lines.join('\n'));
      const codes = (from: string[], without: string[]) => from.filter((one) => !without.includes(one)).map((one) => one.split(' ')[0]);
      expect({ gone: codes(before, after).sort(), comes: codes(after, before).sort() }).toEqual({ gone: change.gone, comes: change.comes });
    },
  );
});
