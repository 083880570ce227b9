// 收支预测: the years to come with their intervals, and the back-test beside them.
import type { ForecastJson } from '@hengjian/server/schemas/forecast.ts';
import { Button, Input, InputNumber, Segmented, Tag } from 'antd';
import { useState } from 'react';
import { useGet } from '../../api.ts';
import { number, share, wan } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { many, one, useParams } from '../../ui/address.ts';
import { Chart } from '../../ui/chart.tsx';
import { Loaded, Nothing, Page, Panel } from '../../ui/page.tsx';
import './decision.css';
import { valueWord } from './value-words.tsx';

const text = texts.forecast;
const inWan = (fen: number) => Number((fen / 1_000_000).toFixed(2));
type Side = ForecastJson['expenditure'];

export function ForecastPage() {
  const t = useTexts();
  const [params] = useParams();
  const query = { insurance: one(params.insurance), years: one(params.years) ?? '1', step: many(params.step) };
  const forecast = useGet<ForecastJson>('/api/forecast', query, { keep: true });
  return (
    <Page title={t(text.title)} about={t(text.about)} extra={<Button onClick={() => window.print()}>{t(texts.common.print)}</Button>}>
      <Loaded of={forecast}>{(data) => <Body data={data} />}</Loaded>
    </Page>
  );
}

function Body({ data }: { data: ForecastJson }) {
  const t = useTexts();
  const [params, change] = useParams();
  return (
    <>
      <div className="filters no-print">
        <Segmented
          value={data.insurance ?? ''}
          onChange={(insurance) => change({ insurance: insurance || undefined })}
          options={[
            { value: '', label: t(text.all) },
            ...data.insurances.map((value) => ({ value, label: valueWord(t, 'insurance', value) })),
          ]}
        />
        <Segmented
          value={one(params.years) ?? '1'}
          onChange={(years) => change({ years })}
          options={['1', '2', '3'].map((n) => ({ value: n, label: t(text.years, { n }) }))}
        />
        <Steps />
      </div>
      {data.missing.length > 0 ? (
        <p className="hint">{t(text.missing, { months: data.missing.slice(-6).join(t(texts.common.comma)) })}</p>
      ) : null}
      {data.expenditure.months === null ? (
        <Panel>
          <Nothing title={t(text.none)} help={t(text.noneHelp)} />
        </Panel>
      ) : (
        <>
          <div className="grid" style={{ gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 460px), 1fr))' }}>
            {(['expenditure', 'income'] as const).map((key) => (
              <Panel key={key} title={t(text[key])}>
                <Course side={data[key]} label={t(text[key])} />
              </Panel>
            ))}
          </div>
          <Sums data={data} />
          <BackTest side={data.expenditure} />
          <Method data={data} />
        </>
      )}
    </>
  );
}

function Steps() {
  const t = useTexts();
  const [params, change] = useParams();
  const steps = many(params.step);
  const [month, setMonth] = useState('');
  const [percent, setPercent] = useState<number | null>(3);
  const valid = /^\d{4}-(0[1-9]|1[0-2])$/.test(month) && percent !== null;
  return (
    <>
      <span className="soft" title={t(text.stepHelp)}>
        {t(text.steps)}
      </span>
      {steps.map((step) => (
        <Tag key={step} closable onClose={() => change({ step: steps.filter((each) => each !== step) })}>
          {step.replace(':', ' ')}%
        </Tag>
      ))}
      <Input
        aria-label={t(text.stepMonth)}
        placeholder="2026-03"
        value={month}
        style={{ width: 90 }}
        onChange={(event) => setMonth(event.target.value)}
      />
      <InputNumber
        aria-label={t(text.stepPercent)}
        value={percent}
        min={-90}
        max={90}
        suffix="%"
        style={{ width: 90 }}
        onChange={setPercent}
      />
      <Button disabled={!valid} onClick={() => change({ step: [...steps, `${month}:${percent}`] })}>
        {t(text.addStep)}
      </Button>
    </>
  );
}

/** Past and future on one line of months; the interval as two thin lines. */
function Course({ side, label }: { side: Side; label: string }) {
  const t = useTexts();
  const past = side.history.slice(-36);
  const ahead = side.months ?? [];
  const months = [...past.map(({ month }) => month), ...ahead.map(({ month }) => month)];
  const later = (values: number[]) => [...past.map(() => null), ...values.map(inWan)];
  const thin = (name: string, values: number[]) => ({
    type: 'line' as const,
    name,
    showSymbol: false,
    lineStyle: { width: 1, type: 'dashed' as const },
    itemStyle: { color: '#c99a6b' },
    data: later(values),
  });
  return (
    <Chart
      height={250}
      label={label}
      option={{
        legend: {},
        tooltip: { trigger: 'axis' },
        xAxis: { type: 'category', name: t(texts.axes.month), data: months },
        yAxis: { type: 'value', name: t(texts.axes.wan) },
        series: [
          {
            type: 'line',
            name: t(text.actual),
            showSymbol: false,
            itemStyle: { color: '#1f5f9e' },
            lineStyle: { width: 2 },
            data: past.map(({ value }) => inWan(value)),
          },
          {
            type: 'line',
            name: t(text.forecast),
            showSymbol: false,
            itemStyle: { color: '#c0392b' },
            lineStyle: { width: 2 },
            data: later(ahead.map(({ value }) => value)),
          },
          thin(
            t(text.low),
            ahead.map(({ low80 }) => low80),
          ),
          thin(
            t(text.high),
            ahead.map(({ high80 }) => high80),
          ),
        ],
      }}
    />
  );
}

function Sums({ data }: { data: ForecastJson }) {
  const t = useTexts();
  return (
    <Panel flush title={t(texts.common.aside, { what: t(text.sums), aside: t(texts.common.wan) })}>
      <div className="scroll-x">
        <table className="plain">
          <thead>
            <tr>
              <th>{t(text.until)}</th>
              <th className="num">{t(text.expenditure)}</th>
              <th className="num">{t(text.interval80)}</th>
              <th className="num">{t(text.interval95)}</th>
              <th className="num">{t(text.income)}</th>
              <th className="num">{t(text.interval80)}</th>
              <th className="num">{t(text.balance)}</th>
              <th className="num">{t(text.monthsPayable)}</th>
            </tr>
          </thead>
          <tbody>
            {data.expenditure.years.map((out, i) => {
              const into = data.income.years[i];
              const balance = data.balances[i];
              return (
                <tr key={out.month}>
                  <td>{out.month}</td>
                  <td className="num strong">{wan(out.value)}</td>
                  <td className="num">
                    {wan(out.low80)} ~ {wan(out.high80)}
                  </td>
                  <td className="num">
                    {wan(out.low95)} ~ {wan(out.high95)}
                  </td>
                  <td className="num strong">{wan(into?.value)}</td>
                  <td className="num">{into ? `${wan(into.low80)} ~ ${wan(into.high80)}` : wan(null)}</td>
                  <td className="num">{wan(balance?.balanceFen)}</td>
                  <td className="num">{number(balance?.monthsPayable, 1)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function BackTest({ side }: { side: Side }) {
  const t = useTexts();
  const test = side.backTest;
  if (!test)
    return (
      <Panel title={t(text.backTest)}>
        <Nothing title={t(text.noBackTest)} />
      </Panel>
    );
  const line = (name: string, colour: string, values: number[], dashed = false) => ({
    type: 'line' as const,
    name,
    showSymbol: false,
    itemStyle: { color: colour },
    lineStyle: { width: dashed ? 1 : 2, ...(dashed ? { type: 'dashed' as const } : {}) },
    data: values.map(inWan),
  });
  return (
    <Panel title={`${t(text.backTest)} · ${t(text.expenditure)}`}>
      <p className="soft">
        {t(text.backTestSub, {
          month: share(test.monthError),
          sum: share(test.sumError),
          naiveMonth: share(test.naiveMonthError),
          naiveSum: share(test.naiveSumError),
          inside80: test.inside80,
          inside95: test.inside95,
        })}
      </p>
      <Chart
        height={230}
        label={t(text.backTest)}
        option={{
          legend: {},
          tooltip: { trigger: 'axis' },
          xAxis: { type: 'category', name: t(texts.axes.month), data: test.months.map(({ month }) => month) },
          yAxis: { type: 'value', name: t(texts.axes.wan) },
          series: [
            line(
              t(text.actual),
              '#1f5f9e',
              test.months.map(({ actual }) => actual),
            ),
            line(
              t(text.forecast),
              '#c0392b',
              test.months.map(({ value }) => value),
            ),
            line(
              t(text.low),
              '#c99a6b',
              test.months.map(({ low80 }) => low80),
              true,
            ),
            line(
              t(text.high),
              '#c99a6b',
              test.months.map(({ high80 }) => high80),
              true,
            ),
            line(
              t(text.lastYear),
              '#8a96a3',
              test.months.map(({ lastYear }) => lastYear),
              true,
            ),
          ],
        }}
      />
    </Panel>
  );
}

function Method({ data: { expenditure, daysKnown } }: { data: ForecastJson }) {
  const t = useTexts();
  const { parameters, sigma } = expenditure;
  if (!parameters) return null;
  return (
    <p className="hint">
      {t(text.method, {
        alpha: number(parameters.alpha, 2),
        beta: number(parameters.beta, 3),
        gamma: number(parameters.gamma, 2),
        sigma: share(sigma),
        days: daysKnown ? '' : t(text.daysUnknown),
      })}
    </p>
  );
}
