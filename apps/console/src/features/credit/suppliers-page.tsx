// 医药价格和招采信用: conduct of suppliers and the level that stands today.
import { creditWords } from '@hengjian/domain';
import type { ConductJson, SupplierJson } from '@hengjian/server/schemas/credit.ts';
import { Button, Checkbox, Input, Select, Table, Tag } from 'antd';
import { useState } from 'react';
import { put, queryClient, useGet } from '../../api.ts';
import { day, today, yuan } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { DayField } from '../../ui/day-field.tsx';
import { Nothing, Page, Panel, Problem } from '../../ui/page.tsx';
import { dayTyped, fenTyped } from '../../ui/typed.ts';
import { useWordTable } from '../../ui/word-table.ts';

const text = texts.credit;
const colours = { dishonest: 'gold', serious: 'orange', gravest: 'red' } as const;

export function SuppliersPage() {
  const t = useTexts();
  const { say, options } = useWordTable(creditWords);
  const rows = useGet<SupplierJson[]>('/api/suppliers');
  const [given, setGiven] = useState({ supplier: '', kind: 'bribery', amount: '', top: false, document: '', decidedOn: today() });
  const [error, setError] = useState<unknown>();
  const save = async (conduct: () => ConductJson) => {
    setError(undefined);
    try {
      await put('/api/suppliers', conduct());
      setGiven({ ...given, amount: '', document: '', top: false });
      await queryClient.invalidateQueries({ queryKey: ['/api/suppliers'] });
    } catch (failure) {
      setError(failure);
    }
  };
  const { amount, decidedOn, kind, ...told } = given;
  const enter = () =>
    save(() => ({ ...told, kind: kind as ConductJson['kind'], amountFen: fenTyped(amount) ?? 0, decidedOn: dayTyped(decidedOn) }));
  const write = (key: 'supplier' | 'amount' | 'document', label: string, width: number) => (
    <Input
      aria-label={label}
      placeholder={label}
      style={{ width }}
      value={given[key]}
      onChange={(e) => setGiven({ ...given, [key]: e.target.value })}
    />
  );
  const levelTag = (level: SupplierJson['level']) =>
    level === null ? <span className="faint">{t(text.noLevel)}</span> : <Tag color={colours[level]}>{say('levels', level)}</Tag>;
  return (
    <Page title={t(text.suppliers)} about={t(text.suppliersAbout)}>
      <Panel>
        <div className="row" style={{ flexWrap: 'wrap' }}>
          {write('supplier', t(text.supplier), 200)}
          <Select
            aria-label={t(text.kind)}
            style={{ width: 130 }}
            value={kind}
            onChange={(value) => setGiven({ ...given, kind: value })}
            options={options('cases')}
          />
          {write('amount', t(text.amount), 130)}
          {write('document', t(text.document), 200)}
          <DayField required label={t(text.on)} value={given.decidedOn} onChange={(decidedOn) => setGiven({ ...given, decidedOn })} />
          <Checkbox checked={given.top} onChange={(e) => setGiven({ ...given, top: e.target.checked })}>
            {t(text.top)}
          </Checkbox>
          <Button type="primary" disabled={!given.supplier || !given.document} onClick={() => void enter()}>
            {t(texts.common.save)}
          </Button>
        </div>
        {error ? <Problem error={error} /> : null}
      </Panel>
      <Panel flush>
        {rows.error ? <Problem error={rows.error} /> : null}
        <Table<SupplierJson>
          size="small"
          rowKey="supplier"
          pagination={false}
          dataSource={rows.data ?? []}
          locale={{ emptyText: <Nothing title={t(text.noSuppliers)} /> }}
          columns={[
            { key: 'supplier', title: t(text.supplier), dataIndex: 'supplier' },
            { key: 'level', title: t(text.level), render: (_, row) => levelTag(row.level) },
            {
              key: 'conducts',
              title: t(text.kind),
              render: (_, row) =>
                row.conducts.map((conduct) => (
                  <div key={conduct.conductId}>
                    {day(conduct.decidedOn)} {say('cases', conduct.kind)} {yuan(conduct.amountFen)} {conduct.document}{' '}
                    {levelTag(conduct.level)}
                    {conduct.repairedOn === null ? (
                      <Button size="small" type="link" onClick={() => void save(() => ({ ...conduct, repairedOn: dayTyped(today()) }))}>
                        {t(text.repair)}
                      </Button>
                    ) : (
                      <span className="faint">{t(text.repaired, { day: day(conduct.repairedOn) })}</span>
                    )}
                  </div>
                )),
            },
          ]}
        />
      </Panel>
    </Page>
  );
}
