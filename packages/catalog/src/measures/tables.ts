/** What measures may read: the lake's net tables, institutions, findings, review runs, the plan's budgets and every register. */
import { dimensionTables, type LakeType, lakeTables, type Register, type RegisterField } from '@hengjian/domain';
import type { Schema, ValueType } from '@hengjian/language';
import { registers } from '../registers.gen.ts';

export type MeasureTableKind = 'claims' | 'review' | 'stock' | 'plan' | 'register';

export interface MeasureTable {
  title: string;
  kind: MeasureTableKind;
  /** Column that identifies a record to people. */
  record: string;
  columns: Readonly<Record<string, LakeType>>;
  /** Of a register. */
  registerId?: string;
}

const fieldTypes: Record<RegisterField['type'], LakeType> = {
  text: 'text',
  count: 'int',
  money: 'fen',
  quantity: 'quantity',
  day: 'day',
  code: 'text',
  flag: 'bool',
};

const registerTables = Object.fromEntries(
  (Object.values(registers) as Register[]).map((register): [string, MeasureTable] => [
    `register:${register.id}`,
    {
      title: register.title,
      kind: 'register',
      record: 'entryId',
      registerId: register.id,
      columns: { entryId: 'text', ...Object.fromEntries(register.fields.map((field) => [field.name, fieldTypes[field.type]])) },
    },
  ]),
);

export const measureTables: Readonly<Record<string, MeasureTable>> = {
  settlement: {
    title: '结算',
    kind: 'claims',
    record: 'settlementNo',
    // reviewedDay: the day on which a review first covered the settlement; null while none has.
    columns: { ...lakeTables.settlement, reviewedDay: 'day' },
  },
  encounter: { title: '就诊', kind: 'claims', record: 'encounterNo', columns: lakeTables.encounter },
  provider: { title: '定点医药机构', kind: 'stock', record: 'providerNo', columns: dimensionTables.provider },
  /** One row per finding and encounter that it touches. */
  finding: {
    title: '疑点',
    kind: 'review',
    record: 'findingId',
    columns: {
      findingId: 'text',
      ruleId: 'text',
      certainty: 'text',
      encounterNo: 'text',
      personNo: 'text',
      providerNo: 'text',
      day: 'day',
      amountFen: 'fen',
      fundFen: 'fen',
    },
  },
  /** Money once: per encounter, no line counted twice whatever the number of findings on it. */
  in_question: {
    title: '疑点涉及金额',
    kind: 'review',
    record: 'encounterNo',
    columns: { encounterNo: 'text', day: 'day', amountFen: 'fen', fundFen: 'fen' },
  },
  review_run: {
    title: '审核批次',
    kind: 'review',
    record: 'runId',
    columns: { runId: 'text', finishedDay: 'day', fromDay: 'day', toDay: 'day' },
  },
  plan_project: {
    title: '绩效目标表资金情况',
    kind: 'plan',
    record: 'project',
    // adjustedFen: the budget with the year's adjustments up to the day asked for.
    columns: { project: 'text', budgetFen: 'fen', adjustedFen: 'fen' },
  },
  ...registerTables,
};

const valueTypes: Record<LakeType, ValueType> = {
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

export const measureSchema: Schema = {
  tables: Object.fromEntries(
    Object.entries(measureTables).map(([name, table]) => [
      name,
      {
        record: table.record,
        tie: [table.record],
        columns: Object.fromEntries(Object.entries(table.columns).map(([column, type]) => [column, valueTypes[type]])),
      },
    ]),
  ),
  params: {},
};
