// 对账与到达: do the months tie with the clearing statements, and which institution fell silent or changed suddenly.
import type { ArrivalDaysJson, ArrivalSignalJson, ArrivalsJson, TieJson } from '@hengjian/server/schemas/arrivals.ts';
import { Link } from '@tanstack/react-router';
import { Alert, Button, Segmented, Table, Tag } from 'antd';
import { saveFile, useGet } from '../../api.ts';
import { count, DASH, day, yuan } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { one, useParams } from '../../ui/address.ts';
import { Chart } from '../../ui/chart.tsx';
import { Dated } from '../../ui/dated.tsx';
import { Loaded, Nothing, Page, Panel } from '../../ui/page.tsx';

const text = texts.arrivals;
const states = ['differs', 'notArrived', 'notStated'] as const;
const colours = { tied: '#2e8b72', differs: '#c0392b', notStated: '#cbd3dc', notArrived: '#b7791f' } as const;

export function ArrivalsPage() {
  const t = useTexts();
  const arrivals = useGet<ArrivalsJson>('/api/arrivals');
  return (
    <Page
      title={t(text.title)}
      about={t(text.about)}
      extra={
        <>
          <Button onClick={() => void saveFile('/api/arrivals/export')}>{t(texts.common.export)}</Button>{' '}
          <Button onClick={() => window.print()}>{t(texts.common.print)}</Button>
        </>
      }
    >
      <Loaded of={arrivals}>
        {(data) =>
          data.fromDay === null ? (
            <Panel>
              <Nothing title={t(text.emptyTitle)} help={t(texts.imports.emptyHelp)} command={t(texts.imports.command)} />
            </Panel>
          ) : (
            <>
              <Ties data={data} />
              <Signals signals={data.signals} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function Ties({ data }: { data: ArrivalsJson }) {
  const t = useTexts();
  const sum = (state: keyof typeof colours) => data.months.reduce((total, month) => total + month[state], 0);
  const counts = { tied: data.tied, differs: sum('differs'), notStated: sum('notStated'), notArrived: sum('notArrived') };
  const stated = counts.tied + counts.differs + counts.notArrived > 0;
  const toRegister = (
    <Link to="/registers/$register" params={{ register: 'clearing-statements' }}>
      {t(text.toRegister)}
    </Link>
  );
  return (
    <Panel title={t(text.ties)} extra={<span className="soft">{t(text.tiesSub, { ...counts, n: counts.tied + data.open.length })}</span>}>
      {stated ? (
        <>
          <Alert
            type={data.open.length === 0 ? 'success' : 'warning'}
            showIcon
            title={t(data.open.length === 0 ? text.allTied : text.notTied)}
          />
          <Chart
            height={180}
            label={t(text.ties)}
            option={{
              legend: {},
              tooltip: { trigger: 'axis' },
              xAxis: { type: 'category', name: t(texts.axes.month), data: data.months.map(({ month }) => month) },
              yAxis: { type: 'value', minInterval: 1, name: t(texts.axes.providers) },
              series: (Object.keys(colours) as (keyof typeof colours)[]).map((state) => ({
                type: 'bar' as const,
                stack: 'all',
                name: t(text[state]),
                itemStyle: { color: colours[state] },
                data: data.months.map((month) => month[state]),
              })),
            }}
          />
          <TieTable rows={data.open} />
        </>
      ) : (
        <Nothing title={t(text.noStatements)} help={t(text.noStatementsHelp)}>
          {toRegister}
        </Nothing>
      )}
    </Panel>
  );
}

function TieTable({ rows }: { rows: TieJson[] }) {
  const t = useTexts();
  const [params, change] = useParams();
  const wanted = one(params.state);
  const shown = rows.filter(({ state }) => !wanted || state === wanted);
  if (rows.length === 0) return null;
  const pair = (row: TieJson, key: 'settlementCount' | 'personCount') =>
    `${row.arrived ? count(row.arrived[key]) : DASH} / ${row.stated ? count(row.stated[key]) : DASH}`;
  return (
    <>
      <Segmented
        className="no-print"
        value={wanted ?? ''}
        onChange={(state) => change({ state: state || undefined })}
        options={[
          { value: '', label: t(text.whichAll) },
          ...states.map((state) => ({ value: state, label: `${t(text[state])} ${rows.filter((row) => row.state === state).length}` })),
        ]}
      />
      <Table<TieJson>
        size="small"
        rowKey={({ month, providerNo }) => `${month} ${providerNo}`}
        dataSource={shown}
        pagination={shown.length > 15 ? { pageSize: 15, size: 'small', showSizeChanger: false } : false}
        columns={[
          { key: 'month', title: t(text.month), width: 90, dataIndex: 'month' },
          { key: 'provider', title: t(text.provider), render: (_, row) => <Provider of={row} /> },
          {
            key: 'state',
            title: t(text.state),
            width: 100,
            render: (_, { state }) => (
              <Tag color={state === 'differs' ? 'red' : state === 'notArrived' ? 'orange' : 'default'}>{t(text[state])}</Tag>
            ),
          },
          { key: 'settlements', title: t(text.settlements), align: 'right', render: (_, row) => pair(row, 'settlementCount') },
          { key: 'people', title: t(text.people), align: 'right', render: (_, row) => pair(row, 'personCount') },
          { key: 'total', title: t(text.total), align: 'right', render: (_, row) => yuan(row.gap.totalFen) },
          { key: 'fund', title: t(text.fund), align: 'right', render: (_, row) => yuan(row.gap.fundFen) },
        ]}
      />
    </>
  );
}

const Provider = ({ of: { name, providerNo } }: { of: { name: string | null; providerNo: string } }) => (
  <>
    {name ?? providerNo} <span className="faint code nowrap">{providerNo}</span>
  </>
);

function Signals({ signals }: { signals: ArrivalSignalJson[] }) {
  const t = useTexts();
  const [params, change] = useParams();
  const chosen = signals.find(({ providerNo }) => providerNo === one(params.provider)) ?? signals[0];
  return (
    <Panel title={t(text.signals)} extra={<span className="soft">{t(text.signalsHelp)}</span>}>
      {chosen ? (
        <>
          <Days of={chosen} />
          <Table<ArrivalSignalJson>
            size="small"
            rowKey={({ providerNo, fromDay }) => `${providerNo} ${fromDay}`}
            dataSource={signals}
            pagination={signals.length > 15 ? { pageSize: 15, size: 'small', showSizeChanger: false } : false}
            onRow={({ providerNo }) => ({ onClick: () => change({ provider: providerNo }), style: { cursor: 'pointer' } })}
            rowClassName={({ providerNo }) => (providerNo === chosen.providerNo ? 'chosen' : '')}
            columns={[
              {
                key: 'kind',
                title: t(text.state),
                width: 90,
                render: (_, { kind }) => <Tag color={kind === 'silent' ? 'red' : kind === 'low' ? 'orange' : 'blue'}>{t(text[kind])}</Tag>,
              },
              { key: 'provider', title: t(text.provider), render: (_, row) => <Provider of={row} /> },
              {
                key: 'days',
                title: t(text.days),
                render: (_, { fromDay, toDay }) => <Dated>{fromDay === toDay ? day(fromDay) : `${day(fromDay)} ~ ${day(toDay)}`}</Dated>,
              },
              { key: 'came', title: t(text.came), align: 'right', render: (_, row) => count(row.settlementCount) },
              { key: 'usual', title: t(text.usual), align: 'right', render: (_, row) => count(row.usualCount) },
            ]}
          />
        </>
      ) : (
        <Nothing title={t(text.noSignals)} />
      )}
    </Panel>
  );
}

/** Eight weeks around the signal, day by day. */
function Days({ of: { providerNo, name, fromDay, toDay } }: { of: ArrivalSignalJson }) {
  const t = useTexts();
  const [from, to] = [fromDay - 42, toDay + 14];
  const days = useGet<ArrivalDaysJson>(
    `/api/arrivals/${encodeURIComponent(providerNo)}`,
    { from: String(from), to: String(to) },
    { keep: true },
  );
  const counts = new Map((days.data ?? []).map((one) => [one.day, one.settlementCount]));
  const all = Array.from({ length: to - from + 1 }, (_, n) => from + n);
  const title = t(text.byDay, { name: name ?? providerNo });
  return (
    <>
      <p className="soft">{title}</p>
      <Chart
        height={150}
        label={title}
        option={{
          tooltip: { trigger: 'axis' },
          xAxis: { type: 'category', name: t(texts.axes.day), data: all.map((one) => day(one)) },
          yAxis: { type: 'value', name: t(texts.axes.settlements), minInterval: 1 },
          series: [
            {
              type: 'bar',
              data: all.map((one) => ({
                value: counts.get(one) ?? 0,
                itemStyle: { color: one >= fromDay && one <= toDay ? '#c0392b' : '#1f5f9e' },
              })),
            },
          ],
        }}
      />
    </>
  );
}
