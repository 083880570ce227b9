/**
 * What the encounters of an exemption have in common, as an officer gives it: everything that is said must hold, each of its lists by
 * one entry at least. It is asked of the whole encounter, whatever record a rule judges.
 */
import {
  coalesce,
  type EncounterCondition,
  type EncounterConditions,
  type Expression,
  field,
  inList,
  or,
  startsWith,
} from '@hengjian/language';

const lists = ['diagnoses', 'operations', 'settings', 'medicalKinds', 'dischargeWays', 'departments', 'encounterNos'] as const;
type List = (typeof lists)[number];

export type EncounterForm = {
  /**
   * Beginnings of diagnoses (ICD-10) and of operations (ICD-9-CM-3); scenes of care; `med_type`, ways of discharge, departments and
   * encounters by their codes.
   */
  readonly [list in List]?: readonly string[];
} & {
  /** Only the main diagnosis counts. */
  readonly mainOnly?: boolean;
};

const anyOf = (parts: Expression[]): Expression => (parts.length === 1 ? (parts[0] as Expression) : or(...parts));
const begins = (column: string, prefixes: readonly string[]) =>
  anyOf(prefixes.map((prefix) => startsWith(coalesce(field(column), ''), prefix)));
const is =
  (column: string) =>
  (codes: readonly string[]): EncounterCondition[] => [{ of: 'encounter', when: inList(coalesce(field(column), ''), ...codes) }];

/** An encounter of which it is not known is not exempt: its records are judged like any others. */
const asked: { readonly [list in List]: (codes: readonly string[], form: EncounterForm) => EncounterCondition[] } = {
  diagnoses: (codes, { mainOnly }) => [
    { of: 'encounter', when: begins('mainDiagnosis', codes) },
    ...(mainOnly ? [] : [{ of: 'diagnosis', when: begins('code', codes) }]),
  ],
  operations: (codes) => [{ of: 'operation', when: begins('code', codes) }],
  settings: is('setting'),
  medicalKinds: is('medicalKind'),
  dischargeWays: is('dischargeWay'),
  departments: is('department'),
  encounterNos: is('encounterNo'),
};

export const encounterConditions = (form: EncounterForm): EncounterConditions =>
  lists.flatMap((list) => (form[list]?.length ? [asked[list](form[list], form)] : []));

/** The form in a JSON value; undefined where it is none, or says nothing. */
export function encounterFormIn(value: unknown): EncounterForm | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const fits = Object.entries(value).every(([name, part]) =>
    name === 'mainOnly'
      ? typeof part === 'boolean'
      : lists.some((list) => list === name) && Array.isArray(part) && part.every((code) => typeof code === 'string' && code !== ''),
  );
  return fits && encounterConditions(value).length > 0 ? value : undefined;
}
