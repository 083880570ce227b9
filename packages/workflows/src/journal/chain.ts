/** The chain of the journal: SM3 (GB/T 32905) over the step and the hash before it. */
import { createHash } from 'node:crypto';
import type { JournalStep, KeptStep } from './ports.ts';

/** Hash before the first step. */
export const CHAIN_START = '0'.repeat(64);

/** SM3 as 64 hexadecimal digits. */
export const sm3 = (text: string): string => createHash('sm3').update(text, 'utf8').digest('hex');

/** JSON whose keys stand in order: equal content is equal text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
}

export const stepHash = (step: Omit<KeptStep, 'hash'>, previous: string): string =>
  sm3(
    canonical([
      previous,
      step.serial,
      step.at,
      step.by,
      step.noun,
      step.subjectId,
      step.action,
      step.before,
      step.after,
      step.why,
      step.detail,
    ]),
  );

/** Numbers steps and links them to the head; `digests` are those of the steps' sealed rows, in their order. */
export function linkSteps(
  steps: readonly JournalStep[],
  head: { readonly serial: number; readonly hash: string },
  digestOf: (table: string, key: string) => string | null,
): KeptStep[] {
  let { serial, hash } = head;
  return steps.map(({ detail, rows, ...step }) => {
    serial += 1;
    const sealed = rows?.map(({ table, key }) => ({ table, key, digest: digestOf(table, key) }));
    const kept = { ...step, serial, detail: canonical({ facts: detail, rows: sealed }) };
    hash = stepHash(kept, hash);
    return { ...kept, hash };
  });
}
