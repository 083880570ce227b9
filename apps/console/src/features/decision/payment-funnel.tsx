// Institutions of a class beside each other where stays are paid by group.
import { type PaymentIndicator, type PaymentIndicatorName, paymentIndicators } from '@hengjian/domain';
import type { PaymentBenchmarksJson, PaymentTrialJson } from '@hengjian/server/schemas/payment.ts';
import { Segmented, Select } from 'antd';
import { useGet } from '../../api.ts';
import { count, DASH, number } from '../../format.ts';
import { texts, useSpeech } from '../../texts/index.ts';
import { one, useParams } from '../../ui/address.ts';
import { FunnelPlot, FunnelTag, funnelValue } from '../../ui/funnel-plot.tsx';
import { Loaded, Panel } from '../../ui/page.tsx';
import { valueWord } from './value-words.tsx';

const text = texts.payment;
const words = texts.benchmarks;

export function PaymentFunnel({ trial }: { trial: PaymentTrialJson }) {
  const { t, language } = useSpeech();
  const [params, change] = useParams();
  const asked = useGet<PaymentBenchmarksJson>(
    `/api/payment/trials/${encodeURIComponent(trial.trialId)}/benchmarks`,
    { indicator: one(params.indicator), level: one(params.level), side: trial.levers.length > 0 ? 'after' : 'before' },
    { keep: true },
  );
  return (
    <Loaded of={asked}>
      {(data) => {
        const indicator: PaymentIndicator = paymentIndicators[data.indicator];
        const rows = [...data.rows].filter(({ mark }) => mark !== 'small').sort((a, b) => Math.abs(b.score ?? 0) - Math.abs(a.score ?? 0));
        return (
          <Panel
            title={t(text.compare, { indicator: indicator[language] })}
            extra={
              <div className="filters no-print">
                <Select
                  aria-label={t(text.indicators)}
                  value={data.indicator}
                  style={{ width: 240 }}
                  onChange={(value) => change({ indicator: value })}
                  options={(Object.keys(paymentIndicators) as PaymentIndicatorName[]).map((value) => ({
                    value,
                    label: paymentIndicators[value][language],
                  }))}
                />
                <Segmented
                  size="small"
                  value={String(data.level)}
                  onChange={(level) => change({ level })}
                  options={data.levels.map(({ level, providers }) => ({
                    value: String(level),
                    label: `${valueWord(t, 'level', String(level))} ${providers}`,
                  }))}
                />
              </div>
            }
          >
            <FunnelPlot
              {...data}
              points={data.rows.map((row) => ({ ...row, name: row.name ?? row.providerNo }))}
              unit={indicator.unit}
              label={indicator[language]}
              counted={t(text.cases)}
              member={t(text.institution)}
              height={260}
            />
            <p className="hint">{t(text.funnelMethod, { phi: number(data.overdispersion, 2), least: data.least })}</p>
            {rows.length > 0 ? (
              <div className="scroll-x">
                <table className="plain">
                  <thead>
                    <tr>
                      <th>{t(text.institution)}</th>
                      <th className="num">{t(text.cases)}</th>
                      <th className="num">{t(words.value)}</th>
                      <th className="num">{t(words.peers)}</th>
                      <th className="num">{t(words.score)}</th>
                      <th>{t(words.mark)}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {rows.slice(0, 12).map((row) => (
                      <tr key={row.providerNo}>
                        <td>{row.name ?? row.providerNo}</td>
                        <td className="num">{count(row.n)}</td>
                        <td className="num">{funnelValue(indicator.unit, row.value)}</td>
                        <td className="num">{funnelValue(indicator.unit, data.centre)}</td>
                        <td className="num">{row.score === null ? DASH : number(row.score, 1)}</td>
                        <td>
                          <FunnelTag of={row.mark} />
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            ) : null}
          </Panel>
        );
      }}
    </Loaded>
  );
}
