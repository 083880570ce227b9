// 对账与日历: do the institutions' months tie with the clearing statements, and who fell silent.
import { formatYuan, type Tie, type TieState } from '@hengjian/domain';
import { arrivalDays } from '@hengjian/store';
import { type ArrivalReport, arrivalReport } from '@hengjian/workflows';
import { z } from 'zod';
import type { App } from '../api.ts';
import { arrivalPortsOf } from '../arrival-ports.ts';
import { CSV, csvLine, sendFile } from '../download.ts';
import * as shapes from '../schemas/arrivals.ts';
import { wholeNumber } from '../schemas/common.ts';
import type { Services } from '../services.ts';

const period = z.object({ from: wholeNumber, to: wholeNumber });
const heads = [
  '月份',
  '机构编号',
  '机构名称',
  '结果',
  '到达笔数',
  '对账单笔数',
  '笔数差',
  '到达人数',
  '对账单人数',
  ...['总额', '基金'].flatMap((sum) => [`到达${sum}（元）`, `对账单${sum}（元）`, `${sum}差（元）`]),
];
const stateWords: Record<TieState, string> = { tied: '一致', differs: '不一致', notStated: '无对账单', notArrived: '数据未到' };

export function arrivalsRoutes(app: App, { home, lake, names }: Services): void {
  const ports = arrivalPortsOf(home, lake);
  const reportOf = async ({ from, to }: z.output<typeof period>): Promise<(ArrivalReport & { fromDay: number; toDay: number }) | null> => {
    const range = (await home.lake.snapshot()).range();
    if (!range) return null;
    const [fromDay, toDay] = [from ?? range.fromDay, to ?? range.toDay];
    return { ...(await arrivalReport(ports, { from: fromDay, to: toDay })), fromDay, toDay };
  };
  const named = async () => {
    const providers = await names.providers();
    return <T extends { providerNo: string }>(row: T) => ({ ...row, name: providers.get(row.providerNo)?.name ?? null });
  };

  app.get(
    '/api/arrivals',
    { config: { may: 'claims.read' }, schema: { querystring: period, response: { 200: shapes.arrivals } } },
    async ({ query }) => {
      const report = await reportOf(query);
      if (!report) return { fromDay: null, toDay: null, signals: [], months: [], open: [], tied: 0 };
      const name = await named();
      const count = (ties: readonly Tie[], state: TieState) => ties.filter((one) => one.state === state).length;
      return {
        fromDay: report.fromDay,
        toDay: report.toDay,
        signals: report.signals.map(name),
        months: [...Map.groupBy(report.ties, ({ month }) => month)].map(([month, ties]) => ({
          month,
          tied: count(ties, 'tied'),
          differs: count(ties, 'differs'),
          notStated: count(ties, 'notStated'),
          notArrived: count(ties, 'notArrived'),
        })),
        open: report.ties.filter(({ state }) => state !== 'tied').map(name),
        tied: count(report.ties, 'tied'),
      };
    },
  );

  app.get('/api/arrivals/export', { config: { may: 'claims.read' }, schema: { querystring: period } }, async ({ query }, reply) => {
    const report = await reportOf(query);
    const name = await named();
    const lines = (report?.ties ?? [])
      .map(name)
      .map(({ month, providerNo, name: title, state, arrived, stated, gap }) =>
        csvLine([
          month,
          providerNo,
          title,
          stateWords[state],
          arrived?.settlementCount ?? null,
          stated?.settlementCount ?? null,
          gap.settlementCount,
          arrived?.personCount ?? null,
          stated?.personCount ?? null,
          ...(['totalFen', 'fundFen'] as const).flatMap((key) => [
            arrived && formatYuan(arrived[key]),
            stated && formatYuan(stated[key]),
            formatYuan(gap[key]),
          ]),
        ]),
      );
    return sendFile(reply, ['\ufeff', csvLine(heads), ...lines].join(''), '清算对账.csv', CSV);
  });

  app.get(
    '/api/arrivals/:provider',
    {
      config: { may: 'claims.read' },
      schema: { params: z.object({ provider: z.string() }), querystring: period, response: { 200: shapes.arrivalDays } },
    },
    async ({ params, query }) => {
      const range = (await home.lake.snapshot()).range();
      if (!range) return [];
      const days = await lake.read((connection) =>
        arrivalDays(connection, query.from ?? range.fromDay, query.to ?? range.toDay, params.provider),
      );
      return days.map(({ providerNo: _, ...day }) => day);
    },
  );
}
