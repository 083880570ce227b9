/**
 * Rules that look beyond one person, over all buckets at once. DuckDB aggregates and sorts within its memory limit and spills what
 * does not fit; what closures need comes out in batches of whole partitions, so that Node holds one batch at a time. A rule
 * reads only the columns it names, and no small table is copied into memory.
 */
import {
  evidenceColumns,
  exemptedSql,
  identityColumns,
  keyColumns,
  namedSql,
  neededRightsSql,
  neededSql,
  type PlannedRule,
  quoted,
  type Row,
  type Schema,
  streamColumns,
} from '@hengjian/language';
import type { Duck } from '../lake/duck.ts';
import { namedRecords } from './named-records.ts';
import { lineBasics, type Period, type RuleReading, records } from './sql-reader.ts';

/** Records a batch: about 100 MB of plain objects. One partition is never cut, however large. */
const RECORDS_A_BATCH = 100_000;

const dimensions = { person: 'person', provider: 'provider', item: 'item', practitioner: 'practitioner' };

export class WholeLakeReader {
  private readonly duck: Duck;
  private readonly rules: readonly PlannedRule[];
  private readonly schema: Schema;
  private readonly recordsABatch: number;

  /** `duck` has the views of all buckets and the relations of `loadPoints` for these rules. */
  constructor(duck: Duck, rules: readonly PlannedRule[], schema: Schema, recordsABatch = RECORDS_A_BATCH) {
    this.duck = duck;
    this.rules = rules;
    this.schema = schema;
    this.recordsABatch = recordsABatch;
  }

  /** One rule after the other, each in batches; counts stand in a rule's first one. */
  async *read(period: Period): AsyncGenerator<ReadonlyMap<number, RuleReading>> {
    for (const planned of this.rules) yield* this.readRule(planned, period);
  }

  private async *readRule(planned: PlannedRule, period: Period): AsyncGenerator<ReadonlyMap<number, RuleReading>> {
    const { duck, schema } = this;
    let started = performance.now();
    const give = (reading: Omit<RuleReading, 'seconds'>) => {
      const seconds = (performance.now() - started) / 1000;
      return new Map([[planned.index, { ...reading, seconds }]]);
    };
    await duck.run(`CREATE OR REPLACE TEMP TABLE found AS ${namedSql(planned, schema, period)}`);
    const [counts] = await duck.rows<{ partitions: number; names: number }>(
      'SELECT partitions, coalesce(len(named), 0)::BIGINT AS names FROM found',
    );
    const exempted = await this.exempted(planned, period);
    const first = { partitions: counts?.partitions ?? 0, members: [], rights: [], exempted };
    if (!counts?.names) {
      yield give(first);
      return;
    }
    const batches = await this.gather(planned);
    yield give(first);
    for (let batch = 0; batch < batches; batch++) {
      started = performance.now();
      yield give({ partitions: 0, exempted: {}, ...(await this.batch(planned, batch)) });
    }
    for (const table of ['found', 'needed', 'part']) await duck.run(`DROP TABLE ${table}`);
  }

  /** Members of the named partitions as `needed`, whole partitions (or streams) under one `k_batch`. Gives the number of batches. */
  private async gather(planned: PlannedRule): Promise<number> {
    const { duck } = this;
    const streams = streamColumns(planned.rule);
    const by = streams.length > 0 ? streams : keyColumns(planned.rule);
    await duck.run(
      `CREATE OR REPLACE TEMP TABLE gathered AS ${neededSql(planned, this.schema, '(SELECT unnest(named, recursive := true) FROM found)')}`,
    );
    const sized = `SELECT ${by.join(', ')}, count(*) AS k_size FROM gathered GROUP BY ${by.join(', ')}`;
    // the running total before a partition says which batch it begins in
    const running = `SELECT *, ((sum(k_size) OVER (ORDER BY ${by.join(', ')} ROWS UNBOUNDED PRECEDING) - k_size) // ${this.recordsABatch})::BIGINT AS k_begun FROM (${sized})`;
    await duck.run(
      `CREATE OR REPLACE TEMP TABLE part AS SELECT *, (dense_rank() OVER (ORDER BY k_begun) - 1) AS k_batch FROM (${running})`,
    );
    const on = by.map((c) => `g.${c} IS NOT DISTINCT FROM p.${c}`).join(' AND ');
    await duck.run(`CREATE OR REPLACE TEMP TABLE needed AS SELECT g.*, p.k_batch FROM gathered g JOIN part p ON ${on}`);
    await duck.run('DROP TABLE gathered');
    const [row] = await duck.rows<{ n: number }>('SELECT coalesce(max(k_batch) + 1, 0)::BIGINT AS n FROM part');
    return row?.n ?? 0;
  }

  private async batch(planned: PlannedRule, batch: number): Promise<Pick<RuleReading, 'members' | 'rights'>> {
    const { duck, schema } = this;
    const { rule } = planned;
    const mine = `(SELECT * FROM needed WHERE k_batch = ${batch})`;
    const listed = rule.knowledge?.mode === 'list' ? 'b.k_listed' : 'NULL::BOOLEAN AS k_listed';
    const source =
      rule.reads === 'line'
        ? this.lines(rule, 'left', `(SELECT b.line, b.k_point, ${listed} FROM ${mine} b)`, ['k_point', 'k_listed'])
        : namedRecords(mine, rule.reads, schema, dimensions);
    const members = (await records(duck, source)).map(({ k_listed, ...record }) => ({
      record: { ...record, ...(rule.knowledge?.mode === 'list' && { k_listed }) } as Row,
      point: record.k_point as number,
    }));
    if (rule.shape.kind !== 'pair') return { members, rights: [] };
    const { reads } = rule.shape.right;
    const rights = neededRightsSql(planned, schema, mine);
    const other =
      reads === 'line'
        ? this.lines(rule, 'right', `(SELECT DISTINCT r_line AS line FROM (${rights}))`, [])
        : namedRecords(`(SELECT DISTINCT ${this.rightColumns(planned)} FROM (${rights}) r)`, reads, schema, dimensions);
    return { members, rights: (await records(duck, other)) as Row[] };
  }

  /** The `r_…` columns of a pair's other side under their own names. */
  private rightColumns({ rule }: PlannedRule): string {
    const columns = this.schema.tables[(rule.shape as { right: { reads: string } }).right.reads]?.columns ?? {};
    const used = [...new Set([...evidenceColumns(rule, 'right'), ...identityColumns])].filter((c) => c in columns);
    return used.map((c) => `r."r_${c}" AS ${quoted(c)}`).join(', ');
  }

  /** Evidence of lines by their numbers, with the published numbers of everybody concerned. */
  private lines(rule: PlannedRule['rule'], side: 'left' | 'right', wanted: string, kept: readonly string[]): string {
    const has = (c: string) => c in (this.schema.tables.line?.columns ?? {});
    const columns = [...new Set([...lineBasics, ...identityColumns, 'practitioner', ...evidenceColumns(rule, side)])].filter(has);
    const got = `SELECT ${[...kept.map((c) => `n.${c}`), ...columns.map((c) => `t.${quoted(c)}`)].join(', ')} FROM ${wanted} n JOIN "line" t ON t.line = n.line`;
    return `SELECT g.*, p.personNo, v.providerNo, d.practitionerNo, i.code AS itemCode, s.settlementNo FROM (${got}) g
      LEFT JOIN person p ON p.person = g.person LEFT JOIN provider v ON v.provider = g.provider LEFT JOIN item i ON i.item = g.item
      LEFT JOIN practitioner d ON d.practitioner = g.practitioner LEFT JOIN settlement s ON s.settlement = g.settlement`;
  }

  private async exempted(planned: PlannedRule, period: Period): Promise<{ [exemption: string]: number }> {
    const counted: { [exemption: string]: number } = {};
    for (const exemption of planned.rule.exemptions) {
      if (exemption.acts === 'finding') continue;
      const [row] = await this.duck.rows<{ n: number }>(exemptedSql(planned, exemption, this.schema, period));
      counted[exemption.id] = row?.n ?? 0;
    }
    return counted;
  }
}
