// 总览: what a director sees first.
import { type Action, type DueNoun, dayOf, may } from '@hengjian/domain';
import {
  type FindingFilter,
  type FundMonth,
  findingsByMonth,
  findingsByProvider,
  findingsByRule,
  fundByMonth,
  lastRunOfRules,
  overdueWork,
  reviewRuns,
  sumFindings,
} from '@hengjian/store';
import type { App } from '../api.ts';
import { languageOf } from '../refusal.ts';
import * as shapes from '../schemas/overview.ts';
import type { Services } from '../services.ts';

const LIVE: FindingFilter = { standing: 'live', scope: null };
const TOP_PROVIDERS = 10;

export function overviewRoutes(app: App, services: Services): void {
  const { home, names } = services;
  const claims = claimsOf(services);
  app.get('/api/overview', { config: { may: 'overview.read' }, schema: { response: { 200: shapes.overview } } }, async (request) => {
    const language = languageOf(request);
    const [{ lake, months }, findings, byRule, byMonth, byProvider, rules, providers] = await Promise.all([
      claims(),
      sumFindings(home.db, LIVE),
      findingsByRule(home.db, LIVE),
      findingsByMonth(home.db, LIVE),
      findingsByProvider(home.db, LIVE, TOP_PROVIDERS),
      names.liveRules(),
      names.providers(),
    ]);
    const countOf = (certainty: string) => ({
      count: byRule.filter((row) => row.certainty === certainty).reduce((sum, row) => sum + row.count, 0),
    });
    return {
      lake,
      review: await reviewOf(services, lake?.version ?? 0),
      findings,
      clear: countOf('clear'),
      suspect: countOf('suspect'),
      byRule: byRule.map((row) => {
        const rule = rules.find((live) => live.rule.id === row.ruleId)?.rule;
        return { ...row, title: rule?.title[language] ?? row.ruleId, category: rule?.category ?? '' };
      }),
      byMonth: monthsOf(months, byMonth),
      byProvider: byProvider.map((row) => {
        const { name = null, level = null, kind = null } = providers.get(row.providerNo) ?? {};
        return { ...row, name, level, kind };
      }),
    };
  });

  /** Of what this account may see. */
  app.get(
    '/api/overdue-work',
    { config: { may: 'overview.read' }, schema: { response: { 200: shapes.overdueWork } } },
    async ({ actor }) => {
      const all = await overdueWork(home.db, dayOf(services.now()));
      return all.filter(({ noun }) => may(actor, readers[noun]).ok);
    },
  );
}

const readers = {
  finding: 'finding.work',
  complaint: 'complaint.read',
  clue: 'clue.read',
  inspection: 'inspection.read',
  enforcementCase: 'enforcementCase.read',
  points: 'points.read',
  credit: 'credit.read',
} as const satisfies Record<DueNoun, Action>;

/** Sums over the claims, asked once a version of the lake. */
function claimsOf({ lake }: Services) {
  let known: { version: number; answer: { lake: shapes.OverviewJson['lake']; months: FundMonth[] } } | undefined;
  return () =>
    lake.read(async (connection, snapshot) => {
      if (known?.version === snapshot.version) return known.answer;
      const range = snapshot.range();
      const months = snapshot.version === 0 ? [] : await fundByMonth(connection);
      const sum = (key: 'totalFen' | 'fundFen') => months.reduce((total, month) => total + month[key], 0);
      const counts = {
        settlements: snapshot.rowCount('settlement'),
        lines: snapshot.rowCount('line'),
        encounters: snapshot.rowCount('encounter'),
        persons: snapshot.rowCount('person'),
        providers: snapshot.rowCount('provider'),
      };
      const state = range ? { version: snapshot.version, ...range, ...counts, totalFen: sum('totalFen'), fundFen: sum('fundFen') } : null;
      known = { version: snapshot.version, answer: { lake: state, months } };
      return known.answer;
    });
}

async function reviewOf({ home }: Services, lakeVersion: number): Promise<shapes.OverviewJson['review']> {
  const runs = await reviewRuns(home.db, 50);
  const last = runs.find((run) => run.state === 'done');
  if (!last?.finishedAt) return null;
  const rules = await lastRunOfRules(home.db);
  const sum = (key: 'hit' | 'clear' | 'notEvaluated') => rules.reduce((total, rule) => total + rule[key], 0);
  return {
    runId: last.runId,
    fromDay: last.fromDay,
    toDay: last.toDay,
    finishedAt: last.finishedAt.toISOString(),
    lines: last.lines,
    rules: rules.length,
    hit: sum('hit'),
    clear: sum('clear'),
    notEvaluated: sum('notEvaluated'),
    seconds: (last.finishedAt.getTime() - last.startedAt.getTime()) / 1000,
    outdated: last.lakeVersion !== lakeVersion,
  };
}

/** Months with claims and months with findings, side by side. */
function monthsOf(paid: readonly FundMonth[], found: Awaited<ReturnType<typeof findingsByMonth>>): shapes.OverviewJson['byMonth'] {
  const months = [...new Set([...paid, ...found].map(({ month }) => month))].sort();
  return months.map((month) => {
    const money = paid.find((row) => row.month === month);
    const { count = 0, amountFen = 0, fundFen = 0 } = found.find((row) => row.month === month) ?? {};
    return { month, count, amountFen, fundFen, settlements: money?.settlements ?? 0, fundPaidFen: money?.fundFen ?? 0 };
  });
}
