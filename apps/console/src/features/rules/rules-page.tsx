// 规则: what is in force and what the last run said of it.
import type { RuleSummary } from '@hengjian/server/schemas/rules.ts';
import { Link } from '@tanstack/react-router';
import { Button, Input, Table, Tooltip } from 'antd';
import { useGet } from '../../api.ts';
import { count, localTime, yuan } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { one, useParams } from '../../ui/address.ts';
import { Loaded, Page, Panel } from '../../ui/page.tsx';
import type { Columns } from '../../ui/query-table.tsx';
import { Certainty, ruleClass } from '../../ui/words.tsx';

const text = texts.rules;

export function RulesPage() {
  const t = useTexts();
  const [params, change] = useParams();
  const rules = useGet<RuleSummary[]>('/api/rules');
  const columns = useColumns();
  const wanted = (one(params.text) ?? '').toLowerCase();
  return (
    <Page
      title={t(text.title)}
      about={rules.data ? t(text.count, { n: rules.data.length }) : null}
      extra={
        <>
          <Link to="/composer">
            <Button type="primary">{t(texts.composer.open)}</Button>
          </Link>
          <Button onClick={() => window.print()}>{t(texts.common.print)}</Button>
        </>
      }
    >
      <Panel flush>
        <div className="filters no-print">
          <Input
            allowClear
            style={{ width: 260 }}
            value={one(params.text) ?? ''}
            placeholder={t(text.search)}
            aria-label={t(text.search)}
            onChange={(event) => change({ text: event.target.value || undefined }, { replace: true })}
          />
        </div>
        <Loaded of={rules}>
          {(data) => (
            <Table<RuleSummary>
              size="small"
              rowKey="ruleId"
              pagination={false}
              showSorterTooltip={false}
              columns={columns}
              dataSource={data.filter((rule) =>
                `${rule.title} ${rule.code} ${rule.category} ${ruleClass(t, rule.category)} ${rule.ruleId}`.toLowerCase().includes(wanted),
              )}
            />
          )}
        </Loaded>
      </Panel>
    </Page>
  );
}

function useColumns(): Columns<RuleSummary> {
  const t = useTexts();
  const by = (value: (rule: RuleSummary) => number) => (a: RuleSummary, b: RuleSummary) => value(a) - value(b);
  return [
    {
      key: 'title',
      title: t(text.name),
      minWidth: 150,
      render: (_, rule) => (
        <>
          <Link to="/rules/$rule" params={{ rule: rule.ruleId }}>
            {rule.title}
          </Link>
          <div className="faint code">{rule.code}</div>
        </>
      ),
    },
    {
      key: 'category',
      title: t(text.category),
      render: (_, rule) => ruleClass(t, rule.category),
      width: 190,
      sorter: (a, b) => a.category.localeCompare(b.category, 'zh'),
    },
    { key: 'shape', title: t(text.shape), width: 56, render: (_, rule) => t(text[rule.shape]) },
    { key: 'certainty', title: t(texts.findings.certainty), width: 88, render: (_, rule) => <Certainty of={rule.certainty} /> },
    {
      key: 'findings',
      title: t(text.open),
      width: 96,
      align: 'right',
      sorter: by((rule) => rule.findings),
      render: (_, rule) => (
        <Link to="/findings" search={{ rule: rule.ruleId }}>
          {count(rule.findings)}
        </Link>
      ),
    },
    {
      key: 'amount',
      title: t(text.amount),
      width: 122,
      align: 'right',
      sorter: by((rule) => rule.amountFen),
      render: (_, rule) => yuan(rule.amountFen),
    },
    { key: 'hit', title: t(text.hit), width: 62, align: 'right', render: (_, rule) => count(rule.lastRun?.hit) },
    { key: 'clear', title: t(text.clear), width: 80, align: 'right', render: (_, rule) => count(rule.lastRun?.clear) },
    {
      key: 'notEvaluated',
      title: <Tooltip title={t(text.notEvaluatedHelp)}>{t(text.notEvaluated)}</Tooltip>,
      width: 76,
      align: 'right',
      render: (_, rule) => <span className={rule.lastRun?.notEvaluated ? 'amber' : ''}>{count(rule.lastRun?.notEvaluated)}</span>,
    },
    {
      key: 'seconds',
      title: t(text.seconds),
      width: 76,
      align: 'right',
      sorter: by((rule) => rule.lastRun?.seconds ?? 0),
      render: (_, rule) => rule.lastRun?.seconds.toFixed(2) ?? '—',
    },
    {
      key: 'knowledge',
      title: t(text.knowledge),
      width: 96,
      align: 'right',
      render: (_, rule) =>
        rule.knowledge ? (
          <Tooltip title={`${t(text.active)} ${rule.knowledge.active} · ${t(text.waiting)} ${rule.knowledge.waiting}`}>
            {count(rule.knowledge.active)}
            {rule.knowledge.waiting ? <span className="amber"> +{count(rule.knowledge.waiting)}</span> : null}
          </Tooltip>
        ) : (
          <span className="faint">{t(text.knowledgeNone)}</span>
        ),
    },
    {
      key: 'lastRun',
      title: t(text.lastRun),
      width: 124,
      className: 'nowrap',
      render: (_, rule) => (rule.lastRun ? localTime(rule.lastRun.finishedAt) : <span className="faint">{t(text.never)}</span>),
    },
  ];
}
