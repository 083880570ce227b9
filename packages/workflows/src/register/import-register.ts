import type { Instant, Issue, Outcome, Register, RegisterEntry, RegisterValues } from '@hengjian/domain';
import { entryIdOf } from './entry-id.ts';
import type { RegisterStore } from './ports.ts';

export interface RegisterImport {
  register: Register;
  /** As read from a sheet or entered; `row` is told in the entry's source. */
  rows: readonly { row: number; values: RegisterValues }[];
  /** What reading found. Any error refuses the whole sheet: nothing half-written. */
  issues: readonly Issue[];
  file: string;
  by: string;
  now: Instant;
}

export interface RegisterImported {
  read: number;
  added: number;
  /** Already there with the same content. */
  known: number;
}

/** Takes a read sheet into the register. */
export async function importRegister(store: RegisterStore, given: RegisterImport): Promise<Outcome<RegisterImported>> {
  const { register, rows, file, by, now } = given;
  const issues = [...given.issues];
  if (issues.some((issue) => issue.severity === 'error')) return { ok: false, issues };
  const seen = new Map<string, number>();
  const entries = rows.map(({ row, values }): RegisterEntry => {
    const first = entryIdOf(register, values, 1);
    const nth = (seen.get(first) ?? 0) + 1;
    seen.set(first, nth);
    return {
      entryId: entryIdOf(register, values, nth),
      registerId: register.id,
      occurredOn: values[register.dateField] as number,
      recordedAt: now,
      recordedBy: by,
      source: `${file} 第 ${row} 行`,
      values,
      corrects: null,
      withdrawn: false,
    };
  });
  const added = await store.append(entries);
  return { ok: true, value: { read: rows.length, added, known: rows.length - added }, issues };
}
