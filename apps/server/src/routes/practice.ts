// 医师、药店画像: a list to come from, and a page each. Institutions see their own, a practitioner himself.
import { may, type PracticeKind, practiceIndicators, providerScopeOf } from '@hengjian/domain';
import { shownPractitioners } from '@hengjian/store';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { demand } from '../account/guard-permissions.ts';
import type { App } from '../api.ts';
import { CSV, csvLine, sendFile } from '../download.ts';
import { findingCounts, type PracticeReader, practicePageView, practiceSpan, practicesOf } from '../practice-view.ts';
import { languageOf, refuse } from '../refusal.ts';
import * as shapes from '../schemas/practice.ts';
import type { Services } from '../services.ts';

const kinded = z.object({ kind: shapes.practiceKind });
const named = kinded.extend({ no: z.string().max(60) });
type Query = z.output<typeof shapes.practiceQuery>;
type Row = Omit<shapes.PracticeRowJson, 'findings'>;

const readerOf = (request: FastifyRequest): PracticeReader => ({
  scope: providerScopeOf(request.actor),
  own: request.actor.kind === 'account' ? request.actor.account.practitionerNo : null,
  alerts: may(request.actor, 'alert.read').ok,
  language: languageOf(request),
});

/** Few stand far off for certain; those judged by too few encounters are none of them. */
const isStrange = ({ strangest }: Row): boolean => strangest !== null && strangest.mark !== 'within' && strangest.mark !== 'small';
const scoreOf = ({ strangest }: Row): number =>
  strangest === null || strangest.mark === 'small' || strangest.score === null ? -1 : Math.abs(strangest.score);

export function practiceRoutes(app: App, services: Services): void {
  const { home, names } = services;

  /** Everybody that the reader may see, filtered and in order. */
  async function listed(kind: PracticeKind, query: Query, reader: PracticeReader) {
    const span = await practiceSpan(services, query);
    if (!span) return null;
    const { board, totals } = await practicesOf(services, kind, span.period);
    const providers = await names.providers();
    const text = query.text?.trim().toLowerCase();
    const all: Row[] = [...totals.values()].flatMap(({ providerNos, lastDay: _, ...total }) => {
      const seen = reader.scope === null || total.no === reader.own || providerNos.some((no) => reader.scope?.includes(no));
      const standing = board.standings.get(total.no);
      return seen
        ? {
            ...total,
            providers: providerNos.map((providerNo) => ({ providerNo, name: providers.get(providerNo)?.name ?? null })),
            department: standing?.department ?? null,
            level: standing?.level ?? (kind === 'pharmacy' ? null : (providers.get(providerNos[0] ?? '')?.level ?? null)),
            strangest: standing?.marks[0] ?? null,
          }
        : [];
    });
    const rows = all.filter(
      (row) =>
        (!text || [row.no, row.name, ...row.providers.map(({ name }) => name)].some((part) => part?.toLowerCase().includes(text))) &&
        (!query.department || row.department === query.department) &&
        (!query.provider || row.providers.some(({ providerNo }) => providerNo === query.provider)) &&
        (!query.strange || isStrange(row)),
    );
    const by = query.sort.replace(/^-/, '');
    const way = query.sort.startsWith('-') ? -1 : 1;
    // what is not known stands below all that is
    const value = (row: Row) => (by === 'score' ? scoreOf(row) : ((row[by as 'fundFen'] as number | string | null) ?? -1));
    rows.sort((a, b) => (value(a) < value(b) ? -way : value(a) > value(b) ? way : a.no < b.no ? -1 : 1));
    return { ...span, rows, departments: [...new Set(all.flatMap(({ department }) => department ?? []))].sort() };
  }

  app.get(
    '/api/practice/:kind',
    {
      config: { may: 'practice.read' },
      schema: { params: kinded, querystring: shapes.practiceQuery, response: { 200: shapes.practiceList } },
    },
    async (request) => {
      const { params, query } = request;
      const reader = readerOf(request);
      const found = await listed(params.kind, query, reader);
      if (!found) return null;
      const page = found.rows.slice((query.page - 1) * query.size, query.page * query.size);
      const counts = await findingCounts(
        services,
        params.kind,
        page.map(({ no }) => no),
        reader,
      );
      const rows = page.map((row) => ({ ...row, findings: counts.get(row.no) ?? 0 }));
      return { known: found.known, period: found.period, departments: found.departments, total: found.rows.length, rows };
    },
  );

  app.get(
    '/api/practice/:kind/export',
    { config: { may: 'practice.read' }, schema: { params: kinded, querystring: shapes.practiceQuery } },
    async (request, reply) => {
      const { kind } = request.params;
      const found = await listed(kind, request.query, readerOf(request));
      const heads = [
        '编号',
        '名称',
        '机构',
        '科室',
        '级别',
        '人次',
        '人数',
        '总费用（元）',
        '基金支付（元）',
        '偏离最大的指标',
        '偏离（标准误）',
      ];
      const lines = (found?.rows ?? []).map((row) =>
        csvLine([
          row.no,
          row.name,
          row.providers.map(({ providerNo, name }) => name ?? providerNo).join('、'),
          row.department,
          row.level,
          row.encounters,
          row.people,
          (row.totalFen / 100).toFixed(2),
          row.fundFen === null ? null : (row.fundFen / 100).toFixed(2),
          row.strangest && practiceIndicators[row.strangest.indicator].zh,
          scoreOf(row) < 0 ? null : Number(row.strangest?.score?.toFixed(2)),
        ]),
      );
      const name = `${kind === 'physician' ? '医师' : '药店'}画像.csv`;
      return sendFile(reply, ['\ufeff', csvLine(heads), ...lines].join(''), name, CSV);
    },
  );

  /** Name and institutions; refused where the reader sees none of them. */
  async function subject(request: FastifyRequest, kind: PracticeKind, no: string, treatedAt: readonly string[]) {
    const providers = await names.providers();
    const registered = kind === 'physician' ? (await shownPractitioners(home.db, [no], 0))[0] : undefined;
    const known = kind === 'pharmacy' ? providers.get(no)?.kind === 'pharmacy' : registered !== undefined || treatedAt.length > 0;
    if (!known) refuse('server.not-found', { what: kind === 'pharmacy' ? '药店' : '医师', id: no }, 404);
    const providerNos = kind === 'pharmacy' ? [no] : [...new Set([...treatedAt, ...(registered?.providerNos ?? [])])];
    demand(request, 'practice.read', { providerNos, ...(kind === 'physician' && { practitionerNo: no }) });
    const reader = readerOf(request);
    return {
      registeredName: registered?.name ?? null,
      providers: providerNos
        .filter((providerNo) => reader.scope === null || reader.own === no || reader.scope.includes(providerNo))
        .map((providerNo) => ({
          providerNo,
          name: providers.get(providerNo)?.name ?? null,
          level: providers.get(providerNo)?.level ?? null,
        })),
    };
  }

  app.get(
    '/api/practice/:kind/:no',
    {
      config: { may: 'practice.read' },
      schema: { params: named, querystring: shapes.practicePageQuery, response: { 200: shapes.practicePage } },
    },
    async (request) => {
      const { kind, no } = request.params;
      const span = await practiceSpan(services, request.query);
      if (!span) refuse('server.not-found', { what: kind === 'pharmacy' ? '药店' : '医师', id: no }, 404);
      const total = (await practicesOf(services, kind, span.period)).totals.get(no);
      const ever = total ?? (await practicesOf(services, kind, span.known)).totals.get(no);
      const { registeredName, providers } = await subject(request, kind, no, ever?.providerNos ?? []);
      const page = await practicePageView(services, kind, no, { ...span, indicator: request.query.indicator }, readerOf(request));
      return { no, name: registeredName ?? ever?.name ?? providers[0]?.name ?? null, providers, ...page };
    },
  );
}
