// 数据: what the lake holds, what each import said, reviews and their progress.
import type { LakeState, LakeVersionJson, RejectedPage } from '@hengjian/server/schemas/imports.ts';
import { Button, Drawer, Table } from 'antd';
import { useState } from 'react';
import { useGet } from '../../api.ts';
import { bytes, count, day, localTime } from '../../format.ts';
import { type Text, texts, useTexts } from '../../texts/index.ts';
import { Loaded, Nothing, Page, Panel } from '../../ui/page.tsx';
import { Runs } from './runs.tsx';

const text = texts.imports;
const tables = ['person', 'provider', 'practitioner', 'encounter', 'settlement', 'line', 'diagnosis', 'operation'] as const;

export function ImportsPage() {
  const t = useTexts();
  const lake = useGet<LakeState>('/api/lake');
  return (
    <Page title={t(text.title)} extra={<Button onClick={() => window.print()}>{t(texts.common.print)}</Button>}>
      <Loaded of={lake}>
        {(data) =>
          data.version === 0 ? (
            <Panel>
              <Nothing title={t(text.emptyTitle)} help={t(text.emptyHelp)} command={t(text.command)} />
            </Panel>
          ) : (
            <>
              <Panel
                title={t(text.lake)}
                extra={
                  <span className="soft">
                    {t(texts.common.version, { n: data.version })} · {day(data.fromDay)} {t(texts.common.to)} {day(data.toDay)} ·{' '}
                    {t(text.size)} {bytes(data.bytes)}
                  </span>
                }
              >
                <div style={{ display: 'grid', gridTemplateColumns: 'repeat(8, minmax(0, 1fr))', gap: 12 }}>
                  {tables.map((table) => (
                    <div key={table}>
                      <div className="soft">{t(text[table])}</div>
                      <div style={{ fontSize: 18, fontWeight: 600 }}>{count(data.counts[table])}</div>
                    </div>
                  ))}
                </div>
              </Panel>
              <Runs lake={data} />
              <Versions lake={data} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function Versions({ lake }: { lake: LakeState }) {
  const t = useTexts();
  const [shown, show] = useState<LakeVersionJson | null>(null);
  return (
    <Panel flush title={t(text.versions)} extra={<span className="soft">{t(followed(lake.follows))}</span>}>
      <Table<LakeVersionJson>
        size="small"
        rowKey="version"
        dataSource={lake.versions}
        pagination={{ pageSize: 10, hideOnSinglePage: true, size: 'small' }}
        expandable={{
          expandedRowRender: (row) => <Counts of={row} />,
          defaultExpandedRowKeys: lake.versions.length === 1 ? [lake.version] : [],
        }}
        columns={[
          {
            title: t(text.version),
            width: 90,
            render: (_, row) => (
              <>
                {row.version} {row.version === lake.version ? <span className="green">{t(text.current)}</span> : null}
              </>
            ),
          },
          { title: t(text.at), width: 140, render: (_, row) => localTime(row.recordedAt) },
          { title: t(text.folder), render: (_, row) => <span className="code">{row.folder}</span> },
          { title: t(text.read), width: 110, align: 'right', render: (_, row) => count(sum(row, 'read')) },
          { title: t(text.added), width: 110, align: 'right', render: (_, row) => count(sum(row, 'added')) },
          { title: t(text.changed), width: 90, align: 'right', render: (_, row) => count(sum(row, 'changed')) },
          { title: t(text.skipped), width: 90, align: 'right', render: (_, row) => count(sum(row, 'skipped')) },
          {
            title: t(text.rejected),
            width: 90,
            align: 'right',
            render: (_, row) =>
              row.rejected ? (
                <Button type="link" size="small" danger onClick={() => show(row)}>
                  {count(row.rejected)}
                </Button>
              ) : (
                0
              ),
          },
          { title: t(text.seconds), width: 90, align: 'right', render: (_, row) => row.seconds?.toFixed(1) ?? '—' },
        ]}
      />
      <Drawer size={980} open={shown !== null} onClose={() => show(null)} title={t(text.rejectedRows)}>
        {shown ? <Rejected version={shown} /> : null}
      </Drawer>
    </Panel>
  );
}

const followed = ({ review, alerts }: LakeState['follows']) =>
  review ? (alerts ? text.follows : text.followsReview) : alerts ? text.followsAlerts : text.followsNone;

const sum = (version: LakeVersionJson, key: 'read' | 'added' | 'changed' | 'skipped') =>
  version.tables.reduce((total, table) => total + table[key], 0);

/** Tables of an extract (contract of the claims import), in the order people think of them. */
const tableNames: Readonly<Record<string, Text>> = {
  psn: text.person,
  fixmedins: text.provider,
  prac: text.practitioner,
  mdtrt: text.encounter,
  diag: text.diagnosis,
  oprn: text.operation,
  setl: text.settlement,
  feedetl: text.line,
  trac: text.traces,
  inv: text.inventory,
  rx: text.prescriptions,
  equip: text.equipment,
  benefit: text.benefits,
  opsp: text.approvals,
};
const order = Object.keys(tableNames);
const inOrder = (tables: LakeVersionJson['tables']) => [...tables].sort((a, b) => order.indexOf(a.table) - order.indexOf(b.table));

function Counts({ of }: { of: LakeVersionJson }) {
  const t = useTexts();
  const netting = Object.entries(of.netting).filter(([, value]) => value > 0);
  return (
    <div className="row" style={{ alignItems: 'flex-start', columnGap: 32 }}>
      <table className="plain" style={{ width: 'auto' }}>
        <thead>
          <tr>
            <th>{t(text.table)}</th>
            <th className="num">{t(text.read)}</th>
            <th className="num">{t(text.added)}</th>
            <th className="num">{t(text.changed)}</th>
            <th className="num">{t(text.skipped)}</th>
            <th className="num">{t(text.rejected)}</th>
          </tr>
        </thead>
        <tbody>
          {inOrder(of.tables).map((table) => (
            <tr key={table.table}>
              <td>
                {t(tableNames[table.table] ?? [table.table, table.table])} <span className="faint code">{table.table}</span>
              </td>
              <td className="num">{count(table.read)}</td>
              <td className="num">{count(table.added)}</td>
              <td className="num">{count(table.changed)}</td>
              <td className="num">{count(table.skipped)}</td>
              <td className="num">{count(table.rejected)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div>
        {netting.length ? (
          <p>
            <strong>{t(text.netting)}</strong>{' '}
            {netting.map(([key, value]) => (
              <span key={key} style={{ marginRight: 12 }}>
                {key in text ? t(text[key as keyof typeof text]) : key} {count(value)}
              </span>
            ))}
          </p>
        ) : null}
        {of.unknownCodes.length ? (
          <p>
            <strong>{t(text.unknownCodes)}</strong>{' '}
            {of.unknownCodes.map((code) => (
              <span key={code.field + code.code} className="code" style={{ marginRight: 12 }}>
                {t(texts.common.aside, { what: `${code.field}=${code.code}`, aside: count(code.rows) })}
              </span>
            ))}
          </p>
        ) : null}
      </div>
    </div>
  );
}

function Rejected({ version }: { version: LakeVersionJson }) {
  const t = useTexts();
  const [page, turn] = useState(1);
  const rows = useGet<RejectedPage>(`/api/lake/versions/${version.version}/rejected`, { page, size: 50 }, { keep: true });
  return (
    <Loaded of={rows}>
      {(data) =>
        data.columns.length === 0 ? (
          <Nothing title={t(text.rejectedGone)} help={<span className="code">{version.rejectedFile}</span>} />
        ) : (
          <Table
            size="small"
            rowKey={(row: string[]) => row.join('|')}
            dataSource={data.rows}
            columns={data.columns.map((title, index) => ({ title, render: (_: unknown, row: string[]) => row[index] }))}
            pagination={{ current: page, pageSize: 50, total: data.total, showSizeChanger: false, size: 'small', onChange: turn }}
          />
        )
      }
    </Loaded>
  );
}
