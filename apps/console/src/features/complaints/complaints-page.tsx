// 举报投诉: the list, what is due first on top; one opens beside it.
import type { ComplaintJson, ComplaintPageJson, EnteredJson, ReportedJson } from '@hengjian/server/schemas/complaints.ts';
import { Alert, Button, Drawer, Input, Select, Tag } from 'antd';
import { useState } from 'react';
import { post, queryClient, useGet } from '../../api.ts';
import { day, today } from '../../format.ts';
import { useMay } from '../../session.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { one, useParams } from '../../ui/address.ts';
import { Choice, Mark, pageOf, SearchBox, useFilters } from '../../ui/filters.tsx';
import { Nothing, Page, Panel, Problem } from '../../ui/page.tsx';
import { QueryTable } from '../../ui/query-table.tsx';
import { dayTyped } from '../../ui/typed.ts';
import { ComplaintFile } from './complaint-file.tsx';
import { useComplaintWords } from './words.ts';

const text = texts.complaints;

export function ComplaintsPage() {
  const t = useTexts();
  const { say, states, kinds } = useComplaintWords();
  const [params, change] = useParams();
  const bound = useFilters();
  const [entering, setEntering] = useState(false);
  const mayEnter = useMay('complaint.enter');
  const filter = { state: one(params.state), kind: one(params.kind), text: one(params.text), overdue: one(params.overdue) };
  const rows = useGet<ComplaintPageJson>('/api/complaints', { ...filter, ...pageOf(params) }, { keep: true });
  const open = one(params.open);
  return (
    <Page
      title={t(text.title)}
      about={t(text.about)}
      extra={
        <>
          <Button href="/report" target="_blank">
            {t(text.publicPage)}
          </Button>
          {mayEnter ? (
            <Button type="primary" onClick={() => setEntering(!entering)}>
              {t(text.enter)}
            </Button>
          ) : null}
        </>
      }
    >
      {entering ? <EnterPanel /> : null}
      {rows.error ? <Problem error={rows.error} /> : null}
      <Panel
        flush
        extra={
          <div className="row">
            <SearchBox width={200} {...bound('text')} />
            <Choice label={t(text.state)} width={120} options={states} {...bound('state')} />
            <Choice label={t(text.kind)} width={100} options={kinds} {...bound('kind')} />
            <Mark label={t(text.onlyOverdue)} {...bound('overdue')} />
          </div>
        }
      >
        <QueryTable<ComplaintJson>
          rowKey="complaintId"
          rows={rows.data?.rows}
          total={rows.data?.total}
          locale={{ emptyText: <Nothing title={t(text.none)} /> }}
          onRow={(row) => ({ onClick: () => change({ open: row.complaintId }), style: { cursor: 'pointer' } })}
          columns={[
            { key: 'id', title: t(text.no), render: (_, row) => <span className="code">{row.complaintId}</span> },
            { key: 'received', title: t(text.received), render: (_, row) => day(row.receivedOn) },
            {
              key: 'due',
              title: t(text.due),
              render: (_, row) => (
                <>
                  {day(row.dueDay)} {row.overdue ? <Tag color="red">{t(text.overdue)}</Tag> : null}
                </>
              ),
            },
            { key: 'kind', title: t(text.kind), render: (_, row) => `${say('kinds', row.kind)} · ${say('channels', row.channel)}` },
            { key: 'object', title: t(text.object), render: (_, row) => row.objectName },
            { key: 'matter', title: t(text.matter), render: (_, row) => say('matters', row.matter) },
            { key: 'named', title: '', render: (_, row) => t(row.named ? text.named : text.anonymous) },
            { key: 'state', title: t(text.state), render: (_, row) => <Tag>{say('states', row.state)}</Tag> },
            { key: 'assigned', title: t(text.assigned), render: (_, row) => row.assignedTo ?? '' },
          ]}
        />
      </Panel>
      <Drawer open={open !== undefined} onClose={() => change({ open: undefined })} size={760} title={open} destroyOnHidden>
        {open ? <ComplaintFile key={open} complaintId={open} /> : null}
      </Drawer>
    </Page>
  );
}

const empty = {
  kind: 'report',
  channel: 'telephone',
  object: 'provider',
  objectName: '',
  matter: 'fraud',
  facts: '',
  name: '',
  telephone: '',
  receivedOn: '',
};

function EnterPanel() {
  const t = useTexts();
  const words = useComplaintWords();
  const [given, setGiven] = useState({ ...empty, receivedOn: today() });
  const [done, setDone] = useState<ReportedJson>();
  const [error, setError] = useState<unknown>();
  const set = (change: Partial<typeof empty>) => setGiven({ ...given, ...change });
  const save = async () => {
    setError(undefined);
    const { name, telephone, receivedOn, ...told } = given;
    const reporter = name || telephone ? { name, telephone } : null;
    try {
      const wish = { ...(told as unknown as EnteredJson), reporter, receivedOn: dayTyped(receivedOn) };
      setDone(await post<ReportedJson>('/api/complaints', wish));
      setGiven({ ...given, objectName: '', facts: '', name: '', telephone: '' });
      await queryClient.invalidateQueries({ queryKey: ['/api/complaints'] });
    } catch (failure) {
      setError(failure);
    }
  };
  const pick = (
    key: 'kind' | 'channel' | 'object' | 'matter',
    label: string,
    options: { value: string; label: string }[],
    width: number,
  ) => <Select aria-label={label} style={{ width }} value={given[key]} onChange={(value) => set({ [key]: value })} options={options} />;
  const write = (key: 'objectName' | 'name' | 'telephone' | 'receivedOn', label: string, width: number) => (
    <Input aria-label={label} placeholder={label} style={{ width }} value={given[key]} onChange={(e) => set({ [key]: e.target.value })} />
  );
  return (
    <Panel title={t(text.enterTitle)}>
      <div className="row" style={{ flexWrap: 'wrap' }}>
        {pick('kind', t(text.kind), words.kinds, 90)}
        {pick(
          'channel',
          t(text.channel),
          words.channels.filter(({ value }) => value !== 'web'),
          120,
        )}
        {write('receivedOn', t(text.received), 110)}
        {pick('object', t(text.objectKind), words.objects, 140)}
        {write('objectName', t(text.objectName), 220)}
        {pick('matter', t(text.matter), words.matters, 200)}
        {write('name', t(text.name), 100)}
        {write('telephone', t(text.telephone), 130)}
      </div>
      <Input.TextArea
        aria-label={t(text.facts)}
        placeholder={t(text.facts)}
        rows={3}
        style={{ margin: '8px 0' }}
        value={given.facts}
        onChange={(e) => set({ facts: e.target.value })}
      />
      <Button type="primary" disabled={!given.objectName || !given.facts} onClick={() => void save()}>
        {t(texts.common.save)}
      </Button>
      {done ? <Alert type="success" title={t(text.enteredAs, { id: done.complaintId, code: done.code })} style={{ marginTop: 8 }} /> : null}
      {error ? <Problem error={error} /> : null}
    </Panel>
  );
}
