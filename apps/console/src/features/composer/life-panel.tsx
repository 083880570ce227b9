// From draft to live: the steps that the state allows, each with who and why. Different people review; the bar above says who acts.
import type { EditionJson, EditionListJson, SteppedJson } from '@hengjian/server/schemas/editions.ts';
import { App, Button, Input, Tag } from 'antd';
import { useState } from 'react';
import { post, problemsOf, speaking } from '../../api.ts';
import { day, dayFrom } from '../../format.ts';
import { type Text, texts, useSpeech } from '../../texts/index.ts';
import { DayField } from '../../ui/day-field.tsx';
import { Panel } from '../../ui/page.tsx';

const text = texts.composer;
const reviewKinds = ['policy', 'clinical', 'technical'] as const;
const states: Readonly<Record<EditionJson['state'], Text>> = {
  draft: text.state_draft,
  review: text.state_review,
  shadow: text.state_shadow,
  live: text.state_live,
  retired: text.state_retired,
};

interface Props {
  list: EditionListJson | undefined;
  edition: EditionJson | undefined;
  unsaved: boolean;
  onSave: (why: string) => Promise<void>;
  onStep: () => void;
  onNewEdition: () => void;
}

export function LifePanel({ edition, unsaved, onSave, onStep, onNewEdition }: Props) {
  const { t } = useSpeech();
  const { message } = App.useApp();
  const [why, setWhy] = useState('');
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [from, setFrom] = useState(() => new Date().toISOString().slice(0, 10));
  const act = async (label: string, work: () => Promise<unknown>) => {
    if (!speaking.operator) return void message.warning(t(text.operatorNeeded));
    if (why.trim() === '') return void message.warning(t(text.whyNeeded));
    setBusy(true);
    setProblems([]);
    try {
      await work();
      void message.success(t(text.stepDone, { step: label }));
      onStep();
    } catch (error) {
      setProblems(problemsOf(error));
    } finally {
      setBusy(false);
    }
  };
  const step = (name: string, body: object = {}) =>
    post<SteppedJson>(`/api/rules/${edition?.ruleId}/editions/${edition?.edition}/${name}`, { why, ...body });
  const can = (action: string) => edition?.actions.includes(action) ?? false;
  const editable = !edition || edition.state === 'draft';
  const button = (label: string, work: () => Promise<unknown>, primary = false) => (
    <Button key={label} type={primary ? 'primary' : 'default'} disabled={busy} onClick={() => void act(label, work)}>
      {label}
    </Button>
  );
  return (
    <Panel
      title={
        <>
          {t(text.life)}{' '}
          {edition ? <Tag color="blue">{`${t(text.edition, { n: edition.edition })} ${t(states[edition.state])}`}</Tag> : null}
          {unsaved ? <Tag color="orange">{t(text.notSaved)}</Tag> : null}
        </>
      }
    >
      <Input aria-label={t(text.why)} placeholder={t(text.why)} value={why} onChange={(e) => setWhy(e.target.value)} />
      <div className="row steps">
        {editable ? button(t(text.save), () => onSave(why), true) : null}
        {can('submit') ? button(t(text.submit), () => step('submit')) : null}
        {can('approve')
          ? reviewKinds
              .filter((kind) => !edition?.approvals.some((given) => given.kind === kind))
              .map((kind) => button(t(text.review, { kind: t(text[kind]) }), () => step('review', { kind, verdict: 'approve' })))
          : null}
        {can('startShadow') && edition?.approvals.length === 3 ? button(t(text.startShadow), () => step('shadow'), true) : null}
        {can('makeLive') ? (
          <>
            <DayField label={t(text.liveFrom)} value={from} onChange={setFrom} />
            {button(t(text.makeLive), () => step('live', { from: dayFrom(from) ?? null }), true)}
          </>
        ) : null}
        {edition?.state === 'review' && can('return')
          ? button(t(text.returnDraft), () => step('review', { kind: 'policy', verdict: 'return' }))
          : null}
        {edition?.state === 'shadow' && can('return') ? button(t(text.returnDraft), () => step('return')) : null}
        {edition?.state === 'live' ? <Button onClick={onNewEdition}>{t(text.newEdition)}</Button> : null}
        {edition?.state === 'live' && can('retire') ? button(t(text.retire), () => step('retire')) : null}
      </div>
      {edition?.approvals.map(({ kind, by }) => (
        <Tag key={kind} color="green">
          {t(text.approvedBy, { kind: t(text[kind]), by })}
        </Tag>
      ))}
      {edition?.state === 'live' ? <span className="soft">{`${t(text.liveFrom)} ${day(edition.from)}`}</span> : null}
      {problems.map((problem) => (
        <p className="red" key={problem}>
          {problem}
        </p>
      ))}
      <p className="faint">{t(text.askReview)}</p>
    </Panel>
  );
}
