// One call: what was said, what the doctor did of it, what was left, and the same question asked again.
import type { CallPageJson, ReplayJson } from '@hengjian/server/schemas/interface.ts';
import { Alert, Button, Drawer, Table, Tag } from 'antd';
import { useState } from 'react';
import { post, useGet } from '../../api.ts';
import { yuan } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { Loaded, Nothing, Problem } from '../../ui/page.tsx';

const text = texts.interfaceTexts;
const marks = { same: text.markSame, changed: text.markChanged, gone: text.markGone, new: text.markNew };
const colours = { same: 'default', changed: 'gold', gone: 'red', new: 'blue' } as const;
type Said = Pick<CallPageJson['reminders'][number], 'title' | 'edition' | 'lineNos' | 'amountFen' | 'sentence'>;

export function CallDrawer({ serial, onClose }: { serial: number; onClose: () => void }) {
  const t = useTexts();
  const call = useGet<CallPageJson>(`/api/interface/calls/${serial}`);
  return (
    <Drawer open size={860} title={t(text.callTitle, { n: serial })} onClose={onClose}>
      <Loaded of={call}>{(data) => <Shown data={data} />}</Loaded>
    </Drawer>
  );
}

const saidColumns = (t: ReturnType<typeof useTexts>) => [
  { title: t(text.rule), width: 150, render: (_: unknown, row: Said) => `${row.title} (${row.edition})` },
  { title: t(text.sentence), render: (_: unknown, row: Said) => row.sentence },
  { title: t(text.orders), width: 90, render: (_: unknown, row: Said) => row.lineNos.join(t(texts.common.comma)) },
  { title: t(text.amount), width: 90, align: 'right' as const, render: (_: unknown, row: Said) => yuan(row.amountFen) },
];

function Shown({ data: { call, reminders, recheck } }: { data: CallPageJson }) {
  const t = useTexts();
  const dispositionOf = (row: CallPageJson['reminders'][number]) => {
    if (row.disposition === null) return t(text.silent);
    const done = t(row.disposition === '2' ? text.accepted : text.overridden);
    return row.reason ? t(texts.common.named, { name: done, value: row.reason }) : done;
  };
  return (
    <>
      <p>
        {call.infno} {call.title} · {call.provider ?? call.providerNo} · {call.msgid}
      </p>
      {call.refusal ? <Alert type="warning" showIcon title={call.refusal} /> : null}
      {call.undecided ? (
        <Alert type="warning" showIcon title={call.undecided < 0 ? t(text.undecidedAll) : t(text.undecidedRules, { n: call.undecided })} />
      ) : null}
      {reminders.length === 0 ? (
        <Nothing title={t(text.noneSaid)} />
      ) : (
        <Table
          size="small"
          rowKey="reminderId"
          pagination={false}
          dataSource={reminders}
          columns={[...saidColumns(t), { title: t(text.disposition), width: 130, render: (_, row) => dispositionOf(row) }]}
        />
      )}
      {recheck ? (
        <>
          <h3>{t(text.recheckFound)}</h3>
          <Table size="small" rowKey="sentence" pagination={false} dataSource={recheck} columns={saidColumns(t)} />
        </>
      ) : null}
      <Replay serial={call.serial} />
    </>
  );
}

function Replay({ serial }: { serial: number }) {
  const t = useTexts();
  const [replay, setReplay] = useState<ReplayJson>();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const ask = async (as: 'then' | 'now') => {
    setBusy(true);
    setError(undefined);
    setReplay(undefined);
    try {
      setReplay(await post<ReplayJson>(`/api/interface/calls/${serial}/replay`, { as }));
    } catch (trouble) {
      setError(trouble);
    } finally {
      setBusy(false);
    }
  };
  const different = replay?.lines.filter(({ mark }) => mark !== 'same').length ?? 0;
  return (
    <>
      <p>
        <Button loading={busy} onClick={() => void ask('then')}>
          {t(text.replayThen)}
        </Button>{' '}
        <Button loading={busy} onClick={() => void ask('now')}>
          {t(text.replayNow)}
        </Button>
      </p>
      {error ? <Problem error={error} /> : null}
      {replay ? (
        <>
          <Alert
            type={different === 0 ? 'success' : 'warning'}
            showIcon
            title={different === 0 ? t(text.replaySame) : t(text.replayDiffers, { n: different })}
            description={replay.historyChanged ? t(text.historyChanged) : undefined}
          />
          <Table
            size="small"
            rowKey={(row) => JSON.stringify(row)}
            pagination={false}
            dataSource={replay.lines}
            columns={[
              { title: t(text.outcome), width: 90, render: (_, row) => <Tag color={colours[row.mark]}>{t(marks[row.mark])}</Tag> },
              { title: t(text.rule), width: 150, render: (_, row) => (row.after ?? row.before)?.title },
              {
                title: t(text.edition),
                width: 70,
                render: (_, row) =>
                  [...new Set([row.before?.edition, row.after?.edition].filter((edition) => edition !== undefined))].join(' → '),
              },
              { title: t(text.sentence), render: (_, row) => (row.after ?? row.before)?.sentence },
            ]}
          />
        </>
      ) : null}
    </>
  );
}
