// 审核: past reviews, the one under way, and how to start one.
import { reviewRuns } from '@hengjian/store';
import type { StoredCounts } from '@hengjian/workflows';
import { z } from 'zod';
import type { App } from '../api.ts';
import { languageOf, refuse } from '../refusal.ts';
import { reviewJobOf } from '../review-job.ts';
import * as shapes from '../schemas/runs.ts';
import type { Services } from '../services.ts';

const SHOWN = 50;

export function runsRoutes(app: App, services: Services): void {
  const { home, names } = services;
  const job = reviewJobOf(home);
  // A review under way is finished before the stores are closed.
  app.addHook('onClose', () => job.idle());

  app.get('/api/runs', { schema: { response: { 200: shapes.runs } } }, async () => {
    const rows = await reviewRuns(home.db, SHOWN);
    const busy = rows.some((row) => row.state === 'running') && (job.current() !== null || (await someoneWrites(services)));
    return { runs: rows.map((row) => runOf(row, busy)), current: job.current(), failure: job.failure() };
  });

  app.get('/api/runs/:run', { schema: { params: z.object({ run: z.string() }), response: { 200: shapes.runFile } } }, async (request) => {
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
  });

  app.post(
    '/api/runs',
    { schema: { body: shapes.start, response: { 202: z.object({ started: z.literal(true) }) } } },
    async (request, reply) => {
      const { fromDay, toDay, rules } = request.body;
      if ((await home.lake.snapshot()).version === 0) refuse('review.empty', {}, 409);
      if (toDay < fromDay) refuse('review.period', {}, 422);
      await job.start({ from: fromDay, to: toDay }, rules);
      return reply.code(202).send({ started: true as const });
    },
  );
}

/** Another process holds the writer lock. */
async function someoneWrites({ home }: Services): Promise<boolean> {
  const lock = await home.takeWriterLock('look');
  if (lock.ok) await lock.release();
  return !lock.ok;
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
