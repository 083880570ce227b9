// 举报: the page for everyone, made for telephones. It needs no account and shows nothing of the console.
import type { FollowedJson, ReportedJson, ReportJson } from '@hengjian/server/schemas/complaints.ts';
import { Button, Checkbox, Input, Segmented, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { post } from '../../api.ts';
import { day } from '../../format.ts';
import { texts, useSpeech, useTexts } from '../../texts/index.ts';
import { CaptchaField, useCaptcha } from '../../ui/captcha.tsx';
import { Problem, useTabName } from '../../ui/page.tsx';
import { useComplaintWords } from './words.ts';

const text = texts.complaints;
const MOST_PICTURES = 5;

export function ReportPage() {
  const { t, switchLanguage } = useSpeech();
  const [show, setShow] = useState<'report' | 'follow'>('report');
  useTabName(t(text.reportTitle));
  return (
    <main className="page public">
      <header>
        <h1>{t(text.reportTitle)}</h1>
        <Button type="link" size="small" onClick={switchLanguage}>
          {t(texts.common.language)}
        </Button>
      </header>
      <Segmented
        block
        value={show}
        onChange={(value) => setShow(value as 'report' | 'follow')}
        options={[
          { value: 'report', label: t(text.makeReport) },
          { value: 'follow', label: t(text.followReport) },
        ]}
      />
      {show === 'report' ? <ReportForm /> : <Follow />}
    </main>
  );
}

function Field({ label, help, children }: { label: string; help?: string; children: ReactNode }) {
  return (
    <div className="public-field">
      <span>{label}</span>
      {children}
      {help ? <small className="faint">{help}</small> : null}
    </div>
  );
}

const empty = {
  object: 'provider',
  objectName: '',
  matter: 'fraud',
  facts: '',
  insider: false,
  named: false,
  name: '',
  telephone: '',
} as const;
type Given = { -readonly [K in keyof typeof empty]: (typeof empty)[K] extends boolean ? boolean : string };

function ReportForm() {
  const t = useTexts();
  const words = useComplaintWords();
  const [given, setGiven] = useState<Given>(empty);
  const [pictures, setPictures] = useState<string[]>([]);
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState<ReportedJson>();
  const captcha = useCaptcha(true, setError);
  const set = (change: Partial<Given>) => setGiven({ ...given, ...change });
  const send = async () => {
    setBusy(true);
    setError(undefined);
    const { named, name, telephone, object, matter, ...told } = given;
    const wish = {
      ...told,
      object: object as ReportJson['object'],
      matter: matter as ReportJson['matter'],
      reporter: named ? { name, telephone } : null,
      pictures,
      ...captcha.proof,
    } satisfies ReportJson;
    try {
      setSent(await post<ReportedJson>('/api/public/reports', wish));
    } catch (failure) {
      setError(failure);
      captcha.redraw();
    }
    setBusy(false);
  };
  if (sent)
    return (
      <section className="panel">
        <div className="panel-body public-done">
          <h2>{t(text.sent)}</h2>
          <p>{sent.complaintId}</p>
          <p className="public-code">{sent.code.replaceAll(/(.{4})(?=.)/g, '$1-')}</p>
          <p>{t(text.keepCode)}</p>
          <Button
            onClick={() => {
              setSent(undefined);
              setGiven(empty);
              setPictures([]);
              captcha.redraw();
            }}
          >
            {t(text.another)}
          </Button>
        </div>
      </section>
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <p className="about">{t(text.reportAbout)}</p>
      <Field label={t(text.objectKind)}>
        <Select aria-label={t(text.objectKind)} value={given.object} onChange={(object) => set({ object })} options={words.objects} />
      </Field>
      <Field label={t(text.objectName)}>
        <Input
          aria-label={t(text.objectName)}
          maxLength={200}
          value={given.objectName}
          onChange={(e) => set({ objectName: e.target.value })}
        />
      </Field>
      <Field label={t(text.matter)}>
        <Select aria-label={t(text.matter)} value={given.matter} onChange={(matter) => set({ matter })} options={words.matters} />
      </Field>
      <Field label={t(text.facts)} help={t(text.factsHelp)}>
        <Input.TextArea
          aria-label={t(text.facts)}
          rows={5}
          maxLength={5000}
          value={given.facts}
          onChange={(e) => set({ facts: e.target.value })}
        />
      </Field>
      <Field label={t(text.pictures)} help={t(text.picturesHelp)}>
        <span className="file-choice">
          <input
            type="file"
            aria-label={t(text.pictures)}
            accept="image/jpeg,image/png"
            multiple
            onChange={(e) => void Promise.all([...(e.target.files ?? [])].slice(0, MOST_PICTURES).map(asText)).then(setPictures)}
          />
          {pictures.length > 0 ? t(text.picturesChosen, { n: pictures.length }) : t(text.picturesChoose)}
        </span>
      </Field>
      <Checkbox checked={given.insider} onChange={(e) => set({ insider: e.target.checked })}>
        {t(text.insiderQuestion)}
      </Checkbox>
      <Checkbox checked={given.named} onChange={(e) => set({ named: e.target.checked })}>
        {t(text.iAmNamed)}
      </Checkbox>
      {given.named ? (
        <>
          <Field label={t(text.name)}>
            <Input aria-label={t(text.name)} maxLength={60} value={given.name} onChange={(e) => set({ name: e.target.value })} />
          </Field>
          <Field label={t(text.telephone)}>
            <Input
              aria-label={t(text.telephone)}
              type="tel"
              maxLength={30}
              value={given.telephone}
              onChange={(e) => set({ telephone: e.target.value })}
            />
          </Field>
        </>
      ) : null}
      <CaptchaField of={captcha} />
      {error ? <Problem error={error} /> : null}
      <Button type="primary" size="large" block htmlType="submit" disabled={busy || !given.objectName || !given.facts || !captcha.signs}>
        {t(text.send)}
      </Button>
    </form>
  );
}

const asText = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });

function Follow() {
  const t = useTexts();
  const [code, setCode] = useState('');
  const [found, setFound] = useState<FollowedJson>();
  const [error, setError] = useState<unknown>();
  const look = async () => {
    setError(undefined);
    setFound(undefined);
    await post<FollowedJson>('/api/public/reports/follow', { code }).then(setFound, setError);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void look();
      }}
    >
      <Field label={t(text.code)}>
        <Input aria-label={t(text.code)} autoComplete="off" maxLength={30} value={code} onChange={(e) => setCode(e.target.value)} />
      </Field>
      <Button type="primary" size="large" block htmlType="submit" disabled={code.trim().length < 4}>
        {t(text.look)}
      </Button>
      {error ? <Problem error={error} /> : null}
      {found ? (
        <section className="panel">
          <div className="panel-body">
            <p>
              {found.complaintId} · {day(found.receivedOn)}
            </p>
            <h2>{found.stateName}</h2>
            <p>{found.reply ?? t(text.noReply)}</p>
          </div>
        </section>
      ) : null}
    </form>
  );
}
