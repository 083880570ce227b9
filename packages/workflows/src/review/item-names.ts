/** What items are called: there is no national catalogue of names, the knowledge library names those that it speaks of. */
import type { Point } from '@hengjian/language';

export type ItemNames = ReadonlyMap<string, string>;

/** Names by code, from the rows that speak of a code itself: of several the row that speaks of the fewest codes, then the shortest name. */
export function itemNames(rows: Iterable<Pick<Point, 'codes' | 'subject'>>): ItemNames {
  const best = new Map<string, { readonly of: number; readonly name: string }>();
  for (const { codes, subject } of rows) {
    const own = codes.code ?? [];
    if (subject === '') continue;
    for (const code of own) {
      const known = best.get(code);
      if (!known || own.length < known.of || (own.length === known.of && subject.length < known.name.length))
        best.set(code, { of: own.length, name: subject });
    }
  }
  return new Map([...best].map(([code, { name }]) => [code, name]));
}
