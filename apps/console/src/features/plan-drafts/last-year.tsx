// What came of a row and of a form last year, beside the new one; a proposal is taken or the old value kept, by a person.
import { type DraftProject, type DraftRow, type Proposal, resultUses } from '@hengjian/domain';
import { Button } from 'antd';
import { number, share } from '../../format.ts';
import { texts, useSpeech, useTexts } from '../../texts/index.ts';

const text = texts.drafts;

/** 「建议」 with its reason and two buttons, or what was answered. */
function ProposalLine({ of, told, onAnswer }: { of: Proposal; told: string; onAnswer: (answer: 'taken' | 'kept') => void }) {
  const t = useTexts();
  const why = t(text[`why.${of.why}`], { n: of.reached === null ? '' : share(of.reached) });
  if (of.answer !== null) return <div className="faint">{t(text[`answer.${of.answer}`], { value: told, why })}</div>;
  return (
    <div className="row">
      <span className="amber">{t(text.proposed, { value: told, why })}</span>
      <Button size="small" onClick={() => onAnswer('taken')}>
        {t(text.take)}
      </Button>
      <Button size="small" onClick={() => onAnswer('kept')}>
        {t(text.keepOld)}
      </Button>
    </div>
  );
}

const remarkLines = (remarks: readonly string[], said: (remark: string) => string) =>
  remarks.map((remark) => (
    <div key={remark} className="amber">
      {said(remark)}
    </div>
  ));

export function LastOfRowLine({ row, onChange }: { row: DraftRow; onChange: (change: Partial<DraftRow>) => void }) {
  const t = useTexts();
  const { last } = row;
  if (!last) return null;
  const target = `${row.operator === 'qualitative' ? '' : row.operator}${last.target ?? ''}${row.unit ?? ''}`;
  const parts = [
    t(text.lastRow, { target, actual: `${last.actual}${last.unit ?? ''}` }),
    last.score === null || last.weight === null ? '' : t(text.lastScore, { n: number(last.score), all: number(last.weight) }),
    last.reason ? t(text.lastReason, { text: last.reason }) : '',
    last.improvement ? t(text.lastImprovement, { text: last.improvement }) : '',
  ].filter(Boolean);
  const { proposal } = last;
  const answer = (given: 'taken' | 'kept') =>
    proposal &&
    onChange({
      ...(given === 'taken' ? { target: proposal.value } : {}),
      last: { ...last, proposal: { ...proposal, answer: given } },
    });
  return (
    <>
      <div className="faint">{parts.join(t(texts.common.semicolon))}</div>
      {remarkLines(last.remarks, (remark) => t(text.lastRemark, { text: remark }))}
      {proposal ? <ProposalLine of={proposal} told={`${number(proposal.value)}${row.unit ?? ''}`} onAnswer={answer} /> : null}
    </>
  );
}

export function LastOfForm({ project, onChange }: { project: DraftProject; onChange: (next: DraftProject) => void }) {
  const t = useTexts();
  const { language } = useSpeech();
  const { last } = project;
  if (!last) return null;
  const { budget } = last;
  const answer = (given: 'taken' | 'kept') =>
    budget &&
    onChange({
      ...project,
      ...(given === 'taken' ? { budgetWan: budget.value } : {}),
      last: { ...last, budget: { ...budget, answer: given } },
    });
  return (
    <div style={{ marginBottom: 8 }}>
      <div className="soft">
        {t(text.lastForm, { year: last.year, total: last.total, grade: last.grade ?? '—' })}
        {last.uses.map(({ use, subject }) => ` · ${t(texts.common.aside, { what: resultUses[use][language], aside: subject })}`)}
      </div>
      {remarkLines(last.remarks, (remark) => t(text.lastRemark, { text: remark }))}
      {budget ? <ProposalLine of={budget} told={`${number(budget.value)} ${t(texts.common.wan)}`} onAnswer={answer} /> : null}
    </div>
  );
}
