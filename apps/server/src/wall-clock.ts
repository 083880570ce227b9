import type { Instant } from '@hengjian/domain';

/** Seconds of the local wall clock, as the domain counts them (no zone). */
export function wallClock(): Instant {
  const now = new Date();
  return Math.floor(now.getTime() / 1000) - now.getTimezoneOffset() * 60;
}
