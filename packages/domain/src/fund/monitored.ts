/** 重点监控目录: which codes a bureau watches, from its register. */
import type { RegisterEntry } from '../register/register.ts';
import type { Day } from '../time.ts';

export const MONITORED_ITEMS = 'monitored-items';

/** Beginnings of the codes that are watched on a day, without repeats. */
export const monitoredPrefixes = (entries: readonly RegisterEntry[], on: Day): string[] => [
  ...new Set(
    entries.flatMap(({ registerId, values: { fromOn, toOn, codePrefix } }) =>
      registerId === MONITORED_ITEMS &&
      typeof codePrefix === 'string' &&
      typeof fromOn === 'number' &&
      fromOn <= on &&
      (typeof toOn !== 'number' || on <= toOn)
        ? [codePrefix]
        : [],
    ),
  ),
];
