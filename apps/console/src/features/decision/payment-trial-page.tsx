// One year settled by disease group: before and after, beside what the fund paid by items, for institutions and groups.
import { rateOwnerWords } from '@hengjian/domain';
import type { PaymentRowJson, PaymentSumsJson, PaymentTrialJson } from '@hengjian/server/schemas/payment.ts';
import { useParams as useRoute } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { count, DASH, number, share, wan } from '../../format.ts';
import { useSession } from '../../session.ts';
import { type Say, texts, useSpeech, useTexts } from '../../texts/index.ts';
import { one, useParams } from '../../ui/address.ts';
import { Chart } from '../../ui/chart.tsx';
import { Panel } from '../../ui/page.tsx';
import './decision.css';
import { PaymentCases, signalNames } from './payment-cases.tsx';
import { PaymentFunnel } from './payment-funnel.tsx';
import { paymentLeverWords } from './payment-levers.tsx';
import { TrialResult } from './trial-result.tsx';
import { valueWord } from './value-words.tsx';

const text = texts.payment;
const ONE = 10_000;
const signedWan = (fen: number) => `${fen > 0 ? '+' : ''}${wan(fen)}`;
const decimal = (value: number | null, digits = 2) => (value === null ? DASH : number(value / ONE, digits));

export function PaymentTrialPage() {
  const t = useTexts();
  const { trial } = useRoute({ strict: false }) as { trial: string };
  const records = useSession()?.actions.includes('decision.records') ?? false;
  return (
    <TrialResult<PaymentTrialJson['levers'][number], PaymentTrialJson>
      address={`/api/payment/trials/${encodeURIComponent(trial)}`}
      back="/decision/payment"
      text={text}
      words={paymentLeverWords}
    >
      {(data) => (
        <>
          <Tiles data={data} />
          <p className="hint">
            {t(text.assumed)}
            {data.unknownFund > 0 ? t(text.unknownFund, { n: count(data.unknownFund) }) : null}
          </p>
          <Values data={data} />
          <Groups data={data} />
          <PaymentFunnel trial={data} />
          {records ? <PaymentCases trial={data} /> : null}
        </>
      )}
    </TrialResult>
  );
}

function Tiles({ data }: { data: PaymentTrialJson }) {
  const t = useTexts();
  const [before, after] = [data.all.before, data.all.after];
  if (!before || !after) return null;
  const tried = data.levers.length > 0;
  const gained = (data.groups.find(({ group }) => group === 'institution')?.rows ?? []).map((row) =>
    tried ? (row.after?.dueFen ?? 0) - (row.before?.dueFen ?? 0) : (row.before?.dueFen ?? 0) - (row.before?.fundFen ?? 0),
  );
  const tile = (name: string, value: string, sub: string, red = false) => (
    <div className="tile">
      <div className="name">{name}</div>
      <div className={red ? 'value red' : 'value'}>{value}</div>
      <div className="sub">{sub}</div>
    </div>
  );
  const unit = t(texts.common.wan);
  const { ahead } = data.all;
  return (
    <div className="tiles wide">
      {tried
        ? tile(
            t(text.changeTile),
            `${signedWan(after.dueFen - before.dueFen)} ${unit}`,
            t(text.changeSub, { before: wan(before.dueFen), after: wan(after.dueFen) }),
            after.dueFen > before.dueFen,
          )
        : null}
      {tile(
        t(text.againstItems),
        `${signedWan(after.dueFen - after.fundFen)} ${unit}`,
        t(text.againstSub, { fund: wan(after.fundFen) }),
        after.dueFen > after.fundFen,
      )}
      {ahead
        ? tile(
            t(text.toPay),
            `${wan(after.dueFen - ahead.prepaidFen - ahead.deductedFen)} ${unit}`,
            t(text.aheadSub, { due: wan(after.dueFen), prepaid: wan(ahead.prepaidFen), deducted: wan(ahead.deductedFen) }),
          )
        : null}
      {tile(
        t(text.gainers),
        count(gained.length),
        t(text.gainersSub, {
          gain: count(gained.filter((more) => more > 0).length),
          lose: count(gained.filter((more) => more < 0).length),
          same: count(gained.filter((more) => more === 0).length),
        }),
      )}
      {tile(
        t(text.grouped),
        share(after.grouped / after.cases),
        t(text.groupedSub, { n: count(after.grouped), left: count(after.cases - after.grouped), groups: count(after.groups) }),
      )}
      {tile(t(text.cmi), decimal(after.cmi), t(text.cmiSub))}
      {tile(
        t(text.outliers),
        count(after.high + after.low),
        t(text.outliersSub, { high: count(after.high), low: count(after.low), cost: count(after.byCost) }),
      )}
    </div>
  );
}

function Values({ data }: { data: PaymentTrialJson }) {
  const { t, language } = useSpeech();
  const tried = data.levers.length > 0;
  const shown = data.values.filter(({ before, after }) => before.cases > 0 || (after?.cases ?? 0) > 0);
  const rateOf = (value: { rate: number; fromBudget: boolean } | null) =>
    value === null ? DASH : `${number(value.rate / 1_000_000)}${value.fromBudget ? '' : ' *'}`;
  return (
    <Panel flush title={t(text.values)}>
      <div className="scroll-x">
        <table className="plain">
          <thead>
            <tr>
              <th style={{ minWidth: 110 }}>{t(text.insurance)}</th>
              <th className="num">{t(text.cases)}</th>
              <th className="num">{t(text.points)}</th>
              <th className="num">{t(text.budgetOf)}</th>
              <th className="num">{t(text.byCostFund)}</th>
              <th className="num">
                {t(text.valueBefore)}
                {tried ? ` ${t(text.before)}` : ''}
              </th>
              {tried ? (
                <th className="num">
                  {t(text.valueBefore)} {t(text.after)}
                </th>
              ) : null}
              <th className="num">{t(text.left)}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ before, after }) => {
              const last = after ?? before;
              return (
                <tr key={`${before.insurance}${before.level}`}>
                  <td>{rateOwnerWords(before, data.values.length > 1)[language]}</td>
                  <td className="num">{count(last.cases)}</td>
                  <td className="num">{number(last.points / ONE, 0)}</td>
                  <td className="num">{wan(last.budgetFen)}</td>
                  <td className="num">{wan(last.byCostFen)}</td>
                  <td className="num">{rateOf(before)}</td>
                  {tried ? <td className="num">{rateOf(after)}</td> : null}
                  <td className="num">{last.budgetFen === null ? DASH : wan(last.budgetFen - last.dueFen)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

type Group = PaymentTrialJson['groups'][number]['group'];
const groupNames = { institution: text.institution, group: text.group, insurance: text.insurance } as const;

function nameOf(t: Say, group: Group, { key, name }: PaymentRowJson): string {
  if (group === 'insurance') return key === '' ? t(texts.common.unknown) : valueWord(t, 'insurance', key);
  if (group === 'group') return key === '' ? t(text.notGrouped) : `${key} ${name ?? ''}`;
  return name ?? key;
}
const dueOf = (sums: PaymentSumsJson | null) => sums?.dueFen ?? 0;

const SHOWN = 60;
function Groups({ data }: { data: PaymentTrialJson }) {
  const t = useTexts();
  const [params, change] = useParams();
  const chosen = data.groups.find(({ group }) => group === one(params.by)) ?? data.groups[0];
  if (!chosen) return null;
  const tried = data.levers.length > 0;
  const ahead = chosen.group === 'institution' && data.all.ahead !== null;
  const rows = [...chosen.rows].sort((a, b) => dueOf(b.before) - dueOf(a.before));
  const plotted = rows.slice(0, 12);
  const inWan = (fen: number) => Number((fen / 1_000_000).toFixed(2));
  const series = [
    { name: text.paid, of: (row: PaymentRowJson) => (row.after ?? row.before)?.fundFen ?? 0, color: '#c9cfd6' },
    { name: tried ? text.before : text.fundDue, of: (row: PaymentRowJson) => dueOf(row.before), color: '#9db8d2' },
    ...(tried ? [{ name: text.after, of: (row: PaymentRowJson) => dueOf(row.after), color: '#1f5f9e' }] : []),
  ];
  const linked = (row: PaymentRowJson) =>
    chosen.group === 'insurance' ? (
      nameOf(t, chosen.group, row)
    ) : (
      <Button
        type="link"
        size="small"
        className="in-table"
        onClick={() => change(chosen.group === 'institution' ? { provider: row.key } : { group: row.key })}
      >
        {nameOf(t, chosen.group, row)}
      </Button>
    );
  return (
    <Panel
      title={t(text.side)}
      extra={
        <Segmented
          className="no-print"
          size="small"
          value={chosen.group}
          onChange={(by) => change({ by })}
          options={data.groups.map(({ group }) => ({ value: group, label: t(groupNames[group]) }))}
        />
      }
    >
      <Chart
        height={230}
        label={t(text.side)}
        option={{
          legend: {},
          tooltip: { trigger: 'axis' },
          xAxis: {
            type: 'category',
            name: t(groupNames[chosen.group]),
            data: plotted.map((row) => nameOf(t, chosen.group, row)),
            axisLabel: { interval: 0, width: 90, overflow: 'break' },
          },
          yAxis: { type: 'value', name: t(text.fund) },
          series: series.map(({ name, of, color }) => ({
            type: 'bar',
            name: t(name),
            data: plotted.map((row) => inWan(of(row))),
            itemStyle: { color },
            barMaxWidth: 22,
          })),
        }}
      />
      <div className="scroll-x tall">
        <table className="plain">
          <thead>
            <tr>
              <th rowSpan={2} style={{ minWidth: 130 }}>
                {t(groupNames[chosen.group])}
              </th>
              <th rowSpan={2} className="num">
                {t(text.cases)}
              </th>
              <th colSpan={(tried ? 5 : 3) + (ahead ? 3 : 0)} className="mid">
                {t(text.fund)}
              </th>
              <th colSpan={5} className="mid">
                {t(text.indicators)}
              </th>
              <th colSpan={signalNames.length} className="mid">
                {t(text.watch)}
              </th>
            </tr>
            <tr>
              {[
                text.paid,
                ...(tried ? [text.before, text.after, text.change] : [text.fundDue]),
                text.difference,
                ...(ahead ? [text.prepaid, text.deducted, text.toPay] : []),
                text.cmi,
                text.timeIndex,
                text.costIndex,
                text.highShort,
                text.lowShort,
                ...signalNames.map((signal) => text[signal]),
              ].map((name) => (
                <th key={name[0]} className="num">
                  {t(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, SHOWN).map((row) => {
              const own = row.after ?? row.before;
              if (!own) return null;
              const more = dueOf(row.after) - dueOf(row.before);
              const apart = own.dueFen - own.fundFen;
              return (
                <tr key={row.key}>
                  <td>{linked(row)}</td>
                  <td className="num">{count(own.cases)}</td>
                  <td className="num">{wan(own.fundFen)}</td>
                  {tried ? (
                    <>
                      <td className="num">{wan(dueOf(row.before))}</td>
                      <td className="num">{wan(dueOf(row.after))}</td>
                      <td className={more < 0 ? 'num red' : 'num'}>{signedWan(more)}</td>
                    </>
                  ) : (
                    <td className="num">{wan(own.dueFen)}</td>
                  )}
                  <td className={apart < 0 ? 'num red' : 'num'}>{signedWan(apart)}</td>
                  {ahead ? (
                    <>
                      <td className="num">{wan(row.ahead?.prepaidFen)}</td>
                      <td className="num">{wan(row.ahead?.deductedFen)}</td>
                      <td className="num">{wan(own.dueFen - (row.ahead?.prepaidFen ?? 0) - (row.ahead?.deductedFen ?? 0))}</td>
                    </>
                  ) : null}
                  <td className="num">{decimal(own.cmi)}</td>
                  <td className="num">{decimal(own.timeIndex)}</td>
                  <td className="num">{decimal(own.costIndex)}</td>
                  <td className="num">{count(own.high)}</td>
                  <td className="num">{count(own.low)}</td>
                  {signalNames.map((signal) => (
                    <td key={signal} className="num">
                      {count(own.signals[signal] ?? 0)}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
