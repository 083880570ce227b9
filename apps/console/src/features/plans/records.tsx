// The records behind a measured number, page by page.
import type { IndicatorRow, RecordPageJson } from '@hengjian/server/schemas/plans.ts';
import { Link } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useGet } from '../../api.ts';
import { day, digits } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { Loaded, Nothing, Panel } from '../../ui/page.tsx';
import { MatterNumber } from '../matters/matter-number.tsx';

const text = texts.plans;
const SIZE = 10;

export function Records({ row, measured, runId }: { row: IndicatorRow; measured: NonNullable<IndicatorRow['measured']>; runId: string }) {
  const t = useTexts();
  const [side, turn] = useState<string>('numerator');
  const [page, go] = useState(1);
  const records = useGet<RecordPageJson>(`/api/indicators/${row.indicatorId}/records`, { side, page, size: SIZE, runId }, { keep: true });
  return (
    <Panel
      flush
      title={t(text.records)}
      extra={
        measured.denominator && measured.formula.includes('÷') ? (
          <Segmented
            size="small"
            value={side}
            onChange={(value) => {
              turn(value);
              go(1);
            }}
            options={[
              { value: 'numerator', label: t(text.numerator) },
              { value: 'denominator', label: t(text.denominator) },
            ]}
          />
        ) : null
      }
    >
      <Loaded of={records}>
        {(data) =>
          data.rows.length === 0 ? (
            <Nothing title={t(text.noRecords)} />
          ) : (
            <>
              <div style={{ overflow: 'auto' }}>
                <table className="plain">
                  <thead>
                    <tr>
                      <th>{t(texts.common.day)}</th>
                      {data.columns.map((column) => (
                        <th key={column.title} className={column.number ? 'num' : ''}>
                          {column.title}
                        </th>
                      ))}
                      <th>{t(text.record)}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {data.rows.map((record) => (
                      <tr key={record.record}>
                        <td className="nowrap">{day(record.day)}</td>
                        {record.cells.map((cell, index) => (
                          <td key={data.columns[index]?.title} className={data.columns[index]?.number ? 'num' : ''}>
                            {data.columns[index]?.number ? digits(cell) : <MatterNumber text={cell} />}
                          </td>
                        ))}
                        <td className="code">
                          <RecordLink page={data} record={record.record} />
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
              <div className="row" style={{ padding: '6px 14px', justifyContent: 'flex-end' }}>
                <Button size="small" disabled={page === 1} onClick={() => go(page - 1)}>
                  ‹
                </Button>
                <span className="soft">{page}</span>
                <Button size="small" disabled={!data.more} onClick={() => go(page + 1)}>
                  ›
                </Button>
              </div>
            </>
          )
        }
      </Loaded>
    </Panel>
  );
}

function RecordLink({ page, record }: { page: RecordPageJson; record: string }) {
  if (page.kind === 'finding')
    return (
      <Link to="/findings/$finding" params={{ finding: record }}>
        {record}
      </Link>
    );
  if (page.kind === 'register' && page.registerId)
    return (
      <Link to="/registers/$register" params={{ register: page.registerId }} search={{ text: record }}>
        {record}
      </Link>
    );
  return <>{record}</>;
}
