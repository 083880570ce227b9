// 豁免: the bureau's rows, how often each was used, and how to add or end one.
import type { ExemptionJson } from '@hengjian/server/schemas/governance.ts';
import type { RuleSummary } from '@hengjian/server/schemas/rules.ts';
import { Button, Input, Select, Table, Tag } from 'antd';
import { useState } from 'react';
import { post, queryClient, useGet } from '../../api.ts';
import { count, day, dayFrom } from '../../format.ts';
import { type Text, texts, useTexts } from '../../texts/index.ts';
import { Loaded, Nothing, Page, Panel } from '../../ui/page.tsx';
import { useActing } from './acting.tsx';

const text = texts.governance;
const kinds = ['chemotherapy', 'dialysis', 'emergency', 'transfer', 'specialCase'] as const;
const scopes = ['population', 'link', 'finding'] as const;
const withCodes: readonly string[] = ['chemotherapy', 'dialysis', 'transfer', 'specialCase'];

export function ExemptionsPage() {
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
                  { key: 'rules', title: t(text.rules), render: (_, row) => row.ruleIds?.map(titleOf).join('、') ?? t(text.allRules) },
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
                  { key: 'region', title: t(text.region), render: (_, row) => (row.region === '*' ? t(text.everywhere) : row.region) },
                  { key: 'reason', title: t(text.why), render: (_, row) => <span className="break">{`${row.reason}(${row.by})`}</span> },
                  { key: 'used', title: t(text.used), align: 'right', render: (_, row) => count(row.used) },
                ]}
              />
            )
          }
        </Loaded>
      </Panel>
    </Page>
  );
}

function AddPanel({ rules, onDone }: { rules: RuleSummary[]; onDone: () => void }) {
  const t = useTexts();
  const acting = useActing(onDone);
  const [kind, setKind] = useState<string>('specialCase');
  const [title, setTitle] = useState('');
  const [ruleIds, setRuleIds] = useState<string[]>([]);
  const [scope, setScope] = useState<string>('finding');
  const [codes, setCodes] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const add = () =>
    acting.act((act) => {
      const list = codes.split(/[、,;\s]+/).filter(Boolean);
      return post('/api/exemptions', {
        ...act,
        kind,
        title: title.trim() || t((text as Readonly<Record<string, Text>>)[kind] ?? [kind, kind]),
        ruleIds: ruleIds.length > 0 ? ruleIds : null,
        acts: scope,
        ...(list.length > 0 && { codes: list }),
        from: dayFrom(from) ?? null,
        to: dayFrom(to) ?? null,
      });
    });
  return (
    <Panel title={t(text.addExemption)}>
      <div className="row" style={{ flexWrap: 'wrap' }}>
        <Select
          aria-label={t(text.kind)}
          style={{ width: 130 }}
          value={kind}
          onChange={setKind}
          options={kinds.map((value) => ({ value, label: t(text[value]) }))}
        />
        <Input
          aria-label={t(text.name)}
          placeholder={t(text.name)}
          style={{ width: 170 }}
          value={title}
          onChange={(e) => setTitle(e.target.value)}
        />
        <Select
          mode="multiple"
          aria-label={t(text.rules)}
          placeholder={t(text.allRules)}
          style={{ minWidth: 240 }}
          value={ruleIds}
          onChange={setRuleIds}
          optionFilterProp="label"
          options={rules.map((rule) => ({ value: rule.ruleId, label: rule.title }))}
        />
        <Select
          aria-label={t(text.acts)}
          style={{ width: 140 }}
          value={scope}
          onChange={setScope}
          options={scopes.map((value) => ({ value, label: t(text[value]) }))}
        />
        {withCodes.includes(kind) ? (
          <Input
            aria-label={t(text.codes)}
            placeholder={t(text.codes)}
            style={{ width: 330 }}
            value={codes}
            onChange={(e) => setCodes(e.target.value)}
          />
        ) : null}
        <Input
          aria-label={t(text.from)}
          placeholder={t(text.from)}
          style={{ width: 120 }}
          value={from}
          onChange={(e) => setFrom(e.target.value)}
        />
        <Input aria-label={t(text.to)} placeholder={t(text.to)} style={{ width: 120 }} value={to} onChange={(e) => setTo(e.target.value)} />
        {acting.fields}
        <Button type="primary" disabled={acting.busy} onClick={() => void add()}>
          {t(text.addExemption)}
        </Button>
      </div>
      {acting.problems}
    </Panel>
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
