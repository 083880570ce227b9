/**
 * The closure reader: cuts records into partitions, decides each, and says which records are in question. It sees whole
 * partitions (and, for sequences, whole streams); who reads the lake must hand over nothing less.
 */
import type { CompiledRule, Member, PartitionAnswer } from './answer.ts';
import { foldOf } from './check.ts';
import { compareKeys, compareText, compareValues } from './compare.ts';
import { type Compiled, type Context, compile, type Row } from './compile.ts';
import type { Expression, Value } from './expression.ts';
import type { FoldRow } from './fold.ts';
import { decidePeers } from './peer.ts';
import { noPoint, type Point, type RuleTree, type Stream } from './rule.ts';
import type { Schema } from './schema.ts';

export type { Answer, CompiledRule, Member, PartitionAnswer } from './answer.ts';

const truth: Expression = { op: 'literal', value: true };

/** `where`, less what is exempt from the population; unknown when either is. */
export function scopeOf(rule: RuleTree): Expression {
  const exempt = rule.exemptions.filter((x) => x.acts === 'population').map((x): Expression => ({ op: 'not', args: [x.when] }));
  const parts = [...(rule.where ? [rule.where] : []), ...exempt];
  return parts.length === 0 ? truth : parts.length === 1 ? (parts[0] as Expression) : { op: 'and', args: parts };
}

/** The condition of a pair on the other record: its own population, the condition, less exempt links. */
export function pairCondition(rule: RuleTree): Expression {
  if (rule.shape.kind !== 'pair') throw new Error(`${rule.id}: not a pair`);
  const exempt = rule.exemptions.filter((x) => x.acts === 'link').map((x): Expression => ({ op: 'not', args: [x.when] }));
  return { op: 'and', args: [...(rule.shape.right.where ? [rule.shape.right.where] : []), rule.shape.on, ...exempt] };
}

/** A rule with its closures. The tree must have passed `checkRule` for this schema; throws on an unknown fold or operator. */
export function compileRule(rule: RuleTree, schema: Schema): CompiledRule {
  const { shape } = rule;
  const stream: Stream | undefined = 'stream' in shape ? shape.stream : undefined;
  return {
    rule,
    schema,
    scope: compile(scopeOf(rule)),
    key: rule.key.map(compile),
    when: compile(shape.kind === 'pair' || shape.kind === 'peer' ? truth : shape.when),
    on: compile(rule.on),
    ...(stream && {
      stream: {
        key: stream.key.map(compile),
        order: compile(stream.order),
        folds: Object.entries(stream.folds).map(([name, use]) => ({
          name,
          start: (foldOf(use.fold) as NonNullable<ReturnType<typeof foldOf>>).walk,
          args: use.args.map(compile),
        })),
      },
    }),
    ...(shape.kind === 'pair' && {
      pair: {
        link: shape.link.map(([l, r]) => ({ left: compile(l), right: compile(r) })),
        signature: JSON.stringify(shape.link.map(([, r]) => r)),
        where: compile(truth),
        on: compile(pairCondition(rule)),
      },
    }),
    tie: schema.tables[rule.reads]?.tie ?? [],
  };
}

/** One text for equal values and for no others: lengths stand before texts, so that none can be taken for two. */
function keyText(values: readonly Value[]): string {
  let text = '';
  for (const value of values)
    if (typeof value === 'string') text += `${value.length}"${value}`;
    else if (typeof value === 'number' || typeof value === 'boolean' || value === null) text += `${value},`;
    else text += JSON.stringify(value);
  return text;
}
/** Values and, where each knowledge row is a requirement of its own, its lineage. */
function keyOf(compiled: CompiledRule, parts: readonly Compiled[], context: Context): Value[] {
  const key = parts.map((part) => part(context));
  if (compiled.rule.knowledge?.mode === 'each') key.push(context.point.lineage);
  return key;
}

/** Makes the member of a record and one knowledge row; undefined when it is out of scope. */
export function asMember(compiled: CompiledRule, context: Context): Member | undefined {
  const scope = compiled.scope(context) as boolean | null;
  return scope === false ? undefined : { context, scope };
}

/** Records of a pair's other side. Several rules may ask the same ones: those that link alike share one index. */
export class Rights {
  readonly #rows: readonly Row[];
  readonly #byLink = new Map<string, ReadonlyMap<string, readonly Row[]>>();

  constructor(rows: readonly Row[]) {
    this.#rows = rows;
  }

  get size(): number {
    return this.#rows.length;
  }

  /** By the values of a rule's links. */
  by({ link, signature }: NonNullable<CompiledRule['pair']>): ReadonlyMap<string, readonly Row[]> {
    const known = this.#byLink.get(signature);
    if (known) return known;
    const made = new Map<string, Row[]>();
    for (const record of this.#rows) {
      const context = { record, right: record, point: noPoint };
      const values = link.map(({ right }) => right(context));
      if (values.includes(null)) continue;
      const text = keyText(values);
      const list = made.get(text);
      if (list) list.push(record);
      else made.set(text, [record]);
    }
    this.#byLink.set(signature, made);
    return made;
  }
}

/** Decides every partition of these members. `rights` are the records of a pair's other side. */
export function decidePartitions(
  compiled: CompiledRule,
  members: readonly Member[],
  rights: Rights | readonly Row[] = [],
): PartitionAnswer[] {
  const judged = compiled.stream ? walkStreams(compiled, members) : members;
  if (compiled.rule.shape.kind === 'peer') return decidePeers(compiled, judged);
  const linked = compiled.pair && linkRights(compiled, rights);
  return [...partitionsOf(compiled, judged).values()].map(({ key, rows }) => decide(compiled, key, rows, linked));
}

/**
 * Of what `decidePartitions` answers the hits, of partitions with a record for which `concerns` holds (streams are walked whole all the
 * same). A record in whose favour nothing speaks costs no partition: most orders hit nothing.
 */
export function hitPartitions(
  compiled: CompiledRule,
  members: readonly Member[],
  rights: Rights | readonly Row[],
  concerns: (record: Row) => boolean,
): PartitionAnswer[] {
  const { shape } = compiled.rule;
  if (shape.kind === 'pair' && shape.want === 'present' && (rights instanceof Rights ? rights.size : rights.length) === 0) return [];
  const judged: readonly Judged[] = compiled.stream ? walkStreams(compiled, members) : members;
  const linked = compiled.pair && linkRights(compiled, rights);
  let able = judged;
  if (shape.kind !== 'group') {
    const hits = judged.filter((row) => answerOf(compiled, row, linked) === true);
    if (hits.length === 0) return [];
    const textOf = ({ context }: Judged) => keyText(keyOf(compiled, compiled.key, context));
    const keys = new Set(hits.map(textOf));
    able = judged.filter((row) => keys.has(textOf(row)));
  }
  const answers: PartitionAnswer[] = [];
  for (const { key, rows } of partitionsOf(compiled, able).values()) {
    if (!rows.some(({ context }) => concerns(context.record))) continue;
    const answer = decide(compiled, key, rows, linked);
    if (answer.answer === 'hit') answers.push(answer);
  }
  return answers;
}

/** A member, with the answer of the record itself where a stream gave it. */
interface Judged extends Member {
  readonly answer?: boolean | null;
}

interface Partition {
  readonly key: readonly Value[];
  readonly rows: Judged[];
}

function partitionsOf(compiled: CompiledRule, judged: readonly Judged[]): ReadonlyMap<string, Partition> {
  const partitions = new Map<string, Partition>();
  for (const row of judged) {
    const key = keyOf(compiled, compiled.key, row.context);
    const text = keyText(key);
    const partition = partitions.get(text);
    if (partition) partition.rows.push(row);
    else partitions.set(text, { key, rows: [row] });
  }
  return partitions;
}

/** Walks every stream in order, giving each record its folds (and a sequence its answer). */
function walkStreams(compiled: CompiledRule, members: readonly Member[]): Judged[] {
  const stream = compiled.stream as NonNullable<CompiledRule['stream']>;
  const streams = new Map<string, { member: Member; at: number }[]>();
  for (const member of members) {
    const order = stream.order(member.context) as number | null;
    const placed = order === null ? { context: member.context, scope: null } : member;
    const key = keyText(keyOf(compiled, stream.key, member.context));
    const list = streams.get(key);
    if (list) list.push({ member: placed, at: order ?? 0 });
    else streams.set(key, [{ member: placed, at: order ?? 0 }]);
  }
  const sequence = compiled.rule.shape.kind === 'sequence';
  const result: Judged[] = [];
  for (const rows of streams.values()) {
    rows.sort((a, b) => a.at - b.at || compareTie(compiled, a.member.context.record, b.member.context.record));
    const walks = stream.folds.map((f) => ({ ...f, walk: f.start() }));
    for (const { member, at } of rows) {
      const steps = walks.map((w) => ({ w, row: { at, scope: member.scope, args: w.args.map((arg) => arg(member.context)) } as FoldRow }));
      const folds: { [name: string]: Value } = {};
      for (const { w, row } of steps) folds[w.name] = w.walk.value(row);
      const context = { ...member.context, folds };
      const answer = sequence ? and3(member.scope, compiled.when(context) as boolean | null) : false;
      for (const { w, row } of steps) w.walk.accept(row, answer);
      result.push({ context, scope: member.scope, ...(sequence && { answer }) });
    }
  }
  return result;
}

const compareTie = (compiled: Pick<CompiledRule, 'tie'>, a: Row, b: Row): number => compareKeys(compiled.tie, a, b);

const and3 = (a: boolean | null, b: boolean | null): boolean | null =>
  a === false || b === false ? false : a === null || b === null ? null : true;

type Linked = (context: Context) => readonly Row[];

const codeSets = new WeakMap<readonly string[], ReadonlySet<Value>>();
/** A list of codes to be asked often. */
function setOf(codes: readonly string[]): ReadonlySet<Value> {
  const known = codeSets.get(codes);
  if (known) return known;
  const made = new Set<Value>(codes);
  codeSets.set(codes, made);
  return made;
}

function linkRights(compiled: CompiledRule, given: Rights | readonly Row[]): Linked {
  const rights = given instanceof Rights ? given : new Rights(given);
  const pair = compiled.pair as NonNullable<CompiledRule['pair']>;
  const { role } = (compiled.rule.shape as Extract<RuleTree['shape'], { kind: 'pair' }>).right;
  return (context) => {
    const found = rights.by(pair).get(keyText(pair.link.map(({ left }) => left(context)))) ?? [];
    if (role === undefined || found.length === 0) return found;
    const codes = setOf(context.point.codes[role] ?? []);
    return found.filter((record) => codes.has(record.itemCode ?? null));
  };
}

function decide(compiled: CompiledRule, key: readonly Value[], members: readonly Judged[], linked: Linked | undefined): PartitionAnswer {
  const { shape, knowledge } = compiled.rule;
  const lead = members.reduce((a, b) => (b.context.point.index > a.context.point.index ? b : a));
  const nothing = { key, members, lead, inQuestion: [], matched: [] };
  if (key.includes(null)) return { ...nothing, answer: 'notEvaluated' };
  if (shape.kind === 'group') {
    const answer = compiled.when({ ...lead.context, members }) as boolean | null;
    if (answer !== true) return { ...nothing, answer: answer === null ? 'notEvaluated' : 'clear' };
    return { ...nothing, answer: 'hit', inQuestion: groupInQuestion(compiled, members) };
  }
  const matched = new Set<Row>();
  const answers = members.map((row) => answerOf(compiled, row, linked, matched));
  const hits = knowledge?.mode === 'alternatives' ? alternativeHits(members, answers) : members.filter((_, i) => answers[i] === true);
  if (hits.length > 0) return { ...nothing, answer: 'hit', inQuestion: inOrder(compiled, hits), matched: byKey(compiled, matched) };
  const unknown = knowledge?.mode === 'alternatives' ? !answers.includes(false) : answers.includes(null);
  return { ...nothing, answer: unknown ? 'notEvaluated' : 'clear' };
}

/** What is said of a record by itself (of a pair: beside the other side's, which are added to `matched`). */
function answerOf(compiled: CompiledRule, row: Judged, linked: Linked | undefined, matched?: Set<Row>): boolean | null {
  if (row.answer !== undefined) return row.answer;
  if (!linked) return and3(row.scope, compiled.when(row.context) as boolean | null);
  const found = pairAnswer(compiled, row, linked);
  for (const right of found.matched) matched?.add(right);
  return and3(row.scope, found.answer);
}

function pairAnswer(compiled: CompiledRule, member: Member, linked: Linked): { answer: boolean | null; matched: Row[] } {
  const { pair } = compiled;
  const shape = compiled.rule.shape as Extract<RuleTree['shape'], { kind: 'pair' }>;
  const matched: Row[] = [];
  let there: boolean | null = false;
  if (pair?.link.some(({ left }) => left(member.context) === null)) there = null;
  const found = linked(member.context);
  // a link that is unknown stays unknown, whatever the absence of records means
  if (found.length === 0 && there === false && shape.right.none) there = shape.right.none === 'unknown' ? null : shape.want === 'absent';
  for (const right of found) {
    const one = pair?.on({ ...member.context, right }) as boolean | null;
    if (one === true) matched.push(right);
    else if (one === null && there === false) there = null;
  }
  if (matched.length > 0) there = true;
  return { answer: shape.want === 'present' ? there : there === null ? null : !there, matched: shape.want === 'present' ? matched : [] };
}

/** Matched records in the order of their keys, so that both readers name the same one first. */
function byKey(compiled: CompiledRule, matched: Iterable<Row>): Row[] {
  const { shape } = compiled.rule;
  const tie = shape.kind === 'pair' ? (compiled.schema.tables[shape.right.reads]?.tie ?? []) : [];
  return [...matched].sort((a, b) => compareTie({ tie }, a, b));
}

/** One record, several alternative knowledge rows: only what violates every one of them is a hit. */
const alternativeHits = (members: readonly Member[], answers: readonly (boolean | null)[]): Member[] =>
  answers.every((answer) => answer === true) ? [...members].sort((a, b) => a.context.point.index - b.context.point.index).slice(0, 1) : [];

function groupInQuestion(compiled: CompiledRule, members: readonly Member[]): Member[] {
  const { inQuestion } = compiled.rule;
  const certain = inOrder(
    compiled,
    members.filter((m) => m.scope === true),
  );
  if (inQuestion.kind === 'hits') return certain;
  const [where, by] = [compile(inQuestion.where), compile(inQuestion.by)];
  const able = certain.filter((m) => where(m.context) === true);
  const sign = inQuestion.order === 'largest' ? -1 : 1;
  const first = [...able].sort(
    (a, b) =>
      sign * compareValues((by(a.context) ?? 0) as number, (by(b.context) ?? 0) as number) ||
      compareTie(compiled, a.context.record, b.context.record),
  )[0];
  return able.filter((m) => m !== first);
}

/** By instant (the stream's order, else `occurredAt`), then by the record's key. */
export function inOrder(compiled: CompiledRule, members: readonly Member[]): Member[] {
  const at = (m: Member) =>
    (compiled.stream?.order(m.context) ??
      m.context.record.occurredAt ??
      m.context.record.begunAt ??
      m.context.record.settledAt ??
      0) as number;
  return [...members].sort((a, b) => at(a) - at(b) || compareTie(compiled, a.context.record, b.context.record));
}

/**
 * Knowledge rows numbered so that a later one has the larger number: by the day they come into force, then by lineage. Both
 * readers take the row with the largest number where a partition's records stand under several (a limit that changed in it).
 */
export function orderPoints(points: readonly Point[], first = 0): Point[] {
  return [...points]
    .sort((a, b) => a.from - b.from || compareLineage(a, b) || compareText(a.pointId, b.pointId))
    .map((point, i) => ({ ...point, index: first + i }));
}

/** Smallest lineage first, by bytes: which of several rows lends its parameters in `together`. */
export const compareLineage = (a: Point, b: Point): number => compareText(a.lineage, b.lineage);
