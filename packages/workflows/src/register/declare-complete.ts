import { formatDay, type Outcome, type RegisterCompleteness } from '@hengjian/domain';
import type { RegisterStore } from './ports.ts';

/** "Everything of this period is entered": from then on, no entry means zero. Refusal: `register.period-backwards`. */
export async function declareComplete(store: RegisterStore, declaration: RegisterCompleteness): Promise<Outcome<RegisterCompleteness>> {
  const { fromDay, toDay } = declaration;
  if (fromDay > toDay)
    return {
      ok: false,
      issues: [{ code: 'register.period-backwards', severity: 'error', facts: { from: formatDay(fromDay), to: formatDay(toDay) } }],
    };
  await store.declareComplete(declaration);
  return { ok: true, value: declaration, issues: [] };
}
