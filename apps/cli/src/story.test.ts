// One story from end to end, by the commands as a bureau types them: a city, its claims, the review, its truth, the plan, the report.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { samplePlanText } from '@hengjian/city';
import { afterAll, expect, test } from 'vitest';

const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-story-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const at = (...names: string[]) => path.join(scratch, ...names);
const cli = fileURLToPath(new URL('../hengjian.mjs', import.meta.url));

const hengjian = (...args: string[]): string =>
  execFileSync(process.execPath, [cli, '--home', at('home'), ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
const json = <T>(...args: string[]): T => JSON.parse(hengjian(...args, '--json')) as T;

interface Run {
  runId: string;
  lines: number;
  findings: number;
  stored: { added: number; changed: number; unchanged: number; withdrawn: number; money: { amountFen: number } };
  rules: { ruleId: string; hit: number; clear: number; notEvaluated: number }[];
}
interface Agreement {
  ruleId: string;
  planted: number;
  found: number;
  matched: number;
  missed: string[];
  unplanted: string[];
}

test('a bureau, a year, from nothing', { timeout: 600_000 }, () => {
  hengjian('city', 'generate', '--out', at('city'), '--persons', '3000', '--months', '12', '--seed', '8');
  hengjian('claims', 'import', at('city'));

  const first = json<Run>('review', 'run', '--from', '2025-01-01', '--to', '2025-12-31');
  expect(first.lines).toBeGreaterThan(10_000);
  expect(first.rules.length).toBeGreaterThanOrEqual(25);

  // what was planted is found, every one of it, and nothing else
  const agreement = json<Agreement[]>('findings', 'compare', at('city', 'truth.csv'));
  expect(agreement.filter((a) => a.missed.length > 0)).toEqual([]);
  // … except where a statistic asks who stands out: somebody always does
  const statistics = json<{ id: string; certainty: string }[]>('review', 'rules').flatMap((r) =>
    r.certainty === 'statistic' ? [r.id] : [],
  );
  expect(agreement.filter((a) => a.unplanted.length > 0 && !statistics.includes(a.ruleId))).toEqual([]);
  for (const rule of first.rules)
    expect({ rule: rule.ruleId, planted: (agreement.find((a) => a.ruleId === rule.ruleId)?.planted ?? 0) > 0 }).toEqual({
      rule: rule.ruleId,
      planted: true,
    });

  // the same claims again: nothing new, nothing gone
  hengjian('claims', 'import', at('city'));
  const again = json<Run>('review', 'run', '--from', '2025-01-01', '--to', '2025-12-31');
  expect(again.stored).toMatchObject({ added: 0, changed: 0, unchanged: first.findings, withdrawn: 0 });
  expect(again.stored.money).toEqual(first.stored.money);

  // quarter by quarter gives the findings of the year
  let quarterly = 0;
  for (const [from, to] of [
    ['01-01', '03-31'],
    ['04-01', '06-30'],
    ['07-01', '09-30'],
    ['10-01', '12-31'],
  ])
    quarterly += json<Run>('review', 'run', '--from', `2025-${from}`, '--to', `2025-${to}`).findings;
  expect(quarterly).toBe(first.findings);

  hengjian('findings', 'export', '--out', at('findings.csv'));
  const rows = readFileSync(at('findings.csv'), 'utf8').trim().split('\n');
  expect(rows[0]).toMatch(/^finding_id,rule_id,rule_code,certainty,grain,subject_id,psn_no,mdtrt_id,setl_id,fixmedins_code,feedetl_sns,/);
  expect(rows.length).toBe(first.findings + 1);

  writeFileSync(at('targets.txt'), samplePlanText(2025));
  const plan = json<{ planId: string }>('plan', 'adopt', at('targets.txt'), '--year', '2025');
  expect(plan.planId).toMatch(/^P2025-/);
});
