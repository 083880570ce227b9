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
  peerSql,
  peerTopSql,
  quoted,
  type Row,
  type Schema,
  streamColumns,
  type Value,
} from '@hengjian/language';
import type { PeerReading } from '@hengjian/workflows';
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
    for (const planned of this.rules)
      yield* planned.rule.shape.kind === 'peer' ? this.readPeers(planned, period) : this.readRule(planned, period);
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

  /** SQL compares the subjects; only those that stand out (or cannot be compared) come out, with the few records that add most. */
  private async *readPeers(planned: PlannedRule, period: Period): AsyncGenerator<ReadonlyMap<number, RuleReading>> {
    const { duck, schema } = this;
    const started = performance.now();
    const within = `k_last BETWEEN ${period.from} AND ${period.to}`;
    await duck.run(
      `CREATE OR REPLACE TEMP TABLE subject AS SELECT *, row_number() OVER () AS k_no FROM (${peerSql(planned, schema)}) WHERE ${within}`,
    );
    const [counts] = await duck.rows<{ n: number }>('SELECT count(*) AS n FROM subject');
    await duck.run(`CREATE OR REPLACE TEMP TABLE standing_out AS SELECT * FROM subject WHERE k_answer`);
    await duck.run(`CREATE OR REPLACE TEMP TABLE needed AS ${peerTopSql(planned, schema, 'standing_out')}`);
    const top = await this.topRecords(planned.rule);
    const peers = (await records(duck, 'SELECT * FROM subject WHERE k_answer IS NOT FALSE')).map((row) => peerReading(planned, row, top));
    for (const table of ['subject', 'standing_out', 'needed']) await duck.run(`DROP TABLE ${table}`);
    const exempted = await this.exempted(planned, period);
    const seconds = (performance.now() - started) / 1000;
    yield new Map([[planned.index, { partitions: counts?.n ?? 0, members: [], rights: [], peers, exempted, seconds }]]);
  }

  /** Records of `needed` by their subject. */
  private async topRecords(rule: PlannedRule['rule']): Promise<Map<number, Row[]>> {
    const listed = rule.knowledge?.mode === 'list' ? ['k_listed'] : [];
    const kept = ['k_no', 'k_place', ...listed];
    const source =
      rule.reads === 'line'
        ? this.lines(rule, 'left', `(SELECT b.line, ${kept.map((c) => `b.${c}`).join(', ')} FROM needed b)`, kept)
        : namedRecords('needed', rule.reads, this.schema, dimensions);
    const found = new Map<number, Row[]>();
    for (const record of await records(this.duck, `SELECT * FROM (${source}) ORDER BY k_no, k_place`)) {
      const no = record.k_no as number;
      found.set(no, [...(found.get(no) ?? []), record as Row]);
    }
    return found;
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

/** A row of `peerSql`, beside its records. */
function peerReading({ rule }: PlannedRule, row: { [column: string]: unknown }, top: ReadonlyMap<number, Row[]>): PeerReading {
  const number = (name: string) => row[name] as number | null;
  const tenths = row.k_tenths as string | null;
  const of = rule.shape.kind === 'peer' ? rule.shape.of : [];
  const key = [...rule.key.map((_, i) => row[`key${i}`]), ...of.map((_, i) => row[`of${i}`])] as Value[];
  return {
    key,
    answer: row.k_answer === true ? 'hit' : 'notEvaluated',
    point: row.k_point as number,
    standing: {
      numbers: {
        numerator: number('k_numerator'),
        denominator: number('k_denominator'),
        value: number('k_value'),
        volume: number('k_volume'),
        peers: row.k_peers as number,
        center: number('k_center'),
        spread: number('k_spread'),
        score: number('k_score'),
        below: number('k_below'),
        tenths: tenths === null ? null : tenths.split(',').map(Number),
        threshold: number('k_threshold'),
        limit: number('k_limit'),
      },
      facts: Object.fromEntries(Object.keys(rule.facts).map((name) => [name, (row[`fact_${name}`] ?? null) as Value])),
      lastDay: row.k_last as number,
    },
    top: top.get(row.k_no as number) ?? [],
  };
}
