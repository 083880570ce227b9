/** What trees may read: the lake's net tables, and the dictionary of parameter names. */
import { type LakeType, lakeTables } from '@hengjian/domain';
import type { Schema, TableSchema, ValueType } from '@hengjian/language';
import { knowledgeParamTypes } from './knowledge/parameters.ts';

const valueTypes: { [T in LakeType]: ValueType } = {
  id: 'int',
  int: 'int',
  text: 'text',
  bool: 'bool',
  fen: 'int',
  quantity: 'int',
  price: 'int',
  day: 'int',
  instant: 'int',
};

/** Identifying column and the published key that breaks ties, by table. */
const keys: { [table in keyof typeof lakeTables]: { record: string; tie: readonly string[] } } = {
  line: { record: 'line', tie: ['encounterNo', 'lineNo', 'settlement'] },
  encounter: { record: 'encounter', tie: ['encounterNo'] },
  settlement: { record: 'settlement', tie: ['settlementNo'] },
  diagnosis: { record: 'serial', tie: ['code', 'serial'] },
  operation: { record: 'serial', tie: ['code', 'serial'] },
};

const tables: { [table: string]: TableSchema } = Object.fromEntries(
  Object.entries(lakeTables).map(([table, columns]) => [
    table,
    {
      columns: Object.fromEntries(Object.entries(columns).map(([column, type]) => [column, valueTypes[type]])),
      ...keys[table as keyof typeof keys],
    },
  ]),
);

/** Knowledge parameters of contracts §4: amounts in fen, prices in millionths of a yuan, quantities and ratios in ten-thousandths. */
const params: { [name: string]: ValueType } = knowledgeParamTypes;

export const ruleSchema: Schema = { tables, params };
