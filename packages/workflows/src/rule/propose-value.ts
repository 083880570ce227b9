/** A value that was tried becomes the parameter of a draft: it goes to force as any edition does, never directly. */
import type { Outcome } from '@hengjian/domain';
import { changeParameters } from './change-parameters.ts';
import type { DraftKept } from './draft-rule.ts';
import { parametersFor } from './live-rules.ts';
import type { Act, ParameterRow, RulePorts } from './ports.ts';
import { refusal } from './take-step.ts';
import type { TrialShelf } from './trial-ports.ts';

/** Refuses a calibration that is not kept, a value it did not try, and what `changeParameters` refuses. Other rows of the name stay. */
export async function proposeValue(
  ports: RulePorts & { readonly trials: Pick<TrialShelf, 'calibration'> },
  trialId: string,
  value: number,
  act: Act,
): Promise<Outcome<DraftKept>> {
  const calibration = await ports.trials.calibration(trialId);
  if (!calibration) return refusal('trial.unknown', { id: trialId });
  const { ruleId, parameter, region, period, candidates } = calibration;
  if (!candidates.some((one) => one.value === value)) return refusal('trial.notTried', { value });
  const editions = await ports.book.editions(ruleId);
  const base = editions.find((e) => e.state === 'draft') ?? editions.find((e) => e.edition === calibration.edition);
  if (!base) return refusal('rule.unknown', { rule: ruleId });
  return changeParameters(ports, ruleId, withValue(base.parameters, { name: parameter, region, day: period.to, value }), act);
}

/** All rows of the name and region, the one in force on the day with the value; none of the region: one that follows everywhere's. */
export function withValue(
  rows: readonly ParameterRow[],
  { name, region, day, value }: { readonly name: string; readonly region: string; readonly day: number; readonly value: number },
): ParameterRow[] {
  const covers = ({ from, to }: ParameterRow) => (from === null || from <= day) && (to === null || to >= day);
  const inForce = parametersFor(
    rows.filter((row) => row.name === name),
    region,
  ).find(covers);
  if (!inForce) return [{ name, region: '*', from: null, to: null, value }];
  const alike = rows.filter((row) => row.name === name && row.region === inForce.region);
  return alike.map((row) => (row === inForce ? { ...row, value } : row));
}
