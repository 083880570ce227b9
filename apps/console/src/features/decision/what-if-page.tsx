// A what-if's result: before and after side by side, who gains and who loses; prints on one page.
import type { EffectJson, WhatIfJson } from '@hengjian/server/schemas/policy.ts';
import { useParams as usePathParams } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { count, share, wan, yuan } from '../../format.ts';
import { type Say, texts, useTexts } from '../../texts/index.ts';
import { one, useParams } from '../../ui/address.ts';
import { Chart } from '../../ui/chart.tsx';
import { Panel } from '../../ui/page.tsx';
import { leverWords } from './levers.tsx';
import './decision.css';
import { TrialResult } from './trial-result.tsx';
import { valueWord } from './value-words.tsx';

const text = texts.policy;
const groups = {
  insuranceSetting: text.insuranceSetting,
  level: text.level,
  age: text.age,
  cost: text.cost,
  area: text.personArea,
  provider: text.provider,
} as const;
const costs = { '1': text.cost1, '2': text.cost2, '3': text.cost3, '4': text.cost4, '5': text.cost5 } as const;

function word(t: Say, group: string, key: string, name: string | null): string {
  if (key === '') return t(texts.common.unknown);
  if (group === 'insuranceSetting') {
    const [insurance = '', setting = ''] = key.split('/');
    return `${valueWord(t, 'insurance', insurance)} · ${valueWord(t, 'setting', setting)}`;
  }
  if (group === 'cost') return t(costs[key as keyof typeof costs]);
  return name ?? valueWord(t, group === 'level' ? 'level' : 'area', key);
}

export function WhatIfPage() {
  const { whatIf } = usePathParams({ strict: false }) as { whatIf: string };
  return (
    <TrialResult<WhatIfJson['levers'][number], WhatIfJson>
      address={`/api/policy/what-ifs/${encodeURIComponent(whatIf)}`}
      back="/decision/policy"
      text={text}
      words={leverWords}
    >
      {(data) => <Result data={data} />}
    </TrialResult>
  );
}

const fundOf = (effect: EffectJson) => ({ before: effect.poolBefore + effect.aidBefore, after: effect.poolAfter + effect.aidAfter });
const signedWan = (fen: number) => `${fen > 0 ? '+' : ''}${wan(fen)}`;

function Result({ data }: { data: WhatIfJson }) {
  const t = useTexts();
  const { all, reproduced, replayed, notReproducedFen } = data.result;
  const fund = fundOf(all);
  const tile = (name: string, before: number, after: number) => (
    <div className="tile">
      <div className="name">{name}</div>
      <div className={after > before ? 'value red' : 'value'}>
        {signedWan(after - before)} <small>{t(texts.common.wan)}</small>
      </div>
      <div className="sub">
        {t(text.before)} {wan(before)} → {t(text.after)} {wan(after)}
        {before ? ` · ${after >= before ? '+' : ''}${share((after - before) / before, 2)}` : ''}
      </div>
    </div>
  );
  return (
    <>
      <div className="tiles wide">
        {tile(t(text.fundChange), fund.before, fund.after)}
        {tile(t(text.ownChange), all.ownBefore, all.ownAfter)}
        <div className="tile">
          <div className="name">{t(text.gainers)}</div>
          <div className="value">{count(all.people)}</div>
          <div className="sub">{t(text.gainersSub, { gain: count(all.gain), lose: count(all.lose), same: count(all.same) })}</div>
        </div>
        <div className="tile">
          <div className="name">{t(text.reproduced)}</div>
          <div className="value">{share(reproduced / replayed, 2)}</div>
          <div className="sub">
            {t(text.reproducedSub, {
              all: count(replayed),
              n: count(reproduced),
              left: count(replayed - reproduced),
              fund: wan(notReproducedFen),
            })}
          </div>
        </div>
      </div>
      <p className="hint">{t(text.assumed)}</p>
      <Groups data={data} />
      <NotReproduced data={data} />
    </>
  );
}

function Groups({ data }: { data: WhatIfJson }) {
  const t = useTexts();
  const [params, change] = useParams();
  const chosen = data.result.groups.find(({ group }) => group === one(params.group)) ?? data.result.groups[0];
  if (!chosen) return null;
  const rows = [...chosen.rows];
  const ordered =
    chosen.group === 'age' || chosen.group === 'cost' ? rows : rows.sort((a, b) => fundOf(b.effect).before - fundOf(a.effect).before);
  const shown = ordered.slice(0, 40);
  const inWan = (fen: number) => Number((fen / 1_000_000).toFixed(2));
  const plotted = shown.slice(0, 12);
  return (
    <Panel
      title={t(text.byGroup)}
      extra={
        <Segmented
          className="no-print"
          size="small"
          value={chosen.group}
          onChange={(group) => change({ group })}
          options={data.result.groups.map(({ group }) => ({ value: group, label: t(groups[group as keyof typeof groups]) }))}
        />
      }
    >
      <Chart
        height={220}
        label={t(text.byGroup)}
        option={{
          legend: {},
          tooltip: { trigger: 'axis' },
          xAxis: {
            type: 'category',
            name: t(groups[chosen.group as keyof typeof groups]),
            data: plotted.map((row) => word(t, chosen.group, row.key, row.name)),
            axisLabel: { interval: 0, width: 90, overflow: 'break' },
          },
          yAxis: { type: 'value', name: t(text.fund) },
          series: [
            {
              type: 'bar',
              name: t(text.before),
              data: plotted.map((row) => inWan(fundOf(row.effect).before)),
              itemStyle: { color: '#9db8d2' },
              barMaxWidth: 26,
            },
            {
              type: 'bar',
              name: t(text.after),
              data: plotted.map((row) => inWan(fundOf(row.effect).after)),
              itemStyle: { color: '#1f5f9e' },
              barMaxWidth: 26,
            },
          ],
        }}
      />
      <div className="scroll-x">
        <table className="plain">
          <thead>
            <tr>
              <th rowSpan={2}>{t(groups[chosen.group as keyof typeof groups])}</th>
              <th rowSpan={2} className="num">
                {t(text.settlements)}
              </th>
              <th colSpan={3} className="mid">
                {t(text.fund)}
              </th>
              <th colSpan={3} className="mid">
                {t(text.own)}
              </th>
              <th colSpan={3} className="mid">
                {t(text.people)}
              </th>
            </tr>
            <tr>
              {[text.before, text.after, text.change, text.before, text.after, text.change, text.gain, text.lose, text.same].map(
                (name, i) => (
                  <th key={`${i}-${name[0]}`} className="num">
                    {t(name)}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ key, name, effect }) => {
              const fund = fundOf(effect);
              return (
                <tr key={key}>
                  <td>{word(t, chosen.group, key, name)}</td>
                  <td className="num">{count(effect.settlements)}</td>
                  <td className="num">{wan(fund.before)}</td>
                  <td className="num">{wan(fund.after)}</td>
                  <td className={fund.after > fund.before ? 'num red' : 'num'}>{signedWan(fund.after - fund.before)}</td>
                  <td className="num">{wan(effect.ownBefore)}</td>
                  <td className="num">{wan(effect.ownAfter)}</td>
                  <td className={effect.ownAfter > effect.ownBefore ? 'num red' : 'num'}>
                    {signedWan(effect.ownAfter - effect.ownBefore)}
                  </td>
                  <td className="num">{count(effect.gain)}</td>
                  <td className="num">{count(effect.lose)}</td>
                  <td className="num">{count(effect.same)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function NotReproduced({ data }: { data: WhatIfJson }) {
  const t = useTexts();
  const { notReproduced, reasons } = data.result;
  const why = (code: string) => t(code === 'aid' ? text.aidDiffers : text[code as 'unknown' | 'no-rule' | 'pool']);
  const summary = Object.entries(reasons).filter(([, n]) => n > 0);
  return (
    <Panel
      flush
      title={t(text.notReproduced)}
      extra={
        <span className="soft">
          {summary.length === 0 ? t(text.allReproduced) : summary.map(([code, n]) => `${why(code)} ${count(n)}`).join(' · ')}
        </span>
      }
    >
      {notReproduced.length > 0 ? (
        <div className="scroll-x tall no-print">
          <table className="plain">
            <thead>
              <tr>
                <th>{t(text.settlementNo)}</th>
                <th>{t(text.why)}</th>
                <th className="num">{t(text.recorded)}</th>
                <th className="num">{t(text.replayed)}</th>
              </tr>
            </thead>
            <tbody>
              {notReproduced.map((row) => (
                <tr key={row.settlementNo}>
                  <td className="code nowrap">{row.settlementNo}</td>
                  <td>{why(row.why)}</td>
                  <td className="num">{yuan(row.recordedFen)}</td>
                  <td className="num">{yuan(row.replayedFen)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </Panel>
  );
}
