// 支付资格管理: who is registered, points and their steps, the notice, the table of behaviour, what they add up to for institutions.
import { type SheetPage, writeLetter, writeWorkbook } from '@hengjian/documents';
import {
  behaviourFor,
  type DecisionKind,
  dayOf,
  formatDay,
  leftOf,
  may,
  type PointRecord,
  pointActions,
  pointActionsOf,
  pointsOn,
  pointWords,
  providerScopeOf,
} from '@hengjian/domain';
import {
  bureauRegion,
  doctorsOf,
  journalOf,
  matterBookOf,
  pointRecordsBetween,
  pointRecordsOf,
  practitionerPage,
  practitionerRoster,
  replaceBehaviours,
  type ShownPractitioner,
  shownPractitioners,
  stoppedStaff,
} from '@hengjian/store';
import { commitPractitioner, proposePoints, registerPractitioners, returnPractitioner, takePointStep } from '@hengjian/workflows';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { demand } from '../account/guard-permissions.ts';
import type { App } from '../api.ts';
import { DOCX, sendFile, XLSX } from '../download.ts';
import { operatorOf } from '../operator.ts';
import { noticeOf } from '../points/notice.ts';
import { pointPortsOf } from '../points/point-ports.ts';
import { languageOf, refuse, taken } from '../refusal.ts';
import * as shapes from '../schemas/points.ts';
import type { Services } from '../services.ts';

const named = z.object({ practitioner: z.string() });
const ownNo = ({ actor }: FastifyRequest) => (actor.kind === 'account' ? actor.account.practitionerNo : null);

export function practitionersRoutes(app: App, services: Services): void {
  listRoutes(app, services);
  fileRoutes(app, services);
  recordRoutes(app, services);
  tableRoutes(app, services);
}

const nameOf = async ({ names }: Services, providerNo: string) => (await names.providers()).get(providerNo)?.name ?? providerNo;

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

async function recordJson(services: Services, request: FastifyRequest, one: PointRecord): Promise<shapes.PointRecordJson> {
  const { rules } = await pointPortsOf(services.home, services.now());
  const subject = { state: one.state, providerNos: [one.providerNo], practitionerNo: one.practitionerNo };
  return {
    ...one,
    repairs: [...one.repairs],
    providerName: await nameOf(services, one.providerNo),
    behaviourTitle: behaviourFor(rules.behaviours, one.behaviour, one.occurredOn)?.title ?? one.behaviour,
    left: leftOf(one),
    overdue: one.dueDay !== null && one.dueDay < dayOf(services.now()),
    actions: pointActionsOf(one.state).filter(
      (action) => action !== 'lapse' && action !== 'fall' && may(request.actor, `points.${action}`, subject).ok,
    ),
  };
}

function recordRoutes(app: App, services: Services): void {
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

const heads = [
  '记分编号',
  '人员编号',
  '姓名',
  '机构',
  '行为',
  '责任',
  '记分',
  '计入累计',
  '已修复',
  '依据',
  '决定日期',
  '行为日期',
  '状态',
  '告知',
  '期限',
  '生效',
  '撤销',
];

function tableRoutes(app: App, services: Services): void {
  const { home, now } = services;
  const rows = z.array(shapes.behaviour);
  app.get('/api/point-behaviours', { config: { may: 'points.read' }, schema: { response: { 200: rows } } }, async () => [
    ...(await pointPortsOf(home, now())).rules.behaviours,
  ]);
  app.put(
    '/api/point-behaviours',
    { config: { may: 'points.table' }, schema: { body: rows, response: { 200: shapes.counted } } },
    async (request) => {
      const { body } = request;
      const seen = new Set<string>();
      body.forEach((one, i) => {
        const points = [one.general, one.important, one.main];
        const inOrder = points.every((n, k) => Number.isInteger(n) && n >= 1 && n <= 12 && n >= (points[k - 1] ?? 0));
        if (one.code.trim() === '' || seen.has(`${one.code} ${one.fromDay}`) || !inOrder) refuse('points.table', { line: i + 1 }, 422);
        seen.add(`${one.code} ${one.fromDay}`);
      });
      await replaceBehaviours(home.db, await bureauRegion(home.db), body, operatorOf(request), now());
      return { count: body.length };
    },
  );
  app.get('/api/points/export', { config: { may: 'points.read' }, schema: { querystring: shapes.exportQuery } }, async (request, reply) => {
    const { from, to } = request.query;
    const records = await pointRecordsBetween(home.db, { from, to, scope: providerScopeOf(request.actor) });
    const date = (day: number | null) => ({ value: day === null ? '' : formatDay(day) });
    const sheet: SheetPage = {
      name: '记分',
      widths: [16, 18, 10, 26, 40, 10, 7, 9, 7, 30, 12, 12, 14, 12, 12, 12, 12],
      headRows: 2,
      landscape: true,
      rows: [
        [{ value: `支付资格记分 ${formatDay(from)} 至 ${formatDay(to)}`, kind: 'title', across: heads.length }],
        heads.map((value) => ({ value, kind: 'head' as const })),
        ...(await Promise.all(
          records.map(async (one) => [
            { value: one.pointId },
            { value: one.practitionerNo },
            { value: one.name },
            { value: await nameOf(services, one.providerNo) },
            { value: one.behaviour },
            { value: pointWords.responsibilities[one.responsibility].zh },
            { value: one.points },
            { value: one.counted },
            { value: one.counted - leftOf(one) },
            { value: `${pointWords.decisions[one.decisionKind].zh} ${one.decisionRef}` },
            date(one.decidedOn),
            date(one.occurredOn),
            { value: pointWords.states[one.state].zh },
            date(one.noticeOn),
            date(one.dueDay),
            date(one.effectiveOn),
            date(one.revokedOn),
          ]),
        )),
      ],
    };
    return sendFile(reply, await writeWorkbook([sheet]), '支付资格记分.xlsx', XLSX);
  });
}
