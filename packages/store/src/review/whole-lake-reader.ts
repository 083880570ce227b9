/**
 * Rules that look beyond one person, over all buckets at once. DuckDB aggregates and sorts within its memory limit and spills what
 * does not fit; what closures need comes out in batches of whole partitions, so that Node holds one batch at a time. A rule
 * reads only the columns it names, and no small table is copied into memory.
 */
import { derivedRecords } from '@hengjian/catalog';
import {
  amongSql,
  derivedSql,
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
  summedLines,
  takenBeside,
  type Value,
} from '@hengjian/language';
import type { PeerReading } from '@hengjian/workflows';
import { besideOf, relationFor, settleBesides } from '../lake/derived-views.ts';
import type { Duck } from '../lake/duck.ts';
import { sideBySide } from '../lake/side-by-side.ts';
import type { KeptRecords } from './kept-records.ts';
import { namedRecords } from './named-records.ts';
import { lineBasics, type Period, type RuleReading, records } from './sql-reader.ts';

/** Records a batch: about 100 MB of plain objects. One partition is never cut, however large. */
const RECORDS_A_BATCH = 100_000;

/** Tables that tell who is concerned, and what records are told of them; the practitioner of an encounter comes after it. */
const concerned: { readonly [table: string]: readonly string[] } = {
  person: ['personNo'],
  encounter: ['encounterNo', 'settlementNos', 'totalFen', 'inScopeFen', 'fundFen', 'practitioner'],
  settlement: ['settlementNo'],
  practitioner: ['practitionerNo'],
};
const dimensions = { person: 'person', provider: 'provider', item: 'item', practitioner: 'practitioner' };

// what is gathered on one connection is read on another, so these are not temporary
const neededOf = ({ index }: PlannedRule): string => `memory.main.needed_${index}`;
const rightsOf = ({ index }: PlannedRule): string => `memory.main.rights_${index}`;
const concernedOf = (table: string): string => `memory.main.concerned_${table}`;
const GOT = 'memory.main.got';

export class WholeLakeReader {
  /** The first does what is done for all rules at once. */
  private readonly ducks: readonly [Duck, ...Duck[]];
  private readonly rules: readonly PlannedRule[];
  private readonly schema: Schema;
  private readonly recordsABatch: number;
  private readonly kept: KeptRecords | undefined;
  /** Rules that had to be shown lines beyond those that are kept. */
  private readonly unkept = new Set<number>();

  /**
   * `ducks`, connections of one database, see the views of all buckets and the relations of `loadPoints` for these rules, and work on as
   * many rules at once; some rules may find their records in `kept`.
   */
  constructor(
    ducks: readonly [Duck, ...Duck[]],
    rules: readonly PlannedRule[],
    schema: Schema,
    recordsABatch = RECORDS_A_BATCH,
    kept?: KeptRecords,
  ) {
    this.kept = kept;
    this.ducks = ducks;
    this.rules = rules;
    this.schema = schema;
    this.recordsABatch = recordsABatch;
  }

  /** Counts first, in a reading of each rule's own; then, one rule after the other, what closures need, in batches. In the order of the rules. */
  async *read(period: Period): AsyncGenerator<ReadonlyMap<number, RuleReading>> {
    const [duck] = this.ducks;
    await settleBesides(
      duck,
      this.rules.map(({ rule }) => rule.reads),
    );
    const asked: Asked[] = [];
    const answer = async (on: Duck, planned: PlannedRule) => {
      const started = performance.now();
      const answered = await (planned.rule.shape.kind === 'peer' ? this.compare(on, planned, period) : this.name(on, planned, period));
      return { ...answered, planned, told: readingOf(planned, answered.reading, started) };
    };
    for await (const { told, ...one } of sideBySide(this.ducks, this.rules, answer)) {
      yield told;
      if (one.batches > 0 || one.subjects) asked.push(one);
    }
    await this.fetchLines(asked);
    await this.fetchOthers(asked);
    const batches = asked.flatMap((one) => Array.from({ length: one.batches }, (_, batch) => ({ one, batch })));
    const read = async (on: Duck, { one, batch }: (typeof batches)[number]) => {
      const started = performance.now();
      return readingOf(one.planned, await this.batch(on, one, batch), started);
    };
    // while closures work on a batch the next is read, and no more: batches are large
    yield* sideBySide([duck], batches, read, 0);
    const done = [
      ...asked.flatMap(({ planned }) => [neededOf(planned), rightsOf(planned)]),
      GOT,
      ...Object.keys(concerned).map(concernedOf),
    ];
    for (const table of done) await duck.run(`DROP TABLE IF EXISTS ${table}`);
  }

  /** Where a rule reads its tables. */
  private relation(planned: PlannedRule): (table: string) => string {
    return this.kept && !this.unkept.has(planned.index) ? this.kept.relation(planned) : relationFor(planned, this.schema);
  }

  /** Where all records of a table are found that a rule can name. */
  private home(planned: PlannedRule, table: string): string {
    return (!this.unkept.has(planned.index) && this.kept?.records(planned, table)) || `memory.main.${quoted(table)}`;
  }

  /** Names the partitions of a rule and gathers their records as `needed_<rule>`. */
  private async name(duck: Duck, planned: PlannedRule, period: Period): Promise<Answered> {
    const { schema } = this;
    await duck.run(`CREATE OR REPLACE TEMP TABLE found AS ${namedSql(planned, schema, period, { table: this.relation(planned) })}`);
    const [counts] = await duck.rows<{ partitions: number; names: number }>(
      'SELECT partitions, coalesce(len(named), 0)::BIGINT AS names FROM found',
    );
    const exempted = await this.exempted(duck, planned, period);
    const batches = counts?.names ? await this.gather(duck, planned) : 0;
    await duck.run('DROP TABLE found');
    return { batches, reading: { partitions: counts?.partitions ?? 0, exempted } };
  }

  /** SQL compares the subjects; only those that stand out (or cannot be compared) come out, with the few records that add most. */
  private async compare(duck: Duck, planned: PlannedRule, period: Period): Promise<Answered> {
    const { schema } = this;
    const within = `k_last BETWEEN ${period.from} AND ${period.to}`;
    await duck.run(
      `CREATE OR REPLACE TEMP TABLE subject AS SELECT *, row_number() OVER () AS k_no FROM (${peerSql(planned, schema, { table: this.relation(planned), alone: this.kept?.alone(planned) })}) WHERE ${within}`,
    );
    const [counts] = await duck.rows<{ n: number; hits: number }>(
      'SELECT count(*) AS n, count(*) FILTER (WHERE k_answer) AS hits FROM subject',
    );
    if (counts?.hits) await this.addingMost(duck, planned);
    const subjects = await records(duck, 'SELECT * FROM subject WHERE k_answer IS NOT FALSE');
    await duck.run('DROP TABLE subject');
    const reading = { partitions: counts?.n ?? 0, exempted: await this.exempted(duck, planned, period) };
    return { batches: 1, subjects, bare: !counts?.hits, reading };
  }

  /** Of each subject that stands out the few records that add most, as `needed_<rule>`. */
  private async addingMost(duck: Duck, planned: PlannedRule): Promise<void> {
    const { schema } = this;
    const { rule, index } = planned;
    await duck.run('CREATE OR REPLACE TEMP TABLE standing_out AS SELECT * FROM subject WHERE k_answer');
    const take = (table: (name: string) => string) =>
      duck.run(
        `CREATE OR REPLACE TABLE ${neededOf(planned)} AS SELECT *, 0 AS k_batch FROM (${peerTopSql(planned, schema, 'standing_out', { table })})`,
      );
    const few = this.kept?.records(planned, rule.reads);
    const summed = few && summedLines(rule, schema);
    if (summed) {
      // only listed lines add anything; of a subject to which none does the first of all lines is shown, and of those only totals are kept
      await take(() => few);
      const adding = `SELECT k_no FROM ${neededOf(planned)} WHERE k_listed AND ${quoted(summed.adds)} > 0`;
      const [rest] = await duck.rows<{ n: number }>(`SELECT count(*) AS n FROM standing_out ANTI JOIN (${adding}) a USING (k_no)`);
      if (rest?.n) this.unkept.add(index);
    }
    if (!summed || this.unkept.has(index)) await take(this.relation(planned));
    await duck.run('DROP TABLE standing_out');
  }

  /** Members of the named partitions as `needed_<rule>`, whole partitions (or streams) under one `k_batch`. Gives the number of batches. */
  private async gather(duck: Duck, planned: PlannedRule): Promise<number> {
    const streams = streamColumns(planned.rule);
    const by = streams.length > 0 ? streams : keyColumns(planned.rule);
    await duck.run('CREATE OR REPLACE TEMP TABLE names AS SELECT unnest(named, recursive := true) FROM found');
    const table = (name: string) => this.amongNamed(planned, name);
    await duck.run(`CREATE OR REPLACE TEMP TABLE gathered AS ${neededSql(planned, this.schema, 'names', { table })}`);
    const sized = `SELECT ${by.join(', ')}, count(*) AS k_size FROM gathered GROUP BY ${by.join(', ')}`;
    // the running total before a partition says which batch it begins in
    const running = `SELECT *, ((sum(k_size) OVER (ORDER BY ${by.join(', ')} ROWS UNBOUNDED PRECEDING) - k_size) // ${this.recordsABatch})::BIGINT AS k_begun FROM (${sized})`;
    await duck.run(
      `CREATE OR REPLACE TEMP TABLE part AS SELECT *, (dense_rank() OVER (ORDER BY k_begun) - 1) AS k_batch FROM (${running})`,
    );
    const on = by.map((c) => `g.${c} IS NOT DISTINCT FROM p.${c}`).join(' AND ');
    await duck.run(`CREATE OR REPLACE TABLE ${neededOf(planned)} AS SELECT g.*, p.k_batch FROM gathered g JOIN part p ON ${on}`);
    const [row] = await duck.rows<{ n: number }>('SELECT coalesce(max(k_batch) + 1, 0)::BIGINT AS n FROM part');
    for (const done of ['names', 'gathered', 'part']) await duck.run(`DROP TABLE ${done}`);
    return row?.n ?? 0;
  }

  /** Of derived records only those made of records that share plain keys with the named ones: nothing is put beside the others. */
  private amongNamed(planned: PlannedRule, name: string): string {
    const derived = derivedRecords[name];
    // what is counted with its like is counted among all
    if (!derived || derived.counted || name !== planned.rule.reads) return this.relation(planned)(name);
    const lake = (table: string) => this.home(planned, table);
    const has = (column: string) => column in (this.schema.tables[derived.from]?.columns ?? {}) && column !== derived.spread?.column;
    const few = (table: string) => (table === derived.from ? amongSql(planned, lake(table), 'names', has) : lake(table));
    const wanted = takenBeside(planned.rule, name, derived, this.schema);
    return `(${derivedSql(derived, this.schema, few, besideOf(name, lake, this.schema), wanted)})`;
  }

  /** What closures need of one batch: judged records, the other side of a pair, or the records of each subject. */
  private async batch(duck: Duck, { planned, subjects, bare }: Asked, batch: number): Promise<Partial<RuleReading>> {
    const { rule, index } = planned;
    if (subjects && bare) return { peers: subjects.map((row) => peerReading(planned, row, new Map())) };
    const lines = (side: 0 | 1) => `SELECT * FROM ${GOT} WHERE n_rule = ${index} AND n_side = ${side} AND k_batch = ${batch}`;
    const mine = `SELECT * FROM ${neededOf(planned)} WHERE k_batch = ${batch}`;
    const source = rule.reads === 'line' ? lines(0) : this.named(`(${mine})`, rule.reads);
    const found = (await records(duck, source)).map(({ k_listed, ...record }) => ({
      ...record,
      ...(rule.knowledge?.mode === 'list' && { k_listed }),
    })) as Row[];
    if (subjects) {
      const top = Map.groupBy(
        found.sort((a, b) => (a.k_place as number) - (b.k_place as number)),
        (record) => record.k_no as number,
      );
      return { peers: subjects.map((row) => peerReading(planned, row, top)) };
    }
    const members = found.map((record) => ({ record, point: record.k_point as number }));
    if (rule.shape.kind !== 'pair') return { members };
    const { reads } = rule.shape.right;
    const rights = `(SELECT * EXCLUDE (k_batch) FROM ${rightsOf(planned)} WHERE k_batch = ${batch})`;
    const other = reads === 'line' ? lines(1) : this.named(rights, reads);
    return { members, rights: (await records(duck, other)) as Row[] };
  }

  /** SELECT of these records of a table with the published numbers of everybody concerned, whom `fetchOthers` has looked up. */
  private named(relation: string, table: string): string {
    const some = Object.keys(concerned).map((other) => `${other} AS (FROM ${concernedOf(other)})`);
    return `WITH ${some.join(', ')} ${namedRecords(relation, table, this.schema, dimensions)}`;
  }

  /**
   * Beside the lines: the other sides of pairs as `rights_<rule>`, and whoever is concerned in any rule's records, looked up among
   * everybody once for all rules.
   */
  private async fetchOthers(asked: readonly Asked[]): Promise<void> {
    const { schema } = this;
    const [duck] = this.ducks;
    const among = new Map<string, string[]>(Object.keys(concerned).map((table) => [table, []]));
    const look = (relation: string, table: string) => {
      for (const [other, relations] of among) if (other in (schema.tables[table]?.columns ?? {})) relations.push(relation);
    };
    for (const { planned, batches, bare } of asked) {
      const { rule } = planned;
      if (bare || batches === 0) continue;
      if (rule.reads !== 'line') look(neededOf(planned), rule.reads);
      if (rule.shape.kind !== 'pair' || rule.shape.right.reads === 'line') continue;
      const columns = this.rightColumns(planned);
      const selects = Array.from({ length: batches }, (_, batch) => {
        const rights = this.rights(planned, batch);
        return `SELECT DISTINCT ${columns}, ${batch} AS k_batch FROM (${rights}) r`;
      });
      await duck.run(`CREATE OR REPLACE TABLE ${rightsOf(planned)} AS ${selects.join(' UNION ALL ')}`);
      look(rightsOf(planned), rule.shape.right.reads);
    }
    for (const [table, columns] of Object.entries(concerned)) {
      const ids = (among.get(table) as string[]).map((relation) => `SELECT ${table} FROM ${relation}`);
      // records of other tables are beside the practitioner of their encounter
      if (table === 'practitioner') ids.push(`SELECT practitioner FROM ${concernedOf('encounter')}`);
      const some = ids.length > 0 ? `SEMI JOIN (${ids.join(' UNION ALL ')}) n USING (${table})` : 'WHERE FALSE';
      await duck.run(
        `CREATE OR REPLACE TABLE ${concernedOf(table)} AS SELECT ${[table, ...columns].map(quoted).join(', ')} FROM memory.main.${table} ${some}`,
      );
    }
  }

  /** The records linked to a batch of a pair's judged ones. */
  private rights(planned: PlannedRule, batch: number): string {
    const needed = `(SELECT * FROM ${neededOf(planned)} WHERE k_batch = ${batch})`;
    return neededRightsSql(planned, this.schema, needed, { table: this.relation(planned) });
  }

  /** The `r_…` columns of a pair's other side under their own names. */
  private rightColumns({ rule }: PlannedRule): string {
    const columns = this.schema.tables[(rule.shape as { right: { reads: string } }).right.reads]?.columns ?? {};
    const used = [...new Set([...evidenceColumns(rule, 'right'), ...identityColumns])].filter((c) => c in columns);
    return used.map((c) => `r."r_${c}" AS ${quoted(c)}`).join(', ');
  }

  /** Evidence of all lines that any rule needs as `got`, in one scan, with the published numbers of everybody concerned. */
  private async fetchLines(asked: readonly Asked[]): Promise<void> {
    const { schema } = this;
    const [duck] = this.ducks;
    const wanted = new Map<string, string[]>();
    const columns = new Set([...lineBasics, ...identityColumns, 'practitioner']);
    const want = (relation: string, planned: PlannedRule, side: 0 | 1, line: string, given: { [column: string]: string }) => {
      const { index } = planned;
      const lines = this.home(planned, 'line');
      const marks = { k_batch: '0', k_no: 'NULL', k_place: 'NULL', k_point: 'NULL', k_listed: 'NULL', ...given };
      const types = { k_batch: 'BIGINT', k_no: 'BIGINT', k_place: 'BIGINT', k_point: 'INTEGER', k_listed: 'BOOLEAN' };
      const list = Object.entries(types).map(([mark, type]) => `${marks[mark as keyof typeof marks]}::${type} AS ${mark}`);
      const select = `SELECT DISTINCT ${index} AS n_rule, ${side} AS n_side, ${line} AS line, ${list.join(', ')} FROM ${relation} b`;
      wanted.set(lines, [...(wanted.get(lines) ?? []), select]);
    };
    for (const { planned, batches, subjects } of asked.filter(({ bare }) => !bare)) {
      const { rule } = planned;
      const listed = rule.knowledge?.mode === 'list' ? { k_listed: 'b.k_listed' } : {};
      const place = subjects ? { k_no: 'b.k_no', k_place: 'b.k_place' } : {};
      if (rule.reads === 'line') {
        want(neededOf(planned), planned, 0, 'b.line', { k_batch: 'b.k_batch', k_point: 'b.k_point', ...listed, ...place });
        for (const column of evidenceColumns(rule)) columns.add(column);
      }
      if (rule.shape.kind !== 'pair' || rule.shape.right.reads !== 'line') continue;
      for (const column of evidenceColumns(rule, 'right')) columns.add(column);
      for (let batch = 0; batch < batches; batch++) {
        want(`(${this.rights(planned, batch)})`, planned, 1, 'b.r_line', { k_batch: String(batch) });
      }
    }
    if (wanted.size === 0) return;
    const list = [...columns].filter((c) => c in (schema.tables.line?.columns ?? {}) && c !== 'line').map((c) => `t.${quoted(c)}`);
    const looked = [...wanted].map(
      ([lines, selects]) => `SELECT n.*, ${list.join(', ')} FROM (${selects.join(' UNION ALL ')}) n JOIN ${lines} t ON t.line = n.line`,
    );
    await duck.run(`CREATE OR REPLACE TEMP TABLE looked AS ${looked.join(' UNION ALL ')}`);
    const few = (table: string) => `(SELECT * FROM ${table} SEMI JOIN looked USING (${table}))`;
    await duck.run(`CREATE OR REPLACE TABLE ${GOT} AS
      SELECT g.*, p.personNo, v.providerNo, d.practitionerNo, i.code AS itemCode, s.settlementNo FROM looked g
      LEFT JOIN ${few('person')} p ON p.person = g.person LEFT JOIN provider v ON v.provider = g.provider LEFT JOIN item i ON i.item = g.item
      LEFT JOIN ${few('practitioner')} d ON d.practitioner = g.practitioner LEFT JOIN ${few('settlement')} s ON s.settlement = g.settlement`);
    await duck.run('DROP TABLE looked');
  }

  private async exempted(duck: Duck, planned: PlannedRule, period: Period): Promise<{ [exemption: string]: number }> {
    const counted: { [exemption: string]: number } = {};
    for (const exemption of planned.rule.exemptions) {
      if (exemption.acts === 'finding') continue;
      const [row] = await duck.rows<{ n: number }>(exemptedSql(planned, exemption, this.schema, period, { table: this.relation(planned) }));
      counted[exemption.id] = row?.n ?? 0;
    }
    return counted;
  }
}

/** A rule whose partitions (or subjects) are named: `needed_<rule>` holds their records in so many batches. */
interface Asked {
  readonly planned: PlannedRule;
  readonly batches: number;
  /** Of a comparison with peers: who stands out or cannot be compared. */
  readonly subjects?: readonly { [column: string]: unknown }[];
  /** Nobody stands out: there are no records to be shown. */
  readonly bare?: boolean;
}
type Answered = Omit<Asked, 'planned'> & { readonly reading: Pick<RuleReading, 'partitions' | 'exempted'> };

const readingOf = ({ index }: PlannedRule, reading: Partial<RuleReading>, started: number): ReadonlyMap<number, RuleReading> =>
  new Map([[index, { partitions: 0, members: [], rights: [], exempted: {}, ...reading, seconds: (performance.now() - started) / 1000 }]]);

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
