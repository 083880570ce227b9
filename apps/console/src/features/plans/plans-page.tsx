// 绩效: the plan in force as a table per project.
import type { DraftFileJson } from '@hengjian/server/schemas/plan-drafts.ts';
import type { PlanFileJson, PlanHead, RuleSetInfo } from '@hengjian/server/schemas/plans.ts';
import { Link, useNavigate, useParams as usePath } from '@tanstack/react-router';
import { Alert, App, Button, Checkbox, Dropdown, Input, Popover, Segmented, Select } from 'antd';
import { useState } from 'react';
import { post, saveFile, useGet } from '../../api.ts';
import { count, day, dayFrom, instant, wan } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { one, useParams } from '../../ui/address.ts';
import { DayField } from '../../ui/day-field.tsx';
import { Loaded, Nothing, Page, Panel } from '../../ui/page.tsx';
import { PublicationButton } from '../documents/publication.tsx';
import { IndicatorDrawer } from './indicator-drawer.tsx';
import { LifeView } from './life-view.tsx';
import { MonitoringView } from './monitoring-view.tsx';
import { ProjectTable } from './project-table.tsx';
import { refreshPlans } from './refresh.ts';
import { RuleSets } from './rule-sets.tsx';
import { SupposeView } from './suppose-view.tsx';

const text = texts.plans;

export function PlansPage() {
  const t = useTexts();
  const { plan: asked } = usePath({ strict: false }) as { plan?: string };
  const plans = useGet<PlanHead[]>('/api/plans');
  const planId = asked ?? plans.data?.find((plan) => plan.inForce)?.planId;
  const [params] = useParams();
  const plan = useGet<PlanFileJson>(
    `/api/plans/${encodeURIComponent(planId ?? '')}`,
    { rules: one(params.rules) },
    { enabled: planId !== undefined, keep: true },
  );
  return (
    <Page
      title={
        <span className="row">
          {t(text.title)}
          {plans.data?.length ? <Choose plans={plans.data} planId={planId} /> : null}
        </span>
      }
      about={plan.data ? <About plan={plan.data} /> : null}
      extra={plan.data ? <Actions plan={plan.data} /> : null}
    >
      <Loaded of={plans}>
        {(heads) =>
          heads.length === 0 ? (
            <Panel>
              <Nothing title={t(text.emptyTitle)} help={t(text.emptyHelp)} command={t(text.command)}>
                <Link to="/documents">{t(text.toDocuments)}</Link>
              </Nothing>
            </Panel>
          ) : (
            <Loaded of={plan}>{(data) => <Body plan={data} />}</Loaded>
          )
        }
      </Loaded>
    </Page>
  );
}

function Choose({ plans, planId }: { plans: PlanHead[]; planId: string | undefined }) {
  const t = useTexts();
  const navigate = useNavigate();
  return (
    <Select
      style={{ minWidth: 320 }}
      aria-label={t(text.plan)}
      value={planId ?? null}
      onChange={(value) => void navigate({ to: '/plans/$plan', params: { plan: value as string } })}
      options={plans.map((plan) => ({
        value: plan.planId,
        label: t(texts.common.aside, {
          what: `${t(text.year, { n: plan.year })} ${plan.org ?? plan.source}`,
          aside: plan.inForce ? t(text.inForce) : `${t(text.old)} ${plan.planId}`,
        }),
      }))}
    />
  );
}

function About({ plan }: { plan: PlanFileJson }) {
  const t = useTexts();
  return (
    <>
      {plan.run
        ? t(text.measuredAt, { at: instant(plan.run.measuredAt), day: day(plan.run.asOf), v: plan.run.lakeVersion })
        : t(text.notMeasured)}
      {' · '}
      <RulesChoice plan={plan} /> · <span className="faint code">{plan.planId}</span>
    </>
  );
}

/** Which rules score the page and the reports; the bureau's own are entered from here. */
function RulesChoice({ plan }: { plan: PlanFileJson }) {
  const t = useTexts();
  const [, change] = useParams();
  const [open, setOpen] = useState(false);
  const sets = useGet<RuleSetInfo[]>('/api/score-rules', { year: plan.year });
  const own = 'own';
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [...(sets.data ?? []).map(({ id, title }) => ({ key: id, label: title })), { key: own, label: t(texts.scoring.ownRules) }],
          onClick: ({ key }) =>
            key === own
              ? setOpen(true)
              : change({ rules: sets.data?.some(({ id, counts }) => counts && id === key) ? undefined : key }, { replace: true }),
        }}
      >
        <Button type="link" size="small" className="number-link">
          {t(text.rulesBy, { rules: plan.rules.title })} ▾
        </Button>
      </Dropdown>
      {open ? <RuleSets year={plan.year} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function Actions({ plan }: { plan: PlanFileJson }) {
  const t = useTexts();
  const navigate = useNavigate();
  const { message, modal } = App.useApp();
  const [busy, setBusy] = useState(false);
  const [asOf, setAsOf] = useState(`${plan.year}-12-31`);
  const measure = async () => {
    setBusy(true);
    try {
      const { known } = await post<{ known: number }>(`/api/plans/${plan.planId}/measurement`, { asOf: dayFrom(asOf) });
      await refreshPlans();
      void message.success(t(text.measured, { n: known }));
    } catch (error) {
      void message.error((error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  const save = (file: string) =>
    saveFile(`/api/plans/${plan.planId}/${file}`, file.startsWith('report') ? { rules: plan.rules.id } : {}).catch((error: Error) =>
      message.error(error.message),
    );
  const draft = (year: number) =>
    post<DraftFileJson>('/api/plan-drafts', { year, org: plan.org, planId: plan.planId })
      .then(({ draftId }) => navigate({ to: '/plan-drafts/$draft', params: { draft: draftId } }))
      .catch((error: Error) => message.error(error.message));
  const confirmAll = () =>
    modal.confirm({
      title: t(text.confirmAllTitle, { n: plan.summary.unconfirmed }),
      content: t(text.confirmAllHelp),
      onOk: () => post(`/api/plans/${plan.planId}/confirmation`).then(refreshPlans),
    });
  return (
    <>
      <Popover
        trigger="click"
        content={
          <div style={{ width: 250 }}>
            <p className="soft" style={{ marginBottom: 8 }}>
              {t(text.runMeasureHelp)}
            </p>
            <span className="row">
              {t(text.asOf)}
              <DayField required label={t(text.asOf)} value={asOf} onChange={setAsOf} />
              <Button type="primary" loading={busy} onClick={measure}>
                {t(text.runMeasure)}
              </Button>
            </span>
          </div>
        }
      >
        <Button type="primary">{t(text.runMeasure)}</Button>
      </Popover>
      <Dropdown
        menu={{
          items: [
            { key: 'report.docx', label: t(text.docx) },
            { key: 'report.xlsx', label: t(text.xlsx) },
            { key: 'targets.docx', label: t(text.targetsDocx) },
            { key: 'targets.xlsx', label: t(text.targetsXlsx) },
            { key: 'monitoring.docx', label: t(text.monitoringDocx), disabled: plan.run === null },
            { key: 'monitoring.xlsx', label: t(text.monitoringXlsx), disabled: plan.run === null },
            { key: 'budget.docx', label: t(text.budgetDocx) },
            { key: 'budget.xlsx', label: t(text.budgetXlsx) },
            { key: 'revise', label: t(texts.drafts.revise) },
            { key: 'next', label: t(texts.drafts.copyNext) },
            { key: 'confirm', label: t(text.confirmAll), disabled: plan.summary.unconfirmed === 0 },
            { key: 'print', label: t(texts.common.print) },
          ],
          onClick: ({ key }) =>
            key === 'print'
              ? window.print()
              : key === 'confirm'
                ? confirmAll()
                : void (key === 'revise' ? draft(plan.year) : key === 'next' ? draft(plan.year + 1) : save(key)),
        }}
      >
        <Button>{t(text.report)} ▾</Button>
      </Dropdown>
      {plan.run === null ? null : <PublicationButton address={`/api/plans/${plan.planId}/publication`} query={{ rules: plan.rules.id }} />}
    </>
  );
}

function Body({ plan }: { plan: PlanFileJson }) {
  const t = useTexts();
  const [params, change] = useParams();
  const wanted = one(params.text) ?? '';
  const open = one(params.only) === 'open';
  const only = one(params.project);
  const chosen = one(params.indicator);
  const rows = plan.projects.flatMap((project) => project.indicators.map((indicator) => ({ project, indicator })));
  const shown = rows.find(({ indicator }) => indicator.indicatorId === chosen);
  const { summary } = plan;
  const view = one(params.view);
  const chooser = (
    <Segmented
      className="no-print"
      value={view ?? 'targets'}
      onChange={(next) => change({ view: next === 'targets' ? undefined : String(next) }, { replace: true })}
      options={(['targets', 'monitoring', 'suppose', 'life'] as const).map((value) => ({ value, label: t(text[`view.${value}`]) }))}
    />
  );
  if (view === 'monitoring' || view === 'life' || view === 'suppose')
    return (
      <>
        <div className="row" style={{ marginBottom: 10 }}>
          {chooser}
        </div>
        {view === 'monitoring' ? <MonitoringView plan={plan} /> : null}
        {view === 'suppose' ? <SupposeView plan={plan} /> : null}
        {view === 'life' ? <LifeView plan={plan} /> : null}
      </>
    );
  return (
    <>
      <div className="row" style={{ marginBottom: 10 }}>
        {chooser}
      </div>
      <Panel flush>
        <div className="filters">
          <span>
            {t(texts.overview.reached)} <strong className="green">{count(summary.met)}</strong> · {t(text.missed)}{' '}
            <strong className="red">{count(summary.missed)}</strong> · {t(text.unknown)} <strong>{count(summary.unknown)}</strong>
            <span className="soft"> / {count(summary.indicators)}</span>
          </span>
          {summary.unconfirmed ? <span className="amber">{t(text.unconfirmed, { n: summary.unconfirmed })}</span> : null}
          <span className="grow" />
          <Select
            className="no-print"
            allowClear
            style={{ width: 230 }}
            placeholder={t(text.allProjects)}
            aria-label={t(text.project)}
            value={only ?? null}
            onChange={(value: string | null) => change({ project: value ?? undefined }, { replace: true })}
            options={plan.projects.map((project) => ({ value: String(project.projectNo), label: project.name }))}
          />
          <Checkbox
            className="no-print"
            checked={open}
            onChange={(event) => change({ only: event.target.checked ? 'open' : undefined }, { replace: true })}
          >
            {t(text.onlyOpen)}
          </Checkbox>
          <Input
            className="no-print"
            allowClear
            style={{ width: 220 }}
            value={wanted}
            placeholder={t(text.searchIndicator)}
            aria-label={t(text.searchIndicator)}
            onChange={(event) => change({ text: event.target.value || undefined }, { replace: true })}
          />
        </div>
      </Panel>
      {plan.findings.length ? (
        <Alert className="problem" type="warning" showIcon title={plan.findings.map((finding) => <div key={finding}>{finding}</div>)} />
      ) : null}
      {plan.projects
        .filter((project) => only === undefined || String(project.projectNo) === only)
        .map((project) => (
          <ProjectTable
            key={project.projectNo}
            project={project}
            wanted={wanted}
            onlyOpen={open}
            measured={plan.run !== null}
            onOpen={(indicatorId) => change({ indicator: indicatorId })}
          />
        ))}
      <IndicatorDrawer
        plan={plan}
        project={shown?.project ?? null}
        row={shown?.indicator ?? null}
        onClose={() => change({ indicator: undefined })}
      />
      <p className="hint">
        {t(text.budget)} {wan(plan.totalFen)} {t(texts.common.wan)}
      </p>
    </>
  );
}
