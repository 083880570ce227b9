// One survey: drawn up while a draft; then what is answered, what is still needed, and the step that is next.
import { type Survey, surveyLife } from '@hengjian/domain';
import type { BeginningJson, SurveyDesignJson, SurveyFileJson } from '@hengjian/server/schemas/surveys.ts';
import { Link, useParams as usePath } from '@tanstack/react-router';
import { Button, Tag } from 'antd';
import { useGet } from '../../api.ts';
import { day, instant } from '../../format.ts';
import { useMay } from '../../session.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { Fact, Loaded, Page, Panel } from '../../ui/page.tsx';
import { MatterHistory, NextStep, useMatterWords } from '../matters/matter-file.tsx';
import { AnswerList } from './answers.tsx';
import { DesignForm } from './design-form.tsx';
import { EnterAnswer } from './enter-answer.tsx';
import { asked, QuestionnaireForm } from './questionnaire-form.tsx';
import { ByQuestion, Results } from './results.tsx';
import { useSurveyWords } from './words.ts';

const text = texts.surveys;

export function SurveyPage() {
  const { survey = '' } = usePath({ strict: false }) as { survey?: string };
  const file = useGet<SurveyFileJson>(`/api/surveys/${survey}`);
  const known = useGet<BeginningJson>('/api/surveys/beginning');
  return <Loaded of={file}>{(found) => <Loaded of={known}>{(beginning) => <SurveyFile file={found} known={beginning} />}</Loaded>}</Loaded>;
}

function SurveyFile({ file, known }: { file: SurveyFileJson; known: BeginningJson }) {
  const mayDesign = useMay('survey.design');
  const mayEnter = useMay('survey.enter');
  const { one, actions, steps, tally } = file;
  const drawing = one.state === 'draft' && mayDesign;
  const answered = tally.valid + tally.incomplete + tally.withdrawn > 0;
  return (
    <Page title={one.title} about={<SurveyFacts one={one} known={known} />} extra={<Elsewhere one={one} />}>
      {drawing ? (
        <DesignForm key={one.version} surveyId={one.matterId} design={designOf(one)} version={one.version} known={known} />
      ) : (
        <>
          <Results file={file} />
          {answered ? <ByQuestion survey={one} tally={tally} /> : null}
        </>
      )}
      <NextStep
        address={`/api/surveys/${one.matterId}`}
        life={surveyLife as never}
        actions={actions}
        first={(action) => ({ until: day(one.until), ...(action === 'close' && { surveyedOn: new Date().toLocaleDateString('sv') }) })}
      />
      {one.state === 'open' && mayEnter ? <EnterAnswer survey={one} /> : null}
      {answered ? <AnswerList survey={one} /> : null}
      {one.earlier.length > 0 ? <Earlier survey={one} /> : null}
      <MatterHistory noun="survey" steps={steps} />
    </Page>
  );
}

const designOf = ({ title, group, project, population, method, access, until, questionnaire }: Survey): SurveyDesignJson =>
  ({ title, group, project, population, method, access, until, questionnaire }) as SurveyDesignJson;

function SurveyFacts({ one, known }: { one: SurveyFileJson['one']; known: BeginningJson }) {
  const t = useTexts();
  const words = useMatterWords('survey');
  const { say } = useSurveyWords();
  return (
    <>
      <Tag color={one.state === 'open' ? 'blue' : one.state === 'closed' ? 'green' : 'default'}>{words.state(one.state)}</Tag>
      {one.overdue ? <Tag color="red">{t(texts.matters.overdue)}</Tag> : null}
      {[
        one.matterId,
        known.groups.find(({ code }) => code === one.group)?.title ?? one.group,
        one.project,
        say('methods', one.method),
        say('accesses', one.access),
        t(texts.common.named, { name: t(text.until), value: day(one.until) }),
        t(text.versionNow, { n: one.version }),
      ]
        .filter(Boolean)
        .join(' · ')}
    </>
  );
}

function Elsewhere({ one }: { one: Survey }) {
  const t = useTexts();
  if (one.state !== 'open' && one.state !== 'draft') return null;
  return (
    <>
      <Link to="/surveys/$survey/print" params={{ survey: one.matterId }}>
        <Button tabIndex={-1}>{t(text.print)}</Button>
      </Link>
      {one.state === 'open' ? (
        <Button href={`/survey/${one.matterId}`} target="_blank">
          {t(text.openPage)}
        </Button>
      ) : null}
    </>
  );
}

/** Questionnaires that later ones replaced. */
function Earlier({ survey }: { survey: Survey }) {
  const t = useTexts();
  return (
    <Panel title={t(text.earlierVersions)}>
      {survey.earlier.toReversed().map(({ version, questionnaire, by, until }) => (
        <details key={version}>
          <summary>{t(text.versionUntil, { n: version, by, at: instant(until) })}</summary>
          <dl className="facts">
            <Fact name={t(text.opening)}>{questionnaire.opening}</Fact>
          </dl>
          <QuestionnaireForm questions={asked(questionnaire.questions)} answers={{}} onChange={() => {}} />
        </details>
      ))}
    </Panel>
  );
}
