// Dividing by factors, with sliders: reckoned in the page by the same function that the server enters it with.
import { allocateByFactors, type FactorWish, sayIssue, standardScoreSteps, transferMessages, usualFactors } from '@hengjian/domain';
import type { TransferFileJson } from '@hengjian/server/schemas/transfers.ts';
import { Alert, App } from 'antd';
import { useMemo, useState } from 'react';
import { post } from '../../api.ts';
import { texts, useSpeech, useTexts } from '../../texts/index.ts';
import { Nothing, Panel } from '../../ui/page.tsx';
import { refreshTransfers } from './deeds.tsx';
import { Regions } from './factor-regions.tsx';
import { Result } from './factor-result.tsx';
import { Weights } from './factor-weights.tsx';

const text = texts.transfers;

/** What the last allocation was reckoned from, else last year's regions with their results. */
function firstWish({ basis, leftFen, last }: TransferFileJson): FactorWish {
  if (basis) return { ...basis, totalFen: leftFen };
  return {
    totalFen: leftFen,
    stepFen: 1,
    factors: [...usualFactors],
    regions: last.map(({ receiver, score }) => ({ name: receiver, values: [null, null, null], score })),
    performancePart: 0.2,
    scoreSteps: [...standardScoreSteps],
  };
}

export function SimulationView({ file }: { file: TransferFileJson }) {
  const t = useTexts();
  const { language } = useSpeech();
  const { message, modal } = App.useApp();
  const [wish, setWish] = useState(() => firstWish(file));
  const divided = useMemo(() => allocateByFactors(wish), [wish]);
  if (file.leftFen <= 0)
    return (
      <Panel>
        <Nothing title={t(text.nothingToDivide)} />
      </Panel>
    );
  const enter = () =>
    modal.confirm({
      title: t(text.enterTitle),
      onOk: async () => {
        try {
          const { documentNo, issuedOn } = file.notice;
          await post(`/api/transfers/${file.transferId}/factor-shares`, { documentNo, issuedOn, wish });
          await refreshTransfers();
        } catch (error) {
          void message.error((error as Error).message);
        }
      },
    });
  return (
    <>
      <Weights wish={wish} onChange={setWish} />
      <Regions wish={wish} last={file.last} onChange={setWish} />
      {divided.ok ? (
        <Result shares={divided.value} wish={wish} onEnter={enter} />
      ) : (
        <Alert
          type="info"
          showIcon
          title={divided.issues
            .slice(0, 4)
            .map((issue) => (
              <div key={`${issue.code}${issue.row}${JSON.stringify(issue.facts)}`}>{sayIssue(issue, transferMessages, language)}</div>
            ))}
        />
      )}
    </>
  );
}
