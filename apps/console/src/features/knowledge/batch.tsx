// A batch as it comes from the national bureau: what it would change against what is in force, then taken in or left.
import type { BatchJson } from '@hengjian/server/schemas/knowledge.ts';
import { Alert, Button, Segmented, Table, Tag, Upload } from 'antd';
import { useState } from 'react';
import { queryClient, send } from '../../api.ts';
import { count } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { Panel, Problem } from '../../ui/page.tsx';
import { writeParams } from '../findings/facts.ts';
import { useRuleName } from './rule-name.ts';

const text = texts.knowledge;
type Change = BatchJson['changes'][number];
const filters = {
  all: () => true,
  added: ({ change }: Change) => change === 'added',
  changed: ({ change }: Change) => change === 'changed',
  superseding: ({ supersedes }: Change) => supersedes !== null,
  waits: ({ waits }: Change) => waits !== null,
  outside: ({ codesUnknown }: Change) => codesUnknown.length > 0,
};

export function Batch() {
  const t = useTexts();
  const [file, setFile] = useState<File>();
  const [seen, setSeen] = useState<{ batch: BatchJson; taken: boolean }>();
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const go = async (chosen: File, take: boolean) => {
    setBusy(true);
    setProblem(null);
    try {
      setSeen({ batch: await send<BatchJson>('/api/knowledge/batch', chosen, { take: take ? 'yes' : 'no' }), taken: take });
      setFile(chosen);
      if (take) await queryClient.invalidateQueries();
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Panel>
      <Upload.Dragger
        maxCount={1}
        showUploadList={false}
        disabled={busy}
        accept=".jsonl,.ndjson,.json,.csv,.xlsx"
        beforeUpload={(chosen) => {
          void go(chosen, false);
          return false;
        }}
      >
        <p>{t(text.drop)}</p>
        <p className="soft">{t(text.dropHelp)}</p>
      </Upload.Dragger>
      {problem ? <Problem error={problem} /> : null}
      {seen && file ? <Seen batch={seen.batch} taken={seen.taken} name={file.name} busy={busy} onTake={() => void go(file, true)} /> : null}
    </Panel>
  );
}

function Seen({ batch, taken, name, busy, onTake }: { batch: BatchJson; taken: boolean; name: string; busy: boolean; onTake: () => void }) {
  const t = useTexts();
  const [filter, setFilter] = useState<keyof typeof filters>('all');
  const numbers = Object.fromEntries(
    (['points', 'structured', 'waiting', 'superseded', 'added', 'changed', 'known', 'rejected'] as const).map((key) => [
      key,
      count(batch[key]),
    ]),
  );
  const fresh = batch.added + batch.changed > 0;
  return (
    <>
      <Alert
        style={{ margin: '12px 0' }}
        type={taken ? 'success' : fresh ? 'info' : 'warning'}
        showIcon
        title={t(texts.common.named, { name: name, value: t(text.counts, numbers) })}
        description={taken ? t(text.taken, numbers) : fresh ? t(text.changes, numbers) : t(text.nothingNew)}
        action={
          taken || !fresh ? undefined : (
            <Button type="primary" loading={busy} onClick={onTake}>
              {t(text.take)}
            </Button>
          )
        }
      />
      {batch.issues.map((issue) => (
        <p key={issue} className="amber">
          {issue}
        </p>
      ))}
      {taken || batch.changes.length === 0 ? null : (
        <>
          <Segmented
            value={filter}
            onChange={(value) => setFilter(value as keyof typeof filters)}
            options={(Object.keys(filters) as (keyof typeof filters)[]).map((key) => ({
              value: key,
              label: `${key === 'all' ? t(texts.common.all) : t(text[key])} ${batch.changes.filter(filters[key]).length}`,
            }))}
          />
          <Changes rows={batch.changes.filter(filters[filter])} />
        </>
      )}
    </>
  );
}

function Changes({ rows }: { rows: Change[] }) {
  const t = useTexts();
  const ruleName = useRuleName();
  return (
    <Table<Change>
      size="small"
      rowKey="id"
      dataSource={rows}
      scroll={{ x: 960 }}
      pagination={{ pageSize: 20, hideOnSinglePage: true, size: 'small' }}
      columns={[
        {
          title: t(text.what),
          width: 70,
          render: (_, row) => <Tag color={row.change === 'added' ? 'green' : 'blue'}>{t(text[row.change])}</Tag>,
        },
        {
          title: t(text.subject),
          width: 220,
          render: (_, row) => (
            <>
              {row.subject}
              <div className="faint code">{row.id}</div>
            </>
          ),
        },
        { title: t(text.rule), width: 160, render: (_, row) => ruleName(row) },
        {
          title: t(text.constraint),
          render: (_, row) => (
            <>
              {row.constraint}
              {row.before && row.before.constraint !== row.constraint ? <del className="faint block">{row.before.constraint}</del> : null}
              {row.supersedes ? (
                <div className="soft">
                  {t(text.superseding)} <span className="code">{row.supersedes}</span>
                </div>
              ) : null}
            </>
          ),
        },
        {
          title: t(text.decide),
          width: 220,
          render: (_, row) => (
            <>
              {row.waits ? <span className="amber">{row.waits}</span> : writeParams(row.params, t)}
              {row.before && JSON.stringify(row.before.params) !== JSON.stringify(row.params) ? (
                <del className="faint block">{writeParams(row.before.params, t)}</del>
              ) : null}
            </>
          ),
        },
        {
          title: t(text.codes),
          width: 200,
          render: (_, row) => (
            <span className="code">
              {row.change === 'changed' && row.codesAdded.length > 0 ? <div>+ {row.codesAdded.slice(0, 3).join(' ')}</div> : null}
              {row.codesGone.length > 0 ? <div>− {row.codesGone.slice(0, 3).join(' ')}</div> : null}
              {row.codesUnknown.length > 0 ? (
                <div className="amber">
                  {t(text.outside)} {row.codesUnknown.slice(0, 2).join(' ')}
                </div>
              ) : null}
            </span>
          ),
        },
      ]}
    />
  );
}
