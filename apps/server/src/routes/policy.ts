// 政策测算: the scheme in force, what-ifs on a past year, who gains and who loses.
import { randomUUID } from 'node:crypto';
import { areaWord, type Outcome } from '@hengjian/domain';
import { benefitStoreOf } from '@hengjian/store';
import { type WhatIfKept, whatIfGroups } from '@hengjian/workflows';
import { z } from 'zod';
import type { App } from '../api.ts';
import { sendFile, XLSX } from '../download.ts';
import { policyTry } from '../jobs/policy-try.ts';
import { operatorOf } from '../operator.ts';
import { languageOf, refuse, taken } from '../refusal.ts';
import * as shapes from '../schemas/policy.ts';
import type { Services } from '../services.ts';
import { whatIfFileName, whatIfWorkbook } from '../what-if-workbook.ts';

const named = z.object({ id: z.string() });

export function policyRoutes(app: App, services: Services): void {
  const { home, runner, names, analysis, now } = services;
  const store = benefitStoreOf(home);
  app.get('/api/policy', { config: { may: 'decision.read' }, schema: { response: { 200: shapes.policy } } }, async () => {
    const months = await analysis.months();
    const [from, to] = [Number(months?.from.slice(0, 4)), Number(months?.to.slice(0, 4))];
    const years = months ? Array.from({ length: to - from + 1 }, (_, i) => to - i) : [];
    return shapes.policy.parse({ schemes: await store.schemes(), whatIfs: await store.list(), years });
  });
  app.post(
    '/api/policy/schemes',
    { config: { may: 'decision.change' }, schema: { body: shapes.scheme, response: { 200: named } } },
    async (request) => {
      const { body } = request;
      if (await store.scheme(body.schemeId)) refuse('benefit.scheme-exists', { id: body.schemeId });
      await store.addScheme(body, operatorOf(request), now());
      return { id: body.schemeId };
    },
  );
  // The answer is the finished what-if: the page waits and shows the job's progress (GET /api/jobs) meanwhile.
  app.post(
    '/api/policy/what-ifs',
    { config: { may: 'decision.change' }, schema: { body: shapes.whatIfBody, response: { 200: named } } },
    async (request) => {
      const asked = { ...request.body, whatIfId: `W${randomUUID().replaceAll('-', '').slice(0, 12)}`, by: operatorOf(request) };
      const outcome = (await runner.submit(policyTry, asked).outcome) as Outcome<WhatIfKept>;
      return { id: taken(outcome).whatIfId };
    },
  );
  const shown = async (id: string): Promise<shapes.WhatIfJson> => {
    const kept = await store.whatIf(id);
    if (!kept) refuse('benefit.unknown-what-if', { id }, 404);
    const [providers, areas] = [await names.providers(), await names.areas()];
    const scheme = await store.scheme(kept.schemeId);
    const { byGroup, ...result } = kept.result;
    return shapes.whatIf.parse({
      ...kept,
      schemeTitle: scheme?.title ?? kept.schemeId,
      result: {
        ...result,
        groups: whatIfGroups.map((group, i) => ({
          group,
          rows: Object.entries(byGroup[i] ?? {}).map(([key, effect]) => ({
            key,
            name: group === 'provider' ? (providers.get(key)?.name ?? null) : group === 'area' && key !== '' ? areaWord(areas, key) : null,
            effect,
          })),
        })),
      },
    });
  };
  app.get(
    '/api/policy/what-ifs/:id',
    { config: { may: 'decision.read' }, schema: { params: named, response: { 200: shapes.whatIf } } },
    ({ params }) => shown(params.id),
  );
  app.get('/api/policy/what-ifs/:id/xlsx', { config: { may: 'decision.read' }, schema: { params: named } }, async (request, reply) => {
    const [one, language] = [await shown(request.params.id), languageOf(request)];
    return sendFile(reply, await whatIfWorkbook(one, language), whatIfFileName(one, language), XLSX);
  });
}
