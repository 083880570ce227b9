// 指标库: every indicator of every document read, with the values that bureaus set and the measure people confirmed.
import type { LibraryEntryJson, LibraryPageJson } from '@hengjian/server/schemas/plan-drafts.ts';
import { Link } from '@tanstack/react-router';
import { Drawer, Table } from 'antd';
import { useState } from 'react';
import { useGet } from '../../api.ts';
import { number } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { one, useParams } from '../../ui/address.ts';
import { Fact, Loaded, Nothing, Page, Panel } from '../../ui/page.tsx';
import { ComparePlot } from './compare-plot.tsx';
import { LibraryFilters, TargetRange } from './library-parts.tsx';
import { UsesPlot } from './uses-plot.tsx';

const text = texts.drafts;
/** More bars side by side than this nobody tells apart. */
const MOST_COMPARED = 6;

export function LibraryPage() {
  const t = useTexts();
  const [params, change] = useParams();
  const wish = Object.fromEntries(['text', 'level', 'kind', 'measured', 'org', 'page', 'size'].map((name) => [name, one(params[name])]));
  const library = useGet<LibraryPageJson>('/api/indicator-library', wish, { keep: true });
  const [open, setOpen] = useState<LibraryEntryJson | null>(null);
  const [chosen, setChosen] = useState<readonly LibraryEntryJson[]>([]);
  return (
    <Page title={t(text.library)} about={library.data ? t(text.libraryAbout, { n: library.data.all }) : null}>
      {chosen.length > 1 ? <ComparePlot entries={chosen} onClear={() => setChosen([])} /> : null}
      <Panel flush>
        <LibraryFilters
          wish={wish}
          orgs={library.data?.orgs ?? []}
          onChange={(next) => change({ ...next, page: undefined }, { replace: true })}
        />
        <Loaded of={library}>
          {(data) =>
            data.total === 0 ? (
              <Nothing title={t(text.emptyTitle)} help={t(text.emptyHelp)} />
            ) : (
              <Table<LibraryEntryJson>
                size="small"
                rowKey="key"
                dataSource={data.rows}
                rowSelection={{
                  selectedRowKeys: chosen.map(({ key }) => key),
                  preserveSelectedRowKeys: true,
                  hideSelectAll: true,
                  columnTitle: <span title={t(text.choose)}>☐</span>,
                  onChange: (_, entries) => setChosen(entries.slice(-MOST_COMPARED)),
                }}
                onRow={(entry) => ({
                  onClick: () => setOpen(entry),
                  onKeyDown: (event) => event.key === 'Enter' && setOpen(entry),
                  tabIndex: 0,
                  style: { cursor: 'pointer' },
                })}
                pagination={{
                  current: Number(wish.page ?? 1),
                  pageSize: Number(wish.size ?? 20),
                  total: data.total,
                  showSizeChanger: true,
                  showTotal: (n) => t(texts.common.total, { n }),
                  onChange: (page, size) => change({ page: String(page), size: String(size) }),
                }}
                columns={[
                  { key: 'name', title: t(text.name), minWidth: 150, dataIndex: 'name' },
                  {
                    key: 'tier',
                    title: t(text.tier),
                    width: 190,
                    render: (_, { level1, level2 }) => <span className="soft">{[level1, level2].filter(Boolean).join(' · ')}</span>,
                  },
                  {
                    key: 'direction',
                    title: t(text.direction),
                    width: 96,
                    render: (_, { direction }) => (direction ? t(text[`direction.${direction}`]) : ''),
                  },
                  { key: 'values', title: t(text.values), width: 250, render: (_, entry) => <TargetRange entry={entry} /> },
                  { key: 'bodies', title: t(text.bodies), width: 72, align: 'right', dataIndex: 'bodies' },
                  { key: 'years', title: t(text.years), width: 120, render: (_, { years }) => years.join(t(texts.common.comma)) },
                  {
                    key: 'measure',
                    title: t(text.measured),
                    width: 190,
                    render: (_, { measure }) =>
                      measure ? (measure.title ?? t(text.measureNone)) : <span className="faint">{t(text.measureNobody)}</span>,
                  },
                ]}
              />
            )
          }
        </Loaded>
      </Panel>
      <Drawer open={open !== null} onClose={() => setOpen(null)} title={open?.name} size={820}>
        {open ? <Entry entry={open} /> : null}
      </Drawer>
    </Page>
  );
}

function Entry({ entry }: { entry: LibraryEntryJson }) {
  const t = useTexts();
  return (
    <>
      <dl className="facts">
        <Fact name={t(text.tier)}>{[entry.level1, entry.level2].filter(Boolean).join(' · ')}</Fact>
        <Fact name={t(text.values)}>
          <TargetRange entry={entry} />
        </Fact>
        <Fact name={t(text.measured)}>
          {entry.measure ? (
            <>
              {entry.measure.title ?? t(text.measureNone)}{' '}
              <span className="soft">{t(text.measureBy, { by: entry.measure.by, n: entry.measure.times })}</span>
            </>
          ) : (
            t(text.measureNobody)
          )}
        </Fact>
      </dl>
      {entry.targets && entry.targets.count > 1 ? <UsesPlot entry={entry} /> : null}
      <h3>{t(text.uses)}</h3>
      <table className="plain">
        <thead>
          <tr>
            <th style={{ width: 48 }}>{t(text.year)}</th>
            <th>{t(text.org)}</th>
            <th>{t(text.project)}</th>
            <th className="num">{t(text.target)}</th>
            <th className="num">{t(text.actual)}</th>
            <th className="num">{t(text.weight)}</th>
            <th>{t(text.source)}</th>
          </tr>
        </thead>
        <tbody>
          {entry.uses.map((use) => (
            <tr key={`${use.source.id}${use.source.line}${use.project}${use.name}`}>
              <td>{use.year}</td>
              <td>{use.org}</td>
              <td>{use.project}</td>
              <td className="num">
                {use.operator === 'qualitative' ? '' : use.operator}
                {typeof use.target === 'number' ? number(use.target) : use.target}
                {typeof use.target === 'number' ? use.unit : ''}
              </td>
              <td className="num">{typeof use.actual === 'number' ? number(use.actual, 2) : use.actual}</td>
              <td className="num">{use.weight}</td>
              <td>
                {use.source.kind === 'document' ? (
                  <Link to="/documents/$document" params={{ document: use.source.id }} search={{ line: String(use.source.line) }}>
                    {use.source.file}
                  </Link>
                ) : (
                  <Link to="/plans/$plan" params={{ plan: use.source.id }}>
                    {use.source.file}
                  </Link>
                )}
                <span className="faint"> {use.source.kind === 'document' ? t(text.line, { n: use.source.line }) : ''}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
