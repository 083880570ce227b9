// 信用评价 of institutions by a scheme, and 招采信用 of suppliers.
import {
  type CreditRating,
  type CreditScheme,
  conductLevel,
  consequenceOf,
  creditActions,
  creditActionsOf,
  creditWords,
  dayOf,
  formatDay,
  may,
  providerScopeOf,
  SECONDS_PER_DAY,
  schemesOn,
  supplierLevel,
} from '@hengjian/domain';
import { journalOf, ratingPage } from '@hengjian/store';
import { draftScheme, enactScheme, rateInstitutions, takeCreditStep, tryScheme } from '@hengjian/workflows';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { demand } from '../account/guard-permissions.ts';
import type { App } from '../api.ts';
import { creditPortsOf, moveRatings } from '../credit/credit-ports.ts';
import { CSV, csvLine, sendFile } from '../download.ts';
import { masked } from '../mask.ts';
import { operatorOf } from '../operator.ts';
import { refuse, taken } from '../refusal.ts';
import * as shapes from '../schemas/credit.ts';
import type { Services } from '../services.ts';

export function creditRoutes(app: App, services: Services): void {
  ratingRoutes(app, services);
  schemeRoutes(app, services);
  supplierRoutes(app, services);
}

async function ratingJson({ names, now }: Services, { actor }: FastifyRequest, one: CreditRating): Promise<shapes.RatingJson> {
  const { scheme, result, values: _, ...rest } = one;
  const person = scheme.subject === 'person';
  const consequence = consequenceOf(scheme, result.grade);
  const subject = { state: one.state, providerNos: [one.providerNo] };
  return {
    ...rest,
    ...result,
    lines: [...result.lines],
    repairs: [...one.repairs],
    // a person is named by the half-hidden number only
    providerNo: person ? masked(one.providerNo) : one.providerNo,
    providerName: person ? masked(one.providerNo) : ((await names.providers()).get(one.providerNo)?.name ?? one.providerNo),
    subject: scheme.subject,
    halfDays: scheme.halfDays,
    schemeId: scheme.schemeId,
    schemeTitle: scheme.title,
    base: scheme.base,
    repairMost: scheme.repairMost,
    overdue: one.dueDay !== null && one.dueDay < dayOf(now()),
    proposal: consequence,
    actions: creditActionsOf(one.state).filter((action) => action !== 'lapse' && may(actor, `credit.${action}`, subject).ok),
  };
}

function ratingRoutes(app: App, services: Services): void {
  const { home, now } = services;
  const named = z.object({ rating: z.string() });
  const pageOf = (request: FastifyRequest, { page, size, overdue, ...wish }: z.infer<typeof shapes.ratingQuery>) =>
    ratingPage(home.db, {
      ...wish,
      ...(overdue && { overdueOn: dayOf(now()) }),
      scope: providerScopeOf(request.actor),
      offset: (page - 1) * size,
      limit: size,
    });
  app.get(
    '/api/credit',
    { config: { may: 'credit.read' }, schema: { querystring: shapes.ratingQuery, response: { 200: shapes.ratingPage } } },
    async (request) => {
      const found = await pageOf(request, request.query);
      return { ...found, rows: await Promise.all(found.rows.map((one) => ratingJson(services, request, one))) };
    },
  );
  app.get('/api/credit/export', { config: { may: 'credit.read' }, schema: { querystring: shapes.ratingQuery } }, async (request, reply) => {
    const { rows } = await pageOf(request, { ...request.query, page: 1, size: 100_000 });
    const head = ['编号', '机构编码', '机构', '期间', '方案', '得分', '等级', '状态', '指标', '指标值', '加减分'];
    const lines = await Promise.all(
      rows.map(async (one) => {
        const shown = await ratingJson(services, request, one);
        const first = [
          one.ratingId,
          shown.providerNo,
          shown.providerName,
          `${formatDay(one.from)} 至 ${formatDay(one.to)}`,
          shown.schemeTitle,
        ];
        const last = [shown.score, shown.grade, creditWords.states[one.state].zh];
        return shown.lines.map((line) => csvLine([...first, ...last, `${line.code} ${line.title}`, line.value, line.points])).join('');
      }),
    );
    return sendFile(reply, `\uFEFF${csvLine(head)}${lines.join('')}`, '信用评价.csv', CSV);
  });
  app.post(
    '/api/credit/rate',
    { config: { may: 'credit.rate' }, schema: { body: shapes.rateWish, response: { 200: shapes.rated } } },
    async (request) => {
      const { asOf, ...wish } = request.body;
      const known = asOf === undefined ? undefined : (asOf + 1) * SECONDS_PER_DAY - 1;
      return taken(
        await rateInstitutions(await creditPortsOf(services, now()), { ...wish, asOf: known, by: operatorOf(request), at: now() }),
      );
    },
  );
  app.post(
    '/api/credit/move',
    { config: { may: 'credit.rate' }, schema: { response: { 200: z.object({ lapsed: z.number() }) } } },
    async () => ({
      lapsed: await moveRatings(home, now()),
    }),
  );
  app.post(
    '/api/credit/:rating/steps/:action',
    {
      config: { may: 'credit.read' },
      schema: { params: named.extend({ action: z.enum(creditActions) }), body: shapes.creditStepWish, response: { 200: shapes.rating } },
    },
    async (request) => {
      const { rating: ratingId, action } = request.params;
      const ports = await creditPortsOf(services, now());
      const one = (await ports.book.rating(ratingId)) ?? refuse('credit.unknown', { id: ratingId }, 404);
      demand(request, `credit.${action}`, { providerNos: [one.providerNo] });
      if (action === 'lapse') refuse('credit.no-step', { state: one.state, action }, 409);
      const wish = { ...request.body, ratingId, action, by: operatorOf(request), at: now() };
      return ratingJson(services, request, taken(await takeCreditStep(ports, wish)));
    },
  );
  app.post(
    '/api/credit/entries',
    { config: { may: 'credit.rate' }, schema: { body: shapes.entry, response: { 200: shapes.done } } },
    async (request) => {
      const [by, at] = [operatorOf(request), now()];
      const { book } = await creditPortsOf(services, at);
      const { providerNo, fact, document } = request.body;
      const step = { noun: 'creditEntry', subjectId: providerNo, action: 'enter', before: null, after: fact, by, why: document, at };
      await book.enter(request.body, by, at, step);
      return { done: true };
    },
  );
}

function schemeRoutes(app: App, services: Services): void {
  const { names, now } = services;
  const shown = (schemes: readonly CreditScheme[]) => structuredClone([...schemes]) as shapes.SchemeJson[];
  app.get('/api/credit-schemes', { config: { may: 'credit.read' }, schema: { response: { 200: z.array(shapes.scheme) } } }, async () =>
    shown(schemesOn(await (await creditPortsOf(services, now())).book.schemeVersions(), dayOf(now()))),
  );
  app.get(
    '/api/credit-schemes/versions',
    { config: { may: 'credit.read' }, schema: { response: { 200: z.array(shapes.schemeVersion) } } },
    async () => structuredClone([...(await (await creditPortsOf(services, now())).book.schemeVersions())]) as shapes.SchemeVersionJson[],
  );
  app.put(
    '/api/credit-schemes',
    { config: { may: 'credit.scheme' }, schema: { body: shapes.scheme, response: { 200: z.object({ version: z.number() }) } } },
    async (request) => ({
      version: taken(
        await draftScheme(await creditPortsOf(services, now()), request.body, { by: operatorOf(request), at: now(), why: null }),
      ),
    }),
  );
  app.post(
    '/api/credit-schemes/:version/enactment',
    {
      config: { may: 'credit.scheme' },
      schema: { params: z.object({ version: z.coerce.number().int() }), body: shapes.enactment, response: { 200: shapes.done } },
    },
    async (request) => {
      const { why, fromDay } = request.body;
      const wish = { version: request.params.version, fromDay };
      taken(await enactScheme(await creditPortsOf(services, now()), wish, { by: operatorOf(request), at: now(), why }));
      return { done: true };
    },
  );
  app.post(
    '/api/credit-schemes/trial',
    { config: { may: 'credit.scheme' }, schema: { body: shapes.schemeTrial, response: { 200: shapes.triedScheme } } },
    async (request) => {
      const { scheme } = request.body;
      const rows = taken(await tryScheme(await creditPortsOf(services, now()), request.body, now()));
      const known = await names.providers();
      const nameOf = (no: string) => (scheme.subject === 'person' ? masked(no) : (known.get(no)?.name ?? no));
      const count = (grade: string, of: (row: (typeof rows)[number]) => string | undefined) =>
        rows.filter((row) => of(row) === grade).length;
      const grades = [...new Set([...scheme.grades.map(({ grade }) => grade), ...rows.flatMap(({ before }) => before?.grade ?? [])])];
      return {
        total: rows.length,
        grades: grades.map((grade) => ({
          grade,
          count: count(grade, (row) => row.grade),
          before: rows.some((row) => row.before) ? count(grade, (row) => row.before?.grade) : null,
        })),
        changed: rows
          .filter((row) => row.before?.grade !== row.grade)
          .slice(0, 200)
          .map(({ subjectNo, ...row }) => ({ ...row, name: nameOf(subjectNo) })),
      };
    },
  );
}

function supplierRoutes(app: App, services: Services): void {
  const { home, now } = services;
  app.get(
    '/api/suppliers',
    { config: { may: 'credit.supplier' }, schema: { querystring: shapes.supplierQuery, response: { 200: z.array(shapes.supplier) } } },
    async ({ query }) => {
      const day = query.day ?? dayOf(now());
      const conducts = await (await creditPortsOf(services, now())).book.conducts();
      return [...Map.groupBy(conducts, ({ supplier }) => supplier)]
        .map(([supplier, own]) => ({
          supplier,
          level: supplierLevel(own, day),
          conducts: own.map((one) => ({ ...one, level: conductLevel(one) })),
        }))
        .sort((a, b) => (a.supplier < b.supplier ? -1 : 1));
    },
  );
  /** A new conduct, or (with its number) one that is repaired. */
  app.put(
    '/api/suppliers',
    { config: { may: 'credit.supplier' }, schema: { body: shapes.conduct, response: { 200: shapes.done } } },
    async (request) => {
      const { book } = await creditPortsOf(services, now());
      const conductId =
        request.body.conductId || (await book.nextId(Number(formatDay(request.body.decidedOn).slice(0, 4)))).replace('XY', 'ZC');
      const conduct = { ...request.body, conductId };
      const action = conduct.repairedOn === null ? 'enter' : 'repair';
      const act = { before: null, after: null, by: operatorOf(request), why: conduct.document, at: now() };
      await book.saveConduct(conduct, { noun: 'supplier', subjectId: conductId, action, ...act, detail: { conduct } });
      return { done: true };
    },
  );
  app.get(
    '/api/credit/:rating/history',
    {
      config: { may: 'credit.read' },
      schema: {
        params: z.object({ rating: z.string() }),
        response: { 200: z.array(z.object({ at: z.number(), by: z.string(), action: z.string(), why: z.string().nullable() })) },
      },
    },
    async (request) => {
      const { book } = await creditPortsOf(services, now());
      const one = (await book.rating(request.params.rating)) ?? refuse('credit.unknown', { id: request.params.rating }, 404);
      demand(request, 'credit.read', { providerNos: [one.providerNo] });
      const steps = await journalOf(home.db).page({ noun: 'credit', subjectId: one.ratingId, limit: 100 });
      return steps.map(({ at, by, action, why }) => ({ at, by, action, why }));
    },
  );
}
