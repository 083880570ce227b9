// 月度分析: the report of a month on the page, as Word and as PDF.
import { findLibreOffice, pdfOf, writeReport } from '@hengjian/documents';
import { type Language, monthsBetween } from '@hengjian/domain';
import { bureauParameter, bureauRegion } from '@hengjian/store';
import { z } from 'zod';
import type { App } from '../api.ts';
import { DOCX, sendFile } from '../download.ts';
import { monthReportView } from '../month-report-view.ts';
import { languageOf, refuse } from '../refusal.ts';
import * as shapes from '../schemas/month-report.ts';
import type { Services } from '../services.ts';

const fileNames = { zh: '基金运行分析', en: 'fund-report' } as const;
/** Of the report; that of the page unless another is wished. */
const language = z.enum(['zh', 'en']);
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

export function monthReportRoutes(app: App, services: Services): void {
  const { home, analysis, now } = services;
  const reportOf = async (language: Language, asked?: string) => {
    const known = await analysis.months();
    const chosen = asked ?? known?.to;
    if (!known || !chosen) return null;
    const least = (await bureauParameter(home.db, 'benchmark.leastStays', await bureauRegion(home.db)))(Math.floor(now() / 86_400));
    const report = await monthReportView(services, chosen, least, language);
    return report && { month: chosen, months: monthsBetween(known.from, known.to).reverse(), ...report };
  };
  app.get(
    '/api/month-report',
    {
      config: { may: 'decision.read' },
      schema: {
        querystring: z.object({ month: month.optional(), language: language.optional() }),
        response: { 200: shapes.monthReport.nullable() },
      },
    },
    async (request) => {
      const report = await reportOf(request.query.language ?? languageOf(request), request.query.month);
      return report && shapes.monthReport.parse(report);
    },
  );
  app.get(
    '/api/month-report/:month/:format',
    {
      config: { may: 'decision.read' },
      schema: { params: z.object({ month, format: z.enum(['docx', 'pdf']) }), querystring: z.object({ language: language.optional() }) },
    },
    async (request, reply) => {
      const { params } = request;
      const chosen = request.query.language ?? languageOf(request);
      const report = await reportOf(chosen, params.month);
      if (!report) refuse('server.not-found', { what: '月报', id: params.month }, 404);
      const docx = await writeReport(report, chosen);
      const name = `${fileNames[chosen]}-${params.month}`;
      if (params.format === 'docx') return sendFile(reply, docx, `${name}.docx`, DOCX);
      if (!findLibreOffice()) refuse('report.no-pdf', {});
      const pdf = await pdfOf(docx);
      if (!pdf) refuse('report.no-pdf', {});
      return sendFile(reply, pdf, `${name}.pdf`, 'application/pdf');
    },
  );
}
