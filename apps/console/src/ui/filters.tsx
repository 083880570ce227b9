// What a list is narrowed by: a text, one of several values, a mark; all of it stands in the address.
import { Checkbox, Input, Select } from 'antd';
import { texts, useTexts } from '../texts/index.ts';
import { one, type Params, useParams } from './address.ts';

interface Bound {
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

/** The page of a list that the address asks for. */
export const pageOf = (params: Params) => ({ page: one(params.page) ?? 1, size: one(params.size) ?? 20 });

/** Ties a filter to its name in the address; another value begins again at the first page. */
export function useFilters(): (name: string) => Bound {
  const [params, change] = useParams();
  return (name) => ({ value: one(params[name]), onChange: (value) => change({ [name]: value, page: undefined }) });
}

/** A text, searched for on Enter and given up when the box is emptied. */
export function SearchBox({ label, width, value = '', onChange }: Bound & { label?: string; width: number }) {
  const t = useTexts();
  const said = label ?? t(texts.common.search);
  return (
    <Input.Search
      // the way back changes the address, and the box with it
      key={value}
      allowClear
      style={{ width }}
      aria-label={said}
      placeholder={said}
      defaultValue={value}
      onSearch={(text) => onChange(text.trim() || undefined)}
    />
  );
}

interface ChoiceProps extends Bound {
  label: string;
  width: number;
  options: { value: string; label: string }[];
}

/** One of the values, or all when it is taken back. */
export const Choice = ({ label, width, value, onChange, options }: ChoiceProps) => (
  <Select
    allowClear
    aria-label={label}
    placeholder={label}
    style={{ width }}
    popupMatchSelectWidth={false}
    value={value ?? null}
    onChange={(next: string | null | undefined) => onChange(next ?? undefined)}
    options={options}
  />
);

export const Mark = ({ label, value, onChange }: Bound & { label: string }) => (
  <Checkbox checked={value === 'true'} onChange={(e) => onChange(e.target.checked ? 'true' : undefined)}>
    {label}
  </Checkbox>
);
