/** Answers counted: what the register takes, and every question by its options. */
import { type Interval, sampleSize, wilson, zOf } from '../statistics.ts';
import type { Day } from '../time.ts';
import type { Answers, Question, QuestionCounts, Questionnaire } from './questionnaire.ts';

export const answerChannels = ['web', 'paper', 'telephone'] as const;
export type AnswerChannel = (typeof answerChannels)[number];

/** One sheet. Who answered on the page is written nowhere, nor is the time, nor the code that was used. */
export interface SurveyAnswer {
  readonly answerId: number;
  readonly channel: AnswerChannel;
  readonly answeredOn: Day;
  readonly answers: Answers;
  /** Every required question is answered. */
  readonly whole: boolean;
  /** Number written on the sheet of paper. */
  readonly sheetNo: string | null;
  /** Who entered a sheet or a call; null where somebody answered himself. */
  readonly enteredBy: string | null;
  /** Why it no longer counts; null: it does. */
  readonly withdrawn: string | null;
}

/** A share with what it rests on. */
export interface SurveyShare extends Interval {
  readonly count: number;
  readonly of: number;
  readonly share: number;
}

export interface QuestionTally {
  readonly questionId: string;
  /** Sheets that answered it. */
  readonly answered: number;
  /** Per option. */
  readonly counts: readonly number[];
}

export interface SurveyTally {
  /** Sheets that count. */
  readonly valid: number;
  readonly incomplete: number;
  readonly withdrawn: number;
  readonly byChannel: Readonly<Record<AnswerChannel, number>>;
  /** null: the questionnaire does not ask for it, or nobody answered. */
  readonly satisfied: SurveyShare | null;
  readonly aware: SurveyShare | null;
  readonly questions: readonly QuestionTally[];
}

/** How sure it is to be. */
export interface Precision {
  readonly confidencePercent: number;
  readonly marginPercent: number;
  /** How many might be asked; null: not known, taken as endless. */
  readonly population: number | null;
}

export const answersNeeded = ({ confidencePercent, marginPercent, population }: Precision): number =>
  sampleSize(marginPercent / 100, zOf(confidencePercent), population);

/** Of the question that counts for it, the option chosen is a good one. */
const isGood = (question: Question, answers: Answers): boolean => {
  const chosen = answers[question.questionId];
  return typeof chosen === 'object' && chosen.some((one) => question.options[one]?.good === true);
};

export function tallyOf(questionnaire: Questionnaire, answers: readonly SurveyAnswer[], precision: Precision): SurveyTally {
  const kept = answers.filter(({ withdrawn }) => withdrawn === null);
  const valid = kept.filter(({ whole }) => whole);
  const z = zOf(precision.confidencePercent);
  const shareFor = (kind: QuestionCounts): SurveyShare | null => {
    const question = questionnaire.questions.find(({ counts }) => counts === kind);
    if (!question || valid.length === 0) return null;
    const count = valid.filter((one) => isGood(question, one.answers)).length;
    return { count, of: valid.length, share: count / valid.length, ...wilson(count, valid.length, z, precision.population) };
  };
  const channel = (name: AnswerChannel) => valid.filter((one) => one.channel === name).length;
  return {
    valid: valid.length,
    incomplete: kept.length - valid.length,
    withdrawn: answers.length - kept.length,
    byChannel: { web: channel('web'), paper: channel('paper'), telephone: channel('telephone') },
    satisfied: shareFor('satisfied'),
    aware: shareFor('aware'),
    questions: questionnaire.questions.map(({ questionId, options }) => {
      const given = valid.map((one) => one.answers[questionId]).filter((one) => one !== undefined);
      const counts = options.map((_, option) => given.filter((one) => typeof one === 'object' && one.includes(option)).length);
      return { questionId, answered: given.length, counts };
    }),
  };
}
