// 大屏: the fund in ten seconds, for a visitor, at 1920×1080; sums only, nothing personal.
import type { FundJson } from '@hengjian/server/schemas/fund.ts';
import { useGet } from '../../api.ts';
import { count, DASH, number, share, wan } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { Chart } from '../../ui/chart.tsx';
import { Loaded, useTabName } from '../../ui/page.tsx';
import './decision.css';
import { valueWord } from './value-words.tsx';

const text = texts.monthReport;
const EVERY = 60_000;

export function WallPage() {
  const t = useTexts();
  const fund = useGet<FundJson>('/api/fund', undefined, { every: EVERY });
  useTabName(t(text.wallTitle));
  return (
    <main className="wall">
      <Loaded of={fund}>{(data) => (data.period ? <Wall data={data} /> : <h1>{t(text.none)}</h1>)}</Loaded>
    </main>
  );
}

function Wall({ data }: { data: FundJson }) {
  const t = useTexts();
  const settings = data.parts.find(({ dimension }) => dimension === 'setting')?.rows ?? [];
  const sum = (key: 'settlements' | 'totalFen' | 'fundFen') => settings.reduce((total, row) => total + row[key], 0);
  const [paid, cost] = [sum('fundFen'), sum('totalFen')];
  const light = { color: '#cfe0f2', fontSize: 18 };
  return (
    <>
      <header>
        <h1>{t(text.wallTitle)}</h1>
        <span>{t(text.wallNote, { to: data.period?.to ?? '' })}</span>
      </header>
      <div className="wall-figures">
        <div>
          <span>{t(text.wallPaid)}</span>
          <strong>{wan(paid)}</strong>
          <small>{t(texts.common.wan)}</small>
        </div>
        <div>
          <span>{t(text.wallTimes)}</span>
          <strong>{count(sum('settlements'))}</strong>
        </div>
        <div>
          <span>{t(text.wallShare)}</span>
          <strong>{cost ? share(paid / cost) : DASH}</strong>
        </div>
        {data.standings.map((one) => (
          <div key={one.insurance} className={`step-${one.step ?? 'none'}`}>
            <span>
              {valueWord(t, 'insurance', one.insurance)} · {t(text.wallMonths)}
            </span>
            <strong>{one.monthsPayable === null ? DASH : number(one.monthsPayable, 1)}</strong>
            <small>{one.step ? t(texts.decision[one.step]) : ''}</small>
          </div>
        ))}
      </div>
      <div className="wall-plots">
        <section>
          <h2>{t(text.wallTrend)}</h2>
          <Chart
            height={540}
            label={t(text.wallTrend)}
            option={{
              xAxis: {
                type: 'category',
                name: t(texts.axes.month),
                nameTextStyle: light,
                data: data.months.map(({ month }) => month),
                axisLabel: light,
              },
              yAxis: {
                type: 'value',
                name: t(texts.axes.wan),
                nameTextStyle: light,
                axisLabel: light,
                splitLine: { lineStyle: { color: '#24466b' } },
              },
              series: [
                {
                  type: 'bar',
                  data: data.months.map((month) => Number(((month.settledFundFen ?? 0) / 1_000_000).toFixed(2))),
                  itemStyle: { color: '#5aa9e6' },
                  barMaxWidth: 46,
                },
              ],
            }}
          />
        </section>
        <section>
          <h2>{t(text.wallSettings)}</h2>
          <ul>
            {settings.map((row) => (
              <li key={row.key ?? ''}>
                <span>{valueWord(t, 'setting', row.key)}</span>
                <b>{paid ? share(row.fundFen / paid) : DASH}</b>
                <i style={{ width: `${paid ? (Math.max(0, row.fundFen) / paid) * 100 : 0}%` }} />
              </li>
            ))}
          </ul>
        </section>
      </div>
    </>
  );
}
