// 基金运行: income, payments and balance, how long the fund lasts, why it grew; every number opens into its settlements.
import { settlementsBehind } from '@hengjian/store';
import type { App } from '../api.ts';
import { fundView, fundWhere, growthView } from '../fund-view.ts';
import { masked } from '../mask.ts';
import { paging } from '../schemas/common.ts';
import * as shapes from '../schemas/fund.ts';
import type { Services } from '../services.ts';

export function fundRoutes(app: App, services: Services): void {
  app.get(
    '/api/fund',
    { config: { may: 'decision.read' }, schema: { querystring: shapes.fundQuery, response: { 200: shapes.fund } } },
    ({ query }) => fundView(services, query),
  );
  app.get(
    '/api/fund/growth',
    { config: { may: 'decision.read' }, schema: { querystring: shapes.fundQuery, response: { 200: shapes.growth } } },
    ({ query }) => growthView(services, query),
  );
  app.get(
    '/api/fund/records',
    {
      config: { may: 'decision.records' },
      schema: { querystring: shapes.fundQuery.extend(paging), response: { 200: shapes.fundRecords } },
    },
    async ({ query }) => {
      const { page, size, from, to } = query;
      const found = await services.lake.read(async (connection, snapshot) =>
        snapshot.version === 0
          ? { rows: [], total: 0 }
          : settlementsBehind(connection, { from, to, where: fundWhere(query) }, { offset: (page - 1) * size, limit: size }),
      );
      const providers = await services.names.providers();
      return {
        total: found.total,
        rows: found.rows.map((row) => ({ ...row, personNo: masked(row.personNo), name: providers.get(row.providerNo)?.name ?? null })),
      };
    },
  );
}
