/** Reads tables of records with one rule, from matching knowledge to answers: the whole of a rule without any database. */
import type { Context, Row } from './compile.ts';
import { type CompiledRule, compareLineage, decidePartitions, type Member, type PartitionAnswer } from './partition.ts';
import { type KnowledgeUse, noPoint, type Point } from './rule.ts';

export interface Tables {
  readonly [table: string]: readonly Row[];
}

/** Knowledge rows of one rule, ready to be looked up by code. */
export interface PointIndex {
  find(code: string | null): readonly Point[];
  /** Rows without codes: the edition's parameters. */
  readonly parameters: readonly Point[];
  /** Rows by code, or by the beginning of a code. */
  readonly byCode: ReadonlyMap<string, readonly Point[]>;
}

/** Knowledge rows of a rule by the code they speak of under the rule's role (by beginning of the code for `prefix`). */
export function indexPoints(compiled: CompiledRule, points: readonly Point[]): PointIndex {
  const use = compiled.rule.knowledge;
  const parameters = points.filter((point) => Object.keys(point.codes).length === 0);
  if (!use) return { find: () => [], parameters, byCode: new Map() };
  const rows = points.filter((point) => (point.codes[use.role] ?? []).length > 0);
  const byCode = new Map<string, Point[]>();
  for (const point of rows)
    for (const code of new Set(point.codes[use.role])) {
      const list = byCode.get(code);
      if (list) list.push(point);
      else byCode.set(code, [point]);
    }
  if (use.by === 'item') return { parameters, byCode, find: (code) => (code === null ? [] : (byCode.get(code) ?? [])) };
  // Every length that a prefix has: beginnings are looked up, not tried one by one. A row counts once however many of them fit.
  const lengths = [...new Set([...byCode.keys()].map((prefix) => prefix.length))];
  const find = (code: string | null) =>
    code === null
      ? []
      : [...new Set(lengths.flatMap((length) => (length <= code.length ? (byCode.get(code.slice(0, length)) ?? []) : [])))];
  return { parameters, byCode, find };
}

/** The members that one record gives: one for each knowledge row that concerns it, as the rule's mode says. */
export function membersOf(compiled: CompiledRule, index: PointIndex, record: Row): Member[] {
  const use = compiled.rule.knowledge;
  return membersAt(compiled, index, record, use ? index.find((record[codeColumn(use)] ?? null) as string | null) : []);
}

/** The column of a record that holds the code by which it finds its knowledge rows. */
export const codeColumn = ({ by, column }: KnowledgeUse): string => (by === 'item' ? 'itemCode' : (column ?? 'code'));

/** The same where the knowledge rows that speak of its code were found before; they are added to `members`. */
export function membersAt(
  compiled: CompiledRule,
  index: PointIndex,
  record: Row,
  found: readonly Point[],
  members: Member[] = [],
): Member[] {
  const mode = compiled.rule.knowledge?.mode;
  const day = compiled.on(about(record, noPoint)) as number | null;
  if (day === null) return members;
  if (mode === 'together') {
    const [first] = found.filter((point) => lives(point, day)).sort(compareLineage);
    if (first) add(members, compiled, record, first);
    return members;
  }
  const listed = mode === 'list' ? found.some((point) => lives(point, day)) : undefined;
  for (const point of mode === 'each' || mode === 'alternatives' ? found : index.parameters)
    if (lives(point, day)) add(members, compiled, record, point, listed);
  return members;
}

const lives = (point: Point, day: number): boolean => point.from <= day && day <= point.to;
/** What is asked before anything is kept: most records are out of most rules' scope. */
const asked: Context = { record: {}, point: noPoint, listed: undefined };
function about(record: Row, point: Point, listed?: boolean): Context {
  asked.record = record;
  asked.point = point;
  asked.listed = listed;
  return asked;
}
function add(members: Member[], compiled: CompiledRule, record: Row, point: Point, listed?: boolean): void {
  const scope = compiled.scope(about(record, point, listed)) as boolean | null;
  if (scope !== false) members.push({ context: listed === undefined ? { record, point } : { record, point, listed }, scope });
}

/** Every partition of these tables, decided. */
export function readWithClosures(compiled: CompiledRule, points: readonly Point[], tables: Tables): PartitionAnswer[] {
  const index = indexPoints(compiled, points);
  const members = (tables[compiled.rule.reads] ?? []).flatMap((record) => membersOf(compiled, index, record));
  const { shape } = compiled.rule;
  return decidePartitions(compiled, members, shape.kind === 'pair' ? (tables[shape.right.reads] ?? []) : []);
}
