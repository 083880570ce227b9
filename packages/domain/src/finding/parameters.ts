// Which of the bureau's parameters belong to the life of findings.
import { type BureauParameterName, bureauParameters } from '../bureau-parameters.ts';
import type { FindingState } from './steps.ts';

export type FindingParameter = Extract<BureauParameterName, `finding.${string}`>;
export const findingParameters = Object.keys(bureauParameters).filter((name): name is FindingParameter => name.startsWith('finding.'));

/** The limit of a state; undefined where the table of steps knows none (money waits for the settlement, closed cases for nothing). */
export const limitOf = (state: FindingState): FindingParameter | undefined =>
  findingParameters.find((name) => name === `finding.${state}Days`);
