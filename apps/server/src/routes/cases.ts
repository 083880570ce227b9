// 案件: put up for filing, handled step by step; its papers as Word, its file as one PDF, signed scans attached.
import { casePaper } from '@hengjian/catalog';
import { caseFilePdf, findLibreOffice, openScan, writeCaseFile, writeCasePaper } from '@hengjian/documents';
import {
  caseSteps,
  caseWords,
  checkAttachment,
  dayOf,
  discretionIssues,
  type EnforcementCase,
  may,
  owedFen,
  paperOf,
} from '@hengjian/domain';
import { bureauRegion, discretionRules, journalOf, keepScan, replaceDiscretion, scanBytes, withdrawScan } from '@hengjian/store';
import { openCase, takeCaseStep } from '@hengjian/workflows';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { App } from '../api.ts';
import { DOCX, sendFile } from '../download.ts';
import { masked } from '../mask.ts';
import { assembledFile, bureauName, caseStanding } from '../matter/case-file.ts';
import { matterPortsOf } from '../matter/matter-ports.ts';
import { matterDesk } from '../matter/matter-routes.ts';
import { operatorOf } from '../operator.ts';
import { recordAccess } from '../personal-data.ts';
import { refuse, taken } from '../refusal.ts';
import * as shapes from '../schemas/enforcement.ts';
import { matterStep } from '../schemas/matters.ts';
import type { Services } from '../services.ts';

const NOUN = 'enforcementCase';
const scanFaults = { locked: 'case.scanLocked', broken: 'case.scanBroken' } as const;
const named = z.object({ case: z.string() });

/** What tells who a person is, for those who do not handle cases. */
const seenBy = <C extends EnforcementCase>({ actor }: FastifyRequest, one: C): C =>
  one.party.kind !== 'person' || may(actor, 'enforcementCase.enter').ok || may(actor, 'enforcementCase.review').ok
    ? one
    : {
        ...one,
        title: one.title.replace(one.party.name, masked(one.party.name)),
        party: {
          ...one.party,
          name: masked(one.party.name),
          no: one.party.no && masked(one.party.no),
          licence: null,
          address: null,
          telephone: null,
        },
      };

export function casesRoutes(app: App, services: Services): void {
  const { home, now } = services;
  const ports = matterPortsOf(home);
  const desk = matterDesk(NOUN, caseSteps, services);
  app.get(
    '/api/cases',
    { config: { may: 'enforcementCase.read' }, schema: { querystring: shapes.caseQuery, response: { 200: shapes.casePage } } },
    async (request) => {
      const { article, outcome, procedure, ...wish } = request.query;
      const { total, rows } = await desk.page(wish, { article, outcome, procedure });
      return { total, rows: rows.map((one) => seenBy(request, one)) };
    },
  );
  app.post(
    '/api/cases',
    { config: { may: 'enforcementCase.enter' }, schema: { body: shapes.caseWish, response: { 200: shapes.enforcementCase } } },
    async (request) => {
      const { party, source: kind, sourceRef, ...told } = request.body;
      const source = [caseWords.sources[kind].zh, sourceRef].filter(Boolean).join(' ');
      const wish = { ...told, source, party, clueId: null, by: operatorOf(request), at: now() };
      return desk.shown(taken(await openCase(ports, wish)));
    },
  );
  app.get(
    '/api/cases/:case',
    { config: { may: 'enforcementCase.read' }, schema: { params: named, response: { 200: shapes.caseFile } } },
    async (request) => {
      const file = await desk.file(request, request.params.case);
      const { context, scans, papers } = await caseStanding(services, file.one, dayOf(now()));
      const { discretion } = context;
      return {
        ...file,
        one: seenBy(request, file.one),
        clock: context.clock,
        papers: papers.map(({ kind, due, ready, lacks }) => ({
          id: kind.id,
          zh: kind.zh,
          en: kind.en,
          making: kind.making,
          signed: kind.signed,
          due,
          ready,
          lacks,
          scans: scans.filter(({ paper }) => paper === kind.id).map(({ hash: _, ...scan }) => scan),
        })),
        discretion: discretion ? { ...discretion, reasons: [...discretion.reasons], source: discretion.rule.source } : null,
        owed: owedFen(file.one, context.takenFen),
        takenFen: context.takenFen,
        canPdf: findLibreOffice() !== null,
      };
    },
  );
  app.post(
    '/api/cases/:case/steps/:action',
    {
      config: { may: 'enforcementCase.read' },
      schema: { params: named.extend({ action: z.string() }), body: matterStep, response: { 200: shapes.enforcementCase } },
    },
    async (request) => desk.step(request, request.params.case, request.params.action, request.body, (wish) => takeCaseStep(ports, wish)),
  );
  paperRoutes(app, services, desk.known);
  discretionRoutes(app, services);
}

function paperRoutes(app: App, services: Services, known: (id: string) => Promise<EnforcementCase>): void {
  const { home, now } = services;
  const taking = (request: FastifyRequest, one: EnforcementCase, what: string) =>
    recordAccess(services, request, { purpose: 'export', subject: `case:${one.matterId}`, why: what });
  app.get(
    '/api/cases/:case/papers/:paper',
    { config: { may: 'enforcementCase.file' }, schema: { params: named.extend({ paper: z.string() }) } },
    async (request, reply) => {
      const one = await known(request.params.case);
      const { context } = await caseStanding(services, one, dayOf(now()));
      const paper = casePaper(request.params.paper, one, context);
      if (!paper) return refuse('case.incomplete', { missing: paperOf(request.params.paper)?.zh ?? request.params.paper }, 404);
      await taking(request, one, paper.title);
      return sendFile(reply, await writeCasePaper(paper, bureauName()), `${one.title}-${paper.title}.docx`, DOCX);
    },
  );
  app.get(
    '/api/cases/:case/file',
    {
      config: { may: 'enforcementCase.file' },
      schema: { params: named, querystring: z.object({ format: z.enum(['pdf', 'docx']).default('pdf') }) },
    },
    async (request, reply) => {
      const one = await known(request.params.case);
      await taking(request, one, '全卷');
      const content = await assembledFile(services, one, await caseStanding(services, one, dayOf(now())));
      if (request.query.format === 'docx') return sendFile(reply, await writeCaseFile(content), `${one.title}-全卷.docx`, DOCX);
      const made = await caseFilePdf(content);
      if (!made.ok && 'file' in made) return refuse(scanFaults[made.reason], { file: made.file }, 422);
      if (!made.ok) return refuse(`case.${made.reason === 'not-installed' ? 'noOffice' : 'officeFailed'}`, {}, 501);
      return sendFile(reply, made.bytes, `${one.title}-全卷.pdf`, 'application/pdf');
    },
  );
  app.post(
    '/api/cases/:case/scans',
    {
      config: { may: 'enforcementCase.attach' },
      schema: {
        params: named,
        querystring: z.object({ file: z.string().max(300), paper: z.string().max(40) }),
        response: { 200: z.object({ attachmentId: z.string() }) },
      },
    },
    async (request) => {
      const one = await known(request.params.case);
      if (!paperOf(request.query.paper)) refuse('case.incomplete', { missing: request.query.paper }, 404);
      if (one.state === 'archived') refuse('case.archivedFile', {}, 409);
      const limits = await matterPortsOf(home).limits(dayOf(now()));
      const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const checked = taken(checkAttachment(request.query.file, bytes, limits.number('case.attachmentMegabytes')));
      // told while the paper is still at hand, and not when the file is bound
      const opened = checked.kind === 'pdf' ? await openScan(bytes) : undefined;
      if (opened?.ok === false) refuse(scanFaults[opened.fault], { file: checked.name }, 422);
      const act = { by: operatorOf(request), at: now() };
      return {
        attachmentId: await keepScan(home.db, { noun: NOUN, matterId: one.matterId, paper: request.query.paper }, checked, bytes, act),
      };
    },
  );
  const scanParams = named.extend({ scan: z.string() });
  app.get(
    '/api/cases/:case/scans/:scan',
    { config: { may: 'enforcementCase.file' }, schema: { params: scanParams } },
    async (request, reply) => {
      const one = await known(request.params.case);
      const kept = await scanBytes(home.db, NOUN, one.matterId, request.params.scan);
      if (!kept) return refuse('case.incomplete', { missing: request.params.scan }, 404);
      await taking(request, one, kept.file);
      // never opened in place
      return sendFile(reply, kept.bytes, kept.file, 'application/octet-stream');
    },
  );
  app.post(
    '/api/cases/:case/scans/:scan/withdrawal',
    {
      config: { may: 'enforcementCase.attach' },
      schema: {
        params: scanParams,
        body: z.object({ why: z.string().min(1).max(200) }),
        response: { 200: z.object({ withdrawn: z.boolean() }) },
      },
    },
    async (request) => {
      const one = await known(request.params.case);
      if (one.state === 'archived') refuse('case.archivedFile', {}, 409);
      const act = { by: operatorOf(request), at: now(), why: request.body.why };
      return { withdrawn: await withdrawScan(home.db, { noun: NOUN, matterId: one.matterId }, request.params.scan, act) };
    },
  );
}

function discretionRoutes(app: App, { home, now }: Services): void {
  app.get(
    '/api/discretion',
    { config: { may: 'enforcementCase.read' }, schema: { response: { 200: shapes.discretionTable } } },
    async () => {
      const region = await bureauRegion(home.db);
      const changes = await journalOf(home.db).page({ noun: 'discretionRule', limit: 100 });
      return {
        region,
        rows: await discretionRules(home.db),
        changes: changes.map(({ at, by, why, subjectId, detail }) => ({
          at,
          by,
          why,
          region: subjectId,
          rows: (JSON.parse(detail) as { rules: z.infer<typeof shapes.discretionRows> }).rules,
        })),
      };
    },
  );
  app.put(
    '/api/discretion',
    {
      config: { may: 'discretion.change' },
      schema: { body: shapes.discretionChange, response: { 200: z.object({ count: z.number() }) } },
    },
    async (request) => {
      const { rows, why } = request.body;
      const issues = discretionIssues(rows);
      if (issues.length > 0) taken({ ok: false, issues });
      await replaceDiscretion(home.db, await bureauRegion(home.db), rows, { by: operatorOf(request), at: now(), why });
      return { count: rows.length };
    },
  );
}
