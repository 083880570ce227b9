// 数据: versions of the lake, what each import said of itself, rejected rows.
import { existsSync, readFileSync } from 'node:fs';
import { readCsv } from '@hengjian/catalog/knowledge/index.ts';
import type { ImportReport } from '@hengjian/workflows';
import { z } from 'zod';
import type { App } from '../api.ts';
import { wishedAfterImport } from '../jobs/after-import.ts';
import { refuse } from '../refusal.ts';
import { paging } from '../schemas/common.ts';
import * as shapes from '../schemas/imports.ts';
import type { Services } from '../services.ts';

const tables = ['person', 'provider', 'practitioner', 'encounter', 'settlement', 'line', 'diagnosis', 'operation'] as const;

export function importsRoutes(app: App, { home }: Services): void {
  app.get('/api/lake', { config: { may: 'claims.read' }, schema: { response: { 200: shapes.lakeState } } }, async () => {
    const snapshot = await home.lake.snapshot();
    const rows = await home.db.selectFrom('lakeVersion').selectAll().orderBy('version', 'desc').limit(100).execute();
    const size = await home.db
      .selectFrom('lakeFile')
      .select((e) => e.fn.sum<string>('bytes').as('bytes'))
      .where('toVersion', 'is', null)
      .executeTakeFirst();
    return {
      version: snapshot.version,
      fromDay: snapshot.range()?.fromDay ?? null,
      toDay: snapshot.range()?.toDay ?? null,
      counts: Object.fromEntries(tables.map((table) => [table, snapshot.rowCount(table)])),
      bytes: Number(size?.bytes ?? 0),
      versions: rows.map(versionOf),
      follows: await wishedAfterImport(home),
    };
  });

  app.get(
    '/api/lake/versions/:version/rejected',
    {
      config: { may: 'claims.change' },
      schema: {
        params: z.object({ version: z.coerce.number().int() }),
        querystring: z.object(paging),
        response: { 200: shapes.rejectedPage },
      },
    },
    async ({ params, query }) => {
      const row = await home.db.selectFrom('lakeVersion').selectAll().where('version', '=', params.version).executeTakeFirst();
      if (!row) refuse('server.not-found', { what: '数据版本', id: String(params.version) }, 404);
      const file = (row.report as Partial<ImportReport>).rejectedFile;
      if (!file || !existsSync(file)) return { total: 0, columns: [], rows: [] };
      const [columns = [], ...rows] = readCsv(readFileSync(file, 'utf8')).records.map((record) => record.cells);
      return { total: rows.length, columns, rows: rows.slice((query.page - 1) * query.size, query.page * query.size) };
    },
  );
}

function versionOf(row: { version: number; recordedAt: Date; folder: string; report: unknown }): shapes.LakeVersionJson {
  const report = row.report as Partial<ImportReport>;
  const counts = Object.entries(report.tables ?? {}).map(([table, count]) => ({
    table,
    read: count.read,
    added: count.added,
    changed: count.changed,
    skipped: count.skipped,
    rejected: count.rejected,
  }));
  return {
    version: row.version,
    recordedAt: row.recordedAt.toISOString(),
    folder: row.folder,
    tables: counts,
    rejected: counts.reduce((sum, { rejected }) => sum + rejected, 0),
    rejectedFile: report.rejectedFile ?? null,
    seconds: report.seconds ?? null,
    netting: { ...report.netting },
    unknownCodes: report.unknownCodes ?? [],
  };
}
