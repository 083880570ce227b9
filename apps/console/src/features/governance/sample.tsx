// A sample of findings of a trial or a calibration, with their evidence, to be judged one by one.
import type { TrialFindingsJson, TrialJson } from '@hengjian/server/schemas/governance.ts';
import { Segmented, Table, Tag } from 'antd';
import { useState } from 'react';
import { post, queryClient, useGet } from '../../api.ts';
import { day, yuan } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { Problem } from '../../ui/page.tsx';

const text = texts.governance;

type Finding = TrialFindingsJson['rows'][number];
const SAMPLE = 20;
const colors = { added: 'red', gone: 'default', changed: 'orange', same: 'blue' } as const;

interface SampleOf {
  trialId: string;
  ruleId: string;
  judged: TrialJson['judged'];
  /** Of a calibration: what this value names. */
  value?: number;
}

/** The seed is the rule's name: the sample of one trial is drawn again alike, and trials of one rule can be compared. */
export function Sample({ trialId, ruleId, judged, value: ofValue }: SampleOf) {
  const t = useTexts();
  const [mark, setMark] = useState<string>('all');
  const url = `/api/trials/${trialId}`;
  const found = useGet<TrialFindingsJson>(`${url}/findings`, {
    seed: ruleId,
    size: SAMPLE,
    mark: mark === 'all' ? undefined : mark,
    value: ofValue,
  });
  const judge = async (finding: Finding, verdict: string) => {
    await post(`${url}/judgements`, { findingId: finding.findingId, verdict });
    await queryClient.invalidateQueries();
  };
  return (
    <>
      <div className="row" style={{ margin: '12px 0 6px' }}>
        <strong>{t(text.sample)}</strong>
        <Segmented
          size="small"
          value={mark}
          onChange={(value) => setMark(String(value))}
          options={(['all', 'added', 'gone', 'changed', 'same'] as const).map((value) => ({ value, label: t(text[value]) }))}
        />
        <span className="faint">{t(text.sampleHelp)}</span>
        <span className="soft">{t(text.judged, judged)}</span>
      </div>
      {found.error ? <Problem error={found.error} /> : null}
      <Table<Finding>
        size="small"
        rowKey="findingId"
        pagination={false}
        dataSource={found.data?.rows ?? []}
        expandable={{
          expandedRowRender: (row) => (
            <ul className="plain">
              {row.records.map((r) => (
                <li key={`${r.role}${r.encounterNo}${r.lineNo}`} className={r.role === 'related' ? 'faint' : ''}>
                  <span className="code">
                    {r.encounterNo}
                    {r.lineNo ? `:${r.lineNo}` : ''}
                  </span>{' '}
                  {day(r.day)} <span className="code">{r.itemCode ?? ''}</span> {yuan(r.amountFen)}
                </li>
              ))}
            </ul>
          ),
        }}
        columns={[
          { key: 'mark', title: t(text.mark), width: 90, render: (_, row) => <Tag color={colors[row.mark]}>{t(text[row.mark])}</Tag> },
          { key: 'explanation', title: t(text.explanation), render: (_, row) => <span className="break">{row.explanation}</span> },
          { key: 'day', title: t(texts.common.day), width: 100, render: (_, row) => day(row.periodDay) },
          { key: 'amount', title: t(text.amount), width: 110, align: 'right', render: (_, row) => yuan(row.amountFen) },
          {
            key: 'judge',
            title: '',
            width: 190,
            render: (_, row) => (
              <Segmented
                size="small"
                value={row.judgement?.verdict ?? ''}
                onChange={(value) => void judge(row, String(value))}
                options={(['right', 'wrong', 'unsure'] as const).map((value) => ({ value, label: t(text[value]) }))}
              />
            ),
          },
        ]}
      />
    </>
  );
}
