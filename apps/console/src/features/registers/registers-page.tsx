// 台账: the list, the entries of one, entry by form, correction, sheets in and out.
import type { EntryPage, RegisterEntryJson, RegisterSummary } from '@hengjian/server/schemas/registers.ts';
import { Link, useParams as usePath } from '@tanstack/react-router';
import { App, Button, DatePicker, Dropdown, Input, Tag } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { queryClient, saveFile, useGet } from '../../api.ts';
import { count, DASH, day, dayFrom, yuan } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { one, useParams } from '../../ui/address.ts';
import { Mark, SearchBox, useFilters } from '../../ui/filters.tsx';
import { Loaded, Nothing, Page, Panel, Problem } from '../../ui/page.tsx';
import { QueryTable } from '../../ui/query-table.tsx';
import { type Doing, useEntryColumns } from './columns.tsx';
import { DeclareForm, EntryForm, WithdrawForm } from './entry-form.tsx';
import { SheetImport } from './sheet-import.tsx';

const text = texts.registers;

export function RegistersPage() {
  const t = useTexts();
  const { register: id } = usePath({ strict: false }) as { register?: string };
  const registers = useGet<RegisterSummary[]>('/api/registers');
  const [wanted, want] = useState('');
  return (
    <Page title={t(text.title)} about={t(text.about)}>
      <Loaded of={registers}>
        {(data) => (
          <div className="with-list">
            <Panel flush className="no-print">
              <div className="filters">
                <Input
                  allowClear
                  placeholder={t(text.search)}
                  aria-label={t(text.search)}
                  value={wanted}
                  onChange={(event) => want(event.target.value)}
                />
              </div>
              <div className="list">
                {data
                  .filter((register) => `${register.title}${register.about}`.includes(wanted))
                  .map((register) => (
                    <Link key={register.id} to="/registers/$register" params={{ register: register.id }}>
                      <span>{register.title}</span>
                      <span>{register.entryCount ? count(register.entryCount) : ''}</span>
                    </Link>
                  ))}
              </div>
            </Panel>
            {id === undefined ? <Summary registers={data} /> : null}
            {id !== undefined && !data.some((register) => register.id === id) ? <Nothing title={t(text.unknown)} /> : null}
            {data
              .filter((register) => register.id === id)
              .map((register) => (
                <Entries key={register.id} register={register} />
              ))}
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Summary({ registers }: { registers: RegisterSummary[] }) {
  const t = useTexts();
  return (
    <Panel flush>
      <table className="plain">
        <thead>
          <tr>
            <th>{t(text.register)}</th>
            <th className="num">{t(text.entries)}</th>
            <th>{t(text.period)}</th>
            <th>{t(text.complete)}</th>
          </tr>
        </thead>
        <tbody>
          {registers.map((register) => (
            <tr key={register.id}>
              <td style={{ minWidth: 160 }}>
                <Link to="/registers/$register" params={{ register: register.id }}>
                  {register.title}
                </Link>
                <div className="faint">{register.about}</div>
              </td>
              <td className="num">{count(register.entryCount)}</td>
              <td className="nowrap">{register.fromDay === null ? DASH : `${day(register.fromDay)} ~ ${day(register.toDay)}`}</td>
              <td>
                <Declared register={register} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function Declared({ register }: { register: RegisterSummary }) {
  const t = useTexts();
  if (register.complete.length === 0) return <span className="faint">{t(text.completeNone)}</span>;
  return (
    <>
      {register.complete.map((period) => (
        <Tag key={`${period.fromDay}-${period.toDay}-${period.declaredAt}`} color="green">
          {day(period.fromDay)} ~ {day(period.toDay)}
        </Tag>
      ))}
    </>
  );
}

const refreshRegisters = () =>
  queryClient.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('/api/registers') });

function Entries({ register }: { register: RegisterSummary }) {
  const t = useTexts();
  const { message } = App.useApp();
  const [params, change] = useParams();
  const bound = useFilters();
  const [doing, begin] = useState<Doing>(null);
  const history = one(params.history) === 'true';
  const query = {
    text: one(params.text),
    fromDay: dayFrom(one(params.from)),
    toDay: dayFrom(one(params.to)),
    history: history ? 'true' : undefined,
    sort: one(params.sort),
  };
  const entries = useGet<EntryPage>(
    `/api/registers/${register.id}/entries`,
    { ...query, page: one(params.page) ?? 1, size: one(params.size) ?? 20 },
    { keep: true },
  );
  const save = (file: string) =>
    saveFile(`/api/registers/${register.id}/${file}`, query).catch((error: Error) => message.error(error.message));
  const done = () => {
    begin(null);
    void refreshRegisters();
  };
  return (
    <Panel
      flush
      title={register.title}
      extra={
        <span className="row no-print">
          <Button size="small" type="primary" onClick={() => begin({ kind: 'add' })}>
            {t(text.add)}
          </Button>
          <Button size="small" onClick={() => begin({ kind: 'import' })}>
            {t(text.import)}
          </Button>
          <Button size="small" onClick={() => save('template.xlsx')}>
            {t(text.template)}
          </Button>
          <Dropdown
            menu={{
              items: [
                { key: 'export', label: t(text.export) },
                { key: 'declare', label: t(text.declare) },
                { key: 'print', label: t(texts.common.print) },
              ],
              onClick: ({ key }) =>
                key === 'export' ? void save('entries.xlsx') : key === 'declare' ? begin({ kind: 'declare' }) : window.print(),
            }}
          >
            <Button size="small">{t(texts.common.more)} ▾</Button>
          </Dropdown>
        </span>
      }
    >
      <p className="sums" style={{ borderTop: 0 }}>
        {register.about}
        {'　'}
        <span className="faint">
          {t(text.complete)}
          {t(texts.common.colon)}
        </span>
        <Declared register={register} />
      </p>
      <div className="filters no-print">
        <SearchBox label={t(text.entrySearch)} width={240} {...bound('text')} />
        <DatePicker.RangePicker
          allowEmpty={[true, true]}
          value={[one(params.from) ? dayjs(one(params.from)) : null, one(params.to) ? dayjs(one(params.to)) : null]}
          onChange={(range) => change({ from: range?.[0]?.format('YYYY-MM-DD'), to: range?.[1]?.format('YYYY-MM-DD'), page: undefined })}
        />
        <Mark label={t(text.history)} {...bound('history')} />
      </div>
      {entries.error ? <Problem error={entries.error} again={() => void entries.refetch()} /> : null}
      <QueryTable<RegisterEntryJson>
        rowKey="entryId"
        columns={useEntryColumns(register, begin)}
        rows={entries.data?.rows}
        total={entries.data?.total}
        defaultSort={`-${register.dateField}`}
        scroll={{ x: 'max-content' }}
        rowClassName={(row) => (row.withdrawn || row.replacedBy ? 'faint' : '')}
        locale={{ emptyText: entries.data ? <Nothing title={t(text.emptyTitle)} help={t(text.emptyHelp)} /> : ' ' }}
      />
      {entries.data && Object.keys(entries.data.sums).length > 0 && entries.data.total > 0 ? (
        <Sums register={register} page={entries.data} />
      ) : null}
      <EntryForm
        register={register}
        open={doing?.kind === 'add' || doing?.kind === 'correct'}
        entry={doing?.kind === 'correct' ? doing.entry : null}
        onClose={() => begin(null)}
        onDone={done}
      />
      <WithdrawForm register={register} entry={doing?.kind === 'withdraw' ? doing.entry : null} onClose={() => begin(null)} onDone={done} />
      <DeclareForm register={register} open={doing?.kind === 'declare'} onClose={() => begin(null)} onDone={done} />
      <SheetImport register={register} open={doing?.kind === 'import'} onClose={() => begin(null)} onDone={() => void refreshRegisters()} />
    </Panel>
  );
}

function Sums({ register, page }: { register: RegisterSummary; page: EntryPage }) {
  const t = useTexts();
  return (
    <p className="sums">
      {t(text.sums)}
      {t(texts.common.colon)}
      {register.fields
        .filter((field) => page.sums[field.name] !== undefined)
        .map((field) => (
          <span key={field.name} style={{ marginRight: 16 }}>
            {field.title}{' '}
            <strong>
              {field.type === 'money'
                ? `${yuan(page.sums[field.name])} ${t(texts.common.yuan)}`
                : `${count(page.sums[field.name])}${field.unit ?? ''}`}
            </strong>
          </span>
        ))}
    </p>
  );
}
