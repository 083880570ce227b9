// Reviews: past ones, the one under way, and a form to start one.
import type { LakeState } from '@hengjian/server/schemas/imports.ts';
import type { RunFileJson, RunJson, RunsJson } from '@hengjian/server/schemas/runs.ts';
import { Link } from '@tanstack/react-router';
import { Alert, App, Button, DatePicker, Drawer, Progress, Table, Tag } from 'antd';
import dayjs from 'dayjs';
import { useEffect, useRef, useState } from 'react';
import { post, queryClient, useGet } from '../../api.ts';
import { count, day, dayFrom, localTime, wan, yuan } from '../../format.ts';
import { type Text, texts, useTexts } from '../../texts/index.ts';
import { one, useParams } from '../../ui/address.ts';
import { Loaded, Nothing, Panel } from '../../ui/page.tsx';

const text = texts.imports;

export function Runs({ lake }: { lake: LakeState }) {
  const t = useTexts();
  const [params, change] = useParams();
  const [busy, setBusy] = useState(false);
  const runs = useGet<RunsJson>('/api/runs', undefined, { every: busy ? 700 : false });
  const current = runs.data?.current ?? null;
  const before = useRef(false);
  useEffect(() => {
    setBusy(current !== null);
    // A review has just ended: everything that counts findings is asked again.
    if (before.current && current === null) void queryClient.invalidateQueries();
    before.current = current !== null;
  }, [current]);
  return (
    <Panel flush title={t(text.runs)} extra={<Start lake={lake} busy={current !== null} onStart={() => setBusy(true)} />}>
      {current ? (
        <div className="panel-body">
          <div className="row">
            <span>
              {day(current.fromDay)} {t(texts.common.to)} {day(current.toDay)}
            </span>
            <Progress
              style={{ flex: 1, margin: 0 }}
              percent={current.total ? Math.round((current.done / current.total) * 100) : 0}
              status="active"
            />
            <span className="soft">{current.total ? t(text.progress, { done: current.done, total: current.total }) : ''}</span>
          </div>
        </div>
      ) : null}
      {runs.data?.failure ? <Alert type="error" showIcon title={runs.data.failure} /> : null}
      <Loaded of={runs}>
        {(data) => (
          <Table<RunJson>
            size="small"
            rowKey="runId"
            className="clickable"
            dataSource={data.runs}
            pagination={{ pageSize: 8, hideOnSinglePage: true, size: 'small' }}
            onRow={(row) => ({ onClick: () => change({ run: row.runId }) })}
            locale={{ emptyText: <Nothing title={t(text.noRuns)} help={t(text.startHelp)} /> }}
            columns={[
              { title: t(text.at), width: 140, render: (_, row) => localTime(row.startedAt) },
              {
                title: t(text.period),
                width: 190,
                render: (_, row) => (
                  <span className="nowrap">
                    {day(row.fromDay)} {t(texts.common.to)} {day(row.toDay)}
                  </span>
                ),
              },
              { title: t(text.state), width: 80, render: (_, row) => <State of={row.state} /> },
              { title: t(text.version), width: 60, align: 'right', render: (_, row) => row.lakeVersion },
              { title: t(text.lines), width: 110, align: 'right', render: (_, row) => count(row.lines) },
              {
                title: t(text.findings),
                align: 'right',
                render: (_, { stored }) =>
                  stored
                    ? `${count(stored.added)} / ${count(stored.changed)} / ${count(stored.unchanged)} / ${count(stored.withdrawn)}`
                    : '—',
              },
              { title: t(text.money), width: 140, align: 'right', render: (_, { stored }) => wan(stored?.amountFen) },
              {
                title: t(text.seconds),
                width: 90,
                align: 'right',
                render: (_, row) => (row.finishedAt ? ((Date.parse(row.finishedAt) - Date.parse(row.startedAt)) / 1000).toFixed(1) : '—'),
              },
              { title: t(text.run), width: 150, render: (_, row) => <span className="code faint">{row.runId}</span> },
            ]}
          />
        )}
      </Loaded>
      <Drawer size={860} open={one(params.run) !== undefined} onClose={() => change({ run: undefined })} title={t(text.run)}>
        {one(params.run) ? <RunFile id={one(params.run) as string} /> : null}
      </Drawer>
    </Panel>
  );
}

const states: Readonly<Record<RunJson['state'], readonly [Text, string]>> = {
  running: [text.running, 'processing'],
  done: [text.finished, 'green'],
  failed: [text.failed, 'red'],
  interrupted: [text.interrupted, 'orange'],
};
function State({ of }: { of: RunJson['state'] }) {
  const t = useTexts();
  const [name, color] = states[of];
  return <Tag color={color}>{t(name)}</Tag>;
}

function Start({ lake, busy, onStart }: { lake: LakeState; busy: boolean; onStart: () => void }) {
  const t = useTexts();
  const { message } = App.useApp();
  const [range, setRange] = useState<[string, string]>([day(lake.fromDay), day(lake.toDay)]);
  const start = () =>
    post('/api/runs', { fromDay: dayFrom(range[0]), toDay: dayFrom(range[1]) })
      .then(() => {
        void message.success(t(text.started));
        onStart();
        return queryClient.invalidateQueries({ queryKey: ['/api/runs'] });
      })
      .catch((error: Error) => message.error(error.message));
  return (
    <span className="row no-print">
      <DatePicker.RangePicker
        size="small"
        allowClear={false}
        value={[dayjs(range[0]), dayjs(range[1])]}
        onChange={(dates) => dates?.[0] && dates[1] && setRange([dates[0].format('YYYY-MM-DD'), dates[1].format('YYYY-MM-DD')])}
      />
      <Button size="small" type="primary" disabled={busy} onClick={start}>
        {t(text.start)}
      </Button>
    </span>
  );
}

function RunFile({ id }: { id: string }) {
  const t = useTexts();
  const file = useGet<RunFileJson>(`/api/runs/${encodeURIComponent(id)}`);
  return (
    <Loaded of={file}>
      {(run) => (
        <table className="plain">
          <thead>
            <tr>
              <th>{t(texts.rules.name)}</th>
              <th className="num">{t(texts.rules.edition)}</th>
              <th className="num">{t(texts.rules.hit)}</th>
              <th className="num">{t(texts.rules.clear)}</th>
              <th className="num">{t(texts.rules.notEvaluated)}</th>
              <th className="num">{t(texts.rules.exempted)}</th>
              <th className="num">{t(texts.rules.amount)}</th>
              <th className="num">{t(texts.rules.seconds)}</th>
            </tr>
          </thead>
          <tbody>
            {run.rules.map((rule) => (
              <tr key={rule.ruleId}>
                <td>
                  <Link to="/rules/$rule" params={{ rule: rule.ruleId }}>
                    {rule.title}
                  </Link>
                </td>
                <td className="num">{rule.edition}</td>
                <td className="num">{count(rule.hit)}</td>
                <td className="num">{count(rule.clear)}</td>
                <td className="num">{count(rule.notEvaluated)}</td>
                <td className="num">{count(Object.values(rule.exempted).reduce((sum, n) => sum + n, 0))}</td>
                <td className="num">{yuan(rule.amountFen)}</td>
                <td className="num">{rule.seconds.toFixed(2)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Loaded>
  );
}
