// One complaint: what was told, where it stands, the next step, and who reported (asked for with a reason).
import type { ComplaintFileJson, ComplaintJson, IdentityJson, StepWishJson } from '@hengjian/server/schemas/complaints.ts';
import { Button, Input, Select, Tag } from 'antd';
import { useState } from 'react';
import { post, queryClient, speaking, useGet } from '../../api.ts';
import { DASH, day, instant, yuan } from '../../format.ts';
import { useMay } from '../../session.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { AskWhy } from '../../ui/ask-why.tsx';
import { Fact, Loaded, Panel, Problem } from '../../ui/page.tsx';
import { fenTyped, listTyped } from '../../ui/typed.ts';
import { CluesAbout } from '../clues/clues-about.tsx';
import { LinkTo } from '../clues/clues-page.tsx';
import { useComplaintWords } from './words.ts';

const text = texts.complaints;

export function ComplaintFile({ complaintId }: { complaintId: string }) {
  const t = useTexts();
  const { say } = useComplaintWords();
  const file = useGet<ComplaintFileJson>(`/api/complaints/${complaintId}`);
  return (
    <Loaded of={file}>
      {({ complaint, actions, steps, clues, mayHandOn }) => (
        <>
          <Facts one={complaint} clues={clues} mayHandOn={mayHandOn} />
          {actions.length > 0 ? <NextStep one={complaint} actions={actions} /> : null}
          <Panel title={t(text.history)}>
            <ul className="steps">
              {steps.map((step) => (
                <li key={`${step.at} ${step.action}`}>
                  {instant(step.at)} {step.by} {say('actions', step.action) === step.action ? t(text.enter) : say('actions', step.action)}
                  {step.why ? `${t(texts.common.colon)}${step.why}` : ''}
                </li>
              ))}
            </ul>
          </Panel>
        </>
      )}
    </Loaded>
  );
}

function Facts({ one, clues, mayHandOn }: { one: ComplaintJson } & Pick<ComplaintFileJson, 'clues' | 'mayHandOn'>) {
  const t = useTexts();
  const { say } = useComplaintWords();
  const maySee = useMay('complaint.identity');
  const [identity, setIdentity] = useState<IdentityJson>();
  const [error, setError] = useState<unknown>();
  const look = (why: string) => post<IdentityJson>(`/api/complaints/${one.complaintId}/identity`, { why }).then(setIdentity, setError);
  const handOn = () => post(`/api/complaints/${one.complaintId}/clue`, {}).then(() => queryClient.invalidateQueries(), setError);
  return (
    <Panel>
      <dl className="facts">
        <Fact name={t(text.state)}>
          <Tag>{say('states', one.state)}</Tag>
          {one.mergedInto ? t(text.mergedInto, { id: one.mergedInto }) : null}
          {one.overdue ? <Tag color="red">{t(text.overdue)}</Tag> : null}
        </Fact>
        <Fact name={t(text.received)}>
          {day(one.receivedOn)} {say('kinds', one.kind)} · {say('channels', one.channel)}
        </Fact>
        <Fact name={t(text.due)}>{one.dueDay === null ? DASH : day(one.dueDay)}</Fact>
        <Fact name={t(text.object)}>
          {one.objectName} <span className="faint">{say('objects', one.object)}</span>
        </Fact>
        <Fact name={t(text.matter)}>{say('matters', one.matter)}</Fact>
        <Fact name={t(text.facts)}>
          <span style={{ whiteSpace: 'pre-wrap' }}>{one.facts}</span>
        </Fact>
        <Fact name={t(text.assigned)}>{one.assignedTo ?? DASH}</Fact>
        {one.findingIds.length > 0 ? (
          <Fact name={t(texts.nav.findings)}>
            <span className="row">
              {one.findingIds.map((id) => (
                <LinkTo key={id} kind="finding" id={id} />
              ))}
            </span>
          </Fact>
        ) : null}
        {clues.length > 0 || mayHandOn ? (
          <Fact name={t(texts.nav.clues)}>
            <CluesAbout of={clues} />
            {mayHandOn ? (
              <Button size="small" onClick={() => void handOn()}>
                {t(text.handOn)}
              </Button>
            ) : null}
          </Fact>
        ) : null}
        {one.result ? (
          <Fact name={t(text.result)}>
            {say('results', one.result)} {one.valueFen === null ? '' : yuan(one.valueFen)}
          </Fact>
        ) : null}
        {one.reply ? <Fact name={t(text.reply)}>{one.reply}</Fact> : null}
        {one.closedOn === null ? null : (
          <Fact name={t(texts.common.done)}>
            {day(one.closedOn)} {one.workingDayCount === null ? '' : t(text.days, { n: one.workingDayCount })}
          </Fact>
        )}
        {one.satisfied === null ? null : <Fact name={t(text.satisfied)}>{t(one.satisfied ? text.satisfied : text.notSatisfied)}</Fact>}
        {one.rewardFen === null ? null : <Fact name={t(text.reward)}>{yuan(one.rewardFen)}</Fact>}
        <Fact name={t(text.reporter)}>
          {identity ? (
            identity.reporter ? (
              `${identity.reporter.name} ${identity.reporter.telephone}`
            ) : (
              t(text.nobody)
            )
          ) : maySee && (one.named || one.pictureCount > 0) ? (
            <AskWhy about={t(text.identityHelp)} onGiven={(why) => void look(why)}>
              <Button size="small" type="link">
                {t(text.identity)}
              </Button>
            </AskWhy>
          ) : (
            t(one.named ? text.named : text.anonymous)
          )}
        </Fact>
      </dl>
      {identity?.pictures.map((picture) => (
        <img key={picture.slice(-40)} src={picture} alt={t(text.pictures)} style={{ maxWidth: '100%', marginTop: 8 }} />
      ))}
      {error ? <Problem error={error} /> : null}
    </Panel>
  );
}

function NextStep({ one, actions }: { one: ComplaintJson; actions: readonly string[] }) {
  const t = useTexts();
  const { say, results } = useComplaintWords();
  const [chosen, setAction] = useState(actions[0] as string);
  const action = actions.includes(chosen) ? chosen : (actions[0] as string);
  const [given, setGiven] = useState({
    why: '',
    assignedTo: speaking.operator,
    findings: '',
    into: '',
    result: 'verified',
    value: '',
    reply: '',
    satisfied: 'true',
  });
  const [error, setError] = useState<unknown>();
  const set = (change: Partial<typeof given>) => setGiven({ ...given, ...change });
  const field = (key: 'why' | 'assignedTo' | 'findings' | 'into' | 'value' | 'reply', label: string, width = 220) => (
    <Input aria-label={label} placeholder={label} style={{ width }} value={given[key]} onChange={(e) => set({ [key]: e.target.value })} />
  );
  const take = async () => {
    setError(undefined);
    try {
      await post(`/api/complaints/${one.complaintId}/steps/${action}`, wishOf(action, given));
      set({ why: '' });
      await queryClient.invalidateQueries();
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <Panel title={t(text.take)}>
      <div className="row" style={{ flexWrap: 'wrap' }}>
        <Select
          aria-label={t(text.step)}
          style={{ width: 140 }}
          value={action}
          onChange={setAction}
          options={actions.map((value) => ({ value, label: say('actions', value) }))}
        />
        {action === 'accept' || action === 'assign' ? field('assignedTo', t(text.assigned), 140) : null}
        {action === 'link' ? field('findings', t(text.findings)) : null}
        {action === 'merge' ? field('into', t(text.into)) : null}
        {action === 'conclude' ? (
          <Select
            aria-label={t(text.result)}
            style={{ width: 110 }}
            value={given.result}
            onChange={(result) => set({ result })}
            options={results}
          />
        ) : null}
        {action === 'conclude' ? field('value', t(text.value), 130) : null}
        {action === 'reply' ? field('reply', t(text.reply), 320) : null}
        {action === 'satisfaction' ? (
          <Select
            aria-label={t(text.satisfied)}
            style={{ width: 110 }}
            value={given.satisfied}
            onChange={(satisfied) => set({ satisfied })}
            options={[
              { value: 'true', label: t(text.satisfied) },
              { value: 'false', label: t(text.notSatisfied) },
            ]}
          />
        ) : null}
        {field('why', t(text.why), 260)}
        <Button type="primary" disabled={given.why.trim() === ''} onClick={() => void take()}>
          {say('actions', action)}
        </Button>
      </div>
      {error ? <Problem error={error} /> : null}
    </Panel>
  );
}

function wishOf(
  action: string,
  given: {
    why: string;
    assignedTo: string;
    findings: string;
    into: string;
    result: string;
    value: string;
    reply: string;
    satisfied: string;
  },
): StepWishJson {
  const valueFen = fenTyped(given.value);
  return {
    why: given.why,
    ...((action === 'accept' || action === 'assign') && { assignedTo: given.assignedTo }),
    ...(action === 'link' && { findingIds: listTyped(given.findings) }),
    ...(action === 'merge' && { into: given.into.trim() }),
    ...(action === 'conclude' && { result: given.result as 'verified', ...(valueFen !== null && { valueFen }) }),
    ...(action === 'reply' && { reply: given.reply }),
    ...(action === 'satisfaction' && { satisfied: given.satisfied === 'true' }),
  };
}
