// 支付方式: schemes of DRG and DIP, a year settled by them, what-ifs, and every case with its reasons.
import { randomUUID } from 'node:crypto';
import { readPack, readPaymentScheme, writePaymentScheme } from '@hengjian/documents';
import { CLEARING_ADJUSTMENTS, currentEntries, dayOf, type Outcome, paidAhead } from '@hengjian/domain';
import { bureauParameter, bureauRegion, paymentStoreOf, registerStoreOf } from '@hengjian/store';
import type { PaymentTrial } from '@hengjian/workflows';
import { z } from 'zod';
import type { App } from '../api.ts';
import { sendFile, XLSX } from '../download.ts';
import { paymentTry } from '../jobs/payment-try.ts';
import { operatorOf } from '../operator.ts';
import { packsCompared } from '../packs-compared.ts';
import { paymentCases, trialView } from '../payment-view.ts';
import { paymentFileName, paymentWorkbook } from '../payment-workbook.ts';
import { languageOf, refuse, said, taken } from '../refusal.ts';
import * as shapes from '../schemas/payment.ts';
import type { Services } from '../services.ts';

const named = z.object({ id: z.string() });

export function paymentRoutes(app: App, services: Services): void {
  const { home, runner, names, analysis, now } = services;
  const store = paymentStoreOf(home);
  app.get('/api/payment', { config: { may: 'decision.read' }, schema: { response: { 200: shapes.payment } } }, async () => {
    const months = await analysis.months();
    const [from, to] = [Number(months?.from.slice(0, 4)), Number(months?.to.slice(0, 4))];
    const schemes = await store.schemes();
    return shapes.payment.parse({
      schemes: schemes.map(({ groups, ...scheme }) => ({ ...scheme, groups: groups.length })),
      packs: await store.packs(),
      trials: await store.list(),
      years: months ? Array.from({ length: to - from + 1 }, (_, i) => to - i) : [],
    });
  });
  schemeRoutes(app, services);
  packRoutes(app, services);
  // The answer is the finished what-if: the page waits and shows the job's progress (GET /api/jobs) meanwhile.
  app.post(
    '/api/payment/trials',
    { config: { may: 'decision.change' }, schema: { body: shapes.trialBody, response: { 200: named } } },
    async (request) => {
      const asked = { ...request.body, trialId: `P${randomUUID().replaceAll('-', '').slice(0, 12)}`, by: operatorOf(request) };
      const outcome = (await runner.submit(paymentTry, asked).outcome) as Outcome<PaymentTrial>;
      return { id: taken(outcome).trialId };
    },
  );
  app.get(
    '/api/payment/trials/:id',
    { config: { may: 'decision.read' }, schema: { params: named, response: { 200: shapes.trial } } },
    ({ params }) => trialView(store, names, params.id, aheadOf(services)),
  );
  app.get('/api/payment/trials/:id/xlsx', { config: { may: 'decision.read' }, schema: { params: named } }, async (request, reply) => {
    const [one, language] = [await trialView(store, names, request.params.id, aheadOf(services)), languageOf(request)];
    return sendFile(reply, await paymentWorkbook(one, language), paymentFileName(one, language), XLSX);
  });
  const cases = paymentCases(store, names);
  app.get(
    '/api/payment/trials/:id/cases',
    {
      config: { may: 'decision.records' },
      schema: { params: named, querystring: shapes.caseQuery, response: { 200: shapes.cases } },
    },
    async (request) =>
      cases.list(request.params.id, request.query, {
        version: (await home.lake.snapshot()).version,
        language: languageOf(request),
      }),
  );
  app.get(
    '/api/payment/trials/:id/benchmarks',
    {
      config: { may: 'decision.read' },
      schema: { params: named, querystring: shapes.benchmarkQuery, response: { 200: shapes.benchmarks } },
    },
    async ({ params, query }) =>
      cases.benchmarks(params.id, query, {
        version: (await home.lake.snapshot()).version,
        least: (await bureauParameter(home.db, 'benchmark.leastStays', await bureauRegion(home.db)))(dayOf(now())),
      }),
  );
}

/** What is paid ahead and deducted in a year. */
const aheadOf =
  ({ home }: Services) =>
  async (year: number) =>
    paidAhead(currentEntries(await registerStoreOf(home.db).entries({ registerId: CLEARING_ADJUSTMENTS })), year);

function packRoutes(app: App, { home, names, now }: Services): void {
  const store = paymentStoreOf(home);
  app.post(
    '/api/payment/packs',
    {
      config: { may: 'decision.change' },
      schema: { querystring: shapes.packQuery, consumes: ['application/octet-stream'], response: { 200: shapes.added } },
    },
    async (request) => {
      const { file, id, title, source } = request.query;
      const outcome = await readPack({ packId: id, title, source }, [{ name: file, bytes: request.body as Buffer }]);
      const pack = taken(outcome);
      if (await store.pack(id)) refuse('payment.pack-exists', { id });
      await store.addPack(pack, operatorOf(request), now());
      return { id, issues: outcome.issues.map((issue) => said(issue, languageOf(request))) };
    },
  );
  app.get(
    '/api/payment/packs/compared',
    { config: { may: 'decision.read' }, schema: { querystring: shapes.compareQuery, response: { 200: shapes.packsCompared } } },
    ({ query }) => packsCompared(store, names, query),
  );
}

function schemeRoutes(app: App, { home, now }: Services): void {
  const store = paymentStoreOf(home);
  app.get('/api/payment/template.xlsx', { config: { may: 'decision.read' } }, async (_, reply) =>
    sendFile(reply, await writePaymentScheme(null), '支付方案模板.xlsx', XLSX),
  );
  app.get('/api/payment/schemes/:id/xlsx', { config: { may: 'decision.read' }, schema: { params: named } }, async ({ params }, reply) => {
    const scheme = await store.scheme(params.id);
    if (!scheme) refuse('payment.unknown-scheme', { id: params.id }, 404);
    return sendFile(reply, await writePaymentScheme(scheme), `支付方案-${scheme.title}.xlsx`, XLSX);
  });
  app.post(
    '/api/payment/schemes',
    {
      config: { may: 'decision.change' },
      schema: { querystring: shapes.schemeQuery, consumes: ['application/octet-stream'], response: { 200: shapes.added } },
    },
    async (request) => {
      const { file, base, id, title } = request.query;
      const from = base === undefined ? undefined : await store.scheme(base);
      if (base !== undefined && !from) refuse('payment.unknown-scheme', { id: base }, 404);
      const carried = from && { scheme: from, schemeId: id ?? `${from.schemeId}-${file}`, title: title ?? from.title };
      const outcome = await readPaymentScheme(request.body as Buffer, file, carried);
      const scheme = taken(outcome);
      if (await store.scheme(scheme.schemeId)) refuse('payment.scheme-exists', { id: scheme.schemeId });
      if (scheme.packId !== null && !(await store.pack(scheme.packId))) refuse('payment.unknown-pack', { id: scheme.packId });
      await store.addScheme(scheme, operatorOf(request), now());
      return { id: scheme.schemeId, issues: outcome.issues.map((issue) => said(issue, languageOf(request))) };
    },
  );
}
