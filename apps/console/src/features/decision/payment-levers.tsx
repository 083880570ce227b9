// One row a change of a payment scheme: what, for whom, by how much.
import type { PaymentLeverJson } from '@hengjian/server/schemas/payment.ts';
import { Button, Input, InputNumber, Select, Slider } from 'antd';
import { type Say, type Text, texts, useTexts } from '../../texts/index.ts';
import { valueWord } from './value-words.tsx';

const text = texts.payment;
type Kind = PaymentLeverJson['kind'];

/** What a lever's number means: `unit` of its own steps make one of the number shown. */
const scales: Readonly<Record<Kind, { unit: number; min: number; max: number; step: number; first: number; name: Text }>> = {
  rate: { unit: 100, min: -30, max: 30, step: 1, first: -500, name: text.unitPercent },
  budget: { unit: 100, min: -30, max: 30, step: 1, first: -300, name: text.unitPercent },
  weight: { unit: 100, min: -50, max: 50, step: 1, first: 1000, name: text.unitPercent },
  high: { unit: 10_000, min: 0, max: 6, step: 0.5, first: 30_000, name: text.unitTimes },
  low: { unit: 10_000, min: 0, max: 1, step: 0.05, first: 4000, name: text.unitTimes },
  coefficient: { unit: 10_000, min: -0.3, max: 0.3, step: 0.01, first: -500, name: text.unitCoefficient },
  assessment: { unit: 10_000, min: -0.1, max: 0.1, step: 0.005, first: -100, name: text.unitCoefficient },
  ungrouped: { unit: 100, min: 0, max: 100, step: 5, first: 5000, name: text.unitPart },
  trust: { unit: 1, min: 0, max: 1, step: 1, first: 1, name: text.trust },
};
const kinds = Object.keys(scales) as Kind[];
const absolute: readonly Kind[] = ['high', 'low', 'ungrouped'];
const byInsurance: readonly Kind[] = ['rate', 'budget'];
const byInstitution: readonly Kind[] = ['coefficient', 'assessment'];
const insurances = ['employee', 'resident', 'maternity', 'injury', 'other'] as const;

export const newPaymentLever = (kind: Kind = 'coefficient'): PaymentLeverJson => ({
  kind,
  insurance: null,
  level: null,
  providerNo: null,
  groups: [],
  by: scales[kind].first,
});

/** The lever in words, for lists and print. */
export function paymentLeverWords(t: Say, lever: PaymentLeverJson): string {
  const { kind, by, insurance, level, providerNo, groups } = lever;
  if (kind === 'trust') return `${t(text.trust)} ${t(by === 1 ? text.trustGrouper : text.trustSent)}`;
  const { unit, name } = scales[kind];
  const value = by / unit;
  const whom = [
    insurance === null ? null : valueWord(t, 'insurance', insurance),
    level === null ? null : valueWord(t, 'level', String(level)),
    providerNo,
    ...groups,
  ].filter((word) => word !== null);
  const shown = absolute.includes(kind) || value <= 0 ? String(value) : `+${value}`;
  const unitWord = byInstitution.includes(kind) ? '' : ` ${t(kind === 'high' || kind === 'low' ? text.times : name)}`;
  return `${t(text[kind])}${whom.length > 0 ? ` · ${whom.join(' ')}` : ''} ${shown}${unitWord}`;
}

export function PaymentLeverRow({
  lever,
  change,
  remove,
}: {
  lever: PaymentLeverJson;
  change: (to: PaymentLeverJson) => void;
  remove: () => void;
}) {
  const t = useTexts();
  const { kind } = lever;
  const { unit, min, max, step, name } = scales[kind];
  const set = (part: Partial<PaymentLeverJson>) => change({ ...lever, ...part });
  return (
    <div className="lever">
      <Select
        aria-label={t(text.levers)}
        value={kind}
        style={{ width: 140 }}
        onChange={(value) => change(newPaymentLever(value))}
        options={kinds.map((value) => ({ value, label: t(text[value]) }))}
      />
      {byInsurance.includes(kind) ? (
        <Select
          aria-label={t(text.insurance)}
          allowClear
          placeholder={t(text.allInsurance)}
          value={lever.insurance}
          style={{ minWidth: 130 }}
          onChange={(insurance) => set({ insurance: insurance ?? null })}
          options={insurances.map((value) => ({ value, label: valueWord(t, 'insurance', value) }))}
        />
      ) : null}
      {byInstitution.includes(kind) ? (
        <>
          <Select
            aria-label={t(text.level)}
            allowClear
            placeholder={t(text.allLevels)}
            value={lever.level}
            style={{ minWidth: 120 }}
            onChange={(level) => set({ level: level ?? null, providerNo: null })}
            options={[3, 2, 1, 0].map((value) => ({ value, label: valueWord(t, 'level', String(value)) }))}
          />
          <Input
            aria-label={t(text.providerNo)}
            placeholder={t(text.providerNo)}
            style={{ width: 200 }}
            value={lever.providerNo ?? ''}
            onChange={(event) => set({ providerNo: event.target.value.trim() || null, level: null })}
          />
        </>
      ) : null}
      {kind === 'weight' ? (
        <Input
          aria-label={t(text.allGroups)}
          placeholder={t(text.allGroups)}
          style={{ width: 320 }}
          defaultValue={lever.groups.join(', ')}
          onBlur={(event) => set({ groups: event.target.value.split(/[,，\s]+/).filter((code) => code !== '') })}
        />
      ) : null}
      {kind === 'trust' ? (
        <Select
          aria-label={t(text.trust)}
          value={lever.by}
          onChange={(by) => set({ by })}
          options={[
            { value: 0, label: t(text.trustSent) },
            { value: 1, label: t(text.trustGrouper) },
          ]}
        />
      ) : (
        <div className="lever-value">
          <Slider
            min={min}
            max={max}
            step={step}
            value={lever.by / unit}
            onChange={(value) => set({ by: Math.round(value * unit) })}
            ariaLabelForHandle={t(text[kind])}
          />
          <InputNumber
            value={lever.by / unit}
            step={step}
            onChange={(value) => set({ by: Math.round((value ?? 0) * unit) })}
            aria-label={t(name)}
          />
          <span className="soft">{t(name)}</span>
        </div>
      )}
      <Button type="link" size="small" onClick={remove}>
        {t(text.remove)}
      </Button>
    </div>
  );
}
