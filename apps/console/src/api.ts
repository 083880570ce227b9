/** Talks to the server. Its refusals become `ApiError` with their sentences. Types come from the server, nothing else does. */
import type { RefusalJson, SaidIssueJson } from '@hengjian/server/schemas/common.ts';
import { QueryClient, useQuery } from '@tanstack/react-query';
import { common } from './texts/common.ts';
import { type Language, sayIn } from './texts/text.ts';

export type ApiIssue = SaidIssueJson;

export class ApiError extends Error {
  readonly status: number;
  readonly issues: readonly ApiIssue[];
  constructor(status: number, issues: readonly ApiIssue[]) {
    super(issues.map((issue) => issue.message).join('\n') || String(status));
    this.status = status;
    this.issues = issues;
  }
}
/** The server did not answer at all. */
export class Unreachable extends Error {}

type QueryValue = string | number | boolean | undefined | null | readonly (string | number)[];
export type Query = object;

/** `/api/x?a=1&a=2`; what is undefined or empty is left out. */
export function address(path: string, query: Query = {}): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query) as [string, QueryValue][])
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null && one !== '') params.append(key, String(one));
  const text = params.toString();
  return text ? `${path}?${text}` : path;
}

/** How the browser speaks to us is set by the page: its language and the operator's name. */
export const speaking: { language: Language; operator: string } = { language: 'zh', operator: '' };

/** The headers that say so. */
function spoken(given?: HeadersInit): Headers {
  const headers = new Headers(given);
  headers.set('accept-language', speaking.language === 'zh' ? 'zh-CN' : 'en');
  if (speaking.operator) headers.set('x-operator', encodeURIComponent(speaking.operator));
  return headers;
}

async function ask<T>(url: string, init: RequestInit = {}): Promise<T> {
  const headers = spoken(init.headers);
  let response: Response;
  try {
    response = await fetch(url, { ...init, headers });
  } catch (error) {
    throw new Unreachable(String(error));
  }
  if (response.ok) return (await response.json()) as T;
  const body = (await response.json().catch(() => ({ issues: [] }))) as RefusalJson;
  // A session has ended: the shell asks who is there, and shows the door.
  if (response.status === 401) void queryClient.invalidateQueries({ queryKey: ['/api/session'] });
  throw new ApiError(response.status, body.issues ?? []);
}

export const get = <T>(path: string, query?: Query): Promise<T> => ask<T>(address(path, query));
export const post = <T>(path: string, body: unknown = {}): Promise<T> =>
  ask<T>(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
export const put = <T>(path: string, body: unknown = {}): Promise<T> =>
  ask<T>(path, { method: 'PUT', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
/** From here on it is asked first how much is taken: a browser that is refused while it sends is told nothing. */
const LARGE_BYTES = 8_000_000;

/** Sends a file as it is. */
export async function send<T>(path: string, file: File, query: Query = {}): Promise<T> {
  if (file.size > LARGE_BYTES) {
    const { mostBytes } = await get<{ mostBytes: number }>('/api/health');
    const message = sayIn(speaking.language)(common.tooBig, { file: file.name, n: Math.round(mostBytes / 2 ** 20) });
    if (file.size > mostBytes) throw new ApiError(413, [{ code: 'server.too-big', severity: 'error', facts: {}, message }]);
  }
  return ask<T>(address(path, { file: file.name, ...query }), {
    method: 'POST',
    body: file,
    headers: { 'content-type': 'application/octet-stream' },
  });
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, error) => !(error instanceof ApiError) && count < 2,
      refetchOnWindowFocus: false,
    },
  },
});

/** One GET as a query; `every` asks again after so many milliseconds. */
export const useGet = <T>(path: string, query?: Query, options: { enabled?: boolean; every?: number | false; keep?: boolean } = {}) =>
  useQuery<T>({
    queryKey: [path, speaking.language, query ?? {}],
    queryFn: () => get<T>(path, query),
    enabled: options.enabled ?? true,
    refetchInterval: options.every ?? false,
    ...(options.keep ? { placeholderData: (before: T | undefined) => before } : {}),
  } as Parameters<typeof useQuery<T>>[0]);

/** Saves an answer of the server as a file, under the name the server gives. */
export async function saveFile(path: string, query?: Query): Promise<void> {
  const response = await fetch(address(path, query), { headers: spoken() });
  if (!response.ok) throw new ApiError(response.status, ((await response.json().catch(() => ({ issues: [] }))) as RefusalJson).issues);
  const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = name ? decodeURIComponent(name) : 'download';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** What went wrong with a request, a sentence each. */
export const problemsOf = (error: unknown): string[] =>
  error instanceof ApiError ? error.issues.map((issue) => issue.message) : [String(error)];
