import type { Outcome } from '@hengjian/domain';
import { type Home, isDiskFull } from '@hengjian/store';

/** A disk that fills during the work is a refusal with its place: nothing of the work was kept, and it can be done again. */
export async function orDiskFull<T>(home: Home, code: string, work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await work();
  } catch (error) {
    if (!isDiskFull(error)) throw error;
    return { ok: false, issues: [{ code, severity: 'error', facts: { folder: home.folder } }] };
  }
}
