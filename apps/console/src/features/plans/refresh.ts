import { queryClient } from '../../api.ts';

/** Asks everything about plans again. */
export const refreshPlans = () =>
  queryClient.invalidateQueries({
    predicate: ({ queryKey }) => /^\/api\/(plans|indicators|plan-drafts|indicator-library)/.test(String(queryKey[0])),
  });
