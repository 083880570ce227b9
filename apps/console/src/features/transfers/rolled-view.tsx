// The targets that went down with the money, region by region, and rolled up.
import type { TransferFileJson } from '@hengjian/server/schemas/transfers.ts';
import { Tag } from 'antd';
import { number } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { Nothing, Panel } from '../../ui/page.tsx';

const text = texts.transfers;
type Rolled = TransferFileJson['rolled'][number];

export function RolledView({ file }: { file: TransferFileJson }) {
  const t = useTexts();
  if (file.rolled.length === 0)
    return (
      <Panel>
        <Nothing title={t(text.targets)} help={t(text.noTargets)} />
      </Panel>
    );
  return (
    <Panel flush title={t(text.targets)}>
      <table className="plain">
        <thead>
          <tr>
            <th>{t(text.indicator)}</th>
            <th>{t(text.wholeTarget)}</th>
            <th>{t(text.regionTargets)}</th>
            <th>{t(text.regionActuals)}</th>
          </tr>
        </thead>
        <tbody>
          {file.rolled.map((row) => (
            <tr key={row.key}>
              <td>{row.name}</td>
              <td>
                {row.whole ? told(row.whole.indicator) : '—'}
                {row.short ? <Tag color="red">{t(text.short)}</Tag> : null}
              </td>
              <td>
                {row.by === 'sum' && row.target !== null ? (
                  <strong>
                    {t(text.sumOf, { n: number(row.target) })}
                    {row.unit}
                  </strong>
                ) : null}
                {row.regions.map((region) => (
                  <div key={`${region.receiver}${region.indicator.indicatorId}`} className="soft">
                    {region.receiver} {told(region.indicator)}
                  </div>
                ))}
              </td>
              <td>
                <Results row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

const told = ({ operator, target, unit }: Rolled['regions'][number]['indicator']) =>
  `${operator === 'qualitative' ? '' : operator}${typeof target === 'number' ? number(target) : (target ?? '—')}${unit ?? ''}`;

function Results({ row }: { row: Rolled }) {
  const t = useTexts();
  return (
    <>
      {row.by === 'sum' && row.actual !== null ? (
        <strong>
          {t(text.sumOf, { n: number(row.actual, 2) })}
          {row.unit}
        </strong>
      ) : null}
      {row.by === 'range' && row.low !== null && row.high !== null ? (
        <strong>
          {row.low === row.high ? number(row.low, 2) : t(text.rangeOf, { low: number(row.low, 2), high: number(row.high, 2) })}
          {row.unit}
        </strong>
      ) : null}
      {row.by !== 'words' && row.regions.length > 0 ? <div className="soft">{t(text.metOf, { n: row.met, all: row.known })}</div> : null}
    </>
  );
}
