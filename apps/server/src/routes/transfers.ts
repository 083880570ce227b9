// 转移支付: notices, allocation (typed or by factors), payments, labels, regional targets.
import { randomUUID } from 'node:crypto';
import { dayOf, type FactorWish, type Outcome, type Transfer, type TransferEvent, transferOf, transferProgress } from '@hengjian/domain';
import { bureauRegion, scoringOf, transferStoreOf } from '@hengjian/store';
import {
  enterAllocation,
  enterFactorAllocation,
  enterNotice,
  enterPayment,
  lastResults,
  linkTargets,
  rolledTargets,
  type TransferStore,
  withdraw,
} from '@hengjian/workflows';
import { z } from 'zod';
import type { App } from '../api.ts';
import { operatorOf } from '../operator.ts';
import { refuse, taken } from '../refusal.ts';
import { day } from '../schemas/common.ts';
import * as shapes from '../schemas/transfers.ts';
import type { Services } from '../services.ts';

const one = z.object({ transfer: z.string() });
const when = z.object({ asOf: z.coerce.number().pipe(day).optional() });
const made = z.object({ transferId: z.string() });
const newId = (letter: string) => `${letter}${randomUUID().replaceAll('-', '').slice(0, 15)}`;

export function transfersRoutes(app: App, { home, now }: Services): void {
  const scoring = scoringOf(home.db);
  const storeOf = async () => transferStoreOf(home.db, { region: await bureauRegion(home.db), today: dayOf(now()) });

  app.get(
    '/api/transfers',
    { config: { may: 'transfer.read' }, schema: { querystring: when, response: { 200: z.array(shapes.transferHead) } } },
    async ({ query }) => {
      const store = await storeOf();
      const limits = await store.limits();
      const all = [...(await store.histories())].flatMap(([id, events]) => transferOf(id, events) ?? []);
      return all
        .sort((a, b) => b.notice.issuedOn - a.notice.issuedOn || (a.transferId < b.transferId ? -1 : 1))
        .map((transfer) => {
          const { shares, breaks, asOf: _, ...progress } = transferProgress(transfer, query.asOf ?? dayOf(now()), limits);
          const { name, year, documentNo, receiver, issuedOn, label } = transfer.notice;
          const counts = {
            shareCount: shares.length,
            breakCount: breaks.length,
            behindCount: shares.filter(({ behind }) => behind).length,
          };
          return { transferId: transfer.transferId, name, year, documentNo, receiver, issuedOn, label, ...progress, ...counts };
        });
    },
  );

  app.get(
    '/api/transfers/:transfer',
    { config: { may: 'transfer.read' }, schema: { params: one, querystring: when, response: { 200: shapes.transferFile } } },
    async ({ params, query }) => {
      const store = await storeOf();
      const transfer = transferOf(params.transfer, await store.history(params.transfer));
      if (!transfer) refuse('transfer.unknown', { id: params.transfer }, 404);
      const limits = await store.limits();
      return {
        ...transferProgress(transfer, query.asOf ?? dayOf(now()), limits),
        ...limits,
        transferId: transfer.transferId,
        notice: transfer.notice,
        payments: transfer.payments,
        rolled: await rolledTargets(scoring, transfer),
        last: await lastResults({ ...scoring, transfers: store }, transfer),
        basis: transfer.basis as FactorWish | null,
        events: transfer.events.map(eventOf),
      };
    },
  );

  app.post(
    '/api/transfers',
    { config: { may: 'transfer.change' }, schema: { body: shapes.notice, response: { 200: made } } },
    async (request) => {
      const given = { transferId: newId('T'), notice: request.body, by: operatorOf(request), now: now() };
      return { transferId: taken(await enterNotice(await storeOf(), given)).transferId };
    },
  );

  /** The routes that do one thing to one transfer. */
  const deed = <Body extends z.ZodType>(
    name: string,
    body: Body,
    act: (store: TransferStore, given: { transferId: string; by: string; now: number; body: z.output<Body> }) => Promise<Outcome<Transfer>>,
  ) =>
    app.post(
      `/api/transfers/:transfer/${name}`,
      { config: { may: 'transfer.change' }, schema: { params: one, body, response: { 200: made } } },
      async (request) => {
        const { transfer: transferId } = request.params as z.infer<typeof one>;
        const given = { transferId, by: operatorOf(request), now: now(), body: request.body as z.output<Body> };
        return { transferId: taken(await act(await storeOf(), given)).transferId };
      },
    );
  const idOf = () => newId('S');
  deed('shares', shapes.allocation, (store, { body, ...given }) => enterAllocation(store, { ...given, ...body, idOf }));
  deed('factor-shares', shapes.factorAllocation, (store, { body, ...given }) => enterFactorAllocation(store, { ...given, ...body, idOf }));
  deed('payments', shapes.payment, (store, { body, ...given }) =>
    enterPayment(store, { ...given, payment: { ...body, paymentId: newId('Z') } }),
  );
  deed('withdrawal', shapes.withdrawal, (store, { body, ...given }) => withdraw(store, { ...given, ...body }));
  deed('targets', shapes.link, (store, { body, ...given }) =>
    linkTargets({ transfers: store, plans: scoring.plans }, { ...given, ...body }),
  );
}

function eventOf(event: TransferEvent): z.infer<typeof shapes.transferFile>['events'][number] {
  const { serial, kind, by, at } = event;
  const fen =
    event.kind === 'notice'
      ? event.notice.fen
      : event.kind === 'shares'
        ? event.shares.reduce((sum, share) => sum + share.fen, 0)
        : event.kind === 'payment'
          ? event.payment.fen
          : null;
  return { serial, kind, by, at, fen, why: event.kind === 'withdrawal' ? event.why : null };
}
