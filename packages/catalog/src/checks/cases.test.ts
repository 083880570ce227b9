// Every check against its cases: what violates is found with its facts, what holds is left alone.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checks } from '../checks.gen.ts';
import type { Check } from './check-type.ts';
import { type Case, documentOf, targetsOf } from './lib/case.ts';
import { runChecks } from './run-checks.ts';

const here = import.meta.dirname;

describe.each(Object.entries(checks) as [string, Check][])('%s', (id, check) => {
  const file = path.join(here, id, 'cases.yaml');
  it('has a code like its id, a basis, violating and silent cases', () => {
    expect(check.code).toBe(id.toUpperCase().replaceAll('-', '_'));
    expect(check.basis.document && check.basis.article && check.title.zh && check.title.en).toBeTruthy();
    expect(existsSync(file)).toBe(true);
    const cases = parse(readFileSync(file, 'utf8')) as Case[];
    expect(cases.filter((c) => c.finds.length > 0).length).toBeGreaterThanOrEqual(1);
    expect(cases.filter((c) => c.finds.length === 0).length).toBeGreaterThanOrEqual(1);
  });
  const cases = existsSync(file) ? (parse(readFileSync(file, 'utf8')) as Case[]) : [];
  it.each(cases.map((c) => [c.name, c] as const))('%s', (_, given) => {
    const { document, source } = documentOf(given);
    const findings = runChecks({ [id]: check }, document, source, 'zh', targetsOf(given));
    const said = findings.map((f) => `${f.lines.map((n) => source.lines[n - 1]).join(' / ')}: ${f.message}`);
    expect(findings.length, said.join('\n')).toBe(given.finds.length);
    for (const wanted of given.finds) {
      const found = findings.find((finding) => {
        const printed = finding.lines.map((n) => source.lines[n - 1] ?? '').join('\n');
        return (
          wanted.at.every((words) => printed.includes(words)) &&
          Object.entries(wanted.facts ?? {}).every(([key, value]) => JSON.stringify(finding.facts[key]) === JSON.stringify(value))
        );
      });
      expect(found, `${JSON.stringify(wanted)} not among\n${JSON.stringify(findings, null, 1)}`).toBeDefined();
      if (wanted.suggests) {
        expect(found?.suggestions.length, JSON.stringify(found?.suggestions)).toBe(wanted.suggests.length);
        for (const one of wanted.suggests) expect(found?.suggestions).toContainEqual(expect.objectContaining(one));
      }
      for (const { line, name, field, message } of found?.suggestions ?? []) {
        expect(source.lines[line - 1]).toBeDefined();
        // A cell belongs to a row that a person can correct.
        const rows = document.projects.flatMap(({ indicators }) => indicators);
        if (field !== null) expect(rows.some((row) => row.line === line && row.name === name)).toBe(true);
        expect(message).not.toMatch(/undefined|null|NaN/);
      }
      if (wanted.severity) expect(found?.severity).toBe(wanted.severity);
      for (const line of found?.lines ?? []) expect(source.lines[line - 1]).toBeDefined();
      expect(found?.message).toMatch(/[一-龥]/);
      expect(found?.message).not.toMatch(/undefined|null|NaN/);
    }
  });
});
