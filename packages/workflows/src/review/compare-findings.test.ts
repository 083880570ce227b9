import { expect, test } from 'vitest';
import { compareFindings } from './compare-findings.ts';
import type { EditionFinding } from './ports.ts';

const finding = (findingId: string, amountFen: number, edition: number) => ({ findingId, amountFen, edition }) as EditionFinding;

test('added, gone, changed and same, with their money', () => {
  const live = [finding('A', 100, 1), finding('B', 200, 1), finding('C', 300, 1)];
  const shadow = [finding('B', 250, 2), finding('C', 300, 2), finding('D', 70, 2), finding('E', 5, 2)];
  const { marked, change } = compareFindings(live, shadow);
  expect(change).toEqual({ added: 2, gone: 1, changed: 1, same: 1, addedFen: 75, goneFen: 100, changedFen: 50 });
  expect(marked.map((f) => [f.findingId, f.mark, f.edition, f.otherFen])).toEqual([
    ['A', 'gone', 1, 100],
    ['B', 'changed', 2, 200],
    ['C', 'same', 2, 300],
    ['D', 'added', 2, null],
    ['E', 'added', 2, null],
  ]);
});
