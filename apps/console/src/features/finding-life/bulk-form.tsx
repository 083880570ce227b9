// Many findings of one state decided at once, with one reason.
import { type FindingAction, type FindingState, findingActionsOf, findingStepOf, givenCauses } from '@hengjian/domain';
import type { StepsTakenJson } from '@hengjian/server/schemas/finding-life.ts';
import type { FindingRow } from '@hengjian/server/schemas/findings.ts';
import { App, Button, Input, Select, Space, Upload } from 'antd';
import { useState } from 'react';
import { ApiError, post, queryClient, send, speaking } from '../../api.ts';
import { yuan } from '../../format.ts';
import { useAccountName, useSession } from '../../session.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { useLifeWords } from './words.tsx';

const text = texts.life;
/** Steps that say the same of many; seats, votes and amounts are each finding's own. */
const single: readonly FindingAction[] = ['seat', 'vote', 'note'];

export function BulkForm({
  state,
  rows,
  onDone,
  only,
  path = '/api/finding-steps',
  attach,
}: {
  state: FindingState;
  rows: readonly Pick<FindingRow, 'findingId' | 'fundFen' | 'amountFen'>[];
  onDone: () => void;
  only?: readonly FindingAction[];
  path?: string;
  /** Files may go with the answer, in the name of this institution. */
  attach?: string;
}) {
  const t = useTexts();
  const words = useLifeWords();
  const { message } = App.useApp();
  const account = useAccountName();
  const [stated, setBy] = useState(speaking.operator);
  const by = account || stated;
  const [why, setWhy] = useState('');
  const [cause, setCause] = useState<string>();
  const [files, setFiles] = useState<{ attachmentId: string; file: string }[]>([]);
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const allowed = useSession()?.actions ?? [];
  const actions = findingActionsOf(state).filter(
    (action) =>
      findingStepOf(state, action)?.who !== 'system' &&
      !single.includes(action) &&
      (only?.includes(action) ?? true) &&
      allowed.includes(`finding.${action}`),
  );
  const take = async (action: FindingAction) => {
    if (!by.trim()) return void message.warning(t(text.needBy));
    setBusy(true);
    setProblems([]);
    try {
      const body = {
        findingIds: rows.map((row) => row.findingId),
        action,
        by,
        why,
        ...(action === 'dismiss' && cause && { cause }),
        ...(files.length > 0 && { attachmentIds: files.map((kept) => kept.attachmentId) }),
      };
      const taken = await post<StepsTakenJson>(path, body);
      setProblems(
        taken.refused
          .slice(0, 10)
          .map((row) => t(texts.common.named, { name: row.findingId, value: row.issues.map((issue) => issue.message).join(' ') })),
      );
      if (taken.done.length > 0) void message.success(t(text.doneMany, { n: taken.done.length }));
      if (taken.refused.length > 0) void message.warning(t(text.refusedMany, { n: taken.refused.length }));
      await queryClient.invalidateQueries();
      if (taken.refused.length === 0) onDone();
    } catch (error) {
      setProblems(error instanceof ApiError ? error.issues.map((issue) => issue.message) : [String(error)]);
    } finally {
      setBusy(false);
    }
  };
  const keep = async (file: File) => {
    try {
      const kept = await send<{ attachmentId: string; file: string }>('/api/finding-attachments', file, { provider: attach });
      setFiles((before) => [...before, kept]);
    } catch (error) {
      setProblems(error instanceof ApiError ? error.issues.map((issue) => issue.message) : [String(error)]);
    }
  };
  const worth = rows.reduce((sum, row) => sum + (row.fundFen ?? row.amountFen), 0);
  return (
    <div className="bulk no-print">
      <Space wrap>
        <strong>{t(text.chosenSum, { n: rows.length, worth: yuan(worth) })}</strong>
        {account ? null : (
          <Input
            aria-label={t(text.by)}
            placeholder={t(text.by)}
            style={{ width: 110 }}
            value={by}
            onChange={(e) => setBy(e.target.value)}
          />
        )}
        <Input
          aria-label={t(text.why)}
          placeholder={t(text.why)}
          style={{ width: 260 }}
          value={why}
          onChange={(e) => setWhy(e.target.value)}
        />
        {actions.includes('dismiss') ? (
          <Select
            aria-label={t(text.cause)}
            placeholder={t(text.cause)}
            style={{ width: 130 }}
            value={cause}
            onChange={setCause}
            options={givenCauses.map((value) => ({ value, label: words.cause(value) }))}
          />
        ) : null}
        {attach ? (
          <Upload
            showUploadList={false}
            multiple
            beforeUpload={(file) => {
              void keep(file);
              return false;
            }}
          >
            <Button>{t(text.attach)}</Button>
          </Upload>
        ) : null}
        {actions.map((action) => (
          <Button key={action} disabled={busy} danger={action === 'dismiss'} onClick={() => void take(action)}>
            {words.action(action)}
          </Button>
        ))}
      </Space>
      {files.length > 0 ? (
        <p className="hint">{t(text.attached, { names: files.map((kept) => kept.file).join(t(texts.common.comma)) })}</p>
      ) : null}
      {problems.map((problem) => (
        <p className="red" key={problem}>
          {problem}
        </p>
      ))}
    </div>
  );
}
