// Runs the planned SQL over one bucket: how many partitions each rule has, and the records of those that are not clear.
import { derivedRecords } from '@hengjian/catalog';
import {
  exemptedSql,
  matchesSql,
  namedSql,
  namesRecords,
  neededRightsSql,
  neededSql,
  type PlannedRule,
  type Schema,
  scannedPointsSql,
  sharedScanSql,
  sharesMatches,
  sharesScan,
  usedColumns,
} from '@hengjian/language';
import { relationFor, settleBesides } from '../lake/derived-views.ts';
import { type Duck, inFullPieces } from '../lake/duck.ts';
import { Evidence } from './evidence.ts';
import { Near } from './near.ts';
import type { Period, RuleReading } from './reading.ts';

export { lineBasics, records } from './evidence.ts';
export type { Period, RuleReading } from './reading.ts';

const smallTables = ['encounter', 'settlement', 'diagnosis', 'operation', 'trace'];
/** Fewer rules read a table faster from its files than it is copied. */
const READERS_OF_A_COPY = 3;
/** Of a hundred lines, how many a rule's knowledge must speak of for the rule to read them alone. */
const DENSE_PERCENT = 10;

const namedIn = ({ index }: PlannedRule): string => `(SELECT unnest(named, recursive := true) FROM found_${index})`;

type Reading = NonNullable<Parameters<typeof neededSql>[3]>;

export class SqlReader {
  private readonly duck: Duck;
  private readonly rules: readonly PlannedRule[];
  private readonly schema: Schema;
  private readonly small: readonly string[];
  private readonly near: Near;
  private readonly evidence: Evidence;
  private dense: ReadonlySet<number> | undefined;

  constructor(duck: Duck, rules: readonly PlannedRule[], schema: Schema) {
    const readers = (table: string) =>
      rules.filter(({ rule }) => rule.reads === table || (rule.shape.kind === 'pair' && rule.shape.right.reads === table)).length;
    this.small = smallTables.filter((table) => readers(table) >= READERS_OF_A_COPY);
    this.near = new Near(duck, rules, schema, this.small);
    this.evidence = new Evidence(duck, rules, schema, this.near.table);
    this.duck = duck;
    this.rules = rules;
    this.schema = schema;
  }

  /** Published numbers of people, institutions and items, once for all buckets. */
  async prepare(): Promise<void> {
    await this.duck.run('CREATE OR REPLACE TEMP TABLE d_person AS SELECT person, personNo FROM person');
    await this.duck.run('CREATE OR REPLACE TEMP TABLE d_provider AS SELECT provider, providerNo FROM provider');
    await this.duck.run('CREATE OR REPLACE TEMP TABLE d_item AS SELECT item, code FROM item');
    for (const table of smallTables) await this.duck.run(`DROP TABLE IF EXISTS temp.main."${table}"`);
    await settleBesides(
      this.duck,
      this.rules.map(({ rule }) => rule.reads),
    );
    // The few rows of an edition's parameters are best tried one after the other: sorting all records for them is not.
    await this.duck.run('SET nested_loop_join_threshold = 100');
  }

  /** The small tables of the bucket that several rules read, in memory, under their own names (temporary tables come first). */
  private async loadSmallTables(): Promise<void> {
    for (const table of this.small) {
      const columns = usedColumns(this.rules, table, this.schema, derivedRecords).map((c) => `"${c}"`);
      await this.duck.run(`CREATE OR REPLACE TEMP TABLE "${table}" AS SELECT ${columns.join(', ')} FROM memory.main."${table}"`);
    }
  }

  /** Reads the bucket that the connection's views point at. */
  async readBucket(period: Period): Promise<Map<number, RuleReading>> {
    const readings = new Map<number, RuleReading>(
      this.rules.map(({ index }) => [index, { partitions: 0, members: [], rights: [], exempted: {}, seconds: 0 }]),
    );
    await this.duck.run('CREATE OR REPLACE TEMP TABLE need (rule INTEGER, side INTEGER, line BIGINT, point INTEGER, listed BOOLEAN)');
    await this.near.begin();
    await this.timed(readings, [...this.rules], () => this.loadSmallTables());
    await this.findDense();
    const isDense = ({ index }: PlannedRule) => this.dense?.has(index) === true;
    const scanning = this.rules.filter(sharesScan);
    await this.timed(
      readings,
      scanning.filter((rule) => !isDense(rule)),
      (rules) => this.sharedScan(rules, period, readings, false),
    );
    for (const planned of scanning.filter(isDense))
      await this.timed(readings, [planned], (rules) => this.sharedScan(rules, period, readings, true));
    const matching = this.rules.filter((rule) => sharesMatches(rule) && !isDense(rule));
    await this.timed(readings, matching, async (rules) =>
      this.duck.run(`CREATE OR REPLACE TEMP TABLE matched AS ${inFullPieces(matchesSql(rules, this.schema))}`),
    );
    const among = new Set(matching.map(({ index }) => index));
    const matched = ({ index }: PlannedRule) => (among.has(index) ? 'matched' : undefined);
    await this.others(
      this.rules.filter((planned) => !sharesScan(planned)),
      matched,
      period,
      readings,
    );
    const exempting = this.rules.filter(({ rule }) => rule.exemptions.some((x) => x.acts !== 'finding'));
    await this.timed(readings, exempting, (rules) => this.countExempted(rules, matched, period, readings));
    if (matching.length > 0) await this.duck.run('DROP TABLE matched');
    await this.timed(readings, [...this.rules], () => this.evidence.fetchLines(readings));
    await this.near.drop();
    return readings;
  }

  /** Which rules meet so many lines that they had better read them for themselves; asked of the first pass, and kept. */
  private async findDense(): Promise<void> {
    if (this.dense) return;
    const rows = await this.duck.rows<{ rule: number; share: number }>(
      `SELECT k.rule, (sum(c.n) * 100 // (SELECT count(*) FROM "line"))::BIGINT AS share FROM (SELECT DISTINCT rule, role, item, point FROM kp WHERE shared OR matched) k
      JOIN (SELECT item, count(*) AS n FROM "line" GROUP BY item) c ON c.item = k.item GROUP BY k.rule`,
    );
    this.dense = new Set(rows.filter(({ share }) => share >= DENSE_PERCENT).map(({ rule }) => rule));
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

  private async sharedScan(rules: PlannedRule[], period: Period, readings: Map<number, RuleReading>, dense: boolean): Promise<void> {
    await this.duck.run(`CREATE OR REPLACE TEMP TABLE scanned AS ${scannedPointsSql(rules)}`);
    await this.duck.run(`CREATE OR REPLACE TEMP TABLE found AS ${sharedScanSql(rules, period, 'scanned', dense)}`);
    for (const row of await this.duck.rows<{ rule: number; partitions: number }>('SELECT rule, partitions FROM found'))
      (readings.get(row.rule) as RuleReading).partitions += row.partitions;
    await this.duck.run(
      'INSERT INTO need SELECT rule, 0, u.line, u.point, NULL FROM (SELECT rule, unnest(named) AS u FROM found WHERE named IS NOT NULL)',
    );
    await this.near.add('SELECT DISTINCT u.person FROM (SELECT unnest(named) AS u FROM found WHERE named IS NOT NULL)');
    await this.duck.run('DROP TABLE found');
  }

  /** Rules with a plan of their own: each names partitions, all are counted at once, then the records of those named are gathered. */
  private async others(
    rules: PlannedRule[],
    matched: (planned: PlannedRule) => string | undefined,
    period: Period,
    readings: Map<number, RuleReading>,
  ): Promise<void> {
    for (const planned of rules)
      await this.timed(readings, [planned], () =>
        this.duck.run(
          `CREATE OR REPLACE TEMP TABLE found_${planned.index} AS ${namedSql(planned, this.schema, period, { matched: matched(planned), table: relationFor(planned, this.schema) })}`,
        ),
      );
    const counted = rules.map(
      ({ index }) => `SELECT ${index} AS rule, partitions, coalesce(len(named), 0)::BIGINT AS names FROM found_${index}`,
    );
    const counts =
      rules.length === 0 ? [] : await this.duck.rows<{ rule: number; partitions: number; names: number }>(counted.join(' UNION ALL '));
    const named = new Set(counts.filter((row) => row.names > 0).map((row) => row.rule));
    for (const { rule, partitions } of counts) (readings.get(rule) as RuleReading).partitions += partitions;
    const naming = rules.filter(({ index }) => named.has(index));
    const asked = naming.map((planned) => ({
      planned,
      named: namedIn(planned),
      from: matched(planned),
      personal: namesRecords(planned, this.schema),
    }));
    // evidence of the shared scan is found there too
    await this.timed(readings, [...this.rules], () => this.near.take(asked));
    const { table } = this.near;
    for (const planned of naming) await this.timed(readings, [planned], () => this.gather(planned, { matched: matched(planned), table }));
    await this.timed(readings, rules, () => this.evidence.fetchOthers(readings));
    for (const { index } of rules) await this.duck.run(`DROP TABLE found_${index}`);
  }

  /** The records that the closure reader needs of one rule: lines into `need`, records of the small tables into tables of their own. */
  private async gather(planned: PlannedRule, read: Reading): Promise<void> {
    const { duck, schema } = this;
    const { index, rule } = planned;
    const { shape, reads } = rule;
    const names = namedIn(planned);
    if (reads === 'line' && namesRecords(planned, schema)) {
      await duck.run(`INSERT INTO need SELECT ${index}, 0, key0, k_point, NULL FROM ${names}`);
      return;
    }
    const needed = neededSql(planned, schema, names, read);
    const listed = rule.knowledge?.mode === 'list' ? 'k_listed' : 'NULL';
    if (reads === 'line' && shape.kind !== 'pair') {
      await duck.run(`INSERT INTO need SELECT ${index}, 0, line, k_point, ${listed} FROM (${needed})`);
      return;
    }
    await duck.run(`CREATE OR REPLACE TEMP TABLE needed_${index} AS ${needed}`);
    if (reads === 'line') await duck.run(`INSERT INTO need SELECT ${index}, 0, line, k_point, ${listed} FROM needed_${index}`);
    else this.evidence.want(planned, 0, `SELECT * FROM needed_${index}`);
    if (shape.kind !== 'pair') return;
    const rights = neededRightsSql(planned, schema, `needed_${index}`, read);
    if (shape.right.reads === 'line') await duck.run(`INSERT INTO need SELECT DISTINCT ${index}, 1, r_line, -1, NULL FROM (${rights})`);
    else this.evidence.want(planned, 1, rights);
  }

  private async countExempted(
    rules: PlannedRule[],
    matched: (planned: PlannedRule) => string | undefined,
    period: Period,
    readings: Map<number, RuleReading>,
  ): Promise<void> {
    for (const planned of rules)
      for (const exemption of planned.rule.exemptions) {
        if (exemption.acts === 'finding') continue;
        const [row] = await this.duck.rows<{ n: number }>(
          exemptedSql(planned, exemption, this.schema, period, {
            matched: matched(planned),
            table: relationFor(planned, this.schema),
          }),
        );
        (readings.get(planned.index) as RuleReading).exempted[exemption.id] = row?.n ?? 0;
      }
  }
}
