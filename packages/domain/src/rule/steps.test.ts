import { describe, expect, test } from 'vitest';
import {
  type EditionAction,
  type EditionState,
  editionActions,
  editionActionsOf,
  editionStates,
  editionStepOf,
  editionSteps,
  periodsMeet,
} from './steps.ts';

/**
 * The life as the issue tells it: draft → three reviews → shadow → live → retired; what was returned is a draft again; everything
 * may be tried on a past period until it is retired, and may be given up; nothing else.
 */
const expected: Record<EditionState, Partial<Record<EditionAction, EditionState>>> = {
  draft: { edit: 'draft', submit: 'review', retire: 'retired', trial: 'draft' },
  review: { approve: 'review', return: 'draft', startShadow: 'shadow', retire: 'retired', trial: 'review' },
  shadow: { return: 'draft', makeLive: 'live', retire: 'retired', trial: 'shadow' },
  live: { retire: 'retired', trial: 'live' },
  retired: {},
};

describe('every state × action', () => {
  test.each(editionStates.flatMap((state) => editionActions.map((action) => [state, action] as const)))('%s × %s', (state, action) => {
    expect(editionStepOf(state, action)?.to).toBe(expected[state][action]);
  });
  test('no pair stands twice', () => {
    expect(new Set(editionSteps.map((step) => `${step.from} ${step.action}`)).size).toBe(editionSteps.length);
  });
  test('there is one way to live: cases and checks, three reviews, a trial, alone', () => {
    const needs = (action: EditionAction) => editionSteps.filter((s) => s.action === action).map((s) => s.needs);
    expect(needs('submit')).toEqual([['treeHolds', 'casesPass']]);
    expect(needs('startShadow')).toEqual([['threeReviews']]);
    expect(needs('makeLive')).toEqual([['tried', 'aloneLive']]);
    expect(editionSteps.filter((s) => s.to === 'live' && s.from !== 'live').map((s) => s.from)).toEqual(['shadow']);
    expect(editionActionsOf('live')).not.toContain('edit');
  });
});

test('periods meet where they share a day; open ends reach everywhere', () => {
  const p = (from: number | null, to: number | null) => ({ from, to });
  expect(periodsMeet(p(1, 5), p(5, 9))).toBe(true);
  expect(periodsMeet(p(1, 5), p(6, 9))).toBe(false);
  expect(periodsMeet(p(null, 5), p(6, null))).toBe(false);
  expect(periodsMeet(p(null, null), p(100, 100))).toBe(true);
  expect(periodsMeet(p(6, null), p(null, 6))).toBe(true);
});
