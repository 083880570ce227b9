// Grouping packs, and two versions of one side by side: what changed, and where a year's cases would go.
import type { PacksComparedJson, PaymentJson } from '@hengjian/server/schemas/payment.ts';
import { Select } from 'antd';
import { useGet } from '../../api.ts';
import { count, DASH, share, wan } from '../../format.ts';
import { type Text, texts, useTexts } from '../../texts/index.ts';
import { one, useParams } from '../../ui/address.ts';
import { Loaded, Panel } from '../../ui/page.tsx';
import { PackImport } from './payment-import.tsx';

const text = texts.payment;
const parts: Readonly<Record<PacksComparedJson['counts'][number]['table'], Text>> = {
  categories: text.partCategories,
  adjacent: text.partAdjacent,
  groups: text.partGroups,
  mcc: text.partMcc,
  cc: text.partCc,
  exclusions: text.partExclusions,
  operations: text.partOperations,
};

export function Packs({ data: { packs, years } }: { data: PaymentJson }) {
  const t = useTexts();
  const [params, change] = useParams();
  const [a, b] = [one(params.a) as string | undefined, one(params.b) as string | undefined];
  const year = Number(one(params.year) ?? years[0]);
  const choose = (name: 'a' | 'b', label: Text) => (
    <Select
      aria-label={t(label)}
      allowClear
      placeholder={t(label)}
      style={{ minWidth: 220 }}
      value={(name === 'a' ? a : b) ?? null}
      onChange={(value) => change({ [name]: value ?? undefined })}
      options={packs.map(({ packId, title }) => ({ value: packId, label: t(texts.common.aside, { what: title, aside: packId }) }))}
    />
  );
  return (
    <Panel flush title={t(text.packs)} extra={<PackImport />}>
      <div className="scroll-x">
        <table className="plain">
          <thead>
            <tr>
              <th>{t(text.packId)}</th>
              <th>{t(text.packTitle)}</th>
              <th>{t(text.source)}</th>
            </tr>
          </thead>
          <tbody>
            {packs.map((pack) => (
              <tr key={pack.packId}>
                <td className="code">{pack.packId}</td>
                <td>{pack.title}</td>
                <td>{pack.source || DASH}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {packs.length > 1 ? (
        <div className="filters in-panel">
          {choose('a', text.packBefore)} {choose('b', text.packAfter)}
          <Select
            aria-label={t(text.year)}
            value={year}
            onChange={(value) => change({ year: String(value) })}
            options={years.map((value) => ({ value, label: value }))}
          />
          {a && b && a !== b ? null : <span className="soft">{t(text.choosePacks)}</span>}
        </div>
      ) : null}
      {a && b && a !== b ? <Compared a={a} b={b} year={year} /> : null}
    </Panel>
  );
}

function Compared(query: { a: string; b: string; year: number }) {
  const t = useTexts();
  const found = useGet<PacksComparedJson>('/api/payment/packs/compared', query, { keep: true });
  const group = (code: string | null, name: string | null) => (code === null ? t(text.notGrouped) : `${code} ${name ?? ''}`);
  return (
    <Loaded of={found}>
      {(data) => (
        <>
          <div className="tiles wide in-panel">
            <Tile
              name={t(text.movedCases)}
              value={count(data.moved)}
              sub={t(text.movedSub, { n: count(data.cases), share: share(data.cases > 0 ? data.moved / data.cases : null) })}
            />
            <Tile
              name={t(text.grouped)}
              value={share(data.cases > 0 ? data.groupedAfter / data.cases : null)}
              sub={t(text.groupedWas, { was: share(data.cases > 0 ? data.groupedBefore / data.cases : null) })}
            />
            <Tile
              name={t(text.groupsChanged)}
              value={`+${count(data.added.length)} −${count(data.removed.length)}`}
              sub={t(text.groupsRenamed, { n: count(data.renamed.length) })}
            />
          </div>
          <Table
            title={text.tablesOf}
            heads={[text.partName, data.a.title, data.b.title, text.addedRows, text.removedRows]}
            rows={data.counts.map((row) => [t(parts[row.table]), count(row.a), count(row.b), count(row.added), count(row.removed)])}
          />
          <Table
            title={text.shifts}
            heads={[data.a.title, data.b.title, text.cases, text.costWan]}
            texts={2}
            rows={data.shifts.map((row) => [group(row.from, row.fromName), group(row.to, row.toName), count(row.cases), wan(row.costFen)])}
          />
          <Table
            title={text.shiftsByInstitution}
            heads={[text.institution, text.cases, text.movedCases, text.movedShare]}
            rows={data.byInstitution.map((row) => [
              row.name ?? row.providerNo,
              count(row.cases),
              count(row.moved),
              share(row.moved / row.cases),
            ])}
          />
          <Table
            title={text.groupsChanged}
            heads={[text.change, text.group]}
            texts={2}
            rows={[
              ...data.added.map((row) => [t(text.addedRows), group(row.code, row.name)]),
              ...data.removed.map((row) => [t(text.removedRows), group(row.code, row.name)]),
              ...data.renamed.map((row) => [t(text.renamed), `${row.code} ${row.before} → ${row.after}`]),
            ]}
          />
        </>
      )}
    </Loaded>
  );
}

const Tile = ({ name, value, sub }: { name: string; value: string; sub: string }) => (
  <div className="tile">
    <div className="name">{name}</div>
    <div className="value">{value}</div>
    <div className="sub">{sub}</div>
  </div>
);

/** `texts`: so many columns are words, the others numbers. */
function Table({ title, heads, rows, texts: words = 1 }: { title: Text; heads: (Text | string)[]; rows: string[][]; texts?: number }) {
  const t = useTexts();
  if (rows.length === 0) return null;
  return (
    <>
      <h3 className="in-panel">{t(title)}</h3>
      <div className="scroll-x tall">
        <table className="plain">
          <thead>
            <tr>
              {heads.map((head, i) => (
                <th key={typeof head === 'string' ? head : head[0]} className={i < words ? '' : 'num'}>
                  {typeof head === 'string' ? head : t(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells) => (
              <tr key={cells.join('|')}>
                {cells.map((cell, i) => (
                  <td key={i} className={i < words ? '' : 'num'}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
