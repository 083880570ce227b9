// How somebody stands among peers: each indicator with its mark, and one of them as a funnel.
import { departmentWords, practiceIndicators } from '@hengjian/domain';
import { Button } from 'antd';
import { number } from '../../format.ts';
import { texts, useSpeech } from '../../texts/index.ts';
import { useParams } from '../../ui/address.ts';
import { FunnelPlot } from '../../ui/funnel-plot.tsx';
import { FunnelTable } from '../../ui/funnel-table.tsx';
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
      <FunnelTable
        heads={[t(text.indicator), t(text.counted), t(kind === 'physician' ? text.value : text.valuePharmacy), t(text.centre)]}
        rows={peers.marks.map((row) => ({
          ...row,
          key: row.indicator,
          what: (
            <Button type="link" size="small" onClick={() => change({ indicator: row.indicator }, { replace: true })}>
              {practiceIndicators[row.indicator][language]}
            </Button>
          ),
          unit: practiceIndicators[row.indicator].unit,
          chosen: row.indicator === peers.funnel?.indicator,
        }))}
      />
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
          <p className="hint">
            {t(kind === 'physician' ? text.method : text.methodPharmacy, {
              phi: number(peers.funnel.overdispersion, 2),
              least: peers.least,
            })}
          </p>
        </>
      ) : null}
    </Panel>
  );
}
