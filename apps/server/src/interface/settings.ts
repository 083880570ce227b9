// How the interface behaves under strain: settings of the operator, from the environment of the server.
import { availableParallelism } from 'node:os';

export interface InterfaceSettings {
  /** Milliseconds after its arrival at which a message is answered with what was decided. */
  readonly deadlineMs: number;
  /** Milliseconds that the sending of a message may take: whoever is slower keeps a place from others. */
  readonly bodyMs: number;
  /** Messages that may be inside at once; the next is refused before it is read. */
  readonly mostInside: number;
  /** Where rules cannot be asked at all: let the order pass with a notice, or refuse the message. */
  readonly degraded: 'pass' | 'refuse';
  /** Whether what was left undecided is said as a line of the result. */
  readonly notice: boolean;
  /** Milliseconds that what the feed told may wait until alerts have looked at it. */
  readonly liveMs: number;
  /** Milliseconds at most that a start spends on made-up messages, so that the first one finds everything as the thousandth does. */
  readonly warmMs: number;
}

const whole = (text: string | undefined, otherwise: number): number => {
  const value = Number(text);
  return text !== undefined && Number.isInteger(value) && value > 0 ? value : otherwise;
};

/** The same where 0 is meant as such. */
const natural = (text: string | undefined, otherwise: number): number => (text === '0' ? 0 : whole(text, otherwise));

/** `HENGJIAN_AUDIT_DEADLINE_MS`, `HENGJIAN_AUDIT_BODY_MS`, `HENGJIAN_AUDIT_MOST_INSIDE`, `HENGJIAN_AUDIT_DEGRADED` (pass, refuse), `HENGJIAN_AUDIT_NOTICE` (yes, no), `HENGJIAN_LIVE_MS`, `HENGJIAN_AUDIT_WARM_MS`. */
export const interfaceSettings = (env: NodeJS.ProcessEnv = process.env): InterfaceSettings => ({
  deadlineMs: whole(env.HENGJIAN_AUDIT_DEADLINE_MS, 800),
  bodyMs: whole(env.HENGJIAN_AUDIT_BODY_MS, 10_000),
  mostInside: whole(env.HENGJIAN_AUDIT_MOST_INSIDE, 400),
  degraded: env.HENGJIAN_AUDIT_DEGRADED === 'refuse' ? 'refuse' : 'pass',
  notice: env.HENGJIAN_AUDIT_NOTICE !== 'no',
  liveMs: whole(env.HENGJIAN_LIVE_MS, 10_000),
  warmMs: natural(env.HENGJIAN_AUDIT_WARM_MS, 1500),
});

/**
 * Threads of a server that answer audits beside the one that listens, which answers what they have no room for: `HENGJIAN_AUDIT_THREADS`,
 * else one for every further processor, four at most. 0: none. More threads than processors cost more than they bring.
 */
export function auditThreads(env: NodeJS.ProcessEnv = process.env): number {
  const wanted = Number(env.HENGJIAN_AUDIT_THREADS);
  if (env.HENGJIAN_AUDIT_THREADS !== undefined && Number.isInteger(wanted) && wanted >= 0) return Math.min(wanted, 64);
  return Math.max(0, Math.min(4, availableParallelism() - 1));
}

/** Milliseconds of the process clock until which something may take. */
export type Until = number;
export const isOver = (until: Until): boolean => performance.now() >= until;

/** The value, or undefined where it did not come in time; a fault of `value` is thrown. */
export async function inTime<T>(value: Promise<T>, until: Until): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), Math.max(0, until - performance.now()));
  });
  try {
    return await Promise.race([value, late]);
  } finally {
    clearTimeout(timer);
  }
}
