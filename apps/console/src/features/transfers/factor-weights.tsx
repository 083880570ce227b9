// The factors with their weights, and how last year's result counts: sliders.
import type { FactorWish } from '@hengjian/domain';
import { Button, Input, InputNumber, Slider } from 'antd';
import { share } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { Panel } from '../../ui/page.tsx';

const text = texts.transfers;

export interface Editing {
  wish: FactorWish;
  onChange: (next: FactorWish) => void;
}

export function Weights({ wish, onChange }: Editing) {
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
