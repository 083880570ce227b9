import { registerOf } from '@hengjian/catalog';
import { type Day, dayOfDate, type Instant, type Outcome, type RegisterValues } from '@hengjian/domain';
import { declareComplete } from './declare-complete.ts';
import { importRegister, type RegisterImported } from './import-register.ts';
import type { RegisterStore } from './ports.ts';

/**
 * Takes entries of several registers at once (a year's sample, a hand-over from another system). Repeatable: what is there
 * already adds nothing. The first refusal stops; entries of earlier registers stay.
 */
export async function fillRegisters(
  store: RegisterStore,
  given: {
    entries: readonly { registerId: string; values: RegisterValues }[];
    /** Registers to declare complete for the year. */
    complete: readonly string[];
    year: number;
    source: string;
    by: string;
    now: Instant;
  },
): Promise<Outcome<RegisterImported>> {
  const total: RegisterImported = { read: 0, added: 0, known: 0 };
  for (const registerId of [...new Set(given.entries.map((entry) => entry.registerId))]) {
    const register = registerOf(registerId);
    if (!register.ok) return register;
    const rows = given.entries.filter((entry) => entry.registerId === registerId).map(({ values }, index) => ({ row: index + 1, values }));
    const outcome = await importRegister(store, {
      register: register.value,
      rows,
      issues: [],
      file: given.source,
      by: given.by,
      now: given.now,
    });
    if (!outcome.ok) return outcome;
    total.read += outcome.value.read;
    total.added += outcome.value.added;
    total.known += outcome.value.known;
  }
  const [fromDay, toDay]: [Day, Day] = [dayOfDate(given.year, 1, 1), dayOfDate(given.year, 12, 31)];
  const declared = await store.completeness();
  for (const registerId of given.complete) {
    if (declared.some((one) => one.registerId === registerId && one.fromDay === fromDay && one.toDay === toDay)) continue;
    const outcome = await declareComplete(store, { registerId, fromDay, toDay, declaredBy: given.by, declaredAt: given.now });
    if (!outcome.ok) return outcome;
  }
  return { ok: true, value: total, issues: [] };
}
