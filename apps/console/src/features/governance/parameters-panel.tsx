// Parameters by region and date as a form; saving makes the draft of a new edition.
import { parameterUnit } from '@hengjian/domain';
import type { DraftKeptJson, EditionFileJson, EditionJson } from '@hengjian/server/schemas/editions.ts';
import { Button, Input, Table } from 'antd';
import { useEffect, useState } from 'react';
import { ApiError, put, useGet } from '../../api.ts';
import { day, dayFrom } from '../../format.ts';
import { texts, useSpeech } from '../../texts/index.ts';
import { Panel } from '../../ui/page.tsx';
import { listShown, listTyped } from '../../ui/typed.ts';
import { useActing } from './acting.tsx';

const text = texts.governance;

interface Row {
  key: number;
  name: string;
  region: string;
  from: string;
  to: string;
  value: string;
}
interface Declared {
  readonly type: 'int' | 'text' | 'texts';
  readonly title: { readonly zh: string; readonly en: string };
  readonly unit?: string;
}

const typed = (value: unknown): string => (Array.isArray(value) ? listShown(value) : String(value ?? ''));

/** As the parameter's type wants it; what is no whole number goes as it is, and is refused in words. */
function readValue(value: string, declared: Declared | undefined): number | string | string[] {
  if (declared?.type === 'texts') return listTyped(value);
  return declared?.type === 'int' && /^-?\d+$/.test(value.trim()) ? Number(value) : value.trim();
}

export function ParametersPanel({ edition, onDone }: { edition: EditionJson; onDone: () => void }) {
  const { t, language } = useSpeech();
  const acting = useActing(onDone);
  const file = useGet<EditionFileJson>(`/api/rules/${encodeURIComponent(edition.ruleId)}/editions/${edition.edition}`);
  const declared = ((file.data?.tree as { parameters?: Record<string, Declared> } | undefined)?.parameters ?? {}) as Record<
    string,
    Declared
  >;
  const [rows, setRows] = useState<Row[]>([]);
  useEffect(() => {
    setRows(
      edition.parameters.map(({ name, region, from, to, value }, key) => ({
        key,
        name,
        region,
        from: from === null ? '' : day(from),
        to: to === null ? '' : day(to),
        value: typed(value),
      })),
    );
  }, [edition]);
  if (edition.parameters.length === 0) return null;
  const set = (key: number, change: Partial<Row>) => setRows(rows.map((row) => (row.key === key ? { ...row, ...change } : row)));
  const titleOf = (row: Row) => declared[row.name]?.title[language] ?? row.name;
  const cell = (field: 'region' | 'from' | 'to' | 'value', label: string, width: number) => ({
    key: field,
    title: label,
    width,
    render: (_: unknown, row: Row) => (
      <Input
        size="small"
        aria-label={`${titleOf(row)} ${label}`}
        value={row[field]}
        onChange={(e) => set(row.key, { [field]: e.target.value })}
      />
    ),
  });
  const save = () =>
    acting.act(async (act) => {
      const bad = rows.find((row) => [row.from, row.to].some((text) => text.trim() !== '' && dayFrom(text) === undefined));
      if (bad) throw new ApiError(422, [{ code: 'date', severity: 'error', message: t(text.badDate), facts: {} }]);
      await put<DraftKeptJson>(`/api/rules/${encodeURIComponent(edition.ruleId)}/parameters`, {
        ...act,
        rows: rows.map((row) => ({
          name: row.name,
          region: row.region.trim() || '*',
          from: dayFrom(row.from) ?? null,
          to: dayFrom(row.to) ?? null,
          value: readValue(row.value, declared[row.name]),
        })),
      });
    });
  return (
    <Panel title={t(text.parameters)}>
      <p className="faint">{t(text.parametersHelp)}</p>
      <Table<Row>
        size="small"
        rowKey="key"
        pagination={false}
        dataSource={rows}
        columns={[
          {
            key: 'name',
            title: t(texts.rules.parameters),
            render: (_, row) => {
              const aside = parameterUnit(declared[row.name]?.unit, row.name)[language];
              return aside ? t(texts.common.aside, { what: titleOf(row), aside }) : titleOf(row);
            },
          },
          cell('value', t(text.value), 220),
          cell('region', t(text.region), 110),
          cell('from', t(text.from), 120),
          cell('to', t(text.to), 120),
          {
            key: 'row',
            title: '',
            width: 150,
            render: (_, row) => (
              <>
                <Button
                  type="link"
                  size="small"
                  onClick={() => setRows([...rows, { ...row, key: Math.max(...rows.map((r) => r.key)) + 1 }])}
                >
                  {t(text.addRow)}
                </Button>
                {rows.filter((r) => r.name === row.name).length > 1 ? (
                  <Button type="link" size="small" onClick={() => setRows(rows.filter((r) => r.key !== row.key))}>
                    {t(text.removeRow)}
                  </Button>
                ) : null}
              </>
            ),
          },
        ]}
      />
      <div className="row" style={{ marginTop: 8 }}>
        {acting.fields}
        <Button type="primary" disabled={acting.busy} onClick={() => void save()}>
          {t(text.saveParameters)}
        </Button>
      </div>
      {acting.problems}
    </Panel>
  );
}
