// One question of a questionnaire being drawn up.
import type { Question, QuestionCounts, QuestionKind } from '@hengjian/domain';
import { Button, Checkbox, Input, Select } from 'antd';
import { texts, useTexts } from '../../texts/index.ts';
import { useSurveyWords } from './words.ts';

const text = texts.surveys;

interface QuestionEditorProps {
  question: Question;
  no: number;
  last: boolean;
  onChange: (question: Question) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

export function QuestionEditor({ question, no, last, onChange, onMove, onRemove }: QuestionEditorProps) {
  const t = useTexts();
  const { options } = useSurveyWords();
  const set = (change: Partial<Question>) => onChange({ ...question, ...change });
  const label = (name: string) => `${t(text.question, { n: no })} ${name}`;
  return (
    <fieldset className="question-editor">
      <div className="row">
        <strong>{no}</strong>
        <Input
          aria-label={t(text.question, { n: no })}
          placeholder={t(text.question, { n: no })}
          maxLength={300}
          value={question.text}
          onChange={(e) => set({ text: e.target.value })}
        />
        <Button size="small" disabled={no === 1} aria-label={label(t(text.up))} onClick={() => onMove(-1)}>
          ↑
        </Button>
        <Button size="small" disabled={last} aria-label={label(t(text.down))} onClick={() => onMove(1)}>
          ↓
        </Button>
        <Button size="small" danger aria-label={label(t(text.remove))} onClick={onRemove}>
          ×
        </Button>
      </div>
      <div className="row">
        <Select
          aria-label={label(t(text.kind))}
          style={{ width: 90 }}
          value={question.kind}
          onChange={(kind: QuestionKind) => set({ kind, ...(kind === 'choice' ? {} : { counts: null }) })}
          options={options('kinds')}
        />
        <Select
          aria-label={label(t(text.counts))}
          style={{ width: 150 }}
          disabled={question.kind !== 'choice'}
          value={question.counts ?? 'none'}
          onChange={(value) => set(value === 'none' ? { counts: null } : { counts: value as QuestionCounts, required: true })}
          options={[{ value: 'none', label: t(text.countsNone) }, ...options('counts')]}
        />
        <Checkbox checked={question.required} disabled={question.counts !== null} onChange={(e) => set({ required: e.target.checked })}>
          {t(text.required)}
        </Checkbox>
      </div>
      {question.kind === 'text' ? null : <Options question={question} label={label} onChange={(next) => set({ options: next })} />}
    </fieldset>
  );
}

function Options({
  question: { options, counts },
  label,
  onChange,
}: {
  question: Question;
  label: (name: string) => string;
  onChange: (options: Question['options']) => void;
}) {
  const t = useTexts();
  const set = (index: number, change: Partial<Question['options'][number]>) =>
    onChange(options.map((one, i) => (i === index ? { ...one, ...change } : one)));
  return (
    <ul className="option-editor">
      {options.map((option, index) => (
        <li key={index} className="row">
          <Input
            aria-label={label(t(text.option, { n: index + 1 }))}
            maxLength={100}
            value={option.text}
            onChange={(e) => set(index, { text: e.target.value })}
          />
          {counts === null ? null : (
            <Checkbox checked={option.good === true} onChange={(e) => set(index, { good: e.target.checked })}>
              {t(text.good)}
            </Checkbox>
          )}
          <Button
            size="small"
            type="text"
            aria-label={label(`${t(text.remove)} ${index + 1}`)}
            onClick={() => onChange(options.filter((_, i) => i !== index))}
          >
            ×
          </Button>
        </li>
      ))}
      <li>
        <Button size="small" type="link" onClick={() => onChange([...options, { text: '' }])}>
          {t(text.addOption)}
        </Button>
      </li>
    </ul>
  );
}
