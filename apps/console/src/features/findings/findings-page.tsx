// 疑点: search, filters, the list, export.
import type { FindingPage, FindingRow, FindingSums } from '@hengjian/server/schemas/findings.ts';
import { Link, useNavigate } from '@tanstack/react-router';
import { App, Button, Dropdown, Input, type InputRef, Tooltip } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { saveFile, useGet } from '../../api.ts';
import { atLeast, count, day, wan, yuan } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { one, useParams } from '../../ui/address.ts';
import { releaseFocus, useKeys } from '../../ui/keys.ts';
import { Nothing, Page, Panel, Problem } from '../../ui/page.tsx';
import { type Columns, QueryTable } from '../../ui/query-table.tsx';
import { Certainty, Standing } from '../../ui/words.tsx';
import { filterNames, listParams, queryOf } from './filter.ts';
import { Filters } from './filters.tsx';

const text = texts.findings;

/** Coming back from a finding, the list shows where one was. */
const lastOpened = { id: '' };

export function FindingsPage() {
  const t = useTexts();
  const [params] = useParams();
  const navigate = useNavigate();
  const query = { ...queryOf(params), page: Number(one(params.page) ?? 1), size: Number(one(params.size) ?? 20) };
  const found = useGet<FindingPage>('/api/findings', query, { keep: true });
  const sums = useGet<FindingSums>('/api/finding-sums', queryOf(params), { keep: true });
  // the list is counted no further than it can be at once; the sums are exact, and come after it
  const total = found.data?.more && sums.data && !sums.isPlaceholderData ? { count: sums.data.count, more: false } : found.data;
  const [chosen, choose] = useState(-1);
  const search = useRef<InputRef>(null);
  const rows = found.data?.rows ?? [];
  const open = (row: FindingRow | undefined) => {
    if (!row) return;
    lastOpened.id = row.findingId;
    void navigate({ to: '/findings/$finding', params: { finding: row.findingId }, search: listParams(params) });
  };
  useEffect(() => {
    const at = found.data?.rows.findIndex((row) => row.findingId === lastOpened.id) ?? -1;
    if (at < 0) return;
    lastOpened.id = '';
    choose(at);
  }, [found.data]);
  useEffect(() => {
    document.querySelector('tr.chosen')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const openChosen = () => open(rows[chosen]);
  const move = (step: number) => {
    releaseFocus();
    choose((at) => Math.min(Math.max(at + step, 0), Math.max(rows.length - 1, 0)));
  };
  useKeys({ j: () => move(1), k: () => move(-1), Enter: openChosen, '/': () => search.current?.focus() });
  return (
    <Page title={t(text.title)} extra={<Exports />}>
      <Panel flush>
        <Filters search={search} />
        {total ? (
          <p className="sums">
            {t(text.sums, {
              n: atLeast(total.count, total.more),
              amount: sums.data ? wan(sums.data.amountFen) : '…',
              fund: sums.data ? wan(sums.data.fundFen) : '…',
              providers: sums.data ? count(sums.data.providerCount) : '…',
              persons: sums.data ? count(sums.data.personCount) : '…',
            })}
          </p>
        ) : null}
        {found.error ? <Problem error={found.error} again={() => void found.refetch()} /> : null}
        <QueryTable<FindingRow>
          rowKey="findingId"
          className="clickable"
          columns={useColumns()}
          rows={found.data?.rows}
          total={total?.count}
          more={total?.more}
          loading={found.isFetching && !found.data}
          defaultSort="-amountFen"
          rowClassName={(_row, index) => (index === chosen ? 'chosen' : '')}
          onRow={(row, index) => ({
            onClick: () => {
              choose(index ?? 0);
              open(row);
            },
          })}
          locale={{ emptyText: found.data ? <NoFindings /> : ' ' }}
        />
      </Panel>
      <p className="hint no-print">{t(text.listKeys)}</p>
    </Page>
  );
}

function NoFindings() {
  const t = useTexts();
  const [params] = useParams();
  const filtered = filterNames.some((name) => params[name] !== undefined);
  return (
    <Nothing title={t(text.emptyTitle)} help={t(filtered ? text.emptyFilter : text.emptyNoReview)}>
      {filtered ? null : <Link to="/imports">{t(text.toData)}</Link>}
    </Nothing>
  );
}

function useColumns(): Columns<FindingRow> {
  const t = useTexts();
  const [params] = useParams();
  const firstOf = (names: readonly string[], n: number, more: 'andPeople' | 'andProviders') => (
    <>
      {names[0]}
      {n > 1 ? <div className="faint">{t(text[more], { n })}</div> : null}
    </>
  );
  return [
    {
      key: 'explanation',
      title: t(text.explanation),
      render: (_, row) => (
        <>
          <Link
            title={row.findingId}
            to="/findings/$finding"
            params={{ finding: row.findingId }}
            search={listParams(params)}
            onClick={(event) => event.stopPropagation()}
          >
            <span className="two-lines">{row.explanation}</span>
          </Link>
        </>
      ),
    },
    { key: 'ruleId', title: t(text.rule), width: 170, sorter: true, dataIndex: 'ruleTitle' },
    { key: 'certainty', title: t(text.certainty), width: 84, render: (_, row) => <Certainty of={row.certainty} /> },
    {
      key: 'provider',
      title: t(text.provider),
      width: 170,
      render: (_, row) =>
        firstOf(
          row.providers.map(({ providerNo, name }) => name ?? providerNo),
          row.providers.length,
          'andProviders',
        ),
    },
    {
      key: 'person',
      title: t(text.person),
      width: 116,
      className: 'nowrap',
      render: (_, row) => firstOf(row.personNos, row.personCount, 'andPeople'),
    },
    { key: 'periodDay', title: t(text.period), width: 96, sorter: true, className: 'nowrap', render: (_, row) => day(row.periodDay) },
    { key: 'amountFen', title: t(text.amount), width: 128, sorter: true, align: 'right', render: (_, row) => yuan(row.amountFen) },
    {
      key: 'fundFen',
      title: t(text.fund),
      width: 100,
      sorter: true,
      align: 'right',
      render: (_, row) =>
        row.fundFen === null ? (
          <Tooltip title={t(text.fundOpenHelp)}>
            <span className="faint">{t(text.fundOpen)}</span>
          </Tooltip>
        ) : (
          yuan(row.fundFen)
        ),
    },
    // Only where states are mixed.
    ...(one(params.standing) === 'all'
      ? [{ key: 'standing', title: t(text.standing), width: 84, render: (_: unknown, row: FindingRow) => <Standing of={row.standing} /> }]
      : []),
  ];
}

function Exports() {
  const t = useTexts();
  const { message, modal } = App.useApp();
  const [params] = useParams();
  const why = useRef('');
  const save = (format: 'csv' | 'xlsx', more: { whole?: 'true'; why?: string } = {}) =>
    saveFile('/api/findings/export', { ...queryOf(params), format, ...more }).catch((error: Error) => message.error(error.message));
  return (
    <>
      <Button onClick={() => window.print()}>{t(texts.common.print)}</Button>
      <Dropdown
        menu={{
          items: [
            { key: 'csv', label: t(text.exportCsv) },
            { key: 'xlsx', label: t(text.exportXlsx) },
            { key: 'whole', label: t(text.exportWhole) },
          ],
          onClick: ({ key }) => {
            if (key !== 'whole') void save(key as 'csv' | 'xlsx');
            else
              modal.confirm({
                title: t(text.exportWholeTitle),
                content: (
                  <>
                    <p>{t(text.exportWholeText)}</p>
                    <Input
                      aria-label={t(texts.common.why)}
                      placeholder={t(texts.common.why)}
                      onChange={(e) => (why.current = e.target.value)}
                    />
                  </>
                ),
                onOk: () => save('csv', { whole: 'true', why: why.current }),
              });
          },
        }}
      >
        <Button type="primary">{t(texts.common.export)} ▾</Button>
      </Dropdown>
    </>
  );
}
