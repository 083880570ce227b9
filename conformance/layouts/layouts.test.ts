// The reader and the linter on twenty layouts of our own making stay as good as docs/forms-trial.md says.
import { expect, test } from 'vitest';
import { totalOf, trial } from './trial.ts';

test('twenty layouts: rows and heads read right, silent on forms in order, planted faults named', async () => {
  const results = await trial();
  const sum = (take: Parameters<typeof totalOf>[1]) => totalOf(results, take);
  for (const { layout, wrong } of results) for (const line of wrong) console.log(`${layout.id}: ${line}`);
  expect(results).toHaveLength(20);
  expect(sum(({ right }) => right) / sum(({ rows }) => rows)).toBeGreaterThan(0.97);
  expect(sum(({ right }) => right) / sum(({ read }) => read)).toBeGreaterThan(0.97);
  expect(sum(({ heads }) => heads)).toBe(sum(({ documents }) => documents));
  expect(sum(({ named }) => named) / sum(({ planted }) => planted)).toBeGreaterThan(0.95);
  expect(sum(({ alarms }) => alarms) / sum(({ documents }) => documents)).toBeLessThan(0.05);
}, 120_000);
