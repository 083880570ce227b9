// 整改: what the evaluation found, who mends it until when, and what was done; what the year before left open.
import type { CarriedProblem, PlanProblem } from '@hengjian/domain';
import { Alert, Tag } from 'antd';
import { DASH, day } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { Panel } from '../../ui/page.tsx';

const text = texts.plans;

export function Problems({ problems, place }: { problems: readonly PlanProblem[]; place: (remark: PlanProblem['remark']) => string }) {
  const t = useTexts();
  return (
    <Panel flush title={t(text.problems)}>
      <table className="plain">
        <thead>
          <tr>
            <th>{t(text.problemPlace)}</th>
            <th>{t(text.problem)}</th>
            <th>{t(text.problemPerson)}</th>
            <th>{t(text.problemDue)}</th>
            <th>{t(text.problemDone)}</th>
          </tr>
        </thead>
        <tbody>
          {problems.map(({ problemId, remark, person, dueOn, mended }) => (
            <tr key={problemId}>
              <td>{place(remark)}</td>
              <td>{remark.text}</td>
              <td>{person ?? DASH}</td>
              <td className="nowrap">{day(dueOn)}</td>
              <td>
                {mended ? (
                  <>
                    <Tag color="green">{day(mended.on)}</Tag>
                    {mended.measure} <span className="faint">{mended.evidence}</span>
                  </>
                ) : (
                  <Tag color="orange">{t(text.problemOpen)}</Tag>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

export function Carried({ problems }: { problems: readonly CarriedProblem[] }) {
  const t = useTexts();
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 12 }}
      title={t(text.carried, { n: problems.length })}
      description={problems.map(({ problemId, place, remark, person }) => (
        <div key={problemId}>{t(texts.common.named, { name: place, value: [remark.text, person].filter(Boolean).join(' · ') })}</div>
      ))}
    />
  );
}
