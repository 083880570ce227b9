// 疑点办理: the case of a finding with its steps and money, steps of many at once, the queue, attachments, the ledger on any day.
import {
  checkAttachment,
  dayOf,
  dueFen,
  type FindingCase,
  findingActionsOf,
  findingStepOf,
  fundOf,
  type Instant,
  SECONDS_PER_DAY,
  type StepDetail,
  workingDaysBetween,
} from '@hengjian/domain';
import {
  attachmentBytes,
  attachmentsOf,
  casesOf,
  cluesAbout,
  type FindingLifeRules,
  keepAttachment,
  knownAttachments,
  ledgerFindings,
  ledgerTotals,
  mostAlike,
  nextFinding,
  patternOf,
  positionsOfFinding,
  precedentsOf,
  stepsTaken,
  waitingFindings,
} from '@hengjian/store';
import { type FindingStepsTaken, type StoredCase, takeFindingSteps } from '@hengjian/workflows';
import { z } from 'zod';
import type { App } from '../api.ts';
import { sendFile } from '../download.ts';
import { type Acting, actingOf, findingLifeOf, moveFindings } from '../finding-life.ts';
import { openCluesOf } from '../hand-on.ts';
import { languageOf, refuse, said, taken } from '../refusal.ts';
import * as shapes from '../schemas/finding-life.ts';
import type { Services } from '../services.ts';

const named = z.object({ finding: z.string() });
const PATTERN_LIMIT = 500;
/** Steps that people take; the others are the system's. */
const offered = (one: FindingCase) =>
  findingActionsOf(one.state).flatMap((action) => {
    const who = findingStepOf(one.state, action)?.who;
    return who === undefined || who === 'system' ? [] : [{ action, who }];
  });

export function findingLifeRoutes(app: App, services: Services): void {
  const { home, now } = services;

  app.get(
    '/api/finding-cases/:finding',
    { config: { may: 'finding.read' }, schema: { params: named, response: { 200: shapes.findingCase } } },
    (request) => caseJson(services, request.params.finding, actingOf(request)),
  );

  app.post(
    '/api/finding-steps',
    { config: { may: 'finding.read' }, schema: { body: shapes.stepBody, response: { 200: shapes.stepsTaken } } },
    async (request) => {
      const result = await takeSteps(services, request.body, actingOf(request, request.body.by));
      return { done: result.done.map(({ findingId, state }) => ({ findingId, state })), refused: refusedOf(result, request) };
    },
  );

  app.get('/api/finding-work', { config: { may: 'finding.work' }, schema: { response: { 200: shapes.work } } }, async () => {
    const at = now();
    const { rules } = await findingLifeOf(home, at);
    const [states, money] = await Promise.all([waitingFindings(home.db, dayOf(at)), ledgerTotals(home.db, at)]);
    return { states, money, smallSumFen: rules.value('finding.smallSumFen', at) };
  });

  app.post(
    '/api/finding-work/next',
    { config: { may: 'finding.work' }, schema: { body: shapes.nextBody, response: { 200: shapes.next } } },
    async (request) => {
      const at = now();
      const { rules } = await findingLifeOf(home, at);
      const { state, rule, provider, after, by } = request.body;
      const until = at + 60 * rules.value('finding.lockMinutes', at);
      const wanted = { state, by: actingOf(request, by).by, at, until, ruleIds: rule, providerNos: provider, after };
      return { findingId: (await nextFinding(home.db, wanted)) ?? null };
    },
  );

  /** Opens cases of new findings, follows changed ones, lets silence be consent: what the clock does by itself, at once. */
  app.post('/api/finding-work/move', { config: { may: 'finding.work' }, schema: { response: { 200: shapes.moved } } }, () =>
    moveFindings(home, now()),
  );

  app.get(
    '/api/finding-ledger',
    { config: { may: 'finding.work' }, schema: { querystring: shapes.ledgerQuery, response: { 200: z.array(shapes.accountTotal) } } },
    ({ query }) =>
      ledgerTotals(home.db, query.at ?? (query.day === undefined ? now() : (query.day + 1) * SECONDS_PER_DAY - 1), query.provider),
  );

  /** The findings behind an account's total at the end of a day. */
  app.get(
    '/api/finding-ledger/findings',
    { config: { may: 'finding.work' }, schema: { querystring: shapes.ledgerFindingsQuery, response: { 200: shapes.ledgerFindings } } },
    ({ query: { account, day, page, size } }) =>
      ledgerFindings(home.db, account, day === undefined ? now() : (day + 1) * SECONDS_PER_DAY - 1, {
        offset: (page - 1) * size,
        limit: size,
      }),
  );

  app.post(
    '/api/finding-attachments',
    {
      config: { may: 'finding.read' },
      schema: {
        querystring: z.object({ file: z.string().min(1).max(300), provider: z.string().max(60).optional() }),
        consumes: ['application/octet-stream'],
        response: { 200: z.object({ attachmentId: z.string(), file: z.string() }) },
      },
    },
    async (request) => {
      const at = now();
      const { rules } = await findingLifeOf(home, at);
      const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const checked = taken(checkAttachment(request.query.file, bytes, rules.value('finding.attachmentMegabytes', at)));
      const { by, scope } = actingOf(request);
      const { provider = scope?.[0] ?? null } = request.query;
      if (scope && !scope.includes(provider ?? '')) refuse('finding.otherProvider', {}, 422);
      const keep = { by, at, providerNo: provider };
      return { attachmentId: await keepAttachment(home.db, checked, bytes, keep), file: checked.name };
    },
  );

  app.get(
    '/api/finding-attachments/:attachment',
    { config: { may: 'finding.read' }, schema: { params: z.object({ attachment: z.string() }) } },
    async (request, reply) => {
      const { attachment: id } = request.params;
      const kept = await attachmentBytes(home.db, id);
      const { scope } = actingOf(request);
      if (!kept || (scope && !scope.includes(kept.providerNo ?? ''))) return refuse('finding.unknownAttachment', { id }, 404);
      // never opened in place: what it holds is somebody else's
      return sendFile(reply, kept.bytes, kept.file, 'application/octet-stream');
    },
  );
}

/** The rule rests on 条例第四十条 (骗取医疗保障基金): what it finds may be more than a breach of the agreement. */
const speaksOfFraud = (basis: readonly { readonly document: string; readonly article?: string | undefined }[]): boolean =>
  basis.some(({ document, article }) => document.includes('医疗保障基金使用监督管理条例') && article?.includes('第四十条'));

/** Why enforcement should know of a finding, if it should. */
async function escalationOf(
  { db }: Services['home'],
  { one }: StoredCase,
  rules: FindingLifeRules,
  basis: Parameters<typeof speaksOfFraud>[0],
  at: Instant,
): Promise<shapes.FindingCaseJson['escalationAdvised']> {
  if (speaksOfFraud(basis)) return 'fraud';
  if ((fundOf(one) ?? one.grossFen) >= rules.value('finding.escalationFen', at)) return 'amount';
  const count = rules.value('finding.escalationCount', at);
  return count > 0 && (await mostAlike(db, one.findingId, rules.value('finding.escalationDays', at))) >= count ? 'number' : null;
}

export const refusedOf = (result: FindingStepsTaken, request: Parameters<typeof languageOf>[0]) =>
  result.refused.map(({ findingId, issues }) => ({ findingId, issues: issues.map((one) => said(one, languageOf(request))) }));

/** Steps of a request, and the clues that handing on opens. */
export async function takeSteps(
  { home, now, names }: Pick<Services, 'home' | 'now' | 'names'>,
  body: z.output<typeof shapes.stepBody>,
  { by, as, scope }: Acting,
): Promise<FindingStepsTaken> {
  const at = now();
  const { book, rules } = await findingLifeOf(home, at);
  const { findingIds, action, why, by: _, ...detail } = body;
  const attachmentIds = await knownAttachments(home.db, detail.attachmentIds ?? [], scope);
  const missing = detail.attachmentIds?.find((id) => !attachmentIds.includes(id));
  if (missing !== undefined) refuse('finding.unknownAttachment', { id: missing }, 422);
  const given = Object.fromEntries(Object.entries(detail).filter(([, value]) => value !== undefined)) as StepDetail;
  const result = await takeFindingSteps(book, rules, {
    findingIds,
    action,
    act: { by, why, at },
    ...(Object.keys(given).length > 0 && { detail: given }),
    as,
    scope,
  });
  if (action === 'escalate') await openCluesOf(home, names, result.done, { by, why, at });
  return result;
}

/** The case as one person sees it: what other experts voted is not told before the panel ends. */
async function caseJson({ home, now, names }: Services, findingId: string, { by, as, scope }: Acting): Promise<shapes.FindingCaseJson> {
  const at = now();
  const { rules } = await findingLifeOf(home, at);
  const [stored] = await casesOf(home.db, [findingId]);
  if (!stored || (scope && !scope.includes(stored.providerNo ?? ''))) refuse('finding.unknown', { id: findingId }, 404);
  const { one, dueDay } = stored;
  const [events, attachments, precedents, pattern, money, clues, rule, providers] = await Promise.all([
    stepsTaken(home.db, findingId),
    attachmentsOf(home.db, findingId),
    precedentsOf(home.db, findingId, 8),
    patternOf(home.db, findingId, PATTERN_LIMIT),
    positionsOfFinding(home.db, findingId),
    cluesAbout(home.db, 'finding', [findingId]),
    names.rule(stored.ruleId, stored.finding.edition),
    names.providers(),
  ]);
  const today = dayOf(at);
  const blind = one.state === 'panel';
  // an institution learns neither who sits on the panel nor what was decided elsewhere
  const outside = scope !== null;
  return {
    ...one,
    experts: outside ? [] : [...one.experts],
    dismissedLines: [...one.dismissedLines],
    dueDay,
    overdue: dueDay !== null && today > dueDay,
    leftDays: dueDay === null ? null : workingDaysBetween(today, dueDay, rules.calendar),
    votedCount: one.votes.length,
    fundKnown: fundOf(one) !== null,
    escalationAdvised: one.escalated || outside ? null : await escalationOf(home, stored, rules, rule?.basis ?? [], at),
    clues: outside ? [] : clues.map(({ clueId, caseId }) => ({ clueId, caseId })),
    lockedBy: (stored.lockedUntil ?? 0) > at ? stored.lockedBy : null,
    actions: offered(one).filter(({ who }) => as.includes(who)),
    dueFen: dueFen(new Map(money.map((row) => [row.account, row]))),
    money,
    events: events.map((event) =>
      (outside || blind) && event.action === 'vote' && event.by !== by
        ? { ...event, ...(outside && { by: '' }), why: '', detail: null }
        : outside && event.action === 'seat'
          ? { ...event, detail: null }
          : { ...event, detail: { ...event.detail } },
    ) as shapes.FindingCaseJson['events'],
    attachments,
    precedents: precedents
      .filter((row) => !outside || row.sameProvider)
      .map(({ providerNo, ...row }) => ({
        ...row,
        providerName: providerNo === null ? null : (providers.get(providerNo)?.name ?? providerNo),
      })) as shapes.FindingCaseJson['precedents'],
    pattern,
  };
}
