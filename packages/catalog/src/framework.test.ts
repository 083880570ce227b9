import type { RuleTree } from '@hengjian/language';
import { describe, expect, test } from 'vitest';
import { type FrameworkClass, framework, frameworkClasses } from './framework.ts';
import { rules } from './rules.gen.ts';

describe('the framework', () => {
  test('has 88 national classes and 50 extensions, each class as many as the 2025 edition counts (34 政策, 29 管理, 25 医疗)', () => {
    const national = framework.filter((row) => row.class !== 'extension');
    expect([national.length, framework.length - national.length]).toEqual([88, 50]);
    for (const [name, { title, count }] of Object.entries(frameworkClasses))
      expect([title, framework.filter((row) => row.class === (name as FrameworkClass)).length]).toEqual([title, count]);
    const of = (first: string) => national.filter((row) => frameworkClasses[row.class].title.startsWith(first)).length;
    expect([of('政策类'), of('管理类'), of('医疗类')]).toEqual([34, 29, 25]);
  });

  test('has every code once, written as the framework writes codes', () => {
    expect(new Set(framework.map((row) => row.code)).size).toBe(138);
    for (const row of framework) {
      if (row.class === 'extension') expect(row.code).toMatch(/^DF-(0[1-9]|[1-4]\d|50)$/);
      else if (row.code.startsWith('NC-')) expect(row.code).toBe(`NC-${row.name}`);
      else expect(row.code).toMatch(/^(GZ|ZB)1000(01|02|03)(01|02|03|04|05)\d{3}000$/);
    }
    expect(framework.filter((row) => row.code.startsWith('NC-')).length).toBe(9);
  });

  test('every shipped rule has its row, in the class of the framework, and no row is both evaluated and not', () => {
    for (const rule of Object.values(rules) as RuleTree[]) {
      const row = framework.find(({ code }) => code === rule.code);
      expect(row, `${rule.id} ${rule.code}`).toBeDefined();
      if (row && row.class !== 'extension') expect(rule.category, rule.id).toBe(frameworkClasses[row.class].title);
      expect(row?.reason, `${rule.id} is evaluated: its row must not say that it cannot be`).toBeUndefined();
    }
    for (const row of framework) expect(row.reason === undefined, row.code).toBe(row.needs === undefined);
  });

  test('every row is evaluated by a rule, watched by an alert, or says why it cannot be', () => {
    const evaluated = new Set((Object.values(rules) as RuleTree[]).map((rule) => rule.code));
    expect(framework.filter((row) => !row.reason && !row.alerts && !evaluated.has(row.code)).map((row) => row.name)).toEqual([]);
  });
});
