// 疑点: search, filters, the list, export.
import type { FindingPage, FindingRow } from '@hengjian/server/schemas/findings.ts';
import type { ProviderJson } from '@hengjian/server/schemas/providers.ts';
import type { RuleSummary } from '@hengjian/server/schemas/rules.ts';
import { Link, useNavigate } from '@tanstack/react-router';
import { App, Button, DatePicker, Dropdown, Input, type InputRef, Select, Tooltip } from 'antd';
import dayjs from 'dayjs';
import { useRef, useState } from 'react';
import { saveFile, useGet } from '../../api.ts';
import { count, day, wan, yuan } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { many, one, useParams } from '../../ui/address.ts';
import { useKeys } from '../../ui/keys.ts';
import { Nothing, Page, Panel, Problem } from '../../ui/page.tsx';
import { type Columns, QueryTable } from '../../ui/query-table.tsx';
import { Certainty, Standing } from '../../ui/words.tsx';
import { filterNames, listParams, queryOf } from './filter.ts';

const text = texts.findings;

export function FindingsPage() {
  const t = useTexts();
  const [params] = useParams();
  const navigate = useNavigate();
  const query = { ...queryOf(params), page: Number(one(params.page) ?? 1), size: Number(one(params.size) ?? 20) };
  const found = useGet<FindingPage>('/api/findings', query, { keep: true });
  const [chosen, choose] = useState(0);
  const search = useRef<InputRef>(null);
  const rows = found.data?.rows ?? [];
  const open = (row: FindingRow | undefined) =>
    row && void navigate({ to: '/findings/$finding', params: { finding: row.findingId }, search: listParams(params) });
  const openChosen = () => open(rows[chosen]);
  const move = (step: number) => choose((at) => Math.min(Math.max(at + step, 0), Math.max(rows.length - 1, 0)));
  useKeys({ j: () => move(1), k: () => move(-1), Enter: openChosen, '/': () => search.current?.focus() });
  return (
    <Page title={t(text.title)} extra={<Exports />}>
      <Panel flush>
        <Filters search={search} />
        {found.data ? (
          <p className="sums">
            {t(text.sums, {
              n: count(found.data.count),
              amount: wan(found.data.amountFen),
              fund: wan(found.data.fundFen),
              providers: count(found.data.providerCount),
              persons: count(found.data.personCount),
            })}
          </p>
        ) : null}
        {found.error ? <Problem error={found.error} again={() => void found.refetch()} /> : null}
        <QueryTable<FindingRow>
          rowKey="findingId"
          className="clickable"
          columns={useColumns()}
          rows={found.data?.rows}
          total={found.data?.count}
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
      render: (_, row) => row.providers.map(({ providerNo, name }) => name ?? providerNo).join('、'),
    },
    { key: 'person', title: t(text.person), width: 116, className: 'nowrap', render: (_, row) => row.personNos.join('、') },
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

function Filters({ search }: { search: React.RefObject<InputRef | null> }) {
  const t = useTexts();
  const [params, change] = useParams();
  const rules = useGet<RuleSummary[]>('/api/rules');
  const providers = useGet<ProviderJson[]>('/api/providers');
  const set = (name: string, value: string | string[] | undefined) => change({ [name]: value || undefined, page: undefined });
  const typed = (name: string, width: number, hint: string) => (
    <Input
      key={`${name}:${one(params[name]) ?? ''}`}
      allowClear
      style={{ width }}
      defaultValue={one(params[name]) ?? ''}
      placeholder={hint}
      aria-label={hint}
      onPressEnter={(event) => set(name, event.currentTarget.value.trim())}
      onBlur={(event) => event.target.value.trim() !== (one(params[name]) ?? '') && set(name, event.target.value.trim())}
      onClear={() => set(name, undefined)}
    />
  );
  const from = one(params.from);
  const to = one(params.to);
  return (
    <div className="filters no-print">
      <Input.Search
        ref={search}
        key={one(params.text) ?? ''}
        allowClear
        style={{ width: 250 }}
        defaultValue={one(params.text) ?? ''}
        placeholder={t(text.textHint)}
        aria-label={t(text.textHint)}
        onSearch={(value) => set('text', value.trim())}
      />
      <Select
        mode="multiple"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        maxTagCount={1}
        style={{ width: 220 }}
        placeholder={t(text.rule)}
        aria-label={t(text.rule)}
        value={many(params.rule)}
        onChange={(value: string[]) => set('rule', value)}
        options={(rules.data ?? []).map((rule) => ({ value: rule.ruleId, label: `${rule.title} (${rule.findings})` }))}
      />
      <Select
        allowClear
        style={{ width: 104 }}
        placeholder={t(text.certainty)}
        aria-label={t(text.certainty)}
        value={one(params.certainty) ?? null}
        onChange={(value: string | null) => set('certainty', value ?? undefined)}
        options={[
          { value: 'clear', label: t(texts.common.clear) },
          { value: 'suspect', label: t(texts.common.suspect) },
        ]}
      />
      <Select
        mode="multiple"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        maxTagCount={1}
        style={{ width: 220 }}
        placeholder={t(text.provider)}
        aria-label={t(text.provider)}
        value={many(params.provider)}
        onChange={(value: string[]) => set('provider', value)}
        options={(providers.data ?? []).map((one) => ({ value: one.providerNo, label: one.name ?? one.providerNo }))}
      />
      <DatePicker.RangePicker
        allowEmpty={[true, true]}
        style={{ width: 226 }}
        value={[from ? dayjs(from) : null, to ? dayjs(to) : null]}
        onChange={(range) => change({ from: range?.[0]?.format('YYYY-MM-DD'), to: range?.[1]?.format('YYYY-MM-DD'), page: undefined })}
      />
      {typed('person', 168, t(text.personHint))}
      {typed('least', 92, t(text.amountFrom))}
      {typed('most', 92, t(text.amountTo))}
      <Select
        style={{ width: 104 }}
        aria-label={t(text.standing)}
        value={one(params.standing) ?? 'live'}
        onChange={(value: string) => set('standing', value === 'live' ? undefined : value)}
        options={[
          { value: 'live', label: t(text.live) },
          { value: 'exempted', label: t(text.exempted) },
          { value: 'withdrawn', label: t(text.withdrawn) },
          { value: 'all', label: t(texts.common.all) },
        ]}
      />
      <Button onClick={() => change(Object.fromEntries([...filterNames, 'page'].map((name) => [name, undefined])))}>
        {t(texts.common.reset)}
      </Button>
    </div>
  );
}

function Exports() {
  const t = useTexts();
  const { message, modal } = App.useApp();
  const [params] = useParams();
  const save = (format: 'csv' | 'xlsx', whole = false) =>
    saveFile('/api/findings/export', { ...queryOf(params), format, whole: whole ? 'true' : undefined }).catch((error: Error) =>
      message.error(error.message),
    );
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
                content: t(text.exportWholeText),
                onOk: () => save('csv', true),
              });
          },
        }}
      >
        <Button type="primary">{t(texts.common.export)} ▾</Button>
      </Dropdown>
    </>
  );
}
