// 编制: the indicator library, and targets being drawn up from a blank, from a plan, from the library.
import { randomUUID } from 'node:crypto';
import { suggestMeasures } from '@hengjian/catalog';
import { runChecks } from '@hengjian/catalog/checks/run-checks.ts';
import { checks } from '@hengjian/catalog/checks.gen.ts';
import { documentOfDraft, type Language, type LibraryEntry, type PlanDraft } from '@hengjian/domain';
import { draftStoreOf, scoringOf } from '@hengjian/store';
import { adoptDraft, dropDraft, indicatorLibrary, measureById, saveDraft, startDraft } from '@hengjian/workflows';
import { z } from 'zod';
import type { App } from '../api.ts';
import { operatorOf } from '../operator.ts';
import { keptReadings } from '../readings.ts';
import { languageOf, refuse, taken } from '../refusal.ts';
import { adopted } from '../schemas/documents.ts';
import * as shapes from '../schemas/plan-drafts.ts';
import type { Services } from '../services.ts';

const draft = z.object({ draft: z.string() });
const ok = z.object({ ok: z.literal(true) });

export function planDraftsRoutes(app: App, { home, now }: Services): void {
  const ports = { ...scoringOf(home.db), drafts: draftStoreOf(home.db) };

  app.get(
    '/api/indicator-library',
    { config: { may: 'plan.read' }, schema: { querystring: shapes.libraryQuery, response: { 200: shapes.libraryPage } } },
    async (request) => {
      const { query } = request;
      const entries = await indicatorLibrary(ports.plans, await keptReadings(home));
      const found = entries.filter(wantedBy(query));
      const from = (query.page - 1) * query.size;
      return {
        total: found.length,
        all: entries.length,
        orgs: [...new Set(entries.flatMap(({ uses }) => uses.flatMap(({ org }) => org ?? [])))].sort((a, b) => a.localeCompare(b, 'zh')),
        rows: found.slice(from, from + query.size).map((entry) => entryOf(entry, languageOf(request))),
      };
    },
  );

  app.get('/api/plan-drafts', { config: { may: 'plan.read' }, schema: { response: { 200: z.array(shapes.draftHead) } } }, async () =>
    (await ports.drafts.open()).map(({ draftId, content, by, at }) => ({
      draftId,
      org: content.org,
      year: content.year,
      projectCount: content.projects.length,
      rowCount: content.projects.reduce((sum, { rows }) => sum + rows.length, 0),
      by,
      at,
    })),
  );

  app.post(
    '/api/plan-drafts',
    { config: { may: 'plan.change' }, schema: { body: shapes.draftBegin, response: { 200: shapes.draftFile } } },
    async (request) => {
      const given = { draftId: `F${randomUUID().replaceAll('-', '').slice(0, 15)}`, ...request.body, by: operatorOf(request), now: now() };
      return fileOf(taken(await startDraft(ports, given), 404), languageOf(request));
    },
  );

  app.get(
    '/api/plan-drafts/:draft',
    { config: { may: 'plan.read' }, schema: { params: draft, response: { 200: shapes.draftFile } } },
    async (request) => {
      const found = await ports.drafts.draft(request.params.draft);
      if (!found) refuse('plan.unknown-draft', { id: request.params.draft }, 404);
      return fileOf(found, languageOf(request));
    },
  );

  app.put(
    '/api/plan-drafts/:draft',
    {
      config: { may: 'plan.change' },
      schema: {
        params: draft,
        body: z.object({ serial: z.number().int(), content: shapes.draftContent }),
        response: { 200: shapes.draftFile },
      },
    },
    async (request) => {
      const given = { draftId: request.params.draft, ...request.body, by: operatorOf(request), now: now() };
      return fileOf(taken(await saveDraft(ports.drafts, given), 409), languageOf(request));
    },
  );

  app.post(
    '/api/plan-drafts/:draft/end',
    { config: { may: 'plan.change' }, schema: { params: draft, response: { 200: ok } } },
    async (request) => {
      taken(await dropDraft(ports.drafts, { draftId: request.params.draft, by: operatorOf(request), now: now() }), 409);
      return { ok: true as const };
    },
  );

  app.post(
    '/api/plan-drafts/:draft/adoption',
    { config: { may: 'plan.change' }, schema: { params: draft, response: { 200: adopted } } },
    async (request) => {
      const given = { draftId: request.params.draft, by: operatorOf(request), now: now(), suggest: suggestMeasures };
      const { plan, suggestions } = taken(await adoptDraft(ports, given), 409);
      return {
        planId: plan.planId,
        indicators: plan.projects.reduce((sum, project) => sum + project.indicators.length, 0),
        withMeasure: suggestions.filter(({ measureId, state }) => measureId !== null && state !== 'rejected').length,
      };
    },
  );
}

/** Every filter that is given must fit. */
function wantedBy({ text, level, kind, measured, org }: z.infer<typeof shapes.libraryQuery>): (entry: LibraryEntry) => boolean {
  const words = (text ?? '').split(/\s+/).filter(Boolean);
  return (entry) =>
    words.every((word) =>
      `${entry.name} ${entry.level1 ?? ''} ${entry.level2 ?? ''} ${entry.uses.map((use) => use.project).join(' ')}`.includes(word),
    ) &&
    (level === undefined || (entry.level1 ?? '').includes(level)) &&
    (kind === undefined || (entry.targets !== null) === (kind === 'number')) &&
    (measured === undefined || (entry.measure?.measureId != null) === (measured === 'yes')) &&
    (org === undefined || entry.uses.some((use) => use.org === org));
}

const entryOf = ({ measure, ...entry }: LibraryEntry, language: Language): shapes.LibraryEntryJson => ({
  ...entry,
  measure: measure && { ...measure, title: measureById(measure.measureId)?.title[language] ?? null },
});

/** A draft with the linter's marks, each told by project and row. */
function fileOf(found: PlanDraft, language: Language): shapes.DraftFileJson {
  const { document, lines } = documentOfDraft(found.content, '');
  const places = new Map<number, [number, number]>();
  document.projects.forEach((project, index) => {
    places.set(project.line ?? 0, [index + 1, 0]);
    project.indicators.forEach((row, at) => {
      places.set(row.line, [index + 1, at + 1]);
    });
  });
  const marks = runChecks(checks, document, { lines, tables: [] }, language);
  return {
    ...found,
    marks: marks.map(({ code, severity, message, lines: at, suggestions }) => ({
      code,
      severity,
      message,
      advice: [...new Set(suggestions.map((one) => one.message))],
      places: at.flatMap((line) => (places.has(line) ? [places.get(line) as [number, number]] : [])),
    })),
  };
}
