// What an adjustment changed: the rows of two plans compared by project, group and name, never by position.
import type { Indicator, Plan, PlanProject } from '../plan.ts';

export interface PlanChange {
  project: string;
  /** null: of the project itself. */
  indicator: string | null;
  field: 'target' | 'operator' | 'unit' | 'weight' | 'budget' | 'row';
  before: string | null;
  after: string | null;
}

const told = (value: number | string | null): string | null => (value === null ? null : String(value));
const keyOf = ({ group, name }: Indicator) => `${group ?? ''}|${name}`;

function rowChanges(project: string, before: Indicator, after: Indicator): PlanChange[] {
  const fields = ['operator', 'target', 'unit', 'weight'] as const;
  return fields.flatMap((field): PlanChange[] =>
    before[field] === after[field]
      ? []
      : [{ project, indicator: after.name, field, before: told(before[field]), after: told(after[field]) }],
  );
}

function projectChanges(before: PlanProject | undefined, after: PlanProject | undefined): PlanChange[] {
  const project = (after ?? before)?.name ?? '';
  const [old, fresh] = [before?.indicators ?? [], after?.indicators ?? []];
  const fen = (one: PlanProject | undefined) =>
    told(one?.budgetFen === null || one === undefined ? null : (one.budgetFen ?? 0) / 1_000_000);
  return [
    ...(fen(before) === fen(after) ? [] : [{ project, indicator: null, field: 'budget' as const, before: fen(before), after: fen(after) }]),
    ...fresh.flatMap((row): PlanChange[] => {
      const match = old.find((one) => keyOf(one) === keyOf(row));
      return match ? rowChanges(project, match, row) : [{ project, indicator: row.name, field: 'row', before: null, after: row.name }];
    }),
    ...old
      .filter((row) => !fresh.some((one) => keyOf(one) === keyOf(row)))
      .map((row): PlanChange => ({ project, indicator: row.name, field: 'row', before: row.name, after: null })),
  ];
}

/** Rows added, dropped or changed from one plan to the next, and budgets in 万元. */
export function planChanges(before: Plan, after: Plan): PlanChange[] {
  const names = [...new Set([...before.projects, ...after.projects].map(({ name }) => name))];
  const find = (plan: Plan, name: string) => plan.projects.find((one) => one.name === name);
  return names.flatMap((name) => projectChanges(find(before, name), find(after, name)));
}
