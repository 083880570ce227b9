// 报文: every call and every message of the feed, what came of it, and an audit asked again.
import type { CallJson, FeedJson } from '@hengjian/server/schemas/interface.ts';
import { Button, Segmented, Table, type TableProps, Tag } from 'antd';
import { useState } from 'react';
import { useGet } from '../../api.ts';
import { count, instant } from '../../format.ts';
import { type Say, texts, useTexts } from '../../texts/index.ts';
import { Choice, SearchBox } from '../../ui/filters.tsx';
import { Loaded, Nothing, Page, Panel } from '../../ui/page.tsx';
import { CallDrawer } from './call-drawer.tsx';

const text = texts.interfaceTexts;
const kinds = ['audits', 'feed'] as const;
type Kind = (typeof kinds)[number];
const outcomes = {
  answered: text.callAnswered,
  refused: text.callRefused,
  failed: text.callFailed,
  open: text.openCalls,
  rechecked: text.recheckedCalls,
};
const states = { waiting: text.stateWaiting, folded: text.stateFolded, open: text.stateOpen, damaged: text.stateDamaged };
const colours = {
  answered: 'green',
  refused: 'gold',
  failed: 'red',
  waiting: 'blue',
  folded: 'green',
  open: 'gold',
  damaged: 'red',
} as const;

interface Filter {
  provider?: string | undefined;
  infno?: string | undefined;
  text?: string | undefined;
  /** Outcome of a call, state of a message of the feed. */
  state?: string | undefined;
  before?: number | undefined;
}

export function MessagesPage() {
  const t = useTexts();
  const [kind, setKind] = useState<Kind>('audits');
  const [filter, setFilter] = useState<Filter>({});
  const change = (to: Filter) => setFilter({ ...filter, before: undefined, ...to });
  const bound = (name: 'text' | 'provider' | 'infno' | 'state') => ({
    value: filter[name],
    onChange: (value: string | undefined) => change({ [name]: value }),
  });
  const choices = kind === 'audits' ? outcomes : states;
  return (
    <Page title={t(text.messages)} about={t(text.messagesAbout)}>
      <div className="filters">
        <Segmented<Kind>
          value={kind}
          onChange={(value) => {
            setKind(value);
            change({ state: undefined });
          }}
          options={kinds.map((value) => ({ value, label: t(text[value]) }))}
        />{' '}
        <SearchBox label={t(text.search)} width={330} {...bound('text')} />{' '}
        <SearchBox label={t(text.provider)} width={190} {...bound('provider')} />{' '}
        <SearchBox label={t(text.infno)} width={120} {...bound('infno')} />{' '}
        <Choice
          label={t(kind === 'audits' ? text.outcome : text.state)}
          width={130}
          options={Object.entries(choices).map(([value, name]) => ({ value, label: t(name) }))}
          {...bound('state')}
        />
      </div>
      {kind === 'audits' ? <Calls filter={filter} change={change} /> : <Feed filter={filter} change={change} />}
    </Page>
  );
}

interface Listed {
  filter: Filter;
  change: (to: Filter) => void;
}

/** A page holds so many: fewer are the last. */
const PAGE = 100;
function Turning({ rows, filter, change }: Listed & { rows: readonly { serial: number }[] }) {
  const t = useTexts();
  return (
    <p>
      {filter.before === undefined ? null : <Button onClick={() => change({ before: undefined })}>{t(text.newest)}</Button>}{' '}
      {rows.length < PAGE ? null : <Button onClick={() => change({ before: rows.at(-1)?.serial })}>{t(text.older)}</Button>}
    </p>
  );
}

/** When, what and from whom: the first columns of both lists. */
const received = <R extends CallJson | FeedJson[number]>(t: Say): NonNullable<TableProps<R>['columns']> => [
  { title: t(text.receivedAt), width: 150, render: (_, row) => instant(row.receivedAt) },
  { title: t(text.message), minWidth: 150, render: (_, row) => `${row.infno} ${row.title}` },
  {
    title: t(text.provider),
    render: (_, row) => (
      <>
        {row.provider ?? row.providerNo} {row.provider ? <span className="faint">{row.providerNo}</span> : null}
      </>
    ),
  },
];

function Calls({ filter, change }: Listed) {
  const t = useTexts();
  const { state, ...rest } = filter;
  const [open, setOpen] = useState<number>();
  const calls = useGet<CallJson[]>('/api/interface/calls', { ...rest, outcome: state }, { keep: true });
  return (
    <Loaded of={calls}>
      {(rows) => (
        <Panel flush>
          {rows.length === 0 ? (
            <Nothing title={t(text.noCalls)} />
          ) : (
            <Table
              size="small"
              rowKey="serial"
              pagination={false}
              dataSource={rows}
              columns={[
                ...received<CallJson>(t),
                {
                  title: t(text.msgid),
                  render: (_, row) => (
                    <Button type="link" size="small" onClick={() => setOpen(row.serial)}>
                      {row.msgid || row.serial}
                    </Button>
                  ),
                },
                { title: t(text.outcome), render: (_, row) => <Outcome row={row} /> },
                { title: t(text.reminders), align: 'right', render: (_, row) => count(row.reminders) },
                {
                  title: t(text.took),
                  align: 'right',
                  render: (_, row) => (row.milliseconds === null ? '—' : t(text.ms, { n: row.milliseconds.toFixed(1) })),
                },
              ]}
            />
          )}
          <Turning rows={rows} filter={filter} change={change} />
          {open === undefined ? null : <CallDrawer serial={open} onClose={() => setOpen(undefined)} />}
        </Panel>
      )}
    </Loaded>
  );
}

function Outcome({ row }: { row: CallJson }) {
  const t = useTexts();
  return (
    <>
      {row.outcome ? <Tag color={colours[row.outcome]}>{t(outcomes[row.outcome])}</Tag> : null}
      {row.undecided ? <Tag color="gold">{t(row.recheckedAt === null ? text.openCalls : text.recheckedCalls)}</Tag> : null}
      {row.refusal ? <span className="faint">{row.refusal}</span> : null}
    </>
  );
}

function Feed({ filter, change }: Listed) {
  const t = useTexts();
  const feed = useGet<FeedJson>('/api/interface/messages', { ...filter }, { keep: true });
  return (
    <Loaded of={feed}>
      {(rows) => (
        <Panel flush>
          {rows.length === 0 ? (
            <Nothing title={t(text.noCalls)} />
          ) : (
            <Table
              size="small"
              rowKey="serial"
              pagination={false}
              dataSource={rows}
              columns={[
                ...received<FeedJson[number]>(t),
                { title: t(text.msgid), dataIndex: 'msgid' },
                { title: t(text.encounter), dataIndex: 'encounterNo' },
                { title: t(text.state), render: (_, row) => <Tag color={colours[row.state]}>{t(states[row.state])}</Tag> },
                {
                  title: t(text.why),
                  render: (_, row) =>
                    [
                      ...(row.waitingLines > 0 ? [t(text.waitingLines, { n: row.waitingLines })] : []),
                      ...row.problems,
                      ...(row.sameNumber > 0 ? [t(text.sameNumber, { n: row.sameNumber })] : []),
                    ].join(t(texts.common.semicolon)),
                },
              ]}
            />
          )}
          <Turning rows={rows} filter={filter} change={change} />
        </Panel>
      )}
    </Loaded>
  );
}
