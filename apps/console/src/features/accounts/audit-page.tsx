// 审计: who looked at personal data and why; every step of cases, money and accounts.
import { stepWords } from '@hengjian/domain';
import type { AccessJson, StepJson } from '@hengjian/server/schemas/account.ts';
import { Button, Input, Segmented, Select, Table, type TableProps } from 'antd';
import type { ReactNode } from 'react';
import { useGet } from '../../api.ts';
import { instant } from '../../format.ts';
import { type Text, texts, useSpeech, useTexts } from '../../texts/index.ts';
import { one, useParams } from '../../ui/address.ts';
import { Loaded, Nothing, Page, Panel } from '../../ui/page.tsx';

const text = texts.accounts;
/** As many as the server gives at once. */
const PAGE = 100;

export function AuditPage() {
  const t = useTexts();
  const [params, change] = useParams();
  const show = one(params.show) === 'steps' ? 'steps' : 'accesses';
  return (
    <Page
      title={t(text.audit)}
      about={t(text.auditAbout)}
      extra={
        <Segmented
          value={show}
          onChange={(value) =>
            change({ show: value === 'steps' ? 'steps' : undefined, by: undefined, of: undefined, noun: undefined, before: undefined })
          }
          options={[
            { value: 'accesses', label: t(text.accesses) },
            { value: 'steps', label: t(text.steps) },
          ]}
        />
      }
    >
      {show === 'steps' ? <Steps /> : <Accesses />}
    </Page>
  );
}

function Listed<Row extends { serial: string | number }>({
  path,
  searched,
  filters,
  nothing,
  columns,
}: {
  path: string;
  /** What is searched by: the query's name, the page's own, and what it is called. */
  searched: readonly (readonly [query: string, param: string, name: Text])[];
  filters?: ReactNode;
  nothing: string;
  columns: NonNullable<TableProps<Row>['columns']>;
}) {
  const t = useTexts();
  const [params, change] = useParams();
  const wish = Object.fromEntries(searched.map(([query, param]) => [query, one(params[param])]));
  const rows = useGet<Row[]>(path, { ...wish, noun: one(params.noun), before: one(params.before) });
  return (
    <Panel
      flush
      extra={
        <span className="row">
          {filters}
          {searched.map(([, param, name]) => (
            <Input.Search
              key={param}
              allowClear
              aria-label={t(name)}
              placeholder={t(name)}
              style={{ width: 180 }}
              defaultValue={one(params[param])}
              onSearch={(value) => change({ [param]: value.trim() || undefined, before: undefined })}
            />
          ))}
        </span>
      }
    >
      <Loaded of={rows}>
        {(data) =>
          data.length === 0 ? (
            <Nothing title={nothing} />
          ) : (
            <>
              <Table<Row> size="small" rowKey="serial" pagination={false} dataSource={data} columns={columns} />
              {data.length === PAGE ? (
                <div style={{ padding: 8 }}>
                  <Button onClick={() => change({ before: String(data.at(-1)?.serial) })}>{t(text.older)}</Button>
                </div>
              ) : null}
            </>
          )
        }
      </Loaded>
    </Panel>
  );
}

function Accesses() {
  const t = useTexts();
  return (
    <Listed<AccessJson>
      path="/api/personal-data-access"
      searched={[['operator', 'by', text.by]]}
      nothing={t(text.noAccess)}
      columns={[
        { key: 'at', title: t(text.at), width: 160, render: (_, row) => instant(row.at) },
        {
          key: 'by',
          title: t(text.by),
          render: (_, row) => (row.accountId ? t(texts.common.aside, { what: row.operator, aside: row.accountId }) : row.operator),
        },
        { key: 'purpose', title: t(text.purpose), render: (_, row) => t(row.purpose === 'export' ? text.export : text.view) },
        { key: 'subject', title: t(text.subject), render: (_, row) => <span className="code">{row.subject}</span> },
        { key: 'why', title: t(texts.common.why), dataIndex: 'why' },
        { key: 'address', title: t(text.address), dataIndex: 'address' },
      ]}
    />
  );
}

function Steps() {
  const { language, t } = useSpeech();
  const [params, change] = useParams();
  const say = (noun: string, kind: 'noun' | 'actions' | 'states', code = noun): string =>
    (kind === 'noun' ? stepWords[noun]?.noun : stepWords[noun]?.[kind]?.[code])?.[language] ?? code;
  return (
    <Listed<StepJson>
      path="/api/journal"
      searched={[
        ['subjectId', 'of', text.number],
        ['by', 'by', text.by],
      ]}
      filters={
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={t(text.what)}
          placeholder={t(text.what)}
          style={{ width: 180 }}
          value={one(params.noun)}
          onChange={(noun?: string) => change({ noun, before: undefined })}
          options={Object.entries(stepWords).map(([value, { noun }]) => ({ value, label: noun[language] }))}
        />
      }
      nothing={t(text.noSteps)}
      columns={[
        { key: 'serial', title: '#', width: 70, dataIndex: 'serial' },
        { key: 'at', title: t(text.at), width: 160, render: (_, row) => instant(row.at) },
        { key: 'by', title: t(text.by), dataIndex: 'by' },
        {
          key: 'what',
          title: t(text.what),
          render: (_, row) => (
            <>
              {say(row.noun, 'noun')} <span className="code">{row.subjectId}</span>
            </>
          ),
        },
        { key: 'action', title: t(text.action), render: (_, row) => say(row.noun, 'actions', row.action) },
        {
          key: 'change',
          title: t(text.change),
          render: (_, row) => {
            const [before, after] = [row.before, row.after].map((state) => (state === null ? '—' : say(row.noun, 'states', state)));
            return row.before === row.after ? (row.after === null ? '' : after) : `${before} → ${after}`;
          },
        },
        { key: 'why', title: t(texts.common.why), dataIndex: 'why' },
      ]}
    />
  );
}
