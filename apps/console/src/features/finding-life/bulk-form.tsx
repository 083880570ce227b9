// Many findings of one state decided at once, with one reason.
import { type FindingAction, type FindingState, findingActionsOf, findingStepOf } from '@hengjian/domain';
import type { StepsTakenJson } from '@hengjian/server/schemas/finding-life.ts';
import type { FindingRow } from '@hengjian/server/schemas/findings.ts';
import { App, Button, Space } from 'antd';
import { useState } from 'react';
import { post, problemsOf, queryClient } from '../../api.ts';
import { yuan } from '../../format.ts';
import { useSession } from '../../session.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { AttachButton, AttachedNames, ReasonFields, useAttached, useReason } from './reason-fields.tsx';
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
  const reason = useReason();
  const { by, why, cause } = reason;
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const attached = useAttached(setProblems, attach);
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
        ...attached.ids,
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
      setProblems(problemsOf(error));
    } finally {
      setBusy(false);
    }
  };
  const worth = rows.reduce((sum, row) => sum + (row.fundFen ?? row.amountFen), 0);
  return (
    <div className="bulk no-print">
      <Space wrap>
        <strong>{t(text.chosenSum, { n: rows.length, worth: yuan(worth) })}</strong>
        <ReasonFields of={reason} causes={actions.includes('dismiss')} width={260} />
        {attach ? <AttachButton of={attached} /> : null}
        {actions.map((action) => (
          <Button key={action} disabled={busy} danger={action === 'dismiss'} onClick={() => void take(action)}>
            {words.action(action)}
          </Button>
        ))}
      </Space>
      <AttachedNames of={attached} />
      {problems.map((problem) => (
        <p className="red" key={problem}>
          {problem}
        </p>
      ))}
    </div>
  );
}
