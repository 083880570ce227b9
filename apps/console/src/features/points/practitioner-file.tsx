// One person: standing and commitment, every record with its next step, and what happened.
import { pointWords } from '@hengjian/domain';
import type { PointRecordJson, PractitionerFileJson } from '@hengjian/server/schemas/points.ts';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { post, queryClient, saveFile, useGet } from '../../api.ts';
import { DASH, day, dayFrom, instant, today } from '../../format.ts';
import { useMay } from '../../session.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { AskWhy } from '../../ui/ask-why.tsx';
import { Fact, Loaded, Nothing, Panel, Problem } from '../../ui/page.tsx';
import { PointsStep } from '../../ui/points-step.tsx';
import { ProfileLink } from '../../ui/profile-link.tsx';
import { useWordTable } from '../../ui/word-table.ts';
import { StandingTag } from './standing-tag.tsx';

const text = texts.points;

export function PractitionerFile({ practitionerNo }: { practitionerNo: string }) {
  const t = useTexts();
  const file = useGet<PractitionerFileJson>(`/api/practitioners/${encodeURIComponent(practitionerNo)}`);
  return (
    <Loaded of={file}>
      {({ practitioner, records, steps }) => (
        <>
          <Facts one={practitioner} />
          <Panel title={t(text.records)}>
            {records.length === 0 ? <Nothing title={t(text.noRecords)} /> : null}
            {records.map((record) => (
              <Record key={record.pointId} one={record} />
            ))}
          </Panel>
          <Panel title={t(text.history)}>
            <ul className="steps">
              {steps.map((step) => (
                <li key={`${step.at} ${step.what}`}>
                  {instant(step.at)} {step.by} {step.what}
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

function Facts({ one }: { one: PractitionerFileJson['practitioner'] }) {
  const t = useTexts();
  const { say } = useWordTable(pointWords);
  const [mayRegister, mayPropose] = [useMay('points.register'), useMay('points.propose')];
  const [error, setError] = useState<unknown>();
  const send = (verb: string, body: object) =>
    post(`/api/practitioners/${encodeURIComponent(one.practitionerNo)}/${verb}`, body)
      .then(() => queryClient.invalidateQueries())
      .catch(setError);
  const last = one.stopped.at(-1);
  return (
    <Panel>
      <dl className="facts">
        <Fact name={t(text.name)}>
          {one.name} <span className="faint">{[say('kinds', one.kind), one.title].filter(Boolean).join(' · ')}</span>{' '}
          <ProfileLink kind="practitioner" no={one.practitionerNo} />
        </Fact>
        <Fact name={t(text.providers)}>{one.providerNames.join(t(texts.common.comma))}</Fact>
        <Fact name={t(text.points)}>
          <strong>{one.points}</strong>
        </Fact>
        <Fact name={t(text.standing)}>
          <StandingTag of={one} />
          {last?.state === 'ended' && last.to === null && mayPropose ? (
            <AskWhy about={t(text.returnFrom, { day: day(last.returnFrom) })} onGiven={(why) => void send('return', { why })}>
              <Button size="small" type="link">
                {t(text.return)}
              </Button>
            </AskWhy>
          ) : null}
        </Fact>
        {one.stopped.length > 0 ? (
          <Fact name={t(text.periods)}>
            {one.stopped.map((period) => (
              <div key={period.from}>
                {say('standings', period.state)}{' '}
                {period.to === null
                  ? t(text.openEnd, { from: day(period.from) })
                  : t(text.until, { from: day(period.from), to: day(period.to) })}{' '}
                <span className="faint">
                  {period.points} {period.returnFrom === null ? '' : t(text.returnFrom, { day: day(period.returnFrom) })}
                </span>
              </div>
            ))}
          </Fact>
        ) : null}
        <Fact name={t(text.registeredOn)}>{day(one.registeredOn)}</Fact>
        <Fact name={t(text.commitment)}>
          {one.committedOn === null ? t(text.notCommitted) : t(text.committedOn, { day: day(one.committedOn) })}
          {one.committedOn === null && mayRegister ? (
            <Button size="small" type="link" onClick={() => void send('commit', { committedOn: dayFrom(today()) })}>
              {t(text.commit)}
            </Button>
          ) : null}
        </Fact>
      </dl>
      {error ? <Problem error={error} /> : null}
    </Panel>
  );
}

function Record({ one }: { one: PointRecordJson }) {
  const t = useTexts();
  const mayRead = useMay('finding.read');
  const { say } = useWordTable(pointWords);
  const repaired = one.counted - one.left;
  return (
    <section style={{ borderBottom: '1px solid #eee', padding: '4px 0 10px', marginBottom: 10 }}>
      <div className="row">
        <strong>{t(text.willGet, { n: one.points })}</strong>
        {one.counted < one.points && one.state !== 'revoked' ? <Tag>{t(text.counted, { n: one.counted })}</Tag> : null}
        {repaired > 0 ? <Tag>{t(text.repaired, { n: repaired })}</Tag> : null}
        <Tag color={one.state === 'effective' ? 'red' : one.state === 'revoked' ? 'default' : 'gold'}>{say('states', one.state)}</Tag>
        {one.overdue ? <Tag color="red">{t(text.overdue)}</Tag> : null}
        <span className="code faint">{one.pointId}</span>
        {one.noticeOn === null ? null : (
          <Button size="small" type="link" onClick={() => void saveFile(`/api/points/${one.pointId}/notice`)}>
            {t(text.notice)}
          </Button>
        )}
      </div>
      <dl className="facts">
        <Fact name={t(text.behaviour)}>
          {one.behaviour} {one.behaviourTitle}
        </Fact>
        <Fact name={t(text.responsibility)}>{say('responsibilities', one.responsibility)}</Fact>
        <Fact name={t(text.provider)}>{one.providerName}</Fact>
        <Fact name={t(text.decisionKind)}>
          {say('decisions', one.decisionKind)}{' '}
          {one.decisionKind !== 'agreement' && mayRead ? (
            <a className="code" href={`/${one.decisionKind === 'finding' ? 'findings' : 'cases'}/${encodeURIComponent(one.decisionRef)}`}>
              {one.decisionRef}
            </a>
          ) : (
            one.decisionRef
          )}{' '}
          <span className="faint">{day(one.decidedOn)}</span>
        </Fact>
        <Fact name={t(text.occurredOn)}>{day(one.occurredOn)}</Fact>
        <Fact name={t(text.facts)}>{one.facts}</Fact>
        {one.objection === null ? null : <Fact name={t(text.objection)}>{one.objection}</Fact>}
        {one.dueDay === null ? null : <Fact name={t(text.due)}>{day(one.dueDay)}</Fact>}
        <Fact name={t(text.effective)}>{one.effectiveOn === null ? DASH : day(one.effectiveOn)}</Fact>
      </dl>
      {one.actions.length > 0 ? (
        <PointsStep
          address={`/api/points/${one.pointId}/steps`}
          actions={one.actions}
          say={(action) => say('actions', action)}
          labels={{ step: t(text.step), points: t(text.newPoints), why: t(text.why) }}
          counted={(action) => action === 'change' || action === 'repair'}
          most={12}
        />
      ) : null}
    </section>
  );
}
