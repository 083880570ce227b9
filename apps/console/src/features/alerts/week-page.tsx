// 一周摘要: what was raised in seven days, what became of it, what nobody has looked at; on one page for the weekly meeting.
import type { AlertShownJson, DigestJson } from '@hengjian/server/schemas/alerts.ts';
import { Link } from '@tanstack/react-router';
import { Button, Table, Tag } from 'antd';
import { useGet } from '../../api.ts';
import { count, day } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { one, useParams } from '../../ui/address.ts';
import { Nothing, Page, Panel, Problem } from '../../ui/page.tsx';
import { useAlertTitles } from './alerts-page.tsx';
import { useAlertWords } from './words.ts';

const text = texts.alerts;
const numbers = [
  ['raised', text.weekRaised],
  ['followed', text.weekFollowed],
  ['right', text.weekRight],
  ['otherwise', text.weekOtherwise],
  ['open', text.weekOpen],
  ['waiting', text.weekWaiting],
] as const;

export function AlertWeekPage() {
  const t = useTexts();
  const { say } = useAlertWords();
  const [params, change] = useParams();
  const to = one(params.to);
  const week = useGet<DigestJson>('/api/alerts/digest', { to }, { keep: true });
  const catalogue = useGet<AlertShownJson[]>('/api/alert-catalogue');
  const titles = useAlertTitles(catalogue.data);
  const { data } = week;
  const move = (days: number) => data && change({ to: String(data.toDay + days) });
  return (
    <Page
      title={t(text.week)}
      about={data ? t(text.weekOf, { from: day(data.fromDay), to: day(data.toDay) }) : ''}
      extra={
        <>
          <Button onClick={() => move(-7)}>{t(text.earlier)}</Button> <Button onClick={() => move(7)}>{t(text.later)}</Button>{' '}
          <Button onClick={() => window.print()}>{t(text.print)}</Button>
        </>
      }
    >
      {week.error ? <Problem error={week.error} /> : null}
      <Panel flush>
        <Table
          size="small"
          rowKey="monitor"
          pagination={false}
          scroll={{ x: 'max-content' }}
          dataSource={data?.monitors ?? []}
          locale={{ emptyText: <Nothing title={t(text.weekNone)} /> }}
          columns={[
            {
              key: 'monitor',
              title: t(text.monitor),
              render: (_, row) => (
                <Link to="/alerts" search={{ monitor: row.monitor }}>
                  {say('monitors', row.monitor)}
                </Link>
              ),
            },
            ...numbers.map(([key, title]) => ({
              key,
              title: t(title),
              align: 'right' as const,
              render: (_: unknown, row: DigestJson['monitors'][number]) => count(row[key]),
            })),
          ]}
          summary={(rows) => (
            <Table.Summary.Row>
              <Table.Summary.Cell index={0}>{t(text.all)}</Table.Summary.Cell>
              {numbers.map(([key], i) => (
                <Table.Summary.Cell key={key} index={i + 1} align="right">
                  <strong>{count(rows.reduce((sum, row) => sum + row[key], 0))}</strong>
                </Table.Summary.Cell>
              ))}
            </Table.Summary.Row>
          )}
        />
      </Panel>
      <Panel title={t(text.weekStrangest)} flush>
        <Table
          size="small"
          rowKey="storyId"
          pagination={false}
          scroll={{ x: 'max-content' }}
          dataSource={data?.strangest ?? []}
          locale={{ emptyText: <Nothing title={t(text.weekNone)} /> }}
          columns={[
            {
              key: 'subject',
              title: t(text.subject),
              render: (_, row) => (
                <Link to="/alerts/$story" params={{ story: row.storyId }}>
                  {row.subjectName ?? say('subjects', row.subjectKind)} <span className="faint code nowrap">{row.subjectNo}</span>
                </Link>
              ),
            },
            { key: 'alerts', title: t(text.whichAlerts), render: (_, row) => row.alertIds.map((id) => <Tag key={id}>{titles(id)}</Tag>) },
            {
              key: 'days',
              title: t(text.days),
              render: (_, { fromDay, toDay }) => (fromDay === toDay ? day(fromDay) : `${day(fromDay)} ~ ${day(toDay)}`),
            },
            { key: 'score', title: t(text.score), align: 'right', render: (_, row) => (row.score / 1000).toFixed(1) },
            { key: 'state', title: t(text.state), render: (_, row) => say('states', row.state) },
            { key: 'assigned', title: t(text.assigned), render: (_, row) => row.assignedTo ?? '' },
          ]}
        />
      </Panel>
    </Page>
  );
}
