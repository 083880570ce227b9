// 裁量基准: the rows in force, changed as a whole by who may, with a reason; what was changed before; and a fine tried on them.

import { caseWords, type DiscretionRule, discretionGrades, formatYuan, proposeDiscretion } from '@hengjian/domain';
import type { DiscretionChangeJson, DiscretionRowJson, DiscretionTableJson } from '@hengjian/server/schemas/enforcement.ts';
import { Button, Input, Select, Table, Tag } from 'antd';
import { useState } from 'react';
import { put, queryClient, useGet } from '../../api.ts';
import { day, dayFrom, fenFrom, instant, today, yuan } from '../../format.ts';
import { useMay } from '../../session.ts';
import { texts, useSpeech, useTexts } from '../../texts/index.ts';
import { useAreaWord } from '../../ui/areas.ts';
import { DayField } from '../../ui/day-field.tsx';
import { Loaded, Nothing, Page, Panel, Problem } from '../../ui/page.tsx';

const text = texts.enforcement;
type Row = DiscretionRowJson;
const units = ['hundredths', 'fen'] as const;
/** A row as it is written: 1.2 times of the loss, or yuan. */
const written = ({ unit }: Pick<Row, 'unit'>, value: number): string => (unit === 'fen' ? formatYuan(value) : String(value / 100));
const blank: Row = { article: '', grade: 'normal', unit: 'hundredths', low: 100, high: 100, fromDay: null, toDay: null, source: '' };

export function DiscretionPage() {
  const t = useTexts();
  const table = useGet<DiscretionTableJson>('/api/discretion');
  return (
    <Page title={t(text.discretionTitle)} about={t(text.discretionAbout)}>
      <Loaded of={table}>
        {(data) => (
          <>
            <Rows key={data.changes[0]?.at ?? 0} of={data} />
            <Trial of={data} />
            <Changes of={data} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Rows({ of: { region, rows } }: { of: DiscretionTableJson }) {
  const t = useTexts();
  const { language } = useSpeech();
  const own = rows.filter((row) => row.region === region);
  const area = useAreaWord();
  const isOwn = own.length > 0 && region !== '*';
  const [edited, setEdited] = useState<Row[]>();
  const [why, setWhy] = useState('');
  const [error, setError] = useState<unknown>();
  const mayChange = useMay('discretion.change');
  const shown: Row[] = edited ?? (isOwn ? own : rows);
  const editing = edited !== undefined;
  const set = (at: number, change: Partial<Row>) => setEdited(shown.map((row, i) => (i === at ? { ...row, ...change } : row)));
  const save = async () => {
    setError(undefined);
    try {
      const wish = {
        rows: shown.map(({ article, grade, unit, low, high, fromDay, toDay, source }) => ({
          article,
          grade,
          unit,
          low,
          high,
          fromDay,
          toDay,
          source,
        })),
        why,
      };
      await put('/api/discretion', wish satisfies DiscretionChangeJson);
      setEdited(undefined);
      setWhy('');
      await queryClient.invalidateQueries();
    } catch (failure) {
      setError(failure);
    }
  };
  const amount = (key: 'low' | 'high') => (_: unknown, row: Row, at: number) =>
    editing ? (
      <Amount label={`${t(text[key])} ${at + 1}`} row={row} value={row[key]} onChange={(value) => set(at, { [key]: value })} />
    ) : row.unit === 'fen' ? (
      yuan(row[key])
    ) : (
      written(row, row[key])
    );
  const dated = (key: 'fromDay' | 'toDay') => (_: unknown, row: Row, at: number) =>
    editing ? (
      <DayField
        label={`${t(text[key])} ${at + 1}`}
        value={row[key] === null ? '' : day(row[key])}
        onChange={(value) => set(at, { [key]: dayFrom(value) ?? null })}
      />
    ) : row[key] === null ? (
      ''
    ) : (
      day(row[key])
    );
  const typed = (key: 'article' | 'source') => (_: unknown, row: Row, at: number) =>
    editing ? (
      <Input
        aria-label={`${t(key === 'article' ? text.article : text.source)} ${at + 1}`}
        value={row[key]}
        onChange={(e) => set(at, { [key]: e.target.value })}
      />
    ) : (
      row[key]
    );
  return (
    <Panel
      flush
      title={<Tag color={isOwn ? 'blue' : 'orange'}>{isOwn ? t(text.ownRegion, { region: area(region) }) : t(text.everywhere)}</Tag>}
      extra={
        mayChange ? (
          <div className="row">
            {editing ? (
              <>
                <Button onClick={() => setEdited([...shown, blank])}>{t(text.addRow)}</Button>
                <Button onClick={() => setEdited(undefined)}>{t(texts.common.cancel)}</Button>
                <Input
                  aria-label={t(text.changeWhy)}
                  placeholder={t(text.changeWhy)}
                  style={{ width: 260 }}
                  value={why}
                  onChange={(e) => setWhy(e.target.value)}
                />
                <Button type="primary" disabled={why.trim().length < 2} onClick={() => void save()}>
                  {t(texts.common.save)}
                </Button>
              </>
            ) : (
              <Button type="primary" onClick={() => setEdited([...shown])}>
                {isOwn || region === '*' ? t(text.edit) : t(text.copyOwn)}
              </Button>
            )}
          </div>
        ) : null
      }
    >
      {error ? <Problem error={error} /> : null}
      <Table<Row>
        size="small"
        rowKey={(row) => shown.indexOf(row)}
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={shown}
        columns={[
          { key: 'no', title: '', width: 40, render: (_, _row, at) => at + 1 },
          { key: 'article', title: t(text.article), width: 150, render: typed('article') },
          {
            key: 'grade',
            title: t(text.grade),
            render: (_, row, at) =>
              editing ? (
                <Select
                  aria-label={`${t(text.grade)} ${at + 1}`}
                  value={row.grade}
                  onChange={(grade) => set(at, { grade })}
                  options={discretionGrades.map((value) => ({ value, label: caseWords.grades[value][language] }))}
                />
              ) : (
                caseWords.grades[row.grade][language]
              ),
          },
          {
            key: 'unit',
            title: t(text.unit),
            render: (_, row, at) =>
              editing ? (
                <Select
                  aria-label={`${t(text.unit)} ${at + 1}`}
                  value={row.unit}
                  onChange={(unit) => set(at, { unit })}
                  options={units.map((value) => ({ value, label: t(text.units[value]) }))}
                />
              ) : (
                t(text.units[row.unit])
              ),
          },
          { key: 'low', title: t(text.low), align: 'right', render: amount('low') },
          { key: 'high', title: t(text.high), align: 'right', render: amount('high') },
          { key: 'from', title: t(text.fromDay), render: dated('fromDay') },
          { key: 'to', title: t(text.toDay), render: dated('toDay') },
          { key: 'source', title: t(text.source), render: typed('source') },
          ...(editing
            ? [
                {
                  key: 'remove',
                  title: '',
                  render: (_: unknown, _row: Row, at: number) => (
                    <Button size="small" type="link" onClick={() => setEdited(shown.filter((_one, i) => i !== at))}>
                      {t(text.remove)}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Panel>
  );
}

/** An amount as it is typed; what is no number stays in the box and is not taken. */
function Amount({ label, row, value, onChange }: { label: string; row: Row; value: number; onChange: (value: number) => void }) {
  const [typed, setTyped] = useState<string>();
  const read = (content: string) => fenFrom(content);
  return (
    <Input
      aria-label={label}
      inputMode="decimal"
      style={{ width: 110, textAlign: 'right' }}
      status={typed !== undefined && read(typed) === undefined ? 'error' : ''}
      value={typed ?? written(row, value)}
      onChange={(e) => {
        setTyped(e.target.value);
        // hundredths of the loss and fen are both two places behind the point
        const next = read(e.target.value);
        if (next !== undefined) onChange(next);
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}

function Trial({ of: { region, rows } }: { of: DiscretionTableJson }) {
  const t = useTexts();
  const { language } = useSpeech();
  const articles = [...new Set(rows.map(({ article }) => article))];
  const [article, setArticle] = useState(articles.includes('38') ? '38' : (articles[0] ?? ''));
  const [loss, setLoss] = useState('10000');
  const asked = { region, article, baseFen: fenFrom(loss) ?? 0, day: dayFrom(today()) as number };
  const rules = rows as readonly DiscretionRule[];
  const grades = [
    proposeDiscretion(rules, { ...asked, circumstances: ['returned'] }),
    proposeDiscretion(rules, { ...asked, circumstances: [] }),
    proposeDiscretion(rules, { ...asked, circumstances: ['repeated'] }),
  ];
  return (
    <Panel title={t(text.tryIt)}>
      <div className="row" style={{ flexWrap: 'wrap' }}>
        <Select
          aria-label={t(text.article)}
          style={{ width: 140 }}
          value={article}
          onChange={setArticle}
          options={articles.map((value) => ({ value, label: value }))}
        />
        <Input
          aria-label={t(text.tryLoss)}
          placeholder={t(text.tryLoss)}
          style={{ width: 140 }}
          value={loss}
          onChange={(e) => setLoss(e.target.value)}
        />
        {grades.map((one) =>
          one ? (
            <Tag key={one.grade}>
              {t(text.tryRange, { grade: caseWords.grades[one.grade][language], low: yuan(one.lowFen), high: yuan(one.highFen) })}
            </Tag>
          ) : null,
        )}
      </div>
    </Panel>
  );
}

function Changes({ of: { changes } }: { of: DiscretionTableJson }) {
  const t = useTexts();
  const area = useAreaWord();
  const { language } = useSpeech();
  return (
    <Panel title={t(text.changes)}>
      {changes.length === 0 ? <Nothing title={t(text.noChanges)} /> : null}
      {changes.map((change) => (
        <details key={change.at}>
          <summary>
            {instant(change.at)} {change.by} {change.region === '*' ? t(text.everywhere) : area(change.region)}{' '}
            {t(text.changedTo, { n: change.rows.length })}
            {change.why ? `${t(texts.common.colon)}${change.why}` : ''}
          </summary>
          <ul>
            {change.rows.map((row) => (
              <li key={`${row.article} ${row.grade} ${row.fromDay}`}>
                {row.article} {caseWords.grades[row.grade][language]} {written(row, row.low)} ~ {written(row, row.high)}{' '}
                <span className="faint">
                  {row.fromDay === null ? '' : day(row.fromDay)} {row.source}
                </span>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </Panel>
  );
}
