// A table whose cells are typed into: rows are added, taken out and moved; what is no number stays in its box and is not taken.
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { texts, useTexts } from '../texts/index.ts';

export interface EditColumn<Row> {
  readonly key: keyof Row & string;
  readonly title: string;
  readonly kind: 'text' | 'number' | 'choice';
  readonly width: number;
  readonly options?: readonly { value: string; label: string }[];
}

export function EditTable<Row extends object>(props: {
  title: string;
  rows: readonly Row[];
  columns: readonly EditColumn<Row>[];
  blank: Row;
  /** Nothing can be changed where absent. */
  onChange?: ((rows: Row[]) => void) | undefined;
}) {
  const { title, rows, columns, blank, onChange } = props;
  const t = useTexts();
  const set = (at: number, change: Partial<Row>) => onChange?.(rows.map((row, i) => (i === at ? { ...row, ...change } : row)));
  return (
    <section>
      <div className="row">
        <h3>{title}</h3>
        {onChange ? (
          <Button size="small" onClick={() => onChange([...rows, blank])}>
            {t(texts.common.addRow)}
          </Button>
        ) : null}
      </div>
      <table className="plain">
        <thead>
          <tr>
            <th style={{ width: 36 }} />
            {columns.map((column) => (
              <th key={column.key} style={{ width: column.width }}>
                {column.title}
              </th>
            ))}
            {onChange ? <th style={{ width: 60 }} /> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // rows have no names of their own: their place is who they are
            <tr key={at}>
              <td className="faint">{at + 1}</td>
              {columns.map((column) => (
                <td key={column.key} className={column.kind === 'number' ? 'num' : ''}>
                  <Cell<Row>
                    column={column}
                    row={row}
                    label={`${title} ${column.title} ${at + 1}`}
                    onChange={onChange && ((change) => set(at, change))}
                  />
                </td>
              ))}
              {onChange ? (
                <td>
                  <Button size="small" type="link" onClick={() => onChange(rows.filter((_, i) => i !== at))}>
                    {t(texts.common.takeOut)}
                  </Button>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell<Row extends object>(props: {
  column: EditColumn<Row>;
  row: Row;
  label: string;
  onChange?: ((change: Partial<Row>) => void) | undefined;
}) {
  const { column, row, label, onChange } = props;
  const { key, kind, options } = column;
  const [typed, setTyped] = useState<string>();
  const value = row[key];
  if (!onChange) return kind === 'choice' ? (options?.find((one) => one.value === value)?.label ?? String(value)) : String(value);
  const give = (given: unknown) => onChange({ [key]: given } as Partial<Row>);
  if (kind === 'choice')
    return (
      <Select
        aria-label={label}
        style={{ width: '100%' }}
        value={String(value)}
        onChange={give}
        options={[...(options ?? [])]}
        showSearch={{ optionFilterProp: 'label' }}
      />
    );
  if (kind === 'text') return <Input aria-label={label} value={String(value)} onChange={(e) => give(e.target.value)} />;
  const number = (text: string) => (/^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : undefined);
  return (
    <Input
      aria-label={label}
      inputMode="decimal"
      style={{ textAlign: 'right' }}
      status={typed !== undefined && number(typed) === undefined ? 'error' : ''}
      value={typed ?? String(value)}
      onChange={(e) => {
        setTyped(e.target.value);
        const given = number(e.target.value);
        if (given !== undefined) give(given);
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}
