/** What trees may read: the lake's net tables, and the dictionary of parameter names. */
import { dimensionTables, type LakeType, lakeTables, madeTables, referenceTables } from '@hengjian/domain';
import { derivedSchema, MARKS, type Schema, type TableSchema, type ValueType } from '@hengjian/language';
import { derivedRecords } from './derived.ts';
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

/** Identifying column, the published key that breaks ties, and the columns that belong to one person, by table. */
const keys: { [table in keyof typeof lakeTables]: Pick<TableSchema, 'record' | 'distinct' | 'tie' | 'unit' | 'personal'> } = {
  line: {
    record: 'line',
    distinct: true,
    tie: ['encounterNo', 'lineNo', 'settlement'],
    unit: 'line',
    personal: ['line', 'encounter', 'encounterNo', 'settlement', 'person'],
  },
  encounter: { record: 'encounter', distinct: true, tie: ['encounterNo'], personal: ['encounter', 'encounterNo', 'person'] },
  settlement: {
    record: 'settlement',
    distinct: true,
    tie: ['settlementNo'],
    unit: 'settlement',
    personal: ['settlement', 'settlementNo', 'encounter', 'encounterNo', 'person'],
  },
  diagnosis: { record: 'serial', tie: ['code', 'serial'], personal: ['encounter', 'person'] },
  operation: { record: 'serial', tie: ['code', 'serial'], personal: ['encounter', 'person'] },
  trace: {
    record: 'code',
    tie: ['encounterNo', 'lineNo', 'code', 'settlement'],
    unit: 'line',
    personal: ['line', 'encounter', 'encounterNo', 'settlement', 'person'],
  },
};

const columnsOf = (columns: { [column: string]: LakeType }): TableSchema['columns'] =>
  Object.fromEntries(Object.entries(columns).map(([column, type]) => [column, valueTypes[type]]));

const tables: { [table: string]: TableSchema } = Object.fromEntries(
  Object.entries(lakeTables).map(([table, columns]) => [
    table,
    {
      columns: { ...columnsOf(columns), [MARKS]: 'text' },
      ...keys[table as keyof typeof keys],
    },
  ]),
);

/** Dimensions and registers that a pair may look up. */
const lookups: { [table: string]: TableSchema } = {
  provider: { columns: columnsOf(dimensionTables.provider), record: 'provider', distinct: true, tie: ['providerNo'] },
  practitioner: { columns: columnsOf(dimensionTables.practitioner), record: 'practitioner', distinct: true, tie: ['practitionerNo'] },
  inventory: { columns: columnsOf(referenceTables.inventory), record: 'item', tie: ['period'] },
  prescription: { columns: columnsOf(referenceTables.prescription), record: 'prescriptionNo', tie: ['prescriptionNo', 'item'] },
  equipment: { columns: columnsOf(referenceTables.equipment), record: 'item', tie: ['item'] },
  benefit: { columns: columnsOf(referenceTables.benefit), record: 'person', tie: ['insurance', 'validFrom'] },
  chronicApproval: { columns: columnsOf(referenceTables.chronicApproval), record: 'person', tie: ['diseaseCode', 'validFrom'] },
  practitionerStanding: {
    columns: columnsOf(madeTables.practitionerStanding),
    record: 'practitioner',
    tie: ['practitionerNo', 'stateFrom', 'state', 'stateTo'],
  },
};

/** Knowledge parameters of contracts §4: amounts in fen, prices in millionths of a yuan, quantities and ratios in ten-thousandths. */
const params: { [name: string]: ValueType } = knowledgeParamTypes;

const stored = { ...tables, ...lookups };
const derived = Object.fromEntries(Object.entries(derivedRecords).map(([table, one]) => [table, derivedSchema(one, stored)]));

export const ruleSchema: Schema = { tables: { ...stored, ...derived }, params };
