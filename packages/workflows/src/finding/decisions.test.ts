import { parseInstant } from '@hengjian/domain';
import { expect, test } from 'vitest';
import { type Decision, qualityOf, quarterOf } from './decisions.ts';

const at = (text: string) => parseInstant(text) as number;
const decision = (findingId: string, verdict: Decision['verdict'], day: string, edition = 1): Decision => ({
  findingId,
  verdict,
  edition,
  version: 1,
  ruleId: 'split-stay',
  by: '甲',
  why: '复核',
  at: at(day),
});

test('quarters of the calendar', () => {
  expect(['2026-01-01', '2026-03-31 23:59:59', '2026-04-01', '2026-12-31'].map((d) => quarterOf(at(d)))).toEqual([
    '2026-Q1',
    '2026-Q1',
    '2026-Q2',
    '2026-Q4',
  ]);
});

test('three overturned in one quarter put the edition in use up for review; two, or three over two quarters, do not', () => {
  const two = [decision('A', 'overturned', '2026-01-05'), decision('B', 'overturned', '2026-03-31')];
  const quality = (decisions: Decision[], current = 1, limit = 3) =>
    qualityOf(decisions, () => limit, new Map([['split-stay', current]]))[0];
  expect(quality(two)).toMatchObject({ decided: 2, overturned: 2, falsePositiveRatio: 1, toReview: false });
  expect(quality([...two, decision('C', 'overturned', '2026-04-01')])?.toReview).toBe(false);
  const three = [...two, decision('C', 'overturned', '2026-02-01'), decision('D', 'upheld', '2026-02-02')];
  expect(quality(three)).toMatchObject({ decided: 4, upheld: 1, falsePositiveRatio: 0.75, toReview: true });
  expect(quality(three)?.quarters).toEqual([{ quarter: '2026-Q1', overturned: 3, limit: 3 }]);
  // a newer edition took its place: that was the review
  expect(quality(three, 2)?.toReview).toBe(false);
  expect(quality(two, 1, 2)?.toReview).toBe(true);
});
