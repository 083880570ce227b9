// One case: what comes next with what the table of discretion proposes, the facts, and the file with what it still lacks.
import { caseLife, caseWords, causeOf, type EnforcementCase, formatYuan, punishmentStands, type Sanction } from '@hengjian/domain';
import type { CaseExtrasJson, DiscretionJson } from '@hengjian/server/schemas/enforcement.ts';
import type { MatterFileJson } from '@hengjian/server/schemas/matters.ts';
import { useParams as usePath } from '@tanstack/react-router';
import { Alert, Button, Table, Tag, Upload } from 'antd';
import { useState } from 'react';
import { post, queryClient, saveFile, send, useGet } from '../../api.ts';
import { DASH, day, today, yuan } from '../../format.ts';
import { useMay } from '../../session.ts';
import { texts, useSpeech, useTexts } from '../../texts/index.ts';
import { AskWhy } from '../../ui/ask-why.tsx';
import { Fact, Loaded, Page, Panel, Problem } from '../../ui/page.tsx';
import { LinkTo } from '../clues/clues-page.tsx';
import { MatterHistory, NextStep, useMatterWords } from '../matters/matter-file.tsx';

const text = texts.enforcement;
type CaseFile = MatterFileJson<EnforcementCase> & CaseExtrasJson;

export function CasePage() {
  const { case: caseId } = usePath({ strict: false }) as { case: string };
  const t = useTexts();
  const words = useMatterWords('enforcementCase');
  const address = `/api/cases/${caseId}`;
  const file = useGet<CaseFile>(address);
  const mayPropose = useMay('points.propose');
  const { language } = useSpeech();
  return (
    <Loaded of={file}>
      {(whole) => (
        <Page
          title={whole.one.title}
          about={
            <>
              <span className="code">{whole.one.matterId}</span> <Tag>{words.state(whole.one.state)}</Tag>
              {whole.one.procedure === 'summary' ? <Tag color="purple">{caseWords.procedures.summary[language]}</Tag> : null}
              {whole.one.closedOn === null && whole.one.dueDay !== null ? `${t(texts.matters.due)} ${day(whole.one.dueDay)}` : ''}{' '}
              {whole.one.overdue ? <Tag color="red">{t(texts.matters.overdue)}</Tag> : null}
              {mayPropose && whole.one.providerNo !== null && punishmentStands(whole.one) ? (
                <a href={`/practitioners?case=${encodeURIComponent(whole.one.matterId)}`}>{t(texts.points.ofCase)}</a>
              ) : null}
            </>
          }
        >
          <div className="onsite">
            <NextStep
              address={address}
              life={caseLife as never}
              actions={whole.actions}
              first={(action) => firstOf(action, whole.one)}
              beside={(action) =>
                caseLife.fields[action as 'report']?.some(({ name }) => name === 'fineFen') ? <Proposal of={whole.discretion} /> : null
              }
            />
            <Facts whole={whole} />
            <FilePanel whole={whole} address={address} />
            <MatterHistory noun="enforcementCase" steps={whole.steps} />
          </div>
        </Page>
      )}
    </Loaded>
  );
}

const sanctionForm = (one: Sanction | null | undefined): Record<string, string> =>
  one
    ? {
        outcome: one.outcome,
        refundFen: formatYuan(one.refundFen),
        fineFen: formatYuan(one.fineFen),
        suspendMonths: String(one.suspendMonths),
        other: one.other ?? '',
        mitigation: one.mitigation ?? '',
      }
    : { outcome: 'punish' };
/** What was proposed is announced, what was announced is decided, unless somebody writes otherwise. */
function firstOf(action: string, one: EnforcementCase): Record<string, string> {
  if (action === 'report') return { ...sanctionForm(null), refundFen: one.lossFen === null ? '' : formatYuan(one.lossFen) };
  if (action === 'notify') return sanctionForm(one.report?.proposal);
  if (action === 'decide') return sanctionForm(one.notice?.sanction);
  if (action === 'review') return { opinion: 'agree' };
  if (action === 'serve' || action === 'serveNotice') return { on: today(), way: 'direct' };
  if (action === 'evidence') return { collectedOn: today() };
  return ['record', 'statement', 'pay', 'publish'].includes(action) ? { on: today() } : {};
}

function Proposal({ of: proposal }: { of: DiscretionJson | null }) {
  const t = useTexts();
  const { language } = useSpeech();
  if (!proposal) return null;
  const said = {
    grade: caseWords.grades[proposal.grade][language],
    low: yuan(proposal.lowFen),
    high: yuan(proposal.highFen),
    least: yuan(proposal.leastFen),
    most: yuan(proposal.mostFen),
  };
  return (
    <Alert
      className="beside"
      type="info"
      showIcon
      title={t(texts.common.named, { name: t(text.discretion), value: t(text.discretionText, said) })}
      description={[
        ...(proposal.mixed ? [t(text.mixed)] : []),
        t(texts.common.named, { name: t(text.source), value: proposal.source }),
      ].join(t(texts.common.semicolon))}
    />
  );
}

function Facts({ whole }: { whole: CaseFile }) {
  const t = useTexts();
  const { language } = useSpeech();
  const { one, clock, owed, takenFen } = whole;
  const sanctionText = (sanction: Sanction) =>
    [
      caseWords.outcomes[sanction.outcome][language],
      `${t(text.refund)} ${yuan(sanction.refundFen)}`,
      `${t(text.fine)} ${yuan(sanction.fineFen)}`,
      ...(sanction.suspendMonths ? [t(text.months, { n: sanction.suspendMonths })] : []),
    ].join(t(texts.common.semicolon));
  return (
    <Panel>
      <dl className="facts">
        <Fact name={t(text.party)}>
          {one.party.name} <span className="faint">{one.party.no ?? ''}</span>
        </Fact>
        <Fact name={t(text.cause)}>
          {causeOf(one.causeCode)?.[language]} <span className="faint">{one.article}</span>
        </Fact>
        <Fact name={t(text.source)}>
          {one.clueId ? one.source.replace(one.clueId, '') : one.source} {one.clueId ? <LinkTo kind="clue" id={one.clueId} /> : null}{' '}
          {one.inspectionIds.map((id) => (
            <LinkTo key={id} kind="inspection" id={id} />
          ))}
        </Fact>
        <Fact name={t(text.handlers)}>
          {one.handlers
            .map(({ name, certificateNo }) => t(texts.common.aside, { what: name, aside: certificateNo }))
            .join(t(texts.common.comma)) || DASH}
        </Fact>
        {clock.due === null ? null : (
          <Fact name={t(text.clock)}>
            {t(text.clockText, { used: clock.used, excluded: clock.excluded, allowed: clock.allowed, due: day(clock.due) })}{' '}
            {clock.standing ? <Tag color="blue">{t(text.standing)}</Tag> : null}
          </Fact>
        )}
        <Fact name={t(text.facts)}>
          <span style={{ whiteSpace: 'pre-wrap' }}>{one.report?.text ?? one.facts}</span>
        </Fact>
        <Fact name={t(text.loss)}>{yuan(one.lossFen)}</Fact>
        {one.findingIds.length > 0 ? (
          <Fact name={t(texts.nav.findings)}>
            {one.findingIds.map((id) => (
              <div key={id}>
                <LinkTo kind="finding" id={id} />
              </div>
            ))}
          </Fact>
        ) : null}
        {one.evidence.length > 0 ? (
          <Fact name={t(text.evidence)}>
            {one.evidence
              .map(({ no, title, kind }) => `${no}. ${t(texts.common.aside, { what: title, aside: caseWords.evidence[kind][language] })}`)
              .join(t(texts.common.semicolon))}
          </Fact>
        ) : null}
        {one.notice ? (
          <Fact name={t(text.noticed)}>
            {one.notice.no} {day(one.notice.on)}
            {t(texts.common.colon)}
            {sanctionText(one.notice.sanction)} {one.notice.hearing ? <Tag>{t(text.hearing)}</Tag> : null}
          </Fact>
        ) : null}
        {one.decision ? (
          <Fact name={t(text.decided)}>
            {one.decision.no} {day(one.decision.on)}
            {t(texts.common.colon)}
            {sanctionText(one.decision.sanction)}
          </Fact>
        ) : null}
        {one.overturned ? (
          <Fact name={caseWords.states.overturned[language]}>
            {day(one.overturned.on)} {caseWords.overturners[one.overturned.kind][language]} {one.overturned.no}
            {t(texts.common.colon)}
            {one.overturned.text}
          </Fact>
        ) : null}
        {one.decision ? (
          <Fact name={t(text.owed)}>
            {t(text.refund)} {yuan(owed.refund)} · {t(text.fine)} {yuan(owed.fine)}
            {takenFen > 0 ? ` · ${t(text.taken)} ${yuan(takenFen)}` : ''}
          </Fact>
        ) : null}
        {one.payments.length > 0 ? (
          <Fact name={t(text.payments)}>
            {one.payments.map(({ no, kind, on, amountFen, voucher }) => (
              <div key={no}>
                {day(on)} {caseWords.payments[kind][language]} {yuan(amountFen)} {voucher}
              </div>
            ))}
          </Fact>
        ) : null}
        {one.measures.length > 0 ? (
          <Fact name={t(text.measures)}>
            {one.measures.map((measure) => (
              <div key={measure.no}>
                {day(measure.on)} {caseWords.measures[measure.kind][language]} {measure.amountFen === null ? '' : yuan(measure.amountFen)}{' '}
                {measure.text}
              </div>
            ))}
          </Fact>
        ) : null}
        {one.transfer ? (
          <Fact name={t(text.transfer)}>
            {day(one.transfer.on)} {one.transfer.to} {one.transfer.no}
            {t(texts.common.colon)}
            {one.transfer.list.join(t(texts.common.comma))}
          </Fact>
        ) : null}
        {one.fileNo ? <Fact name={t(text.fileNo)}>{one.fileNo}</Fact> : null}
      </dl>
    </Panel>
  );
}

function FilePanel({ whole, address }: { whole: CaseFile; address: string }) {
  const t = useTexts();
  const { language } = useSpeech();
  const mayTake = useMay('enforcementCase.file');
  const mayAttach = useMay('enforcementCase.attach') && whole.one.state !== 'archived';
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState('');
  const missing = whole.papers.filter(({ lacks }) => lacks !== null).length;
  const doing = async (name: string, work: () => Promise<unknown>) => {
    setBusy(name);
    setError(undefined);
    try {
      await work();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy('');
    }
  };
  const attach = (paper: string, given: File) =>
    doing(paper, async () => {
      await send(`${address}/scans`, given, { paper });
      await queryClient.invalidateQueries();
    });
  return (
    <Panel
      flush
      title={t(text.file)}
      extra={
        <div className="row">
          <Tag color={missing === 0 ? 'green' : 'orange'}>{missing === 0 ? t(text.complete) : t(text.missing, { n: missing })}</Tag>
          {mayTake ? (
            <>
              <Button loading={busy === 'docx'} onClick={() => void doing('docx', () => saveFile(`${address}/file`, { format: 'docx' }))}>
                {t(text.wholeWord)}
              </Button>
              <Button
                type="primary"
                disabled={!whole.canPdf}
                loading={busy === 'pdf'}
                onClick={() => void doing('pdf', () => saveFile(`${address}/file`))}
              >
                {t(text.wholePdf)}
              </Button>
            </>
          ) : null}
        </div>
      }
    >
      {whole.canPdf ? null : <Alert type="warning" showIcon title={t(text.noOffice)} />}
      {error ? <Problem error={error} /> : null}
      <Table
        size="small"
        rowKey="id"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={whole.papers}
        columns={[
          { key: 'no', title: '', width: 40, render: (_, _row, i) => i + 1 },
          { key: 'title', title: t(text.name), render: (_, row) => row[language] },
          {
            key: 'state',
            title: t(texts.matters.state),
            render: (_, row) => (
              <Tag color={row.lacks === null ? 'green' : 'orange'}>{row.lacks === null ? t(text.fine2) : t(text.lacks[row.lacks])}</Tag>
            ),
          },
          {
            key: 'word',
            title: '',
            render: (_, row) =>
              row.ready && mayTake ? (
                <Button size="small" type="link" onClick={() => void doing(row.id, () => saveFile(`${address}/papers/${row.id}`))}>
                  {t(text.word)}
                </Button>
              ) : null,
          },
          {
            key: 'scans',
            title: '',
            render: (_, row) => (
              <>
                {row.scans.map((scan) => (
                  <span key={scan.attachmentId} style={{ marginRight: 10 }}>
                    <Button
                      size="small"
                      type="link"
                      onClick={() => void doing(row.id, () => saveFile(`${address}/scans/${scan.attachmentId}`))}
                    >
                      {scan.file}
                    </Button>
                    {mayAttach ? (
                      <AskWhy
                        about={t(text.withdrawHelp)}
                        onGiven={(why) =>
                          void doing(row.id, async () => {
                            await post(`${address}/scans/${scan.attachmentId}/withdrawal`, { why });
                            await queryClient.invalidateQueries();
                          })
                        }
                      >
                        <Button size="small" type="text">
                          {t(text.withdraw)}
                        </Button>
                      </AskWhy>
                    ) : null}
                  </span>
                ))}
              </>
            ),
          },
          {
            key: 'attach',
            title: '',
            render: (_, row) =>
              mayAttach ? (
                <Upload
                  showUploadList={false}
                  accept=".pdf,.png,.jpg,.jpeg"
                  beforeUpload={(given) => {
                    void attach(row.id, given);
                    return false;
                  }}
                >
                  <Button size="small" loading={busy === row.id} aria-label={`${t(text.upload)} ${row[language]}`}>
                    {t(text.upload)}
                  </Button>
                </Upload>
              ) : null,
          },
        ]}
      />
    </Panel>
  );
}
