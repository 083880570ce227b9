// The door: log in, choose one's own password, and who is logged in.
import type { SessionJson, SignOnJson } from '@hengjian/server/schemas/account.ts';
import { Alert, Button, Input, Popover } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { post, queryClient, useGet } from '../../api.ts';
import { texts, useSpeech, useTexts } from '../../texts/index.ts';
import { Problem, useTabName } from '../../ui/page.tsx';

const text = texts.accounts;

function Door({ title, help, children }: { title: string; help?: ReactNode; children: ReactNode }) {
  const { t, switchLanguage } = useSpeech();
  useTabName(title);
  return (
    <main className="door page">
      <header>
        <strong>{t(texts.common.product)}</strong>
        <span>{t(texts.common.subtitle)}</span>
      </header>
      <section className="panel">
        <div className="panel-body">
          <h1>{title}</h1>
          {help ? <p className="about">{help}</p> : null}
          {children}
        </div>
      </section>
      <Button type="link" size="small" onClick={switchLanguage}>
        {t(texts.common.language)}
      </Button>
    </main>
  );
}

/** The door's own address, for those who come by themselves. */
export const DOOR = '/log-in';

export function LogInPage() {
  const t = useTexts();
  const refused = new URLSearchParams(window.location.search).get('signOn') ?? undefined;
  const signOn = useGet<SignOnJson>('/api/sign-on', { refused }).data;
  const [accountId, setAccountId] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      await post<SessionJson>('/api/session', { accountId, password });
      // What the last person saw is nobody else's.
      queryClient.clear();
      window.location.assign(window.location.pathname === DOOR ? '/' : window.location.href);
    } catch (failure) {
      setError(failure);
      setPassword('');
    }
    setBusy(false);
  };
  return (
    <Door title={t(text.logIn)}>
      <form onSubmit={submit}>
        <Field label={t(text.account)} value={accountId} onChange={setAccountId} autoComplete="username" autoFocus />
        <Field label={t(text.password)} value={password} onChange={setPassword} autoComplete="current-password" secret />
        {error ? <Problem error={error} /> : null}
        <Button type="primary" htmlType="submit" block disabled={busy || !accountId || !password}>
          {t(text.logIn)}
        </Button>
        {signOn?.on ? (
          <Button block href="/api/sign-on/begin" style={{ marginTop: 8 }}>
            {t(text.signOn, { title: signOn.title ?? t(text.signOnTitle) })}
          </Button>
        ) : null}
        {window.location.pathname === DOOR ? (
          <Button block href="/" style={{ marginTop: 8 }}>
            {t(text.toFront)}
          </Button>
        ) : null}
        {signOn?.refusal ? <Alert type="warning" showIcon title={signOn.refusal} style={{ marginTop: 12 }} /> : null}
      </form>
    </Door>
  );
}

function Field(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  autoComplete: string;
  secret?: boolean;
  autoFocus?: boolean;
}) {
  const { label, value, onChange, autoComplete, secret, autoFocus } = props;
  return (
    <div className="door-field">
      <span>{label}</span>
      <Input
        aria-label={label}
        type={secret ? 'password' : 'text'}
        autoComplete={autoComplete}
        autoFocus={autoFocus ?? false}
        value={value}
        onChange={(e) => onChange(e.target.value)}
      />
    </div>
  );
}

/** A password that somebody else set is changed before anything else. */
export function PasswordPage({ accountId, onCancel }: { accountId: string; onCancel?: () => void }) {
  const t = useTexts();
  const [given, setGiven] = useState({ old: '', password: '', again: '' });
  const [error, setError] = useState<unknown>();
  const [done, setDone] = useState(false);
  const differ = given.again !== '' && given.again !== given.password;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setError(undefined);
    try {
      await post('/api/password', { old: given.old, password: given.password });
      setDone(true);
    } catch (failure) {
      setError(failure);
    }
  };
  const again = () => window.location.reload();
  return (
    <Door title={t(text.changePassword)} help={onCancel ? accountId : t(text.mustChangeHelp)}>
      {done ? (
        <>
          <Alert type="success" showIcon title={t(text.changed)} style={{ marginBottom: 12 }} />
          <Button type="primary" block onClick={again}>
            {t(text.logIn)}
          </Button>
        </>
      ) : (
        <form onSubmit={submit}>
          <Field
            label={t(text.oldPassword)}
            value={given.old}
            onChange={(old) => setGiven({ ...given, old })}
            autoComplete="current-password"
            secret
          />
          <Field
            label={t(text.newPassword)}
            value={given.password}
            onChange={(password) => setGiven({ ...given, password })}
            autoComplete="new-password"
            secret
          />
          <Field
            label={t(text.again)}
            value={given.again}
            onChange={(value) => setGiven({ ...given, again: value })}
            autoComplete="new-password"
            secret
          />
          {differ ? <Alert type="warning" showIcon title={t(text.notSame)} /> : null}
          {error ? <Problem error={error} /> : null}
          <Button type="primary" htmlType="submit" block disabled={!given.old || !given.password || given.again !== given.password}>
            {t(text.changePassword)}
          </Button>
        </form>
      )}
      {onCancel && !done ? (
        <Button block style={{ marginTop: 8 }} onClick={onCancel}>
          {t(texts.common.cancel)}
        </Button>
      ) : null}
    </Door>
  );
}

/** Name in the bar; under it the roles and the way out. */
export function Whoever({ session }: { session: SessionJson }) {
  const t = useTexts();
  const [changing, setChanging] = useState(false);
  const leave = async () => {
    await post('/api/session/end');
    queryClient.clear();
    window.location.assign('/');
  };
  if (changing)
    return (
      <div className="door-over">
        <PasswordPage accountId={session.accountId ?? ''} onCancel={() => setChanging(false)} />
      </div>
    );
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <div className="operator">
          <p>
            {session.accountId}
            <br />
            <span className="faint">{session.roleNames.join(t(texts.common.comma))}</span>
          </p>
          <Button size="small" onClick={() => setChanging(true)}>
            {t(text.changePassword)}
          </Button>{' '}
          <Button size="small" onClick={() => void leave()}>
            {t(text.logOut)}
          </Button>
        </div>
      }
    >
      <Button type="text" size="small" className="on-dark">
        {session.name}
      </Button>
    </Popover>
  );
}
