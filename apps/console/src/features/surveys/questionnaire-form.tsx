// The questions to be answered, for thumbs: on the public page, in the preview, and where staff enter what a sheet says.
import type { Answers, Question } from '@hengjian/domain';
import { Checkbox, Input, Radio } from 'antd';
import { texts, useTexts } from '../../texts/index.ts';
import './surveys.css';

const text = texts.surveys;

/** A question as it is asked; what it counts for is nobody's business here. */
export interface AskedQuestion extends Pick<Question, 'questionId' | 'text' | 'kind' | 'required'> {
  readonly options: readonly string[];
}
export const asked = (questions: readonly Question[]): AskedQuestion[] =>
  questions.map(({ options, ...question }) => ({ ...question, options: options.map((option) => option.text) }));

interface QuestionnaireFormProps {
  questions: readonly AskedQuestion[];
  answers: Answers;
  onChange: (answers: Answers) => void;
}

export const unanswered = (questions: readonly AskedQuestion[], answers: Answers): number =>
  questions.filter(({ required, questionId }) => required && !answers[questionId]?.length).length;

export function QuestionnaireForm({ questions, answers, onChange }: QuestionnaireFormProps) {
  return (
    <ol className="questions">
      {questions.map((question, index) => (
        <li key={question.questionId}>
          <AskedOne
            question={question}
            no={index + 1}
            value={answers[question.questionId]}
            onChange={(value) => onChange({ ...answers, [question.questionId]: value })}
          />
        </li>
      ))}
    </ol>
  );
}

interface AskedOneProps {
  question: AskedQuestion;
  no: number;
  value: Answers[string] | undefined;
  onChange: (value: Answers[string]) => void;
}

function AskedOne({ question, no, value, onChange }: AskedOneProps) {
  const t = useTexts();
  const options = question.options.map((label, index) => ({ label, value: index }));
  const chosen = typeof value === 'object' ? [...value] : [];
  return (
    <fieldset>
      <legend>
        {no}. {question.text}
        {question.kind === 'several' ? t(text.severalHelp) : null}
        {question.required ? (
          <em role="img" aria-label={t(text.requiredMark)}>
            {' '}
            *
          </em>
        ) : null}
      </legend>
      {question.kind === 'choice' ? (
        <Radio.Group options={options} value={chosen[0] ?? null} onChange={(e) => onChange([e.target.value as number])} />
      ) : question.kind === 'several' ? (
        <Checkbox.Group options={options} value={chosen} onChange={(next) => onChange(next as number[])} />
      ) : (
        <Input.TextArea
          aria-label={question.text}
          placeholder={t(text.yourText)}
          rows={3}
          maxLength={500}
          value={typeof value === 'string' ? value : ''}
          onChange={(e) => onChange(e.target.value)}
        />
      )}
    </fieldset>
  );
}
