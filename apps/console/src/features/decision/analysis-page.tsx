// 即席分析: a pivot over the declared tables; the question stands in the address.
import { type AnalysisMeasure, type AnalysisTable, type AnalysisTableName, analysisTables } from '@hengjian/domain';
import type { AnalysisJson } from '@hengjian/server/schemas/analysis.ts';
import { Button, Input, Select, Table, Tag } from 'antd';
import { saveFile, useGet } from '../../api.ts';
import { count, DASH, number, share, yuan } from '../../format.ts';
import { texts, useSpeech, useTexts } from '../../texts/index.ts';
import { many, one, useParams } from '../../ui/address.ts';
import { Loaded, Nothing, Page, Panel } from '../../ui/page.tsx';
import { AnswerPlot, useAnswerWords } from './answer-plot.tsx';
import './decision.css';
import { KeepView, KeptViews } from './saved-views.tsx';

const text = texts.analysis;
const names = Object.keys(analysisTables) as AnalysisTableName[];
const MOST = 4;
/** What is asked when somebody comes without a question. */
const FIRST = { by: ['month', 'insurance'], measure: ['settlements', 'fund', 'paidShare'] };

function useQuestion() {
  const [params, change] = useParams();
  const given = one(params.table);
  const table = names.find((name) => name === given) ?? 'settlement';
  const fresh = given === undefined;
  const of: AnalysisTable = analysisTables[table];
  const by = (fresh ? FIRST.by : many(params.by)).filter((name) => Object.hasOwn(of.dimensions, name)).slice(0, MOST);
  const measure = (fresh ? FIRST.measure : many(params.measure)).filter((name) => Object.hasOwn(of.measures, name));
  const month = (value: string | undefined) => (value && /^\d{4}-(0[1-9]|1[0-2])$/.test(value) ? value : undefined);
  const query = { table, by, measure, from: month(one(params.from)), to: month(one(params.to)), where: many(params.where) };
  return { of, query, change: (to: Partial<typeof query>) => change({ ...query, ...to }) };
}

const shown = (value: number | null | undefined, { unit }: AnalysisMeasure): string =>
  value === null || value === undefined
    ? DASH
    : unit === 'fen'
      ? yuan(Math.round(value))
      : unit === 'share'
        ? share(value, 2)
        : unit === 'count'
          ? count(value)
          : number(value, 2);

export function AnalysisPage() {
  const t = useTexts();
  const { query } = useQuestion();
  const answer = useGet<AnalysisJson>('/api/analysis', query, { keep: true });
  return (
    <Page
      title={t(text.title)}
      about={t(text.about)}
      extra={
        <>
          <Button disabled={query.measure.length === 0} onClick={() => void saveFile('/api/analysis/export', query)}>
            {t(texts.common.export)}
          </Button>{' '}
          <KeepView question={query} /> <Button onClick={() => window.print()}>{t(texts.common.print)}</Button>
        </>
      }
    >
      <KeptViews />
      <Question />
      <Loaded of={answer}>
        {(data) =>
          data.known === null || query.measure.length === 0 ? (
            <Panel>
              <Nothing title={t(data.known === null ? text.none : text.chooseMeasure)} />
            </Panel>
          ) : (
            <Answer data={data} />
          )
        }
      </Loaded>
    </Page>
  );
}

function Question() {
  const { t, language } = useSpeech();
  const { of, query, change } = useQuestion();
  const word = useAnswerWords(query.table);
  const options = (shelf: Readonly<Record<string, { zh: string; en: string }>>) =>
    Object.entries(shelf).map(([value, words]) => ({ value, label: words[language] }));
  return (
    <div className="filters no-print">
      <Select
        aria-label={t(text.table)}
        value={query.table}
        style={{ width: 120 }}
        onChange={(table) => change({ table, by: ['month'], measure: Object.keys(analysisTables[table].measures).slice(0, 2), where: [] })}
        options={options(analysisTables)}
      />
      <Select
        mode="multiple"
        maxCount={MOST}
        aria-label={t(text.by)}
        placeholder={t(text.by)}
        value={query.by}
        style={{ minWidth: 240 }}
        onChange={(by) => change({ by })}
        options={options(of.dimensions)}
        optionFilterProp="label"
      />
      <Select
        mode="multiple"
        aria-label={t(text.measures)}
        placeholder={t(text.measures)}
        value={query.measure}
        style={{ minWidth: 280 }}
        onChange={(measure) => change({ measure })}
        options={options(of.measures)}
        optionFilterProp="label"
      />
      {(['from', 'to'] as const).map((end) => (
        <Input
          key={`${end}${query[end] ?? ''}`}
          aria-label={t(text[end])}
          placeholder={`${t(text[end])} 2025-01`}
          defaultValue={query[end]}
          style={{ width: 130 }}
          onBlur={(event) => change({ [end]: event.target.value || undefined })}
          onPressEnter={(event) => change({ [end]: event.currentTarget.value || undefined })}
        />
      ))}
      {query.where.map((filter) => {
        const [name = '', value = ''] = filter.split(/:(.*)/s);
        const dimension = of.dimensions[name];
        return (
          <Tag key={filter} closable onClose={() => change({ where: query.where.filter((each) => each !== filter) })}>
            {t(text.filters)}{' '}
            {t(texts.common.named, {
              name: dimension?.[language] ?? name,
              value: word(name, value === '' ? null : value),
            })}
          </Tag>
        );
      })}
    </div>
  );
}

function Answer({ data }: { data: AnalysisJson }) {
  const { t, language } = useSpeech();
  const { of, query, change } = useQuestion();
  const word = useAnswerWords(query.table);
  const measures = query.measure.map((name) => of.measures[name]).filter((measure) => measure !== undefined);
  const [first] = measures;
  const rows = data.rows.filter(({ values }) => values.length === measures.length);
  return (
    <>
      {query.by.length > 0 && query.by.length < 3 && first ? (
        <Panel title={first[language]}>
          <AnswerPlot asked={query} data={{ ...data, rows }} />
        </Panel>
      ) : null}
      <Panel
        flush
        title={t(text.rows, { n: count(rows.length) })}
        extra={<span className="soft">{data.cut ? t(text.cut, { n: count(rows.length) }) : t(text.pick)}</span>}
      >
        <Table
          size="small"
          scroll={{ x: 'max-content' }}
          rowKey={({ keys }) => keys.join('|')}
          dataSource={rows}
          pagination={rows.length > 50 ? { pageSize: 50, showSizeChanger: false, size: 'small' } : false}
          columns={[
            ...query.by.map((name, i) => ({
              key: name,
              title: of.dimensions[name]?.[language],
              sorter: (a: AnalysisJson['rows'][number], b: AnalysisJson['rows'][number]) =>
                (a.keys[i] ?? '') < (b.keys[i] ?? '') ? -1 : 1,
              render: (_: unknown, row: AnalysisJson['rows'][number]) => (
                <Button
                  type="link"
                  size="small"
                  onClick={() => change({ where: [...new Set([...query.where, `${name}:${row.keys[i] ?? ''}`])] })}
                >
                  {word(name, row.keys[i])}
                </Button>
              ),
            })),
            ...measures.map((measure, i) => ({
              key: measure.zh,
              title:
                measure.unit === 'fen'
                  ? t(texts.common.aside, { what: measure[language], aside: t(texts.common.yuan) })
                  : measure[language],
              align: 'right' as const,
              sorter: (a: AnalysisJson['rows'][number], b: AnalysisJson['rows'][number]) => (a.values[i] ?? 0) - (b.values[i] ?? 0),
              render: (_: unknown, row: AnalysisJson['rows'][number]) => shown(row.values[i], measure),
            })),
          ]}
        />
      </Panel>
    </>
  );
}
