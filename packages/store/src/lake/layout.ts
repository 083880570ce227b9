/** How the lake's columns are written: the declared net columns first, then what only evidence and the next import need. */
import { type DimensionTable, dimensionTables, type LakeTable, type LakeType, lakeTables } from '@hengjian/domain';

export const BUCKETS = 16;

const sqlTypes: Record<LakeType, string> = {
  id: 'BIGINT',
  int: 'INTEGER',
  text: 'VARCHAR',
  bool: 'BOOLEAN',
  fen: 'BIGINT',
  quantity: 'BIGINT',
  price: 'BIGINT',
  day: 'INTEGER',
  instant: 'BIGINT',
};
/** Surrogates fit 32 bits, except a line's. */
export const sqlTypeOf = (column: string, type: LakeType): string => (type === 'id' && column !== 'line' ? 'INTEGER' : sqlTypes[type]);

export const columnsOf = (table: LakeTable): [string, LakeType][] => Object.entries(lakeTables[table]) as [string, LakeType][];
export const dimensionColumnsOf = (table: DimensionTable): [string, LakeType][] =>
  Object.entries(dimensionTables[table]) as [string, LakeType][];

/** Columns beyond the net ones that a file of originals also carries, as they came. */
export const sourceColumns: Record<LakeTable, [string, LakeType][]> = {
  line: [
    ['settlementNo', 'text'],
    ['originalInScopeFen', 'fen'],
    ['refundOfLineNo', 'text'],
    ['listType', 'text'],
    ['singleDose', 'text'],
    ['frequency', 'text'],
  ],
  encounter: [
    ['endKnown', 'bool'],
    ['insuranceCode', 'text'],
    ['outOfAreaCode', 'text'],
    ['internetCode', 'text'],
    ['diseaseCode', 'text'],
  ],
  settlement: [
    ['insuranceCode', 'text'],
    ['reversedCode', 'text'],
    ['reversalOf', 'text'],
  ],
  diagnosis: [['mainCode', 'text']],
  operation: [['mainCode', 'text']],
};
/** Every file of a lake table: why a row takes no part (null: it does) and the version that recorded its present content. */
export const bookkeeping: [string, LakeType][] = [
  ['setAside', 'text'],
  ['recordedIn', 'int'],
];
