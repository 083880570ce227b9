// 政策测算: pull levers on the scheme in force and settle a past year again.
import type { PolicyJson, SchemeJson } from '@hengjian/server/schemas/policy.ts';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Upload } from 'antd';
import { useState } from 'react';
import { post, queryClient, useGet } from '../../api.ts';
import { DASH, day, share, yuan } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { Loaded, Nothing, Page, Panel, Problem } from '../../ui/page.tsx';
import { LeverRow, leverWords, newLever } from './levers.tsx';
import { NewTrial, useMayChange } from './new-trial.tsx';
import './decision.css';
import { TrialHistory } from './trial-history.tsx';
import { valueWord } from './value-words.tsx';

const text = texts.policy;

export function PolicyPage() {
  const t = useTexts();
  const policy = useGet<PolicyJson>('/api/policy');
  return (
    <Page title={t(text.title)} about={t(text.about)} extra={<ImportScheme />}>
      <Loaded of={policy}>
        {(data) =>
          data.schemes.length === 0 ? (
            <Panel>
              <Nothing title={t(text.noScheme)} help={t(text.noSchemeHelp)} />
            </Panel>
          ) : (
            <>
              <NewWhatIf data={data} />
              <TrialHistory
                text={text}
                trials={data.whatIfs}
                schemes={data.schemes}
                words={leverWords}
                id={({ whatIfId }) => whatIfId}
                link={({ whatIfId, title }) => (
                  <Link to="/decision/policy/$whatIf" params={{ whatIf: whatIfId }}>
                    {title}
                  </Link>
                )}
              />
              {data.schemes.slice(0, 1).map((scheme) => (
                <Scheme key={scheme.schemeId} of={scheme} />
              ))}
              <p className="hint">
                <Link to="/decision/payment">{t(texts.payment.paymentToo)}</Link>
              </p>
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function jsonOf(content: string, fault: string): object {
  try {
    return JSON.parse(content);
  } catch {
    throw new Error(fault);
  }
}

function ImportScheme() {
  const t = useTexts();
  const [error, setError] = useState<unknown>();
  const may = useMayChange();
  if (!may) return null;
  const read = async (file: File) => {
    try {
      await post('/api/policy/schemes', jsonOf(await file.text(), t(text.notJson, { file: file.name })));
      setError(undefined);
      await queryClient.invalidateQueries({ queryKey: ['/api/policy'] });
    } catch (problem) {
      setError(problem);
    }
  };
  return (
    <>
      <Upload
        accept=".json,application/json"
        showUploadList={false}
        beforeUpload={(file) => {
          void read(file);
          return false;
        }}
      >
        <Button>{t(text.importScheme)}</Button>
      </Upload>
      {error ? <Problem error={error} /> : null}
    </>
  );
}

function NewWhatIf({ data }: { data: PolicyJson }) {
  const navigate = useNavigate();
  return (
    <NewTrial
      text={text}
      schemes={data.schemes}
      years={data.years}
      first={newLever()}
      added={newLever('rate')}
      words={leverWords}
      row={(lever, change, remove) => <LeverRow lever={lever} change={change} remove={remove} />}
      at="/api/policy/what-ifs"
      list="/api/policy"
      open={(whatIf) => void navigate({ to: '/decision/policy/$whatIf', params: { whatIf } })}
    />
  );
}

function Scheme({ of }: { of: SchemeJson }) {
  const t = useTexts();
  const words = (dimension: string, values: readonly (string | number)[]) =>
    values.length === 0 ? t(text.any) : values.map((value) => valueWord(t, dimension, String(value))).join(t(texts.common.comma));
  return (
    <Panel
      flush
      title={t(texts.common.named, { name: t(text.current), value: of.title })}
      extra={
        <span className="soft">
          {day(of.fromDay)} {t(texts.common.to)} {of.toDay === null ? DASH : day(of.toDay)} · {of.source}
        </span>
      }
    >
      <div className="scroll-x tall">
        <table className="plain">
          <thead>
            <tr>
              <th>{t(text.insurance)}</th>
              <th>{t(text.setting)}</th>
              <th>{t(text.level)}</th>
              <th>{t(text.area)}</th>
              <th className="num">{t(texts.common.aside, { what: t(text.deductible), aside: t(texts.common.yuan) })}</th>
              <th className="num">{t(text.rate)}</th>
              <th className="num">{t(text.capYear)}</th>
              <th className="num">{t(text.aid)}</th>
            </tr>
          </thead>
          <tbody>
            {of.rules.map((rule, index) => (
              <tr key={index}>
                <td>{words('insurance', rule.insurance)}</td>
                <td>{words('setting', rule.setting)}</td>
                <td>{words('level', rule.level)}</td>
                <td>{t(rule.outOfArea === null ? text.any : rule.outOfArea ? text.outOfArea : text.inArea)}</td>
                <td className="num">
                  {yuan(rule.deductibleFen)}{' '}
                  {rule.deductibleFen > 0 ? t(rule.deductiblePer === 'year' ? text.perYear : text.perSettlement) : ''}
                </td>
                <td className="num">
                  {rule.bands
                    .map(({ aboveFen, rate }) =>
                      rule.bands.length === 1 ? share(rate / 10_000) : t(text.above, { yuan: aboveFen / 100, rate: share(rate / 10_000) }),
                    )
                    .join(t(texts.common.semicolon))}
                </td>
                <td className="num">{yuan(rule.capFen)}</td>
                <td className="num">{rule.aidRate > 0 ? share(rule.aidRate / 10_000) : DASH}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
