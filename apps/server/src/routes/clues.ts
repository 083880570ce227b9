// 线索: entered here, or opened by alerts, complaints, inspections; verified, and put up for filing.
import { type Clue, clueSteps, may } from '@hengjian/domain';
import { openClue, takeClueStep } from '@hengjian/workflows';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { App } from '../api.ts';
import { masked } from '../mask.ts';
import { matterPortsOf } from '../matter/matter-ports.ts';
import { matterDesk } from '../matter/matter-routes.ts';
import { operatorOf } from '../operator.ts';
import { taken } from '../refusal.ts';
import * as shapes from '../schemas/matters.ts';
import type { Services } from '../services.ts';

const named = z.object({ clue: z.string() });

/** An insured person's number and name are whole for those who verify clues, and half hidden for all others. */
const seenBy = <C extends Clue>({ actor }: FastifyRequest, one: C): C =>
  one.object !== 'person' || may(actor, 'clue.verify').ok
    ? one
    : { ...one, objectNo: one.objectNo && masked(one.objectNo), objectName: masked(one.objectName), title: masked(one.title) };

export function cluesRoutes(app: App, services: Services): void {
  const desk = matterDesk('clue', clueSteps, services);
  const ports = matterPortsOf(services.home);
  app.get(
    '/api/clues',
    { config: { may: 'clue.read' }, schema: { querystring: shapes.clueQuery, response: { 200: shapes.cluePage } } },
    async (request) => {
      const { source, object, ...wish } = request.query;
      const { total, rows } = await desk.page(wish, { source, object });
      return { total, rows: rows.map((one) => seenBy(request, one)) };
    },
  );
  app.post(
    '/api/clues',
    { config: { may: 'clue.enter' }, schema: { body: shapes.clueWish, response: { 200: shapes.clue } } },
    async (request) => {
      const one = taken(await openClue(ports, { ...request.body, by: operatorOf(request), at: services.now() }));
      return { ...one, overdue: false };
    },
  );
  app.get(
    '/api/clues/:clue',
    { config: { may: 'clue.read' }, schema: { params: named, response: { 200: shapes.clueFile } } },
    async (request) => {
      const file = await desk.file(request, request.params.clue);
      return { ...file, one: seenBy(request, file.one) };
    },
  );
  app.post(
    '/api/clues/:clue/steps/:action',
    {
      config: { may: 'clue.read' },
      schema: { params: named.extend({ action: z.string() }), body: shapes.matterStep, response: { 200: shapes.clue } },
    },
    async (request) => desk.step(request, request.params.clue, request.params.action, request.body, (wish) => takeClueStep(ports, wish)),
  );
}
