// What the library looks at and what it does not: points never met, spending without a point, codes that are gone.
import type { CoverageJson } from '@hengjian/server/schemas/knowledge.ts';
import { App, Button, Table, Upload } from 'antd';
import { useState } from 'react';
import { queryClient, send, useGet } from '../../api.ts';
import { count, DASH, day, share, wan, yuan } from '../../format.ts';
import { type Text, texts, useTexts } from '../../texts/index.ts';
import { Loaded, Nothing, Panel, Problem } from '../../ui/page.tsx';
import { useRuleName } from './rule-name.ts';

const text = texts.knowledge;
const { drug, herb, service, consumable, other } = texts.findings;
const kindWords: Record<string, Text> = { drug, herb, service, consumable, other };

export function Coverage() {
  const found = useGet<CoverageJson>('/api/knowledge/coverage');
  return <Loaded of={found}>{(data) => <Found data={data} />}</Loaded>;
}

function Found({ data }: { data: CoverageJson }) {
  const t = useTexts();
  const ruleName = useRuleName();
  const largest = data.uncovered[0]?.amountFen ?? 1;
  const unmet = data.unmet.reduce((sum, row) => sum + row.unmet, 0);
  return (
    <>
      <div className="tiles">
        <Tile
          name={t(text.billed)}
          value={wan(data.billedFen)}
          unit={t(texts.common.wan)}
          sub={`${day(data.fromDay)} ~ ${day(data.toDay)}`}
        />
        <Tile
          name={t(text.covered)}
          value={wan(data.coveredFen)}
          unit={t(texts.common.wan)}
          sub={`${t(text.coveredShare)} ${share(data.billedFen ? data.coveredFen / data.billedFen : null)}`}
        />
        <Tile name={t(text.active)} value={count(data.active)} unit={t(texts.common.items)} sub="" />
        <Tile name={t(text.unmet)} value={count(unmet)} unit={t(texts.common.items)} sub={t(text.unmetHelp)} />
      </div>
      <Panel flush title={t(text.uncovered)}>
        <Table<CoverageJson['uncovered'][number]>
          size="small"
          rowKey="code"
          dataSource={data.uncovered}
          pagination={{ pageSize: 15, hideOnSinglePage: true, size: 'small' }}
          columns={[
            { title: t(text.code), width: 230, render: (_, row) => <span className="code">{row.code}</span> },
            { title: t(text.name), minWidth: 150, render: (_, row) => row.name ?? DASH },
            { title: t(text.kind), width: 100, render: (_, row) => (row.kind ? t(kindWords[row.kind] ?? texts.common.unknown) : DASH) },
            { title: t(text.lines), width: 100, align: 'right', render: (_, row) => count(row.lines) },
            {
              title: t(text.amount),
              width: 260,
              align: 'right',
              render: (_, row) => (
                <span className="bar-cell" style={{ ['--part' as string]: `${(row.amountFen / largest) * 100}%` }}>
                  {yuan(row.amountFen)}
                </span>
              ),
            },
            { title: t(text.fund), width: 140, align: 'right', render: (_, row) => yuan(row.fundFen) },
          ]}
        />
      </Panel>
      <Panel flush title={t(text.unmet)}>
        <Table<CoverageJson['unmet'][number]>
          size="small"
          rowKey="ruleKey"
          dataSource={data.unmet}
          pagination={{ pageSize: 15, hideOnSinglePage: true, size: 'small' }}
          columns={[
            { title: t(text.rule), render: (_, row) => ruleName(row) },
            { title: t(text.active), width: 140, align: 'right', render: (_, row) => count(row.points) },
            { title: t(text.unmet), width: 140, align: 'right', render: (_, row) => count(row.unmet) },
          ]}
        />
      </Panel>
      <Panel flush title={t(text.goneTitle)} extra={<Catalogue size={data.catalogue} />}>
        <Table<CoverageJson['gone'][number]>
          size="small"
          rowKey="pointId"
          dataSource={data.gone}
          pagination={{ pageSize: 15, hideOnSinglePage: true, size: 'small' }}
          locale={{ emptyText: <Nothing title={t(data.catalogue === 0 ? text.noCatalogue : text.allHere)} /> }}
          columns={[
            { title: t(text.subject), width: 300, render: (_, row) => row.subject ?? row.pointId },
            { title: t(text.rule), width: 200, dataIndex: 'ruleKey' },
            { title: t(text.codes), render: (_, row) => <span className="code">{row.codes.slice(0, 6).join(' ')}</span> },
          ]}
        />
      </Panel>
    </>
  );
}

const Tile = ({ name, value, unit, sub }: { name: string; value: string; unit: string; sub: string }) => (
  <div className="tile">
    <div className="name">{name}</div>
    <div className="value">
      {value} <small>{unit}</small>
    </div>
    <div className="sub">{sub}</div>
  </div>
);

function Catalogue({ size }: { size: number }) {
  const t = useTexts();
  const { message, modal } = App.useApp();
  const [busy, setBusy] = useState(false);
  const take = async (file: File) => {
    setBusy(true);
    try {
      const { edition, items } = await send<{ edition: number; items: number }>('/api/knowledge/catalogue', file);
      message.success(t(text.catalogueTaken, { edition, items: count(items) }));
      await queryClient.invalidateQueries();
    } catch (error) {
      modal.error({ title: t(texts.common.failed), content: <Problem error={error} /> });
    } finally {
      setBusy(false);
    }
  };
  return (
    <span className="row">
      {size > 0 ? <span className="soft">{t(text.catalogueSize, { n: count(size) })}</span> : null}
      <Upload
        accept=".csv,.xlsx"
        showUploadList={false}
        disabled={busy}
        beforeUpload={(file) => {
          void take(file);
          return false;
        }}
      >
        <Button loading={busy}>{t(text.catalogue)}</Button>
      </Upload>
    </span>
  );
}
