/**
 * An alert: a declared question over records that yields signals, never a reason to refuse a payment. Like a rule it is a frozen tree
 * with two readers (`closure.ts` over records, `sql.ts` over the lake). Both make *cells*: one subject in one window with its value.
 * What is strange about a cell is decided once for both, by `@hengjian/domain` (alert/judge.ts).
 */
import type { Expression, LANGUAGE_VERSION } from '../expression.ts';
import type { Basis, Bilingual, FactForm, Parameter } from '../rule.ts';

/** The monitors that a bureau has, one shelf of alerts each. */
export const monitors = ['services', 'pharmacy', 'items', 'persons', 'links'] as const;
export type Monitor = (typeof monitors)[number];

/** Whom a signal is about; the first part of the key names it. */
export const alertSubjects = ['provider', 'person', 'practitioner', 'item'] as const;
export type AlertSubject = (typeof alertSubjects)[number];

/** Consecutive windows, each with a number: the one before has the number before. */
export const windowUnits = ['hour', 'day', 'week', 'month', 'quarter', 'year'] as const;
export type WindowUnit = (typeof windowUnits)[number];

/** What a cell is held against. Numbers are parameters of the alert (or aggregates, for a limit that is on record, e.g. beds). */
export type Against =
  /** A fixed limit, in the value's unit; reached is enough. */
  | { readonly kind: 'limit'; readonly limit: Expression }
  /**
   * The subject's own earlier windows: those `step` windows apart (24: the same hour of the day before), `back` of them. Fewer than
   * `least`, and nothing is usual yet. A window without records counts nothing, and is zero. Never a spread below `floor`.
   */
  | {
      readonly kind: 'own';
      readonly step: number;
      readonly back: Expression;
      readonly least: Expression;
      readonly score: Expression;
      readonly floor: Expression;
    }
  /** The window `step` before, in per cent of it; nothing to compare with where that one has less than `base`. */
  | { readonly kind: 'growth'; readonly step: number; readonly percent: Expression; readonly base: Expression }
  /** Subjects of the same window with equal values of `of`. */
  | {
      readonly kind: 'peers';
      readonly of: readonly Expression[];
      readonly least: Expression;
      readonly score: Expression;
      readonly floor: Expression;
    };

/** Forms of facts, and a mean price: the ratio of fen and ten-thousandths of a unit, in ten-thousandths of a yuan. */
export type ValueForm = FactForm | 'mean';

interface AlertHead {
  readonly language: typeof LANGUAGE_VERSION;
  readonly id: string;
  readonly title: Bilingual;
  readonly monitor: Monitor;
  readonly subject: AlertSubject;
  readonly basis: readonly Basis[];
  /** Dated and regional; thresholds are tried on the past before they change. */
  readonly parameters: { readonly [name: string]: Parameter };
  /** Sentence with {facts} in braces. */
  readonly explain: Bilingual;
  /** What an officer does next, in this order. */
  readonly next: readonly Bilingual[];
}

/** Records cut into cells. */
export interface CellsAlert extends AlertHead {
  readonly kind: 'cells';
  /** Kept current as messages arrive: worth knowing today and not after the next import. */
  readonly live?: true;
  readonly reads: string;
  /** Population: false takes no part, unknown is counted as unknown. */
  readonly where?: Expression;
  /** The subject, and what it is parted by (its department, an item). */
  readonly key: readonly Expression[];
  readonly window: { readonly unit: WindowUnit; readonly at: Expression };
  /** A whole number, or a ratio in millionths of its two parts. Aggregates. */
  readonly value: { readonly numerator: Expression; readonly denominator?: Expression; readonly form: ValueForm };
  /** A cell with less behind it is not asked. */
  readonly volume?: { readonly of: Expression; readonly minimum: Expression };
  readonly against: Against;
  readonly direction: 'above' | 'below';
  /** Aggregates that must hold as well. */
  readonly also?: Expression;
  readonly facts: { readonly [name: string]: { readonly value: Expression; readonly form: FactForm } };
  /** What a record adds to the value: the largest few are shown as evidence. */
  readonly contributes: Expression;
}

/**
 * Members (people, items) that meet too often: pairs with enough occasions in common are tied, and what hangs together is a group.
 */
export interface TogetherAlert extends AlertHead {
  readonly kind: 'together';
  readonly reads: string;
  readonly where?: Expression;
  /** A surrogate of a dimension: person or item. */
  readonly member: { readonly of: 'person' | 'item'; readonly value: Expression };
  /** Where they are counted together; the first names the subject. */
  readonly home: readonly Expression[];
  /** Records with equal values of these meet … */
  readonly meet: readonly Expression[];
  /** … and within so many seconds of each other, where it is said. */
  readonly near?: { readonly at: Expression; readonly seconds: Expression };
  /** What is counted once: a day, a settlement. */
  readonly occasion: Expression;
  /** The day that a record belongs to. */
  readonly day: Expression;
  /** What a record weighs (fen); shown with the records. */
  readonly adds: Expression;
  /** Occasions that a tie takes, and what share (per cent) of the rarer member's own they must be. */
  readonly times: Expression;
  readonly share: Expression;
  /** Where the same pair has this share (per cent) of the rarer one's occasions in the other homes as well, it is how people live. */
  readonly elsewhere?: Expression;
  /** Where more members than this meet at once, it is a crowd (a check-up of a company), and no tie. */
  readonly crowd: Expression;
  /** Members of a group at least. */
  readonly members: Expression;
}

export type AlertTree = CellsAlert | TogetherAlert;

/** Whether all who meet stand in records of one encounter, and no occasion in those of two: then nothing else is reached by an encounter's records. */
export const meetsInEncounter = ({ occasion, meet }: Pick<TogetherAlert, 'occasion' | 'meet'>): boolean =>
  ['settlement', 'encounter'].some((name) => name === (occasion as { name?: string }).name) &&
  occasion.op === 'field' &&
  meet.some((e) => JSON.stringify(e) === JSON.stringify(occasion));

/** The parts of the key (by place) that all who are held against each other have in common: no peer of a cell has another value there. */
export function sharedByPeers({ key, against }: Pick<CellsAlert, 'key' | 'against'>): number[] {
  const of = new Set(against.kind === 'peers' ? against.of.map((e) => JSON.stringify(e)) : []);
  return [...key.keys()].filter((i) => of.has(JSON.stringify(key[i])));
}

/** Values of an alert's parameters in one stretch of days. */
export type AlertParameters = { readonly [name: string]: number | string | readonly string[] };

/** The standard values. */
export const standardParameters = (alert: Pick<AlertTree, 'parameters'>): AlertParameters =>
  Object.fromEntries(Object.entries(alert.parameters).map(([name, { standard }]) => [name, standard]));

/** A cell as either reader makes it: one subject in one window. */
export interface RawCell {
  readonly key: readonly (number | string | null)[];
  readonly window: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly volume: number | null;
  readonly limit: number | null;
  readonly also: boolean | null;
  /** Equal for those that are compared with each other. */
  readonly peers: string;
  readonly facts: { readonly [name: string]: number | string | boolean | null };
}
