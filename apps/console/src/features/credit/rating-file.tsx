// One rating: how it came about line by line, what is proposed, the next step, what happened.
import { creditWords } from '@hengjian/domain';
import type { RatingJson } from '@hengjian/server/schemas/credit.ts';
import { Alert, Table, Tag } from 'antd';
import { useGet } from '../../api.ts';
import { day, instant, number, yuan } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { Fact, Panel } from '../../ui/page.tsx';
import { PointsStep } from '../../ui/points-step.tsx';
import { useWordTable } from '../../ui/word-table.ts';

const text = texts.credit;
type Line = RatingJson['lines'][number];

export function RatingFile({ one }: { one: RatingJson }) {
  const t = useTexts();
  const { say } = useWordTable(creditWords);
  const history = useGet<{ at: number; by: string; action: string; why: string | null }[]>(`/api/credit/${one.ratingId}/history`);
  return (
    <>
      <Panel>
        <dl className="facts">
          <Fact name={t(text.scheme)}>{one.schemeTitle}</Fact>
          <Fact name={t(text.period)}>
            {day(one.from)} ~ {day(one.to)} <span className="faint">{`${t(text.asOf)} ${instant(one.asOf)}`}</span>
          </Fact>
          <Fact name={t(text.grade)}>
            <strong>{one.grade}</strong> {number(one.score)} <Tag>{say('states', one.state)}</Tag>
          </Fact>
          {one.dueDay === null ? null : <Fact name={t(text.due)}>{day(one.dueDay)}</Fact>}
          {one.objection === null ? null : <Fact name={t(text.objection)}>{one.objection}</Fact>}
          {one.halfDays === undefined ? null : <Fact name={t(text.fading)}>{t(text.fades, { days: one.halfDays })}</Fact>}
          {one.proposal ? (
            <Fact name={t(text.proposal)}>
              {one.subject === 'person'
                ? one.proposal.note
                : t(text.proposed, {
                    n: one.proposal.inspectionsPerYear,
                    percent: one.proposal.depositPercent,
                    note: one.proposal.note,
                  })}{' '}
              <span className="faint">{t(text.proposalHelp)}</span>
            </Fact>
          ) : null}
        </dl>
        {one.vetoedBy === null ? null : <Alert type="warning" title={t(text.veto, { why: one.vetoedBy })} />}
      </Panel>
      <Panel title={t(text.lines)} flush>
        <Table<Line>
          size="small"
          rowKey="code"
          pagination={false}
          dataSource={one.lines}
          columns={[
            { key: 'dimension', title: t(text.dimension), dataIndex: 'dimension' },
            { key: 'item', title: t(text.item), render: (_, line) => `${line.code} ${line.title}` },
            {
              key: 'value',
              title: t(text.value),
              align: 'right',
              render: (_, { fact, value }) => (fact === null ? '' : fact.endsWith('Fen') ? yuan(value) : number(value)),
            },
            {
              key: 'points',
              title: t(text.points),
              align: 'right',
              render: (_, line) => (line.points > 0 ? `+${line.points}` : line.points),
            },
          ]}
          summary={() => (
            <Table.Summary.Row>
              <Table.Summary.Cell index={0} colSpan={3}>
                {t(text.base)} {one.base} · {t(text.total)}
              </Table.Summary.Cell>
              <Table.Summary.Cell index={1} align="right">
                <strong>{number(one.score)}</strong>
              </Table.Summary.Cell>
            </Table.Summary.Row>
          )}
        />
      </Panel>
      {one.actions.length > 0 ? (
        <Panel title={t(text.take)}>
          <PointsStep
            address={`/api/credit/${one.ratingId}/steps`}
            actions={one.actions}
            say={(action) => say('actions', action)}
            labels={{ step: t(text.step), points: t(text.repairPoints), why: t(text.why) }}
            counted={(action) => action === 'repair'}
            most={one.repairMost}
          />
        </Panel>
      ) : null}
      <Panel title={t(text.history)}>
        <ul className="steps">
          {(history.data ?? []).map((step) => (
            <li key={`${step.at} ${step.action}`}>
              {instant(step.at)} {step.by} {step.action === 'rate' ? t(text.rate) : say('actions', step.action)}
              {step.why ? `${t(texts.common.colon)}${step.why}` : ''}
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}
