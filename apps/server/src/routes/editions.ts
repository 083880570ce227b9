// Editions of rules: drafts, reviews, shadow, live, retired; every step with who and why.
import { type Action, editionActionsOf, type Issue, type Language, type Outcome } from '@hengjian/domain';
import {
  type Act,
  approvalsOf,
  casesOf,
  changeParameters,
  draftRule,
  type Edition,
  type EditionEvent,
  editDraft,
  makeLive,
  plainSteps,
  type RulePorts,
  readCases,
  readTree,
  reviewEdition,
  runCases,
  treeProblems,
  treesInForce,
} from '@hengjian/workflows';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { App } from '../api.ts';
import { operatorOf } from '../operator.ts';
import { languageOf, Refusal, refuse, said, taken } from '../refusal.ts';
import { rulePortsOf } from '../rule-ports.ts';
import * as shapes from '../schemas/editions.ts';
import type { Services } from '../services.ts';

const ruleParams = z.object({ rule: z.string() });
const editionParams = ruleParams.extend({ edition: z.coerce.number().int() });

export function editionsRoutes(app: App, { home, now }: Services): void {
  const ports = rulePortsOf(home);
  const act = (request: FastifyRequest, { by, why }: { by?: string | undefined; why: string }): Act => ({
    by: operatorOf(request, by),
    why,
    at: now(),
  });

  app.get(
    '/api/rules/:rule/editions',
    { config: { may: 'edition.read' }, schema: { params: ruleParams, response: { 200: shapes.editionList } } },
    async (request) => {
      const { params } = request;
      const [editions, events] = [await ports.book.editions(params.rule), await ports.book.events(params.rule)];
      const [newest] = editions;
      if (!newest) refuse('rule.unknown', { rule: params.rule }, 404);
      return {
        ruleId: params.rule,
        title: newest.tree.title[languageOf(request)],
        editions: editions.map((edition) => jsonOf(edition, events, ports)),
        events: events.map(({ detail, ruleId: _, ...event }) => ({ ...event, kind: detail?.kind ?? null })),
      };
    },
  );

  app.get(
    '/api/rules/:rule/editions/:edition',
    { config: { may: 'edition.read' }, schema: { params: editionParams, response: { 200: shapes.editionFile } } },
    async ({ params }) => {
      const edition = await editionOf(ports, params);
      const events = await ports.book.events(params.rule);
      return { ...jsonOf(edition, events, ports), tree: edition.tree, cases: casesOf(edition, ports) };
    },
  );

  draftRoutes(app, ports, act);

  const step = <B extends z.ZodType>(
    name: string,
    action: Action,
    body: B,
    take: (rule: string, edition: number, body: z.output<B>, by: Act) => Promise<Outcome<Edition>>,
  ) =>
    app.post(
      `/api/rules/:rule/editions/:edition/${name}`,
      { config: { may: action }, schema: { params: editionParams, body, response: { 200: shapes.stepped } } },
      async (request) => {
        const { rule, edition } = request.params as z.output<typeof editionParams>;
        const given = request.body as z.output<B> & { by?: string; why: string };
        const { state } = taken(await take(rule, edition, given, act(request, given)));
        return { ruleId: rule, edition, state };
      },
    );
  for (const [name, take] of Object.entries(plainSteps))
    step(name, name === 'submit' ? 'rule.draft' : 'rule.enact', shapes.actBody, (rule, edition, _, by) => take(ports, rule, edition, by));
  step('review', 'rule.review', shapes.reviewBody, (rule, edition, body, by) => reviewEdition(ports, rule, edition, body, by));
  step('live', 'rule.enact', shapes.liveBody, (rule, edition, body, by) => makeLive(ports, rule, edition, body, by));
}

function draftRoutes(
  app: App,
  ports: RulePorts,
  act: (request: FastifyRequest, body: { by?: string | undefined; why: string }) => Act,
): void {
  for (const method of ['POST', 'PUT'] as const)
    app.route({
      method,
      url: '/api/rules/drafts',
      config: { may: 'rule.draft' },
      schema: { body: shapes.draftBody, response: { 200: shapes.draftKept } },
      handler: async (request) => {
        const { tree, cases, parameters, edition } = request.body;
        const content = {
          ...act(request, request.body),
          tree,
          ...(cases !== undefined && { cases: readOr(readCases(cases)).cases }),
          ...(parameters && { parameters }),
        };
        const kept = taken(
          method === 'POST'
            ? await draftRule(ports, content)
            : await editDraft(ports, { ...content, ...(edition !== undefined && { edition }) }),
        );
        return { ...kept, problems: sayAll(kept.problems, languageOf(request)) };
      },
    });

  app.put(
    '/api/rules/:rule/parameters',
    { config: { may: 'rule.draft' }, schema: { params: ruleParams, body: shapes.parametersBody, response: { 200: shapes.draftKept } } },
    async (request) => {
      const kept = taken(await changeParameters(ports, request.params.rule, request.body.rows, act(request, request.body)));
      return { ...kept, problems: sayAll(kept.problems, languageOf(request)) };
    },
  );

  // Cases of what is on the screen, kept or not.
  app.post(
    '/api/rules/drafts/cases/run',
    {
      config: { may: 'rule.draft' },
      schema: { body: z.object({ tree: z.unknown(), cases: z.unknown() }), response: { 200: shapes.caseResults } },
    },
    async (request) => {
      const { tree } = readOr(readTree(request.body.tree));
      const problems = treeProblems(tree, await treesInForce(ports));
      if (problems.length > 0) throw new Refusal(problems, 422);
      return run(ports, tree, readOr(readCases(request.body.cases)).cases, languageOf(request));
    },
  );
  app.post(
    '/api/rules/:rule/editions/:edition/cases/run',
    { config: { may: 'rule.draft' }, schema: { params: editionParams, response: { 200: shapes.caseResults } } },
    async (request) => {
      const edition = await editionOf(ports, request.params);
      const problems = treeProblems(edition.tree, await treesInForce(ports));
      if (problems.length > 0) throw new Refusal(problems, 422);
      return run(ports, edition.tree, casesOf(edition, ports), languageOf(request));
    },
  );
}

async function run(ports: RulePorts, tree: Edition['tree'], cases: ReturnType<typeof casesOf>, language: Language) {
  const engine = await ports.openEngine();
  try {
    const results = (await runCases(tree, cases, engine)).map((one) => ({
      ...one,
      issues: sayAll(one.issues, language),
      says: [...one.says],
    }));
    const passed = results.filter((one) => one.passed).length;
    return { passed, failed: results.length - passed, results };
  } finally {
    engine.close();
  }
}

const sayAll = (issues: readonly Issue[], language: Language) => issues.map((one) => said(one, language));

/** What was read, or the end of the request. */
function readOr<T extends object>(read: T | { issue: Issue }): T {
  if ('issue' in read) throw new Refusal([read.issue], 422);
  return read;
}

async function editionOf(ports: RulePorts, { rule, edition }: z.output<typeof editionParams>): Promise<Edition> {
  const editions = await ports.book.editions(rule);
  if (editions.length === 0) refuse('rule.unknown', { rule }, 404);
  return editions.find((one) => one.edition === edition) ?? refuse('rule.unknownEdition', { rule, edition }, 404);
}

const jsonOf = ({ tree, cases, ...edition }: Edition, events: readonly EditionEvent[], ports: RulePorts): shapes.EditionJson => ({
  ...edition,
  title: tree.title.zh,
  code: tree.code,
  parameters: [...edition.parameters],
  approvals: edition.state === 'review' ? approvalsOf(events.filter((e) => e.edition === edition.edition)) : [],
  actions: editionActionsOf(edition.state),
  caseCount: (cases ?? ports.shippedCases(edition.ruleId))?.cases.length ?? 0,
});
