// Knowledge points with their state, searched on the server.
import type { KnowledgePage } from '@hengjian/server/schemas/rules.ts';
import { Segmented, Tag, Tooltip } from 'antd';
import { useGet } from '../../api.ts';
import { day } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { one, useParams } from '../../ui/address.ts';
import { pageOf, SearchBox, useFilters } from '../../ui/filters.tsx';
import { Nothing, Problem } from '../../ui/page.tsx';
import { type Columns, QueryTable } from '../../ui/query-table.tsx';
import { writeParams } from '../findings/facts.ts';
import { PointDrawer } from './point-drawer.tsx';
import { useRuleName } from './rule-name.ts';

const text = texts.rules;
type Row = KnowledgePage['rows'][number];

export function KnowledgeTable({ ruleKey }: { ruleKey?: string }) {
  const t = useTexts();
  const [params, change] = useParams();
  const bound = useFilters();
  const state = one(params.state);
  const points = useGet<KnowledgePage>('/api/knowledge', { ruleKey, state, text: one(params.text), ...pageOf(params) }, { keep: true });
  return (
    <>
      <div className="filters no-print">
        <SearchBox label={t(text.knowledgeSearch)} width={260} {...bound('text')} />
        <Segmented
          value={state ?? 'all'}
          onChange={(value) => change({ state: value === 'all' ? undefined : String(value), page: undefined })}
          options={[
            { value: 'all', label: t(texts.common.all) },
            { value: 'active', label: t(text.active) },
            { value: 'waiting', label: t(text.waiting) },
            { value: 'superseded', label: t(text.superseded) },
          ]}
        />
      </div>
      {points.error ? <Problem error={points.error} again={() => void points.refetch()} /> : null}
      <PointDrawer id={one(params.point)} onClose={() => change({ point: undefined })} />
      <QueryTable<Row>
        rowKey="pointId"
        className="clickable"
        onRow={(row) => ({ onClick: () => change({ point: row.pointId }) })}
        columns={useColumns(ruleKey === undefined)}
        rows={points.data?.rows}
        total={points.data?.total}
        locale={{ emptyText: points.data ? <Nothing title={t(text.knowledgeEmpty)} help={t(text.knowledgeEmptyHelp)} /> : ' ' }}
      />
    </>
  );
}

function useColumns(withRule: boolean): Columns<Row> {
  const t = useTexts();
  const ruleName = useRuleName();
  const columns: Columns<Row> = [
    {
      key: 'subject',
      title: t(text.subject),
      minWidth: 150,
      render: (_, row) => (
        <>
          {row.subject}
          <div className="faint code">{row.pointId}</div>
        </>
      ),
    },
    { key: 'rule', title: t(text.name), width: 180, render: (_, row) => ruleName(row) },
    {
      key: 'constraint',
      title: t(text.constraint),
      width: 260,
      render: (_, row) => (
        <Tooltip title={row.basis}>
          <span className="two-lines">{row.constraint}</span>
        </Tooltip>
      ),
    },
    {
      key: 'params',
      title: t(text.params),
      width: 210,
      render: (_, row) =>
        row.waits ? <span className="amber">{row.waits}</span> : <span className="two-lines">{writeParams(row.params, t)}</span>,
    },
    {
      key: 'codes',
      title: t(text.codes),
      width: 210,
      render: (_, row) => (
        <span className="code">
          {row.codes.slice(0, 2).map((code) => (
            <div key={code}>{code}</div>
          ))}
          {row.codeCount > 2 ? <span className="faint">{t(text.codesMore, { n: row.codeCount })}</span> : null}
        </span>
      ),
    },
    {
      key: 'inForce',
      title: t(text.inForce),
      width: 110,
      render: (_, row) => (
        <>
          {day(row.inForceFrom)}
          {row.inForceTo === null ? null : <div>~ {day(row.inForceTo)}</div>}
        </>
      ),
    },
    {
      key: 'state',
      title: t(text.state),
      width: 78,
      render: (_, row) =>
        row.state === 'active' ? (
          <Tag color="green">{t(text.active)}</Tag>
        ) : row.state === 'waiting' ? (
          <Tag color="orange">{t(text.waiting)}</Tag>
        ) : (
          <Tag>{t(text.superseded)}</Tag>
        ),
    },
  ];
  return withRule ? columns : columns.filter((column) => column.key !== 'rule');
}
