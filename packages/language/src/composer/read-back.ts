/**
 * A composed tree read back into its form. What the composer did not make is not guessed at: the form is composed again and must
 * give the very same tree, else there is none and the rule is shown as a sentence only.
 */
import { type Expression, isCall } from '../expression.ts';
import type { RuleTree } from '../rule.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { compose } from './compose.ts';
import {
  type Compare,
  type ComposerTable,
  type ConditionGroup,
  composerTables,
  type ItemList,
  type Measure,
  noCondition,
  noItems,
  type Operand,
  type PairScope,
  type RuleForm,
  type ShapeForm,
  type Window,
} from './form.ts';

type Part = ConditionGroup['parts'][number];

/** The lists of the rule's knowledge row, as far as they are known. */
export interface Lists {
  readonly list: ItemList;
  readonly otherItems: ItemList;
}

const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);
/** jsonb does not keep the order of keys. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/** The form that makes this tree; undefined when the composer could not have made it. */
export function formOf(tree: RuleTree, lists: Lists, words: Vocabulary): RuleForm | undefined {
  if (!composerTables.includes(tree.reads as ComposerTable)) return undefined;
  try {
    const form = readForm(tree, lists);
    // without its list a rule of listed codes cannot be told from one that looks at everything
    if ((tree.knowledge !== undefined) !== form.list.items.length > 0) return undefined;
    return same(compose(form, words), tree) ? form : undefined;
  } catch (error) {
    if (error instanceof NotComposed) return undefined;
    throw error;
  }
}

class NotComposed extends Error {}
const no = (): never => {
  throw new NotComposed();
};

function readForm(tree: RuleTree, lists: Lists): RuleForm {
  const { id, title, category, certainty, basis, explain } = tree;
  const thresholds = Object.entries(tree.parameters).map(([name, { title: own, unit, standard, minimum, maximum }]) => ({
    name,
    title: own,
    unit: unit ?? '',
    standard: typeof standard === 'number' ? standard : no(),
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
  }));
  return {
    id,
    title,
    category,
    certainty,
    basis,
    explain,
    reads: tree.reads as ComposerTable,
    list: tree.knowledge ? lists.list : noItems,
    population: groupOf(tree.where),
    shape: readShape(tree, lists),
    thresholds,
    exemptions: tree.exemptions.map((x) => ({
      id: x.id,
      title: x.title,
      acts: x.acts === 'link' ? no() : x.acts,
      when: groupOf(x.when),
    })),
    money: tree.money.kind === 'amount' ? 'whole' : 'excess',
  };
}

const name = (e: Expression | undefined): string => (e && 'name' in e ? (e as { name: string }).name : no());
const isCallOf = (e: Expression | undefined, op: string): readonly Expression[] | undefined =>
  e && isCall(e) && e.op === op ? e.args : undefined;

/** A condition as a group; one comparison stands in a group of its own. */
export function groupOf(e: Expression | undefined): ConditionGroup {
  if (!e) return noCondition;
  if (e.op === 'literal' && (e as { value: unknown }).value === false) return noCondition;
  const part = partOf(e);
  return part.kind === 'group' ? part : { kind: 'group', join: 'and', parts: [part] };
}

function partOf(e: Expression): Part {
  if (!isCall(e)) return no();
  if (e.op === 'and' || e.op === 'or') return { kind: 'group', join: e.op, parts: e.args.map(partOf) };
  if (e.op === 'not') {
    const inner = e.args[0] as Expression;
    const args = isCallOf(inner, 'in');
    if (args) return compareOf('notIn', args);
    const asked = isCallOf(inner, 'isNull');
    return asked ? compareOf('known', asked) : no();
  }
  if (e.op === 'isNull') return compareOf('unknown', e.args);
  return ['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'in', 'startsWith'].includes(e.op) ? compareOf(e.op as Compare, e.args) : no();
}

function compareOf(compare: Compare, [subject, ...values]: readonly Expression[]): Part {
  const { field, of } = fieldOf(subject as Expression);
  return { kind: 'compare', field, ...(of && { of }), compare, to: operandOf(values) };
}

function fieldOf(e: Expression): { field: string; of?: 'right' | undefined } {
  if (e.op === 'field') return { field: name(e), of: (e as { of?: 'right' }).of };
  const age = isCallOf(e, 'ageYears');
  if (age) return { field: 'age', of: (age[0] as { of?: 'right' }).of };
  const stay = isCallOf(e, 'subtract');
  return stay ? { field: 'stayDays', of: (stay[0] as { of?: 'right' }).of } : no();
}

function operandOf(values: readonly Expression[]): Operand {
  const [first] = values;
  if (values.every((v) => v.op === 'literal'))
    return { kind: 'values', values: values.map((v) => (v as { value: number | string | boolean }).value) };
  const threshold = thresholdName(first as Expression);
  if (threshold) return { kind: 'threshold', name: threshold };
  const { field, of } = fieldOf(first as Expression);
  return { kind: 'field', field, ...(of && { of }) };
}

/** `limit`, or `limit × 100`. */
function thresholdName(e: Expression): string | undefined {
  if (e.op === 'param') return name(e);
  const product = isCallOf(e, 'multiply');
  return product?.[0]?.op === 'param' ? name(product[0]) : undefined;
}

function readShape(tree: RuleTree, lists: Lists): ShapeForm {
  const { shape } = tree;
  if (shape.kind === 'row') return { kind: 'row', when: shape.when.op === 'literal' ? noCondition : groupOf(shape.when) };
  if (shape.kind === 'group') return readTotal(tree, shape.when);
  if (shape.kind === 'pair') return readTogether(tree, lists);
  if (shape.kind !== 'sequence') return no();
  const [, last] = isCallOf(shape.when, 'lt') ?? no();
  const fold = shape.stream.folds.last?.fold;
  return {
    kind: 'gap',
    since: fold === 'lastPaid' || fold === 'previous' ? fold : no(),
    threshold: thresholdName(last as Expression) ?? no(),
    sameProvider: shape.stream.key.length > 1,
  };
}

const measures: { readonly [field: string]: Measure } = {
  quantity: 'quantity',
  amountFen: 'amount',
  totalFen: 'amount',
  item: 'items',
  provider: 'providers',
};

function readTotal(tree: RuleTree, when: Expression): ShapeForm {
  const [known] = isCallOf(when, 'or') ?? no();
  if (!known || !isCall(known) || (known.op !== 'gt' && known.op !== 'ge')) return no();
  const [of, limit] = known.args as [Expression, Expression];
  const inner = isCall(of) ? (of.args[0] as Expression) : no();
  const counted = isCall(of) && of.op === 'countKnown';
  const measure: Measure = counted ? 'records' : inner.op === 'field' ? (measures[name(inner)] ?? 'days') : 'days';
  const [first, second] = tree.key;
  const window: Window =
    name(first) === 'encounter'
      ? 'encounter'
      : isCallOf(second, 'monthStart')
        ? 'month'
        : isCallOf(second, 'yearStart')
          ? 'year'
          : second && !same(second, { op: 'field', name: 'provider' })
            ? 'day'
            : 'ever';
  const sameProvider = tree.key.some((part, i) => i > 0 && same(part, { op: 'field', name: 'provider' }));
  return { kind: 'total', measure, compare: known.op, threshold: thresholdName(limit) ?? no(), window, sameProvider };
}

function readTogether(tree: RuleTree, lists: Lists): ShapeForm {
  if (tree.shape.kind !== 'pair') return no();
  const { right, link, want, on } = tree.shape;
  const other = right.reads as ComposerTable;
  if (!composerTables.includes(other)) return no();
  const scope: PairScope = name(link[0]?.[0]) === 'encounter' ? 'encounter' : link.length > 1 ? 'day' : 'person';
  const parts = on.op === 'literal' ? [] : (isCallOf(on, 'and') ?? [on]);
  const rest = tree.reads === other ? parts.slice(1) : parts;
  // a joined condition of the officer's own stands as one part
  const asked = rest.length === 0 ? noCondition : rest.length === 1 ? groupOf(rest[0]) : no2(rest);
  return { kind: 'together', want, other, otherItems: right.role ? lists.otherItems : noItems, scope, on: asked };
}
const no2 = (parts: readonly Expression[]): ConditionGroup => ({ kind: 'group', join: 'and', parts: parts.map(partOf) });
