// 预警: stories, the strangest open ones on top, by monitor.
import type { AlertShownJson, StoryJson, StoryPageJson } from '@hengjian/server/schemas/alerts.ts';
import { Link, useNavigate } from '@tanstack/react-router';
import { Alert, Button, Select, Tabs, Tag } from 'antd';
import { useState } from 'react';
import { address, post, useGet } from '../../api.ts';
import { count, day, instant } from '../../format.ts';
import { useMay } from '../../session.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { one, useParams } from '../../ui/address.ts';
import { Choice, pageOf, SearchBox, useFilters } from '../../ui/filters.tsx';
import { Nothing, Page, Panel, Problem } from '../../ui/page.tsx';
import { QueryTable } from '../../ui/query-table.tsx';
import { useAlertWords } from './words.ts';

const text = texts.alerts;
const stateColour: Readonly<Record<string, string>> = {
  raised: 'red',
  assigned: 'orange',
  looking: 'blue',
  clue: 'purple',
  inspection: 'purple',
};

export function AlertsPage() {
  const t = useTexts();
  const { say, options } = useAlertWords();
  const [params, change] = useParams();
  const bound = useFilters();
  const navigate = useNavigate();
  const mayExport = useMay('alert.export');
  const filter = {
    monitor: one(params.monitor),
    alert: one(params.alert),
    state: one(params.state) ?? 'open',
    text: one(params.text),
    sort: one(params.sort),
  };
  const rows = useGet<StoryPageJson>('/api/alerts', { ...filter, ...pageOf(params) }, { keep: true, every: 30_000 });
  const catalogue = useGet<AlertShownJson[]>('/api/alert-catalogue', {}, { keep: true, every: 30_000 });
  const live = (catalogue.data ?? []).filter(({ isLive }) => isLive);
  const liveAt = Math.max(0, ...live.map((one) => one.live?.at ?? 0));
  const titles = useAlertTitles(catalogue.data);
  const tab = (key: string, label: string) => ({
    key,
    label: `${label}${rows.data && key !== '' ? ` ${count(rows.data.open[key] ?? 0)}` : ''}`,
  });
  const monitors = options('monitors').filter(({ value }) => catalogue.data?.some(({ monitor }) => monitor === value) ?? true);
  return (
    <Page
      title={t(text.title)}
      about={t(text.about)}
      extra={
        <>
          <Link to="/alert-thresholds">
            <Button>{t(text.thresholds)}</Button>
          </Link>{' '}
          {mayExport ? <Button href={address('/api/alerts/export', filter)}>{t(text.export)}</Button> : null} <RunButton />
        </>
      }
    >
      {rows.error ? <Problem error={rows.error} /> : null}
      {live.length > 0 ? (
        <p className="faint" title={live.map(({ alertId }) => titles(alertId)).join(t(texts.common.comma))}>
          {liveAt > 0 ? `${t(text.liveAt)} ${instant(liveAt)}` : t(text.liveNone)}
        </p>
      ) : null}
      <Tabs
        activeKey={filter.monitor ?? ''}
        onChange={(key) => change({ monitor: key || undefined, page: undefined, alert: undefined })}
        items={[tab('', t(text.all)), ...monitors.map(({ value, label }) => tab(value, label))]}
      />
      <Panel flush>
        <div className="filters no-print">
          <SearchBox width={220} {...bound('text')} />
          <Choice
            label={t(text.whichAlerts)}
            width={200}
            options={(catalogue.data ?? [])
              .filter(({ monitor }) => !filter.monitor || monitor === filter.monitor)
              .map(({ alertId }) => ({ value: alertId, label: titles(alertId) }))}
            {...bound('alert')}
          />
          <Select
            aria-label={t(text.state)}
            style={{ width: 110 }}
            value={filter.state}
            onChange={(state) => change({ state: state === 'open' ? undefined : state, page: undefined })}
            options={[{ value: 'open', label: t(text.openOnes) }, { value: 'all', label: t(text.all) }, ...options('states')]}
          />
        </div>
        <QueryTable<StoryJson>
          rowKey="storyId"
          rows={rows.data?.rows}
          total={rows.data?.total}
          loading={rows.isLoading}
          defaultSort="-score"
          locale={{ emptyText: <Nothing title={t(text.none)} help={t(text.noneHelp)} command={t(text.command)} /> }}
          onRow={({ storyId }) => ({
            tabIndex: 0,
            style: { cursor: 'pointer' },
            onClick: () => void navigate({ to: '/alerts/$story', params: { story: storyId } }),
            onKeyDown: (event) => {
              if (event.key === 'Enter') void navigate({ to: '/alerts/$story', params: { story: storyId } });
            },
          })}
          columns={[
            {
              key: 'subject',
              title: t(text.subject),
              minWidth: 150,
              render: (_, row) => (
                <>
                  {row.subjectName ?? say('subjects', row.subjectKind)} <span className="faint code nowrap">{row.subjectNo}</span>
                </>
              ),
            },
            {
              key: 'alerts',
              title: t(text.whichAlerts),
              render: (_, row) =>
                row.alertIds.map((id) => (
                  <Tag key={id} color={live.some(({ alertId }) => alertId === id) ? 'processing' : 'default'}>
                    {titles(id)}
                  </Tag>
                )),
            },
            {
              key: 'toDay',
              title: t(text.days),
              className: 'nowrap',
              sorter: true,
              render: (_, { fromDay, toDay }) => (fromDay === toDay ? day(fromDay) : `${day(fromDay)} ~ ${day(toDay)}`),
            },
            { key: 'signalCount', title: t(text.signals), align: 'right', sorter: true, render: (_, row) => count(row.signalCount) },
            { key: 'score', title: t(text.score), align: 'right', sorter: true, render: (_, row) => (row.score / 1000).toFixed(1) },
            {
              key: 'state',
              title: t(text.state),
              render: (_, row) => <Tag color={stateColour[row.state] ?? 'default'}>{say('states', row.state)}</Tag>,
            },
            { key: 'assigned', title: t(text.assigned), className: 'nowrap', render: (_, row) => row.assignedTo ?? '' },
            { key: 'id', title: t(text.story), className: 'nowrap', render: (_, row) => <span className="faint code">{row.storyId}</span> },
          ]}
        />
      </Panel>
    </Page>
  );
}

/** Titles of alerts by id, in the language of the page. */
export function useAlertTitles(catalogue: readonly AlertShownJson[] | undefined): (id: string) => string {
  const { language } = useAlertWords();
  const byId = new Map((catalogue ?? []).map(({ alertId, title }) => [alertId, title[language]]));
  return (id) => byId.get(id) ?? id;
}

function RunButton() {
  const t = useTexts();
  const may = useMay('alert.run');
  const [started, setStarted] = useState(false);
  const [error, setError] = useState<unknown>();
  if (!may) return null;
  const run = () => post('/api/alert-runs').then(() => setStarted(true), setError);
  return (
    <>
      <Button type="primary" disabled={started} onClick={() => void run()}>
        {t(text.run)}
      </Button>
      {started ? <Alert type="success" title={t(text.running)} /> : null}
      {error ? <Problem error={error} /> : null}
    </>
  );
}
