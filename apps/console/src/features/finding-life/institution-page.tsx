// An institution's findings: by rule or doctor, with the clock; many answered at once, or by Excel; what it returns after checking itself.
import type { FindingAction, FindingState } from '@hengjian/domain';
import type { InstitutionFindingJson, InstitutionFindingsJson, SheetTakenJson } from '@hengjian/server/schemas/finding-life.ts';
import { Link, useParams as usePath } from '@tanstack/react-router';
import { App, Button, Segmented, Table, Upload } from 'antd';
import { useState } from 'react';
import { queryClient, saveFile, send, useGet } from '../../api.ts';
import { day, yuan } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { one, useParams } from '../../ui/address.ts';
import { Loaded, Page, Panel } from '../../ui/page.tsx';
import { BulkForm } from './bulk-form.tsx';
import { LifeState } from './words.tsx';

const text = texts.life;
const tabs = [
  'feedback',
  'reAppeal',
  'suspect',
  'secondReview',
  'panel',
  'finalReview',
  'confirmed',
  'recovery',
  'closed',
  'dismissed',
] as const;
const answers: readonly FindingAction[] = ['accept', 'appeal', 'declare'];

export function InstitutionPage() {
  const t = useTexts();
  const { provider } = usePath({ strict: false }) as { provider: string };
  const [params, change] = useParams();
  const state = (one(params.state) ?? 'feedback') as FindingState;
  const found = useGet<InstitutionFindingsJson>(`/api/institutions/${encodeURIComponent(provider)}/findings`, { state });
  return (
    <Page
      title={t(text.institutionTitle, { name: found.data?.name ?? provider })}
      about={t(text.institutionAbout)}
      extra={<Sheets provider={provider} />}
    >
      <Loaded of={found}>
        {(data) => (
          <>
            <Segmented
              style={{ marginBottom: 10 }}
              value={state}
              onChange={(value) => change({ state: String(value) })}
              options={tabs.map((value) => ({
                value,
                label: (
                  <span>
                    <LifeState of={value} /> {data.states.find((row) => row.state === value)?.count ?? 0}
                  </span>
                ),
              }))}
            />
            <Groups key={state} state={state} provider={provider} rows={data.rows} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

interface Group {
  key: string;
  name: string;
  rows: InstitutionFindingJson[];
  worthFen: number;
  dueDay: number | null;
}

function Groups({ state, provider, rows }: { state: FindingState; provider: string; rows: readonly InstitutionFindingJson[] }) {
  const t = useTexts();
  const [by, setBy] = useState<'rule' | 'doctor'>('rule');
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const groups = [...Map.groupBy(rows, (row) => (by === 'rule' ? row.ruleId : (row.doctorNo ?? '')))].map(
    ([key, own]): Group => ({
      key,
      name: by === 'rule' ? (own[0]?.ruleTitle ?? key) : key || t(text.noDoctor),
      rows: own,
      worthFen: own.reduce((sum, row) => sum + (row.fundFen ?? row.amountFen), 0),
      dueDay: own.reduce<number | null>((least, { dueDay }) => (dueDay === null ? least : Math.min(least ?? dueDay, dueDay)), null),
    }),
  );
  const mark = (own: readonly InstitutionFindingJson[], on: boolean) =>
    choose((before) => {
      const after = new Set(before);
      for (const { findingId } of own) on ? after.add(findingId) : after.delete(findingId);
      return after;
    });
  const picked = rows.filter((row) => chosen.has(row.findingId));
  return (
    <Panel
      flush
      title={<LifeState of={state} />}
      extra={
        <Segmented
          size="small"
          value={by}
          onChange={(value) => setBy(value as 'rule' | 'doctor')}
          options={[
            { value: 'rule', label: t(text.byRule) },
            { value: 'doctor', label: t(text.byDoctor) },
          ]}
        />
      }
    >
      {picked.length > 0 && ['feedback', 'reAppeal', 'suspect'].includes(state) ? (
        <BulkForm
          state={state}
          rows={picked}
          only={answers}
          attach={provider}
          path={`/api/institutions/${encodeURIComponent(provider)}/answers`}
          onDone={() => choose(new Set())}
        />
      ) : null}
      <Table<Group>
        size="small"
        rowKey="key"
        dataSource={groups}
        pagination={false}
        rowSelection={{
          selectedRowKeys: groups.filter((group) => group.rows.every((row) => chosen.has(row.findingId))).map((group) => group.key),
          onSelect: (group, on) => mark(group.rows, on),
          onSelectAll: (on) => mark(rows, on),
        }}
        columns={[
          { key: 'name', title: t(text.group), dataIndex: 'name' },
          { key: 'count', title: t(text.count), align: 'right', width: 90, render: (_, group) => group.rows.length },
          { key: 'worth', title: t(text.worth), align: 'right', width: 150, render: (_, group) => yuan(group.worthFen) },
          { key: 'due', title: t(text.earliest), width: 120, render: (_, group) => (group.dueDay === null ? '' : day(group.dueDay)) },
        ]}
        expandable={{
          expandedRowRender: (group) => (
            <Table<InstitutionFindingJson>
              size="small"
              rowKey="findingId"
              dataSource={group.rows}
              pagination={{ pageSize: 20, hideOnSinglePage: true, size: 'small' }}
              rowSelection={{
                selectedRowKeys: group.rows.filter((row) => chosen.has(row.findingId)).map((row) => row.findingId),
                onSelect: (row, on) => mark([row], on),
                onSelectAll: (on) => mark(group.rows, on),
              }}
              columns={[
                {
                  key: 'explanation',
                  title: t(texts.findings.explanation),
                  render: (_, row) => (
                    <Link to="/findings/$finding" params={{ finding: row.findingId }}>
                      <span className="two-lines">{row.explanation}</span>
                    </Link>
                  ),
                },
                { key: 'doctor', title: t(text.byDoctor), width: 110, render: (_, row) => row.doctorNo ?? '' },
                {
                  key: 'due',
                  title: t(text.due, { day: '' }),
                  width: 100,
                  render: (_, row) => (row.dueDay === null ? '' : day(row.dueDay)),
                },
                { key: 'amount', title: t(texts.findings.amount), width: 120, align: 'right', render: (_, row) => yuan(row.amountFen) },
                { key: 'fund', title: t(texts.findings.fund), width: 110, align: 'right', render: (_, row) => yuan(row.fundFen) },
              ]}
            />
          ),
        }}
      />
    </Panel>
  );
}

/** Findings out, answers in; refused rows with their reasons. */
function Sheets({ provider }: { provider: string }) {
  const t = useTexts();
  const { message, modal } = App.useApp();
  const path = `/api/institutions/${encodeURIComponent(provider)}/answer-sheet`;
  const take = async (file: File) => {
    try {
      const taken = await send<SheetTakenJson>(path, file);
      await queryClient.invalidateQueries();
      modal.info({
        width: 760,
        title: t(text.sheetDone, { done: taken.done, refused: taken.refused.length }),
        content: taken.refused.length ? (
          <ul className="sheet-refused">
            {taken.refused.slice(0, 200).map((row) => (
              <li key={row.row}>
                {row.row} · {row.findingId} · {row.message}
              </li>
            ))}
          </ul>
        ) : null,
      });
    } catch (error) {
      void message.error(String((error as Error).message));
    }
  };
  return (
    <>
      <Button onClick={() => void saveFile(path).catch((error: Error) => message.error(error.message))}>{t(text.answerSheet)}</Button>
      <Upload
        accept=".xlsx"
        showUploadList={false}
        beforeUpload={(file) => {
          void take(file);
          return false;
        }}
      >
        <Button type="primary">{t(text.sendSheet)}</Button>
      </Upload>
    </>
  );
}
