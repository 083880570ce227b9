// What the answers say so far: the shares with their intervals, how many are still needed, every question by its options.
import type { Survey } from '@hengjian/domain';
import type { SurveyFileJson, TallyJson } from '@hengjian/server/schemas/surveys.ts';
import { Link } from '@tanstack/react-router';
import { Alert, Progress } from 'antd';
import { count, day, share } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { Chart } from '../../ui/chart.tsx';
import { Fact, Panel } from '../../ui/page.tsx';
import { useSurveyWords } from './words.ts';
import './surveys.css';

const text = texts.surveys;

export function Results({ file }: { file: SurveyFileJson }) {
  const t = useTexts();
  const { say } = useSurveyWords();
  const { one, tally, needed, confidencePercent, marginPercent } = file;
  const short = needed - tally.valid;
  const { population } = one;
  return (
    <Panel title={t(text.result)}>
      <div className="survey-shares">
        <Share name={t(text.satisfied)} of={tally.satisfied} confidence={confidencePercent} />
        <Share name={t(text.aware)} of={tally.aware} confidence={confidencePercent} />
      </div>
      {tally.satisfied || tally.aware ? (
        <p className="faint">{population === null ? t(text.intervalEndless) : t(text.intervalFinite, { n: count(population) })}</p>
      ) : null}
      {one.method === 'random' ? null : (
        <Alert type="info" showIcon title={t(one.method === 'everybody' ? text.wholeAsked : text.notRandom)} />
      )}
      <dl className="facts">
        <Fact name={t(text.valid)}>
          {count(tally.valid)}{' '}
          <span className="faint">
            {Object.entries(tally.byChannel)
              .filter(([, n]) => n > 0)
              .map(([channel, n]) => `${say('channels', channel)} ${count(n)}`)
              .join(' · ')}
            {tally.incomplete > 0 ? ` · ${t(text.incomplete)} ${tally.incomplete}` : ''}
            {tally.withdrawn > 0 ? ` · ${t(text.withdrawnCount)} ${tally.withdrawn}` : ''}
          </span>
        </Fact>
        <Fact name={t(text.needed, { n: count(needed) })}>
          <Progress percent={Math.min(100, Math.floor((100 * tally.valid) / needed))} style={{ maxWidth: 320 }} />{' '}
          {short > 0 ? t(text.short, { n: count(short) }) : t(text.enough)}
          <div className="faint">
            {t(text.neededHow, {
              confidence: confidencePercent,
              margin: marginPercent,
              finite: population === null ? '' : t(text.neededFinite, { n: count(population) }),
            })}
          </div>
        </Fact>
        {one.registerEntry ? (
          <Fact name={t(text.registerEntry)}>
            <Link to="/registers/$register" params={{ register: 'satisfaction-surveys' }} search={{ text: one.matterId }}>
              {one.registerEntry}
            </Link>
          </Fact>
        ) : null}
      </dl>
      {file.days.length > 1 ? (
        <Chart
          label={t(text.byDay)}
          height={162}
          option={{
            xAxis: { type: 'category', name: t(texts.axes.day), data: file.days.map((row) => day(row.day).slice(5)) },
            yAxis: { type: 'value', minInterval: 1, name: t(texts.axes.sheets) },
            tooltip: { trigger: 'axis' },
            series: [{ type: 'bar', name: t(text.byDay), data: file.days.map(({ n }) => n), barMaxWidth: 24 }],
          }}
        />
      ) : null}
    </Panel>
  );
}

function Share({ name, of, confidence }: { name: string; of: TallyJson['satisfied']; confidence: number }) {
  const t = useTexts();
  if (!of) return null;
  return (
    <div>
      <span>{name}</span>
      <strong>{share(of.share)}</strong>
      <div>{t(text.shareOf, { count: count(of.count), of: count(of.of) })}</div>
      <div className="faint">{t(text.interval, { confidence, low: share(of.low), high: share(of.high) })}</div>
    </div>
  );
}

/** Each question with a bar an option. */
export function ByQuestion({ survey, tally }: { survey: Survey; tally: TallyJson }) {
  const t = useTexts();
  const { say } = useSurveyWords();
  return (
    <Panel title={t(text.byQuestion)}>
      <ol className="survey-tallies">
        {survey.questionnaire.questions.map((question, index) => {
          const own = tally.questions[index];
          if (!own) return null;
          return (
            <li key={question.questionId}>
              <div>
                {index + 1}. {question.text}{' '}
                <span className="faint">
                  {t(text.answered, { n: count(own.answered) })}
                  {question.counts ? ` · ${t(text.counts)} ${say('counts', question.counts)}` : ''}
                </span>
              </div>
              {question.options.map((option, i) => {
                const part = own.answered === 0 ? 0 : (own.counts[i] ?? 0) / own.answered;
                return (
                  <div key={option.text} className="tally-row">
                    <span>{option.text}</span>
                    <span className="tally-bar">
                      <i className={option.good ? 'good' : ''} style={{ width: `${100 * part}%` }} />
                    </span>
                    <span className="num">
                      {count(own.counts[i] ?? 0)} · {share(part)}
                    </span>
                  </div>
                );
              })}
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
