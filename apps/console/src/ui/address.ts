/** Filters, sorting and page stand in the address, so that a list can be bookmarked, sent, and come back to. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

/** Texts as they stand in the address; a repeated name gives several. */
export type Params = Record<string, string | string[] | undefined>;

export const parseSearch = (text: string): Params => {
  const params: Params = {};
  for (const [key, value] of new URLSearchParams(text)) {
    const known = params[key];
    params[key] = known === undefined ? value : Array.isArray(known) ? [...known, value] : [known, value];
  }
  return params;
};

export const stringifySearch = (params: Record<string, unknown>): string => {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(params))
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null && one !== '') search.append(key, String(one));
  const text = search.toString();
  return text ? `?${text}` : '';
};

export const one = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value);
export const many = (value: string | string[] | undefined): string[] => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

/** The address's parameters, and how to change some of them. */
export function useParams(): [Params, (change: Params, options?: { replace?: boolean }) => void] {
  const params = useSearch({ strict: false }) as Params;
  const navigate = useNavigate();
  const change = useCallback(
    (next: Params, options: { replace?: boolean } = {}) =>
      void navigate({ to: '.', search: ((before: Params) => ({ ...before, ...next })) as never, replace: options.replace ?? false }),
    [navigate],
  );
  return [params, change];
}
