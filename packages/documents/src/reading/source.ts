// What the linter sees beside the reading: the lines as they stand, and the tables that hold money.
import type { DocumentSource } from '@hengjian/domain';
import type { DocumentGrid } from '../grid/grid.ts';

export function sourceOf(grid: DocumentGrid): DocumentSource {
  return { lines: grid.lines, tables: [] };
}
