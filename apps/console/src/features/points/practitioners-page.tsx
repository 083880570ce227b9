// 支付资格: who is registered, with points and standing on a day; one opens beside the list.
import { pointWords } from '@hengjian/domain';
import type { PractitionerJson, PractitionerPageJson, StaffShareJson } from '@hengjian/server/schemas/points.ts';
import { Alert, Button, Drawer, Input, Table, Tag } from 'antd';
import { useState } from 'react';
import { post, queryClient, saveFile, useGet } from '../../api.ts';
import { day, dayFrom, share, today } from '../../format.ts';
import { useMay, useSession } from '../../session.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { one, useParams } from '../../ui/address.ts';
import { Choice, Mark, pageOf, SearchBox, useFilters } from '../../ui/filters.tsx';
import { Nothing, Page, Panel, Problem } from '../../ui/page.tsx';
import { QueryTable } from '../../ui/query-table.tsx';
import { useWordTable } from '../../ui/word-table.ts';
import { BehaviourTable } from './behaviour-table.tsx';
import { PractitionerFile } from './practitioner-file.tsx';
import { ProposePanel, RegisterPanel } from './propose-panel.tsx';
import { StandingTag } from './standing-tag.tsx';

const text = texts.points;

type Opened = 'propose' | 'register' | 'table';

/** The registered person's own account is shown its own file; everybody else the list. */
export function PractitionersPage() {
  const session = useSession();
  const alone = session?.roles.every((role) => role === 'practitioner') ? session.practitionerNo : null;
  return alone ? <OwnPage practitionerNo={alone} /> : <ListPage />;
}

function OwnPage({ practitionerNo }: { practitionerNo: string }) {
  const t = useTexts();
  return (
    <Page title={t(text.own)} about={t(text.ownAbout)}>
      <PractitionerFile practitionerNo={practitionerNo} />
      <BehaviourTable />
    </Page>
  );
}

function ListPage() {
  const t = useTexts();
  const [params, change] = useParams();
  const [finding, ofCase] = [one(params.finding), one(params.case)];
  const [opened, setOpened] = useState<Opened | undefined>(finding || ofCase ? 'propose' : undefined);
  const [said, setSaid] = useState<{ count?: number; error?: unknown }>({});
  const [mayPropose, mayRegister] = [useMay('points.propose'), useMay('points.register')];
  const toggle = (which: Opened) => setOpened(opened === which ? undefined : which);
  const fill = async () => {
    try {
      const { count } = await post<{ count: number }>('/api/practitioners/roster');
      setSaid({ count });
      await queryClient.invalidateQueries({ queryKey: ['/api/practitioners'] });
    } catch (error) {
      setSaid({ error });
    }
  };
  const year = today().slice(0, 4);
  const saveAll = () =>
    saveFile('/api/points/export', { from: dayFrom(`${year}-01-01`), to: dayFrom(today()) }).catch((error) => setSaid({ error }));
  return (
    <Page
      title={t(text.title)}
      about={t(text.about)}
      extra={
        <>
          <Button onClick={() => toggle('table')}>{t(text.table)}</Button>
          <Button onClick={() => void saveAll()}>{t(text.export)}</Button>
          {mayRegister ? <Button onClick={() => toggle('register')}>{t(text.register)}</Button> : null}
          {mayRegister ? <Button onClick={() => void fill()}>{t(text.fromRoster)}</Button> : null}
          {mayPropose ? (
            <Button type="primary" onClick={() => toggle('propose')}>
              {t(text.propose)}
            </Button>
          ) : null}
        </>
      }
    >
      {said.count === undefined ? null : (
        <Alert type="success" title={t(text.registeredCount, { n: said.count })} style={{ marginBottom: 12 }} />
      )}
      {said.error ? <Problem error={said.error} /> : null}
      {opened === 'table' ? <BehaviourTable /> : null}
      {opened === 'register' ? <RegisterPanel /> : null}
      {opened === 'propose' ? (
        <ProposePanel
          finding={finding}
          ofCase={ofCase}
          onDone={(practitionerNo) => {
            setOpened(undefined);
            change({ finding: undefined, open: practitionerNo });
          }}
        />
      ) : null}
      <People />
      {mayPropose ? <StaffShares /> : null}
    </Page>
  );
}

function People() {
  const t = useTexts();
  const { say, options } = useWordTable(pointWords);
  const [params, change] = useParams();
  const bound = useFilters();
  const open = one(params.open);
  const filter = {
    text: one(params.text),
    standing: one(params.standing),
    withPoints: one(params.withPoints),
    withoutCommitment: one(params.withoutCommitment),
    overdue: one(params.overdue),
    day: dayFrom(one(params.day)),
  };
  const rows = useGet<PractitionerPageJson>('/api/practitioners', { ...filter, ...pageOf(params) }, { keep: true });
  return (
    <Panel
      flush
      extra={
        <div className="row">
          <SearchBox width={180} {...bound('text')} />
          <Choice label={t(text.standing)} width={110} options={options('standings')} {...bound('standing')} />
          <Mark label={t(text.withPoints)} {...bound('withPoints')} />
          <Mark label={t(text.withoutCommitment)} {...bound('withoutCommitment')} />
          <Mark label={t(text.onlyOverdue)} {...bound('overdue')} />
          <Input
            aria-label={t(text.asOf)}
            placeholder={t(text.asOf)}
            style={{ width: 120 }}
            defaultValue={one(params.day) ?? ''}
            onPressEnter={(e) => change({ day: e.currentTarget.value || undefined })}
          />
        </div>
      }
    >
      {rows.error ? <Problem error={rows.error} /> : null}
      <QueryTable<PractitionerJson>
        rowKey="practitionerNo"
        rows={rows.data?.rows}
        total={rows.data?.total}
        locale={{ emptyText: <Nothing title={t(text.none)} help={t(text.noneHelp)} /> }}
        onRow={(row) => ({ onClick: () => change({ open: row.practitionerNo }), style: { cursor: 'pointer' } })}
        columns={[
          { key: 'no', title: t(text.number), render: (_, row) => <span className="code">{row.practitionerNo}</span> },
          { key: 'name', title: t(text.name), render: (_, row) => row.name },
          { key: 'kind', title: t(text.kind), render: (_, row) => say('kinds', row.kind) },
          { key: 'providers', title: t(text.providers), render: (_, row) => row.providerNames.join(t(texts.common.comma)) },
          {
            key: 'points',
            title: t(text.points),
            align: 'right',
            render: (_, row) => (row.points > 0 ? <strong>{row.points}</strong> : 0),
          },
          { key: 'standing', title: t(text.standing), render: (_, row) => <StandingTag of={row} /> },
          {
            key: 'commitment',
            title: t(text.commitment),
            render: (_, row) => (row.committedOn === null ? <span className="faint">{t(text.notCommitted)}</span> : day(row.committedOn)),
          },
          {
            key: 'open',
            title: '',
            render: (_, row) => (row.openCount > 0 ? <Tag color="gold">{t(text.open, { n: row.openCount })}</Tag> : null),
          },
        ]}
      />
      <Drawer open={open !== undefined} onClose={() => change({ open: undefined })} size={860} title={open} destroyOnHidden>
        {open ? <PractitionerFile key={open} practitionerNo={open} /> : null}
      </Drawer>
    </Panel>
  );
}

function StaffShares() {
  const t = useTexts();
  const rows = useGet<StaffShareJson[]>('/api/practitioners/staff-share');
  if (!rows.data || rows.data.length === 0) return null;
  return (
    <Panel title={t(text.staff)} flush extra={<span className="faint">{t(text.staffAbout)}</span>}>
      <Table<StaffShareJson>
        size="small"
        rowKey="providerNo"
        pagination={false}
        dataSource={rows.data}
        columns={[
          { key: 'provider', title: t(text.provider), render: (_, row) => row.providerName },
          { key: 'count', title: t(text.stopped), align: 'right', render: (_, row) => `${row.stopped} / ${row.registered}` },
          { key: 'share', title: '', align: 'right', render: (_, row) => share(row.stopped / row.registered) },
          {
            key: 'proposal',
            title: t(text.proposal),
            render: (_, row) => <Tag color={row.proposal === 'none' ? 'default' : 'red'}>{t(text.proposals[row.proposal])}</Tag>,
          },
        ]}
      />
    </Panel>
  );
}
