// The region's table of points: shown to everyone, changed as a whole by who may.
import type { BehaviourJson } from '@hengjian/server/schemas/points.ts';
import { Button, Input, InputNumber, Table } from 'antd';
import { useState } from 'react';
import { put, queryClient, useGet } from '../../api.ts';
import { useMay } from '../../session.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { Panel, Problem } from '../../ui/page.tsx';

const text = texts.points;
const blank: BehaviourJson = {
  code: '',
  title: '',
  general: 1,
  important: 2,
  main: 3,
  article: null,
  source: '',
  fromDay: null,
  toDay: null,
};

export function BehaviourTable() {
  const t = useTexts();
  const kept = useGet<BehaviourJson[]>('/api/point-behaviours');
  const mayChange = useMay('points.table');
  const [edited, setEdited] = useState<BehaviourJson[]>();
  const [error, setError] = useState<unknown>();
  const rows = edited ?? kept.data ?? [];
  const set = (at: number, change: Partial<BehaviourJson>) => setEdited(rows.map((row, i) => (i === at ? { ...row, ...change } : row)));
  const save = async () => {
    setError(undefined);
    try {
      await put('/api/point-behaviours', rows);
      setEdited(undefined);
      await queryClient.invalidateQueries({ queryKey: ['/api/point-behaviours'] });
    } catch (failure) {
      setError(failure);
    }
  };
  const write = (key: 'code' | 'title' | 'source') => (_: unknown, row: BehaviourJson, at: number) =>
    mayChange ? (
      <Input
        aria-label={`${t(text[key === 'title' ? 'behaviour' : key])} ${at + 1}`}
        variant="borderless"
        value={row[key]}
        onChange={(e) => set(at, { [key]: e.target.value })}
      />
    ) : (
      row[key]
    );
  const number = (key: 'general' | 'important' | 'main') => (_: unknown, row: BehaviourJson, at: number) =>
    mayChange ? (
      <InputNumber
        aria-label={`${t(text[key])} ${at + 1}`}
        style={{ width: 64 }}
        min={1}
        max={12}
        value={row[key]}
        onChange={(value) => set(at, { [key]: value ?? 1 })}
      />
    ) : (
      row[key]
    );
  return (
    <Panel
      title={t(text.table)}
      flush
      extra={
        <div className="row">
          <span className="faint">{t(text.tableAbout)}</span>
          {mayChange ? <Button onClick={() => setEdited([...rows, blank])}>{t(text.addRow)}</Button> : null}
          {mayChange ? (
            <Button type="primary" disabled={!edited} onClick={() => void save()}>
              {t(texts.common.save)}
            </Button>
          ) : null}
        </div>
      }
    >
      {error ? <Problem error={error} /> : null}
      <Table<BehaviourJson>
        size="small"
        rowKey={(row) => `${rows.indexOf(row)}`}
        pagination={false}
        dataSource={rows}
        columns={[
          { key: 'code', title: t(text.code), width: 80, render: write('code') },
          { key: 'title', title: t(text.behaviour), render: write('title') },
          { key: 'general', title: t(text.general), align: 'right', render: number('general') },
          { key: 'important', title: t(text.important), align: 'right', render: number('important') },
          { key: 'main', title: t(text.main), align: 'right', render: number('main') },
          {
            key: 'article',
            title: t(text.article),
            width: 90,
            render: (_, row, at) =>
              mayChange ? (
                <Input
                  aria-label={`${t(text.article)} ${at + 1}`}
                  variant="borderless"
                  value={row.article ?? ''}
                  onChange={(e) => set(at, { article: e.target.value.trim() || null })}
                />
              ) : (
                row.article
              ),
          },
          { key: 'source', title: t(text.source), render: write('source') },
        ]}
      />
    </Panel>
  );
}
