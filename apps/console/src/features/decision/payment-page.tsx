// 支付方式: schemes of DRG and DIP, the year's clearing, and what-ifs.
import type { PaymentJson } from '@hengjian/server/schemas/payment.ts';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Input, Select, Spin } from 'antd';
import { useState } from 'react';
import { post, queryClient, saveFile, useGet } from '../../api.ts';
import { count, DASH, day, instant, number, wan } from '../../format.ts';
import { useSession } from '../../session.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { Loaded, Nothing, Page, Panel, Problem } from '../../ui/page.tsx';
import './decision.css';
import { PaymentImport } from './payment-import.tsx';
import { newPaymentLever, PaymentLeverRow, paymentLeverWords } from './payment-levers.tsx';
import { valueWord } from './value-words.tsx';

const text = texts.payment;
export const useMayChange = () => useSession()?.actions.includes('decision.change') ?? false;

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
          <PaymentImport schemes={payment.data?.schemes ?? []} />
        </>
      }
    >
      <Loaded of={payment}>
        {(data) =>
          data.schemes.length === 0 ? (
            <Panel>
              <Nothing title={t(text.noScheme)} help={t(text.noSchemeHelp)} />
            </Panel>
          ) : (
            <>
              <NewTrial data={data} />
              <History data={data} />
              <Schemes data={data} />
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

function NewTrial({ data }: { data: PaymentJson }) {
  const t = useTexts();
  const navigate = useNavigate();
  const may = useMayChange();
  const [title, setTitle] = useState('');
  const [schemeId, setScheme] = useState(data.schemes[0]?.schemeId ?? '');
  const [year, setYear] = useState(data.years[0]);
  const [levers, setLevers] = useState([{ id: 0, lever: newPaymentLever() }]);
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<unknown>();
  if (!may || year === undefined) return null;
  const run = async () => {
    setRunning(true);
    setError(undefined);
    try {
      const asked = levers.map(({ lever }) => lever);
      const named = title.trim() || asked.map((lever) => paymentLeverWords(t, lever)).join('；') || t(text.noLever);
      const { id } = await post<{ id: string }>('/api/payment/trials', { title: named.slice(0, 100), schemeId, year, levers: asked });
      await queryClient.invalidateQueries({ queryKey: ['/api/payment'] });
      void navigate({ to: '/decision/payment/$trial', params: { trial: id } });
    } catch (problem) {
      setError(problem);
    } finally {
      setRunning(false);
    }
  };
  return (
    <Panel title={t(text.newOne)}>
      <div className="filters">
        <Input
          aria-label={t(text.name)}
          placeholder={t(text.namePlaceholder)}
          value={title}
          maxLength={100}
          style={{ width: 300 }}
          onChange={(event) => setTitle(event.target.value)}
        />
        <Select
          aria-label={t(text.scheme)}
          value={schemeId}
          onChange={setScheme}
          options={data.schemes.map((one) => ({ value: one.schemeId, label: one.title }))}
        />
        <span className="soft">{t(text.year)}</span>
        <Select
          aria-label={t(text.year)}
          value={year}
          onChange={setYear}
          options={data.years.map((value) => ({ value, label: String(value) }))}
        />
      </div>
      {levers.map(({ id, lever }) => (
        <PaymentLeverRow
          key={id}
          lever={lever}
          change={(to) => setLevers(levers.map((one) => (one.id === id ? { id, lever: to } : one)))}
          remove={() => setLevers(levers.filter((one) => one.id !== id))}
        />
      ))}
      <div className="filters">
        <Button
          onClick={() => setLevers([...levers, { id: Math.max(-1, ...levers.map((one) => one.id)) + 1, lever: newPaymentLever('rate') }])}
        >
          {t(text.addLever)}
        </Button>
        <Button type="primary" loading={running} onClick={() => void run()}>
          {t(text.run)}
        </Button>
        <span className="soft">
          {running ? (
            <>
              <Spin size="small" /> {t(text.running)}
            </>
          ) : levers.length === 0 ? (
            t(text.noLever)
          ) : levers.some(({ lever }) => lever.kind === 'rate') ? (
            t(text.fixedRatesOnly)
          ) : null}
        </span>
      </div>
      {error ? <Problem error={error} /> : null}
    </Panel>
  );
}

function History({ data }: { data: PaymentJson }) {
  const t = useTexts();
  const titles = new Map(data.schemes.map((one) => [one.schemeId, one.title]));
  return (
    <Panel flush title={t(text.history)}>
      {data.trials.length === 0 ? (
        <Nothing title={t(text.noHistory)} />
      ) : (
        <div className="scroll-x">
          <table className="plain">
            <thead>
              <tr>
                <th>{t(text.name)}</th>
                <th>{t(text.scheme)}</th>
                <th>{t(text.levers)}</th>
                <th className="num">{t(text.year)}</th>
                <th>{t(text.by)}</th>
                <th>{t(text.at)}</th>
                <th className="num">{t(text.seconds)}</th>
              </tr>
            </thead>
            <tbody>
              {data.trials.map((one) => (
                <tr key={one.trialId}>
                  <td>
                    <Link to="/decision/payment/$trial" params={{ trial: one.trialId }}>
                      {one.title}
                    </Link>
                  </td>
                  <td>{titles.get(one.schemeId) ?? one.schemeId}</td>
                  <td>{one.levers.map((lever) => paymentLeverWords(t, lever)).join('；') || t(text.noLever)}</td>
                  <td className="num">{one.year}</td>
                  <td>{one.by}</td>
                  <td>{instant(one.at)}</td>
                  <td className="num">{t(texts.common.seconds, { n: number(one.seconds, 1) })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}

function Schemes({ data }: { data: PaymentJson }) {
  const t = useTexts();
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
                      {rate.insurance === null
                        ? t(one.rates.length > 1 ? text.restInsurance : text.allInsurance)
                        : valueWord(t, 'insurance', rate.insurance)}{' '}
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
