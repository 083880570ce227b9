/** Rules that read the same lines together: one scan instead of one a rule. */
import { type Expression, field } from '../expression.ts';
import { scopeOf } from '../partition.ts';
import type { RuleTree } from '../rule.ts';
import type { Schema } from '../schema.ts';
import { type SqlNames, toSql } from '../sql.ts';
import { columnsOf, deciding, type PlannedRule, quoted, rightFields } from './columns.ts';

/** Rules that one scan of a table answers together: single lines with item knowledge, every live row a partition of its own. */
export const sharesScan = ({ rule }: PlannedRule): boolean =>
  rule.shape.kind === 'row' &&
  rule.reads === 'line' &&
  rule.knowledge?.by === 'item' &&
  rule.knowledge.mode === 'each' &&
  rule.key.length === 1 &&
  JSON.stringify(rule.key[0]) === JSON.stringify(field('line'));

/** Rules on single lines without knowledge: flags of one scan without joins. */
export const sharesPlainScan = ({ rule }: PlannedRule): boolean =>
  rule.shape.kind === 'row' &&
  rule.reads === 'line' &&
  !rule.knowledge &&
  rule.key.length === 1 &&
  JSON.stringify(rule.key[0]) === JSON.stringify(field('line'));

/** Rules with item knowledge on lines that need more than one line: their members are cut out of the lake once. */
export const sharesMatches = ({ rule }: PlannedRule): boolean =>
  rule.reads === 'line' && rule.knowledge?.by === 'item' && rule.knowledge.mode !== 'list' && !sharesScan({ index: 0, rule });

/** One scan for all rules of `sharesScan`: rows (rule, partitions, named: list of {line, point}). */
export function sharedScanSql(planned: readonly PlannedRule[], period: { from: number; to: number }): string {
  const names: SqlNames = { field: (n) => `t.${quoted(n)}`, param: (n) => `k.${quoted(`p_${n}`)}` };
  const branch = (make: (rule: RuleTree) => Expression) =>
    `CASE k.rule ${planned.map(({ index, rule }) => `WHEN ${index} THEN ${toSql(make(rule), names)}`).join(' ')} END`;
  const scope = branch(scopeOf);
  const when = branch((rule) => (rule.shape as { when: Expression }).when);
  const on = toSql((planned[0] as PlannedRule).rule.on, names);
  const rows = `SELECT k.rule AS rule, t."line" AS line, k.point AS point, ${scope} AS k_scope, ${when} AS k_when FROM "line" t JOIN kp k ON t.item = k.item AND k.shared AND ${on} BETWEEN k."from" AND k."to" WHERE t."settledDay" BETWEEN ${period.from} AND ${period.to}`;
  return `SELECT rule, count(*) AS partitions, list(struct_pack(line := line, point := point)) FILTER (WHERE (k_scope AND k_when) IS NOT FALSE) AS named FROM (${rows}) WHERE k_scope IS NOT FALSE GROUP BY rule`;
}

/**
 * One scan for all rules of `sharesPlainScan`: one row with n<i> and h<i> (list of {line, point}) for each. A rule whose
 * parameters never changed (`steady`) has one row of them, which stands beside every line without a join by date.
 */
export function plainScanSql(
  planned: readonly PlannedRule[],
  period: { from: number; to: number },
  steady: (index: number) => boolean,
): string {
  const parts = planned.map(({ index, rule }) => {
    const names: SqlNames = { field: (n) => `t.${quoted(n)}`, param: (n) => `k${index}.${quoted(`p_${n}`)}` };
    const scope = toSql(scopeOf(rule), names);
    const when = toSql((rule.shape as { when: Expression }).when, names);
    const inForce = `${toSql(rule.on, names)} BETWEEN k${index}."from" AND k${index}."to"`;
    const live = `${steady(index) ? inForce : `k${index}.point IS NOT NULL`} AND (${scope}) IS NOT FALSE`;
    const rows = `(SELECT * FROM edition WHERE rule = ${index}) k${index}`;
    return {
      list: `count(*) FILTER (WHERE ${live}) AS n${index}, list(struct_pack(line := t."line", point := k${index}.point)) FILTER (WHERE ${live} AND ((${scope}) AND (${when})) IS NOT FALSE) AS h${index}`,
      join: steady(index) ? `CROSS JOIN ${rows}` : `LEFT JOIN ${rows} ON ${inForce}`,
    };
  });
  return `SELECT ${parts.map((p) => p.list).join(', ')} FROM "line" t ${parts.map((p) => p.join).join(' ')} WHERE t."settledDay" BETWEEN ${period.from} AND ${period.to}`;
}

/** The lines of all rules of `sharesMatches`, beside their knowledge rows: `k_rule`, `k_main` (judged, else the pair's other side). */
export function matchesSql(planned: readonly PlannedRule[], schema: Schema): string {
  const columns = new Set<string>(['line']);
  for (const { rule } of planned) {
    for (const column of columnsOf(rule, schema)) columns.add(column);
    if (rule.shape.kind === 'pair' && rule.shape.right.role && rule.shape.right.reads === 'line')
      for (const column of rightFields(rule, deciding)) columns.add(column);
  }
  const list = [
    ...[...columns].map((n) => `t.${quoted(n)}`),
    'k.rule AS k_rule',
    'k.point AS k_point',
    'k.lineage AS k_lineage',
    'k.main AS k_main',
  ];
  const on = toSql((planned[0] as PlannedRule).rule.on, { field: (n) => `t.${quoted(n)}`, param: (n) => `k.${quoted(`p_${n}`)}` });
  // the other side of a pair is taken whatever its day: its condition says when it counts
  return `SELECT ${list.join(', ')} FROM "line" t JOIN kp k ON t.item = k.item AND k.matched AND (NOT k.main OR ${on} BETWEEN k."from" AND k."to")`;
}
