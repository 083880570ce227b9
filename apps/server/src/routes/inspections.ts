// 检查计划 and 检查: drafted, drawn, carried out; claims drawn to take along, as a workbook.

import { writeWorkbook } from '@hengjian/documents';
import { inspectionPlanSteps, inspectionSteps, type RecheckUnit } from '@hengjian/domain';
import { encountersToSample, matterBookOf } from '@hengjian/store';
import { draftInspectionPlan, sampleClaims, takeInspectionStep, takePlanOfInspectionsStep } from '@hengjian/workflows';
import { z } from 'zod';
import type { App } from '../api.ts';
import { sendFile, XLSX } from '../download.ts';
import { drawPortsOf } from '../matter/matter-ports.ts';
import { matterDesk } from '../matter/matter-routes.ts';
import { sampleSheet } from '../matter/sample-sheet.ts';
import { operatorOf } from '../operator.ts';
import { recordAccess } from '../personal-data.ts';
import { refuse, taken } from '../refusal.ts';
import * as shapes from '../schemas/enforcement.ts';
import { matterStep } from '../schemas/matters.ts';
import type { Services } from '../services.ts';

const plan = z.object({ plan: z.string() });
const inspection = z.object({ inspection: z.string() });
const action = { action: z.string() };

export function inspectionsRoutes(app: App, services: Services): void {
  const { home, names, now, lake } = services;
  const ports = drawPortsOf(home, names);
  const plans = matterDesk('inspectionPlan', inspectionPlanSteps, services);
  const visits = matterDesk('inspection', inspectionSteps, services);

  app.get(
    '/api/inspection-plans',
    { config: { may: 'inspectionPlan.read' }, schema: { querystring: shapes.planQuery, response: { 200: shapes.planPage } } },
    async ({ query: { kind, ...wish } }) => plans.page(wish, { kind }),
  );
  app.post(
    '/api/inspection-plans',
    { config: { may: 'inspectionPlan.enter' }, schema: { body: shapes.planDraft, response: { 200: shapes.inspectionPlan } } },
    async (request) => ({
      ...taken(await draftInspectionPlan(ports, { given: request.body.given, by: operatorOf(request), at: now() })),
      overdue: false,
    }),
  );
  app.get(
    '/api/inspection-plans/:plan',
    { config: { may: 'inspectionPlan.read' }, schema: { params: plan, response: { 200: shapes.planFile } } },
    async (request) => {
      const file = await plans.file(request, request.params.plan);
      const own = await matterBookOf(home.db).inspectionsOf(request.params.plan);
      return { ...file, inspections: own.map((one) => visits.shown(one)) };
    },
  );
  app.post(
    '/api/inspection-plans/:plan/steps/:action',
    {
      config: { may: 'inspectionPlan.read' },
      schema: { params: plan.extend(action), body: matterStep, response: { 200: shapes.inspectionPlan } },
    },
    async (request) =>
      plans.step(request, request.params.plan, request.params.action, request.body, (wish) => takePlanOfInspectionsStep(ports, wish)),
  );

  app.get(
    '/api/inspections',
    { config: { may: 'inspection.read' }, schema: { querystring: shapes.inspectionQuery, response: { 200: shapes.inspectionPage } } },
    async ({ query: { kind, planId, ...wish } }) => visits.page(wish, { kind, planId }),
  );
  app.get(
    '/api/inspections/:inspection',
    { config: { may: 'inspection.read' }, schema: { params: inspection, response: { 200: shapes.inspectionFile } } },
    async (request) => visits.file(request, request.params.inspection),
  );
  app.post(
    '/api/inspections/:inspection/steps/:action',
    {
      config: { may: 'inspection.read' },
      schema: { params: inspection.extend(action), body: matterStep, response: { 200: shapes.inspection } },
    },
    async (request) =>
      visits.step(request, request.params.inspection, request.params.action, request.body, (wish) => takeInspectionStep(ports, wish)),
  );
  app.post(
    '/api/inspections/:inspection/sample',
    { config: { may: 'inspection.sample' }, schema: { params: inspection, body: shapes.sampleWish, response: { 200: shapes.inspection } } },
    async (request) => {
      const one = await visits.known(request.params.inspection);
      const { from, to } = request.body;
      const population = await lake.read((connection, { version }) =>
        version === 0 ? Promise.resolve([]) : encountersToSample(connection, one.providerNo, from, to),
      );
      const units = population.map(({ id, stratum }): RecheckUnit => ({ id, kind: 'claim', stratum: stratum ?? '' }));
      const wish = { ...request.body, matterId: one.matterId, population: units, by: operatorOf(request), at: now() };
      return visits.shown(taken(await sampleClaims(ports, wish)));
    },
  );
  app.get(
    '/api/inspections/:inspection/sample.xlsx',
    { config: { may: 'inspection.sample' }, schema: { params: inspection } },
    async (request, reply) => {
      const one = await visits.known(request.params.inspection);
      if (!one.sample) return refuse('inspection.nothingToSample', {}, 404);
      await recordAccess(services, request, { purpose: 'export', subject: `inspection:${one.matterId}`, why: one.matterId });
      const page = await lake.read((connection) => sampleSheet(connection, one));
      return sendFile(reply, await writeWorkbook([page]), `${one.providerName}抽取病例.xlsx`, XLSX);
    },
  );
}
