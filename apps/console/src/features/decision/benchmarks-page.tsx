// 机构对标与医疗质量: a funnel instead of a league table.
import { type StayIndicator, type StayIndicatorName, stayIndicators } from '@hengjian/domain';
import type { BenchmarksJson } from '@hengjian/server/schemas/benchmarks.ts';
import { Link } from '@tanstack/react-router';
import { Button, Segmented, Select } from 'antd';
import { useGet } from '../../api.ts';
import { number } from '../../format.ts';
import { texts, useSpeech, useTexts } from '../../texts/index.ts';
import { one, useParams } from '../../ui/address.ts';
import { FunnelPlot } from '../../ui/funnel-plot.tsx';
import { FunnelTable } from '../../ui/funnel-table.tsx';
import { Loaded, Nothing, Page, Panel } from '../../ui/page.tsx';
import './decision.css';
import { valueWord } from './value-words.tsx';

const text = texts.benchmarks;
type Found = NonNullable<BenchmarksJson>;
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
        <FunnelPlot
          {...data}
          points={data.rows.map((row) => ({ ...row, name: row.name ?? row.providerNo }))}
          unit={indicator.unit}
          label={indicator[language]}
          counted={t(text.stays)}
          member={t(text.provider)}
        />
        <p className="hint">{t(text.method, { phi: number(data.overdispersion, 2), least: data.least })}</p>
      </Panel>
      <Panel flush>
        <FunnelTable
          heads={[t(text.provider), t(text.stays), t(text.value), t(text.peers)]}
          rows={rows.map((row) => ({
            ...row,
            key: row.providerNo,
            what: (
              <Link to="/decision" search={{ provider: row.providerNo, setting: 'inpatient' }}>
                {row.name ?? row.providerNo}
              </Link>
            ),
            centre: data.centre,
            unit: indicator.unit,
          }))}
        />
      </Panel>
    </>
  );
}
