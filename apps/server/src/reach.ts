// Who stands between browsers and this server, and how much it takes from them: settings of the operator, from the environment.

export interface ReachSettings {
  /** Addresses of proxies whose word about who asks is taken; null: none, the address of the connection counts. */
  readonly trustProxy: string[] | null;
  /** Biggest body that is read (a scanned report, a year's register); what says that it is bigger is refused unread. */
  readonly bodyBytes: number;
  /** Milliseconds that the sending of a request may take. */
  readonly requestMs: number;
}

function whole(env: NodeJS.ProcessEnv, name: string, otherwise: number, most: number): number {
  const text = env[name]?.trim();
  if (!text) return otherwise;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > most) throw new Error(`${name} 须是 1 至 ${most} 的整数：${text}`);
  return value;
}

/**
 * `HENGJIAN_TRUST_PROXY` (addresses or networks, with commas), `HENGJIAN_BODY_MEGABYTES` (64), `HENGJIAN_REQUEST_SECONDS` (300). Throws
 * with the setting's name where it cannot be read.
 */
export function reachSettings(env: NodeJS.ProcessEnv = process.env): ReachSettings {
  const proxies = (env.HENGJIAN_TRUST_PROXY ?? '').split(/[,，\s]+/).filter(Boolean);
  const bad = proxies.find((one) => !/^(loopback|linklocal|uniquelocal|[0-9a-fA-F.:]+(\/\d{1,3})?)$/.test(one));
  if (bad !== undefined) throw new Error(`HENGJIAN_TRUST_PROXY 须是代理的地址或网段：${bad}`);
  return {
    trustProxy: proxies.length > 0 ? proxies : null,
    bodyBytes: whole(env, 'HENGJIAN_BODY_MEGABYTES', 64, 2048) * 1024 * 1024,
    requestMs: whole(env, 'HENGJIAN_REQUEST_SECONDS', 300, 86_400) * 1000,
  };
}
