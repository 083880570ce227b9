/** Who is at the page, and what they may do: asked once, and again when the server says that somebody must log in. */
import type { SessionJson } from '@hengjian/server/schemas/account.ts';
import { useGet } from './api.ts';

export const useSession = (): SessionJson | undefined => useGet<SessionJson>('/api/session').data;

/** Name of the account; empty while there are none: then people say who they are. */
export const useAccountName = (): string => {
  const session = useSession();
  return session?.kind === 'account' ? session.name : '';
};

/** A button is drawn where this is true; the server asks again. */
export const useMay = (action: string): boolean => useSession()?.actions.includes(action) ?? false;
