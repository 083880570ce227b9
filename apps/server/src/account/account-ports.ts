import { type BureauParameterName, dayOf, type Instant } from '@hengjian/domain';
import { accountStoreOf, bureauParameter, bureauRegion, type Home } from '@hengjian/store';
import type { AccountLimits, AccountPorts } from '@hengjian/workflows';
import { passwords } from './passwords.ts';

const names = ['sessionIdleMinutes', 'sessionHours', 'loginFailures', 'lockMinutes', 'passwordLength'] as const;

/** The bureau's numbers of today. */
export async function accountPortsOf(home: Pick<Home, 'db'>, now: Instant): Promise<AccountPorts> {
  const region = await bureauRegion(home.db);
  const numberOf = async (name: BureauParameterName) => [name, (await bureauParameter(home.db, name, region))(dayOf(now))] as const;
  const limits = Object.fromEntries(await Promise.all(names.map(numberOf))) as unknown as AccountLimits;
  return { accounts: accountStoreOf(home.db), passwords, limits };
}
