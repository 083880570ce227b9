// 文件: read documents beside what was read from them and what the linter says; adopting one as a plan.
import { suggestMeasures } from '@hengjian/catalog';
import { criterionOf } from '@hengjian/catalog/checks/criteria.ts';
import { runChecks } from '@hengjian/catalog/checks/run-checks.ts';
import { checks } from '@hengjian/catalog/checks.gen.ts';
import { type DocumentReading, readDocument, writeReview } from '@hengjian/documents';
import { dayOf, type Language, reviewTargets } from '@hengjian/domain';
import { bureauParameter, bureauRegion, documentShelfOf, planStoreOf } from '@hengjian/store';
import { adoptPlan } from '@hengjian/workflows';
import { z } from 'zod';
import type { App } from '../api.ts';
import { DOCX, sendFile } from '../download.ts';
import { operatorOf } from '../operator.ts';
import { languageOf, refuse, taken } from '../refusal.ts';
import * as shapes from '../schemas/documents.ts';
import type { Services } from '../services.ts';

const named = z.object({ document: z.string() });

export function documentsRoutes(app: App, services: Services): void {
  const { home, now } = services;
  const shelf = documentShelfOf(home.db);
  app.get('/api/documents', { config: { may: 'document.read' }, schema: { response: { 200: z.array(shapes.documentHead) } } }, () =>
    shelf.list(),
  );

  app.post(
    '/api/documents',
    {
      config: { may: 'document.change' },
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
      const { document } = taken(await readDocument(bytes, file));
      const documentId = await shelf.keep(file, bytes, operatorOf(request), now());
      await shelf.keepReading(documentId, document);
      return { documentId };
    },
  );

  app.get(
    '/api/documents/:document',
    { config: { may: 'document.read' }, schema: { params: named, response: { 200: shapes.documentFile } } },
    async (request) => {
      const { head, reading } = await readingOf(services, request.params.document);
      return fileOf(head, reading, languageOf(request));
    },
  );

  app.get(
    '/api/documents/:document/review.docx',
    { config: { may: 'document.read' }, schema: { params: named } },
    async (request, reply) => {
      const { head, reading } = await readingOf(services, request.params.document);
      const marks = runChecks(checks, reading.document, reading.source);
      const today = dayOf(now());
      const poor = (await bureauParameter(home.db, 'plan.poorPercent', await bureauRegion(home.db)))(today) / 100;
      const bytes = await writeReview(reviewTargets(reading.document, marks, criterionOf, poor), { writtenOn: today, file: head.file });
      return sendFile(reply, bytes, `绩效目标审核意见（${head.file.replace(/\.[^.]*$/, '')}）.docx`, DOCX);
    },
  );

  app.post(
    '/api/documents/:document/adoption',
    { config: { may: 'plan.change' }, schema: { params: named, body: shapes.adoption, response: { 200: shapes.adopted } } },
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
  const kept = await documentShelfOf(home.db).read(documentId);
  if (!kept) refuse('server.not-found', { what: '文件', id: documentId }, 404);
  return { head: kept.head, reading: taken(await readDocument(kept.bytes, kept.head.file)) };
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
