// 审计: who looked at personal data, and the journal.
import { journalOf, personalDataAccesses } from '@hengjian/store';
import { z } from 'zod';
import type { App } from '../api.ts';
import * as shapes from '../schemas/account.ts';
import type { Services } from '../services.ts';

/** Rows of one page; the next begins before the last serial shown. */
const PAGE = 100;

export function auditRoutes(app: App, { home }: Services): void {
  app.get(
    '/api/personal-data-access',
    { config: { may: 'access.read' }, schema: { querystring: shapes.accessQuery, response: { 200: z.array(shapes.access) } } },
    ({ query }) => personalDataAccesses(home.db, { ...query, limit: PAGE }),
  );
  app.get(
    '/api/journal',
    { config: { may: 'journal.read' }, schema: { querystring: shapes.stepQuery, response: { 200: z.array(shapes.step) } } },
    async ({ query }) => (await journalOf(home.db).page({ ...query, limit: PAGE })).map(({ detail: _, hash: _hash, ...step }) => step),
  );
}
