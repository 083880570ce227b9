// Knowledge rows and parameters as relations that the planned SQL joins: `point`, `kp` (by item), `kx` (by beginning of a code).
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { compareText, type PlannedRule, type Point, type Schema, sharesMatches, sharesScan, type ValueType } from '@hengjian/language';
import type { Duck } from '../lake/duck.ts';
import { literal } from '../lake/duck.ts';

export interface RulePoints extends PlannedRule {
  readonly points: readonly Point[];
}

const duckTypes: Record<ValueType, string> = { bool: 'BOOLEAN', int: 'BIGINT', text: 'VARCHAR', texts: 'VARCHAR[]', unknown: 'VARCHAR' };

/** Types of every parameter of these rules; one name has one type in a run. */
export function parameterTypes(rules: readonly PlannedRule[], schema: Schema): Map<string, ValueType> {
  const types = new Map<string, ValueType>();
  const put = (rule: string, name: string, type: ValueType) => {
    const known = types.get(name);
    if (known && known !== type) throw new Error(`${rule}: parameter ${name} is ${type}, elsewhere ${known}`);
    types.set(name, type);
  };
  for (const { rule } of rules) {
    for (const name of rule.knowledgeParams) put(rule.id, name, schema.params[name] ?? 'unknown');
    for (const [name, p] of Object.entries(rule.parameters)) put(rule.id, name, p.type);
  }
  return types;
}

/** Rows that some record can meet: of pairs and lists most speak of items that nobody was ever charged for. */
function met({ rule, points }: RulePoints, items: ReadonlySet<string>): readonly Point[] {
  const use = rule.knowledge;
  if (use?.by !== 'item') return points;
  return points.filter(({ codes }) => Object.keys(codes).length === 0 || codes[use.role]?.some((code) => items.has(code)));
}

/** Writes the rows beside each other as JSON lines and reads them in once, for all connections: lists and nulls keep their types. */
export async function loadPoints(duck: Duck, all: readonly RulePoints[], schema: Schema): Promise<void> {
  const types = parameterTypes(all, schema);
  const items = new Set((await duck.rows<{ code: string }>('SELECT code FROM item')).map(({ code }) => code));
  const rules = all.map((rule) => ({ ...rule, points: met(rule, items) }));
  const lineages = [...new Set(rules.flatMap((r) => r.points.map((p) => p.lineage)))].sort(compareText);
  const rank = new Map(lineages.map((lineage, i) => [lineage, i]));
  const points: string[] = [];
  const codes: string[] = [];
  for (const { index, rule, points: rows } of rules) {
    const use = rule.knowledge;
    const right = rule.shape.kind === 'pair' ? rule.shape.right.role : undefined;
    const [shared, matched] = [sharesScan({ index, rule }), sharesMatches({ index, rule })];
    for (const p of rows) {
      const params = Object.fromEntries(
        Object.entries(p.params).flatMap(([name, v]) => (types.has(name) && v !== null ? [[`p_${name}`, v]] : [])),
      );
      const hasCodes = Object.keys(p.codes).length > 0;
      points.push(
        JSON.stringify({ rule: index, point: p.index, lineage: rank.get(p.lineage), from: p.from, to: p.to, hasCodes, ...params }),
      );
      for (const [role, list] of Object.entries(p.codes)) {
        const main = role === use?.role;
        for (const code of new Set(list))
          codes.push(
            JSON.stringify({
              point: p.index,
              role,
              code,
              main,
              shared: shared && main,
              matched: matched && (main || role === right),
              // the other side of a pair is always looked up by item
              prefix: use?.by === 'prefix' && role !== right,
            }),
          );
      }
    }
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), 'hengjian-points-'));
  try {
    const read = (name: string, rows: string[], columns: Record<string, string>) => {
      const file = path.join(folder, name);
      writeFileSync(file, rows.join('\n'));
      const list = Object.entries(columns).map(([column, type]) => `"${column}": ${literal(type)}`);
      return rows.length > 0
        ? `SELECT * FROM read_json(${literal(file)}, format='newline_delimited', columns={${list.join(', ')}})`
        : `SELECT ${Object.entries(columns).map(([column, type]) => `NULL::${type} AS "${column}"`)} WHERE FALSE`;
    };
    const params = Object.fromEntries([...types].map(([name, type]) => [`p_${name}`, duckTypes[type]]));
    await duck.run(
      `CREATE OR REPLACE TABLE point AS ${read('points', points, { rule: 'INTEGER', point: 'INTEGER', lineage: 'INTEGER', from: 'INTEGER', to: 'INTEGER', hasCodes: 'BOOLEAN', ...params })}`,
    );
    await duck.run(
      `CREATE OR REPLACE TABLE point_code AS ${read('codes', codes, { point: 'INTEGER', role: 'VARCHAR', code: 'VARCHAR', main: 'BOOLEAN', shared: 'BOOLEAN', matched: 'BOOLEAN', prefix: 'BOOLEAN' })}`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
  await duck.run('CREATE OR REPLACE TABLE edition AS SELECT * FROM point WHERE NOT hasCodes');
  const columns = 'p.*, c.role, c.main, c.shared, c.matched';
  await duck.run(
    `CREATE OR REPLACE TABLE kp AS SELECT ${columns}, i.item FROM point p JOIN point_code c ON c.point = p.point JOIN item i ON i.code = c.code WHERE NOT c.prefix`,
  );
  await duck.run(
    `CREATE OR REPLACE TABLE kx AS SELECT ${columns}, c.code AS prefix, length(c.code) AS len FROM point p JOIN point_code c ON c.point = p.point WHERE c.prefix`,
  );
}
