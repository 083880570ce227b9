// What every region gets, why, and what last year's result changed.
import type { FactorShare, FactorWish } from '@hengjian/domain';
import { Button } from 'antd';
import { number, share, yuan } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { Chart } from '../../ui/chart.tsx';
import { Panel } from '../../ui/page.tsx';

const text = texts.transfers;

export function Result({ shares, wish, onEnter }: { shares: FactorShare[]; wish: FactorWish; onEnter: () => void }) {
  const t = useTexts();
  const sum = shares.reduce((total, { fen }) => total + fen, 0);
  const explain = (row: FactorShare) =>
    [
      ...row.factors.map(({ name, value, unit, part, weight }) =>
        t(text.explainFactor, { name, value: number(value), unit, part: share(part, 2), weight: share(weight) }),
      ),
      t(text.explainBase, { base: share(row.base, 2) }),
      row.unscored
        ? t(text.explainUnscored)
        : t(text.explainScore, { score: wish.regions.find(({ name }) => name === row.name)?.score ?? '', c: row.coefficient }),
    ].join(t(texts.common.semicolon));
  const inWan = (fen: number) => Number((fen / 1_000_000).toFixed(4));
  return (
    <Panel
      flush
      title={t(text.share)}
      extra={
        <span className="row">
          <span className="green">{t(text.sums, { n: yuan(sum) })}</span>
          <Button type="primary" onClick={onEnter}>
            {t(text.enter)}
          </Button>
        </span>
      }
    >
      <table className="plain">
        <thead>
          <tr>
            <th>{t(text.region)}</th>
            <th className="num">{t(text.share)}</th>
            <th className="num">{t(text.part)}</th>
            <th className="num">{t(text.effect)}</th>
            <th>{t(text.explanation)}</th>
          </tr>
        </thead>
        <tbody>
          {shares.map((row) => (
            <tr key={row.name}>
              <td className="nowrap">{row.name}</td>
              <td className="num">
                <strong>{yuan(row.fen)}</strong>
              </td>
              <td className="num">{share(row.part, 2)}</td>
              <td className={`num ${row.fen < row.plainFen ? 'red' : row.fen > row.plainFen ? 'green' : ''}`}>
                {row.fen > row.plainFen ? '+' : ''}
                {yuan(row.fen - row.plainFen)}
              </td>
              <td className="soft">{explain(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Chart
        height={260}
        label={t(text.plot)}
        option={{
          legend: {},
          tooltip: { trigger: 'axis', valueFormatter: (value) => `${Number(value).toFixed(4)} ${t(texts.common.wan)}` },
          xAxis: {
            type: 'category',
            name: t(texts.axes.place),
            data: shares.map(({ name }) => name),
            axisLabel: { interval: 0, overflow: 'truncate', width: 90 },
          },
          yAxis: { type: 'value', name: t(texts.axes.wan) },
          series: [
            { type: 'bar', name: t(text.withPerformance), data: shares.map(({ fen }) => inWan(fen)), barMaxWidth: 22 },
            { type: 'bar', name: t(text.withoutPerformance), data: shares.map(({ plainFen }) => inWan(plainFen)), barMaxWidth: 22 },
          ],
        }}
      />
    </Panel>
  );
}
