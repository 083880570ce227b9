// 支付资格记分: points are proposed, told, objected to; the notice as a letter; what a decided finding or case says of who was there.

import { writeLetter } from '@hengjian/documents';
import { behaviourFor, type DecisionKind, dayOf, pointActions, pointsOn } from '@hengjian/domain';
import { doctorsOf, matterBookOf, pointRecordsOf, shownPractitioners } from '@hengjian/store';
import { proposePoints, takePointStep } from '@hengjian/workflows';
import { z } from 'zod';
import { demand } from '../account/guard-permissions.ts';
import type { App } from '../api.ts';
import { DOCX, sendFile } from '../download.ts';
import { operatorOf } from '../operator.ts';
import { noticeOf } from '../points/notice.ts';
import { nameOf, recordJson } from '../points/point-json.ts';
import { pointPortsOf } from '../points/point-ports.ts';
import { refuse, taken } from '../refusal.ts';
import * as shapes from '../schemas/points.ts';
import type { Services } from '../services.ts';

export function pointsRoutes(app: App, services: Services): void {
  const { home, now } = services;
  const point = z.object({ point: z.string() });
  app.post(
    '/api/points',
    { config: { may: 'points.propose' }, schema: { body: shapes.pointWish, response: { 200: shapes.pointRecord } } },
    async (request) => {
      const wish = { ...request.body, by: operatorOf(request), at: now() };
      return recordJson(services, request, taken(await proposePoints(await pointPortsOf(home, now()), wish)));
    },
  );
  app.post(
    '/api/points/:point/steps/:action',
    {
      config: { may: 'points.read' },
      schema: { params: point.extend({ action: z.enum(pointActions) }), body: shapes.pointStepWish, response: { 200: shapes.pointRecord } },
    },
    async (request) => {
      const { point: pointId, action } = request.params;
      const ports = await pointPortsOf(home, now());
      const one = (await ports.book.record(pointId)) ?? refuse('points.unknown', { id: pointId }, 404);
      demand(request, `points.${action}`, { providerNos: [one.providerNo], practitionerNo: one.practitionerNo });
      // the clock's own steps are nobody's
      if (action === 'lapse' || action === 'fall') refuse('points.no-step', { state: one.state, action }, 409);
      const wish = { ...request.body, pointId, action, by: operatorOf(request), at: now() };
      return recordJson(services, request, taken(await takePointStep(ports, wish)));
    },
  );
  app.get('/api/points/:point/notice', { config: { may: 'points.read' }, schema: { params: point } }, async (request, reply) => {
    const { book, rules } = await pointPortsOf(home, now());
    const record = (await book.record(request.params.point)) ?? refuse('points.unknown', { id: request.params.point }, 404);
    demand(request, 'points.read', { providerNos: [record.providerNo], practitionerNo: record.practitionerNo });
    const person = (await book.practitioner(record.practitionerNo)) ?? refuse('points.no-practitioner', { id: record.practitionerNo }, 404);
    const day = record.noticeOn ?? dayOf(now());
    const others = (await pointRecordsOf(home.db, record.practitionerNo)).filter(({ pointId }) => pointId !== record.pointId);
    const { suspendAt, endAt } = rules.standing(day);
    const letter = noticeOf({
      due: rules.due('appeal', day),
      person,
      record,
      behaviour: behaviourFor(rules.behaviours, record.behaviour, record.occurredOn),
      providerName: await nameOf(services, record.providerNo),
      total: pointsOn(others, day) + record.counted,
      suspendAt,
      endAt,
      day,
    });
    return sendFile(reply, await writeLetter(letter), `记分告知书 ${record.pointId}.docx`, DOCX);
  });
  app.get(
    '/api/points/of-finding/:finding',
    {
      config: { may: 'points.propose' },
      schema: { params: z.object({ finding: z.string() }), response: { 200: shapes.decisionHint } },
    },
    async ({ params }) => {
      const finding = await home.db.selectFrom('finding').selectAll().where('findingId', '=', params.finding).executeTakeFirst();
      if (!finding) refuse('finding.unknown', { finding: params.finding }, 404);
      const { periodDay: occurredOn, explanationZh: explanation, findingId, encounterNos } = finding;
      return hintOf(services, 'finding', findingId, finding.providerNos[0] ?? null, { occurredOn, explanation, encounterNos });
    },
  );
  app.get(
    '/api/points/of-case/:case',
    { config: { may: 'points.propose' }, schema: { params: z.object({ case: z.string() }), response: { 200: shapes.decisionHint } } },
    async ({ params }) => {
      const one = await matterBookOf(home.db).find('enforcementCase', params.case);
      if (!one) refuse('matter.unknown', { noun: 'enforcementCase', id: params.case }, 404);
      const findings =
        one.findingIds.length === 0
          ? []
          : await home.db
              .selectFrom('finding')
              .select('encounterNos')
              .where('findingId', 'in', [...one.findingIds])
              .execute();
      const encounterNos = [...new Set(findings.flatMap((finding) => finding.encounterNos))];
      const about = { occurredOn: one.actEndedOn, explanation: one.report?.text ?? one.facts, encounterNos };
      return hintOf(services, 'enforcement', one.matterId, one.providerNo, about);
    },
  );
}

async function hintOf(
  services: Services,
  kind: DecisionKind,
  ref: string,
  providerNo: string | null,
  { encounterNos, ...about }: { occurredOn: number | null; explanation: string; encounterNos: readonly string[] },
): Promise<shapes.DecisionHintJson> {
  const { home, lake, now } = services;
  const { book } = await pointPortsOf(home, now());
  const decision = providerNo === null ? null : await book.decision(kind, ref, providerNo);
  const nos = [...new Set((await lake.read((connection) => doctorsOf(connection, [...encounterNos]))).values())];
  const people = await shownPractitioners(home.db, nos, dayOf(now()));
  return {
    ref,
    providerNo,
    providerName: providerNo === null ? '' : await nameOf(services, providerNo),
    decidedOn: decision?.decidedOn ?? null,
    article: decision?.article ?? null,
    ...about,
    practitioners: nos.map((practitionerNo) => ({
      practitionerNo,
      name: people.find((one) => one.practitionerNo === practitionerNo)?.name ?? null,
    })),
  };
}
