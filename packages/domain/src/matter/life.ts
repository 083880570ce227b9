/**
 * What clues, inspection plans, inspections and enforcement cases have in common: a table of steps, a form for each step, conditions
 * and changes. Everything here is pure; the nouns declare, `nextOf` decides.
 */
import { type LifeStep, stepOf } from '../case/life.ts';
import type { Issue, Outcome } from '../issue.ts';
import type { RegisterField } from '../register/register.ts';
import { readCell } from '../register/values.ts';
import type { Day, Instant } from '../time.ts';

/** What every matter shows in a list. */
export interface Matter {
  readonly matterId: string;
  readonly state: string;
  /** What a list and a search show of it. */
  readonly title: string;
  readonly providerNo: string | null;
  readonly openedOn: Day;
  /** Last day of the step that is next; null: none, or the calendar does not reach so far. */
  readonly dueDay: Day | null;
  /** Nothing is left to do. */
  readonly closedOn: Day | null;
}

/** One field of a step's form: a cell as in a register, perhaps a long text, or several values. */
export interface StepField extends RegisterField {
  readonly en: string;
  readonly long?: boolean;
  /** Values parted by 、 , ; or lines. */
  readonly many?: boolean;
}
export type StepValue = string | number | boolean | null | readonly string[];
export type StepValues = Readonly<Record<string, StepValue>>;

export interface MatterStep<State extends string, Action extends string, Condition extends string, Who extends string>
  extends LifeStep<State, Action, Condition> {
  readonly who: Who;
}

/** What a step is judged by. */
export interface Scene<One, World> {
  readonly one: One;
  readonly by: string;
  readonly at: Instant;
  readonly why: string;
  readonly values: StepValues;
  readonly world: World;
}

export interface MatterLife<One extends Matter, Action extends string, Condition extends string, Who extends string, World> {
  readonly noun: string;
  readonly steps: readonly MatterStep<One['state'], Action, Condition, Who>[];
  readonly fields: { readonly [action in Action]?: readonly StepField[] };
  readonly guards: { readonly [condition in Condition]: (scene: Scene<One, World>) => Issue[] };
  /** What a step writes beside the state it goes to; it may still refuse. */
  readonly changes: { readonly [action in Action]?: (scene: Scene<One, World>) => Partial<One> | readonly Issue[] };
}

export interface StepAsked<World> {
  readonly by: string;
  readonly at: Instant;
  readonly why: string;
  /** Texts by the name of the field. */
  readonly given: Readonly<Record<string, string>>;
  readonly world: World;
}

export const issueOf = (code: string, facts: Record<string, unknown> = {}): Issue[] => [{ code, severity: 'error', facts }];
const LISTED = /[、,，;；\n]+/;

/** The fields of a form as values; every cell that cannot be read is an issue with its column. */
export function readStepValues(fields: readonly StepField[], given: Readonly<Record<string, string>>): Outcome<StepValues> {
  const values: Record<string, StepValue> = {};
  const issues: Issue[] = [];
  for (const field of fields) {
    const read = readCell(field, given[field.name] ?? '');
    if (!read.ok) issues.push({ code: `register.${read.issue.code}`, severity: 'error', column: field.title, facts: read.issue.facts });
    else if (field.many)
      values[field.name] =
        typeof read.value === 'string'
          ? read.value
              .split(LISTED)
              .map((one) => one.trim())
              .filter(Boolean)
          : [];
    else values[field.name] = read.value;
  }
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: values, issues: [] };
}

/** The matter after the step, or why it may not be taken: the table first, then the form, the conditions, and what the step itself finds. */
export function nextOf<One extends Matter, Action extends string, Condition extends string, Who extends string, World>(
  life: MatterLife<One, Action, Condition, Who, World>,
  one: One,
  action: Action,
  { by, at, why, given, world }: StepAsked<World>,
): Outcome<One> {
  const refused = (issues: readonly Issue[]): Outcome<One> => ({ ok: false, issues: [...issues] });
  const step = stepOf(life.steps, one.state, action);
  if (!step) return refused(issueOf('matter.noStep', { noun: life.noun, state: one.state, action }));
  if (why.trim() === '') return refused(issueOf('matter.why'));
  const values = readStepValues(life.fields[action] ?? [], given);
  if (!values.ok) return refused(values.issues);
  const scene: Scene<One, World> = { one, by, at, why: why.trim(), values: values.value, world };
  for (const condition of step.needs) {
    const issues = life.guards[condition](scene);
    if (issues.length > 0) return refused(issues);
  }
  const change = life.changes[action]?.(scene) ?? {};
  if (Array.isArray(change)) return refused(change as readonly Issue[]);
  return { ok: true, value: { ...one, state: step.to, ...(change as Partial<One>) }, issues: [] };
}

/** Values of a form, read by their type. */
export const textOf = (values: StepValues, name: string): string => String(values[name] ?? '');
export const textOrNull = (values: StepValues, name: string): string | null => (values[name] as string | null | undefined) || null;
export const numberOf = (values: StepValues, name: string): number => (values[name] as number | null | undefined) ?? 0;
export const numberOrNull = (values: StepValues, name: string): number | null => (values[name] as number | null | undefined) ?? null;
export const listOf = (values: StepValues, name: string): readonly string[] => (values[name] as readonly string[] | undefined) ?? [];
export const flagOf = (values: StepValues, name: string): boolean => values[name] === true;

/** Short ways to write fields. */
export const field = (
  name: string,
  type: RegisterField['type'],
  title: string,
  en: string,
  more: Partial<Omit<StepField, 'name' | 'type' | 'title' | 'en'>> = {},
): StepField => ({ name, type, title, en, ...more });
/** Codes of a `code` field from words. */
export const codesOf = (words: Readonly<Record<string, { zh: string; en: string }>>): Record<string, string> =>
  Object.fromEntries(Object.entries(words).map(([code, { zh }]) => [code, zh]));
