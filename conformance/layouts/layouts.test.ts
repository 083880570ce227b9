// The reader and the linter on layouts of our own making stay as good as docs/forms-trial.md says; what is written is read back equal.
import { expect, test } from 'vitest';
import { totalOf, trial, writtenAndRead } from './trial.ts';

test('every layout: rows and heads read right, silent on forms in order, planted faults named', async () => {
  const results = await trial();
  const sum = (take: Parameters<typeof totalOf>[1]) => totalOf(results, take);
  for (const { layout, wrong } of results) for (const line of wrong) console.log(`${layout.id}: ${line}`);
  expect(results).toHaveLength(26);
  expect(sum(({ right }) => right) / sum(({ rows }) => rows)).toBeGreaterThan(0.97);
  expect(sum(({ right }) => right) / sum(({ read }) => read)).toBeGreaterThan(0.97);
  expect(sum(({ heads }) => heads)).toBe(sum(({ documents }) => documents));
  expect(sum(({ named }) => named) / sum(({ planted }) => planted)).toBeGreaterThan(0.95);
  expect(sum(({ alarms }) => alarms) / sum(({ documents }) => documents)).toBeLessThan(0.05);
}, 120_000);

test('every layout is written as docx and xlsx and read back equal, in its own layout where that has a form', async () => {
  for (const { id, file, before, after } of await writtenAndRead()) expect(after, `${id} ${file}`).toEqual(before);
}, 120_000);
