// 审核: past reviews, the one under way, and how to start one.
import { reviewRuns } from '@hengjian/store';
import type { StoredCounts } from '@hengjian/workflows';
import { z } from 'zod';
import type { App } from '../api.ts';
import { reviewRun } from '../jobs/review-run.ts';
import { languageOf, refuse, sayAll } from '../refusal.ts';
import * as shapes from '../schemas/runs.ts';
import type { Services } from '../services.ts';

const SHOWN = 50;

export function runsRoutes(app: App, services: Services): void {
  const { home, names, runner } = services;
  /** Why the last review that a page asked for ended without a result. */
  let failure: string | null = null;

  app.get('/api/runs', { config: { may: 'claims.read' }, schema: { response: { 200: shapes.runs } } }, async () => {
    const rows = await reviewRuns(home.db, SHOWN);
    const current = currentReview(services);
    const busy = rows.some((row) => row.state === 'running') && (current !== null || (await writing(services)) !== undefined);
    return { runs: rows.map((row) => runOf(row, busy)), current, failure };
  });

  app.get(
    '/api/runs/:run',
    { config: { may: 'claims.read' }, schema: { params: z.object({ run: z.string() }), response: { 200: shapes.runFile } } },
    async (request) => {
      const { run: runId } = request.params;
      const row = await home.db.selectFrom('reviewRun').selectAll().where('runId', '=', runId).executeTakeFirst();
      if (!row) refuse('server.not-found', { what: '审核任务', id: runId }, 404);
      const rules = await home.db.selectFrom('reviewRule').selectAll().where('runId', '=', runId).orderBy('ruleId').execute();
      const language = languageOf(request);
      const titled = rules.map(async ({ runId: _, ...rule }) => {
        const tree = await names.rule(rule.ruleId, rule.edition);
        return { ...rule, exempted: rule.exempted as Record<string, number>, title: tree?.title[language] ?? rule.ruleId };
      });
      return { ...runOf(row, true), rules: await Promise.all(titled) };
    },
  );

  app.post(
    '/api/runs',
    { config: { may: 'claims.change' }, schema: { body: shapes.start, response: { 202: z.object({ started: z.literal(true) }) } } },
    async (request, reply) => {
      const { fromDay, toDay, rules } = request.body;
      if ((await home.lake.snapshot()).version === 0) refuse('review.empty', {}, 409);
      if (toDay < fromDay) refuse('review.period', {}, 422);
      const busy = await writing(services);
      if (busy) refuse('server.busy', busy, 409);
      failure = null;
      const language = languageOf(request);
      const { outcome } = runner.submit(reviewRun, { period: { from: fromDay, to: toDay }, ...(rules && { ruleIds: rules }) });
      outcome.then(
        (ended) => {
          if (!ended.ok) failure = sayAll(ended.issues, language);
        },
        (error: unknown) => {
          failure = error instanceof Error ? error.message : String(error);
        },
      );
      return reply.code(202).send({ started: true as const });
    },
  );
}

/** The review that this server is doing now. */
function currentReview({ runner }: Services): shapes.RunsJson['current'] {
  const job = runner.list().find(({ name, state }) => name === reviewRun.name && (state === 'waiting' || state === 'running'));
  if (!job) return null;
  const { period } = reviewRun.request.parse(job.request);
  const { done, total } = job.progress ?? { done: 0, total: 0 };
  return { fromDay: period.from ?? null, toDay: period.to ?? null, done, total, startedAt: job.since };
}

/** Who writes now: a job of this server, or another process that holds the lock. */
async function writing({ home, runner }: Services): Promise<{ purpose: string; since: string } | undefined> {
  const job = runner.list().find(({ state }) => state === 'waiting' || state === 'running');
  if (job) return { purpose: job.name, since: job.since };
  const lock = await home.takeWriterLock('look');
  if (!lock.ok) return lock.holder;
  await lock.release();
  return undefined;
}

type Row = Awaited<ReturnType<typeof reviewRuns>>[number];

/** A run that nobody works on any more was interrupted (a killed process). */
function runOf(row: Row, busy: boolean): shapes.RunJson {
  const stored = row.summary as StoredCounts | null;
  return {
    runId: row.runId,
    fromDay: row.fromDay,
    toDay: row.toDay,
    lakeVersion: row.lakeVersion,
    state: row.state === 'running' && !busy ? 'interrupted' : row.state,
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    lines: row.lines,
    stored: stored
      ? {
          added: stored.added,
          changed: stored.changed,
          unchanged: stored.unchanged,
          withdrawn: stored.withdrawn,
          amountFen: stored.money.amountFen,
          fundFen: stored.money.fundFen,
        }
      : null,
  };
}
