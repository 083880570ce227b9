// 记分标准 of the region, and all points of a period as a sheet.
import { type SheetPage, writeWorkbook } from '@hengjian/documents';
import { formatDay, leftOf, pointWords, providerScopeOf } from '@hengjian/domain';
import { bureauRegion, pointRecordsBetween, replaceBehaviours } from '@hengjian/store';
import { z } from 'zod';
import type { App } from '../api.ts';
import { sendFile, XLSX } from '../download.ts';
import { operatorOf } from '../operator.ts';
import { nameOf } from '../points/point-json.ts';
import { pointPortsOf } from '../points/point-ports.ts';
import { refuse } from '../refusal.ts';
import * as shapes from '../schemas/points.ts';
import type { Services } from '../services.ts';

const heads = [
  '记分编号',
  '人员编号',
  '姓名',
  '机构',
  '行为',
  '责任',
  '记分',
  '计入累计',
  '已修复',
  '依据',
  '决定日期',
  '行为日期',
  '状态',
  '告知',
  '期限',
  '生效',
  '撤销',
];

export function pointTableRoutes(app: App, services: Services): void {
  const { home, now } = services;
  const rows = z.array(shapes.behaviour);
  app.get('/api/point-behaviours', { config: { may: 'points.read' }, schema: { response: { 200: rows } } }, async () => [
    ...(await pointPortsOf(home, now())).rules.behaviours,
  ]);
  app.put(
    '/api/point-behaviours',
    { config: { may: 'points.table' }, schema: { body: rows, response: { 200: shapes.counted } } },
    async (request) => {
      const { body } = request;
      const seen = new Set<string>();
      body.forEach((one, i) => {
        const points = [one.general, one.important, one.main];
        const inOrder = points.every((n, k) => Number.isInteger(n) && n >= 1 && n <= 12 && n >= (points[k - 1] ?? 0));
        if (one.code.trim() === '' || seen.has(`${one.code} ${one.fromDay}`) || !inOrder) refuse('points.table', { line: i + 1 }, 422);
        seen.add(`${one.code} ${one.fromDay}`);
      });
      await replaceBehaviours(home.db, await bureauRegion(home.db), body, operatorOf(request), now());
      return { count: body.length };
    },
  );
  app.get('/api/points/export', { config: { may: 'points.read' }, schema: { querystring: shapes.exportQuery } }, async (request, reply) => {
    const { from, to } = request.query;
    const records = await pointRecordsBetween(home.db, { from, to, scope: providerScopeOf(request.actor) });
    const date = (day: number | null) => ({ value: day === null ? '' : formatDay(day) });
    const sheet: SheetPage = {
      name: '记分',
      widths: [16, 18, 10, 26, 40, 10, 7, 9, 7, 30, 12, 12, 14, 12, 12, 12, 12],
      headRows: 2,
      landscape: true,
      rows: [
        [{ value: `支付资格记分 ${formatDay(from)} 至 ${formatDay(to)}`, kind: 'title', across: heads.length }],
        heads.map((value) => ({ value, kind: 'head' as const })),
        ...(await Promise.all(
          records.map(async (one) => [
            { value: one.pointId },
            { value: one.practitionerNo },
            { value: one.name },
            { value: await nameOf(services, one.providerNo) },
            { value: one.behaviour },
            { value: pointWords.responsibilities[one.responsibility].zh },
            { value: one.points },
            { value: one.counted },
            { value: one.counted - leftOf(one) },
            { value: `${pointWords.decisions[one.decisionKind].zh} ${one.decisionRef}` },
            date(one.decidedOn),
            date(one.occurredOn),
            { value: pointWords.states[one.state].zh },
            date(one.noticeOn),
            date(one.dueDay),
            date(one.effectiveOn),
            date(one.revokedOn),
          ]),
        )),
      ],
    };
    return sendFile(reply, await writeWorkbook([sheet]), '支付资格记分.xlsx', XLSX);
  });
}
