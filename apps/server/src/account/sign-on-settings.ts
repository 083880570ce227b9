// Settings of signing on by an identity server, from the environment of the server; without an issuer there is none.
import { readFileSync } from 'node:fs';
import { isPlainRole } from '@hengjian/workflows';

export interface SignOnSettings {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The claim of the identity token that names the account. */
  readonly claim: string;
  readonly scope: string;
  /** As the button calls it; null: its usual name. */
  readonly title: string | null;
  /** Where browsers reach this server, ending in /; null: as the request says. */
  readonly publicAddress: string | null;
  /** Role of accounts that are added at their first sign-on; null: only accounts that are there. */
  readonly newRole: string | null;
}

const NAMES = {
  issuer: 'HENGJIAN_OIDC_ISSUER',
  clientId: 'HENGJIAN_OIDC_CLIENT_ID',
  secret: 'HENGJIAN_OIDC_CLIENT_SECRET',
  secretFile: 'HENGJIAN_OIDC_CLIENT_SECRET_FILE',
  claim: 'HENGJIAN_OIDC_CLAIM',
  scope: 'HENGJIAN_OIDC_SCOPE',
  title: 'HENGJIAN_OIDC_TITLE',
  address: 'HENGJIAN_PUBLIC_ADDRESS',
  newRole: 'HENGJIAN_OIDC_NEW_ROLE',
} as const;

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;

function urlOf(name: string, text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || (url.protocol !== 'https:' && !(url.protocol === 'http:' && LOOPBACK.test(url.hostname))))
    throw new Error(`${name} 须是 https:// 开头的地址（只有本机可以用 http://）：${text}`);
  return url;
}

/** Throws with the setting's name where something is missing or cannot be used: a server must not start with a door half open. */
export function signOnSettings(env: NodeJS.ProcessEnv = process.env): SignOnSettings | null {
  const given = (name: string) => env[name]?.trim() || undefined;
  const need = (name: string) => {
    const value = given(name);
    if (value === undefined) throw new Error(`设置了 ${NAMES.issuer}，还须设置 ${name}`);
    return value;
  };
  const issuer = given(NAMES.issuer);
  if (issuer === undefined) return null;
  const file = given(NAMES.secretFile);
  const newRole = given(NAMES.newRole) ?? null;
  if (newRole !== null && !isPlainRole(newRole))
    throw new Error(`${NAMES.newRole} 不能是 ${newRole}：只能是不需要另填机构或编号的局内角色，管理员除外`);
  const address = given(NAMES.address);
  return {
    issuer: urlOf(NAMES.issuer, issuer),
    clientId: need(NAMES.clientId),
    clientSecret: file === undefined ? need(NAMES.secret) : readFileSync(file, 'utf8').trim(),
    claim: given(NAMES.claim) ?? 'preferred_username',
    scope: given(NAMES.scope) ?? 'openid profile',
    title: given(NAMES.title) ?? null,
    publicAddress: address === undefined ? null : urlOf(NAMES.address, address).href.replace(/\/?$/, '/'),
    newRole,
  };
}
