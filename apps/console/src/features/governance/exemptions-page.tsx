// 豁免: the bureau's rows, how often each was used, and how to add or end one.

import type { ExemptionJson } from '@hengjian/server/schemas/governance.ts';
import type { RuleSummary } from '@hengjian/server/schemas/rules.ts';
import { Button, Input, Table, Tag } from 'antd';
import { useState } from 'react';
import { post, queryClient, useGet } from '../../api.ts';
import { count, day, dayFrom } from '../../format.ts';
import { type Text, texts, useTexts } from '../../texts/index.ts';
import { useAreaWord } from '../../ui/areas.ts';
import { Loaded, Nothing, Page, Panel } from '../../ui/page.tsx';
import { useActing } from './acting.tsx';
import { AddPanel, encounterText } from './exemption-form.tsx';

const text = texts.governance;

export function ExemptionsPage() {
  const area = useAreaWord();
  const t = useTexts();
  const rows = useGet<ExemptionJson[]>('/api/exemptions');
  const rules = useGet<RuleSummary[]>('/api/rules');
  const again = () => void queryClient.invalidateQueries();
  const titleOf = (id: string) => rules.data?.find((rule) => rule.ruleId === id)?.title ?? id;
  return (
    <Page title={t(text.exemptions)} about={t(text.exemptionsAbout)}>
      <AddPanel rules={rules.data ?? []} onDone={again} />
      <Panel flush>
        <Loaded of={rows}>
          {(data) =>
            data.length === 0 ? (
              <Nothing title={t(text.exemptionsNone)} />
            ) : (
              <Table<ExemptionJson>
                size="small"
                rowKey="exemptionId"
                pagination={false}
                dataSource={data}
                expandable={{ expandedRowRender: (row) => <EndForm row={row} onDone={again} /> }}
                columns={[
                  {
                    key: 'title',
                    title: t(text.name),
                    render: (_, row) => (
                      <>
                        {row.title}
                        <div className="faint">{t((text as Readonly<Record<string, Text>>)[row.kind] ?? [row.kind, row.kind])}</div>
                      </>
                    ),
                  },
                  {
                    key: 'encounter',
                    title: t(text.encounterIs),
                    render: (_, row) => <span className="break">{encounterText(row, t)}</span>,
                  },
                  {
                    key: 'rules',
                    title: t(text.rules),
                    render: (_, row) => row.ruleIds?.map(titleOf).join(t(texts.common.comma)) ?? t(text.allRules),
                  },
                  { key: 'acts', title: t(text.acts), render: (_, row) => t(text[row.acts]) },
                  {
                    key: 'validity',
                    title: t(text.validity),
                    render: (_, row) => (
                      <>
                        {row.from === null ? t(text.open) : day(row.from)} ~ {row.to === null ? t(text.open) : day(row.to)}{' '}
                        <Tag color={row.valid ? 'green' : 'default'}>{t(row.valid ? text.valid : text.expired)}</Tag>
                      </>
                    ),
                  },
                  {
                    key: 'region',
                    title: t(text.region),
                    render: (_, row) => (row.region === '*' ? t(text.everywhere) : area(row.region)),
                  },
                  {
                    key: 'reason',
                    title: t(text.why),
                    render: (_, row) => <span className="break">{t(texts.common.aside, { what: row.reason, aside: row.by })}</span>,
                  },
                  { key: 'used', title: t(text.used), align: 'right', render: (_, row) => count(row.used) },
                  { key: 'usedInCalls', title: t(text.usedInCalls), align: 'right', render: (_, row) => count(row.usedInCalls) },
                ]}
              />
            )
          }
        </Loaded>
      </Panel>
    </Page>
  );
}

function EndForm({ row, onDone }: { row: ExemptionJson; onDone: () => void }) {
  const t = useTexts();
  const acting = useActing(onDone);
  const [to, setTo] = useState(() => new Date().toISOString().slice(0, 10));
  return (
    <div className="row" style={{ flexWrap: 'wrap' }}>
      <Input aria-label={t(text.endOn)} style={{ width: 120 }} value={to} onChange={(e) => setTo(e.target.value)} />
      {acting.fields}
      <Button
        danger
        disabled={acting.busy}
        onClick={() => void acting.act((act) => post(`/api/exemptions/${row.exemptionId}/end`, { ...act, to: dayFrom(to) }))}
      >
        {t(text.endExemption)}
      </Button>
      {acting.problems}
    </div>
  );
}
