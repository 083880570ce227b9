// Calibrations: several values of a parameter on a past period beside each other; one of them goes into a draft.
import type { Outcome } from '@hengjian/domain';
import { trialShelfOf } from '@hengjian/store';
import { type Calibration, proposeValue } from '@hengjian/workflows';
import { z } from 'zod';
import type { App } from '../api.ts';
import { ruleCalibration } from '../jobs/rule-calibration.ts';
import { operatorOf } from '../operator.ts';
import { languageOf, said, taken } from '../refusal.ts';
import { rulePortsOf } from '../rule-ports.ts';
import * as shapes from '../schemas/calibration.ts';
import { draftKept } from '../schemas/editions.ts';
import type { Services } from '../services.ts';

const ruleParams = z.object({ rule: z.string() });

export function calibrationsRoutes(app: App, { home, runner, now }: Services): void {
  const trials = trialShelfOf(home);
  const ports = { ...rulePortsOf(home), trials };

  const jsonOf = async ({ period, candidates, distribution, ...one }: Calibration): Promise<shapes.CalibrationJson> => {
    const judged = await trials.judgements(one.trialId);
    const count = (verdict: string) => judged.filter((j) => j.verdict === verdict).length;
    return {
      ...one,
      fromDay: period.from,
      toDay: period.to,
      candidates: candidates.map(({ truth: _, ...candidate }) => candidate),
      distribution: distribution && { ...distribution, bins: [...distribution.bins], places: [...distribution.places] },
      judged: { right: count('right'), wrong: count('wrong'), unsure: count('unsure') },
    };
  };

  // The answer is the finished calibration: the page waits and shows the job's progress (GET /api/jobs) meanwhile.
  app.post(
    '/api/rules/:rule/calibrations',
    { config: { may: 'rule.draft' }, schema: { params: ruleParams, body: shapes.calibrationBody, response: { 200: shapes.calibration } } },
    async (request) => {
      const { from, to, by, why, parameter, values } = request.body;
      const asked = { ruleId: request.params.rule, parameter, values, period: { from, to }, by: operatorOf(request, by), why };
      return jsonOf(taken((await runner.submit(ruleCalibration, asked).outcome) as Outcome<Calibration>));
    },
  );
  app.get(
    '/api/rules/:rule/calibrations',
    { config: { may: 'edition.read' }, schema: { params: ruleParams, response: { 200: z.array(shapes.calibration) } } },
    async ({ params }) => Promise.all((await trials.calibrations(params.rule)).map(jsonOf)),
  );
  app.post(
    '/api/calibrations/:trial/proposal',
    {
      config: { may: 'rule.draft' },
      schema: { params: z.object({ trial: z.string() }), body: shapes.proposalBody, response: { 200: draftKept } },
    },
    async (request) => {
      const { value, by, why } = request.body;
      const act = { by: operatorOf(request, by), why, at: now() };
      const kept = taken(await proposeValue(ports, request.params.trial, value, act));
      return { ...kept, problems: kept.problems.map((one) => said(one, languageOf(request))) };
    },
  );
}
