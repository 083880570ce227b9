/** Rules that read the same lines together: one scan instead of one a rule. */
import { type Expression, field } from '../expression.ts';
import { scopeOf } from '../partition.ts';
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

/** Rules with item knowledge on lines that need more than one line: their members are cut out of the lake once. */
export const sharesMatches = ({ rule }: PlannedRule): boolean =>
  rule.reads === 'line' && rule.knowledge?.by === 'item' && rule.knowledge.mode !== 'list' && !sharesScan({ index: 0, rule });

const scanNames: SqlNames = { field: (n) => `t.${quoted(n)}`, param: (n) => `k.${quoted(`p_${n}`)}` };

/** What one rule of a shared scan asks, as SQL. Rules that ask the same have one form. */
const askedOf = ({ rule }: PlannedRule) => ({
  scope: toSql(scopeOf(rule), scanNames),
  when: toSql((rule.shape as { when: Expression }).when, scanNames),
});

function formsOf(planned: readonly PlannedRule[]): { scope: string; when: string; rules: number[] }[] {
  const forms = new Map<string, { scope: string; when: string; rules: number[] }>();
  for (const rule of planned) {
    const asked = askedOf(rule);
    const key = JSON.stringify(asked);
    const form = forms.get(key) ?? { ...asked, rules: [] };
    form.rules.push(rule.index);
    forms.set(key, form);
  }
  return [...forms.values()];
}

/** Knowledge rows of all rules of `sharesScan`, with the number of what their rule asks (`k_form`): the relation `scanned`. */
export const scannedPointsSql = (planned: readonly PlannedRule[]): string => {
  const cases = formsOf(planned).flatMap(({ rules }, form) => rules.map((rule) => `WHEN ${rule} THEN ${form}`));
  return `SELECT *, CASE rule ${cases.join(' ')} END AS k_form FROM kp WHERE shared`;
};

/**
 * One scan for all rules of `sharesScan`: rows (rule, partitions, named: list of {line, point}). Rules that ask the same share a
 * branch, so the scan grows with the kinds of questions and not with the rules.
 */
export function sharedScanSql(planned: readonly PlannedRule[], period: { from: number; to: number }): string {
  const forms = formsOf(planned);
  const branches = (sql: (form: (typeof forms)[number]) => string) => {
    const cases = forms.flatMap((form, i) => (sql(form) === 'TRUE' ? [] : [`WHEN k.k_form = ${i} THEN ${sql(form)}`]));
    return cases.length === 0 ? 'TRUE' : `CASE ${cases.join(' ')} ELSE TRUE END`;
  };
  const on = toSql((planned[0] as PlannedRule).rule.on, scanNames);
  const rows = `SELECT k.rule AS rule, t."line" AS line, k.point AS point, ${branches((f) => f.scope)} AS k_scope, ${branches((f) => f.when)} AS k_when FROM "line" t JOIN scanned k ON t.item = k.item AND ${on} BETWEEN k."from" AND k."to" WHERE t."settledDay" BETWEEN ${period.from} AND ${period.to}`;
  return `SELECT rule, count(*) AS partitions, list(struct_pack(line := line, point := point)) FILTER (WHERE (k_scope AND k_when) IS NOT FALSE) AS named FROM (${rows}) WHERE k_scope IS NOT FALSE GROUP BY rule`;
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
