/** Which columns of which table a rule needs: to be decided, and to be shown. */
import type { Derived } from '../derived.ts';
import { type Expression, isCall, nodes } from '../expression.ts';
import type { PeerShape, RuleTree, Stream } from '../rule.ts';
import type { Schema } from '../schema.ts';

export interface PlannedRule {
  /** Number of the rule within the run. */
  readonly index: number;
  readonly rule: RuleTree;
}

/** A column or table of the schema as an SQL identifier (schema names hold no quotation marks). */
export const quoted = (name: string): string => `"${name}"`;
export const keyColumns = (rule: RuleTree): string[] => [
  ...rule.key.map((_, i) => `key${i}`),
  ...(rule.knowledge?.mode === 'each' ? ['k_lineage'] : []),
];
export const streamColumns = (rule: RuleTree): string[] => {
  const stream = streamOf(rule);
  return stream ? [...stream.key.map((_, i) => `stream${i}`), ...(rule.knowledge?.mode === 'each' ? ['k_lineage'] : [])] : [];
};
/** The stream of a sequence, or of a group that lends folds to its key. */
export const streamOf = (rule: RuleTree): Stream | undefined => ('stream' in rule.shape ? rule.shape.stream : undefined);

/**
 * Columns of a table that any of these rules (also by way of records derived from it), or the naming of evidence, looks at; what the
 * closure reader alone looks at as well.
 */
export function usedColumns(
  rules: readonly PlannedRule[],
  table: string,
  schema: Schema,
  derived: { readonly [name: string]: Derived } = {},
): string[] {
  const used = new Set([...identityColumns, ...amounts, ...moments, 'code']);
  const add = (columns: Iterable<string>) => {
    for (const column of columns) used.add(column);
  };
  const isOf = (name: string) => name === table || derived[name]?.from === table;
  const derivedFrom = (name: string) => {
    if (derived[name]?.from === table) add(fieldsOf(derivingExpressions(derived[name]), 'left'));
  };
  for (const { rule } of rules) {
    if (isOf(rule.reads)) {
      add(columnsOf(rule, schema));
      add(evidenceColumns(rule));
      derivedFrom(rule.reads);
    }
    if (rule.shape.kind !== 'pair' || !isOf(rule.shape.right.reads)) continue;
    add(rightColumnsOf(rule, schema));
    add(evidenceColumns(rule, 'right'));
    derivedFrom(rule.shape.right.reads);
  }
  return [...used].filter((column) => column in (schema.tables[table]?.columns ?? {}));
}

/** Columns that a rule asks of records derived from others; those of the records themselves are all at hand. */
export function takenBeside(rule: RuleTree, table: string, derived: Derived, schema: Schema): (column: string) => boolean {
  const used = new Set([
    ...(rule.reads === table ? [...columnsOf(rule, schema), ...evidenceColumns(rule)] : []),
    ...(rule.shape.kind === 'pair' && rule.shape.right.reads === table
      ? [...rightColumnsOf(rule, schema), ...evidenceColumns(rule, 'right')]
      : []),
  ]);
  const beside = new Set(derived.beside.flatMap(({ take }) => Object.keys(take)));
  return (column) => !beside.has(column) || used.has(column);
}

/** What is asked of a record to derive others from it. */
function* derivingExpressions({ where, spread, counted, beside }: Derived): Generator<Expression> {
  yield where;
  if (spread) yield* [spread.first, spread.last];
  if (counted) yield* counted.by;
  for (const { link } of beside) for (const [e] of link) yield e;
}

/** Every expression of a rule that a reader evaluates to decide it (facts and money are the closure reader's alone). */
export function* deciding(rule: RuleTree): Generator<Expression> {
  yield rule.on;
  if (rule.where) yield rule.where;
  yield* rule.key;
  for (const x of rule.exemptions) if (x.acts !== 'finding') yield x.when;
  const stream = streamOf(rule);
  if (stream) {
    yield* stream.key;
    yield stream.order;
    for (const use of Object.values(stream.folds)) yield* use.args;
  }
  if (rule.shape.kind === 'pair') {
    yield rule.shape.on;
    if (rule.shape.right.where) yield rule.shape.right.where;
    for (const [l] of rule.shape.link) yield l;
  } else if (rule.shape.kind === 'peer') {
    yield* peerExpressions(rule.shape);
    // a peer rule's facts are told by SQL: nobody fetches all records of a hospital to add them up once more
    for (const fact of Object.values(rule.facts)) yield fact.value;
  } else yield rule.shape.when;
}

/** What is asked of a subject and its peers, the evidence included. */
export function* peerExpressions(shape: PeerShape): Generator<Expression> {
  const { value, volume, of, minimumPeers, threshold, floor, limit, also, contributes } = shape;
  yield* [value.numerator, volume.of, volume.minimum, ...of, minimumPeers, threshold, contributes];
  for (const e of [value.denominator, floor.absolute, floor.relative, limit?.value, also]) if (e) yield e;
}

/** Everything the closure reader may look at as well. */
export function* looking(rule: RuleTree): Generator<Expression> {
  yield* deciding(rule);
  for (const fact of Object.values(rule.facts)) yield fact.value;
  for (const x of rule.exemptions) yield x.when;
  if (rule.inQuestion.kind === 'allButFirst') {
    yield rule.inQuestion.where;
    yield rule.inQuestion.by;
  }
  for (const value of Object.values(rule.money)) if (typeof value === 'object') yield value as Expression;
}

export function fieldsOf(expressions: Iterable<Expression>, side: 'left' | 'right'): Set<string> {
  const found = new Set<string>();
  for (const expression of expressions)
    for (const node of nodes(expression))
      if (!isCall(node) && node.op === 'field' && ((node as { of?: string }).of === 'right') === (side === 'right'))
        found.add((node as { name: string }).name);
  return found;
}

/** Columns of a pair's other record: its own sides of the links are written without `of`. */
export const rightFields = (rule: RuleTree, which: typeof deciding): Set<string> => {
  const links = rule.shape.kind === 'pair' ? rule.shape.link.map(([, r]) => r) : [];
  return new Set([...fieldsOf(which(rule), 'right'), ...fieldsOf(links, 'left')]);
};

/** Columns by which evidence names a record; taken along where the table has them. */
export const identityColumns = [
  'line',
  'lineNo',
  'encounter',
  'encounterNo',
  'settlement',
  'settlementNo',
  'settlementNos',
  'person',
  'provider',
  'practitioner',
  'item',
  'day',
  'settledDay',
];
export const amounts = ['amountFen', 'totalFen', 'inScopeFen', 'fundFen', 'quantity', 'unitPrice'];
/** By which both readers order the records of a finding, before their keys. */
const moments = ['occurredAt', 'begunAt', 'settledAt'];
/** The day that evidence of a statistic is shown with. */
const evidenceDays = ['day', 'begunDay'];

/**
 * Columns of the judged table that the SQL reader takes. Of lines only what decides (evidence is fetched by line number for the
 * few that are named); of the small tables everything that anybody looks at.
 */
export function columnsOf(rule: RuleTree, schema: Schema): string[] {
  const table = schema.tables[rule.reads];
  if (!table) throw new Error(`${rule.id}: no table ${rule.reads}`);
  const has = (column: string) => column in table.columns;
  const tie = streamOf(rule) || rule.shape.kind === 'peer' ? table.tie : [];
  if (rule.reads === 'line') return [...new Set([...fieldsOf(deciding(rule), 'left'), 'line', 'person', 'settledDay', ...tie])];
  const named = [...identityColumns, ...amounts, ...moments].filter(has);
  const shown = rule.shape.kind === 'peer' ? evidenceDays.filter(has) : [];
  return [...new Set([...fieldsOf(looking(rule), 'left'), ...table.tie.filter(has), ...named, ...shown])];
}

export const rightColumnsOf = (rule: RuleTree, schema: Schema): string[] => {
  const reads = rule.shape.kind === 'pair' ? rule.shape.right.reads : '';
  const has = (column: string) => column in (schema.tables[reads]?.columns ?? {});
  const own = reads === 'line' ? ['line'] : identityColumns.filter(has);
  return [...new Set([...rightFields(rule, reads === 'line' ? deciding : looking), ...own])];
};

/** Columns that the closure reader may look at, besides the names that every record carries. */
export const evidenceColumns = (rule: RuleTree, side: 'left' | 'right' = 'left'): string[] => [
  ...(side === 'right' ? rightFields(rule, looking) : fieldsOf(looking(rule), 'left')),
];

export const paramsOf = (rule: RuleTree): string[] => {
  const found = new Set<string>();
  for (const expression of deciding(rule))
    for (const node of nodes(expression)) if (node.op === 'param') found.add((node as { name: string }).name);
  return [...found];
};
