// The editions of a rule: where each stands, how it came there, what changed, its parameters, its trials and shadow runs.

import { reviewKinds } from '@hengjian/domain';
import type { EditionJson, EditionListJson } from '@hengjian/server/schemas/editions.ts';
import type { EditionDiffJson, ShadowRunsJson } from '@hengjian/server/schemas/governance.ts';
import { Link, useParams as usePath } from '@tanstack/react-router';
import { Button, Input, Table, Tag } from 'antd';
import { useState } from 'react';
import { post, queryClient, useGet } from '../../api.ts';
import { count, day, dayFrom, instant, yuan } from '../../format.ts';
import { type Say, type Text, texts, useTexts } from '../../texts/index.ts';
import { one, useParams } from '../../ui/address.ts';
import { useAreaWord } from '../../ui/areas.ts';
import { Loaded, Nothing, Page, Panel } from '../../ui/page.tsx';
import { useActing } from './acting.tsx';
import { ParametersPanel } from './parameters-panel.tsx';
import { TrialPanel } from './trial-panel.tsx';

const text = texts.governance;
const colors = { draft: 'default', review: 'blue', shadow: 'purple', live: 'green', retired: 'default' } as const;

const StateTag = ({ of }: { of: EditionJson['state'] }) => {
  const t = useTexts();
  return <Tag color={colors[of]}>{t(text[of])}</Tag>;
};
const actionWord = (action: string, t: Say): string => t((text as Readonly<Record<string, Text>>)[`act_${action}`] ?? [action, action]);
const span = (from: number | null, to: number | null, t: Say) =>
  from === null && to === null ? t(text.open) : `${from === null ? t(text.open) : day(from)} ~ ${to === null ? t(text.open) : day(to)}`;

export function EditionsPage() {
  const t = useTexts();
  const { rule } = usePath({ strict: false }) as { rule: string };
  const [params, change] = useParams();
  const list = useGet<EditionListJson>(`/api/rules/${encodeURIComponent(rule)}/editions`);
  const again = () => void queryClient.invalidateQueries();
  return (
    <Page
      title={list.data ? t(text.editionsOf, { title: list.data.title }) : rule}
      extra={
        <>
          <Link to="/rules/$rule/calibration" params={{ rule }}>
            <Button>{t(text.calibration)}</Button>
          </Link>
          <Link to="/composer/$rule" params={{ rule }}>
            <Button>{t(text.compose)}</Button>
          </Link>
          <Link to="/rules/$rule" params={{ rule }}>
            <Button>{t(texts.rules.page)}</Button>
          </Link>
        </>
      }
    >
      <Loaded of={list}>
        {(data) => {
          const given = Number(one(params.edition));
          const edition = data.editions.find((e) => e.edition === given) ?? (data.editions[0] as EditionJson);
          return (
            <>
              <div className="grid" style={{ gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1.2fr)' }}>
                <Panel flush title={t(text.editions)}>
                  <EditionTable editions={data.editions} chosen={edition.edition} choose={(n) => change({ edition: String(n) })} />
                </Panel>
                <StepPanel key={`${edition.edition}${edition.state}`} edition={edition} onDone={again} />
              </div>
              <DiffPanel edition={edition} />
              <ParametersPanel key={edition.edition} edition={edition} onDone={again} />
              <TrialPanel edition={edition} unsaved={false} />
              <ShadowPanel rule={rule} />
              <History list={data} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function EditionTable({ editions, chosen, choose }: { editions: EditionJson[]; chosen: number; choose: (edition: number) => void }) {
  const area = useAreaWord();
  const t = useTexts();
  return (
    <Table<EditionJson>
      size="small"
      rowKey="edition"
      pagination={false}
      dataSource={editions}
      rowClassName={(e) => (e.edition === chosen ? 'chosen' : '')}
      columns={[
        {
          key: 'edition',
          title: t(text.editions),
          render: (_, e) => (
            <Button type="link" size="small" onClick={() => choose(e.edition)}>
              {t(text.edition, { n: e.edition })}
            </Button>
          ),
        },
        { key: 'state', title: t(texts.rules.state), render: (_, e) => <StateTag of={e.state} /> },
        { key: 'origin', title: t(text.by), width: 110, render: (_, e) => (e.origin === 'shipped' ? t(text.shipped) : e.draftedBy) },
        {
          key: 'days',
          title: t(texts.rules.inForce),
          render: (_, e) =>
            e.state === 'live' ? `${e.region === '*' ? t(text.everywhere) : area(e.region)} ${span(e.from, e.to, t)}` : '',
        },
      ]}
    />
  );
}

/** The buttons are the table of steps: what the state allows, and nothing else. */
function StepPanel({ edition, onDone }: { edition: EditionJson; onDone: () => void }) {
  const t = useTexts();
  const acting = useActing(onDone);
  const [from, setFrom] = useState(() => new Date().toISOString().slice(0, 10));
  const step = (name: string, body: object = {}) =>
    acting.act((act) => post(`/api/rules/${edition.ruleId}/editions/${edition.edition}/${name}`, { ...act, ...body }));
  const button = (key: string, label: string, work: () => Promise<void>, danger = false) => (
    <Button key={key} danger={danger} disabled={acting.busy} onClick={() => void work()}>
      {label}
    </Button>
  );
  const buttons: Readonly<Record<string, () => React.ReactNode>> = {
    submit: () => button('submit', t(text.act_submit), () => step('submit')),
    approve: () =>
      reviewKinds
        .filter((kind) => !edition.approvals.some((given) => given.kind === kind))
        .map((kind) =>
          button(kind, t(texts.common.named, { name: t(text[kind]), value: t(text.act_approve) }), () =>
            step('review', { kind, verdict: 'approve' }),
          ),
        ),
    return: () =>
      button('return', t(text.act_return), () =>
        edition.state === 'shadow' ? step('return') : step('review', { kind: 'policy', verdict: 'return' }),
      ),
    startShadow: () => button('startShadow', t(text.act_startShadow), () => step('shadow')),
    makeLive: () => (
      <span key="makeLive" className="row">
        {button('makeLive', t(text.act_makeLive), () => step('live', { from: dayFrom(from) ?? null }))}
        <Input aria-label={t(text.liveFrom)} style={{ width: 120 }} value={from} onChange={(e) => setFrom(e.target.value)} />
        <span className="faint">{t(text.liveFrom)}</span>
      </span>
    ),
    retire: () => button('retire', t(text.act_retire), () => step('retire'), true),
  };
  return (
    <Panel
      title={
        <>
          {t(text.edition, { n: edition.edition })} <StateTag of={edition.state} />
        </>
      }
      extra={<span className="faint">{t(text.cases, { n: edition.caseCount })}</span>}
    >
      <div className="row">{acting.fields}</div>
      <div className="row" style={{ marginTop: 8, flexWrap: 'wrap' }}>
        {edition.actions.map((action) => buttons[action]?.())}
      </div>
      {edition.approvals.map(({ kind, by, why }) => (
        <p key={kind}>
          <Tag color="green">{t(text.approvedBy, { kind: t(text[kind]), by })}</Tag> <span className="soft">{why}</span>
        </p>
      ))}
      {acting.problems}
    </Panel>
  );
}

function DiffPanel({ edition }: { edition: EditionJson }) {
  const t = useTexts();
  const diff = useGet<EditionDiffJson>(`/api/rules/${encodeURIComponent(edition.ruleId)}/editions/${edition.edition}/diff`);
  const about = diff.data?.from ? t(text.diffOf, { from: diff.data.from, to: edition.edition }) : '';
  return (
    <Panel
      flush
      title={
        <>
          {t(text.diff)} <span className="faint">{about}</span>
        </>
      }
      extra={diff.data?.at ? <span className="soft">{`${diff.data.by} ${instant(diff.data.at)} ${diff.data.why}`}</span> : null}
    >
      <Loaded of={diff}>
        {(data) =>
          data.changes.length === 0 ? (
            <p className="panel-body soft">{t(data.from === null ? text.diffFirst : text.diffNone)}</p>
          ) : (
            <Table
              size="small"
              rowKey={(row) => `${row.kind}${row.place}`}
              pagination={data.changes.length > 20 ? { pageSize: 20, size: 'small' } : false}
              dataSource={data.changes}
              columns={[
                { key: 'kind', title: '', width: 70, render: (_, row) => <Tag>{t(text[`kind_${row.kind}`])}</Tag> },
                { key: 'place', title: '', width: 200, dataIndex: 'place', className: 'break' },
                { key: 'before', title: t(text.before), render: (_, row) => <span className="break soft">{row.before ?? '—'}</span> },
                { key: 'after', title: t(text.after), render: (_, row) => <span className="break">{row.after ?? '—'}</span> },
              ]}
            />
          )
        }
      </Loaded>
    </Panel>
  );
}

function ShadowPanel({ rule }: { rule: string }) {
  const t = useTexts();
  const runs = useGet<ShadowRunsJson>(`/api/rules/${encodeURIComponent(rule)}/shadow`);
  return (
    <Panel flush title={t(text.shadowRuns)}>
      <Loaded of={runs}>
        {(data) =>
          data.length === 0 ? (
            <p className="panel-body soft">{t(text.shadowNone)}</p>
          ) : (
            <Table
              size="small"
              rowKey={(row) => `${row.runId}${row.edition}`}
              pagination={false}
              dataSource={data}
              columns={[
                { key: 'at', title: t(text.at), render: (_, r) => instant(r.at) },
                { key: 'edition', title: t(text.editions), render: (_, r) => t(text.edition, { n: r.edition }) },
                {
                  key: 'period',
                  title: t(texts.common.day),
                  render: (_, r) => `${day(r.fromDay)} ~ ${day(r.toDay)}${r.narrowed ? ` ${t(text.partly)}` : ''}`,
                },
                { key: 'hit', title: t(text.findings), align: 'right', render: (_, r) => count(r.hit) },
                { key: 'amount', title: t(text.amount), align: 'right', render: (_, r) => yuan(r.amountFen) },
                { key: 'added', title: t(text.added), align: 'right', render: (_, r) => count(r.change.added) },
                { key: 'gone', title: t(text.gone), align: 'right', render: (_, r) => count(r.change.gone) },
                { key: 'changed', title: t(text.changed), align: 'right', render: (_, r) => count(r.change.changed) },
                { key: 'same', title: t(text.same), align: 'right', render: (_, r) => count(r.change.same) },
              ]}
            />
          )
        }
      </Loaded>
    </Panel>
  );
}

function History({ list }: { list: EditionListJson }) {
  const t = useTexts();
  if (list.events.length === 0) return <Nothing title={t(text.history)} />;
  return (
    <Panel flush title={t(text.history)}>
      <Table
        size="small"
        rowKey="serial"
        pagination={list.events.length > 20 ? { pageSize: 20, size: 'small' } : false}
        dataSource={[...list.events].reverse()}
        columns={[
          { key: 'at', title: t(text.at), width: 140, render: (_, e) => instant(e.at) },
          { key: 'edition', title: t(text.editions), width: 80, render: (_, e) => t(text.edition, { n: e.edition }) },
          {
            key: 'action',
            title: t(text.step),
            width: 200,
            render: (_, e) =>
              e.kind
                ? t(texts.common.named, {
                    name: t((text as Readonly<Record<string, Text>>)[e.kind] ?? [e.kind, e.kind]),
                    value: actionWord(e.action, t),
                  })
                : actionWord(e.action, t),
          },
          { key: 'by', title: t(text.by), width: 110, dataIndex: 'by' },
          { key: 'why', title: t(text.why), minWidth: 150, dataIndex: 'why', className: 'break' },
        ]}
      />
    </Panel>
  );
}
