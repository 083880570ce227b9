// 机构对标与医疗质量: institutions of one class in a funnel.
import { funnelOf } from '@hengjian/domain';
import { benchmarkSums, bureauParameter, bureauRegion, stayLevels } from '@hengjian/store';
import type { App } from '../api.ts';
import * as shapes from '../schemas/benchmarks.ts';
import type { Services } from '../services.ts';

export function benchmarksRoutes(app: App, { home, lake, analysis, names, now }: Services): void {
  app.get(
    '/api/benchmarks',
    { config: { may: 'decision.read' }, schema: { querystring: shapes.benchmarkQuery, response: { 200: shapes.benchmarks } } },
    async ({ query }) => {
      const known = await analysis.months();
      if (!known) return null;
      const period = { from: query.from ?? known.from, to: query.to ?? known.to };
      const { indicator } = query;
      const least = (await bureauParameter(home.db, 'benchmark.leastStays', await bureauRegion(home.db)))(Math.floor(now() / 86_400));
      const { levels, level, sums } = await lake.read(async (connection) => {
        const all = await stayLevels(connection);
        const most = [...all].sort((a, b) => b.providers - a.providers)[0]?.level ?? 0;
        const chosen = query.level ?? most;
        return { levels: all, level: chosen, sums: await benchmarkSums(connection, { indicator, level: chosen, ...period }) };
      });
      const { rows, ...funnel } = funnelOf(sums, least);
      const providers = await names.providers();
      return {
        known,
        period,
        indicator,
        level,
        levels,
        least,
        ...funnel,
        rows: rows.map(({ no, ...row }) => ({ providerNo: no, ...row, name: providers.get(no)?.name ?? null })),
      };
    },
  );
}
