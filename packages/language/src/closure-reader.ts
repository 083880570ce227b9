/** Reads tables of records with one rule, from matching knowledge to answers: the whole of a rule without any database. */
import type { Context, Row } from './compile.ts';
import { asMember, type CompiledRule, compareLineage, decidePartitions, type Member, type PartitionAnswer } from './partition.ts';
import type { Point } from './rule.ts';

export interface Tables {
  readonly [table: string]: readonly Row[];
}

/** Knowledge rows of one rule, ready to be looked up by code. */
export interface PointIndex {
  find(code: string | null): readonly Point[];
  /** Rows without codes: the edition's parameters. */
  readonly parameters: readonly Point[];
}

/** Knowledge rows of a rule by the code they speak of under the rule's role (by beginning of the code for `prefix`). */
export function indexPoints(compiled: CompiledRule, points: readonly Point[]): PointIndex {
  const use = compiled.rule.knowledge;
  const parameters = points.filter((point) => Object.keys(point.codes).length === 0);
  if (!use) return { find: () => [], parameters };
  const rows = points.filter((point) => (point.codes[use.role] ?? []).length > 0);
  const byCode = new Map<string, Point[]>();
  for (const point of rows)
    for (const code of new Set(point.codes[use.role])) {
      const list = byCode.get(code);
      if (list) list.push(point);
      else byCode.set(code, [point]);
    }
  if (use.by === 'item') return { parameters, find: (code) => (code === null ? [] : (byCode.get(code) ?? [])) };
  // Every length that a prefix has: beginnings are looked up, not tried one by one. A row counts once however many of them fit.
  const lengths = [...new Set([...byCode.keys()].map((prefix) => prefix.length))];
  const find = (code: string | null) =>
    code === null
      ? []
      : [...new Set(lengths.flatMap((length) => (length <= code.length ? (byCode.get(code.slice(0, length)) ?? []) : [])))];
  return { parameters, find };
}

/** The members that one record gives: one for each knowledge row that concerns it, as the rule's mode says. */
export function membersOf(compiled: CompiledRule, index: PointIndex, record: Row): Member[] {
  const use = compiled.rule.knowledge;
  const day = compiled.on({ record, point: none }) as number | null;
  const live = (points: readonly Point[]) => points.filter((p) => day !== null && p.from <= day && day <= p.to);
  const found = use ? live(index.find((record[use.by === 'item' ? 'itemCode' : (use.column ?? 'code')] ?? null) as string | null)) : [];
  const make = (point: Point, extra: Partial<Context> = {}) => asMember(compiled, { record, point, ...extra });
  const kept = (members: (Member | undefined)[]) => members.filter((m) => m !== undefined);
  if (!use) return kept(live(index.parameters).map((point) => make(point)));
  if (use.mode === 'list') return kept(live(index.parameters).map((point) => make(point, { listed: found.length > 0 })));
  if (use.mode === 'together') return found.length === 0 ? [] : kept([make([...found].sort(compareLineage)[0] as Point)]);
  return kept(found.map((point) => make(point)));
}

const none: Point = { index: -1, pointId: '', lineage: '', subject: '', constraint: '', basis: '', from: 0, to: 0, codes: {}, params: {} };

/** Every partition of these tables, decided. */
export function readWithClosures(compiled: CompiledRule, points: readonly Point[], tables: Tables): PartitionAnswer[] {
  const index = indexPoints(compiled, points);
  const members = (tables[compiled.rule.reads] ?? []).flatMap((record) => membersOf(compiled, index, record));
  const { shape } = compiled.rule;
  return decidePartitions(compiled, members, shape.kind === 'pair' ? (tables[shape.right.reads] ?? []) : []);
}
