// One story: each signal with its sentence, plot and records, what to do next, and the step that is taken.
import type { SignalJson, StoryFileJson, StoryStepJson } from '@hengjian/server/schemas/alerts.ts';
import { Link, useParams as useRoute } from '@tanstack/react-router';
import { Button, Collapse, Input, Select, Table, Tag } from 'antd';
import { useState } from 'react';
import { post, queryClient, speaking, useGet } from '../../api.ts';
import { count, DASH, day, instant, yuan } from '../../format.ts';
import { useMay } from '../../session.ts';
import { type Text, texts, useTexts } from '../../texts/index.ts';
import { AskWhy } from '../../ui/ask-why.tsx';
import { Chart } from '../../ui/chart.tsx';
import { Fact, Loaded, Page, Panel, Problem } from '../../ui/page.tsx';
import { ProfileLink } from '../../ui/profile-link.tsx';
import { TieDrawing } from './tie-drawing.tsx';
import { useAlertWords } from './words.ts';

const text = texts.alerts;
/** Signals shown open; the others unfold. */
const OPEN = 3;

export function StoryPage() {
  const t = useTexts();
  const { say } = useAlertWords();
  const { story: id } = useRoute({ strict: false }) as { story: string };
  const [why, setWhy] = useState<string>();
  const maySee = useMay('finding.unmask');
  const file = useGet<StoryFileJson>(`/api/alerts/${encodeURIComponent(id)}`, { why });
  const back = (
    <Link to="/alerts">
      <Button>{t(text.firstPage)}</Button>
    </Link>
  );
  return (
    <Loaded of={file}>
      {({ story, signals, actions, steps, next }) => (
        <Page
          title={`${story.subjectName ?? say('subjects', story.subjectKind)} ${story.subjectNo}`}
          about={`${say('monitors', story.monitor)} · ${story.storyId} · ${day(story.fromDay)} ~ ${day(story.toDay)}`}
          extra={
            <>
              <ProfileLink kind={story.subjectKind} no={story.subjectNo} /> {back}{' '}
              {maySee && why === undefined ? (
                <AskWhy about={t(text.wholeHelp)} onGiven={setWhy}>
                  <Button>{t(text.wholeNumbers)}</Button>
                </AskWhy>
              ) : null}{' '}
              <Button onClick={() => window.print()}>{t(texts.common.print)}</Button>
            </>
          }
        >
          <div className="alert-columns">
            <div>
              {signals.slice(0, OPEN).map((signal) => (
                <Panel key={signal.signalId} title={<SignalTitle of={signal} />}>
                  <Signal of={signal} subject={story.subjectName ?? story.subjectNo} />
                </Panel>
              ))}
              {signals.length > OPEN ? (
                <Collapse
                  items={signals.slice(OPEN).map((signal) => ({
                    key: signal.signalId,
                    label: (
                      <>
                        <SignalTitle of={signal} /> {signal.text}
                      </>
                    ),
                    children: <Signal of={signal} subject={story.subjectName ?? story.subjectNo} />,
                  }))}
                />
              ) : null}
            </div>
            <div>
              <Panel>
                <dl className="facts">
                  <Fact name={t(text.state)}>
                    <Tag>{say('states', story.state)}</Tag>
                  </Fact>
                  <Fact name={t(text.signals)}>{count(story.signalCount)}</Fact>
                  <Fact name={t(text.raised)}>{instant(story.raisedAt)}</Fact>
                  <Fact name={t(text.assigned)}>{story.assignedTo ?? DASH}</Fact>
                  {story.reason ? <Fact name={t(text.reason)}>{say('reasons', story.reason)}</Fact> : null}
                  {story.ledTo ? (
                    <Fact name={t(text.ledTo)}>
                      {story.state === 'clue' ? <a href={`/clues?open=${story.ledTo}`}>{story.ledTo}</a> : story.ledTo}
                    </Fact>
                  ) : null}
                </dl>
              </Panel>
              {actions.length > 0 ? <NextStep storyId={story.storyId} actions={actions} /> : null}
              <Panel title={t(text.next)}>
                {next.map((one) => (
                  <div key={one.alertId}>
                    {next.length > 1 ? <strong>{one.title}</strong> : null}
                    <ol>
                      {one.steps.map((step) => (
                        <li key={step}>{step}</li>
                      ))}
                    </ol>
                  </div>
                ))}
              </Panel>
              <Panel title={t(text.history)}>
                <ul className="steps">
                  {steps.map((step) => (
                    <li key={`${step.at} ${step.action}`}>
                      {instant(step.at)} {step.by} {say('actions', step.action)}
                      {step.why ? `${t(texts.common.colon)}${step.why}` : ''}
                    </li>
                  ))}
                </ul>
              </Panel>
            </div>
          </div>
        </Page>
      )}
    </Loaded>
  );
}

const SignalTitle = ({ of }: { of: SignalJson }) => (
  <>
    <Tag color="blue">{of.title}</Tag>
    {of.fromDay === of.toDay ? day(of.fromDay) : `${day(of.fromDay)} ~ ${day(of.toDay)}`}
  </>
);

function Signal({ of: signal, subject }: { of: SignalJson; subject: string }) {
  const t = useTexts();
  const label = t(text.graph, { members: signal.graph?.nodes.length ?? 0, ties: signal.graph?.ties.length ?? 0 });
  return (
    <>
      <p className="alert-sentence">{signal.text}</p>
      {signal.graph ? (
        <>
          <p className="soft">{label}</p>
          <TieDrawing graph={signal.graph} label={label} />
          <Table
            size="small"
            rowKey={({ a, b }) => `${a} ${b}`}
            scroll={{ x: 'max-content' }}
            pagination={signal.graph.ties.length > 8 ? { pageSize: 8, size: 'small', showSizeChanger: false } : false}
            dataSource={signal.graph.ties}
            columns={[
              { key: 'tie', title: t(text.ties), render: (_, { a, b }) => <span className="code">{`${a} – ${b}`}</span> },
              { key: 'times', title: t(text.together), align: 'right', dataIndex: 'times', sorter: (x, y) => x.times - y.times },
              {
                key: 'share',
                title: t(text.ofRarer),
                align: 'right',
                render: (_, { share }) => `${share}%`,
                sorter: (x, y) => x.share - y.share,
              },
            ]}
          />
        </>
      ) : null}
      {signal.series.length > 1 ? <Series of={signal} subject={subject} /> : null}
      {signal.records.length > 0 ? <Records of={signal} /> : null}
    </>
  );
}

const scaled = (form: string, value: number | null): number | null =>
  value === null
    ? null
    : form === 'fen'
      ? value / 100
      : form === 'ratio'
        ? value / 10_000
        : form === 'mean'
          ? value / 10_000
          : form === 'quantity'
            ? value / 10_000
            : value;

const units: Readonly<Record<string, Text>> = text.unitNames;

function Series({ of: { series, form, unit, fromDay, hour, expected, title }, subject }: { of: SignalJson; subject: string }) {
  const t = useTexts();
  const at = hour === null ? fromDay * 86_400 : fromDay * 86_400 + hour * 3600;
  const name = (moment: number) => (hour === null ? day(moment / 86_400) : instant(moment).slice(5));
  const label = t(text.series, { name: `${subject} ${title}` });
  return (
    <>
      <p className="soft">{label}</p>
      <Chart
        height={170}
        label={label}
        option={{
          tooltip: { trigger: 'axis' },
          xAxis: {
            type: 'category',
            name: t(hour === null ? texts.axes.day : texts.axes.hour),
            data: series.map(([moment]) => name(moment)),
          },
          yAxis: { type: 'value', name: t(texts.common.aside, { what: t(text.value), aside: t(units[unit] ?? texts.axes.each) }) },
          series: [
            {
              type: 'bar',
              barMaxWidth: 26,
              data: series.map(([moment, value]) => ({
                value: scaled(form, value) ?? 0,
                itemStyle: { color: moment === at ? '#c0392b' : '#1f5f9e' },
              })),
            },
            {
              type: 'line',
              symbol: 'none',
              lineStyle: { type: 'dashed', color: '#b7791f', width: 1 },
              data: series.map(() => scaled(form, expected) ?? 0),
            },
          ],
        }}
      />
    </>
  );
}

function Records({ of: { records, addsFen } }: { of: SignalJson }) {
  const t = useTexts();
  const has = (name: 'settlementNo' | 'encounterNo' | 'personNo' | 'house' | 'itemCode') => records.some((record) => record[name] !== null);
  const column = (name: 'settlementNo' | 'encounterNo' | 'personNo', title: string) =>
    has(name)
      ? [{ key: name, title, render: (_: unknown, record: (typeof records)[number]) => <span className="code">{record[name]}</span> }]
      : [];
  return (
    <>
      <p className="soft">{t(text.records)}</p>
      <Table
        size="small"
        rowKey={(record) =>
          `${record.settlementNo ?? ''} ${record.encounterNo ?? ''} ${record.itemCode ?? ''} ${record.at ?? record.day} ${record.adds}`
        }
        scroll={{ x: 'max-content' }}
        dataSource={records}
        pagination={records.length > 8 ? { pageSize: 8, size: 'small', showSizeChanger: false } : false}
        columns={[
          { key: 'at', title: t(text.at), render: (_, { at, day: on }) => (at === null ? day(on) : instant(at)) },
          ...column('settlementNo', t(text.settlement)),
          ...(has('settlementNo') ? [] : column('encounterNo', t(text.encounter))),
          ...column('personNo', t(text.person)),
          ...(has('house') ? [{ key: 'house', title: t(text.house), dataIndex: 'house' }] : []),
          ...(has('itemCode')
            ? [
                {
                  key: 'itemCode',
                  title: t(text.item),
                  render: (_: unknown, { itemCode, itemName }: (typeof records)[number]) =>
                    itemName ?? <span className="code">{itemCode}</span>,
                },
              ]
            : []),
          {
            key: 'adds',
            title: addsFen ? t(texts.common.aside, { what: t(text.adds), aside: t(texts.common.yuan) }) : t(text.adds),
            align: 'right' as const,
            render: (_: unknown, { adds }) => (addsFen ? yuan(adds) : count(adds)),
          },
        ]}
      />
    </>
  );
}

function NextStep({ storyId, actions }: { storyId: string; actions: StoryFileJson['actions'] }) {
  const t = useTexts();
  const { say, options } = useAlertWords();
  const [chosen, setChosen] = useState<string>(actions[0] as string);
  const action = actions.includes(chosen as never) ? chosen : (actions[0] as string);
  const [given, setGiven] = useState({ why: '', assignedTo: speaking.operator, reason: 'explained', inspectionId: '' });
  const [error, setError] = useState<unknown>();
  const set = (change: Partial<typeof given>) => setGiven({ ...given, ...change });
  const take = async () => {
    setError(undefined);
    const wish: StoryStepJson = {
      why: given.why,
      ...(action === 'assign' && { assignedTo: given.assignedTo }),
      ...(action === 'close' && { reason: given.reason as NonNullable<StoryStepJson['reason']> }),
      ...(action === 'inspect' && { inspectionId: given.inspectionId }),
    };
    try {
      await post(`/api/alerts/${storyId}/steps/${action}`, wish);
      set({ why: '' });
      await queryClient.invalidateQueries();
    } catch (failure) {
      setError(failure);
    }
  };
  const input = (key: 'why' | 'assignedTo' | 'inspectionId', label: string) => (
    <Input
      aria-label={label}
      placeholder={label}
      style={{ marginTop: 8 }}
      value={given[key]}
      onChange={(e) => set({ [key]: e.target.value })}
    />
  );
  return (
    <Panel title={t(text.take)}>
      <Select
        aria-label={t(text.step)}
        style={{ width: '100%' }}
        value={action}
        onChange={setChosen}
        options={actions.map((value) => ({ value, label: say('actions', value) }))}
      />
      {action === 'assign' ? input('assignedTo', t(text.assigned)) : null}
      {action === 'inspect' ? input('inspectionId', t(text.inspection)) : null}
      {action === 'close' ? (
        <Select
          aria-label={t(text.reason)}
          style={{ width: '100%', marginTop: 8 }}
          value={given.reason}
          onChange={(reason) => set({ reason })}
          options={options('reasons')}
        />
      ) : null}
      {input('why', t(text.why))}
      <Button type="primary" style={{ marginTop: 8 }} disabled={given.why.trim() === ''} onClick={() => void take()}>
        {say('actions', action)}
      </Button>
      {error ? <Problem error={error} /> : null}
    </Panel>
  );
}
