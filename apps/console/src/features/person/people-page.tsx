// 参保人查询 for staff: one record by number, with a reason; and requests for other contact data.
import { contactWords } from '@hengjian/domain';
import type { ContactPageJson, PersonRecordJson, StaffRequestJson } from '@hengjian/server/schemas/person.ts';
import { Button, Drawer, Input, Tag } from 'antd';
import { useState } from 'react';
import { get, post, queryClient, useGet } from '../../api.ts';
import { day, instant } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { useParams } from '../../ui/address.ts';
import { AskWhy } from '../../ui/ask-why.tsx';
import { Dated } from '../../ui/dated.tsx';
import { Choice, pageOf, useFilters } from '../../ui/filters.tsx';
import { Fact, Nothing, Page, Panel, Problem } from '../../ui/page.tsx';
import { QueryTable } from '../../ui/query-table.tsx';
import { useWordTable } from '../../ui/word-table.ts';
import { RecordView } from './record-view.tsx';
import './person.css';

const text = texts.person;

export function PeoplePage() {
  const t = useTexts();
  const [given, setGiven] = useState({ no: '', why: '' });
  const [record, setRecord] = useState<PersonRecordJson>();
  const [error, setError] = useState<unknown>();
  const show = async () => {
    setError(undefined);
    setRecord(undefined);
    try {
      setRecord(await get<PersonRecordJson>(`/api/persons/${encodeURIComponent(given.no.trim())}/record`, { why: given.why }));
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <Page title={t(text.lookUp)} about={t(text.lookUpAbout)}>
      <Panel>
        <div className="row">
          <Input
            aria-label={t(text.personNo)}
            placeholder={t(text.personNo)}
            style={{ width: 240 }}
            value={given.no}
            onChange={(event) => setGiven({ ...given, no: event.target.value })}
          />
          <Input
            aria-label={t(texts.common.why)}
            placeholder={t(texts.common.why)}
            style={{ width: 300 }}
            maxLength={200}
            value={given.why}
            onChange={(event) => setGiven({ ...given, why: event.target.value })}
            onPressEnter={() => void show()}
          />
          <Button type="primary" disabled={!given.no.trim() || given.why.trim().length < 2} onClick={() => void show()}>
            {t(text.show)}
          </Button>
        </div>
        {error ? <Problem error={error} /> : null}
      </Panel>
      {record ? (
        <div className="person">
          <p>
            <span className="code">{record.person.personNo}</span>{' '}
            {record.person.sex === 1 ? t(text.male) : record.person.sex === 2 ? t(text.female) : ''}{' '}
            {record.person.age === null ? '' : t(text.age, { n: record.person.age })} ·{' '}
            <Dated>{t(text.asOf, { day: day(record.asOf) })}</Dated>
          </p>
          <RecordView data={record} own={false} />
        </div>
      ) : null}
    </Page>
  );
}

export function ContactRequestsPage() {
  const t = useTexts();
  const { say, options } = useWordTable(contactWords);
  const [params] = useParams();
  const of = useFilters();
  const rows = useGet<ContactPageJson>('/api/contact-requests', { state: of('state').value, ...pageOf(params) }, { keep: true });
  const [opened, setOpened] = useState<StaffRequestJson>();
  const [error, setError] = useState<unknown>();
  const open = (id: string, why: string) => {
    setError(undefined);
    get<StaffRequestJson>(`/api/contact-requests/${id}`, { why }).then(setOpened, setError);
  };
  return (
    <Page title={t(text.requests)} about={t(text.requestsAbout)}>
      <Panel flush>
        <div className="filters no-print">
          <Choice label={t(text.state)} width={140} {...of('state')} options={options('states')} />
        </div>
        {rows.error || error ? <Problem error={rows.error ?? error} /> : null}
        <QueryTable<StaffRequestJson>
          rowKey="requestId"
          rows={rows.data?.rows}
          total={rows.data?.total}
          locale={{ emptyText: <Nothing title={t(text.noRequests)} /> }}
          columns={[
            { key: 'id', title: t(text.number), render: (_, row) => row.requestId },
            { key: 'person', title: t(text.personNo), render: (_, row) => <span className="code">{row.personNo}</span> },
            { key: 'telephone', title: t(text.telephone), render: (_, row) => row.telephone ?? '' },
            { key: 'address', title: t(text.address), render: (_, row) => row.address ?? '' },
            { key: 'asked', title: t(text.askedAt), render: (_, row) => instant(row.askedAt) },
            { key: 'state', title: t(text.state), render: (_, row) => <Tag>{say('states', row.state)}</Tag> },
            {
              key: 'open',
              title: '',
              render: (_, row) => (
                <AskWhy about={t(text.openHelp)} onGiven={(why) => open(row.requestId, why)}>
                  <Button size="small">{t(text.open)}</Button>
                </AskWhy>
              ),
            },
          ]}
        />
      </Panel>
      <Drawer open={opened !== undefined} onClose={() => setOpened(undefined)} size={520} title={opened?.requestId} destroyOnHidden>
        {opened ? <Decide one={opened} onDone={() => setOpened(undefined)} /> : null}
      </Drawer>
    </Page>
  );
}

function Decide({ one, onDone }: { one: StaffRequestJson; onDone: () => void }) {
  const t = useTexts();
  const { say } = useWordTable(contactWords);
  const [answer, setAnswer] = useState('');
  const [error, setError] = useState<unknown>();
  const take = async (action: string) => {
    setError(undefined);
    try {
      await post(`/api/contact-requests/${one.requestId}/steps/${action}`, { answer: answer || null });
      await queryClient.invalidateQueries({ queryKey: ['/api/contact-requests'] });
      onDone();
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <>
      <dl className="facts">
        <Fact name={t(text.personNo)}>{one.personNo}</Fact>
        <Fact name={t(text.telephone)}>{one.telephone ?? ''}</Fact>
        <Fact name={t(text.address)}>{one.address ?? ''}</Fact>
        <Fact name={t(text.state)}>{say('states', one.state)}</Fact>
        {one.answer ? <Fact name={t(text.answer)}>{one.answer}</Fact> : null}
      </dl>
      {one.actions.length > 0 ? (
        <div className="row">
          <Input
            aria-label={t(text.answer)}
            placeholder={t(text.answer)}
            value={answer}
            onChange={(event) => setAnswer(event.target.value)}
          />
          {one.actions.map((action) => (
            <Button key={action} type={action === 'accept' ? 'primary' : 'default'} onClick={() => void take(action)}>
              {say('actions', action)}
            </Button>
          ))}
        </div>
      ) : null}
      {error ? <Problem error={error} /> : null}
    </>
  );
}
