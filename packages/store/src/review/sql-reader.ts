// Runs the planned SQL over one bucket: how many partitions each rule has, and the records of those that are not clear.
import {
  evidenceColumns,
  exemptedSql,
  identityColumns,
  matchesSql,
  namedSql,
  neededRightsSql,
  neededSql,
  type PlannedRule,
  plainScanSql,
  type Row,
  type Schema,
  sharedScanSql,
  sharesMatches,
  sharesPlainScan,
  sharesScan,
  smallTableColumns,
} from '@hengjian/language';
import type { PeerReading } from '@hengjian/workflows';
import type { Duck } from '../lake/duck.ts';
import { namedRecords } from './named-records.ts';

/** What one rule needs from one bucket. */
export interface RuleReading {
  partitions: number;
  /** Judged records beside the number of their knowledge row. */
  members: { record: Row; point: number }[];
  rights: Row[];
  peers?: readonly PeerReading[];
  /** Records or links that exemptions kept out, by exemption. */
  exempted: { [exemption: string]: number };
  seconds: number;
}

export interface Period {
  from: number;
  to: number;
}

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

export const lineBasics = ['occurredAt', 'day', 'quantity', 'unitPrice', 'amountFen', 'fundFen', 'item'];

/** Small copies of the dimensions, made once for all buckets. */
const prepared = { person: 'd_person', provider: 'd_provider', item: 'd_item' };

export class SqlReader {
  private readonly duck: Duck;
  private readonly rules: readonly PlannedRule[];
  private readonly schema: Schema;
  /** How many dated sets of parameters each rule has. */
  private readonly editionRows = new Map<number, number>();

  constructor(duck: Duck, rules: readonly PlannedRule[], schema: Schema) {
    this.duck = duck;
    this.rules = rules;
    this.schema = schema;
  }

  /** Published numbers of people, institutions and items, once for all buckets. */
  async prepare(): Promise<void> {
    await this.duck.run('CREATE OR REPLACE TEMP TABLE d_person AS SELECT person, personNo FROM person');
    await this.duck.run('CREATE OR REPLACE TEMP TABLE d_provider AS SELECT provider, providerNo FROM provider');
    await this.duck.run('CREATE OR REPLACE TEMP TABLE d_item AS SELECT item, code FROM item');
    for (const row of await this.duck.rows<{ rule: number; n: number }>('SELECT rule, count(*) AS n FROM edition GROUP BY rule'))
      this.editionRows.set(row.rule, row.n);
    // The few rows of an edition's parameters are best tried one after the other: sorting all records for them is not.
    await this.duck.run('SET nested_loop_join_threshold = 100');
  }

  /** The small tables of the bucket in memory, under their own names (temporary tables come first): many rules read them. */
  private async loadSmallTables(): Promise<void> {
    for (const table of ['encounter', 'settlement', 'diagnosis', 'operation', 'trace']) {
      const columns = smallTableColumns(this.rules, table, this.schema).map((c) => `"${c}"`);
      await this.duck.run(`CREATE OR REPLACE TEMP TABLE "${table}" AS SELECT ${columns.join(', ')} FROM memory.main."${table}"`);
    }
  }

  /** Reads the bucket that the connection's views point at. */
  async readBucket(period: Period): Promise<Map<number, RuleReading>> {
    const readings = new Map<number, RuleReading>(
      this.rules.map(({ index }) => [index, { partitions: 0, members: [], rights: [], exempted: {}, seconds: 0 }]),
    );
    await this.duck.run('CREATE OR REPLACE TEMP TABLE need (rule INTEGER, side INTEGER, line BIGINT, point INTEGER, listed BOOLEAN)');
    await this.timed(readings, [...this.rules], () => this.loadSmallTables());
    await this.timed(readings, this.rules.filter(sharesScan), (rules) => this.sharedScan(rules, period, readings));
    await this.timed(readings, this.rules.filter(sharesPlainScan), (rules) => this.plainScan(rules, period, readings));
    const matching = this.rules.filter(sharesMatches);
    await this.timed(readings, matching, async (rules) =>
      this.duck.run(`CREATE OR REPLACE TEMP TABLE matched AS ${matchesSql(rules, this.schema)}`),
    );
    for (const planned of this.rules)
      if (!sharesScan(planned) && !sharesPlainScan(planned))
        await this.timed(readings, [planned], () => this.alone(planned, period, readings, sharesMatches(planned) ? 'matched' : undefined));
    if (matching.length > 0) await this.duck.run('DROP TABLE matched');
    const exempting = this.rules.filter(({ rule }) => rule.exemptions.some((x) => x.acts !== 'finding'));
    await this.timed(readings, exempting, (rules) => this.countExempted(rules, period, readings));
    await this.timed(readings, [...this.rules], () => this.fetchLines(readings));
    return readings;
  }

  /** Spreads the time of a shared step evenly over its rules. */
  private async timed(
    readings: Map<number, RuleReading>,
    rules: PlannedRule[],
    work: (rules: PlannedRule[]) => Promise<void>,
  ): Promise<void> {
    if (rules.length === 0) return;
    const start = performance.now();
    await work(rules);
    const each = (performance.now() - start) / 1000 / rules.length;
    for (const { index } of rules) (readings.get(index) as RuleReading).seconds += each;
  }

  private async sharedScan(rules: PlannedRule[], period: Period, readings: Map<number, RuleReading>): Promise<void> {
    await this.duck.run(`CREATE OR REPLACE TEMP TABLE found AS ${sharedScanSql(rules, period)}`);
    for (const row of await this.duck.rows<{ rule: number; partitions: number }>('SELECT rule, partitions FROM found'))
      (readings.get(row.rule) as RuleReading).partitions += row.partitions;
    await this.duck.run(
      'INSERT INTO need SELECT rule, 0, u.line, u.point, NULL FROM (SELECT rule, unnest(named) AS u FROM found WHERE named IS NOT NULL)',
    );
    await this.duck.run('DROP TABLE found');
  }

  private async plainScan(rules: PlannedRule[], period: Period, readings: Map<number, RuleReading>): Promise<void> {
    await this.duck.run(
      `CREATE OR REPLACE TEMP TABLE found AS ${plainScanSql(rules, period, (index) => this.editionRows.get(index) === 1)}`,
    );
    const [counts] = await this.duck.rows<{ [n: string]: number }>(`SELECT ${rules.map((r) => `n${r.index}`).join(', ')} FROM found`);
    for (const { index } of rules) {
      (readings.get(index) as RuleReading).partitions += counts?.[`n${index}`] ?? 0;
      await this.duck.run(
        `INSERT INTO need SELECT ${index}, 0, u.line, u.point, NULL FROM (SELECT unnest(h${index}) AS u FROM found WHERE h${index} IS NOT NULL)`,
      );
    }
    await this.duck.run('DROP TABLE found');
  }

  /** A rule with a plan of its own: names partitions, then gathers the records of those. */
  private async alone(
    planned: PlannedRule,
    period: Period,
    readings: Map<number, RuleReading>,
    matched: string | undefined,
  ): Promise<void> {
    const { duck, schema } = this;
    const reading = readings.get(planned.index) as RuleReading;
    await duck.run(`CREATE OR REPLACE TEMP TABLE found AS ${namedSql(planned, schema, period, matched)}`);
    const [counts] = await duck.rows<{ partitions: number; names: number }>(
      'SELECT partitions, coalesce(len(named), 0) AS names FROM found',
    );
    reading.partitions += counts?.partitions ?? 0;
    if (!counts?.names) return;
    const needed = neededSql(planned, schema, '(SELECT unnest(named, recursive := true) FROM found)', matched);
    const listed = planned.rule.knowledge?.mode === 'list' ? 'k_listed' : 'NULL';
    if (planned.rule.reads === 'line' && planned.rule.shape.kind !== 'pair') {
      await duck.run(`INSERT INTO need SELECT ${planned.index}, 0, line, k_point, ${listed} FROM (${needed})`);
      return;
    }
    await duck.run(`CREATE OR REPLACE TEMP TABLE needed AS ${needed}`);
    const { shape, reads } = planned.rule;
    if (reads === 'line') await duck.run(`INSERT INTO need SELECT ${planned.index}, 0, line, k_point, ${listed} FROM needed`);
    else for (const row of await records(duck, namedRecords('needed', reads, schema, prepared))) reading.members.push(split(row));
    if (shape.kind !== 'pair') return;
    const rights = neededRightsSql(planned, schema, 'needed', matched);
    if (shape.right.reads === 'line')
      await duck.run(`INSERT INTO need SELECT DISTINCT ${planned.index}, 1, r_line, -1, NULL FROM (${rights})`);
    else
      for (const row of await records(
        duck,
        namedRecords(
          `(${rights.replace('SELECT DISTINCT r.*', `SELECT DISTINCT ${stripped(planned, schema)}`)})`,
          shape.right.reads,
          schema,
          prepared,
        ),
      ))
        reading.rights.push(row as Row);
  }

  private async countExempted(rules: PlannedRule[], period: Period, readings: Map<number, RuleReading>): Promise<void> {
    for (const planned of rules)
      for (const exemption of planned.rule.exemptions) {
        if (exemption.acts === 'finding') continue;
        const [row] = await this.duck.rows<{ n: number }>(exemptedSql(planned, exemption, this.schema, period));
        (readings.get(planned.index) as RuleReading).exempted[exemption.id] = row?.n ?? 0;
      }
  }

  /** Evidence of every needed line, one query a bucket. */
  private async fetchLines(readings: Map<number, RuleReading>): Promise<void> {
    const columns = new Set([...lineBasics, ...identityColumns.filter((c) => c in (this.schema.tables.line?.columns ?? {}))]);
    for (const { rule } of this.rules) {
      if (rule.reads === 'line') for (const column of evidenceColumns(rule)) columns.add(column);
      if (rule.shape.kind === 'pair' && rule.shape.right.reads === 'line')
        for (const column of evidenceColumns(rule, 'right')) columns.add(column);
    }
    const list = [...columns].map((c) => `t."${c}"`).join(', ');
    // The few lines first, then their names: the dimensions are the larger side.
    await this.duck.run(
      `CREATE OR REPLACE TEMP TABLE got AS SELECT n.rule AS n_rule, n.side AS n_side, n.point AS n_point, n.listed AS k_listed, ${list} FROM (SELECT DISTINCT * FROM need) n JOIN "line" t ON t.line = n.line`,
    );
    const sql = `SELECT g.*, p.personNo, v.providerNo, i.code AS itemCode, s.settlementNo FROM got g LEFT JOIN d_person p ON p.person = g.person
      LEFT JOIN d_provider v ON v.provider = g.provider LEFT JOIN d_item i ON i.item = g.item LEFT JOIN settlement s ON s.settlement = g.settlement`;
    for (const row of await records(this.duck, sql)) {
      const reading = readings.get(row.n_rule as number) as RuleReading;
      const record = row as Row;
      if (row.n_side === 0) reading.members.push({ record, point: row.n_point as number });
      else reading.rights.push(record);
    }
  }
}

/** The `r_…` columns of a pair's other side under their own names. */
const stripped = (planned: PlannedRule, schema: Schema): string => {
  const shape = planned.rule.shape as { right: { reads: string } };
  const columns = schema.tables[shape.right.reads]?.columns ?? {};
  const used = [...new Set([...evidenceColumns(planned.rule, 'right'), ...identityColumns])].filter((c) => c in columns);
  return used.map((c) => `r."r_${c}" AS "${c}"`).join(', ');
};

const split = (row: { [column: string]: unknown }) => ({ record: row as Row, point: row.k_point as number });
