// 机构对标与医疗质量: a funnel instead of a league table.
import { FUNNEL_STRANGE, FUNNEL_WATCH, type StayIndicator, type StayIndicatorName, stayIndicators } from '@hengjian/domain';
import type { BenchmarksJson } from '@hengjian/server/schemas/benchmarks.ts';
import { Link } from '@tanstack/react-router';
import { Button, Segmented, Select, Tag } from 'antd';
import { useGet } from '../../api.ts';
import { count, DASH, number, share, yuan } from '../../format.ts';
import { texts, useSpeech, useTexts } from '../../texts/index.ts';
import { one, useParams } from '../../ui/address.ts';
import { Chart } from '../../ui/chart.tsx';
import { Loaded, Nothing, Page, Panel } from '../../ui/page.tsx';
import './decision.css';
import { valueWord } from './value-words.tsx';

const text = texts.benchmarks;
type Found = NonNullable<BenchmarksJson>;
type Row = Found['rows'][number];
const colours: Record<Row['mark'], string> = {
  high: 'red',
  low: 'purple',
  'watch-high': 'orange',
  'watch-low': 'geekblue',
  within: 'default',
  small: 'default',
};
const dots: Record<Row['mark'], string> = {
  high: '#c0392b',
  low: '#6b5b95',
  'watch-high': '#b7791f',
  'watch-low': '#4a76a8',
  within: '#1f5f9e',
  small: '#c3cbd4',
};

export function BenchmarksPage() {
  const t = useTexts();
  const [params] = useParams();
  const found = useGet<BenchmarksJson>(
    '/api/benchmarks',
    { indicator: one(params.indicator), level: one(params.level), from: one(params.from), to: one(params.to) },
    { keep: true },
  );
  return (
    <Page title={t(text.title)} about={t(text.about)} extra={<Button onClick={() => window.print()}>{t(texts.common.print)}</Button>}>
      <Loaded of={found}>
        {(data) =>
          data === null || data.levels.length === 0 ? (
            <Panel>
              <Nothing title={t(text.none)} />
            </Panel>
          ) : (
            <Body data={data} />
          )
        }
      </Loaded>
    </Page>
  );
}

const shown = (unit: StayIndicator['unit'], value: number | null): string =>
  value === null ? DASH : unit === 'fen' ? yuan(Math.round(value)) : unit === 'share' ? share(value, 2) : number(value, 2);
const plotted = (unit: StayIndicator['unit'], value: number): number =>
  Number((unit === 'fen' ? value / 100 : unit === 'share' ? value * 100 : value).toFixed(3));

function Body({ data }: { data: Found }) {
  const { t, language } = useSpeech();
  const [, change] = useParams();
  const indicator: StayIndicator = stayIndicators[data.indicator];
  const options = (['efficiency', 'quality'] as const).map((group) => ({
    label: t(text[group]),
    options: (Object.keys(stayIndicators) as StayIndicatorName[])
      .filter((name) => stayIndicators[name].group === group)
      .map((value) => ({ value, label: stayIndicators[value][language] })),
  }));
  const rows = [...data.rows].sort(
    (a, b) => Math.abs(b.mark === 'small' ? 0 : (b.score ?? 0)) - Math.abs(a.mark === 'small' ? 0 : (a.score ?? 0)),
  );
  return (
    <>
      <div className="filters no-print">
        <Select
          aria-label={t(text.indicator)}
          value={data.indicator}
          style={{ width: 320 }}
          onChange={(value) => change({ indicator: value })}
          options={options}
        />
        <Segmented
          value={String(data.level)}
          onChange={(level) => change({ level })}
          options={data.levels.map(({ level, providers }) => ({
            value: String(level),
            label: `${valueWord(t, 'level', String(level))} ${providers}`,
          }))}
        />
        <span className="soft">
          {data.period.from} ~ {data.period.to}
        </span>
      </div>
      <Panel title={indicator[language]}>
        <Funnel data={data} unit={indicator.unit} label={indicator[language]} />
        <p className="hint">{t(text.method, { phi: number(data.overdispersion, 2), least: data.least })}</p>
      </Panel>
      <Panel flush>
        <div className="scroll-x">
          <table className="plain">
            <thead>
              <tr>
                <th>{t(text.provider)}</th>
                <th className="num">{t(text.stays)}</th>
                <th className="num">{t(text.value)}</th>
                <th className="num">{t(text.peers)}</th>
                <th className="num">{t(text.score)}</th>
                <th>{t(text.mark)}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.providerNo}>
                  <td>
                    <Link to="/decision" search={{ provider: row.providerNo, setting: 'inpatient' }}>
                      {row.name ?? row.providerNo}
                    </Link>
                  </td>
                  <td className="num">{count(row.n)}</td>
                  <td className="num">{shown(indicator.unit, row.value)}</td>
                  <td className="num">{shown(indicator.unit, data.centre)}</td>
                  <td className="num">{row.mark === 'small' ? DASH : number(row.score, 1)}</td>
                  <td>
                    <Tag color={colours[row.mark]}>{t(text[row.mark])}</Tag>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Panel>
    </>
  );
}

const STEPS = 60;

function Funnel({ data, unit, label }: { data: Found; unit: StayIndicator['unit']; label: string }) {
  const t = useTexts();
  const { centre, spread } = data;
  const most = Math.max(10, ...data.rows.map((row) => row.n)) * 1.05;
  const at = (z: number) =>
    centre === null || spread === null
      ? []
      : Array.from({ length: STEPS }, (_, i) => {
          // dense where the funnel is narrow
          const n = Math.max(3, most * ((i + 1) / STEPS) ** 2);
          const value = centre + (z * spread) / Math.sqrt(n);
          return [Math.round(n), plotted(unit, unit === 'days' ? value : Math.max(0, value))];
        });
  const limit = (name: string, z: number, colour: string) => ({
    type: 'line' as const,
    name,
    data: at(z),
    showSymbol: false,
    silent: true,
    lineStyle: { width: 1, type: 'dashed' as const, color: colour },
    itemStyle: { color: colour },
  });
  return (
    <Chart
      height={320}
      label={label}
      option={{
        grid: { left: 8, right: 24, top: 40, bottom: 24, containLabel: true },
        legend: { top: 0, left: 'center' },
        tooltip: { trigger: 'item' },
        xAxis: { type: 'value', name: t(text.stays), nameLocation: 'middle', nameGap: 22, max: Math.ceil(most) },
        yAxis: {
          type: 'value',
          scale: true,
          name: unit === 'share' ? '%' : unit === 'fen' ? t(texts.common.yuan) : '',
          nameTextStyle: { align: 'left' },
        },
        series: [
          limit(t(text.watch), FUNNEL_WATCH, '#b7791f'),
          limit(t(text.watch), -FUNNEL_WATCH, '#b7791f'),
          limit(t(text.strange), FUNNEL_STRANGE, '#c0392b'),
          limit(t(text.strange), -FUNNEL_STRANGE, '#c0392b'),
          { ...limit(t(text.peers), 0, '#5b6875'), lineStyle: { width: 1, color: '#5b6875' } },
          {
            type: 'scatter',
            name: t(text.provider),
            symbolSize: 10,
            data: data.rows.flatMap((row) =>
              row.value === null
                ? []
                : [{ value: [row.n, plotted(unit, row.value)], name: row.name ?? row.providerNo, itemStyle: { color: dots[row.mark] } }],
            ),
            tooltip: { formatter: '{b}' },
          },
        ],
      }}
    />
  );
}
