// A survey being drawn up: what it is, its questions, and beside them what a telephone will show.
import { type Answers, type Question, satisfactionScale } from '@hengjian/domain';
import type { BeginningJson, SurveyDesignJson } from '@hengjian/server/schemas/surveys.ts';
import { Button, Input, InputNumber, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { put, queryClient } from '../../api.ts';
import { day } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { DayField } from '../../ui/day-field.tsx';
import { Panel, Problem } from '../../ui/page.tsx';
import { dayTyped } from '../../ui/typed.ts';
import { QuestionEditor } from './question-editor.tsx';
import { asked, QuestionnaireForm } from './questionnaire-form.tsx';
import { useSurveyWords } from './words.ts';

const text = texts.surveys;

interface DesignFormProps {
  surveyId: string;
  design: SurveyDesignJson;
  version: number;
  known: BeginningJson;
}

/** `q7` where six are the most. */
const freshId = (questions: readonly { questionId: string }[]): string =>
  `q${Math.max(0, ...questions.map(({ questionId }) => Number(/^q(\d+)$/.exec(questionId)?.[1] ?? 0))) + 1}`;

export function DesignForm({ surveyId, design, version, known }: DesignFormProps) {
  const t = useTexts();
  const { options } = useSurveyWords();
  const [given, setGiven] = useState(design);
  const [until, setUntil] = useState(day(design.until));
  const [tried, setTried] = useState<Answers>({});
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const { questions, opening } = given.questionnaire;
  const set = (change: Partial<SurveyDesignJson>) => setGiven({ ...given, ...change });
  const ask = (next: readonly Question[]) =>
    set({ questionnaire: { opening, questions: next as SurveyDesignJson['questionnaire']['questions'] } });
  const add = (kind: 'scale' | 'choice') =>
    ask([
      ...questions,
      {
        questionId: freshId(questions),
        text: '',
        kind: 'choice',
        required: false,
        counts: null,
        options: kind === 'scale' ? satisfactionScale : [{ text: '' }, { text: '' }],
      },
    ]);
  const moved = (index: number, by: number): void => {
    const next = [...questions];
    const [one] = next.splice(index, 1);
    if (one) next.splice(index + by, 0, one);
    ask(next);
  };
  const save = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await put(`/api/surveys/${surveyId}`, { ...given, until: dayTyped(until) });
      await queryClient.invalidateQueries();
    } catch (failure) {
      setError(failure);
    }
    setBusy(false);
  };
  const field = (label: string, input: ReactNode, wide = false) => (
    <div className={wide ? 'field wide' : 'field'}>
      <span>{label}</span>
      {input}
    </div>
  );
  return (
    <div className="survey-design">
      <Panel
        title={t(text.versionNow, { n: version })}
        extra={
          <Button type="primary" loading={busy} onClick={() => void save()}>
            {t(text.saveDraft)}
          </Button>
        }
      >
        {error ? <Problem error={error} /> : null}
        <div className="step-form">
          {field(
            t(text.name),
            <Input aria-label={t(text.name)} maxLength={100} value={given.title} onChange={(e) => set({ title: e.target.value })} />,
            true,
          )}
          {field(
            t(text.group),
            <Select
              aria-label={t(text.group)}
              value={given.group}
              onChange={(group: string) => set({ group })}
              options={known.groups.map(({ code, title }) => ({ value: code, label: title }))}
            />,
          )}
          {field(
            t(text.project),
            <Select
              aria-label={t(text.project)}
              showSearch
              allowClear
              placeholder={t(text.noProject)}
              value={given.project}
              onChange={(project: string | undefined) => set({ project: project ?? null })}
              options={known.projects.map((name) => ({ value: name, label: name }))}
              popupMatchSelectWidth={false}
            />,
          )}
          {field(
            t(text.population),
            <InputNumber
              aria-label={t(text.population)}
              min={1}
              precision={0}
              style={{ width: '100%' }}
              placeholder={t(text.populationHelp)}
              value={given.population}
              onChange={(population) => set({ population })}
            />,
          )}
          {field(
            t(text.method),
            <Select
              aria-label={t(text.method)}
              value={given.method}
              onChange={(method: SurveyDesignJson['method']) => set({ method })}
              options={options('methods')}
            />,
          )}
          {field(
            t(text.access),
            <Select
              aria-label={t(text.access)}
              value={given.access}
              onChange={(access: SurveyDesignJson['access']) => set({ access })}
              options={options('accesses')}
            />,
          )}
          {field(t(text.until), <DayField label={t(text.until)} width="100%" value={until} onChange={setUntil} />)}
          {field(
            t(text.opening),
            <Input.TextArea
              aria-label={t(text.opening)}
              autoSize
              maxLength={1000}
              value={opening}
              onChange={(e) => set({ questionnaire: { questions, opening: e.target.value } })}
            />,
            true,
          )}
        </div>
        <h3>{t(text.questions)}</h3>
        {questions.map((question, index) => (
          <QuestionEditor
            key={question.questionId}
            question={question}
            no={index + 1}
            last={index === questions.length - 1}
            onChange={(next) => ask(questions.map((one, i) => (i === index ? next : one)))}
            onMove={(by) => moved(index, by)}
            onRemove={() => ask(questions.filter((_, i) => i !== index))}
          />
        ))}
        <div className="row">
          <Button onClick={() => add('scale')}>{t(text.addScale)}</Button>
          <Button onClick={() => add('choice')}>{t(text.addQuestion)}</Button>
        </div>
      </Panel>
      <Panel title={t(text.preview)}>
        <div className="public survey-preview">
          <h1>{given.title}</h1>
          <p className="about">{opening}</p>
          <QuestionnaireForm questions={asked(questions)} answers={tried} onChange={setTried} />
        </div>
      </Panel>
    </div>
  );
}
