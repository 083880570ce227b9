// 参数: what counts today, by what source, what was set before, and how to set another value from a day on.

import type { ParameterJson, ParametersJson } from '@hengjian/server/schemas/parameters.ts';
import { Button, Checkbox, Input, InputNumber, Select, Table, Tag } from 'antd';
import { useState } from 'react';
import { post, queryClient, useGet } from '../../api.ts';
import { day, dayFrom } from '../../format.ts';
import { useMay } from '../../session.ts';
import { type Text, texts, useTexts } from '../../texts/index.ts';
import { useAreaWord } from '../../ui/areas.ts';
import { DayField } from '../../ui/day-field.tsx';
import { Loaded, Nothing, Page, Panel } from '../../ui/page.tsx';
import { useActing } from '../governance/acting.tsx';

const text = texts.parameters;
const again = () => void queryClient.invalidateQueries();

export function ParametersPage() {
  const t = useTexts();
  const all = useGet<ParametersJson>('/api/parameters');
  const [wanted, setWanted] = useState('');
  const [group, setGroup] = useState('');
  const [onlySet, setOnlySet] = useState(false);
  const groupName = (name: string) => t((text as Readonly<Record<string, Text>>)[`group.${name}`] ?? [name, name]);
  return (
    <Page title={t(text.title)} about={t(text.about)}>
      <Loaded of={all}>
        {({ region, parameters }) => {
          const shown = parameters.filter(
            (one) =>
              (!group || one.group === group) &&
              (!onlySet || one.rows.length > 0) &&
              `${one.name} ${one.title} ${one.source}`.toLowerCase().includes(wanted.trim().toLowerCase()),
          );
          return (
            <>
              <RegionPanel region={region} />
              <Panel flush>
                <div className="filters no-print">
                  <Input.Search
                    allowClear
                    placeholder={t(text.search)}
                    style={{ width: 260 }}
                    onChange={(e) => setWanted(e.target.value)}
                  />
                  <Select
                    aria-label={t(text.group)}
                    style={{ width: 180 }}
                    value={group}
                    onChange={setGroup}
                    options={[
                      { value: '', label: t(text.allGroups) },
                      ...[...new Set(parameters.map((one) => one.group))].map((value) => ({ value, label: groupName(value) })),
                    ]}
                  />
                  <Checkbox checked={onlySet} onChange={(e) => setOnlySet(e.target.checked)}>
                    {t(text.onlyChanged)}
                  </Checkbox>
                </div>
                {shown.length === 0 ? (
                  <Nothing title={t(text.noMatch)} />
                ) : (
                  <Table<ParameterJson>
                    size="small"
                    rowKey="name"
                    pagination={false}
                    dataSource={shown}
                    expandable={{ expandedRowRender: (row) => <SetForm row={row} region={region} />, expandRowByClick: true }}
                    columns={[
                      { key: 'group', title: t(text.group), width: 130, render: (_, row) => groupName(row.group) },
                      {
                        key: 'name',
                        title: t(text.name),
                        minWidth: 150,
                        render: (_, row) => (
                          <>
                            {row.title}
                            <div className="faint code">{row.name}</div>
                          </>
                        ),
                      },
                      {
                        key: 'value',
                        title: t(text.today),
                        align: 'right',
                        width: 140,
                        render: (_, row) => (
                          <>
                            {row.rows.length > 0 ? <Tag color="blue">{t(text.changed)}</Tag> : null}
                            <strong>{row.value}</strong>
                          </>
                        ),
                      },
                      { key: 'standard', title: t(text.standard), dataIndex: 'standard', align: 'right', width: 90 },
                      { key: 'source', title: t(text.source), dataIndex: 'source', width: 300 },
                    ]}
                  />
                )}
              </Panel>
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function RegionPanel({ region }: { region: string }) {
  const t = useTexts();
  const area = useAreaWord();
  const acting = useActing(again);
  const [code, setCode] = useState('');
  const may = useMay('parameter.set');
  return (
    <Panel title={t(text.regionIs, { code: region === '*' ? t(text.everywhere) : area(region) })}>
      <p className="faint">{t(text.regionHelp)}</p>
      {may ? (
        <div className="row no-print">
          <Input
            aria-label={t(text.region)}
            placeholder={t(text.region)}
            style={{ width: 140 }}
            value={code}
            onChange={(e) => setCode(e.target.value.trim())}
          />
          {acting.fields}
          <Button
            disabled={acting.busy || !code}
            onClick={() => void acting.act((act) => post('/api/parameters/region', { ...act, region: code }))}
          >
            {t(text.set)}
          </Button>
        </div>
      ) : null}
      {acting.problems}
    </Panel>
  );
}

function SetForm({ row, region }: { row: ParameterJson; region: string }) {
  const t = useTexts();
  const acting = useActing(again);
  const may = useMay('parameter.set');
  const [value, setValue] = useState<number | null>(row.value);
  const [where, setWhere] = useState(region);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const set = () =>
    acting.act((act) =>
      post('/api/parameters', {
        ...act,
        name: row.name,
        region: where,
        value: value ?? Number.NaN,
        fromDay: dayFrom(from) ?? null,
        toDay: dayFrom(to) ?? null,
      }),
    );
  return (
    <>
      {may ? (
        <div className="row no-print">
          <InputNumber
            aria-label={t(text.value)}
            value={value}
            {...(row.fraction ? {} : { precision: 0 })}
            style={{ width: 120 }}
            onChange={setValue}
          />
          <Select
            aria-label={t(text.region)}
            style={{ width: 110 }}
            value={where}
            onChange={setWhere}
            options={[...new Set([region, '*'])].map((code) => ({ value: code, label: code === '*' ? t(text.everywhere) : code }))}
          />
          <DayField label={t(text.from)} value={from} onChange={setFrom} />
          <DayField label={t(text.to)} value={to} onChange={setTo} />
          {acting.fields}
          <Button type="primary" disabled={acting.busy || value === null} onClick={() => void set()}>
            {t(text.set)}
          </Button>
        </div>
      ) : null}
      {acting.problems}
      <p className="faint">{t(row.rows.length > 0 ? text.history : text.none)}</p>
      {row.rows.map((one) => (
        <p key={`${one.at} ${one.value} ${one.region}`}>
          <strong>{one.value}</strong> · {one.region === '*' ? t(text.everywhere) : one.region} ·{' '}
          {one.fromDay === null ? t(text.open) : day(one.fromDay)} ~ {one.toDay === null ? t(text.open) : day(one.toDay)} ·{' '}
          {t(texts.common.aside, { what: one.why, aside: one.by })}
        </p>
      ))}
    </>
  );
}
