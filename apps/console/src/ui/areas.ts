import { areaWord } from '@hengjian/domain';
import type { AreaJson } from '@hengjian/server/schemas/providers.ts';
import { useGet } from '../api.ts';

/** What an area's code is called, the code beside it. */
export function useAreaWord(): (code: string) => string {
  const areas = useGet<AreaJson[]>('/api/areas');
  const names = new Map((areas.data ?? []).map(({ code, name }) => [code, name]));
  return (code) => areaWord(names, code);
}
