// How somebody stands among peers: each indicator with its mark, and one of them as a funnel.
import { departmentWords, type PracticeIndicatorName, practiceIndicators } from '@hengjian/domain';
import { Button } from 'antd';
import { count, DASH, number } from '../../format.ts';
import { texts, useSpeech } from '../../texts/index.ts';
import { useParams } from '../../ui/address.ts';
import { FunnelPlot, FunnelTag, funnelValue } from '../../ui/funnel-plot.tsx';
import { Panel } from '../../ui/page.tsx';
import { valueWord } from '../decision/value-words.tsx';
import '../decision/decision.css';

import type { Of } from './shown.ts';

const text = texts.practice;

export function Peers({ kind, data }: Of) {
  const { t, language } = useSpeech();
  const [, change] = useParams();
  const { peers, level } = data;
  if (!peers)
    return (
      <Panel title={t(text.peers)}>
        <p className="soft">{t(text.peersHidden)}</p>
      </Panel>
    );
  const who =
    kind === 'physician'
      ? t(text.peersPhysician, {
          department:
            data.department === null ? t(texts.common.unknown) : (departmentWords[data.department]?.[language] ?? data.department),
          level: level === null ? t(texts.common.unknown) : valueWord(t, 'level', String(level)),
          n: peers.count,
        })
      : t(text.peersPharmacy, { n: peers.count });
  const shown = peers.funnel ? practiceIndicators[peers.funnel.indicator] : undefined;
  return (
    <Panel title={t(text.peers)} extra={<span className="soft">{who}</span>}>
      <div className="scroll-x">
        <table className="plain">
          <thead>
            <tr>
              <th>{t(text.indicator)}</th>
              <th className="num">{t(text.counted)}</th>
              <th className="num">{t(kind === 'physician' ? text.value : text.valuePharmacy)}</th>
              <th className="num">{t(text.centre)}</th>
              <th className="num">{t(text.score)}</th>
              <th>{t(text.mark)}</th>
            </tr>
          </thead>
          <tbody>
            {peers.marks.map((row) => (
              <tr key={row.indicator} className={row.indicator === peers.funnel?.indicator ? 'chosen' : ''}>
                <td>
                  <Button type="link" size="small" onClick={() => change({ indicator: row.indicator }, { replace: true })}>
                    {practiceIndicators[row.indicator as PracticeIndicatorName][language]}
                  </Button>
                </td>
                <td className="num">{count(row.n)}</td>
                <td className="num">{funnelValue(practiceIndicators[row.indicator].unit, row.value)}</td>
                <td className="num">{funnelValue(practiceIndicators[row.indicator].unit, row.centre)}</td>
                <td className="num">{row.mark === 'small' ? DASH : number(row.score, 1)}</td>
                <td>
                  <FunnelTag of={row.mark} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {peers.funnel && shown ? (
        <>
          <FunnelPlot
            {...peers.funnel}
            points={peers.funnel.rows.map((row) => ({
              ...row,
              name: row.own ? (data.name ?? data.no) : (row.name ?? row.no ?? t(text.other)),
            }))}
            unit={shown.unit}
            label={shown[language]}
            counted={t(text.counted)}
            member={shown[language]}
          />
          <p className="hint">{t(text.method, { phi: number(peers.funnel.overdispersion, 2), least: peers.least })}</p>
        </>
      ) : null}
    </Panel>
  );
}
