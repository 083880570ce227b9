import { expect, test } from 'vitest';
import { killAgainAndAgain } from './feed-kill.ts';

// 200 kills: `npm run kill`
test('a server killed eight times under load: every acknowledged message is there once, sent again it gets its answer, the lake has the money, no account of an audit is lost', async () => {
  const report = await killAgainAndAgain(8);
  expect(report.faults).toEqual([]);
  expect(report.acknowledged).toBeGreaterThanOrEqual(80);
  expect(report.resent).toBeGreaterThanOrEqual(80);
  expect(report.audits).toBeGreaterThanOrEqual(10);
  expect(report.reasons).toBeGreaterThanOrEqual(10);
  // nine lives, four of them with a thread that writes accounts of its own
  expect(report.segments).toBeGreaterThan(9);
  expect(report.interrupted).toBeGreaterThan(0);
  expect(report.lake.totalFen).toBeGreaterThan(0);
}, 900_000);
