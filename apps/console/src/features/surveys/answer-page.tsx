// 答卷: the page for everyone, made for telephones. It needs no account and shows nothing of the console.
import type { Answers } from '@hengjian/domain';
import type { PublicAnswerJson, PublicSurveyJson } from '@hengjian/server/schemas/surveys.ts';
import { useParams as usePath } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { post, useGet } from '../../api.ts';
import { texts, useSpeech, useTexts } from '../../texts/index.ts';
import { one, useParams } from '../../ui/address.ts';
import { CaptchaField, useCaptcha } from '../../ui/captcha.tsx';
import { Loaded, Problem } from '../../ui/page.tsx';
import { QuestionnaireForm, unanswered } from './questionnaire-form.tsx';

const text = texts.surveys;
const markOf = (surveyId: string) => `hengjian.answered.${surveyId}`;

export function AnswerPage() {
  const { t, switchLanguage } = useSpeech();
  const { survey = '' } = usePath({ strict: false }) as { survey?: string };
  const found = useGet<PublicSurveyJson>(`/api/public/surveys/${survey}`);
  useEffect(() => {
    if (found.data) document.title = found.data.title;
  }, [found.data]);
  return (
    <main className="page public">
      <header>
        <h1>{found.data?.title ?? t(text.title)}</h1>
        <Button type="link" size="small" onClick={switchLanguage}>
          {t(texts.common.language)}
        </Button>
      </header>
      <Loaded of={found}>{(asked) => (asked.open ? <Answering asked={asked} /> : <Said>{t(text.closedNow)}</Said>)}</Loaded>
    </main>
  );
}

function Said({ children }: { children: ReactNode }) {
  return (
    <section className="panel">
      <div className="panel-body public-done">{children}</div>
    </section>
  );
}

function Answering({ asked }: { asked: PublicSurveyJson }) {
  const t = useTexts();
  const [params] = useParams();
  const [answers, setAnswers] = useState<Answers>({});
  const [code, setCode] = useState(one(params.code) ?? '');
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState(false);
  const byCode = asked.access === 'codes';
  const captcha = useCaptcha(!byCode, setError);
  const open = unanswered(asked.questions, answers);
  const send = async () => {
    setBusy(true);
    setError(undefined);
    const proof = byCode ? { code } : captcha.proof;
    try {
      await post(`/api/public/surveys/${asked.surveyId}/answers`, { answers, ...proof } as PublicAnswerJson);
      if (!byCode) localStorage.setItem(markOf(asked.surveyId), '1');
      setSent(true);
    } catch (failure) {
      setError(failure);
      if (!byCode) captcha.redraw();
    }
    setBusy(false);
  };
  if (sent)
    return (
      <Said>
        <h2>{t(text.thanks)}</h2>
        <p>{t(text.thanksMore)}</p>
      </Said>
    );
  // without codes a telephone answers once; the limits of the server are what counts
  if (!byCode && localStorage.getItem(markOf(asked.surveyId))) return <Said>{t(text.done)}</Said>;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <p className="about">{asked.opening}</p>
      <QuestionnaireForm questions={asked.questions} answers={answers} onChange={setAnswers} />
      {byCode ? (
        <div className="public-field">
          <span>{t(text.codeLabel)}</span>
          <Input aria-label={t(text.codeLabel)} autoComplete="off" maxLength={20} value={code} onChange={(e) => setCode(e.target.value)} />
          <small className="faint">{t(text.codeHelp)}</small>
        </div>
      ) : (
        <CaptchaField of={captcha} />
      )}
      {error ? <Problem error={error} /> : null}
      {open > 0 ? <p className="faint">{t(text.unanswered, { n: open })}</p> : null}
      <Button
        type="primary"
        size="large"
        block
        htmlType="submit"
        disabled={busy || open > 0 || (byCode ? !code.trim() : !captcha.signs.trim())}
      >
        {t(text.send)}
      </Button>
    </form>
  );
}
