// 个人健康服务: an insured person's own record, and what of it goes to the bureau; staff look one up with a reason, which is recorded.
import {
  type ContactRequest,
  type CreditRating,
  contactActions,
  contactActionsOf,
  creditActionsOf,
  formatDay,
  formatYuan,
  may,
  settingWords,
} from '@hengjian/domain';
import { contactBookOf, contactRequest, contactRequests, ratingPage } from '@hengjian/store';
import { askContactChange, openClue, takeContactStep, takeCreditStep } from '@hengjian/workflows';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { demand } from '../account/guard-permissions.ts';
import type { App } from '../api.ts';
import { creditPortsOf } from '../credit/credit-ports.ts';
import { sendFile, XLSX } from '../download.ts';
import { masked } from '../mask.ts';
import { matterPortsOf } from '../matter/matter-ports.ts';
import { operatorOf } from '../operator.ts';
import { personLinesView, personView, personWorkbook, recordOf } from '../person-view.ts';
import { recordAccess } from '../personal-data.ts';
import { refuse, taken } from '../refusal.ts';
import { type OwnRatingJson, ownRating as ratingShape } from '../schemas/credit.ts';
import * as shapes from '../schemas/person.ts';
import type { Services } from '../services.ts';

const visit = z.object({ encounter: z.string().max(60) });
const requested = z.object({ request: z.string().max(40) });

/** Whose account this is. No address names a person here: nobody can ask for another. */
function ownOf({ actor }: FastifyRequest): { personNo: string; accountId: string } {
  const account = actor.kind === 'account' ? actor.account : undefined;
  return account?.personNo ? { personNo: account.personNo, accountId: account.accountId } : refuse('person.none', {}, 403);
}

export function personRoutes(app: App, services: Services): void {
  ownRoutes(app, services);
  staffRoutes(app, services);
}

function ownRoutes(app: App, services: Services): void {
  const { home, now } = services;
  const own = async (request: FastifyRequest) => {
    const { personNo } = ownOf(request);
    return { personNo, found: (await recordOf(services, personNo)) ?? refuse('person.unknown', { id: personNo }, 404) };
  };
  app.get('/api/me/record', { config: { may: 'person.own' }, schema: { response: { 200: shapes.personRecord } } }, async (request) => {
    const { personNo, found } = await own(request);
    return personView(services, personNo, found);
  });
  app.get(
    '/api/me/visits/:encounter',
    { config: { may: 'person.own' }, schema: { params: visit, response: { 200: shapes.personLines } } },
    async (request) => {
      const { found } = await own(request);
      return personLinesView(services, found.record, request.params.encounter);
    },
  );
  app.get('/api/me/record.xlsx', { config: { may: 'person.own' } }, async (request, reply) => {
    const { personNo, found } = await own(request);
    await recordAccess(services, request, { purpose: 'export', subject: `person:${masked(personNo)}`, why: '本人下载' });
    return sendFile(
      reply,
      await personWorkbook(services, await personView(services, personNo, found), found.record),
      '本人就医记录.xlsx',
      XLSX,
    );
  });
  // ratings that are public, the last first; an appeal has no last day, and another person decides it
  const ratingsOf = async (request: FastifyRequest) =>
    (await ratingPage(home.db, { subject: 'person', scope: [ownOf(request).personNo], offset: 0, limit: 20 })).rows;
  const ownRating = ({ ratingId, from, to, scheme, result, state }: CreditRating): OwnRatingJson => ({
    ratingId,
    from,
    to,
    schemeTitle: scheme.title,
    base: scheme.base,
    score: result.score,
    grade: result.grade,
    lines: [...result.lines],
    state,
    mayAppeal: creditActionsOf(state).includes('appeal'),
  });
  app.get('/api/me/credit', { config: { may: 'person.own' }, schema: { response: { 200: z.array(ratingShape) } } }, async (request) =>
    (await ratingsOf(request)).map(ownRating),
  );
  app.post(
    '/api/me/credit/:rating/appeal',
    {
      config: { may: 'person.own' },
      schema: { params: z.object({ rating: z.string() }), body: shapes.notMe, response: { 200: ratingShape } },
    },
    async (request) => {
      const { rating: ratingId } = request.params;
      if (!(await ratingsOf(request)).some((one) => one.ratingId === ratingId)) refuse('credit.unknown', { id: ratingId }, 404);
      const why = request.body.text.trim();
      if ([...why].length < 4) refuse('person.say-why', {}, 422);
      const wish = { ratingId, action: 'appeal', by: operatorOf(request), why, at: now() } as const;
      return ownRating(taken(await takeCreditStep(await creditPortsOf(services, now()), wish)));
    },
  );
  /** 「这不是我」: a clue about the institution; asked twice it is the same one. */
  app.post(
    '/api/me/visits/:encounter/not-me',
    { config: { may: 'person.own' }, schema: { params: visit, body: shapes.notMe, response: { 200: z.object({ clueId: z.string() }) } } },
    async (request) => {
      const { found } = await own(request);
      const { encounter: encounterNo } = request.params;
      const one = found.record.visits.find((row) => row.encounterNo === encounterNo) ?? refuse('person.no-visit', { id: encounterNo }, 404);
      const said = request.body.text.trim();
      if ([...said].length < 4) refuse('person.say-why', {}, 422);
      const settled = found.record.settlements.filter((row) => row.encounterNo === encounterNo);
      const setting = one.setting === null ? '就诊' : settingWords[one.setting].zh;
      const place = one.providerName ?? one.providerNo;
      const cost = one.totalFen === null ? '' : `，总费用 ${formatYuan(one.totalFen)} 元`;
      const clue = taken(
        await openClue(matterPortsOf(home), {
          source: 'person',
          sourceRef: encounterNo,
          object: 'provider',
          objectNo: one.providerNo,
          objectName: place,
          text: `参保人本人声明不是自己就诊：${one.begunDay === null ? '' : formatDay(one.begunDay)} ${place} ${setting}，就诊 ${encounterNo}${cost}。本人说明：${said}`,
          links: [{ kind: 'encounter', id: encounterNo }],
          amountFen: settled.length === 0 ? null : settled.reduce((total, row) => total + (row.fundFen ?? 0), 0),
          by: operatorOf(request),
          at: now(),
        }),
      );
      return { clueId: clue.matterId };
    },
  );
  app.post(
    '/api/me/contact',
    { config: { may: 'person.own' }, schema: { body: shapes.contactWish, response: { 200: z.object({ requestId: z.string() }) } } },
    async (request) => {
      const act = { by: operatorOf(request), at: now() };
      const { requestId } = taken(await askContactChange(contactBookOf(home.db), { ...ownOf(request), ...request.body }, act));
      return { requestId };
    },
  );
  app.post(
    '/api/me/contact/:request/withdrawal',
    { config: { may: 'contact.withdraw' }, schema: { params: requested, response: { 200: z.object({ requestId: z.string() }) } } },
    async (request) => {
      const wish = { requestId: request.params.request, action: 'withdraw', answer: null, personNo: ownOf(request).personNo } as const;
      const { requestId } = taken(await takeContactStep(contactBookOf(home.db), wish, { by: operatorOf(request), at: now() }));
      return { requestId };
    },
  );
}

const shownRequest = (request: FastifyRequest, one: ContactRequest, whole: boolean): shapes.StaffRequestJson => {
  const { accountId: _, ...told } = one;
  const hidden = (value: string | null) => (value === null || whole ? value : masked(value));
  return {
    ...told,
    personNo: whole ? told.personNo : masked(told.personNo),
    telephone: hidden(told.telephone),
    address: hidden(told.address),
    actions: contactActionsOf(one.state).filter((action) => may(request.actor, `contact.${action}`, { state: one.state }).ok),
  };
};

function staffRoutes(app: App, services: Services): void {
  const { home, now } = services;
  app.get(
    '/api/persons/:person/record',
    {
      config: { may: 'person.read' },
      schema: {
        params: z.object({ person: z.string().max(60) }),
        querystring: z.object({ why: z.string().max(200).optional() }),
        response: { 200: shapes.personRecord },
      },
    },
    async (request) => {
      const { person } = request.params;
      await recordAccess(services, request, { purpose: 'view', subject: `person:${person}`, why: request.query.why });
      const found = (await recordOf(services, person)) ?? refuse('person.unknown', { id: person }, 404);
      return personView(services, person, found);
    },
  );
  app.get(
    '/api/contact-requests',
    { config: { may: 'contact.read' }, schema: { querystring: shapes.contactQuery, response: { 200: shapes.contactPage } } },
    async (request) => {
      const { page, size, state } = request.query;
      const { total, rows } = await contactRequests(home.db, { state, offset: (page - 1) * size, limit: size });
      return { total, rows: rows.map((one) => shownRequest(request, one, false)) };
    },
  );
  app.get(
    '/api/contact-requests/:request',
    {
      config: { may: 'contact.read' },
      schema: { params: requested, querystring: z.object({ why: z.string().max(200).optional() }), response: { 200: shapes.staffRequest } },
    },
    async (request) => {
      const id = request.params.request;
      const one = (await contactRequest(home.db, id)) ?? refuse('person.no-request', { id }, 404);
      await recordAccess(services, request, { purpose: 'view', subject: `contactRequest:${id}`, why: request.query.why });
      return shownRequest(request, one, true);
    },
  );
  app.post(
    '/api/contact-requests/:request/steps/:action',
    {
      config: { may: 'contact.read' },
      schema: {
        params: requested.extend({ action: z.enum(contactActions) }),
        body: shapes.contactStep,
        response: { 200: shapes.staffRequest },
      },
    },
    async (request) => {
      const { request: requestId, action } = request.params;
      const one = (await contactRequest(home.db, requestId)) ?? refuse('person.no-request', { id: requestId }, 404);
      demand(request, `contact.${action}`, { state: one.state });
      const act = { by: operatorOf(request), at: now() };
      return shownRequest(
        request,
        taken(await takeContactStep(contactBookOf(home.db), { requestId, action, answer: request.body.answer }, act)),
        false,
      );
    },
  );
}
