// Corrections over a reading: they outlive a new reading, the last word counts, what is lost is told.
import { expect, test } from 'vitest';
import type { ReadDocument, ReadIndicator } from './read-document.ts';
import { cellValueOf, corrected, type ReadingCorrection } from './reading-correction.ts';

const row = (line: number, name: string, more: Partial<ReadIndicator> = {}): ReadIndicator => ({
  level1: '产出指标',
  level2: '数量指标',
  name,
  operator: '≥',
  value: 12,
  unit: '次',
  weight: 10,
  actual: null,
  score: null,
  group: null,
  line,
  repairs: [],
  ...more,
});
const reading = (...indicators: ReadIndicator[]): ReadDocument => ({
  file: 'a.docx',
  org: null,
  year: 2024,
  kind: 'project',
  totals: { totalWan: null, basicWan: null, projectWan: null },
  projects: [{ name: '甲', kind: 'project', budgetWan: null, goals: [], indicators }],
  warnings: [],
});
const said = (line: number, name: string, changes: ReadingCorrection['changes'], why = '原件如此'): ReadingCorrection => ({
  documentId: 'D1',
  line,
  name,
  changes,
  why,
  by: '甲',
  at: 1,
});
const rows = (document: ReadDocument) => document.projects.flatMap((project) => project.indicators);

test('a cell is corrected, what was read stands beside it', () => {
  const { document, lost } = corrected(reading(row(5, '巡查'), row(6, '抽查')), [said(5, '巡查', { value: 21, unit: '家' })]);
  expect(rows(document)[0]).toMatchObject({
    value: 21,
    unit: '家',
    corrected: [
      { field: 'value', read: 12, why: '原件如此', by: '甲' },
      { field: 'unit', read: '次' },
    ],
  });
  expect(rows(document)[1]?.corrected).toBeUndefined();
  expect(lost).toEqual([]);
});

test('the last word counts, and what the machine read itself is no correction', () => {
  const twice = corrected(reading(row(5, '巡查')), [said(5, '巡查', { value: 21 }), said(5, '巡查', { value: 22 }, '再核')]);
  expect(rows(twice.document)[0]).toMatchObject({ value: 22, corrected: [{ field: 'value', read: 12, why: '再核' }] });
  const back = corrected(reading(row(5, '巡查')), [said(5, '巡查', { value: 21 }), said(5, '巡查', { value: 12 })]);
  expect(rows(back.document)[0]).toEqual(row(5, '巡查'));
});

test('a corrected name stays with the row the machine named otherwise', () => {
  const { document } = corrected(reading(row(5, '巡查家')), [said(5, '巡查家', { name: '巡查家数' }), said(5, '巡查家', { weight: 8 })]);
  expect(rows(document)[0]).toMatchObject({ name: '巡查家数', weight: 8 });
});

test('a better reader finds the row on another line; two of one name decide nothing', () => {
  const moved = corrected(reading(row(7, '巡查'), row(8, '抽查')), [said(5, '巡查', { value: 21 })]);
  expect(rows(moved.document)[0]?.value).toBe(21);
  const twins = corrected(reading(row(7, '巡查'), row(8, '巡查')), [said(5, '巡查', { value: 21 })]);
  expect(rows(twins.document).map(({ value }) => value)).toEqual([12, 12]);
  expect(twins.lost).toHaveLength(1);
});

test('only what can stand in a cell is taken', () => {
  expect([cellValueOf('weight', '十'), cellValueOf('weight', '10'), cellValueOf('weight', '-1'), cellValueOf('weight', '')]).toEqual([
    undefined,
    10,
    undefined,
    null,
  ]);
  expect([
    cellValueOf('value', ' 98.5 '),
    cellValueOf('value', '明显改善'),
    cellValueOf('name', ' '),
    cellValueOf('operator', '>='),
  ]).toEqual([98.5, '明显改善', undefined, undefined]);
});
