// A read form becomes a plan: refused only when it holds no targets; what is wrong with it is said and kept.
import type { Issue, Outcome } from '../issue.ts';
import type { Fen } from '../money.ts';
import { type Indicator, OVERALL_PROJECT, type Plan, type PlanProject } from './plan.ts';
import type { ReadDocument, ReadIndicator, ReadProject } from './read-document.ts';

/** 万元 as printed (any number of decimals) → whole fen. */
const fenOfWan = (wan: number | null): Fen | null => (wan === null ? null : Math.round(wan * 1_000_000));

const kinds: Record<string, string> = { 'self-evaluation': '自评报告', monitoring: '监控表' };

/** The cells that are neither names nor bare numbers: «满意率≥90%» makes another question of «处理举报投诉案件». */
const wordingOf = (row: ReadIndicator): string | null => {
  const names = new Set([row.level1, row.level2, row.name, row.unit, row.group, row.operator]);
  const words = (row.cells ?? []).map(({ text }) => text.trim()).filter((cell) => !names.has(cell) && /\p{Script=Han}/u.test(cell));
  const value = words.filter((cell) => !/^[一二三]级指标/.test(cell) && cell.replace(/\s/g, '') !== row.name.replace(/\s/g, ''));
  return value.length ? value.join('；') : null;
};

const indicatorOf = (planId: string, projectNo: number, row: ReadIndicator, index: number): Indicator => ({
  indicatorId: `${planId}-${projectNo}-${index + 1}`,
  position: index + 1,
  level1: row.level1,
  level2: row.level2,
  name: row.name,
  operator: row.operator,
  target: row.value,
  unit: row.unit,
  weight: row.weight,
  group: row.group,
  wording: wordingOf(row),
});

function weightFindings(project: ReadProject, line: number | undefined): Issue[] {
  const weights = project.indicators.map((row) => row.weight);
  const without = weights.filter((weight) => weight === null).length;
  if (without === weights.length) return [];
  const place = line === undefined ? {} : { lines: [line] };
  const findings: Issue[] = [];
  if (without > 0)
    findings.push({ code: 'plan.weights-partly', severity: 'warning', ...place, facts: { project: project.name, count: without } });
  const sum = Math.round(weights.reduce<number>((total, weight) => total + (weight ?? 0), 0) * 100) / 100;
  // Goal forms sum to 90 (10 are kept for execution) or, in overall tables and older forms, to 100.
  if (Math.abs(sum - 90) > 0.1 && Math.abs(sum - 100) > 0.1)
    findings.push({ code: 'plan.weights', severity: 'warning', ...place, facts: { project: project.name, sum, expected: '90（或 100）' } });
  return findings;
}

function projectFindings(project: ReadProject, budgetFen: Fen | null): Issue[] {
  const lost = project.indicators
    .filter((row) => row.value === null && row.operator !== 'qualitative')
    .map(
      (row): Issue => ({
        code: 'plan.target-lost',
        severity: 'warning',
        lines: [row.line],
        facts: { project: project.name, name: row.name },
      }),
    );
  const budget: Issue[] =
    budgetFen === null ? [{ code: 'plan.budget-unknown', severity: 'warning', facts: { project: project.name } }] : [];
  return [...weightFindings(project, project.line), ...budget, ...lost];
}

/**
 * `planId` is given by the caller (it follows from year and content). Refusals: `plan.not-a-plan` for documents that report
 * results, `plan.no-indicators`.
 */
export function planFromDocument(document: ReadDocument, year: number, planId: string): Outcome<Plan> {
  const refuse = (code: string, facts: Record<string, unknown>): Outcome<Plan> => ({
    ok: false,
    issues: [{ code, severity: 'error', file: document.file, facts }],
  });
  if (kinds[document.kind]) return refuse('plan.not-a-plan', { kind: kinds[document.kind] });
  const withRows = document.projects.filter((project) => project.indicators.length > 0);
  if (withRows.length === 0) return refuse('plan.no-indicators', {});
  const projects = withRows.map((project, index): PlanProject => {
    const overall = project.kind === 'overall' || project.name === OVERALL_PROJECT;
    return {
      projectNo: index + 1,
      name: project.name,
      kind: project.kind,
      budgetFen: fenOfWan(project.budgetWan ?? (overall ? document.totals.totalWan : null)),
      goals: project.goals,
      indicators: project.indicators.map((row, position) => indicatorOf(planId, index + 1, row, position)),
    };
  });
  const findings = withRows.flatMap((project, index) => projectFindings(project, projects[index]?.budgetFen ?? null));
  if (document.year !== null && document.year !== year)
    findings.unshift({ code: 'plan.year-differs', severity: 'warning', facts: { found: document.year, year } });
  const plan: Plan = {
    planId,
    year,
    org: document.org,
    kind: document.kind,
    source: document.file.split(/[\\/]/).pop() ?? document.file,
    totalFen: fenOfWan(document.totals.totalWan),
    basicFen: fenOfWan(document.totals.basicWan),
    projectFen: fenOfWan(document.totals.projectWan),
    projects,
    findings,
  };
  return { ok: true, value: plan, issues: findings };
}
