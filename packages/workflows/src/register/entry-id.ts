import { createHash } from 'node:crypto';
import type { Register, RegisterValues } from '@hengjian/domain';

/**
 * Follows from the content, so that importing the same sheet twice adds nothing. `nth` tells apart rows of one sheet that say
 * the same (two trainings of the same size on one day are two).
 */
export function entryIdOf(register: Register, values: RegisterValues, nth: number): string {
  const content = JSON.stringify(register.fields.map((field) => values[field.name] ?? null));
  return `${register.id}-${createHash('sha256').update(`${content}|${nth}`).digest('hex').slice(0, 12)}`;
}
