// The records that closures decide and explain, with the published numbers of everybody concerned: fetched once for all rules.
import { columnsOf, evidenceColumns, identityColumns, type PlannedRule, quoted, type Row, type Schema } from '@hengjian/language';
import type { Duck } from '../lake/duck.ts';
import { namedRecords } from './named-records.ts';
import type { RuleReading } from './reading.ts';

/** Of a large table, only what stands beside the few records that were got. */
const beside = (table: string, by: string): string => `(SELECT * FROM ${table} SEMI JOIN got USING (${by}))`;
/** Small copies of the dimensions, made once for all buckets. */
const prepared = { person: beside('d_person', 'person'), provider: 'd_provider', item: 'd_item' };

/** Rows as plain objects; whole numbers as numbers. */
export async function records(duck: Duck, sql: string): Promise<{ [column: string]: unknown }[]> {
  const reader = await duck.connection.runAndReadAll(sql);
  const names = reader.deduplicatedColumnNames();
  const columns = reader.getColumns();
  const rows: { [column: string]: unknown }[] = new Array(reader.currentRowCount);
  for (let i = 0; i < rows.length; i++) rows[i] = {};
  columns.forEach((column, c) => {
    const name = names[c] as string;
    for (let i = 0; i < column.length; i++) {
      const value = column[i];
      (rows[i] as { [column: string]: unknown })[name] = typeof value === 'bigint' ? Number(value) : value;
    }
  });
  return rows;
}

export const lineBasics = ['occurredAt', 'day', 'quantity', 'unitPrice', 'amountFen', 'inScopeFen', 'fundFen', 'item'];

type Readings = Map<number, RuleReading>;

export class Evidence {
  private readonly duck: Duck;
  private readonly rules: readonly PlannedRule[];
  private readonly schema: Schema;
  /** Relations of records of the small tables, by table. */
  private readonly wanted = new Map<string, string[]>();

  /** Where the records of the people concerned stand, by table. */
  private readonly near: (table: string) => string;

  constructor(duck: Duck, rules: readonly PlannedRule[], schema: Schema, near: (table: string) => string) {
    this.near = near;
    this.duck = duck;
    this.rules = rules;
    this.schema = schema;
  }

  /** Notes that a rule needs these records: judged ones (side 0: with `k_point`), or those of a pair's other side (1: `r_…`). */
  want(planned: PlannedRule, side: 0 | 1, relation: string): void {
    const { rule, index } = planned;
    const table = side === 1 && rule.shape.kind === 'pair' ? rule.shape.right.reads : rule.reads;
    const marked =
      side === 0
        ? `SELECT ${[...columnsOf(rule, this.schema).map(quoted), 'k_point', ...(rule.knowledge?.mode === 'list' ? ['k_listed'] : [])].join(', ')}, ${index} AS n_rule, 0 AS n_side FROM (${relation})`
        : `SELECT DISTINCT ${this.rightColumns(planned)}, ${index} AS n_rule, 1 AS n_side FROM (${relation}) r`;
    this.wanted.set(table, [...(this.wanted.get(table) ?? []), marked]);
  }

  /** Records of the small tables that were wanted: one query a table, for all rules. */
  async fetchOthers(readings: Readings): Promise<void> {
    for (const [table, relations] of this.wanted) {
      await this.duck.run(`CREATE OR REPLACE TEMP TABLE got AS ${relations.map((sql) => `(${sql})`).join(' UNION ALL BY NAME ')}`);
      const named = namedRecords('got', table, this.schema, prepared);
      const has = (column: string) => column in (this.schema.tables[table]?.columns ?? {});
      const few = ['encounter', 'settlement'].filter(has).map((other) => `${other} AS (SELECT * FROM ${this.near(other)})`);
      this.give(readings, await records(this.duck, few.length > 0 ? `WITH ${few.join(', ')} ${named}` : named));
    }
    this.wanted.clear();
  }

  /** Every line in `need`, one query a bucket. */
  async fetchLines(readings: Readings): Promise<void> {
    const columns = new Set([...lineBasics, ...identityColumns.filter((c) => c in (this.schema.tables.line?.columns ?? {}))]);
    for (const { rule } of this.rules) {
      if (rule.reads === 'line') for (const column of evidenceColumns(rule)) columns.add(column);
      if (rule.shape.kind === 'pair' && rule.shape.right.reads === 'line')
        for (const column of evidenceColumns(rule, 'right')) columns.add(column);
    }
    const list = [...columns].map((c) => `t.${quoted(c)}`).join(', ');
    // The few lines first, as a table whose size is known (so that they are looked up in, and not all lines), then their names.
    await this.duck.run('CREATE OR REPLACE TEMP TABLE needed AS SELECT DISTINCT * FROM need');
    await this.duck.run(
      `CREATE OR REPLACE TEMP TABLE got AS SELECT n.rule AS n_rule, n.side AS n_side, n.point AS k_point, n.listed AS k_listed, ${list} FROM needed n JOIN ${this.near('line')} t ON t.line = n.line`,
    );
    const sql = `SELECT g.*, p.personNo, v.providerNo, i.code AS itemCode, s.settlementNo FROM got g LEFT JOIN ${prepared.person} p ON p.person = g.person
      LEFT JOIN d_provider v ON v.provider = g.provider LEFT JOIN d_item i ON i.item = g.item LEFT JOIN ${this.near('settlement')} s ON s.settlement = g.settlement`;
    this.give(readings, await records(this.duck, sql));
  }

  private give(readings: Readings, rows: { [column: string]: unknown }[]): void {
    for (const row of rows) {
      const reading = readings.get(row.n_rule as number) as RuleReading;
      if (row.n_side === 0) reading.members.push({ record: row as Row, point: row.k_point as number });
      else reading.rights.push(row as Row);
    }
  }

  /** The `r_…` columns of a pair's other side under their own names. */
  private rightColumns({ rule }: PlannedRule): string {
    const columns = this.schema.tables[(rule.shape as { right: { reads: string } }).right.reads]?.columns ?? {};
    const used = [...new Set([...evidenceColumns(rule, 'right'), ...identityColumns])].filter((c) => c in columns);
    return used.map((c) => `r."r_${c}" AS ${quoted(c)}`).join(', ');
  }
}
