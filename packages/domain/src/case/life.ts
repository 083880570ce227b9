/**
 * The life of a case is a table: from, action, to, who, and what must hold. States, actions and conditions are inferred from the
 * table; the console draws its buttons from it, and a refusal knows why. The mechanism is this file, the tables stand with their
 * nouns (rule/steps.ts, finding/steps.ts).
 */

/** One row of a life. */
export interface LifeStep<State extends string, Action extends string, Condition extends string> {
  readonly from: State;
  readonly action: Action;
  readonly to: State;
  readonly needs: readonly Condition[];
}

/** The step of an action in a state; undefined where the table has none. */
export const stepOf = <Step extends LifeStep<string, string, string>>(
  table: readonly Step[],
  state: Step['from'],
  action: Step['action'],
): Step | undefined => table.find((step) => step.from === state && step.action === action);

/** What may be done in a state, in the order of the table. */
export const actionsOf = <Step extends LifeStep<string, string, string>>(table: readonly Step[], state: Step['from']): Step['action'][] =>
  table.filter((step) => step.from === state).map((step) => step.action);
