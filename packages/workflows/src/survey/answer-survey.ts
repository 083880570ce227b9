/** An answer comes in: on the public page, or entered from a sheet of paper or a call. */
import { randomInt } from 'node:crypto';
import { type AnswerChannel, type Answers, dayOf, type Instant, issueOf, type Outcome, readAnswers, type Survey } from '@hengjian/domain';
import type { JournalStep } from '../journal/ports.ts';
import type { AnswerBook, AnswerTransaction, NewAnswer } from './ports.ts';

export interface AnswerWish {
  readonly surveyId: string;
  readonly channel: AnswerChannel;
  readonly answers: Answers;
  /** What the page was opened with; only where the survey goes by codes. */
  readonly code: string | null;
  /** Written on the sheet of paper. */
  readonly sheetNo: string | null;
  /** Who enters a sheet; null on the page. */
  readonly by: string | null;
  readonly at: Instant;
}

/**
 * Keeps the answer and gives its number. Refusals: `survey.not-open`, `survey.not-whole` (on the page; a sheet is kept and does not
 * count), `survey.code`, `survey.sheet-known`, and what does not fit the questions.
 */
export const answerSurvey = (book: AnswerBook, wish: AnswerWish): Promise<Outcome<number>> =>
  book.receive(wish.surveyId, (survey, inside) => answerTo(survey, inside, wish));

async function answerTo(survey: Survey | undefined, inside: AnswerTransaction, wish: AnswerWish): Promise<Outcome<NewAnswer>> {
  const refused = (code: string, facts: Record<string, unknown> = {}): Outcome<NewAnswer> => ({ ok: false, issues: issueOf(code, facts) });
  const { channel, by, sheetNo } = wish;
  const answeredOn = dayOf(wish.at);
  const ownHand = channel === 'web';
  // sheets of paper are often entered after the last day; the survey is closed only when they are in
  if (survey?.state !== 'open' || (ownHand && answeredOn > survey.until)) return refused('survey.not-open');
  const read = readAnswers(survey.questionnaire, wish.answers);
  if (!read.ok) return read;
  const { answers, whole } = read.value;
  if (ownHand && !whole) return refused('survey.not-whole');
  if (sheetNo !== null && (await inside.hasSheet(sheetNo))) return refused('survey.sheet-known', { no: sheetNo });
  if (ownHand && survey.access === 'codes' && !(await inside.useCode(plainCode(wish.code ?? '')))) return refused('survey.code');
  return { ok: true, value: { version: survey.version, channel, answeredOn, answers, whole, sheetNo, enteredBy: by }, issues: [] };
}

/** No letter or digit that looks like another. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 10;
/** As it is kept: people write it with strokes, blanks and small letters. */
const plainCode = (text: string): string => text.replaceAll(/[\s-]/g, '').toUpperCase();

interface CodesWish {
  readonly survey: Survey;
  readonly count: number;
  readonly by: string;
  readonly at: Instant;
}

/** Makes codes of 49 bits, each good for one answer. Refusals: `survey.open-has-no-codes`, `survey.not-open`. */
export async function giveCodes(book: AnswerBook, { survey, count, by, at }: CodesWish): Promise<Outcome<number>> {
  if (survey.access !== 'codes') return { ok: false, issues: issueOf('survey.open-has-no-codes') };
  if (survey.state !== 'draft' && survey.state !== 'open') return { ok: false, issues: issueOf('survey.not-open') };
  const codes = Array.from({ length: count }, () => Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join(''));
  await book.giveCodes(survey.matterId, codes, stepOf(survey, 'giveCodes', { by, at, why: null }, { count }));
  return { ok: true, value: count, issues: [] };
}

interface WithdrawWish {
  readonly survey: Survey;
  readonly answerId: number;
  readonly by: string;
  readonly at: Instant;
  readonly why: string;
}

/** Takes an answer out of the count; it stays to be seen. Refusals: `matter.why`, `survey.no-answer`, `survey.not-open`. */
export async function withdrawAnswer(book: AnswerBook, { survey, answerId, ...done }: WithdrawWish): Promise<Outcome<number>> {
  if (done.why.trim() === '') return { ok: false, issues: issueOf('matter.why') };
  if (survey.state !== 'open') return { ok: false, issues: issueOf('survey.not-open') };
  const gone = await book.withdraw(survey.matterId, answerId, stepOf(survey, 'withdrawAnswer', done, { answerId }));
  return gone ? { ok: true, value: answerId, issues: [] } : { ok: false, issues: issueOf('survey.no-answer', { id: answerId }) };
}

const stepOf = (
  { matterId, state }: Survey,
  action: string,
  { by, at, why }: { by: string; at: Instant; why: string | null },
  detail: Record<string, unknown>,
): JournalStep => ({ noun: 'survey', subjectId: matterId, action, before: state, after: state, by, why, at, detail });
