// 疑点: list, one finding with its neighbours and its care, unmasking (recorded), export of a filter.

import { type Actor, type Language, providerScopeOf } from '@hengjian/domain';
import {
  allFindings,
  browseKnowledge,
  type FindingFilter,
  type FindingOrder,
  findingFile,
  type findingSorts,
  listFindings,
  neighboursOf,
  type StoredFinding,
  sumFindings,
} from '@hengjian/store';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { demand } from '../account/guard-permissions.ts';
import type { App } from '../api.ts';
import { careJson } from '../care.ts';
import { sendFile } from '../download.ts';
import { evidencePackage } from '../evidence.ts';
import { sendFindings } from '../finding-export.ts';
import { masked } from '../mask.ts';
import { recordAccess } from '../personal-data.ts';
import { treatedBy } from '../practice-view.ts';
import { languageOf, refuse } from '../refusal.ts';
import * as shapes from '../schemas/findings.ts';
import type { Services } from '../services.ts';

const named = z.object({ finding: z.string() });
type Filter = z.output<typeof shapes.findingFilter>;

const filterOf = async (query: Filter, actor: Actor, services: Services): Promise<FindingFilter> => ({
  text: query.text,
  ruleIds: query.rule,
  certainty: query.certainty,
  providerNos: query.provider,
  personNo: query.person,
  peopleOf: query.peopleOf,
  treatedIn: query.practitioner ? await treatedBy(services, query.practitioner) : undefined,
  fromDay: query.fromDay,
  toDay: query.toDay,
  leastFen: query.leastFen,
  mostFen: query.mostFen,
  standing: query.standing,
  scope: providerScopeOf(actor),
  lifeStates: query.life,
});
const orderOf = ({ sort }: Filter): FindingOrder => ({
  by: sort.replace(/^-/, '') as (typeof findingSorts)[number],
  descending: sort.startsWith('-'),
});

export function findingsRoutes(app: App, services: Services): void {
  const { home } = services;
  app.get(
    '/api/findings',
    { config: { may: 'finding.read' }, schema: { querystring: shapes.findingQuery, response: { 200: shapes.findingPage } } },
    async (request) => {
      const { query } = request;
      const filter = await filterOf(query, request.actor, services);
      const page = { offset: (query.page - 1) * query.size, limit: query.size };
      const { rows, ...counted } = await listFindings(home.db, filter, orderOf(query), page);
      return { ...counted, rows: await Promise.all(rows.map((row) => rowOf(row, services, languageOf(request)))) };
    },
  );

  /** Apart from the list: money with each line once is asked of every line of the filter. */
  app.get(
    '/api/finding-sums',
    { config: { may: 'finding.read' }, schema: { querystring: shapes.findingFilter, response: { 200: shapes.findingSums } } },
    async ({ query, actor }) => sumFindings(home.db, await filterOf(query, actor, services)),
  );

  app.get(
    '/api/findings/export',
    { config: { may: 'finding.export' }, schema: { querystring: shapes.exportQuery } },
    async (request, reply) => {
      const { query } = request;
      if (query.whole) {
        demand(request, 'finding.unmask', {});
        const asked = new URL(request.url, 'http://x').searchParams;
        asked.delete('why');
        // a search may be for somebody's number
        for (const key of ['person', 'text']) if (asked.has(key)) asked.set(key, masked(asked.get(key) ?? ''));
        const subject = `findings?${asked}`;
        await recordAccess(services, request, { purpose: 'export', subject, why: query.why });
      }
      const findings = allFindings(home.db, await filterOf(query, request.actor, services), orderOf(query));
      return sendFindings(reply, findings, services, { format: query.format, whole: query.whole });
    },
  );

  app.get(
    '/api/findings/:finding',
    { config: { may: 'finding.read' }, schema: { params: named, response: { 200: shapes.findingFile } } },
    (request) => fileOf(request.params.finding, services, request),
  );

  app.get(
    '/api/findings/:finding/neighbours',
    { config: { may: 'finding.read' }, schema: { params: named, querystring: shapes.findingFilter, response: { 200: shapes.neighbours } } },
    async ({ params, query, actor }) => neighboursOf(home.db, params.finding, await filterOf(query, actor, services), orderOf(query)),
  );

  app.get(
    '/api/findings/:finding/care',
    { config: { may: 'finding.read' }, schema: { params: named, response: { 200: shapes.care } } },
    ({ params, actor }) => careOfFinding(params.finding, services, providerScopeOf(actor)),
  );

  app.get('/api/findings/:finding/evidence', { config: { may: 'finding.work' }, schema: { params: named } }, async (request, reply) => {
    const { finding } = request.params;
    const file = await fileOf(finding, services, request);
    const packed = await evidencePackage(services, file, await careOfFinding(finding, services, providerScopeOf(request.actor)));
    return sendFile(reply, JSON.stringify(packed, null, 1), `证据包-${finding}.json`, 'application/json');
  });

  app.post(
    '/api/findings/:finding/unmasking',
    { config: { may: 'finding.unmask' }, schema: { params: named, body: shapes.unmasking, response: { 200: shapes.unmasked } } },
    async (request) => {
      const scope = providerScopeOf(request.actor);
      const file = await findingFile(home.db, request.params.finding, scope);
      if (!file) refuse('server.not-found', { what: '疑点', id: request.params.finding }, 404);
      const subject = `finding:${file.finding.findingId}`;
      await recordAccess(services, request, { purpose: 'view', subject, why: request.body.why });
      return { personNos: scope ? [...new Set(file.records.map((record) => record.personNo))] : file.finding.personNos };
    },
  );
}

const standingOf = (row: StoredFinding) => (row.state === 'withdrawn' ? 'withdrawn' : row.exemptedBy === null ? 'live' : 'exempted');

/** A finding about an institution may concern thousands of people. */
const PEOPLE_TOLD = 10;

async function rowOf(row: StoredFinding, { names }: Services, language: Language): Promise<shapes.FindingRow> {
  const [rule, providers] = await Promise.all([names.rule(row.ruleId, row.edition), names.providers()]);
  return {
    findingId: row.findingId,
    ruleId: row.ruleId,
    ruleCode: row.ruleCode,
    ruleTitle: rule?.title[language] ?? row.ruleId,
    edition: row.edition,
    certainty: row.certainty,
    standing: standingOf(row),
    periodDay: row.periodDay,
    providers: row.providerNos.map((providerNo) => ({ providerNo, name: providers.get(providerNo)?.name ?? null })),
    personNos: row.personNos.slice(0, PEOPLE_TOLD).map(masked),
    personCount: row.personNos.length,
    encounterCount: row.encounterNos.length,
    amountFen: row.amountFen,
    fundFen: row.fundFen,
    explanation: language === 'zh' ? row.explanationZh : row.explanationEn,
    lifeState: row.lifeState ?? null,
    dueDay: row.dueDay ?? null,
  };
}

async function fileOf(findingId: string, services: Services, request: FastifyRequest): Promise<shapes.FindingFileJson> {
  const { home, names } = services;
  const language = languageOf(request);
  const file = await findingFile(home.db, findingId, providerScopeOf(request.actor));
  if (!file) refuse('server.not-found', { what: '疑点', id: findingId }, 404);
  const { finding, records, history } = file;
  const rule = await names.rule(finding.ruleId, finding.edition);
  const points = finding.pointId ? await browseKnowledge(home.db, { pointIds: [finding.pointId] }, { offset: 0, limit: 1 }) : { rows: [] };
  const point = points.rows[0];
  return {
    ...(await rowOf(finding, services, language)),
    grain: finding.grain,
    subjectId: finding.grain === 'person' ? masked(finding.subjectId) : finding.subjectId,
    category: rule?.category ?? null,
    basis: (rule?.basis ?? []).map(({ document, article }) => ({ document, article: article ?? null })),
    basisText: finding.basis,
    constraint: finding.constraintText,
    facts: finding.facts as shapes.FindingFileJson['facts'],
    point: point
      ? {
          pointId: point.pointId,
          subject: point.subject,
          constraint: point.constraintText,
          basis: point.basis,
          batch: point.batch,
          inForceFrom: point.inForceFrom,
          inForceTo: point.inForceTo,
          params: point.params,
        }
      : null,
    cause: finding.cause,
    exemptedBy: finding.exemptedBy,
    version: finding.version,
    runId: finding.runId,
    recordedAt: finding.recordedAt.toISOString(),
    history: history.map((entry) => ({ ...entry, recordedAt: entry.recordedAt.toISOString() })),
    records: records.map(({ findingId: _, personNo: _person, ...record }) => record),
  };
}

async function careOfFinding(findingId: string, services: Services, scope: readonly string[] | null): Promise<shapes.CareJson> {
  const file = await findingFile(services.home.db, findingId, scope);
  if (!file) refuse('server.not-found', { what: '疑点', id: findingId }, 404);
  const personNos = [...new Set(file.records.map((record) => record.personNo))];
  const encounterNos = [...new Set(file.records.map((record) => record.encounterNo))];
  const own = file.records.filter((record) => record.role === 'inQuestion');
  const itemCodes = [...new Set(own.flatMap(({ itemCode }) => itemCode ?? []))];
  return careJson(services, { personNos, encounterNos, itemCodes, scope });
}
