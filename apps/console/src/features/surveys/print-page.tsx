// What is hung up, handed out and filled in: a poster with the QR code, slips with a code each, the questionnaire on paper.
import type { Survey } from '@hengjian/domain';
import type { CodesJson, SurveyFileJson } from '@hengjian/server/schemas/surveys.ts';
import { Link, useParams as usePath } from '@tanstack/react-router';
import { Button, Input, InputNumber, QRCode, Segmented } from 'antd';
import { useState } from 'react';
import { post, queryClient, useGet } from '../../api.ts';
import { day } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { one, useParams } from '../../ui/address.ts';
import { Loaded, Nothing, Page, Panel, Problem } from '../../ui/page.tsx';
import './surveys.css';

const text = texts.surveys;
const SITE = 'hengjian.publicSite';

export function PrintPage() {
  const t = useTexts();
  const { survey = '' } = usePath({ strict: false }) as { survey?: string };
  const file = useGet<SurveyFileJson>(`/api/surveys/${survey}`);
  return <Loaded of={file}>{(found) => <Sheets survey={found.one} title={t(text.print)} />}</Loaded>;
}

function Sheets({ survey, title }: { survey: Survey; title: string }) {
  const t = useTexts();
  const [params, change] = useParams();
  const [site, setSite] = useState(() => localStorage.getItem(SITE) ?? window.location.origin);
  const byCode = survey.access === 'codes';
  const what = one(params.what) ?? (byCode ? 'slips' : 'poster');
  const address = `${site.replace(/\/+$/, '')}/survey/${survey.matterId}`;
  const keep = (value: string) => {
    setSite(value);
    localStorage.setItem(SITE, value);
  };
  return (
    <Page
      title={title}
      about={
        <span className="no-print">
          <Link to="/surveys/$survey" params={{ survey: survey.matterId }}>
            {survey.title}
          </Link>
        </span>
      }
      extra={
        <Button type="primary" onClick={() => window.print()}>
          {t(text.printNow)}
        </Button>
      }
    >
      <Panel className="no-print">
        <div className="row" style={{ flexWrap: 'wrap' }}>
          <Segmented
            value={what}
            onChange={(value) => change({ what: value as string })}
            options={[
              { value: byCode ? 'slips' : 'poster', label: t(byCode ? text.slips : text.poster) },
              { value: 'paper', label: t(text.paper) },
            ]}
          />
          <span>{t(text.site)}</span>
          <Input aria-label={t(text.site)} style={{ width: 300 }} value={site} onChange={(e) => keep(e.target.value)} />
          <span className="faint">{t(text.siteHelp)}</span>
        </div>
      </Panel>
      {what === 'paper' ? (
        <Paper survey={survey} />
      ) : what === 'slips' ? (
        <Slips survey={survey} address={address} />
      ) : (
        <Poster survey={survey} address={address} />
      )}
    </Page>
  );
}

function Poster({ survey, address }: { survey: Survey; address: string }) {
  const t = useTexts();
  return (
    <section className="sheet poster">
      <h1>{survey.title}</h1>
      <QRCode type="svg" value={address} size={360} errorLevel="M" bordered={false} />
      <p>{t(text.scan)}</p>
      <p className="code">{address}</p>
      <p className="faint">{t(texts.common.named, { name: t(text.until), value: day(survey.until) })}</p>
    </section>
  );
}

function Slips({ survey, address }: { survey: Survey; address: string }) {
  const t = useTexts();
  const where = `/api/surveys/${survey.matterId}/codes`;
  const codes = useGet<CodesJson>(where);
  const [many, setMany] = useState(100);
  const [error, setError] = useState<unknown>();
  const make = () => post(where, { count: many }).then(() => queryClient.invalidateQueries({ queryKey: [where] }), setError);
  return (
    <Loaded of={codes}>
      {(all) => {
        const unused = all.filter(({ used }) => !used);
        return (
          <>
            <Panel className="no-print">
              <div className="row">
                <InputNumber aria-label={t(text.codeCount)} min={1} precision={0} value={many} onChange={(value) => setMany(value ?? 1)} />
                <Button onClick={() => void make()}>{t(text.makeCodes)}</Button>
                <span>{t(text.codesState, { given: all.length, used: all.length - unused.length })}</span>
                <span className="faint">{t(text.unusedOnly, { n: unused.length })}</span>
              </div>
              {error ? <Problem error={error} /> : null}
            </Panel>
            {unused.length === 0 ? <Nothing title={t(text.noCodes)} /> : null}
            <section className="sheet slips">
              {unused.map(({ code }) => (
                <div key={code}>
                  <QRCode type="svg" value={`${address}?code=${code}`} size={96} bordered={false} />
                  <div>
                    <strong>{survey.title}</strong>
                    <span className="code">{code.replaceAll(/(.{5})(?=.)/g, '$1-')}</span>
                    <small>{address}</small>
                    <small>{t(text.slipText)}</small>
                  </div>
                </div>
              ))}
            </section>
          </>
        );
      }}
    </Loaded>
  );
}

function Paper({ survey }: { survey: Survey }) {
  const t = useTexts();
  const { opening, questions } = survey.questionnaire;
  return (
    <section className="sheet paper">
      <p className="paper-no">{t(text.paperNo)}____________</p>
      <h1>{survey.title}</h1>
      <p>{opening}</p>
      <ol>
        {questions.map((question) => (
          <li key={question.questionId}>
            <p>
              {question.text}
              {question.kind === 'several' ? t(text.severalHelp) : ''}
            </p>
            {question.kind === 'text' ? (
              <p className="lines" />
            ) : (
              <p className="boxes">
                {question.options.map((option) => (
                  <span key={option.text}>□ {option.text}</span>
                ))}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
