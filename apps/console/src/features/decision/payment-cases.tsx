// Every case of a what-if: how it came to its group, how it was settled, and what asks for a look.
import type { Clue } from '@hengjian/domain';
import type { ClueWishJson } from '@hengjian/server/schemas/matters.ts';
import type { PaymentCasesJson, PaymentTrialJson } from '@hengjian/server/schemas/payment.ts';
import { Link } from '@tanstack/react-router';
import { Button, Input, Select, Tag } from 'antd';
import { useState } from 'react';
import { post, useGet } from '../../api.ts';
import { DASH, day, number, yuan } from '../../format.ts';
import { useSession } from '../../session.ts';
import { type Text, texts, useTexts } from '../../texts/index.ts';
import { one, useParams } from '../../ui/address.ts';
import { Loaded, Panel, Problem } from '../../ui/page.tsx';
import { type Columns, QueryTable } from '../../ui/query-table.tsx';

const text = texts.payment;
type Row = PaymentCasesJson['rows'][number];
export const signalNames = ['upcoded', 'split', 'lowStandard', 'overlong', 'lowRiskDeath'] as const;
const treatments: Readonly<Record<Row['treatment'], Text>> = {
  normal: text.normal,
  high: text.highCase,
  highBeyond: text.highBeyond,
  low: text.lowCase,
  dayCase: text.dayCase,
  cost: text.costCase,
};

export function PaymentCases({ trial }: { trial: PaymentTrialJson }) {
  const t = useTexts();
  const [params, change] = useParams();
  const query = {
    side: one(params.side) ?? (trial.levers.length > 0 ? 'after' : 'before'),
    provider: one(params.provider),
    group: one(params.group),
    treatment: one(params.treatment),
    signal: one(params.signal),
    no: one(params.no),
    page: one(params.page),
    size: one(params.size),
  };
  const asked = useGet<PaymentCasesJson>(`/api/payment/trials/${encodeURIComponent(trial.trialId)}/cases`, query, { keep: true });
  const options = (group: 'institution' | 'group') =>
    (trial.groups.find((own) => own.group === group)?.rows ?? [])
      .filter(({ key }) => key !== '')
      .map(({ key, name }) => ({ value: key, label: group === 'group' ? `${key} ${name ?? ''}` : (name ?? key) }));
  const filter = (
    name: 'provider' | 'group' | 'treatment' | 'signal',
    all: Text,
    values: { value: string; label: string }[],
    width = 170,
  ) => (
    <Select
      aria-label={t(all)}
      allowClear
      showSearch
      optionFilterProp="label"
      placeholder={t(all)}
      style={{ width }}
      value={query[name] ?? null}
      onChange={(value) => change({ [name]: value ?? undefined, page: undefined })}
      options={values}
    />
  );
  const columns: Columns<Row> = [
    {
      key: 'encounterNo',
      title: t(text.caseNo),
      render: (_, row) => (
        <>
          <span className="code nowrap">{row.encounterNo}</span>
          <div className="soft">{row.providerName ?? row.providerNo}</div>
        </>
      ),
    },
    { key: 'endedDay', title: t(text.endedOn), className: 'nowrap', render: (_, row) => day(row.endedDay) },
    { key: 'days', title: t(text.days), dataIndex: 'days', align: 'right' },
    {
      key: 'diagnosis',
      title: t(text.diagnosis),
      render: (_, row) => <span className="code">{[row.mainDiagnosis ?? DASH, row.mainProcedure].filter(Boolean).join(' ')}</span>,
    },
    {
      key: 'group',
      title: t(text.group),
      render: (_, row) => (row.groupCode === null ? t(text.notGrouped) : `${row.groupCode} ${row.groupName ?? ''}`),
    },
    { key: 'treatment', title: t(text.treatment), render: (_, row) => <Tag>{t(treatments[row.treatment])}</Tag> },
    { key: 'ratio', title: t(text.ratio), align: 'right', render: (_, row) => (row.ratio === null ? DASH : number(row.ratio / 10_000, 2)) },
    { key: 'cost', title: t(text.cost), align: 'right', render: (_, row) => yuan(row.costFen) },
    { key: 'pay', title: t(text.standard), align: 'right', render: (_, row) => yuan(row.payFen) },
    { key: 'due', title: t(text.dueYuan), align: 'right', render: (_, row) => yuan(row.dueFen) },
    { key: 'fund', title: t(text.paidYuan), align: 'right', render: (_, row) => yuan(row.fundFen) },
    {
      key: 'signals',
      title: t(text.signals),
      render: (_, row) =>
        row.signals.map((signal) => (
          <Tag key={signal} color="orange">
            {t(text[signal])}
          </Tag>
        )),
    },
  ];
  return (
    <div className="no-print">
      <Panel flush title={t(text.caseList)} extra={<span className="soft">{t(text.watchAbout)}</span>}>
        <div className="filters in-panel">
          {filter('provider', text.anyInstitution, options('institution'), 220)}
          {filter('group', text.anyGroup, options('group'), 260)}
          {filter(
            'treatment',
            text.anyTreatment,
            (Object.keys(treatments) as Row['treatment'][]).map((value) => ({ value, label: t(treatments[value]) })),
          )}
          {filter(
            'signal',
            text.anySignal,
            signalNames.map((value) => ({ value, label: t(text[value]) })),
          )}
          <Input.Search
            aria-label={t(text.caseNo)}
            placeholder={t(text.caseNo)}
            allowClear
            defaultValue={query.no ?? ''}
            style={{ width: 180 }}
            onSearch={(no) => change({ no: no.trim() || undefined, page: undefined })}
          />
          {trial.levers.length > 0 ? (
            <Select
              aria-label={t(text.side)}
              value={query.side}
              onChange={(side) => change({ side })}
              options={[
                { value: 'before', label: t(text.before) },
                { value: 'after', label: t(text.after) },
              ]}
            />
          ) : null}
        </div>
        <Loaded of={asked}>
          {(data) => (
            <QueryTable<Row>
              rowKey="encounterNo"
              columns={columns}
              rows={data.rows}
              total={data.total}
              scroll={{ x: 1100 }}
              expandable={{
                expandedRowRender: (row) => (
                  <>
                    <div>{t(texts.common.named, { name: t(text.howGrouped), value: row.grouping })}</div>
                    <div>{t(texts.common.named, { name: t(text.howSettled), value: row.settled })}</div>
                    {row.signals.length > 0 ? <OpenClue trial={trial} row={row} /> : null}
                  </>
                ),
              }}
            />
          )}
        </Loaded>
      </Panel>
    </div>
  );
}

/** A signal that somebody should follow becomes a clue; the same case opens one only. */
function OpenClue({ trial, row }: { trial: PaymentTrialJson; row: Row }) {
  const t = useTexts();
  const may = useSession()?.actions.includes('clue.enter') ?? false;
  const [opened, setOpened] = useState<string>();
  const [error, setError] = useState<unknown>();
  if (!may) return null;
  const open = async () => {
    setError(undefined);
    const wish: ClueWishJson = {
      source: 'payment',
      sourceRef: row.encounterNo,
      object: 'provider',
      objectNo: row.providerNo,
      objectName: row.providerName ?? row.providerNo,
      text: t(text.clueText, {
        title: trial.title,
        year: trial.year,
        no: row.encounterNo,
        signals: row.signals.map((signal) => t(text[signal])).join(t(texts.common.comma)),
        grouping: row.grouping,
        settled: row.settled,
      }),
      amountFen: row.fundFen,
      links: [{ kind: 'encounter', id: row.encounterNo }],
    };
    try {
      setOpened((await post<Clue>('/api/clues', wish)).matterId);
    } catch (problem) {
      setError(problem);
    }
  };
  return (
    <p>
      {opened ? (
        <Link to="/clues" search={{ open: opened }}>
          {t(text.clueOpened, { clue: opened })}
        </Link>
      ) : (
        <Button size="small" onClick={() => void open()}>
          {t(text.toClue)}
        </Button>
      )}
      {error ? <Problem error={error} /> : null}
    </p>
  );
}
