// 机构端: the institution's own findings with their clock, answers for many at once or by Excel, and its evidence.
import { dayOf, type FindingState, findingStates, type Language } from '@hengjian/domain';
import { doctorsOf, findingsOfInstitution, waitingFindings } from '@hengjian/store';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { readAnswerSheet, type SheetAnswer, writeAnswerSheet } from '../answer-sheet.ts';
import type { App } from '../api.ts';
import { sendFile, XLSX } from '../download.ts';
import { type Acting, actingOf } from '../finding-life.ts';
import { masked } from '../mask.ts';
import { languageOf, refuse, said, taken } from '../refusal.ts';
import {
  groupsQuery,
  type InstitutionFindingJson,
  institutionFindings,
  sheetTaken,
  stepBody,
  stepsTaken,
} from '../schemas/finding-life.ts';
import type { Services } from '../services.ts';
import { refusedOf, takeSteps } from './finding-life.ts';

const named = z.object({ provider: z.string().max(60) });
/** What waits for the institution. */
const ANSWERED: readonly FindingState[] = ['feedback', 'reAppeal'];
const SHOWN = 2000;
const SHEET_ROWS = 50_000;

export function institutionsRoutes(app: App, services: Services): void {
  const { home, names, now } = services;

  app.get(
    '/api/institutions/:provider/findings',
    { config: { may: 'finding.read' }, schema: { params: named, querystring: groupsQuery, response: { 200: institutionFindings } } },
    async (request) => {
      const { provider } = ownOf(request, request.params.provider);
      const asked = findingStates.filter((state) => request.query.state?.includes(state));
      const [rows, states, providers] = await Promise.all([
        rowsOf(services, provider, asked.length > 0 ? asked : ANSWERED, SHOWN + 1, languageOf(request)),
        waitingFindings(home.db, dayOf(now()), provider),
        names.providers(),
      ]);
      return {
        providerNo: provider,
        name: providers.get(provider)?.name ?? null,
        states,
        rows: rows.slice(0, SHOWN),
        cut: rows.length > SHOWN,
      };
    },
  );

  app.post(
    '/api/institutions/:provider/answers',
    { config: { may: 'finding.read' }, schema: { params: named, body: stepBody, response: { 200: stepsTaken } } },
    async (request) => {
      const { acting } = ownOf(request, request.params.provider, request.body.by);
      const result = await takeSteps(services, request.body, acting);
      return { done: result.done.map(({ findingId, state }) => ({ findingId, state })), refused: refusedOf(result, request) };
    },
  );

  app.get(
    '/api/institutions/:provider/answer-sheet',
    { config: { may: 'finding.read' }, schema: { params: named } },
    async (request, reply) => {
      const { provider } = ownOf(request, request.params.provider);
      const rows = await rowsOf(services, provider, ANSWERED, SHEET_ROWS, languageOf(request));
      const name = (await names.providers()).get(provider)?.name ?? provider;
      return sendFile(reply, await writeAnswerSheet(name, rows), `疑点答复表-${provider}.xlsx`, XLSX);
    },
  );

  app.post(
    '/api/institutions/:provider/answer-sheet',
    {
      config: { may: 'finding.read' },
      schema: {
        params: named,
        querystring: z.object({ file: z.string().min(1).max(300) }),
        consumes: ['application/octet-stream'],
        response: { 200: sheetTaken },
      },
    },
    async (request) => {
      const language = languageOf(request);
      const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const { answers, refused } = taken(await readAnswerSheet(request.query.file, bytes));
      const { acting } = ownOf(request, request.params.provider);
      let done = 0;
      const told = refused.map(({ row, findingId, issue }) => ({ row, findingId, message: said(issue, language).message }));
      for (const batch of batchesOf(answers)) {
        const [{ action, why }] = batch as [SheetAnswer];
        const body = { findingIds: batch.map((answer) => answer.findingId), action, why };
        const result = await takeSteps(services, body, acting);
        done += result.done.length;
        const rowOf = new Map(batch.map((answer) => [answer.findingId, answer.row]));
        for (const { findingId, issues } of result.refused)
          told.push({
            row: rowOf.get(findingId) as number,
            findingId,
            message: issues.map((one) => said(one, language).message).join(';'),
          });
      }
      return { done, refused: told.sort((a, b) => a.row - b.row) };
    },
  );
}

/** Who acts here acts for this institution only, and only as it; another's is none. */
function ownOf(request: FastifyRequest, provider: string, stated?: string): { provider: string; acting: Acting } {
  const acting = actingOf(request, stated);
  if (acting.scope && !acting.scope.includes(provider)) refuse('server.not-found', { what: '机构', id: provider }, 404);
  return { provider, acting: { ...acting, as: acting.as.filter((part) => part === 'institution'), scope: [provider] } };
}

const BATCH = 1000;
/** Answers that say the same, together. */
function batchesOf(answers: readonly SheetAnswer[]): SheetAnswer[][] {
  const groups = [...Map.groupBy(answers, ({ action, why }) => `${action}|${why}`).values()];
  return groups.flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / BATCH) }, (_, i) => group.slice(i * BATCH, (i + 1) * BATCH)),
  );
}

async function rowsOf(
  { home, lake, names }: Services,
  providerNo: string,
  states: readonly FindingState[],
  limit: number,
  language: Language,
): Promise<InstitutionFindingJson[]> {
  const rows = await findingsOfInstitution(home.db, providerNo, states, limit);
  const encounters = [...new Set(rows.flatMap((row) => row.encounterNos[0] ?? []))];
  const doctors = await lake.read(async (connection, snapshot) =>
    snapshot.version === 0 ? new Map<string, string>() : doctorsOf(connection, encounters),
  );
  const titles = new Map(
    await Promise.all(
      [...new Set(rows.map((row) => row.ruleId))].map(
        async (ruleId) => [ruleId, (await names.rule(ruleId))?.title[language] ?? ruleId] as const,
      ),
    ),
  );
  return rows.map(({ edition: _, explanationZh, explanationEn, ...row }) => ({
    ...row,
    ruleTitle: titles.get(row.ruleId) ?? row.ruleId,
    doctorNo: doctors.get(row.encounterNos[0] ?? '') ?? null,
    personNos: row.personNos.map(masked),
    explanation: language === 'zh' ? explanationZh : explanationEn,
  }));
}
