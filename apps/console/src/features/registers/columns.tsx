// The columns of a register's entries, and what can be done with one.
import type { RegisterEntryJson, RegisterFieldJson, RegisterSummary } from '@hengjian/server/schemas/registers.ts';
import { Button, Tag, Tooltip } from 'antd';
import { count, DASH, day, instant, quantity, yuan } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import type { Columns } from '../../ui/query-table.tsx';
import { MatterNumber } from '../matters/matter-number.tsx';

const text = texts.registers;

export type Doing = { kind: 'add' | 'import' | 'declare' } | { kind: 'correct' | 'withdraw'; entry: RegisterEntryJson } | null;

/** A value of a register as people read it. */
function cellText(field: RegisterFieldJson, value: string | number | boolean | null | undefined, yes: string, no: string): string {
  if (value === null || value === undefined || value === '') return DASH;
  if (field.type === 'money') return yuan(value as number);
  if (field.type === 'quantity') return quantity(value as number);
  if (field.type === 'count') return count(value as number);
  if (field.type === 'day') return day(value as number);
  if (field.type === 'code') return field.codes?.[String(value)] ?? String(value);
  if (field.type === 'flag') return value ? yes : no;
  return String(value);
}

const numeric = (field: RegisterFieldJson) => field.type === 'money' || field.type === 'count' || field.type === 'quantity';

export function useEntryColumns(register: RegisterSummary, begin: (doing: Doing) => void): Columns<RegisterEntryJson> {
  const t = useTexts();
  const fields = register.fields.map((field): Columns<RegisterEntryJson>[number] => ({
    key: field.name,
    title:
      field.type === 'money'
        ? t(texts.common.aside, { what: field.title, aside: t(texts.common.yuan) })
        : field.unit
          ? t(texts.common.aside, { what: field.title, aside: field.unit })
          : field.title,
    sorter: true,
    ...(numeric(field) ? { align: 'right' as const } : {}),
    className: field.type === 'text' ? '' : 'nowrap',
    render: (_, row) => (
      <span style={field.type === 'text' ? { display: 'inline-block', maxWidth: 240 } : undefined}>
        <MatterNumber text={cellText(field, row.values[field.name], t(text.yes), t(text.no))} />
      </span>
    ),
  }));
  return [
    ...fields,
    {
      key: 'recorded',
      title: t(text.recorded),
      render: (_, row) => (
        <Tooltip title={`${row.source} · ${row.entryId}`}>
          <span className="nowrap faint">
            {row.recordedBy} {instant(row.recordedAt).slice(0, 10)}
          </span>
        </Tooltip>
      ),
    },
    {
      key: 'actions',
      title: '',
      fixed: 'right',
      className: 'no-print nowrap',
      render: (_, row) =>
        row.withdrawn ? (
          <Tag>{t(text.withdrawn)}</Tag>
        ) : row.replacedBy ? (
          <Tag>{t(text.replaced)}</Tag>
        ) : (
          <>
            <Button type="link" size="small" onClick={() => begin({ kind: 'correct', entry: row })}>
              {t(text.correct)}
            </Button>
            <Button type="link" size="small" danger onClick={() => begin({ kind: 'withdraw', entry: row })}>
              {t(text.withdraw)}
            </Button>
          </>
        ),
    },
  ];
}
