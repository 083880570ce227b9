// 参数: every number that the bureau sets by region and date, what counts today and what was set before; the bureau's division.
import { type BureauParameterName, bureauParameters, dayOf, parameterGroup } from '@hengjian/domain';
import { bureauParameterRows, bureauParametersOf, bureauRegion, setBureauParameter, setBureauRegion } from '@hengjian/store';
import { regionIssues, setParameter } from '@hengjian/workflows';
import { z } from 'zod';
import type { App } from '../api.ts';
import { operatorOf } from '../operator.ts';
import { languageOf, Refusal, taken } from '../refusal.ts';
import * as shapes from '../schemas/parameters.ts';
import type { Services } from '../services.ts';

const done = z.object({ ok: z.literal(true) });

export function parametersRoutes(app: App, { home, now }: Services): void {
  const book = { set: (row: Parameters<typeof setBureauParameter>[1]) => setBureauParameter(home.db, row) };

  app.get('/api/parameters', { config: { may: 'parameter.read' }, schema: { response: { 200: shapes.parameters } } }, async (request) => {
    const language = languageOf(request);
    const names = Object.keys(bureauParameters) as BureauParameterName[];
    const region = await bureauRegion(home.db);
    const values = await bureauParametersOf(home.db, names, region);
    const rows = await bureauParameterRows(home.db);
    return {
      region,
      parameters: names.map((name) => {
        const {
          standard,
          source,
          fraction,
          [language]: title,
        } = bureauParameters[name] as (typeof bureauParameters)[typeof name] & {
          fraction?: true;
        };
        return {
          name,
          group: parameterGroup(name),
          title,
          source,
          standard,
          fraction: fraction ?? false,
          value: values(name, dayOf(now())),
          rows: rows.filter((row) => row.name === name).map(({ name: _, ...row }) => row),
        };
      }),
    };
  });
  app.post(
    '/api/parameters',
    { config: { may: 'parameter.set' }, schema: { body: shapes.newParameter, response: { 200: done } } },
    async (request) => {
      const { by, why, ...given } = request.body;
      taken(await setParameter(book, given, { by: operatorOf(request, by), why, at: now() }));
      return { ok: true as const };
    },
  );
  app.post(
    '/api/parameters/region',
    { config: { may: 'parameter.set' }, schema: { body: shapes.newRegion, response: { 200: done } } },
    async (request) => {
      const { by, why, region } = request.body;
      const act = { by: operatorOf(request, by), why, at: now() };
      const issues = regionIssues(region, act);
      if (issues.length > 0) throw new Refusal(issues, 422);
      await setBureauRegion(home.db, region, act);
      return { ok: true as const };
    },
  );
}
