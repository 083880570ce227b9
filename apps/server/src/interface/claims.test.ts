import { expect, test } from 'vitest';
import { claimsIn, claimsMemory } from './claims.ts';

test('a question is claimed once, whoever does; one that was asked long ago by nobody', () => {
  const shared = claimsMemory();
  const [listener, thread] = [claimsIn(shared), claimsIn(shared)];
  const first = listener.next();
  expect([thread.claim(first), listener.claim(first), thread.claim(first)]).toEqual([true, false, false]);
  const second = listener.next();
  expect([listener.claim(second), thread.claim(second)]).toEqual([true, false]);
  const stuck = listener.next();
  const later = Array.from({ length: 40 }, () => listener.next());
  expect(thread.claim(stuck)).toBe(false);
  // what took its place in memory is still open
  expect(later.filter((one) => thread.claim(one))).toEqual(later.slice(-16));
});
