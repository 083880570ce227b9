// What a step says: reason, cause, lines to let go, amounts, experts, attachments; one button for each step that is there.
import type { FindingAction } from '@hengjian/domain';
import type { FindingCaseJson, StepBody, StepsTakenJson } from '@hengjian/server/schemas/finding-life.ts';
import type { FindingFileJson } from '@hengjian/server/schemas/findings.ts';
import { App, Button, Checkbox, Input, Select, Space } from 'antd';
import { useState } from 'react';
import { post, problemsOf, queryClient } from '../../api.ts';
import { yuan } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { useKeys } from '../../ui/keys.ts';
import { fenTyped } from '../../ui/typed.ts';
import { AttachButton, AttachedNames, ReasonFields, useAttached, useReason } from './reason-fields.tsx';
import { useLifeWords } from './words.tsx';

const text = texts.life;
const decisive: readonly FindingAction[] = ['uphold', 'maintain', 'accept', 'confirm', 'seat'];
const ofMoney: readonly FindingAction[] = ['refuse', 'offset', 'payBack', 'writeOff', 'giveBack'];

/** An amount that was typed, under its name; nothing where nothing was. */
function given<Name extends string>(name: Name, typed: string): { [name in Name]?: number } {
  const fen = fenTyped(typed);
  return fen === null ? {} : ({ [name]: fen } as { [name in Name]: number });
}

export interface StepFormProps {
  file: FindingFileJson;
  one: FindingCaseJson;
  onDone: (taken: StepsTakenJson) => void;
  /** Only these steps (an institution's page). */
  only?: readonly FindingAction[];
}

export function StepForm({ file, one, onDone, only }: StepFormProps) {
  const t = useTexts();
  const words = useLifeWords();
  const { message } = App.useApp();
  const reason = useReason();
  const { by, why, setWhy, cause } = reason;
  const [lines, setLines] = useState<string[]>([]);
  const [amount, setAmount] = useState('');
  const [fund, setFund] = useState('');
  const [reference, setReference] = useState('');
  const [experts, setExperts] = useState<string[]>([]);
  const [together, setTogether] = useState(false);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const attached = useAttached(setProblems);
  const [busy, setBusy] = useState(false);
  const actions = one.actions
    .map(({ action }) => action)
    .filter(
      (action) =>
        (!only || only.includes(action)) && (action !== 'seat' || one.votedCount === 0) && (action !== 'giveBack' || one.dueFen < 0),
    );
  const has = (...wanted: FindingAction[]) => wanted.some((action) => actions.includes(action));

  const take = async (action: FindingAction, more: Partial<StepBody> = {}) => {
    if (!by.trim()) return void message.warning(t(text.needBy));
    setBusy(true);
    setProblems([]);
    const body = (): StepBody => ({
      findingIds: together ? one.pattern.findingIds : [one.findingId],
      action,
      by: by.trim(),
      why: why.trim(),
      ...(action === 'dismiss' && cause && { cause: cause as never }),
      ...(['uphold', 'maintain'].includes(action) && lines.length > 0 && { dismissedLines: lines }),
      ...(ofMoney.includes(action) && given('amountFen', amount)),
      ...(['confirm', 'declare'].includes(action) && given('fundFen', fund)),
      ...(ofMoney.includes(action) && reference && { reference }),
      ...(action === 'seat' && { experts }),
      ...attached.ids,
      ...more,
    });
    try {
      const taken = await post<StepsTakenJson>('/api/finding-steps', body());
      setProblems(
        taken.refused
          .slice(0, 20)
          .flatMap((row) =>
            row.issues.map((issue) => (together ? t(texts.common.named, { name: row.findingId, value: issue.message }) : issue.message)),
          ),
      );
      if (taken.refused.length > 0 && together) void message.warning(t(text.refusedMany, { n: taken.refused.length }));
      if (taken.done.length > 0) {
        void message.success(t(text.doneMany, { n: taken.done.length }));
        setWhy('');
        attached.clear();
        setLines([]);
        await queryClient.invalidateQueries();
        onDone(taken);
      }
    } catch (error) {
      setProblems(problemsOf(error));
    } finally {
      setBusy(false);
    }
  };
  useKeys({
    a: has('uphold') ? () => void take('uphold') : has('maintain') ? () => void take('maintain') : undefined,
    d: has('dismiss') ? () => void take('dismiss') : undefined,
  });
  if (actions.length === 0) return null;
  const inQuestion = file.records.filter((record) => record.role === 'inQuestion');
  return (
    <div className="finding-step no-print">
      <Space wrap>
        <ReasonFields of={reason} causes={has('dismiss')} width={300} />
        {has(...ofMoney) ? (
          <>
            <Input
              aria-label={t(text.amount)}
              placeholder={t(text.amount)}
              style={{ width: 180 }}
              value={amount}
              onChange={(e) => setAmount(e.target.value)}
            />
            <Input
              aria-label={t(text.reference)}
              placeholder={t(text.reference)}
              style={{ width: 150 }}
              value={reference}
              onChange={(e) => setReference(e.target.value)}
            />
          </>
        ) : null}
        {has('confirm', 'declare') && !one.fundKnown ? (
          <Input
            aria-label={t(text.fund)}
            placeholder={t(text.fund)}
            style={{ width: 170 }}
            value={fund}
            onChange={(e) => setFund(e.target.value)}
          />
        ) : null}
        {has('seat') && one.votedCount === 0 ? (
          <Select
            mode="tags"
            aria-label={t(text.experts)}
            placeholder={t(text.experts)}
            style={{ minWidth: 240 }}
            value={experts}
            onChange={setExperts}
            tokenSeparators={['、', ',', ' ']}
          />
        ) : null}
        <AttachButton of={attached} />
      </Space>
      {inQuestion.length > 1 && has('uphold', 'maintain') ? (
        <details>
          <summary>{t(text.lines)}</summary>
          <Checkbox.Group
            value={lines}
            onChange={setLines}
            options={inQuestion.slice(0, 200).map((record) => ({
              value: `${record.encounterNo}:${record.lineNo ?? ''}`,
              label: `${record.encounterNo}:${record.lineNo ?? ''} ${record.itemCode ?? ''} ${yuan(record.amountFen)}`,
            }))}
          />
        </details>
      ) : null}
      <AttachedNames of={attached} />
      {one.pattern.findingIds.length > 1 ? (
        <p>
          <Checkbox checked={together} onChange={(e) => setTogether(e.target.checked)}>
            {t(text.pattern, { n: one.pattern.findingIds.length, worth: yuan(one.pattern.worthFen) })}
          </Checkbox>
        </p>
      ) : null}
      <Space wrap style={{ marginTop: 8, display: 'flex' }}>
        {actions.flatMap((action) =>
          action === 'vote'
            ? (['uphold', 'dismiss'] as const).map((verdict) => (
                <Button key={verdict} disabled={busy} onClick={() => void take('vote', { verdict })}>
                  {t(texts.common.named, {
                    name: words.action('vote'),
                    value: t(verdict === 'uphold' ? text.verdict_uphold : text.verdict_dismiss),
                  })}
                </Button>
              ))
            : [
                <Button
                  key={action}
                  disabled={busy}
                  type={decisive.includes(action) ? 'primary' : 'default'}
                  danger={action === 'dismiss'}
                  onClick={() => void take(action)}
                >
                  {words.action(action)}
                  {action === 'uphold' || action === 'maintain' ? ' (a)' : action === 'dismiss' ? ' (d)' : ''}
                </Button>,
              ],
        )}
      </Space>
      {problems.map((problem) => (
        <p className="red" key={problem}>
          {problem}
        </p>
      ))}
    </div>
  );
}
