// 支付资格管理: who is registered, whose file it is, and what points add up to for institutions.
import { dayOf, pointWords, providerScopeOf } from '@hengjian/domain';
import {
  journalOf,
  pointRecordsOf,
  practitionerPage,
  practitionerRoster,
  type ShownPractitioner,
  shownPractitioners,
  stoppedStaff,
} from '@hengjian/store';
import { commitPractitioner, registerPractitioners, returnPractitioner } from '@hengjian/workflows';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { demand } from '../account/guard-permissions.ts';
import type { App } from '../api.ts';
import { operatorOf } from '../operator.ts';
import { nameOf, recordJson } from '../points/point-json.ts';
import { pointPortsOf } from '../points/point-ports.ts';
import { languageOf, refuse, taken } from '../refusal.ts';
import * as shapes from '../schemas/points.ts';
import type { Services } from '../services.ts';

const named = z.object({ practitioner: z.string() });
const ownNo = ({ actor }: FastifyRequest) => (actor.kind === 'account' ? actor.account.practitionerNo : null);

export function practitionersRoutes(app: App, services: Services): void {
  listRoutes(app, services);
  fileRoutes(app, services);
}

async function shownJson(services: Services, one: ShownPractitioner): Promise<shapes.PractitionerJson> {
  const { returnedOn: _, ...rest } = one;
  const providerNames = await Promise.all(one.providerNos.map((no) => nameOf(services, no)));
  return { ...rest, providerNos: [...one.providerNos], providerNames, stopped: [...one.stopped] };
}

function listRoutes(app: App, services: Services): void {
  const { home, lake, now } = services;
  app.get(
    '/api/practitioners',
    { config: { may: 'points.read' }, schema: { querystring: shapes.practitionerQuery, response: { 200: shapes.practitionerPage } } },
    async (request) => {
      const { page, size, day, ...wish } = request.query;
      const scope = providerScopeOf(request.actor);
      const found = await practitionerPage(home.db, {
        ...wish,
        scope,
        own: ownNo(request),
        day: day ?? dayOf(now()),
        offset: (page - 1) * size,
        limit: size,
      });
      return { total: found.total, rows: await Promise.all(found.rows.map((one) => shownJson(services, one))) };
    },
  );
  app.post(
    '/api/practitioners',
    { config: { may: 'points.register' }, schema: { body: shapes.registered, response: { 200: shapes.counted } } },
    async (request) => {
      const { body } = request;
      demand(request, 'points.register', { providerNos: body.providerNos });
      const act = { by: operatorOf(request), why: '登记备案', at: now() };
      const count = await registerPractitioners(await pointPortsOf(home, now()), [body], act);
      if (count === 0) refuse('points.registered', { id: body.practitionerNo }, 409);
      return { count };
    },
  );
  /** Everybody on the imported roster who is not registered yet. */
  app.post(
    '/api/practitioners/roster',
    { config: { may: 'points.register' }, schema: { response: { 200: shapes.counted } } },
    async (request) => {
      const scope = providerScopeOf(request.actor);
      const roster = await lake.read((connection) => practitionerRoster(connection));
      const people = roster.filter(({ providerNos }) => scope === null || providerNos.some((no) => scope.includes(no)));
      const act = { by: operatorOf(request), why: '按导入的人员名册登记', at: now() };
      return { count: await registerPractitioners(await pointPortsOf(home, now()), people, act) };
    },
  );
  app.get(
    '/api/practitioners/staff-share',
    { config: { may: 'points.propose' }, schema: { response: { 200: z.array(shapes.staffShare) } } },
    async () => {
      const { rules } = await pointPortsOf(home, now());
      const rows = await stoppedStaff(home.db, dayOf(now()));
      return Promise.all(
        rows.map(async (row) => {
          const percent = (row.stopped * 100) / row.registered;
          const proposal =
            percent >= rules.staffEndShare ? 'suspendAgreement' : percent >= rules.staffSuspendShare ? 'suspendSettlement' : 'none';
          return { ...row, providerName: await nameOf(services, row.providerNo), proposal } as shapes.StaffShareJson;
        }),
      );
    },
  );
}

function fileRoutes(app: App, services: Services): void {
  const { home, now } = services;
  const known = async (request: FastifyRequest, practitionerNo: string) => {
    const [one] = await shownPractitioners(home.db, [practitionerNo], dayOf(now()));
    if (!one) refuse('points.no-practitioner', { id: practitionerNo }, 404);
    demand(request, 'points.read', { providerNos: one.providerNos, practitionerNo });
    return one;
  };
  app.get(
    '/api/practitioners/:practitioner',
    { config: { may: 'points.read' }, schema: { params: named, response: { 200: shapes.practitionerFile } } },
    async (request) => {
      const one = await known(request, request.params.practitioner);
      const records = await pointRecordsOf(home.db, one.practitionerNo);
      const journal = journalOf(home.db);
      const subjects: [string, string][] = [
        ['practitioner', one.practitionerNo],
        ...records.map((r): [string, string] => ['points', r.pointId]),
      ];
      const steps = await Promise.all(subjects.map(([noun, subjectId]) => journal.page({ noun, subjectId, limit: 100 })));
      const language = languageOf(request);
      const what = (action: string) =>
        action in pointWords.actions
          ? pointWords.actions[action as keyof typeof pointWords.actions][language]
          : (acts[action]?.[language] ?? action);
      return {
        practitioner: await shownJson(services, one),
        records: await Promise.all(records.map((record) => recordJson(services, request, record))),
        steps: steps
          .flat()
          .sort((a, b) => b.serial - a.serial)
          .map(({ at, by, action, subjectId, why }) => ({ at, by, what: `${subjectId} ${what(action)}`, why })),
      };
    },
  );
  app.post(
    '/api/practitioners/:practitioner/commit',
    { config: { may: 'points.register' }, schema: { params: named, body: shapes.commitment, response: { 200: z.null() } } },
    async (request) => {
      const one = await known(request, request.params.practitioner);
      const act = { by: operatorOf(request), why: '签署服务承诺', at: now() };
      return taken(await commitPractitioner(await pointPortsOf(home, now()), one.practitionerNo, request.body.committedOn, act));
    },
  );
  app.post(
    '/api/practitioners/:practitioner/return',
    { config: { may: 'points.propose' }, schema: { params: named, body: shapes.why, response: { 200: z.null() } } },
    async (request) => {
      const one = await known(request, request.params.practitioner);
      const act = { by: operatorOf(request), why: request.body.why, at: now() };
      return taken(await returnPractitioner(await pointPortsOf(home, now()), one.practitionerNo, act));
    },
  );
}

const acts: Readonly<Record<string, { zh: string; en: string }>> = {
  register: { zh: '登记备案', en: 'registered' },
  commit: { zh: '签署服务承诺', en: 'signed the commitment' },
  return: { zh: '重新登记备案', en: 'registered anew' },
  propose: { zh: '提出记分', en: 'proposed' },
};
