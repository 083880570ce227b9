/** A filled form as a rule tree, and its list as a knowledge row. */
import { countDistinct, type Expression, field, fold, LANGUAGE_VERSION, literal, param, right } from '../expression.ts';
import type { FactForm, Grain, InQuestion, MoneyRule, RuleTree, Shape } from '../rule.ts';
import { unitOfColumn } from '../units.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { Comparison, ConditionGroup, Measure, Operand, RuleForm, ShapeForm, Window } from './form.ts';
import { composerFacts, fieldExpression, formOfUnit, workedOutUnit } from './tables.ts';

const call = (op: string, ...args: Expression[]): Expression => ({ op, args });

/** What one unit that people write is in the records. */
const factors: { readonly [unit: string]: { readonly [written: string]: number } } = {
  fen: { 元: 100 },
  price: { 元: 1_000_000 },
  seconds: { 分钟: 60, 小时: 3600, 天: 86_400 },
};
/** How many units of the records one written unit is. */
export const factorOf = (unit: string | undefined, written: string): number =>
  unit === 'quantity' ? 10_000 : (factors[unit ?? '']?.[written] ?? 1);

/** The threshold in the unit of the records it is compared with. */
function thresholdIn(form: Pick<RuleForm, 'thresholds'>, name: string, unit: string | undefined): Expression {
  const written = form.thresholds.find((t) => t.name === name)?.unit ?? '';
  const factor = factorOf(unit, written);
  return factor === 1 ? param(name) : call('multiply', param(name), literal(factor));
}

/** Unit of a field of the form. */
export const unitOfField = (words: Vocabulary, table: string, name: string): string | undefined =>
  workedOutUnit[name] ?? unitOfColumn(words, table, name);

interface Sides {
  readonly form: RuleForm;
  readonly words: Vocabulary;
}
const tableOfSide = ({ form }: Sides, of: 'right' | undefined) =>
  of === 'right' && form.shape.kind === 'together' ? form.shape.other : form.reads;

function operand(to: Operand, unit: string | undefined, sides: Sides): Expression {
  if (to.kind === 'threshold') return thresholdIn(sides.form, to.name, unit);
  if (to.kind === 'field') return fieldExpression(tableOfSide(sides, to.of), to.field, to.of);
  return literal(to.values[0] ?? null);
}

function comparison(c: Comparison, sides: Sides): Expression {
  const table = tableOfSide(sides, c.of);
  const subject = fieldExpression(table, c.field, c.of);
  if (c.compare === 'unknown') return call('isNull', subject);
  if (c.compare === 'known') return call('not', call('isNull', subject));
  const values = c.to.kind === 'values' ? c.to.values : [];
  if (c.compare === 'in') return call('in', subject, ...values.map((v) => literal(v)));
  if (c.compare === 'notIn') return call('not', call('in', subject, ...values.map((v) => literal(v))));
  return call(c.compare, subject, operand(c.to, unitOfField(sides.words, table, c.field), sides));
}

/** undefined: no condition at all. */
export function conditionOf(group: ConditionGroup, sides: Sides): Expression | undefined {
  const parts = group.parts.flatMap((part) => {
    const one = part.kind === 'compare' ? comparison(part, sides) : conditionOf(part, sides);
    return one ? [one] : [];
  });
  return parts.length <= 1 ? parts[0] : call(group.join, ...parts);
}

const windowKey = (window: Window, day: Expression): Expression[] => {
  if (window === 'day') return [day];
  if (window === 'month') return [call('monthStart', day)];
  if (window === 'year') return [call('yearStart', day)];
  return [];
};

interface Measured {
  readonly known: Expression;
  readonly all: Expression;
  readonly unit: string;
  readonly form: FactForm;
}

/** What is added up, in a form that is never unknown and in one that is as soon as an input is. */
export function measured(measure: Measure, reads: RuleForm['reads']): Measured {
  const facts = composerFacts[reads];
  const both = (op: string, arg: Expression, unit: string, form: FactForm): Measured => ({
    known: call(`${op}Known`, arg),
    all: call(op, arg),
    unit,
    form,
  });
  if (measure === 'quantity') return both('sum', field('quantity'), 'quantity', 'quantity');
  if (measure === 'amount') return both('sum', field(facts.amount ?? 'amountFen'), 'fen', 'fen');
  if (measure === 'records') return both('count', literal(true), 'count', 'int');
  const of = measure === 'days' ? facts.day(field) : field(measure === 'items' ? 'item' : 'provider');
  return { known: call('countDistinctKnown', of), all: countDistinct(of), unit: 'count', form: 'int' };
}

type Facts = RuleTree['facts'];

interface ShapeParts {
  readonly shape: Shape;
  readonly key: readonly Expression[];
  readonly grain: Grain;
  readonly money: MoneyRule;
  readonly facts: Facts;
}

function total(form: RuleForm, shape: Extract<ShapeForm, { kind: 'total' }>): ShapeParts {
  const facts = composerFacts[form.reads];
  const of = measured(shape.measure, form.reads);
  const limit = thresholdIn(form, shape.threshold, of.unit);
  const inEncounter = shape.window === 'encounter';
  const day = facts.day(field);
  const [window] = windowKey(shape.window, day);
  const key = [
    inEncounter ? field('encounter') : field('person'),
    ...windowKey(shape.window, day),
    ...(shape.sameProvider ? [field('provider')] : []),
  ];
  const money: MoneyRule =
    form.money !== 'excess'
      ? { kind: 'amount' }
      : shape.measure === 'quantity'
        ? { kind: 'excess', quantity: field('quantity'), limit }
        : { kind: 'sumLess', less: limit };
  const windowForm: FactForm = shape.window === 'month' || shape.window === 'year' ? shape.window : 'day';
  return {
    shape: { kind: 'group', when: call('or', call(shape.compare, of.known, limit), call(shape.compare, of.all, limit)) },
    key,
    grain: inEncounter ? 'encounter' : 'person',
    money,
    facts: {
      total: { value: of.known, form: of.form },
      ...(window && { [windowForm]: { value: window, form: windowForm } }),
    },
  };
}

/** Records of the other side that the list names, else all of its table. */
function together(form: RuleForm, shape: Extract<ShapeForm, { kind: 'together' }>, sides: Sides): ShapeParts {
  const own = composerFacts[form.reads];
  const other = composerFacts[shape.other];
  const pairDay: readonly [Expression, Expression] = [own.day(field), other.day(field)];
  const link: (readonly [Expression, Expression])[] = [
    shape.scope === 'encounter' ? [field('encounter'), field('encounter')] : [field('person'), field('person')],
    ...(shape.scope === 'day' ? [pairDay] : []),
  ];
  // a record is no pair with itself; diagnoses and operations of one encounter are told apart by their codes
  const mark = form.reads === 'diagnosis' || form.reads === 'operation' ? 'code' : own.key;
  const apart = form.reads === shape.other ? [call('ne', field(mark), right(mark))] : [];
  const asked = conditionOf(shape.on, sides);
  const parts = [...apart, ...(asked ? [asked] : [])];
  const on = parts.length === 0 ? literal(true) : parts.length === 1 ? (parts[0] as Expression) : call('and', ...parts);
  return {
    shape: {
      kind: 'pair',
      want: shape.want,
      right: {
        reads: shape.other,
        ...(shape.otherItems.items.length > 0 && { role: 'counter' }),
        ...(shape.other === 'diagnosis' && { none: 'unknown' as const }),
      },
      link,
      on,
    },
    key: [field(own.key)],
    grain: own.grain,
    money: { kind: 'amount' },
    facts: {
      day: { value: own.day(field), form: 'day' },
      ...(shape.want === 'present' && {
        other: { value: right(other.name), form: 'text' },
        otherDay: { value: other.day(right), form: 'day' },
      }),
    },
  };
}

const NEVER = -1_000_000;

function gap(form: RuleForm, shape: Extract<ShapeForm, { kind: 'gap' }>): ShapeParts {
  const facts = composerFacts[form.reads];
  const day = facts.day(field);
  // of a stay the days since discharge count
  const left = form.reads === 'encounter' ? field('endedDay') : day;
  const days = call('subtract', day, fold('last'));
  return {
    shape: {
      kind: 'sequence',
      stream: {
        key: [field('person'), ...(shape.sameProvider ? [field('provider')] : [])],
        order: field(facts.at),
        folds: { last: { fold: shape.since, args: [left, literal(NEVER)] } },
      },
      when: call('lt', days, thresholdIn(form, shape.threshold, 'days')),
    },
    key: [field(facts.key)],
    grain: facts.grain,
    money: { kind: 'amount' },
    facts: { day: { value: day, form: 'day' }, last: { value: fold('last'), form: 'day' }, gap: { value: days, form: 'int' } },
  };
}

/** Fields that a row's condition asks: the explanation shows them. */
function fieldsOf(group: ConditionGroup): Comparison[] {
  return group.parts.flatMap((part) => (part.kind === 'group' ? fieldsOf(part) : [part]));
}

function row(form: RuleForm, shape: Extract<ShapeForm, { kind: 'row' }>, sides: Sides): ShapeParts {
  const own = composerFacts[form.reads];
  const shown = fieldsOf(shape.when).flatMap(({ field: name }): [string, Facts[string]][] => {
    if (sides.words.types[form.reads]?.[name] === 'bool' || sides.words.types[form.reads]?.[name] === 'id') return [];
    return [
      [name, { value: fieldExpression(form.reads, name, undefined), form: formOfUnit(unitOfField(sides.words, form.reads, name), name) }],
    ];
  });
  return {
    shape: { kind: 'row', when: conditionOf(shape.when, sides) ?? literal(true) },
    key: [field(own.key)],
    grain: own.grain,
    money: { kind: 'amount' },
    facts: { day: { value: own.day(field), form: 'day' }, ...Object.fromEntries(shown) },
  };
}

function shapeParts(form: RuleForm, sides: Sides): ShapeParts {
  const { shape } = form;
  if (shape.kind === 'row') return row(form, shape, sides);
  if (shape.kind === 'total') return total(form, shape);
  if (shape.kind === 'together') return together(form, shape, sides);
  return gap(form, shape);
}

const hits: InQuestion = { kind: 'hits' };

/** The rule that the form says. What does not hold yet is found by `checkRule` and `checkRuleDeeply`. */
export function compose(form: RuleForm, words: Vocabulary): RuleTree {
  const sides: Sides = { form, words };
  const parts = shapeParts(form, sides);
  const where = conditionOf(form.population, sides);
  const thresholds = Object.fromEntries(form.thresholds.map((t) => [t.name, { value: param(t.name), form: 'int' as const }]));
  return {
    language: LANGUAGE_VERSION,
    id: form.id,
    code: `NC-${form.title.zh}`,
    title: form.title,
    category: form.category,
    certainty: form.certainty,
    grain: parts.grain,
    basis: form.basis,
    reads: form.reads,
    on: composerFacts[form.reads].on,
    ...(form.list.items.length > 0 && {
      knowledge: { by: form.reads === 'line' ? ('item' as const) : ('prefix' as const), role: 'code', mode: 'each' as const },
    }),
    parameters: Object.fromEntries(
      form.thresholds.map(({ name, title, unit, standard, minimum, maximum }) => [
        name,
        {
          type: 'int' as const,
          title,
          unit,
          standard,
          ...(minimum !== undefined && { minimum }),
          ...(maximum !== undefined && { maximum }),
        },
      ]),
    ),
    knowledgeParams: [],
    ...(where && { where }),
    exemptions: form.exemptions.map(({ id, title, acts, when }) => ({ id, title, acts, when: conditionOf(when, sides) ?? literal(false) })),
    key: parts.key,
    shape: parts.shape,
    inQuestion: hits,
    money: parts.money,
    facts: { ...parts.facts, ...thresholds },
    explain: form.explain,
  };
}

/** A knowledge row as it is imported (contracts §4): the rule's own list of codes. */
export interface ListRow {
  readonly id: string;
  readonly ruleName: string;
  readonly codes: readonly string[];
  readonly counterCodes: readonly string[];
  readonly subject: string;
  readonly constraint: string;
  readonly basis: string;
  /** A row with given parameters needs no text to be read. */
  readonly params: { readonly group: string };
}

/** The officer's list as a knowledge row; undefined where the rule looks at every record. */
export function listRow(form: RuleForm): ListRow | undefined {
  if (form.list.items.length === 0) return undefined;
  const subject = form.list.name || (form.list.items[0] as { name: string }).name;
  return {
    id: `${form.id}-list`,
    ruleName: form.title.zh,
    codes: form.list.items.map(({ code }) => code),
    counterCodes: form.shape.kind === 'together' ? form.shape.otherItems.items.map(({ code }) => code) : [],
    subject,
    params: { group: subject },
    constraint: form.title.zh,
    basis: form.basis.map(({ document, article }) => `${document}${article ?? ''}`).join(';'),
  };
}
