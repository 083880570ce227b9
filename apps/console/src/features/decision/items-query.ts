// What the address narrows the items to.
import { one, useParams } from '../../ui/address.ts';

export function useItemsQuery() {
  const [params] = useParams();
  return Object.fromEntries((['from', 'to', 'kind', 'text', 'code', 'monitored'] as const).map((name) => [name, one(params[name])]));
}
