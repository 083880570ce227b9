// The numbers beside a funnel: what each is, how much is counted, and how far it lies from its like.
import type { FunnelMark } from '@hengjian/domain';
import type { ReactNode } from 'react';
import { count, DASH } from '../format.ts';
import { texts, useTexts } from '../texts/index.ts';
import { FunnelTag, type FunnelUnit, funnelUnit, funnelValue } from './funnel-plot.tsx';

export interface FunnelRow {
  readonly key: string;
  readonly what: ReactNode;
  readonly n: number;
  readonly value: number | null;
  readonly centre: number | null;
  /** Standard errors from the centre. */
  readonly score: number | null;
  readonly mark: FunnelMark;
  readonly unit: FunnelUnit;
  /** Its funnel is the one that is drawn. */
  readonly chosen?: boolean;
}

/** `heads`: what a row is, what is counted, whose value it is, whose the centre. */
export function FunnelTable({ heads, rows }: { heads: readonly [string, string, string, string]; rows: readonly FunnelRow[] }) {
  const t = useTexts();
  const [what, counted, value, centre] = heads;
  const printed = (unit: FunnelUnit, of: number | null) => {
    const name = of === null ? null : funnelUnit(unit);
    return (
      <>
        {funnelValue(unit, of)} {name ? <span className="faint">{t(name)}</span> : null}
      </>
    );
  };
  return (
    <div className="scroll-x">
      <table className="plain">
        <thead>
          <tr>
            <th>{what}</th>
            <th className="num">{counted}</th>
            <th className="num">{value}</th>
            <th className="num">{centre}</th>
            <th className="num">{t(texts.benchmarks.score)}</th>
            <th>{t(texts.benchmarks.mark)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className={row.chosen ? 'chosen' : ''}>
              <td>{row.what}</td>
              <td className="num">{count(row.n)}</td>
              <td className="num">{printed(row.unit, row.value)}</td>
              <td className="num">{printed(row.unit, row.centre)}</td>
              <td className="num">{row.mark === 'small' || row.score === null ? DASH : row.score.toFixed(1)}</td>
              <td>
                <FunnelTag of={row.mark} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
