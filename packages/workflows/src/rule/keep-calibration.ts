/** A calibration that is kept: what each value would name, who asked and why, with the findings to draw a sample from. */
import { randomUUID } from 'node:crypto';
import type { Outcome } from '@hengjian/domain';
import { compareFindings } from '../review/compare-findings.ts';
import type { MarkedFinding } from '../review/ports.ts';
import { type CalibrationPorts, type CalibrationRequest, calibrate } from './calibrate.ts';
import type { Act } from './ports.ts';
import { actIssues } from './take-step.ts';
import type { Calibration, TrialShelf } from './trial-ports.ts';

type Ports = CalibrationPorts & { readonly trials: TrialShelf };

/** Refuses what `calibrate` refuses, and an act without who and why. Findings of every value are compared with those of the one in force. */
export async function keepCalibration(
  ports: Ports,
  { act, ...request }: CalibrationRequest & { readonly act: Act },
): Promise<Outcome<Calibration>> {
  const wanting = actIssues(act);
  if (wanting.length > 0) return { ok: false, issues: wanting };
  const started = performance.now();
  const outcome = await calibrate(ports, request);
  if (!outcome.ok) return outcome;
  const { findings, candidates, ...calibrated } = outcome.value;
  const of = Map.groupBy(findings, ({ edition }) => edition);
  const standing = of.get(candidates.findIndex(({ inForce }) => inForce)) ?? [];
  // a finding stands once for each value that names it, beside what the value in force says
  const marked = candidates.flatMap(({ value }, i): MarkedFinding[] =>
    compareFindings(standing, of.get(i) ?? []).marked.map((one) => ({ ...one, edition: value })),
  );
  const calibration: Calibration = {
    ...act,
    ...calibrated,
    candidates,
    trialId: `K${randomUUID().replaceAll('-', '').slice(0, 15)}`,
    ruleId: request.ruleId,
    period: request.period,
    region: ports.region,
    seconds: (performance.now() - started) / 1000,
  };
  await ports.trials.keepCalibration(calibration, marked);
  return { ok: true, value: calibration, issues: [] };
}
