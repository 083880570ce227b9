// 月度复核: the samples drawn, what they say so far, and the one chosen to be judged item by item.
import type { RatioJson, RecheckList, RecheckPageJson, RecheckSummary } from '@hengjian/server/schemas/rechecks.ts';
import { Button, Input, InputNumber, Table } from 'antd';
import { useState } from 'react';
import { post, queryClient, speaking, useGet } from '../../api.ts';
import { count, day, share, today } from '../../format.ts';
import { useAccountName, useMay } from '../../session.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { one, useParams } from '../../ui/address.ts';
import { ChoiceTable } from '../../ui/choice-table.tsx';
import { MonthField } from '../../ui/day-field.tsx';
import { Loaded, Nothing, Page, Panel, Problem } from '../../ui/page.tsx';
import { Items } from './items.tsx';

const text = texts.rechecks;

export function RechecksPage() {
  const t = useTexts();
  const [params, change] = useParams();
  const list = useGet<RecheckList>('/api/rechecks');
  const mayDraw = useMay('recheck.draw');
  const chosen = one(params.batch) ?? list.data?.rows[0]?.recheckId;
  return (
    <Page title={t(text.title)} about={t(text.about)}>
      <Loaded of={list}>
        {({ rows, standardSize }) => (
          <>
            {mayDraw ? <Draw standardSize={standardSize} onDrawn={(batch) => change({ batch, item: undefined })} /> : null}
            <Panel flush>
              {rows.length === 0 ? (
                <Nothing title={t(text.none)} help={t(text.noneHelp)} />
              ) : (
                <ChoiceTable<RecheckSummary>
                  rows={rows}
                  keyOf={({ recheckId }) => recheckId}
                  chosen={chosen}
                  onChoose={(batch) => change({ batch, item: undefined })}
                  columns={[
                    { key: 'month', title: t(text.month), dataIndex: 'recheckId' },
                    {
                      key: 'drawnBy',
                      title: t(text.drawnBy),
                      render: (_, row) => `${row.drawnBy} ${day(Math.floor(row.drawnAt / 86_400))}`,
                    },
                    { key: 'size', title: t(text.size), align: 'right', render: (_, row) => count(row.size) },
                    { key: 'judged', title: t(text.judged), align: 'right', render: (_, row) => count(row.agreement.of) },
                    { key: 'agreement', title: t(text.agreement), align: 'right', render: (_, row) => share(row.agreement.ratio) },
                    { key: 'errors', title: t(text.findingErrors), align: 'right', render: (_, row) => share(row.findingErrors.ratio) },
                    { key: 'overlooked', title: t(text.overlooked), align: 'right', render: (_, row) => share(row.overlooked.ratio) },
                  ]}
                />
              )}
            </Panel>
            {chosen === undefined ? null : <Batch key={chosen} id={chosen} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** The month that is over, as a field of months writes it. */
function monthBefore(date: string): string {
  const [year, month] = date.split('-').map(Number) as [number, number];
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
}

function Draw({ standardSize, onDrawn }: { standardSize: number; onDrawn: (batch: string) => void }) {
  const t = useTexts();
  const account = useAccountName();
  const [month, setMonth] = useState(monthBefore(today()));
  const [by, setBy] = useState(speaking.operator);
  const [size, setSize] = useState<number | null>(null);
  const [seed, setSeed] = useState<number | null>(null);
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const draw = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const wish = { month, ...(by && { by }), ...(size && { size }), ...(seed !== null && { seed }) };
      const { recheckId } = await post<{ recheckId: string }>('/api/rechecks', wish);
      await queryClient.invalidateQueries({ queryKey: ['/api/rechecks'] });
      onDrawn(recheckId);
    } catch (problem) {
      setError(problem);
    }
    setBusy(false);
  };
  return (
    <Panel title={t(text.draw)}>
      <div className="row">
        <MonthField label={t(text.month)} value={month} onChange={setMonth} />
        <InputNumber
          aria-label={t(text.size)}
          placeholder={`${t(text.size)} ${standardSize}`}
          min={1}
          precision={0}
          style={{ width: 120 }}
          value={size}
          onChange={setSize}
        />
        <InputNumber
          aria-label={t(text.seed)}
          placeholder={t(texts.common.aside, { what: t(text.seed), aside: t(text.seedHelp) })}
          min={0}
          precision={0}
          style={{ width: 220 }}
          value={seed}
          onChange={setSeed}
        />
        {account ? null : (
          <Input
            aria-label={t(text.drawnBy)}
            placeholder={t(text.drawnBy)}
            style={{ width: 140 }}
            value={by}
            onChange={(event) => setBy(event.target.value)}
          />
        )}
        <Button type="primary" disabled={!month} loading={busy} onClick={() => void draw()}>
          {t(text.draw)}
        </Button>
      </div>
      {error ? <Problem error={error} /> : null}
    </Panel>
  );
}

function Batch({ id }: { id: string }) {
  const t = useTexts();
  const found = useGet<RecheckPageJson>(`/api/rechecks/${encodeURIComponent(id)}`);
  return (
    <Loaded of={found}>
      {(batch) => (
        <>
          <div className="grid" style={{ gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' }}>
            <Panel
              title={batch.recheckId}
              extra={
                <span className="faint">
                  {t(text.seed)} {batch.seed}
                </span>
              }
            >
              <p className="soft">{t(text.population, { findings: batch.findingPopulation, claims: batch.claimPopulation })}</p>
              <Interval name={t(text.agreement)} of={batch.agreement} />
              <Interval name={t(text.findingErrors)} of={batch.findingErrors} />
              <Interval name={t(text.overlooked)} of={batch.overlooked} />
            </Panel>
            <Panel flush title={t(text.byRule)}>
              <Table
                size="small"
                rowKey="ruleId"
                pagination={false}
                scroll={{ y: 180 }}
                dataSource={batch.byRule}
                columns={[
                  { key: 'rule', title: t(texts.findings.rule), dataIndex: 'ruleTitle' },
                  { key: 'errors', title: t(text.errors), align: 'right', render: (_, row) => `${row.errors.count} / ${row.errors.of}` },
                  {
                    key: 'ratio',
                    title: t(text.findingErrors),
                    align: 'right',
                    render: (_, row) =>
                      t(texts.common.aside, {
                        what: share(row.errors.ratio),
                        aside: `${share(row.errors.low)} ~ ${share(row.errors.high)}`,
                      }),
                  },
                ]}
              />
            </Panel>
          </div>
          <Items batch={batch} />
        </>
      )}
    </Loaded>
  );
}

/** A rate with its interval, drawn from nought to one. */
function Interval({ name, of }: { name: string; of: RatioJson }) {
  const t = useTexts();
  const { ratio, low, high } = of;
  return (
    <div className="interval">
      <span>{name}</span>
      <strong>{share(ratio)}</strong>
      <span className="faint">
        {of.count}/{of.of}
      </span>
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <line className="axis" x1="0" x2="100" y1="5" y2="5" />
        {low === null || high === null ? null : <rect x={low * 100} width={Math.max(0.5, (high - low) * 100)} y="2.5" height="5" />}
        {ratio === null ? null : <line className="at" x1={ratio * 100} x2={ratio * 100} y1="0" y2="10" />}
      </svg>
      <span className="faint">{low === null ? '' : t(text.interval, { low: share(low), high: share(high) })}</span>
    </div>
  );
}
