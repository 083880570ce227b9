// 月度复核: samples drawn and judged, with the care of a claim that no finding touched.
import { judgeRecheck, type RecheckReport, recheckReport, recheckReports } from '@hengjian/store';
import { z } from 'zod';
import type { App } from '../api.ts';
import { careJson } from '../care.ts';
import { findingLifeOf } from '../finding-life.ts';
import { operatorOf } from '../operator.ts';
import { drawMonth } from '../recheck.ts';
import { languageOf, refuse, taken } from '../refusal.ts';
import { care } from '../schemas/findings.ts';
import * as shapes from '../schemas/rechecks.ts';
import type { Services } from '../services.ts';

const named = z.object({ recheck: z.string() });
const item = named.extend({ item: z.coerce.number().int() });

const summaryOf = ({ items, byRule: _, ...report }: RecheckReport) => ({ ...report, size: items.length });

export function rechecksRoutes(app: App, services: Services): void {
  const { home, names, now } = services;
  const reportOf = async (recheckId: string): Promise<RecheckReport> =>
    (await recheckReport(home.db, recheckId)) ?? refuse('recheck.unknown', { id: recheckId, item: 0 }, 404);

  app.get('/api/rechecks', { config: { may: 'recheck.read' }, schema: { response: { 200: shapes.recheckList } } }, async () => {
    const { rules } = await findingLifeOf(home, now());
    return { rows: (await recheckReports(home.db)).map(summaryOf), standardSize: rules.value('finding.recheckSize', now()) };
  });

  app.post(
    '/api/rechecks',
    { config: { may: 'recheck.draw' }, schema: { body: shapes.drawBody, response: { 200: z.object({ recheckId: z.string() }) } } },
    async (request) => {
      const { by, ...wish } = request.body;
      taken(await drawMonth(home, { ...wish, by: operatorOf(request, by?.trim() || undefined), at: now() }));
      return { recheckId: wish.month };
    },
  );

  app.get(
    '/api/rechecks/:recheck',
    { config: { may: 'recheck.read' }, schema: { params: named, response: { 200: shapes.recheckPage } } },
    async (request) => {
      const report = await reportOf(request.params.recheck);
      const language = languageOf(request);
      const titleOf = async (ruleId: string) => (await names.rule(ruleId))?.title[language] ?? ruleId;
      return {
        ...summaryOf(report),
        items: await Promise.all(
          report.items.map(async ({ personNo: _, ...one }) => {
            const [stratum = '', verdict] = one.kind === 'finding' ? one.stratum.split(' ') : [one.stratum];
            return {
              ...one,
              stratum,
              verdict: verdict === 'uphold' || verdict === 'dismiss' ? (verdict as 'uphold' | 'dismiss') : null,
              ruleTitle: one.kind === 'finding' ? await titleOf(stratum) : null,
            };
          }),
        ),
        byRule: await Promise.all(report.byRule.map(async (row) => ({ ...row, ruleTitle: await titleOf(row.ruleId) }))),
      };
    },
  );

  app.post(
    '/api/rechecks/:recheck/items/:item/judgements',
    {
      config: { may: 'recheck.judge' },
      schema: { params: item, body: shapes.judgeBody, response: { 200: z.object({ itemNo: z.number() }) } },
    },
    async (request) => {
      const { agrees, why } = request.body;
      const act = { by: operatorOf(request, request.body.by?.trim() || undefined), why, at: now() };
      return taken(await judgeRecheck(home.db, request.params.recheck, request.params.item, agrees, act));
    },
  );

  app.get(
    '/api/rechecks/:recheck/items/:item/care',
    { config: { may: 'recheck.read' }, schema: { params: item, response: { 200: care } } },
    async ({ params }) => {
      const { items } = await reportOf(params.recheck);
      const one = items.find((row) => row.itemNo === params.item);
      if (one?.kind !== 'claim' || one.personNo === null) return refuse('recheck.unknown', { id: params.recheck, item: params.item }, 404);
      return careJson(services, { personNos: [one.personNo], encounterNos: [one.subjectId], itemCodes: [], scope: null });
    },
  );
}
