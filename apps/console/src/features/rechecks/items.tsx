// The items of a sample, and the one that is judged: what was decided, the care behind it, right or wrong.
import type { FindingFileJson } from '@hengjian/server/schemas/findings.ts';
import type { RecheckItemJson, RecheckPageJson } from '@hengjian/server/schemas/rechecks.ts';
import { Link } from '@tanstack/react-router';
import { Button, Checkbox, Input, Table, Tag } from 'antd';
import { useState } from 'react';
import { post, queryClient, speaking, useGet } from '../../api.ts';
import { useAccountName, useMay } from '../../session.ts';
import { factWords } from '../../texts/facts.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { one, useParams } from '../../ui/address.ts';
import { Loaded, Panel, Problem } from '../../ui/page.tsx';
import { CareAt, CareOf } from '../findings/care.tsx';

const text = texts.rechecks;

function useSaid() {
  const t = useTexts();
  return {
    stratum: ({ kind, stratum, ruleTitle }: RecheckItemJson) =>
      kind === 'finding'
        ? (ruleTitle ?? stratum)
        : factWords.setting?.[stratum]
          ? t(factWords.setting[stratum])
          : stratum || t(texts.common.unknown),
    original: ({ kind, verdict }: RecheckItemJson) =>
      t(kind === 'claim' ? text.clear : verdict === 'uphold' ? text.upheld : text.dismissed),
  };
}

export function Items({ batch }: { batch: RecheckPageJson }) {
  const t = useTexts();
  const said = useSaid();
  const [params, change] = useParams();
  const [onlyOpen, setOnlyOpen] = useState(true);
  const [by, setBy] = useState(speaking.operator);
  const open = batch.items.filter((item) => item.agrees === null);
  const chosen = batch.items.find((item) => item.itemNo === Number(one(params.item))) ?? open[0];
  return (
    <div className="grid" style={{ gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1.6fr)' }}>
      <Panel
        flush
        title={t(text.items)}
        extra={
          <Checkbox checked={onlyOpen} onChange={(event) => setOnlyOpen(event.target.checked)}>
            {t(text.showOpen)}
          </Checkbox>
        }
      >
        <Table<RecheckItemJson>
          size="small"
          rowKey="itemNo"
          className="clickable"
          pagination={{ pageSize: 20, size: 'small', hideOnSinglePage: true, showSizeChanger: false }}
          rowClassName={(row) => (row.itemNo === chosen?.itemNo ? 'chosen' : '')}
          onRow={(row) => ({ onClick: () => change({ item: String(row.itemNo) }) })}
          dataSource={onlyOpen ? open : batch.items}
          locale={{ emptyText: t(text.allJudged) }}
          columns={[
            { key: 'no', title: '#', dataIndex: 'itemNo', width: 48 },
            { key: 'kind', title: t(text.kind), width: 64, render: (_, row) => t(row.kind === 'finding' ? text.finding : text.claim) },
            { key: 'stratum', title: t(text.stratum), render: (_, row) => said.stratum(row) },
            { key: 'original', title: t(text.original), width: 96, render: (_, row) => said.original(row) },
            { key: 'result', title: t(text.result), width: 110, render: (_, row) => <Result of={row} /> },
          ]}
        />
      </Panel>
      {chosen === undefined ? null : (
        <Chosen
          key={`${batch.recheckId} ${chosen.itemNo}`}
          batch={batch}
          item={chosen}
          by={{ name: by, change: setBy }}
          onJudged={() => change({ item: String(open.find((other) => other.itemNo !== chosen.itemNo)?.itemNo ?? chosen.itemNo) })}
        />
      )}
    </div>
  );
}

function Result({ of: { agrees } }: { of: RecheckItemJson }) {
  const t = useTexts();
  if (agrees === null) return <span className="faint">{t(text.open)}</span>;
  return <Tag color={agrees ? 'green' : 'red'}>{t(agrees ? text.right : text.wrong)}</Tag>;
}

interface Who {
  readonly name: string;
  readonly change: (name: string) => void;
}

function Chosen({ batch, item, by, onJudged }: { batch: RecheckPageJson; item: RecheckItemJson; by: Who; onJudged: () => void }) {
  const t = useTexts();
  const said = useSaid();
  const mayJudge = useMay('recheck.judge');
  const address = `/api/rechecks/${encodeURIComponent(batch.recheckId)}/items/${item.itemNo}`;
  return (
    <div>
      <Panel
        title={`${t(text.item, { n: item.itemNo })} ${said.stratum(item)}`}
        extra={
          item.kind === 'finding' ? (
            <Link to="/findings/$finding" params={{ finding: item.subjectId }}>
              {t(text.openFinding)}
            </Link>
          ) : (
            <span className="faint code">{item.subjectId}</span>
          )
        }
      >
        <p>
          {t(text.original)}
          {t(texts.common.colon)}
          <strong>{said.original(item)}</strong> <Result of={item} />{' '}
          {item.by ? (
            <span className="soft">
              {item.by} {item.why}
            </span>
          ) : null}
        </p>
        {mayJudge ? <Judge address={address} by={by} onJudged={onJudged} /> : null}
      </Panel>
      {item.kind === 'finding' ? <FoundCare id={item.subjectId} /> : <CareAt address={`${address}/care`} records={[]} />}
    </div>
  );
}

function FoundCare({ id }: { id: string }) {
  const file = useGet<FindingFileJson>(`/api/findings/${encodeURIComponent(id)}`);
  return (
    <Loaded of={file}>
      {(found) => (
        <>
          <Panel>
            <p className="why">{found.explanation}</p>
          </Panel>
          <CareOf file={found} />
        </>
      )}
    </Loaded>
  );
}

function Judge({ address, by, onJudged }: { address: string; by: Who; onJudged: () => void }) {
  const t = useTexts();
  const account = useAccountName();
  const [why, setWhy] = useState('');
  const [error, setError] = useState<unknown>();
  const judge = async (agrees: boolean) => {
    setError(undefined);
    try {
      await post(`${address}/judgements`, { agrees, why, ...(by.name && { by: by.name }) });
      await queryClient.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('/api/rechecks') });
      onJudged();
    } catch (problem) {
      setError(problem);
    }
  };
  return (
    <>
      <div className="row">
        {account ? null : (
          <Input
            aria-label={t(text.by)}
            placeholder={t(text.by)}
            style={{ width: 120 }}
            value={by.name}
            onChange={(event) => by.change(event.target.value)}
          />
        )}
        <Input
          aria-label={t(text.why)}
          placeholder={t(text.why)}
          style={{ flex: 1, minWidth: 180 }}
          value={why}
          onChange={(event) => setWhy(event.target.value)}
        />
        <Button type="primary" onClick={() => void judge(true)}>
          {t(text.right)}
        </Button>
        <Button danger onClick={() => void judge(false)}>
          {t(text.wrong)}
        </Button>
      </div>
      {error ? <Problem error={error} /> : null}
    </>
  );
}
