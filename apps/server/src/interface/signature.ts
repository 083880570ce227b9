/**
 * Who calls: the two signature families that hospitals' software uses (national-interface.md §1.6), or an address that the operator
 * trusts. x-tif: lower-case hex SHA-256 of timestamp, secret, nonce, timestamp. `_api_`: Base64 HMAC-SHA1 over the four header pairs in
 * the order of their names. SM2: `cainfo`, over the text of `input` as it was sent; it is checked wherever the institution has such a
 * key and the message carries such a signature, also beside one of the others.
 */
import { createHash, createHmac, hash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { type Instant, parseInstant, interfaceMessages as say } from '@hengjian/domain';
import type { KeyStore, SignatureScheme } from '@hengjian/store';
import { numbersOnce } from './numbers-once.ts';
import { DEFAULT_USER_ID } from './sm/signature.ts';
import type { Verifier } from './sm/verifier.ts';
import { ownerOf, type Refused, turnAway } from './turned-away.ts';

/** How far a sender's clock may be off: x-tif is ours to choose, the gateway of `_api_` allows half an hour. */
const WINDOW_SECONDS = { 'x-tif': 15 * 60, _api_: 30 * 60, SM2: 15 * 60 } as const;
/** `inf_time` is written in the one time of the country, whatever zone this machine keeps. */
const CHINA_SECONDS = 8 * 3600;

export type Caller = { ok: true; providerNo: string } | Refused;

/** What of a message its own signature is about. */
export interface SignedMessage {
  readonly providerNo: string;
  readonly signature: string;
  readonly signatureKind: string;
  /** `inf_time`. */
  readonly sentAt: string;
  /** The text of `input` as sent, in the clear. */
  readonly inputText: () => string;
}

export interface Gate {
  /** Refuses a wrong or missing signature, a clock beyond the window and a message sent twice. '*' where any institution may be meant. */
  admit(headers: IncomingHttpHeaders, address: string, unixSeconds: number, message?: SignedMessage): Promise<Caller>;
  /** The part of it that needs no look into the message; undefined where nothing but the message can say who calls. */
  atTheDoor(headers: IncomingHttpHeaders, address: string, unixSeconds: number): Promise<Caller | undefined>;
  /** The rest, for a caller who was asked at the door. */
  beyond(door: Caller | undefined, unixSeconds: number, message?: SignedMessage): Promise<Caller>;
}

export interface GateOptions {
  /** Whether this machine itself needs no signature: not where others can reach us through a proxy on it. */
  trustLoopback?: boolean;
  verifier?: Verifier;
}

const one = (headers: IncomingHttpHeaders, name: string): string => {
  const value = headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
};

export const xTifSignature = (timestamp: string, secret: string, nonce: string): string =>
  hash('sha256', `${timestamp}${secret}${nonce}${timestamp}`);

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

export function gateOf(keys: KeyStore, { trustLoopback = true, verifier }: GateOptions = {}): Gate {
  const once = numbersOnce();
  const byHeaders = async (headers: IncomingHttpHeaders, now: number): Promise<Caller | undefined> => {
    const sent = sentIn(headers);
    if (!sent) return undefined;
    const { scheme } = sent;
    const key = await keys.find(scheme, sent.id);
    if (!key) return turnAway('unknownKey');
    const owner = ownerOf(key);
    if (!same(sent.by, sent.expected(key.secret))) return turnAway('badSignature', owner);
    const seconds = secondsOf(sent.at);
    const window = WINDOW_SECONDS[scheme];
    if (seconds === undefined || Math.abs(now - seconds) > window) return stale(window, owner);
    if (!once(`${scheme} ${sent.id} ${sent.number}`, seconds + window, now)) return turnAway('repeated', owner);
    return { ok: true, providerNo: key.providerNo };
  };
  const byMessage = async (message: SignedMessage | undefined, now: number): Promise<Caller | undefined> => {
    if (!verifier || !message || message.signature === '' || !/^(sm[23].*)?$/i.test(message.signatureKind)) return undefined;
    const known = await keys.ofProvider('SM2', message.providerNo);
    if (known.length === 0) return undefined;
    const sentAt = parseInstant(message.sentAt);
    const owner = ownerOf(known[0]);
    if (sentAt === undefined || Math.abs(now + CHINA_SECONDS - sentAt) > WINDOW_SECONDS.SM2) return stale(WINDOW_SECONDS.SM2, owner);
    const signer = await verifier.signer({
      text: message.inputText(),
      signature: message.signature,
      keys: known.map(({ secret, userId }) => ({ publicKey: secret, userId: userId ?? DEFAULT_USER_ID })),
    });
    if (signer === 'busy') return turnAway('busy', owner);
    const key = known[signer];
    if (!key) return turnAway('badSignature', owner);
    const digest = createHash('sm3').update(`${key.keyId} ${message.signature}`).digest();
    return (await keys.useOnce(digest, now)) ? { ok: true, providerNo: key.providerNo } : turnAway('repeated', owner);
  };
  const atTheDoor: Gate['atTheDoor'] = async (headers, address, now) => {
    const first = await byHeaders(headers, now);
    if (first) return first;
    // behind a proxy every address is this machine's
    const own = trustLoopback && loopback(address) && headers['x-forwarded-for'] === undefined && headers.forwarded === undefined;
    if (own || (await keys.isTrusted(address.replace(/^::ffff:/, '')))) return { ok: true, providerNo: '*' };
    return undefined;
  };
  const beyond: Gate['beyond'] = async (first, now, message) => {
    if (first && !first.ok) return first;
    const second = await byMessage(message, now);
    if (second && !second.ok) return second;
    const caller = [first, second].find((one) => one?.ok && one.providerNo !== '*') ?? first ?? second;
    return caller ?? turnAway('noSignature');
  };
  return {
    atTheDoor,
    beyond,
    admit: async (headers, address, now, message) => beyond(await atTheDoor(headers, address, now), now, message),
  };
}

const stale = (window: number, providerNo: string): Caller => ({
  ok: false,
  reason: 'staleSignature',
  error: say.staleSignature.zh({ minutes: window / 60 }),
  providerNo,
});

/** What the headers say of a signature; undefined where they carry none. */
function sentIn(headers: IncomingHttpHeaders) {
  if (one(headers, 'x-tif-signature')) {
    const [at, number] = [one(headers, 'x-tif-timestamp'), one(headers, 'x-tif-nonce')];
    const expected = (secret: string) => xTifSignature(at, secret, number);
    return {
      scheme: 'x-tif' as const satisfies SignatureScheme,
      id: one(headers, 'x-tif-paasid'),
      at,
      number,
      by: one(headers, 'x-tif-signature'),
      expected,
    };
  }
  const by = one(headers, '_api_signature');
  if (!by) return undefined;
  const [id, at] = [one(headers, '_api_access_key'), one(headers, '_api_timestamp')];
  const expected = (secret: string) =>
    apiSignature({ name: one(headers, '_api_name'), version: one(headers, '_api_version'), timestamp: at, key: id }, secret);
  return { scheme: '_api_' as const satisfies SignatureScheme, id, at, number: by, by, expected };
}

/** An institution speaks for itself only. */
export const speaksFor = (caller: { providerNo: string }, providerNo: string): boolean =>
  caller.providerNo === '*' || caller.providerNo === providerNo;

export const unixSeconds = (): Instant => Math.floor(Date.now() / 1000);
