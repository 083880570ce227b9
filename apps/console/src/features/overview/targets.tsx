// The year's plan in figures: targets reached, execution of the budget, project by project.
import type { PlanFileJson, PlanHead } from '@hengjian/server/schemas/plans.ts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useGet } from '../../api.ts';
import { count, number, share, wan } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { Panel } from '../../ui/page.tsx';
import { Grade } from '../plans/project-table.tsx';

const text = texts.overview;

/** The plan in force, with its scores; `none` while there is no plan. */
function usePlan(): { plan: PlanFileJson | undefined; none: boolean } {
  const plans = useGet<PlanHead[]>('/api/plans');
  const planId = plans.data?.find((plan) => plan.inForce)?.planId;
  const plan = useGet<PlanFileJson>(`/api/plans/${encodeURIComponent(planId ?? '')}`, undefined, { enabled: planId !== undefined });
  return { plan: plan.data, none: plans.data?.length === 0 };
}

/** Paid over budget of the whole plan: of the department-wide form where there is one, else of all projects. */
function executionOf(plan: PlanFileJson): { budgetFen: number | null; ratio: number | null } {
  const overall = plan.projects.find((project) => project.kind === 'overall');
  const counted = overall ? [overall] : plan.projects;
  const sum = (values: (number | null)[]) =>
    values.includes(null) ? null : values.reduce<number>((total, value) => total + (value ?? 0), 0);
  const budgetFen = sum(counted.map((project) => project.adjustedFen ?? project.budgetFen));
  const paidFen = sum(counted.map((project) => project.paidFen));
  return { budgetFen, ratio: budgetFen && paidFen !== null ? paidFen / budgetFen : null };
}

/** Two tiles: targets and execution; without a plan one of them gives way to `fallback`. */
export function TargetTiles({ fallback }: { fallback: ReactNode }) {
  const t = useTexts();
  const { plan, none } = usePlan();
  if (!plan)
    return (
      <>
        {fallback}
        <Link className="tile" to={none ? '/documents' : '/plans'}>
          <div className="name">{t(text.reached)}</div>
          <div className="value">—</div>
          <div className="sub">{none ? t(text.noPlan) : ''}</div>
        </Link>
      </>
    );
  const { summary } = plan;
  const { budgetFen, ratio } = executionOf(plan);
  return (
    <>
      <Link className="tile" to="/plans">
        <div className="name">
          {t(text.reached)} <span className="faint">{plan.year}</span>
        </div>
        <div className="value green">
          {count(summary.met)} <small>/ {count(summary.met + summary.missed)}</small>
        </div>
        <div className="sub">{t(text.reachedSub, { known: count(summary.met + summary.missed), total: count(summary.indicators) })}</div>
      </Link>
      <Link className="tile" to="/plans">
        <div className="name">{t(text.execution)}</div>
        <div className="value">{share(ratio, 2)}</div>
        <div className="sub">{ratio === null ? t(text.executionUnknown) : t(text.executionSub, { budget: wan(budgetFen) })}</div>
      </Link>
    </>
  );
}

export function Targets() {
  const t = useTexts();
  const { plan, none } = usePlan();
  if (none)
    return (
      <Panel title={t(text.targets)}>
        <span className="soft">{t(text.noPlan)}　</span>
        <Link to="/documents">{t(text.adoptPlan)}</Link>
      </Panel>
    );
  if (!plan) return null;
  return (
    <Panel flush title={`${t(text.targets)}　${plan.org ?? ''} ${plan.year}`} extra={<Key />}>
      <table className="plain">
        <thead>
          <tr>
            <th>{t(text.project)}</th>
            <th style={{ width: '34%' }}>{t(text.reached)}</th>
            <th className="num">{t(text.hit)}</th>
            <th className="num">{t(text.missed)}</th>
            <th className="num">{t(text.open)}</th>
            <th className="num">{t(text.execution)}</th>
            <th className="num">{t(text.score)}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {plan.projects.map((project) => {
            const met = project.indicators.filter((row) => row.met === true).length;
            const missed = project.indicators.filter((row) => row.met === false).length;
            const open = project.indicators.length - met - missed;
            const { total } = project;
            return (
              <tr key={project.projectNo}>
                <td>
                  <Link to="/plans" search={{ project: String(project.projectNo) }}>
                    {project.name}
                  </Link>
                </td>
                <td style={{ verticalAlign: 'middle' }}>
                  <div
                    className="meter"
                    role="img"
                    aria-label={`${t(text.hit)} ${met}, ${t(text.missed)} ${missed}, ${t(text.open)} ${open}`}
                  >
                    <i className="hit" style={{ flexGrow: met }} />
                    <i className="miss" style={{ flexGrow: missed }} />
                    <i className="open" style={{ flexGrow: open }} />
                  </div>
                </td>
                <td className="num">{met}</td>
                <td className="num">
                  {missed ? (
                    <Link className="red" to="/plans" search={{ project: String(project.projectNo), only: 'open' }}>
                      {missed}
                    </Link>
                  ) : (
                    0
                  )}
                </td>
                <td className="num soft">{open}</td>
                <td className="num">{share(project.execution.ratio, 2)}</td>
                <td className="num">
                  {plan.run === null || total.full === 0
                    ? '—'
                    : total.open === 0
                      ? number(total.known, 2)
                      : `${number(total.known, 2)} ~ ${number(total.known + total.open, 2)}`}
                </td>
                <td>{plan.run === null ? null : <Grade total={total} />}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Panel>
  );
}

function Key() {
  const t = useTexts();
  const entries = [
    ['#2e8b72', text.hit],
    ['#c0392b', text.missed],
    ['#cbd3db', text.open],
  ] as const;
  return (
    <span className="legend">
      {entries.map(([color, name]) => (
        <span key={color}>
          <i style={{ background: color }} />
          {t(name)}
        </span>
      ))}
    </span>
  );
}
