/**
 * Who calls: the two signature families that hospitals' software uses (national-interface.md §1.6), or an address that the operator
 * trusts. x-tif: lower-case hex SHA-256 of timestamp, secret, nonce, timestamp. `_api_`: Base64 HMAC-SHA1 over the four header pairs in
 * the order of their names. 国密 signatures in `cainfo` are not checked here.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { type Instant, interfaceMessages as say } from '@hengjian/domain';
import type { KeyStore } from '@hengjian/store';

/** How far a sender's clock may be off: x-tif is ours to choose, the gateway of `_api_` allows half an hour. */
const WINDOW_SECONDS = { 'x-tif': 15 * 60, _api_: 30 * 60 } as const;
/** Numbers used once that are remembered at most; the oldest go first. */
const MOST_REMEMBERED = 200_000;

export type Caller = { ok: true; providerNo: string } | { ok: false; error: string };

export interface Gate {
  /** Refuses a wrong or missing signature, a clock beyond the window and a message sent twice. '*' where any institution may be meant. */
  admit(headers: IncomingHttpHeaders, address: string, unixSeconds: number): Promise<Caller>;
}

const one = (headers: IncomingHttpHeaders, name: string): string => {
  const value = headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
};

export const xTifSignature = (timestamp: string, secret: string, nonce: string): string =>
  createHash('sha256').update(`${timestamp}${secret}${nonce}${timestamp}`).digest('hex');

export const apiSignature = (pairs: { name: string; version: string; timestamp: string; key: string }, secret: string): string =>
  createHmac('sha1', secret)
    .update(`_api_access_key=${pairs.key}&_api_name=${pairs.name}&_api_timestamp=${pairs.timestamp}&_api_version=${pairs.version}`)
    .digest('base64');

const same = (a: string, b: string): boolean => {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
};

/** Seconds, thirteen digits of milliseconds, or yyyyMMddHHmmss(SSS) of the wall clock are all seen; undefined where it is none. */
function secondsOf(timestamp: string): number | undefined {
  if (/^\d{10}$/.test(timestamp)) return Number(timestamp);
  if (/^\d{13}$/.test(timestamp)) return Math.floor(Number(timestamp) / 1000);
  return undefined;
}

const loopback = (address: string): boolean => address === '::1' || /^(::ffff:)?127\./.test(address);

export function gateOf(keys: KeyStore): Gate {
  const seen = new Map<string, number>();
  const once = (number: string, until: number, now: number): boolean => {
    if ((seen.get(number) ?? 0) >= now) return false;
    seen.set(number, until);
    for (const [old, end] of seen) {
      if (end >= now && seen.size <= MOST_REMEMBERED) break;
      seen.delete(old);
    }
    return true;
  };
  return {
    async admit(headers, address, now) {
      const scheme = one(headers, 'x-tif-signature') ? 'x-tif' : one(headers, '_api_signature') ? '_api_' : undefined;
      if (!scheme) {
        // this machine itself is trusted; everybody else only where the operator says so
        if (loopback(address) || (await keys.isTrusted(address.replace(/^::ffff:/, '')))) return { ok: true, providerNo: '*' };
        return { ok: false, error: say.noSignature.zh({}) };
      }
      const sent =
        scheme === 'x-tif'
          ? {
              id: one(headers, 'x-tif-paasid'),
              at: one(headers, 'x-tif-timestamp'),
              number: one(headers, 'x-tif-nonce'),
              by: one(headers, 'x-tif-signature'),
            }
          : {
              id: one(headers, '_api_access_key'),
              at: one(headers, '_api_timestamp'),
              number: one(headers, '_api_signature'),
              by: one(headers, '_api_signature'),
            };
      const key = await keys.find(scheme, sent.id);
      if (!key) return { ok: false, error: say.unknownKey.zh({}) };
      const expected =
        scheme === 'x-tif'
          ? xTifSignature(sent.at, key.secret, sent.number)
          : apiSignature(
              { name: one(headers, '_api_name'), version: one(headers, '_api_version'), timestamp: sent.at, key: sent.id },
              key.secret,
            );
      if (!same(sent.by, expected)) return { ok: false, error: say.badSignature.zh({}) };
      const seconds = secondsOf(sent.at);
      const window = WINDOW_SECONDS[scheme];
      if (seconds === undefined || Math.abs(now - seconds) > window)
        return { ok: false, error: say.staleSignature.zh({ minutes: window / 60 }) };
      if (!once(`${scheme} ${sent.id} ${sent.number}`, seconds + window, now)) return { ok: false, error: say.repeated.zh({}) };
      return { ok: true, providerNo: key.providerNo };
    },
  };
}

/** An institution speaks for itself only. */
export const speaksFor = (caller: { providerNo: string }, providerNo: string): boolean =>
  caller.providerNo === '*' || caller.providerNo === providerNo;

export const unixSeconds = (): Instant => Math.floor(Date.now() / 1000);
