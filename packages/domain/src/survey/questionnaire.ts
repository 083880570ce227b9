/** A questionnaire (问卷) as data: what is asked, and which answers count for satisfaction and for awareness. */
import type { Issue, Outcome } from '../issue.ts';

export const questionKinds = ['choice', 'several', 'text'] as const;
export type QuestionKind = (typeof questionKinds)[number];
/** What a question is counted for: the register knows a number of the satisfied and one of those who know the policy. */
export const questionCounts = ['satisfied', 'aware'] as const;
export type QuestionCounts = (typeof questionCounts)[number];

export interface QuestionOption {
  readonly text: string;
  /** Whoever chooses it is satisfied, or aware. */
  readonly good?: boolean | undefined;
}

export interface Question {
  /** Stays when the question is moved. */
  readonly questionId: string;
  readonly text: string;
  readonly kind: QuestionKind;
  readonly required: boolean;
  /** Empty for texts. */
  readonly options: readonly QuestionOption[];
  readonly counts: QuestionCounts | null;
}

export interface Questionnaire {
  /** Said before the first question: who asks, why, that nobody is named. */
  readonly opening: string;
  readonly questions: readonly Question[];
}

/** A shipped questionnaire to begin from: for whom, what it asks. */
export interface QuestionnaireTemplate extends Questionnaire {
  readonly id: string;
  readonly title: { readonly zh: string; readonly en: string };
  /** Code of the register's field `group`. */
  readonly group: string;
}

/** Numbers of options (from 0) or the text written, by question; what was left out is not there. */
export type Answers = Readonly<Record<string, readonly number[] | string>>;

/** 很满意 … 很不满意: the upper two count. */
export const satisfactionScale: readonly QuestionOption[] = [
  { text: '很满意', good: true },
  { text: '满意', good: true },
  { text: '一般' },
  { text: '不满意' },
  { text: '很不满意' },
];

/** Short ways to write questions. */
export const ratingQuestion = (questionId: string, text: string, counts: QuestionCounts | null = null): Question => ({
  questionId,
  text,
  kind: 'choice',
  required: counts !== null,
  options: satisfactionScale,
  counts,
});
export const choiceQuestion = (
  questionId: string,
  text: string,
  options: readonly (string | QuestionOption)[],
  more: Partial<Question> = {},
): Question => ({
  questionId,
  text,
  kind: 'choice',
  required: false,
  options: options.map((one) => (typeof one === 'string' ? { text: one } : one)),
  counts: null,
  ...more,
});
export const remarksQuestion: Question = {
  questionId: 'remarks',
  text: '您还有哪些意见和建议？（请不要写姓名、身份证号和电话）',
  kind: 'text',
  required: false,
  options: [],
  counts: null,
};

const LONGEST_TEXT = 500;

const issue = (code: string, facts: Record<string, unknown> = {}): Issue => ({ code: `survey.${code}`, severity: 'error', facts });

/** What stands against asking it. */
export function questionnaireIssues({ questions }: Questionnaire): Issue[] {
  const issues: Issue[] = [];
  if (!questions.some(({ counts }) => counts !== null)) issues.push(issue('nothing-counts'));
  for (const kind of questionCounts)
    if (questions.filter(({ counts }) => counts === kind).length > 1) issues.push(issue('counts-twice', { kind }));
  if (new Set(questions.map(({ questionId }) => questionId)).size < questions.length) issues.push(issue('same-question'));
  for (const [index, question] of questions.entries()) issues.push(...questionIssues(question, index + 1));
  return issues;
}

function questionIssues({ text, kind, options, counts, required }: Question, no: number): Issue[] {
  const texts = options.map((one) => one.text.trim());
  return [
    ...(text.trim() === '' ? [issue('no-question', { no })] : []),
    ...(kind !== 'text' && (texts.length < 2 || texts.includes('')) ? [issue('few-options', { no })] : []),
    ...(new Set(texts).size < texts.length ? [issue('same-option', { no })] : []),
    ...(counts !== null && (kind !== 'choice' || !options.some(({ good }) => good) || options.every(({ good }) => good))
      ? [issue('counts-nothing', { no })]
      : []),
    ...(counts !== null && !required ? [issue('counts-optional', { no })] : []),
  ];
}

/**
 * What somebody answered, read: unknown questions and options are refused; texts are cut of blanks. `whole` is false where a required
 * question was left out: a sheet of paper like that is kept and does not count, on the page it cannot be sent.
 */
export function readAnswers({ questions }: Questionnaire, given: Answers): Outcome<{ answers: Answers; whole: boolean }> {
  const issues: Issue[] = [];
  const answers: Record<string, readonly number[] | string> = {};
  const known = new Set(questions.map(({ questionId }) => questionId));
  if (Object.keys(given).some((id) => !known.has(id))) issues.push(issue('unknown-question'));
  for (const [index, question] of questions.entries()) {
    const value = given[question.questionId];
    if (value === undefined || value.length === 0 || (typeof value === 'string' && value.trim() === '')) continue;
    if (!fits(question, value)) issues.push(issue('answer-misfits', { no: index + 1 }));
    else answers[question.questionId] = typeof value === 'string' ? value.trim() : [...value].sort((a, b) => a - b);
  }
  if (issues.length > 0) return { ok: false, issues };
  const whole = questions.every(({ required, questionId }) => !required || answers[questionId] !== undefined);
  return { ok: true, value: { answers, whole }, issues: [] };
}

function fits({ kind, options }: Question, value: readonly number[] | string): boolean {
  if (typeof value === 'string') return kind === 'text' && value.trim().length <= LONGEST_TEXT;
  if (kind === 'text' || (kind === 'choice' && value.length > 1) || new Set(value).size < value.length) return false;
  return value.every((one) => Number.isInteger(one) && one >= 0 && one < options.length);
}
