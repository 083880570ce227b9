import type { Instant, Outcome, Register, RegisterEntry, RegisterValues } from '@hengjian/domain';
import { entryIdOf } from './entry-id.ts';
import type { RegisterStore } from './ports.ts';

export interface Correction {
  register: Register;
  entryId: string;
  /** null withdraws the entry. */
  values: RegisterValues | null;
  reason: string;
  by: string;
  now: Instant;
}

/** Mends an entry by a new one; the old one stays readable. Refusals: `register.unknown-entry`, `register.already-replaced`. */
export async function correctEntry(store: RegisterStore, given: Correction): Promise<Outcome<RegisterEntry>> {
  const { register, entryId, values, reason, by, now } = given;
  const refuse = (code: string): Outcome<RegisterEntry> => ({ ok: false, issues: [{ code, severity: 'error', facts: { id: entryId } }] });
  const old = await store.entry(entryId);
  if (!old || old.registerId !== register.id) return refuse('register.unknown-entry');
  if (old.withdrawn || (await store.replacementOf(entryId))) return refuse('register.already-replaced');
  const kept = values ?? old.values;
  const entry: RegisterEntry = {
    entryId: `${entryIdOf(register, { ...kept }, 1)}-${now.toString(36)}`,
    registerId: register.id,
    occurredOn: kept[register.dateField] as number,
    recordedAt: now,
    recordedBy: by,
    source: reason,
    values: kept,
    corrects: entryId,
    withdrawn: values === null,
  };
  await store.append([entry]);
  return { ok: true, value: entry, issues: [] };
}
