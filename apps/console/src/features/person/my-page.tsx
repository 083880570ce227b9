// 个人健康服务: the insured person's own page, alone on the screen of a telephone.
import { contactWords, creditWords } from '@hengjian/domain';
import type { OwnRatingJson } from '@hengjian/server/schemas/credit.ts';
import type { ContactRequestJson, PersonRecordJson } from '@hengjian/server/schemas/person.ts';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { post, queryClient, saveFile, useGet } from '../../api.ts';
import { day, instant } from '../../format.ts';
import { texts, useSpeech, useTexts } from '../../texts/index.ts';
import { Loaded, Problem, useTabName } from '../../ui/page.tsx';
import { useWordTable } from '../../ui/word-table.ts';
import { RecordView } from './record-view.tsx';
import './person.css';

const text = texts.person;

export function MyPage({ name }: { name: string }) {
  const { t, switchLanguage } = useSpeech();
  const record = useGet<PersonRecordJson>('/api/me/record');
  const [error, setError] = useState<unknown>();
  useTabName(t(text.title));
  const leave = async () => {
    await post('/api/session/end');
    queryClient.clear();
    window.location.assign('/');
  };
  return (
    <main className="person">
      <header className="top">
        <h1>{t(text.title)}</h1>
        <span>
          {name}{' '}
          <Button type="link" onClick={switchLanguage}>
            {t(texts.common.language)}
          </Button>
          <Button type="link" onClick={() => void leave()}>
            {t(text.logOut)}
          </Button>
        </span>
      </header>
      {error ? <Problem error={error} /> : null}
      <Loaded of={record}>
        {(data) => (
          <>
            <p className="soft">{t(text.asOf, { day: day(data.asOf) })}</p>
            <RecordView data={data} own />
            <Credit />
            <Contact data={data} />
            <Button block onClick={() => void saveFile('/api/me/record.xlsx').catch(setError)}>
              {t(text.download)}
            </Button>
          </>
        )}
      </Loaded>
    </main>
  );
}

/** What the bureau worked out of one's own conduct, each line shown; who thinks it wrong says so here. */
function Credit() {
  const t = useTexts();
  const { say } = useWordTable(creditWords);
  const ratings = useGet<OwnRatingJson[]>('/api/me/credit');
  const [why, setWhy] = useState('');
  const [error, setError] = useState<unknown>();
  const appeal = async (ratingId: string) => {
    setError(undefined);
    try {
      await post(`/api/me/credit/${ratingId}/appeal`, { text: why });
      setWhy('');
      await queryClient.invalidateQueries({ queryKey: ['/api/me/credit'] });
    } catch (failure) {
      setError(failure);
    }
  };
  if (!ratings.data || ratings.data.length === 0) return null;
  return (
    <section>
      <h2>{t(text.credit)}</h2>
      <p className="soft">{t(text.creditHelp)}</p>
      {ratings.data.map((one) => (
        <div key={one.ratingId}>
          <p>
            <strong>{`${one.score} · ${one.grade}`}</strong> {say('states', one.state)}
            <br />
            <span className="soft">{`${day(one.from)} ~ ${day(one.to)}`}</span>
          </p>
          <ul>
            {one.lines
              .filter(({ points }) => points !== 0)
              .map((line) => (
                <li key={line.code}>{t(texts.common.named, { name: line.title, value: line.points })}</li>
              ))}
          </ul>
          {one.mayAppeal ? (
            <>
              <Input.TextArea
                aria-label={t(text.appealWhy)}
                placeholder={t(text.appealWhy)}
                autoSize={{ minRows: 2 }}
                maxLength={500}
                value={why}
                onChange={(event) => setWhy(event.target.value)}
              />
              <Button block disabled={why.trim() === ''} onClick={() => void appeal(one.ratingId)}>
                {t(text.appeal)}
              </Button>
            </>
          ) : null}
        </div>
      ))}
      {error ? <Problem error={error} /> : null}
    </section>
  );
}

function Contact({ data }: { data: PersonRecordJson }) {
  const t = useTexts();
  const [given, setGiven] = useState({ telephone: '', address: '' });
  const [error, setError] = useState<unknown>();
  const send = async (path: string, body: object) => {
    setError(undefined);
    try {
      await post(path, body);
      setGiven({ telephone: '', address: '' });
      await queryClient.invalidateQueries({ queryKey: ['/api/me/record'] });
    } catch (failure) {
      setError(failure);
    }
  };
  const waits = data.requests.some(({ state }) => state === 'asked');
  const field = (key: 'telephone' | 'address') => (
    <label className="field" htmlFor={`contact-${key}`}>
      {t(text[key])}
      <Input
        id={`contact-${key}`}
        inputMode={key === 'telephone' ? 'tel' : 'text'}
        placeholder={data.contact[key] ?? ''}
        value={given[key]}
        onChange={(event) => setGiven({ ...given, [key]: event.target.value })}
      />
    </label>
  );
  return (
    <section>
      <h2>{t(text.contact)}</h2>
      <p>
        {t(texts.common.named, { name: t(text.telephone), value: data.contact.telephone ?? t(texts.common.unknown) })}
        <br />
        {t(texts.common.named, { name: t(text.address), value: data.contact.address ?? t(texts.common.unknown) })}
      </p>
      <ul>
        {data.requests.map((one) => (
          <Request key={one.requestId} one={one} onWithdraw={() => void send(`/api/me/contact/${one.requestId}/withdrawal`, {})} />
        ))}
      </ul>
      {waits ? null : (
        <>
          <p className="soft">{t(text.contactHelp)}</p>
          {field('telephone')}
          {field('address')}
          <Button
            type="primary"
            block
            disabled={!given.telephone.trim() && !given.address.trim()}
            onClick={() => void send('/api/me/contact', { telephone: given.telephone || null, address: given.address || null })}
          >
            {t(text.ask)}
          </Button>
        </>
      )}
      {error ? <Problem error={error} /> : null}
    </section>
  );
}

function Request({ one, onWithdraw }: { one: ContactRequestJson; onWithdraw: () => void }) {
  const t = useTexts();
  const { say } = useWordTable(contactWords);
  return (
    <li>
      {instant(one.askedAt)} <strong>{say('states', one.state)}</strong>
      <div className="soft">{[one.telephone, one.address, one.answer].filter(Boolean).join(' · ')}</div>
      {one.state === 'asked' ? <Button onClick={onWithdraw}>{t(text.withdraw)}</Button> : null}
    </li>
  );
}
