// Small inputs of the composer: a labelled field, a value in the unit of its column, a list of items found by name.
import { type CodedItem, unitOfField, valuesName } from '@hengjian/language';
import type { ItemJson } from '@hengjian/server/schemas/composer.ts';
import { Input, InputNumber, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useGet } from '../../api.ts';
import { day, dayFrom } from '../../format.ts';
import { texts, useSpeech } from '../../texts/index.ts';
import { DayField } from '../../ui/day-field.tsx';
import { words } from './model.ts';

const text = texts.composer;

export function Labelled({ name, help, wide, children }: { name: string; help?: string; wide?: boolean; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is handed in
    <label className={wide ? 'labelled wide' : 'labelled'}>
      <span>{name}</span>
      {children}
      {help ? <small>{help}</small> : null}
    </label>
  );
}

const scales: Readonly<Record<string, number>> = { fen: 100, quantity: 10_000, price: 1_000_000 };

type Plain = number | string | boolean;
interface ValueProps {
  table: string;
  field: string;
  values: readonly Plain[];
  many: boolean;
  onChange: (values: Plain[]) => void;
}
/** A value of a column, typed as people write it and kept as the records hold it. */
export function ValueInput({ table, field, values, many, onChange }: ValueProps) {
  const { t, language } = useSpeech();
  const label = t(text.value);
  const named = valuesName(words, table, field);
  const type = words.types[table]?.[field];
  if (type === 'bool')
    return (
      <Select
        aria-label={label}
        style={{ width: 90 }}
        value={values[0] === undefined ? undefined : String(values[0])}
        options={[
          { value: 'true', label: t(text.yes) },
          { value: 'false', label: t(text.no) },
        ]}
        onChange={(value) => onChange([value === 'true'])}
      />
    );
  if (named) {
    const number = words.intUnits[field] !== undefined;
    const options = Object.entries(words.values[named] ?? {}).map(([value, word]) => ({ value, label: word[language] }));
    return (
      <Select
        aria-label={label}
        style={{ minWidth: 130, flex: 1 }}
        {...(many && { mode: 'multiple' as const })}
        value={many ? values.map(String) : values[0] === undefined ? null : String(values[0])}
        options={options}
        onChange={(given: string | string[]) => onChange([given].flat().map((value) => (number ? Number(value) : value)))}
      />
    );
  }
  const unit = unitOfField(words, table, field);
  if (unit === 'day' || unit === 'instant')
    return (
      <DayField
        label={label}
        value={typeof values[0] === 'number' ? day(unit === 'day' ? values[0] : Math.floor(values[0] / 86_400)) : ''}
        onChange={(text) => {
          const given = dayFrom(text);
          if (given !== undefined) onChange([unit === 'day' ? given : given * 86_400]);
        }}
      />
    );
  if (type === 'text')
    return many ? (
      <Select
        aria-label={label}
        mode="tags"
        style={{ minWidth: 150, flex: 1 }}
        value={values.map(String)}
        onChange={(given: string[]) => onChange(given)}
        open={false}
      />
    ) : (
      <Input
        aria-label={label}
        style={{ width: 140 }}
        value={String(values[0] ?? '')}
        onChange={(event) => onChange([event.target.value])}
      />
    );
  const scale = scales[unit ?? ''] ?? 1;
  return (
    <InputNumber
      aria-label={label}
      style={{ width: 110 }}
      value={typeof values[0] === 'number' ? values[0] / scale : null}
      precision={scale === 1 ? 0 : scale === 100 ? 2 : 4}
      onChange={(given) => (given === null ? onChange([]) : onChange([Math.round(Number(given) * scale)]))}
    />
  );
}

/** Items found by name or code as she types; for diagnoses and operations beginnings of codes are typed. */
export function ItemPicker({
  label,
  items,
  prefixes,
  disabled,
  onChange,
}: {
  label: string;
  items: readonly CodedItem[];
  prefixes: boolean;
  disabled?: boolean;
  onChange: (items: CodedItem[]) => void;
}) {
  const { t } = useSpeech();
  const [wanted, setWanted] = useState('');
  const found = useGet<ItemJson[]>('/api/composer/items', { text: wanted }, { enabled: !prefixes, keep: true });
  const known = new Map([...(found.data ?? []), ...items].map((item) => [item.code, item.name]));
  const shown = prefixes ? [] : (found.data ?? []);
  return (
    <Select
      aria-label={label}
      mode={prefixes ? 'tags' : 'multiple'}
      disabled={disabled ?? false}
      style={{ width: '100%' }}
      placeholder={t(prefixes ? text.codePrefix : text.pickItem)}
      value={items.map(({ code }) => code)}
      showSearch={{ filterOption: false, onSearch: setWanted }}
      options={[...shown, ...items.filter(({ code }) => !shown.some((one) => one.code === code))].map(({ code, name }) => ({
        value: code,
        label: name === code ? code : `${name} ${code}`,
      }))}
      onChange={(codes: string[]) => onChange(codes.map((code) => ({ code, name: known.get(code) ?? code })))}
    />
  );
}
