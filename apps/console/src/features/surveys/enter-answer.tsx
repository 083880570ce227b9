// Staff enter what a sheet of paper says, or somebody on the telephone; one after the other.
import type { Answers, Survey } from '@hengjian/domain';
import type { EnteredAnswerJson } from '@hengjian/server/schemas/surveys.ts';
import { Alert, Button, Input, Segmented } from 'antd';
import { useState } from 'react';
import { post, queryClient } from '../../api.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { Panel, Problem } from '../../ui/page.tsx';
import { asked, QuestionnaireForm } from './questionnaire-form.tsx';
import { useSurveyWords } from './words.ts';

const text = texts.surveys;

export function EnterAnswer({ survey }: { survey: Survey }) {
  const t = useTexts();
  const { say } = useSurveyWords();
  const [channel, setChannel] = useState<EnteredAnswerJson['channel']>('paper');
  const [sheetNo, setSheetNo] = useState('');
  const [answers, setAnswers] = useState<Answers>({});
  const [kept, setKept] = useState<number>();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    setError(undefined);
    setKept(undefined);
    try {
      const wish = { channel, sheetNo: sheetNo.trim() || null, answers } as EnteredAnswerJson;
      setKept((await post<{ answerId: number }>(`/api/surveys/${survey.matterId}/answers`, wish)).answerId);
      setAnswers({});
      setSheetNo('');
      await queryClient.invalidateQueries();
    } catch (failure) {
      setError(failure);
    }
    setBusy(false);
  };
  return (
    <Panel title={t(text.enterTitle)}>
      <p className="faint">{t(text.enterHelp)}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div className="row">
          <Segmented
            value={channel}
            onChange={(value) => setChannel(value as 'paper' | 'telephone')}
            options={(['paper', 'telephone'] as const).map((value) => ({ value, label: say('channels', value) }))}
          />
          {channel === 'paper' ? (
            <Input
              aria-label={t(text.sheetNo)}
              placeholder={t(text.sheetNo)}
              style={{ width: 160 }}
              maxLength={40}
              value={sheetNo}
              onChange={(e) => setSheetNo(e.target.value)}
            />
          ) : null}
        </div>
        <QuestionnaireForm questions={asked(survey.questionnaire.questions)} answers={answers} onChange={setAnswers} />
        {error ? <Problem error={error} /> : null}
        {kept === undefined ? null : <Alert type="success" showIcon title={t(text.enteredNow, { n: kept })} />}
        <Button type="primary" htmlType="submit" loading={busy} disabled={Object.keys(answers).length === 0}>
          {t(text.enterNext)}
        </Button>
      </form>
    </Panel>
  );
}
