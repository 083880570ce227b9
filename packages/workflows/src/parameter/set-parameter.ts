/** A number of the bureau is set for days of a region: a row more, never a row changed. */
import { bureauParameterNamed, type Day, type Issue, type Outcome } from '@hengjian/domain';
import type { Act } from '../rule/ports.ts';
import { actIssues } from '../rule/take-step.ts';

export interface NewParameter {
  readonly name: string;
  /** Administrative division, six digits; '*' everywhere. */
  readonly region: string;
  /** Days on which it counts, both included; null: open. */
  readonly fromDay: Day | null;
  readonly toDay: Day | null;
  readonly value: number;
}
export type BureauParameterRow = NewParameter & Act;

export interface ParameterBook {
  set(row: BureauParameterRow): Promise<void>;
}

/** Six digits, or '*'. */
const badRegion = (region: string): Issue[] =>
  /^(\d{6}|\*)$/.test(region) ? [] : [{ code: 'rule.badRegion', severity: 'error', facts: { code: region } }];

/** What keeps a division from being set as the bureau's own. */
export const regionIssues = (region: string, act: Act): Issue[] => [...badRegion(region), ...actIssues(act)];

export async function setParameter(book: ParameterBook, given: NewParameter, act: Act): Promise<Outcome<BureauParameterRow>> {
  const { name, region, fromDay, toDay, value } = given;
  const known = bureauParameterNamed(name);
  const issue = (code: string, facts: Record<string, unknown>): Issue => ({ code, severity: 'error', facts });
  const issues = actIssues(act);
  if (!known) issues.push(issue('parameter.unknown', { name }));
  else if (!Number.isFinite(value) || value < (known.least ?? 0))
    issues.push(issue('parameter.tooSmall', { value, least: known.least ?? 0 }));
  else if (!known.fraction && !Number.isSafeInteger(value)) issues.push(issue('parameter.notWhole', { value }));
  else if (known.odd && value % 2 === 0) issues.push(issue('parameter.even', { value }));
  issues.push(...badRegion(region));
  if (fromDay !== null && toDay !== null && toDay < fromDay) issues.push(issue('parameter.reversed', { fromDay, toDay }));
  if (issues.length > 0) return { ok: false, issues };
  const row = { ...given, ...act };
  await book.set(row);
  return { ok: true, value: row, issues: [] };
}
