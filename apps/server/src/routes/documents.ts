// 文件: read documents beside what was read from them and what the linter says; adopting one as a plan.
import { suggestMeasures } from '@hengjian/catalog';
import { criterionOf } from '@hengjian/catalog/checks/criteria.ts';
import { runChecks } from '@hengjian/catalog/checks/run-checks.ts';
import { checks } from '@hengjian/catalog/checks.gen.ts';
import { habitsFrom, publicationCheck, readDocument, writeReview } from '@hengjian/documents';
import {
  type CellValue,
  type CorrectableField,
  cellValueOf,
  dayOf,
  type Language,
  reviewTargets,
  type TargetsInForce,
} from '@hengjian/domain';
import { bureauParameter, bureauRegion, documentShelfOf, planStoreOf, readingDeskOf } from '@hengjian/store';
import { adoptPlan, targetsInForce } from '@hengjian/workflows';
import { z } from 'zod';
import type { App } from '../api.ts';
import { DOCX, sendFile } from '../download.ts';
import { operatorOf } from '../operator.ts';
import { readingOf, type ShelfReading } from '../readings.ts';
import { languageOf, refuse, taken } from '../refusal.ts';
import * as shapes from '../schemas/documents.ts';
import type { Services } from '../services.ts';

const named = z.object({ document: z.string() });

export function documentsRoutes(app: App, services: Services): void {
  const { home, now } = services;
  const shelf = documentShelfOf(home.db);
  const desk = readingDeskOf(home.db);
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
      taken(await readDocument(bytes, file, languageOf(request), await desk.habits()));
      return { documentId: await shelf.keep(file, bytes, operatorOf(request), now()) };
    },
  );

  app.get(
    '/api/documents/:document',
    { config: { may: 'document.read' }, schema: { params: named, response: { 200: shapes.documentFile } } },
    async (request) => {
      const kept = await found(services, request.params.document);
      const targets = await targetsInForce(planStoreOf(home.db), kept.reading.document);
      return fileOf(kept, languageOf(request), targets);
    },
  );

  app.post(
    '/api/documents/:document/corrections',
    {
      config: { may: 'document.change' },
      schema: { params: named, body: shapes.correction, response: { 200: shapes.correctionMade } },
    },
    async (request) => {
      const { document: documentId } = request.params;
      const { line, name, why, remember } = request.body;
      const { machine } = await found(services, documentId);
      const form = machine.projects.find((one) => one.indicators.some((row) => row.line === line && row.name === name));
      const row = form?.indicators.find((one) => one.line === line && one.name === name);
      if (!form || !row) refuse('server.correction-nowhere', { line, name }, 409);
      const changes: Partial<Record<CorrectableField, CellValue>> = {};
      for (const [field, text] of Object.entries(request.body.changes) as [CorrectableField, string][]) {
        const value = cellValueOf(field, text);
        if (value === undefined) refuse('server.correction-value', { field, text }, 422);
        changes[field] = value;
      }
      const habits = remember && form.layout ? habitsFrom(form.layout, row, changes) : [];
      await desk.correct({ documentId, line, name, changes, why, by: operatorOf(request), at: now() }, habits);
      await shelf.keepReading(documentId, (await found(services, documentId)).reading.document);
      return { taught: habits };
    },
  );

  app.get('/api/reading-habits', { config: { may: 'document.read' }, schema: { response: { 200: z.array(shapes.taughtHabit) } } }, () =>
    desk.habits(),
  );

  app.post(
    '/api/reading-habits',
    { config: { may: 'document.change' }, schema: { body: shapes.teaching, response: { 200: z.object({ ok: z.literal(true) }) } } },
    async (request) => {
      await desk.teach({ ...request.body, documentId: null, by: operatorOf(request), at: now() });
      return { ok: true as const };
    },
  );

  app.get(
    '/api/documents/:document/review.docx',
    { config: { may: 'document.read' }, schema: { params: named } },
    async (request, reply) => {
      const { head, reading } = await found(services, request.params.document);
      const marks = runChecks(checks, reading.document, reading.source);
      const today = dayOf(now());
      const poor = (await bureauParameter(home.db, 'plan.poorPercent', await bureauRegion(home.db)))(today) / 100;
      const bytes = await writeReview(reviewTargets(reading.document, marks, criterionOf, poor), { writtenOn: today, file: head.file });
      return sendFile(reply, bytes, `绩效目标审核意见（${head.file.replace(/\.[^.]*$/, '')}）.docx`, DOCX);
    },
  );

  app.get(
    '/api/documents/:document/publication',
    { config: { may: 'document.read' }, schema: { params: named, response: { 200: shapes.publication } } },
    async (request) => {
      const kept = await shelf.read(request.params.document);
      if (!kept) refuse('server.not-found', { what: '文件', id: request.params.document }, 404);
      return taken(await publicationCheck(kept.bytes, kept.head.file, languageOf(request)));
    },
  );

  app.post(
    '/api/documents/:document/adoption',
    { config: { may: 'plan.change' }, schema: { params: named, body: shapes.adoption, response: { 200: shapes.adopted } } },
    async (request) => {
      const { reading } = await found(services, request.params.document);
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

async function found({ home }: Services, documentId: string): Promise<ShelfReading> {
  const outcome = await readingOf(home, documentId);
  if (!outcome) refuse('server.not-found', { what: '文件', id: documentId }, 404);
  return taken(outcome);
}

function fileOf(
  { head, reading, machine, corrections }: ShelfReading,
  language: Language,
  targets: TargetsInForce | null,
): shapes.DocumentFileJson {
  const { document, source } = reading;
  const namedByMachine = machine.projects.map((project) => project.indicators.map((row) => row.name));
  return {
    ...head,
    org: document.org,
    year: document.year,
    kind: document.kind,
    totals: document.totals,
    lines: source.lines,
    projects: document.projects.map(({ name, kind, budgetWan, goals, line, layout, indicators }, at) => ({
      name,
      kind,
      budgetWan,
      goals,
      line: line ?? null,
      layout: layout ?? null,
      indicators: indicators.map(({ remark: _remark, cells, corrected, ...indicator }, row) => ({
        ...indicator,
        readAs: namedByMachine[at]?.[row] ?? indicator.name,
        cells: cells ?? [],
        corrected: corrected ?? [],
      })),
    })),
    warnings: document.warnings,
    corrections: corrections.length,
    marks: runChecks(checks, document, source, language, targets),
    adoptable: document.kind !== 'self-evaluation' && document.kind !== 'monitoring',
  };
}
