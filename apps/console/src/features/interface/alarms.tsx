// Trouble of the system itself: what stands, on every page whose reader can do something about it, and what there was.
import type { AlarmsJson } from '@hengjian/server/schemas/interface.ts';
import { Link } from '@tanstack/react-router';
import { Alert, Table, Tag } from 'antd';
import { useGet } from '../../api.ts';
import { instant } from '../../format.ts';
import { useMay } from '../../session.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { Panel } from '../../ui/page.tsx';

const text = texts.interfaceTexts;
const EVERY_MS = 15_000;
const useAlarms = () => {
  const may = useMay('interface.read');
  return useGet<AlarmsJson>('/api/interface/alarms', undefined, { enabled: may, every: EVERY_MS, keep: true }).data ?? [];
};
const keyOf = ({ kind, raisedAt }: AlarmsJson[number]) => `${kind} ${raisedAt}`;

/** What stands now; nothing where all is well. */
export function StandingAlarms() {
  const t = useTexts();
  const standing = useAlarms().filter(({ endedAt }) => endedAt === null);
  if (standing.length === 0) return null;
  return (
    <Alert
      className="problem"
      type="error"
      showIcon
      title={<Link to="/interface">{t(text.alarmsStand, { n: standing.length })}</Link>}
      description={
        <>
          {standing.map((alarm) => (
            <div key={keyOf(alarm)}>
              {instant(alarm.raisedAt)} {t(text[`alarm.${alarm.kind}`])}
              {t(texts.common.colon)}
              {alarm.detail}
            </div>
          ))}
          <div>{t(text.alarmHelp)}</div>
        </>
      }
    />
  );
}

/** All that is remembered. */
export function AlarmTable() {
  const t = useTexts();
  const alarms = useAlarms();
  if (alarms.length === 0) return null;
  return (
    <Panel title={t(text.alarmsTitle)} flush>
      <Table
        size="small"
        rowKey={keyOf}
        pagination={{ pageSize: 8, hideOnSinglePage: true }}
        dataSource={alarms}
        columns={[
          { title: t(text.alarmKind), width: 150, render: (_, row) => t(text[`alarm.${row.kind}`]) },
          { title: t(text.alarmSince), width: 150, render: (_, row) => instant(row.raisedAt) },
          {
            title: t(text.alarmUntil),
            width: 150,
            render: (_, row) => (row.endedAt === null ? <Tag color="red">{t(text.alarmStands)}</Tag> : instant(row.endedAt)),
          },
          { title: t(text.alarmDetail), dataIndex: 'detail' },
        ]}
      />
    </Panel>
  );
}
