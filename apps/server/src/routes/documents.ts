// 文件: read documents beside what was read from them and what the linter says; adopting one as a plan.
import { createHash } from 'node:crypto';
import { suggestMeasures } from '@hengjian/catalog';
import { runChecks } from '@hengjian/catalog/checks/run-checks.ts';
import { checks } from '@hengjian/catalog/checks.gen.ts';
import { type DocumentReading, readDocument } from '@hengjian/documents';
import type { Language } from '@hengjian/domain';
import { planStoreOf } from '@hengjian/store';
import { adoptPlan } from '@hengjian/workflows';
import { z } from 'zod';
import type { App } from '../api.ts';
import { operatorOf } from '../operator.ts';
import { languageOf, refuse, taken } from '../refusal.ts';
import * as shapes from '../schemas/documents.ts';
import type { Services } from '../services.ts';

const named = z.object({ document: z.string() });

export function documentsRoutes(app: App, services: Services): void {
  const { home, now } = services;
  app.get('/api/documents', { schema: { response: { 200: z.array(shapes.documentHead) } } }, async () => {
    const rows = await home.db
      .selectFrom('uploadedDocument')
      .select(['documentId', 'file', 'uploadedAt', 'uploadedBy'])
      .select((e) => e.fn<number>('length', ['bytes']).as('bytes'))
      .orderBy('uploadedAt', 'desc')
      .execute();
    return rows;
  });

  app.post(
    '/api/documents',
    {
      schema: {
        querystring: z.object({ file: z.string().min(1).max(200) }),
        consumes: ['application/octet-stream'],
        response: { 200: z.object({ documentId: z.string() }) },
      },
    },
    async (request) => {
      const bytes = request.body as Buffer;
      const { file } = request.query;
      // A document that cannot be read is refused and not kept.
      taken(await readDocument(bytes, file));
      const documentId = `D${createHash('sha256').update(file).update('\0').update(bytes).digest('hex').slice(0, 16)}`;
      await home.db
        .insertInto('uploadedDocument')
        .values({ documentId, file, bytes, uploadedAt: now(), uploadedBy: operatorOf(request) })
        .onConflict((conflict) => conflict.column('documentId').doNothing())
        .execute();
      return { documentId };
    },
  );

  app.get('/api/documents/:document', { schema: { params: named, response: { 200: shapes.documentFile } } }, async (request) => {
    const { head, reading } = await readingOf(services, request.params.document);
    return fileOf(head, reading, languageOf(request));
  });

  app.post(
    '/api/documents/:document/adoption',
    { schema: { params: named, body: shapes.adoption, response: { 200: shapes.adopted } } },
    async (request) => {
      const { reading } = await readingOf(services, request.params.document);
      const given = { document: reading.document, year: request.body.year, by: operatorOf(request), now: now(), confirm: false };
      const { plan, suggestions } = taken(await adoptPlan(planStoreOf(home.db), { ...given, suggest: suggestMeasures }));
      return {
        planId: plan.planId,
        indicators: plan.projects.reduce((sum, project) => sum + project.indicators.length, 0),
        withMeasure: suggestions.filter(({ measureId, state }) => measureId !== null && state !== 'rejected').length,
      };
    },
  );
}

async function readingOf({ home }: Services, documentId: string): Promise<{ head: shapes.DocumentHead; reading: DocumentReading }> {
  const row = await home.db.selectFrom('uploadedDocument').selectAll().where('documentId', '=', documentId).executeTakeFirst();
  if (!row) refuse('server.not-found', { what: '文件', id: documentId }, 404);
  const { bytes, ...head } = row;
  return { head: { ...head, bytes: bytes.length }, reading: taken(await readDocument(bytes, row.file)) };
}

function fileOf(head: shapes.DocumentHead, { document, source }: DocumentReading, language: Language): shapes.DocumentFileJson {
  return {
    ...head,
    org: document.org,
    year: document.year,
    kind: document.kind,
    totals: document.totals,
    lines: source.lines,
    projects: document.projects.map(({ name, kind, budgetWan, goals, line, indicators }) => ({
      name,
      kind,
      budgetWan,
      goals,
      line: line ?? null,
      indicators: indicators.map(({ source: _, remark: _remark, ...indicator }) => indicator),
    })),
    warnings: document.warnings,
    marks: runChecks(checks, document, source, language),
    adoptable: document.kind !== 'self-evaluation' && document.kind !== 'monitoring',
  };
}
