// 接口: traffic, latency, reminders and what became of them, from the accounts of the calls.
import type { TrafficJson } from '@hengjian/server/schemas/interface.ts';
import { Link } from '@tanstack/react-router';
import { Button, Segmented, Select, Table } from 'antd';
import { useState } from 'react';
import { useGet } from '../../api.ts';
import { count, instant, share, yuan } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { Loaded, Nothing, Page, Panel } from '../../ui/page.tsx';
import { AlarmTable, StandingAlarms } from './alarms.tsx';
import { LatencyPlot, RulePlot, TrafficPlot } from './plots.tsx';

const text = texts.interfaceTexts;
const PERIODS = ['hour', 'day', 'week', 'month'] as const;
type Period = (typeof PERIODS)[number];
const EVERY_MS = 15_000;

export function TrafficPage() {
  const t = useTexts();
  const [period, setPeriod] = useState<Period>('day');
  const [provider, setProvider] = useState<string>();
  const [rule, setRule] = useState<string>();
  const all = useGet<TrafficJson>('/api/interface/traffic', { period }, { every: EVERY_MS, keep: true });
  const traffic = useGet<TrafficJson>('/api/interface/traffic', { period, provider, rule }, { every: EVERY_MS, keep: true });
  const choices = (rows: readonly (readonly [string, string])[]) => rows.map(([value, label]) => ({ value, label }));
  return (
    <Page
      title={t(text.title)}
      about={t(text.about)}
      extra={
        <Link to="/interface/check">
          <Button type="primary">{t(text.toCheck)}</Button>
        </Link>
      }
    >
      <StandingAlarms />
      <div className="filters">
        <Segmented<Period> value={period} onChange={setPeriod} options={PERIODS.map((value) => ({ value, label: t(text[value]) }))} />{' '}
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          style={{ minWidth: 260 }}
          placeholder={t(texts.common.named, { name: t(text.provider), value: t(text.all) })}
          value={provider ?? null}
          onChange={(value) => setProvider(value ?? undefined)}
          options={choices(
            (all.data?.byProvider ?? []).map((row) => [row.providerNo, row.name ? `${row.name} ${row.providerNo}` : row.providerNo]),
          )}
        />{' '}
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          style={{ minWidth: 260 }}
          placeholder={t(texts.common.named, { name: t(text.rule), value: t(text.all) })}
          value={rule ?? null}
          onChange={(value) => setRule(value ?? undefined)}
          options={choices((all.data?.byRule ?? []).map((row) => [row.ruleId, row.title]))}
        />
      </div>
      <Loaded of={traffic}>
        {(data) => (
          <>
            {data.total.calls === 0 ? (
              <Panel>
                <Nothing title={t(text.none)} help={t(text.noneHelp)} />
              </Panel>
            ) : (
              <Shown data={data} />
            )}
            <TurnedAway rows={data.turnedAway} />
          </>
        )}
      </Loaded>
      <AlarmTable />
    </Page>
  );
}

function Shown({ data }: { data: TrafficJson }) {
  const t = useTexts();
  const ms = (value: number | null) => (value === null ? '—' : t(text.ms, { n: value < 10 ? value.toFixed(1) : Math.round(value) }));
  const { total } = data;
  const facts = [
    [text.calls, count(total.calls)],
    [text.refused, count(total.refused)],
    [text.failed, count(total.failed)],
    [text.reminders, count(total.reminders)],
    [text.median, ms(total.p50)],
    [text.p95, ms(total.p95)],
    [text.p99, ms(total.p99)],
  ] as const;
  return (
    <>
      <Panel>
        <dl className="tallies">
          {facts.map(([name, value]) => (
            <div key={name[0]}>
              <dt>{t(name)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </Panel>
      <div className="grid" style={{ gridTemplateColumns: '1fr 1fr' }}>
        <Panel title={t(text.traffic)}>
          <TrafficPlot data={data} />
        </Panel>
        <Panel title={t(text.latency)}>
          <LatencyPlot data={data} />
        </Panel>
      </div>
      <div className="grid" style={{ gridTemplateColumns: '1fr 1fr' }}>
        <Panel title={t(text.byRule)}>
          {data.byRule.length === 0 ? <Nothing title={t(text.noReminders)} /> : <RulePlot rules={data.byRule} />}
        </Panel>
        <Panel title={t(text.reasons)} flush>
          {data.reasons.length === 0 ? (
            <Nothing title={t(text.noReasons)} />
          ) : (
            <Table
              size="small"
              rowKey="reason"
              pagination={{ pageSize: 8, hideOnSinglePage: true }}
              dataSource={data.reasons}
              columns={[
                { title: t(text.reason), dataIndex: 'reason' },
                { title: t(text.times), dataIndex: 'count', align: 'right', width: 90, render: count },
              ]}
            />
          )}
        </Panel>
      </div>
      <RuleTable rows={data.byRule} />
      <ProviderTable rows={data.byProvider} ms={ms} />
      <Panel title={t(text.byMessage)} flush>
        <Table
          size="small"
          rowKey="infno"
          pagination={false}
          dataSource={data.byMessage}
          columns={[
            { title: t(text.message), minWidth: 150, render: (_, row) => `${row.infno} ${row.title}` },
            ...callColumns<TrafficJson['byMessage'][number]>(t, ms),
          ]}
        />
      </Panel>
    </>
  );
}

type Say = ReturnType<typeof useTexts>;
type Calls = Pick<TrafficJson['total'], 'calls' | 'refused' | 'failed' | 'p50' | 'p99'>;
const callColumns = <R extends Calls>(t: Say, ms: (value: number | null) => string) => [
  { title: t(text.calls), align: 'right' as const, render: (_: unknown, row: R) => count(row.calls) },
  { title: t(text.refused), align: 'right' as const, render: (_: unknown, row: R) => count(row.refused) },
  { title: t(text.failed), align: 'right' as const, render: (_: unknown, row: R) => count(row.failed) },
  { title: t(text.median), align: 'right' as const, render: (_: unknown, row: R) => ms(row.p50) },
  { title: t(text.p99), align: 'right' as const, render: (_: unknown, row: R) => ms(row.p99) },
];
type Dispositions = Pick<TrafficJson['byRule'][number], 'given' | 'accepted' | 'overridden'>;
const dispositionColumns = <R extends Dispositions>(t: Say) => [
  { title: t(text.given), align: 'right' as const, render: (_: unknown, row: R) => count(row.given) },
  { title: t(text.accepted), align: 'right' as const, render: (_: unknown, row: R) => count(row.accepted) },
  { title: t(text.overridden), align: 'right' as const, render: (_: unknown, row: R) => count(row.overridden) },
  { title: t(text.silent), align: 'right' as const, render: (_: unknown, row: R) => count(row.given - row.accepted - row.overridden) },
];

function RuleTable({ rows }: { rows: TrafficJson['byRule'] }) {
  const t = useTexts();
  if (rows.length === 0) return null;
  return (
    <Panel title={t(text.byRule)} flush>
      <Table
        size="small"
        rowKey="ruleId"
        pagination={{ pageSize: 10, hideOnSinglePage: true }}
        dataSource={rows}
        columns={[
          {
            title: t(text.rule),
            render: (_, row) => (
              <Link to="/rules/$rule" params={{ rule: row.ruleId }}>
                {row.title}
              </Link>
            ),
          },
          ...dispositionColumns<TrafficJson['byRule'][number]>(t),
          { title: t(text.acceptedRatio), align: 'right', render: (_, row) => (row.given === 0 ? '—' : share(row.accepted / row.given)) },
          { title: t(text.amount), align: 'right', render: (_, row) => yuan(row.amountFen) },
        ]}
      />
    </Panel>
  );
}

function ProviderTable({ rows, ms }: { rows: TrafficJson['byProvider']; ms: (value: number | null) => string }) {
  const t = useTexts();
  return (
    <Panel title={t(text.byProvider)} flush>
      <Table
        size="small"
        rowKey="providerNo"
        pagination={{ pageSize: 10, hideOnSinglePage: true }}
        dataSource={rows}
        columns={[
          {
            title: t(text.provider),
            render: (_, row) => (
              <>
                {row.name ?? row.providerNo} {row.name ? <span className="faint">{row.providerNo}</span> : null}
              </>
            ),
          },
          ...callColumns<TrafficJson['byProvider'][number]>(t, ms),
          ...dispositionColumns<TrafficJson['byProvider'][number]>(t),
        ]}
      />
    </Panel>
  );
}

function TurnedAway({ rows }: { rows: TrafficJson['turnedAway'] }) {
  const t = useTexts();
  if (rows.length === 0) return null;
  return (
    <Panel title={t(text.turnedAway)} flush extra={<span className="soft">{t(text.turnedAwayHelp)}</span>}>
      <Table
        size="small"
        rowKey={(row) => `${row.address} ${row.providerNo} ${row.reason}`}
        pagination={{ pageSize: 10, hideOnSinglePage: true }}
        dataSource={rows}
        columns={[
          { title: t(text.address), width: 170, render: (_, row) => row.address || t(text.otherAddresses) },
          {
            title: t(text.provider),
            width: 220,
            render: (_, row) => (row.providerNo === '' ? <span className="faint">{t(text.notKnown)}</span> : (row.name ?? row.providerNo)),
          },
          { title: t(text.reason), minWidth: 180, render: (_, row) => t(text[`turnedAway.${row.reason}`]) },
          { title: t(text.times), width: 90, align: 'right', render: (_, row) => count(row.count) },
          { title: t(text.lastTime), width: 150, render: (_, row) => instant(row.lastAt) },
        ]}
      />
    </Panel>
  );
}
