// 豁免: the bureau's rows, with validity and reason, and how often each was used; decisions on findings, and how often rules are wrong.
import { dayOf } from '@hengjian/domain';
import {
  bureauParameter,
  bureauRegion,
  decisionBookOf,
  exemptedInCalls,
  exemptionBookOf,
  lastRunOfRules,
  OVERTURNED_A_QUARTER,
} from '@hengjian/store';
import { addExemption, EXEMPTION_PREFIX, endExemption, qualityOf } from '@hengjian/workflows';
import { z } from 'zod';
import type { App } from '../api.ts';
import { operatorOf } from '../operator.ts';
import { languageOf, taken } from '../refusal.ts';
import { rulePortsOf } from '../rule-ports.ts';
import * as shapes from '../schemas/governance.ts';
import type { Services } from '../services.ts';

export function exemptionsRoutes(app: App, services: Services): void {
  const { home, now } = services;
  const exemptions = exemptionBookOf(home.db);
  const { book } = rulePortsOf(home);

  app.get('/api/exemptions', { config: { may: 'exemption.read' }, schema: { response: { 200: z.array(shapes.exemption) } } }, async () => {
    const [runs, calls] = [await lastRunOfRules(home.db), await exemptedInCalls(home.db)];
    const today = dayOf(now());
    return (await exemptions.rows()).map((row) => ({
      ...row,
      ruleIds: row.ruleIds && [...row.ruleIds],
      valid: (row.from ?? today) <= today && today <= (row.to ?? today),
      used: runs.reduce((sum, run) => sum + (run.exempted[`${EXEMPTION_PREFIX}${row.exemptionId}`] ?? 0), 0),
      usedInCalls: calls.get(`${EXEMPTION_PREFIX}${row.exemptionId}`) ?? 0,
    }));
  });
  app.post(
    '/api/exemptions',
    {
      config: { may: 'exemption.change' },
      schema: { body: shapes.newExemption, response: { 200: z.object({ exemptionId: z.string() }) } },
    },
    async (request) => {
      const { by, why, codes, ...given } = request.body;
      const act = { by: operatorOf(request, by), why, at: now() };
      const { exemptionId } = taken(await addExemption({ exemptions, book }, { ...given, ...(codes && { codes }) }, act));
      return { exemptionId };
    },
  );
  app.post(
    '/api/exemptions/:exemption/end',
    {
      config: { may: 'exemption.change' },
      schema: {
        params: z.object({ exemption: z.string() }),
        body: shapes.endBody,
        response: { 200: z.object({ exemptionId: z.string(), to: z.number() }) },
      },
    },
    async (request) => {
      const { by, why, to } = request.body;
      return taken(await endExemption({ exemptions }, request.params.exemption, to, { by: operatorOf(request, by), why, at: now() }));
    },
  );
  qualityRoutes(app, services);
}

function qualityRoutes(app: App, { home, names }: Services): void {
  const decisions = decisionBookOf(home.db);
  app.get('/api/rule-quality', { config: { may: 'rule.read' }, schema: { response: { 200: shapes.quality } } }, async (request) => {
    const limit = await bureauParameter(home.db, OVERTURNED_A_QUARTER, await bureauRegion(home.db));
    const live = await names.liveRules();
    const rows = qualityOf(await decisions.standing(), limit, new Map(live.map(({ rule, edition }) => [rule.id, edition])));
    const language = languageOf(request);
    const titled = rows.map(async (row) => ({
      ...row,
      title: (await names.rule(row.ruleId, row.edition))?.title[language] ?? row.ruleId,
      quarters: [...row.quarters],
    }));
    return Promise.all(titled);
  });
}
