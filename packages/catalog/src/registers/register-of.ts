import type { Outcome, Register } from '@hengjian/domain';
import { registers } from '../registers.gen.ts';

/** All registers, by title as a bureau would look for them. */
export const allRegisters: readonly Register[] = Object.values(registers);

/** Finds a register by id or by its Chinese title. Refusal: `register.unknown-register`. */
export function registerOf(name: string): Outcome<Register> {
  const register = allRegisters.find(({ id, title }) => id === name || title === name);
  if (register) return { ok: true, value: register, issues: [] };
  const known = allRegisters.map(({ id, title }) => `${id}（${title}）`).join('、');
  return { ok: false, issues: [{ code: 'register.unknown-register', severity: 'error', facts: { id: name, known } }] };
}
