/** How the lake's columns are written: the declared net columns first, then what only evidence and the next import need. */
import {
  type DimensionTable,
  dimensionTables,
  type LakeTable,
  type LakeType,
  lakeTables,
  type ReferenceTable,
  referenceTables,
} from '@hengjian/domain';

export const BUCKETS = 16;

export type Column = readonly [string, LakeType];

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

/** Net columns of a lake table, in order. */
export const columnsOf = (table: LakeTable): Column[] => Object.entries(lakeTables[table]) as [string, LakeType][];
/** Columns of a reference table, in order. */
export const referenceColumnsOf = (table: ReferenceTable): Column[] => Object.entries(referenceTables[table]) as [string, LakeType][];
/** Columns of a dimension table, in order. */
export const dimensionColumnsOf = (table: DimensionTable): Column[] => Object.entries(dimensionTables[table]) as [string, LakeType][];

/** Columns beyond the net ones, as they came: for evidence, and for the next import to compare with and net again. */
export const sourceColumns: Record<LakeTable, Column[]> = {
  line: [
    ['originalInScopeFen', 'fen'],
    ['refundOfLineNo', 'text'],
    ['listType', 'text'],
  ],
  encounter: [['insuranceCode', 'text']],
  settlement: [
    ['medicalCode', 'text'],
    ['insuranceCode', 'text'],
    ['reversed', 'bool'],
    ['reversalOf', 'text'],
  ],
  diagnosis: [],
  operation: [],
  trace: [],
};
/** Every file of a lake table: why a row takes no part (null: it does) and the version that recorded its present content. */
export const bookkeeping: Column[] = [
  ['setAside', 'text'],
  ['recordedIn', 'int'],
];

/** Codes that a dimension's columns were mapped from. */
export const dimensionSource: Record<DimensionTable, Column[]> = {
  person: [
    ['sexCode', 'text'],
    ['insuranceCode', 'text'],
  ],
  provider: [['kindCode', 'text']],
  practitioner: [],
  item: [],
};

/** Tables beside the declared ones, readable under these names. */
export const sideTables: Record<'unmatched', Column[]> = {
  /** Refunds and reversals that nothing stood against. */
  unmatched: [
    ['kind', 'text'],
    ['line', 'id'],
    ['settlement', 'id'],
    ['encounter', 'id'],
    ['person', 'id'],
    ['quantity', 'quantity'],
  ],
};
