// Trials and shadow runs: what an edition would say, compared and judged before it says anything; and what changed between editions.
import type { Language, Outcome } from '@hengjian/domain';
import { trialShelfOf } from '@hengjian/store';
import { diffEditions, judgeSample, type Trial, type TrialFinding, type TrialShelf } from '@hengjian/workflows';
import { z } from 'zod';
import type { App } from '../api.ts';
import { ruleTrial } from '../jobs/rule-trial.ts';
import { operatorOf } from '../operator.ts';
import { languageOf, refuse, taken } from '../refusal.ts';
import { rulePortsOf } from '../rule-ports.ts';
import { paging } from '../schemas/common.ts';
import * as shapes from '../schemas/governance.ts';
import type { Services } from '../services.ts';

const ruleParams = z.object({ rule: z.string() });
const editionParams = ruleParams.extend({ edition: z.coerce.number().int() });
const trialParams = z.object({ trial: z.string() });

export function trialsRoutes(app: App, services: Services): void {
  const { home, runner, now } = services;
  const shelf = trialShelfOf(home);

  // The answer is the finished trial: the page waits and shows the job's progress (GET /api/jobs) meanwhile.
  app.post(
    '/api/rules/:rule/editions/:edition/trial',
    { config: { may: 'rule.draft' }, schema: { params: editionParams, body: shapes.trialBody, response: { 200: shapes.trial } } },
    async (request) => {
      const { rule, edition } = request.params;
      const { from, to, by, why } = request.body;
      const asked = { ruleId: rule, edition, period: { from, to }, by: operatorOf(request, by), why };
      const outcome = (await runner.submit(ruleTrial, asked).outcome) as Outcome<Trial>;
      return trialJson(services, shelf, taken(outcome), languageOf(request));
    },
  );

  app.get(
    '/api/rules/:rule/trials',
    { config: { may: 'edition.read' }, schema: { params: ruleParams, response: { 200: z.array(shapes.trial) } } },
    async (request) =>
      Promise.all((await shelf.trials(request.params.rule)).map((one) => trialJson(services, shelf, one, languageOf(request)))),
  );
  app.get(
    '/api/trials/:trial',
    { config: { may: 'edition.read' }, schema: { params: trialParams, response: { 200: shapes.trial } } },
    async (request) => {
      const one = await shelf.trial(request.params.trial);
      if (!one) refuse('trial.unknown', { id: request.params.trial }, 404);
      return trialJson(services, shelf, one, languageOf(request));
    },
  );
  app.get(
    '/api/trials/:trial/findings',
    {
      config: { may: 'edition.read' },
      schema: {
        params: trialParams,
        querystring: z.object({
          ...paging,
          mark: shapes.mark.optional(),
          seed: z.string().max(100).optional(),
          /** Of a calibration: the findings of this value. */
          value: z.coerce.number().int().optional(),
        }),
        response: { 200: shapes.trialFindings },
      },
    },
    async (request) => {
      const { trial: trialId } = request.params;
      const { page, size, mark, seed, value } = request.query;
      if (!(await shelf.has(trialId))) refuse('trial.unknown', { id: trialId }, 404);
      const { total, rows } = await shelf.findings(trialId, {
        ...(mark && { mark }),
        ...(seed !== undefined && { seed }),
        ...(value !== undefined && { edition: value }),
        offset: (page - 1) * size,
        limit: size,
      });
      const judged = new Map((await shelf.judgements(trialId)).map((one) => [one.findingId, one]));
      const language = languageOf(request);
      return { total, rows: rows.map((row) => ({ ...findingJson(row, language), judgement: judged.get(row.findingId) ?? null })) };
    },
  );
  app.post(
    '/api/trials/:trial/judgements',
    {
      config: { may: 'rule.draft' },
      schema: { params: trialParams, body: shapes.judgementBody, response: { 200: z.object({ verdict: z.string() }) } },
    },
    async (request) => {
      const { findingId, verdict, by, why } = request.body;
      const act = { by: operatorOf(request, by), why, at: now() };
      return { verdict: taken(await judgeSample(shelf, request.params.trial, findingId, verdict, act)).verdict };
    },
  );

  app.get(
    '/api/rules/:rule/shadow',
    { config: { may: 'edition.read' }, schema: { params: ruleParams, response: { 200: shapes.shadowRuns } } },
    async ({ params }) =>
      (await shelf.shadowRuns(params.rule)).map(({ period, result, ruleId: _, ...run }) => ({
        ...run,
        fromDay: period.from,
        toDay: period.to,
        hit: result.hit,
        amountFen: result.amountFen,
        change: result.change,
      })),
  );

  diffRoute(app, services);
}

function diffRoute(app: App, { home }: Services): void {
  const { book } = rulePortsOf(home);
  app.get(
    '/api/rules/:rule/editions/:edition/diff',
    {
      config: { may: 'edition.read' },
      schema: {
        params: editionParams,
        querystring: z.object({ against: z.coerce.number().int().optional() }),
        response: { 200: shapes.editionDiff },
      },
    },
    async ({ params, query }) => {
      const editions = await book.editions(params.rule);
      const after = editions.find((e) => e.edition === params.edition);
      if (!after) refuse('rule.unknownEdition', { rule: params.rule, edition: params.edition }, 404);
      const before = editions.find((e) => (query.against === undefined ? e.edition < after.edition : e.edition === query.against));
      if (!before && query.against !== undefined) refuse('rule.unknownEdition', { rule: params.rule, edition: query.against }, 404);
      const events = (await book.events(params.rule)).filter((e) => e.edition === after.edition);
      const last = events.findLast((e) => e.action === 'edit' || e.action === 'draft' || e.action === 'load');
      return {
        from: before?.edition ?? null,
        to: after.edition,
        by: last?.by ?? after.draftedBy,
        why: last?.why ?? '',
        at: last?.at ?? null,
        changes: before ? diffEditions(before, after) : [],
      };
    },
  );
}

const findingJson = (row: TrialFinding, language: Language) => ({
  findingId: row.findingId,
  ruleId: row.ruleId,
  edition: row.edition,
  mark: row.mark,
  periodDay: row.periodDay,
  amountFen: row.amountFen,
  otherFen: row.otherFen,
  exemptedBy: row.exemptedBy,
  explanation: language === 'zh' ? row.explanationZh : row.explanationEn,
  providers: [...new Set(row.records.map((r) => r.providerNo))],
  // whose record it is, is shown where findings are: here only what is judged
  records: row.records.map(({ role, encounterNo, lineNo, itemCode, day, amountFen }) => ({
    role,
    encounterNo,
    lineNo,
    itemCode,
    day,
    amountFen,
  })),
});

async function trialJson({ names }: Services, shelf: TrialShelf, trial: Trial, language: Language): Promise<shapes.TrialJson> {
  const { period, summary, ...head } = trial;
  const providers = await names.providers();
  const titleOf = async (ruleId: string, edition?: number) => (await names.rule(ruleId, edition))?.title[language] ?? ruleId;
  const judgements = await shelf.judgements(trial.trialId);
  const count = (verdict: string) => judgements.filter((one) => one.verdict === verdict).length;
  return {
    ...head,
    fromDay: period.from,
    toDay: period.to,
    summary: {
      ...summary,
      results: summary.results.map(({ ruleCode: _, ...result }) => ({ ...result, exempted: { ...result.exempted } })),
      byMonth: [...summary.byMonth],
      byProvider: summary.byProvider.map((row) => ({ ...row, name: providers.get(row.providerNo)?.name ?? null })),
      overlap: await Promise.all(summary.overlap.map(async (row) => ({ ...row, title: await titleOf(row.ruleId) }))),
    },
    judged: { right: count('right'), wrong: count('wrong'), unsure: count('unsure') },
  };
}
