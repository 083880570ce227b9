// Before it speaks: an edition on a past period, its plots, its overlap, what changes against live, and a sample to judge.
import type { EditionJson } from '@hengjian/server/schemas/editions.ts';
import type { TrialJson } from '@hengjian/server/schemas/governance.ts';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { post, queryClient, useGet } from '../../api.ts';
import { count, day, instant, wan, yuan } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { Chart } from '../../ui/chart.tsx';
import { Fact, Loaded, Panel } from '../../ui/page.tsx';
import { dayTyped } from '../../ui/typed.ts';
import { useActing } from './acting.tsx';
import { usePeriod } from './period.tsx';
import { Sample } from './sample.tsx';

const text = texts.governance;

/** `edition` undefined or `unsaved`: what is on the screen is not what would run. */
export function TrialPanel({ edition, unsaved }: { edition: EditionJson | undefined; unsaved: boolean }) {
  const t = useTexts();
  if (!edition || unsaved)
    return (
      <Panel title={t(text.trial)}>
        <p className="soft">{t(text.unsavedFirst)}</p>
      </Panel>
    );
  return <Trials edition={edition} />;
}

function Trials({ edition }: { edition: EditionJson }) {
  const t = useTexts();
  const url = `/api/rules/${encodeURIComponent(edition.ruleId)}`;
  const trials = useGet<TrialJson[]>(`${url}/trials`);
  const [chosen, setChosen] = useState<string>();
  const period = usePeriod();
  const acting = useActing(() => void queryClient.invalidateQueries());
  const run = () =>
    acting.act(async (act) => {
      const asked = { ...act, from: dayTyped(period.from), to: dayTyped(period.to) };
      const done = await post<TrialJson>(`${url}/editions/${edition.edition}/trial`, asked);
      setChosen(done.trialId);
    });
  const own = (trials.data ?? []).filter((one) => one.edition === edition.edition);
  const shown = own.find((one) => one.trialId === chosen) ?? own[0];
  return (
    <Panel title={t(text.trial)}>
      <p className="faint">{t(text.trialHelp)}</p>
      <div className="row" style={{ flexWrap: 'wrap' }}>
        {period.fields}
        {acting.fields}
        <Button type="primary" loading={acting.busy} disabled={!edition.actions.includes('trial')} onClick={() => void run()}>
          {acting.busy ? t(text.trialRunning) : t(text.trialRun)}
        </Button>
        {own.length > 1 ? (
          <Select
            aria-label={t(text.trials)}
            style={{ minWidth: 260 }}
            value={shown?.trialId ?? null}
            onChange={setChosen}
            options={own.map((one) => ({ value: one.trialId, label: `${instant(one.at)} ${day(one.fromDay)} ~ ${day(one.toDay)}` }))}
          />
        ) : null}
      </div>
      {acting.problems}
      <Loaded of={trials}>{() => (shown ? <TrialView trial={shown} /> : <p className="soft">{t(text.trialNone)}</p>)}</Loaded>
    </Panel>
  );
}

function TrialView({ trial }: { trial: TrialJson }) {
  const t = useTexts();
  const { summary } = trial;
  const { change } = summary;
  return (
    <>
      <dl className="facts">
        <Fact name={t(text.trials)}>
          {t(texts.common.aside, { what: `${day(trial.fromDay)} ~ ${day(trial.toDay)}`, aside: `${trial.by} ${instant(trial.at)}` })}
        </Fact>
        <Fact name={t(text.findings)}>
          <strong>{count(summary.findings)}</strong>
        </Fact>
        <Fact name={t(text.amount)}>
          {yuan(summary.amountFen)}{' '}
          <span className="faint">
            {t(text.fund)} {yuan(summary.fundFen)}
          </span>
        </Fact>
        <Fact name={t(text.providers)}>{`${count(summary.providers)} · ${t(text.persons)} ${count(summary.persons)}`}</Fact>
        <Fact name={trial.against === null ? t(text.alone) : t(text.against, { n: trial.against })}>
          {change ? (
            <>
              {t(text.added)} <strong>{count(change.added)}</strong> ({yuan(change.addedFen)}) · {t(text.gone)}{' '}
              <strong>{count(change.gone)}</strong> ({yuan(change.goneFen)}) · {t(text.changed)} <strong>{count(change.changed)}</strong> (
              {yuan(change.changedFen)}) · {t(text.same)} {count(change.same)}
            </>
          ) : (
            '—'
          )}
        </Fact>
        <Fact name={t(text.overlap)}>
          {summary.overlap.length === 0
            ? t(text.overlapNone)
            : summary.overlap.map((row) => (
                <div key={row.ruleId}>
                  {t(texts.common.named, {
                    name: row.title,
                    value: t(texts.common.aside, { what: count(row.findings), aside: yuan(row.amountFen) }),
                  })}
                </div>
              ))}
        </Fact>
      </dl>
      <div className="grid" style={{ gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' }}>
        <MonthPlot trial={trial} />
        <ProviderPlot trial={trial} />
      </div>
      <Sample trialId={trial.trialId} ruleId={trial.ruleId ?? ''} judged={trial.judged} />
    </>
  );
}

function MonthPlot({ trial }: { trial: TrialJson }) {
  const t = useTexts();
  const { byMonth } = trial.summary;
  return (
    <Chart
      height={210}
      label={t(text.byMonth)}
      option={{
        tooltip: { trigger: 'axis' },
        xAxis: { type: 'category', name: t(texts.axes.month), data: byMonth.map((row) => row.month), axisTick: { show: false } },
        yAxis: { type: 'value', name: t(texts.axes.findings), minInterval: 1 },
        series: [{ type: 'bar', name: t(text.findings), data: byMonth.map((row) => row.findings), barMaxWidth: 22 }],
      }}
    />
  );
}

const TOP = 10;

function ProviderPlot({ trial }: { trial: TrialJson }) {
  const t = useTexts();
  const top = trial.summary.byProvider.slice(0, TOP).reverse();
  return (
    <Chart
      height={210}
      label={t(text.byProvider)}
      option={{
        grid: { right: 72 },
        tooltip: { trigger: 'item' },
        xAxis: { type: 'value', name: t(texts.axes.wanAndFindings), axisLabel: { show: false }, splitLine: { show: false } },
        yAxis: {
          type: 'category',
          name: t(texts.axes.provider),
          data: top.map((row) => row.name ?? row.providerNo),
          axisTick: { show: false },
          axisLine: { show: false },
          axisLabel: { width: 150, overflow: 'truncate' },
        },
        series: [
          {
            type: 'bar',
            barMaxWidth: 14,
            data: top.map((row) => ({
              value: row.amountFen,
              label: {
                show: true,
                position: 'right' as const,
                formatter: `${wan(row.amountFen)} · ${row.findings}`,
                color: '#5b6875',
              },
            })),
          },
        ],
      }}
    />
  );
}
