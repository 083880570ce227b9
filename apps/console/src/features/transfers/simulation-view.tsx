// Dividing by factors, with sliders: reckoned in the page by the same function that the server enters it with.
import {
  allocateByFactors,
  type FactorShare,
  type FactorWish,
  sayIssue,
  standardScoreSteps,
  transferMessages,
  usualFactors,
} from '@hengjian/domain';
import type { TransferFileJson } from '@hengjian/server/schemas/transfers.ts';
import { Alert, App, Button, Input, InputNumber, Segmented, Slider } from 'antd';
import { useMemo, useState } from 'react';
import { post } from '../../api.ts';
import { number, share, yuan } from '../../format.ts';
import { texts, useSpeech, useTexts } from '../../texts/index.ts';
import { Chart } from '../../ui/chart.tsx';
import { Nothing, Panel } from '../../ui/page.tsx';
import { refreshTransfers } from './allocation-view.tsx';
import { cellsOf } from './parts.tsx';

const text = texts.transfers;
const steps = [1, 10_000, 1_000_000] as const;

/** What the last allocation was reckoned from, else last year's regions with their results. */
function firstWish({ basis, leftFen, last }: TransferFileJson): FactorWish {
  if (basis) return { ...basis, totalFen: leftFen };
  return {
    totalFen: leftFen,
    stepFen: 1,
    factors: [...usualFactors],
    regions: last.map(({ receiver, score }) => ({ name: receiver, values: [null, null, null], score })),
    performancePart: 0.2,
    scoreSteps: [...standardScoreSteps],
  };
}

export function SimulationView({ file }: { file: TransferFileJson }) {
  const t = useTexts();
  const { language } = useSpeech();
  const { message, modal } = App.useApp();
  const [wish, setWish] = useState(() => firstWish(file));
  const divided = useMemo(() => allocateByFactors(wish), [wish]);
  if (file.leftFen <= 0)
    return (
      <Panel>
        <Nothing title={t(text.nothingToDivide)} />
      </Panel>
    );
  const enter = () =>
    modal.confirm({
      title: t(text.enterTitle),
      onOk: async () => {
        try {
          const { documentNo, issuedOn } = file.notice;
          await post(`/api/transfers/${file.transferId}/factor-shares`, { documentNo, issuedOn, wish });
          await refreshTransfers();
        } catch (error) {
          void message.error((error as Error).message);
        }
      },
    });
  return (
    <>
      <Weights wish={wish} onChange={setWish} />
      <Regions wish={wish} last={file.last} onChange={setWish} />
      {divided.ok ? (
        <Result shares={divided.value} wish={wish} onEnter={enter} />
      ) : (
        <Alert
          type="info"
          showIcon
          title={divided.issues
            .slice(0, 4)
            .map((issue) => (
              <div key={`${issue.code}${issue.row}${JSON.stringify(issue.facts)}`}>{sayIssue(issue, transferMessages, language)}</div>
            ))}
        />
      )}
    </>
  );
}

interface Editing {
  wish: FactorWish;
  onChange: (next: FactorWish) => void;
}

function Weights({ wish, onChange }: Editing) {
  const t = useTexts();
  const all = wish.factors.reduce((sum, { weight }) => sum + weight, 0);
  const set = (index: number, change: Partial<FactorWish['factors'][number]>) =>
    onChange({ ...wish, factors: wish.factors.map((factor, at) => (at === index ? { ...factor, ...change } : factor)) });
  const drop = (index: number) =>
    onChange({
      ...wish,
      factors: wish.factors.toSpliced(index, 1),
      regions: wish.regions.map((region) => ({ ...region, values: region.values.toSpliced(index, 1) })),
    });
  const add = () =>
    onChange({
      ...wish,
      factors: [...wish.factors, { name: t(text.factorName, { n: wish.factors.length + 1 }), unit: '', weight: 10 }],
      regions: wish.regions.map((region) => ({ ...region, values: [...region.values, null] })),
    });
  return (
    <Panel title={t(text.factors)}>
      {wish.factors.map((factor, index) => (
        <div key={index} className="row" style={{ marginBottom: 6 }}>
          <Input
            aria-label={t(text.factorName, { n: index + 1 })}
            style={{ width: 190 }}
            value={factor.name}
            maxLength={60}
            onChange={(event) => set(index, { name: event.target.value })}
          />
          <Input
            aria-label={`${factor.name} ${t(text.factorUnit)}`}
            style={{ width: 70 }}
            value={factor.unit}
            maxLength={20}
            placeholder={t(text.factorUnit)}
            onChange={(event) => set(index, { unit: event.target.value })}
          />
          <Slider
            ariaLabelForHandle={`${factor.name} ${t(text.weight)}`}
            style={{ width: 280 }}
            min={0}
            max={100}
            value={factor.weight}
            onChange={(weight) => set(index, { weight })}
          />
          <span style={{ width: 60 }}>{all > 0 ? share(factor.weight / all) : '—'}</span>
          <Button type="text" size="small" disabled={wish.factors.length === 1} onClick={() => drop(index)}>
            ×
          </Button>
        </div>
      ))}
      <div className="row" style={{ marginBottom: 10 }}>
        <Button size="small" type="dashed" onClick={add}>
          {t(text.addFactor)}
        </Button>
      </div>
      <div className="row" style={{ flexWrap: 'wrap' }}>
        <strong>{t(text.performance)}</strong>
        <Slider
          ariaLabelForHandle={t(text.performance)}
          style={{ width: 220 }}
          min={0}
          max={100}
          value={Math.round(wish.performancePart * 100)}
          onChange={(part) => onChange({ ...wish, performancePart: part / 100 })}
        />
        <span style={{ width: 60 }}>{share(wish.performancePart, 0)}</span>
        <span className="soft">{t(text.coefficients)}</span>
        {wish.scoreSteps.map((step, index) => (
          <span key={step.from} className="row">
            <span className="soft">{t(text.coefficientOf, { n: step.from })}</span>
            <InputNumber
              size="small"
              aria-label={`${t(text.coefficients)} ${step.from}`}
              min={0}
              max={5}
              step={0.05}
              style={{ width: 70 }}
              value={step.coefficient}
              onChange={(coefficient) =>
                coefficient !== null &&
                onChange({ ...wish, scoreSteps: wish.scoreSteps.map((one, at) => (at === index ? { ...one, coefficient } : one)) })
              }
            />
          </span>
        ))}
      </div>
      <p className="hint">{t(text.performanceHelp)}</p>
    </Panel>
  );
}

function Regions({ wish, last, onChange }: Editing & { last: TransferFileJson['last'] }) {
  const t = useTexts();
  const set = (index: number, change: Partial<FactorWish['regions'][number]>) =>
    onChange({ ...wish, regions: wish.regions.map((region, at) => (at === index ? { ...region, ...change } : region)) });
  const paste = (index: number, pasted: string) => {
    const cells = cellsOf(pasted);
    if ((cells[0]?.length ?? 0) < 2) return false;
    const numberOf = (cell: string | undefined) =>
      cell && Number.isFinite(Number(cell.replaceAll(',', ''))) ? Number(cell.replaceAll(',', '')) : null;
    const made = cells.map(([name = '', ...rest]) => ({
      name,
      values: wish.factors.map((_, at) => numberOf(rest[at])),
      score: numberOf(rest[wish.factors.length]) ?? last.find(({ receiver }) => receiver === name)?.score ?? null,
    }));
    onChange({ ...wish, regions: [...wish.regions.slice(0, index), ...made, ...wish.regions.slice(index + 1)] });
    return true;
  };
  const value = (current: number | null, label: string, take: (next: number | null) => void, most?: number) => (
    <InputNumber
      controls={false}
      aria-label={label}
      style={{ width: '100%' }}
      min={0}
      {...(most ? { max: most } : {})}
      value={current}
      onChange={take}
    />
  );
  return (
    <Panel flush title={t(text.regions)} extra={<span className="soft">{t(text.pasteRegions)}</span>}>
      <table className="plain">
        <thead>
          <tr>
            <th>{t(text.region)}</th>
            {wish.factors.map((factor, at) => (
              <th key={at} style={{ width: 150 }}>
                {factor.name}
                {factor.unit ? `（${factor.unit}）` : ''}
              </th>
            ))}
            <th style={{ width: 130 }}>{t(text.score)}</th>
            <th style={{ width: 40 }} />
          </tr>
        </thead>
        <tbody>
          {wish.regions.map((region, index) => (
            <tr key={index}>
              <td>
                <Input
                  aria-label={`${t(text.region)} ${index + 1}`}
                  value={region.name}
                  maxLength={100}
                  onChange={(event) => set(index, { name: event.target.value })}
                  onPaste={(event) => {
                    if (paste(index, event.clipboardData.getData('text/plain'))) event.preventDefault();
                  }}
                />
              </td>
              {wish.factors.map((factor, at) => (
                <td key={at}>
                  {value(region.values[at] ?? null, `${region.name} ${factor.name}`, (next) =>
                    set(index, { values: wish.factors.map((_, one) => (one === at ? next : (region.values[one] ?? null))) }),
                  )}
                </td>
              ))}
              <td>{value(region.score, `${region.name} ${t(text.score)}`, (score) => set(index, { score }), 100)}</td>
              <td>
                <Button type="text" size="small" onClick={() => onChange({ ...wish, regions: wish.regions.toSpliced(index, 1) })}>
                  ×
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="row" style={{ padding: 10 }}>
        <Button
          onClick={() => onChange({ ...wish, regions: [...wish.regions, { name: '', values: wish.factors.map(() => null), score: null }] })}
        >
          {t(text.addRegion)}
        </Button>
        {t(text.total)}
        <InputNumber
          controls={false}
          aria-label={t(text.total)}
          style={{ width: 160 }}
          min={0}
          precision={2}
          value={wish.totalFen / 100}
          onChange={(total) => total !== null && onChange({ ...wish, totalFen: Math.round(total * 100) })}
        />
        {t(text.step)}
        <Segmented
          value={wish.stepFen}
          onChange={(stepFen) => onChange({ ...wish, stepFen: Number(stepFen) })}
          options={steps.map((step) => ({ value: step, label: t(text[`step.${step}`]) }))}
        />
      </div>
    </Panel>
  );
}

function Result({ shares, wish, onEnter }: { shares: FactorShare[]; wish: FactorWish; onEnter: () => void }) {
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
    ].join('；');
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
          grid: { left: 8, right: 8, top: 34, bottom: 4, containLabel: true },
          legend: { top: 4, left: 'center' },
          tooltip: { trigger: 'axis', valueFormatter: (value) => `${Number(value).toFixed(4)} ${t(texts.common.wan)}` },
          xAxis: { type: 'category', data: shares.map(({ name }) => name), axisLabel: { interval: 0, overflow: 'truncate', width: 90 } },
          yAxis: { type: 'value', name: t(texts.common.wan) },
          series: [
            { type: 'bar', name: t(text.withPerformance), data: shares.map(({ fen }) => inWan(fen)), barMaxWidth: 22 },
            { type: 'bar', name: t(text.withoutPerformance), data: shares.map(({ plainFen }) => inWan(plainFen)), barMaxWidth: 22 },
          ],
        }}
      />
    </Panel>
  );
}
