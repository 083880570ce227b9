// The answers behind the result, a row each, without a name.
import type { Survey } from '@hengjian/domain';
import type { AnswerJson, AnswerPageJson } from '@hengjian/server/schemas/surveys.ts';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { post, queryClient, saveFile, useGet } from '../../api.ts';
import { DASH, day } from '../../format.ts';
import { useMay } from '../../session.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { one, useParams } from '../../ui/address.ts';
import { AskWhy } from '../../ui/ask-why.tsx';
import { Nothing, Panel, Problem } from '../../ui/page.tsx';
import { QueryTable } from '../../ui/query-table.tsx';
import { useSurveyWords } from './words.ts';

const text = texts.surveys;

export function AnswerList({ survey }: { survey: Survey }) {
  const t = useTexts();
  const { say } = useSurveyWords();
  const [params] = useParams();
  const [error, setError] = useState<unknown>();
  const mayWithdraw = useMay('survey.withdraw') && survey.state === 'open';
  const address = `/api/surveys/${survey.matterId}/answers`;
  const found = useGet<AnswerPageJson>(address, { page: one(params.page) ?? 1, size: one(params.size) ?? 20 }, { keep: true });
  const { questions } = survey.questionnaire;
  const withdraw = (answerId: number, why: string) =>
    post(`${address}/${answerId}/withdrawal`, { why }).then(() => queryClient.invalidateQueries(), setError);
  return (
    <Panel
      flush
      title={t(text.answers)}
      extra={
        <Button size="small" onClick={() => void saveFile(`${address}.xlsx`).catch(setError)}>
          {t(text.export)}
        </Button>
      }
    >
      {error ? <Problem error={error} /> : null}
      {found.error ? <Problem error={found.error} /> : null}
      <QueryTable<AnswerJson>
        rowKey="answerId"
        rows={found.data?.rows}
        total={found.data?.total}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: <Nothing title={t(text.noAnswers)} /> }}
        columns={[
          { key: 'no', title: t(text.answerNo), render: (_, row) => row.answerId },
          { key: 'day', title: t(text.answeredOn), className: 'nowrap', render: (_, row) => day(row.answeredOn) },
          {
            key: 'channel',
            title: t(text.channel),
            className: 'nowrap',
            render: (_, row) => [say('channels', row.channel), row.sheetNo, row.enteredBy].filter(Boolean).join(' · '),
          },
          {
            key: 'whole',
            title: t(text.whole),
            render: (_, row) =>
              row.withdrawn !== null ? (
                <Tag title={row.withdrawn}>{t(text.withdrawnCount)}</Tag>
              ) : row.whole ? (
                t(texts.matters.yes)
              ) : (
                <Tag color="orange">{t(text.incomplete)}</Tag>
              ),
          },
          ...questions.map((question, index) => ({
            key: question.questionId,
            title: <span title={question.text}>{index + 1}</span>,
            render: (_: unknown, row: AnswerJson) => {
              const given = row.answers[question.questionId];
              if (given === undefined) return DASH;
              return typeof given === 'string' ? (
                <span className="clip">{given}</span>
              ) : (
                given.map((option) => question.options[option]?.text ?? option).join(t(texts.common.comma))
              );
            },
          })),
          ...(mayWithdraw
            ? [
                {
                  key: 'withdraw',
                  title: '',
                  render: (_: unknown, row: AnswerJson) =>
                    row.withdrawn === null ? (
                      <AskWhy about={t(text.withdrawWhy)} onGiven={(why) => void withdraw(row.answerId, why)}>
                        <Button type="link" size="small" danger>
                          {t(text.withdraw)}
                        </Button>
                      </AskWhy>
                    ) : null,
                },
              ]
            : []),
        ]}
      />
    </Panel>
  );
}
