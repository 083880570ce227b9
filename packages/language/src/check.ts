/** Checks a tree before anything runs it: known columns, parameters, operators, argument types. */
import { aggregates } from './aggregates.gen.ts';
import { type Expression, isCall, type ValueType } from './expression.ts';
import type { Fold } from './fold.ts';
import { folds } from './folds.gen.ts';
import type { Aggregate, Operator } from './operator.ts';
import { operators } from './operators.gen.ts';
import { peerFacts } from './peer-facts.ts';
import type { PeerShape, RuleTree } from './rule.ts';
import type { Schema } from './schema.ts';

/** The operator of that name; undefined when there is none. */
export const operatorOf = (name: string): Operator | undefined => (operators as { [name: string]: Operator })[name];
/** The aggregate of that name; undefined when there is none. */
export const aggregateOf = (name: string): Aggregate | undefined => (aggregates as { [name: string]: Aggregate })[name];
/** The fold of that name; undefined when there is none. */
export const foldOf = (name: string): Fold | undefined => (folds as { [name: string]: Fold })[name];

export class TreeError extends Error {}

export interface Scope {
  readonly schema: Schema;
  readonly table: string;
  readonly right?: string;
  readonly rule: Pick<RuleTree, 'parameters' | 'knowledgeParams' | 'knowledge'>;
  readonly folds: { readonly [name: string]: ValueType };
  /** Aggregates may be used (a group's condition, facts). */
  readonly aggregate: boolean;
}

/** The type of an expression; throws TreeError with the place. */
export function typeOf(e: Expression, scope: Scope): ValueType {
  if (!isCall(e)) return typeOfLeaf(e as Exclude<Expression, { args: unknown }>, scope);
  const aggregate = aggregateOf(e.op);
  const operator = operatorOf(e.op);
  const called = aggregate ?? operator;
  if (!called) throw new TreeError(`no operator «${e.op}»`);
  if (aggregate && !scope.aggregate) throw new TreeError(`«${e.op}» asks a whole partition and stands where one record is asked`);
  const inner = aggregate ? { ...scope, aggregate: false } : scope;
  const types = e.args.map((arg) => typeOf(arg, inner));
  const variadic = operator?.variadic === true;
  if (types.length < called.takes.length || (!variadic && types.length > called.takes.length))
    throw new TreeError(`«${e.op}» takes ${called.takes.length} arguments, not ${types.length}`);
  types.forEach((type, i) => {
    const want = called.takes[Math.min(i, called.takes.length - 1)];
    if (want !== 'any' && type !== 'unknown' && type !== want) throw new TreeError(`«${e.op}» argument ${i + 1} is ${type}, not ${want}`);
  });
  const known = types.filter((type) => type !== 'unknown');
  if (/^(eq|ne|lt|le|gt|ge|in|coalesce)$/.test(e.op) && new Set(known).size > 1)
    throw new TreeError(`«${e.op}» mixes ${[...new Set(known)]}`);
  if (called.gives === 'first') return known[0] ?? 'unknown';
  if (called.gives === 'second') return types[1] === 'unknown' ? (types[2] as ValueType) : (types[1] as ValueType);
  return called.gives;
}

function typeOfLeaf(e: Exclude<Expression, { args: unknown }>, scope: Scope): ValueType {
  if (e.op === 'literal')
    return e.value === null ? 'unknown' : typeof e.value === 'number' ? 'int' : typeof e.value === 'boolean' ? 'bool' : 'text';
  if (e.op === 'listed') {
    if (scope.rule.knowledge?.mode !== 'list') throw new TreeError('«listed» needs knowledge read as a list');
    return 'bool';
  }
  const { name } = e as { name: string };
  if (e.op === 'field') {
    const table = (e as { of?: 'right' }).of === 'right' ? scope.right : scope.table;
    const type = table ? scope.schema.tables[table]?.columns[name] : undefined;
    if (!type) throw new TreeError(`no column «${name}» in ${table ?? 'the other record'}`);
    return type;
  }
  if (e.op === 'param') {
    const own = scope.rule.parameters[name];
    if (own) return own.type;
    const type = scope.rule.knowledgeParams.includes(name) ? scope.schema.params[name] : undefined;
    if (!type) throw new TreeError(`no parameter «${name}»`);
    return type;
  }
  if (e.op === 'fold') {
    const type = scope.folds[name];
    if (!type) throw new TreeError(`no fold «${name}»`);
    return type;
  }
  throw new TreeError(`no node «${(e as { op: string }).op}»`);
}

/** Every expression of a rule has the type its place wants; returns what is wrong, in words, with the place. */
export function checkRule(rule: RuleTree, schema: Schema): string[] {
  const problems: string[] = [];
  const table = schema.tables[rule.reads];
  if (!table) return [`reads: no table «${rule.reads}»`];
  const { shape } = rule;
  const foldTypes: { [name: string]: ValueType } = {};
  const base: Scope = { schema, table: rule.reads, rule, folds: foldTypes, aggregate: false };
  const want = (place: string, e: Expression, type: ValueType | 'any', scope: Scope = base) => {
    try {
      const found = typeOf(e, scope);
      if (type !== 'any' && found !== 'unknown' && found !== type) problems.push(`${place}: is ${found}, not ${type}`);
    } catch (error) {
      if (!(error instanceof TreeError)) throw error;
      problems.push(`${place}: ${error.message}`);
    }
  };
  if ('stream' in shape && shape.stream) {
    for (const [i, e] of shape.stream.key.entries()) want(`stream.key[${i}]`, e, 'any');
    want('stream.order', shape.stream.order, 'int');
    for (const [name, use] of Object.entries(shape.stream.folds)) {
      const known = foldOf(use.fold);
      if (!known) problems.push(`folds.${name}: no fold «${use.fold}»`);
      else {
        for (const [i, e] of use.args.entries()) want(`folds.${name}[${i}]`, e, (known.takes[i] ?? 'any') as ValueType | 'any');
        if (use.args.length !== known.takes.length) problems.push(`folds.${name}: takes ${known.takes.length} arguments`);
        try {
          foldTypes[name] = known.gives === 'first' ? typeOf(use.args[0] as Expression, base) : known.gives;
        } catch {
          foldTypes[name] = 'unknown';
        }
      }
    }
  }
  want('on', rule.on, 'int');
  if (rule.where) want('where', rule.where, 'bool');
  for (const [i, e] of rule.key.entries()) want(`key[${i}]`, e, 'any');
  if (shape.kind === 'pair') {
    const pair = { ...base, right: shape.right.reads };
    shape.link.forEach(([l, r], i) => {
      want(`link[${i}].left`, l, 'any');
      // the right value is asked of the other record as if it stood alone
      want(`link[${i}].right`, r, 'any', { ...base, table: shape.right.reads });
    });
    if (shape.right.where) want('right.where', shape.right.where, 'bool', pair);
    want('on', shape.on, 'bool', pair);
  } else if (shape.kind === 'peer') checkPeer(rule, shape, base, want, problems);
  else want('when', shape.when, 'bool', { ...base, aggregate: shape.kind === 'group' });
  for (const x of rule.exemptions)
    want(`exemptions.${x.id}`, x.when, 'bool', x.acts === 'link' && shape.kind === 'pair' ? { ...base, right: shape.right.reads } : base);
  const withAggregates = { ...base, aggregate: true, ...(shape.kind === 'pair' && { right: shape.right.reads }) };
  for (const [name, fact] of Object.entries(rule.facts)) want(`facts.${name}`, fact.value, 'any', withAggregates);
  if (rule.money.kind === 'amount' && rule.money.amount) want('money.amount', rule.money.amount, 'int');
  if (rule.inQuestion.kind === 'allButFirst') {
    want('inQuestion.where', rule.inQuestion.where, 'bool');
    want('inQuestion.by', rule.inQuestion.by, 'any');
  }
  for (const match of rule.explain.zh.matchAll(/\{(\w+)\}/g))
    if (
      !((match[1] as string) in rule.facts) &&
      !['subject', 'constraint', 'item'].includes(match[1] as string) &&
      !(shape.kind === 'peer' && (match[1] as string) in peerFacts(shape))
    )
      problems.push(`explain: no fact «${match[1]}»`);
  return problems;
}

type Want = (place: string, e: Expression, type: ValueType | 'any', scope?: Scope) => void;

/** A column that stands outside every aggregate and is no part of the key: a subject has no single value of it. */
const hasBareField = (e: Expression, parts: ReadonlySet<string>): boolean =>
  !parts.has(JSON.stringify(e)) &&
  (isCall(e) ? !aggregateOf(e.op) && e.args.some((arg) => hasBareField(arg, parts)) : e.op === 'field' || e.op === 'fold');

/** A comparison with peers: aggregates where the subject is asked, parameters alone where it is judged; a statistic worth no money. */
function checkPeer(rule: RuleTree, shape: PeerShape, base: Scope, want: Want, problems: string[]): void {
  const aggregate = { ...base, aggregate: true };
  const parts = new Set([...rule.key, ...shape.of].map((e) => JSON.stringify(e)));
  const asked = (place: string, e: Expression | undefined, type: ValueType | 'any') => {
    if (!e) return;
    want(place, e, type, aggregate);
    if (hasBareField(e, parts)) problems.push(`${place}: a column stands outside an aggregate`);
  };
  asked('value.numerator', shape.value.numerator, 'int');
  asked('value.denominator', shape.value.denominator, 'int');
  asked('volume.of', shape.volume.of, 'int');
  asked('also', shape.also, 'bool');
  for (const [name, fact] of Object.entries(rule.facts)) {
    asked(`facts.${name}`, fact.value, 'any');
    if (name in peerFacts(shape)) problems.push(`facts.${name}: the name of a number that every comparison has`);
  }
  const judged = { minimum: shape.volume.minimum, minimumPeers: shape.minimumPeers, threshold: shape.threshold, limit: shape.limit?.value };
  for (const [place, e] of Object.entries({ ...judged, absolute: shape.floor.absolute, relative: shape.floor.relative }))
    if (e) want(place, e, 'int', { ...base, table: '' });
  for (const [i, e] of shape.of.entries()) want(`of[${i}]`, e, 'any');
  want('contributes', shape.contributes, 'int');
  if (shape.of.length === 0) problems.push('of: no peers are named');
  if (rule.knowledge?.mode === 'each' || rule.knowledge?.mode === 'alternatives')
    problems.push(`knowledge: a comparison with peers takes no knowledge read as «${rule.knowledge.mode}»`);
  if (rule.money.kind !== 'none') problems.push('money: a statistic is worth no money');
  if (rule.certainty !== 'statistic') problems.push('certainty: a comparison with peers is a statistic');
  if (rule.exemptions.some((x) => x.acts !== 'population')) problems.push('exemptions: only of the population');
}
