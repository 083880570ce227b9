/** What is wrong with a scheme as a whole; cells are checked where they are read. */
import type { Issue } from '../issue.ts';
import type { PaymentScheme } from './scheme.ts';

export function checkPayment(scheme: PaymentScheme): Issue[] {
  const issues: Issue[] = [];
  const say = (code: string, facts: Record<string, unknown> = {}, severity: Issue['severity'] = 'error') =>
    issues.push({ code: `payment.${code}`, severity, facts });
  if (scheme.groups.length === 0) say('no-groups');
  if (scheme.rates.length === 0) say('no-rates');
  if (scheme.toDay !== null && scheme.toDay < scheme.fromDay) say('dates-backwards');
  const known = new Set<string>();
  for (const { code } of scheme.groups) {
    if (known.has(code)) say('group-twice', { code });
    known.add(code);
  }
  for (const { code, kind, diagnoses } of scheme.groups) {
    if ((kind === 'drg') !== (scheme.method === 'drg')) say('group-of-other-method', { code });
    if (kind !== 'drg' && diagnoses.length === 0) say('group-without-diagnosis', { code });
  }
  scheme.rates.forEach(({ rate, budgetFen }, i) => {
    if (rate === null && budgetFen === null) say('rate-or-budget', { row: i + 1 });
    if (rate === null && scheme.settings.standard === 'payment' && scheme.outliers.length > 0) say('standard-needs-rate', { row: i + 1 });
  });
  for (const { high, low, fromWeight } of scheme.outliers)
    if (high !== null && low !== null && low >= high) say('limits-crossed', { from: fromWeight / 10_000 });
  for (const { groupCode } of scheme.auxiliary)
    if (groupCode !== null && !known.has(groupCode)) say('auxiliary-unknown-group', { code: groupCode }, 'warning');
  return issues;
}
