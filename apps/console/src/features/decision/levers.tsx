// One row a change: what, for whom, by how much, with a slider.
import type { LeverJson } from '@hengjian/server/schemas/policy.ts';
import { Button, Input, InputNumber, Select, Slider } from 'antd';
import { type Say, type Text, texts, useTexts } from '../../texts/index.ts';
import { valueWord } from './value-words.tsx';

const text = texts.policy;
export type LeverKind = LeverJson['kind'];
const kinds: readonly LeverKind[] = ['deductible', 'rate', 'cap', 'price', 'scope', 'enrolment'];
/** One step of the slider in the lever's own unit, its ends, and the unit's name. */
const scales: Readonly<Record<LeverKind, { unit: number; min: number; max: number; step: number; name: Text }>> = {
  deductible: { unit: 100, min: -2000, max: 2000, step: 50, name: text.unitDeductible },
  rate: { unit: 100, min: -30, max: 30, step: 1, name: text.unitRate },
  cap: { unit: 100, min: 0, max: 600_000, step: 10_000, name: text.unitCap },
  price: { unit: 100, min: -60, max: 60, step: 1, name: text.unitPrice },
  scope: { unit: 100, min: 0, max: 100, step: 5, name: text.unitScope },
  enrolment: { unit: 100, min: -30, max: 30, step: 1, name: text.unitEnrolment },
};
const firstValue: Readonly<Record<LeverKind, number>> = {
  deductible: 20_000,
  rate: -500,
  cap: 20_000_000,
  price: -1000,
  scope: 0,
  enrolment: 500,
};

export const newLever = (kind: LeverKind = 'deductible'): LeverJson => ({
  kind,
  insurance: [],
  setting: [],
  level: [],
  items: [],
  by: firstValue[kind],
});
const insurances = ['employee', 'resident', 'maternity'] as const;
const settings = ['inpatient', 'outpatient', 'emergency', 'chronic', 'pharmacy'] as const;

/** The lever in words, for lists and print. */
export function leverWords(t: Say, lever: LeverJson): string {
  const { unit, name } = scales[lever.kind];
  const value = lever.by / unit;
  const signed = lever.kind === 'cap' || lever.kind === 'scope' ? String(value) : `${value > 0 ? '+' : ''}${value}`;
  const whom = [
    ...lever.insurance.map((one) => valueWord(t, 'insurance', one)),
    ...lever.setting.map((one) => valueWord(t, 'setting', one)),
    ...lever.level.map((one) => valueWord(t, 'level', String(one))),
    ...lever.items,
  ];
  return `${t(text[lever.kind])}${whom.length > 0 ? ` · ${whom.join(' ')}` : ''} ${signed} ${t(name)}`;
}

export function LeverRow({ lever, change, remove }: { lever: LeverJson; change: (to: LeverJson) => void; remove: () => void }) {
  const t = useTexts();
  const { unit, min, max, step, name } = scales[lever.kind];
  const set = (part: Partial<LeverJson>) => change({ ...lever, ...part });
  const several = <K extends 'insurance' | 'setting' | 'level'>(key: K, values: readonly LeverJson[K][number][], all: Text) => (
    <Select<LeverJson[K]>
      mode="multiple"
      aria-label={t(text[key])}
      placeholder={t(all)}
      value={lever[key]}
      style={{ minWidth: 130 }}
      onChange={(chosen) => set({ [key]: chosen } as Partial<LeverJson>)}
      options={values.map((value) => ({ value, label: valueWord(t, key, String(value)) })) as never}
    />
  );
  const onItems = lever.kind === 'price' || lever.kind === 'scope';
  return (
    <div className="lever">
      <Select
        aria-label={t(text.levers)}
        value={lever.kind}
        style={{ width: 120 }}
        onChange={(kind) => change({ ...newLever(kind), insurance: lever.insurance })}
        options={kinds.map((value) => ({ value, label: t(text[value]) }))}
      />
      {several('insurance', insurances, text.allInsurance)}
      {lever.kind === 'enrolment' ? null : several('setting', settings, text.allSettings)}
      {lever.kind === 'enrolment' ? null : several('level', [3, 2, 1, 0], text.allLevels)}
      {onItems ? (
        <Input
          aria-label={t(text.items)}
          placeholder={t(text.items)}
          style={{ width: 240 }}
          defaultValue={lever.items.join(', ')}
          onBlur={(event) => set({ items: event.target.value.split(/[,，\s]+/).filter((code) => code !== '') })}
        />
      ) : null}
      <div className="lever-value">
        <Slider
          min={min}
          max={max}
          step={step}
          value={lever.by / unit}
          onChange={(value) => set({ by: Math.round(value * unit) })}
          ariaLabelForHandle={t(text[lever.kind])}
        />
        <InputNumber value={lever.by / unit} onChange={(value) => set({ by: Math.round((value ?? 0) * unit) })} aria-label={t(name)} />
        <span className="soft">{t(name)}</span>
      </div>
      <Button type="link" size="small" onClick={remove}>
        {t(text.remove)}
      </Button>
    </div>
  );
}
