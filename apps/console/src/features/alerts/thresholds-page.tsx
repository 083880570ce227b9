// 预警目录与阈值: what each alert asks and how it has done; thresholds are tried on the past year before they change.
import { parameterShown } from '@hengjian/domain';
import type { AlertShownJson, TrialJson, WatchedRuleJson } from '@hengjian/server/schemas/alerts.ts';
import { Link } from '@tanstack/react-router';
import { Alert, Button, InputNumber, Table, Tag } from 'antd';
import { useState } from 'react';
import { post, queryClient, useGet } from '../../api.ts';
import { count, DASH, day, instant, share } from '../../format.ts';
import { useMay } from '../../session.ts';
import { type Text, texts, useTexts } from '../../texts/index.ts';
import { one, useParams } from '../../ui/address.ts';
import { AskWhy } from '../../ui/ask-why.tsx';
import { Chart } from '../../ui/chart.tsx';
import { ChoiceTable } from '../../ui/choice-table.tsx';
import { Markdown } from '../../ui/markdown.tsx';
import { Loaded, Page, Panel, Problem } from '../../ui/page.tsx';
import { useAlertWords } from './words.ts';

const text = texts.alerts;

export function ThresholdsPage() {
  const t = useTexts();
  const { say, language } = useAlertWords();
  const catalogue = useGet<AlertShownJson[]>('/api/alert-catalogue');
  const [params, change] = useParams();
  return (
    <Page
      title={t(text.thresholds)}
      about={t(text.firstTry)}
      extra={
        <Link to="/alerts">
          <Button>{t(text.title)}</Button>
        </Link>
      }
    >
      <Loaded of={catalogue}>
        {(alerts) => {
          const chosen = alerts.find(({ alertId }) => alertId === one(params.alert)) ?? alerts[0];
          return (
            <>
              <Panel flush>
                <ChoiceTable<AlertShownJson>
                  rows={alerts}
                  keyOf={({ alertId }) => alertId}
                  chosen={chosen?.alertId}
                  onChoose={(alert) => change({ alert })}
                  columns={[
                    { key: 'monitor', title: t(text.monitor), minWidth: 90, render: (_, { monitor }) => say('monitors', monitor) },
                    { key: 'title', title: t(text.whichAlerts), minWidth: 130, render: (_, { title }) => title[language] },
                    {
                      key: 'signals',
                      title: t(text.signals),
                      align: 'right',
                      className: 'nowrap',
                      render: (_, { signals }) => count(signals),
                    },
                    { key: 'open', title: t(text.openOnes), align: 'right', className: 'nowrap', render: (_, { open }) => count(open) },
                    {
                      key: 'precision',
                      title: t(text.precision),
                      className: 'nowrap',
                      align: 'right',
                      render: (_, { right, wrong }) =>
                        right + wrong === 0 ? (
                          <span className="faint">{t(text.noneClosed)}</span>
                        ) : (
                          `${share(right / (right + wrong), 0)} (${t(text.precisionOf, { right, all: right + wrong })})`
                        ),
                    },
                    {
                      key: 'run',
                      title: t(text.lastRun),
                      minWidth: 170,
                      render: (_, { lastRun }) =>
                        lastRun ? `${instant(lastRun.at)} · ${t(text.asked, { n: count(lastRun.asked) })}` : t(text.neverRun),
                    },
                    {
                      key: 'unasked',
                      title: t(text.unasked),
                      minWidth: 180,
                      render: (_, { lastRun }) =>
                        Object.entries(lastRun?.unasked ?? {})
                          .filter(([, n]) => n > 0)
                          .map(([reason, n]) => `${say('unasked', reason)} ${count(n)}`)
                          .join(t(texts.common.comma)) || DASH,
                    },
                  ]}
                />
              </Panel>
              {chosen ? <Thresholds key={chosen.alertId} of={chosen} /> : null}
              {chosen ? (
                <Panel title={t(text.how)}>
                  <Markdown source={chosen.page} />
                </Panel>
              ) : null}
              <WatchedElsewhere />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

/** Pages that belong to a monitor: what is seen in shares and trends. */
const pagesOf: Readonly<Record<string, readonly { to: string; name: Text }[]>> = {
  services: [
    { to: '/physicians', name: texts.practice.physicians },
    { to: '/decision/benchmarks', name: texts.benchmarks.title },
    { to: '/arrivals', name: texts.arrivals.title },
  ],
  pharmacy: [{ to: '/pharmacies', name: texts.practice.pharmacies }],
  items: [{ to: '/decision/items', name: texts.items.title }],
  persons: [
    { to: '/credit?subject=person', name: texts.credit.title },
    { to: '/persons', name: texts.person.lookUp },
  ],
};

function WatchedElsewhere() {
  const t = useTexts();
  const { say, language } = useAlertWords();
  const watched = useGet<WatchedRuleJson[]>('/api/alert-rules');
  if (!watched.data) return null;
  return (
    <Panel title={t(text.elsewhere)}>
      <p className="faint">{t(text.elsewhereHelp)}</p>
      {[...Map.groupBy(watched.data, ({ monitor }) => monitor)].map(([monitor, rules]) => (
        <section key={monitor} className="watched">
          <strong>{say('monitors', monitor)}</strong>
          {rules.map(({ ruleId, title, findings }) => (
            <a key={ruleId} href={`/findings?rule=${ruleId}`}>
              {title[language]} <span className="faint">{count(findings)}</span>
            </a>
          ))}
          {(pagesOf[monitor] ?? []).map(({ to, name }) => (
            <a key={to} href={to}>
              <Tag color="blue">{t(name)}</Tag>
            </a>
          ))}
        </section>
      ))}
    </Panel>
  );
}

function Thresholds({ of: alert }: { of: AlertShownJson }) {
  const t = useTexts();
  const { language } = useAlertWords();
  const [mayTry, mayEnact] = [useMay('alert.run'), useMay('alert.threshold')];
  const [wished, setWished] = useState<Record<string, number>>({});
  const [trial, setTrial] = useState<TrialJson>();
  const [state, setState] = useState<'trying' | 'enacted'>();
  const [error, setError] = useState<unknown>();
  const numeric = alert.thresholds.filter(({ type }) => type === 'int');
  const changed = Object.fromEntries(
    Object.entries(wished).filter(([name, value]) => numeric.some((one) => one.name === name && one.value !== value)),
  );
  const attempt = async (work: () => Promise<void>) => {
    setError(undefined);
    try {
      await work();
    } catch (failure) {
      setState(undefined);
      setError(failure);
    }
  };
  const tryIt = () =>
    attempt(async () => {
      setState('trying');
      setTrial(await post<TrialJson>('/api/alert-trials', { alertId: alert.alertId, parameters: changed }));
      setState(undefined);
    });
  const enact = (why: string) =>
    attempt(async () => {
      await post('/api/alert-thresholds', { trialId: trial?.trialId ?? '', why });
      setState('enacted');
      await queryClient.invalidateQueries();
    });
  const inUnit = ({ value, unit, name }: AlertShownJson['thresholds'][number]) => parameterShown(String(value), unit, name)[language];
  return (
    <Panel title={t(texts.common.named, { name: t(text.threshold), value: alert.title[language] })}>
      <Table
        size="small"
        rowKey="name"
        pagination={false}
        scroll={{ x: 480 }}
        dataSource={alert.thresholds}
        columns={[
          { key: 'title', title: t(text.threshold), render: (_, one) => one.title[language] },
          { key: 'value', title: t(text.inForce), align: 'right', render: (_, one) => inUnit(one) },
          {
            key: 'standard',
            title: t(text.standard),
            align: 'right',
            render: (_, one) => <span className="faint">{String(one.standard)}</span>,
          },
          {
            key: 'try',
            title: t(text.tryValue),
            width: 160,
            render: (_, { name, title, type, value, minimum, maximum }) =>
              type === 'int' && mayTry ? (
                <InputNumber
                  aria-label={title[language]}
                  {...(minimum !== null && { min: minimum })}
                  {...(maximum !== null && { max: maximum })}
                  value={wished[name] ?? Number(value)}
                  onChange={(given) => {
                    setTrial(undefined);
                    setWished({ ...wished, [name]: Number(given ?? value) });
                  }}
                />
              ) : null,
          },
        ]}
      />
      {mayTry ? (
        <Button style={{ marginTop: 8 }} disabled={Object.keys(changed).length === 0 || state === 'trying'} onClick={() => void tryIt()}>
          {t(state === 'trying' ? text.trying : text.tryIt)}
        </Button>
      ) : null}
      {trial ? (
        <>
          <p>
            {t(text.tried, {
              from: day(trial.fromDay),
              to: day(trial.toDay),
              before: trial.before,
              after: trial.after,
              added: trial.added,
              gone: trial.gone,
            })}
            {trial.goneRight + trial.goneWrong > 0
              ? `${t(texts.common.semicolon)}${t(text.goneWere, { right: trial.goneRight, wrong: trial.goneWrong })}`
              : ''}
          </p>
          {trial.months.length > 0 ? (
            <Chart
              height={160}
              label={t(text.byMonth)}
              option={{
                legend: {},
                tooltip: { trigger: 'axis' },
                xAxis: { type: 'category', name: t(texts.axes.month), data: trial.months.map(({ month }) => month) },
                yAxis: { type: 'value', name: t(texts.axes.signals), minInterval: 1 },
                series: [
                  { type: 'bar', name: t(text.inForce), data: trial.months.map(({ before }) => before) },
                  { type: 'bar', name: t(text.tryValue), data: trial.months.map(({ after }) => after) },
                ],
              }}
            />
          ) : null}
          <ul className="steps">
            {trial.examples.map((example) => (
              <li key={`${example.mark} ${example.subjectNo} ${example.fromDay}`}>
                <Tag color={example.mark === 'added' ? 'green' : 'red'}>{t(text[example.mark])}</Tag>
                {example.subjectName ?? ''} <span className="code faint nowrap">{example.subjectNo}</span> {day(example.fromDay)}{' '}
                {example.value}
              </li>
            ))}
          </ul>
          {mayEnact && state !== 'enacted' ? (
            <AskWhy about={t(text.why)} onGiven={(why) => void enact(why)}>
              <Button type="primary">{t(text.enact)}</Button>
            </AskWhy>
          ) : null}
        </>
      ) : null}
      {state === 'enacted' ? <Alert type="success" title={t(text.enacted)} style={{ marginTop: 8 }} /> : null}
      {error ? <Problem error={error} /> : null}
    </Panel>
  );
}
