// What waits in which state, the next one for me, the list of a state with many decided at once, and the ledger on any day.
import type { FindingState } from '@hengjian/domain';
import { findingStates } from '@hengjian/domain';
import type { AccountTotalJson, FindingWorkJson } from '@hengjian/server/schemas/finding-life.ts';
import type { FindingPage, FindingRow } from '@hengjian/server/schemas/findings.ts';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useGet } from '../../api.ts';
import { count, day, dayFrom, yuan } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { one, useParams } from '../../ui/address.ts';
import { ChoiceTable } from '../../ui/choice-table.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { useKeys } from '../../ui/keys.ts';
import { Loaded, Page, Panel } from '../../ui/page.tsx';
import { QueryTable } from '../../ui/query-table.tsx';
import { BulkForm } from './bulk-form.tsx';
import { useNext } from './life-panel.tsx';
import { MoneyTable } from './money-table.tsx';
import { LifeState } from './words.tsx';

const text = texts.life;

export function WorkPage() {
  const t = useTexts();
  const [params, change] = useParams();
  const state = (one(params.state) ?? 'suspect') as FindingState;
  const work = useGet<FindingWorkJson>('/api/finding-work', undefined, { every: 30_000 });
  const next = useNext(state);
  useKeys({ n: () => void next() });
  return (
    <Page
      title={t(text.workTitle)}
      about={t(text.workAbout)}
      extra={
        <Button type="primary" onClick={() => void next()}>
          {t(text.next)}
        </Button>
      }
    >
      <Loaded of={work}>
        {({ states }) => (
          <div className="grid" style={{ gridTemplateColumns: 'minmax(0, 1.4fr) minmax(0, 1fr)' }}>
            <Panel flush>
              <ChoiceTable
                rows={findingStates.map(
                  (name) => states.find((row) => row.state === name) ?? { state: name, count: 0, worthFen: 0, overdue: 0 },
                )}
                keyOf={({ state: name }) => name}
                chosen={state}
                onChoose={(name) => change({ state: name, page: undefined })}
                columns={[
                  { key: 'state', title: t(text.state), render: (_, row) => <LifeState of={row.state} /> },
                  { key: 'count', title: t(text.count), align: 'right', render: (_, row) => count(row.count) },
                  { key: 'worth', title: t(text.worth), align: 'right', render: (_, row) => yuan(row.worthFen) },
                  {
                    key: 'overdue',
                    title: t(text.overdueCount),
                    align: 'right',
                    render: (_, row) => (row.overdue > 0 ? <strong className="red">{count(row.overdue)}</strong> : ''),
                  },
                ]}
              />
            </Panel>
            <Ledger />
          </div>
        )}
      </Loaded>
      <StateList state={state} />
    </Page>
  );
}

/** Where the money stood at the end of a day; now where none is chosen. */
function Ledger() {
  const t = useTexts();
  const [on, setOn] = useState('');
  const totals = useGet<AccountTotalJson[]>('/api/finding-ledger', on === '' ? undefined : { day: dayFrom(on) }, { keep: true });
  return (
    <Panel flush title={t(text.ledger)} extra={<DayField small placeholder={t(text.ledgerOn)} value={on} onChange={setOn} />}>
      <MoneyTable rows={totals.data ?? []} />
    </Panel>
  );
}

function StateList({ state }: { state: FindingState }) {
  const t = useTexts();
  const [params] = useParams();
  const [chosen, choose] = useState<readonly FindingRow[]>([]);
  const query = {
    life: state,
    standing: 'all',
    sort: one(params.sort) ?? '-fundFen',
    page: Number(one(params.page) ?? 1),
    size: Number(one(params.size) ?? 20),
  };
  const found = useGet<FindingPage>('/api/findings', query, { keep: true });
  return (
    <Panel flush title={<LifeState of={state} />}>
      {chosen.length > 0 ? <BulkForm key={state} state={state} rows={chosen} onDone={() => choose([])} /> : null}
      <QueryTable<FindingRow>
        rowKey="findingId"
        rows={found.data?.rows}
        total={found.data?.count}
        defaultSort="-fundFen"
        loading={found.isFetching && !found.data}
        rowSelection={{ selectedRowKeys: chosen.map((row) => row.findingId), onChange: (_keys, rows) => choose(rows.filter(Boolean)) }}
        columns={[
          {
            key: 'explanation',
            title: t(texts.findings.explanation),
            minWidth: 180,
            render: (_, row) => (
              <Link to="/findings/$finding" params={{ finding: row.findingId }}>
                <span className="two-lines">{row.explanation}</span>
              </Link>
            ),
          },
          { key: 'ruleId', title: t(texts.findings.rule), width: 170, dataIndex: 'ruleTitle' },
          {
            key: 'provider',
            title: t(texts.findings.provider),
            width: 190,
            render: (_, row) =>
              row.providers.map(({ providerNo, name }) => (
                <div key={providerNo}>
                  <Link to="/institutions/$provider" params={{ provider: providerNo }} title={t(text.toInstitution)}>
                    {name ?? providerNo}
                  </Link>
                </div>
              )),
          },
          { key: 'dueDay', title: t(text.due, { day: '' }), width: 100, render: (_, row) => (row.dueDay === null ? '' : day(row.dueDay)) },
          {
            key: 'amountFen',
            title: t(texts.findings.amount),
            width: 120,
            sorter: true,
            align: 'right',
            render: (_, row) => yuan(row.amountFen),
          },
          {
            key: 'fundFen',
            title: t(texts.findings.fund),
            width: 110,
            sorter: true,
            align: 'right',
            render: (_, row) => yuan(row.fundFen),
          },
        ]}
      />
    </Panel>
  );
}
