import { queryClient } from '../../api.ts';

/** Asks everything about plans again. */
export const refreshPlans = () =>
  queryClient.invalidateQueries({ predicate: ({ queryKey }) => /^\/api\/(plans|indicators)/.test(String(queryKey[0])) });
