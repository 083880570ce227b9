// One rule: its page, what the last run said, parameters, and the knowledge behind it.
import { parameterShown } from '@hengjian/domain';
import type { RuleFileJson } from '@hengjian/server/schemas/rules.ts';
import { Link, useParams as usePath } from '@tanstack/react-router';
import { Button, Tag } from 'antd';
import { useGet } from '../../api.ts';
import { count, DASH, day, localTime, yuan } from '../../format.ts';
import { type Say, type Text, texts, useSpeech, useTexts } from '../../texts/index.ts';
import { Markdown } from '../../ui/markdown.tsx';
import { Fact, Loaded, Nothing, Page, Panel } from '../../ui/page.tsx';
import { Certainty, ruleClass } from '../../ui/words.tsx';
import { RuleSentence } from '../composer/rule-sentence.tsx';
import { writeParam } from '../findings/facts.ts';
import { KnowledgeTable } from '../knowledge/knowledge-table.tsx';

const text = texts.rules;

export function RulePage() {
  const t = useTexts();
  const { rule: id } = usePath({ strict: false }) as { rule: string };
  const file = useGet<RuleFileJson>(`/api/rules/${encodeURIComponent(id)}`);
  const { data } = file;
  return (
    <Page
      title={
        <span className="row">
          {data?.title ?? id} {data ? <Certainty of={data.certainty} /> : null}
        </span>
      }
      about={
        data ? (
          <>
            <span className="code">{data.code}</span> · {ruleClass(t, data.category)}
          </>
        ) : null
      }
      extra={
        <>
          <Link to="/findings" search={{ rule: id }}>
            <Button type="primary">
              {data ? t(texts.common.aside, { what: t(text.toFindings), aside: count(data.findings) }) : t(text.toFindings)}
            </Button>
          </Link>
          <Link to="/rules/$rule/editions" params={{ rule: id }}>
            <Button>{t(texts.governance.toEditions)}</Button>
          </Link>
          {data?.parameters.some(({ value }) => typeof value === 'number') ? (
            <Link to="/rules/$rule/calibration" params={{ rule: id }}>
              <Button>{t(texts.governance.calibration)}</Button>
            </Link>
          ) : null}
          <Link to="/rules">
            <Button>{t(text.title)}</Button>
          </Link>
        </>
      }
    >
      <Loaded of={file}>
        {(rule) => (
          <>
            <RuleSentence rule={id} edition={rule.edition} />
            <div className="grid" style={{ gridTemplateColumns: 'minmax(0, 1.3fr) minmax(0, 1fr)' }}>
              <Panel title={t(text.page)}>{rule.page ? <Markdown source={rule.page} /> : <Nothing title={t(text.pageNone)} />}</Panel>
              <Panel title={t(text.lastRun)}>
                <Facts rule={rule} />
              </Panel>
            </div>
            {rule.knowledge ? (
              <Panel
                flush
                title={t(text.knowledge)}
                extra={
                  <span className="soft">
                    {t(text.active)} {count(rule.knowledge.active)} · {t(text.waiting)} {count(rule.knowledge.waiting)} ·{' '}
                    {t(text.superseded)} {count(rule.knowledge.superseded)}
                  </span>
                }
              >
                <KnowledgeTable ruleKey={rule.code} />
              </Panel>
            ) : null}
          </>
        )}
      </Loaded>
    </Page>
  );
}

const states: Readonly<Record<string, Text>> = {
  draft: text.draft,
  review: texts.governance.review,
  shadow: text.shadow,
  live: text.live,
  retired: text.retired,
};

/** The sentence with its facts named, and the marks of what may be left out taken off. */
const sentenceOf = (words: string, t: Say) =>
  words.replace(/\{(\w+)\}/g, (_, name: string) => `〔${writeParam(name, t)}〕`).replace(/[[\]]/g, '');

function Facts({ rule }: { rule: RuleFileJson }) {
  const { t, language } = useSpeech();
  const run = rule.lastRun;
  return (
    <dl className="facts">
      <Fact name={t(text.lastRun)}>
        {run
          ? t(texts.common.aside, { what: localTime(run.finishedAt), aside: `${day(run.fromDay)} ${t(texts.common.to)} ${day(run.toDay)}` })
          : t(text.never)}
      </Fact>
      {run ? (
        <>
          <Fact name={t(text.partitions)}>{count(run.partitions)}</Fact>
          <Fact name={t(text.hit)}>
            <strong>{count(run.hit)}</strong>{' '}
            <span className="faint">
              {yuan(run.amountFen)} {t(texts.common.yuan)}
            </span>
          </Fact>
          <Fact name={t(text.clear)}>{count(run.clear)}</Fact>
          <Fact name={t(text.notEvaluated)}>
            {count(run.notEvaluated)} <span className="faint">{t(text.notEvaluatedHelp)}</span>
          </Fact>
          <Fact name={t(text.exempted)}>{count(Object.values(run.exempted).reduce((sum, n) => sum + n, 0))}</Fact>
          <Fact name={t(text.seconds)}>{run.seconds.toFixed(2)}</Fact>
        </>
      ) : null}
      <Fact name={t(text.shape)}>{t(text[rule.shape])}</Fact>
      <Fact name={t(text.edition)}>
        {rule.editions.length
          ? rule.editions.map(({ edition, state, recordedAt }) => (
              <div key={edition}>
                {t(texts.findings.edition, { n: edition })}{' '}
                <Tag color={state === 'live' ? 'green' : 'default'}>{t(states[state] ?? [state, state])}</Tag>{' '}
                <span className="faint">{localTime(recordedAt)}</span>
              </div>
            ))
          : t(texts.findings.edition, { n: rule.edition })}
      </Fact>
      {rule.basis.map(({ document, article }) => (
        <Fact key={`${document}${article}`} name={t(text.basis)}>
          《{document.replace(/^《|》$/g, '')}》{article ? <span className="soft"> {article}</span> : null}
        </Fact>
      ))}
      <Fact name={t(text.explain)}>{sentenceOf(rule.explain, t)}</Fact>
      {rule.parameters.length ? (
        <Fact name={t(text.parameters)}>
          {rule.parameters.map((parameter) => (
            <div key={`${parameter.name}${parameter.fromDay}`}>
              {parameter.title}
              {t(texts.common.colon)}
              {Array.isArray(parameter.value)
                ? parameter.value.join(t(texts.common.comma))
                : parameterShown(String(parameter.value ?? DASH), parameter.unit, parameter.name)[language]}
            </div>
          ))}
        </Fact>
      ) : null}
      {rule.exemptions.length ? (
        <Fact name={t(text.exemptions)}>
          {rule.exemptions.map((exemption) => (
            <div key={exemption.id}>
              {exemption.title} <span className="faint">({t(text[exemption.acts])})</span> {count(run?.exempted[exemption.id] ?? 0)}
            </div>
          ))}
        </Fact>
      ) : null}
    </dl>
  );
}
