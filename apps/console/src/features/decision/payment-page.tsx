// 支付方式: schemes of DRG and DIP, the year's clearing, and what-ifs.
import { rateOwnerWords } from '@hengjian/domain';
import type { PaymentJson } from '@hengjian/server/schemas/payment.ts';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { saveFile, useGet } from '../../api.ts';
import { count, DASH, day, number, wan } from '../../format.ts';
import { texts, useSpeech, useTexts } from '../../texts/index.ts';
import { Loaded, Nothing, Page, Panel } from '../../ui/page.tsx';
import './decision.css';
import { NewTrial } from './new-trial.tsx';
import { SchemeImport } from './payment-import.tsx';
import { newPaymentLever, PaymentLeverRow, paymentLeverWords } from './payment-levers.tsx';
import { Packs } from './payment-packs.tsx';
import { TrialHistory } from './trial-history.tsx';

const text = texts.payment;

export function PaymentPage() {
  const t = useTexts();
  const payment = useGet<PaymentJson>('/api/payment');
  return (
    <Page
      title={t(text.title)}
      about={t(text.about)}
      extra={
        <>
          <Button onClick={() => void saveFile('/api/payment/template.xlsx')}>{t(text.template)}</Button>{' '}
          <SchemeImport schemes={payment.data?.schemes ?? []} />
        </>
      }
    >
      <Loaded of={payment}>
        {(data) =>
          data.schemes.length === 0 ? (
            <>
              <Panel>
                <Nothing title={t(text.noScheme)} help={t(text.noSchemeHelp)} />
              </Panel>
              <Packs data={data} />
            </>
          ) : (
            <>
              <NewPaymentTrial data={data} />
              <TrialHistory
                text={text}
                trials={data.trials}
                schemes={data.schemes}
                words={paymentLeverWords}
                id={({ trialId }) => trialId}
                link={({ trialId, title }) => (
                  <Link to="/decision/payment/$trial" params={{ trial: trialId }}>
                    {title}
                  </Link>
                )}
              />
              <Schemes data={data} />
              <Packs data={data} />
              <p className="hint">
                <Link to="/decision/policy">{t(text.benefitToo)}</Link>
              </p>
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function NewPaymentTrial({ data }: { data: PaymentJson }) {
  const t = useTexts();
  const navigate = useNavigate();
  return (
    <NewTrial
      text={text}
      schemes={data.schemes}
      years={data.years}
      first={newPaymentLever()}
      added={newPaymentLever('rate')}
      words={paymentLeverWords}
      row={(lever, change, remove) => <PaymentLeverRow lever={lever} change={change} remove={remove} />}
      hint={(levers) => {
        if (levers.length === 0) return t(text.noLever);
        return levers.some(({ kind }) => kind === 'rate') ? t(text.fixedRatesOnly) : null;
      }}
      at="/api/payment/trials"
      list="/api/payment"
      open={(trial) => void navigate({ to: '/decision/payment/$trial', params: { trial } })}
    />
  );
}

function Schemes({ data }: { data: PaymentJson }) {
  const { t, language } = useSpeech();
  return (
    <Panel flush title={t(text.schemes)}>
      <div className="scroll-x">
        <table className="plain">
          <thead>
            <tr>
              <th>{t(text.scheme)}</th>
              <th>{t(text.method)}</th>
              <th className="num">{t(text.groups)}</th>
              <th>{t(text.rates)}</th>
              <th>{t(text.inForce)}</th>
              <th>{t(text.source)}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {data.schemes.map((one) => (
              <tr key={one.schemeId}>
                <td>{one.title}</td>
                <td>{one.method.toUpperCase()}</td>
                <td className="num">{count(one.groups)}</td>
                <td>
                  {one.rates.map((rate) => (
                    <div key={`${rate.insurance}${rate.level}`}>
                      {rateOwnerWords(rate, one.rates.length > 1)[language]}{' '}
                      {rate.rate === null
                        ? `${t(text.fromBudget)} ${wan(rate.budgetFen)} ${t(texts.common.wan)}`
                        : number(rate.rate / 1_000_000)}
                    </div>
                  ))}
                </td>
                <td>
                  {day(one.fromDay)} {t(texts.common.to)} {one.toDay === null ? DASH : day(one.toDay)}
                </td>
                <td>{one.source}</td>
                <td>
                  <Button
                    type="link"
                    size="small"
                    onClick={() => void saveFile(`/api/payment/schemes/${encodeURIComponent(one.schemeId)}/xlsx`)}
                  >
                    {t(text.download)}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
