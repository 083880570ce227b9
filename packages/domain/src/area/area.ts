/** 行政区划: what codes of areas are called, from the bureau's register. */
import type { RegisterEntry } from '../register/register.ts';

export const AREAS = 'areas';

/** Names by code. An area that was renamed is called by the name in force last; a code without an entry has none. */
export const areaNamesOf = (entries: readonly RegisterEntry[]): ReadonlyMap<string, string> =>
  new Map(
    entries
      .toSorted((a, b) => a.occurredOn - b.occurredOn)
      .flatMap(({ registerId, values: { code, name } }) =>
        registerId === AREAS && typeof code === 'string' && typeof name === 'string' ? [[code.trim(), name.trim()] as const] : [],
      ),
  );

/** The name with the code beside it; a code that nobody named stays a code. */
export function areaWord(names: ReadonlyMap<string, string>, code: string): string {
  const name = names.get(code);
  return name === undefined ? code : `${name} ${code}`;
}
