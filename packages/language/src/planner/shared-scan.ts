/** Rules that read the same lines together: one scan instead of one a rule. */
import { type Expression, field, nodes } from '../expression.ts';
import { scopeOf } from '../partition.ts';
import type { Schema } from '../schema.ts';
import { type SqlNames, toSql } from '../sql.ts';
import { columnsOf, deciding, fieldsOf, type PlannedRule, quoted, rightFields } from './columns.ts';

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

const scanNames: SqlNames = { field: (n) => `m.${quoted(n)}`, param: (n) => `m.${quoted(`p_${n}`)}` };
const when = ({ rule }: PlannedRule): Expression => (rule.shape as { when: Expression }).when;

interface Form {
  readonly scope: string;
  readonly when: string;
  readonly rules: number[];
}

/** What the rules of a shared scan ask, as SQL. Rules that ask the same have one form. */
function formsOf(planned: readonly PlannedRule[]): Form[] {
  const forms = new Map<string, Form>();
  for (const rule of planned) {
    const asked = { scope: toSql(scopeOf(rule.rule), scanNames), when: toSql(when(rule), scanNames) };
    const key = JSON.stringify(asked);
    const form = forms.get(key) ?? { ...asked, rules: [] };
    form.rules.push(rule.index);
    forms.set(key, form);
  }
  return [...forms.values()];
}

/** Knowledge rows of rules of `sharesScan`, with the number of what each rule asks (`k_form`): the relation of `sharedScanSql`. */
export const scannedPointsSql = (planned: readonly PlannedRule[]): string => {
  const cases = formsOf(planned).flatMap(({ rules }, form) => rules.map((rule) => `WHEN ${rule} THEN ${form}`));
  const own = planned.map(({ index }) => index).join(', ');
  return `SELECT *, CASE rule ${cases.join(' ')} END AS k_form FROM kp WHERE shared AND rule IN (${own})`;
};

/**
 * One scan for rules of `sharesScan`: rows (rule, partitions, named: list of {line, point, person}). Rules that ask the same share a branch,
 * so the scan grows with the kinds of questions and not with the rules. Lines that meet a row are gathered first unless `dense`:
 * where few do, asking every piece of the scan each question for its handful of lines costs more than gathering them.
 */
export function sharedScanSql(
  planned: readonly PlannedRule[],
  period: { from: number; to: number },
  points: string,
  dense: boolean,
): string {
  const forms = formsOf(planned);
  const branches = (sql: (form: Form) => string) => {
    const cases = forms.flatMap((form, i) => (sql(form) === 'TRUE' ? [] : [`WHEN m.k_form = ${i} THEN ${sql(form)}`]));
    return cases.length === 0 ? 'TRUE' : `CASE ${cases.join(' ')} ELSE TRUE END`;
  };
  const asked = planned.flatMap((rule) => [scopeOf(rule.rule), when(rule)]);
  const fields = [...new Set([...fieldsOf(asked, 'left'), 'line', 'person'])].map((n) => `t.${quoted(n)}`);
  const params = [...paramsIn(asked)].map((n) => `k.${quoted(`p_${n}`)}`);
  const on = toSql((planned[0] as PlannedRule).rule.on, { field: (n) => `t.${quoted(n)}`, param: (n) => `k.${quoted(`p_${n}`)}` });
  const met = `SELECT ${[...fields, ...params, 'k.rule', 'k.point', 'k.k_form'].join(', ')} FROM "line" t JOIN ${points} k ON t.item = k.item AND ${on} BETWEEN k."from" AND k."to" WHERE t."settledDay" BETWEEN ${period.from} AND ${period.to}`;
  const answered = `SELECT m.rule AS rule, m."line" AS line, m.point AS point, m."person" AS person, ${branches((f) => f.scope)} AS k_scope, ${branches((f) => f.when)} AS k_when FROM m`;
  // as a filter of the aggregates: one of the rows would have the whole scope planned and asked twice
  return `WITH m AS ${dense ? 'NOT ' : ''}MATERIALIZED (${met}) SELECT rule, count(*) FILTER (WHERE k_scope IS NOT FALSE) AS partitions, list(struct_pack(line := line, point := point, person := person)) FILTER (WHERE (k_scope AND k_when) IS NOT FALSE) AS named FROM (${answered}) GROUP BY rule`;
}

function paramsIn(expressions: readonly Expression[]): Set<string> {
  const found = new Set<string>();
  for (const expression of expressions)
    for (const node of nodes(expression)) if (node.op === 'param') found.add((node as { name: string }).name);
  return found;
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
  return `SELECT ${list.join(', ')} FROM "line" t JOIN kp k ON t.item = k.item AND k.matched AND k.rule IN (${planned.map(({ index }) => index).join(', ')}) AND (NOT k.main OR ${on} BETWEEN k."from" AND k."to")`;
}
